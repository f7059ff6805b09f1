use crate::address::{Slug, Urls};
use crate::authentik::{AuthorizeRedirect, Brand, BrandLookup, BrandRow, Client, Error, LoginPage, Source};
use crate::credentials::ClientId;
use crate::x::Scopes;
use std::collections::BTreeMap;

/// What the source should look like from outside.
#[derive(Clone, Debug)]
pub struct Expected {
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
    /// The server's release, where it is known.
    pub release: Option<String>,
}

/// What was seen.
#[derive(Debug)]
pub struct Observed {
    /// Where the button's address leads; none where no source answers.
    pub redirect: Result<Option<AuthorizeRedirect>, Error>,
    /// The login page of the brand that the host belongs to.
    pub page: Result<LoginPage, Error>,
    /// Those of the other brands.
    pub others: OtherBrands,
    /// The source as the API gives it; only with a token that may see it.
    pub source: Option<Source>,
}

impl Observed {
    /// Nothing was seen: the way to the server ended before anything could be asked.
    pub fn nothing(why: &Error) -> Self {
        Self { redirect: Err(why.clone()), page: Err(why.clone()), others: OtherBrands::Unknown, source: None }
    }
}

/// The login pages of the brands that the asked host doesn't belong to.
#[derive(Debug)]
pub enum OtherBrands {
    /// Whether there are any isn't asked: it takes a token.
    Unknown,
    /// The token may not see the brands, or not their flows.
    Hidden,
    /// Each of them.
    Seen(Vec<BrandPage>),
}

/// A brand and what a visitor gets at its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandPage {
    /// Its domain.
    pub domain: String,
    /// Its login page; none where it has no flow of its own, or the flow can't be looked at.
    pub page: Option<LoginPage>,
}

/// The scopes that authentik asks X for, with these further ones: its own two, or, after a star, only those
/// [docs/evidence/authentik.md §4.2].
pub fn scopes_with(additional: &str) -> Vec<String> {
    Scopes::asked(additional).iter().map(str::to_owned).collect()
}

/// What was read of the server a moment ago, and isn't asked again.
#[derive(Clone, Debug, Default)]
pub struct Prefetched {
    /// The login page of the asked host, and whose others there are.
    pub front: Option<BrandLookup>,
    /// Whether the API's word on the source is known to whoever looks, who puts it into [`Observed::source`].
    pub source: bool,
}

/// Looks from outside, everything at the same time. With a token the client also reads what the API says of the source
/// and of the other brands; the visitor's requests never carry it.
pub async fn observe(client: &Client, slug: &Slug) -> Observed {
    observe_prefetched(client, slug, Prefetched::default()).await
}

/// The same for whoever knows a part already.
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

/// The same pages where it is known which they are.
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

/// The login page of the host that is asked and, with a token, those of the brands that other hosts belong to.
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

/// The login page of the host that is asked.
pub(super) async fn own_page(client: &Client) -> Result<LoginPage, Error> {
    own(client).await.and_then(|(_, page)| page)
}

/// The login pages of the brands beside the asked host's own, whose page is at hand. Takes a token.
pub async fn others(client: &Client, page: &Result<LoginPage, Error>) -> OtherBrands {
    let (brand, rows) = tokio::join!(client.brand(), client.brands());
    let (Ok(brand), Ok(rows)) = (brand, rows) else { return OtherBrands::Hidden };
    beside(client, rows, &brand, page).await
}

async fn beside(client: &Client, rows: Vec<BrandRow>, own: &Brand, page: &Result<LoginPage, Error>) -> OtherBrands {
    let others = rows.into_iter().filter(|row| row.domain != own.matched_domain);
    others_of(client, others.map(|row| (row.domain, row.flow_authentication)).collect(), own, page).await
}

/// The pages of these brands, by their domains and their flows' uuids; each flow is looked at once.
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
