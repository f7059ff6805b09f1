//! The check of a source that exists, from outside: an address and a slug are enough.

use super::Desk;
use super::server::AddressRead;
use crate::address::{self, Plain, ServerUrl, Slug, Urls};
use crate::authentik::{Client, LegState};
use crate::checks::{self, Finding, Planned};
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
    /// When it was last run, and what it found.
    pub found: Option<(String, Vec<Finding>)>,
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
    /// The slug as it was typed.
    pub slug: String,
    /// Why it can't be used.
    pub slug_refused: Option<Message>,
    /// Whether the check can be run.
    pub ready: bool,
    /// When it was run (RFC 3339, UTC).
    pub at: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
}

impl Outside {
    fn plain(&self) -> Plain {
        if self.allow_http { Plain::PrivateConfirmed } else { Plain::LoopbackOnly }
    }

    /// Whether the input is the same.
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.address, &self.slug, self.allow_http) == (&other.address, &other.slug, other.allow_http)
    }

    /// Takes new input; what was found of other input is put away.
    pub fn enter(&mut self, address: String, slug: String, allow_http: bool) {
        let same = self.address == address && self.slug == slug;
        let found = if same { self.found.take() } else { None };
        *self = Self { address, slug, allow_http, found, ca_file: self.ca_file.take() };
    }
}

/// Runs the outside checks on what was entered.
///
/// # Errors
/// When the CA file can't be used, or the input isn't usable.
pub async fn run(desk: &Desk, outside: &Outside) -> Result<(String, Vec<Finding>), Symptom> {
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
    };
    let mut findings = checks::outside(&client, &planned).await;
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    Ok((desk.clock.stamp(), findings))
}

/// How far the way to the server leads, leg by leg, without a token.
///
/// # Errors
/// When the CA file can't be used, or the address isn't usable.
pub async fn way(desk: &Desk, outside: &Outside) -> Result<Vec<LegState>, Symptom> {
    let unusable = || Symptom::AuthentikNotThere { host: outside.address.clone(), status: 0 };
    let url = ServerUrl::read(&outside.address, outside.plain()).map_err(|_| unusable())?.url;
    let net = desk.net(outside.ca_file.as_deref()).map_err(|error| error.symptom())?;
    Ok(Client::new(net.at(Stage::Verify), &url, None).approach().await.legs())
}

pub(super) fn page(outside: &Outside) -> OutsidePage {
    let read = ServerUrl::read(&outside.address, outside.plain());
    let slug = Slug::of_server(&outside.slug);
    let (at, findings) = outside.found.clone().map_or((None, Vec::new()), |(at, findings)| (Some(at), findings));
    OutsidePage {
        address: outside.address.clone(),
        asks_for_http: matches!(read, Err(address::Error::PlainHttp { .. })),
        allow_http: outside.allow_http,
        slug: outside.slug.clone(),
        ready: read.is_ok() && slug.is_ok(),
        address_refused: read
            .as_ref()
            .err()
            .filter(|_| !outside.address.trim().is_empty())
            .map(address::Error::message),
        slug_refused: slug.err().filter(|_| !outside.slug.trim().is_empty()).map(|error| error.message()),
        read: read.ok().map(AddressRead::from),
        at,
        findings,
    }
}
