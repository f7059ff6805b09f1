//! What a hostile server answers: one row of [`modes`] for each way to be hostile. To add one, add a row.
#![expect(
    clippy::format_collect,
    clippy::format_push_string,
    reason = "heads of answers are short, and made for reading"
)]

use crate::twist::{Twist, twisted};
use serde_json::{Value, json};
use std::io::Write as _;
use std::sync::LazyLock;
use std::time::Duration;

/// What erases a line, names the window, rings, begins another line, and turns text around.
pub(crate) const TEXT: &str =
    "\u{1b}[2J\u{1b}]0;owned\u{7}\nWritten and read back: all\r\u{9b}31m\u{202e}gnp\u{2066}\0";

/// One step of an answer.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// These bytes, at once.
    Send(Vec<u8>),
    /// A pause.
    Pause(Duration),
    /// These bytes again and again, with this pause, until the client has had enough.
    Endless(Vec<u8>, Duration),
    /// Nothing more, while the connection stays open.
    Silence,
    /// The connection is closed.
    Close,
    /// The connection is reset.
    Reset,
}

/// The answer of the practice server, which the hostile one changes or replaces.
#[derive(Clone, Debug)]
pub(crate) struct Truth {
    pub(crate) status: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    /// The path of the request, with its query.
    pub(crate) path: String,
    /// The hostile server's own address.
    pub(crate) base: String,
    /// The address of a server that nobody has a reason to ask.
    pub(crate) trap: String,
}

/// One way to be hostile.
pub(crate) struct Mode {
    pub(crate) name: &'static str,
    /// Whether a client has to wait for its own deadline.
    pub(crate) is_slow: bool,
    pub(crate) answer: Answer,
}

/// What the server sends in place of the truth.
type Answer = Box<dyn Fn(&Truth) -> Vec<Step> + Send + Sync>;

/// The pause of whoever sends as fast as a client reads, which leaves the other cases their share of the machine.
const FAST: Duration = Duration::from_millis(1);

const DRIP: Duration = Duration::from_millis(900);

impl Truth {
    /// The same answer with another status, further headers or another body.
    fn with(&self, status: &str, more: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
        let replaced = |name: &str| more.iter().any(|(known, _)| known.eq_ignore_ascii_case(name));
        let kept = self.headers.iter().filter(|(name, _)| !replaced(name));
        for (name, value) in kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(more.iter().copied()) {
            head += &format!("{name}: {value}\r\n");
        }
        [head.as_bytes(), b"\r\n", body].concat()
    }

    fn whole(&self) -> Vec<u8> {
        self.with(&self.status, &[], &self.body)
    }

    fn with_body(&self, body: &[u8]) -> Vec<Step> {
        vec![Step::Send(self.with(&self.status, &[], body))]
    }

    fn twisted(&self, twist: Twist) -> Vec<Step> {
        match serde_json::from_slice::<Value>(&self.body) {
            Ok(value) => self.with_body(&serde_json::to_vec(&twisted(value, twist)).unwrap_or_default()),
            Err(_) if self.body.is_empty() => vec![Step::Send(self.whole())],
            // A page, which the program reads too: to see whether the button is on it.
            Err(_) => self.with_body(&[self.body.as_slice(), TEXT.as_bytes()].concat()),
        }
    }

    fn redirect(&self, to: &str) -> Vec<Step> {
        vec![Step::Send(self.with("302 Found", &[("Location", to)], b""))]
    }

    /// The head of an answer whose body never ends.
    fn open_head(&self, more: &str) -> Step {
        let kept: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        Step::Send(format!("HTTP/1.1 {}\r\n{kept}{more}\r\n", self.status).into_bytes())
    }

    fn chunked(&self) -> Step {
        self.open_head("Transfer-Encoding: chunked\r\n")
    }
}

fn send(text: impl Into<Vec<u8>>) -> Step {
    Step::Send(text.into())
}

fn endless(text: impl Into<Vec<u8>>, pause: Duration) -> Step {
    Step::Endless(text.into(), pause)
}

/// An answer of the server's own.
fn own(status: &str, headers: &str, body: &[u8]) -> Vec<Step> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    vec![Step::Send([head.as_bytes(), body].concat())]
}

fn json_of(status: &str, body: &Value) -> Vec<Step> {
    own(status, "Content-Type: application/json\r\n", body.to_string().as_bytes())
}

