//! What the previous run of a check found on this machine, so that the next run can tell what changed.

use super::Environment;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::storage::{FileName, JsonStore, Versioned};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one run found: a row for each thing that was checked, by a key that stays the same from run to run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    rows: BTreeMap<String, R>,
}

impl<R: Serialize + DeserializeOwned> Versioned for Run<R> {
    const VERSION: u32 = 1;
}

/// The previous run of a check, and the present one that is compared with it.
pub(super) struct RunHistory<R> {
    folder: JsonStore<Run<R>>,
    name: FileName,
    last: Option<Run<R>>,
    now: Run<R>,
}

impl<R: Clone + PartialEq + Serialize + DeserializeOwned> RunHistory<R> {
    /// Reads the previous run of that name from this folder inside the data folder.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub(super) fn read(environment: &Environment, folder: &str, name: FileName) -> Result<Self, Symptom> {
        let folder: JsonStore<Run<R>> = JsonStore::new(environment.folder.join(folder));
        let last = folder.read(&name).map_err(|error| error.symptom())?;
        Ok(Self { folder, name, last, now: Run { rows: BTreeMap::new() } })
    }

    /// The rows of the previous run; none if there was none.
    pub(super) fn last(&self) -> Option<&BTreeMap<String, R>> {
        self.last.as_ref().map(|last| &last.rows)
    }

    /// The rows of this run so far.
    pub(super) fn now(&self) -> &BTreeMap<String, R> {
        &self.now.rows
    }

    /// Adds a row to this run.
    pub(super) fn add(&mut self, key: String, row: R) {
        self.now.rows.insert(key, row);
    }

    /// Replaces the previous run with this one. If this run isn't complete, the rows that it didn't reach keep their
    /// previous values.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub(super) fn keep(mut self, is_whole: bool) -> Result<(), Symptom> {
        let last = self.last.map(|last| last.rows).unwrap_or_default();
        if !is_whole {
            for (key, row) in &last {
                self.now.rows.entry(key.clone()).or_insert_with(|| row.clone());
            }
        }
        if last == self.now.rows {
            return Ok(());
        }
        self.folder.write(&self.name, &self.now).map_err(|error| error.symptom())
    }
}
