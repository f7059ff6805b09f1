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

/// How many pages of a list are read at most, with 100 entries each.
pub(super) const MAX_PAGES: u32 = 20;

/// How many characters of a server's own message are shown at most.
const MAX_SAID: usize = 300;

/// The waits before each retry of a request that is safe to repeat. By default nothing is retried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RetrySchedule(&'static [Duration]);

impl RetrySchedule {
    /// For work that a short failure must not stop: three retries within about two seconds.
    pub const PATIENT: Self =
        Self(&[Duration::from_millis(100), Duration::from_millis(400), Duration::from_millis(1600)]);

    /// The same number of retries without any wait.
    #[cfg(test)]
    pub(crate) const AT_ONCE: Self = Self(&[Duration::ZERO; 3]);

    /// The waits in order.
    pub fn each(self) -> impl Iterator<Item = Duration> {
        self.0.iter().copied()
    }
}

/// The longest `Retry-After` that is obeyed, because a person is waiting.
const LONGEST: Duration = Duration::from_secs(10);

/// Calls the API of one authentik server, with or without a token.
#[derive(Clone, Debug)]
pub struct Client {
    net: HttpClient,
    base: ServerUrl,
    token: Option<SecretString>,
    waits: RetrySchedule,
}

/// The rights that a call needs, for the diagnosis if it is refused.
pub(super) type RequiredRights = &'static [Right];

impl Client {
    /// A client for this server. Without a token it can ask only for what a visitor sees.
    pub fn new(net: HttpClient, base: &ServerUrl, token: Option<SecretString>) -> Self {
        Self { net, base: base.clone(), token, waits: RetrySchedule::default() }
    }

    /// The same client for one comparison or one check ([`HttpClient::for_one_check`]).
    #[must_use]
    pub fn for_one_check(self) -> Self {
        Self { net: self.net.for_one_check(), ..self }
    }

    /// The same client with retries of reads that failed for a reason that may pass.
    #[must_use]
    pub fn with_retries(self, waits: RetrySchedule) -> Self {
        Self { waits, ..self }
    }

    /// The waits before each retry.
    pub fn retries(&self) -> RetrySchedule {
        self.waits
    }

    /// The same server as a visitor sees it, without the token.
    #[must_use]
    pub fn without_token(&self) -> Self {
        Self { token: None, ..self.clone() }
    }

    pub(super) fn net(&self) -> &HttpClient {
        &self.net
    }

    /// Whether the client has a token.
    pub fn has_token(&self) -> bool {
        self.token.is_some()
    }

    /// The server.
    pub fn server(&self) -> &ServerUrl {
        &self.base
    }

    /// The server's host, as errors and messages name it.
    pub fn host(&self) -> String {
        self.base.host().to_owned()
    }

    /// An address below the server's base. Each segment is encoded, and an empty last segment produces the slash at the
    /// end.
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

    /// An address of the API, from segments such as `["sources", "oauth"]`.
    pub(super) fn api(&self, segments: &[&str], query: &[(&str, &str)]) -> Url {
        let mut path = vec!["api", "v3"];
        path.extend(segments);
        path.push("");
        self.url(&path, query)
    }

    /// Sends a visitor's request, without the token even if the client has one.
    pub(super) async fn visit(&self, url: Url, cookies: Option<&str>) -> Result<Response, Error> {
        let mut request = Request::new(Peer::Authentik, Method::GET, url);
        if let Some(cookies) = cookies.and_then(|cookies| HeaderValue::from_str(cookies).ok()) {
            request = request.header(header::COOKIE, cookies);
        }
        // The future of a call is large, and many run in parallel, so it is boxed.
        Box::pin(self.ask(request)).await
    }

    pub(super) async fn send(&self, method: Method, url: Url, body: Body) -> Result<Response, Error> {
        let mut request = Request::new(Peer::Authentik, method, url).body(body);
        if let Some(token) = &self.token {
            request = request.authorization(Authorization::Bearer(token.clone()));
        }
        // The future of a call is large, and many run in parallel, so it is boxed.
        Box::pin(self.ask(request)).await
    }

