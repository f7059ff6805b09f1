//! The bodies of X's refusals, as they are received.

use crate::text::{TargetResult, fuzz};
use anyhow::Result;
use proptest::prelude::*;
use secrecy::SecretString;
use serde_json::Value;
use sourcerer_core::clock::Clock;
use sourcerer_core::credentials::{ClientCredentials, ClientId, ClientSecret};
use sourcerer_core::diagnosis::{Diagnosed as _, Diagnosis};
use sourcerer_core::net::{HttpClient, PATIENCE, Proxies, Trace};
use sourcerer_core::x::{self, CredentialVerdict, Email, Endpoints};
use std::sync::{Arc, Mutex, PoisonError};
use time::OffsetDateTime;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use url::Url;

const SECRET: &str = "MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd";
const TOKEN: &str = "MadeUpTokenMadeUpTokenMadeUpTokenMadeUpToken0123";

const SAMPLES: &[&str] = &[
    r#"{"error":"invalid_request","error_description":"Value passed for the token was invalid."}"#,
    r#"{"error":"invalid_request","error_description":"Value passed for the client id was invalid."}"#,
    r#"{"error":"unauthorized_client","error_description":"Missing valid authorization header"}"#,
    r#"{"error":"invalid_grant"}"#,
    r#"{"errors":[{"message":"Value passed for the token was invalid."}],"title":"Invalid Request","type":"https://api.twitter.com/2/problems/invalid-request"}"#,
    r#"[{"error":"invalid_client"}]"#,
    r#"{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}"#,
    r#"{"client_id":"12345678","reason":"client-not-enrolled","title":"Client Forbidden","type":"https://api.twitter.com/2/problems/client-forbidden"}"#,
    r#"{"reason":"user-not-enrolled","title":"Forbidden"}"#,
    r#"{"title":"CreditsDepleted","type":"https://api.x.com/2/problems/credits"}"#,
    r#"{"title":"SpendCapReached"}"#,
    r#"{"title":"Forbidden","detail":"Monthly spend cap reached","type":"about:blank"}"#,
    r#"{"title":"UsageCapExceeded","type":"https://api.x.com/2/problems/usage-capped"}"#,
    r#"{"title":"Unsupported Authentication","type":"https://api.x.com/2/problems/unsupported-authentication"}"#,
    r#"{"data":{"id":"1583920471165304832","name":"Ana","username":"ana"}}"#,
    "<html><body>503</body></html>",
    "MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd MadeUpTokenMadeUpTokenMadeUpTokenMadeUpToken0123",
];

const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "\\u0000",
    "\\n",
    "\u{1}",
    "\n",
    " ",
    "null",
    "true",
    "1e999",
    "0",
    "{}",
    r#""error":"#,
    r#""errors":["#,
    r#""error_description":"#,
    r#""title":"#,
    r#""detail":"#,
    r#""reason":"#,
    r#""type":"#,
    r#""data":{"id":"1"}"#,
    r#""data":{}"#,
    "invalid_grant",
    "invalid_client",
    "Forbidden",
    "/",
    SECRET,
    TOKEN,
    "client-not-enrolled",
    "credits",
];

#[test]
fn errors() {
    let rig = Rig::new().expect("a server on loopback");
    fuzz("errors", SAMPLES, WORDS, |body| rig.holds(body));
}

/// A server whose answers the test sets, and its client.
struct Rig {
    runtime: Runtime,
    answer: Arc<Mutex<(u16, String)>>,
    endpoints: Endpoints,
    net: HttpClient,
    clock: Clock,
    pair: ClientCredentials,
}

