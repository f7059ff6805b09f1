use super::Request;
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use rustls::CertificateError;
use std::error::Error as StdError;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Whom a request went to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whom {
    /// X or authentik.
    pub peer: Peer,
    /// The host, as in the address.
    pub host: String,
    /// The port, the scheme's own if the address names none.
    pub port: u16,
}

/// No whole answer came, or none could be asked for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The name has no address.
    #[error("the host is unknown")]
    HostUnknown(Whom),
    /// Nobody listens there.
    #[error("the connection was refused")]
    Refused(Whom),
    /// The certificate's issuer isn't trusted.
    #[error("the certificate is not trusted")]
    TlsUntrusted(Whom),
    /// The certificate is for another name.
    #[error("the certificate is for another name")]
    TlsOtherName(Whom),
    /// The certificate has expired, or isn't valid yet.
    #[error("the certificate is out of date")]
    TlsExpired(Whom),
    /// Anything else of TLS: no TLS there, no common version.
    #[error("no TLS connection could be made")]
    Tls(Whom),
    /// No answer in time.
    #[error("no answer within {} s", .1.as_secs())]
    TimedOut(Whom, Duration),
    /// The connection broke.
    #[error("the connection was lost")]
    Lost(Whom),
    /// The answer is longer than [`super::MAX_BODY`].
    #[error("the answer is too large")]
    TooLarge(Whom),
    /// The CA file can't be used.
    #[error("the CA file can't be used")]
    Ca(PathBuf),
}

impl Error {
    #[expect(clippy::wildcard_enum_match_arm, reason = "rustls' enums grow, and only these differ for an admin")]
    pub(super) async fn from_transport(request: &Request, fault: &reqwest::Error, patience: Duration) -> Self {
        let whom = request.whom();
        if let Some(tls) = find::<rustls::Error>(fault) {
            return match tls {
                rustls::Error::InvalidCertificate(certificate) => match certificate {
                    CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                        Self::TlsOtherName(whom)
                    }
                    CertificateError::Expired
                    | CertificateError::ExpiredContext { .. }
                    | CertificateError::NotValidYet
                    | CertificateError::NotValidYetContext { .. } => Self::TlsExpired(whom),
                    _ => Self::TlsUntrusted(whom),
                },
                _ => Self::Tls(whom),
            };
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
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        let at = |Whom { peer, host, .. }: &Whom| (*peer, host.clone());
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
            Self::Tls(whom) => {
                let (peer, host) = at(whom);
                Symptom::TlsFailed { peer, host }
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
