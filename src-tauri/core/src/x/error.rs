use super::error_body::{ErrorBody, is_foreign, plain, quoted, reset};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::net::{self, Response};
use std::time::Duration;

/// An answer of X's token or revoke endpoint that is a refusal, or can't be understood [docs/evidence/x.md §1.5].
#[derive(Debug, thiserror::Error)]
pub enum OauthError {
    /// No answer arrived.
    #[error(transparent)]
    Net(#[from] net::Error),
    /// Row 1.
    #[error("X misses the grant type")]
    GrantTypeMissing,
    /// Row 2.
    #[error("X does not know the grant type")]
    GrantTypeUnknown,
    /// Row 3.
    #[error("X misses the client ID in the body")]
    ClientIdMissing,
    /// Row 4.
    #[error("X misses the code verifier")]
    VerifierMissing,
    /// Row 5.
    #[error("X does not know the client ID")]
    ClientIdUnknown,
    /// Row 6: "Missing valid authorization header" mostly means a wrong secret.
    #[error("X refuses the client secret")]
    SecretRefused,
    /// Row 7.
    #[error("X refuses the code")]
    CodeInvalid {
        /// The time from the callback to the exchange, if it is known.
        age: Option<Duration>,
    },
    /// Row 8.
    #[error("the callback differs from the one at the consent page")]
    RedirectDiffers,
    /// Row 9.
    #[error("the code verifier does not match the challenge")]
    VerifierDiffers,
    /// Row 10.
    #[error("X refuses the token")]
    TokenInvalid,
    /// Too many requests. It is unknown whether this endpoint has a limit [U, docs/evidence/x.md §1.5].
    #[error("X has had too many requests")]
    RateLimited {
        /// When to try again.
        reset: Option<String>,
    },
    /// 5xx.
    #[error("X is not available (HTTP {status})")]
    Unavailable {
        /// The status.
        status: u16,
    },
    /// An answer that isn't in any form of X's API: a page or a redirect, probably from something between here and X.
    #[error("something answers in X's place (HTTP {status})")]
    Foreign {
        /// The status.
        status: u16,
        /// What the answer says, redacted and shortened.
        said: String,
    },
    /// Any other answer.
    #[error("X answers something unknown (HTTP {status})")]
    Unknown {
        /// The status.
        status: u16,
        /// X's message, redacted and shortened.
        said: String,
    },
}

/// The grant that was sent to the token endpoint. It decides what `invalid_grant` means, which X itself has never been
/// seen to send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GrantInput {
    Code,
    Token,
}

impl OauthError {
    /// Parses a refusal. The values in `hide` must not be quoted.
    pub(super) fn read(answer: &Response, handed: GrantInput, hide: &[&str]) -> Self {
        let said = ErrorBody::read(&answer.body);
        if let Some(known) = Self::known(&said, handed) {
            return known;
        }
        match StatusMeaning::of(answer, &said) {
            StatusMeaning::TooMany => Self::RateLimited { reset: reset(answer) },
            StatusMeaning::Fault => Self::Unavailable { status: answer.status },
            StatusMeaning::Foreign => Self::Foreign { status: answer.status, said: quoted(answer, hide) },
            StatusMeaning::Nothing => Self::Unknown { status: answer.status, said: quoted(answer, hide) },
        }
    }

    /// By the description, whatever the status. A code alone names no row: X has never been seen to send one, and by
    /// the standard `invalid_client` and `unauthorized_client` mean more than X's rows 5 and 6 (RFC 6749 §5.2). But
    /// `invalid_grant` and `unsupported_grant_type` mean there just what X's rows do.
    fn known(said: &ErrorBody, handed: GrantInput) -> Option<Self> {
        let description = said.description.as_deref().map(plain).unwrap_or_default();
        let row = match description.as_str() {
            "missing required parameter [grant_type]" => Some(Self::GrantTypeMissing),
            "missing required parameter [client_id]" => Some(Self::ClientIdMissing),
            "missing required parameter [code_verifier]" => Some(Self::VerifierMissing),
            "value passed for the client id was invalid" => Some(Self::ClientIdUnknown),
            "missing valid authorization header" => Some(Self::SecretRefused),
            "value passed for the authorization code was invalid" => Some(Self::CodeInvalid { age: None }),
            "value passed for the code verifier did not match the code challenge" => Some(Self::VerifierDiffers),
            "value passed for the token was invalid" => Some(Self::TokenInvalid),
            text if text.starts_with("value passed for the redirect uri did not match") => Some(Self::RedirectDiffers),
            text if text.starts_with("value passed for the grant type was invalid") => Some(Self::GrantTypeUnknown),
            _ => None,
        };
        row.or_else(|| match said.error.as_deref()? {
            "invalid_grant" => Some(match handed {
                GrantInput::Code => Self::CodeInvalid { age: None },
                GrantInput::Token => Self::TokenInvalid,
            }),
            "unsupported_grant_type" => Some(Self::GrantTypeUnknown),
            _ => None,
        })
    }
}

