use super::kind::kind_of;
use super::pair::{self, Block};
use super::{Certainty, ClientId, ClientSecret, Field, Kind, Pair};
use crate::pasted;
use crate::words::{Message, said};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// What a pasted value is, without the value: this crosses to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Recognised {
    /// What it is.
    pub kind: Kind,
    /// How sure that is.
    pub certainty: Certainty,
    /// Whether it belongs where it was pasted.
    pub verdict: Verdict,
    /// What it is, in words.
    pub says: Message,
    /// What to do, where something is amiss.
    pub mend: Option<Message>,
    /// What was taken off it.
    pub removed: Vec<Message>,
}

/// Whether a value belongs where it was pasted. Only what is wrong isn't taken, and that on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "PasteVerdict"))]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// It has the right shape.
    Fits,
    /// It may be right.
    Suspicious,
    /// It is something else, or belongs elsewhere.
    Wrong,
}

/// A pasted value with what it was recognised as. It stays in the core.
#[derive(Clone, Debug)]
pub struct Pasted {
    /// What may be shown.
    pub recognised: Recognised,
    value: SecretString,
    pair: Option<Pair>,
}

impl Pasted {
    /// The value as a Client ID, whatever it was recognised as; of a pair its ID. `None` if nothing was pasted.
    pub fn client_id(&self) -> Option<ClientId> {
        match &self.pair {
            Some(pair) => Some(pair.id.clone()),
            None => Some(self.value.expose_secret()).filter(|text| !text.is_empty()).map(ClientId::from),
        }
    }

    /// The value as a Client Secret, whatever it was recognised as; of a pair its secret. `None` if nothing was pasted.
    pub fn client_secret(&self) -> Option<ClientSecret> {
        match &self.pair {
            Some(pair) => Some(pair.secret.clone()),
            None if self.value.expose_secret().is_empty() => None,
            None => Some(ClientSecret::from(self.value.clone())),
        }
    }

    /// Both values, if both were pasted at once.
    pub fn pair(&self) -> Option<&Pair> {
        self.pair.as_ref()
    }
}

/// Says what was pasted into a field, and takes off what clings to it.
pub fn recognise(pasted: &str, field: Field) -> Pasted {
    read(pasted, Some(field))
}

/// Says what a value is that was pasted nowhere in particular.
pub fn identify(pasted: &str) -> Pasted {
    read(pasted, None)
}

fn read(pasted: &str, field: Option<Field>) -> Pasted {
    let stripped = pasted::strip(pasted);
    let mut removed = stripped.removed;
    let of_no_value = |kind, removed| judge(kind, Certainty::High, field, 0, removed);
    // The joiners are part of some languages' words, but of no credential; in the middle of a name or a value they would
    // hide it.
    let text: String = stripped.text.chars().filter(|c| !matches!(c, '\u{200c}' | '\u{200d}')).collect();
    if text.len() != stripped.text.len() && !removed.contains(&said::pasted_invisible()) {
        removed.push(said::pasted_invisible());
    }
    let mut value = SecretString::from(text);
    match pair::read(value.expose_secret()) {
        Some(Block::Pair(pair)) => {
            let recognised = of_no_value(Kind::Pair, removed);
            return Pasted { recognised, value: SecretString::default(), pair: Some(pair) };
        }
        Some(Block::Old) => {
            let recognised = of_no_value(Kind::OldPair, removed);
            return Pasted { recognised, value: SecretString::default(), pair: None };
        }
        None => {}
    }

    let mut found = kind_of(value.expose_secret());
    let is_several = |value: &SecretString| value.expose_secret().contains(char::is_whitespace);
    if matches!(found.0, Kind::Unknown | Kind::Placeholder) {
        if let Some(rest) = pair::without_label(value.expose_secret()) {
            let rest = pasted::strip(rest);
            removed.push(said::credentials_said_label());
            removed.extend(rest.removed.into_iter().filter(|message| !removed.contains(message)).collect::<Vec<_>>());
            value = SecretString::from(rest.text.into_owned());
            found = kind_of(value.expose_secret());
        }
        // A value that was broken into lines; more than three pieces are a sentence.
        if (2..=3).contains(&value.expose_secret().split_whitespace().count()) {
            let joined = SecretString::from(value.expose_secret().split_whitespace().collect::<String>());
            let whole = kind_of(joined.expose_secret());
            if whole.1 == Certainty::High || whole.0 == Kind::AmbiguousSecret {
                removed.push(said::credentials_said_inner());
                (value, found) = (joined, whole);
            }
        }
    }
    if is_several(&value)
        && let Some(only) = pair::only_value(value.expose_secret())
    {
        removed.push(said::credentials_said_around());
        let only = SecretString::from(only);
        found = kind_of(only.expose_secret());
        value = only;
    }
    if found.0 == Kind::Unknown && is_several(&value) {
        let recognised = of_no_value(Kind::Several, removed);
        return Pasted { recognised, value: SecretString::default(), pair: None };
    }
    let length = value.expose_secret().chars().count();
    Pasted { recognised: judge(found.0, found.1, field, length, removed), value, pair: None }
}

