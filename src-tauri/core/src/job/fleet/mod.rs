//! Many sources at once, in this run of the program: the list that was taken, its table, and the run over it.
//!
//! - A run belongs to the list that it was begun for: another list ends it, and what it still finds isn't heard.
//! - Stopped and begun again, only rows without a verdict are asked about.
//! - Nothing of a list is saved but what [`changed`] keeps, which is ids and severities.

mod last;

pub use last::{Changed, changed};

use super::{Environment, JobStore, Session};
use crate::address::HttpPolicy;
use crate::credentials::{ClientId, PasteField};
use crate::diagnosis::Symptom;
use crate::fleet::{
    self, FleetContext, FleetCounts, FleetFormat, FleetLimits, FleetQuery, FleetRows, FleetTable, ListEntry,
    ListRemark, ListRemarkKind, ListedSource, RowResult, RowVerdict, SourceList,
};
use secrecy::SecretString;
use serde::Serialize;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// The most remarks that a page shows.
const SHOWN: usize = 100;

/// How long the page is left alone between two words on how far a run is.
const QUIET: Duration = Duration::from_millis(150);

/// A list of sources, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Fleet {
    name: Option<String>,
    table: FleetTable,
    remarks: Vec<ListRemark>,
    /// Which run it is that is heard; none while none runs.
    running: Option<u32>,
    runs: u32,
    stop: CancellationToken,
    /// When the run began, and how long those before it took.
    began: Option<Instant>,
    took: Duration,
    told: Option<Instant>,
}

/// What a run needs of a fleet.
#[derive(Clone, Debug)]
pub struct Work {
    /// Its number.
    pub run: u32,
    /// The list.
    pub entries: Arc<[ListEntry]>,
    /// The rows to ask about.
    pub rows: Vec<u32>,
    /// Ends it.
    pub stop: CancellationToken,
}

/// The page of many sources.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FleetPage {
    /// What the list is called; none where it was pasted, or made of the jobs at hand.
    pub name: Option<String>,
    /// How many sources there are, and of each kind.
    pub counts: FleetCounts,
    /// What is to be known of the list's lines, the first hundred.
    pub remarks: Vec<ListRemark>,
    /// How many more there are.
    pub more_remarks: u32,
    /// How many lines are wrong.
    pub wrong: u32,
    /// Whether a run goes on.
    pub running: bool,
    /// How long it took so far, in milliseconds.
    pub millis: u32,
}

impl Fleet {
    /// Takes another list; what was found of the one before is gone, and its run ends.
    pub fn take(&mut self, list: SourceList, name: Option<String>) {
        self.stop();
        let runs = self.runs;
        *self = Self { name, table: FleetTable::new(list.entries), remarks: list.remarks, runs, ..Self::default() };
    }

    /// Forgets the list.
    pub fn clear(&mut self) {
        self.take(SourceList::default(), None);
    }

    /// The table.
    pub fn table(&self) -> &FleetTable {
        &self.table
    }

    /// Begins a run over the rows without a verdict or, `again`, over all; none while one runs, or where there is no row.
    pub fn begin(&mut self, again: bool) -> Option<Work> {
        if self.running.is_some() || self.table.counts().all == 0 {
            return None;
        }
        if again {
            self.table.clear();
            self.took = Duration::ZERO;
        }
        self.runs += 1;
        self.running = Some(self.runs);
        self.began = Some(Instant::now());
        self.stop = CancellationToken::new();
        let (entries, rows) = (self.table.entries(), self.table.open());
        Some(Work { run: self.runs, entries, rows, stop: self.stop.clone() })
    }

    /// Takes a row's verdict, of the run of this number. True: whoever watches should look again.
    pub fn hear(&mut self, run: u32, row: u32, verdict: RowVerdict) -> bool {
        if self.running != Some(run) {
            return false;
        }
        self.table.put(row, verdict);
        let tells = self.told.is_none_or(|told| told.elapsed() >= QUIET);
        if tells {
            self.told = Some(Instant::now());
        }
        tells
    }

    /// The run of this number is over.
    pub fn ended(&mut self, run: u32) {
        if self.running == Some(run) {
            self.running = None;
            self.took += self.began.take().map(|began| began.elapsed()).unwrap_or_default();
        }
    }

