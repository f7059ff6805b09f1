use crate::address::{Slug, Urls};
use crate::authentik::{AuthorizeRedirect, Brand, BrandLookup, BrandRow, Client, Error, LoginPage, Source};
use crate::credentials::ClientId;
use crate::x::Scopes;
use std::collections::BTreeMap;

/// What the source should look like from outside.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The source's slug.
    pub slug: Slug,
    /// The addresses that follow from the server and the slug.
    pub urls: Urls,
    /// X's Client ID, if it is known.
    pub client_id: Option<ClientId>,
    /// All scopes, as [`requested_scopes`] returns them. If none are planned, the check looks for the ones that a sign-in
    /// needs.
    pub scopes: Option<Vec<String>>,
    /// The source's name, as its button shows it.
    pub name: Option<String>,
    /// A host, with its port, that counts as X besides X's own hosts: the one of the practice servers.
    pub x_host: Option<String>,
    /// Whether the source was pushed disabled, so that visitors shouldn't find it.
    pub disabled: bool,
    /// The server's release, if it is known.
    pub release: Option<String>,
    /// What is known of visitors who were sent to X.
    pub visitor: VisitorEnd,
}

/// What is known of visitors whom the server sent to X, from a test login or a live test that went the same way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VisitorEnd {
    /// Nothing.
    #[default]
    Unknown,
    /// X let one through.
    Passed,
    /// X's page failed for the newest one.
    Failed,
}

impl VisitorEnd {
    /// Its word in a symptom.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Unknown => "",
            Self::Passed => "passed",
            Self::Failed => "failed",
        }
    }
}

/// What was observed from outside.
#[derive(Debug)]
pub struct Observed {
    /// Where the button leads; `None` if no source answers at its address.
    pub redirect: Result<Option<AuthorizeRedirect>, Error>,
    /// The login page of the brand that the asked host belongs to.
    pub page: Result<LoginPage, Error>,
    /// The login pages of the other brands.
    pub others: OtherBrands,
    /// The source as the API returns it, which needs a token that may see it.
    pub source: Option<Source>,
}

impl Observed {
    /// Observes nothing, because the server couldn't be reached.
    pub fn unreachable(why: &Error) -> Self {
        Self { redirect: Err(why.clone()), page: Err(why.clone()), others: OtherBrands::Unknown, source: None }
    }
}

/// The login pages of the brands that the asked host doesn't belong to.
#[derive(Debug)]
pub enum OtherBrands {
    /// It isn't known whether there are other brands, because that takes a token.
    Unknown,
    /// The token may not see the brands, or not their flows.
    Hidden,
    /// The login page of each other brand.
    Seen(Vec<BrandPage>),
}

/// A brand, and the login page that visitors get at its domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandPage {
    /// The brand's domain.
    pub domain: String,
    /// Its login page; `None` if the brand has no flow of its own, or the flow can't be read.
    pub page: Option<LoginPage>,
}

/// The scopes that authentik asks X for when the source has these additional scopes: its own two and these, or only
/// these if they begin with a star [docs/evidence/authentik.md §4.2].
pub fn requested_scopes(additional: &str) -> Vec<String> {
    Scopes::for_source(additional).iter().map(str::to_owned).collect()
}

/// What was read from the server a moment ago, and needn't be read again.
#[derive(Clone, Debug, Default)]
pub struct Prefetched {
    /// The login page of the asked host, with the other brands.
    pub front: Option<BrandLookup>,
    /// Whether the caller has read the source already, and fills in [`Observed::source`] itself.
    pub source: bool,
}

/// Observes a source from outside, with all requests in parallel. If the client has a token, the API is also asked
/// about the source and the other brands. The requests that a visitor would make never carry the token.
pub async fn observe(client: &Client, slug: &Slug) -> Observed {
    observe_prefetched(client, slug, Prefetched::default()).await
}

