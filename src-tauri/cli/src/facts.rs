//! Prints the dated facts that the product relies on, as lines or as JSON.

use crate::environment;
use crate::exit::Exit;
use crate::lists::table;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::evidence::{Age, Period, Tag};
use sourcerer_core::facts::{self, DatedFact, FactGroup};
use sourcerer_core::i18n::msg;
use time::Date;

/// The maximum length of a fact on its line. JSON has the whole fact.
const LONGEST: usize = 96;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(long, value_name = "PERIOD")]
    older_than: Option<Period>,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct Answer<'a> {
    today: String,
    before: Option<String>,
    total: usize,
    facts: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    group: &'a str,
    file: &'a str,
    name: &'a str,
    text: &'a str,
    tags: Vec<&'a str>,
    sources: &'a [String],
    checked: String,
    newest: String,
    age_days: u32,
}

pub(crate) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let today = environment::clock().now().date();
    let before = arguments.older_than.map(|period| period.subtract_from(today));
    let all = facts::all();
    let found: Vec<_> = all.iter().filter(|fact| before.is_none_or(|before| fact.oldest < before)).collect();
    if arguments.json {
        let facts = found.iter().map(|fact| Listed::new(fact, today)).collect();
        let before = before.map(|before| before.to_string());
        terminal.json(&Answer { today: today.to_string(), before, total: all.len(), facts });
        return Exit::Fine;
    }
    match before {
        Some(before) => terminal.say(&msg::terminal_facts_older(all.len(), before.to_string(), found.len())),
        None => terminal.say(&msg::terminal_facts_all(all.len())),
    }
    for group in FactGroup::ALL {
        let of_group: Vec<_> = found.iter().copied().filter(|fact| fact.group == group).collect();
        if !of_group.is_empty() {
            print(group, &of_group, today, terminal);
        }
    }
    Exit::Fine
}

/// Prints the group's name, and a line for each of its facts.
fn print(group: FactGroup, facts: &[&DatedFact], today: Date, terminal: &mut Terminal) {
    let title = terminal.book().format(&group.title());
    terminal.print("");
    terminal.print(format_args!("{title} ({})", group.path()));
    let letters = |fact: &DatedFact| fact.tags.iter().map(|tag| tag.letter()).collect::<Vec<_>>().join(",");
    let cells = facts.iter().map(|fact| {
        let age = terminal.book().format(&Age::new(fact.oldest, today).message());
        [format!("  {}", fact.name), letters(fact), fact.oldest.to_string(), age, shortened(&fact.text)]
    });
    let cells: Vec<_> = cells.collect();
    let rows: Vec<_> = cells.iter().map(|cells| cells.each_ref().map(String::as_str)).collect();
    table(&rows, terminal);
}

/// Shortens a text at the end of a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let begin: String = text.chars().take(LONGEST).collect();
    let kept = begin.rsplit_once(' ').map_or(begin.as_str(), |(kept, _)| kept);
    format!("{kept} …")
}

impl<'a> Listed<'a> {
    fn new(fact: &'a DatedFact, today: Date) -> Self {
        Self {
            group: fact.group.name(),
            file: fact.group.path(),
            name: &fact.name,
            text: &fact.text,
            tags: fact.tags.iter().copied().map(Tag::letter).collect(),
            sources: &fact.sources,
            checked: fact.oldest.to_string(),
            newest: fact.newest.to_string(),
            age_days: Age::new(fact.oldest, today).days,
        }
    }
}
