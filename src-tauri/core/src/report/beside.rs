//! What stands in a report beside what a check found: what was there before it, and on this machine.

use crate::plan::{Became, Change, Did, Field, PushTold, Shown, Shows, Target, WriteTold};
use crate::signin::{Ending, LegReport};
use crate::words::{Book, Message, said};
use serde::{Deserialize, Serialize};

/// What is known beside the check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ReportBeside"))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Beside {
    /// The release of authentik.
    pub release: Option<String>,
    /// The newest live test, of a job.
    pub test: Option<TestTold>,
    /// The newest comparison, of a job.
    pub plan: Option<Shown>,
    /// What was pushed from this machine, oldest first.
    pub pushes: Vec<PushTold>,
}

/// A live test, without whom X says signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TestTold {
    /// When it began (RFC 3339, UTC).
    pub at: String,
    /// How it ended.
    pub ending: Ending,
    /// Each leg.
    pub legs: Vec<LegReport>,
}

/// A part of a report: its title, and lines, each with what belongs to it.
pub(super) struct Part {
    pub(super) title: Message,
    pub(super) rows: Vec<(Message, Vec<Message>)>,
}

impl Beside {
    /// Its parts, as far as there is something to tell.
    pub(super) fn parts(&self, book: &Book) -> Vec<Part> {
        let test = self.test.as_ref().map(|test| test.part(book));
        let plan = self.plan.as_ref().map(|plan| Part {
            title: said::report_plan(&plan.compared_at),
            rows: plan.changes.iter().map(|one| change(one, book)).collect(),
        });
        let pushes = (!self.pushes.is_empty()).then(|| Part {
            title: said::report_pushes(self.pushes.len()),
            rows: self.pushes.iter().map(|push| (push_line(push), push.writes.iter().map(write).collect())).collect(),
        });
        [test, plan, pushes].into_iter().flatten().collect()
    }
}

impl TestTold {
    fn part(&self, book: &Book) -> Part {
        let ending = match self.ending {
            Ending::Passed => "passed",
            Ending::Failed => "failed",
            Ending::Stopped => "stopped",
        };
        let rows = self.legs.iter().map(|leg| {
            let millis = leg.millis.map_or_else(|| "none".to_owned(), |millis| millis.to_string());
            let line = said::report_leg(millis, book.say(&leg.leg.title()), book.say(&leg.verdict.word()));
            let wrong = leg.diagnosis.iter().map(|diagnosis| diagnosis.title.clone());
            (line, leg.note.iter().cloned().chain(wrong).collect())
        });
        Part { title: said::report_test(&self.at, ending), rows: rows.collect() }
    }
}

fn change(change: &Change, book: &Book) -> (Message, Vec<Message>) {
    (change.title.clone(), change.fields.iter().map(|one| field(one, book)).collect())
}

fn field(field: &Field, book: &Book) -> Message {
    let text = |shows: &Shows| match shows {
        Shows::Text(text) if text.is_empty() => "none".to_owned(),
        Shows::Text(text) => text.clone(),
        Shows::Words(words) => book.say(words),
        Shows::List(all) => all.join(", "),
    };
    let now = field.now.as_ref().map_or_else(|| "none".to_owned(), text);
    said::report_field(&field.name, now, text(&field.will))
}

fn push_line(push: &PushTold) -> Message {
    let became = match push.became {
        Became::Whole => "whole",
        Became::Stopped => "stopped",
        Became::HalfUndone => "half-undone",
        Became::Undone => "undone",
        Became::TurnedOff => "turned-off",
    };
    said::report_push(&push.at, became, push.undone.as_deref().unwrap_or_default())
}

fn write(write: &WriteTold) -> Message {
    let target = match write.target {
        Target::Mapping => "mapping",
        Target::Source => "source",
        Target::SourceStage => "source-stage",
        Target::Binding => "binding",
        Target::Connection => "link",
        Target::LoginPage => "login-page",
    };
    let did = match write.did {
        Did::Made => "made",
        Did::Changed => "changed",
        Did::Shown => "shown",
    };
    let fields = if write.fields.is_empty() { "none".to_owned() } else { write.fields.join(", ") };
    said::report_write(if write.confirmed { "yes" } else { "no" }, did, fields, target)
}
