use super::said::{Said, quoted, reset};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::net::{self, Answer};
use std::time::Duration;

/// X's token or revoke endpoint refuses, or can't be understood [§1.5].
#[derive(Debug, thiserror::Error)]
pub enum OauthError {
    /// No answer came.
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
        /// From the callback to the exchange, where it is known.
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
    /// Too many requests; whether this endpoint limits them is unknown [U §1.5].
    #[error("X has had too many requests")]
    RateLimited {
        /// When to ask again.
        reset: Option<String>,
    },
    /// 5xx.
    #[error("X is not available (HTTP {status})")]
    Unavailable {
        /// The status.
        status: u16,
    },
    /// Anything else.
    #[error("X answers something unknown (HTTP {status})")]
    Unknown {
        /// The status.
        status: u16,
        /// X's words, redacted and short.
        said: String,
    },
}

/// What was handed to the token endpoint: `invalid_grant`, which X itself has never been seen to send, means this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Handed {
    Code,
    Token,
}

impl OauthError {
    /// Reads a refusal; `hide` are the values that mustn't be quoted.
    pub(super) fn read(answer: &Answer, handed: Handed, hide: &[&str]) -> Self {
        let said = Said::read(&answer.body);
        if let Some(known) = Self::known(&said, answer.status, handed) {
            return known;
        }
        match answer.status {
            429 => Self::RateLimited { reset: reset(answer) },
            status @ 500..=599 => Self::Unavailable { status },
            status => Self::Unknown { status, said: quoted(answer, hide) },
        }
    }

    /// By description, then by the error's code where there is no description, and last by code and status.
    fn known(said: &Said, status: u16, handed: Handed) -> Option<Self> {
        if let Some(description) = &said.description {
            let text = description.trim_end_matches('.').to_lowercase();
            let row = match text.as_str() {
                "missing required parameter [grant_type]" => Some(Self::GrantTypeMissing),
                "missing required parameter [client_id]" => Some(Self::ClientIdMissing),
                "missing required parameter [code_verifier]" => Some(Self::VerifierMissing),
                "value passed for the client id was invalid" => Some(Self::ClientIdUnknown),
                "missing valid authorization header" => Some(Self::SecretRefused),
                "value passed for the authorization code was invalid" => Some(Self::CodeInvalid { age: None }),
                "value passed for the code verifier did not match the code challenge" => Some(Self::VerifierDiffers),
                "value passed for the token was invalid" => Some(Self::TokenInvalid),
                text if text.starts_with("value passed for the redirect uri did not match") => {
                    Some(Self::RedirectDiffers)
                }
                text if text.starts_with("value passed for the grant type was invalid") => Some(Self::GrantTypeUnknown),
                _ => None,
            };
            if row.is_some() {
                return row;
            }
        }
        match (said.error.as_deref()?, said.description.is_some(), status) {
            ("invalid_client", false, _) => Some(Self::ClientIdUnknown),
            ("unauthorized_client", false, _) | ("unauthorized_client", true, 401) => Some(Self::SecretRefused),
            ("invalid_grant", _, _) => Some(match handed {
                Handed::Code => Self::CodeInvalid { age: None },
                Handed::Token => Self::TokenInvalid,
            }),
            ("unsupported_grant_type", _, _) => Some(Self::GrantTypeUnknown),
            _ => None,
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
            Self::Unknown { status, said } => Symptom::XAnswerUnknown { status: *status, said: said.clone() },
        }
    }
}

