//! A server with a small X, and a browser that keeps its cookie.

use crate::authentik::release::{Behaviour, Release};
use crate::authentik::{AuthentikServer, ServerOptions, start};
use crate::faults::{Fault, Faults};
use crate::log::Log;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use reqwest::header::{AUTHORIZATION, COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;
pub(crate) type TestResult<T = ()> = Result<T, Failure>;

pub(crate) const CLIENT_ID: &str = "UHJhY3RpY2VBcHBObzAwMDE6MTpjaQ";
pub(crate) const CLIENT_SECRET: &str = "a-made-up-secret";

/// The answers of the small X by path, and the requests that it received.
#[derive(Clone, Default)]
pub(crate) struct SmallX(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    answers: HashMap<String, (u16, String)>,
    asked: Vec<ReceivedRequest>,
}

/// One request to the small X.
#[derive(Clone, Debug)]
pub(crate) struct ReceivedRequest {
    pub path: String,
    pub query: String,
    pub authorization: String,
    pub user_agent: String,
    pub body: String,
}

impl SmallX {
    fn inside(&self) -> std::sync::MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn answers(&self, path: &str, status: u16, body: &impl ToString) {
        self.inside().answers.insert(path.to_owned(), (status, body.to_string()));
    }

    /// Sets the person whose profile the small X returns from now on.
    pub(crate) fn person(&self, id: &str, username: &str, name: &str) {
        self.answers("/2/users/me", 200, &json!({ "data": { "id": id, "username": username, "name": name } }));
    }

    pub(crate) fn asked(&self) -> Vec<ReceivedRequest> {
        self.inside().asked.clone()
    }

    async fn serve(self) -> TestResult<Url> {
        self.answers("/2/oauth2/token", 200, &json!({ "token_type": "bearer", "access_token": "made-up-token" }));
        self.person("7000000001", "ada_practice", "Ada Practice");
        let tcp = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let base = Url::parse(&format!("http://{}/", tcp.local_addr()?))?;
        let router = Router::new().fallback(answer).with_state(self);
        tokio::spawn(async { axum::serve(tcp, router).await });
        Ok(base)
    }
}

async fn answer(State(x): State<SmallX>, request: Request) -> axum::response::Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 65_536).await.unwrap_or_default();
    let header =
        |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let path = parts.uri.path().to_owned();
    let asked = ReceivedRequest {
        path: path.clone(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        authorization: header("authorization"),
        user_agent: header("user-agent"),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    let mut inside = x.inside();
    inside.asked.push(asked);
    let (status, body) = inside.answers.get(&path).cloned().unwrap_or((404, String::new()));
    (StatusCode::from_u16(status).unwrap_or_default(), body).into_response()
}

/// A practice authentik, its small X, and an admin who has the token.
pub(crate) struct Rig {
    pub server: AuthentikServer,
    pub x: SmallX,
    pub x_base: Url,
    pub log: Log,
    release: Release,
    client: Client,
}

impl Rig {
    pub(crate) async fn new() -> TestResult<Self> {
        Self::with(&[]).await
    }

    pub(crate) async fn with(faults: &[Fault]) -> TestResult<Self> {
        Self::started(|options| options.faults = faults.iter().copied().collect::<Faults>()).await
    }

    pub(crate) async fn started(change: impl FnOnce(&mut ServerOptions)) -> TestResult<Self> {
        let x = SmallX::default();
        let x_base = x.clone().serve().await?;
        let mut options = ServerOptions::new(x_base.clone());
        let log = options.log.clone();
        change(&mut options);
        let release = options.release;
        let server = start(options).await?;
        let ca = match server.ca_file() {
            Some(file) => vec![reqwest::Certificate::from_pem(&std::fs::read(file)?)?],
            None => Vec::new(),
        };
        #[expect(clippy::disallowed_methods, reason = "a browser that trusts nothing but what a test hands it")]
        let client = Client::builder().no_proxy().redirect(Policy::none()).tls_certs_only(ca).build()?;
        Ok(Self { server, x, x_base, log, release, client })
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.server.base()) };
        self.client.request(method, url)
    }

    /// Adds a token to the request.
    pub(crate) fn with_token(request: RequestBuilder, token: &SecretString) -> RequestBuilder {
        request.header(AUTHORIZATION, format!("Bearer {}", token.expose_secret()))
    }

    /// Sends a request with a token. The body is sent as JSON unless it is null.
    pub(crate) async fn call(
        &self,
        token: &SecretString,
        method: Method,
        path: &str,
        body: &Value,
    ) -> TestResult<(u16, Value)> {
        let mut request = self.request(method, path).header(AUTHORIZATION, format!("Bearer {}", token.expose_secret()));
        if !body.is_null() {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = request.send().await?;
        let status = answer.status().as_u16();
        let text = answer.text().await?;
        Ok((status, serde_json::from_str(&text).unwrap_or(Value::String(text))))
    }

    /// Sends a request with the job's token.
    pub(crate) async fn api(&self, method: Method, path: &str, body: Value) -> TestResult<(u16, Value)> {
        self.call(self.server.token(), method, &format!("/api/v3{path}"), &body).await
    }

    pub(crate) async fn get(&self, path: &str) -> TestResult<Value> {
        let (status, body) = self.api(Method::GET, path, Value::Null).await?;
        if status == 200 { Ok(body) } else { Err(format!("{path}: {status} {body}").into()) }
    }

    /// The key of the flow with this slug.
    pub(crate) async fn flow(&self, slug: &str) -> TestResult<String> {
        let found = self.get(&format!("/flows/instances/?slug={slug}")).await?;
        found["results"][0]["pk"].as_str().map(str::to_owned).ok_or_else(|| slug.into())
    }

    /// The key of the login page's identification stage.
    pub(crate) async fn stage(&self) -> TestResult<String> {
        let found = self.get("/stages/identification/").await?;
        found["results"][0]["pk"].as_str().map(str::to_owned).ok_or_else(|| "no stage".into())
    }

    /// Creates the source as the product does, with the added fields, and returns its key.
    pub(crate) async fn source(&self, added: Value) -> TestResult<String> {
        let mut body = json!({
            "name": "X",
            "slug": self.server.slug(),
            "provider_type": "twitter",
            "consumer_key": CLIENT_ID,
            "authentication_flow": self.flow("default-source-authentication").await?,
            "enrollment_flow": self.flow("default-source-enrollment").await?,
        });
        if let Value::Object(body) = &mut body {
            body.extend(self.credential().await?);
            body.extend(added.as_object().cloned().unwrap_or_default());
        }
        let (status, made) = self.api(Method::POST, "/sources/oauth/", body).await?;
        assert_eq!(status, 201, "{made}");
        made["pk"].as_str().map(str::to_owned).ok_or_else(|| "no key".into())
    }

    /// The Client Secret as a source of this release names it.
    pub(crate) async fn credential(&self) -> TestResult<Map<String, Value>> {
        let field = if self.release.has(Behaviour::SecretObjects) {
            let body = json!({ "name": "Of the source", "value": CLIENT_SECRET });
            let (status, made) = self.api(Method::POST, "/crypto/secrets/", body).await?;
            assert_eq!(status, 201, "{made}");
            ("consumer_secret_ref".to_owned(), made["pk"].clone())
        } else {
            ("consumer_secret".to_owned(), json!(CLIENT_SECRET))
        };
        Ok(Map::from_iter([field]))
    }

    /// Puts sources on the login page.
    pub(crate) async fn show(&self, sources: &[&str]) -> TestResult<(u16, Value)> {
        let path = format!("/stages/identification/{}/", self.stage().await?);
        self.api(Method::PATCH, &path, json!({ "sources": sources })).await
    }

    /// The events since the last call of this method, oldest first: action, app and context without the request.
    pub(crate) async fn events(&self) -> TestResult<Vec<Value>> {
        let found = self.get("/events/events/?ordering=created&page_size=100").await?;
        Ok(found["results"].as_array().cloned().unwrap_or_default())
    }
}