/// What the status means if the text of the answer isn't known.
enum StatusMeaning {
    /// Too many requests, by the standard (RFC 6585 §4).
    TooMany,
    /// An error on the other side.
    Fault,
    /// The answer isn't from X's API.
    Foreign,
    /// The status means nothing here, because it is only a hint.
    Nothing,
}

impl StatusMeaning {
    fn of(answer: &Response, said: &ErrorBody) -> Self {
        let words = said.words().map(|words| plain(&words));
        let title = said.title.as_deref().map(plain).filter(|_| said.is_bare());
        match title.as_deref() {
            Some("too many requests") => return Self::TooMany,
            Some("service unavailable") => return Self::Fault,
            _ => {}
        }
        let of_limits = |words: &str| words.contains("too many requests") || words.contains("rate limit");
        match answer.status {
            500..=599 => Self::Fault,
            _ if is_foreign(answer) => Self::Foreign,
            429 if words.as_deref().is_none_or(of_limits) => Self::TooMany,
            _ => Self::Nothing,
        }
    }
}

impl Diagnosed for OauthError {
    fn symptom(&self) -> Symptom {
        match self {
            Self::Net(error) => error.symptom(),
            Self::GrantTypeMissing => Symptom::XGrantTypeMissing,
            Self::GrantTypeUnknown => Symptom::XGrantTypeUnknown,
            Self::ClientIdMissing => Symptom::XClientIdMissing,
            Self::VerifierMissing => Symptom::XCodeVerifierMissing,
            Self::ClientIdUnknown => Symptom::XClientIdUnknown,
            Self::SecretRefused => Symptom::XSecretRefused,
            Self::CodeInvalid { age } => {
                Symptom::XCodeInvalid { age_seconds: age.map(|age| u32::try_from(age.as_secs()).unwrap_or(u32::MAX)) }
            }
            Self::RedirectDiffers => Symptom::XRedirectDiffers,
            Self::VerifierDiffers => Symptom::XVerifierDiffers,
            Self::TokenInvalid => Symptom::XTokenInvalid,
            Self::RateLimited { reset } => Symptom::XRateLimited { reset: reset.clone() },
            Self::Unavailable { status } => Symptom::XUnavailable { status: *status },
            Self::Foreign { status, said } => Symptom::XAnswerForeign { status: *status, said: said.clone() },
            Self::Unknown { status, said } => Symptom::XAnswerUnknown { status: *status, said: said.clone() },
        }
    }
}

/// An answer for X's profile that is a refusal, or can't be understood [docs/evidence/x.md §2.2].
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// No answer arrived.
    #[error(transparent)]
    Net(#[from] net::Error),
    /// The access token isn't accepted.
    #[error("X refuses the access token")]
    TokenRefused,
    /// "Forbidden" without a reason that has a name: mostly a scope is missing, `tweet.read` above all. Only who knows
    /// what was granted can tell.
    #[error("X refuses the profile")]
    Forbidden {
        /// What the answer says, redacted and shortened; empty if that is no more than "Forbidden".
        said: String,
    },
    /// The app is not in a package, or not in Production.
    #[error("the app is not enrolled")]
    ClientNotEnrolled {
        /// The numeric App ID, where X names it.
        app: Option<String>,
    },
    /// X charges the person who signs in, and that person isn't enrolled.
    #[error("the person is not enrolled")]
    UserNotEnrolled,
    /// The token belongs to the app, and not to a person.
    #[error("the token is the app's own")]
    AppOnlyToken,
    /// The developer account has no credits.
    #[error("the developer account has no credits")]
    CreditsDepleted,
    /// The spending limit is reached.
    #[error("the spending limit is reached")]
    SpendCapReached,
    /// Too many requests in a short time.
    #[error("X has had too many requests")]
    RateLimited {
        /// When to try again.
        reset: Option<String>,
    },
    /// The allowance of an old plan is used up.
    #[error("the plan's allowance is used up")]
    UsageCapReached,
    /// A profile without `data.id`, which identifies the person.
    #[error("the profile has no id")]
    WithoutId,
    /// 5xx.
    #[error("X is not available (HTTP {status})")]
    Unavailable {
        /// The status.
        status: u16,
    },
    /// An answer that isn't in any form of X's API: a page or a redirect, probably from something between here and X.
    #[error("something answers in X's place (HTTP {status})")]
    Foreign {
        /// The status.
        status: u16,
        /// What the answer says, redacted and shortened.
        said: String,
    },
    /// Any other answer.
    #[error("X answers something unknown (HTTP {status})")]
    Unknown {
        /// The status.
        status: u16,
        /// X's message, redacted and shortened.
        said: String,
    },
}

