//! Compares the callback that the server computes with the one for the address that visitors use.
//!
//! authentik computes it from the request as it arrives: scheme, host and port are the ones that the proxy in front of
//! it passes on, whatever the brand [docs/evidence/authentik.md §4.2]. A difference there therefore shows what the
//! proxy loses.

use super::Expected;
use crate::authentik::trusts_listed_proxies_only;
use crate::diagnosis::Symptom;
use url::{Position, Url};

/// The most likely reason why a callback differs from the planned one, judged from the two addresses alone.
pub(super) fn differs(planned: &Expected, seen: &str) -> Symptom {
    let other = || Symptom::CallbackDiffers { planned: planned.urls.callback.clone(), seen: seen.to_owned() };
    let (Ok(base), Ok(wanted), Ok(found)) =
        (Url::parse(&planned.urls.base), Url::parse(&planned.urls.callback), Url::parse(seen))
    else {
        return other();
    };
    let loses_https = wanted.scheme() == "https" && found.scheme() == "http";
    let only_listed = planned.release.as_deref().is_some_and(trusts_listed_proxies_only);
    // A proxy that passes nothing on loses the scheme too, and mending one of the two would leave the other.
    if wanted.host_str() != found.host_str() {
        return match found.host_str() {
            Some(_) => {
                Symptom::CallbackOtherHost { planned: named(&wanted), seen: named(&found), loses_https, only_listed }
            }
            None => other(),
        };
    }
    if loses_https {
        return Symptom::CallbackLosesHttps { seen: seen.to_owned(), only_listed };
    }
    if wanted.scheme() != found.scheme() {
        return other();
    }
    if wanted.port_or_known_default() != found.port_or_known_default() {
        return Symptom::CallbackOtherPort { planned: named(&wanted), seen: named(&found) };
    }
    let path = base.path().trim_end_matches('/');
    if !path.is_empty() && wanted.path().strip_prefix(path) == Some(found.path()) && same_end(&wanted, &found) {
        return Symptom::CallbackLosesPath { path: path.to_owned(), seen: seen.to_owned() };
    }
    other()
}

/// The scheme, the host, and the port if the address names one.
fn named(url: &Url) -> String {
    url[..Position::BeforePath].to_owned()
}

fn same_end(one: &Url, other: &Url) -> bool {
    (one.query(), one.fragment()) == (other.query(), other.fragment())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT, Urls};
    use crate::checks::VisitorEnd;

    fn check(server: &str, seen: &str, wanted: &str) {
        let server = ServerUrl::parse(server, HttpPolicy::LoopbackOnly).expect("an address").url;
        let slug = Slug::parse("x").expect("a slug");
        let urls = Urls::new(&server, &slug, TEST_PORT);
        let planned = Expected {
            urls,
            slug,
            client_id: None,
            scopes: None,
            name: None,
            x_host: None,
            disabled: false,
            release: None,
            visitor: VisitorEnd::Unknown,
        };
        let symptom = differs(&planned, seen);
        let what = if let Symptom::CallbackOtherHost { planned, seen, loses_https, .. } = &symptom {
            format!("host {planned} {seen}{}", if *loses_https { " and https" } else { "" })
        } else if let Symptom::CallbackOtherPort { planned, seen } = &symptom {
            format!("port {planned} {seen}")
        } else if let Symptom::CallbackLosesPath { path, .. } = &symptom {
            format!("path {path}")
        } else if let Symptom::CallbackLosesHttps { .. } = &symptom {
            "https".to_owned()
        } else {
            assert!(matches!(symptom, Symptom::CallbackDiffers { .. }), "{symptom:?}");
            "other".to_owned()
        };
        assert_eq!(what, wanted, "{seen}");
    }

    #[test]
    fn what_the_proxy_loses_is_told_by_the_callback() {
        let end = "source/oauth/callback/x/";
        let plain = "https://auth.company";
        check(plain, &format!("http://auth.company/{end}"), "https");
        check(plain, &format!("http://auth.company:9000/{end}"), "https");
        check(plain, &format!("http://server:9000/{end}"), "host https://auth.company http://server:9000 and https");
        check(
            plain,
            &format!("https://auth.company.test/{end}"),
            "host https://auth.company https://auth.company.test",
        );
        check(
            plain,
            &format!("https://auth.company:9443/{end}"),
            "port https://auth.company https://auth.company:9443",
        );
        check(
            "https://auth.company:9443",
            &format!("https://auth.company/{end}"),
            "port https://auth.company:9443 https://auth.company",
        );
        check("https://auth.company/sso", &format!("https://auth.company/{end}"), "path /sso");
        check("https://auth.company/sso", &format!("https://auth.company/other/{end}"), "other");
        check(plain, "https://auth.company/source/oauth/callback/y/", "other");
        check(plain, "https://auth.company/source/oauth/callback/x", "other");
        check(plain, "", "other");
        check(plain, "mailto:x", "other");
        check("http://127.0.0.1:9000", &format!("https://127.0.0.1:9000/{end}"), "other");
    }
}
