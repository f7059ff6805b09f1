//! A type's name says what it is, and not what kind of code it contains.

use super::Fault;
use super::rust::word;
use super::sources::{Source, Tree};
use anyhow::Result;

const BANNED: &[&str] = &["Manager", "Service", "Helper", "Util", "Utils", "Handler", "Data", "Info", "Dto"];

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for (below, endings) in
        [("src-tauri", &["rs"][..]), ("tests", &["rs"]), ("xtask", &["rs"]), ("ui", &["ts", "svelte"])]
    {
        faults.extend(tree.files(below, endings)?.iter().flat_map(of_file));
    }
    Ok(faults)
}

fn of_file(file: &Source) -> Vec<Fault> {
    let lines = file.text.lines().enumerate();
    let named = lines.filter_map(|(at, line)| Some((at + 1, defined(line)?)));
    let banned = named.filter_map(|(at, name)| {
        let ending = BANNED.iter().find(|ending| name.ends_with(**ending))?;
        Some(Fault::new(&file.path, at, format!("`{name}`: {ending} says nothing about what it is")))
    });
    banned.collect()
}

/// The name of the type that the line defines.
pub(super) fn defined(line: &str) -> Option<&str> {
    const BEFORE: &[&str] = &["pub", "unsafe", "export", "default", "declare", "abstract", "const"];
    const KINDS: &[&str] = &["struct", "enum", "trait", "union", "type", "class", "interface"];
    let mut rest = line.trim_start();
    loop {
        let first = word(rest);
        if KINDS.contains(&first) {
            let name = word(rest[first.len()..].trim_start());
            return (!name.is_empty()).then_some(name);
        }
        if !BEFORE.contains(&first) {
            return None;
        }
        rest = rest[first.len()..].trim_start();
        // `pub(crate)`
        if let Some((_, after)) = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            rest = after.trim_start();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, ok: bool) {
        let file = Source { path: "a.rs".into(), text: line.to_owned() };
        assert_eq!(of_file(&file).is_empty(), ok, "{line}");
    }

    #[test]
    fn banned_endings_are_found_wherever_a_type_is_named() {
        for line in [
            "pub struct KeyManager;",
            "pub(crate) enum SourceInfo {",
            "    pub(in crate::x) unsafe trait ClickHandler {",
            "type Data = ();",
            "export interface SourceDto {",
            "export default class JobService {",
        ] {
            check(line, false);
        }
    }

    #[test]
    fn other_names_and_other_places_are_fine() {
        for line in [
            "pub struct Change;",
            "struct Metadata;",
            "enum Informed {",
            "// struct KeyManager",
            "let data = Manager::new();",
            "type = \"Info\"",
            "import type { JobData } from 'elsewhere';",
        ] {
            check(line, true);
        }
    }
}
