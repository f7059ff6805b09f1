//! A small authentik for tests: one flow with one identification stage, sources that can be made, changed and deleted,
//! and a fault or somebody else's edit at any request. It holds the facts that the code rests on and nothing more; the
//! practice authentik is the one that people meet.

use super::Client;
use crate::address::{HttpPolicy, ServerUrl};
use crate::clock::Clock;
use crate::net::{HttpClient, Proxies, Trace};
use secrecy::SecretString;
use serde_json::{Map, Value, json};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub(crate) const TOKEN: &str = "canary-token-71ab";
pub(crate) const STAGE: &str = "99bd39bb-ed61-4ee6-a8b7-9fd3fed863de";
pub(crate) const AUTHENTICATION: &str = "4d72d96b-d605-4b23-8041-d9c413e1a0f0";
pub(crate) const ENROLMENT: &str = "e883e49c-933b-45b8-90fe-57508cb46faa";
pub(crate) const BUILT_IN: &str = "b0f3a6d2-0000-4000-8000-000000000001";

#[derive(Clone)]
pub(crate) struct Fake {
    pub(crate) server: ServerUrl,
    net: HttpClient,
    state: Arc<Mutex<FakeState>>,
}

/// What goes wrong at one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FakeFault {
    /// 405 with an empty body (500 to a read), nothing done.
    Inside,
    /// The connection breaks before anything is done.
    LostBefore,
    /// The connection breaks after it was done.
    LostAfter,
}

pub(crate) type Hook = Box<dyn FnMut(&mut FakeState, &str, &str) + Send>;

pub(crate) struct FakeState {
    pub(crate) sources: Vec<Value>,
    pub(crate) shown: Vec<String>,
    pub(crate) flows: Vec<(&'static str, &'static str)>,
    pub(crate) x_type: &'static str,
    pub(crate) x_base: String,
    pub(crate) brand_flow: Option<&'static str>,
    /// Brands besides the asked host's own: domain, slug of the login flow, and whether that shows the shown sources.
    pub(crate) brands: Vec<(&'static str, &'static str, bool)>,
    pub(crate) superuser: bool,
    /// Beginnings of `METHOD /path` that are answered with "no permission".
    pub(crate) refused: Vec<&'static str>,
    pub(crate) connections: u32,
    /// Whether the token's role lets it see links.
    pub(crate) sees_links: bool,
    pub(crate) events: Vec<Value>,
    /// Which request fails, counted from 1 since it was set, and how.
    pub(crate) fault: Option<(usize, FakeFault)>,
    /// Called before each request with method and path: somebody else at work.
    pub(crate) hook: Option<Hook>,
    /// Method, path with query, body.
    pub(crate) asked: Vec<(String, String, Value)>,
    /// Whether each request carried the token.
    pub(crate) with_token: Vec<bool>,
    /// Given instead of any other answer.
    pub(crate) canned: Option<String>,
    pub(crate) secrets: Vec<(String, String)>,
    /// Sent with every answer.
    pub(crate) headers: String,
    /// The release that the pages tell, and the one that the API tells.
    pub(crate) page_release: &'static str,
    pub(crate) release: &'static str,
    pub(crate) tokens: Vec<Value>,
    /// The path it is installed below.
    pub(crate) below: &'static str,
    made: usize,
}

