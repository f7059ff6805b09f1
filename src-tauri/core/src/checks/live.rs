//! What a server asks X for and where it sends visitors, read so that a live test can do the same.

use super::rules::{asks_for_email_by_itself, leads_to_x};
use crate::address::Slug;
use crate::authentik::{AuthorizeRedirect, Client, Source};
use url::Url;

/// How a server sends its visitors to X.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveAuthorize {
    /// The page at X, without the query.
    pub page: Url,
    /// Whether the server asks for the email address although the source's settings don't say so.
    pub asks_email: bool,
}

/// Reads where the source's button leads. If the source doesn't exist yet, another source for X on the same server shows
/// the same, as far as the token may see one. `None` if nothing shows it. `x_host` is as in
/// [`Expected`](super::Expected).
pub async fn read_live_authorize(client: &Client, slug: &Slug, x_host: Option<&str>) -> Option<LiveAuthorize> {
    let (way, source) = match client.login_redirect(slug).await {
        Ok(Some(way)) => {
            let source = if client.has_token() { client.source(slug).await.ok().flatten() } else { None };
            (way, source)
        }
        Ok(None) if client.has_token() => other_source(client).await?,
        Ok(None) | Err(_) => return None,
    };
    let is_x = leads_to_x(client.server().as_str(), x_host, &way);
    is_x.then(|| LiveAuthorize { asks_email: asks_for_email_by_itself(&way, source.as_ref()), page: way.page })
}

/// Another source for X that is enabled, and where its button leads.
async fn other_source(client: &Client) -> Option<(AuthorizeRedirect, Option<Source>)> {
    let (x_type, sources) = tokio::join!(client.x_type(), client.sources());
    let (x_type, sources) = (x_type.ok()?, sources.ok()?);
    let source = sources.into_iter().find(|source| source.enabled && source.provider_type == x_type.name)?;
    let slug = Slug::parse_existing(&source.slug).ok()?;
    let way = client.login_redirect(&slug).await.ok()??;
    Some((way, Some(source)))
}
