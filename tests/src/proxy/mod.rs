//! A proxy between the real client and the practice authentik. It forwards and counts requests. At one of them it does
//! what the test ordered: a [`Fault`], or a callback, so that a process can be killed at that moment.
//!
//! It supports plain HTTP/1.1 on loopback, and parses only enough of it to find where a message ends.

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

/// What happens at a request.
#[derive(Clone)]
pub struct Order {
    /// The number of the request since the order was given, counted from 1.
    pub at: usize,
    /// How long it lasts.
    pub lasts: Lasts,
    /// The action.
    pub act: Act,
}

/// How long a fault lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lasts {
    /// It affects only this request. A [`Fault::Refused`] always lasts.
    Once,
    /// It affects this request and all later ones, until [`Proxy::heal`].
    On,
}

/// What happens at a request.
#[derive(Clone)]
pub enum Act {
    /// This fault happens.
    Fault(Fault),
    /// This is called before the request is delivered. If it returns false, the request isn't delivered and the
    /// connection is cut.
    Before(Call),
    /// This is called after the server has answered. If it returns false, the answer isn't forwarded.
    After(Call),
}

/// A callback. It returns whether the proxy continues as if nothing had happened.
pub type Call = Arc<dyn Fn() -> bool + Send + Sync>;

/// A request that the proxy received.
#[derive(Clone, Debug)]
pub struct Passed {
    /// The method in upper case.
    pub method: String,
    /// The path, without its query.
    pub path: String,
    /// When the request arrived.
    pub came: Instant,
    /// When its answer was sent. It is `None` while there is no answer.
    pub answered: Option<Instant>,
}

/// A running proxy. It stops when it is dropped.
pub struct Proxy {
    base: String,
    inner: Arc<Inner>,
}

struct Inner {
    port: u16,
    to: SocketAddr,
    delay: Duration,
    book: Mutex<ProxyLog>,
    /// Whether the port should be open.
    open: watch::Sender<bool>,
    /// Whether the port is open.
    listens: watch::Sender<bool>,
    /// The number of requests that wait until their client gives up.
    late: watch::Sender<usize>,
    /// It is locked for reading while the server has a request.
    gate: RwLock<()>,
    ends: CancellationToken,
}

struct ProxyLog {
    passed: Vec<Passed>,
    order: Option<Order>,
    /// The number of requests that had arrived when the order was given.
    since: usize,
    fired: bool,
    /// It cuts all connections that were made before the last time the proxy was closed or healed.
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
    /// Starts a proxy for the server at this address.
    ///
    /// # Errors
    /// If the address isn't on this machine, or no port is free.
    pub async fn start(to: &str) -> Result<Self> {
        Self::slow(to, Duration::ZERO).await
    }

    /// Starts a proxy that delays every answer by `delay`.
    ///
    /// # Errors
    /// The same as for [`Self::start`].
    pub async fn slow(to: &str, delay: Duration) -> Result<Self> {
        let url = Url::parse(to)?;
        let to = SocketAddr::from((Ipv4Addr::LOCALHOST, url.port().context("a port")?));
        let inner = Arc::new(Inner {
            // The proxy needs the same port after it was closed and opened again, so it can't be a port that the system
            // may assign to another program.
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

    /// The proxy's address without a trailing slash.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Sets the order, and starts counting the requests from 1.
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

    /// Removes the order, so that no faults happen from now on. Earlier connections are cut. This returns after late
    /// requests have been delivered and the server has answered all of its requests, so that its state doesn't change
    /// unnoticed afterward.
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

    /// Whether the ordered action has happened.
    pub fn has_fired(&self) -> bool {
        self.inner.book().fired
    }

    /// All requests so far, in the order in which they arrived.
    pub fn passed(&self) -> Vec<Passed> {
        self.inner.book().passed.clone()
    }

    /// Delivers no request to the server while the guard exists. It first waits for the requests that the server has
    /// already.
    pub async fn hold(&self) -> RwLockWriteGuard<'_, ()> {
        self.inner.gate.write().await
    }
}

impl Inner {
    fn book(&self) -> MutexGuard<'_, ProxyLog> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the port and cuts the existing connections.
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

    /// Records a request. Returns its index in the list, and the action for it.
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
