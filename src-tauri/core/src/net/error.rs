use super::Request;
use super::proxies::ProxyRoute;
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use rustls::{CertificateError, InvalidMessage};
use std::error::Error as StdError;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Whom a request went to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// X or authentik.
    pub peer: Peer,
    /// The host, as in the address.
    pub host: String,
    /// The port, the scheme's own if the address names none.
    pub port: u16,
}

/// No whole answer came, or none could be asked for.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The name has no address.
    #[error("the host is unknown")]
    HostUnknown(Destination),
    /// Nobody listens there.
    #[error("the connection was refused")]
    Refused(Destination),
    /// The certificate's issuer isn't trusted.
    #[error("the certificate is not trusted")]
    TlsUntrusted(Destination),
    /// The certificate is for another name.
    #[error("the certificate is for another name")]
    TlsOtherName(Destination),
    /// The certificate has expired.
    #[error("the certificate is out of date")]
    TlsExpired(Destination),
    /// The certificate isn't valid yet, by this machine's clock.
    #[error("the certificate isn't valid yet")]
    TlsTooNew(Destination),
    /// The other side doesn't speak TLS on this port.
    #[error("the port doesn't speak TLS")]
    NotTls(Destination),
    /// Anything else of TLS: no common version, an alert.
    #[error("no TLS connection could be made")]
    Tls(Destination),
    /// The proxy on the way can't be reached.
    #[error("the proxy {proxy} can't be reached")]
    ProxyAway {
        /// Who was to be reached.
        whom: Destination,
        /// The proxy's host and port.
        proxy: String,
    },
    /// The proxy on the way doesn't let this through.
    #[error("the proxy {proxy} doesn't let this through")]
    ProxyRefuses {
        /// Who was to be reached.
        whom: Destination,
        /// The proxy's host and port.
        proxy: String,
        /// Its HTTP status, 0 where the client keeps that to itself.
        status: u16,
    },
    /// No answer in time.
    #[error("no answer within {} s", .1.as_secs())]
    TimedOut(Destination, Duration),
    /// The connection broke.
    #[error("the connection was lost")]
    Lost(Destination),
    /// The answer is longer than [`super::MAX_BODY`].
    #[error("the answer is too large")]
    TooLarge(Destination),
    /// The CA file can't be used.
    #[error("the CA file can't be used")]
    Ca(PathBuf),
}

