//! The history of the pushes to a source, from the journal: when each ran, what it wrote, and whether it was undone. It
//! holds no values, no secrets and no fingerprints.

use super::journal::{Journal, JournaledPush, RecordedOperation};
use super::{ChangeTarget, Journals};
use crate::address::{ServerUrl, Slug};
use crate::storage;
use serde::{Deserialize, Serialize};

/// One push from this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PushRecord {
    /// When the push ran (RFC 3339, UTC).
    pub at: String,
    /// How the push ended.
    pub became: PushOutcome,
    /// When it was undone (RFC 3339, UTC).
    pub undone: Option<String>,
    /// Each write, in the order in which they were made.
    pub writes: Vec<WriteRecord>,
}

/// How a push ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PushOutcome {
    /// It was completed.
    Whole,
    /// It was interrupted.
    Stopped,
    /// Its undo was interrupted.
    HalfUndone,
    /// It was undone.
    Undone,
    /// Its undo only disabled the source, without deleting it.
    TurnedOff,
}

/// One write of a push.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteRecord {
    /// The kind of object that it wrote.
    pub target: ChangeTarget,
    /// What it did to the object.
    pub did: WriteAction,
    /// The fields that it wrote, as the API names them.
    pub fields: Vec<String>,
    /// Whether the server confirmed the write.
    pub confirmed: bool,
}

/// What a write did to its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum WriteAction {
    /// It created the object.
    Made,
    /// It changed fields of the object.
    Changed,
    /// It added the source to a login page.
    Shown,
}

impl Journals {
    /// The pushes from this machine to a source, the oldest first.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn pushes(&self, server: &ServerUrl, slug: &Slug) -> Result<Vec<PushRecord>, storage::Error> {
        Ok(self.read(server, slug)?.told())
    }
}

impl Journal {
    fn told(&self) -> Vec<PushRecord> {
        self.pushes.iter().map(PushRecord::from).collect()
    }
}

impl From<&JournaledPush> for PushRecord {
    fn from(push: &JournaledPush) -> Self {
        let became = match (&push.undone, &push.undoing) {
            (Some(_), _) if push.kept => PushOutcome::TurnedOff,
            (Some(_), _) => PushOutcome::Undone,
            (None, Some(_)) => PushOutcome::HalfUndone,
            (None, None) if push.left.is_empty() => PushOutcome::Whole,
            (None, None) => PushOutcome::Stopped,
        };
        let writes = push.writes.iter().map(|write| {
            let names = |fields: &super::fields::Fields| fields.keys().cloned().collect::<Vec<_>>();
            let (target, did, fields) = match &write.what {
                RecordedOperation::Created { kind, fields, .. } => ((*kind).into(), WriteAction::Made, names(fields)),
                RecordedOperation::Changed { kind, after, secret, .. } => {
                    let secret = kind.secret_field().filter(|_| *secret).map(str::to_owned);
                    ((*kind).into(), WriteAction::Changed, names(after).into_iter().chain(secret).collect())
                }
                RecordedOperation::Shown { .. } => (ChangeTarget::LoginPage, WriteAction::Shown, Vec::new()),
            };
            WriteRecord { target, did, fields, confirmed: write.done }
        });
        Self { at: push.at.clone(), became, undone: push.undone.clone(), writes: writes.collect() }
    }
}
