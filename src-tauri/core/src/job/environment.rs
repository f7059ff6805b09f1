use super::model::Credentials;
use super::model::Handover;
use super::model::Names;
use super::model::Push;
use super::model::Repair;
use super::model::Server;
use super::model::SignIn;
use super::model::SourceStage;
use super::model::Verify;
use super::model::XApp;
use super::settings::Settings;
use super::{Job, SecretLocation, StoredSecret};
use crate::clock::Clock;
use crate::diagnosis::{Diagnosed, ForgottenSecret, Symptom};
use crate::net::{self, CaFile, HttpClient, Proxies, Trace, TransportPool};
use crate::plan::Journals;
use crate::signin::BrowserOpener;
use crate::stage::Stage;
use crate::vault::{self, AbsentSecrets, Key, Vault};
use crate::x;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// What the outside world provides to the core: vault, browser, clock, network and data folder.
#[derive(Clone)]
pub struct Environment {
    /// Where secrets are kept.
    pub vault: Arc<dyn Vault>,
    /// Where secrets are stored for this run, on request, when the keyring can't be used.
    pub memory: Arc<dyn Vault>,
    /// The secrets that weren't found where a job has a record of them.
    pub absent: AbsentSecrets,
    /// The person's browser.
    pub opener: Arc<dyn BrowserOpener>,
    /// The time of day.
    pub clock: Clock,
    /// The proxies between this machine and its peers.
    pub proxies: Proxies,
    /// The pool of connections to peers, so that clients share them.
    pub pool: TransportPool,
    /// The request log of this run.
    pub trace: Trace,
    /// The data folder, with the saved jobs and the journals.
    pub folder: PathBuf,
    /// What was set for the whole program.
    pub settings: Settings,
    /// How long to wait for a silent peer; none means that each wait has its own default.
    pub patience: Option<Duration>,
    /// Whether the program works with the real X or with the practice servers.
    pub world: Mode,
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment").field("folder", &self.folder).field("world", &self.world).finish_non_exhaustive()
    }
}

/// The real X, or a practice one.
#[derive(Clone, Debug)]
pub enum Mode {
    /// X itself.
    Real,
    /// Practice servers on loopback.
    Practice(Box<PracticeServers>),
}

/// Where the practice servers are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeServers {
    /// The practice X.
    pub x: Url,
    /// Its developer portal.
    pub portal: Url,
    /// The practice authentik.
    pub authentik: Url,
    /// The CA that issued the practice authentik's certificate, if it serves https.
    pub ca_file: Option<PathBuf>,
    /// The slug that practice suggests.
    pub slug: String,
    /// The names of the faults that are turned on.
    pub faults: Vec<String>,
    /// Whether whoever rehearses wants to find the faults alone.
    pub hidden: bool,
    /// Whether the practice authentik has an enterprise license.
    pub licensed: bool,
    /// The name of the practice authentik's layout.
    pub layout: String,
}

impl Environment {
    /// The same environment with what was set for the whole program.
    #[must_use]
    pub fn with_settings(self, settings: &Settings) -> Self {
        Self { proxies: settings.proxies(), settings: settings.clone(), ..self }
    }

    /// The addresses at which X is asked.
    pub fn endpoints(&self) -> x::Endpoints {
        match &self.world {
            Mode::Real => x::Endpoints::production(),
            Mode::Practice(practice) => x::Endpoints::with_base(&practice.x),
        }
    }

