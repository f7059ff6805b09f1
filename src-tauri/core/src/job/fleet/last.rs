//! What a run over a list found last time on this machine, so that another can tell what changed. It keeps addresses,
//! slugs, ids and severities, no more.

use crate::diagnosis::{Severity, Symptom};
use crate::fleet::{ListEntry, RowVerdict};
use crate::job::Environment;
use crate::job::run_history::RunHistory;
use crate::storage::FileName;
use serde::{Deserialize, Serialize};

/// The verdict of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    severity: Severity,
    diagnoses: Vec<String>,
}

impl Row {
    fn of(verdict: &RowVerdict) -> Self {
        Self { severity: verdict.severity, diagnoses: verdict.diagnoses.iter().copied().map(str::to_owned).collect() }
    }
}

/// What the last run over a list found, to hold another against.
pub struct Changed(RunHistory<Row>);

/// Begins to hold a run over this list, by its name, against the one before.
///
/// # Errors
/// When the folder can't be read.
pub fn changed(environment: &Environment, list: &str) -> Result<Changed, Symptom> {
    RunHistory::read(environment, "fleets", FileName::of(&["fleet", list])).map(Changed)
}

impl Changed {
    /// Whether this source was found otherwise the last time; of one that is new, whether it isn't fine.
    pub fn is_new(&mut self, entry: &ListEntry, verdict: &RowVerdict) -> bool {
        let (key, found) = (format!("{} {}", entry.site.server, entry.slug), Row::of(verdict));
        let before = self.0.last().and_then(|rows| rows.get(&key));
        let is_new = before.map_or(found.severity != Severity::Fine, |before| *before != found);
        self.0.add(key, found);
        is_new
    }

    /// Keeps what this run found; of sources that it didn't come to, what was found before.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub fn keep(self, is_whole: bool) -> Result<(), Symptom> {
        self.0.keep(is_whole)
    }
}