    /// Ends the run that goes on. What it has found stays.
    pub fn stop(&mut self) {
        self.stop.cancel();
        if let Some(run) = self.running {
            self.ended(run);
        }
    }

    /// The rows that a query wants.
    pub fn rows(&self, query: &FleetQuery) -> FleetRows {
        self.table.rows(query)
    }

    pub(super) fn page(&self) -> FleetPage {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let took = self.took + self.began.map(|began| began.elapsed()).unwrap_or_default();
        FleetPage {
            name: self.name.clone(),
            counts: self.table.counts(),
            remarks: self.remarks.iter().take(SHOWN).cloned().collect(),
            more_remarks: count(self.remarks.len().saturating_sub(SHOWN)),
            wrong: count(self.remarks.iter().filter(|remark| remark.kind == ListRemarkKind::Wrong).count()),
            running: self.running.is_some(),
            millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX),
        }
    }
}

/// Reads a list from a file. Files that it names are looked for beside it.
///
/// # Errors
/// [`Symptom::ListUnreadable`].
pub fn of_file(file: &Path, plain: HttpPolicy) -> Result<SourceList, Symptom> {
    let unreadable = |_| Symptom::ListUnreadable { path: file.display().to_string() };
    let mut bytes = Vec::new();
    // One more, so that a list that is too long is seen to be.
    let most = fleet::LONGEST as u64 + 1;
    File::open(file).and_then(|open| open.take(most).read_to_end(&mut bytes)).map_err(unreadable)?;
    let whole = file.canonicalize().map_err(unreadable)?;
    Ok(fleet::read(&bytes, plain, whole.parent()))
}

/// Saves a table, whole or not at all: as JSON where the file's name ends so, else as CSV.
///
/// # Errors
/// [`Symptom::TableNotWritable`].
pub fn save(table: &FleetTable, file: &Path) -> Result<(), Symptom> {
    let is_json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(FleetFormat::Json.ending()));
    let format = if is_json { FleetFormat::Json } else { FleetFormat::Csv };
    written(table, file, format).map_err(|_| Symptom::TableNotWritable { path: file.display().to_string() })
}

fn written(table: &FleetTable, file: &Path, format: FleetFormat) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    let entries = table.entries();
    let rows = entries.iter().zip(table.verdicts().iter().map(Option::as_ref));
    fleet::write(io::BufWriter::new(&mut new), format, rows)?;
    new.persist(file).map_err(|error| error.error)?;
    Ok(())
}

/// The sources of the jobs at hand, newest first.
pub fn of_jobs(environment: &Environment) -> SourceList {
    let drafts = JobStore::at(environment).drafts();
    SourceList::of(drafts.iter().map(|job| {
        let source = ListedSource {
            server: &job.server.address,
            slug: &job.names.slug,
            client_id: job.credentials.client_id.as_deref().unwrap_or_default(),
            ca_file: job.server.ca_file.as_deref().and_then(Path::to_str).unwrap_or_default(),
        };
        (source, if job.server.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly })
    }))
}

/// Asks about these rows; `told` hears each as it is done. Reads only.
pub async fn run(
    environment: &Environment,
    work: &Work,
    limits: FleetLimits,
    told: &mut (dyn FnMut(u32, RowResult) + Send),
) {
    let net = |ca_file: Option<&Path>| environment.net_for_many(ca_file);
    let means = FleetContext { net: &net, x_host: environment.x_host(), limits, stop: work.stop.clone() };
    fleet::run(&means, &work.entries, &work.rows, told).await;
}

/// Hands a row over to the check of one source, which shows all that was seen. False: there is no such row.
pub fn open(environment: &Environment, session: &mut Session, row: u32) -> bool {
    let Some(entry) = session.fleet.table().entry(row).cloned() else { return false };
    let support = &mut session.support;
    let server = &entry.site.server;
    let is_plain = server.allowed(HttpPolicy::LoopbackOnly).is_err();
    support.enter(server.as_str().to_owned(), entry.slug.to_string(), is_plain);
    support.choose_ca(entry.site.ca_file.clone());
    let id = entry.client_id.as_ref().map(ClientId::as_str).unwrap_or_default();
    super::source_check::pair(environment, support, PasteField::ClientId, &SecretString::from(id));
    true
}
