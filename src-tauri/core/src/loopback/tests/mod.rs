mod hostile;
mod slow;

use super::limits::{LIMITS, ListenerLimits, MAX_CONNECTIONS};
use crate::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT, Urls};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::loopback::*;
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const STATE: &str = "right-state-right-state-right-st";

fn state() -> SecretString {
    STATE.into()
}

async fn listener() -> Listener {
    Listener::bind(0).await.expect("a free port")
}

async fn connect(port: u16) -> TcpStream {
    TcpStream::connect(("127.0.0.1", port)).await.expect("a listener")
}

/// Sends this and reads to the end of the connection; a reset counts as the end.
async fn raw(port: u16, request: impl AsRef<[u8]>) -> String {
    let mut stream = connect(port).await;
    let _ = stream.write_all(request.as_ref()).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

fn request(port: u16, target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")
}

async fn get(port: u16, target: &str) -> String {
    raw(port, request(port, target)).await
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
}

/// One callback's event and answer.
async fn arrives(target: &str) -> (CallbackRequest, String) {
    let mut listener = listener().await;
    let port = listener.port();
    let state = state();
    let (arrival, answer) = tokio::join!(
        async {
            let arrival = listener.next(&state).await;
            listener.close().await;
            arrival
        },
        get(port, target)
    );
    (arrival, answer)
}

/// Answers every request, for tests that end when their callers do.
async fn answers(listener: &mut Listener) -> std::convert::Infallible {
    let state = state();
    loop {
        listener.next(&state).await;
    }
}

/// What one listener answers while somebody waits for the callback.
async fn while_waiting<T>(limits: ListenerLimits, visit: impl AsyncFnOnce(u16) -> T) -> T {
    let mut listener = Listener::with(0, limits).await.expect("a free port");
    let port = listener.port();
    tokio::select! {
        seen = visit(port) => seen,
        never = answers(&mut listener) => match never {},
    }
}

/// The callback as X sends it, of which the listener then knows that it is the right one.
fn right() -> String {
    format!("/callback?state={STATE}&code=abc")
}

#[tokio::test]
async fn a_code_with_the_right_state_is_received() {
    let (arrival, answer) = arrives(&format!("/callback?state={STATE}&code=the-code")).await;
    let CallbackEvent::Received { code } = &arrival.event else { panic!("{arrival:?}") };
    assert_eq!(code.expose_secret(), "the-code");
    assert!(arrival.seen.full_url().as_str().ends_with("&code=the-code"));
    assert!(answer.contains("return to Sourcerer"), "{answer}");
}

#[tokio::test]
async fn each_answer_fits_what_came() {
    for (query, event, wanted, words) in [
        (format!("error=access_denied&state={STATE}"), "Declined", 200, "without agreeing"),
        (format!("denied=x&state={STATE}"), "Declined", 200, "without agreeing"),
        (format!("error=server_error&state={STATE}"), r#"Refused { error: "server_error" }"#, 200, "with an error"),
        (
            "error=invalid_request&state=".to_owned(),
            r#"RefusedWithoutState { error: "invalid_request" }"#,
            200,
            "with an error",
        ),
        ("error=access_denied&state=".to_owned(), "Unclear", 200, "keep waiting"),
        (format!("state={STATE}"), "Unclear", 200, "keep waiting"),
        ("error=access_denied".to_owned(), "Unclear", 200, "keep waiting"),
        ("denied=x".to_owned(), "Unclear", 200, "keep waiting"),
        (String::new(), "Unclear", 200, "keep waiting"),
        ("code=abc".to_owned(), "Foreign", 403, "opened last"),
        ("state=wrong&code=abc".to_owned(), "Foreign", 403, "opened last"),
        ("state=wrong&error=access_denied".to_owned(), "Foreign", 403, "opened last"),
        (format!("state={STATE}x&code=abc"), "Foreign", 403, "opened last"),
        (format!("state={STATE}&code=a&code=b"), "Foreign", 403, "opened last"),
    ] {
        let (arrival, answer) = arrives(&format!("/callback?{query}")).await;
        assert_eq!(format!("{:?}", arrival.event), event, "{query}");
        assert_eq!((arrival.status, status(&answer)), (wanted, wanted), "{query}");
        assert!(answer.contains(words), "{query}: {answer}");
    }
}

#[tokio::test]
async fn an_answer_keeps_to_itself() {
    let (_, answer) = arrives(&format!("/callback?state={STATE}&code=abc")).await;
    let head = answer.split("\r\n\r\n").next().unwrap_or_default().to_lowercase();
    for wanted in [
        "cache-control: no-store",
        "content-security-policy: default-src 'none'; style-src 'sha256-",
        "referrer-policy: no-referrer",
        "x-content-type-options: nosniff",
        "connection: close",
    ] {
        assert!(head.contains(wanted), "{wanted} in {head}");
    }
}

#[tokio::test]
async fn a_browser_that_says_it_opens_a_page_is_let_in() {
    let mut listener = listener().await;
    let port = listener.port();
    let target = format!("/callback?state={STATE}&code=abc");
    let asked = format!(
        "GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Site: cross-site\r\n\r\n"
    );
    let state = state();
    let (arrival, answer) = tokio::join!(listener.next(&state), raw(port, asked));
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }));
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn a_repeated_callback_hears_that_it_was_received() {
    let mut listener = listener().await;
    let port = listener.port();
    let target = format!("/callback?state={STATE}&code=abc");
    let state = state();
    let (arrival, _) = tokio::join!(listener.next(&state), get(port, &target));
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }));
    let again = tokio::select! {
        again = get(port, &target) => again,
        never = listener.answer_until_dropped() => match never {},
    };
    assert_eq!(status(&again), 200);
    assert!(again.contains("already received"), "{again}");
}

