//! How far a push or an undo is, told while it runs.

use super::Error;
use crate::diagnosis::{Diagnosed, Diagnosis};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// How far one change is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PushStep"))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The change, as [`super::Change::id`] names it.
    pub change: String,
    /// How far it is.
    pub state: StepState,
    /// Since it began, in milliseconds.
    pub millis: u32,
    /// Why it failed.
    pub diagnosis: Option<Diagnosis>,
}

/// How far one change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PushStepState"))]
#[serde(rename_all = "camelCase")]
pub enum StepState {
    /// Others come first.
    Waiting,
    /// It is being sent.
    Writing,
    /// It was sent, and is being read back.
    ReadingBack,
    /// It was read back and is as it should be.
    Written,
    /// It failed; the changes after it don't begin.
    Failed,
}

/// Who is told how far it is.
pub(super) type Told<'p> = &'p mut (dyn FnMut(Progress) + Send);

/// Tells how far one change is.
pub(super) struct Reporter<'p> {
    told: Told<'p>,
    change: String,
    since: Instant,
}

impl<'p> Reporter<'p> {
    pub(super) fn new<'i>(told: Told<'p>, waiting: impl Iterator<Item = &'i str>) -> Self {
        let mut reporter = Self { told, change: String::new(), since: Instant::now() };
        for change in waiting {
            reporter.begin(change);
            reporter.tell(StepState::Waiting, None);
        }
        reporter
    }

    pub(super) fn begin(&mut self, change: &str) {
        change.clone_into(&mut self.change);
        self.since = Instant::now();
    }

    pub(super) fn tell(&mut self, state: StepState, diagnosis: Option<Diagnosis>) {
        let millis = u32::try_from(self.since.elapsed().as_millis()).unwrap_or(u32::MAX);
        (self.told)(Progress { change: self.change.clone(), state, millis, diagnosis });
    }

    /// Tells how it ended, and hands the end on.
    pub(super) fn end<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        match &outcome {
            Ok(_) => self.tell(StepState::Written, None),
            Err(error) => self.tell(StepState::Failed, Some(Diagnosis::from(&error.symptom()))),
        }
        outcome
    }
}
