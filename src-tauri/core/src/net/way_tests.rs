//! The way to a peer: proxies, certificates, and how far a probe gets. A proxy of one's own makes any name reachable.

use super::client::HttpClient;
use crate::clock::Clock;
use crate::diagnosis::{Diagnosed, Diagnosis, Peer};
use crate::net::*;
use http::Method;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use std::io::Write as _;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use url::Url;

const TOKEN: &str = "canary-token-5512";
const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

fn net(ca: Option<&CaFile>, proxies: Proxies) -> HttpClient {
    let clock = Clock::new(time::OffsetDateTime::now_utc);
    HttpClient::new(ca, proxies, Duration::from_secs(5), Trace::default(), clock).expect("a client")
}

fn given(proxy: &str, no: &str) -> Proxies {
    Proxies::Given { http: proxy.to_owned(), https: proxy.to_owned(), no: no.to_owned() }
}

fn request(url: &str) -> Request {
    let url = Url::parse(url).expect("a URL");
    Request::new(Peer::Authentik, Method::GET, url).authorization(Authorization::Bearer(TOKEN.into()))
}

fn id(error: &Error) -> String {
    Diagnosis::from(&error.symptom()).id
}

/// A proxy that leads every name to one address, or refuses with a status; what it saw is kept.
struct Proxy {
    address: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    async fn start(to: u16, status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let seen = Arc::<Mutex<Vec<String>>>::default();
        let kept = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let kept = Arc::clone(&kept);
                tokio::spawn(async move {
                    let mut head = vec![0; 4096];
                    let read = stream.read(&mut head).await.unwrap_or(0);
                    let head = String::from_utf8_lossy(&head[..read]).into_owned();
                    let tunnel = head.starts_with("CONNECT");
                    kept.lock().expect("no poison").push(head);
                    if status != 200 {
                        let refusal = format!("HTTP/1.1 {status} x\r\nContent-Length: 0\r\n\r\n");
                        let _ = stream.write_all(refusal.as_bytes()).await;
                    } else if tunnel {
                        let mut far = TcpStream::connect(("127.0.0.1", to)).await.expect("the far end");
                        let _ = stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await;
                        let _ = copy_bidirectional(&mut stream, &mut far).await;
                    } else {
                        let _ = stream.write_all(OK.as_bytes()).await;
                    }
                });
            }
        });
        Self { address, seen }
    }

    fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no poison").clone()
    }
}

/// A server with a certificate of a private CA for these names, valid from now plus `from` to now plus `until`, in days.
async fn tls_server(names: &[&str], from: i64, until: i64) -> (u16, tempfile::NamedTempFile) {
    let now = time::OffsetDateTime::now_utc();
    let mut ca = CertificateParams::new(Vec::new()).expect("parameters");
    ca.distinguished_name.push(rcgen::DnType::CommonName, "Homelab CA");
    ca.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let ca_key = KeyPair::generate().expect("a key");
    let pem = ca.self_signed(&ca_key).expect("a CA").pem();
    let issuer = Issuer::new(ca, ca_key);
    let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut leaf = CertificateParams::new(names).expect("parameters");
    (leaf.not_before, leaf.not_after) = (now + time::Duration::days(from), now + time::Duration::days(until));
    let key = KeyPair::generate().expect("a key");
    let leaf = leaf.signed_by(&key, &issuer).expect("a certificate");
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .expect("a configuration");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(mut stream) = acceptor.accept(stream).await else { return };
                let mut head = vec![0; 4096];
                let _ = stream.read(&mut head).await;
                let _ = stream.write_all(OK.as_bytes()).await;
                let _ = stream.shutdown().await;
            });
        }
    });
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(pem.as_bytes()).expect("written");
    (port, file)
}

#[tokio::test]
async fn a_proxy_is_gone_through_but_for_its_exceptions_and_loopback() {
    let proxy = Proxy::start(0, 200).await;
    let through = net(None, given(&proxy.url(), "direct.invalid, 10.0.0.0/8"));
    assert_eq!(through.send(request("http://auth.invalid/x")).await.expect("an answer").status, 200);
    assert!(proxy.seen()[0].starts_with("GET http://auth.invalid/x HTTP/1.1"), "{:?}", proxy.seen());
    let error = through.send(request("http://direct.invalid/")).await.expect_err("no such name");
    assert_eq!(id(&error), "server-host-unknown");

    let far = Proxy::start(0, 200).await;
    for host in ["127.0.0.1", "localhost"] {
        let port = far.address.rsplit(':').next().unwrap_or_default();
        assert!(through.send(request(&format!("http://{host}:{port}/"))).await.is_ok(), "{host}");
    }
    assert_eq!(proxy.seen().len(), 1, "{:?}", proxy.seen());
    for address in ["http://auth.localhost/", "https://[::1]:9443/", "http://127.8.8.8/"] {
        assert!(through.proxies.of(&Url::parse(address).expect("a URL")).is_none(), "{address}");
    }
}

