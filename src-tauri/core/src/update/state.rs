//! What is remembered between two requests.

use super::Release;
use crate::storage::{Error, FileName, JsonStore, Versioned};
use serde::{Deserialize, Serialize};
use std::path::Path;
use time::{Duration, OffsetDateTime};

/// The name of the file in the data folder.
const FILE: &str = "update";

/// How much time is between two requests.
const PERIOD: Duration = Duration::WEEK;

/// When the feed was asked, and what it said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateState {
    /// When the feed was asked for the last time.
    #[serde(with = "time::serde::rfc3339::option")]
    pub asked: Option<OffsetDateTime>,
    /// Whether the last request told nothing.
    pub failed: bool,
    /// The newest version that the feed ever named.
    pub newest: Option<Release>,
    /// The version whose notice the person has closed.
    pub dismissed: Option<String>,
}

impl Versioned for UpdateState {
    const VERSION: u32 = 1;
}

impl UpdateState {
    /// What is stored in this data folder. A file that can't be read counts as none: the next request replaces it.
    pub fn load(folder: &Path) -> Self {
        let read = FileName::parse(FILE).and_then(|name| JsonStore::new(folder).read(&name).ok().flatten());
        read.unwrap_or_default()
    }

    /// Stores it.
    ///
    /// # Errors
    /// If the folder can't be written.
    pub fn store(&self, folder: &Path) -> Result<(), Error> {
        FileName::parse(FILE).map_or(Ok(()), |name| JsonStore::new(folder).write(&name, self))
    }

    /// The newest version, if it is newer than this one.
    pub fn newer_than(&self, version: &str) -> Option<&Release> {
        self.newest.as_ref().filter(|release| release.is_newer_than(version))
    }
}

/// Whether it is time for another request. A time in the future is that of a clock that was wrong.
pub fn is_due(asked: Option<OffsetDateTime>, now: OffsetDateTime) -> bool {
    asked.is_none_or(|asked| asked > now || now - asked >= PERIOD)
}