#[tokio::test]
async fn waiting_can_be_broken_off_and_taken_up_again() {
    let mut listener = listener().await;
    let port = listener.port();
    let state = state();
    let mut early = connect(port).await;
    let patience = Duration::from_millis(20);
    assert!(tokio::time::timeout(patience, listener.next(&state)).await.is_err());
    // Accepted while somebody waited, answered when somebody waits again.
    early.write_all(request(port, &format!("/callback?state={STATE}&code=abc")).as_bytes()).await.expect("a listener");
    assert!(matches!(listener.next(&state).await.event, CallbackEvent::Received { .. }));
}

#[tokio::test]
async fn the_answer_reaches_the_browser_before_the_listener_is_gone() {
    let mut listener = listener().await;
    let port = listener.port();
    let _spare = connect(port).await;
    let asked = tokio::spawn(async move { get(port, &format!("/callback?state={STATE}&error=access_denied")).await });
    assert!(matches!(listener.next(&state()).await.event, CallbackEvent::Declined));
    listener.close().await;
    assert_eq!(status(&asked.await.expect("an answer")), 200);
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
}

#[tokio::test]
async fn a_dropped_listener_listens_no_more() {
    let mut listener = listener().await;
    let port = listener.port();
    let state = state();
    let waiting = tokio::time::timeout(Duration::from_millis(5), listener.next(&state)).await;
    assert!(waiting.is_err());
    drop(listener);
    assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
    Listener::bind(port).await.expect("a free port again");
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let other = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = other.local_addr().expect("an address").port();
    let error = Listener::bind(port).await.expect_err("a taken port");
    let Symptom::PortTaken { port: named, holder } = error.symptom() else { panic!("{error:?}") };
    let holder = holder.expect("this very process holds it");
    assert_eq!((named, holder.process), (port, std::process::id()));
    assert!(!holder.program.is_empty());
}

#[tokio::test]
async fn a_port_that_looks_the_same_is_offered_if_it_is_free() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let offered = find_free_port(port).await.expect("one of a hundred is free");
    assert!(offered != port && offered.abs_diff(port) <= 100, "{offered} for {port}");
    Listener::bind(offered).await.expect("a free port");
    let _next = TcpListener::bind(("127.0.0.1", offered)).await.expect("a free port");
    assert_ne!(find_free_port(port).await, Some(offered));
    // At the end of the range there is nothing above.
    assert!(find_free_port(u16::MAX).await.is_some_and(|port| port > u16::MAX - 101));
}

#[test]
fn the_address_is_the_registered_one() {
    let server = ServerUrl::parse("https://authentik.example", HttpPolicy::LoopbackOnly).expect("an address").url;
    let slug = Slug::parse("twitter").expect("a slug");
    for port in [80, TEST_PORT, 65535] {
        assert_eq!(address(port).as_str(), Urls::new(&server, &slug, port).test_callback);
    }
}