#[tokio::test]
async fn a_tunnels_proxy_never_sees_the_token_and_its_own_password_stays_with_it() {
    let (port, ca) = tls_server(&["auth.invalid"], -1, 30).await;
    let ca = CaFile::load(ca.path()).expect("a CA");
    let proxy = Proxy::start(port, 200).await;
    let url = format!("http://ana:geheim@{}", proxy.address);
    let through = net(Some(&ca), given(&url, ""));
    assert_eq!(through.send(request("https://auth.invalid/")).await.expect("an answer").status, 200);
    let probe = through.probe(Peer::Authentik, &Url::parse("https://auth.invalid/").expect("a URL"), &mut |_| ()).await;
    assert_eq!(probe.proxy.as_deref(), Some(proxy.address.as_str()));
    assert!(matches!(probe.name, ProbeStep::NotNeeded) && matches!(probe.tls, ProbeStep::Passed { .. }), "{probe:?}");
    let seen = proxy.seen();
    assert_eq!(seen.len(), 2);
    for head in &seen {
        assert!(head.starts_with("CONNECT auth.invalid:443 HTTP/1.1"), "{head}");
        assert!(head.to_lowercase().contains("proxy-authorization: basic yw5homdlagvpbq=="), "{head}");
        assert!(!head.contains(TOKEN));
    }
    let told = format!("{through:?} {probe:?} {:?}", through.trace().all());
    assert!(!told.contains("geheim") && !told.contains("YW5hOmdlaGVpbQ"), "{told}");
}

#[tokio::test]
async fn a_proxys_refusal_is_not_the_servers() {
    for (status, wanted) in [(407, "proxy-refuses"), (403, "proxy-refuses"), (502, "proxy-refuses")] {
        let proxy = Proxy::start(0, status).await;
        let through = net(None, given(&proxy.url(), ""));
        let url = Url::parse("https://auth.invalid/").expect("a URL");
        let error = through.send(request(url.as_str())).await.expect_err("refused");
        assert_eq!(id(&error), wanted, "{error:?}");
        let probe = through.probe(Peer::Authentik, &url, &mut |_| ()).await;
        let ProbeStep::Failed { error: Error::ProxyRefuses { status: told, .. }, .. } = probe.connect else {
            panic!("{probe:?}")
        };
        assert_eq!(told, status);
        assert!(matches!(probe.tls, ProbeStep::NotReached));
    }
    let proxy = Proxy::start(0, 407).await;
    let error = net(None, given(&proxy.url(), "")).send(request("http://auth.invalid/")).await.expect_err("refused");
    assert!(matches!(error, Error::ProxyRefuses { status: 407, .. }), "{error:?}");
}

#[tokio::test]
async fn a_dead_proxy_is_named_and_not_the_server() {
    let port = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address").port();
    for proxy in [format!("http://127.0.0.1:{port}"), "http://proxy.invalid:3128".to_owned()] {
        let through = net(None, given(&proxy, ""));
        let error = through.send(request("https://auth.invalid/")).await.expect_err("no proxy");
        assert_eq!(id(&error), "proxy-away", "{proxy}: {error:?}");
        let probe =
            through.probe(Peer::Authentik, &Url::parse("https://auth.invalid/").expect("a URL"), &mut |_| ()).await;
        assert!(matches!(probe.connect, ProbeStep::Failed { error: Error::ProxyAway { .. }, .. }), "{probe:?}");
    }
}

