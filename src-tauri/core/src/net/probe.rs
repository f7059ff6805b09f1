//! Tests the connection to a peer step by step: name, connection, TLS. No request is sent over it.

use super::Error;
use super::certificate::{Certificate, RecordingVerifier};
use super::client::HttpClient;
use super::error::Destination;
use super::proxies::ProxyRoute;
use crate::diagnosis::Peer;
use crate::progress::Observer;
use rustls::pki_types::ServerName;
use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio_rustls::TlsConnector;
use url::{Host, Url};

/// How long to wait for one address before the next is tried in parallel (RFC 8305 §8).
const NEXT_ADDRESS: Duration = Duration::from_millis(250);

/// How many bytes of a proxy's answer are read at most.
const MAX_HEAD: usize = 8 << 10;

/// What the connection probe found.
#[derive(Clone, Debug, Default)]
pub struct ConnectionProbe {
    /// The proxy that is used, with its port.
    pub proxy: Option<String>,
    /// The addresses of the host's name.
    pub name: ProbeStep<Vec<String>>,
    /// The address that accepted the connection, or the proxy that opened it.
    pub connect: ProbeStep<String>,
    /// The TLS version that both sides agreed on.
    pub tls: ProbeStep<String>,
    /// The certificate that the server presented, whether it was accepted or not.
    pub certificate: Option<Certificate>,
}

/// The result of one step of the connection probe.
#[derive(Clone, Debug, Default)]
pub enum ProbeStep<T> {
    /// The step isn't needed for this connection.
    #[default]
    NotNeeded,
    /// An earlier step failed.
    NotReached,
    /// The step passed.
    Passed {
        /// What the step found.
        found: T,
        /// How long the step took.
        took: Duration,
    },
    /// The step failed, and the probe ended with it.
    Failed {
        /// The error that ended the probe.
        error: Error,
        /// How long the step took.
        took: Duration,
    },
}

impl<T> ProbeStep<T> {
    /// Returns the value that the next step needs, and separately the result to show.
    fn shown<U>(outcome: Result<T, Error>, took: Duration, show: impl FnOnce(&T) -> U) -> (Option<T>, ProbeStep<U>) {
        match outcome {
            Ok(found) => {
                let shown = show(&found);
                (Some(found), ProbeStep::Passed { found: shown, took })
            }
            Err(error) => (None, ProbeStep::Failed { error, took }),
        }
    }
}

/// How far a probe is.
#[derive(Clone, Debug)]
pub struct ProbeProgress {
    /// What was found so far.
    pub probe: ConnectionProbe,
    /// How many of the three steps are complete.
    pub complete: usize,
}

impl HttpClient {
    /// Connects to a peer as far as possible, with the same roots and proxies as a request. After each step that took
    /// time, the observer hears what was found so far.
    pub async fn probe(&self, peer: Peer, url: &Url, observer: Observer<'_, ProbeProgress>) -> ConnectionProbe {
        let whom = Destination {
            peer,
            host: url.host_str().unwrap_or_default().to_owned(),
            port: url.port_or_known_default().unwrap_or_default(),
        };
        let is_https = url.scheme() == "https";
        let mut probe = ConnectionProbe::default();
        let stream = match self.proxies.of(url) {
            Some(way) => {
                probe.proxy = Some(way.name());
                if !way.is_plain_http() {
                    return probe;
                }
                let (outcome, took) = timed(self.in_time(&whom, through(&whom, &way, is_https))).await;
                let (stream, connect) = ProbeStep::shown(outcome, took, |_| way.name());
                probe.connect = connect;
                stream
            }
            None => self.direct(&whom, url, &mut probe, observer).await,
        };
        observer(ProbeProgress { probe: probe.clone(), complete: 2 });
        if !is_https {
            return probe;
        }
        let Some(stream) = stream else {
            probe.tls = ProbeStep::NotReached;
            return probe;
        };
        let roots = self.ca.as_ref().map(super::CaFile::roots).unwrap_or_default();
        let Ok(onlooker) = RecordingVerifier::new(roots) else {
            let error = Error::of_roots(self.ca.as_ref().map(super::CaFile::path));
            probe.tls = ProbeStep::Failed { error, took: Duration::ZERO };
            return probe;
        };
        let (outcome, took) = timed(self.in_time(&whom, shake(&whom, stream, Arc::clone(&onlooker)))).await;
        probe.tls = match outcome {
            Ok(found) => ProbeStep::Passed { found, took },
            Err(error) => ProbeStep::Failed { error, took },
        };
        probe.certificate = onlooker.certificate();
        probe
    }

