//! The only HTTP client.
//!
//! - rustls with the platform's roots plus the admin's CA file; there is no switch that ignores TLS errors.
//! - No redirect is followed: an answer with `Location` is handed back as it is, so no token reaches another host.
//! - Every request has a time limit, every body a size limit.
//! - Every exchange is written to the [`Trace`], redacted before it gets there.
//! - A proxy that the caller's [`Proxies`] name is gone through; loopback is reached directly, whatever they say.
//! - A [`ConnectionProbe`] makes a connection and says nothing over it: no request, no token.

mod ca;
mod certificate;
mod error;
mod pool;
mod probe;
mod proxies;
mod redact;
mod request;
mod roots;
mod trace;

pub use ca::CaFile;
pub use certificate::Certificate;
pub use error::Error;
pub use pool::TransportPool;
pub use probe::{ConnectionProbe, ProbeStep};
pub use proxies::Proxies;
pub use redact::text as redact_text;
pub use request::{Authorization, Body, Request, Response};
pub use roots::roots;
pub use trace::{Exchange, ExchangeKind, Trace};

use crate::clock::Clock;
use crate::stage::Stage;
use std::time::{Duration, Instant};
use url::Url;

/// The most of a body that is read, in bytes.
pub const MAX_BODY: usize = 1 << 20;

/// How long a peer may take to answer, unless the caller says otherwise.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How long a connection that nobody uses is kept: less than servers and what stands before them keep one.
const IDLE: Duration = Duration::from_secs(30);

/// The same where there are many peers.
const IDLE_OF_MANY: Duration = Duration::from_secs(1);

/// Sends requests and writes them to the trace. Clones share connections and trace.
#[derive(Clone, Debug)]
pub struct HttpClient {
    ways: Transports,
    ca: Option<CaFile>,
    proxies: Proxies,
    patience: Duration,
    stage: Stage,
    trace: Trace,
    clock: Clock,
}

impl HttpClient {
    /// A client that trusts the platform's roots and, beside them, `ca`, and goes through these proxies.
    ///
    /// # Errors
    /// [`Error::Ca`] if the file holds no certificate that can be used.
    pub fn new(
        ca: Option<&CaFile>,
        proxies: Proxies,
        patience: Duration,
        trace: Trace,
        clock: Clock,
    ) -> Result<Self, Error> {
        Ok(Self::over(Transports::new(ca, patience, &proxies, IDLE)?, ca.cloned(), proxies, patience, trace, clock))
    }

    /// A client for very many peers: it counts what it sends and keeps none of it, and gives up a connection that rests,
    /// so that neither memory nor open files grow with their number.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn for_many(ca: Option<&CaFile>, proxies: Proxies, patience: Duration, clock: Clock) -> Result<Self, Error> {
        let ways = Transports::new(ca, patience, &proxies, IDLE_OF_MANY)?;
        Ok(Self::over(ways, ca.cloned(), proxies, patience, Trace::counting(), clock))
    }

    fn over(
        ways: Transports,
        ca: Option<CaFile>,
        proxies: Proxies,
        patience: Duration,
        trace: Trace,
        clock: Clock,
    ) -> Self {
        Self { ways, ca, proxies, patience, stage: Stage::Server, trace, clock }
    }

    /// The same client, whose exchanges are traced under another stage.
    #[must_use]
    pub fn at(&self, stage: Stage) -> Self {
        Self { stage, ..self.clone() }
    }

    /// The time of day, by this machine's clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// What was sent so far.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Sends one request. Any status is an answer; following redirects is the caller's business.
    ///
    /// # Errors
    /// When no whole answer came: name, connection, TLS, time or size.
    pub async fn send(&self, request: Request) -> Result<Response, Error> {
        let at = if self.trace.keeps() { self.clock.stamp() } else { String::new() };
        let began = Instant::now();
        let client = if is_loopback(&request.url) { &self.ways.direct } else { &self.ways.proxied };
        let outcome = self.exchange(client, &request).await;
        let took = began.elapsed();
        // What nobody keeps isn't written out.
        let exchange = if self.trace.keeps() {
            Some(self.trace.add(trace::sent(self.stage, at, &request, &outcome, took)))
        } else {
            self.trace.count_one();
            None
        };
        outcome.map(|answer| Response { exchange, took, ..answer })
    }

    async fn exchange(&self, client: &reqwest::Client, request: &Request) -> Result<Response, Error> {
        let sent = client.execute(request.build()?).await;
        let mut answer = match sent {
            Ok(answer) => answer,
            Err(fault) => return Err(self.fault(request, &fault).await),
        };
        let status = answer.status().as_u16();
        let headers = answer.headers().clone();
        let mut body = Vec::new();
        loop {
            match answer.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > MAX_BODY => return Err(Error::TooLarge(request.whom())),
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(fault) => return Err(self.fault(request, &fault).await),
            }
        }
        // With plain http a proxy's own refusal looks like an answer (RFC 9110 §15.5.8).
        if let (407, Some(way)) = (status, self.proxies.of(&request.url)) {
            return Err(Error::ProxyRefuses { whom: request.whom(), proxy: way.name(), status });
        }
        Ok(Response { status, headers, body, exchange: None, took: Duration::ZERO })
    }

    async fn fault(&self, request: &Request, fault: &reqwest::Error) -> Error {
        let way = self.proxies.of(&request.url);
        Error::from_transport(request, way.as_ref(), fault, self.patience).await
    }
}

/// The ways to peers, each with its own connections.
#[derive(Clone, Debug)]
struct Transports {
    proxied: reqwest::Client,
    direct: reqwest::Client,
}

impl Transports {
    fn new(ca: Option<&CaFile>, patience: Duration, proxies: &Proxies, idle: Duration) -> Result<Self, Error> {
        let direct = client(ca, patience, &Proxies::None, idle)?;
        let through = if *proxies == Proxies::None { direct.clone() } else { client(ca, patience, proxies, idle)? };
        Ok(Self { proxied: through, direct })
    }
}

fn client(
    ca: Option<&CaFile>,
    patience: Duration,
    proxies: &Proxies,
    idle: Duration,
) -> Result<reqwest::Client, Error> {
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    let mut builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("sourcerer/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(patience.min(Duration::from_secs(10)))
        .pool_idle_timeout(idle)
        .timeout(patience);
    if let Some(ca) = ca {
        builder = builder.tls_certs_merge(ca.certificates().to_vec());
    }
    proxies.applied(builder).build().map_err(|_| Error::Ca(ca.map(|ca| ca.path().to_owned()).unwrap_or_default()))
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod way_tests;
