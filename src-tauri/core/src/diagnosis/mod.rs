//! The catalogue of symptoms: for each, what happened, why, what to do, where to do it, and how well that is known.
//!
//! This module depends on no other module's error types. The code that notices a problem maps it to a [`Symptom`] (see
//! [`Diagnosed`]). The [`catalogue`](Symptom::entry) is one exhaustive match, so a symptom without an entry doesn't
//! compile, and a test compares each entry with the message files. What an entry rests on
//! is in `citations.rs`: sections of the [evidence pages](crate::evidence), which tests follow.

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
pub use symptom::{ForgottenSecret, Peer, PortOwner, Right, Symptom};

use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An error that has an entry in the catalogue.
pub trait Diagnosed {
    /// The symptom that the error corresponds to.
    fn symptom(&self) -> Symptom;
}

/// A symptom with its catalogue entry, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// The stable id, which the last line in the terminal shows.
    pub id: String,
    /// How severe it is.
    pub severity: Severity,
    /// What happened.
    pub title: Message,
    /// Why it happened, if that is known.
    pub why: Message,
    /// What to do.
    pub remedy: Message,
    /// The possible causes, the likeliest first; empty if there is only one cause, which `why` explains.
    pub causes: Vec<LikelyCause>,
    /// Where to do it.
    pub link: Option<Link>,
    /// How well the meaning of the symptom is known.
    pub evidence: Evidence,
    /// The action of this program that fixes it, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub mend: Option<FixAction>,
}

/// An action of this program that fixes a symptom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FixAction {
    /// The rotation of the Client Secret.
    Rotation,
}

impl Symptom {
    /// The action that fixes the symptom. If authentik's secret isn't the one that X accepts, a rotation brings X's
    /// secret to authentik.
    pub fn fix(&self) -> Option<FixAction> {
        let is_of_secret = matches!(
            self,
            Self::XSecretRefused
                | Self::SecretNotPushed
                | Self::SecretDrifted { .. }
                | Self::LoginSecretStale
                | Self::LoginPairAccepted
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
            id: Cow::Owned(format!("diagnosis-{id}{}{suffix}", symptom.wording())),
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
            mend: symptom.fix(),
        }
    }
}
