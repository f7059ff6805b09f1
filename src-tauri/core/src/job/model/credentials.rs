//! The second part of stage 3, as it is stored: the client credentials, where the secret is, and X's answer about them.

use crate::address::Slug;
use crate::credentials::{ClientId, PasteField, Recognised, recognise};
use crate::diagnosis::Symptom;
use crate::job::StoredSecret;
use crate::vault::{Key, SecretKind};
use crate::x::{CredentialProbe, CredentialVerdict};
use serde::{Deserialize, Serialize};

/// The client credentials that were entered, and X's answer about them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Credentials {
    /// The Client ID: only a value recognized as one, or one that the admin insisted on. A secret pasted into this
    /// field by mistake never gets here, because this struct is saved.
    pub client_id: Option<String>,
    /// The stored Client Secret, if there is one.
    pub secret: Option<StoredClientSecret>,
    /// X's newest answer about the credentials.
    pub checked: Option<CredentialCheck>,
}

/// A stored Client Secret. The secret itself is in the vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredClientSecret {
    /// Where it is stored, and how to recognize it.
    pub kept: StoredSecret,
    /// The slug that it is for.
    pub slug: Slug,
    /// What its shape tells; none if another run stored it.
    pub recognised: Option<Recognised>,
}

impl StoredClientSecret {
    /// Whether both refer to the same entry of the same vault.
    pub(in crate::job) fn is_of_same(&self, other: &Self) -> bool {
        (self.key(), self.kept.place) == (other.key(), other.kept.place)
    }

    pub(in crate::job) fn key(&self) -> Key {
        Key { server: self.kept.server.clone(), kind: SecretKind::ClientSecret(self.slug.clone()) }
    }
}

/// X's answer about client credentials, with what was asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CredentialCheck {
    /// The Client ID that X was asked about.
    pub client_id: String,
    /// When the secret that X was asked about was stored.
    pub secret_at: String,
    /// X's answer.
    pub probe: CredentialProbe,
}

impl Credentials {
    /// The Client ID.
    pub fn client_id(&self) -> Option<ClientId> {
        self.client_id.as_deref().map(ClientId::from)
    }

    /// X's newest answer, if it is about the credentials that are entered now.
    pub fn fresh_check(&self) -> Option<&CredentialCheck> {
        let (id, secret) = (self.client_id.as_ref()?, self.secret.as_ref()?);
        self.checked.as_ref().filter(|checked| checked.client_id == *id && checked.secret_at == secret.kept.at)
    }

    /// Why the job can't go on, if X refused the credentials.
    pub fn problem(&self) -> Option<Symptom> {
        match self.fresh_check()?.probe.pairing {
            CredentialVerdict::Accepted | CredentialVerdict::CannotTell { .. } => None,
            CredentialVerdict::SecretRefused => Some(Symptom::XSecretRefused),
            CredentialVerdict::ClientIdUnknown => Some(Symptom::XClientIdUnknown),
        }
    }

    /// What X's newest answer means for the credentials that are entered now.
    pub fn verdict(&self) -> Option<PairVerdict> {
        Some(match self.fresh_check()?.probe.pairing {
            CredentialVerdict::Accepted if self.may_be_public() => PairVerdict::IdOnly,
            CredentialVerdict::Accepted => PairVerdict::Accepted,
            CredentialVerdict::SecretRefused | CredentialVerdict::ClientIdUnknown => PairVerdict::Refused,
            CredentialVerdict::CannotTell { .. } => PairVerdict::CannotTell,
        })
    }

    fn may_be_public(&self) -> bool {
        self.client_id.as_deref().is_some_and(|id| recognise(id, PasteField::ClientId).recognised.kind.may_be_public())
    }

    /// Whether both Client ID and Client Secret were entered.
    pub fn is_complete(&self) -> bool {
        self.client_id.is_some() && self.secret.is_some()
    }
}

/// What X's answer means for the client credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PairVerdict {
    /// X accepts the credentials.
    Accepted,
    /// X knows the ID, and may not have checked the secret: the app is probably public [I, docs/evidence/x.md §5].
    IdOnly,
    /// X refuses the ID or the secret.
    Refused,
    /// The answer proves nothing.
    CannotTell,
}
