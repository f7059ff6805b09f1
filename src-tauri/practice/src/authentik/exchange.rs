//! The requests that authentik sends to X during a sign-in: the code is exchanged for a token, and the token for a
//! profile.

use super::release::{Behaviour, Release};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use std::time::Duration;
use url::{Url, form_urlencoded};

/// The timeout of a mapping that sends a request to X.
const MAPPING: Duration = Duration::from_secs(5);

/// The question for a profile that holds the address.
const WITH_EMAIL: &str = "2/users/me?user.fields=confirmed_email";

/// The X that this server knows.
pub(crate) struct PracticeXAddress {
    base: Url,
    client: Client,
    /// Whether the Client ID and the Client Secret are sent in the body too.
    also_in_body: bool,
}

/// The result of a request.
#[derive(Debug)]
pub(crate) enum ExchangeResult {
    /// There was no answer in time, or nothing listens at the address.
    Silence,
    /// A status of 400 or more. The body of X's answer is dropped, as authentik does it.
    Refused,
    /// The status is 200, but the body isn't JSON.
    NotJson(String),
    Json(Value),
}

/// A code that is to be exchanged for a token.
pub(crate) struct ExchangeRequest<'a> {
    pub client_id: &'a str,
    pub client_secret: &'a SecretString,
    pub redirect_uri: &'a str,
    pub value: &'a str,
    pub verifier: &'a SecretString,
}

impl PracticeXAddress {
    pub(crate) fn new(base: Url, http_timeout: Duration, release: Release) -> Result<Self, reqwest::Error> {
        // The practice X runs on this machine over http, so the client needs no proxy and doesn't read the system's
        // certificates.
        #[expect(clippy::disallowed_methods, reason = "this plays authentik's own client, which isn't the product's")]
        let client = Client::builder()
            .no_proxy()
            .tls_certs_only([])
            .redirect(Policy::none())
            .timeout(http_timeout)
            .user_agent(format!("authentik@{}", release.version()))
            .build()?;
        Ok(Self { base, client, also_in_body: !release.has(Behaviour::SecretInHeaderOnly) })
    }

    /// An address at X. `path` has no leading slash.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.base.as_str().trim_end_matches('/'))
    }

    /// Exchanges the code with HTTP Basic. Only old releases also send the `client_id` in the body.
    pub(crate) async fn token(&self, code: ExchangeRequest<'_>) -> ExchangeResult {
        let mut pairs = vec![
            ("grant_type", "authorization_code"),
            ("redirect_uri", code.redirect_uri),
            ("code", code.value),
            ("code_verifier", code.verifier.expose_secret()),
        ];
        if self.also_in_body {
            pairs.extend([("client_id", code.client_id), ("client_secret", code.client_secret.expose_secret())]);
        }
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        let asked = self
            .client
            .post(self.address("2/oauth2/token"))
            .basic_auth(code.client_id, Some(code.client_secret.expose_secret()))
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body);
        heard(asked.send().await).await
    }

    /// Reads the profile, with no `user.fields`, or with the address from 2026.8 on [D, docs/evidence/authentik.md §7.2].
    pub(crate) async fn profile(&self, authorization: &SecretString, with_email: bool) -> ExchangeResult {
        let path = if with_email { WITH_EMAIL } else { "2/users/me" };
        let asked = self.client.get(self.address(path));
        heard(asked.header(AUTHORIZATION, authorization.expose_secret()).send().await).await
    }

    /// The request of the mapping for email: it returns the confirmed address of the same account, or nothing.
    pub(crate) async fn confirmed_email(&self, authorization: &SecretString, identifier: &str) -> Option<String> {
        let asked = self.client.get(self.address(WITH_EMAIL)).timeout(MAPPING);
        let heard = heard(asked.header(AUTHORIZATION, authorization.expose_secret()).send().await).await;
        let ExchangeResult::Json(answer) = heard else { return None };
        let data = &answer["data"];
        (data["id"] == identifier).then(|| data["confirmed_email"].as_str().map(str::to_owned)).flatten()
    }
}

async fn heard(answer: Result<Response, reqwest::Error>) -> ExchangeResult {
    let Ok(answer) = answer else { return ExchangeResult::Silence };
    if answer.status().as_u16() >= 400 {
        return ExchangeResult::Refused;
    }
    let Ok(text) = answer.text().await else { return ExchangeResult::Silence };
    match serde_json::from_str(&text) {
        Ok(json) => ExchangeResult::Json(json),
        Err(_) => ExchangeResult::NotJson(text),
    }
}
