use super::{Attempt, Endpoints, ProfileError};
use crate::diagnosis::Peer;
use crate::net::{Authorization, HttpClient, Request, Response};
use http::Method;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::time::Duration;

/// Whether the person's email address is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Email {
    /// `user.fields=confirmed_email` is requested, which also needs the scope `users.email` [R, docs/evidence/x.md §2].
    Wanted,
    /// Only X's default fields are returned, as when authentik asks without the product's mapping.
    NotWanted,
}

/// The person who signed in, as X reports them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// The number of the account, which never changes. authentik's links use it.
    pub id: String,
    /// The display name.
    pub name: Option<String>,
    /// The handle, without `@`. It may change.
    pub username: Option<String>,
    /// Absent unless scope, switch and the person allow it [R, docs/evidence/x.md §2].
    pub confirmed_email: Option<String>,
    /// The whole answer as indented JSON, redacted.
    pub raw: String,
}

/// How many characters of an answer are kept at most.
const LONGEST_RAW: usize = 8 * 1024;

/// Requests the profile of the token's owner, as authentik does.
pub async fn profile(
    net: &HttpClient,
    endpoints: &Endpoints,
    token: &SecretString,
    email: Email,
) -> Attempt<Profile, ProfileError> {
    let mut url = endpoints.profile.clone();
    url.set_query(match email {
        Email::Wanted => Some("user.fields=confirmed_email"),
        Email::NotWanted => None,
    });
    let request = Request::new(Peer::X, Method::GET, url).authorization(Authorization::Bearer(token.clone()));
    let answer = match net.send(request).await {
        Ok(answer) => answer,
        Err(error) => return Attempt { outcome: Err(error.into()), exchange: None, took: Duration::ZERO },
    };
    let hide = [token.expose_secret()];
    let outcome = read(&answer, &hide).ok_or_else(|| ProfileError::read(&answer, &hide));
    Attempt { outcome, exchange: answer.exchange, took: answer.took }
}

fn read(answer: &Response, hide: &[&str]) -> Option<Profile> {
    let data: Value = answer.json()?;
    let data = data.get("data").filter(|_| answer.status == 200)?;
    let text = |name: &str| match data.get(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    Some(Profile {
        id: text("id")?,
        name: text("name"),
        username: text("username"),
        confirmed_email: text("confirmed_email"),
        raw: answer.excerpt(LONGEST_RAW, hide),
    })
}
