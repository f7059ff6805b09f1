//! Decides which requests go through a proxy.

use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use reqwest::{ClientBuilder, NoProxy, Proxy};
use std::fmt;
use url::Url;

/// The proxies between this machine and its peers. Loopback is always reached directly.
#[derive(Clone, PartialEq, Eq)]
pub enum Proxies {
    /// What this machine says: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` in either case, else the
    /// system's settings on macOS and Windows. Only window and terminal say so: a test's way is its own.
    System,
    /// These, each as its variable would hold it; empty means none.
    Given {
        /// The proxy for `http://`.
        http: String,
        /// The proxy for `https://`, used with `CONNECT`.
        https: String,
        /// The hosts, domains and networks that are reached directly, separated by commas.
        no: String,
    },
    /// No proxy is used.
    None,
}

impl fmt::Debug for Proxies {
    /// Leaves the addresses out, because they may contain a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "System",
            Self::Given { .. } => "Given",
            Self::None => "None",
        })
    }
}

impl Proxies {
    pub(super) fn applied(&self, builder: ClientBuilder) -> ClientBuilder {
        match self {
            Self::System => builder,
            Self::Given { http, https, no } => {
                let but = NoProxy::from_string(no);
                let ways = [Proxy::http(http.as_str()), Proxy::https(https.as_str())];
                // A value that isn't an address is ignored, as it is in the environment.
                let ways = ways.into_iter().flatten().map(|way| way.no_proxy(but.clone()));
                ways.fold(builder.no_proxy(), ClientBuilder::proxy)
            }
            Self::None => builder.no_proxy(),
        }
    }

    /// The host and port of the proxy for requests to this address; `None` if they are sent directly.
    pub fn proxy_name(&self, url: &Url) -> Option<String> {
        self.of(url).map(|way| way.name())
    }

    /// The proxy for a request, by the same rules that the HTTP client applies.
    pub(super) fn of(&self, url: &Url) -> Option<ProxyRoute> {
        if is_loopback(url) {
            return None;
        }
        let matcher = match self {
            Self::System => Matcher::from_system(),
            Self::Given { http, https, no } => {
                Matcher::builder().http(http.as_str()).https(https.as_str()).no(no.as_str()).build()
            }
            Self::None => return None,
        };
        let target = url.as_str().parse().ok()?;
        matcher.intercept(&target).map(ProxyRoute)
    }
}

/// The way that a request takes through a proxy.
#[derive(Clone, Debug)]
pub(super) struct ProxyRoute(Intercept);

impl ProxyRoute {
    /// The proxy's host and port, without user name and password.
    pub(super) fn name(&self) -> String {
        format!("{}:{}", self.host(), self.port())
    }

    pub(super) fn host(&self) -> &str {
        self.0.uri().host().unwrap_or_default()
    }

    pub(super) fn port(&self) -> u16 {
        let scheme = self.0.uri().scheme_str();
        self.0.uri().port_u16().unwrap_or(match scheme {
            Some("https") => 443,
            Some(scheme) if scheme.starts_with("socks") => 1080,
            Some(_) | None => 80,
        })
    }

    /// Whether the proxy speaks plain HTTP, as nearly all do. Other kinds are left to the HTTP client.
    pub(super) fn is_plain_http(&self) -> bool {
        self.0.uri().scheme_str() == Some("http")
    }

    /// The value for `Proxy-Authorization`, if the proxy's address contains a user name and password.
    pub(super) fn authorization(&self) -> Option<&http::HeaderValue> {
        self.0.basic_auth()
    }
}

pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    }
}
