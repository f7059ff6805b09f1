use serde::{Deserialize, Serialize};

/// A page that the product can open. The enum is closed, so it is an allow-list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Link {
    /// X's Developer Console.
    Console,
    /// The old Developer Portal.
    Portal,
    /// X's status page.
    XStatus,
    /// X's list of the apps that may act for the person who is signed in there.
    XConnectedApps,
    /// X's documentation of OAuth 2.0 with PKCE.
    XOauthDocs,
    /// X's documentation of apps and their callback URLs.
    XAppDocs,
    /// X's documentation of which scopes an endpoint needs.
    XScopesDocs,
    /// X's documentation of statuses and errors.
    XErrorsDocs,
    /// X's documentation of rate limits.
    XLimitsDocs,
    /// X's prices and credits.
    XPricing,
    /// authentik's documentation of sources and the login page.
    AuthentikSourceDocs,
    /// authentik's documentation of Source stages.
    AuthentikSourceStageDocs,
    /// authentik's documentation of reverse proxies.
    AuthentikProxyDocs,
    /// The page where this server's admin creates API tokens.
    ServerTokens,
    /// The page where this server's admin grants rights to roles.
    ServerRoles,
    /// This server's list of sources.
    ServerSources,
}

/// The target of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// This address.
    To(&'static str),
    /// This path on the admin's own server.
    OnServer(&'static str),
}

impl Link {
    /// The target of this link [D, docs/evidence/x.md §3.4, and the pages of docs.x.com that its facts name].
    pub fn target(self) -> LinkTarget {
        match self {
            Self::Console => LinkTarget::To("https://console.x.com/"),
            Self::Portal => LinkTarget::To("https://developer.x.com/en/portal/dashboard"),
            Self::XStatus => LinkTarget::To("https://developer.x.com/status"),
            Self::XConnectedApps => LinkTarget::To("https://x.com/settings/connected_apps"),
            Self::XOauthDocs => {
                LinkTarget::To("https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token")
            }
            Self::XAppDocs => LinkTarget::To("https://docs.x.com/fundamentals/developer-apps"),
            Self::XScopesDocs => {
                LinkTarget::To("https://docs.x.com/fundamentals/authentication/guides/v2-authentication-mapping")
            }
            Self::XErrorsDocs => LinkTarget::To("https://docs.x.com/x-api/fundamentals/response-codes-and-errors"),
            Self::XLimitsDocs => LinkTarget::To("https://docs.x.com/x-api/fundamentals/rate-limits"),
            Self::XPricing => LinkTarget::To("https://docs.x.com/x-api/getting-started/pricing"),
            Self::AuthentikSourceDocs => {
                LinkTarget::To("https://docs.goauthentik.io/users-sources/sources/social-logins/twitter/")
            }
            Self::AuthentikSourceStageDocs => {
                LinkTarget::To("https://docs.goauthentik.io/add-secure-apps/flows-stages/stages/source/")
            }
            Self::AuthentikProxyDocs => LinkTarget::To("https://docs.goauthentik.io/install-config/reverse-proxy/"),
            Self::ServerTokens => LinkTarget::OnServer("if/admin/#/core/tokens"),
            Self::ServerRoles => LinkTarget::OnServer("if/admin/#/identity/roles"),
            Self::ServerSources => LinkTarget::OnServer("if/admin/#/core/sources"),
        }
    }
}
