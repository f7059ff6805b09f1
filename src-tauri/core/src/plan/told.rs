//! What the journal tells of the pushes to a source: when, what of which object, and whether it was taken back. No value
//! is in it, no secret and no fingerprint.

use super::journal::{Journal, Push, Wrote};
use super::{Journals, Target};
use crate::address::{ServerUrl, Slug};
use crate::draft;
use serde::{Deserialize, Serialize};

/// A push from this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PushTold {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// What became of it.
    pub became: Became,
    /// When it was undone (RFC 3339, UTC).
    pub undone: Option<String>,
    /// Each write, in its order.
    pub writes: Vec<WriteTold>,
}

/// What became of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Became {
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
pub struct WriteTold {
    /// What it was about.
    pub target: Target,
    /// What it did.
    pub did: Did,
    /// The fields that it wrote, as the API names them.
    pub fields: Vec<String>,
    /// Whether the server said yes to it.
    pub confirmed: bool,
}

/// What a write did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "WriteDid"))]
#[serde(rename_all = "camelCase")]
pub enum Did {
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
    pub fn told(&self, server: &ServerUrl, slug: &Slug) -> Result<Vec<PushTold>, draft::Error> {
        Ok(self.read(server, slug)?.told())
    }
}

impl Journal {
    fn told(&self) -> Vec<PushTold> {
        self.pushes.iter().map(PushTold::from).collect()
    }
}

impl From<&Push> for PushTold {
    fn from(push: &Push) -> Self {
        let became = match (&push.undone, &push.undoing) {
            (Some(_), _) if push.kept => Became::TurnedOff,
            (Some(_), _) => Became::Undone,
            (None, Some(_)) => Became::HalfUndone,
            (None, None) if push.left.is_empty() => Became::Whole,
            (None, None) => Became::Stopped,
        };
        let writes = push.writes.iter().map(|write| {
            let names = |fields: &super::fields::Fields| fields.keys().cloned().collect::<Vec<_>>();
            let (target, did, fields) = match &write.what {
                Wrote::Created { kind, fields, .. } => ((*kind).into(), Did::Made, names(fields)),
                Wrote::Changed { kind, after, secret, .. } => {
                    let secret = secret.then(|| SECRET.to_owned());
                    ((*kind).into(), Did::Changed, names(after).into_iter().chain(secret).collect())
                }
                Wrote::Shown { .. } => (Target::LoginPage, Did::Shown, Vec::new()),
            };
            WriteTold { target, did, fields, confirmed: write.done }
        });
        Self { at: push.at.clone(), became, undone: push.undone.clone(), writes: writes.collect() }
    }
}
