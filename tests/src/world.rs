//! The environment of a journey: practice servers with a log of their requests, a person's browser, a clock that only
//! the journey advances, a folder, and the secrets that must be found nowhere afterward.

use crate::canary::Canary;
use crate::requests::{self, ExpectedRequest};
use anyhow::{Result, bail};
use secrecy::SecretString;
use sourcerer_core::clock::Clock;
use sourcerer_core::job::settings::Settings;
use sourcerer_core::job::{self, Environment, FOLDER};
use sourcerer_core::net::{Proxies, Trace, TransportPool};
use sourcerer_core::vault::{AbsentSecrets, InMemory};
use sourcerer_practice::browser::Browser;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::log::Log;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_practice::{Practice, PracticeOptions};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tempfile::TempDir;
use time::OffsetDateTime;
use time::macros::datetime;

/// The initial time of a journey's clock.
pub const NOW: OffsetDateTime = datetime!(2026-05-04 10:20:30 UTC);

/// Everything that a journey needs. Its folder and its servers are removed with it.
pub struct World {
    folder: TempDir,
    practice: Practice,
    browser: Browser,
    environment: Environment,
    /// The seconds since [`NOW`].
    passed: Arc<AtomicU64>,
    canary: Canary,
    /// The secrets that the servers created.
    theirs: Mutex<Vec<Canary>>,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").field("folder", &self.folder).field("practice", &self.practice).finish_non_exhaustive()
    }
}

impl World {
    /// A new world without faults.
    ///
    /// # Errors
    /// If there is no place for temporary files, or the practice servers don't start.
    pub async fn new() -> Result<Self> {
        Self::started(PracticeOptions::default()).await
    }

    /// A new world with these faults.
    ///
    /// # Errors
    /// The same as for [`Self::new`].
    pub async fn with(faults: &[Fault]) -> Result<Self> {
        Self::started(PracticeOptions { faults: faults.iter().copied().collect(), ..PracticeOptions::default() }).await
    }

    /// A new world with practice servers that have these options.
    ///
    /// # Errors
    /// The same as for [`Self::new`].
    pub async fn started(options: PracticeOptions) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("sourcerer-world-").tempdir()?;
        // The canary is random, so that a copy of another run is distinguished from one of this run.
        let name = folder.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let canary = Canary::new(format!("c4n4ry{}", name.replace("sourcerer-world-", "")).repeat(3).into());
        let practice = Box::pin(Practice::start(options)).await?;
        let browser = Browser::of(&practice)?;
        let passed = Arc::new(AtomicU64::new(0));
        let hand = Arc::clone(&passed);
        let environment = Environment {
            vault: Arc::new(InMemory::default()),
            memory: Arc::new(InMemory::default()),
            absent: AbsentSecrets::default(),
            opener: Arc::new(browser.clone()),
            clock: Clock::new(move || NOW + Duration::from_secs(hand.load(Ordering::SeqCst))),
            proxies: Proxies::None,
            pool: TransportPool::default(),
            trace: Trace::default(),
            settings: Settings::default(),
            folder: folder.path().join("data").join(FOLDER),
            patience: None,
            world: job::Mode::Practice(Box::new(practice.world().clone())),
        };
        let theirs = Mutex::new(vec![Canary::new(practice.authentik.token().clone())]);
        Ok(Self { folder, practice, browser, environment, passed, canary, theirs })
    }

    /// The folder that the journey writes to.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The folder in which programs of this world store their data (`XDG_DATA_HOME`). It contains the environment's
    /// folder.
    pub fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// The practice servers.
    pub fn practice(&self) -> &Practice {
        &self.practice
    }

    /// The person's browser, which the environment uses.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The environment of a job in this world. Clones share vault, clock, browser and request log.
    pub fn environment(&self) -> Environment {
        self.environment.clone()
    }

    /// Advances the clock.
    pub fn pass(&self, seconds: u64) {
        self.passed.fetch_add(seconds, Ordering::SeqCst);
    }

    /// The log of the practice servers.
    pub fn log(&self) -> &Log {
        self.practice.log()
    }

    /// A secret that must be found nowhere afterward, for journeys that have none of their own to type.
    pub fn canary(&self) -> &Canary {
        &self.canary
    }

    /// Registers an app at the practice X with these callbacks. Its Client Secret must be found nowhere afterward.
    pub fn register(&self, callbacks: Vec<String>, website: String) -> TokenAuthentication {
        let pair = self.practice.register(callbacks, website);
        let secret = Canary::new(pair.client_secret.clone());
        self.theirs.lock().unwrap_or_else(PoisonError::into_inner).push(secret);
        pair
    }

    /// The API token of the practice authentik, which must be found nowhere afterward.
    pub fn token(&self) -> &SecretString {
        self.practice.authentik.token()
    }

    /// The two checks at the end of every journey: there was no request outside of `wanted`, and no secret is in the
    /// files below the world's folder or in `said` (the name of each text and the text).
    ///
    /// # Errors
    /// If one of them fails. The message lists all findings.
    pub fn end(self, wanted: &[ExpectedRequest], said: &[(&str, &str)]) -> Result<()> {
        let mut faults: Vec<_> = requests::unasked(&self.log().all(), wanted)
            .into_iter()
            .map(|request| format!("nobody asked for {request}"))
            .collect();
        faults.extend(self.spilled(said)?);
        if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
    }

    /// Where a secret of this world was found: below its folder, or in `said` (the name of each text and the text).
    ///
    /// # Errors
    /// If something in the folder can't be read.
    pub fn spilled(&self, said: &[(&str, &str)]) -> Result<Vec<String>> {
        let theirs = self.theirs.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found = Vec::new();
        for canary in std::iter::once(&self.canary).chain(theirs.iter()) {
            let written = canary.below(self.folder.path())?;
            let heard = said.iter().flat_map(|(name, text)| canary.in_text(name, text.as_bytes()));
            found.extend(written.into_iter().chain(heard).map(|found| format!("the canary is in {found}")));
        }
        Ok(found)
    }
}
