use super::callback::{self, Callback, Seen};
use super::page::{self, Page};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::words::Book;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use secrecy::SecretString;
use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{AbortHandle, JoinSet};
use tokio_util::sync::CancellationToken;

/// The port couldn't be listened on.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Another program listens there.
    #[error("another program listens on port {port}")]
    PortTaken {
        /// The port.
        port: u16,
    },
    /// The system keeps this port for others.
    #[error("the system does not allow listening on port {port}")]
    PortForbidden {
        /// The port.
        port: u16,
    },
    /// Anything else.
    #[error("port {port} can't be listened on: {kind}")]
    Other {
        /// The port.
        port: u16,
        /// What the system says.
        kind: io::ErrorKind,
    },
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        match *self {
            Self::PortTaken { port } => Symptom::PortTaken { port },
            Self::PortForbidden { port } => Symptom::PortForbidden { port },
            Self::Other { port, .. } => Symptom::ListenerFailed { port },
        }
    }
}

/// What a request on the callback's path means for the test.
#[derive(Debug)]
pub enum Event {
    /// The code, with the right state. Ends the waiting.
    Received {
        /// The code.
        code: SecretString,
    },
    /// A refusal by the person, with the right state. Ends the waiting.
    Declined,
    /// Another error, with the right state. Ends the waiting.
    Refused {
        /// Its code (RFC 6749 §4.1.2.1).
        error: String,
    },
    /// An error without a state, or nothing at all: probably X, after a Cancel [U §1.7]. The caller decides.
    Unclear,
    /// A wrong state, or a code without one. It was refused, and the waiting goes on.
    Foreign,
}

/// One request on the callback's path.
#[derive(Debug)]
pub struct Arrival {
    /// What it means.
    pub event: Event,
    /// What was asked for.
    pub seen: Seen,
    /// The status that was answered.
    pub status: u16,
}

/// How much a caller may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// To send the request's head.
    pub(super) head: Duration,
    /// From the connection to the answer's last byte.
    pub(super) whole: Duration,
    /// For answers under way when the listener closes.
    pub(super) farewell: Duration,
}

pub(super) const LIMITS: Limits =
    Limits { head: Duration::from_secs(4), whole: Duration::from_secs(5), farewell: Duration::from_secs(1) };

/// The most of a request's head that is read, in bytes. X's code has 91 characters and the state 32.
const MAX_HEAD: usize = 8 << 10;

/// The most connections at one time; a browser opens two or three.
pub(super) const MAX_CONNECTIONS: usize = 32;

/// Listens for the callback. Nothing is answered but while [`Self::next`] or [`Self::linger`] is awaited.
#[derive(Debug)]
pub struct Listener {
    port: u16,
    socket: TcpListener,
    limits: Limits,
    connections: JoinSet<()>,
    open: Vec<Open>,
    asks: mpsc::Receiver<Ask>,
    asking: mpsc::Sender<Ask>,
    closing: CancellationToken,
    pages: Arc<Pages>,
}

impl Listener {
    /// Listens on this port of 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// When the port is taken, kept for others, or can't be used for another reason.
    pub async fn bind(port: u16) -> Result<Self, Error> {
        Self::with(port, LIMITS).await
    }

    pub(super) async fn with(port: u16, limits: Limits) -> Result<Self, Error> {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "io::ErrorKind grows, and only these two differ for an admin"
        )]
        let named = |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => Error::PortTaken { port },
            io::ErrorKind::PermissionDenied => Error::PortForbidden { port },
            kind => Error::Other { port, kind },
        };
        let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(named)?;
        let port = socket.local_addr().map_err(named)?.port();
        let (asking, asks) = mpsc::channel(MAX_CONNECTIONS);
        Ok(Self {
            port,
            socket,
            limits,
            connections: JoinSet::new(),
            open: Vec::new(),
            asks,
            asking,
            closing: CancellationToken::new(),
            pages: Arc::new(Pages::new()),
        })
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Waits for the next request on the callback's path and answers it. Cancel safe.
    ///
    /// After an event that ends the waiting, [`Self::linger`] and then [`Self::close`].
    pub async fn next(&mut self, state: &SecretString) -> Arrival {
        let Ask { callback, seen, reply } = self.ask().await;
        let (event, page) = judge(callback, state);
        // The browser may be gone by now; what it asked for counts all the same.
        let _ = reply.send(page);
        Arrival { event, seen, status: page.status() }
    }

    /// Tells whoever comes that the answer was received already, until it is dropped. Cancel safe.
    pub async fn linger(&mut self) -> Infallible {
        loop {
            let _ = self.ask().await.reply.send(Page::Already);
        }
    }

    /// Stops listening at once, then gives answers under way a second to reach the browser.
    pub async fn close(self) {
        let Self { socket, asks, closing, mut connections, limits, .. } = self;
        drop(socket);
        drop(asks);
        closing.cancel();
        let last = async { while connections.join_next().await.is_some() {} };
        let _ = tokio::time::timeout(limits.farewell, last).await;
    }

    async fn ask(&mut self) -> Ask {
        loop {
            tokio::select! {
                Some(ask) = self.asks.recv() => return ask,
                Some(_) = self.connections.join_next() => {}
                accepted = self.socket.accept() => match accepted {
                    Ok((stream, _)) => self.take(stream),
                    // Out of file descriptors: accepting again at once would spin.
                    Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                },
            }
        }
    }

    /// Serves one connection. Where there are too many, one that hasn't asked yet makes room: otherwise idle
    /// connections could keep the browser out.
    fn take(&mut self, stream: TcpStream) {
        self.open.retain(|open| !open.task.is_finished());
        if self.open.len() >= MAX_CONNECTIONS {
            let idle = self.open.iter().position(|open| !open.asked.load(Ordering::Relaxed)).unwrap_or(0);
            self.open.remove(idle).task.abort();
        }
        let asked = Arc::new(AtomicBool::new(false));
        let caller = Caller {
            port: self.port,
            asked: Arc::clone(&asked),
            asking: self.asking.clone(),
            pages: Arc::clone(&self.pages),
        };
        let task = self.connections.spawn(serve(stream, caller, self.limits, self.closing.clone()));
        self.open.push(Open { task, asked });
    }
}

