//! A simulated person with a browser, for the terminal's walkthrough and for tests.
//!
//! The browser keeps cookies, follows redirects and the pages' refreshes, logs in at X and authorizes the app on the
//! consent page. It runs no scripts. If it can't continue, it reports what the page shows, as a person would.

use crate::x::visitor::{self, ConsentAnswer, VisitorScreen};
use reqwest::header::{CONTENT_TYPE, COOKIE, HeaderMap, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client};
use sourcerer_core::signin::BrowserScreen;
use std::collections::BTreeMap;
use std::path::Path;
use url::{Url, form_urlencoded};

/// A limit on the steps of one visit. No sign-in needs as many.
const MOST_STEPS: usize = 30;

/// How often a person logs in before they report a loop.
const MOST_LOG_INS: usize = 2;

/// Why the person at the browser can't continue.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A page didn't load.
    #[error("a page didn't load")]
    Http(#[from] reqwest::Error),
    /// The CA file can't be read.
    #[error("the CA file can't be read")]
    CaFile(#[from] std::io::Error),
    /// X doesn't let the person continue.
    #[error("X lets nobody on: {0:?}")]
    Sees(BrowserScreen),
    /// The consent page can't be answered.
    #[error("the consent page can't be answered")]
    Consent(#[source] visitor::Error),
    /// A redirect has no usable address, or there are too many redirects.
    #[error("the pages lead nowhere")]
    Lost,
}

/// Where a visit ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitEnd {
    /// The address of the last page.
    pub url: Url,
    /// The HTTP status of the last page.
    pub status: u16,
    /// The HTML of the last page.
    pub html: String,
}

/// A browser with its cookies. A clone is another browser that starts with the same cookies.
#[derive(Clone, Debug)]
pub struct BrowserSession {
    client: Client,
    x: Url,
    cookies: BTreeMap<String, BTreeMap<String, String>>,
}

impl BrowserSession {
    /// A person whose browser trusts this CA, and who uses the X at this address.
    ///
    /// # Errors
    /// If the CA file can't be used.
    #[expect(clippy::disallowed_methods, reason = "this plays the person's browser, which isn't the product's")]
    pub fn new(x: Url, ca_file: Option<&Path>) -> Result<Self, Error> {
        let trusted = match ca_file {
            Some(path) => Certificate::from_pem_bundle(&std::fs::read(path)?)?,
            None => Vec::new(),
        };
        let client = Client::builder().no_proxy().redirect(Policy::none()).tls_certs_only(trusted).build()?;
        Ok(Self { client, x, cookies: BTreeMap::new() })
    }

    /// Opens an address, follows redirects and forms, and authorizes the app on the consent page.
    ///
    /// # Errors
    /// If a page doesn't load, or X doesn't let the person continue.
    pub async fn visit(&mut self, url: &Url) -> Result<VisitEnd, Error> {
        let mut url = url.clone();
        let mut log_ins = 0;
        for _ in 0..MOST_STEPS {
            let answer = self.client.get(url.clone()).headers(self.cookies_for(&url)).send().await?;
            self.keep_cookies(&url, answer.headers());
            let status = answer.status().as_u16();
            if let Some(to) = answer.headers().get(LOCATION) {
                let to = to.to_str().map_err(|_| Error::Lost)?;
                url = url.join(to).map_err(|_| Error::Lost)?;
                continue;
            }
            let html = answer.text().await?;
            let next = if url.origin() == self.x.origin() {
                self.at_x(&url, &html, &mut log_ins).await?
            } else {
                refresh(&html)
            };
            match next {
                Some(to) => url = url.join(&to).map_err(|_| Error::Lost)?,
                None => return Ok(VisitEnd { url, status, html }),
            }
        }
        Err(Error::Lost)
    }

    /// Authorizes the app on the consent page, and stops at the address to which X redirects.
    ///
    /// # Errors
    /// If the page doesn't load, or isn't a consent page.
    pub async fn consent(&self, url: &Url) -> Result<Url, Error> {
        let back = visitor::answer(&self.client, url, ConsentAnswer::Authorize).await.map_err(Error::Consent)?;
        Url::parse(&back).map_err(|_| Error::Lost)
    }

    /// Fills in and sends the form of a page, and follows redirects.
    ///
    /// # Errors
    /// If a page doesn't load, or X shows its error page.
    pub async fn send(&mut self, url: &Url, form: &[(&str, &str)]) -> Result<VisitEnd, Error> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let sent = self.client.post(url.clone()).headers(self.cookies_for(url));
        let answer = sent.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body).send().await?;
        self.keep_cookies(url, answer.headers());
        if let Some(to) = answer.headers().get(LOCATION) {
            let to = to.to_str().map_err(|_| Error::Lost)?;
            return self.visit(&url.join(to).map_err(|_| Error::Lost)?).await;
        }
        let status = answer.status().as_u16();
        Ok(VisitEnd { url: url.clone(), status, html: answer.text().await? })
    }

    /// The address that a page of X leads to after the person has done what the page requires.
    async fn at_x(&self, url: &Url, html: &str, log_ins: &mut usize) -> Result<Option<String>, Error> {
        match VisitorScreen::of(html) {
            VisitorScreen::LogIn if *log_ins == MOST_LOG_INS => return Err(Error::Sees(BrowserScreen::LoginLoop)),
            VisitorScreen::LogIn => *log_ins += 1,
            VisitorScreen::Consent => {}
            VisitorScreen::SomethingWrong => return Err(Error::Sees(BrowserScreen::SomethingWrong)),
            VisitorScreen::OtherAccount => return Err(Error::Sees(BrowserScreen::OtherAccount)),
            VisitorScreen::Blank => return Err(Error::Sees(BrowserScreen::Blank)),
            VisitorScreen::Other => return Ok(None),
        }
        let next = visitor::send(&self.client, url, html, ConsentAnswer::Authorize).await.map_err(Error::Consent)?;
        // If there is no next page, the browser stays on this one.
        Ok(next.map(|to| url.join(&to).map_or(to, String::from)))
    }

    fn cookies_for(&self, url: &Url) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if let Some(kept) = self.cookies.get(&url.origin().ascii_serialization()) {
            let line: Vec<_> = kept.iter().map(|(name, value)| format!("{name}={value}")).collect();
            if let Ok(value) = line.join("; ").parse() {
                headers.insert(COOKIE, value);
            }
        }
        headers
    }

    fn keep_cookies(&mut self, url: &Url, headers: &HeaderMap) {
        let kept = self.cookies.entry(url.origin().ascii_serialization()).or_default();
        for cookie in headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok()) {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                kept.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
    }
}

/// The target of a page's `<meta http-equiv="refresh">`.
fn refresh(html: &str) -> Option<String> {
    let tag = &html[html.find("http-equiv=\"refresh\"")?..];
    let content = tag[..tag.find('>')?].split_once("content=\"")?.1;
    let to = content.split('"').next()?.split_once("url=")?.1;
    Some(to.replace("&amp;", "&"))
}