/// All modes.
pub(crate) fn modes() -> Vec<Mode> {
    let mut all =
        [connections(), slow(), without_end(), framing(), bodies(), twists(), texts(), redirects(), statuses()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>();
    all.sort_by_key(|mode| !mode.is_slow);
    all
}

fn mode(name: &'static str, answer: impl Fn(&Truth) -> Vec<Step> + Send + Sync + 'static) -> Mode {
    Mode { name, is_slow: false, answer: Box::new(answer) }
}

fn slow_mode(name: &'static str, answer: impl Fn(&Truth) -> Vec<Step> + Send + Sync + 'static) -> Mode {
    Mode { is_slow: true, ..mode(name, answer) }
}

fn connections() -> Vec<Mode> {
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    vec![
        mode("closed at once", |_| vec![Step::Close]),
        mode("reset at once", |_| vec![Step::Reset]),
        mode("reset in the head", |_| vec![send("HTTP/1.1 200 OK\r\nContent-"), Step::Reset]),
        mode("reset in the body", move |truth| vec![Step::Send(half(truth.whole())), Step::Reset]),
        mode("no HTTP at all", |_| vec![send([0, 255, 254, 1, 13, 10, 27, 91].repeat(64)), Step::Close]),
        mode("HTTP/0.9", |_| vec![send("<html>hello</html>"), Step::Close]),
        mode("HTTP/2 frames", |_| vec![send([0, 0, 18, 4, 0, 0, 0, 0, 0].repeat(9)), Step::Close]),
        mode("a TLS alert", |_| vec![send([21, 3, 1, 0, 2, 2, 40]), Step::Close]),
        mode("an SSH banner", |_| vec![send("SSH-2.0-OpenSSH_9.9\r\n"), Step::Close]),
        mode("another protocol version", |_| vec![send("HTTP/9.9 200 OK\r\n\r\n"), Step::Close]),
    ]
}

fn slow() -> Vec<Mode> {
    let most = |bytes: Vec<u8>| bytes[..bytes.len().saturating_sub(1)].to_vec();
    vec![
        slow_mode("silent", |_| vec![Step::Silence]),
        slow_mode("silent after half a head", |_| vec![send("HTTP/1.1 200 OK\r\nContent-Ty"), Step::Silence]),
        slow_mode("silent before the last byte", move |truth| vec![Step::Send(most(truth.whole())), Step::Silence]),
        slow_mode("a byte of the status at a time", |_| vec![send("HTTP/1.1 200 "), endless("K", DRIP)]),
        slow_mode("a header at a time", |_| vec![send("HTTP/1.1 200 OK\r\n"), endless("A: b\r\n", DRIP)]),
        slow_mode("a byte of the body at a time", |truth| vec![truth.open_head(""), endless(" ", DRIP)]),
        slow_mode("a chunk at a time", |truth| vec![truth.chunked(), endless("1\r\n \r\n", DRIP)]),
        slow_mode("a trailer at a time", |truth| vec![truth.chunked(), send("0\r\n"), endless("A: b\r\n", DRIP)]),
        slow_mode("an interim answer at a time", |_| vec![endless("HTTP/1.1 102 Processing\r\n\r\n", DRIP)]),
        mode("each answer a second late", |truth| vec![Step::Pause(Duration::from_secs(1)), Step::Send(truth.whole())]),
    ]
}

fn without_end() -> Vec<Mode> {
    let many = |text: &str| text.repeat(16 * 1024 / text.len());
    vec![
        mode("a status line without end", move |_| vec![send("HTTP/1.1 200 "), endless(many("OK"), FAST)]),
        mode("headers without end", move |_| vec![send("HTTP/1.1 200 OK\r\n"), endless(many("A: b\r\n"), FAST)]),
        mode("a header without end", move |_| vec![send("HTTP/1.1 200 OK\r\nA: "), endless(many("b"), FAST)]),
        mode("a header's name without end", move |_| vec![send("HTTP/1.1 200 OK\r\n"), endless(many("b"), FAST)]),
        mode("a body without end", move |truth| vec![truth.open_head(""), endless(many("<p>"), FAST)]),
        mode("chunks without end", move |truth| {
            vec![truth.chunked(), endless(format!("4000\r\n{}\r\n", " ".repeat(0x4000)), FAST)]
        }),
        mode("an extension of a chunk without end", move |truth| {
            vec![truth.chunked(), send("1;a="), endless(many("b"), FAST)]
        }),
        mode("trailers without end", move |truth| {
            vec![truth.chunked(), send("0\r\n"), endless(many("A: b\r\n"), FAST)]
        }),
        mode("white space without end", move |truth| vec![truth.open_head(""), endless(many(" "), FAST)]),
        mode("a list without end", move |truth| vec![truth.open_head(""), send("["), endless(many("[],"), FAST)]),
        mode("a text without end", move |truth| vec![truth.open_head(""), send("[\""), endless(many("a"), FAST)]),
        slow_mode("a storm of 100", |_| vec![endless("HTTP/1.1 100 Continue\r\n\r\n".repeat(40), FAST * 10)]),
        slow_mode("a storm of 103", |_| {
            vec![endless("HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n".repeat(20), FAST * 10)]
        }),
        mode("a storm of 103 that ends", |truth| {
            let storm = "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n".repeat(500);
            vec![send(storm), Step::Send(truth.whole())]
        }),
    ]
}

fn framing() -> Vec<Mode> {
    let length = |length: &'static str| {
        move |truth: &Truth| vec![truth.open_head(length), Step::Send(truth.body.clone()), Step::Close]
    };
    vec![
        mode("a length of 2^64-1", length("Content-Length: 18446744073709551615\r\n")),
        mode("a length beyond any number", length("Content-Length: 99999999999999999999999\r\n")),
        mode("a negative length", length("Content-Length: -1\r\n")),
        mode("two lengths", length("Content-Length: 2\r\nContent-Length: 3\r\n")),
        mode("a length that is none", length("Content-Length: \u{1b}[31m\r\n")),
        mode("a length and chunks", length("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n")),
        mode("a transfer encoding that nobody knows", length("Transfer-Encoding: \u{9b}31m, gzip\r\n")),
        mode("a body that is cut off", length("Content-Length: 100000\r\n")),
        mode("a chunk of 2^64-1", |truth| vec![truth.chunked(), send("ffffffffffffffff\r\n"), Step::Close]),
        mode("a chunk beyond any number", |truth| {
            vec![truth.chunked(), send("f".repeat(4000)), send("\r\n"), Step::Close]
        }),
        mode("a chunk of no size", |truth| vec![truth.chunked(), send("\u{1b}[2J\r\n"), Step::Close]),
        mode("a second answer behind the first", |truth| {
            vec![Step::Send(truth.whole()), send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")]
        }),
        mode("bytes behind the answer", |truth| vec![Step::Send(truth.whole()), send(TEXT.repeat(100)), Step::Close]),
        mode("ten thousand cookies", |truth| {
            let cookies = "Set-Cookie: a=b\r\n".repeat(10_000);
            vec![truth.open_head(&cookies), Step::Close]
        }),
        mode("ninety headers of 4 KiB", |truth| {
            let headers: String = (0..90).map(|at| format!("X-{at}: {}\r\n", "b".repeat(4096))).collect();
            vec![truth.open_head(&headers), Step::Send(truth.body.clone()), Step::Close]
        }),
        mode("a header of 1 MiB", |truth| {
            vec![truth.open_head(&format!("A: {}\r\n", "b".repeat(1 << 20))), Step::Close]
        }),
        mode("folded headers", |truth| {
            vec![truth.open_head("A: b\r\n c\r\n\td\r\n"), Step::Send(truth.body.clone()), Step::Close]
        }),
    ]
}

fn bodies() -> Vec<Mode> {
    let deep = |open: &str, close: &str, times: usize| [open.repeat(times), close.repeat(times)].concat();
    vec![
        mode("a mebibyte of white space first", |truth| {
            let blank = (1usize << 20).saturating_sub(truth.body.len());
            truth.with_body(&[" ".repeat(blank).as_bytes(), &truth.body].concat())
        }),
        mode("a body of 64 MiB, said before", |truth| {
            vec![truth.open_head("Content-Length: 67108864\r\n"), endless(" ".repeat(16 * 1024), FAST)]
        }),
        mode("a bomb of gzip", |truth| {
            static BOMB: LazyLock<Vec<u8>> = LazyLock::new(bomb);
            vec![Step::Send(truth.with(&truth.status, &[("Content-Encoding", "gzip")], &BOMB))]
        }),
        mode("a compression that nobody knows", |truth| {
            vec![Step::Send(truth.with(&truth.status, &[("Content-Encoding", "br, \u{9b}x, zstd")], &truth.body))]
        }),
        mode("lists, 250,000 deep", move |truth| truth.with_body(deep("[", "]", 250_000).as_bytes())),
        mode("objects, 100,000 deep", move |truth| truth.with_body(deep("{\"a\":", "}", 100_000).as_bytes())),
        mode("lists, 120 deep", move |truth| truth.with_body(deep("[", "]", 120).as_bytes())),
        mode("an object of 60,000 fields", |truth| {
            let fields: serde_json::Map<_, _> = (0..60_000).map(|at| (format!("f{at}"), Value::Null)).collect();
            truth.with_body(Value::Object(fields).to_string().as_bytes())
        }),
        mode("a list of 150,000 nothings", |truth| {
            truth.with_body(json!({ "results": vec![Value::Null; 150_000], "pagination": {} }).to_string().as_bytes())
        }),
        mode("a list of 250,000 empty objects", |truth| {
            truth.with_body(json!({ "results": vec![json!({}); 250_000], "pagination": {} }).to_string().as_bytes())
        }),
        mode("a number of 500,000 digits", |truth| truth.with_body("9".repeat(500_000).as_bytes())),
        mode("no UTF-8", |truth| truth.with_body(b"{\"name\": \"\xff\xfe\x80\xc0\"}")),
        mode("UTF-16", |truth| truth.with_body(b"\xff\xfe{\0\"\0a\0\"\0:\x001\0}\0")),
        mode("each field twice", |truth| {
            let body = String::from_utf8_lossy(&truth.body).into_owned();
            truth.with_body(body.replacen('{', "{\"results\":1,\"results\":[],\"pk\":1,", 1).as_bytes())
        }),
        mode("NUL bytes", |truth| truth.with_body(&[0; 4096])),
        mode("half of the JSON", |truth| truth.with_body(&truth.body[..truth.body.len() / 2])),
        mode("nothing", |truth| truth.with_body(b"")),
        mode("HTML in place of everything", |_| {
            own("200 OK", "Content-Type: text/html\r\n", "<html><body>login</body></html>".repeat(30_000).as_bytes())
        }),
    ]
}

/// Half a gibibyte of zeros, compressed to half a mebibyte.
fn bomb() -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..512 {
        encoder.write_all(&vec![0; 1 << 20]).expect("memory takes everything");
    }
    encoder.finish().expect("memory takes everything")
}

