//! The run: everything that can be known with what was given, at once.
//!
//! What doesn't depend on each other is in flight together: a list of some twenty requests of which no more than a dozen
//! go out at once, to one server and to X. A server that is dead costs its own time alone: X is asked beside it.

use super::inputs::{SourceCheck, put, rank};
use super::inside::{self, InsideContext};
use crate::address::{Slug, TEST_PORT, Urls};
use crate::authentik::{Client, ServerLeg, ServerLegResult, Source};
use crate::checks::inside::{PairCheck, pair};
use crate::checks::{self, CheckOutcome, Expected, Finding, Observed, Unseen};
use crate::credentials::{PasteField, recognise};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::Environment;
use crate::net::HttpClient;
use crate::stage::Stage;
use crate::x::{self, CredentialVerdict};
use std::cmp::Reverse;
use std::time::Instant;
use tokio::sync::mpsc::{self, UnboundedSender};

/// What was found.
#[derive(Clone, Debug)]
pub struct SourceCheckResult {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// How many requests went out.
    pub requests: u32,
    /// How each leg of the way went.
    pub legs: Vec<ServerLegResult>,
    /// What each check found, worst first.
    pub findings: Vec<Finding>,
    /// What wasn't seen, and what would show it.
    pub unseen: Vec<Unseen>,
    /// The release of authentik, where it told one.
    pub release: Option<String>,
    /// The source, where a token showed it.
    pub(super) source: Option<Source>,
}

/// What is heard of a run while it goes on.
#[derive(Clone, Debug)]
pub enum SourceCheckEvent {
    /// How far the way to the server is.
    Legs(Vec<ServerLegResult>),
    /// What a check found, or what it found on a better look.
    Finding(Box<Finding>),
}

/// Where a run tells what it finds, as it finds it.
#[derive(Clone)]
pub(super) struct EventSender(UnboundedSender<SourceCheckEvent>);

impl EventSender {
    pub(super) fn finding(&self, finding: Finding) {
        // Nobody listens any more once the run was given up.
        let _ = self.0.send(SourceCheckEvent::Finding(Box::new(finding)));
    }

    pub(super) fn all(&self, findings: impl IntoIterator<Item = Finding>) {
        findings.into_iter().for_each(|finding| self.finding(finding));
    }

    fn legs(&self, legs: Vec<ServerLegResult>) {
        let _ = self.0.send(SourceCheckEvent::Legs(legs));
    }
}

/// Asks everything that can be known with what was given; `told` hears each thing as it comes. Reads only.
///
/// # Errors
/// When the CA file can't be used, or the input isn't usable.
pub async fn run(
    environment: &Environment,
    support: &SourceCheck,
    told: &mut (dyn FnMut(SourceCheckEvent) + Send),
) -> Result<SourceCheckResult, Symptom> {
    let unusable = || Symptom::AuthentikNotThere { host: support.address.clone(), status: 0 };
    let (url, slug) = support.url().zip(support.slug()).ok_or_else(unusable)?;
    // Whoever checks again may have mended roots or proxies meanwhile.
    environment.pool.forget();
    let net = environment.net(support.ca_file.as_deref()).map_err(|error| error.symptom())?;
    let to_x = environment.net(None).map_err(|error| error.symptom())?;
    let token = support.token().map(|given| given.secret.clone());
    let client = Client::new(net.at(Stage::Verify), &url, token);
    let planned = Expected {
        urls: Urls::new(&url, &slug, TEST_PORT),
        slug,
        client_id: support.client_id(),
        scopes: None,
        name: None,
        x_host: environment.x_host(),
        release: None,
    };
    let (began, before) = (Instant::now(), environment.trace.count());
    let (sender, mut heard) = mpsc::unbounded_channel();
    let work = async {
        let tell = EventSender(sender);
        let server = Box::pin(at_server(environment, support, &client, &planned, &tell));
        let ((legs, release, source), ()) = tokio::join!(server, Box::pin(at_x(environment, support, &to_x, &tell)));
        (legs, release, source)
    };
    let mut findings = Vec::new();
    let listen = async {
        while let Some(one) = heard.recv().await {
            if let SourceCheckEvent::Finding(finding) = &one {
                put(&mut findings, (**finding).clone());
            }
            told(one);
        }
    };
    let ((legs, release, source), ()) = tokio::join!(work, listen);
    let read = InsideExchanges::since(environment, before, &planned.slug);
    for finding in &mut findings {
        read.prove(finding);
    }
    findings.sort_by_key(|finding| (Reverse(finding.severity), rank(&finding.id)));
    Ok(SourceCheckResult {
        at: environment.clock.stamp(),
        millis: u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX),
        requests: environment.trace.count().saturating_sub(before),
        legs,
        unseen: checks::unseen(&findings),
        findings,
        release,
        source,
    })
}

