//! Rules of the house that the compiler doesn't check. `cargo xtask tidy` lists what breaks them, and plain
//! `cargo test` does, too.
//!
//! There is one file for each rule. A rule is a function from the repository's files to faults, and reports nothing
//! about a folder that doesn't exist.

mod circles;
mod evidence;
mod forgotten;
mod glossary;
mod messages;
mod names;
mod rooms;
mod rust;
mod sizes;
mod sources;
mod trees;
mod wording;

pub(crate) use rooms::write as write_rooms;

use crate::{place, say};
use anyhow::{Result, bail};
use std::fmt;
use std::path::PathBuf;

/// One place that breaks a rule.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    file: PathBuf,
    /// The line, counted from 1.
    line: usize,
    words: String,
}

impl Fault {
    fn new(file: impl Into<PathBuf>, line: usize, words: impl Into<String>) -> Self {
        Self { file: file.into(), line, words: words.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.words)
    }
}

type Rule = fn(&sources::Tree) -> Result<Vec<Fault>>;

const RULES: &[(&str, Rule)] = &[
    ("dependencies point one way, and none but the window knows Tauri", trees::rule),
    ("rooms of the core import only from the left", rooms::rule),
    ("no files of a room import each other in a circle", circles::rule),
    ("types are named by what they are", names::rule),
    ("no name is one that the glossary gave up", glossary::rule),
    ("no Rust file is forgotten by its module", forgotten::rule),
    ("every message is used", messages::rule),
    ("messages use the words of the glossary", wording::rule),
    ("a file is what one head holds", sizes::rule),
    ("every citation leads to a dated fact", evidence::rule),
];

/// Checks all rules and lists what breaks them.
pub(crate) fn tidy() -> Result<()> {
    let tree = sources::Tree::new(&place::root());
    let mut count = 0;
    for (name, rule) in RULES {
        let faults = rule(&tree)?;
        if !faults.is_empty() {
            say::line(&format!("Against the rule that {name}:"));
        }
        for fault in &faults {
            say::line(&format!("  {fault}"));
        }
        count += faults.len();
    }
    if count > 0 {
        bail!("{count} places break a rule of the house");
    }
    say::line(&format!("{} rules hold.", RULES.len()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_repository_keeps_every_rule() {
        let tree = sources::Tree::new(&place::root());
        let mut broken = Vec::new();
        for (name, rule) in RULES {
            broken.extend(rule(&tree).unwrap().into_iter().map(|fault| format!("{fault} ({name})")));
        }
        assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
    }
}
