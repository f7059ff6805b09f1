//! The client credentials, as the page of stage 3 shows them.

use super::enter::RejectedPaste;
use crate::credentials::{PasteField, PasteVerdict, Recognised, recognise};
use crate::diagnosis::{Diagnosis, Evidence};
use crate::evidence::EvidencePage;
use crate::job::model::PairVerdict;
use crate::job::{Job, Session, StoredSecret};
use crate::x::{CredentialProbe, CredentialVerdict};
use serde::Serialize;

/// The client credentials, as the view shows them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CredentialsPage {
    /// The Client ID that is used.
    pub client_id: Option<String>,
    /// What was recognized in the Client ID's field.
    pub id_recognised: Option<Recognised>,
    /// The kept Client Secret.
    pub secret: Option<StoredSecret>,
    /// What was recognized in the Client Secret's field.
    pub secret_recognised: Option<Recognised>,
    /// What can be done with the value that was set aside in the Client ID's field.
    pub id_offer: Option<PasteOffer>,
    /// What can be done with the value that was set aside in the Client Secret's field.
    pub secret_offer: Option<PasteOffer>,
    /// Whether something was set aside in the Client Secret's field.
    pub secret_aside: bool,
    /// Why the keyring didn't store the secret.
    pub keyring: Option<Diagnosis>,
    /// What X answered.
    pub answer: Option<PairAnswer>,
    /// What is wrong with the credentials, or why X's answer proves nothing.
    pub problem: Option<Diagnosis>,
    /// Whether X is to be asked now: both are entered, and X wasn't asked about them yet.
    pub due: bool,
}

/// What can be done with a value that wasn't accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PasteOffer {
    /// Put it into the other field, where it belongs.
    Move,
    /// Swap the two: each is in the other's field.
    Swap,
    /// Accept it anyway.
    UseAnyway,
}

impl PasteOffer {
    fn of(field: PasteField, recognised: Option<&Recognised>, aside: &RejectedPaste) -> Option<Self> {
        let other = match field {
            PasteField::ClientId => PasteField::ClientSecret,
            PasteField::ClientSecret => PasteField::ClientId,
        };
        let set_aside = match field {
            PasteField::ClientId => aside.id.is_some(),
            PasteField::ClientSecret => aside.secret.is_some(),
        };
        match (aside.misplaced(field), aside.misplaced(other)) {
            (Some(_), Some(_)) => Some(Self::Swap),
            (Some(_), None) => Some(Self::Move),
            (None, _) => recognised
                .filter(|recognised| {
                    set_aside && recognised.verdict == PasteVerdict::Wrong && recognised.kind.is_one_value()
                })
                .map(|_| Self::UseAnyway),
        }
    }
}

/// X's answer about client credentials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PairAnswer {
    /// What it means.
    pub verdict: PairVerdict,
    /// How well it is known that this answer means it.
    pub evidence: Evidence,
    /// The day (`YYYY-MM-DD`) on which that was last checked.
    pub checked: Option<String>,
    /// X's own message, redacted and shortened.
    pub said: Option<String>,
    /// When X was asked (RFC 3339, UTC).
    pub at: String,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// Its number in this run's trace.
    pub exchange: Option<u32>,
}

impl PairAnswer {
    fn of(probe: &CredentialProbe, verdict: PairVerdict) -> Self {
        Self {
            verdict,
            evidence: match (verdict, &probe.pairing) {
                (PairVerdict::IdOnly, _) => Evidence::Inferred,
                (_, CredentialVerdict::SecretRefused) => Evidence::Observed,
                (_, CredentialVerdict::Accepted | CredentialVerdict::ClientIdUnknown) => Evidence::Reported,
                (_, CredentialVerdict::CannotTell { .. }) => Evidence::Unknown,
            },
            checked: EvidencePage::X.section("5").oldest().map(|day| day.to_string()),
            said: probe.said.clone(),
            at: probe.at.clone(),
            millis: probe.millis,
            exchange: probe.exchange,
        }
    }
}

pub(crate) fn page(job: &Job, session: &Session) -> CredentialsPage {
    let credentials = &job.credentials;
    let id_recognised = session
        .id_recognised
        .clone()
        .or_else(|| credentials.client_id.as_deref().map(|id| recognise(id, PasteField::ClientId).recognised));
    CredentialsPage {
        client_id: credentials.client_id.clone(),
        id_recognised,
        secret: credentials.secret.as_ref().map(|secret| secret.kept.clone()),
        secret_recognised: session
            .secret_recognised
            .clone()
            .or_else(|| credentials.secret.as_ref().and_then(|secret| secret.recognised.clone())),
        id_offer: PasteOffer::of(PasteField::ClientId, session.id_recognised.as_ref(), &session.aside),
        secret_offer: PasteOffer::of(PasteField::ClientSecret, session.secret_recognised.as_ref(), &session.aside),
        secret_aside: session.aside.secret.is_some(),
        keyring: session.keyring.as_ref().map(Diagnosis::from),
        answer: credentials
            .fresh_check()
            .zip(credentials.verdict())
            .map(|(checked, verdict)| PairAnswer::of(&checked.probe, verdict)),
        problem: credentials.fresh_check().and_then(|checked| checked.probe.symptom()).as_ref().map(Diagnosis::from),
        due: credentials.is_complete() && credentials.fresh_check().is_none() && !session.asking,
    }
}