impl ProfileError {
    /// Parses an answer that contains no profile. The values in `hide` must not be quoted.
    pub(super) fn read(answer: &Response, hide: &[&str]) -> Self {
        let said = ErrorBody::read(&answer.body);
        if let Some(known) = Self::known(&said) {
            return known;
        }
        if said.is_bare() && said.title.as_deref().map(plain).as_deref() == Some("forbidden") {
            let more = said.detail.as_deref().map(plain).is_some_and(|detail| detail != "forbidden");
            return Self::Forbidden { said: if more { quoted(answer, hide) } else { String::new() } };
        }
        match StatusMeaning::of(answer, &said) {
            StatusMeaning::TooMany => Self::RateLimited { reset: reset(answer) },
            StatusMeaning::Fault => Self::Unavailable { status: answer.status },
            StatusMeaning::Foreign => Self::Foreign { status: answer.status, said: quoted(answer, hide) },
            StatusMeaning::Nothing if answer.status == 200 && said.words().is_none() && is_profile(answer) => {
                Self::WithoutId
            }
            StatusMeaning::Nothing => Self::Unknown { status: answer.status, said: quoted(answer, hide) },
        }
    }

    /// By reason, problem type and title, whatever the status: each of the three is missing somewhere. The titles of
    /// HTTP itself ("Unauthorized") count only where no type or reason says more.
    fn known(said: &ErrorBody) -> Option<Self> {
        let [reason, kind, title] = [&said.reason, &said.kind, &said.title].map(|text| text.as_deref().map(plain));
        match reason.as_deref() {
            Some("client-not-enrolled") => return Some(Self::ClientNotEnrolled { app: said.app.clone() }),
            Some("user-not-enrolled") => return Some(Self::UserNotEnrolled),
            _ => {}
        }
        // The title may be no more than "Forbidden" [R, docs/evidence/x.md §2.2], and both may come under one type
        // [U, docs/evidence/x.md §2.2]: any of the three says it.
        if [&said.reason, &said.title, &said.detail].into_iter().flatten().any(|words| is_of_spend_cap(words)) {
            return Some(Self::SpendCapReached);
        }
        match kind.as_deref() {
            Some("credits" | "credits-depleted") => return Some(Self::CreditsDepleted),
            Some("usage-capped") => return Some(Self::UsageCapReached),
            Some("unsupported-authentication") => return Some(Self::AppOnlyToken),
            _ => {}
        }
        match title.as_deref() {
            Some("creditsdepleted") => Some(Self::CreditsDepleted),
            Some("usagecapexceeded") => Some(Self::UsageCapReached),
            Some("unsupported authentication") => Some(Self::AppOnlyToken),
            Some("unauthorized") if said.is_bare() => Some(Self::TokenRefused),
            _ => None,
        }
    }
}

/// Whether these words of X's tell of the spending limit, however they are spelt: `SpendCapReached`, "monthly spend cap
/// reached" [R, docs/evidence/x.md §2.2].
fn is_of_spend_cap(words: &str) -> bool {
    let words: String = words.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    ["spendcap", "spendingcap", "spendlimit", "spendinglimit"].iter().any(|limit| words.contains(limit))
}

/// Whether the answer is a profile that lacks its data: `data` is missing or an empty object.
fn is_profile(answer: &Response) -> bool {
    let body: Option<serde_json::Map<String, serde_json::Value>> = answer.json();
    body.is_some_and(|body| body.is_empty() || body.get("data").is_some_and(serde_json::Value::is_object))
}

impl Diagnosed for ProfileError {
    fn symptom(&self) -> Symptom {
        match self {
            Self::Net(error) => error.symptom(),
            Self::TokenRefused => Symptom::XTokenRefused,
            Self::Forbidden { said } if said.is_empty() => Symptom::XScopeMissing,
            Self::Forbidden { said } => Symptom::XAnswerUnknown { status: 403, said: said.clone() },
            Self::ClientNotEnrolled { app } => Symptom::XClientNotEnrolled { app: app.clone() },
            Self::UserNotEnrolled => Symptom::XUserNotEnrolled,
            Self::AppOnlyToken => Symptom::XAppOnlyToken,
            Self::CreditsDepleted => Symptom::XCreditsDepleted,
            Self::SpendCapReached => Symptom::XSpendCapReached,
            Self::RateLimited { reset } => Symptom::XRateLimited { reset: reset.clone() },
            Self::UsageCapReached => Symptom::XUsageCapReached,
            Self::WithoutId => Symptom::XProfileWithoutId,
            Self::Unavailable { status } => Symptom::XUnavailable { status: *status },
            Self::Foreign { status, said } => Symptom::XAnswerForeign { status: *status, said: said.clone() },
            Self::Unknown { status, said } => Symptom::XAnswerUnknown { status: *status, said: said.clone() },
        }
    }
}
