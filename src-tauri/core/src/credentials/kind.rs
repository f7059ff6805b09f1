use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::{Deserialize, Serialize};

/// One of the two fields for client credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PasteField {
    /// The field for the Client ID.
    ClientId,
    /// The field for the Client Secret.
    ClientSecret,
}

/// The kind of a pasted value, judged by its shape [docs/evidence/x.md §4].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PasteKind {
    /// It is empty or only white space.
    Empty,
    /// 34 characters that decode to `…:1:ci`: the app was confidential when the ID was made, which doesn't prove what it
    /// is now [docs/evidence/x.md §4].
    ClientIdConfidential,
    /// 34 characters that decode to `…:1:na`. One article says so; no specimen is public.
    ClientIdNative,
    /// 34 characters with another ending: maybe a public client's.
    ClientIdOther,
    /// A Client ID that lost or gained characters, or had the case of its letters changed.
    ClientIdDamaged,
    /// 50 characters with `-` or `_` among them.
    ClientSecret,
    /// 50 letters and digits: a Client Secret or an API Key Secret.
    AmbiguousSecret,
    /// A value whose length is close to 50 characters.
    SecretOfOddLength,
    /// Client ID and Client Secret together.
    Pair,
    /// The API Key, which is the consumer key of OAuth 1.0.
    ApiKey,
    /// The API Key with its secret, perhaps with tokens from the same page: the credentials for OAuth 1.0.
    OldPair,
    /// OAuth 1.0's access token: the account's number, a hyphen, the rest.
    OldAccessToken,
    /// OAuth 1.0's access token secret, or an API Key Secret of older apps.
    OldSecret,
    /// The app-only token.
    BearerToken,
    /// A person's OAuth 2.0 access token.
    AccessToken,
    /// A person's OAuth 2.0 refresh token.
    RefreshToken,
    /// A code of the authorize step.
    AuthorizationCode,
    /// The app's number.
    AppId,
    /// The number of an account or a project.
    AccountId,
    /// A user name with its `@`.
    Handle,
    /// Any text that contains `://`.
    Url,
    /// A value that is masked with dots or stars.
    Masked,
    /// A placeholder from a guide.
    Placeholder,
    /// Several words or values without a Client ID and its secret among them.
    Several,
    /// None of the above.
    Unknown,
}

/// How certain the kind is, judged by the shape [docs/evidence/x.md §4, column "Confidence"].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum PasteCertainty {
    /// It is a guess.
    Low,
    /// It is likely.
    Medium,
    /// No other kind of value looks like this.
    High,
}

impl PasteKind {
    /// The field that a person who pastes this probably means.
    pub fn field(self) -> PasteField {
        match self {
            Self::ClientSecret
            | Self::AmbiguousSecret
            | Self::SecretOfOddLength
            | Self::OldSecret
            | Self::BearerToken
            | Self::AccessToken
            | Self::RefreshToken
            | Self::AuthorizationCode
            | Self::Masked => PasteField::ClientSecret,
            Self::Empty
            | Self::ClientIdConfidential
            | Self::ClientIdNative
            | Self::ClientIdOther
            | Self::ClientIdDamaged
            | Self::Pair
            | Self::ApiKey
            | Self::OldPair
            | Self::OldAccessToken
            | Self::AppId
            | Self::AccountId
            | Self::Handle
            | Self::Url
            | Self::Placeholder
            | Self::Several
            | Self::Unknown => PasteField::ClientId,
        }
    }

    /// Whether this is a Client ID or a Client Secret, complete or damaged.
    pub fn is_wanted(self) -> bool {
        matches!(
            self,
            Self::ClientIdConfidential
                | Self::ClientIdNative
                | Self::ClientIdOther
                | Self::ClientIdDamaged
                | Self::ClientSecret
                | Self::AmbiguousSecret
                | Self::SecretOfOddLength
        )
    }

    /// Whether a value of this kind is a secret: anybody who has it can use it.
    pub fn is_secret(self) -> bool {
        matches!(
            self,
            Self::ClientSecret
                | Self::AmbiguousSecret
                | Self::OldSecret
                | Self::OldAccessToken
                | Self::OldPair
                | Self::Pair
                | Self::BearerToken
                | Self::AccessToken
                | Self::RefreshToken
        )
    }

    /// Whether the text is a single value that could be used, of any kind.
    pub fn is_one_value(self) -> bool {
        !matches!(self, Self::Empty | Self::OldPair | Self::Several)
    }

    /// Whether an app with this Client ID may be public, by what it was when the ID was made. X probably accepts any secret of such an app
    /// [I, docs/evidence/x.md §5].
    pub fn may_be_public(self) -> bool {
        matches!(self, Self::ClientIdNative | Self::ClientIdOther)
    }
}

