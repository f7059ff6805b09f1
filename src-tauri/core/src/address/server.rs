use crate::pasted::{self, Stripped};
use crate::words::{Message, said};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use url::{Host, ParseError, Url};

/// The base of an authentik server: scheme, host, port and the path it is installed below, nothing else.
#[derive(Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
pub struct ServerUrl(Url);

/// A pasted address that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The address.
    pub url: ServerUrl,
    /// What was changed or left out on the way, in the order of the address.
    pub said: Vec<Message>,
}

/// How far unencrypted `http://` is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Plain {
    /// Only to this machine itself.
    LoopbackOnly,
    /// To private hosts too: the admin has said so.
    PrivateConfirmed,
}

/// How far away a host is, as far as its name or number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Reach {
    /// This machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, RFC 6761 §6.3).
    Loopback,
    /// A network of one's own: RFC 1918, 3927, 4193, 4291 and 6598 numbers, names of one label, and the endings that
    /// the public DNS doesn't have (RFC 6761, 6762 appendix G, 8375, ICANN's `.internal`).
    Private,
    /// Everything else.
    Public,
}

/// Why a pasted address can't be used. No variant holds a password: what stands around an `@` is never repeated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing was pasted.
    #[error("the address is empty")]
    Empty,
    /// Longer than any address.
    #[error("{length} characters are too many for an address")]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// White space in the middle.
    #[error("there is white space inside the address")]
    Blank,
    /// Neither `https` nor `http`.
    #[error("the scheme {scheme:?} is not https")]
    Scheme {
        /// What stands before the colon.
        scheme: String,
    },
    /// A name or password before an `@`.
    #[error("the address holds an @")]
    Credentials,
    /// Nothing where the host belongs.
    #[error("the address has no host")]
    NoHost,
    /// What stands where the host belongs is none.
    #[error("{host:?} is not a host")]
    Host {
        /// What stands there.
        host: String,
    },
    /// What stands where the port belongs is none.
    #[error("the port is not a number from 1 to 65535")]
    Port,
    /// A path that no server is installed below.
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
    /// `http` to a private host, not confirmed: [`Plain::PrivateConfirmed`] would allow it.
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
    /// What is wrong and how to mend it, to be shown at the field.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => said::address_error_empty(),
            Self::TooLong { length } => said::address_error_too_long(*length),
            Self::Blank => said::address_error_blank(),
            Self::Scheme { scheme } => said::address_error_scheme(scheme),
            Self::Credentials => said::address_error_credentials(),
            Self::NoHost => said::address_error_no_host(),
            Self::Host { host } => said::address_error_host(host),
            Self::Port => said::address_error_port(),
            Self::Path { path } => said::address_error_path(path),
            Self::Unspecified { host } => said::address_error_unspecified(host),
            Self::PlainHttp { host } => said::address_error_plain_http(host),
            Self::PlainHttpPublic { host } => said::address_error_plain_http_public(host),
        }
    }
}

/// Longer than any browser's address bar hands out.
const LONGEST: usize = 2048;

/// Endings of names that the public DNS doesn't have.
const PRIVATE_ENDINGS: &[&str] =
    &["corp", "home", "home.arpa", "internal", "intranet", "lan", "local", "localdomain", "private", "test"];

impl ServerUrl {
    /// Reads an address as people paste it: with or without a scheme (none means https, for loopback too), with the
    /// port, the path of a sub-path installation, and whatever page of authentik's was open.
    ///
    /// # Errors
    /// What can't be read, or goes over `http://` further than `plain` allows; each with a message for the field.
    pub fn read(pasted: &str, plain: Plain) -> Result<Read, Error> {
        let read = parse(pasted)?;
        read.url.allowed(plain)?;
        Ok(read)
    }

