use super::Error;
use super::foreign_server::{self, ForeignServer};
use super::shapes::{ListPage, Own, SourceFields};
use crate::address::ServerUrl;
use crate::diagnosis::{Peer, Right};
use crate::net::{self, Authorization, Body, HttpClient, Request, Response, redact_text};
use http::{HeaderValue, Method, header};
use secrecy::SecretString;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::time::{Duration, Instant};
use url::Url;

/// The most pages of a list that are read, 100 entries each.
pub(super) const MAX_PAGES: u32 = 20;

/// The most of a server's own words that is shown, in characters.
const MAX_SAID: usize = 300;

/// How long to wait before each further try of what is safe to repeat; none are made unless they are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RetrySchedule(&'static [Duration]);

impl RetrySchedule {
    /// For what must not stop at a hiccup: three more tries within about two seconds.
    pub const PATIENT: Self =
        Self(&[Duration::from_millis(100), Duration::from_millis(400), Duration::from_millis(1600)]);

    /// As many tries, one after the other.
    #[cfg(test)]
    pub(crate) const AT_ONCE: Self = Self(&[Duration::ZERO; 3]);

    /// The waits, in order.
    pub fn each(self) -> impl Iterator<Item = Duration> {
        self.0.iter().copied()
    }
}

/// The longest that a server is obeyed that names a time to come back at. A person waits.
const LONGEST: Duration = Duration::from_secs(10);

/// Asks one authentik, with or without a token.
#[derive(Clone, Debug)]
pub struct Client {
    net: HttpClient,
    base: ServerUrl,
    token: Option<SecretString>,
    waits: RetrySchedule,
}

/// What a call needs, for the diagnosis of its refusal.
pub(super) type RequiredRights = &'static [Right];

impl Client {
    /// For this server; without a token only what a visitor sees can be asked.
    pub fn new(net: HttpClient, base: &ServerUrl, token: Option<SecretString>) -> Self {
        Self { net, base: base.clone(), token, waits: RetrySchedule::default() }
    }

    /// The same one, which repeats reads that failed for a reason that may pass.
    #[must_use]
    pub fn with_waits(self, waits: RetrySchedule) -> Self {
        Self { waits, ..self }
    }

    /// How long to wait before each further try.
    pub fn waits(&self) -> RetrySchedule {
        self.waits
    }

    /// The same server as a visitor sees it: no token.
    #[must_use]
    pub fn outside(&self) -> Self {
        Self { token: None, ..self.clone() }
    }

    pub(super) fn net(&self) -> &HttpClient {
        &self.net
    }

    /// Whether there is a token.
    pub fn has_token(&self) -> bool {
        self.token.is_some()
    }

    /// The server.
    pub fn server(&self) -> &ServerUrl {
        &self.base
    }

    /// The server's host, as errors and sentences name it.
    pub fn host(&self) -> String {
        self.base.host().to_owned()
    }

    /// An address below the server's base; each segment is encoded, an empty last one makes the slash at the end.
    pub(super) fn url(&self, segments: &[&str], query: &[(&str, &str)]) -> Url {
        let mut url = self.base.url().clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(segments);
        }
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// An address of the API, such as `["sources", "oauth"]`.
    pub(super) fn api(&self, segments: &[&str], query: &[(&str, &str)]) -> Url {
        let mut path = vec!["api", "v3"];
        path.extend(segments);
        path.push("");
        self.url(&path, query)
    }

    /// A visitor's request: no token, whatever this client has.
    pub(super) async fn visit(&self, url: Url, cookies: Option<&str>) -> Result<Response, Error> {
        let mut request = Request::new(Peer::Authentik, Method::GET, url);
        if let Some(cookies) = cookies.and_then(|cookies| HeaderValue::from_str(cookies).ok()) {
            request = request.header(header::COOKIE, cookies);
        }
        // Boxed: a call's future is large, and many are in flight together.
        Box::pin(self.ask(request)).await
    }

    pub(super) async fn send(&self, method: Method, url: Url, body: Body) -> Result<Response, Error> {
        let mut request = Request::new(Peer::Authentik, method, url).body(body);
        if let Some(token) = &self.token {
            request = request.authorization(Authorization::Bearer(token.clone()));
        }
        // Boxed: a call's future is large, and many are in flight together.
        Box::pin(self.ask(request)).await
    }

