mod authorize;
mod portal;
mod profile;
mod server;
mod token;

use super::visitor::{self, ConsentAnswer};
use super::*;
use crate::faults::Fault;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Client, RequestBuilder, StatusCode};
use secrecy::ExposeSecret as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use url::Url;
use url::form_urlencoded::Serializer;

const TEST_CALLBACK: &str = "http://127.0.0.1:8723/callback";
const CALLBACK: &str = "https://authentik.company/source/oauth/callback/twitter/";
/// A value that would become an element and end an attribute if it weren't escaped.
const HOSTILE: &str = "<img src=x onerror=alert(1)> \"double\" & 'single'";
const ESCAPED: &str = "&lt;img src=x onerror=alert(1)&gt; &quot;double&quot; &amp; 'single'";
const VERIFIER: &str = "a-verifier-of-forty-three-characters-or-more";

/// A practice X with one app, and a client that sends requests to it.
struct World {
    server: XServer,
    log: Log,
    client: Client,
    app: TokenAuthentication,
    /// The seconds that have passed.
    clock: Arc<AtomicI64>,
}

impl World {
    async fn new() -> Self {
        Self::with(&[], Unknowns::default()).await
    }

    async fn with(faults: &[Fault], unknowns: Unknowns) -> Self {
        let clock = Arc::new(AtomicI64::new(0));
        let hands = Arc::clone(&clock);
        let log = Log::default();
        let server = start(XOptions {
            faults: faults.iter().copied().collect(),
            log: log.clone(),
            clock: PracticeClock::new(move || {
                time::macros::datetime!(2026-08-22 12:00 UTC) + time::Duration::seconds(hands.load(Ordering::Relaxed))
            }),
            unknowns,
            ..XOptions::default()
        })
        .await
        .expect("a free port");
        #[expect(clippy::disallowed_methods, reason = "a test's own browser")]
        let client =
            Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().expect("a client");
        let app = server.register(web_app());
        Self { server, log, client, app, clock }
    }

    fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.base())
    }

    /// An authorize URL as authentik builds it, with these changes. An empty value removes the parameter.
    fn authorize(&self, changes: &[(&str, &str)]) -> Url {
        let mut parameters = BTreeMap::from([
            ("client_id", self.app.client_id.as_str()),
            ("redirect_uri", TEST_CALLBACK),
            ("response_type", "code"),
            ("state", "a state & more"),
            ("scope", "tweet.read users.read"),
            ("code_challenge_method", "S256"),
        ]);
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
        parameters.insert("code_challenge", &challenge);
        parameters.extend(changes.iter().copied());
        parameters.retain(|_, value| !value.is_empty());
        Url::parse_with_params(&self.url("/i/oauth2/authorize"), parameters).expect("a URL")
    }

    async fn visit(&self, changes: &[(&str, &str)], answer: ConsentAnswer) -> BTreeMap<String, String> {
        let back = visitor::answer(&self.client, &self.authorize(changes), answer).await.expect("sent back");
        Url::parse(&back).expect("a URL").query_pairs().into_owned().collect()
    }

    /// Returns the code for a person who authorized the app.
    async fn code(&self, scope: &str) -> String {
        self.visit(&[("scope", scope)], ConsentAnswer::Authorize).await.remove("code").expect("a code")
    }

    fn post(&self, path: &str, form: &[(&str, &str)]) -> RequestBuilder {
        let body = Serializer::new(String::new()).extend_pairs(form).finish();
        self.client.post(self.url(path)).header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body)
    }

    fn basic(&self) -> String {
        basic(&self.app.client_id, self.app.client_secret.expose_secret())
    }

    async fn token(&self, form: &[(&str, &str)]) -> (StatusCode, Value) {
        answered(self.post("/2/oauth2/token", form).header(AUTHORIZATION, self.basic())).await
    }

    async fn exchange(&self, code: &str) -> (StatusCode, Value) {
        self.token(&exchange(code)).await
    }

    /// Returns the tokens for a person who authorized these scopes.
    async fn tokens(&self, scope: &str) -> Value {
        let (status, tokens) = self.exchange(&self.code(scope).await).await;
        assert_eq!(status, StatusCode::OK, "{tokens}");
        tokens
    }

    async fn me(&self, token: &str, query: &str) -> (StatusCode, Value) {
        let url = self.url(&format!("/2/users/me{query}"));
        answered(self.client.get(url).header(AUTHORIZATION, format!("Bearer {token}"))).await
    }
}

fn web_app() -> AppSpec {
    AppSpec {
        name: "Practice app".to_owned(),
        kind: AppType::Web,
        callbacks: vec![TEST_CALLBACK.to_owned(), CALLBACK.to_owned()],
        website: "https://authentik.company".to_owned(),
        request_email: false,
    }
}

fn exchange(code: &str) -> [(&str, &str); 4] {
    [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", TEST_CALLBACK), ("code_verifier", VERIFIER)]
}

fn basic(id: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{id}:{secret}")))
}

async fn answered(request: RequestBuilder) -> (StatusCode, Value) {
    let answer = request.send().await.expect("an answer");
    let status = answer.status();
    let text = answer.text().await.expect("text");
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}