/// Runs itself again with the variables set: no test may set them for all the others.
#[tokio::test]
async fn the_environments_proxies_count_where_the_system_is_asked() {
    const CHILD: &str = "SOURCERER_TEST_THROUGH";
    if std::env::var_os(CHILD).is_some() {
        let through = net(None, Proxies::System);
        assert_eq!(through.send(request("http://auth.invalid/")).await.expect("an answer").status, 200);
        let error = through.send(request("http://direct.invalid/")).await.expect_err("no such name");
        assert_eq!(id(&error), "server-host-unknown");
        let alone = net(None, Proxies::None);
        let error = alone.send(request("http://auth.invalid/")).await.expect_err("no such name");
        assert_eq!(id(&error), "server-host-unknown");
        return;
    }
    let proxy = Proxy::start(0, 200).await;
    #[expect(clippy::disallowed_methods, reason = "a test's own copy of itself")]
    let mut child = std::process::Command::new(std::env::current_exe().expect("a test binary"));
    child.args(["--exact", "net::way_tests::the_environments_proxies_count_where_the_system_is_asked"]);
    child.env(CHILD, "1").env("HTTP_PROXY", proxy.url()).env("NO_PROXY", "direct.invalid").env_remove("http_proxy");
    let ran = tokio::task::spawn_blocking(move || child.output()).await.expect("no panic").expect("it runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    assert_eq!(proxy.seen().len(), 1, "{:?}", proxy.seen());
}

#[tokio::test]
async fn a_certificate_is_described_whether_it_is_trusted_or_not() {
    for (names, from, until, trusted, wanted) in [
        (["localhost"], -1, 30, true, None),
        (["localhost"], -1, 30, false, Some("server-tls-untrusted")),
        (["auth.lan"], -1, 30, true, Some("server-tls-other-name")),
        (["localhost"], -30, -1, true, Some("server-tls-expired")),
        (["localhost"], 1, 30, true, Some("certificate-too-new")),
    ] {
        let (port, file) = tls_server(&names, from, until).await;
        let ca = CaFile::load(file.path()).expect("a CA");
        let net = net(trusted.then_some(&ca), Proxies::None);
        let url = Url::parse(&format!("https://localhost:{port}/")).expect("a URL");
        let probe = net.probe(Peer::Authentik, &url, &mut |_| ()).await;
        let found = match &probe.tls {
            ProbeStep::Failed { error, .. } => Some(id(error)),
            ProbeStep::Passed { found, .. } => {
                assert_eq!(found, "TLS 1.3");
                None
            }
            ProbeStep::NotNeeded | ProbeStep::NotReached => panic!("{probe:?}"),
        };
        assert_eq!(found.as_deref(), wanted);
        // A request is of the same mind, and no token goes where the probe stopped.
        let sent = net.send(request(url.as_str())).await.map_err(|error| id(&error));
        assert_eq!(sent.err().as_deref(), wanted);
        let shown = probe.certificate.expect("a certificate");
        assert_eq!(
            (shown.issuer.as_str(), shown.names.as_slice(), shown.chain),
            ("Homelab CA", &names.map(str::to_owned)[..], 1)
        );
        assert!(shown.from < shown.until && shown.until.ends_with('Z'), "{shown:?}");
    }
}

#[tokio::test]
async fn a_probe_ends_where_the_way_ends() {
    let net = net(None, Proxies::None);
    let url = |text: &str| Url::parse(text).expect("a URL");
    let probe = net.probe(Peer::Authentik, &url("https://nothing.invalid/"), &mut |_| ()).await;
    assert!(matches!(probe.name, ProbeStep::Failed { error: Error::HostUnknown(_), .. }), "{probe:?}");
    assert!(matches!((&probe.connect, &probe.tls), (ProbeStep::NotReached, ProbeStep::NotReached)), "{probe:?}");

    let port = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("an address").port();
    let probe = net.probe(Peer::Authentik, &url(&format!("https://127.0.0.1:{port}/")), &mut |_| ()).await;
    assert!(matches!(probe.name, ProbeStep::NotNeeded), "{probe:?}");
    assert!(matches!(probe.connect, ProbeStep::Failed { error: Error::Refused(_), .. }), "{probe:?}");

    let plain = Proxy::start(0, 200).await;
    let probe = net.probe(Peer::Authentik, &url(&format!("https://{}/", plain.address)), &mut |_| ()).await;
    assert!(matches!(probe.tls, ProbeStep::Failed { error: Error::NotTls(_), .. }), "{probe:?}");
    assert!(!plain.seen().iter().any(|head| head.contains("HTTP/1.1")), "nothing is said over it");
    let probe = net.probe(Peer::Authentik, &url(&format!("http://{}/", plain.address)), &mut |_| ()).await;
    assert!(matches!((&probe.connect, &probe.tls), (ProbeStep::Passed { .. }, ProbeStep::NotNeeded)), "{probe:?}");
}

#[tokio::test]
async fn ipv6_is_reached_by_its_number() {
    // Where a machine has no IPv6 at all, there is nothing to reach.
    let Ok(listener) = TcpListener::bind("[::1]:0").await else { return };
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = vec![0; 4096];
            if stream.read(&mut head).await.is_ok_and(|read| read > 0) {
                let _ = stream.write_all(OK.as_bytes()).await;
            }
        }
    });
    let net = net(None, given("http://proxy.invalid:3128", ""));
    let url = Url::parse(&format!("http://[::1]:{port}/")).expect("a URL");
    let probe = net.probe(Peer::Authentik, &url, &mut |_| ()).await;
    assert!(matches!(probe.connect, ProbeStep::Passed { .. }) && probe.proxy.is_none(), "{probe:?}");
    assert_eq!(net.send(request(url.as_str())).await.expect("an answer").status, 200);
}
