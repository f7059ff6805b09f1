//! What all sources of one server share, asked once for all of them: the way there, its release, its login page.

use super::outside::own_page;
use super::rules::judge_parts;
use super::{Expected, Finding, Observed, OtherBrands, judge};
use crate::authentik::{AuthorizeRedirect, Client, Error, LoginPage, PublicProbe, RateLimited, ServerLeg};
use crate::diagnosis::Symptom;

/// A server as a visitor found it.
#[derive(Debug)]
pub struct ServerVisit {
    approach: PublicProbe,
    /// None where the way ended before.
    page: Option<Result<LoginPage, Error>>,
}

/// Goes to a server without a token, and looks at its login page.
pub async fn visit_server(client: &Client) -> ServerVisit {
    let client = client.outside();
    let (approach, page) = client.approach(&ServerLeg::OUTSIDE, &mut |_| (), own_page(&client)).await;
    ServerVisit { approach, page }
}

impl ServerVisit {
    /// Where the way ended; then nothing can be asked there.
    pub fn stopped(&self) -> Option<&Error> {
        self.approach.stopped()
    }

    /// What the legs of the way noted, such as a certificate that ends soon.
    pub fn noted(&self) -> impl Iterator<Item = &Symptom> {
        self.approach.noted()
    }

    /// The release that the server's pages tell.
    pub fn release(&self) -> Option<&str> {
        self.approach.release()
    }

    /// Whether it wants fewer requests.
    pub fn busy(&self) -> Option<RateLimited> {
        match &self.page {
            Some(Err(Error::Busy { after, .. })) => Some(RateLimited { after: *after }),
            Some(_) | None => self.approach.busy(),
        }
    }

    /// Judges one source of this server: `redirect` is where its button's address leads. Where the way ended before the
    /// server, that is what is found, and `redirect` isn't looked at.
    pub fn judge(&self, planned: Expected, redirect: &Result<Option<AuthorizeRedirect>, Error>) -> Vec<Finding> {
        let planned = &Expected { release: self.release().map(str::to_owned), ..planned };
        match (self.stopped(), &self.page) {
            (Some(error), _) => judge(planned, &Observed::nothing(error)),
            (None, Some(page)) => judge_parts(planned, redirect, page, &OtherBrands::Unknown, None),
            (None, None) => Vec::new(),
        }
    }
}
