use super::decode;
use super::kind::kind_of;
use super::pair::{self, Block};
use super::{ClientCredentials, ClientId, ClientSecret, PasteCertainty, PasteField, PasteKind};
use crate::i18n::{Message, msg};
use crate::paste;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// The result of recognizing a pasted value. It doesn't contain the value, because it is sent to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Recognised {
    /// The kind of the value.
    pub kind: PasteKind,
    /// How certain the kind is.
    pub certainty: PasteCertainty,
    /// Whether the value belongs in the field that it was pasted into.
    pub verdict: PasteVerdict,
    /// The kind in words.
    pub says: Message,
    /// How to fix the value, if something is wrong with it.
    pub mend: Option<Message>,
    /// The surrounding characters that were removed.
    pub removed: Vec<Message>,
}

/// Whether a value belongs in the field that it was pasted into. Only a wrong value is not accepted, unless the person
/// insists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PasteVerdict {
    /// It has the right shape.
    Fits,
    /// It may be right.
    Suspicious,
    /// It is something else, or belongs elsewhere.
    Wrong,
}

/// A pasted value with the result of recognizing it. It never leaves the core.
#[derive(Clone, Debug)]
pub struct PastedValue {
    /// The part that may be shown.
    pub recognised: Recognised,
    value: SecretString,
    pair: Option<ClientCredentials>,
}

impl PastedValue {
    /// The value as a Client ID, no matter what it was recognized as; for client credentials, their ID. `None` if
    /// nothing was pasted.
    pub fn client_id(&self) -> Option<ClientId> {
        match &self.pair {
            Some(pair) => Some(pair.id.clone()),
            None => Some(self.value.expose_secret()).filter(|text| !text.is_empty()).map(ClientId::from),
        }
    }

    /// The value as a Client Secret, no matter what it was recognized as; for client credentials, their secret. `None`
    /// if nothing was pasted.
    pub fn client_secret(&self) -> Option<ClientSecret> {
        match &self.pair {
            Some(pair) => Some(pair.secret.clone()),
            None if self.value.expose_secret().is_empty() => None,
            None => Some(ClientSecret::from(self.value.clone())),
        }
    }

    /// The client credentials, if both values were pasted at once.
    pub fn pair(&self) -> Option<&ClientCredentials> {
        self.pair.as_ref()
    }
}

/// Recognizes what was pasted into a field, and removes surrounding characters.
pub fn recognise(pasted: &str, field: PasteField) -> PastedValue {
    read(pasted, Some(field))
}

/// Recognizes a value that was not pasted into a particular field.
pub fn identify(pasted: &str) -> PastedValue {
    read(pasted, None)
}

fn read(pasted: &str, field: Option<PasteField>) -> PastedValue {
    let stripped = paste::strip(pasted);
    let mut removed = stripped.removed;
    let of_no_value = |kind, removed| judge(kind, PasteCertainty::High, field, 0, removed);
    // The joiners are part of some languages' words, but of no credential; in the middle of a name or a value they would
    // hide it.
    let text: String = stripped.text.chars().filter(|c| !matches!(c, '\u{200c}' | '\u{200d}')).collect();
    if text.len() != stripped.text.len() && !removed.contains(&msg::pasted_invisible()) {
        removed.push(msg::pasted_invisible());
    }
    let mut value = SecretString::from(text);
    if let Some(plain) = decode::decoded(value.expose_secret()) {
        removed.push(msg::credentials_said_decoded());
        value = SecretString::from(plain);
    }
    match pair::read(value.expose_secret()) {
        Some(Block::Pair(pair, certainty)) => {
            let recognised = judge(PasteKind::Pair, certainty, field, 0, removed);
            return PastedValue { recognised, value: SecretString::default(), pair: Some(pair) };
        }
        Some(Block::Old) => {
            let recognised = of_no_value(PasteKind::OldPair, removed);
            return PastedValue { recognised, value: SecretString::default(), pair: None };
        }
        None => {}
    }

    let mut found = kind_of(value.expose_secret());
    let is_several = |value: &SecretString| value.expose_secret().contains(char::is_whitespace);
    if matches!(found.0, PasteKind::Unknown | PasteKind::Placeholder) {
        if let Some(rest) = pair::without_label(value.expose_secret()) {
            let rest = paste::strip(rest);
            removed.push(msg::credentials_said_label());
            removed.extend(rest.removed.into_iter().filter(|message| !removed.contains(message)).collect::<Vec<_>>());
            value = SecretString::from(rest.text.into_owned());
            found = kind_of(value.expose_secret());
        }
        // A value that was broken into lines; more than three pieces are a sentence.
        if (2..=3).contains(&value.expose_secret().split_whitespace().count()) {
            let joined = SecretString::from(value.expose_secret().split_whitespace().collect::<String>());
            let whole = kind_of(joined.expose_secret());
            if whole.1 == PasteCertainty::High || whole.0 == PasteKind::AmbiguousSecret {
                removed.push(msg::credentials_said_inner());
                (value, found) = (joined, whole);
            }
        }
    }
    if is_several(&value)
        && let Some(only) = pair::only_value(value.expose_secret())
    {
        removed.push(msg::credentials_said_around());
        let only = SecretString::from(only);
        found = kind_of(only.expose_secret());
        value = only;
    }
    if found.0 == PasteKind::Unknown && is_several(&value) {
        let recognised = of_no_value(PasteKind::Several, removed);
        return PastedValue { recognised, value: SecretString::default(), pair: None };
    }
    let length = value.expose_secret().chars().count();
    PastedValue { recognised: judge(found.0, found.1, field, length, removed), value, pair: None }
}