    async fn direct(
        &self,
        whom: &Destination,
        url: &Url,
        probe: &mut ConnectionProbe,
        observer: Observer<'_, ProbeProgress>,
    ) -> Option<TcpStream> {
        let (addresses, name) = match url.host() {
            Some(Host::Ipv4(number)) => (Some(vec![SocketAddr::from((number, whom.port))]), ProbeStep::NotNeeded),
            Some(Host::Ipv6(number)) => (Some(vec![SocketAddr::from((number, whom.port))]), ProbeStep::NotNeeded),
            Some(Host::Domain(_)) | None => {
                let (outcome, took) = timed(self.in_time(whom, resolve(whom))).await;
                ProbeStep::shown(outcome, took, |all| all.iter().map(|address| address.ip().to_string()).collect())
            }
        };
        probe.name = name;
        observer(ProbeProgress { probe: probe.clone(), complete: 1 });
        let Some(addresses) = addresses else {
            probe.connect = ProbeStep::NotReached;
            return None;
        };
        let (outcome, took) = timed(self.in_time(whom, connect(whom, addresses))).await;
        let (stream, connect) = ProbeStep::shown(outcome, took, |stream| {
            stream.peer_addr().map(|address| address.to_string()).unwrap_or_default()
        });
        probe.connect = connect;
        stream
    }

    async fn in_time<T>(&self, whom: &Destination, step: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let limit = self.patience.min(Duration::from_secs(10));
        match tokio::time::timeout(limit, step).await {
            Ok(outcome) => outcome,
            Err(_) => Err(Error::TimedOut(whom.clone(), limit)),
        }
    }
}

async fn timed<T>(step: impl Future<Output = T>) -> (T, Duration) {
    let began = Instant::now();
    let outcome = step.await;
    (outcome, began.elapsed())
}

async fn resolve(whom: &Destination) -> Result<Vec<SocketAddr>, Error> {
    let found: Vec<_> = match tokio::net::lookup_host((whom.host.as_str(), whom.port)).await {
        Ok(found) => found.collect(),
        Err(_) => Vec::new(),
    };
    if found.is_empty() { Err(Error::HostUnknown(whom.clone())) } else { Ok(found) }
}

/// Connects to the first address that accepts. The other addresses are tried in parallel, each a little later, so that
/// broken IPv6 costs a quarter of a second and not the whole timeout.
async fn connect(whom: &Destination, addresses: Vec<SocketAddr>) -> Result<TcpStream, Error> {
    let mut tries = JoinSet::new();
    for (at, address) in (0_u32..).zip(addresses) {
        tries.spawn(async move {
            tokio::time::sleep(NEXT_ADDRESS * at).await;
            TcpStream::connect(address).await
        });
    }
    let mut refused = false;
    while let Some(tried) = tries.join_next().await {
        match tried {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(fault)) => refused |= fault.kind() == ErrorKind::ConnectionRefused,
            Err(_) => {}
        }
    }
    Err(if refused { Error::Refused(whom.clone()) } else { Error::Lost(whom.clone()) })
}

/// Connects to the proxy, and if TLS follows, also through the proxy to the destination (RFC 9110 §9.3.6).
async fn through(whom: &Destination, way: &ProxyRoute, tunnel: bool) -> Result<TcpStream, Error> {
    let away = || Error::ProxyAway { whom: whom.clone(), proxy: way.name() };
    let host = way.host().trim_matches(['[', ']']);
    let mut stream = TcpStream::connect((host, way.port())).await.map_err(|_| away())?;
    if !tunnel {
        return Ok(stream);
    }
    let to = format!("{}:{}", whom.host, whom.port);
    let mut ask = format!("CONNECT {to} HTTP/1.1\r\nHost: {to}\r\n").into_bytes();
    if let Some(authorization) = way.authorization() {
        ask.extend_from_slice(b"Proxy-Authorization: ");
        ask.extend_from_slice(authorization.as_bytes());
        ask.extend_from_slice(b"\r\n");
    }
    ask.extend_from_slice(b"\r\n");
    stream.write_all(&ask).await.map_err(|_| away())?;
    let mut head = Vec::new();
    // The head is read byte by byte, because the bytes after it belong to TLS.
    while !head.ends_with(b"\r\n\r\n") && head.len() < MAX_HEAD {
        head.push(stream.read_u8().await.map_err(|_| away())?);
    }
    let status = String::from_utf8_lossy(&head).split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    match status {
        200..300 => Ok(stream),
        status => Err(Error::ProxyRefuses { whom: whom.clone(), proxy: way.name(), status }),
    }
}

async fn shake(whom: &Destination, stream: TcpStream, onlooker: Arc<RecordingVerifier>) -> Result<String, Error> {
    let config = onlooker.config().map_err(|fault| Error::of_tls(whom.clone(), &fault))?;
    let host = whom.host.trim_matches(['[', ']']).to_owned();
    let name = ServerName::try_from(host).map_err(|_| Error::TlsOtherName(whom.clone()))?;
    match TlsConnector::from(Arc::new(config)).connect(name, stream).await {
        Ok(stream) => {
            let version = stream.get_ref().1.protocol_version().and_then(|version| version.as_str());
            Ok(version.unwrap_or("TLS").replace("TLSv1_", "TLS 1."))
        }
        Err(fault) => Err(match fault.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
            Some(tls) => Error::of_tls(whom.clone(), tls),
            None => Error::Tls(whom.clone()),
        }),
    }
}
