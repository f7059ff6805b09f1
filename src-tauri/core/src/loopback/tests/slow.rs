//! Whoever takes their time, or comes in numbers.

use super::*;
use tokio::task::JoinSet;

/// A crowd moves on quickly in a test, and nobody is sent away for another reason.
const BRISK: ListenerLimits =
    ListenerLimits { grace: Duration::from_millis(20), head: Duration::from_mins(1), ..LIMITS };

#[tokio::test]
async fn idle_and_slow_callers_keep_nobody_out() {
    let mut listener = listener().await;
    let port = listener.port();
    let browser = async {
        let mut idle = Vec::new();
        for n in 0..2 * MAX_CONNECTIONS {
            let mut stream = connect(port).await;
            if n % 2 == 0 {
                stream.write_all(b"GET /callback?code=").await.expect("a listener");
            }
            idle.push(stream);
        }
        let answer = get(port, &right()).await;
        drop(idle);
        answer
    };
    let state = state();
    let (arrival, answer) = tokio::join!(listener.next(&state), browser);
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

/// Connects, sends one byte, and waits to be dropped.
async fn lurk(port: u16) {
    if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await {
        let _ = stream.write_all(b"G").await;
        let _ = stream.read_to_end(&mut Vec::new()).await;
    }
}

#[tokio::test]
async fn a_browser_gets_in_among_those_who_come_again_whenever_they_are_dropped() {
    let mut listener = Listener::with(0, BRISK).await.expect("a free port");
    let port = listener.port();
    let mut crowd = JoinSet::new();
    for _ in 0..3 * MAX_CONNECTIONS {
        crowd.spawn(async move {
            loop {
                lurk(port).await;
            }
        });
    }
    let browser = async {
        // The places are taken, and fought over: one lurker was dropped.
        lurk(port).await;
        let asked = request(port, &right());
        let mut stream = connect(port).await;
        for piece in asked.as_bytes().chunks(30) {
            stream.write_all(piece).await.expect("nobody who is still sending is dropped at once");
            tokio::task::yield_now().await;
        }
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        answer
    };
    let state = state();
    let (arrival, answer) = tokio::join!(listener.next(&state), browser);
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn whoever_is_within_the_grace_is_not_dropped_for_others() {
    let patient = ListenerLimits { grace: Duration::from_mins(1), ..BRISK };
    let mut listener = Listener::with(0, patient).await.expect("a free port");
    let port = listener.port();
    let browser = async {
        let asked = request(port, &right());
        let (start, rest) = asked.split_at(20);
        let mut crowd = Vec::new();
        for _ in 1..MAX_CONNECTIONS {
            crowd.push(connect(port).await);
        }
        // This takes the last place. A new connection would be served if the newest one made room at once.
        let mut stream = connect(port).await;
        stream.write_all(start.as_bytes()).await.expect("a listener");
        for _ in 0..MAX_CONNECTIONS {
            crowd.push(connect(port).await);
        }
        let dropped = tokio::time::timeout(Duration::from_millis(50), stream.read(&mut [0; 1])).await;
        assert!(dropped.is_err(), "{dropped:?}");
        stream.write_all(rest.as_bytes()).await.expect("its place");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        answer
    };
    let state = state();
    let (arrival, answer) = tokio::join!(listener.next(&state), browser);
    assert!(matches!(arrival.event, CallbackEvent::Received { .. }), "{arrival:?}");
    assert_eq!(status(&answer), 200);
}

#[tokio::test]
async fn a_slow_caller_is_cut_off() {
    let short = ListenerLimits { head: Duration::from_millis(30), whole: Duration::from_millis(60), ..LIMITS };
    let (silent, half) = while_waiting(short, async |port| {
        let silent = raw(port, "").await;
        let half = raw(port, "GET /callback?code=").await;
        (silent, half)
    })
    .await;
    // Without an answer, or with hyper's own 408.
    assert!(matches!(status(&silent), 0 | 408), "{silent}");
    assert!(matches!(status(&half), 0 | 408), "{half}");
}

#[tokio::test]
async fn a_byte_now_and_then_buys_no_time() {
    let short = ListenerLimits { head: Duration::from_millis(40), whole: Duration::from_millis(80), ..LIMITS };
    let answer = while_waiting(short, async |port| {
        let (mut reader, mut writer) = connect(port).await.into_split();
        let dripping = async {
            let mut drops = tokio::time::interval(Duration::from_millis(10));
            // More bytes than the time is good for.
            for byte in request(port, &right()).bytes() {
                drops.tick().await;
                if writer.write_all(&[byte]).await.is_err() {
                    break;
                }
            }
            std::future::pending::<()>().await;
        };
        let mut answer = Vec::new();
        tokio::select! {
            _ = reader.read_to_end(&mut answer) => String::from_utf8_lossy(&answer).into_owned(),
            () = dripping => unreachable!("it goes on for ever"),
        }
    })
    .await;
    assert!(matches!(status(&answer), 0 | 408), "{answer}");
}

#[tokio::test]
async fn a_body_that_never_comes_is_not_waited_for() {
    let endless = ListenerLimits { head: Duration::from_mins(1), whole: Duration::from_mins(1), ..LIMITS };
    let answer = while_waiting(endless, async |port| {
        raw(port, format!("POST /callback HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 100000\r\n\r\n")).await
    })
    .await;
    assert_eq!(status(&answer), 405);
}
