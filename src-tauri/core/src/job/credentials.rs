//! Stage 4: the Client ID and the Client Secret: what was pasted, where it is kept, and what X says of the pair.

use super::server::ending;
use super::stages::{self, Told};
use super::{Act, Bar, Desk, Draft, Kept, Place, Session};
use crate::address::{ServerUrl, Slug};
use crate::credentials::{ClientId, ClientSecret, Field, Kind as What, Pair, Recognised, Verdict, recognise};
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::stage::Stage;
use crate::vault::{Key, Kind};
use crate::words::said;
use crate::x::{self, Pairing, Probe};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// What was entered, and what X said of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Credentials {
    /// The Client ID: only what was recognised as one, or what the admin insists on. A secret pasted into its field by
    /// mistake never gets here, since this is saved.
    pub client_id: Option<String>,
    /// That a Client Secret is kept.
    pub secret: Option<KeptSecret>,
    /// What X said of the pair.
    pub checked: Option<Checked>,
}

/// A kept Client Secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeptSecret {
    /// That it is kept.
    pub kept: Kept,
    /// The slug that it is for.
    pub slug: Slug,
    /// What its shape says; none if it was kept by another run.
    pub recognised: Option<Recognised>,
}

impl KeptSecret {
    /// Whether both are one entry of one vault.
    pub(super) fn is_of_same(&self, other: &Self) -> bool {
        (self.key(), self.kept.place) == (other.key(), other.kept.place)
    }

    pub(super) fn key(&self) -> Key {
        Key { server: self.kept.server.clone(), kind: Kind::ClientSecret(self.slug.clone()) }
    }
}

/// What X said of a pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// The Client ID asked about.
    pub client_id: String,
    /// When the secret asked about had been put away.
    pub secret_at: String,
    /// The answer.
    pub probe: Probe,
}

impl Credentials {
    /// The Client ID.
    pub fn client_id(&self) -> Option<ClientId> {
        self.client_id.as_deref().map(ClientId::from)
    }

    /// The newest answer of X, if it is about what is entered now.
    pub fn fresh(&self) -> Option<&Checked> {
        let (id, secret) = (self.client_id.as_ref()?, self.secret.as_ref()?);
        self.checked.as_ref().filter(|checked| checked.client_id == *id && checked.secret_at == secret.kept.at)
    }

    /// What stands against going on, if X refused the pair.
    pub fn problem(&self) -> Option<Symptom> {
        match self.fresh()?.probe.pairing {
            Pairing::Accepted | Pairing::CannotTell { .. } => None,
            Pairing::SecretRefused => Some(Symptom::XSecretRefused),
            Pairing::ClientIdUnknown => Some(Symptom::XClientIdUnknown),
        }
    }

    /// Whether both are there.
    pub fn is_complete(&self) -> bool {
        self.client_id.is_some() && self.secret.is_some()
    }
}

/// The key of this job's Client Secret; `None` while address or slug aren't usable.
fn key(draft: &Draft) -> Option<(ServerUrl, Slug, Key)> {
    let url = draft.server.url()?;
    let slug = draft.names.slug()?;
    let key = Key::client_secret(&url, &slug);
    Some((url, slug, key))
}

/// What came of a paste, to be merged into the draft.
#[derive(Clone, Debug)]
pub struct Entered {
    field: Field,
    recognised: Recognised,
    id: Option<String>,
    secret: Option<KeptSecret>,
    refused: Option<Symptom>,
}

/// Whether to take a value that looks like something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Insist {
    /// Take only what may be right.
    No,
    /// The admin knows better.
    Yes,
}

/// Takes what was pasted into one of the two fields. A Client Secret is put away at once; a whole pair fills both.
pub async fn enter(
    desk: &Desk,
    draft: &Draft,
    field: Field,
    text: &SecretString,
    place: Place,
    insist: Insist,
) -> Entered {
    let pasted = recognise(text.expose_secret(), field);
    let recognised = pasted.recognised.clone();
    let may_be = recognised.verdict != Verdict::Wrong && recognised.kind.field() == field;
    let taken = recognised.kind != What::Empty && (may_be || insist == Insist::Yes);
    let (id, secret) = match (pasted.pair(), field) {
        (Some(pair), _) => (Some(pair.id.clone()), Some(pair.secret.clone())),
        (None, Field::ClientId) => (pasted.client_id().filter(|_| taken), None),
        (None, Field::ClientSecret) => (None, pasted.client_secret().filter(|_| taken)),
    };
    let (secret, refused) = match secret {
        Some(secret) => match keep(desk, draft, &secret, place).await {
            Ok(kept) => (Some(kept), None),
            Err(symptom) => (None, Some(symptom)),
        },
        None => (None, None),
    };
    Entered { field, recognised, id: id.map(|id| id.as_str().to_owned()), secret, refused }
}