fn judge(kind: Kind, certainty: Certainty, field: Option<Field>, length: usize, removed: Vec<Message>) -> Recognised {
    let field = field.unwrap_or(kind.field());
    let find = match field {
        Field::ClientId => said::credentials_mend_find_id(),
        Field::ClientSecret => said::credentials_mend_find_secret(),
    };
    let in_own_field = kind.field() == field;
    let (verdict, mend) = match kind {
        Kind::Pair => (Verdict::Fits, None),
        Kind::ClientIdConfidential | Kind::ClientSecret if in_own_field => (Verdict::Fits, None),
        Kind::ClientIdNative if in_own_field => (Verdict::Suspicious, Some(said::credentials_mend_native())),
        Kind::ClientIdOther if in_own_field => (Verdict::Suspicious, Some(said::credentials_mend_other())),
        Kind::ClientIdDamaged | Kind::SecretOfOddLength if in_own_field => {
            (Verdict::Suspicious, Some(said::credentials_mend_copy_again()))
        }
        // Nothing to do but to ask X: the probe is one click away.
        Kind::AmbiguousSecret if in_own_field => (Verdict::Suspicious, None),
        Kind::ClientIdConfidential | Kind::ClientIdNative | Kind::ClientIdOther | Kind::ClientIdDamaged => {
            (Verdict::Wrong, Some(said::credentials_mend_belongs_to_id()))
        }
        Kind::ClientSecret | Kind::AmbiguousSecret | Kind::SecretOfOddLength => {
            (Verdict::Wrong, Some(said::credentials_mend_belongs_to_secret()))
        }
        Kind::Empty
        | Kind::ApiKey
        | Kind::OldPair
        | Kind::OldAccessToken
        | Kind::OldSecret
        | Kind::BearerToken
        | Kind::AccessToken
        | Kind::RefreshToken
        | Kind::AuthorizationCode
        | Kind::AppId
        | Kind::AccountId
        | Kind::Handle
        | Kind::Url
        | Kind::Masked
        | Kind::Placeholder
        | Kind::Several
        | Kind::Unknown => (Verdict::Wrong, Some(find)),
    };
    Recognised { kind, certainty, verdict, says: says(kind, length), mend, removed }
}

fn says(kind: Kind, length: usize) -> Message {
    match kind {
        Kind::Empty => said::credentials_kind_empty(),
        Kind::ClientIdConfidential => said::credentials_kind_client_id_confidential(),
        Kind::ClientIdNative => said::credentials_kind_client_id_native(),
        Kind::ClientIdOther => said::credentials_kind_client_id_other(),
        Kind::ClientIdDamaged => said::credentials_kind_client_id_damaged(length),
        Kind::ClientSecret => said::credentials_kind_client_secret(),
        Kind::AmbiguousSecret => said::credentials_kind_ambiguous_secret(),
        Kind::SecretOfOddLength => said::credentials_kind_secret_of_odd_length(length),
        Kind::Pair => said::credentials_kind_pair(),
        Kind::ApiKey => said::credentials_kind_api_key(length),
        Kind::OldPair => said::credentials_kind_old_pair(),
        Kind::OldAccessToken => said::credentials_kind_old_access_token(),
        Kind::OldSecret => said::credentials_kind_old_secret(),
        Kind::BearerToken => said::credentials_kind_bearer_token(),
        Kind::AccessToken => said::credentials_kind_access_token(),
        Kind::RefreshToken => said::credentials_kind_refresh_token(),
        Kind::AuthorizationCode => said::credentials_kind_authorization_code(),
        Kind::AppId => said::credentials_kind_app_id(),
        Kind::AccountId => said::credentials_kind_account_id(),
        Kind::Handle => said::credentials_kind_handle(),
        Kind::Url => said::credentials_kind_url(),
        Kind::Masked => said::credentials_kind_masked(),
        Kind::Placeholder => said::credentials_kind_placeholder(),
        Kind::Several => said::credentials_kind_several(),
        Kind::Unknown => said::credentials_kind_unknown(length),
    }
}
