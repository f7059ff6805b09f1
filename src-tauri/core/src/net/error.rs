use super::proxies::ProxyRoute;
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use rustls::{CertificateError, InvalidMessage};
use std::error::Error as StdError;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The destination of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// X or authentik.
    pub peer: Peer,
    /// The host, as the address has it.
    pub host: String,
    /// The port; the scheme's default if the address names none.
    pub port: u16,
}

/// The request failed: no complete answer arrived, or it couldn't be sent.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The host's name has no address.
    #[error("the host is unknown")]
    HostUnknown(Destination),
    /// No program listens on the port.
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
    /// The proxy can't be reached.
    #[error("the proxy {proxy} can't be reached")]
    ProxyAway {
        /// The destination that the request was for.
        whom: Destination,
        /// The proxy's host and port.
        proxy: String,
    },
    /// The proxy refuses to pass the request on.
    #[error("the proxy {proxy} doesn't let this through")]
    ProxyRefuses {
        /// The destination that the request was for.
        whom: Destination,
        /// The proxy's host and port.
        proxy: String,
        /// The proxy's HTTP status; 0 if the HTTP client doesn't reveal it.
        status: u16,
    },
    /// No answer arrived before the timeout.
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
    /// There are no roots to verify a certificate with.
    #[error("this computer has no root certificates")]
    NoRoots,
}

impl Error {
    /// Why certificates can't be verified: because of the CA file if there is one, otherwise because this computer has no
    /// roots.
    pub(super) fn of_roots(ca: Option<&Path>) -> Self {
        ca.map_or(Self::NoRoots, |ca| Self::Ca(ca.to_owned()))
    }
}

/// How long it may take to find out that a name doesn't resolve.
const LOOKUP: std::time::Duration = std::time::Duration::from_secs(3);

impl Error {
    pub(super) async fn from_transport(
        whom: Destination,
        is_tls: bool,
        way: Option<&ProxyRoute>,
        fault: &reqwest::Error,
        patience: Duration,
    ) -> Self {
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
            // The resolver's error has no type of its own, so the name is resolved once more. A resolver that is slow
            // too doesn't make the request longer than it may be.
            let looked = tokio::net::lookup_host((whom.host.trim_matches(['[', ']']), whom.port));
            if tokio::time::timeout(LOOKUP.min(patience), looked).await.is_ok_and(|found| found.is_err()) {
                return Self::HostUnknown(whom);
            }
            if is_tls && find::<io::Error>(fault).is_some_and(|fault| fault.kind() == io::ErrorKind::InvalidData) {
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
            // The bytes aren't a TLS record. In practice, they are the error message of an HTTP server.
            rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType) => Self::NotTls(whom),
            _ => Self::Tls(whom),
        }
    }

    fn of_proxy(whom: Destination, way: &ProxyRoute, fault: &reqwest::Error) -> Self {
        let proxy = way.name();
        if fault.is_timeout() || find::<io::Error>(fault).is_some() || is_resolving(fault) {
            return Self::ProxyAway { whom, proxy };
        }
        // The client's error for a refused CONNECT is private. Only its text tells 407 from other statuses.
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
            Self::NoRoots => Symptom::RootsMissing,
            Self::Ca(path) => Symptom::CaFileUnreadable { path: path.display().to_string() },
        }
    }
}

/// The first error of this type in the chain. It also looks into `io::Error`s, because `source` doesn't return what
/// they wrap.
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

/// Whether any error in the chain contains these words.
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

/// Whether the name of the proxy itself has no address.
fn is_resolving(fault: &reqwest::Error) -> bool {
    says(fault, "dns error")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_without_roots_is_told_so_and_of_no_file_that_nobody_chose() {
        assert!(matches!(Error::of_roots(None).symptom(), Symptom::RootsMissing));
        let named = Error::of_roots(Some(Path::new("/ca.pem"))).symptom();
        assert!(matches!(named, Symptom::CaFileUnreadable { path } if path == "/ca.pem"));
    }
}
