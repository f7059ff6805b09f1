//! Recognizes a source by one of its own addresses. What people have is often a callback, a login link or a page of the
//! admin interface, and each of these contains the slug as well as the server.

use super::Slug;
use crate::paste::strip;

/// The kind of address of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceLink {
    /// The callback.
    Callback,
    /// The address that the button leads to.
    Login,
    /// The source's page in the admin interface.
    Admin,
    /// The source in the API.
    Api,
}

/// What stands before the slug. The API's list of types is a page of its own below the same path.
const BEFORE: [(&str, SourceLink); 4] = [
    ("/source/oauth/callback/", SourceLink::Callback),
    ("/source/oauth/login/", SourceLink::Login),
    ("#/core/sources/", SourceLink::Admin),
    ("/api/v3/sources/oauth/", SourceLink::Api),
];

/// Reads the slug out of an address of a source, if it is one. The server is read out of the same text by
/// [`ServerUrl::parse`](super::ServerUrl::parse), which leaves the page out.
pub fn source_link(pasted: &str) -> Option<(SourceLink, Slug)> {
    let text = strip(pasted).text.replace('\\', "/");
    // What a query carries is about another page: only the first one counts.
    let (at, before, link) = BEFORE
        .iter()
        .filter_map(|(before, link)| text.find(before).map(|at| (at, *before, *link)))
        .min_by_key(|(at, ..)| *at)?;
    if link != SourceLink::Admin && text[..at].contains(['?', '#']) {
        return None;
    }
    let rest = &text[at + before.len()..];
    let (slug, after) =
        rest.split_at(rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c))).unwrap_or(rest.len()));
    // Anything else than an end there is part of a name that no source has.
    if after.starts_with(|c: char| c == '%' || c.is_alphanumeric()) {
        return None;
    }
    if link == SourceLink::Api && slug == "source_types" {
        return None;
    }
    Slug::parse_existing(slug).ok().map(|slug| (link, slug))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{HttpPolicy, ServerUrl, TEST_PORT, Urls};
    use proptest::prelude::*;

    #[track_caller]
    fn check(pasted: &str, wanted: Option<(SourceLink, &str)>) {
        let found = source_link(pasted);
        assert_eq!(found.as_ref().map(|(link, slug)| (*link, slug.as_str())), wanted, "{pasted}");
    }

    #[test]
    fn each_address_of_a_source_tells_its_slug() {
        use SourceLink::{Admin, Api, Callback, Login};
        check("https://auth.company/source/oauth/callback/x/", Some((Callback, "x")));
        check("auth.company/source/oauth/callback/x/?state=a&code=b", Some((Callback, "x")));
        check("“https://auth.company/sso/source/oauth/login/x-2”.", Some((Login, "x-2")));
        check("https://auth.company/if/admin/#/core/sources/x;%7B%22page%22%3A1%7D", Some((Admin, "x")));
        check("https://auth.company/api/v3/sources/oauth/x/", Some((Api, "x")));
        check("https://auth.company/api/v3/sources/oauth/source_types/", None);
        check("https://auth.company/if/flow/default-authentication-flow/?next=/source/oauth/login/x/", None);
        check("https://auth.company", None);
        check("https://auth.company/source/oauth/callback//", None);
        check("", None);
    }

    proptest! {
        #[test]
        fn what_follows_from_a_server_and_a_slug_leads_back_to_both(
            host in "[a-z]{1,8}(\\.[a-z]{2,5}){1,2}",
            port in proptest::option::of(1024_u16..),
            below in proptest::option::of("[a-z]{2,6}x"),
            slug in "[A-Za-z0-9_-]{1,40}",
        ) {
            prop_assume!(slug != "source_types");
            let port = port.map(|port| format!(":{port}")).unwrap_or_default();
            let below = below.map(|below| format!("/{below}")).unwrap_or_default();
            let server = ServerUrl::parse(&format!("https://{host}{port}{below}"), HttpPolicy::LoopbackOnly).expect("one").url;
            let slug = Slug::parse_existing(&slug).expect("a slug");
            let urls = Urls::new(&server, &slug, TEST_PORT);
            for (address, link) in [
                (urls.callback, SourceLink::Callback),
                (urls.login, SourceLink::Login),
                (urls.admin, SourceLink::Admin),
                (format!("{}sources/oauth/{slug}/", urls.api), SourceLink::Api),
            ] {
                prop_assert_eq!(source_link(&address), Some((link, slug.clone())), "{}", address);
                let read = ServerUrl::parse(&address, HttpPolicy::LoopbackOnly).expect("an address");
                prop_assert_eq!(read.url.as_str(), server.as_str());
            }
        }

        #[test]
        fn whatever_is_pasted_nothing_but_a_slug_comes_out(pasted in "\\PC{0,200}") {
            if let Some((_, slug)) = source_link(&pasted) {
                prop_assert!(Slug::parse_existing(slug.as_str()).is_ok());
                let invisible = pasted.chars().any(crate::paste::never_meant);
                prop_assert!(invisible || pasted.contains(slug.as_str()));
            }
        }
    }
}