    /// Whether this address may be asked under `plain`.
    ///
    /// # Errors
    /// [`Error::PlainHttp`] where a confirmation is missing, [`Error::PlainHttpPublic`] where none would do.
    pub fn allowed(&self, plain: Plain) -> Result<(), Error> {
        match (self.0.scheme(), self.reach(), plain) {
            ("https", _, _) | (_, Reach::Loopback, _) | (_, Reach::Private, Plain::PrivateConfirmed) => Ok(()),
            (_, Reach::Private, Plain::LoopbackOnly) => Err(Error::PlainHttp { host: self.host().to_owned() }),
            (_, Reach::Public, _) => Err(Error::PlainHttpPublic { host: self.host().to_owned() }),
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

    /// How far away the host is.
    pub fn reach(&self) -> Reach {
        match self.0.host() {
            Some(Host::Domain(name)) => reach_of_name(name),
            Some(Host::Ipv4(number)) => reach_of_v4(number),
            Some(Host::Ipv6(number)) => reach_of_v6(number),
            None => Reach::Public,
        }
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

/// For what was stored: the rule on http was asked when it was read from the admin; [`ServerUrl::allowed`] asks again.
impl<'de> Deserialize<'de> for ServerUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse(&String::deserialize(deserializer)?).map(|read| read.url).map_err(D::Error::custom)
    }
}

/// Reads an address without asking whether http is allowed: also for what others sent and is only compared.
pub(super) fn parse(pasted: &str) -> Result<Read, Error> {
    let Stripped { text, removed: mut said } = pasted::strip(pasted);
    let sentence = text.trim_end_matches('.');
    if sentence.len() < text.len() {
        said.push(said::address_said_full_stop());
    }
    let text = sentence;
    if text.is_empty() {
        return Err(Error::Empty);
    }
    let length = text.chars().count();
    if length > LONGEST {
        return Err(Error::TooLong { length });
    }
    if text.contains(char::is_whitespace) {
        return Err(Error::Blank);
    }

    let text = text.replace('\\', "/");
    let (scheme, rest) = split_scheme(&text)?;
    let (before_query, after) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    // An @ further on belongs to a query, unless the password itself holds a `?` or a `#`.
    if before_query.contains('@') || rest.split('/').next().is_some_and(|authority| authority.contains('@')) {
        return Err(Error::Credentials);
    }
    let (authority, path) = before_query.split_at(before_query.find('/').unwrap_or(before_query.len()));
    let mut url = parse_authority(scheme, authority, &mut said)?;
    url.set_path(path);

    let (kept, page) = split_page(&url);
    if let Some(page) = &page {
        said.push(said::address_said_page(page));
    } else if after.starts_with('?') && after.len() > 1 {
        said.push(said::address_said_query());
    } else if after.len() > 1 {
        said.push(said::address_said_fragment());
    }
    if !is_installation_path(&kept) {
        return Err(Error::Path { path: format!("/{kept}") });
    }
    if !kept.is_empty() {
        said.push(said::address_said_path(format!("/{kept}")));
    }
    url.set_path(&if kept.is_empty() { "/".to_owned() } else { format!("/{kept}/") });
    Ok(Read { url: ServerUrl(url), said })
}

/// The scheme, `https` where there is none, and what follows its slashes. Of two schemes (pasted behind one that was
/// already in the field) the second counts.
fn split_scheme(text: &str) -> Result<(&'static str, &str), Error> {
    let (scheme, rest) = split_one_scheme(text)?;
    let rest = rest.trim_start_matches('/');
    let again = ["https://", "http://", "https//", "http//"];
    if again.iter().any(|again| rest.get(..again.len()).is_some_and(|start| start.eq_ignore_ascii_case(again))) {
        return split_scheme(rest);
    }
    Ok((scheme, rest))
}

fn split_one_scheme(text: &str) -> Result<(&'static str, &str), Error> {
    for (scheme, typed) in [("https", "https//"), ("http", "http//")] {
        if text.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed)) {
            return Ok((scheme, &text[typed.len()..]));
        }
    }
    let none = Ok(("https", text));
    let Some((before, rest)) = text.split_once(':') else { return none };
    let is_scheme = before.starts_with(|c: char| c.is_ascii_alphabetic())
        && before.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if !is_scheme {
        return none;
    }
    match before.to_ascii_lowercase().as_str() {
        // With any number of slashes, as browsers take it; digits make it a host of that name with a port.
        "https" if !is_port(rest) => Ok(("https", rest)),
        "http" if !is_port(rest) => Ok(("http", rest)),
        _ if rest.starts_with("//") => Err(Error::Scheme { scheme: before.to_ascii_lowercase() }),
        _ if is_port(rest)
            || rest.is_empty()
            || rest.starts_with('/')
            || rest.contains('@')
            || before.contains('.') =>
        {
            none
        }
        "localhost" => none,
        _ if rest.contains(':') && bare_v6(text).is_some() => none,
        _ => Err(Error::Scheme { scheme: before.to_ascii_lowercase() }),
    }
}

