//! Where a link leads from here. The list is closed: nothing else is ever opened by name.

use super::{Desk, Draft, World};
use crate::diagnosis::{Leads, Link};
use url::Url;

/// The address behind a link; those of the admin's own server are below the address that was entered.
pub fn url(desk: &Desk, draft: Option<&Draft>, link: Link) -> Url {
    if let (World::Practice(practice), Link::Console | Link::Portal) = (&desk.world, link) {
        return practice.portal.clone();
    }
    match link.leads() {
        Leads::To(address) => fixed(address),
        Leads::OnServer(path) => {
            let base = draft.and_then(|draft| draft.server.url());
            base.and_then(|base| base.url().join(path).ok()).unwrap_or_else(|| fixed("https://docs.goauthentik.io/"))
        }
    }
}

#[expect(clippy::expect_used, reason = "the addresses of `Link` are parsed by a test")]
fn fixed(address: &'static str) -> Url {
    Url::parse(address).expect("a fixed address")
}
