//! The HTTP client: sends requests within the limits of size and time, and logs each of them.

use super::{IDLE, IDLE_OF_MANY, proxies, trace};
use crate::clock::Clock;
use crate::net::CaFile;
use crate::net::Error;
use crate::net::Proxies;
use crate::net::Request;
use crate::net::Response;
use crate::net::Trace;
use crate::stage::Stage;
use std::time::{Duration, Instant};

/// How many bytes of a body are read at most.
pub const MAX_BODY: usize = 1 << 20;

/// The default timeout of a request.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Sends requests and records them in the trace. Clones share connections and trace.
#[derive(Clone, Debug)]
pub struct HttpClient {
    ways: Transports,
    pub(super) ca: Option<CaFile>,
    pub(super) proxies: Proxies,
    pub(super) patience: Duration,
    /// When everything that this client is for has to be done.
    deadline: Option<Instant>,
    stage: Stage,
    trace: Trace,
    clock: Clock,
}

impl HttpClient {
    /// A client that trusts the platform's roots and also `ca`, and that uses these proxies.
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

    /// A client for very many peers. It counts requests without storing them, and closes unused connections early, so
    /// that neither memory nor open files grow with the number of peers.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn for_many_peers(
        ca: Option<&CaFile>,
        proxies: Proxies,
        patience: Duration,
        clock: Clock,
    ) -> Result<Self, Error> {
        let ways = Transports::new(ca, patience, &proxies, IDLE_OF_MANY)?;
        Ok(Self::over(ways, ca.cloned(), proxies, patience, Trace::new_counting(), clock))
    }

    pub(super) fn over(
        ways: Transports,
        ca: Option<CaFile>,
        proxies: Proxies,
        patience: Duration,
        trace: Trace,
        clock: Clock,
    ) -> Self {
        Self { ways, ca, proxies, patience, deadline: None, stage: Stage::Server, trace, clock }
    }

    /// How long a request may take, with all its tries.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// The same client for one comparison or one check, whose requests together take at most one and a half times as long
    /// as one of them may. What isn't answered by then counts as timed out: a server that answers nothing keeps nobody
    /// waiting once more for each further request.
    #[must_use]
    pub fn for_one_check(&self) -> Self {
        self.until(Instant::now() + self.patience * 3 / 2)
    }

    pub(super) fn until(&self, deadline: Instant) -> Self {
        Self { deadline: Some(deadline), ..self.clone() }
    }

    /// The same client, with its requests recorded under another stage.
    #[must_use]
    pub fn with_stage(&self, stage: Stage) -> Self {
        Self { stage, ..self.clone() }
    }

    /// The time of day, by this machine's clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The log of the requests that were sent so far.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Sends one request. Any status counts as an answer, and the caller decides about redirects.
    ///
    /// # Errors
    /// When no complete answer arrived, because of the name, the connection, TLS, the timeout or the size.
    pub async fn send(&self, request: Request) -> Result<Response, Error> {
        self.send_within(request, self.patience).await
    }

    /// The same in at most this time, for a request that is one of several tries.
    ///
    /// # Errors
    /// As [`Self::send`].
    pub async fn send_within(&self, request: Request, most: Duration) -> Result<Response, Error> {
        let at = if self.trace.keeps() { self.clock.stamp() } else { String::new() };
        let began = Instant::now();
        let client = if proxies::is_loopback(&request.url) { &self.ways.direct } else { &self.ways.proxied };
        let left = self.deadline.map_or(most, |deadline| deadline.saturating_duration_since(began));
        let outcome = self.exchange(client, &request, most.min(self.patience).min(left)).await;
        let took = began.elapsed();
        // If the log doesn't keep requests, this one isn't formatted for it.
        let exchange = if self.trace.keeps() {
            Some(self.trace.add(trace::sent(self.stage, at, &request, &outcome, took)))
        } else {
            self.trace.count_one();
            None
        };
        outcome.map(|answer| Response { exchange, took, ..answer })
    }

    async fn exchange(&self, client: &reqwest::Client, request: &Request, most: Duration) -> Result<Response, Error> {
        let mut built = request.build()?;
        *built.timeout_mut() = Some(most);
        let sent = client.execute(built).await;
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
        // With plain http, a refusal by the proxy itself looks like an answer of the server (RFC 9110 §15.5.8).
        if let (407, Some(way)) = (status, self.proxies.of(&request.url)) {
            return Err(Error::ProxyRefuses { whom: request.whom(), proxy: way.name(), status });
        }
        Ok(Response { status, headers, body, exchange: None, took: Duration::ZERO })
    }

    async fn fault(&self, request: &Request, fault: &reqwest::Error) -> Error {
        let way = self.proxies.of(&request.url);
        let is_tls = request.url.scheme() == "https";
        Error::from_transport(request.whom(), is_tls, way.as_ref(), fault, self.patience).await
    }
}

/// The connections to peers, with a separate pool for each configuration.
#[derive(Clone, Debug)]
pub(super) struct Transports {
    proxied: reqwest::Client,
    direct: reqwest::Client,
}

impl Transports {
    pub(super) fn new(
        ca: Option<&CaFile>,
        patience: Duration,
        proxies: &Proxies,
        idle: Duration,
    ) -> Result<Self, Error> {
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
    proxies.applied(builder).build().map_err(|_| Error::of_roots(ca.map(CaFile::path)))
}
