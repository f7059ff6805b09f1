use crate::address::{ServerUrl, Slug};
use std::fmt;

/// The name of a stored secret. Each server and kind of secret has its own entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The server's base without a slash at the end. It includes the path, because two installations can share a host.
    pub server: String,
    /// The kind of secret.
    pub kind: SecretKind,
}

/// The kind of a stored secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SecretKind {
    /// The API token for authentik.
    ApiToken,
    /// The Client Secret of the source with this slug.
    ClientSecret(Slug),
    /// The Client Secret that the source with this slug had before a push replaced it, until that push is undone.
    ReplacedSecret(Slug),
    /// Not a secret: a value that is stored, read and deleted to test whether the vault works.
    Trial,
}

impl Key {
    /// The key of a server's API token.
    pub fn api_token(server: &ServerUrl) -> Self {
        Self { server: server.to_string(), kind: SecretKind::ApiToken }
    }

    /// The key of the value that tests the vault, which belongs to no server.
    pub fn for_trial() -> Self {
        Self { server: String::new(), kind: SecretKind::Trial }
    }

    /// The key of a source's Client Secret.
    pub fn client_secret(server: &ServerUrl, slug: &Slug) -> Self {
        Self { server: server.to_string(), kind: SecretKind::ClientSecret(slug.clone()) }
    }

    /// The key of the Client Secret that a push to a source replaced.
    pub fn replaced_secret(server: &ServerUrl, slug: &Slug) -> Self {
        Self { server: server.to_string(), kind: SecretKind::ReplacedSecret(slug.clone()) }
    }
}

/// The name of the entry as people see it in the window of their keyring. Slugs and URLs contain no blank, so no two
/// keys have the same name.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SecretKind::ApiToken => write!(f, "api-token {}", self.server),
            SecretKind::ClientSecret(slug) => write!(f, "client-secret {slug} {}", self.server),
            SecretKind::ReplacedSecret(slug) => write!(f, "replaced-secret {slug} {}", self.server),
            SecretKind::Trial => f.write_str("trial"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::HttpPolicy;

    #[test]
    fn entries_have_names_that_last() {
        let server =
            ServerUrl::parse("https://Example.com/sso/if/admin/", HttpPolicy::LoopbackOnly).expect("an address").url;
        let slug = Slug::parse("x").expect("a slug");
        // If these names change, people lose access to the secrets that they have stored.
        assert_eq!(Key::api_token(&server).to_string(), "api-token https://example.com/sso");
        assert_eq!(Key::client_secret(&server, &slug).to_string(), "client-secret x https://example.com/sso");
        assert_eq!(Key::replaced_secret(&server, &slug).to_string(), "replaced-secret x https://example.com/sso");
    }
}
