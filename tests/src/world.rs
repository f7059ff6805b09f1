//! The world around a journey: practice servers with a log of what they were asked, a person's browser, a clock that
//! only the journey moves, a folder, and the secrets that must be found nowhere afterwards.

use crate::canary::Canary;
use crate::requests::{self, ExpectedRequest};
use anyhow::{Result, bail};
use secrecy::SecretString;
use sourcerer_core::clock::Clock;
use sourcerer_core::job::{self, Environment, FOLDER};
use sourcerer_core::net::{Proxies, Trace, TransportPool};
use sourcerer_core::vault::InMemory;
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

/// What a journey's clock shows at first.
pub const NOW: OffsetDateTime = datetime!(2026-05-04 10:20:30 UTC);

/// Everything a journey needs; its folder and its servers go with it.
pub struct World {
    folder: TempDir,
    practice: Practice,
    browser: Browser,
    environment: Environment,
    /// Seconds since [`NOW`].
    passed: Arc<AtomicU64>,
    canary: Canary,
    /// The secrets that the servers made up.
    theirs: Mutex<Vec<Canary>>,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").field("folder", &self.folder).field("practice", &self.practice).finish_non_exhaustive()
    }
}

impl World {
    /// A world in which nothing has happened, and nothing goes wrong.
    ///
    /// # Errors
    /// If there is no place for temporary files, or the practice servers don't start.
    pub async fn new() -> Result<Self> {
        Self::started(PracticeOptions::default()).await
    }

    /// A world in which these go wrong.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub async fn with(faults: &[Fault]) -> Result<Self> {
        Self::started(PracticeOptions { faults: faults.iter().copied().collect(), ..PracticeOptions::default() }).await
    }

    /// A world with such practice servers.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub async fn started(options: PracticeOptions) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("sourcerer-world-").tempdir()?;
        // Random, so that a copy left by another run is told from one left by this.
        let name = folder.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let canary = Canary::new(format!("c4n4ry{}", name.replace("sourcerer-world-", "")).repeat(3).into());
        let practice = Box::pin(Practice::start(options)).await?;
        let browser = Browser::of(&practice)?;
        let passed = Arc::new(AtomicU64::new(0));
        let hand = Arc::clone(&passed);
        let environment = Environment {
            vault: Arc::new(InMemory::default()),
            memory: Arc::new(InMemory::default()),
            opener: Arc::new(browser.clone()),
            clock: Clock::new(move || NOW + Duration::from_secs(hand.load(Ordering::SeqCst))),
            proxies: Proxies::None,
            pool: TransportPool::default(),
            trace: Trace::default(),
            folder: folder.path().join("data").join(FOLDER),
            patience: None,
            world: job::Mode::Practice(Box::new(practice.world().clone())),
        };
        let theirs = Mutex::new(vec![Canary::new(practice.authentik.token().clone())]);
        Ok(Self { folder, practice, browser, environment, passed, canary, theirs })
    }

    /// Where the journey writes.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where programs of this world keep their data (`XDG_DATA_HOME`); the environment's folder is in it.
    pub fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    /// The practice servers.
    pub fn practice(&self) -> &Practice {
        &self.practice
    }

    /// The person's browser, which the environment opens.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// What the outside world provides to a job. Clones share vault, clock, browser and trace.
    pub fn environment(&self) -> Environment {
        self.environment.clone()
    }

    /// Moves the clock on.
    pub fn pass(&self, seconds: u64) {
        self.passed.fetch_add(seconds, Ordering::SeqCst);
    }

    /// What the practice servers wrote down.
    pub fn log(&self) -> &Log {
        self.practice.log()
    }

    /// A secret that must be found nowhere afterwards, for whoever has none to type.
    pub fn canary(&self) -> &Canary {
        &self.canary
    }

    /// Registers an app at the practice X with these callbacks. Its Client Secret must be found nowhere afterwards.
    pub fn register(&self, callbacks: Vec<String>, website: String) -> TokenAuthentication {
        let pair = self.practice.register(callbacks, website);
        let secret = Canary::new(pair.client_secret.clone());
        self.theirs.lock().unwrap_or_else(PoisonError::into_inner).push(secret);
        pair
    }

    /// The API token of the practice authentik, which must be found nowhere afterwards.
    pub fn token(&self) -> &SecretString {
        self.practice.authentik.token()
    }

    /// The two checks that end every journey: no request that wasn't wanted, and no secret in what was written below
    /// the world's folder or said in `said` (the name of each text and the text).
    ///
    /// # Errors
    /// If one of them fails; the message lists all that was found.
    pub fn end(self, wanted: &[ExpectedRequest], said: &[(&str, &str)]) -> Result<()> {
        let mut faults: Vec<_> = requests::unasked(&self.log().all(), wanted)
            .into_iter()
            .map(|request| format!("nobody asked for {request}"))
            .collect();
        faults.extend(self.spilled(said)?);
        if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
    }

    /// Where a secret of this world was found that must be found nowhere: below its folder, or in `said` (the name of
    /// each text and the text).
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
