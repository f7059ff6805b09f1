use serde::{Deserialize, Serialize};
use std::net::{Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// In which kind of network a host is, judged by its name or number alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum HostScope {
    /// This machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3, RFC 6761 §6.3).
    Loopback,
    /// A private network: numbers of RFC 1918, 3927, 4193, 4291 and 6598, names with a single label, and the endings
    /// that the public DNS doesn't have (RFC 6761, 6762 appendix G, 8375, ICANN's `.internal`).
    Private,
    /// Everything else.
    Public,
}

/// Endings of names that the public DNS doesn't have.
const PRIVATE_ENDINGS: &[&str] =
    &["corp", "home", "home.arpa", "internal", "intranet", "lan", "local", "localdomain", "private", "test"];

impl HostScope {
    /// The scope of a URL's host. A URL without a host counts as public.
    pub fn from_url(url: &Url) -> Self {
        url.host().as_ref().map_or(Self::Public, reach_of)
    }
}

fn reach_of(host: &Host<&str>) -> HostScope {
    match host {
        Host::Domain(name) => reach_of_name(name),
        Host::Ipv4(number) => reach_of_v4(*number),
        Host::Ipv6(number) => reach_of_v6(*number),
    }
}

fn reach_of_name(name: &str) -> HostScope {
    let ends_with = |ending: &str| name == ending || name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.'));
    if ends_with("localhost") {
        HostScope::Loopback
    } else if !name.contains('.') || PRIVATE_ENDINGS.iter().any(|ending| ends_with(ending)) {
        HostScope::Private
    } else {
        HostScope::Public
    }
}

fn reach_of_v4(number: Ipv4Addr) -> HostScope {
    // RFC 6598: addresses behind a provider's translation, also what overlay networks such as Tailscale's hand out.
    let [first, second, ..] = number.octets();
    let shared = first == 100 && (64..128).contains(&second);
    if number.is_loopback() {
        HostScope::Loopback
    } else if number.is_private() || number.is_link_local() || shared {
        HostScope::Private
    } else {
        HostScope::Public
    }
}

fn reach_of_v6(number: Ipv6Addr) -> HostScope {
    match number.to_ipv4_mapped() {
        Some(number) => reach_of_v4(number),
        None if number.is_loopback() => HostScope::Loopback,
        None if number.is_unique_local() || number.is_unicast_link_local() => HostScope::Private,
        None => HostScope::Public,
    }
}
