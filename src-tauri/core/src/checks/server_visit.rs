//! What all sources of one server share, so that it is read only once for all of them: the public probe, the release
//! and the login page.

use super::outside::own_page;
use super::rules::judge_parts;
use super::{Expected, Finding, Observed, OtherBrands, judge};
use crate::authentik::{AuthorizeRedirect, Client, Error, LoginPage, PublicProbe, RateLimited, ServerLeg};
use crate::diagnosis::Symptom;

/// A server as a visitor sees it.
#[derive(Debug)]
pub struct ServerVisit {
    approach: PublicProbe,
    /// `None` if the server couldn't be reached.
    page: Option<Result<LoginPage, Error>>,
}

/// Probes a server without a token, and reads its login page.
pub async fn visit_server(client: &Client) -> ServerVisit {
    let client = client.without_token();
    let (approach, page) = client.approach(&ServerLeg::OUTSIDE, &mut |_| (), own_page(&client)).await;
    ServerVisit { approach, page }
}

impl ServerVisit {
    /// The error that ended the probe, after which the server can't be asked anything.
    pub fn stopped(&self) -> Option<&Error> {
        self.approach.error()
    }

    /// Symptoms that didn't end the probe, such as a certificate that expires soon.
    pub fn noted(&self) -> impl Iterator<Item = &Symptom> {
        self.approach.remarks()
    }

    /// The release that the server's pages show.
    pub fn release(&self) -> Option<&str> {
        self.approach.release()
    }

    /// Whether the server asks for fewer requests.
    pub fn busy(&self) -> Option<RateLimited> {
        match &self.page {
            Some(Err(Error::Busy { after, own, .. })) => Some(RateLimited { after: *after, own: *own }),
            Some(_) | None => self.approach.rate_limit(),
        }
    }

    /// Judges one source of this server. `redirect` is where its button leads. If the probe ended before it reached the
    /// server, that error is the finding, and `redirect` isn't used.
    pub fn judge(&self, planned: Expected, redirect: &Result<Option<AuthorizeRedirect>, Error>) -> Vec<Finding> {
        let planned = &Expected { release: self.release().map(str::to_owned), ..planned };
        match (self.stopped(), &self.page) {
            (Some(error), _) => judge(planned, &Observed::unreachable(error)),
            (None, Some(page)) => judge_parts(planned, redirect, page, &OtherBrands::Unknown, None),
            (None, None) => Vec::new(),
        }
    }
}