fn twists() -> Vec<Mode> {
    let rows: [(&'static str, Twist); 12] = [
        ("numbers for texts", Twist::NumbersForTexts),
        ("texts for numbers", Twist::TextsForNumbers),
        ("objects for lists", Twist::ObjectsForLists),
        ("lists for objects", Twist::ListsForObjects),
        ("nothing for everything", Twist::Nulls),
        ("texts for truths", Twist::TextsForTruths),
        ("every second field left out", Twist::Fewer),
        ("every field renamed", Twist::Renamed),
        ("numbers beyond any", Twist::Numbers),
        ("empty lists", Twist::EmptyLists),
        ("every entry twice", Twist::Twice),
        ("every entry a thousand times", Twist::Often),
    ];
    let mut all: Vec<_> = rows.into_iter().map(|(name, twist)| mode(name, move |truth| truth.twisted(twist))).collect();
    all.push(mode("a page after every page", |truth| {
        let page = |value: Value| twisted(value, Twist::MorePages);
        serde_json::from_slice(&truth.body)
            .map_or_else(|_| truth.with_body(&truth.body), |value| truth.with_body(page(value).to_string().as_bytes()))
    }));
    all
}

fn texts() -> Vec<Mode> {
    let refuses = |status: &'static str| {
        move |_: &Truth| {
            let text = format!("no{TEXT}");
            json_of(
                status,
                &json!({ "detail": text, TEXT: [text], "name": [text], "non_field_errors": [text], "code": text }),
            )
        }
    };
    let page = |status: &'static str| {
        move |_: &Truth| own(status, "Content-Type: text/html\r\n", format!("<title>{TEXT}</title>{TEXT}").as_bytes())
    };
    let header = |line: &'static str| {
        move |truth: &Truth| vec![truth.open_head(line), Step::Send(truth.body.clone()), Step::Close]
    };
    vec![
        mode("a terminal's escapes in every text", |truth| truth.twisted(Twist::Escapes)),
        mode("a terminal's escapes in every name", |truth| truth.twisted(Twist::EscapesInNames)),
        mode("a terminal's escapes in every field's name", |truth| truth.twisted(Twist::EscapesInKeys)),
        mode("100 KiB in every name", |truth| truth.twisted(Twist::LongNames)),
        mode("markup in every name", |truth| truth.twisted(Twist::Markup)),
        mode("refused with escapes", refuses("400 Bad Request")),
        mode("unauthorized with escapes", refuses("401 Unauthorized")),
        mode("forbidden with escapes", refuses("403 Forbidden")),
        mode("missing with escapes", refuses("404 Not Found")),
        mode("in conflict with escapes", refuses("409 Conflict")),
        mode("failed with escapes", page("500 Internal Server Error")),
        mode("a gateway's page with escapes", page("502 Bad Gateway")),
        mode("a page with escapes", page("200 OK")),
        mode("a reason with escapes", |truth| {
            let line = format!("HTTP/1.1 418 \u{9b}31m\u{202e}teapot\r\nContent-Length: {}\r\n\r\n", truth.body.len());
            vec![send(line), Step::Send(truth.body.clone()), Step::Close]
        }),
        mode(
            "headers with escapes",
            header(
                "Server: \u{9b}2J\u{202e}x\r\nX-authentik-version: \u{9b}2J\u{202e}x\r\nDate: \u{9b}2J\r\nVia: 1.1 \u{9b}2J\u{202e}\r\nX-Powered-By: \u{9b}2J\r\nCF-Ray: \u{9b}2J\u{202e}\r\n",
            ),
        ),
        mode("an ESC in a header", header("Server: \u{1b}[2J\r\n")),
        mode("a kind of content with escapes", |truth| {
            vec![Step::Send(truth.with(
                &truth.status,
                &[("Content-Type", "\u{9b}31m/\u{202e}; charset=\u{9b}")],
                &truth.body,
            ))]
        }),
        mode("a date in the year 9999", |truth| {
            vec![Step::Send(truth.with(&truth.status, &[("Date", "Fri, 31 Dec 9999 23:59:59 GMT")], &truth.body))]
        }),
    ]
}