    /// Sends a request. A read is retried after each wait as long as the reason for its failure may pass. All tries and
    /// waits together take no longer than one request may.
    async fn ask(&self, request: Request) -> Result<Response, Error> {
        let waits = if request.is_safe() { self.waits } else { RetrySchedule::default() };
        let begun = Instant::now();
        let left = || self.net.patience().saturating_sub(begun.elapsed());
        for wait in waits.each() {
            let outcome = self.net.send_within(request.clone(), left()).await;
            let Some(least) = is_transient(&outcome).filter(|_| begun.elapsed() < LONGEST) else { return Ok(outcome?) };
            let wait = least.max(wait);
            if wait >= left() {
                return Ok(outcome?);
            }
            tokio::time::sleep(wait).await;
        }
        Ok(self.net.send_within(request, left()).await?)
    }

    /// Reads one object.
    pub(super) async fn read<T: DeserializeOwned>(&self, url: Url, needs: RequiredRights) -> Result<T, Error> {
        let answer = self.send(Method::GET, url, Body::Empty).await?;
        self.parse(&answer, needs).await
    }

    /// Reads the single value of an answer that is a secret; `None` if it doesn't exist.
    pub(super) async fn read_secret(&self, url: Url, needs: RequiredRights) -> Result<Option<SecretString>, Error> {
        #[derive(Deserialize)]
        struct SecretValue {
            value: SecretString,
        }
        let mut request = Request::new(Peer::Authentik, Method::GET, url).secret_answer();
        if let Some(token) = &self.token {
            request = request.authorization(Authorization::Bearer(token.clone()));
        }
        let answer = Box::pin(self.ask(request)).await?;
        if answer.status == 404 && detail(&answer).is_some() {
            return Ok(None);
        }
        self.parse::<SecretValue>(&answer, needs).await.map(|told| Some(told.value))
    }

    /// Reads one object; `None` if it doesn't exist.
    pub(super) async fn find<T: DeserializeOwned>(&self, url: Url, needs: RequiredRights) -> Result<Option<T>, Error> {
        let answer = self.send(Method::GET, url, Body::Empty).await?;
        if answer.status == 404 && detail(&answer).is_some() {
            return Ok(None);
        }
        self.parse(&answer, needs).await.map(Some)
    }

    /// Reads a whole list, page after page.
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

    /// Parses an answer into the expected shape, or else into the error that it means.
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

    /// The error that an unexpected answer means [docs/evidence/authentik.md §4.1, §5].
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
            429 => Error::Busy { host, after: retry_after(answer), own: is_throttle(answer) },
            500.. => Error::Unavailable { host, status },
            // When the API itself doesn't allow a method, its answer is JSON.
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

    /// Parses the answer to a write, as [`Self::parse`] does that of a read.
    pub(super) async fn parse_write<T: DeserializeOwned>(
        &self,
        answer: &Response,
        needs: RequiredRights,
    ) -> Result<T, Error> {
        match self.parse(answer, needs).await {
            Ok(value) => Ok(value),
            Err(error) => Err(self.write_failed(answer, error).await),
        }
    }

    /// What it means that a write failed inside the server: whether only this write did, or the server answers nothing at
    /// all, is told by one read that needs no right. Releases before 2026.8 answer a failed write with an empty 405, later
    /// ones with the page of its true status [docs/evidence/authentik.md §4.1, §7.2].
    pub(super) async fn write_failed(&self, answer: &Response, error: Error) -> Error {
        let is_inside = matches!(error, Error::WriteFault { .. } | Error::Unavailable { status: 500, .. });
        // The page that authentik gives for a path that the release doesn't have; what the API doesn't find is JSON.
        let has_no_path =
            answer.status == 404 && foreign_server::is_authentik(answer) && answer.json::<Value>().is_none();
        if !is_inside && !has_no_path {
            return error;
        }
        match self.clone().with_retries(RetrySchedule::default()).version().await {
            Ok(_) | Err(Error::TokenRefused { .. } | Error::TokenMissing { .. } | Error::RightsMissing { .. }) => {
                Error::WriteFault { host: self.host() }
            }
            Err(down) => down,
        }
    }

    /// The error for an answer that came from a foreign server in authentik's place.
    fn stranger(&self, answer: &Response) -> Error {
        let (host, status) = (self.host(), answer.status);
        match foreign_server::of(answer) {
            Some(ForeignServer::Core) => Error::HostRefused { host, status },
            Some(ForeignServer::Tls) => Error::SpeaksTls { host, port: self.base.port() },
            Some(ForeignServer::Guard(by)) => Error::GuardInFront { host, by: by.to_owned() },
            Some(ForeignServer::Login(by)) => Error::LoginInFront { host, by: by.to_owned() },
            Some(ForeignServer::Program(program)) => Error::OtherProgram { host, program },
            None => Error::NotThere { host, status },
        }
    }

