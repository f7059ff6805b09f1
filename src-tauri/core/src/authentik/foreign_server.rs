//! Recognizes a foreign server that answered in authentik's place: a proxy's sign-in page, a firewall's check, or
//! another program.
//!
//! Each row of the tables is taken from that program's own answer. A page that no row matches is named by its title.
//! Nothing of a page is shown but its title, shortened.

use crate::net::Response;
use http::{HeaderName, header};
use url::Url;

/// How many characters of a title are shown at most.
const MAX_TITLE: usize = 60;

/// The kind of server that answered in authentik's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ForeignServer {
    /// A web server that received plain http on its port for TLS.
    Tls,
    /// A sign-in page of this program; empty if the page doesn't say which.
    Login(&'static str),
    /// A check by this program that only browsers pass.
    Guard(&'static str),
    /// authentik's own core, which doesn't look at a request with a `Host` that it doesn't accept.
    Core,
    /// Another program, with the name that it gives itself.
    Program(String),
}

/// Headers that only a firewall's own answers have.
const GUARD_HEADERS: &[(&str, &str)] = &[
    ("cf-mitigated", "Cloudflare"),
    ("x-amzn-waf-action", "AWS WAF"),
    ("x-sucuri-block", "Sucuri"),
    ("x-datadome", "DataDome"),
];

/// Text in the pages of firewalls.
const GUARD_PAGES: &[(&str, &str)] = &[
    ("challenge-platform", "Cloudflare"),
    ("Attention Required! | Cloudflare", "Cloudflare"),
    ("cf-error-details", "Cloudflare"),
    ("_Incapsula_Resource", "Imperva"),
    ("Sucuri WebSite Firewall", "Sucuri"),
    ("errors.edgesuite.net", "Akamai"),
    ("Making sure you&#39;re not a bot!", "Anubis"),
];

/// Text in sign-in pages.
const LOGIN_PAGES: &[(&str, &str)] = &[
    ("cloudflareaccess.com", "Cloudflare Access"),
    ("/oauth2/sign_in", "oauth2-proxy"),
    ("/oauth2/start", "oauth2-proxy"),
    ("authelia", "Authelia"),
    ("kc-form-login", "Keycloak"),
    ("pomerium", "Pomerium"),
    ("tinyauth", "Tinyauth"),
];

/// Parts of the addresses that redirects to sign-in pages lead to.
const LOGIN_ADDRESSES: &[(&str, &str)] = &[
    (".cloudflareaccess.com/", "Cloudflare Access"),
    ("/cdn-cgi/access/", "Cloudflare Access"),
    ("/outpost.goauthentik.io/", "an authentik outpost"),
    ("/oauth2/start", "oauth2-proxy"),
    ("/oauth2/sign_in", "oauth2-proxy"),
    ("//login.microsoftonline.com/", "Microsoft Entra ID"),
    ("//accounts.google.com/", "Google"),
    ("/.pomerium/", "Pomerium"),
    ("/protocol/openid-connect/auth", "Keycloak"),
    ("//authelia.", "Authelia"),
];

/// What the web servers of Go, nginx and Apache answer to plain http on their port for TLS.
const TLS_WANTED: &[&str] = &[
    "Client sent an HTTP request to an HTTPS server",
    "The plain HTTP request was sent to HTTPS port",
    "speaking plain HTTP to an SSL-enabled server port",
];

/// Recognizes the foreign server by its answer, if the answer shows it.
pub(super) fn of(answer: &Response) -> Option<ForeignServer> {
    let page = String::from_utf8_lossy(&answer.body);
    if answer.status == 400 && TLS_WANTED.iter().any(|words| page.contains(words)) {
        return Some(ForeignServer::Tls);
    }
    let guard = GUARD_HEADERS.iter().find(|(name, _)| answer.headers.contains_key(*name));
    if let Some((_, by)) = guard.or_else(|| shown(GUARD_PAGES, &page)) {
        return Some(ForeignServer::Guard(by));
    }
    // authentik itself never answers 401, and its own pages ask for a password too, so they must not be taken for a
    // sign-in page.
    if is_authentik(answer) {
        return None;
    }
    if let Some((_, by)) = shown(LOGIN_PAGES, &page) {
        return Some(ForeignServer::Login(by));
    }
    if answer.headers.contains_key(header::WWW_AUTHENTICATE) || asks_for_password(&page) {
        return Some(ForeignServer::Login(""));
    }
    if is_core(answer, &page) {
        return Some(ForeignServer::Core);
    }
    title(&page).or_else(|| server(answer)).map(ForeignServer::Program)
}

/// The Python servers that run authentik's core.
const CORES: &[&str] = &["uvicorn", "gunicorn"];

/// Whether the answer is that of authentik's core to a `Host` that it doesn't accept: it comes from a Python server, or
/// has Django's title, and is neither a page of authentik's nor JSON [docs/evidence/authentik.md §4.2].
fn is_core(answer: &Response, page: &str) -> bool {
    let title = title(page);
    let is_django = title.as_deref() == Some("Bad Request (400)");
    let server = answer.header(&header::SERVER).map(str::to_ascii_lowercase).unwrap_or_default();
    let is_python = title.is_none() && CORES.iter().any(|core| server.contains(core));
    matches!(answer.status, 400 | 404) && (is_django || is_python)
}

/// The program with the sign-in page that a redirect leads to.
pub(super) fn of_redirect(to: &Url) -> Option<&'static str> {
    shown(LOGIN_ADDRESSES, to.as_str()).map(|(_, by)| *by)
}

/// Whether the answer is one of authentik's own pages. Each contains authentik's configuration, even error pages
/// [docs/evidence/authentik.md §5].
pub(super) fn is_authentik(answer: &Response) -> bool {
    let page = String::from_utf8_lossy(&answer.body);
    page.contains("window.authentik") || answer.headers.contains_key(HeaderName::from_static("x-authentik-id"))
}

