//! The run: the outside checks over a list, with a limit on simultaneous requests in total and per host.

use super::entry::{ListEntry, Site};
use super::host_limiter::HostLimiter;
use super::verdict::RowVerdict;
use crate::address::{TEST_PORT, Urls};
use crate::authentik::{Client, Error};
use crate::checks::{self, Expected, Finding, ServerVisit, VisitorEnd};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::net::{self, HttpClient};
use crate::progress::Observer;
use crate::stage::Stage;
use futures_util::StreamExt as _;
use futures_util::stream;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

/// How many at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FleetLimits {
    /// Rows that are asked about, over all hosts.
    pub total: usize,
    /// Of these, rows of one host.
    pub per_host: usize,
}

impl FleetLimits {
    /// The most that may be asked for: below the usual limit of open files.
    pub const MOST: usize = 256;
}

impl Default for FleetLimits {
    fn default() -> Self {
        Self { total: 32, per_host: 4 }
    }
}

/// What a run needs.
pub struct FleetContext<'m> {
    /// Creates a client that trusts this CA file in addition to the platform's roots. It is called once for each file.
    pub net: &'m (dyn Fn(Option<&Path>) -> Result<HttpClient, net::Error> + Sync),
    /// A host, with its port, that counts as X in addition to X's own hosts.
    pub x_host: Option<String>,
    /// How many at one time.
    pub limits: FleetLimits,
    /// Ends the run: rows that are under way then have no result.
    pub stop: CancellationToken,
}

/// A row that was checked.
#[derive(Debug)]
pub struct RowResult {
    /// The verdict to store.
    pub verdict: RowVerdict,
    /// The findings, for callers that need them now.
    pub findings: Vec<Finding>,
}

/// A row of a run that is done.
#[derive(Debug)]
pub struct RowProgress {
    /// The number of the row.
    pub row: u32,
    /// Its result.
    pub result: RowResult,
}

/// Checks these rows of the list from outside; the observer hears each result as it is ready, in no order. Reads only.
pub async fn run(means: &FleetContext<'_>, entries: &[ListEntry], rows: &[u32], observer: Observer<'_, RowProgress>) {
    let total = means.limits.total.clamp(1, FleetLimits::MOST);
    let round = FleetRun {
        means,
        entries,
        total: Semaphore::new(total),
        per_host: means.limits.per_host.clamp(1, total),
        nets: Mutex::default(),
        gates: Mutex::default(),
        observer: Mutex::new(observer),
    };
    let work = async {
        // More servers than slots are under way: one that is left alone for a while holds none.
        stream::iter(by_site(entries, rows))
            .for_each_concurrent(total.saturating_mul(4), |(site, rows)| round.site(site, rows))
            .await;
    };
    tokio::select! {
        biased;
        () = means.stop.cancelled() => {}
        () = work => {}
    }
}

/// The rows of each server, servers and rows in the list's order.
fn by_site(entries: &[ListEntry], rows: &[u32]) -> Vec<(Arc<Site>, Vec<u32>)> {
    let mut all: Vec<(Arc<Site>, Vec<u32>)> = Vec::new();
    let mut places: HashMap<Arc<Site>, usize> = HashMap::new();
    for row in rows {
        let Some(entry) = entries.get(*row as usize) else { continue };
        let place = *places.entry(Arc::clone(&entry.site)).or_insert_with(|| {
            all.push((Arc::clone(&entry.site), Vec::new()));
            all.len() - 1
        });
        all[place].1.push(*row);
    }
    all
}

/// The state of one run.
struct FleetRun<'r> {
    means: &'r FleetContext<'r>,
    entries: &'r [ListEntry],
    total: Semaphore,
    per_host: usize,
    nets: Mutex<HashMap<Option<PathBuf>, Result<HttpClient, Symptom>>>,
    gates: Mutex<HashMap<String, Arc<HostLimiter>>>,
    observer: Mutex<Observer<'r, RowProgress>>,
}

/// A server while its rows are checked.
struct ServerRun {
    client: Client,
    gate: Arc<HostLimiter>,
    /// How it was found, the last time that somebody looked.
    arrived: tokio::sync::Mutex<Arc<ServerVisit>>,
}

