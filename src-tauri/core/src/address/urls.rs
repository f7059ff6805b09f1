use super::{ServerUrl, Slug};
use serde::{Deserialize, Serialize};

/// The port of the test callback. X compares callbacks byte by byte, and documents no free choice of the port on
/// loopback addresses [docs/evidence/x.md §7], so the port is fixed and part of the app's list of callbacks.
pub const TEST_PORT: u16 = 8723;

/// All URLs that are derived from the server's address and the slug, as plain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Urls {
    /// The server, without a slash at the end.
    pub base: String,
    /// The callback, which is the first callback of the app at X.
    pub callback: String,
    /// The value for the form's field "Website URL", which is the server itself.
    pub website: String,
    /// The address that the button on the login page leads to.
    pub login: String,
    /// The base of the server's API.
    pub api: String,
    /// The source's page in authentik's admin interface.
    pub admin: String,
    /// The test callback, which is the second callback of the app at X.
    pub test_callback: String,
}

impl Urls {
    /// Derives the URLs. `test_port` is [`TEST_PORT`] unless the admin chose another port.
    pub fn new(server: &ServerUrl, slug: &Slug, test_port: u16) -> Self {
        let base = server.as_str();
        Self {
            base: base.to_owned(),
            callback: format!("{base}/source/oauth/callback/{slug}/"),
            website: base.to_owned(),
            login: format!("{base}/source/oauth/login/{slug}/"),
            api: format!("{base}/api/v3/"),
            admin: format!("{base}/if/admin/#/core/sources/{slug}"),
            test_callback: test_callback(test_port),
        }
    }
}

/// X's documentation says `127.0.0.1`, not `localhost` [docs/evidence/x.md §3.3].
fn test_callback(port: u16) -> String {
    match port {
        80 => "http://127.0.0.1/callback".to_owned(),
        port => format!("http://127.0.0.1:{port}/callback"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::HttpPolicy;
    use super::*;

    fn urls(server: &str, slug: &str) -> Urls {
        let server = ServerUrl::parse(server, HttpPolicy::LoopbackOnly).expect("an address").url;
        Urls::new(&server, &Slug::parse(slug).expect("a slug"), TEST_PORT)
    }

    #[test]
    fn the_guides_two_urls_come_out() {
        let urls = urls("authentik.company", "twitter");
        assert_eq!(urls.callback, "https://authentik.company/source/oauth/callback/twitter/");
        assert_eq!(urls.website, "https://authentik.company");
    }

    #[test]
    fn everything_is_below_the_path_of_the_installation() {
        insta::assert_json_snapshot!(urls("https://example.com:9443/sso/if/admin/", "X_1"), @r#"
        {
          "base": "https://example.com:9443/sso",
          "callback": "https://example.com:9443/sso/source/oauth/callback/X_1/",
          "website": "https://example.com:9443/sso",
          "login": "https://example.com:9443/sso/source/oauth/login/X_1/",
          "api": "https://example.com:9443/sso/api/v3/",
          "admin": "https://example.com:9443/sso/if/admin/#/core/sources/X_1",
          "testCallback": "http://127.0.0.1:8723/callback"
        }
        "#);
    }
}
