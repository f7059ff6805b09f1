//! What a visitor gets without a token: the login page, and the redirect to X.

use super::client::detail;
use super::{Brand, BrandRow, Client, Error};
use crate::address::Slug;
use crate::net::Response;
use http::{HeaderMap, header};
use serde::Deserialize;
use std::collections::BTreeMap;
use url::Url;

/// How many redirects of a flow are followed at most. A flow redirects to itself once for each stage that asks nothing.
const MAX_HOPS: usize = 10;

/// Where the login button of a source leads, parsed from the address at X. The state and the challenge are not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizeRedirect {
    /// The host, with the port if it isn't the scheme's default.
    pub host: String,
    /// The page, without the query.
    pub page: Url,
    /// `client_id`.
    pub client_id: Option<String>,
    /// `redirect_uri`, decoded, with exactly the bytes that X will compare.
    pub redirect_uri: Option<String>,
    /// `scope`, split at its blanks. An empty scope between two blanks is kept.
    pub scopes: Vec<String>,
    /// `code_challenge_method`; `plain` if there is a challenge without a method (RFC 7636 §4.3), `None` if there is no
    /// challenge.
    pub challenge_method: Option<String>,
    /// The request in the log that it was read from.
    pub exchange: Option<u32>,
}

/// The first challenge of the login page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginPage {
    /// The flow's slug.
    pub flow: String,
    /// The challenge's component; `ak-stage-identification` if it is the page that asks who somebody is.
    pub component: String,
    /// The sources' buttons, in the order in which they are shown.
    pub sources: Vec<LoginButton>,
    /// The request in the log that it was read from.
    pub exchange: Option<u32>,
}

impl LoginPage {
    /// Whether it is the stage that shows the sources' buttons.
    pub fn shows_buttons(&self) -> bool {
        self.component == "ak-stage-identification"
    }
}

/// The login page of the asked host and the other brands, as far as they are known before any page is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandLookup {
    /// The brand of the host.
    pub brand: Brand,
    /// The slug of the authentication flow of this brand.
    pub flow: String,
    /// All brands; `None` if the token may not see them.
    pub brands: Option<Vec<BrandRow>>,
}

/// A source's button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginButton {
    /// The button's label.
    pub name: String,
    /// The address that it leads to; `None` if the challenge doesn't say.
    pub to: Option<Url>,
}

#[derive(Deserialize)]
struct FlowChallenge {
    component: String,
    #[serde(default)]
    sources: Vec<Button>,
}

#[derive(Deserialize)]
struct Button {
    #[serde(default)]
    name: String,
    #[serde(default)]
    challenge: ButtonChallenge,
}

#[derive(Default, Deserialize)]
struct ButtonChallenge {
    #[serde(default)]
    to: Option<String>,
}

impl Client {
    /// The slug of the flow that a visitor signs in with: the brand's own, or else the server's default.
    ///
    /// # Errors
    /// [`Error::LoginPageNotFound`] if there is none, and any error of a call.
    pub async fn login_flow(&self) -> Result<String, Error> {
        self.login_flow_of(&self.brand().await?).await
    }

    /// The same for a brand that was read already.
    ///
    /// # Errors
    /// As [`login_flow`](Self::login_flow).
    pub async fn login_flow_of(&self, brand: &Brand) -> Result<String, Error> {
        if let Some(flow) = brand.flow_authentication.clone().filter(|flow| !flow.is_empty()) {
            return Ok(flow);
        }
        // A brand without a flow of its own doesn't say which flow is used; only this redirect does
        // [docs/evidence/authentik.md §4.5].
        let answer = self.visit(self.url(&["flows", "-", "default", "authentication", ""], &[]), None).await?;
        let not_found = || Error::LoginPageNotFound { host: self.host() };
        if !(300..400).contains(&answer.status) {
            return Err(if answer.status == 404 { not_found() } else { self.meaning(&answer, &[]).await });
        }
        let Some(to) = self.same_origin(&answer) else { return Err(self.redirected(&answer)) };
        let segments: Vec<_> = to.path().split('/').collect();
        let at = segments.windows(2).position(|pair| pair == ["if", "flow"]);
        let slug = at.and_then(|at| segments.get(at + 2)).filter(|slug| !slug.is_empty());
        slug.map(|slug| (*slug).to_owned()).ok_or_else(not_found)
    }

