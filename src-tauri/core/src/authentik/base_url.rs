//! The server's own setting for its address [docs/evidence/authentik.md §13].
//!
//! It is untrusted text: a value of the first setup isn't validated. It is shown and compared, and no address is derived
//! from it.

use super::{Client, Error};
use crate::address::ServerUrl;
use crate::diagnosis::Symptom;
use serde::Deserialize;
use url::Url;

/// How many characters of the value are kept at most.
const MAX_LENGTH: usize = 200;

#[derive(Deserialize)]
struct Settings {
    #[serde(default)]
    base_url: Option<String>,
}

impl Client {
    /// The server's base URL, empty if none is set; `None` if the release has no such setting. This needs
    /// `authentik_rbac.view_system_settings`, a right that the job can do without.
    ///
    /// # Errors
    /// When the token may not see the settings, or authentik doesn't answer.
    pub async fn base_url(&self) -> Result<Option<String>, Error> {
        let found: Settings = self.read(self.api(&["admin", "settings"], &[]), &[]).await?;
        Ok(found.base_url.map(|url| url.trim().chars().take(MAX_LENGTH).collect()))
    }
}

/// The symptom of a base URL that differs from the asked address by scheme or host. Its path and port don't count: a base
/// URL has no path, and nothing is known about ports.
pub fn compare_base_url(server: &ServerUrl, base_url: &str) -> Option<Symptom> {
    if base_url.is_empty() {
        return None;
    }
    let asked = server.url();
    let is_same =
        Url::parse(base_url).is_ok_and(|set| set.scheme() == asked.scheme() && set.host_str() == asked.host_str());
    (!is_same).then(|| Symptom::BaseUrlDiffers { asked: server.to_string(), set: base_url.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::HttpPolicy;
    use crate::authentik::fake::Fake;

    #[test]
    fn only_scheme_and_host_are_compared() {
        let server = ServerUrl::parse("https://auth.company/sso", HttpPolicy::LoopbackOnly).expect("an address").url;
        for (set, differs) in [
            ("", false),
            ("https://auth.company", false),
            ("https://AUTH.company/", false),
            ("https://auth.company:9443", false),
            ("http://auth.company", true),
            ("https://auth.company.test", true),
            ("auth.company", true),
            ("javascript:alert(1)", true),
        ] {
            assert_eq!(compare_base_url(&server, set).is_some(), differs, "{set}");
        }
    }

    #[tokio::test]
    async fn a_release_without_the_setting_is_told_from_one_where_it_is_empty() {
        for (body, wanted) in [
            (r#"{"avatars": "initials"}"#, None),
            (r#"{"base_url": null}"#, None),
            (r#"{"base_url": ""}"#, Some(String::new())),
            (r#"{"base_url": " https://auth.company "}"#, Some("https://auth.company".to_owned())),
        ] {
            let fake = Fake::start().await;
            let head = "HTTP/1.1 200 x\r\nConnection: close\r\nContent-Length:";
            fake.state().canned = Some(format!("{head} {}\r\n\r\n{body}", body.len()));
            assert_eq!(fake.client().base_url().await.expect("settings"), wanted, "{body}");
        }
    }
}
