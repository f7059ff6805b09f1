//! A proxy between the real client and the practice authentik: it hands on request after request, counts them, and at
//! one of them does what it was ordered to: a [`Fault`], or a call back, so that a process can be killed just then.
//!
//! It speaks plain HTTP/1.1 on loopback and understands no more of it than where a message ends.

mod fault;
mod message;
mod way;

pub use fault::Fault;

use anyhow::{Context as _, Result};
use sourcerer_practice::free_port;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::{RwLock, RwLockWriteGuard, watch};
use tokio_util::sync::CancellationToken;
use url::Url;

/// What is to happen at a request.
#[derive(Clone)]
pub struct Order {
    /// The number of the request, counted from 1 since the order was given.
    pub at: usize,
    /// For how long.
    pub lasts: Lasts,
    /// What.
    pub act: Act,
}

/// For how long a fault lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lasts {
    /// For this request alone. A [`Fault::Refused`] always lasts.
    Once,
    /// For this request and all after it, until [`Proxy::heal`].
    On,
}

/// What happens at a request.
#[derive(Clone)]
pub enum Act {
    /// This goes wrong.
    Fault(Fault),
    /// This is called before the request is delivered; it is delivered only if that says so, and the connection is cut
    /// otherwise.
    Before(Call),
    /// This is called once the server has answered; its answer is handed on only if that says so.
    After(Call),
}

/// What is called; whether all goes on as if nothing had happened.
pub type Call = Arc<dyn Fn() -> bool + Send + Sync>;

/// A request that came through.
#[derive(Clone, Debug)]
pub struct Passed {
    /// The method, in capitals.
    pub method: String,
    /// The path, without its query.
    pub path: String,
    /// When it came.
    pub came: Instant,
    /// When its answer went; none while there is none.
    pub answered: Option<Instant>,
}

/// A running proxy; dropped, it stops.
pub struct Proxy {
    base: String,
    inner: Arc<Inner>,
}

struct Inner {
    port: u16,
    to: SocketAddr,
    delay: Duration,
    book: Mutex<ProxyLog>,
    /// Whether somebody should listen.
    open: watch::Sender<bool>,
    /// Whether somebody does.
    listens: watch::Sender<bool>,
    /// How many requests wait for their client to give up.
    late: watch::Sender<usize>,
    /// Held for reading while a request is at the server.
    gate: RwLock<()>,
    ends: CancellationToken,
}

struct ProxyLog {
    passed: Vec<Passed>,
    order: Option<Order>,
    /// How many had come when the order was given.
    since: usize,
    fired: bool,
    /// Cuts every connection that was made before the way was last closed or healed.
    cut: CancellationToken,
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxy").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.inner.ends.cancel();
        self.inner.book().cut.cancel();
    }
}

impl Proxy {
    /// A proxy to the server at this address.
    ///
    /// # Errors
    /// If the address is none of this machine, or no port is free.
    pub async fn start(to: &str) -> Result<Self> {
        Self::slow(to, Duration::ZERO).await
    }

    /// A proxy that holds every answer back for so long.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn slow(to: &str, delay: Duration) -> Result<Self> {
        let url = Url::parse(to)?;
        let to = SocketAddr::from((Ipv4Addr::LOCALHOST, url.port().context("a port")?));
        let inner = Arc::new(Inner {
            // Closed and opened again, it must still be ours: no port that the system gives to somebody else.
            port: free_port().context("a free port")?,
            to,
            delay,
            book: Mutex::new(ProxyLog {
                passed: Vec::new(),
                order: None,
                since: 0,
                fired: false,
                cut: CancellationToken::new(),
            }),
            open: watch::Sender::new(true),
            listens: watch::Sender::new(false),
            late: watch::Sender::new(0),
            gate: RwLock::new(()),
            ends: CancellationToken::new(),
        });
        tokio::spawn(Arc::clone(&inner).listen());
        inner.listens.subscribe().wait_for(|listens| *listens).await?;
        Ok(Self { base: format!("http://127.0.0.1:{}", inner.port), inner })
    }

    /// Its address, without a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Gives an order; the requests are counted anew.
    pub async fn order(&self, order: Order) {
        let refuses_at_once = order.at == 1 && matches!(order.act, Act::Fault(Fault::Refused));
        {
            let mut book = self.inner.book();
            book.since = book.passed.len();
            book.order = Some(order);
            book.fired = refuses_at_once;
        }
        if refuses_at_once {
            self.inner.close();
            let _ = self.inner.listens.subscribe().wait_for(|listens| !listens).await;
        }
    }

    /// Takes the order back: from here on all goes well again. Connections that were made before are cut; what is late
    /// has arrived by then, and what was at the server was answered, so that nothing changes behind the next look.
    pub async fn heal(&self) {
        let _ = self.inner.late.subscribe().wait_for(|late| *late == 0).await;
        {
            let _nobody_at_the_server = self.hold().await;
            let mut book = self.inner.book();
            book.order = None;
            book.cut.cancel();
            book.cut = CancellationToken::new();
        }
        self.inner.open.send_replace(true);
        let _ = self.inner.listens.subscribe().wait_for(|listens| *listens).await;
    }

    /// Whether it has come to what was ordered.
    pub fn has_fired(&self) -> bool {
        self.inner.book().fired
    }

    /// All requests so far, in the order in which they came.
    pub fn passed(&self) -> Vec<Passed> {
        self.inner.book().passed.clone()
    }

    /// Lets no request to the server while the guard lives; waits for those that are there.
    pub async fn hold(&self) -> RwLockWriteGuard<'_, ()> {
        self.inner.gate.write().await
    }
}

impl Inner {
    fn book(&self) -> MutexGuard<'_, ProxyLog> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody listens any more, and what was connected is cut.
    fn close(&self) {
        self.open.send_replace(false);
        self.book().cut.cancel();
    }

    async fn listen(self: Arc<Self>) {
        let mut open = self.open.subscribe();
        loop {
            tokio::select! {
                () = self.ends.cancelled() => return,
                is_open = open.wait_for(|open| *open) => drop(is_open),
            }
            let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).await else {
                tokio::time::sleep(Duration::from_millis(5)).await;
                continue;
            };
            self.listens.send_replace(true);
            loop {
                tokio::select! {
                    () = self.ends.cancelled() => return,
                    _ = open.wait_for(|open| !open) => break,
                    came = listener.accept() => {
                        let Ok((stream, _)) = came else { continue };
                        tokio::spawn(way::serve(Arc::clone(&self), stream));
                    }
                }
            }
            drop(listener);
            self.listens.send_replace(false);
        }
    }

    /// Writes a request down; its number in the list, and what is to happen at it.
    fn comes(&self, method: &str, path: &str) -> (usize, Option<Act>) {
        let mut book = self.book();
        let passed = Passed { method: method.to_owned(), path: path.to_owned(), came: Instant::now(), answered: None };
        book.passed.push(passed);
        let number = book.passed.len() - book.since;
        let due = |order: &&Order| number == order.at || (number > order.at && order.lasts == Lasts::On);
        let act = book.order.as_ref().filter(due).map(|order| order.act.clone());
        book.fired |= act.is_some();
        (book.passed.len() - 1, act)
    }

    fn answered(&self, at: usize) {
        if let Some(passed) = self.book().passed.get_mut(at) {
            passed.answered = Some(Instant::now());
        }
    }
}

#[cfg(test)]
mod tests;
