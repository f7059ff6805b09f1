//! Every entry of the guide that has a day on which it was last looked at.

use super::guide::{Guide, Label, Layout};
use super::limits::DatedValue;
use super::word::Word;
use crate::diagnosis::Evidence;
use std::fmt::Display;
use time::Date;

/// An entry of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedEntry {
    /// Which part of the guide it stands in.
    pub part: GuidePart,
    /// Its name there, such as `create-app`.
    pub name: String,
    /// What it says, in X's words.
    pub text: String,
    /// The page it was read from, where the guide names one.
    pub source: Option<String>,
    /// How well it is known.
    pub evidence: Evidence,
    /// The day it was last looked at.
    pub checked: Date,
}

/// A part of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuidePart {
    /// Where each of the two layouts begins.
    Layout,
    /// X's words outside of the form.
    Word,
    /// The fields of the form.
    Field,
    /// What to do, step by step.
    Step,
    /// Other words on X's screens.
    Seen,
    /// The scopes.
    Scope,
    /// Prices and limits.
    Limit,
}

impl GuidePart {
    /// Its name in `guide.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Word => "word",
            Self::Field => "field",
            Self::Step => "step",
            Self::Seen => "seen",
            Self::Scope => "scope",
            Self::Limit => "limits",
        }
    }
}

impl Guide {
    /// All entries, in the order of `guide.toml`.
    pub fn dated(&self) -> Vec<DatedEntry> {
        let mut entries = Vec::new();
        let mut add = |part, name: &str, text: String, evidence, checked| {
            entries.push(DatedEntry { part, name: name.to_owned(), text, source: None, evidence, checked });
        };
        for (layout, name) in [(Layout::Console, "console"), (Layout::Portal, "portal")] {
            let start = self.start(layout);
            add(GuidePart::Layout, name, format!("{}, {}", start.name, start.host), start.evidence, start.checked);
        }
        for (word, term) in &self.words {
            let name = Word::ALL.iter().find(|(other, _)| other == word).map_or("", |(_, name)| name);
            add(GuidePart::Word, &name.replace('_', "-"), both(&term.label), term.evidence, term.checked);
        }
        for field in &self.fields {
            add(GuidePart::Field, &field.id, both(&field.label), field.evidence, field.checked);
        }
        for step in self.script.iter().flat_map(|action| &action.steps) {
            let [console, portal] = Layout::ALL.map(|layout| self.label(step, layout));
            add(GuidePart::Step, &step.id, either(console, portal), step.evidence, step.checked);
        }
        for seen in &self.seen {
            let words = seen.words.iter().map(|word| self.word(*word, Layout::Console));
            let words: Vec<_> = words.chain(seen.also.iter().map(String::as_str)).collect();
            add(GuidePart::Seen, &seen.say, words.join(", "), seen.evidence, seen.checked);
        }
        for group in &self.scopes {
            add(GuidePart::Scope, group.first(), group.joined(), group.evidence, group.checked);
        }
        entries.extend(self.limits().dated());
        entries
    }

    /// The last day on which all of this was compared with X's own pages: the oldest of all days.
    pub fn checked(&self) -> Date {
        self.dated().iter().map(|entry| entry.checked).min().unwrap_or(Date::MIN)
    }
}

/// X's words in both layouts.
fn both(label: &Label) -> String {
    either(label.of(Layout::Console), label.of(Layout::Portal))
}

fn either(console: &str, portal: &str) -> String {
    if console == portal { console.to_owned() } else { format!("{console} / {portal}") }
}

/// A price or limit by its name in `guide.toml`.
pub(super) fn limit<T: Display>(name: &str, fact: &DatedValue<T>) -> DatedEntry {
    DatedEntry {
        part: GuidePart::Limit,
        name: name.to_owned(),
        text: fact.value.to_string(),
        source: Some(fact.source.clone()),
        evidence: fact.evidence,
        checked: fact.checked,
    }
}
