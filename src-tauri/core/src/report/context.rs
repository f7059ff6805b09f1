//! What a report contains in addition to the findings of a check: what happened earlier, and on this machine.

use crate::i18n::{Localizer, Message, msg};
use crate::plan::{
    Change, ChangeTarget, DisplayValue, FieldChange, PlanView, PushOutcome, PushRecord, WriteAction, WriteRecord,
};
use crate::signin::{SignInEnding, SignInLegResult};
use serde::{Deserialize, Serialize};

/// The context of a check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ReportContext {
    /// The release of authentik.
    pub release: Option<String>,
    /// The newest live test, of a job.
    pub test: Option<TestSummary>,
    /// The newest comparison, of a job.
    pub plan: Option<PlanView>,
    /// What was pushed from this machine, oldest first.
    pub pushes: Vec<PushRecord>,
}

/// A live test, without whom X says signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TestSummary {
    /// When it began (RFC 3339, UTC).
    pub at: String,
    /// How the live test ended.
    pub ending: SignInEnding,
    /// The sign-in legs.
    pub legs: Vec<SignInLegResult>,
}

/// A part of a report: its title, and lines, each with what belongs to it.
pub(super) struct Section {
    pub(super) title: Message,
    pub(super) rows: Vec<(Message, Vec<Message>)>,
}

impl ReportContext {
    /// The sections of the context that have content.
    pub(super) fn parts(&self, book: &Localizer) -> Vec<Section> {
        let test = self.test.as_ref().map(|test| test.part(book));
        let plan = self.plan.as_ref().map(|plan| Section {
            title: msg::report_plan(&plan.compared_at),
            rows: plan.changes.iter().map(|one| change(one, book)).collect(),
        });
        let pushes = (!self.pushes.is_empty()).then(|| Section {
            title: msg::report_pushes(self.pushes.len()),
            rows: self.pushes.iter().map(|push| (push_line(push), push.writes.iter().map(write).collect())).collect(),
        });
        [test, plan, pushes].into_iter().flatten().collect()
    }
}

impl TestSummary {
    fn part(&self, book: &Localizer) -> Section {
        let ending = match self.ending {
            SignInEnding::Passed => "passed",
            SignInEnding::Failed => "failed",
            SignInEnding::Stopped => "stopped",
        };
        let rows = self.legs.iter().map(|leg| {
            let millis = leg.millis.map_or_else(|| "none".to_owned(), |millis| millis.to_string());
            let line = msg::report_leg(millis, book.format(&leg.leg.title()), book.format(&leg.verdict.word()));
            let wrong = leg.diagnosis.iter().map(|diagnosis| diagnosis.title.clone());
            (line, leg.note.iter().cloned().chain(wrong).collect())
        });
        Section { title: msg::report_test(&self.at, ending), rows: rows.collect() }
    }
}

fn change(change: &Change, book: &Localizer) -> (Message, Vec<Message>) {
    (change.title.clone(), change.fields.iter().map(|one| field(one, book)).collect())
}

fn field(field: &FieldChange, book: &Localizer) -> Message {
    let text = |shows: &DisplayValue| match shows {
        DisplayValue::Text(text) if text.is_empty() => "none".to_owned(),
        DisplayValue::Text(text) => text.clone(),
        DisplayValue::Words(words) => book.format(words),
        DisplayValue::List(all) => all.join(", "),
    };
    let now = field.now.as_ref().map_or_else(|| "none".to_owned(), text);
    msg::report_field(&field.name, now, text(&field.will))
}

fn push_line(push: &PushRecord) -> Message {
    let became = match push.became {
        PushOutcome::Whole => "whole",
        PushOutcome::Stopped => "stopped",
        PushOutcome::HalfUndone => "half-undone",
        PushOutcome::Undone => "undone",
        PushOutcome::TurnedOff => "turned-off",
    };
    msg::report_push(&push.at, became, push.undone.as_deref().unwrap_or_default())
}

fn write(write: &WriteRecord) -> Message {
    let target = match write.target {
        ChangeTarget::Mapping => "mapping",
        ChangeTarget::Source => "source",
        ChangeTarget::SourceStage => "source-stage",
        ChangeTarget::Binding => "binding",
        ChangeTarget::Connection => "link",
        ChangeTarget::LoginPage => "login-page",
        ChangeTarget::Secret => "secret",
        ChangeTarget::Policy => "policy",
        ChangeTarget::PolicyBinding => "policy-binding",
        ChangeTarget::Flow => "flow",
        ChangeTarget::WriteStage => "write-stage",
        ChangeTarget::DenyStage => "deny-stage",
        ChangeTarget::Group => "group",
    };
    let did = match write.did {
        WriteAction::Made => "made",
        WriteAction::Changed => "changed",
        WriteAction::Shown => "shown",
    };
    let fields = if write.fields.is_empty() { "none".to_owned() } else { write.fields.join(", ") };
    msg::report_write(if write.confirmed { "yes" } else { "no" }, did, fields, target)
}