/// Whether a number stands before the path.
fn is_port(rest: &str) -> bool {
    let number = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// An IPv6 address that somebody pasted without the brackets a URL needs.
fn bare_v6(authority: &str) -> Option<Ipv6Addr> {
    authority[..authority.find('/').unwrap_or(authority.len())].parse().ok()
}

fn parse_authority(scheme: &str, authority: &str, said: &mut Vec<Message>) -> Result<Url, Error> {
    let (typed, port) = match bare_v6(authority) {
        Some(number) => (format!("[{number}]"), ""),
        None => match authority.rfind(':') {
            Some(colon) if !authority[colon..].contains(']') => {
                (authority[..colon].to_owned(), &authority[colon + 1..])
            }
            _ => (authority.to_owned(), ""),
        },
    };
    let host = typed.trim_end_matches('.');
    if host.is_empty() {
        return Err(Error::NoHost);
    }
    if host.len() < typed.len() {
        said.push(said::address_said_dot());
    }
    let not_a_host = || Error::Host { host: host.to_owned() };
    let mut url = Url::parse(&format!("{scheme}://{host}/")).map_err(|error| {
        // The port is no part of what was parsed: one found here stands inside the host.
        if error == ParseError::EmptyHost { Error::NoHost } else { not_a_host() }
    })?;
    if !port.is_empty() {
        let number = port.parse::<u16>().ok().filter(|number| *number > 0).ok_or(Error::Port)?;
        // Only a URL without a host refuses a port.
        url.set_port(Some(number)).map_err(|()| Error::NoHost)?;
    }
    match url.host() {
        Some(Host::Domain(name)) if !is_name(name) => return Err(not_a_host()),
        Some(Host::Ipv4(number)) if number.is_unspecified() => {
            return Err(Error::Unspecified { host: number.to_string() });
        }
        Some(Host::Ipv6(number)) if number.is_unspecified() => {
            return Err(Error::Unspecified { host: "[::]".to_owned() });
        }
        Some(_) => {}
        None => return Err(Error::NoHost),
    }
    let written = url.host_str().unwrap_or_default();
    if written != host.to_ascii_lowercase() {
        said.push(said::address_said_host(host, written));
    }
    Ok(url)
}

/// RFC 1035 §2.3.4's lengths, and its letters, digits and hyphens; the underscore is seen inside companies.
fn is_name(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    name.len() <= 253 && name.split('.').all(|label| (1..=63).contains(&label.len()) && label.bytes().all(is_letter))
}

/// The path authentik is installed below, and the beginning of the page that was open there. Of a page only the first
/// two segments are told: what follows may be a one-time key (`/recovery/use-token/…`).
fn split_page(url: &Url) -> (String, Option<String>) {
    let segments: Vec<_> = url.path().split('/').filter(|segment| !segment.is_empty()).collect();
    let mut end = segments.len();
    // Again after a cut, because a segment can be a page's once nothing follows it.
    while let Some(at) = (0..end).find(|&at| {
        let next = segments[..end].get(at + 1).map(|next| next.to_ascii_lowercase());
        is_page(&segments[at].to_ascii_lowercase(), next.as_deref())
    }) {
        end = at;
    }
    let page = (end < segments.len()).then(|| format!("/{}", segments[end..segments.len().min(end + 2)].join("/")));
    (segments[..end].join("/"), page)
}

/// RFC 3986's unreserved characters and escapes: what else stands in a path isn't where a server is installed, and
/// would be taken for something that clings to the address when that is pasted again.
fn is_installation_path(path: &str) -> bool {
    path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%/".contains(&byte)) && !path.ends_with('.')
}

/// Whether a path goes on with one of authentik's own pages [facts/authentik.md; its URL configuration].
fn is_page(segment: &str, next: Option<&str>) -> bool {
    match segment {
        "if" => matches!(next, None | Some("admin" | "user" | "flow" | "session-end" | "rac" | "error")),
        "api" => matches!(next, None | Some("v3" | "v2beta")),
        "source" => matches!(next, Some("oauth" | "saml" | "plex" | "kerberos" | "telegram")),
        "application" => matches!(next, Some("o" | "saml" | "wsfed" | "launch")),
        "flows" => matches!(next, Some("-")),
        "recovery" => matches!(next, Some("use-token")),
        "outpost.goauthentik.io" | "-" => true,
        _ => false,
    }
}

fn reach_of_name(name: &str) -> Reach {
    let ends_with = |ending: &str| name == ending || name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.'));
    if ends_with("localhost") {
        Reach::Loopback
    } else if !name.contains('.') || PRIVATE_ENDINGS.iter().any(|ending| ends_with(ending)) {
        Reach::Private
    } else {
        Reach::Public
    }
}

fn reach_of_v4(number: Ipv4Addr) -> Reach {
    // RFC 6598: addresses behind a provider's translation, also what overlay networks such as Tailscale's hand out.
    let [first, second, ..] = number.octets();
    let shared = first == 100 && (64..128).contains(&second);
    if number.is_loopback() {
        Reach::Loopback
    } else if number.is_private() || number.is_link_local() || shared {
        Reach::Private
    } else {
        Reach::Public
    }
}

fn reach_of_v6(number: Ipv6Addr) -> Reach {
    match number.to_ipv4_mapped() {
        Some(number) => reach_of_v4(number),
        None if number.is_loopback() => Reach::Loopback,
        None if number.is_unique_local() || number.is_unicast_link_local() => Reach::Private,
        None => Reach::Public,
    }
}
