//! One connection: what it may ask, and what it is answered.

use super::callback::{self, Callback, RequestedUrl};
use super::limits::ListenerLimits;
use super::page::{self, AnswerPage};
use crate::i18n::Localizer;
use http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use http_body_util::Full;
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

/// The most of a request's head that is read, in bytes. X's code has 91 characters and the state 32.
pub(super) const MAX_HEAD: usize = 8 << 10;

/// Everything that the answers are made of.
pub(super) struct Pages {
    book: Localizer,
    policy: HeaderValue,
}

impl Pages {
    pub(super) fn new() -> Self {
        let policy = HeaderValue::try_from(page::policy()).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { book: Localizer::english(), policy }
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

    fn page(&self, page: AnswerPage) -> Response<Full<Bytes>> {
        let status = StatusCode::from_u16(page.status()).unwrap_or(StatusCode::OK);
        self.answer(status, page.html(&self.book))
    }
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pages")
    }
}

pub(super) struct ClientConnection {
    pub(super) port: u16,
    /// Set once a whole head is here.
    pub(super) asked: Arc<AtomicBool>,
    pub(super) asking: mpsc::Sender<PendingCallback>,
    pub(super) pages: Arc<Pages>,
}

impl ClientConnection {
    async fn answer(&self, request: http::Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        self.asked.store(true, Ordering::Relaxed);
        if let Err(status) = self.admitted(&request) {
            return Ok(self.pages.answer(status, String::new()));
        }
        let query = request.uri().query();
        let (reply, judged) = oneshot::channel();
        let callback = callback::parse(query.unwrap_or_default());
        let ask = PendingCallback { callback, seen: RequestedUrl::new(self.port, query), reply };
        let page = match self.asking.send(ask).await {
            Ok(()) => judged.await.unwrap_or(AnswerPage::Already),
            Err(_) => AnswerPage::Already,
        };
        Ok(self.pages.page(page))
    }

    /// Whether this is a browser on its way to the callback.
    fn admitted(&self, request: &http::Request<Incoming>) -> Result<(), StatusCode> {
        let headers = request.headers();
        // Another name that leads here is DNS rebinding; an absolute target is somebody's proxy.
        if request.uri().authority().is_some() || !self.is_own_host(headers) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        if request.uri().path() != super::PATH {
            return Err(StatusCode::NOT_FOUND);
        }
        if request.method() != Method::GET {
            return Err(StatusCode::METHOD_NOT_ALLOWED);
        }
        // No browser sends one with a GET, and none is read here.
        if !request.body().is_end_stream() {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        // Sent by browsers only: an image or a frame in somebody's page is no return from X.
        if headers.get_all("sec-fetch-dest").iter().any(|kind| kind.as_bytes() != b"document") {
            return Err(StatusCode::FORBIDDEN);
        }
        Ok(())
    }

    fn is_own_host(&self, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let own = |host: &HeaderValue| {
            // A browser leaves the scheme's own port away.
            host.as_bytes() == format!("127.0.0.1:{}", self.port).as_bytes()
                || (self.port == 80 && host.as_bytes() == b"127.0.0.1")
        };
        hosts.next().is_some_and(own) && hosts.next().is_none()
    }
}

/// Serves it, to the end of its first answer.
pub(super) async fn serve(
    stream: TcpStream,
    caller: ClientConnection,
    limits: ListenerLimits,
    closing: CancellationToken,
) {
    let service = service_fn(|request| caller.answer(request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(MAX_HEAD)
        .keep_alive(false)
        // Whoever has said all that they want to say may still listen.
        .half_close(true)
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

/// A request to the callback's path that hasn't been judged yet.
#[derive(Debug)]
pub(super) struct PendingCallback {
    pub(super) callback: Callback,
    pub(super) seen: RequestedUrl,
    pub(super) reply: oneshot::Sender<AnswerPage>,
}