#[derive(Debug)]
struct Open {
    task: AbortHandle,
    asked: Arc<AtomicBool>,
}

/// A request on the callback's path that waits to be judged.
#[derive(Debug)]
struct Ask {
    callback: Callback,
    seen: Seen,
    reply: oneshot::Sender<Page>,
}

fn judge(callback: Callback, state: &SecretString) -> (Event, Page) {
    let known = callback.state().map(|given| callback::same(given, state));
    match (callback, known) {
        (Callback::Code { code, .. }, Some(true)) => (Event::Received { code }, Page::Received),
        (Callback::Declined { .. }, Some(true)) => (Event::Declined, Page::Declined),
        (Callback::Refused { error, .. }, Some(true)) => (Event::Refused { error }, Page::Declined),
        (Callback::Nothing { .. }, Some(true))
        | (Callback::Declined { .. } | Callback::Refused { .. } | Callback::Nothing { .. }, None) => {
            (Event::Unclear, Page::Unclear)
        }
        (Callback::Code { .. } | Callback::Twice, None) | (_, Some(false)) | (Callback::Twice, Some(true)) => {
            (Event::Foreign, Page::NotOurs)
        }
    }
}

/// Everything that the answers are made of.
struct Pages {
    book: Book,
    policy: HeaderValue,
}

impl Pages {
    fn new() -> Self {
        let policy = HeaderValue::try_from(page::policy()).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { book: Book::english(), policy }
    }

    fn answer(&self, status: StatusCode, body: String) -> Response<Full<Bytes>> {
        let mut answer = Response::new(Full::from(body));
        *answer.status_mut() = status;
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::CONTENT_SECURITY_POLICY, self.policy.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if status == StatusCode::METHOD_NOT_ALLOWED {
            headers.insert(header::ALLOW, HeaderValue::from_static("GET"));
        }
        answer
    }

    fn page(&self, page: Page) -> Response<Full<Bytes>> {
        let status = StatusCode::from_u16(page.status()).unwrap_or(StatusCode::OK);
        self.answer(status, page.html(&self.book))
    }
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pages")
    }
}

struct Caller {
    port: u16,
    asked: Arc<AtomicBool>,
    asking: mpsc::Sender<Ask>,
    pages: Arc<Pages>,
}

impl Caller {
    async fn answer(&self, request: http::Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        self.asked.store(true, Ordering::Relaxed);
        if let Err(status) = admitted(self.port, request.method(), request.uri(), request.headers()) {
            return Ok(self.pages.answer(status, String::new()));
        }
        let query = request.uri().query();
        let (reply, judged) = oneshot::channel();
        let callback = callback::parse(query.unwrap_or_default());
        let ask = Ask { callback, seen: Seen::new(self.port, query), reply };
        let page = match self.asking.send(ask).await {
            Ok(()) => judged.await.unwrap_or(Page::Already),
            Err(_) => Page::Already,
        };
        Ok(self.pages.page(page))
    }
}

/// Whether this is a browser on its way to the callback.
fn admitted(port: u16, method: &Method, uri: &http::Uri, headers: &HeaderMap) -> Result<(), StatusCode> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let own = |host: &HeaderValue| {
        // A browser leaves the scheme's own port away.
        host.as_bytes() == format!("127.0.0.1:{port}").as_bytes() || (port == 80 && host.as_bytes() == b"127.0.0.1")
    };
    // Another name that leads here is DNS rebinding; an absolute target is somebody's proxy.
    if uri.authority().is_some() || !hosts.next().is_some_and(own) || hosts.next().is_some() {
        return Err(StatusCode::MISDIRECTED_REQUEST);
    }
    if uri.path() != super::PATH {
        return Err(StatusCode::NOT_FOUND);
    }
    if method != Method::GET {
        return Err(StatusCode::METHOD_NOT_ALLOWED);
    }
    // Sent by browsers only: an image or a frame in somebody's page is no return from X.
    if headers.get("sec-fetch-dest").is_some_and(|kind| kind.as_bytes() != b"document") {
        return Err(StatusCode::FORBIDDEN);
    }
    Ok(())
}

async fn serve(stream: TcpStream, caller: Caller, limits: Limits, closing: CancellationToken) {
    let service = service_fn(|request| caller.answer(request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(MAX_HEAD)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    let talk = async {
        tokio::select! {
            _ = &mut connection => return,
            () = closing.cancelled() => {}
        }
        // A browser's spare connection, with nothing asked on it, needs no farewell.
        if caller.asked.load(Ordering::Relaxed) {
            let _ = connection.await;
        }
    };
    // Whatever ends it (time, a broken request, a caller that left), there is nobody to tell.
    let _ = tokio::time::timeout(limits.whole, talk).await;
}
