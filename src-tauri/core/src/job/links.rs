//! The addresses behind the links in the window. The list is closed: nothing else is ever opened by name.

use super::{Environment, Job, Mode};
use crate::diagnosis::{Link, LinkTarget};
use url::Url;

/// The address behind a link. Links to the admin's own server start with the address that was entered.
pub fn url(environment: &Environment, job: Option<&Job>, link: Link) -> Url {
    if let (Mode::Practice(practice), Link::Console | Link::Portal) = (&environment.world, link) {
        return practice.portal.clone();
    }
    match link.target() {
        LinkTarget::To(address) => fixed(address),
        LinkTarget::OnServer(path) => {
            let base = job.and_then(|job| job.server.url());
            base.and_then(|base| base.url().join(path).ok()).unwrap_or_else(|| fixed("https://docs.goauthentik.io/"))
        }
    }
}

#[expect(clippy::expect_used, reason = "the addresses of `Link` are parsed by a test")]
fn fixed(address: &'static str) -> Url {
    Url::parse(address).expect("a fixed address")
}