    /// The error for a redirect, which is never followed with the token.
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
            // The address to enter doesn't include the page that was requested.
            to.set_path(base.path());
            return Error::WantsHttps { host, to: to.as_str().trim_end_matches('/').to_owned() };
        }
        if to.host_str() == base.host_str() && is_first_setup(&to) {
            return Error::NotSetUp { host, to: to.into() };
        }
        match foreign_server::of_redirect(&to) {
            Some(by) => Error::LoginInFront { host, by: by.to_owned() },
            None => Error::Redirects { host, to: to.into() },
        }
    }

    /// The error for rights that are missing without an answer that says so.
    pub async fn rights_missing(&self, rights: &[Right]) -> Error {
        Error::RightsMissing { user: self.whose().await, rights: rights.to_vec() }
    }

    /// The name of the token's user; empty if the server doesn't say. It is read only once it is known that the user
    /// lacks a right, so that a job without refusals needs no additional request.
    pub async fn whose(&self) -> String {
        let answer = self.send(Method::GET, self.api(&["core", "users", "me"], &[]), Body::Empty).await;
        answer.ok().and_then(|answer| answer.json::<Own>()).map(|own| own.user.username).unwrap_or_default()
    }
}

/// Whether a page is that of a first setup. Its address wasn't seen on the releases that redirect to it; the one of a
/// first setup has long been `/if/flow/initial-setup/` [docs/evidence/authentik.md §7.2].
pub(super) fn is_first_setup(to: &Url) -> bool {
    to.path_segments().is_some_and(|mut parts| parts.any(|part| matches!(part, "initial-setup" | "setup")))
}

/// Whether the reason for a failed request may pass by itself soon, and the least time to wait for that.
fn is_transient(outcome: &Result<Response, net::Error>) -> Option<Duration> {
    match outcome {
        Ok(answer) => match answer.status {
            // This includes authentik's own error page: a database that was down may be back within seconds.
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
            | net::Error::Ca(_)
            | net::Error::NoRoots,
        ) => None,
    }
}

/// When to come back: `Retry-After` (RFC 9110 §10.2.3) in seconds, since authentik and the proxies in front of it don't
/// send dates, or else the seconds in the sentence of authentik's own throttle.
pub(super) fn retry_after(answer: &Response) -> Option<Duration> {
    let header = answer.header(&header::RETRY_AFTER).and_then(|after| after.trim().parse().ok());
    header.map(Duration::from_secs).or_else(|| throttle(answer)?.after)
}

/// Whether authentik's own throttle answered.
pub(super) fn is_throttle(answer: &Response) -> bool {
    throttle(answer).is_some()
}

/// The answer of authentik's own throttle: "Request was throttled. Expected available in 3 seconds."
/// [docs/evidence/authentik.md §7.2]
struct Throttled {
    /// When it says to come back.
    after: Option<Duration>,
}

fn throttle(answer: &Response) -> Option<Throttled> {
    let said = Some(answer).filter(|answer| answer.status == 429).and_then(detail)?;
    let rest = said.strip_prefix("Request was throttled.")?;
    let seconds = rest.split_ascii_whitespace().find_map(|word| word.parse().ok());
    Some(Throttled { after: seconds.map(Duration::from_secs) })
}

/// The single sentence with which the API explains an error.
pub(super) fn detail(answer: &Response) -> Option<String> {
    #[derive(Deserialize)]
    struct Detail {
        detail: String,
    }
    answer.json::<Detail>().map(|said| said.detail)
}

fn is_starting(answer: &Response) -> bool {
    // A proxy's own 503 may have a `Retry-After` too, but its page isn't JSON.
    body_contains(answer, "authentik starting")
        || (answer.headers.contains_key(header::RETRY_AFTER) && answer.json::<Value>().is_some())
}

fn body_contains(answer: &Response, words: &str) -> bool {
    String::from_utf8_lossy(&answer.body).contains(words)
}

/// The first field that a 400 complains about, and its complaint.
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
