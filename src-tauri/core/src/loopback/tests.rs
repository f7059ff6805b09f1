use super::listener::{LIMITS, Limits, MAX_CONNECTIONS};
use super::*;
use crate::address::{Plain, ServerUrl, Slug, TEST_PORT, Urls};
use crate::diagnosis::{Diagnosed, Symptom};
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
async fn arrives(target: &str) -> (Arrival, String) {
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

/// Everything refused, asked of one listener, which then still takes the callback.
async fn refused(limits: Limits, requests: impl FnOnce(u16) -> Vec<(Vec<u8>, u16)>) {
    let mut listener = Listener::with(0, limits).await.expect("a free port");
    let port = listener.port();
    let state = state();
    let browser = async {
        for (request, wanted) in requests(port) {
            let answer = raw(port, &request).await;
            let shown = String::from_utf8_lossy(&request[..request.len().min(80)]).into_owned();
            assert_eq!(status(&answer), wanted, "{shown:?}\n{answer}");
            assert!(answer.len() < 1000, "{answer}");
        }
        get(port, &format!("/callback?state={STATE}&code=abc")).await
    };
    let (arrival, answer) = tokio::join!(listener.next(&state), browser);
    assert!(matches!(arrival.event, Event::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn a_code_with_the_right_state_is_received() {
    let (arrival, answer) = arrives(&format!("/callback?state={STATE}&code=the-code")).await;
    let Event::Received { code } = &arrival.event else { panic!("{arrival:?}") };
    assert_eq!(code.expose_secret(), "the-code");
    assert!(arrival.seen.expose().as_str().ends_with("&code=the-code"));
    assert!(answer.contains("Go back to Sourcerer"), "{answer}");
}

#[tokio::test]
async fn each_answer_fits_what_came() {
    for (query, event, wanted, words) in [
        (format!("error=access_denied&state={STATE}"), "Declined", 200, "without agreeing"),
        (format!("denied=x&state={STATE}"), "Declined", 200, "without agreeing"),
        (format!("error=server_error&state={STATE}"), r#"Refused { error: "server_error" }"#, 200, "without agreeing"),
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
async fn nothing_of_the_request_is_shown_back() {
    let (arrival, answer) = arrives("/callback?error=canary-1&error_description=canary-2&state=canary-3").await;
    assert!(!answer.contains("canary"), "{answer}");
    assert!(!format!("{arrival:?}").contains("canary-3"), "{arrival:?}");
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
async fn anything_else_is_refused_and_the_test_goes_on() {
    refused(LIMITS, |port| {
        let own = format!("Host: 127.0.0.1:{port}\r\n");
        let right = format!("/callback?state={STATE}&code=stolen");
        let rows = [
            (format!("GET /favicon.ico HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /callback/?state={STATE}&code=x HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /.well-known/appspecific HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("HEAD {right} HTTP/1.1\r\n{own}\r\n"), 405),
            (format!("POST {right} HTTP/1.1\r\n{own}Content-Length: 3\r\n\r\nabc"), 405),
            (format!("OPTIONS {right} HTTP/1.1\r\n{own}\r\n"), 405),
            (format!("GET {right} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost: evil.example\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\n{own}{own}\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\n\r\n"), 421),
            (format!("GET http://127.0.0.1:{port}{right} HTTP/1.1\r\n{own}\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\n{own}Sec-Fetch-Dest: image\r\n\r\n"), 403),
            ("nonsense\r\n\r\n".to_owned(), 400),
            ("\u{16}\u{3}\u{1}\u{2}\u{0}\r\n\r\n".to_owned(), 400),
            (format!("GET /callback HTTP/1.1\r\n{own}X: {}\r\n\r\n", "x".repeat(9000)), 431),
            (format!("GET {right} HTTP/1.1\r\n{own}{}\r\n", "A: b\r\n".repeat(150)), 431),
        ];
        rows.into_iter().map(|(request, status)| (request.into_bytes(), status)).collect()
    })
    .await;
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
    assert!(matches!(arrival.event, Event::Received { .. }));
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn idle_and_slow_callers_keep_nobody_out() {
    let mut listener = listener().await;
    let port = listener.port();
    let state = state();
    let browser = async {
        let mut idle = Vec::new();
        for n in 0..2 * MAX_CONNECTIONS {
            let mut stream = connect(port).await;
            if n % 2 == 0 {
                stream.write_all(b"GET /callback?code=").await.expect("a listener");
            }
            idle.push(stream);
        }
        let answer = get(port, &format!("/callback?state={STATE}&code=abc")).await;
        drop(idle);
        answer
    };
    let (arrival, answer) = tokio::join!(listener.next(&state), browser);
    assert!(matches!(arrival.event, Event::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn a_slow_caller_is_cut_off() {
    let short = Limits { head: Duration::from_millis(30), whole: Duration::from_millis(60), ..LIMITS };
    // Cut off without an answer, or with hyper's own 408.
    let mut listener = Listener::with(0, short).await.expect("a free port");
    let port = listener.port();
    let cut = async {
        let silent = raw(port, "").await;
        let half = raw(port, "GET /callback?code=").await;
        (silent, half)
    };
    let state = state();
    let (silent, half) = tokio::select! {
        arrival = listener.next(&state) => panic!("{arrival:?}"),
        cut = cut => cut,
    };
    assert!(matches!(status(&silent), 0 | 408), "{silent}");
    assert!(matches!(status(&half), 0 | 408), "{half}");
}

#[tokio::test]
async fn a_repeated_callback_hears_that_it_was_received() {
    let mut listener = listener().await;
    let port = listener.port();
    let target = format!("/callback?state={STATE}&code=abc");
    let state = state();
    let (arrival, _) = tokio::join!(listener.next(&state), get(port, &target));
    assert!(matches!(arrival.event, Event::Received { .. }));
    let again = tokio::select! {
        again = get(port, &target) => again,
        never = listener.linger() => match never {},
    };
    assert_eq!(status(&again), 200);
    assert!(again.contains("received already"), "{again}");
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
    assert!(matches!(listener.next(&state).await.event, Event::Received { .. }));
}

#[tokio::test]
async fn the_answer_reaches_the_browser_before_the_listener_is_gone() {
    let mut listener = listener().await;
    let port = listener.port();
    let _spare = connect(port).await;
    let asked = tokio::spawn(async move { get(port, &format!("/callback?state={STATE}&error=access_denied")).await });
    assert!(matches!(listener.next(&state()).await.event, Event::Declined));
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
    assert_eq!(error.symptom(), Symptom::PortTaken { port });
}

#[test]
fn the_address_is_the_registered_one() {
    let server = ServerUrl::read("https://authentik.example", Plain::LoopbackOnly).expect("an address").url;
    let slug = Slug::read("twitter").expect("a slug");
    for port in [80, TEST_PORT, 65535] {
        assert_eq!(address(port).as_str(), Urls::new(&server, &slug, port).test_callback);
    }
}