impl Error {
    pub(super) async fn from_transport(
        request: &Request,
        way: Option<&ProxyRoute>,
        fault: &reqwest::Error,
        patience: Duration,
    ) -> Self {
        let whom = request.whom();
        if let Some(tls) = find::<rustls::Error>(fault) {
            return Self::of_tls(whom, tls);
        }
        if let (Some(way), true) = (way, fault.is_connect()) {
            return Self::of_proxy(whom, way, fault);
        }
        if fault.is_timeout() {
            return Self::TimedOut(whom, patience);
        }
        if fault.is_connect() {
            if find::<io::Error>(fault).is_some_and(|fault| fault.kind() == io::ErrorKind::ConnectionRefused) {
                return Self::Refused(whom);
            }
            // The resolver's error has no type of its own, so the name is asked for once more.
            if tokio::net::lookup_host((whom.host.trim_matches(['[', ']']), whom.port)).await.is_err() {
                return Self::HostUnknown(whom);
            }
            if request.url.scheme() == "https"
                && find::<io::Error>(fault).is_some_and(|fault| fault.kind() == io::ErrorKind::InvalidData)
            {
                return Self::Tls(whom);
            }
        }
        Self::Lost(whom)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "rustls' enums grow, and only these differ for an admin")]
    pub(super) fn of_tls(whom: Destination, fault: &rustls::Error) -> Self {
        match fault {
            rustls::Error::InvalidCertificate(certificate) => match certificate {
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                    Self::TlsOtherName(whom)
                }
                CertificateError::Expired | CertificateError::ExpiredContext { .. } => Self::TlsExpired(whom),
                CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => Self::TlsTooNew(whom),
                _ => Self::TlsUntrusted(whom),
            },
            // Bytes that are no TLS record at all: in practice an HTTP server's complaint.
            rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType) => Self::NotTls(whom),
            _ => Self::Tls(whom),
        }
    }

    fn of_proxy(whom: Destination, way: &ProxyRoute, fault: &reqwest::Error) -> Self {
        let proxy = way.name();
        if fault.is_timeout() || find::<io::Error>(fault).is_some() || is_resolving(fault) {
            return Self::ProxyAway { whom, proxy };
        }
        // The client's error for a refused CONNECT is private; only its words tell 407 from the rest.
        let status = if says(fault, "proxy authorization required") { 407 } else { 0 };
        Self::ProxyRefuses { whom, proxy, status }
    }
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        let at = |Destination { peer, host, .. }: &Destination| (*peer, host.clone());
        match self {
            Self::HostUnknown(whom) => {
                let (peer, host) = at(whom);
                Symptom::HostUnknown { peer, host }
            }
            Self::Refused(whom) => {
                let (peer, host) = at(whom);
                Symptom::ConnectionRefused { peer, host, port: whom.port }
            }
            Self::TlsUntrusted(whom) => {
                let (peer, host) = at(whom);
                Symptom::TlsUntrusted { peer, host }
            }
            Self::TlsOtherName(whom) => {
                let (peer, host) = at(whom);
                Symptom::TlsOtherName { peer, host }
            }
            Self::TlsExpired(whom) => {
                let (peer, host) = at(whom);
                Symptom::TlsExpired { peer, host }
            }
            Self::TlsTooNew(whom) => Symptom::CertificateTooNew { host: whom.host.clone() },
            Self::NotTls(whom) => Symptom::NoTlsThere { host: whom.host.clone(), port: whom.port },
            Self::Tls(whom) => {
                let (peer, host) = at(whom);
                Symptom::TlsFailed { peer, host }
            }
            Self::ProxyAway { whom, proxy } => Symptom::ProxyAway { host: whom.host.clone(), proxy: proxy.clone() },
            Self::ProxyRefuses { whom, proxy, status } => {
                Symptom::ProxyRefuses { host: whom.host.clone(), proxy: proxy.clone(), status: *status }
            }
            Self::TimedOut(whom, patience) => {
                let (peer, host) = at(whom);
                Symptom::TimedOut { peer, host, seconds: u32::try_from(patience.as_secs()).unwrap_or(u32::MAX) }
            }
            Self::Lost(whom) => {
                let (peer, host) = at(whom);
                Symptom::ConnectionLost { peer, host }
            }
            Self::TooLarge(whom) => {
                let (peer, host) = at(whom);
                Symptom::AnswerTooLarge { peer, host }
            }
            Self::Ca(path) => Symptom::CaFileUnreadable { path: path.display().to_string() },
        }
    }
}

/// The first error of this type in the chain; looks into `io::Error`s, which hide theirs from `source`.
fn find<'e, T: StdError + 'static>(error: &'e (dyn StdError + 'static)) -> Option<&'e T> {
    let mut next: Option<&'e (dyn StdError + 'static)> = Some(error);
    while let Some(current) = next {
        if let Some(found) = current.downcast_ref::<T>() {
            return Some(found);
        }
        let inner = current.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = match inner {
            Some(inner) => Some(inner),
            None => current.source(),
        };
    }
    None
}

/// Whether any error of the chain says this.
fn says(fault: &(dyn StdError + 'static), words: &str) -> bool {
    let mut next = Some(fault);
    while let Some(current) = next {
        if current.to_string().contains(words) {
            return true;
        }
        next = current.source();
    }
    false
}

/// Whether the proxy's own name has no address.
fn is_resolving(fault: &reqwest::Error) -> bool {
    says(fault, "dns error")
}
