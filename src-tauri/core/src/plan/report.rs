//! How far a push or an undo is, told while it runs.

use super::Error;
use crate::diagnosis::{Diagnosed, Diagnosis};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// How far one change is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PushProgress {
    /// The change, as [`super::Change::id`] names it.
    pub change: String,
    /// How far it is.
    pub state: PushProgressState,
    /// Since it began, in milliseconds.
    pub millis: u32,
    /// Why it failed.
    pub diagnosis: Option<Diagnosis>,
}

/// How far one change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PushProgressState {
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
pub(super) type PushObserver<'p> = &'p mut (dyn FnMut(PushProgress) + Send);

/// Tells how far one change is.
pub(super) struct ProgressReporter<'p> {
    told: PushObserver<'p>,
    change: String,
    since: Instant,
}

impl<'p> ProgressReporter<'p> {
    pub(super) fn new<'i>(told: PushObserver<'p>, waiting: impl Iterator<Item = &'i str>) -> Self {
        let mut reporter = Self { told, change: String::new(), since: Instant::now() };
        for change in waiting {
            reporter.begin(change);
            reporter.tell(PushProgressState::Waiting, None);
        }
        reporter
    }

    pub(super) fn begin(&mut self, change: &str) {
        change.clone_into(&mut self.change);
        self.since = Instant::now();
    }

    pub(super) fn tell(&mut self, state: PushProgressState, diagnosis: Option<Diagnosis>) {
        let millis = u32::try_from(self.since.elapsed().as_millis()).unwrap_or(u32::MAX);
        (self.told)(PushProgress { change: self.change.clone(), state, millis, diagnosis });
    }

    /// Tells how it ended, and hands the end on.
    pub(super) fn end<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        match &outcome {
            Ok(_) => self.tell(PushProgressState::Written, None),
            Err(error) => self.tell(PushProgressState::Failed, Some(Diagnosis::from(&error.symptom()))),
        }
        outcome
    }
}