/// X's profile is refused, or can't be understood [§2.2].
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// No answer came.
    #[error(transparent)]
    Net(#[from] net::Error),
    /// The access token isn't accepted.
    #[error("X refuses the access token")]
    TokenRefused,
    /// A scope is missing, mostly `tweet.read`.
    #[error("the token lacks a scope")]
    ScopeMissing,
    /// The app is in no package, or not in Production.
    #[error("the app is not enrolled")]
    ClientNotEnrolled {
        /// The numeric App ID, where X names it.
        app: Option<String>,
    },
    /// X bills the person who signs in, who isn't enrolled.
    #[error("the person is not enrolled")]
    UserNotEnrolled,
    /// The token is the app's, no person's.
    #[error("the token is the app's own")]
    AppOnlyToken,
    /// No credits.
    #[error("the developer account has no credits")]
    CreditsDepleted,
    /// The spending limit is reached.
    #[error("the spending limit is reached")]
    SpendCapReached,
    /// Too many requests in a short time.
    #[error("X has had too many requests")]
    RateLimited {
        /// When to ask again.
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
    /// Anything else.
    #[error("X answers something unknown (HTTP {status})")]
    Unknown {
        /// The status.
        status: u16,
        /// X's words, redacted and short.
        said: String,
    },
}

impl ProfileError {
    /// Reads an answer that holds no profile; `hide` are the values that mustn't be quoted.
    pub(super) fn read(answer: &Answer, hide: &[&str]) -> Self {
        let said = Said::read(&answer.body);
        if let Some(known) = Self::known(&said) {
            return known;
        }
        let says_no_more = said.reason.is_none() && said.title.as_deref() == Some("Forbidden");
        match answer.status {
            200 if said.words().is_none() && answer.json::<serde_json::Value>().is_some() => Self::WithoutId,
            401 => Self::TokenRefused,
            402 => Self::CreditsDepleted,
            403 if says_no_more => Self::ScopeMissing,
            429 => Self::RateLimited { reset: reset(answer) },
            status @ 500..=599 => Self::Unavailable { status },
            status => Self::Unknown { status, said: quoted(answer, hide) },
        }
    }

    /// By reason, problem type and title: each is missing somewhere.
    fn known(said: &Said) -> Option<Self> {
        match said.reason.as_deref() {
            Some("client-not-enrolled") => return Some(Self::ClientNotEnrolled { app: said.app.clone() }),
            Some("user-not-enrolled") => return Some(Self::UserNotEnrolled),
            _ => {}
        }
        match said.kind.as_deref() {
            // Both may come under one type [U §2.2]: the title says which.
            Some("credits" | "credits-depleted") if said.title.as_deref() != Some("SpendCapReached") => {
                return Some(Self::CreditsDepleted);
            }
            Some("usage-capped") => return Some(Self::UsageCapReached),
            Some("unsupported-authentication") => return Some(Self::AppOnlyToken),
            _ => {}
        }
        match said.title.as_deref() {
            Some("CreditsDepleted") => Some(Self::CreditsDepleted),
            Some("SpendCapReached") => Some(Self::SpendCapReached),
            Some("UsageCapExceeded") => Some(Self::UsageCapReached),
            Some("Unsupported Authentication") => Some(Self::AppOnlyToken),
            _ => None,
        }
    }
}

impl Diagnosed for ProfileError {
    fn symptom(&self) -> Symptom {
        match self {
            Self::Net(error) => error.symptom(),
            Self::TokenRefused => Symptom::XTokenRefused,
            Self::ScopeMissing => Symptom::XScopeMissing,
            Self::ClientNotEnrolled { app } => Symptom::XClientNotEnrolled { app: app.clone() },
            Self::UserNotEnrolled => Symptom::XUserNotEnrolled,
            Self::AppOnlyToken => Symptom::XAppOnlyToken,
            Self::CreditsDepleted => Symptom::XCreditsDepleted,
            Self::SpendCapReached => Symptom::XSpendCapReached,
            Self::RateLimited { reset } => Symptom::XRateLimited { reset: reset.clone() },
            Self::UsageCapReached => Symptom::XUsageCapReached,
            Self::WithoutId => Symptom::XProfileWithoutId,
            Self::Unavailable { status } => Symptom::XUnavailable { status: *status },
            Self::Unknown { status, said } => Symptom::XAnswerUnknown { status: *status, said: said.clone() },
        }
    }
}