fn judge(
    kind: PasteKind,
    certainty: PasteCertainty,
    field: Option<PasteField>,
    length: usize,
    removed: Vec<Message>,
) -> Recognised {
    let field = field.unwrap_or(kind.field());
    let find = match field {
        PasteField::ClientId => msg::credentials_mend_find_id(),
        PasteField::ClientSecret => msg::credentials_mend_find_secret(),
    };
    let in_own_field = kind.field() == field;
    let (verdict, mend) = match kind {
        // One secret in five makes it medium, and only X can tell; one that is cut or has another ending makes it low.
        PasteKind::Pair if certainty == PasteCertainty::Low => {
            (PasteVerdict::Suspicious, Some(msg::credentials_mend_pair()))
        }
        PasteKind::Pair => (PasteVerdict::Fits, None),
        // One Client Secret in five has only letters and digits, so the shape is right; X tells what it is, and the probe
        // is one click away.
        PasteKind::ClientIdConfidential | PasteKind::ClientSecret | PasteKind::AmbiguousSecret if in_own_field => {
            (PasteVerdict::Fits, None)
        }
        PasteKind::ClientIdNative if in_own_field => (PasteVerdict::Suspicious, Some(msg::credentials_mend_native())),
        PasteKind::ClientIdOther if in_own_field => (PasteVerdict::Suspicious, Some(msg::credentials_mend_other())),
        PasteKind::ClientIdDamaged | PasteKind::SecretOfOddLength if in_own_field => {
            (PasteVerdict::Suspicious, Some(msg::credentials_mend_copy_again()))
        }
        PasteKind::ClientIdConfidential
        | PasteKind::ClientIdNative
        | PasteKind::ClientIdOther
        | PasteKind::ClientIdDamaged => (PasteVerdict::Wrong, Some(msg::credentials_mend_belongs_to_id())),
        PasteKind::ClientSecret | PasteKind::AmbiguousSecret | PasteKind::SecretOfOddLength => {
            (PasteVerdict::Wrong, Some(msg::credentials_mend_belongs_to_secret()))
        }
        PasteKind::Empty
        | PasteKind::ApiKey
        | PasteKind::OldPair
        | PasteKind::OldAccessToken
        | PasteKind::OldSecret
        | PasteKind::BearerToken
        | PasteKind::AccessToken
        | PasteKind::RefreshToken
        | PasteKind::AuthorizationCode
        | PasteKind::AppId
        | PasteKind::AccountId
        | PasteKind::Handle
        | PasteKind::Url
        | PasteKind::Masked
        | PasteKind::Placeholder
        | PasteKind::Several
        | PasteKind::Unknown => (PasteVerdict::Wrong, Some(find)),
    };
    Recognised { kind, certainty, verdict, says: says(kind, length), mend, removed }
}

fn says(kind: PasteKind, length: usize) -> Message {
    match kind {
        PasteKind::Empty => msg::credentials_kind_empty(),
        PasteKind::ClientIdConfidential => msg::credentials_kind_client_id_confidential(),
        PasteKind::ClientIdNative => msg::credentials_kind_client_id_native(),
        PasteKind::ClientIdOther => msg::credentials_kind_client_id_other(),
        PasteKind::ClientIdDamaged => msg::credentials_kind_client_id_damaged(length),
        PasteKind::ClientSecret => msg::credentials_kind_client_secret(),
        PasteKind::AmbiguousSecret => msg::credentials_kind_ambiguous_secret(),
        PasteKind::SecretOfOddLength => msg::credentials_kind_secret_of_odd_length(length),
        PasteKind::Pair => msg::credentials_kind_pair(),
        PasteKind::ApiKey => msg::credentials_kind_api_key(length),
        PasteKind::OldPair => msg::credentials_kind_old_pair(),
        PasteKind::OldAccessToken => msg::credentials_kind_old_access_token(),
        PasteKind::OldSecret => msg::credentials_kind_old_secret(),
        PasteKind::BearerToken => msg::credentials_kind_bearer_token(),
        PasteKind::AccessToken => msg::credentials_kind_access_token(),
        PasteKind::RefreshToken => msg::credentials_kind_refresh_token(),
        PasteKind::AuthorizationCode => msg::credentials_kind_authorization_code(),
        PasteKind::AppId => msg::credentials_kind_app_id(),
        PasteKind::AccountId => msg::credentials_kind_account_id(),
        PasteKind::Handle => msg::credentials_kind_handle(),
        PasteKind::Url => msg::credentials_kind_url(),
        PasteKind::Masked => msg::credentials_kind_masked(),
        PasteKind::Placeholder => msg::credentials_kind_placeholder(),
        PasteKind::Several => msg::credentials_kind_several(),
        PasteKind::Unknown => msg::credentials_kind_unknown(length),
    }
}