/// A browser that keeps the session's cookie and doesn't follow redirects by itself.
pub(crate) struct Browser<'a> {
    rig: &'a Rig,
    cookie: Option<String>,
}

/// The response that a browser received.
#[derive(Debug)]
pub(crate) struct BrowserResponse {
    pub status: u16,
    pub location: String,
    pub id: String,
    pub text: String,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(rig: &'a Rig) -> Self {
        Self { rig, cookie: None }
    }

    pub(crate) async fn get(&mut self, path: &str) -> TestResult<BrowserResponse> {
        let request = self.rig.request(Method::GET, path);
        self.send(request).await
    }

    pub(crate) async fn post(&mut self, path: &str, kind: &str, body: String) -> TestResult<BrowserResponse> {
        let request = self.rig.request(Method::POST, path).header("content-type", kind).body(body);
        self.send(request).await
    }

    async fn send(&mut self, mut request: RequestBuilder) -> TestResult<BrowserResponse> {
        if let Some(cookie) = &self.cookie {
            request = request.header(COOKIE, cookie);
        }
        let answer = request.send().await?;
        if let Some(set) = header(&answer, SET_COOKIE.as_str()) {
            self.cookie = set.split(';').next().map(str::to_owned);
        }
        Ok(BrowserResponse {
            status: answer.status().as_u16(),
            location: header(&answer, LOCATION.as_str()).unwrap_or_default(),
            id: header(&answer, "x-authentik-id").unwrap_or_default(),
            text: answer.text().await?,
        })
    }