fn redirects() -> Vec<Mode> {
    let to = |place: &'static str| move |truth: &Truth| truth.redirect(place);
    vec![
        mode("redirected to itself", |truth| truth.redirect(&truth.path)),
        mode("redirected without end", |truth| truth.redirect(&format!("{}/x", truth.path.trim_end_matches('/')))),
        mode("redirected elsewhere", |truth| truth.redirect(&format!("{}{}", truth.trap, truth.path))),
        mode("redirected elsewhere for good", |truth| {
            let place = format!("{}{}", truth.trap, truth.path);
            vec![Step::Send(truth.with("308 Permanent Redirect", &[("Location", &place)], b""))]
        }),
        mode("redirected elsewhere with a name", |truth| {
            truth.redirect(&format!("{}@{}/", truth.base, truth.trap.trim_start_matches("http://")))
        }),
        mode("redirected to a file", to("file:///etc/passwd")),
        mode("redirected to a script", to("javascript:alert(1)")),
        mode("redirected with escapes", to("/\u{9b}2J\u{202e}gnp?next=\u{9b}31m")),
        mode("redirected to no address", to("http://[::1:99999/\\\\\u{9b}")),
        mode("redirected to 60 KiB", |truth| truth.redirect(&format!("/{}", "a".repeat(60_000)))),
        mode("redirected nowhere", |truth| vec![Step::Send(truth.with("302 Found", &[], b""))]),
        mode("refreshed elsewhere", |truth| {
            let place = format!("0; url={}", truth.trap);
            vec![Step::Send(truth.with(&truth.status, &[("Refresh", &place)], &truth.body))]
        }),
    ]
}