async fn keep(desk: &Desk, draft: &Draft, secret: &ClientSecret, place: Place) -> Result<KeptSecret, Symptom> {
    let (url, slug, key) = key(draft).ok_or(Symptom::SecretNeeded)?;
    let text = SecretString::from(secret.expose_secret());
    let place = desk.place(place);
    let kept = Kept { ending: ending(&text), at: desk.clock.stamp(), place, server: url.as_str().to_owned() };
    desk.put(key, text, place).await?;
    let recognised = Some(recognise(secret.expose_secret(), Field::ClientSecret).recognised);
    Ok(KeptSecret { kept, slug, recognised })
}

/// That the keyring may hold this job's secret from another run; whether it does turns out when it is needed.
pub fn from_keyring(draft: &Draft) -> Option<KeptSecret> {
    let (url, slug) = draft.server.url().zip(draft.names.slug())?;
    Some(KeptSecret { kept: Kept::in_keyring(&url), slug, recognised: None })
}

/// Merges a paste into the session. A Client ID's field that now holds something else holds no Client ID.
pub fn entered(session: &mut Session, entered: Entered) {
    session.keyring = entered.refused;
    match entered.field {
        Field::ClientId => session.id_recognised = Some(entered.recognised),
        Field::ClientSecret => session.secret_recognised = Some(entered.recognised),
    }
    let Some(draft) = &mut session.draft else { return };
    if entered.id.is_some() || entered.field == Field::ClientId {
        draft.credentials.client_id = entered.id;
    }
    if entered.secret.is_some() {
        draft.credentials.secret = entered.secret;
    }
}

/// Takes the Client Secret out of where it is kept.
///
/// # Errors
/// When none was entered, it is gone, or the keyring can't be read.
pub async fn client_secret(desk: &Desk, draft: &Draft) -> Result<ClientSecret, Symptom> {
    let kept = draft.credentials.secret.as_ref().ok_or(Symptom::SecretNeeded)?;
    desk.get(kept.key(), kept.kept.place).await?.map(ClientSecret::from).ok_or(Symptom::SecretForgotten)
}

/// Forgets the Client Secret where it is kept.
///
/// # Errors
/// When the keyring refuses.
pub async fn forget_secret(desk: &Desk, kept: &KeptSecret) -> Result<(), Symptom> {
    desk.delete(kept.key(), kept.kept.place).await
}

/// Asks X about the pair, without a sign-in. One request.
///
/// # Errors
/// When the pair isn't complete, or the secret can't be had.
pub async fn check(desk: &Desk, draft: &Draft) -> Result<Checked, Symptom> {
    let id = draft.credentials.client_id().ok_or(Symptom::SecretNeeded)?;
    let secret = client_secret(desk, draft).await?;
    let net = desk.net(None).map_err(|error| error.symptom())?.at(Stage::Credentials);
    let client_id = id.as_str().to_owned();
    let probe = x::probe(&net, &desk.clock, &desk.endpoints(), &Pair { id, secret }).await;
    Ok(Checked {
        client_id,
        secret_at: draft.credentials.secret.as_ref().map(|kept| kept.kept.at.clone()).unwrap_or_default(),
        probe,
    })
}

