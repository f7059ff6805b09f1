//! Finds client credentials in a text with several values: X's dialog, lines of a configuration file, a Basic header,
//! or a whole page of keys.

use super::kind::{PasteKind, is_base64url, kind_of};
use super::{ClientCredentials, ClientId, ClientSecret, PasteCertainty};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use secrecy::SecretString;

/// What a text of several words contains.
pub(super) enum Block {
    /// Exactly one value that is or may be a Client ID, one that is or may be its secret, and how certain both are.
    Pair(ClientCredentials, PasteCertainty),
    /// The keys of OAuth 1.0 and no Client ID.
    Old,
}

/// Finds the client credentials, or the keys of OAuth 1.0 in their place.
pub(super) fn read(text: &str) -> Option<Block> {
    basic(text).or_else(|| labelled(text)).or_else(|| by_shape(text))
}

/// The only usable value in a longer text, such as a whole page or dialog on which the other value was hidden.
pub(super) fn only_value(text: &str) -> Option<&str> {
    let found = ExtractedValues::of(text);
    match (found.ids.as_slice(), value_behind(text, "secret")) {
        ([id], None) => Some(id),
        ([], Some(secret)) if matches!(kind_of(secret).0, PasteKind::ClientSecret | PasteKind::AmbiguousSecret) => {
            Some(secret)
        }
        _ => None,
    }
}

/// The value without a label that was copied with it: `Client ID: M1M5…`, `CLIENT_SECRET=…`, `Bearer AAAA…`.
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
        "clientsecretid",
        "consumerkey",
        "consumersecret",
        "refreshtoken",
        "secret",
    ];
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '=' | '"' | '\'' | '>' | '*' | '`');
    // A token may end in padding, which no label does.
    let at = text.trim_end_matches('=').rfind(is_between)?;
    let (label, value) = text.split_at(at);
    let value = value.trim_start_matches(is_between);
    let label: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let is_label = label.len() <= 40 && LABELS.iter().any(|known| label.ends_with(known));
    (is_label && !value.is_empty()).then_some(value)
}

/// `Basic <base64 of id:secret>` (RFC 7617), as it stands in a copied request.
fn basic(text: &str) -> Option<Block> {
    let word = text.rsplit(char::is_whitespace).next()?;
    let decoded = BASE64_STANDARD.decode(word).ok()?;
    let text = std::str::from_utf8(&decoded).ok()?;
    labelled(text).or_else(|| by_shape(text))
}

/// Each value behind its name, in whatever form: the words of X's dialog, JSON, shell, YAML, a query.
fn labelled(text: &str) -> Option<Block> {
    let id = value_behind(text, "id")?;
    let secret = value_behind(text, "secret")?;
    // If both names have the same value, the text was copied wrong. The value is then taken for the ID, because X shows
    // an ID where it hides a secret.
    if id == secret {
        return None;
    }
    Some(match (kind_of(id).0, kind_of(secret).0) {
        // Many guides call the API Key a Client ID.
        (PasteKind::ApiKey, _) => Block::Old,
        (
            PasteKind::ClientSecret | PasteKind::AmbiguousSecret,
            PasteKind::ClientIdConfidential | PasteKind::ClientIdNative,
        ) => pair(secret, id)?,
        _ => pair(id, secret)?,
    })
}

fn value_behind<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let lower = text.to_ascii_lowercase();
    let mut found = None;
    for (at, client) in lower.match_indices("client") {
        let rest = &lower[at + client.len()..];
        let rest = rest.strip_prefix([' ', '_', '-', '\u{a0}']).unwrap_or(rest);
        let Some(rest) = after_name(rest, name) else { continue };
        // ASCII lower case keeps every byte where it was.
        let value = text[text.len() - rest.len()..].trim_start_matches(is_between);
        // A hyphen may stand between a name and its value, and may begin the value.
        let value = value.strip_prefix("- ").map_or(value, |value| value.trim_start_matches(is_between));
        let value = &value[..value.bytes().position(|byte| !is_base64url(byte)).unwrap_or(value.len())];
        // A shorter text is the next word of a sentence.
        if value.len() >= 16 {
            if found.is_some_and(|earlier| earlier != value) {
                return None;
            }
            found = Some(value);
        }
    }
    found
}

