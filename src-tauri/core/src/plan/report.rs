//! Reports the progress of a push or an undo while it runs.

use super::Error;
use crate::diagnosis::{Diagnosed, Diagnosis};
use crate::progress::Observer;
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// The progress of one change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PushProgress {
    /// The change, as [`super::Change::id`] names it.
    pub change: String,
    /// The state that the change has reached.
    pub state: PushProgressState,
    /// How long the change has been running, in milliseconds.
    pub millis: u32,
    /// Why the change failed, if it did.
    pub diagnosis: Option<Diagnosis>,
}

/// The state of one change while a push or an undo runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PushProgressState {
    /// Other changes come first.
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

/// Reports the progress of each change to the observer.
pub(super) struct ProgressReporter<'p> {
    observer: Observer<'p, PushProgress>,
    change: String,
    since: Instant,
}

impl<'p> ProgressReporter<'p> {
    pub(super) fn new<'i>(observer: Observer<'p, PushProgress>, waiting: impl Iterator<Item = &'i str>) -> Self {
        let mut reporter = Self { observer, change: String::new(), since: Instant::now() };
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
        (self.observer)(PushProgress { change: self.change.clone(), state, millis, diagnosis });
    }

    /// Reports how a change ended, and passes its result on.
    pub(super) fn end<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        match &outcome {
            Ok(_) => self.tell(PushProgressState::Written, None),
            Err(error) => self.tell(PushProgressState::Failed, Some(Diagnosis::from(&error.symptom()))),
        }
        outcome
    }
}
