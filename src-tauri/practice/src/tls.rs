//! TLS for a practice server: a CA that is created at the start, its certificate for this machine, and the listener.
//!
//! The CA's key never leaves memory and signs only one certificate. The CA's own certificate is in a temporary file
//! while the [`Authority`] exists, so that a job can use it as the admin's CA file.

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose,
};
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::NamedTempFile;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;
use tokio_util::sync::{CancellationToken, DropGuard};

/// The host names in a practice server's certificate.
const NAMES: [&str; 2] = ["127.0.0.1", "localhost"];
/// How long the certificates are valid. No practice job runs longer.
const LIFETIME: time::Duration = time::Duration::days(30);
/// A client that opens a connection and sends nothing is disconnected after this time.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// Why TLS can't start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A certificate can't be created.
    #[error("the practice certificate can't be made")]
    Certificate(#[from] rcgen::Error),
    /// The TLS library refuses the certificate or key.
    #[error("the practice certificate can't be used")]
    Config(#[from] rustls::Error),
    /// The CA's certificate can't be written to a temporary file.
    #[error("the practice CA can't be written to a file")]
    File(#[from] std::io::Error),
}

/// A CA with the certificate and key that a practice server presents.
#[derive(Debug)]
pub struct Authority {
    file: NamedTempFile,
    config: Arc<ServerConfig>,
}

impl Authority {
    /// Creates a CA, and a certificate for 127.0.0.1 and localhost.
    ///
    /// # Errors
    /// If the library can't create or use a certificate, or the temporary file can't be written.
    pub fn new() -> Result<Self, Error> {
        let now = time::OffsetDateTime::now_utc();
        let dated = |names: Vec<String>, called: &str| -> Result<CertificateParams, rcgen::Error> {
            let mut params = CertificateParams::new(names)?;
            params.distinguished_name.push(DnType::CommonName, called);
            // The start is one hour in the past, for clocks that differ between a host and its virtual machines.
            params.not_before = now - time::Duration::HOUR;
            params.not_after = now + LIFETIME;
            Ok(params)
        };

        let mut ca = dated(Vec::new(), "Sourcerer practice CA")?;
        ca.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        ca.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let ca_key = KeyPair::generate()?;
        let ca_pem = ca.self_signed(&ca_key)?.pem();
        let issuer = Issuer::new(ca, ca_key);

        let mut leaf = dated(NAMES.map(str::to_owned).to_vec(), "Sourcerer practice server")?;
        leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        leaf.use_authority_key_identifier_extension = true;
        let leaf_key = KeyPair::generate()?;
        let leaf = leaf.signed_by(&leaf_key, &issuer)?;

        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![leaf.der().clone()], PrivateKeyDer::Pkcs8(leaf_key.serialize_der().into()))?;
        // The practice servers support no newer version of HTTP.
        config.alpn_protocols = vec![b"http/1.1".to_vec()];

        let mut file = tempfile::Builder::new().prefix("sourcerer-practice-ca-").suffix(".pem").tempfile()?;
        file.write_all(ca_pem.as_bytes())?;
        file.flush()?;
        Ok(Self { file, config: Arc::new(config) })
    }

    /// The file with the CA's certificate (PEM). It is deleted together with the authority.
    pub fn ca_file(&self) -> &Path {
        self.file.path()
    }

    /// Returns a listener that serves TLS on the connections of `tcp`.
    ///
    /// # Errors
    /// If the socket doesn't know its own address.
    pub fn listener(&self, tcp: TcpListener) -> std::io::Result<TlsListener> {
        TlsListener::new(tcp, TlsAcceptor::from(Arc::clone(&self.config)))
    }
}

/// Accepts TLS connections for [`axum::serve()`].
///
/// Handshakes run concurrently, so a client that never finishes its own doesn't delay the others.
#[derive(Debug)]
pub struct TlsListener {
    address: SocketAddr,
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    _ends_with_me: DropGuard,
}

impl TlsListener {
    fn new(mut tcp: TcpListener, acceptor: TlsAcceptor) -> std::io::Result<Self> {
        let address = TcpListener::local_addr(&tcp)?;
        let (done, ready) = mpsc::channel(16);
        let ended = CancellationToken::new();
        let guard = ended.clone().drop_guard();
        tokio::spawn(ended.run_until_cancelled_owned(async move {
            loop {
                // This is axum's own method: it logs an error and waits if the system has no free sockets.
                let (stream, peer) = axum::serve::Listener::accept(&mut tcp).await;
                let (acceptor, done) = (acceptor.clone(), done.clone());
                tokio::spawn(async move {
                    match tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await {
                        // If the receiver is gone, the server is shutting down.
                        Ok(Ok(stream)) => drop(done.send((stream, peer)).await),
                        Ok(Err(error)) => tracing::debug!(%peer, %error, "TLS handshake failed"),
                        Err(_) => tracing::debug!(%peer, "TLS handshake took too long"),
                    }
                });
            }
        }));
        Ok(Self { address, ready, _ends_with_me: guard })
    }
}

impl axum::serve::Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(accepted) => accepted,
            // The accepting task ends only with this listener.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        Ok(self.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::routing::get;
    use axum::serve::Listener as _;

    type TestResult = Result<(), Box<dyn std::error::Error>>;

    async fn served() -> Result<(Authority, u16), Box<dyn std::error::Error>> {
        let authority = Authority::new()?;
        let listener = authority.listener(TcpListener::bind("127.0.0.1:0").await?)?;
        let port = listener.local_addr()?.port();
        tokio::spawn(async { axum::serve(listener, Router::new().route("/", get(async || "here"))).await });
        Ok((authority, port))
    }

    #[expect(clippy::disallowed_methods, reason = "a client that trusts nothing but what a test hands it")]
    fn client() -> reqwest::ClientBuilder {
        reqwest::Client::builder().no_proxy()
    }

    #[tokio::test]
    async fn who_trusts_the_ca_file_reaches_both_names() -> TestResult {
        let (authority, port) = served().await?;
        let ca = reqwest::Certificate::from_pem(&std::fs::read(authority.ca_file())?)?;
        let client = client().tls_certs_merge([ca]).build()?;
        // The first client never sends anything, and that doesn't delay the others.
        let _silent = TcpStream::connect(("127.0.0.1", port)).await?;
        for name in NAMES {
            let answer = client.get(format!("https://{name}:{port}/")).send().await?;
            assert_eq!(answer.text().await?, "here", "{name}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn who_lacks_the_ca_file_is_refused() -> TestResult {
        let (_authority, port) = served().await?;
        let refused = client().build()?.get(format!("https://127.0.0.1:{port}/")).send().await;
        assert!(refused.is_err_and(|error| error.is_connect()));
        Ok(())
    }

    #[test]
    fn the_ca_file_goes_away_with_its_authority() -> TestResult {
        let authority = Authority::new()?;
        let path = authority.ca_file().to_owned();
        assert!(path.exists());
        drop(authority);
        assert!(!path.exists());
        Ok(())
    }
}
