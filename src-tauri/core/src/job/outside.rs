//! The check of a source that exists, from outside: an address and a slug are enough.

use super::Desk;
use super::server::{AddressRead, LegView};
use crate::address::{self, Plain, ServerUrl, Slug, Urls};
use crate::authentik::{Client, LegState, Told};
use crate::checks::{self, Finding, Planned, Unseen};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::stage::Stage;
use crate::words::Message;
use serde::Serialize;
use std::path::PathBuf;

/// The check of an existing source, from outside.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// The address as it was typed.
    pub address: String,
    /// The slug as it was typed.
    pub slug: String,
    /// Whether plain http to a private host was agreed to.
    pub allow_http: bool,
    /// A file with the certificates of a private CA.
    pub ca_file: Option<PathBuf>,
    /// What it found when it was last run.
    pub found: Option<Found>,
    /// How far it is, while it runs.
    pub asking: Vec<LegState>,
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// How each leg of the way went.
    pub legs: Vec<LegState>,
    /// What each check found, worst first.
    pub findings: Vec<Finding>,
    /// What can't be seen from outside.
    pub unseen: Vec<Unseen>,
}

/// Its page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OutsidePage {
    /// The address as it was typed.
    pub address: String,
    /// How it is understood.
    pub read: Option<AddressRead>,
    /// Why it can't be used.
    pub address_refused: Option<Message>,
    /// Whether it can be used once plain http is agreed to.
    pub asks_for_http: bool,
    /// Whether plain http was agreed to.
    pub allow_http: bool,
    /// The CA file's path.
    pub ca_file: Option<String>,
    /// The slug as it was typed.
    pub slug: String,
    /// Why it can't be used.
    pub slug_refused: Option<Message>,
    /// Whether the check can be run.
    pub ready: bool,
    /// When it was run (RFC 3339, UTC).
    pub at: Option<String>,
    /// How far the check is that runs; empty while none runs.
    pub asking: Vec<LegView>,
    /// How each leg of the way to the server went.
    pub legs: Vec<LegView>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// What can't be seen from outside.
    pub unseen: Vec<Unseen>,
}

impl Outside {
    fn plain(&self) -> Plain {
        if self.allow_http { Plain::PrivateConfirmed } else { Plain::LoopbackOnly }
    }

    /// Whether the input is the same.
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.address, &self.slug, self.allow_http, &self.ca_file)
            == (&other.address, &other.slug, other.allow_http, &other.ca_file)
    }

    /// Takes new input; what was found of other input is put away.
    pub fn enter(&mut self, address: String, slug: String, allow_http: bool) {
        self.take(Self { address, slug, allow_http, ca_file: self.ca_file.clone(), ..Self::default() });
    }

    /// Takes a file with the certificates of a private CA, or none.
    pub fn choose_ca(&mut self, ca_file: Option<PathBuf>) {
        let Self { address, slug, allow_http, .. } = self.clone();
        self.take(Self { address, slug, allow_http, ca_file, ..Self::default() });
    }

    fn take(&mut self, mut new: Self) {
        if self.is_same(&new) {
            new.found = self.found.take();
            new.asking = std::mem::take(&mut self.asking);
        }
        *self = new;
    }

    /// Shows how far a check is, while what it was made for is still entered.
    pub fn follow(&mut self, made_for: &Self, legs: Vec<LegState>) {
        if self.is_same(made_for) {
            self.asking = legs;
        }
    }

    /// Takes what a check found, while what it was made for is still entered; it runs no more.
    pub fn checked(&mut self, made_for: &Self, found: Option<Found>) {
        if self.is_same(made_for) {
            self.asking.clear();
            self.found = found.or_else(|| self.found.take());
        }
    }
}

/// Goes the way to the server that was entered and runs the outside checks, without a token; `told` hears how far it is.
///
/// # Errors
/// When the CA file can't be used, or the input isn't usable.
pub async fn run(desk: &Desk, outside: &Outside, told: Told<'_>) -> Result<Found, Symptom> {
    let unusable = || Symptom::AuthentikNotThere { host: outside.address.clone(), status: 0 };
    let url = ServerUrl::read(&outside.address, outside.plain()).map_err(|_| unusable())?.url;
    let slug = Slug::of_server(&outside.slug).map_err(|_| unusable())?;
    let net = desk.net(outside.ca_file.as_deref()).map_err(|error| error.symptom())?;
    let client = Client::new(net.at(Stage::Verify), &url, None);
    let planned = Planned {
        urls: Urls::new(&url, &slug, address::TEST_PORT),
        slug,
        client_id: None,
        scopes: None,
        name: None,
        x_host: desk.x_host(),
        release: None,
    };
    let (approach, mut findings) = Box::pin(checks::visit(&client, &planned, told)).await;
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let unseen = checks::unseen(&findings);
    Ok(Found { at: desk.clock.stamp(), legs: approach.legs(), findings, unseen })
}

pub(super) fn page(outside: &Outside) -> OutsidePage {
    let read = ServerUrl::read(&outside.address, outside.plain());
    let slug = Slug::of_server(&outside.slug);
    let found = outside.found.as_ref();
    OutsidePage {
        address: outside.address.clone(),
        asks_for_http: matches!(read, Err(address::Error::PlainHttp { .. })),
        allow_http: outside.allow_http,
        ca_file: outside.ca_file.as_ref().map(|path| path.display().to_string()),
        slug: outside.slug.clone(),
        ready: read.is_ok() && slug.is_ok(),
        address_refused: read
            .as_ref()
            .err()
            .filter(|_| !outside.address.trim().is_empty())
            .map(address::Error::message),
        slug_refused: slug.err().filter(|_| !outside.slug.trim().is_empty()).map(|error| error.message()),
        read: read.ok().map(AddressRead::from),
        at: found.map(|found| found.at.clone()),
        asking: LegView::all(&outside.asking),
        legs: found.map(|found| LegView::all(&found.legs)).unwrap_or_default(),
        findings: found.map(|found| found.findings.clone()).unwrap_or_default(),
        unseen: found.map(|found| found.unseen.clone()).unwrap_or_default(),
    }
}
