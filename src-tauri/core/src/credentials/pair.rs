//! Both values in one paste: the block that X's dialog shows, lines of a configuration file, a Basic header.

use super::kind::{Kind, is_base64url, kind_of};
use super::{ClientId, ClientSecret, Pair};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use secrecy::SecretString;

/// The two values, if the text holds exactly one that can be a Client ID and one that can be its secret.
pub(super) fn split(text: &str) -> Option<Pair> {
    basic(text).or_else(|| labelled(text)).or_else(|| bare(text))
}

/// A value whose label was copied along: `Client ID: M1M5…`, `CLIENT_SECRET=…`, `Bearer AAAA…`.
pub(super) fn without_label(text: &str) -> Option<&str> {
    const LABELS: &[&str] = &[
        "accesstoken",
        "accesstokensecret",
        "apikey",
        "apikeysecret",
        "apisecret",
        "appid",
        "authorization",
        "bearer",
        "bearertoken",
        "clientid",
        "clientsecret",
        "consumerkey",
        "consumersecret",
        "refreshtoken",
        "secret",
    ];
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '=' | '"' | '\'' | '>');
    // A token may end in padding, which no label does.
    let at = text.trim_end_matches('=').rfind(is_between)?;
    let (label, value) = text.split_at(at);
    let value = value.trim_start_matches(is_between);
    let label: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let is_label = label.len() <= 40 && LABELS.iter().any(|known| label.ends_with(known));
    (is_label && !value.is_empty()).then_some(value)
}

/// `Basic <base64 of id:secret>` (RFC 7617), as it stands in a copied request.
fn basic(text: &str) -> Option<Pair> {
    let word = text.rsplit(char::is_whitespace).next()?;
    let decoded = BASE64_STANDARD.decode(word).ok()?;
    bare(std::str::from_utf8(&decoded).ok()?)
}

/// Each value behind its name, in whatever form: the words of X's dialog, JSON, shell, YAML.
fn labelled(text: &str) -> Option<Pair> {
    let id = value_behind(text, "id")?;
    let secret = value_behind(text, "secret")?;
    Some(pair(id, secret))
}

fn value_behind<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let lower = text.to_ascii_lowercase();
    let mut found = None;
    for (at, client) in lower.match_indices("client") {
        let rest = &lower[at + client.len()..];
        let rest = rest.strip_prefix([' ', '_', '-', '\u{a0}']).unwrap_or(rest);
        let Some(rest) = rest.strip_prefix(name) else { continue };
        // ASCII lower case keeps every byte where it was.
        let value = text[text.len() - rest.len()..].trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, ':' | '=' | '"' | '\'' | '`' | ',' | '>' | '|')
        });
        let value = &value[..value.bytes().position(|byte| !is_base64url(byte)).unwrap_or(value.len())];
        // Shorter things are the next words of a sentence.
        if value.len() >= 16 {
            if found.is_some_and(|earlier| earlier != value) {
                return None;
            }
            found = Some(value);
        }
    }
    found
}

/// The two values with nothing but white space, a colon or a comma between them, the ID first or last.
fn bare(text: &str) -> Option<Pair> {
    let mut words =
        text.split(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';' | '"' | '\'')).filter(|w| !w.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    match (role(first)?, role(second)?) {
        (Role::Id, Role::Secret) => Some(pair(first, second)),
        (Role::Secret, Role::Id) => Some(pair(second, first)),
        (Role::Id, Role::Id) | (Role::Secret, Role::Secret) => None,
    }
}

enum Role {
    Id,
    Secret,
}

fn role(text: &str) -> Option<Role> {
    match kind_of(text).0 {
        Kind::ClientIdConfidential | Kind::ClientIdNative => Some(Role::Id),
        Kind::ClientSecret | Kind::AmbiguousSecret => Some(Role::Secret),
        Kind::Empty
        | Kind::ClientIdOther
        | Kind::ClientIdDamaged
        | Kind::SecretOfOddLength
        | Kind::Pair
        | Kind::ApiKey
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
        | Kind::Unknown => None,
    }
}

fn pair(id: &str, secret: &str) -> Pair {
    Pair { id: ClientId::from(id), secret: ClientSecret::from(SecretString::from(secret)) }
}
