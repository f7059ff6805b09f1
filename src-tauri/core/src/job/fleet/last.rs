//! What the previous run over a list found on this machine, so that the next run can tell what changed. Only addresses,
//! slugs, ids and severities are stored.

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

/// Compares a run over a list with the previous one.
pub struct Changed(RunHistory<Row>);

/// Starts to compare a run over this list with the previous run of the same name.
///
/// # Errors
/// When the folder can't be read.
pub fn compare_with_last(environment: &Environment, list: &str) -> Result<Changed, Symptom> {
    RunHistory::read(environment, "fleets", FileName::from_parts(&["fleet", list])).map(Changed)
}

impl Changed {
    /// Whether this source's verdict differs from the previous run. For a new source: whether something is wrong with
    /// it.
    pub fn is_new(&mut self, entry: &ListEntry, verdict: &RowVerdict) -> bool {
        let (key, found) = (format!("{} {}", entry.site.server, entry.slug), Row::of(verdict));
        let before = self.0.last().and_then(|rows| rows.get(&key));
        let is_new = before.map_or(found.severity != Severity::Fine, |before| *before != found);
        self.0.add(key, found);
        is_new
    }

    /// Stores what this run found. Sources that it didn't reach keep their previous verdicts.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub fn keep(self, is_whole: bool) -> Result<(), Symptom> {
        self.0.keep(is_whole)
    }
}
