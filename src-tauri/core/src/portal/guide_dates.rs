//! Every dated entry of the guide.

use super::dated::{DatedEntry, GuidePart};
use super::guide::Guide;
use super::layout::{Label, Layout};
use super::word::Word;
use time::Date;

impl Guide {
    /// All entries, in the order of `guide.toml`.
    pub fn dated_entries(&self) -> Vec<DatedEntry> {
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
    pub fn oldest_check(&self) -> Date {
        self.dated_entries().iter().map(|entry| entry.checked).min().unwrap_or(Date::MIN)
    }
}

/// X's words in both layouts.
fn both(label: &Label) -> String {
    either(label.of(Layout::Console), label.of(Layout::Portal))
}

fn either(console: &str, portal: &str) -> String {
    if console == portal { console.to_owned() } else { format!("{console} / {portal}") }
}
