//! What the journal tells of the pushes to a source: when, what of which object, and whether it was taken back. No value
//! is in it, no secret and no fingerprint.

use super::journal::{Journal, JournaledPush, RecordedOperation};
use super::{ChangeTarget, Journals};
use crate::address::{ServerUrl, Slug};
use crate::storage;
use serde::{Deserialize, Serialize};

/// A push from this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PushRecord {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// What became of it.
    pub became: PushOutcome,
    /// When it was undone (RFC 3339, UTC).
    pub undone: Option<String>,
    /// Each write, in its order.
    pub writes: Vec<WriteRecord>,
}

/// What became of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PushOutcome {
    /// It went through.
    Whole,
    /// It stopped on its way.
    Stopped,
    /// Its undo stopped on its way.
    HalfUndone,
    /// It was undone.
    Undone,
    /// Its undo turned the source off, and left it there.
    TurnedOff,
}

/// One write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteRecord {
    /// What it was about.
    pub target: ChangeTarget,
    /// What it did.
    pub did: WriteAction,
    /// The fields that it wrote, as the API names them.
    pub fields: Vec<String>,
    /// Whether the server said yes to it.
    pub confirmed: bool,
}

/// What a write did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum WriteAction {
    /// It made it.
    Made,
    /// It changed it.
    Changed,
    /// It put the source on it.
    Shown,
}

/// The field that the secret goes into.
const SECRET: &str = "consumer_secret";

impl Journals {
    /// The pushes from this machine to a source, oldest first.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn told(&self, server: &ServerUrl, slug: &Slug) -> Result<Vec<PushRecord>, storage::Error> {
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
                    let secret = secret.then(|| SECRET.to_owned());
                    ((*kind).into(), WriteAction::Changed, names(after).into_iter().chain(secret).collect())
                }
                RecordedOperation::Shown { .. } => (ChangeTarget::LoginPage, WriteAction::Shown, Vec::new()),
            };
            WriteRecord { target, did, fields, confirmed: write.done }
        });
        Self { at: push.at.clone(), became, undone: push.undone.clone(), writes: writes.collect() }
    }
}
