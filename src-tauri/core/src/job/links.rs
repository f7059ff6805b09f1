//! Where a link leads. The list is closed: nothing else is ever opened by name.

use super::{Desk, Draft, World};
use crate::diagnosis::Link;
use url::Url;

/// The address behind a link; those of the admin's own server are below the address that was entered.
pub fn url(desk: &Desk, draft: Option<&Draft>, link: Link) -> Url {
    if let (World::Practice(practice), Link::Console | Link::Portal) = (&desk.world, link) {
        return practice.portal.clone();
    }
    let on_server = |path: &str| {
        let base = draft.and_then(|draft| draft.server.url());
        base.and_then(|base| base.url().join(path).ok()).unwrap_or_else(|| fixed("https://docs.goauthentik.io/"))
    };
    match link {
        Link::Console => fixed("https://console.x.com/"),
        Link::Portal => fixed("https://developer.x.com/en/portal/dashboard"),
        Link::XStatus => fixed("https://developer.x.com/status"),
        Link::XOauthDocs => fixed("https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token"),
        Link::XErrorsDocs => fixed("https://docs.x.com/x-api/fundamentals/rate-limits"),
        Link::AuthentikSourceDocs => fixed("https://docs.goauthentik.io/users-sources/sources/social-logins/twitter/"),
        Link::AuthentikProxyDocs => fixed("https://docs.goauthentik.io/install-config/reverse-proxy/"),
        Link::ServerTokens => on_server("if/admin/#/core/tokens"),
        Link::ServerRoles => on_server("if/admin/#/identity/roles"),
        Link::ServerSources => on_server("if/admin/#/core/sources"),
    }
}

#[expect(clippy::expect_used, reason = "the addresses above are parsed by a test")]
fn fixed(address: &'static str) -> Url {
    Url::parse(address).expect("a fixed address")
}
