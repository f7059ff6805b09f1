use super::{Finding, judge};
use crate::address::{Slug, Urls};
use crate::authentik::{Authorize, Client, Error, LoginPage, Source};
use crate::credentials::ClientId;
use crate::x::Scopes;

/// What the source should look like from outside.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its slug.
    pub slug: Slug,
    /// What follows from server and slug.
    pub urls: Urls,
    /// X's Client ID, where it is known.
    pub client_id: Option<ClientId>,
    /// All scopes, as [`scopes_with`] gives them; where none are planned, those that sign-in needs are looked for.
    pub scopes: Option<Vec<String>>,
    /// The source's name, as its button says it.
    pub name: Option<String>,
    /// A host that stands for X besides X's own, with its port: the practice X's.
    pub x_host: Option<String>,
}

/// What was seen.
#[derive(Debug)]
pub struct Seen {
    /// Where the button's address leads; none where no source answers.
    pub redirect: Result<Option<Authorize>, Error>,
    /// The login page.
    pub page: Result<LoginPage, Error>,
    /// The source as the API gives it; only with a token that may see it.
    pub source: Option<Source>,
}

/// The scopes that authentik asks X for, with these further ones: its own two, or, after a star, only those
/// [facts/authentik.md].
pub fn scopes_with(additional: &str) -> Vec<String> {
    Scopes::asked(additional).iter().map(str::to_owned).collect()
}

/// Looks from outside and judges what was seen. With a token the client also reads what the API says of the source;
/// the visitor's requests never carry it.
pub async fn outside(client: &Client, planned: &Planned) -> Vec<Finding> {
    judge(planned, &look(client, &planned.slug).await)
}

/// Looks once, everything at the same time.
pub async fn look(client: &Client, slug: &Slug) -> Seen {
    let page = async { client.login_page(&client.login_flow().await?).await };
    let source = async { if client.has_token() { client.source(slug).await.ok().flatten() } else { None } };
    let (redirect, page, source) = tokio::join!(client.login_redirect(slug), page, source);
    Seen { redirect, page, source }
}
