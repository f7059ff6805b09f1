//! The catalogue of symptoms: what happened, why, what to do, where, and how well it is known.
//!
//! It knows nobody's error type. Whoever notices something maps it to a [`Symptom`] (see [`Diagnosed`]); the
//! [`catalogue`](Symptom::entry) is one exhaustive match, so a symptom without an entry doesn't compile, and a test
//! holds each entry against the message files. What an entry rests on stands in `citations.rs`: sections of the
//! [evidence pages](crate::evidence), which tests follow.

mod catalogue;
mod cause;
mod citations;
mod link;
mod ranked;
#[cfg(any(test, feature = "samples"))]
mod samples;
mod symptom;
#[cfg(test)]
mod tests;

pub use catalogue::{CatalogueEntry, Evidence, Severity};
pub use cause::{Cause, LikelyCause};
pub use citations::{citations, cited_causes, cited_diagnoses};
pub use link::{Link, LinkTarget};
pub use symptom::{Peer, PortOwner, Right, Symptom};

use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An error that has an entry in the catalogue.
pub trait Diagnosed {
    /// What was noticed, in the catalogue's terms.
    fn symptom(&self) -> Symptom;
}

/// A symptom with its entry, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// The stable id, as the terminal's last line says it.
    pub id: String,
    /// How bad it is.
    pub severity: Severity,
    /// What happened.
    pub title: Message,
    /// Why, as far as it is known.
    pub why: Message,
    /// What to do.
    pub remedy: Message,
    /// What it can come from, the likeliest first; empty where there is one cause, which `why` tells.
    pub causes: Vec<LikelyCause>,
    /// Where to do it.
    pub link: Option<Link>,
    /// How well the meaning of what was seen is known.
    pub evidence: Evidence,
    /// What of this program mends it, where something does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub mend: Option<FixAction>,
}

/// What of this program mends something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FixAction {
    /// The renewal of the Client Secret.
    Rotation,
}

impl Symptom {
    /// What of this program mends it: where authentik's secret isn't the one that X takes, a renewal brings that over.
    pub fn mend(&self) -> Option<FixAction> {
        let is_of_secret = matches!(
            self,
            Self::XSecretRefused | Self::SecretNotPushed | Self::LoginSecretStale | Self::LoginPairAccepted
        );
        is_of_secret.then_some(FixAction::Rotation)
    }
}

impl From<&Symptom> for Diagnosis {
    fn from(symptom: &Symptom) -> Self {
        let CatalogueEntry { id, severity, link, evidence } = symptom.entry();
        let causes = symptom.causes().iter().copied().map(LikelyCause::from).collect();
        // That each of these is in the message files is the catalogue's own test.
        let part = |suffix: &str| Message {
            id: Cow::Owned(format!("diagnosis-{id}{suffix}")),
            args: symptom.args().into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect(),
        };
        Self {
            id: id.to_owned(),
            severity,
            title: part(""),
            why: part(".why"),
            remedy: part(".remedy"),
            causes,
            link,
            evidence,
            mend: symptom.mend(),
        }
    }
}
