//! Messages don't use the words that the glossary lists as not used.
//!
//! `docs/GLOSSARY.md` has a table of the words that users read. Its last column contains, in quotation marks, the words
//! that a message may not contain. Words within **…**, `…` and “…” are left alone, because they are labels, values and
//! quotations of X, authentik and the system.

use super::Fault;
use super::sources::{Source, Tree};
use anyhow::Result;

const GLOSSARY: &str = "docs/GLOSSARY.md";
const MESSAGES: &str = "src-tauri/core/locales/en";
const SECTION: &str = "## The words that users read";

/// Messages in which such a word means something else, with the word.
const EXCEPTIONS: &[(&str, &str)] = &[
    // “…isn’t what was sent” is a sentence, and not the old name of the request log.
    ("diagnosis-read-back-differs.why", "what was sent"),
];

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    if !tree.has(MESSAGES) || !tree.has(GLOSSARY) {
        return Ok(Vec::new());
    }
    let banned = banned(&tree.read(GLOSSARY)?);
    if banned.is_empty() {
        return Ok(vec![Fault::new(GLOSSARY, 1, format!("no word is listed below “{SECTION}”"))]);
    }
    Ok(faults(&tree.files(MESSAGES, &["ftl"])?, &banned, EXCEPTIONS))
}

fn faults(messages: &[Source], banned: &[String], exceptions: &[(&str, &str)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut needed = Vec::new();
    for file in messages {
        for (line, key, text) in lines(&file.text) {
            let own = own(text).to_lowercase();
            for word in banned.iter().filter(|word| contains(&own, word)) {
                if exceptions.contains(&(key.as_str(), word)) {
                    needed.push((key.clone(), word.clone()));
                } else {
                    let words = format!("`{key}` says “{word}”, which {GLOSSARY} lists as not used");
                    faults.push(Fault::new(&file.path, line, words));
                }
            }
        }
    }
    for (key, word) in exceptions {
        if !needed.iter().any(|(needed, of)| needed == key && of == word) {
            faults.push(Fault::new(file!(), 1, format!("`{key}` doesn’t need its exception for “{word}”")));
        }
    }
    faults
}

/// The words in quotation marks in the last column of the section's table, in lower case.
fn banned(glossary: &str) -> Vec<String> {
    let section = glossary.split_once(SECTION).map_or("", |(_, rest)| rest);
    let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
    let rows = section.lines().filter_map(|line| line.strip_prefix('|'));
    let columns = rows.filter_map(|row| row.trim_end().trim_end_matches('|').rsplit_once('|'));
    columns.flat_map(|(_, last)| quoted(last)).collect()
}

fn quoted(text: &str) -> Vec<String> {
    let ends = text.split('“').skip(1).filter_map(|part| part.split_once('”'));
    ends.map(|(word, _)| word.to_lowercase()).collect()
}

/// The lines with text, with their numbers and the keys that they belong to (`key` or `key.attribute`). Examples of
/// commands are left out, because commands keep their names.
fn lines(file: &str) -> Vec<(usize, String, &str)> {
    let mut found = Vec::new();
    let (mut message, mut key) = (String::new(), String::new());
    for (at, line) in file.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let named = line.split_once('=').map(|(name, value)| (name.trim(), value));
        let text = match named {
            Some((name, value)) if line.starts_with(char::is_alphabetic) && name.chars().all(is_key) => {
                name.clone_into(&mut message);
                name.clone_into(&mut key);
                value
            }
            Some((name, value)) if name.strip_prefix('.').is_some_and(|name| name.chars().all(is_key)) => {
                key = format!("{message}{name}");
                value
            }
            _ => line,
        };
        if !key.ends_with(".examples") {
            found.push((at + 1, key.clone(), text));
        }
    }
    found
}

fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The line without labels, values, quotations, arguments and the names of variants.
fn own(text: &str) -> String {
    let mut own = String::new();
    let mut rest = text.trim_start();
    if let Some((_, value)) = rest.strip_prefix('*').unwrap_or(rest).strip_prefix('[').and_then(|v| v.split_once(']')) {
        rest = value;
    }
    while let Some((at, open, close)) = PAIRS
        .iter()
        .filter_map(|(open, close)| rest.find(open).map(|at| (at, *open, *close)))
        .min_by_key(|(at, ..)| *at)
    {
        own.push_str(&rest[..at]);
        own.push(' ');
        let inside = &rest[at + open.len()..];
        // A choice opens a brace and closes it on another line.
        rest = inside.split_once(close).map_or("", |(_, after)| after);
    }
    own.push_str(rest);
    own
}

const PAIRS: &[(&str, &str)] = &[("**", "**"), ("`", "`"), ("“", "”"), ("{", "}")];

/// Whether the text contains the word as a whole word. `--fault` doesn't contain “fault”: options keep their names.
fn contains(text: &str, word: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
    text.match_indices(word)
        .any(|(at, found)| edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLOSSARY: &str = "# Glossary\n\n| term | what it means | not |\n| --- | --- | --- |\n\
        | job | What is saved. | “saved” |\n\n## The words that users read\n\n| term | what it means | not |\n\
        | --- | --- | --- |\n| step | A “part” of a test. | “Leg”, “legs” |\n| undo | | “put back” |\n\n\
        ## Further names\n\n| a | b | “job” |\n";

    fn check(messages: &str, exceptions: &[(&str, &str)], expected: &[&str]) {
        let file = Source { path: "a.ftl".into(), text: messages.to_owned() };
        let found: Vec<_> = faults(&[file], &banned(GLOSSARY), exceptions)
            .into_iter()
            .map(|fault| format!("{}:{}", fault.line, fault.words.split(", which").next().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected, "{messages}");
    }

    #[test]
    fn the_words_are_those_of_the_last_column_of_its_section() {
        assert_eq!(banned(GLOSSARY), ["leg", "legs", "put back"]);
        assert_eq!(banned("# Glossary\n"), [] as [&str; 0]);
    }

    #[test]
    fn a_word_is_found_in_messages_attributes_and_choices() {
        check("a-b = One leg.\n", &[], &["1:`a-b` says “leg”"]);
        check("# A leg.\na =\n    .why = It is Put back.\n", &[], &["3:`a.why` says “put back”"]);
        check(
            "a = { $n ->\n    [one] One leg\n   *[other] { $n } legs\n}\n",
            &[],
            &["2:`a` says “leg”", "3:`a` says “legs”"],
        );
    }

    #[test]
    fn labels_values_options_and_longer_words_are_fine() {
        check("leg-a = The **Leg**, `leg`, “a leg”, { $leg }, --leg, legend, legs-up.\n", &[], &[]);
        check("a = { $leg ->\n    [leg] One\n   *[legs] Two\n}\n", &[], &[]);
        check("a =\n    .examples =\n        sourcerer-cli leg\n", &[], &[]);
    }

    #[test]
    fn an_exception_holds_for_one_word_of_one_message_and_is_needed() {
        check("a = A leg put back.\n", &[("a", "leg")], &["1:`a` says “put back”"]);
        check("a = A step.\n", &[("a", "leg")], &["1:`a` doesn’t need its exception for “leg”"]);
    }
}
