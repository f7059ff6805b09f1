use super::error::{GrantInput, OauthError};
use super::{Attempt, Endpoints, Scopes};
use crate::credentials::ClientCredentials;
use crate::diagnosis::Peer;
use crate::net::{self, Authorization, Body, HttpClient, Request, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::Method;
use oauth2::basic::BasicClient;
use oauth2::{
    AsyncHttpClient, AuthorizationCode, HttpRequest, HttpResponse, PkceCodeVerifier, RedirectUrl, TokenResponse as _,
    TokenUrl,
};
use secrecy::{ExposeSecret, SecretString};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use url::{Url, form_urlencoded};

/// The grant that is exchanged for a token.
#[derive(Clone, Copy, Debug)]
pub struct Grant<'a> {
    /// The app's client credentials.
    pub pair: &'a ClientCredentials,
    /// X's code. It is valid for [`super::CODE_LIFETIME`], and for one exchange.
    pub code: &'a SecretString,
    /// The verifier that belongs to the challenge at the consent page.
    pub verifier: &'a SecretString,
    /// The callback that was sent to the consent page.
    pub redirect: &'a Url,
    /// How long ago the code was issued; `None` if that isn't known.
    pub age: Option<Duration>,
}

/// The tokens that X issues.
#[derive(Debug)]
pub struct Token {
    /// The access token, which is valid for two hours [D, docs/evidence/x.md §1.4].
    pub access: SecretString,
    /// The refresh token, which X issues only for the scope `offline.access` [D, docs/evidence/x.md §1.4].
    pub refresh: Option<SecretString>,
    /// The scopes that were granted; `None` if X doesn't say, which means all that were requested (RFC 6749 §5.1).
    pub scopes: Option<Scopes>,
}

/// Exchanges the code for a token (RFC 6749 §4.1.3, RFC 7636 §4.5), as authentik does.
pub async fn exchange(net: &HttpClient, endpoints: &Endpoints, grant: Grant<'_>) -> Attempt<Token, OauthError> {
    let Grant { pair, code, verifier, redirect, age } = grant;
    let wire = Wire { net, url: &endpoints.token, pair, seen: Mutex::default() };
    let client = BasicClient::new(oauth2::ClientId::new(pair.id.to_string()))
        .set_client_secret(oauth2::ClientSecret::new(pair.secret.expose_secret().to_owned()))
        .set_token_uri(TokenUrl::from_url(endpoints.token.clone()))
        .set_redirect_uri(RedirectUrl::from_url(redirect.clone()));
    // The crate's error keeps the answer's bytes in its Debug, so it is dropped unread: the answer itself is judged.
    let token = client
        .exchange_code(AuthorizationCode::new(code.expose_secret().to_owned()))
        .set_pkce_verifier(PkceCodeVerifier::new(verifier.expose_secret().to_owned()))
        .request_async(&wire)
        .await
        .ok();
    match (wire.seen.into_inner().unwrap_or_else(PoisonError::into_inner), token) {
        (Some(Ok(Response { exchange, took, .. })), Some(token)) => {
            let scopes = token.scopes().map(|scopes| scopes.iter().map(|scope| scope.to_string()).collect());
            let token = Token {
                access: token.access_token().secret().as_str().into(),
                refresh: token.refresh_token().map(|refresh| refresh.secret().as_str().into()),
                scopes,
            };
            Attempt { outcome: Ok(token), exchange, took }
        }
        (Some(Ok(answer)), None) => {
            let basic = basic(pair);
            let hide = [code.expose_secret(), verifier.expose_secret(), pair.secret.expose_secret(), &basic];
            let mut error = OauthError::read(&answer, GrantInput::Code, &hide);
            if let OauthError::CodeInvalid { age: known } = &mut error {
                *known = age;
            }
            Attempt { outcome: Err(error), exchange: answer.exchange, took: answer.took }
        }
        (Some(Err(error)), _) => Attempt { outcome: Err(error.into()), exchange: None, took: Duration::ZERO },
        // The crate sent no request, which it has no reason to do.
        (None, _) => {
            let error = OauthError::Unknown { status: 0, said: String::new() };
            Attempt { outcome: Err(error), exchange: None, took: Duration::ZERO }
        }
    }
}

/// A client's ID and secret as HTTP Basic. The crate would percent-encode both (RFC 6749 §2.3.1); authentik doesn't, and
/// for the letters that X uses it makes no difference.
pub(super) fn authorization(pair: &ClientCredentials) -> Authorization {
    Authorization::Basic { user: pair.id.to_string(), password: pair.secret.expose_secret().into() }
}

/// The same value as it is sent, so that it can be removed from an answer that echoes it.
pub(super) fn basic(pair: &ClientCredentials) -> String {
    STANDARD.encode(format!("{}:{}", pair.id, pair.secret.expose_secret()))
}

/// Sends the crate's request through [`HttpClient`], and stores the answer.
struct Wire<'n> {
    net: &'n HttpClient,
    url: &'n Url,
    pair: &'n ClientCredentials,
    seen: Mutex<Option<Result<Response, net::Error>>>,
}

/// No answer arrived. The reason was stored separately.
#[derive(Debug, thiserror::Error)]
#[error("no answer")]
struct NoAnswer;

impl Wire<'_> {
    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        let (mut fields, mut secrets) = (Vec::new(), Vec::new());
        for (name, value) in form_urlencoded::parse(request.body()) {
            match name.as_ref() {
                "code" => secrets.push(("code", SecretString::from(value.into_owned()))),
                "code_verifier" => secrets.push(("code_verifier", SecretString::from(value.into_owned()))),
                _ => fields.push((name.into_owned(), value.into_owned())),
            }
        }
        let request = Request::new(Peer::X, Method::POST, self.url.clone())
            .authorization(authorization(self.pair))
            .body(Body::Form { fields, secrets });
        let answer = self.net.send(request).await;
        // Without its headers: the crate refuses a right body under a wrong content type.
        let shown = answer.as_ref().ok().map(|answer| (answer.status, answer.body.clone()));
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
        let (status, body) = shown.ok_or(NoAnswer)?;
        http::Response::builder().status(status).body(body).map_err(|_| NoAnswer)
    }
}

impl<'c> AsyncHttpClient<'c> for Wire<'_> {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
