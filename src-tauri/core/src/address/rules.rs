use super::parse::parse;
use super::{HostScope, Urls};
use crate::diagnosis::Evidence;
use crate::i18n::{Message, msg};
use serde::{Deserialize, Serialize};

/// One of the derived URLs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum DerivedUrl {
    /// [`Urls::callback`].
    Callback,
    /// [`Urls::website`].
    Website,
}

/// A warning that X's form may refuse a URL, or that X's documentation advises against it. It never blocks the job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// The URL that it is about.
    pub url: DerivedUrl,
    /// The warning in words.
    pub message: Message,
    /// How well it is known.
    pub evidence: Evidence,
}

/// What X's rules for URLs say about the derived ones [docs/evidence/x.md §3.3]. The test callback follows them by
/// itself, and none of them has a query or a fragment, which X doesn't take in a callback: an address that is read
/// loses both.
pub fn check_x_rules(urls: &Urls) -> Vec<Warning> {
    // What isn't an address can't be derived either; there is nothing to warn of.
    let Ok(read) = parse(&urls.base) else { return Vec::new() };
    let (server, host) = (&read.url, read.url.host());
    let is_localhost = server.host_scope() == HostScope::Loopback && !server.is_number();

    let mut warnings = Vec::new();
    let mut warn = |url, evidence, message| warnings.push(Warning { url, message, evidence });
    if is_localhost {
        warn(DerivedUrl::Callback, Evidence::Documented, msg::address_x_callback_localhost());
    } else if !server.is_encrypted() && server.host_scope() != HostScope::Loopback {
        warn(DerivedUrl::Callback, Evidence::Unknown, msg::address_x_callback_http());
    } else if server.host_scope() != HostScope::Loopback
        && (server.is_number() || server.host_scope() == HostScope::Private)
    {
        warn(DerivedUrl::Callback, Evidence::Unknown, msg::address_x_callback_private(host));
    }
    if is_localhost {
        warn(DerivedUrl::Website, Evidence::Reported, msg::address_x_website_localhost());
    } else if server.is_number() {
        warn(DerivedUrl::Website, Evidence::Unknown, msg::address_x_website_number(host));
    } else if server.host_scope() == HostScope::Private {
        warn(DerivedUrl::Website, Evidence::Unknown, msg::address_x_website_private(host));
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::super::{HttpPolicy, ServerUrl, Slug, TEST_PORT};
    use super::*;

    #[test]
    fn warnings_follow_xs_rules() {
        #[track_caller]
        fn check(server: &str, ids: &[&str]) {
            let server = ServerUrl::parse(server, HttpPolicy::PrivateConfirmed).expect("an address").url;
            let warnings = check_x_rules(&Urls::new(&server, &Slug::parse("x").expect("a slug"), TEST_PORT));
            let found: Vec<_> = warnings.iter().map(|w| w.message.id.trim_start_matches("address-x-")).collect();
            assert_eq!(found, ids);
        }
        check("https://authentik.company", &[]);
        check("https://authentik.company:9443/sso", &[]);
        check("http://auth.lan", &["callback-http", "website-private"]);
        check("https://auth.internal", &["callback-private", "website-private"]);
        check("https://authentik", &["callback-private", "website-private"]);
        check("https://localhost:9443", &["callback-localhost", "website-localhost"]);
        check("http://auth.localhost", &["callback-localhost", "website-localhost"]);
        check("http://127.0.0.1:9000", &["website-number"]);
        check("http://192.168.1.4:9000", &["callback-http", "website-number"]);
        check("https://9.9.9.9", &["callback-private", "website-number"]);
        check("https://[fd00::1]", &["callback-private", "website-number"]);
    }
}