    /// Reads the first challenge of the login page as a browser would: with the cookies that the server sets, and
    /// without a token.
    ///
    /// # Errors
    /// [`Error::LoginPageNotFound`] if there is no such flow, and any error of a call.
    pub async fn login_page(&self, flow: &str) -> Result<LoginPage, Error> {
        let mut url = self.api(&["flows", "executor", flow], &[("query", "")]);
        let mut jar = BTreeMap::new();
        for _ in 0..=MAX_HOPS {
            let cookies: Vec<_> = jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let cookies = Some(cookies.join("; ")).filter(|cookies| !cookies.is_empty());
            let answer = self.visit(url, cookies.as_deref()).await?;
            keep_cookies(&answer.headers, &mut jar);
            if (300..400).contains(&answer.status) {
                url = self.same_origin(&answer).ok_or_else(|| self.redirected(&answer))?;
                continue;
            }
            if answer.status == 404 && detail(&answer).is_some() {
                return Err(Error::LoginPageNotFound { host: self.host() });
            }
            let challenge: FlowChallenge = self.parse(&answer, &[]).await?;
            let base = self.server().url();
            let shown = |button: Button| LoginButton {
                name: button.name,
                to: button.challenge.to.and_then(|to| base.join(&to).ok()),
            };
            return Ok(LoginPage {
                flow: flow.to_owned(),
                component: challenge.component,
                sources: challenge.sources.into_iter().map(shown).collect(),
                exchange: answer.exchange,
            });
        }
        Err(Error::LoginPageNotFound { host: self.host() })
    }

    /// Where the source's button leads; `None` if the source is unknown or disabled, which look the same from outside.
    ///
    /// # Errors
    /// [`Error::Redirects`] if the button doesn't lead to an OAuth server, and any error of a call.
    pub async fn login_redirect(&self, slug: &Slug) -> Result<Option<AuthorizeRedirect>, Error> {
        let answer = self.visit(self.url(&["source", "oauth", "login", slug.as_str(), ""], &[]), None).await?;
        match answer.status {
            404 => Ok(None),
            300..400 => match authorize(&answer) {
                Some(authorize) => Ok(Some(authorize)),
                None => Err(self.redirected(&answer)),
            },
            _ => Err(self.meaning(&answer, &[]).await),
        }
    }

    fn same_origin(&self, answer: &Response) -> Option<Url> {
        let base = self.server().url();
        let to = base.join(answer.header(&header::LOCATION)?).ok()?;
        (to.origin() == base.origin()).then_some(to)
    }
}

fn authorize(answer: &Response) -> Option<AuthorizeRedirect> {
    let url = Url::parse(answer.header(&header::LOCATION)?).ok()?;
    let asked: BTreeMap<_, _> = url.query_pairs().collect();
    let value = |name: &str| asked.get(name).map(|value| value.clone().into_owned());
    if !asked.contains_key("client_id") && !asked.contains_key("response_type") {
        return None;
    }
    let host = url.host_str()?;
    let mut page = url.clone();
    page.set_query(None);
    page.set_fragment(None);
    Some(AuthorizeRedirect {
        host: url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")),
        page,
        client_id: value("client_id"),
        redirect_uri: value("redirect_uri"),
        scopes: value("scope").map(|scopes| scopes.split(' ').map(str::to_owned).collect()).unwrap_or_default(),
        challenge_method: asked
            .contains_key("code_challenge")
            .then(|| value("code_challenge_method").unwrap_or_else(|| "plain".to_owned())),
        exchange: answer.exchange,
    })
}

/// All cookies of a visit belong to one origin, so only their names and values matter.
fn keep_cookies(headers: &HeaderMap, jar: &mut BTreeMap<String, String>) {
    for cookie in headers.get_all(header::SET_COOKIE) {
        let Some((name, rest)) = cookie.to_str().ok().and_then(|cookie| cookie.split_once('=')) else { continue };
        let value = rest.split(';').next().unwrap_or_default();
        jar.insert(name.trim().to_owned(), value.trim().to_owned());
    }
}