fn statuses() -> Vec<Mode> {
    let with =
        |status: &'static str, headers: &'static str| move |_: &Truth| own(status, headers, br#"{"detail":"no"}"#);
    vec![
        mode("status 999", with("999 Enough", "")),
        mode("status 000", with("000 None", "")),
        mode("status 42", with("42 Two digits", "")),
        mode("204 with a body", with("204 No Content", "")),
        mode("206", with("206 Partial Content", "Content-Range: bytes 0-1/99999999999\r\n")),
        mode("304", with("304 Not Modified", "")),
        mode("101", |_| {
            vec![
                send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
                send(TEXT),
                Step::Close,
            ]
        }),
        mode("407", with("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"\u{9b}\"\r\n")),
        mode(
            "401 with a challenge",
            with("401 Unauthorized", "WWW-Authenticate: Basic realm=\"\u{9b}2J\u{202e}\"\r\n"),
        ),
        mode("429 for thirty years", with("429 Too Many Requests", "Retry-After: 999999999\r\n")),
        mode(
            "429 until the year 9999",
            with("429 Too Many Requests", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n"),
        ),
        mode("429 for no number", with("429 Too Many Requests", "Retry-After: -\u{9b}1\r\n")),
        slow_mode("503 for 9 seconds, again and again", with("503 Service Unavailable", "Retry-After: 9\r\n")),
        slow_mode("503, again and again", with("503 Service Unavailable", "")),
        slow_mode("502, again and again", with("502 Bad Gateway", "")),
    ]
}