    /// A host, with its port, that counts as X in addition to X's own hosts.
    pub fn x_host(&self) -> Option<String> {
        let Mode::Practice(practice) = &self.world else { return None };
        let host = practice.x.host_str()?;
        Some(practice.x.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
    }

    /// Whether the servers are practice servers.
    pub fn is_practice(&self) -> bool {
        matches!(self.world, Mode::Practice(_))
    }

    /// The CA that issued the practice authentik's certificate, if it serves https.
    pub fn practice_ca(&self) -> Option<&Path> {
        let Mode::Practice(practice) = &self.world else { return None };
        practice.ca_file.as_deref()
    }

    /// An HTTP client for the admin's server: it trusts the platform's roots and this CA file. It reuses the
    /// connections of earlier clients, until the pool [forgets](TransportPool::forget) them.
    ///
    /// # Errors
    /// [`net::Error::Ca`] when the file can't be used.
    pub fn http_client(&self, ca_file: Option<&Path>) -> Result<HttpClient, net::Error> {
        let ca = self.ca(ca_file)?;
        let patience = self.timeout_or(net::PATIENCE);
        self.pool.client(ca.as_ref(), self.proxies.clone(), patience, self.trace.clone(), self.clock.clone())
    }

    /// The same client for very many servers: its requests are counted, and nothing else of them is kept.
    ///
    /// # Errors
    /// As [`Self::http_client`].
    pub(super) fn net_for_many(&self, ca_file: Option<&Path>) -> Result<HttpClient, net::Error> {
        let ca = self.ca(ca_file)?;
        HttpClient::for_many_peers(
            ca.as_ref(),
            self.proxies.clone(),
            self.timeout_or(net::PATIENCE),
            self.clock.clone(),
        )
    }

    /// The certificates that are trusted in addition to the platform's roots: those of this file, or else those that were
    /// set for the whole program.
    fn ca(&self, ca_file: Option<&Path>) -> Result<Option<CaFile>, net::Error> {
        ca_file.or(self.settings.ca_file.as_deref()).map(CaFile::load).transpose()
    }

    /// The journals of what was written from this machine.
    pub fn journals(&self) -> Journals {
        let vault = if self.is_practice() { &self.memory } else { &self.vault };
        Journals::new(self.folder.join("journals")).with_vaults(vault, &self.memory)
    }

    /// Where a secret goes that the admin wants at this location. Practice has no keyring, so there it is memory, and so it
    /// is where the settings say that nothing goes into the keyring.
    pub(super) fn place(&self, wanted: SecretLocation) -> SecretLocation {
        match self.settings.secrets {
            SecretLocation::Keyring if !self.is_practice() => wanted,
            SecretLocation::Keyring | SecretLocation::Memory => SecretLocation::Memory,
        }
    }

    /// Stores a secret where the admin wants it.
    pub(super) async fn put(&self, key: Key, secret: SecretString, place: SecretLocation) -> Result<(), Symptom> {
        let stored = key.clone();
        self.with_vault(place, move |vault| vault.put(&key, &secret)).await?;
        self.absent.record(&stored, false);
        Ok(())
    }

    /// Reads a secret; `None` if it is gone.
    pub(super) async fn get(&self, key: Key, place: SecretLocation) -> Result<Option<SecretString>, Symptom> {
        let asked = key.clone();
        let found = self.with_vault(place, move |vault| vault.get(&key)).await?;
        self.absent.record(&asked, found.is_none());
        Ok(found)
    }

    /// Deletes a secret.
    pub(super) async fn delete(&self, key: Key, place: SecretLocation) -> Result<(), Symptom> {
        self.with_vault(place, move |vault| vault.delete(&key).map(|_| ())).await
    }

    async fn with_vault<T: Send + 'static>(
        &self,
        place: SecretLocation,
        act: impl FnOnce(&dyn Vault) -> Result<T, vault::Error> + Send + 'static,
    ) -> Result<T, Symptom> {
        let vault = match place {
            SecretLocation::Keyring => &self.vault,
            SecretLocation::Memory => &self.memory,
        };
        vault::ask(vault, act).await.map_err(|error| error.symptom())
    }

    /// The timeout that was set for this environment, or else this one.
    pub fn timeout_or(&self, usual: Duration) -> Duration {
        self.patience.unwrap_or(usual)
    }

    /// Removes a job's records of secrets that are gone, so that its stages wait for them again: those that an earlier
    /// run had in memory only, and those that the keyring was asked for and didn't have. Asks the keyring for nothing.
    /// Returns which of them are gone.
    pub(super) fn drop_lost_secrets(&self, job: &mut Job) -> Option<ForgottenSecret> {
        let is_lost = |kept: &StoredSecret, key: &Key| match kept.place {
            SecretLocation::Memory => !self.memory.get(key).is_ok_and(|secret| secret.is_some()),
            SecretLocation::Keyring => self.absent.contains(key),
        };
        let token = job.server.token.take_if(|kept| is_lost(kept, &kept.api_token_key()));
        let secret = job.credentials.secret.take_if(|secret| is_lost(&secret.kept, &secret.key()));
        ForgottenSecret::new(token.is_some(), secret.is_some())
    }
}

impl Job {
    /// Creates a job as the window begins it: who may sign in is still to be chosen.
    pub fn undecided(environment: &Environment) -> Self {
        let mut job = Self::new(environment);
        job.names.typed.decided = false;
        job
    }

    /// Creates a job. In practice it is filled with what the practice servers provide.
    pub fn new(environment: &Environment) -> Self {
        let now = environment.clock.stamp();
        let id: String = now.chars().filter(char::is_ascii_digit).collect();
        let mut job = Self {
            id: format!("job-{id}"),
            touched: now.clone(),
            made: now,
            label: String::new(),
            archived: false,
            page: Stage::Server,
            server: Server::default(),
            names: Names::default(),
            xapp: XApp::default(),
            credentials: Credentials::default(),
            signin: SignIn::default(),
            push: Push::default(),
            verify: Verify::default(),
            source_stage: SourceStage::default(),
            repair: Repair::default(),
            handover: Handover::default(),
        };
        job.names.typed.port = environment.settings.port;
        if let Mode::Practice(practice) = &environment.world {
            practice.authentik.as_str().trim_end_matches('/').clone_into(&mut job.server.address);
            job.server.ca_file.clone_from(&practice.ca_file);
            job.names.typed.slug.clone_from(&practice.slug);
            job.xapp.new_app = true;
        }
        job
    }
}

#[cfg(test)]
impl Environment {
    /// The environment of a test: nothing is stored beyond it, no browser opens, the clock stands still, and the data
    /// folder has no name until the test gives it one.
    pub(crate) fn for_tests() -> Self {
        Self {
            vault: Arc::new(vault::InMemory::default()),
            memory: Arc::new(vault::InMemory::default()),
            absent: AbsentSecrets::default(),
            opener: Arc::new(|_: &Url| Err(crate::signin::NotOpened)),
            clock: Clock::new(|| time::macros::datetime!(2026-05-04 10:20:30 UTC)),
            proxies: Proxies::None,
            pool: TransportPool::default(),
            trace: Trace::default(),
            folder: PathBuf::new(),
            settings: Settings::default(),
            patience: None,
            world: Mode::Real,
        }
    }
}
