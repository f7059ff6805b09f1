//! Every message is used somewhere: an unused one only costs translators time.

use super::Fault;
use super::rust;
use super::sources::{Source, Tree};
use anyhow::Result;
use std::collections::BTreeSet;

const WORDS: &str = "src-tauri/core/locales/en";

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    // The pages use most of the messages: without them the rule would report faults only.
    if !tree.has("ui/src/pages") {
        return Ok(Vec::new());
    }
    let messages = tree.files(WORDS, &["ftl"])?;
    let mut sources = tree.files("src-tauri", &["rs", "toml"])?;
    sources.extend(tree.files("tests", &["rs"])?);
    sources.extend(tree.files("ui", &["ts", "svelte", "html"])?);
    // The generated list of all keys doesn't show which of them are used.
    sources.retain(|file| !file.is_generated());
    Ok(faults(&messages, &sources))
}

fn faults(messages: &[Source], sources: &[Source]) -> Vec<Fault> {
    let uses = Uses::of(sources);
    let mut faults = Vec::new();
    for file in messages {
        for (line, key) in keys(&file.text) {
            if !uses.includes(&key) {
                faults.push(Fault::new(&file.path, line, format!("nobody says `{key}`")));
            }
        }
    }
    faults
}

/// All keys of a message file, and `key.attribute`, with their lines.
fn keys(text: &str) -> Vec<(usize, String)> {
    let mut keys = Vec::new();
    let mut message = "";
    for (at, line) in text.lines().enumerate() {
        let name = |line| {
            let (name, value): (&str, &str) = str::split_once(line, '=')?;
            let named = name.trim_end();
            (!named.is_empty() && named.chars().all(is_key)).then_some((named, value.trim()))
        };
        if line.starts_with(char::is_alphabetic) {
            let Some((key, value)) = name(line) else { continue };
            message = key;
            // There is nothing after the sign, and an attribute or a text below it.
            let below = text.lines().nth(at + 1).unwrap_or_default().trim_start();
            if !value.is_empty() || !below.starts_with('.') {
                keys.push((at + 1, key.to_owned()));
            }
        } else if let Some(attribute) = line.trim_start().strip_prefix('.').filter(|_| line.starts_with(' ')) {
            keys.extend(name(attribute).map(|(attribute, _)| (at + 1, format!("{message}.{attribute}"))));
        }
    }
    keys
}

fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The keys that the sources use.
#[derive(Default)]
struct Uses {
    /// `msg::key_with_underscores`, and what `use msg::{…}` imports.
    said: BTreeSet<String>,
    /// `"a-key"`, `'a-key.attribute'` or `` `a-key` ``.
    quoted: BTreeSet<String>,
    /// The beginning of a composed key: `"family-{id}"`, `` `family-${id}` `` or `'family-' + id`.
    families: BTreeSet<String>,
    /// The end of a composed key: `"….attribute"`.
    attributes: BTreeSet<String>,
}

impl Uses {
    fn of(sources: &[Source]) -> Self {
        let mut uses = Self::default();
        for file in sources {
            uses.read_said(&file.text);
            uses.read_quoted(&file.text);
        }
        uses
    }

    fn read_said(&mut self, text: &str) {
        for (at, found) in text.match_indices("msg::") {
            let rest = &text[at + found.len()..];
            if let Some((group, _)) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
                self.said.extend(group.split(',').map(|name| rust::word(name.trim()).to_owned()));
            } else {
                self.said.insert(rust::word(rest).to_owned());
            }
        }
    }

    fn read_quoted(&mut self, text: &str) {
        for (at, _) in text.match_indices(['"', '\'', '`', '}']) {
            let rest = &text[at + 1..];
            let end = rest.find(|c| !is_key(c) && c != '.').unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let closed = after.starts_with(['"', '\'', '`']);
            let open = after.starts_with('{') || after.starts_with("${");
            if let Some(attribute) = name.strip_prefix('.') {
                self.attributes.extend(closed.then(|| attribute.to_owned()));
            } else if name.ends_with('-') && name.len() > 2 && (open || closed) {
                self.families.insert(name.to_owned());
            } else if closed && !name.is_empty() {
                self.quoted.insert(name.to_owned());
            } else if open && name.ends_with('.') {
                // `key.{attribute}` uses all attributes of the key.
                self.families.insert(name.to_owned());
            }
        }
    }

    fn includes(&self, key: &str) -> bool {
        let function = key.replace(['-', '.'], "_").to_lowercase();
        let composed = key
            .split_once('.')
            .is_some_and(|(message, attribute)| self.attributes.contains(attribute) && self.quoted.contains(message));
        self.said.contains(&function)
            || self.quoted.contains(key)
            || composed
            || self.families.iter().any(|family| key.starts_with(family.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "# A comment = nothing.\n\nbutton-save = Save\nfield =\n    .label = Address\n    .hint = { $a } = b\n\
        long =\n    Many words\n    on lines.\ndiagnosis-x = It broke.\n    .why = Why.\n";

    fn check(user: &str, unused: &[&str]) {
        let file = |path: &str, text: &str| Source { path: path.into(), text: text.to_owned() };
        let faults = faults(&[file("a.ftl", WORDS)], &[file("a.rs", user)]);
        let expected: Vec<_> = unused.iter().map(|key| format!("nobody says `{key}`")).collect();
        assert_eq!(faults.into_iter().map(|fault| fault.words).collect::<Vec<_>>(), expected, "{user}");
    }

    #[test]
    fn keys_and_attributes_are_read() {
        let expected = [
            (3, "button-save"),
            (5, "field.label"),
            (6, "field.hint"),
            (7, "long"),
            (10, "diagnosis-x"),
            (11, "diagnosis-x.why"),
        ];
        assert_eq!(keys(WORDS), expected.map(|(line, key)| (line, key.to_owned())));
    }

    #[test]
    fn a_message_that_nobody_says_is_found() {
        let all = ["button-save", "field.label", "field.hint", "long", "diagnosis-x", "diagnosis-x.why"];
        check("", &all);
        check("button-save said_long saidlong long \"button-save2\" msg::button", &all);
    }

    #[test]
    fn every_way_of_saying_one_counts() {
        check("msg::button_save(); t('field.label'); t(`field.hint`) \"long\" format!(\"diagnosis-{id}{part}\")", &[]);
        check("use words::msg::{button_save, long}; t('field' + '.label') `diagnosis-${id}.why`", &["field.hint"]);
        check(
            "const key = 'field'; t(`${key}.hint`)",
            &["button-save", "field.label", "long", "diagnosis-x", "diagnosis-x.why"],
        );
        check("'diagnosis-' + id", &["button-save", "field.label", "field.hint", "long"]);
    }
}