impl Fake {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let server = ServerUrl::parse(&base, HttpPolicy::LoopbackOnly).expect("an address").url;
        let state = Arc::new(Mutex::new(FakeState {
            sources: Vec::new(),
            shown: vec![BUILT_IN.to_owned()],
            flows: vec![(AUTHENTICATION, "default-source-authentication"), (ENROLMENT, "default-source-enrollment")],
            x_type: "twitter",
            x_base: "https://twitter.com/i/oauth2/authorize".to_owned(),
            brand_flow: Some("default-authentication-flow"),
            brands: Vec::new(),
            superuser: true,
            refused: Vec::new(),
            connections: 0,
            sees_links: false,
            events: Vec::new(),
            fault: None,
            hook: None,
            asked: Vec::new(),
            with_token: Vec::new(),
            canned: None,
            secrets: Vec::new(),
            headers: String::new(),
            page_release: "2025.12.4",
            release: "2025.12.4",
            tokens: vec![
                json!({ "intent": "api", "user": 4, "expiring": true, "expires": "2026-11-30T00:00:00Z" }),
                json!({ "intent": "api", "user": 9, "expiring": false, "expires": "2026-11-01T00:00:00Z" }),
            ],
            below: "",
            made: 0,
        }));
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared), base.clone()));
            }
        });
        Self { server, net: NET.with(HttpClient::clone), state }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, FakeState> {
        self.state.lock().expect("no poison")
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.net.clone(), &self.server, Some(SecretString::from(TOKEN)))
    }

    /// The same client for another address.
    pub(crate) fn client_at(&self, address: &str) -> Client {
        let server = ServerUrl::parse(address, HttpPolicy::LoopbackOnly).expect("an address").url;
        Client::new(self.net.clone(), &server, Some(SecretString::from(TOKEN)))
    }

    pub(crate) fn visitor(&self) -> Client {
        Client::new(self.net.clone(), &self.server, None)
    }

    /// `METHOD path` of every write so far.
    pub(crate) fn writes(&self) -> Vec<String> {
        let state = self.state();
        let writes = state.asked.iter().filter(|(method, ..)| method != "GET" && method != "OPTIONS");
        writes.map(|(method, path, _)| format!("{method} {path}")).collect()
    }

    /// A source made by somebody else.
    pub(crate) fn add_source(&self, pk: &str, slug: &str, fields: &Value) {
        let mut state = self.state();
        let mut source = state.blank(pk);
        merge(&mut source, &json!({ "slug": slug, "name": slug }));
        merge(&mut source, fields);
        state.sources.push(source);
    }
}

thread_local! {
    /// One a test: to load the platform's roots takes longer than most of them.
    static NET: HttpClient = net();
}

fn net() -> HttpClient {
    let clock = Clock::new(|| time::OffsetDateTime::UNIX_EPOCH);
    HttpClient::new(None, Proxies::None, Duration::from_secs(20), Trace::default(), clock).expect("a client")
}

impl FakeState {
    fn blank(&self, pk: &str) -> Value {
        json!({
            "pk": pk, "name": "", "slug": "", "enabled": true, "authentication_flow": null, "enrollment_flow": null,
            "user_matching_mode": "identifier", "provider_type": self.x_type, "consumer_key": "",
            "additional_scopes": "", "promoted": false, "component": "ak-source-oauth-form",
        })
    }

    fn stage(&self) -> Value {
        json!({
            "pk": STAGE, "name": "default-authentication-identification", "sources": self.shown,
            "user_fields": ["email", "username"],
            "flow_set": [{ "pk": "acec8e09-430d-4ee6-ad28-569da8992cba", "slug": "default-authentication-flow" }],
        })
    }

    fn position(&self, slug: &str) -> Option<usize> {
        self.sources.iter().position(|source| source["slug"] == slug)
    }

