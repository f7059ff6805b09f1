//! Stage 4: the client credentials: what was pasted, where the secret is stored, and what X answers about them.

mod enter;
mod page;

pub use enter::{Override, PasteResult, RejectedPaste, accept_anyway, accept_paste, merge_paste, swap_fields};
pub(super) use page::page;
pub use page::{CredentialsPage, PairAnswer, PairVerdict, PasteOffer};

use super::stages::{self, StageStatus};
use super::{Environment, Job, StoredSecret};
use crate::address::{ServerUrl, Slug};
use crate::credentials::{ClientCredentials, ClientId, ClientSecret, PasteField, Recognised, recognise};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::msg;
use crate::stage::Stage;
use crate::vault::{Key, SecretKind};
use crate::x::{self, CredentialProbe, CredentialVerdict};
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
    pub(super) fn is_of_same(&self, other: &Self) -> bool {
        (self.key(), self.kept.place) == (other.key(), other.kept.place)
    }

    pub(super) fn key(&self) -> Key {
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
    pub fn fresh(&self) -> Option<&CredentialCheck> {
        let (id, secret) = (self.client_id.as_ref()?, self.secret.as_ref()?);
        self.checked.as_ref().filter(|checked| checked.client_id == *id && checked.secret_at == secret.kept.at)
    }

    /// Why the job can't go on, if X refused the credentials.
    pub fn problem(&self) -> Option<Symptom> {
        match self.fresh()?.probe.pairing {
            CredentialVerdict::Accepted | CredentialVerdict::CannotTell { .. } => None,
            CredentialVerdict::SecretRefused => Some(Symptom::XSecretRefused),
            CredentialVerdict::ClientIdUnknown => Some(Symptom::XClientIdUnknown),
        }
    }

    /// What X's newest answer means for the credentials that are entered now.
    pub fn verdict(&self) -> Option<PairVerdict> {
        Some(match self.fresh()?.probe.pairing {
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

/// The key of this job's Client Secret; `None` while address or slug aren't usable.
fn key(job: &Job) -> Option<(ServerUrl, Slug, Key)> {
    let url = job.server.url()?;
    let slug = job.names.slug()?;
    let key = Key::client_secret(&url, &slug);
    Some((url, slug, key))
}

/// A record that the keyring may hold this job's secret from another run. Whether it does turns out when the secret is
/// needed.
pub fn from_keyring(job: &Job) -> Option<StoredClientSecret> {
    let (url, slug) = job.server.url().zip(job.names.slug())?;
    Some(StoredClientSecret { kept: StoredSecret::in_keyring(&url), slug, recognised: None })
}

/// Reads the Client Secret from the vault.
///
/// # Errors
/// When none was entered, it is gone, or the keyring can't be read.
pub async fn client_secret(environment: &Environment, job: &Job) -> Result<ClientSecret, Symptom> {
    let kept = job.credentials.secret.as_ref().ok_or(Symptom::SecretNeeded)?;
    environment.get(kept.key(), kept.kept.place).await?.map(ClientSecret::from).ok_or(Symptom::SecretForgotten)
}

/// Deletes the Client Secret from the vault.
///
/// # Errors
/// When the keyring refuses.
pub async fn forget_secret(environment: &Environment, kept: &StoredClientSecret) -> Result<(), Symptom> {
    environment.delete(kept.key(), kept.kept.place).await
}

/// Asks X about the credentials, without a sign-in. One request.
///
/// # Errors
/// When the credentials aren't complete, or the secret can't be read.
pub async fn check(environment: &Environment, job: &Job) -> Result<CredentialCheck, Symptom> {
    let id = job.credentials.client_id().ok_or(Symptom::SecretNeeded)?;
    let secret = client_secret(environment, job).await?;
    let client_id = id.as_str().to_owned();
    let probe = ask(environment, &ClientCredentials { id, secret }).await?;
    Ok(CredentialCheck {
        client_id,
        secret_at: job.credentials.secret.as_ref().map(|kept| kept.kept.at.clone()).unwrap_or_default(),
        probe,
    })
}

/// Asks X about any client credentials. One request.
pub(super) async fn ask(environment: &Environment, pair: &ClientCredentials) -> Result<CredentialProbe, Symptom> {
    let net = environment.net(None).map_err(|error| error.symptom())?.at(Stage::Credentials);
    Ok(x::probe(&net, &environment.clock, &environment.endpoints(), pair).await)
}

pub(super) fn status(job: &Job) -> StageStatus {
    if key(job).is_none() {
        return stages::after(if job.server.url().is_none() { Stage::Server } else { Stage::Names });
    }
    let credentials = &job.credentials;
    match credentials.problem() {
        Some(Symptom::XSecretRefused) => return stages::attention(msg::stage_secret_refused()),
        Some(Symptom::XClientIdUnknown) => return stages::attention(msg::stage_id_unknown()),
        Some(_) => return stages::attention(msg::stage_problems(1_u32)),
        None => {}
    }
    match (&credentials.client_id, &credentials.secret, credentials.verdict()) {
        (None, None, _) => stages::not_started(),
        (Some(_), Some(_), Some(PairVerdict::Accepted)) => stages::done(),
        _ => stages::in_progress(),
    }
}