/// What follows "ID" or "Secret" after "Client". X has called the Client ID "Client Secret ID" too
/// [R, docs/evidence/x.md §3.2].
fn after_name<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let joint = [' ', '_', '-', '\u{a0}'];
    let id_after_secret =
        rest.strip_prefix("secret").and_then(|rest| rest.strip_prefix(joint)).and_then(|rest| rest.strip_prefix("id"));
    // `client_secret_identifier` is neither.
    let id_after_secret = id_after_secret.filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    match (name, id_after_secret) {
        ("id", Some(rest)) => Some(rest),
        ("secret", Some(_)) => None,
        _ => rest.strip_prefix(name),
    }
}

/// What stands between a name and its value, and around a value, in the forms that people copy from.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '='
                | '"'
                | '\''
                | '`'
                | ','
                | ';'
                | '>'
                | '<'
                | '|'
                | '*'
                | '&'
                | '?'
                | '{'
                | '}'
                | '('
                | ')'
                | '['
                | ']'
                | '\\'
                | '$'
                | '@'
        )
        || matches!(c, '–' | '—' | '→' | '•' | '“' | '”' | '‘' | '’')
}

/// The values in a text that are recognized by their shape, each once.
#[derive(Default)]
struct ExtractedValues<'a> {
    ids: Vec<&'a str>,
    secrets: Vec<&'a str>,
    old: Vec<&'a str>,
}

impl<'a> ExtractedValues<'a> {
    fn of(text: &'a str) -> Self {
        let mut found = Self::default();
        for word in text.split(is_between).filter(|word| word.len() >= 16) {
            // Letters alone may be a word of the page.
            let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
            let kind = kind_of(word).0;
            let list = if matches!(kind, PasteKind::ClientIdConfidential | PasteKind::ClientIdNative) {
                &mut found.ids
            } else if matches!(kind, PasteKind::ClientSecret | PasteKind::AmbiguousSecret) {
                &mut found.secrets
            } else if has_digit && is_old(kind) {
                &mut found.old
            } else {
                continue;
            };
            if !list.contains(&word) {
                list.push(word);
            }
        }
        found
    }
}

fn is_old(kind: PasteKind) -> bool {
    matches!(kind, PasteKind::ApiKey | PasteKind::OldSecret | PasteKind::OldAccessToken | PasteKind::BearerToken)
}

/// Finds values without names, or with names in another language.
fn by_shape(text: &str) -> Option<Block> {
    let found = ExtractedValues::of(text);
    match (found.ids.as_slice(), found.secrets.as_slice(), found.old.as_slice()) {
        ([id], [secret], []) => pair(id, secret),
        // Among other keys, a secret without its name could be the API Key's.
        ([id], _, [_, ..]) => value_behind(text, "secret").and_then(|secret| pair(id, secret)),
        ([], secrets, old) if !old.is_empty() && secrets.len() + old.len() > 1 => Some(Block::Old),
        _ => None,
    }
}

/// The two as a pair, unless one of them can't be what it is called: lengths and alphabets decide, not names.
fn pair(id: &str, secret: &str) -> Option<Block> {
    let (of_id, of_secret) = (kind_of(id), kind_of(secret));
    let may_be_id = matches!(
        of_id.0,
        PasteKind::ClientIdConfidential
            | PasteKind::ClientIdNative
            | PasteKind::ClientIdOther
            | PasteKind::ClientIdDamaged
    );
    let may_be_secret =
        matches!(of_secret.0, PasteKind::ClientSecret | PasteKind::AmbiguousSecret | PasteKind::SecretOfOddLength);
    (may_be_id && may_be_secret).then(|| {
        let pair = ClientCredentials { id: ClientId::from(id), secret: ClientSecret::from(SecretString::from(secret)) };
        let is_doubtful = of_id.0 == PasteKind::ClientIdDamaged;
        Block::Pair(pair, if is_doubtful { PasteCertainty::Low } else { of_id.1.min(of_secret.1) })
    })
}
