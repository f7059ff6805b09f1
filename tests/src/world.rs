//! The world around a journey: a folder, a clock that stands still, a log of requests, and a canary for a secret.

use crate::canary::Canary;
use crate::requests::{self, Wanted};
use anyhow::{Result, bail};
use sourcerer_core::clock::Clock;
use sourcerer_practice::log::Log;
use std::path::Path;
use tempfile::TempDir;
use time::OffsetDateTime;
use time::macros::datetime;

/// What a journey's clock shows.
pub const NOW: OffsetDateTime = datetime!(2026-05-04 10:20:30 UTC);

/// Everything a journey needs; its folder goes with it.
#[derive(Debug)]
pub struct World {
    folder: TempDir,
    log: Log,
    canary: Canary,
}

impl World {
    /// A world in which nothing has happened.
    ///
    /// # Errors
    /// If there is no place for temporary files.
    pub fn new() -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("sourcerer-world-").tempdir()?;
        // Random, so that a copy left by another run is told from one left by this.
        let name = folder.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let canary = Canary::new(format!("c4n4ry{}", name.replace("sourcerer-world-", "")).repeat(3).into());
        Ok(Self { folder, log: Log::default(), canary })
    }

    /// Where the journey writes.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A clock that shows [`NOW`].
    pub fn clock(&self) -> Clock {
        Clock::new(|| NOW)
    }

    /// What the practice servers write down.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// The secret that must be found nowhere afterwards.
    pub fn canary(&self) -> &Canary {
        &self.canary
    }

    /// The two checks that end every journey: no request that wasn't wanted, and no canary in what was written below
    /// the world's folder or said in `said` (the name of each text and the text).
    ///
    /// # Errors
    /// If one of them fails; the message lists all that was found.
    pub fn end(self, wanted: &[Wanted], said: &[(&str, &str)]) -> Result<()> {
        let mut faults: Vec<_> = requests::unasked(&self.log.all(), wanted)
            .into_iter()
            .map(|request| format!("nobody asked for {request}"))
            .collect();
        let written = self.canary.below(self.folder.path())?;
        let heard = said.iter().flat_map(|(name, text)| self.canary.in_text(name, text.as_bytes()));
        faults.extend(written.into_iter().chain(heard).map(|found| format!("the canary is in {found}")));
        if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
    }
}
