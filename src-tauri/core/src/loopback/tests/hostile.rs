//! Whoever isn't the browser on its way back from X.

use super::*;
use proptest::prelude::*;
use std::fmt::Write as _;

/// Asks all of these of one listener, which then still takes the callback. The status 0 is an end without an answer.
async fn refused(requests: impl FnOnce(u16) -> Vec<(Vec<u8>, u16)>) {
    let mut listener = listener().await;
    let port = listener.port();
    let browser = async {
        let mut otherwise = Vec::new();
        for (request, wanted) in requests(port) {
            let answer = raw(port, &request).await;
            if (status(&answer), answer.matches("HTTP/1.").count()) != (wanted, usize::from(wanted > 0)) {
                let shown = String::from_utf8_lossy(&request[..request.len().min(90)]).into_owned();
                otherwise.push(format!("not {wanted}: {shown:?}\n{answer}"));
            }
            assert!(answer.len() < 1000, "{answer}");
        }
        assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
        get(port, &right()).await
    };
    let state = state();
    let (arrival, answer) = tokio::join!(listener.next(&state), browser);
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn another_path_method_or_host_is_refused_and_the_test_goes_on() {
    refused(|port| {
        let own = format!("Host: 127.0.0.1:{port}\r\n");
        let right = right();
        let rows = [
            (format!("GET /favicon.ico HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /callback/?state={STATE}&code=x HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /{right} HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /%63allback?state={STATE}&code=x HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /Callback?state={STATE}&code=x HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /x/..{right} HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("GET /.well-known/appspecific HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("OPTIONS * HTTP/1.1\r\n{own}\r\n"), 404),
            (format!("HEAD {right} HTTP/1.1\r\n{own}\r\n"), 405),
            (format!("POST {right} HTTP/1.1\r\n{own}Content-Length: 3\r\n\r\nabc"), 405),
            (format!("OPTIONS {right} HTTP/1.1\r\n{own}\r\n"), 405),
            (format!("get {right} HTTP/1.1\r\n{own}\r\n"), 405),
            (format!("BREW {right} HTTP/1.1\r\n{own}\r\n"), 405),
            (format!("GET {right} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost: [::1]:{port}\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost: 2130706433:{port}\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost: 127.0.0.1:{port}.evil.example\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\nHost:\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\n{own}{own}\r\n"), 421),
            (format!("GET {right} HTTP/1.1\r\n\r\n"), 421),
            (format!("GET {right} HTTP/1.0\r\n\r\n"), 421),
            (format!("GET http://127.0.0.1:{port}{right} HTTP/1.1\r\n{own}\r\n"), 421),
            (format!("GET http://evil.example{right} HTTP/1.1\r\n{own}\r\n"), 421),
            (format!("CONNECT 127.0.0.1:{port} HTTP/1.1\r\n{own}\r\n"), 421),
            ("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n".to_owned(), 421),
        ];
        rows.into_iter().map(|(request, status)| (request.into_bytes(), status)).collect()
    })
    .await;
}

#[tokio::test]
async fn what_is_no_page_load_of_a_browser_is_refused() {
    refused(|port| {
        let own = format!("Host: 127.0.0.1:{port}\r\n");
        let right = right();
        let kinds = ["image", "iframe", "frame", "embed", "object", "script", "empty", "Document", ""];
        let mut rows: Vec<_> =
            kinds.map(|kind| (format!("GET {right} HTTP/1.1\r\n{own}Sec-Fetch-Dest: {kind}\r\n\r\n"), 403)).into();
        let twice = "Sec-Fetch-Dest: document\r\nSec-Fetch-Dest: iframe\r\n";
        rows.push((format!("GET {right} HTTP/1.1\r\n{own}{twice}\r\n"), 403));
        rows.extend([
            (format!("GET {right} HTTP/1.1\r\n{own}Content-Length: 3\r\n\r\nabc"), 413),
            (format!("GET {right} HTTP/1.1\r\n{own}Content-Length: 99999999\r\n\r\n"), 413),
            (format!("GET {right} HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"), 413),
            (format!("GET {right} HTTP/1.1\r\n{own}Expect: 100-continue\r\nContent-Length: 3\r\n\r\n"), 413),
        ]);
        rows.into_iter().map(|(request, status)| (request.into_bytes(), status)).collect()
    })
    .await;
}

#[tokio::test]
async fn what_is_no_http_is_refused() {
    refused(|port| {
        let own = format!("Host: 127.0.0.1:{port}\r\n");
        let right = right();
        let rows = [
            (b"nonsense\r\n\r\n".to_vec(), 400),
            (b"\r\n\r\n\r\n\0\r\n\r\n".to_vec(), 400),
            // The first bytes of TLS, of HTTP/2 and of SSH.
            (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), 400),
            (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(), 0),
            (b"SSH-2.0-OpenSSH_9.9\r\n".to_vec(), 400),
            (format!("GET {right}\r\n\r\n").into_bytes(), 400),
            (format!("GET {right} HTTP/3.0\r\n{own}\r\n").into_bytes(), 400),
            (format!("GET callback HTTP/1.1\r\n{own}\r\n").into_bytes(), 421),
            (format!("GET {right} HTTP/1.1\r\n{own}Host : x\r\n\r\n").into_bytes(), 400),
            (format!("GET {right} HTTP/1.1\r\n{own}a\u{0}b: c\r\n\r\n").into_bytes(), 400),
            (format!("GET {right} HTTP/1.1\r\n{own}A: b\u{0}c\r\n\r\n").into_bytes(), 400),
            (format!("GET {right} HTTP/1.1\r\n{own} folded\r\n\r\n").into_bytes(), 400),
            (format!("GET {right} HTTP/1.1\r\n{own}Content-Length: x\r\n\r\n").into_bytes(), 400),
            (format!("GET {right} HTTP/1.1\r\n{own}Content-Length: 1\r\nContent-Length: 2\r\n\r\n").into_bytes(), 400),
            (format!("GET {right} HTTP/1.1\r\n{own}Transfer-Encoding: gzip\r\n\r\n").into_bytes(), 400),
            ([b"GET /callback\xff\xfe HTTP/1.1\r\n", own.as_bytes(), b"\r\n"].concat(), 400),
            ([b"GET /callback HTTP/1.1\r\nHost: 127.0.0.1\xff\r\n\r\n".as_slice()].concat(), 421),
        ];
        rows.into()
    })
    .await;
}

#[tokio::test]
async fn what_is_too_much_is_refused() {
    refused(|port| {
        let own = format!("Host: 127.0.0.1:{port}\r\n");
        let right = right();
        let fields = (0..150).fold(String::new(), |mut all, n| {
            let _ = write!(all, "A{n}: b\r\n");
            all
        });
        let rows = [
            (format!("GET {right} HTTP/1.1\r\n{own}A: {}\r\n\r\n", "x".repeat(9000)), 431),
            (format!("GET {right} HTTP/1.1\r\n{own}{}\r\n", "A: b\r\n".repeat(150)), 431),
            (format!("GET {right} HTTP/1.1\r\n{own}{fields}\r\n"), 431),
            (format!("GET {right} HTTP/1.1\r\n{own}{}: b\r\n\r\n", "a".repeat(9000)), 431),
            (format!("GET /callback?{} HTTP/1.1\r\n{own}\r\n", "x".repeat(9000)), 431),
            (format!("GET /callback?{} HTTP/1.1\r\n{own}\r\n", "x".repeat(70_000)), 431),
        ];
        rows.into_iter().map(|(request, status)| (request.into_bytes(), status)).collect()
    })
    .await;
}

#[tokio::test]
async fn a_request_may_have_eight_kibibytes() {
    let answered = async |length: usize| {
        let of_length = |port| {
            let start = request(port, &right());
            let start = start.strip_suffix("\r\n").expect("an empty line");
            format!("{start}A: {}\r\n\r\n", "x".repeat(length - start.len() - 7))
        };
        while_waiting(LIMITS, async |port| {
            let request = of_length(port);
            assert_eq!(request.len(), length);
            status(&raw(port, request).await)
        })
        .await
    };
    assert_eq!(answered(8 * 1024).await, 200);
    assert_eq!(answered(8 * 1024 + 1).await, 431);
}

#[tokio::test]
async fn a_wrong_state_is_refused_again_and_again_and_the_right_one_still_received() {
    let mut listener = listener().await;
    let port = listener.port();
    let state = state();
    for wrong in ["wrong", "", &STATE[1..], &STATE.to_uppercase(), "%FF%FE", "%00"] {
        let target = format!("/callback?state={wrong}&code=forged");
        let (arrival, answer) = tokio::join!(listener.next(&state), get(port, &target));
        assert!(matches!(arrival.event, CallbackEvent::Foreign), "{wrong}: {arrival:?}");
        assert_eq!((arrival.status, status(&answer)), (403, 403), "{wrong}");
    }
    let target = right();
    let (arrival, answer) = tokio::join!(listener.next(&state), get(port, &target));
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn of_pipelined_requests_only_the_first_counts() {
    let mut listener = listener().await;
    let port = listener.port();
    let pipelined = request(port, "/callback?state=wrong&code=forged") + &request(port, &right());
    let state = state();
    let (arrival, answer) = tokio::join!(listener.next(&state), raw(port, pipelined));
    assert!(matches!(arrival.event, CallbackEvent::Foreign), "{arrival:?}");
    assert_eq!((status(&answer), answer.matches("HTTP/1.1").count()), (403, 1), "{answer}");
    let waiting = tokio::time::timeout(Duration::from_millis(50), listener.next(&state)).await;
    assert!(waiting.is_err(), "{waiting:?}");
}

#[tokio::test]
async fn who_has_said_all_and_only_listens_is_answered() {
    let answer = while_waiting(LIMITS, async |port| {
        let mut stream = connect(port).await;
        stream.write_all(request(port, &right()).as_bytes()).await.expect("a listener");
        stream.shutdown().await.expect("a listener");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        answer
    })
    .await;
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn a_caller_that_tears_the_connection_down_disturbs_nobody() {
    let mut listener = listener().await;
    let port = listener.port();
    let state = state();
    let browser = async {
        for sent in ["", "GET /callback?code=", &request(port, "/callback?state=wrong&code=x"), &request(port, "/x")] {
            let mut stream = connect(port).await;
            stream.write_all(sent.as_bytes()).await.expect("a listener");
            // Dropped, it sends a reset in place of an orderly end.
            stream.set_zero_linger().expect("a socket");
        }
        get(port, &right()).await
    };
    let received = async {
        loop {
            let arrival = listener.next(&state).await;
            if !matches!(arrival.event, CallbackEvent::Foreign) {
                return arrival;
            }
        }
    };
    let (arrival, answer) = tokio::join!(received, browser);
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn a_refusal_keeps_to_itself_too() {
    for target in ["/favicon.ico", "/callback?state=wrong&code=x"] {
        let answer = while_waiting(LIMITS, async |port| get(port, target).await).await.to_lowercase();
        let guards = [
            "cache-control: no-store",
            "content-security-policy: default-src 'none'; style-src 'sha256-",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff",
            "connection: close",
        ];
        for guard in guards {
            assert!(answer.contains(guard), "{guard} in {answer}");
        }
    }
}

#[tokio::test]
async fn neither_state_nor_code_is_printed() {
    let (arrival, answer) = arrives("/callback?error=canary-1&error_description=canary-2&state=canary-3").await;
    assert!(!answer.contains("canary"), "{answer}");
    assert!(!format!("{arrival:?}").contains("canary-3"), "{arrival:?}");
}

/// A request that has the marker somewhere.
fn marked(marker: &'static str) -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec!["code", "state", "error", "error_description", "denied", "q", marker]);
    let value = prop::sample::select(vec![
        marker.to_owned(),
        format!("<script>{marker}</script>"),
        format!("%3Cb%3E{marker}"),
        format!("\"'>{marker}"),
        format!("%0D%0ASet-Cookie:{marker}=1"),
        STATE.to_owned(),
        "access_denied".to_owned(),
        String::new(),
    ]);
    let query = prop::collection::vec((name, value), 0..5);
    let path = prop::sample::select(vec!["/callback".to_owned(), format!("/{marker}"), format!("/callback/{marker}")]);
    let method = prop::sample::select(vec!["GET", "HEAD", "POST", marker]);
    let fields = prop::sample::select(vec![
        String::new(),
        format!("Referer: https://{marker}.example/\r\n"),
        format!("Cookie: a={marker}\r\nOrigin: http://{marker}\r\n"),
        format!("{marker}: {marker}\r\n"),
        format!("Host: {marker}\r\n"),
    ]);
    (method, path, query, fields).prop_map(move |(method, path, query, fields)| {
        let query = query.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
        format!("{method} {path}?{query} HTTP/1.1\r\n{fields}")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_of_a_request_comes_back(start in marked("mArKeR7")) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let answer = runtime.block_on(while_waiting(LIMITS, async |port| {
            raw(port, format!("{start}Host: 127.0.0.1:{port}\r\n\r\n")).await
        }));
        prop_assert!(status(&answer) >= 200, "{}", answer);
        prop_assert!(!answer.to_lowercase().contains("marker7"), "{}", answer);
    }
}
