//! The certificate that a server presents, whether it is trusted or not.

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error as TlsError, SignatureScheme};
use rustls_platform_verifier::Verifier;
use std::sync::{Arc, Mutex, PoisonError};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use x509_parser::extensions::GeneralName;
use x509_parser::parse_x509_certificate;

/// How many of a certificate's names are shown at most; a shared certificate can have hundreds.
const MAX_NAMES: usize = 8;

/// What a server's certificate says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Who issued it: the issuer's common name, else its organisation.
    pub issuer: String,
    /// The hosts that it is valid for, at most eight.
    pub names: Vec<String>,
    /// From when it is valid (RFC 3339).
    pub from: String,
    /// Until when it is valid (RFC 3339).
    pub until: String,
    /// The number of certificates that the server sent, including its own.
    pub chain: usize,
}

impl Certificate {
    fn read(chain: &[CertificateDer<'_>]) -> Option<Self> {
        let (_, own) = parse_x509_certificate(chain.first()?).ok()?;
        let of = |name: &x509_parser::x509::X509Name<'_>| {
            let common = name.iter_common_name().next().and_then(|part| part.as_str().ok().map(str::to_owned));
            common.or_else(|| name.iter_organization().next().and_then(|part| part.as_str().ok().map(str::to_owned)))
        };
        let alternatives = own.subject_alternative_name().ok().flatten();
        let names = alternatives.iter().flat_map(|found| &found.value.general_names).filter_map(named);
        let stamp = |at: OffsetDateTime| at.format(&Rfc3339).unwrap_or_default();
        Some(Self {
            issuer: of(own.issuer()).unwrap_or_default(),
            names: names.take(MAX_NAMES).collect(),
            from: stamp(own.validity().not_before.to_datetime()),
            until: stamp(own.validity().not_after.to_datetime()),
            chain: chain.len(),
        })
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "a server is named by its host or its number")]
fn named(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(host) => Some((*host).to_owned()),
        GeneralName::IPAddress(bytes) => {
            let four = <[u8; 4]>::try_from(*bytes).map(|bytes| std::net::IpAddr::from(bytes).to_string());
            let six = || <[u8; 16]>::try_from(*bytes).map(|bytes| std::net::IpAddr::from(bytes).to_string());
            four.or_else(|_| six()).ok()
        }
        _ => None,
    }
}

/// Records the certificate while the platform's verifier decides about it. A certificate that the verifier rejects
/// stays rejected, but can still be described.
#[derive(Debug)]
pub(super) struct RecordingVerifier {
    decides: Verifier,
    seen: Mutex<Vec<CertificateDer<'static>>>,
}

impl RecordingVerifier {
    /// The same verifier that the HTTP client uses, with the platform's roots and those of the CA file.
    pub(super) fn new(roots: &[CertificateDer<'static>]) -> Result<Arc<Self>, TlsError> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let decides = match roots {
            [] => Verifier::new(provider),
            roots => Verifier::new_with_extra_roots(roots.to_vec(), provider),
        }?;
        Ok(Arc::new(Self { decides, seen: Mutex::default() }))
    }

    /// A configuration for one handshake.
    pub(super) fn config(self: Arc<Self>) -> Result<ClientConfig, TlsError> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
        Ok(versions.dangerous().with_custom_certificate_verifier(self).with_no_client_auth())
    }

    /// The certificate that the server presented, if it presented one.
    pub(super) fn certificate(&self) -> Option<Certificate> {
        Certificate::read(&self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl ServerCertVerifier for RecordingVerifier {
    fn verify_server_cert(
        &self,
        own: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, TlsError> {
        let chain = std::iter::once(own).chain(others).map(|found| found.clone().into_owned()).collect();
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = chain;
        self.decides.verify_server_cert(own, others, name, ocsp, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        own: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        self.decides.verify_tls12_signature(message, own, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        own: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        self.decides.verify_tls13_signature(message, own, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.decides.supported_verify_schemes()
    }
}
