use super::server::{Error, HttpPolicy, ParsedAddress, ServerUrl};
use crate::i18n::{Message, msg};
use crate::paste::{self, Stripped};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::net::Ipv6Addr;
use url::{Host, ParseError, Url};

/// The most characters of a pasted address, more than the address bar of any browser returns.
const LONGEST: usize = 2048;

impl ServerUrl {
    /// Reads an address as people paste it: with or without a scheme (none means https, for loopback too), with the
    /// port, the path of a sub-path installation, and whatever page of authentik's was open.
    ///
    /// # Errors
    /// What can't be read, or goes over `http://` further than `plain` allows; each with a message for the field.
    pub fn parse(pasted: &str, plain: HttpPolicy) -> Result<ParsedAddress, Error> {
        let read = parse(pasted)?;
        read.url.check_allowed(plain)?;
        Ok(read)
    }
}

/// For what was stored: the rule on http was asked when it was read from the admin; [`ServerUrl::check_allowed`] asks again.
impl<'de> Deserialize<'de> for ServerUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse(&String::deserialize(deserializer)?).map(|read| read.url).map_err(D::Error::custom)
    }
}

/// Parses an address regardless of whether http is allowed, so that it also works for addresses that are only compared.
pub(super) fn parse(pasted: &str) -> Result<ParsedAddress, Error> {
    let Stripped { text, removed: mut said } = paste::strip(pasted);
    let sentence = text.trim_end_matches('.');
    if sentence.len() < text.len() {
        said.push(msg::address_said_full_stop());
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
        said.push(msg::address_said_page(page));
    } else if after.starts_with('?') && after.len() > 1 {
        said.push(msg::address_said_query());
    } else if after.len() > 1 {
        said.push(msg::address_said_fragment());
    }
    if !is_installation_path(&kept) {
        return Err(Error::Path { path: format!("/{kept}") });
    }
    if !kept.is_empty() {
        said.push(msg::address_said_path(format!("/{kept}")));
    }
    url.set_path(&if kept.is_empty() { "/".to_owned() } else { format!("/{kept}/") });
    Ok(ParsedAddress { url: ServerUrl::below(url), said })
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

/// Whether there is a port number before the path.
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
        said.push(msg::address_said_dot());
    }
    // Otherwise a second colon's number would be read as a port here, past the checks of the port below.
    let after_brackets =
        if host.starts_with('[') { host.rsplit_once(']').map_or("", |(_, after)| after) } else { host };
    if after_brackets.contains(':') {
        return Err(Error::Port);
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
        said.push(msg::address_said_host(host, written));
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

/// Whether a path goes on with one of authentik's own pages [D, docs/evidence/authentik.md §4.1].
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