impl FleetRun<'_> {
    async fn site(&self, site: Arc<Site>, rows: Vec<u32>) {
        let net = match self.net(site.ca_file.as_deref()) {
            Ok(net) => net,
            Err(symptom) => {
                for row in rows {
                    self.tell(row, unusable(&symptom));
                }
                return;
            }
        };
        let client = Client::new(net.with_stage(Stage::Verify), &site.server, None);
        let gate = self.gate(&site);
        // Boxed: many servers wait together.
        let arrived = Box::pin(self.arrive(&client, &gate)).await;
        let release = arrived.release().map(Arc::from);
        let here = &ServerRun { client, gate, arrived: tokio::sync::Mutex::new(Arc::new(arrived)) };
        let release = &release;
        stream::iter(rows)
            .for_each_concurrent(self.per_host, |row| async move {
                if let Some(entry) = self.entries.get(row as usize) {
                    self.tell(row, Box::pin(self.row(here, entry, release.clone())).await);
                }
            })
            .await;
    }

    /// Looks at a server, as often as it asks for patience.
    async fn arrive(&self, client: &Client, gate: &HostLimiter) -> ServerVisit {
        loop {
            let slots = gate.pass(&self.total).await;
            let arrived = checks::visit_server(&client.clone().for_one_check()).await;
            drop(slots);
            match arrived.busy() {
                Some(busy) if gate.close(busy.after, busy.own) => {}
                Some(_) | None => return arrived,
            }
        }
    }

    async fn row(&self, here: &ServerRun, entry: &ListEntry, release: Option<Arc<str>>) -> RowResult {
        let server = &entry.site.server;
        let planned = Expected {
            disabled: false,
            urls: Urls::new(server, &entry.slug, TEST_PORT),
            slug: entry.slug.clone(),
            client_id: entry.client_id.clone(),
            scopes: None,
            name: None,
            x_host: self.means.x_host.clone(),
            release: None,
            visitor: VisitorEnd::Unknown,
        };
        let mut arrived = Arc::clone(&*here.arrived.lock().await);
        let mut began = Instant::now();
        let mut looked_again = false;
        let redirect = loop {
            if arrived.stopped().is_some() || here.gate.is_shut() {
                break Err(here.gate.refusal(here.client.host()));
            }
            let slots = here.gate.pass(&self.total).await;
            began = Instant::now();
            let outcome = here.client.login_redirect(&entry.slug).await;
            drop(slots);
            match outcome {
                Err(Error::Busy { after, own, .. }) if here.gate.close(after, own) => {}
                // Whether the server is gone or only this answer: one look tells it for all of its rows.
                Err(Error::Net(_)) if !looked_again => {
                    looked_again = true;
                    arrived = self.look_again(here, &arrived).await;
                }
                outcome => {
                    if outcome.is_ok() {
                        here.gate.answered();
                    }
                    break outcome;
                }
            }
        };
        let findings = arrived.judge(planned, &redirect);
        let millis = u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX);
        let verdict = RowVerdict::from_findings(&findings, arrived.noted(), release, millis);
        RowResult { verdict, findings }
    }

    /// Looks at the server anew, unless somebody has done so since it was found like this.
    async fn look_again(&self, here: &ServerRun, before: &Arc<ServerVisit>) -> Arc<ServerVisit> {
        let mut arrived = here.arrived.lock().await;
        if Arc::ptr_eq(&arrived, before) {
            *arrived = Arc::new(Box::pin(self.arrive(&here.client, &here.gate)).await);
        }
        Arc::clone(&arrived)
    }

    fn net(&self, ca_file: Option<&Path>) -> Result<HttpClient, Symptom> {
        let mut nets = self.nets.lock().unwrap_or_else(PoisonError::into_inner);
        let made = || (self.means.net)(ca_file).map_err(|error| error.symptom());
        nets.entry(ca_file.map(Path::to_owned)).or_insert_with(made).clone()
    }

    fn gate(&self, site: &Site) -> Arc<HostLimiter> {
        let host = format!("{}:{}", site.server.host(), site.server.port());
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(gates.entry(host).or_insert_with(|| Arc::new(HostLimiter::new(self.per_host))))
    }

    fn tell(&self, row: u32, checked: RowResult) {
        let mut observer = self.observer.lock().unwrap_or_else(PoisonError::into_inner);
        (**observer)(RowProgress { row, result: checked });
    }
}

/// The result of a row that can't be checked, such as one with a CA file that can't be read.
fn unusable(symptom: &Symptom) -> RowResult {
    let findings = vec![Finding::for_server(symptom.clone())];
    RowResult { verdict: RowVerdict::from_findings(&findings, std::iter::empty(), None, 0), findings }
}
