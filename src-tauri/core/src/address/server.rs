use super::host_scope::HostScope;
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;
use url::{Host, Url};

/// The base of an authentik server: scheme, host, port and the path it is installed below, nothing else.
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
pub struct ServerUrl(Url);

/// The result of parsing a pasted address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedAddress {
    /// The address.
    pub url: ServerUrl,
    /// What was changed or left out, in the order of the address.
    pub said: Vec<Message>,
}

/// For which hosts unencrypted `http://` is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum HttpPolicy {
    /// Only to this machine itself.
    LoopbackOnly,
    /// Also to private hosts, because the admin has confirmed it.
    PrivateConfirmed,
}

/// Why a pasted address can't be used. No variant contains a password: text around an `@` is never repeated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing was pasted.
    #[error("the address is empty")]
    Empty,
    /// It is longer than any valid address.
    #[error("{length} characters are too many for an address")]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// White space in the middle.
    #[error("there is white space inside the address")]
    Blank,
    /// The scheme is neither `https` nor `http`.
    #[error("the scheme {scheme:?} is not https")]
    Scheme {
        /// The scheme that was pasted.
        scheme: String,
    },
    /// There is a name or password before an `@`.
    #[error("the address holds an @")]
    Credentials,
    /// The host is missing.
    #[error("the address has no host")]
    NoHost,
    /// The text in the host's place isn't a valid host.
    #[error("{host:?} is not a host")]
    Host {
        /// What stands there.
        host: String,
    },
    /// The text in the port's place isn't a valid port.
    #[error("the port is not a number from 1 to 65535")]
    Port,
    /// A path at which no server is installed.
    #[error("{path:?} is not a path to install below")]
    Path {
        /// The path.
        path: String,
    },
    /// `0.0.0.0` or `[::]`, as servers print it when they listen everywhere.
    #[error("{host} can be listened on, not visited")]
    Unspecified {
        /// The address.
        host: String,
    },
    /// `http` to a private host, not confirmed: [`HttpPolicy::PrivateConfirmed`] would allow it.
    #[error("http to the private host {host} is not confirmed")]
    PlainHttp {
        /// The host.
        host: String,
    },
    /// `http` to a public host: never allowed.
    #[error("http to the public host {host}")]
    PlainHttpPublic {
        /// The host.
        host: String,
    },
}

impl Error {
    /// What is wrong and how to fix it, for display at the field.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => msg::address_error_empty(),
            Self::TooLong { length } => msg::address_error_too_long(*length),
            Self::Blank => msg::address_error_blank(),
            Self::Scheme { scheme } => msg::address_error_scheme(scheme),
            Self::Credentials => msg::address_error_credentials(),
            Self::NoHost => msg::address_error_no_host(),
            Self::Host { host } => msg::address_error_host(host),
            Self::Port => msg::address_error_port(),
            Self::Path { path } => msg::address_error_path(path),
            Self::Unspecified { host } => msg::address_error_unspecified(host),
            Self::PlainHttp { host } => msg::address_error_plain_http(host),
            Self::PlainHttpPublic { host } => msg::address_error_plain_http_public(host),
        }
    }
}

impl ServerUrl {
    /// Of a URL that ends in a slash and has neither query nor fragment nor credentials: the parser makes only such.
    pub(super) fn below(url: Url) -> Self {
        Self(url)
    }

    /// Whether requests to this address are allowed under `plain`.
    ///
    /// # Errors
    /// [`Error::PlainHttp`] if a confirmation is missing, [`Error::PlainHttpPublic`] if no confirmation would help.
    pub fn check_allowed(&self, plain: HttpPolicy) -> Result<(), Error> {
        match (self.0.scheme(), self.host_scope(), plain) {
            ("https", _, _) | (_, HostScope::Loopback, _) | (_, HostScope::Private, HttpPolicy::PrivateConfirmed) => {
                Ok(())
            }
            (_, HostScope::Private, HttpPolicy::LoopbackOnly) => Err(Error::PlainHttp { host: self.host().to_owned() }),
            (_, HostScope::Public, _) => Err(Error::PlainHttpPublic { host: self.host().to_owned() }),
        }
    }

    /// The base without a slash at its end: `https://authentik.company`.
    pub fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// The base with a slash at its end, so that [`Url::join`] stays below it.
    pub fn url(&self) -> &Url {
        &self.0
    }

    /// The host, IPv6 in brackets.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The host as people write it, where DNS has another spelling for it (RFC 5890): `grüße.company` for
    /// `xn--gre-6ka8i.company`.
    pub fn display_host(&self) -> Option<String> {
        let written = url::quirks::domain_to_unicode(self.host());
        (!written.is_empty() && written != self.host()).then_some(written)
    }

    /// The port, the scheme's own one where the address names none.
    pub fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or_default()
    }

    /// Scheme, host and port, without the path: who gets a token (RFC 6454).
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    /// Whether it is `https`.
    pub fn is_encrypted(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// In which kind of network the host is.
    pub fn host_scope(&self) -> HostScope {
        HostScope::from_url(&self.0)
    }

    /// Whether the host is a number instead of a name.
    pub fn is_number(&self) -> bool {
        matches!(self.0.host(), Some(Host::Ipv4(_) | Host::Ipv6(_)))
    }
}

impl fmt::Debug for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ServerUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