    /// Sends a request, a read once more for each wait while what stops it may pass.
    async fn ask(&self, request: Request) -> Result<Response, Error> {
        let waits = if request.is_read() { self.waits } else { RetrySchedule::default() };
        let begun = Instant::now();
        for wait in waits.each() {
            let outcome = self.net.send(request.clone()).await;
            let Some(least) = is_transient(&outcome).filter(|_| begun.elapsed() < LONGEST) else { return Ok(outcome?) };
            tokio::time::sleep(least.max(wait)).await;
        }
        Ok(self.net.send(request).await?)
    }

    /// One object.
    pub(super) async fn read<T: DeserializeOwned>(&self, url: Url, needs: RequiredRights) -> Result<T, Error> {
        let answer = self.send(Method::GET, url, Body::Empty).await?;
        self.parse(&answer, needs).await
    }

    /// One object, or none where there is none of that name.
    pub(super) async fn find<T: DeserializeOwned>(&self, url: Url, needs: RequiredRights) -> Result<Option<T>, Error> {
        let answer = self.send(Method::GET, url, Body::Empty).await?;
        if answer.status == 404 && detail(&answer).is_some() {
            return Ok(None);
        }
        self.parse(&answer, needs).await.map(Some)
    }

    /// A whole list, page after page.
    pub(super) async fn list<T: DeserializeOwned>(
        &self,
        segments: &[&str],
        query: &[(&str, &str)],
        needs: RequiredRights,
    ) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        for number in 1..=MAX_PAGES {
            let number = number.to_string();
            let mut query = query.to_vec();
            query.push(("page_size", "100"));
            if number != "1" {
                query.push(("page", &number));
            }
            let page: ListPage<T> = self.read(self.api(segments, &query), needs).await?;
            all.extend(page.results);
            if page.pagination.next < 1.0 {
                break;
            }
        }
        Ok(all)
    }

    /// The shape wanted, or what the answer means instead.
    pub(super) async fn parse<T: DeserializeOwned>(
        &self,
        answer: &Response,
        needs: RequiredRights,
    ) -> Result<T, Error> {
        if (200..300).contains(&answer.status)
            && let Some(value) = answer.json()
        {
            return Ok(value);
        }
        Err(self.meaning(answer, needs).await)
    }

    /// What an answer other than the wanted one means [docs/evidence/authentik.md §4.1, §5].
    pub(super) async fn meaning(&self, answer: &Response, needs: RequiredRights) -> Error {
        let (host, status) = (self.host(), answer.status);
        let is_json = answer.json::<Value>().is_some();
        match status {
            300..400 => self.redirected(answer),
            503 if is_starting(answer) => Error::Starting { host },
            502 if body_contains(answer, "failed to connect to authentik backend") => Error::CoreAway { host },
            502..=504 | 520..=530 if !is_json && !foreign_server::is_authentik(answer) => {
                match foreign_server::of(answer) {
                    Some(ForeignServer::Guard(by)) => Error::GuardInFront { host, by: by.to_owned() },
                    Some(_) | None => Error::NothingBehind { host, status },
                }
            }
            429 => Error::Busy { host, after: retry_after(answer) },
            500.. => Error::Unavailable { host, status },
            // A real "method not allowed" of the API is JSON.
            405 if answer.body.is_empty() => Error::WriteFault { host },
            400 => match refusal(answer) {
                Some((field, said)) => Error::Refused { field, said },
                None => self.stranger(answer),
            },
            403 => match detail(answer).as_deref() {
                Some("Token invalid/expired") => Error::TokenRefused { host },
                Some("Authentication credentials were not provided.") => Error::TokenMissing { host },
                Some("You do not have permission to perform this action.") => {
                    Error::RightsMissing { user: self.whose().await, rights: needs.to_vec() }
                }
                Some(_) => Error::AnswerUnknown { host, status },
                None => self.stranger(answer),
            },
            _ if is_json => Error::AnswerUnknown { host, status },
            _ => self.stranger(answer),
        }
    }

    /// Whose answer it is, where it isn't authentik's.
    fn stranger(&self, answer: &Response) -> Error {
        let (host, status) = (self.host(), answer.status);
        match foreign_server::of(answer) {
            Some(ForeignServer::Tls) => Error::SpeaksTls { host, port: self.base.port() },
            Some(ForeignServer::Guard(by)) => Error::GuardInFront { host, by: by.to_owned() },
            Some(ForeignServer::Login(by)) => Error::LoginInFront { host, by: by.to_owned() },
            Some(ForeignServer::Program(program)) => Error::OtherProgram { host, program },
            None => Error::NotThere { host, status },
        }
    }

    /// What a redirect means. It is never followed with the token.
    pub(super) fn redirected(&self, answer: &Response) -> Error {
        let host = self.host();
        let Some(mut to) = answer.header(&header::LOCATION).and_then(|to| self.base.url().join(to).ok()) else {
            return Error::AnswerUnknown { host, status: answer.status };
        };
        to.set_query(None);
        to.set_fragment(None);
        let _ = to.set_username("");
        let _ = to.set_password(None);
        let base = self.base.url();
        if base.scheme() == "http" && to.scheme() == "https" && to.host_str() == base.host_str() {
            // The page that was asked for isn't part of the address to enter.
            to.set_path(base.path());
            return Error::WantsHttps { host, to: to.as_str().trim_end_matches('/').to_owned() };
        }
        match foreign_server::of_redirect(&to) {
            Some(by) => Error::LoginInFront { host, by: by.to_owned() },
            None => Error::Redirects { host, to: to.into() },
        }
    }

    /// Whose the token is: asked only once something was refused, so that a job that goes well costs no request more.
    pub(super) async fn whose(&self) -> String {
        let answer = self.send(Method::GET, self.api(&["core", "users", "me"], &[]), Body::Empty).await;
        answer.ok().and_then(|answer| answer.json::<Own>()).map(|own| own.user.username).unwrap_or_default()
    }
}

