//! Finds the sources of X that the public login page of a server offers. It needs no right on the server.

use super::outside::own_page;
use super::rules::leads_to_x;
use crate::address::{SourceLink, source_link};
use crate::authentik::{Client, Error};
use serde::Serialize;

/// How many buttons of a login page are followed. No page has nearly as many.
const MOST: usize = 20;

/// A source that the login page has a button for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FoundSource {
    /// Its slug.
    pub slug: String,
    /// The label of its button.
    pub name: String,
}

/// The sources whose buttons lead to X, in the order of the page. What a button leads to is known only by the redirect
/// that a visitor would get, so each is asked for once. `x_host` is a further host that counts as X.
///
/// # Errors
/// When the login page can't be read.
pub async fn find_sources(client: &Client, x_host: Option<&str>) -> Result<Vec<FoundSource>, Error> {
    let visitor = client.without_token();
    let page = own_page(&visitor).await?;
    let mut found = Vec::new();
    for button in page.sources.into_iter().take(MOST) {
        let Some((SourceLink::Login, slug)) = button.to.as_ref().and_then(|to| source_link(to.as_str())) else {
            continue;
        };
        // A button that leads nowhere is no reason to hide the others.
        let redirect = visitor.login_redirect(&slug).await.ok().flatten();
        if redirect.is_some_and(|redirect| leads_to_x(visitor.server().as_str(), x_host, &redirect)) {
            found.push(FoundSource { slug: slug.to_string(), name: button.name });
        }
    }
    Ok(found)
}
