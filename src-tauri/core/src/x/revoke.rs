use super::error::{GrantInput, OauthError};
use super::token::{authorization, basic};
use super::{Attempt, Endpoints};
use crate::credentials::ClientCredentials;
use crate::diagnosis::Peer;
use crate::net::{Body, HttpClient, Request};
use http::Method;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::time::Duration;

/// Ends a token (RFC 7009). Our own request: the `oauth2` crate refuses to revoke over http, which a practice X speaks.
pub async fn revoke(
    net: &HttpClient,
    endpoints: &Endpoints,
    pair: &ClientCredentials,
    token: &SecretString,
) -> Attempt<(), OauthError> {
    /// X's answer is believed to be `{"revoked":true}` [T, docs/evidence/x.md §1.4]: any other body of a 200 counts as
    /// done, too.
    #[derive(Deserialize)]
    struct Revoked {
        revoked: bool,
    }

    let request = Request::new(Peer::X, Method::POST, endpoints.revoke.clone())
        .authorization(authorization(pair))
        .body(Body::Form { fields: Vec::new(), secrets: vec![("token", token.clone())] });
    let answer = match net.send(request).await {
        Ok(answer) => answer,
        Err(error) => return Attempt { outcome: Err(error.into()), exchange: None, took: Duration::ZERO },
    };
    let done = answer.status == 200 && answer.json::<Revoked>().is_none_or(|answer| answer.revoked);
    let outcome = if done {
        Ok(())
    } else {
        let hide = [token.expose_secret(), pair.secret.expose_secret(), &basic(pair)];
        Err(OauthError::read(&answer, GrantInput::Token, &hide))
    };
    Attempt { outcome, exchange: answer.exchange, took: answer.took }
}
