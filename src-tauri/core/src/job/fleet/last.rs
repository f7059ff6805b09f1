//! What a run over a list found last time on this machine, so that another can tell what changed. It keeps addresses,
//! slugs, ids and severities, no more.

use crate::diagnosis::{Diagnosed, Severity, Symptom};
use crate::draft::{Folder, Name, Versioned};
use crate::fleet::{Entry, Verdict};
use crate::job::Desk;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The verdict of each source, by server and slug.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Last {
    rows: BTreeMap<String, Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    severity: Severity,
    diagnoses: Vec<String>,
}

impl Versioned for Last {
    const VERSION: u32 = 1;
}

impl Row {
    fn of(verdict: &Verdict) -> Self {
        Self { severity: verdict.severity, diagnoses: verdict.diagnoses.iter().copied().map(str::to_owned).collect() }
    }
}

/// What the last run over a list found, to hold another against.
pub struct Changed {
    folder: Folder<Last>,
    name: Name,
    last: Option<Last>,
    now: Last,
}

/// Begins to hold a run over this list, by its name, against the one before.
///
/// # Errors
/// When the folder can't be read.
pub fn changed(desk: &Desk, list: &str) -> Result<Changed, Symptom> {
    let folder: Folder<Last> = Folder::at(desk.folder.join("fleets"));
    let name = Name::of(&["fleet", list]);
    let before = folder.read(&name).map_err(|error| error.symptom())?;
    Ok(Changed { folder, name, last: before, now: Last::default() })
}

impl Changed {
    /// Whether this source was found otherwise the last time; of one that is new, whether it isn't fine.
    pub fn is_new(&mut self, entry: &Entry, verdict: &Verdict) -> bool {
        let (key, found) = (format!("{} {}", entry.site.server, entry.slug), Row::of(verdict));
        let before = self.last.as_ref().and_then(|last| last.rows.get(&key));
        let is_new = before.map_or(found.severity != Severity::Fine, |before| *before != found);
        self.now.rows.insert(key, found);
        is_new
    }

    /// Keeps what this run found; of sources that it didn't come to, what was found before.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub fn keep(mut self, is_whole: bool) -> Result<(), Symptom> {
        let before = self.last.unwrap_or_default();
        if !is_whole {
            for (key, row) in before.rows.clone() {
                self.now.rows.entry(key).or_insert(row);
            }
        }
        if before == self.now {
            return Ok(());
        }
        self.folder.write(&self.name, &self.now).map_err(|error| error.symptom())
    }
}