impl Rig {
    fn new() -> Result<Self> {
        let runtime = Runtime::new()?;
        let answer = Arc::new(Mutex::new((200, String::new())));
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let base = Url::parse(&format!("http://{}", listener.local_addr()?))?;
        let answers = Arc::clone(&answer);
        runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&answers)));
            }
        });
        let clock = Clock::new(OffsetDateTime::now_utc);
        let net = HttpClient::new(None, Proxies::None, PATIENCE, Trace::default(), clock.clone())?;
        let pair = ClientCredentials {
            id: ClientId::from("QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ"),
            secret: ClientSecret::from(SECRET),
        };
        Ok(Self { runtime, answer, endpoints: Endpoints::with_base(&base), net, clock, pair })
    }

    fn holds(&self, body: &str) -> TargetResult {
        // The same text always has the same status, so that a failing text can be shrunk.
        let statuses = [200, 400, 401, 402, 403, 404, 429, 500, 503];
        let status = statuses[body.len() % statuses.len()];
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = (status, body.to_owned());
        self.runtime.block_on(async {
            self.probe(status, body).await?;
            self.profile(status, body).await
        })
    }

    async fn probe(&self, status: u16, body: &str) -> TargetResult {
        let probe = x::probe(&self.net, &self.clock, &self.endpoints, &self.pair).await;
        prop_assert_eq!(probe.status, Some(status));
        quoted(probe.said.as_deref().unwrap_or_default(), SECRET)?;
        let words: &[&str] = match &probe.pairing {
            CredentialVerdict::Accepted => &["value passed for the token was invalid", "invalid_grant"],
            CredentialVerdict::SecretRefused => &["missing valid authorization header", "unauthorized_client"],
            CredentialVerdict::ClientIdUnknown => &["value passed for the client id was invalid", "invalid_client"],
            CredentialVerdict::CannotTell { .. } => return Ok(()),
        };
        prop_assert!(status != 200, "{:?}", probe.pairing);
        says(body, words, &format!("{:?}", probe.pairing))
    }

    async fn profile(&self, status: u16, body: &str) -> TargetResult {
        let token = SecretString::from(TOKEN);
        let error = match x::profile(&self.net, &self.endpoints, &token, Email::NotWanted).await.outcome {
            Ok(profile) => {
                prop_assert!(status == 200 && !profile.id.is_empty());
                let body: Value = serde_json::from_str(body).unwrap_or_default();
                let id = &body["data"]["id"];
                prop_assert_eq!(id.as_str().map_or_else(|| id.to_string(), str::to_owned), profile.id);
                return Ok(());
            }
            Err(error) => error,
        };
        let symptom = error.symptom();
        if let x::ProfileError::Unknown { said, .. } | x::ProfileError::Forbidden { said } = &error {
            quoted(said, TOKEN)?;
        }
        let name = Diagnosis::from(&symptom).id;
        if name == "x-spend-cap-reached" {
            // Whatever stands between its letters.
            let read = serde_json::from_str::<Value>(body).map(|body| strings(&body)).unwrap_or_default();
            let letters: String = format!("{body}{read}").chars().filter(char::is_ascii_alphabetic).collect();
            prop_assert!(letters.to_lowercase().contains("spend"), "{} of {}", name, body);
        }
        let words: &[&str] = match name.as_str() {
            "x-client-not-enrolled" => &["client-not-enrolled"],
            "x-user-not-enrolled" => &["user-not-enrolled"],
            "x-app-only-token" => &["unsupported-authentication", "unsupported authentication"],
            "x-credits-depleted" if status != 402 => &["credits"],
            "x-usage-cap-reached" => &["usage-capped", "usagecapexceeded"],
            _ => return Ok(()),
        };
        says(body, words, &name)
    }
}

/// A known cause is reported only if X's own words for it are in the body, with any white space.
fn says(body: &str, words: &[&str], what: &str) -> TargetResult {
    let read = serde_json::from_str::<Value>(body).map(|body| strings(&body)).unwrap_or_default();
    let text = format!("{body} {read}").to_lowercase();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    prop_assert!(words.iter().any(|word| text.contains(word)), "{} of {}", what, body);
    Ok(())
}

/// Every string in the body, with its escapes decoded.
fn strings(body: &Value) -> String {
    match body {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(strings).collect::<Vec<_>>().join(" "),
        Value::Object(fields) => fields.values().map(strings).collect::<Vec<_>>().join(" "),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

/// A quote is one short line without the request's secret.
fn quoted(said: &str, secret: &str) -> TargetResult {
    prop_assert!(said.chars().count() <= 301, "{} characters", said.chars().count());
    prop_assert!(!said.contains(char::is_control), "{:?}", said);
    prop_assert!(!said.contains(secret), "{:?}", said);
    Ok(())
}

async fn serve(stream: TcpStream, answer: Arc<Mutex<(u16, String)>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            if line.trim().is_empty() {
                break;
            }
        }
        stream.read_exact(&mut vec![0; length]).await?;
        let (status, body) = answer.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // The answer is written at once: the second of two writes would wait until the first is acknowledged.
        let whole = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        stream.write_all(whole.as_bytes()).await?;
        stream.flush().await?;
    }
}