    #[expect(clippy::too_many_lines, reason = "one arm a call")]
    fn answer(&mut self, base: &str, method: &str, path: &str, query: &str, body: &Value) -> (u16, String, String) {
        let json = |status: u16, body: &Value| (status, String::new(), body.to_string());
        let detail = |status: u16, said: &str| json(status, &json!({ "detail": said }));
        let html = |status: u16| (status, "Content-Type: text/html\r\n".to_owned(), "<!DOCTYPE html>".to_owned());
        let list = |all: Vec<Value>| {
            json(200, &json!({ "pagination": { "next": 0, "count": all.len() }, "results": all, "autocomplete": {} }))
        };
        if self.refused.iter().any(|refused| format!("{method} {path}").starts_with(refused)) {
            return detail(403, "You do not have permission to perform this action.");
        }
        let with_callback = |source: &Value| {
            let mut source = source.clone();
            let callback = format!("{base}/source/oauth/callback/{}/", source["slug"].as_str().unwrap_or_default());
            merge(&mut source, &json!({ "callback_url": callback }));
            source
        };
        let Some(path) = path.strip_prefix(self.below) else { return html(404) };
        let api = path.strip_prefix("/api/v3").unwrap_or(path);
        let segments: Vec<_> = api.trim_matches('/').split('/').collect();
        match (method, segments.as_slice()) {
            ("GET", ["-", "health", "live"]) => html(200),
            ("GET", ["root", "config"]) => json(200, &json!({ "capabilities": ["is_enterprise"] })),
            ("GET", ["admin", "version"]) => json(200, &json!({ "version_current": self.release, "outdated": false })),
            ("GET", ["core", "users", "me"]) => {
                json(200, &json!({ "user": { "pk": 4, "username": "m.okafor", "is_superuser": self.superuser } }))
            }
            ("GET", ["core", "tokens"]) => list(self.tokens.clone()),
            ("GET", ["core", "users", pk]) => {
                json(200, &json!({ "pk": pk.parse::<i64>().unwrap_or_default(), "username": format!("person-{pk}") }))
            }
            ("GET", ["core", "users"]) => list(vec![json!({ "pk": 4, "username": "m.okafor" })]),
            ("GET", ["propertymappings", "source", "oauth"]) => list(Vec::new()),
            ("GET", ["if", "flow", _]) => {
                let sheet = format!("/static/dist/styles/interface-{}.css", self.page_release);
                let page = format!("<script>window.authentik = {{}}</script><link href=\"{sheet}\">");
                (200, "Content-Type: text/html\r\n".to_owned(), page)
            }
            ("GET", ["core", "brands", "current"]) => match self.brand_flow {
                Some(flow) => json(200, &json!({ "matched_domain": "x", "flow_authentication": flow })),
                None => json(200, &json!({ "matched_domain": "x" })),
            },
            ("GET", ["core", "brands"]) => {
                let own = json!({ "domain": "x", "flow_authentication": null });
                let others = self.brands.iter().map(|(domain, flow, _)| {
                    json!({ "domain": domain, "flow_authentication": if flow.is_empty() { Value::Null } else { json!(flow) } })
                });
                list(std::iter::once(own).chain(others).collect())
            }
            ("GET", ["flows", "-", "default", "authentication"]) => {
                (302, "Location: /if/flow/default-authentication-flow/\r\n".to_owned(), String::new())
            }
            ("GET", ["sources", "oauth", "source_types"]) => json(
                200,
                &json!([
                    { "name": "github", "verbose_name": "GitHub" },
                    { "name": self.x_type, "verbose_name": "Twitter", "authorization_url": self.x_base },
                ]),
            ),
            ("GET", ["sources", "all"]) => {
                let mut all = self.sources.clone();
                all.push(json!({ "pk": BUILT_IN, "name": "authentik Built-in", "slug": "authentik-built-in" }));
                list(all)
            }
            ("GET", ["sources", "oauth"]) => list(self.sources.iter().map(with_callback).collect()),
            ("POST", ["sources", "oauth"]) => {
                if self.position(body["slug"].as_str().unwrap_or_default()).is_some() {
                    return json(400, &json!({ "slug": ["source with this slug already exists."] }));
                }
                self.made += 1;
                let mut source = self.blank(&format!("ae186809-c688-46f2-89a1-{:012}", self.made));
                self.store(&mut source, body);
                let answer = with_callback(&source);
                self.sources.push(source);
                json(201, &answer)
            }
            (_, ["sources", "oauth", slug]) => match (method, self.position(slug)) {
                (_, None) => detail(404, "No OAuthSource matches the given query."),
                ("GET", Some(at)) => json(200, &with_callback(&self.sources[at])),
                // Releases up to 2025.12 fail here.
                ("PATCH", Some(_)) if body.get("provider_type").is_none() => (405, String::new(), String::new()),
                ("PATCH", Some(at)) => {
                    let mut source = self.sources[at].clone();
                    self.store(&mut source, body);
                    self.sources[at] = source;
                    json(200, &with_callback(&self.sources[at]))
                }
                ("DELETE", Some(at)) => {
                    let gone = self.sources.remove(at);
                    self.shown.retain(|shown| gone["pk"] != shown.as_str());
                    self.connections = 0;
                    (204, String::new(), String::new())
                }
                _ => detail(405, "Method not allowed."),
            },
            ("GET", ["sources", "user_connections", "oauth"]) => {
                // Without the right 200 with one's own only, and not a word of it.
                let seen = if self.superuser || self.sees_links { self.connections } else { 0 };
                let results: Vec<_> =
                    (0..seen).map(|pk| json!({ "pk": pk, "user": 11 + pk, "identifier": pk.to_string() })).collect();
                json(200, &json!({ "pagination": { "next": 0, "count": seen }, "results": results }))
            }
            ("GET", ["flows", "instances"]) => {
                let wanted = query.split('&').find_map(|part| part.strip_prefix("slug="));
                let own = self.flows.iter().copied();
                // A brand's flow has its slug for its key.
                let all = own.chain(self.brands.iter().map(|(_, flow, _)| (*flow, *flow)));
                let found = all.filter(|(_, slug)| wanted.is_none_or(|wanted| wanted == *slug));
                let row = |(pk, slug): (&str, &str)| {
                    let designation = if slug.contains("enrollment") { "enrollment" } else { "authentication" };
                    json!({ "pk": pk, "slug": slug, "name": "Welcome", "designation": designation })
                };
                list(found.map(row).collect())
            }
            ("GET", ["stages", "identification"]) => list(vec![self.stage()]),
            ("GET", ["stages", "identification", STAGE]) => json(200, &self.stage()),
            ("PATCH", ["stages", "identification", STAGE]) => {
                let wanted: Vec<String> = serde_json::from_value(body["sources"].clone()).unwrap_or_default();
                if wanted.is_empty() && body.get("user_fields").is_none() {
                    let said = "When no user fields are selected, at least one source must be selected";
                    return json(400, &json!({ "non_field_errors": [said] }));
                }
                let known =
                    |pk: &String| pk == BUILT_IN || self.sources.iter().any(|source| source["pk"] == pk.as_str());
                if let Some(unknown) = wanted.iter().find(|pk| !known(pk)) {
                    let said = format!("Invalid pk \"{unknown}\" - object does not exist.");
                    return json(400, &json!({ "sources": [said] }));
                }
                self.shown = wanted;
                json(200, &self.stage())
            }
            ("GET", ["enterprise", "license", "summary"]) => json(200, &json!({ "status": "unlicensed" })),
            // As a release before 2025.8 does it: `action` filters, `actions` is ignored.
            ("GET", ["events", "events"]) => {
                let wanted = query.split('&').find_map(|part| part.strip_prefix("action="));
                let fits = |event: &&Value| wanted.is_none_or(|wanted| event["action"] == wanted);
                list(self.events.iter().filter(fits).cloned().collect())
            }
            ("GET", ["flows", "executor", flow])
                if *flow == "default-authentication-flow" || self.brands.iter().any(|(_, own, _)| own == flow) =>
            {
                let hides = self.brands.iter().any(|(_, own, shows)| own == flow && !shows);
                let shown = self.sources.iter().filter(|source| {
                    !hides && source["enabled"] == true && self.shown.iter().any(|pk| source["pk"] == pk.as_str())
                });
                let button = |source: &Value| {
                    let slug = source["slug"].as_str().unwrap_or_default();
                    json!({ "name": source["name"], "challenge": { "to": format!("/source/oauth/login/{slug}/") } })
                };
                let sources: Vec<_> = shown.map(button).collect();
                json(200, &json!({ "component": "ak-stage-identification", "sources": sources }))
            }
            ("GET", ["flows", "executor", _]) => detail(404, "No Flow matches the given query."),
            ("GET", ["source", "oauth", "login", slug]) => {
                let Some(source) = self.position(slug).map(|at| &self.sources[at]) else { return html(404) };
                if source["enabled"] == false {
                    return html(404);
                }
                let callback = format!("{base}/source/oauth/callback/{slug}/");
                let scopes =
                    format!("{} tweet.read users.read", source["additional_scopes"].as_str().unwrap_or_default());
                let location = url::Url::parse_with_params(
                    &self.x_base,
                    [
                        ("client_id", source["consumer_key"].as_str().unwrap_or_default()),
                        ("redirect_uri", &callback),
                        ("response_type", "code"),
                        ("state", "XpZTV8wvZKCyT5msarPJBmoLEZu5hXpy"),
                        ("code_challenge", "fGiq2skxkeM0Y5hrwa2Do7NtGLujmktij5n7x9IViA0"),
                        ("code_challenge_method", "S256"),
                        ("scope", scopes.trim()),
                    ],
                )
                .expect("an address");
                (302, format!("Location: {location}\r\n"), String::new())
            }
            ("GET", _) => html(404),
            _ => (405, String::new(), String::new()),
        }
    }

