//! The run of a source check: everything that can be known with the inputs, at once.
//!
//! Requests that don't depend on each other are in flight together: about twenty in total, and at most a dozen at a
//! time, to one server and to X. A server that doesn't answer delays only its own checks, because X is asked at the
//! same time.

use super::inputs::SourceCheck;
use super::inside::{self, InsideContext};
use super::result::{EventSender, SourceCheckEvent, SourceCheckResult, put, rank};
use crate::address::{Slug, TEST_PORT, Urls};
use crate::authentik::{Client, ServerLeg, ServerLegResult, Source};
use crate::checks::inside::{PairCheck, pair};
use crate::checks::{self, CheckOutcome, Expected, Finding, FoundSource, Observed, VisitorEnd};
use crate::credentials::{PasteField, recognise};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::Environment;
use crate::job::model::LoginResult;
use crate::net::HttpClient;
use crate::progress::Observer;
use crate::stage::Stage;
use crate::x::{self, CredentialVerdict};
use std::cmp::Reverse;
use std::time::Instant;
use tokio::sync::mpsc::{self};

/// Checks everything that can be known with the inputs; the observer hears each result as it is ready. Reads only.
///
/// # Errors
/// When the CA file can't be used, or the input isn't usable.
pub async fn run(
    environment: &Environment,
    support: &SourceCheck,
    observer: Observer<'_, SourceCheckEvent>,
) -> Result<SourceCheckResult, Symptom> {
    let unusable = || Symptom::AuthentikNotThere { host: support.address.clone(), status: 0 };
    let (url, slug) = support.url().zip(support.slug()).ok_or_else(unusable)?;
    // The admin may have corrected roots or proxies since the last check.
    environment.pool.forget();
    let net = environment
        .http_client(support.ca_file.as_deref().or_else(|| environment.practice_ca()))
        .map_err(|error| error.symptom())?
        .for_one_check();
    let to_x = environment.http_client(None).map_err(|error| error.symptom())?;
    let token = support.token().map(|given| given.secret.clone());
    let client = Client::new(net.with_stage(Stage::Verify), &url, token);
    let planned = Expected {
        disabled: false,
        urls: Urls::new(&url, &slug, TEST_PORT),
        slug,
        client_id: support.client_id(),
        scopes: None,
        name: None,
        x_host: environment.x_host(),
        release: None,
        visitor: support.login.as_deref().map_or(VisitorEnd::Unknown, LoginResult::visitor_end),
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
            observer(one);
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
        unseen: checks::find_unseen(&findings),
        findings,
        release,
        source,
    })
}

/// Looks for the sources of X on the login page of the server, if no slug was entered. Reads only, as a visitor.
///
/// # Errors
/// When the CA file can't be used, or the login page can't be read.
pub async fn find_sources(environment: &Environment, support: &SourceCheck) -> Result<Vec<FoundSource>, Symptom> {
    let url = support.url().ok_or_else(|| Symptom::AuthentikNotThere { host: support.address.clone(), status: 0 })?;
    environment.pool.forget();
    let net = environment.http_client(support.ca_file.as_deref().or_else(|| environment.practice_ca()));
    let net = net.map_err(|error| error.symptom())?.for_one_check();
    let client = Client::new(net.with_stage(Stage::Verify), &url, None);
    let found = checks::find_sources(&client, environment.x_host().as_deref()).await;
    found.map_err(|error| error.symptom())
}

/// The exchanges that the checks with the API were made from.
struct InsideExchanges {
    source: Option<u32>,
    mappings: Option<u32>,
}

impl InsideExchanges {
    /// The exchanges of this run, which are those after this number. Those with events and users are left out, because
    /// what a server writes there is private.
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

    /// Adds to a finding the exchanges that it was made from, unless it has them already.
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

/// Runs the server check and the public probe; then, with a token, the checks that use the API.
async fn at_server(
    environment: &Environment,
    support: &SourceCheck,
    client: &Client,
    planned: &Expected,
    tell: &EventSender,
) -> (Vec<ServerLegResult>, Option<String>, Option<Source>) {
    let visitor = client.without_token();
    let mut legs = |legs| tell.legs(legs);
    let (approach, seen) =
        visitor.approach(&ServerLeg::OUTSIDE, &mut legs, checks::observe(&visitor, &planned.slug)).await;
    let release = approach.release().map(str::to_owned);
    let planned = Expected { release: release.clone(), ..planned.clone() };
    let seen = match (seen, approach.error()) {
        (Some(seen), _) => seen,
        (None, Some(error)) => Observed::unreachable(error),
        (None, None) => return (approach.legs(), release, None),
    };
    tell.all(checks::judge(&planned, &seen));
    if approach.error().is_some() || !client.has_token() {
        return (approach.legs(), release, None);
    }
    let source =
        Box::pin(inside::check_inside(&InsideContext { environment, support, client, planned: &planned, tell }, seen))
            .await;
    (approach.legs(), release, source)
}

/// X's answer about the client credentials. One request, if both parts were entered.
async fn at_x(environment: &Environment, support: &SourceCheck, net: &HttpClient, tell: &EventSender) {
    let Some(whole) = support.pair() else {
        match (support.client_id.is_some(), support.secret.is_some()) {
            (true, false) => tell.finding(pair(&PairCheck::NoSecret, None)),
            (false, true) => tell.finding(pair(&PairCheck::NoId, None)),
            (true, true) | (false, false) => {}
        }
        return;
    };
    let probe = x::probe(&net.with_stage(Stage::XApp), &environment.clock, &environment.endpoints(), &whole).await;
    let kind = recognise(whole.id.as_str(), PasteField::ClientId).recognised.kind;
    let said = match (&probe.pairing, probe.symptom()) {
        (CredentialVerdict::Accepted, _) if kind.may_be_public() => PairCheck::IdOnly,
        (_, Some(symptom)) => PairCheck::Problem(symptom),
        (_, None) => PairCheck::Accepted,
    };
    tell.finding(pair(&said, probe.exchange));
}