pub(super) fn told(draft: &Draft) -> Told {
    if key(draft).is_none() {
        return stages::after(if draft.server.url().is_none() { Stage::Server } else { Stage::Names });
    }
    let credentials = &draft.credentials;
    match credentials.problem() {
        Some(Symptom::XSecretRefused) => return stages::attention(said::stage_secret_refused()),
        Some(Symptom::XClientIdUnknown) => return stages::attention(said::stage_id_unknown()),
        Some(_) => return stages::attention(said::stage_problems(1_u32)),
        None => {}
    }
    match (&credentials.client_id, &credentials.secret, credentials.fresh().map(|checked| &checked.probe.pairing)) {
        (None, None, _) => stages::not_started(),
        (Some(_), Some(_), Some(Pairing::Accepted)) => stages::done(),
        _ => stages::in_progress(),
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CredentialsPage {
    /// The Client ID that is used.
    pub client_id: Option<String>,
    /// What was recognised in the Client ID's field.
    pub id_recognised: Option<Recognised>,
    /// The kept Client Secret.
    pub secret: Option<Kept>,
    /// What was recognised in the Client Secret's field.
    pub secret_recognised: Option<Recognised>,
    /// Why the keyring didn't take the secret.
    pub keyring: Option<Diagnosis>,
    /// What X answered.
    pub answer: Option<Answer>,
    /// What is wrong with the pair, or why X's answer proves nothing.
    pub problem: Option<Diagnosis>,
    /// The bar below.
    pub bar: Bar,
}

/// X's answer about a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PairAnswer"))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// What it means.
    pub verdict: PairVerdict,
    /// X's words, redacted and short.
    pub said: Option<String>,
    /// When X was asked (RFC 3339, UTC).
    pub at: String,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// Its number in this run's trace.
    pub exchange: Option<u32>,
}

/// What X's answer means for the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PairVerdict {
    /// X takes the pair.
    Accepted,
    /// X refuses one of the two.
    Refused,
    /// The answer proves nothing.
    CannotTell,
}

impl Answer {
    fn of(probe: &Probe) -> Self {
        Self {
            verdict: match probe.pairing {
                Pairing::Accepted => PairVerdict::Accepted,
                Pairing::SecretRefused | Pairing::ClientIdUnknown => PairVerdict::Refused,
                Pairing::CannotTell { .. } => PairVerdict::CannotTell,
            },
            said: probe.said.clone(),
            at: probe.at.clone(),
            millis: probe.millis,
            exchange: probe.exchange,
        }
    }
}

pub(super) fn page(draft: &Draft, session: &Session) -> CredentialsPage {
    let credentials = &draft.credentials;
    let id_recognised = session
        .id_recognised
        .clone()
        .or_else(|| credentials.client_id.as_deref().map(|id| recognise(id, Field::ClientId).recognised));
    CredentialsPage {
        client_id: credentials.client_id.clone(),
        id_recognised,
        secret: credentials.secret.as_ref().map(|secret| secret.kept.clone()),
        secret_recognised: session
            .secret_recognised
            .clone()
            .or_else(|| credentials.secret.as_ref().and_then(|secret| secret.recognised.clone())),
        keyring: session.keyring.as_ref().map(Diagnosis::from),
        answer: credentials.fresh().map(|checked| Answer::of(&checked.probe)),
        problem: credentials.fresh().and_then(|checked| checked.probe.symptom()).as_ref().map(Diagnosis::from),
        bar: bar(credentials),
    }
}

fn bar(credentials: &Credentials) -> Bar {
    let ask = || (Act::AskX, said::bar_ask_x());
    let (act, label) = ask();
    match (&credentials.client_id, &credentials.secret, credentials.fresh().map(|checked| &checked.probe.pairing)) {
        (None, None, _) => Bar::wait(act, label, said::bar_needs_pair()),
        (None, Some(_), _) => Bar::wait(act, label, said::bar_needs_id()),
        (Some(_), None, _) => Bar::wait(act, label, said::bar_needs_secret()),
        (Some(_), Some(_), None) => Bar::go(act, label),
        (Some(_), Some(_), Some(Pairing::Accepted)) => Bar::go(Act::Continue, said::bar_continue_signin()),
        (Some(_), Some(_), Some(Pairing::SecretRefused | Pairing::ClientIdUnknown)) => {
            Bar::go(Act::AskX, said::bar_ask_again()).because(said::bar_mend_pair())
        }
        (Some(_), Some(_), Some(Pairing::CannotTell { .. })) => {
            Bar::go(Act::Continue, said::bar_continue_signin()).or(Act::AskX, said::bar_ask_again())
        }
    }
}
