use super::client::{HttpClient, MAX_BODY, PATIENCE};
use crate::clock::Clock;
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use crate::net::*;
use http::Method;
use secrecy::SecretString;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use url::Url;

const CANARY: &str = "canary-9f2c71";

fn net(patience: Duration) -> HttpClient {
    HttpClient::new(None, Proxies::None, patience, Trace::default(), Clock::new(|| time::OffsetDateTime::UNIX_EPOCH))
        .expect("a client")
}

/// Answers one request with `answer` and gives back what was asked.
async fn once(answer: String) -> (Url, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = Url::parse(&format!("http://{}/", listener.local_addr().expect("an address"))).expect("a URL");
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a caller");
        let mut asked = vec![0; 64 * 1024];
        let read = stream.read(&mut asked).await.expect("a request");
        let _ = stream.write_all(answer.as_bytes()).await;
        String::from_utf8_lossy(&asked[..read]).into_owned()
    });
    (url, served)
}

fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

#[tokio::test]
async fn after_the_time_of_one_check_a_request_counts_as_timed_out() {
    let (url, served) = once(answer("200 OK", "", "{}")).await;
    let net = net(PATIENCE);
    let check = net.for_one_check();
    let request = || Request::new(Peer::Authentik, Method::GET, url.clone());
    let late = check.until(std::time::Instant::now()).send(request()).await;
    assert!(matches!(late, Err(Error::TimedOut(..))), "{late:?}");
    served.abort();
    let (url, _served) = once(answer("200 OK", "", "{}")).await;
    check.send(Request::new(Peer::Authentik, Method::GET, url)).await.expect("in time");
}

#[tokio::test]
async fn a_redirect_is_handed_back_and_not_followed() {
    let (url, served) = once(answer("302 Found", "Location: http://elsewhere.invalid/?code=abc\r\n", "")).await;
    let net = net(PATIENCE);
    let got = net
        .send(Request::new(Peer::Authentik, Method::GET, url).authorization(Authorization::Bearer(CANARY.into())))
        .await
        .expect("an answer");
    assert_eq!(got.status, 302);
    assert!(served.await.expect("a request").contains(CANARY));
    assert!(!format!("{:?}", net.trace().all()).contains("code=abc"));
}

#[tokio::test]
async fn no_secret_reaches_the_trace() {
    let echo = json!({ "access_token": CANARY, "nested": [{ "token": CANARY }], "said": format!("got {CANARY}") });
    let (url, served) = once(answer("200 OK", &format!("Set-Cookie: s={CANARY}\r\n"), &echo.to_string())).await;
    let net = net(PATIENCE);
    let secret = || SecretString::from(CANARY);
    let request = Request::new(Peer::X, Method::POST, url)
        .authorization(Authorization::Basic { user: "id".to_owned(), password: secret() })
        .body(Body::Form {
            fields: vec![("grant_type".to_owned(), "x".to_owned())],
            secrets: vec![("code", secret())],
        });
    let got = net.send(request).await.expect("an answer");
    assert!(served.await.expect("a request").contains(&format!("grant_type=x&code={CANARY}")));
    assert_eq!(got.json::<serde_json::Value>(), Some(echo));
    let trace = serde_json::to_string(&net.trace().all()).expect("JSON");
    assert!(trace.contains("grant_type=x"));
    assert!(!trace.contains(CANARY), "{trace}");
}

#[tokio::test]
async fn a_secret_is_set_into_json_only_while_it_is_sent() {
    let (url, served) = once(answer("201 Created", "", "{}")).await;
    let net = net(PATIENCE);
    let request = Request::new(Peer::Authentik, Method::POST, url)
        .body(Body::Json { value: json!({ "name": "X" }), secrets: vec![("consumer_secret", CANARY.into())] });
    assert!(!format!("{request:?}").contains(CANARY));
    net.send(request).await.expect("an answer");
    assert!(served.await.expect("a request").contains(CANARY));
    let all = net.trace().all();
    assert!(!format!("{all:?}").contains(CANARY));
    assert!(all[0].curl.as_deref().is_some_and(|curl| curl.contains(r#""consumer_secret":"'"$SECRET"'""#)));
}

#[tokio::test]
async fn an_answer_beyond_the_limit_is_refused() {
    let (url, _served) = once(answer("200 OK", "", &"x".repeat(MAX_BODY + 1))).await;
    let error = net(PATIENCE).send(Request::new(Peer::X, Method::GET, url)).await.expect_err("too large");
    assert!(matches!(error, Error::TooLarge(_)), "{error:?}");
}

#[tokio::test]
async fn a_port_without_a_listener_is_refused_by_name() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    drop(listener);
    let url = Url::parse(&format!("http://127.0.0.1:{port}/")).expect("a URL");
    let error = net(PATIENCE).send(Request::new(Peer::Authentik, Method::GET, url)).await.expect_err("nobody there");
    let host = "127.0.0.1".to_owned();
    assert_eq!(error.symptom(), Symptom::ConnectionRefused { peer: Peer::Authentik, host, port });
}

#[tokio::test]
async fn a_name_without_an_address_is_told_apart() {
    let url = Url::parse("https://nothing.invalid/").expect("a URL");
    let error = net(PATIENCE).send(Request::new(Peer::X, Method::GET, url)).await.expect_err("no such name");
    assert!(matches!(error, Error::HostUnknown(_)), "{error:?}");
}

#[tokio::test]
async fn a_silent_peer_costs_the_patience_and_no_more() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = Url::parse(&format!("http://{}/", listener.local_addr().expect("an address"))).expect("a URL");
    let error =
        net(Duration::from_millis(50)).send(Request::new(Peer::X, Method::GET, url)).await.expect_err("silence");
    assert!(matches!(error, Error::TimedOut(..)), "{error:?}");
}

#[tokio::test]
async fn plain_http_on_the_port_is_not_tls() {
    let (url, _served) = once("HTTP/1.1 400 Bad Request\r\n\r\n".to_owned()).await;
    let url = Url::parse(&url.as_str().replace("http:", "https:")).expect("a URL");
    let error = net(PATIENCE).send(Request::new(Peer::Authentik, Method::GET, url)).await.expect_err("no TLS");
    assert!(matches!(error, Error::NotTls(_)), "{error:?}");
}

#[test]
fn text_loses_the_values_of_secret_names_only() {
    for (shown, wanted) in [
        ("a=1&code=abc&b=2", "a=1&code=‹3 characters, removed›&b=2"),
        ("see /cb?state=xy\" ok", "see /cb?state=‹2 characters, removed›\" ok"),
        ("postcode=1234", "postcode=1234"),
        ("é=ü&token=ß", "é=ü&token=‹1 characters, removed›"),
        ("code=", "code="),
    ] {
        assert_eq!(redact_text(shown), wanted);
    }
}

#[test]
fn of_an_answer_that_is_a_secret_only_the_names_of_its_fields_are_left() {
    let shown = crate::net::redact::whole(br#"{"value":"canary-1","more":["canary-2"],"n":1}"#);
    assert!(!shown.contains("canary") && shown.contains("\"value\"") && shown.contains("removed"), "{shown}");
    assert!(!crate::net::redact::whole(b"canary-3").contains("canary"));
}