fn shown<'t>(table: &'t [(&str, &'static str)], page: &str) -> Option<&'t (&'t str, &'static str)> {
    table.iter().find(|(words, _)| page.contains(words))
}

fn asks_for_password(page: &str) -> bool {
    let page = page.to_ascii_lowercase();
    [r#"type="password""#, "type='password'", "type=password"].iter().any(|field| page.contains(field))
}

/// The page's title, with its entities unchanged; `None` if it is empty or only a status.
fn title(page: &str) -> Option<String> {
    let lower = page.to_ascii_lowercase();
    let begins = lower.find("<title")?;
    let from = begins + lower[begins..].find('>')? + 1;
    let to = from + lower[from..].find("</title")?;
    let words: Vec<_> = page.get(from..to)?.split_whitespace().collect();
    let title: String = words.join(" ").chars().filter(|c| !c.is_control()).take(MAX_TITLE).collect();
    let tells = !title.is_empty() && !title.starts_with(|c: char| c.is_ascii_digit()) && title != "Error";
    tells.then_some(title)
}

/// The program that the `Server` header names. Plain web servers and proxies are left out, because they may be in front
/// of anything.
fn server(answer: &Response) -> Option<String> {
    let name = answer.header(&header::SERVER)?;
    let fronts = ["nginx", "apache", "caddy", "cloudflare", "envoy", "openresty", "authentik", "traefik", "litespeed"];
    let lower = name.to_ascii_lowercase();
    let tells = !fronts.iter().any(|front| lower.contains(front)) && !lower.is_empty();
    tells.then(|| name.chars().take(MAX_TITLE).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderMap, HeaderValue};
    use std::time::Duration;

    fn answer(status: u16, headers: &[(&'static str, &str)], body: &str) -> Response {
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.insert(HeaderName::from_static(name), HeaderValue::from_str(value).expect("a value"));
        }
        Response { status, headers: all, body: body.into(), exchange: None, took: Duration::ZERO }
    }

    #[test]
    fn who_answers_in_its_place_is_known_by_what_the_answer_shows() {
        let program = |name: &str| Some(ForeignServer::Program(name.to_owned()));
        let basic = [("www-authenticate", "Basic realm=\"home\"")];
        for (status, headers, body, wanted) in [
            (400, vec![], "Client sent an HTTP request to an HTTPS server.\n", Some(ForeignServer::Tls)),
            (400, vec![], "<h1>400</h1>The plain HTTP request was sent to HTTPS port", Some(ForeignServer::Tls)),
            (
                403,
                vec![("cf-mitigated", "challenge")],
                "<title>Just a moment...</title>",
                Some(ForeignServer::Guard("Cloudflare")),
            ),
            (403, vec![], "<title>Attention Required! | Cloudflare</title>", Some(ForeignServer::Guard("Cloudflare"))),
            (200, vec![], "<script src=/_Incapsula_Resource?x>", Some(ForeignServer::Guard("Imperva"))),
            (401, basic.to_vec(), "", Some(ForeignServer::Login(""))),
            (200, vec![], "<form action=/oauth2/sign_in>", Some(ForeignServer::Login("oauth2-proxy"))),
            (200, vec![], "<title>Log in</title><input name=p TYPE=\"password\">", Some(ForeignServer::Login(""))),
            (200, vec![], "<TITLE lang=en>\n  Nextcloud\n</TITLE>", program("Nextcloud")),
            (200, vec![], "<title>Grafana", None),
            (404, vec![], "<title>404 Not Found</title>nginx", None),
            (404, vec![("server", "nginx/1.27")], "404 page not found", None),
            (404, vec![("server", "SynologyWeb")], "", program("SynologyWeb")),
            (400, vec![("server", "uvicorn")], "Bad Request", Some(ForeignServer::Core)),
            (404, vec![("server", "gunicorn/23.0")], "", Some(ForeignServer::Core)),
            (400, vec![], "<title>Bad Request (400)</title>", Some(ForeignServer::Core)),
            (200, vec![("server", "uvicorn")], "", program("uvicorn")),
            (404, vec![("server", "uvicorn")], "<title>Paperless</title>", program("Paperless")),
            (404, vec![], "<title>authentik</title><script>window.authentik = {}</script>", None),
            (200, vec![], "<script>window.authentik = {}</script><input type=password>", None),
        ] {
            assert_eq!(of(&answer(status, &headers, body)), wanted, "{status} {body}");
        }
        let long = format!("<title>{}</title>", "é".repeat(200));
        assert_eq!(of(&answer(200, &[], &long)), program(&"é".repeat(MAX_TITLE)));
    }

    #[test]
    fn a_redirect_to_a_sign_in_page_is_known_by_its_address() {
        for (to, wanted) in [
            ("https://company.cloudflareaccess.com/cdn-cgi/access/login/x", Some("Cloudflare Access")),
            ("https://auth.lan/outpost.goauthentik.io/start", Some("an authentik outpost")),
            ("https://login.microsoftonline.com/t/oauth2/authorize", Some("Microsoft Entra ID")),
            ("https://authelia.lan/?rd=x", Some("Authelia")),
            ("https://elsewhere.test/login", None),
            ("https://mylogin.microsoftonline.com.test/", None),
        ] {
            assert_eq!(of_redirect(&Url::parse(to).expect("a URL")), wanted, "{to}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_page_is_too_strange(status in 200_u16..600, body in ".{0,400}") {
            let found = of(&answer(status, &[], &format!("<title>{body}")));
            if let Some(ForeignServer::Program(name)) = found {
                proptest::prop_assert!(name.chars().count() <= MAX_TITLE);
            }
        }
    }
}
