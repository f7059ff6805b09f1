use super::callback::{self, Callback, RequestedUrl};
use super::limiter::{Admission, ConnectionLimiter};
use super::limits::{LIMITS, ListenerLimits, MAX_CONNECTIONS};
use super::page::AnswerPage;
use super::port_owner;
use super::serve::{ClientConnection, Pages, PendingCallback, serve};
use crate::diagnosis::{Diagnosed, PortOwner, Symptom};
use secrecy::SecretString;
use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

/// The listener couldn't use the port.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Another program listens on the port.
    #[error("another program listens on port {port}")]
    PortTaken {
        /// The port.
        port: u16,
        /// The process that holds the port, if the system reveals it.
        holder: Option<PortOwner>,
    },
    /// The system reserves this port for other uses.
    #[error("the system does not allow listening on port {port}")]
    PortForbidden {
        /// The port.
        port: u16,
    },
    /// Any other error.
    #[error("port {port} can't be listened on: {kind}")]
    Other {
        /// The port.
        port: u16,
        /// The kind of error that the system reported.
        kind: io::ErrorKind,
    },
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        match *self {
            Self::PortTaken { port, ref holder } => Symptom::PortTaken { port, holder: holder.clone() },
            Self::PortForbidden { port } => Symptom::PortForbidden { port },
            Self::Other { port, .. } => Symptom::ListenerFailed { port },
        }
    }
}

/// What a request on the callback's path means for the test.
#[derive(Debug)]
pub enum CallbackEvent {
    /// The code, with the right state. The wait is over.
    Received {
        /// The code.
        code: SecretString,
    },
    /// The person declined, with the right state. The wait is over.
    Declined,
    /// Another error, with the right state. The wait is over.
    Refused {
        /// Its code (RFC 6749 §4.1.2.1).
        error: String,
    },
    /// An error other than `access_denied`, without a state. X sends one [O, docs/evidence/x.md §1.6], and so can
    /// anybody. The caller decides how long it waits for a better answer.
    RefusedWithoutState {
        /// Its code (RFC 6749 §4.1.2.1).
        error: String,
    },
    /// `access_denied` without a state, or nothing at all: probably X, after a Cancel [U, docs/evidence/x.md §1.7]. The
    /// caller decides.
    Unclear,
    /// A wrong state, or a code without a state. It was refused, and the wait continues.
    Foreign,
}

/// A request to the callback's path.
#[derive(Debug)]
pub struct CallbackRequest {
    /// What it means.
    pub event: CallbackEvent,
    /// The address that was requested.
    pub seen: RequestedUrl,
    /// The status of the answer.
    pub status: u16,
}

/// How many may wait to be connected; the system may allow fewer. Beyond it a connection isn't refused but left to try
/// again, after a second and later: far more than the 128 that are usual, so that no crowd does that to the browser.
const QUEUE: u32 = 1024;

fn listen(port: u16) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    // Connections of a test before may linger on the port. On Windows the same word would let others share it.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind((Ipv4Addr::LOCALHOST, port).into())?;
    socket.listen(QUEUE)
}

/// Listens for the callback. Requests are answered only while [`Self::next`] or [`Self::answer_until_dropped`] is awaited.
#[derive(Debug)]
pub struct Listener {
    port: u16,
    socket: TcpListener,
    limits: ListenerLimits,
    connections: JoinSet<()>,
    crowd: ConnectionLimiter,
    asks: mpsc::Receiver<PendingCallback>,
    asking: mpsc::Sender<PendingCallback>,
    closing: CancellationToken,
    pages: Arc<Pages>,
}

impl Listener {
    /// Listens on this port of 127.0.0.1. Port 0 selects a free one.
    ///
    /// # Errors
    /// When the port is taken or reserved, or can't be used for another reason.
    pub async fn bind(port: u16) -> Result<Self, Error> {
        match Self::with(port, LIMITS).await {
            Err(Error::PortTaken { port, .. }) => Err(Error::PortTaken { port, holder: port_owner::of(port).await }),
            other => other,
        }
    }

