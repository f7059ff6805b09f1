//! Names that the glossary lists as not used must not be used again.
//!
//! `docs/GLOSSARY.md` defines each concept once. The last column of its tables, and the list at its end, contain in
//! backticks the words that are not used: a word with a capital may not name a type, a word without one may not name a
//! file, a folder or a module.

use super::Fault;
use super::names::defined;
use super::sources::{Source, Tree};
use anyhow::Result;
use std::collections::BTreeSet;

const GLOSSARY: &str = "docs/GLOSSARY.md";

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    if !tree.has(GLOSSARY) {
        return Ok(vec![Fault::new(GLOSSARY, 1, "the glossary is missing")]);
    }
    let banned = banned(&tree.read(GLOSSARY)?);
    if banned.is_empty() {
        return Ok(vec![Fault::new(GLOSSARY, 1, "the glossary names no word that is not used")]);
    }
    let mut faults = Vec::new();
    for (below, endings) in
        [("src-tauri", &["rs"][..]), ("tests", &["rs"]), ("xtask", &["rs"]), ("ui/src", &["ts", "svelte"])]
    {
        faults.extend(tree.files(below, endings)?.iter().flat_map(|file| of_file(file, &banned)));
    }
    Ok(faults)
}

/// The words in backticks where the glossary lists what isn't used.
fn banned(glossary: &str) -> BTreeSet<String> {
    let (tables, list) = glossary.split_once("## Further names").unwrap_or((glossary, ""));
    let rows = tables.lines().filter_map(|line| line.strip_prefix('|'));
    let columns = rows.filter_map(|row| row.trim_end().trim_end_matches('|').rsplit_once('|'));
    columns.map(|(_, last)| last).chain([list]).flat_map(quoted).collect()
}

fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned)
}

fn of_file(file: &Source, banned: &BTreeSet<String>) -> Vec<Fault> {
    let says = |word: &str| format!("`{word}` stands in {GLOSSARY} among the words that are not used");
    let parts = file.path.iter().filter_map(|part| part.to_str());
    let parts = parts.map(|part| part.split('.').next().unwrap_or(part).replace('-', "_"));
    let places = parts.filter(|part| banned.contains(part)).map(|part| Fault::new(&file.path, 1, says(&part)));
    let types = file.text.lines().enumerate().filter_map(|(at, line)| {
        let name = defined(line)?;
        banned.contains(name).then(|| Fault::new(&file.path, at + 1, says(name)))
    });
    places.chain(types).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLOSSARY: &str = "# Glossary\n\n| term | what it means | not |\n| --- | --- | --- |\n\
        | job | What is saved, in `storage`. | `Draft`, `draft` |\n| view | What is drawn. | |\n\n\
        ## Further names that are not used\n\n`Told`, `Seen`.\n";

    fn faults(path: &str, text: &str) -> usize {
        of_file(&Source { path: path.into(), text: text.to_owned() }, &banned(GLOSSARY)).len()
    }

    #[test]
    fn the_words_are_those_of_the_last_column_and_of_the_list() {
        assert_eq!(banned(GLOSSARY).into_iter().collect::<Vec<_>>(), ["Draft", "Seen", "Told", "draft"]);
    }

    #[test]
    fn no_type_and_no_file_has_a_word_that_was_given_up() {
        assert_eq!(faults("src-tauri/core/src/job/draft.rs", "pub struct Draft;\nenum Told {}\n"), 3);
        assert_eq!(faults("ui/src/draft/Page.svelte", "export interface Seen {}\n"), 2);
    }

    #[test]
    fn longer_names_and_other_places_are_fine() {
        let text = "pub struct DraftFile;\nlet told = Seen::new();\n// struct Told\nuse super::draft;\n";
        assert_eq!(faults("src-tauri/core/src/storage/drafts.rs", text), 0);
    }
}
