//! The samples are signed with a key whose secret half was thrown away.

use super::*;
use crate::net::{PATIENCE, Proxies, Trace};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

const KEY: &str = "RWQsbycRR3evdndyDDEHWfv2M3bHr5YPokRoxt2ihffwT57JXQz9g/s8";
const OTHER_KEY: &str = "RWTaX6WtIxTDqa/ZE51CaIp3uTkd+0IVVQifvglPYfqJcXaYH42lP6oq";
const NOW: OffsetDateTime = datetime!(2026-12-02 09:00 UTC);

const GOOD: &str = include_str!("samples/good.json");

/// A feed on loopback that answers each request, and the requests that it got.
async fn serve(status: &str, body: &str) -> (Feed, JoinHandle<()>, std::sync::Arc<std::sync::Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/feed.json", listener.local_addr().expect("an address"));
    let answer = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
    let requests = std::sync::Arc::<std::sync::Mutex<Vec<String>>>::default();
    let noted = requests.clone();
    let served = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = vec![0; 16 * 1024];
            let read = stream.read(&mut asked).await.expect("a request");
            noted.lock().expect("a list").push(String::from_utf8_lossy(&asked[..read]).into_owned());
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    (Feed::new(&url, KEY).expect("a feed"), served, requests)
}

fn client() -> HttpClient {
    HttpClient::new(None, Proxies::None, PATIENCE, Trace::default(), clock(NOW)).expect("a client")
}

fn clock(now: OffsetDateTime) -> Clock {
    Clock::new(move || now)
}

#[test]
fn only_what_the_right_key_has_signed_is_taken() {
    let feed = Feed::new("https://sourcerer.example/feed.json", KEY).expect("a feed");
    let release = feed.verified(GOOD.as_bytes()).expect("a version");
    assert_eq!((release.version.as_str(), release.day.as_str()), ("9.8.7", "2026-12-01"));
    assert_eq!(release.page.as_str(), "https://sourcerer.example/releases/9.8.7");

    let refused = |body: &str| feed.verified(body.as_bytes()).expect_err("it is refused");
    assert!(matches!(refused(include_str!("samples/other-key.json")), FeedError::Signature));
    assert!(matches!(refused(include_str!("samples/changed.json")), FeedError::Signature));
    // What is signed may be wrong, too.
    assert!(matches!(refused(include_str!("samples/http.json")), FeedError::Form));
    assert!(matches!(refused(include_str!("samples/word.json")), FeedError::Form));
    assert!(matches!(refused("{}"), FeedError::Form));
    let other = Feed::new("https://sourcerer.example/feed.json", OTHER_KEY).expect("a feed");
    assert!(matches!(other.verified(GOOD.as_bytes()), Err(FeedError::Signature)));
}

#[test]
fn a_feed_is_read_over_https_or_on_this_computer() {
    for (url, is_one) in [
        ("https://sourcerer.example/feed.json", true),
        ("http://127.0.0.1:8080/feed.json", true),
        ("http://sourcerer.example/feed.json", false),
        ("ftp://127.0.0.1/feed.json", false),
        ("", false),
    ] {
        assert_eq!(Feed::new(url, KEY).is_some(), is_one, "{url}");
    }
    assert!(Feed::new("https://sourcerer.example/feed.json", "").is_none());
}

#[test]
fn versions_are_compared_by_their_numbers() {
    let release = |version: &str| Release {
        version: version.to_owned(),
        day: String::new(),
        notes: String::new(),
        page: "https://sourcerer.example/".parse().expect("a URL"),
    };
    for (version, than, is_newer) in [
        ("0.2.0", "0.1.9", true),
        ("0.10.0", "0.9.0", true),
        ("1.0.0", "0.99.99", true),
        ("0.1.0", "0.1.0", false),
        ("0.1.0", "0.2.0", false),
        ("0.2", "0.1.0", false),
        ("0.2.0-beta", "0.1.0", false),
    ] {
        assert_eq!(release(version).is_newer_than(than), is_newer, "{version} {than}");
    }
}

#[test]
fn a_week_passes_between_two_requests() {
    assert!(is_due(None, NOW));
    assert!(!is_due(Some(NOW), NOW));
    assert!(!is_due(Some(NOW - Duration::WEEK + Duration::SECOND), NOW));
    assert!(is_due(Some(NOW - Duration::WEEK), NOW));
    assert!(is_due(Some(NOW + Duration::DAY), NOW), "the clock was wrong");
}

#[tokio::test]
async fn the_feed_is_asked_once_a_week_and_learns_nothing() {
    let (feed, served, requests) = serve("200 OK", GOOD).await;
    let folder = tempfile::tempdir().expect("a folder");
    for (days, asked) in [(0, 1), (1, 1), (6, 1), (7, 2), (8, 2)] {
        let now = clock(NOW + Duration::days(days));
        let state = check_if_due(&feed, &client(), &now, folder.path()).await;
        assert_eq!(state.newer_than("0.1.0").map(|release| release.version.as_str()), Some("9.8.7"));
        assert_eq!(state.newer_than("9.8.7"), None);
        assert_eq!(requests.lock().expect("a list").len(), asked, "after {days} days");
    }
    let said = requests.lock().expect("a list").concat().to_lowercase();
    assert!(said.contains("user-agent: sourcerer\r\n") && said.starts_with("get /feed.json http/1.1\r\n"), "{said}");
    for hint in ["cookie", "authorization", env!("CARGO_PKG_VERSION"), "?"] {
        assert!(!said.contains(hint), "{hint}: {said}");
    }
    served.abort();
}

#[tokio::test]
async fn a_feed_that_fails_is_asked_again_only_after_a_week_and_takes_nothing_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let (feed, served, _) = serve("200 OK", GOOD).await;
    check_if_due(&feed, &client(), &clock(NOW), folder.path()).await;
    served.abort();
    for (status, body) in [("500 Oops", GOOD), ("200 OK", include_str!("samples/changed.json"))] {
        let (feed, served, requests) = serve(status, body).await;
        let before = UpdateState::load(folder.path()).asked.expect("it was asked");
        let later = clock(before + Duration::WEEK);
        for _ in 0..2 {
            let state = check_if_due(&feed, &client(), &later, folder.path()).await;
            assert!(state.failed, "{status}");
            assert_eq!(state.newest.map(|release| release.version).as_deref(), Some("9.8.7"));
        }
        assert_eq!(requests.lock().expect("a list").len(), 1, "{status}");
        served.abort();
    }
}