    #[expect(clippy::unused_async, reason = "a socket can only be made inside of a runtime")]
    pub(super) async fn with(port: u16, limits: ListenerLimits) -> Result<Self, Error> {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "io::ErrorKind grows, and only these two differ for an admin"
        )]
        let named = |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => Error::PortTaken { port, holder: None },
            io::ErrorKind::PermissionDenied => Error::PortForbidden { port },
            kind => Error::Other { port, kind },
        };
        let socket = listen(port).map_err(named)?;
        let port = socket.local_addr().map_err(named)?.port();
        let (asking, asks) = mpsc::channel(MAX_CONNECTIONS);
        Ok(Self {
            port,
            socket,
            limits,
            connections: JoinSet::new(),
            crowd: ConnectionLimiter::new(MAX_CONNECTIONS, limits.grace),
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
    /// After an event that ends the waiting, [`Self::answer_until_dropped`] and then [`Self::close`].
    pub async fn next(&mut self, state: &SecretString) -> CallbackRequest {
        let PendingCallback { callback, seen, reply } = self.ask().await;
        let (event, page) = judge(callback, state);
        // The browser may have left by now, but its request counts anyway.
        let _ = reply.send(page);
        CallbackRequest { event, seen, status: page.status() }
    }

    /// Answers every request with a page that says the test already has its result, until the future is dropped. Cancel
    /// safe.
    pub async fn answer_until_dropped(&mut self) -> Infallible {
        loop {
            self.already().await;
        }
    }

    /// Waits for one request and answers it with a page that says the test already has its result. Cancel safe.
    pub async fn already(&mut self) {
        let _ = self.ask().await.reply.send(AnswerPage::Already);
    }

    /// Stops listening at once, and then gives answers that are being sent one second to reach the browser.
    pub async fn close(self) {
        let Self { socket, asks, closing, mut connections, limits, .. } = self;
        drop(socket);
        drop(asks);
        closing.cancel();
        let last = async { while connections.join_next().await.is_some() {} };
        let _ = tokio::time::timeout(limits.farewell, last).await;
    }

    async fn ask(&mut self) -> PendingCallback {
        loop {
            let room = self.crowd.room(Instant::now());
            tokio::select! {
                Some(ask) = self.asks.recv() => return ask,
                Some(_) = self.connections.join_next() => {}
                accepted = self.socket.accept(), if room == Admission::Now => match accepted {
                    Ok((stream, _)) => self.take(stream),
                    // The process is out of file descriptors. Accepting again at once would be a busy loop.
                    Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                },
                () = comes(room) => {}
            }
        }
    }

    fn take(&mut self, stream: TcpStream) {
        let asked = Arc::new(AtomicBool::new(false));
        let caller = ClientConnection {
            port: self.port,
            asked: Arc::clone(&asked),
            asking: self.asking.clone(),
            pages: Arc::clone(&self.pages),
        };
        let task = self.connections.spawn(serve(stream, caller, self.limits, self.closing.clone()));
        self.crowd.take(task, asked, Instant::now());
    }
}

/// Waits until one of the open connections may be closed, if that only takes time.
async fn comes(room: Admission) {
    match room {
        Admission::From(moment) => tokio::time::sleep_until(moment).await,
        Admission::Now | Admission::Later => std::future::pending().await,
    }
}

fn judge(callback: Callback, state: &SecretString) -> (CallbackEvent, AnswerPage) {
    let known = callback.state().map(|given| callback::same(given, state));
    match (callback, known) {
        (Callback::Code { code, .. }, Some(true)) => (CallbackEvent::Received { code }, AnswerPage::Received),
        (Callback::Declined { .. }, Some(true)) => (CallbackEvent::Declined, AnswerPage::Declined),
        (Callback::Refused { error, .. }, Some(true)) => (CallbackEvent::Refused { error }, AnswerPage::Refused),
        (Callback::Refused { error, .. }, None) => (CallbackEvent::RefusedWithoutState { error }, AnswerPage::Refused),
        (Callback::Nothing { .. }, Some(true)) | (Callback::Declined { .. } | Callback::Nothing { .. }, None) => {
            (CallbackEvent::Unclear, AnswerPage::Unclear)
        }
        (Callback::Code { .. } | Callback::Twice, None) | (_, Some(false)) | (Callback::Twice, Some(true)) => {
            (CallbackEvent::Foreign, AnswerPage::NotOurs)
        }
    }
}
