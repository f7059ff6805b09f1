//! An X for tests: answers what the test says, and keeps what it was asked.

use crate::clock::Clock;
use crate::credentials::ClientCredentials;
use crate::net::{HttpClient, PATIENCE, Proxies, Trace};
use crate::x::Endpoints;
use http::{Response, header};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

pub(crate) const TOKEN: &str = r#"{"token_type":"bearer","expires_in":7200,"access_token":"canary-access-token-7f31","scope":"users.read tweet.read"}"#;
pub(crate) const PROFILE: &str = r#"{"data":{"id":"2244994945","name":"X Developers","username":"XDevelopers"}}"#;
pub(crate) const REVOKED: &str = r#"{"revoked":true}"#;

/// One request, as it came.
#[derive(Clone, Debug)]
pub(crate) struct FakeRequest {
    pub(crate) method: String,
    /// With its query.
    pub(crate) target: String,
    pub(crate) authorization: String,
    pub(crate) body: String,
}

type FakeAnswers = dyn Fn(&FakeRequest) -> (u16, String) + Send + Sync;

pub(crate) struct FakeX {
    pub(crate) endpoints: Endpoints,
    asked: Arc<Mutex<Vec<FakeRequest>>>,
    task: JoinHandle<()>,
}

impl FakeX {
    /// Everything goes well, but what `differs` says.
    pub(crate) async fn but(differs: impl Fn(&str) -> Option<(u16, String)> + Send + Sync + 'static) -> Self {
        Self::answering(move |asked| {
            let path = asked.target.split('?').next().unwrap_or_default();
            differs(path).unwrap_or_else(|| match path {
                "/2/oauth2/token" => (200, TOKEN.to_owned()),
                "/2/users/me" => (200, PROFILE.to_owned()),
                "/2/oauth2/revoke" => (200, REVOKED.to_owned()),
                _ => (404, String::new()),
            })
        })
        .await
    }

    pub(crate) async fn answering(answers: impl Fn(&FakeRequest) -> (u16, String) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = Url::parse(&format!("http://{}", listener.local_addr().expect("an address"))).expect("a URL");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let answers: Arc<FakeAnswers> = Arc::new(answers);
        let log = Arc::clone(&asked);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (log, answers) = (Arc::clone(&log), Arc::clone(&answers));
                tokio::spawn(async move {
                    let service = service_fn(|request| answer(request, &log, answers.as_ref()));
                    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Self { endpoints: Endpoints::with_base(&base), asked, task }
    }

    pub(crate) fn asked(&self) -> Vec<FakeRequest> {
        self.asked.lock().expect("no panic").clone()
    }

    /// The targets asked for, in order.
    pub(crate) fn targets(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.target).collect()
    }
}

impl Drop for FakeX {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(
    request: http::Request<Incoming>,
    log: &Mutex<Vec<FakeRequest>>,
    answers: &FakeAnswers,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let asked = FakeRequest {
        method: head.method.to_string(),
        target: head.uri.to_string(),
        authorization: head
            .headers
            .get(header::AUTHORIZATION)
            .map_or("", |value| value.to_str().unwrap_or(""))
            .to_owned(),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    log.lock().expect("no panic").push(asked.clone());
    let (status, text) = answers(&asked);
    let answer = Response::builder().status(status).header(header::CONTENT_TYPE, "text/plain");
    Ok(answer.body(Full::from(text)).expect("a status"))
}

pub(crate) const SECRET: &str = "canary-client-secret-5e12";

pub(crate) fn pair() -> ClientCredentials {
    ClientCredentials { id: "Y2FuYXJ5LWNsaWVudC1pZC0wMTIzOjE6Y2k".into(), secret: SECRET.into() }
}

pub(crate) fn clock() -> Clock {
    Clock::new(|| time::OffsetDateTime::UNIX_EPOCH)
}

pub(crate) fn net() -> HttpClient {
    HttpClient::new(None, Proxies::None, PATIENCE, Trace::default(), clock()).expect("a client")
}
