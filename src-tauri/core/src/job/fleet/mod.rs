//! The fleet in this run of the program: the list that was loaded, its table, and the run over it.
//!
//! - A run belongs to the list that it was started for. Loading another list ends the run, and its later results are
//!   ignored.
//! - After a stop and a new start, only rows without a verdict are checked.
//! - Nothing of a list is saved except what [`changed`] stores, which is ids and severities.

mod details;
mod last;

use crate::fleet::RowProgress;
pub use details::open;
pub use last::{Changed, compare_with_last};

use super::{Environment, JobStore};
use crate::address::HttpPolicy;
use crate::diagnosis::Symptom;
use crate::files;
use crate::fleet::{
    self, FleetContext, FleetCounts, FleetFormat, FleetLimits, FleetQuery, FleetRows, FleetTable, ListEntry,
    ListRemark, ListedSource, RowVerdict, SourceList,
};
use crate::progress::Observer;
use serde::Serialize;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// The minimum time between two progress updates to the page.
const QUIET: Duration = Duration::from_millis(150);

/// A list of sources, and what was found about them.
#[derive(Clone, Debug, Default)]
pub struct Fleet {
    name: Option<String>,
    table: FleetTable,
    remarks: Vec<ListRemark>,
    more_remarks: usize,
    wrong: usize,
    /// The number of the current run, whose results are accepted; none while no run is active.
    running: Option<u32>,
    runs: u32,
    stop: CancellationToken,
    /// When the run started, and how long the earlier ones took.
    began: Option<Instant>,
    took: Duration,
    told: Option<Instant>,
}

/// What a run over the fleet needs.
#[derive(Clone, Debug)]
pub struct Work {
    /// The run's number.
    pub run: u32,
    /// The list.
    pub entries: Arc<[ListEntry]>,
    /// The rows to check.
    pub rows: Vec<u32>,
    /// Stops the run.
    pub stop: CancellationToken,
}

/// The page of the fleet.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FleetPage {
    /// The name of the list; none if it was pasted or made from the saved jobs.
    pub name: Option<String>,
    /// How many sources there are, in total and by verdict.
    pub counts: FleetCounts,
    /// The remarks on the list's lines, at most one hundred.
    pub remarks: Vec<ListRemark>,
    /// How many further remarks there are.
    pub more_remarks: u32,
    /// How many lines are wrong.
    pub wrong: u32,
    /// Whether a run is active.
    pub running: bool,
    /// How long the runs have taken so far, in milliseconds.
    pub millis: u32,
}

impl Fleet {
    /// Loads another list. The results of the previous list are dropped, and its run ends.
    pub fn load(&mut self, list: SourceList, name: Option<String>) {
        self.stop();
        let runs = self.runs;
        *self = Self {
            name,
            table: FleetTable::new(list.entries),
            remarks: list.remarks,
            more_remarks: list.more_remarks,
            wrong: list.wrong,
            runs,
            ..Self::default()
        };
    }

    /// Forgets the list.
    pub fn clear(&mut self) {
        self.load(SourceList::default(), None);
    }

    /// The table.
    pub fn table(&self) -> &FleetTable {
        &self.table
    }

    /// Starts a run over the rows without a verdict or, with `again`, over all rows. Returns none while another run is
    /// active, or if there is no row to check.
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

    /// Takes a row's verdict from the run with this number. Returns true when the page should be redrawn.
    pub fn merge_verdict(&mut self, run: u32, row: u32, verdict: RowVerdict) -> bool {
        if self.running != Some(run) {
            return false;
        }
        self.table.set_verdict(row, verdict);
        let tells = self.told.is_none_or(|told| told.elapsed() >= QUIET);
        if tells {
            self.told = Some(Instant::now());
        }
        tells
    }

    /// Marks the run with this number as ended.
    pub fn end_run(&mut self, run: u32) {
        if self.running == Some(run) {
            self.running = None;
            self.took += self.began.take().map(|began| began.elapsed()).unwrap_or_default();
        }
    }

    /// Stops the active run. Its results stay.
    pub fn stop(&mut self) {
        self.stop.cancel();
        if let Some(run) = self.running {
            self.end_run(run);
        }
    }

    /// The rows that match a query.
    pub fn rows(&self, query: &FleetQuery) -> FleetRows {
        self.table.rows(query)
    }

    pub(super) fn page(&self) -> FleetPage {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let took = self.took + self.began.map(|began| began.elapsed()).unwrap_or_default();
        FleetPage {
            name: self.name.clone(),
            counts: self.table.counts(),
            remarks: self.remarks.clone(),
            more_remarks: count(self.more_remarks),
            wrong: count(self.wrong),
            running: self.running.is_some(),
            millis: u32::try_from(took.as_millis()).unwrap_or(u32::MAX),
        }
    }
}

/// Reads a list from a file. Files that the list names are looked up relative to its folder.
///
/// # Errors
/// [`Symptom::ListUnreadable`].
pub fn read_file(file: &Path, plain: HttpPolicy) -> Result<SourceList, Symptom> {
    let unreadable = |_| Symptom::ListUnreadable { path: file.display().to_string() };
    let mut bytes = Vec::new();
    // One more, so that a list that is too long is seen to be.
    let most = fleet::LONGEST as u64 + 1;
    files::open(file).and_then(|open| open.take(most).read_to_end(&mut bytes)).map_err(unreadable)?;
    let whole = file.canonicalize().map_err(unreadable)?;
    Ok(fleet::parse(&bytes, plain, whole.parent()))
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

/// The list of the sources of all saved jobs, newest first.
pub fn list_jobs(environment: &Environment) -> SourceList {
    let drafts = JobStore::new(environment).drafts();
    SourceList::from_sources(drafts.iter().map(|job| {
        let source = ListedSource {
            server: &job.server.address,
            slug: &job.names.typed.slug,
            client_id: job.credentials.client_id.as_deref().unwrap_or_default(),
            ca_file: job.server.ca_file.as_deref().and_then(Path::to_str).unwrap_or_default(),
        };
        (source, if job.server.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly })
    }))
}

/// Checks these rows; the observer hears each result as it is ready. Reads only.
pub async fn run(environment: &Environment, work: &Work, limits: FleetLimits, observer: Observer<'_, RowProgress>) {
    let net = |ca_file: Option<&Path>| environment.net_for_many(ca_file);
    let means = FleetContext { net: &net, x_host: environment.x_host(), limits, stop: work.stop.clone() };
    fleet::run(&means, &work.entries, &work.rows, observer).await;
}