/// The kind of a single value from which surrounding characters have been removed.
pub(super) fn kind_of(text: &str) -> (PasteKind, PasteCertainty) {
    use PasteCertainty::{High, Low, Medium};
    let length = text.chars().count();
    let is_base64url = text.bytes().all(is_base64url);
    let is_alphanumeric = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());

    if text.is_empty() {
        return (PasteKind::Empty, High);
    }
    if text.contains("://") {
        return (PasteKind::Url, High);
    }
    if is_masked(text) {
        return (PasteKind::Masked, High);
    }
    if is_placeholder(text) {
        return (PasteKind::Placeholder, Medium);
    }
    if is_handle(text) {
        return (PasteKind::Handle, High);
    }
    if is_bearer_token(text) {
        return (PasteKind::BearerToken, High);
    }
    if is_number {
        return match length {
            7..=9 => (PasteKind::AppId, High),
            19 => (PasteKind::AccountId, Medium),
            _ => (PasteKind::Unknown, Low),
        };
    }
    // This check comes before the ones for secrets, because with a nine-digit account number this token has 50
    // characters and a hyphen too.
    if is_old_access_token(text) {
        return (PasteKind::OldAccessToken, High);
    }
    if let Some(kind) = person_token(text) {
        return (kind, High);
    }
    if is_base64url && let Some(found) = client_id(text) {
        return found;
    }
    match length {
        50 if is_alphanumeric => (PasteKind::AmbiguousSecret, Medium),
        50 if is_base64url => (PasteKind::ClientSecret, High),
        25 if is_alphanumeric => (PasteKind::ApiKey, High),
        18..=24 if is_alphanumeric => (PasteKind::ApiKey, Medium),
        40..=45 if is_alphanumeric => (PasteKind::OldSecret, Medium),
        46..=54 if is_base64url => (PasteKind::SecretOfOddLength, Low),
        _ => (PasteKind::Unknown, Low),
    }
}

pub(super) fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// X writes no padding; a pasted value may have lost the zero bits at its end.
pub(super) const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

fn client_id(text: &str) -> Option<(PasteKind, PasteCertainty)> {
    const LENGTH: usize = 34;
    /// What `:1:ci` and `:1:na` become at the end of 25 bytes.
    const CONFIDENTIAL: &str = "6MTpjaQ";
    const NATIVE: &str = "6MTpuYQ";

    if text.len() == LENGTH {
        let decoded = LENIENT.decode(text).ok();
        let inside = decoded.as_deref().and_then(|bytes| bytes.split_at_checked(20));
        return Some(match inside {
            Some((random, b":1:ci")) if random.iter().copied().all(is_base64url) => {
                (PasteKind::ClientIdConfidential, PasteCertainty::High)
            }
            Some((random, b":1:na")) if random.iter().copied().all(is_base64url) => {
                (PasteKind::ClientIdNative, PasteCertainty::Medium)
            }
            _ if ends_ignoring_case(text, CONFIDENTIAL) || ends_ignoring_case(text, NATIVE) => {
                (PasteKind::ClientIdDamaged, PasteCertainty::Medium)
            }
            _ => (PasteKind::ClientIdOther, PasteCertainty::Low),
        });
    }
    let is_near = (20..=45).contains(&text.len());
    let has_ending = [CONFIDENTIAL, NATIVE].iter().any(|ending| {
        // Too many characters on either side, or up to three missing at the end.
        text.contains(ending) || (4..ending.len()).any(|length| text.ends_with(&ending[..length]))
    });
    (is_near && has_ending).then_some((PasteKind::ClientIdDamaged, PasteCertainty::Medium))
}

fn ends_ignoring_case(text: &str, ending: &str) -> bool {
    text.len().checked_sub(ending.len()).is_some_and(|at| text[at..].eq_ignore_ascii_case(ending))
}

/// OAuth 2.0 tokens and codes decode to `…:<milliseconds>:1:1:at:1` [docs/evidence/x.md §1.4].
fn person_token(text: &str) -> Option<PasteKind> {
    if !(70..=160).contains(&text.len()) || !text.bytes().all(is_base64url) {
        return None;
    }
    let decoded = LENIENT.decode(text).ok()?;
    let mut fields = decoded.rsplit(|byte| *byte == b':');
    let is_digits = |field: &[u8], length| field.len() == length && field.iter().all(u8::is_ascii_digit);
    let _version = fields.next().filter(|field| is_digits(field, 1))?;
    let kind = match fields.next()? {
        b"at" => PasteKind::AccessToken,
        b"rt" => PasteKind::RefreshToken,
        b"ac" => PasteKind::AuthorizationCode,
        _ => return None,
    };
    let flags = [fields.next()?, fields.next()?];
    let time = fields.next()?;
    (flags.iter().all(|field| is_digits(field, 1)) && is_digits(time, 13)).then_some(kind)
}

fn is_bearer_token(text: &str) -> bool {
    let rest = text.trim_start_matches('A');
    text.len() - rest.len() >= 19
        && rest.len() >= 60
        && rest.bytes().all(|byte| is_base64url(byte) || matches!(byte, b'%' | b'+' | b'/' | b'='))
}

fn is_old_access_token(text: &str) -> bool {
    text.split_once('-').is_some_and(|(account, rest)| {
        (5..=20).contains(&account.len())
            && account.bytes().all(|byte| byte.is_ascii_digit())
            && (30..=50).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

fn is_handle(text: &str) -> bool {
    text.strip_prefix('@').is_some_and(|name| {
        (1..=15).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    })
}

fn is_masked(text: &str) -> bool {
    text.contains(['•', '●', '∙', '·', '⬤', '▪', '…', '＊']) || text.contains("***") || text.contains("...")
}

/// `YOUR_CLIENT_ID`, `client_secret`, `xxxxxxxx`: short words and one letter over and over, nothing random.
fn is_placeholder(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let words =
        ["client_id", "client-id", "clientid", "client_secret", "client-secret", "clientsecret", "your_", "your-"];
    let names_itself = words.iter().any(|word| lower.contains(word)) && text.len() <= 32;
    let mut chars = text.chars();
    let first = chars.next();
    let repeats = text.chars().count() >= 4 && chars.all(|c| Some(c) == first);
    names_itself || (repeats && !text.starts_with(|c: char| c.is_ascii_digit()))
}