/// Observes a source from outside, without the parts that the caller has read already.
pub async fn observe_prefetched(client: &Client, slug: &Slug, Prefetched { front, source }: Prefetched) -> Observed {
    let is_asked = client.has_token() && !source;
    let source = async { if is_asked { client.source(slug).await.ok().flatten() } else { None } };
    let pages = async {
        match front {
            Some(front) => known_pages(client, front).await,
            None => pages(client).await,
        }
    };
    let (redirect, (page, others), source) = tokio::join!(client.login_redirect(slug), pages, source);
    Observed { redirect, page, others, source }
}

/// Reads the login pages of brands that are already known.
async fn known_pages(
    client: &Client,
    BrandLookup { brand, flow, brands }: BrandLookup,
) -> (Result<LoginPage, Error>, OtherBrands) {
    let page = client.login_page(&flow).await;
    let others = match brands {
        None => OtherBrands::Hidden,
        Some(rows) => beside(client, rows, &brand, &page).await,
    };
    (page, others)
}

/// Reads the login page of the asked host and, with a token, the ones of the other brands.
async fn pages(client: &Client) -> (Result<LoginPage, Error>, OtherBrands) {
    let rows = async { if client.has_token() { Some(client.brands().await) } else { None } };
    let (page, rows) = tokio::join!(own(client), rows);
    let (brand, page) = match page {
        Ok((brand, page)) => (brand, page),
        Err(error) => return (Err(error), OtherBrands::Unknown),
    };
    let others = match rows {
        None => OtherBrands::Unknown,
        Some(Err(_)) => OtherBrands::Hidden,
        Some(Ok(rows)) => beside(client, rows, &brand, &page).await,
    };
    (page, others)
}

/// The brand that the asked host belongs to, and its login page.
async fn own(client: &Client) -> Result<(Brand, Result<LoginPage, Error>), Error> {
    let brand = client.brand().await?;
    let flow = client.login_flow_of(&brand).await?;
    Ok((brand, client.login_page(&flow).await))
}

/// The login page of the asked host.
pub(super) async fn own_page(client: &Client) -> Result<LoginPage, Error> {
    own(client).await.and_then(|(_, page)| page)
}

/// Reads the login pages of all brands but the asked host's own, whose page was read already. This needs a token.
pub async fn observe_other_brands(client: &Client, page: &Result<LoginPage, Error>) -> OtherBrands {
    let (brand, rows) = tokio::join!(client.brand(), client.brands());
    let (Ok(brand), Ok(rows)) = (brand, rows) else { return OtherBrands::Hidden };
    beside(client, rows, &brand, page).await
}

async fn beside(client: &Client, rows: Vec<BrandRow>, own: &Brand, page: &Result<LoginPage, Error>) -> OtherBrands {
    let others = rows.into_iter().filter(|row| row.domain != own.matched_domain);
    others_of(client, others.map(|row| (row.domain, row.flow_authentication)).collect(), own, page).await
}

/// Reads the pages of these brands by their domains and the uuids of their flows. Each flow is read only once.
async fn others_of(
    client: &Client,
    rows: Vec<(String, Option<String>)>,
    own: &Brand,
    page: &Result<LoginPage, Error>,
) -> OtherBrands {
    if rows.is_empty() {
        return OtherBrands::Seen(Vec::new());
    }
    let Ok(flows) = client.login_flows().await else { return OtherBrands::Hidden };
    let slug_of = |pk: &Option<String>| {
        let flow = flows.iter().find(|flow| Some(&flow.pk) == pk.as_ref())?;
        Some(flow.slug.clone())
    };
    let mut looked: BTreeMap<String, Option<LoginPage>> = BTreeMap::new();
    if let (Some(slug), Ok(page)) = (&own.flow_authentication, page) {
        looked.insert(slug.clone(), Some(page.clone()));
    }
    let mut found = Vec::new();
    for (domain, flow) in rows {
        let slug = slug_of(&flow);
        if let Some(slug) = slug.as_ref().filter(|slug| !looked.contains_key(*slug)) {
            looked.insert(slug.clone(), client.login_page(slug).await.ok());
        }
        let page = slug.and_then(|slug| looked.get(&slug).cloned().flatten());
        found.push(BrandPage { domain, page });
    }
    OtherBrands::Seen(found)
}
