use super::Endpoints;
use super::error::{GrantInput, OauthError};
use super::error_body::quoted;
use super::token::{authorization, basic};
use crate::clock::Clock;
use crate::credentials::ClientCredentials;
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use crate::net::{Body, HttpClient, Request};
use http::Method;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};

/// What X's answer means for the client credentials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "pairing")]
pub enum CredentialVerdict {
    /// X accepts the client credentials, and rejects only the false token.
    Accepted,
    /// X knows the Client ID, but rejects the Client Secret.
    SecretRefused,
    /// X doesn't know the ID.
    ClientIdUnknown,
    /// The answer proves nothing about the client credentials.
    CannotTell {
        /// The answer that came instead.
        #[cfg_attr(feature = "bindings", ts(skip))]
        symptom: Symptom,
    },
}

/// The result of the credential probe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CredentialProbe {
    /// What the answer means.
    pub pairing: CredentialVerdict,
    /// The status of X's answer; `None` if no answer arrived.
    pub status: Option<u16>,
    /// X's message, redacted and shortened.
    pub said: Option<String>,
    /// When X was asked (RFC 3339, UTC).
    pub at: String,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// The number of the request in this run's log.
    pub exchange: Option<u32>,
}

impl CredentialProbe {
    /// What is wrong; `None` if the client credentials are accepted.
    pub fn symptom(&self) -> Option<Symptom> {
        match &self.pairing {
            CredentialVerdict::Accepted => None,
            CredentialVerdict::SecretRefused => Some(Symptom::XSecretRefused),
            CredentialVerdict::ClientIdUnknown => Some(Symptom::XClientIdUnknown),
            CredentialVerdict::CannotTell { symptom } => Some(symptom.clone()),
        }
    }
}

/// A value that no token of X looks like.
const FALSE_TOKEN: &str = "INVALID";

/// Checks the client credentials without a sign-in, by sending a false refresh token [R, docs/evidence/x.md §5]. It
/// sends only one request, because it is unknown whether X locks an app out after wrong secrets
/// [U, docs/evidence/x.md §5].
///
/// The probe proves nothing about callbacks, scopes or credits. For a native app, whose secret X ignores, it proves
/// nothing at all [I, docs/evidence/x.md §5].
pub async fn probe(
    net: &HttpClient,
    clock: &Clock,
    endpoints: &Endpoints,
    pair: &ClientCredentials,
) -> CredentialProbe {
    let at = clock.stamp();
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let request = Request::new(Peer::X, Method::POST, endpoints.token.clone()).authorization(authorization(pair)).body(
        Body::Form {
            fields: vec![
                field("grant_type", "refresh_token"),
                field("refresh_token", FALSE_TOKEN),
                field("client_id", pair.id.as_str()),
            ],
            secrets: Vec::new(),
        },
    );
    let answer = match net.send(request).await {
        Ok(answer) => answer,
        Err(error) => {
            let pairing = CredentialVerdict::CannotTell { symptom: error.symptom() };
            return CredentialProbe { pairing, status: None, said: None, at, millis: 0, exchange: None };
        }
    };
    let hide = [pair.secret.expose_secret(), &basic(pair)];
    let said = quoted(&answer, &hide);
    let pairing = if answer.status == 200 {
        CredentialVerdict::CannotTell { symptom: Symptom::XAnswerUnknown { status: answer.status, said: said.clone() } }
    } else {
        match OauthError::read(&answer, GrantInput::Token, &hide) {
            OauthError::TokenInvalid => CredentialVerdict::Accepted,
            OauthError::SecretRefused => CredentialVerdict::SecretRefused,
            OauthError::ClientIdUnknown => CredentialVerdict::ClientIdUnknown,
            other @ (OauthError::Net(_)
            | OauthError::GrantTypeMissing
            | OauthError::GrantTypeUnknown
            | OauthError::ClientIdMissing
            | OauthError::VerifierMissing
            | OauthError::CodeInvalid { .. }
            | OauthError::RedirectDiffers
            | OauthError::VerifierDiffers
            | OauthError::RateLimited { .. }
            | OauthError::Unavailable { .. }
            | OauthError::Foreign { .. }
            | OauthError::Unknown { .. }) => CredentialVerdict::CannotTell { symptom: other.symptom() },
        }
    };
    CredentialProbe {
        pairing,
        status: Some(answer.status),
        said: Some(said).filter(|said| !said.is_empty()),
        at,
        millis: u32::try_from(answer.took.as_millis()).unwrap_or(u32::MAX),
        exchange: answer.exchange,
    }
}