    /// The whole answer as text; none where the connection breaks.
    fn respond(&mut self, base: &str, head: &str, body: &[u8]) -> Option<String> {
        let mut words = head.split_whitespace();
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        self.asked.push((method.to_owned(), target.to_owned(), body.clone()));
        self.with_token.push(head.contains(TOKEN));
        if let Some(mut hook) = self.hook.take() {
            hook(self, method, path);
            self.hook = Some(hook);
        }
        if let Some(canned) = &self.canned {
            return Some(canned.clone());
        }
        let fault = match &mut self.fault {
            Some((left, fault)) if *left > 0 => {
                *left -= 1;
                (*left == 0).then_some(*fault)
            }
            Some(_) | None => None,
        };
        let (status, headers, body) = match fault {
            Some(FakeFault::Inside) if method == "GET" => (500, String::new(), "<!DOCTYPE html>".to_owned()),
            Some(FakeFault::Inside) => (405, String::new(), String::new()),
            Some(FakeFault::LostBefore) => return None,
            Some(FakeFault::LostAfter) => {
                self.answer(base, method, path, query, &body);
                return None;
            }
            None => self.answer(base, method, path, query, &body),
        };
        let length = body.len();
        let headers = format!("{headers}{}", self.headers);
        Some(format!("HTTP/1.1 {status} x\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"))
    }

    fn store(&mut self, source: &mut Value, body: &Value) {
        let mut fields = body.as_object().cloned().unwrap_or_default();
        if let Some(Value::String(secret)) = fields.remove("consumer_secret") {
            let slug = fields.get("slug").or(source.get("slug")).and_then(Value::as_str).unwrap_or_default();
            self.secrets.push((slug.to_owned(), secret));
        }
        merge(source, &Value::Object(fields));
    }
}

fn merge(into: &mut Value, fields: &Value) {
    let empty = Map::new();
    for (name, value) in fields.as_object().unwrap_or(&empty) {
        into[name] = value.clone();
    }
}

async fn serve(mut stream: TcpStream, state: Arc<Mutex<FakeState>>, base: String) {
    let Some((head, body)) = request(&mut stream).await else { return };
    let answer = state.lock().expect("no poison").respond(&base, &head, &body);
    if let Some(answer) = answer {
        let _ = stream.write_all(answer.as_bytes()).await;
    }
}

async fn request(stream: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&buffer[..read]);
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
        });
        if bytes.len() >= end + 4 + length.unwrap_or(0) {
            return Some((head, bytes[end + 4..].to_vec()));
        }
    }
}
