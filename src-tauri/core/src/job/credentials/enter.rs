//! What happens with pasted text: which field it is for, where it is stored, and what is set aside because it looks
//! wrong.

use super::check::key;
use crate::credentials::{
    ClientId, ClientSecret, PasteField, PasteKind, PasteVerdict, PastedValue, Recognised, recognise,
};
use crate::diagnosis::Symptom;
use crate::i18n::msg;
use crate::job::misplaced::known_secrets;
use crate::job::model::StoredClientSecret;
use crate::job::{Environment, Job, SecretLocation, StoredSecret};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

/// Pasted values that weren't accepted, by the field that they were pasted into. They are in memory only, so that they
/// can be accepted after all, or moved to the right field, without crossing to the page and back.
#[derive(Clone, Debug, Default)]
pub struct RejectedPaste {
    /// The value from the Client ID's field.
    pub(super) id: Option<SecretString>,
    /// The value from the Client Secret's field.
    pub(super) secret: Option<SecretString>,
}

impl RejectedPaste {
    fn of(&self, field: PasteField) -> Option<&SecretString> {
        match field {
            PasteField::ClientId => self.id.as_ref(),
            PasteField::ClientSecret => self.secret.as_ref(),
        }
    }

    /// The value that was pasted into this field and belongs in the other one.
    pub(super) fn misplaced(&self, field: PasteField) -> Option<&SecretString> {
        self.of(field).filter(|text| {
            let kind = recognise(text.expose_secret(), field).recognised.kind;
            kind.is_wanted() && kind.field() != field
        })
    }
}

/// The result of a paste, to be merged into the job. Fields that the paste doesn't concern stay as they are.
#[derive(Clone, Debug)]
pub struct PasteResult {
    pub(super) id: Option<ClientIdInput>,
    pub(super) secret: Option<ClientSecretInput>,
    pub(super) refused: Option<Symptom>,
}

#[derive(Clone, Debug)]
pub(in crate::job) struct ClientIdInput {
    pub(super) recognised: Recognised,
    pub(super) taken: Option<String>,
    pub(super) aside: Option<SecretString>,
}

#[derive(Clone, Debug)]
pub(in crate::job) struct ClientSecretInput {
    pub(super) recognised: Recognised,
    pub(super) kept: Option<StoredClientSecret>,
    pub(super) aside: Option<SecretString>,
}

/// Whether to accept a value that looks like something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Override {
    /// Accept only what may be right.
    No,
    /// Accept it: the admin knows better.
    Yes,
}

/// Accepts what was pasted into one of the two fields. A Client Secret is stored at once; client credentials pasted
/// together fill both fields. What looks wrong is set aside, unless the admin insists.
pub async fn accept_paste(
    environment: &Environment,
    job: &Job,
    field: PasteField,
    text: &SecretString,
    place: SecretLocation,
    insist: Override,
) -> PasteResult {
    let pasted = recognise(text.expose_secret(), field);
    let Some(pair) = pasted.pair() else {
        return match field {
            PasteField::ClientId => {
                apply_values(environment, job, Some((pasted, text.clone())), None, place, insist).await
            }
            PasteField::ClientSecret => {
                apply_values(environment, job, None, Some((pasted, text.clone())), place, insist).await
            }
        };
    };
    let removed = pasted.recognised.removed.clone();
    let part = |text: &str, own: PasteField, split: fn() -> _| {
        let mut part = recognise(text, own);
        if own == field {
            part.recognised.removed.clone_from(&removed);
            part.recognised.removed.push(split());
        }
        (part, SecretString::from(text))
    };
    let id = part(pair.id.as_str(), PasteField::ClientId, msg::credentials_said_split_id);
    let secret = part(pair.secret.expose_secret(), PasteField::ClientSecret, msg::credentials_said_split_secret);
    apply_values(environment, job, Some(id), Some(secret), place, insist).await
}

/// Accepts the value that was set aside in this field, whatever it looks like. Also retries a value that the keyring
/// refused.
pub async fn accept_anyway(
    environment: &Environment,
    job: &Job,
    aside: &RejectedPaste,
    field: PasteField,
    place: SecretLocation,
) -> Option<PasteResult> {
    Some(accept_paste(environment, job, field, aside.of(field)?, place, Override::Yes).await)
}

/// Moves what was pasted into the wrong field to the right one: one value, or both if they were swapped.
pub async fn swap_fields(
    environment: &Environment,
    job: &Job,
    aside: &RejectedPaste,
    place: SecretLocation,
) -> PasteResult {
    let for_secret = aside.misplaced(PasteField::ClientId);
    let for_id = aside.misplaced(PasteField::ClientSecret);
    let read = |text: &SecretString, field| (recognise(text.expose_secret(), field), text.clone());
    let nothing = |field| (recognise("", field), SecretString::default());
    let id = match (for_id, for_secret) {
        (Some(text), _) => Some(read(text, PasteField::ClientId)),
        (None, Some(_)) => Some(nothing(PasteField::ClientId)),
        (None, None) => None,
    };
    let secret = match (for_secret, for_id) {
        (Some(text), _) => Some(read(text, PasteField::ClientSecret)),
        (None, Some(_)) => Some(nothing(PasteField::ClientSecret)),
        (None, None) => None,
    };
    apply_values(environment, job, id, secret, place, Override::No).await
}

async fn apply_values(
    environment: &Environment,
    job: &Job,
    id: Option<(PastedValue, SecretString)>,
    secret: Option<(PastedValue, SecretString)>,
    place: SecretLocation,
    insist: Override,
) -> PasteResult {
    let is_taken = |recognised: &Recognised| {
        recognised.kind.is_one_value() && (recognised.verdict != PasteVerdict::Wrong || insist == Override::Yes)
    };
    let entered = secret.as_ref().map(|(_, text)| text);
    let known = known_secrets(environment, job, entered, false).await;
    let id = id.map(|(pasted, text)| {
        // Nobody can insist that the secret itself is the Client ID, which is shown and stored in the clear.
        let is_secret = |id: &ClientId| known.stand_in(id.as_str());
        let taken = pasted.client_id().filter(|id| is_taken(&pasted.recognised) && !is_secret(id));
        let aside = (taken.is_none() && pasted.recognised.kind != PasteKind::Empty).then_some(text);
        ClientIdInput { recognised: pasted.recognised, taken: taken.map(|id| id.as_str().to_owned()), aside }
    });
    let mut refused = None;
    let secret = match secret {
        Some((pasted, text)) => {
            let kept = match pasted.client_secret().filter(|_| is_taken(&pasted.recognised)) {
                Some(secret) => {
                    store_secret(environment, job, secret, place).await.map_err(|symptom| refused = Some(symptom)).ok()
                }
                None => None,
            };
            let aside = (kept.is_none() && pasted.recognised.kind != PasteKind::Empty).then_some(text);
            Some(ClientSecretInput { recognised: pasted.recognised, kept, aside })
        }
        None => None,
    };
    PasteResult { id, secret, refused }
}

async fn store_secret(
    environment: &Environment,
    job: &Job,
    secret: ClientSecret,
    place: SecretLocation,
) -> Result<StoredClientSecret, Symptom> {
    let (url, slug, key) = key(job).ok_or(Symptom::SecretNeeded)?;
    let secret = secret.into_secret();
    let place = environment.place(place);
    let kept = StoredSecret::new(&environment.clock, &secret, place, url.as_str());
    let recognised = Some(recognise(secret.expose_secret(), PasteField::ClientSecret).recognised);
    environment.put(key, secret, place).await?;
    Ok(StoredClientSecret { kept, slug, recognised })
}