/// Whether what stopped a request may pass by itself soon, and how long it takes at least.
fn is_transient(outcome: &Result<Response, net::Error>) -> Option<Duration> {
    match outcome {
        Ok(answer) => match answer.status {
            // authentik's own fault page: a database that was away is back within seconds.
            429 | 500 | 502..=504 => Some(retry_after(answer).unwrap_or_default()).filter(|after| *after <= LONGEST),
            _ => None,
        },
        Err(net::Error::Refused(_) | net::Error::TimedOut(..) | net::Error::Lost(_)) => Some(Duration::ZERO),
        Err(
            net::Error::HostUnknown(_)
            | net::Error::TlsUntrusted(_)
            | net::Error::TlsOtherName(_)
            | net::Error::TlsExpired(_)
            | net::Error::TlsTooNew(_)
            | net::Error::NotTls(_)
            | net::Error::Tls(_)
            | net::Error::ProxyAway { .. }
            | net::Error::ProxyRefuses { .. }
            | net::Error::TooLarge(_)
            | net::Error::Ca(_),
        ) => None,
    }
}

/// RFC 9110 §10.2.3, in its form of seconds; authentik and the proxies in front of it send no dates.
pub(super) fn retry_after(answer: &Response) -> Option<Duration> {
    answer.header(&header::RETRY_AFTER)?.trim().parse().ok().map(Duration::from_secs)
}

/// The API's one sentence.
pub(super) fn detail(answer: &Response) -> Option<String> {
    #[derive(Deserialize)]
    struct Detail {
        detail: String,
    }
    answer.json::<Detail>().map(|said| said.detail)
}

fn is_starting(answer: &Response) -> bool {
    // A proxy's own 503 may name a time as well; its page isn't JSON.
    body_contains(answer, "authentik starting")
        || (answer.headers.contains_key(header::RETRY_AFTER) && answer.json::<Value>().is_some())
}

fn body_contains(answer: &Response, words: &str) -> bool {
    String::from_utf8_lossy(&answer.body).contains(words)
}

/// The first field of a 400 and what is said of it.
fn refusal(answer: &Response) -> Option<(String, String)> {
    let fields: SourceFields = answer.json()?;
    let (field, value) = fields.into_iter().next()?;
    let said = match &value {
        Value::Array(all) => all.iter().map(words).collect::<Vec<_>>().join(" "),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => words(&value),
    };
    Some((field, redact_text(&said).chars().take(MAX_SAID).collect()))
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