/// The exchanges that what is inside was read from.
struct InsideExchanges {
    source: Option<u32>,
    mappings: Option<u32>,
}

impl InsideExchanges {
    /// Those of this run, which are the ones after so many. The events and the people aren't among them: what a server
    /// writes there is nobody's to be shown.
    fn since(environment: &Environment, before: u32, slug: &Slug) -> Self {
        let exchanges = environment.trace.all();
        let of = |path: &str| {
            let is = |url: &str| url::Url::parse(url).is_ok_and(|url| url.path().ends_with(path));
            exchanges.iter().find(|one| one.id > before && one.method == "GET" && is(&one.url)).map(|one| one.id)
        };
        Self {
            source: of(&format!("/api/v3/sources/oauth/{slug}/")),
            mappings: of("/api/v3/propertymappings/source/oauth/"),
        }
    }

    /// Puts to a finding what it was read from, where it doesn't have it yet.
    fn prove(&self, finding: &mut Finding) {
        const OF_SOURCE: [&str; 6] = ["source", "provider-type", "flow-known", "flow-new", "matching", "scopes-set"];
        let id = finding.id.as_str();
        let read = if OF_SOURCE.contains(&id) || id.starts_with("drift-") {
            self.source
        } else if id.starts_with("mappings") {
            self.mappings
        } else {
            None
        };
        if finding.outcome == CheckOutcome::Found {
            finding.exchange = finding.exchange.or(read);
        }
    }
}

/// The way to the server and what a visitor sees there; then, with a token, what the API tells.
async fn at_server(
    environment: &Environment,
    support: &SourceCheck,
    client: &Client,
    planned: &Expected,
    tell: &EventSender,
) -> (Vec<ServerLegResult>, Option<String>, Option<Source>) {
    let visitor = client.outside();
    let mut legs = |legs| tell.legs(legs);
    let (approach, seen) =
        visitor.approach(&ServerLeg::OUTSIDE, &mut legs, checks::observe(&visitor, &planned.slug)).await;
    let release = approach.release().map(str::to_owned);
    let planned = Expected { release: release.clone(), ..planned.clone() };
    let seen = match (seen, approach.stopped()) {
        (Some(seen), _) => seen,
        (None, Some(error)) => Observed::nothing(error),
        (None, None) => return (approach.legs(), release, None),
    };
    tell.all(checks::judge(&planned, &seen));
    if approach.stopped().is_some() || !client.has_token() {
        return (approach.legs(), release, None);
    }
    let source =
        Box::pin(inside::check_inside(&InsideContext { environment, support, client, planned: &planned, tell }, seen))
            .await;
    (approach.legs(), release, source)
}

/// X's word on the pair. One request, where there is a whole pair.
async fn at_x(environment: &Environment, support: &SourceCheck, net: &HttpClient, tell: &EventSender) {
    let Some(whole) = support.pair() else {
        match (support.client_id.is_some(), support.secret.is_some()) {
            (true, false) => tell.finding(pair(&PairCheck::NoSecret, None)),
            (false, true) => tell.finding(pair(&PairCheck::NoId, None)),
            (true, true) | (false, false) => {}
        }
        return;
    };
    let probe = x::probe(&net.at(Stage::Credentials), &environment.clock, &environment.endpoints(), &whole).await;
    let kind = recognise(whole.id.as_str(), PasteField::ClientId).recognised.kind;
    let said = match (&probe.pairing, probe.symptom()) {
        (CredentialVerdict::Accepted, _) if kind.may_be_public() => PairCheck::IdOnly,
        (_, Some(symptom)) => PairCheck::Problem(symptom),
        (_, None) => PairCheck::Accepted,
    };
    tell.finding(pair(&said, probe.exchange));
}
