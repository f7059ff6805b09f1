//! The entry point of every request: its id, its session, the address that it was sent to, and its line in the log.

use super::answer::{FailedWrite, found, json};
use super::list::ListQuery;
use super::release::Behaviour;
use super::{RequestState, pages, random, verbatim};
use crate::faults::Fault;
use crate::log::{LoggedRequest, ServerKind};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{AUTHORIZATION, COOKIE, HOST, RETRY_AFTER, SERVER, SET_COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use secrecy::SecretString;
use serde_json::json;

const COOKIE_NAME: &str = "authentik_session";
/// Where a server that was never set up sends everybody.
const FIRST_SET_UP: &str = "/if/flow/initial-setup/";
/// The page for a host that isn't accepted. It names no program; its text wasn't recorded.
const BAD_HOST: &str = "<h1>Bad Request (400)</h1>";
/// The name and port by which a proxy that passes no host on reaches the server.
const UPSTREAM: &str = "authentik-server:9000";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-authentik-id");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// One request, as the handlers see it.
#[derive(Clone)]
pub(crate) struct RequestContext {
    /// The id that is in the answer's `X-authentik-Id` and in the events that the request leaves.
    pub request_id: String,
    pub method: Method,
    pub path: String,
    /// The query string as it was received.
    pub raw_query: String,
    pub query: ListQuery,
    pub user_agent: String,
    /// The server's address as the client sees it, without a trailing slash.
    pub base: String,
    /// The session's id; the session itself may not exist yet.
    pub session: String,
    pub authorization: Option<SecretString>,
    session_is_new: bool,
}

impl RequestContext {
    fn of(app: &RequestState, request: &Request) -> Self {
        let headers = request.headers();
        let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let asked = text(HOST).unwrap_or("127.0.0.1");
        let host = if app.has(Fault::ProxyLosesBoth) { UPSTREAM } else { asked };
        let raw_query = request.uri().query().unwrap_or_default().to_owned();
        // An id from a cookie is accepted only if this server issued it.
        let known = cookie(headers).filter(|id| app.state().sessions.contains_key(*id));
        Self {
            request_id: random::request_id(),
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            query: ListQuery::parse(&raw_query),
            raw_query,
            user_agent: text(USER_AGENT).unwrap_or_default().to_owned(),
            base: format!("{}://{host}", app.scheme(text(FORWARDED_PROTO))),
            session: known.map_or_else(|| random::letters(32), str::to_owned),
            session_is_new: known.is_none(),
            authorization: text(AUTHORIZATION).map(SecretString::from),
        }
    }

    /// Whether the request only reads.
    pub(crate) fn reads(&self) -> bool {
        self.method == Method::GET || self.method == Method::HEAD
    }
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE_NAME)
        .map(|(_, id)| id)
}

/// What a server answers that isn't set up yet, or that throttles the caller's address, before it looks at the request.
fn turned_away(app: &RequestState, visit: &RequestContext) -> Option<Response> {
    let beside = |parts: &[&str]| parts.iter().any(|part| visit.path.starts_with(part));
    if app.has(Fault::NotSetUp) && !beside(&["/-/", "/static/", FIRST_SET_UP]) {
        return Some(found(FIRST_SET_UP));
    }
    // The pages aren't throttled, only the API is.
    if app.has(Fault::Throttled) && beside(&["/api/v3/"]) {
        let mut answer = json(StatusCode::TOO_MANY_REQUESTS, &json!({ "detail": verbatim::THROTTLED }));
        answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("3"));
        return Some(answer);
    }
    None
}

/// Lets a request in and its answer out.
pub(crate) async fn door(State(app): State<RequestState>, mut request: Request, next: Next) -> Response {
    let visit = RequestContext::of(&app, &request);
    request.extensions_mut().insert(visit.clone());
    let mut answer = match turned_away(&app, &visit) {
        Some(answer) => answer,
        None => next.run(request).await,
    };
    if let Some(why) = answer.extensions().get::<FailedWrite>().copied()
        && app.release().has(Behaviour::TrueStatus)
    {
        answer = match why {
            FailedWrite::NoPath => pages::missing(&app, &visit),
            FailedWrite::Inside => pages::broken(&app, &visit),
        };
    }

    let headers = answer.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&visit.request_id) {
        headers.insert(REQUEST_ID, id);
    }
    // The core refuses the host before it looks at anything else, its own health included, and before it gives an id.
    if app.has(Fault::ProxySendsBadHost) {
        answer = (StatusCode::BAD_REQUEST, BAD_HOST).into_response();
        answer.headers_mut().insert(SERVER, HeaderValue::from_static("uvicorn"));
    }
    let headers = answer.headers_mut();
    // The cookie is set when the session is stored for the first time.
    if visit.session_is_new
        && app.state().sessions.contains_key(&visit.session)
        && let Ok(value) =
            HeaderValue::from_str(&format!("{COOKIE_NAME}={}; HttpOnly; Path=/; SameSite=Lax", visit.session))
    {
        headers.append(SET_COOKIE, value);
    }
    app.log().add(LoggedRequest {
        side: ServerKind::Authentik,
        method: visit.method.to_string(),
        path: visit.path,
        status: answer.status().as_u16(),
    });
    answer
}

impl<S: Sync> FromRequestParts<S> for RequestContext {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        // Every route is behind this layer, so the context is always present.
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
