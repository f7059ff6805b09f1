use crate::address::{ServerUrl, Slug};
use std::fmt;

/// What a secret is stored under: one entry for each server and kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The server's base, without a slash at its end. With the path, because two installations can share a host.
    pub server: String,
    /// What the secret is.
    pub kind: SecretKind,
}

/// What a secret is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SecretKind {
    /// The API token for authentik.
    ApiToken,
    /// The Client Secret of the source with this slug.
    ClientSecret(Slug),
    /// Nothing: it is put in, read and taken out again, to see whether that goes.
    Trial,
}

impl Key {
    /// The key of a server's API token.
    pub fn api_token(server: &ServerUrl) -> Self {
        Self { server: server.to_string(), kind: SecretKind::ApiToken }
    }

    /// The key of what is no secret, and of no server.
    pub fn trial() -> Self {
        Self { server: String::new(), kind: SecretKind::Trial }
    }

    /// The key of a source's Client Secret.
    pub fn client_secret(server: &ServerUrl, slug: &Slug) -> Self {
        Self { server: server.to_string(), kind: SecretKind::ClientSecret(slug.clone()) }
    }
}

/// The name of the entry, as people see it in their keyring's own window. Neither a slug nor a URL has a blank in it,
/// so no two keys share a name.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            SecretKind::ApiToken => write!(f, "api-token {}", self.server),
            SecretKind::ClientSecret(slug) => write!(f, "client-secret {slug} {}", self.server),
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
            ServerUrl::read("https://Example.com/sso/if/admin/", HttpPolicy::LoopbackOnly).expect("an address").url;
        let slug = Slug::read("x").expect("a slug");
        // Whoever changes these loses what people have stored.
        assert_eq!(Key::api_token(&server).to_string(), "api-token https://example.com/sso");
        assert_eq!(Key::client_secret(&server, &slug).to_string(), "client-secret x https://example.com/sso");
    }
}