    /// Presses the button of the source, and returns the parameters that X receives.
    pub(crate) async fn press(&mut self) -> TestResult<HashMap<String, String>> {
        let slug = self.rig.server.slug();
        let seen = self.get(&format!("/source/oauth/login/{slug}/")).await?;
        assert_eq!(seen.status, 302, "{}", seen.text);
        Ok(Url::parse(&seen.location)?.query_pairs().into_owned().collect())
    }

    /// Presses the button, and returns from X with a code.
    pub(crate) async fn callback(&mut self) -> TestResult<BrowserResponse> {
        let sent = self.press().await?;
        let state = sent.get("state").ok_or("no state")?;
        let slug = self.rig.server.slug();
        self.get(&format!("/source/oauth/callback/{slug}/?state={state}&code=made-up-code")).await
    }

    /// Follows redirects and links as a browser without scripts would, until a page is shown.
    pub(crate) async fn follow(&mut self, first: BrowserResponse) -> TestResult<BrowserResponse> {
        let mut seen = first;
        for _ in 0..10 {
            if seen.status == 302 {
                let path = seen.location.split('#').next().unwrap_or_default().to_owned();
                seen = self.get(&path).await?;
                if seen.text.contains("http-equiv=\"refresh\"") {
                    let flow = path.split('?').next().unwrap_or_default();
                    seen = self.get(&format!("{flow}practice/")).await?;
                }
            } else {
                return Ok(seen);
            }
        }
        Err("it goes round and round".into())
    }

    /// Runs a whole sign-in, page by page.
    pub(crate) async fn sign_in(&mut self) -> TestResult<BrowserResponse> {
        let back = self.callback().await?;
        self.follow(back).await
    }
}

fn header(answer: &Response, name: &str) -> Option<String> {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// Action, app and context of the events that a case leaves, without the events of the setup before it.
pub(crate) async fn left(rig: &Rig, before: usize) -> TestResult<Vec<(String, String, Value)>> {
    let part = |event: &Value, name: &str| event[name].as_str().unwrap_or_default().to_owned();
    Ok(rig
        .events()
        .await?
        .into_iter()
        .skip(before)
        .map(|mut event| {
            if let Some(context) = event["context"].as_object_mut() {
                context.remove("http_request");
            }
            (part(&event, "action"), part(&event, "app"), event["context"].take())
        })
        .collect())
}

pub(crate) fn actions(events: &[(String, String, Value)]) -> Vec<&str> {
    events.iter().map(|(action, ..)| action.as_str()).collect()
}

/// Repeats the request to the executor until it no longer redirects to itself. Returns the number of redirects, the ids
/// of the requests and the last answer.
pub(crate) async fn executed(browser: &mut Browser<'_>, flow: &str) -> TestResult<(usize, Vec<String>, Value)> {
    let path = format!("/api/v3/flows/executor/{flow}/?query=");
    let mut ids = Vec::new();
    for redirects in 0..10 {
        let seen = browser.get(&path).await?;
        ids.push(seen.id.clone());
        if seen.status == 200 {
            return Ok((redirects, ids, serde_json::from_str(&seen.text)?));
        }
        assert_eq!((seen.status, seen.location.as_str()), (302, path.as_str()));
    }
    Err("the executor never ends".into())
}
