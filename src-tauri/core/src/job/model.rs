use super::{
    Environment, Mode, StageState, credentials, handover, names, push, repair, server, signin, source_stage, stages,
    verify, xapp,
};
use crate::address::ServerUrl;
use crate::credentials::ending_of;
use crate::stage::Stage;
use crate::storage::Versioned;
use crate::vault::Key;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

/// The open job: what was entered and the newest results. It is saved after each change and holds no secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// The id of the job, which names its file.
    pub id: String,
    /// When it was started (RFC 3339, UTC).
    pub made: String,
    /// When it was last changed (RFC 3339, UTC).
    pub touched: String,
    /// The page that is open.
    pub page: Stage,
    /// Stage 1.
    pub server: server::Server,
    /// Stage 2.
    pub names: names::Names,
    /// Stage 3.
    pub xapp: xapp::XApp,
    /// Stage 4.
    pub credentials: credentials::Credentials,
    /// Stage 5.
    pub signin: signin::SignIn,
    /// Stage 6.
    pub push: push::Push,
    /// Stage 7.
    pub verify: verify::Verify,
    /// The source stage, an optional part of stage 6.
    #[serde(default)]
    pub source_stage: source_stage::SourceStage,
    /// The link repair, an optional part of stage 6.
    #[serde(default)]
    pub repair: repair::Repair,
    /// What the job knows of its copies on other machines.
    #[serde(default)]
    pub handover: handover::Handover,
}

/// Where a secret is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SecretLocation {
    /// The desktop's keyring.
    Keyring,
    /// This program's memory, until it exits.
    Memory,
}

/// The record of a stored secret: where it is, and how to recognize it. Never the secret itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StoredSecret {
    /// Its last four characters; fewer if it is short.
    pub ending: String,
    /// When it was stored (RFC 3339, UTC).
    pub at: String,
    /// The vault that it is in.
    pub place: SecretLocation,
    /// The server that it is for (the address without a trailing slash).
    pub server: String,
}

impl StoredSecret {
    /// Records that this secret for this server is stored at this place.
    pub(super) fn new(environment: &Environment, secret: &SecretString, place: SecretLocation, server: &str) -> Self {
        let ending = ending_of(secret.expose_secret()).to_owned();
        Self { ending, at: environment.clock.stamp(), place, server: server.to_owned() }
    }

    /// A record that the keyring may hold a secret for this server from another run.
    pub fn in_keyring(server: &ServerUrl) -> Self {
        let server = server.as_str().to_owned();
        Self { ending: String::new(), at: String::new(), place: SecretLocation::Keyring, server }
    }
}

impl Versioned for Job {
    const VERSION: u32 = 1;
}

impl Job {
    /// Creates a job. In practice it is filled with what the practice servers provide.
    pub fn new(environment: &Environment) -> Self {
        let now = environment.clock.stamp();
        let id: String = now.chars().filter(char::is_ascii_digit).collect();
        let mut job = Self {
            id: format!("job-{id}"),
            touched: now.clone(),
            made: now,
            page: Stage::Server,
            server: server::Server::default(),
            names: names::Names::default(),
            xapp: xapp::XApp::default(),
            credentials: credentials::Credentials::default(),
            signin: signin::SignIn::default(),
            push: push::Push::default(),
            verify: verify::Verify::default(),
            source_stage: source_stage::SourceStage::default(),
            repair: repair::Repair::default(),
            handover: handover::Handover::default(),
        };
        if let Mode::Practice(practice) = &environment.world {
            practice.authentik.as_str().trim_end_matches('/').clone_into(&mut job.server.address);
            job.server.ca_file.clone_from(&practice.ca_file);
            job.names.slug.clone_from(&practice.slug);
            job.xapp.new_app = true;
        }
        job
    }

    /// Removes the records of secrets that an earlier run had in memory only.
    pub fn drop_lost(&mut self, environment: &Environment) {
        let lost = |kept: &StoredSecret, key: &Key| {
            kept.place == SecretLocation::Memory && !environment.memory.get(key).is_ok_and(|secret| secret.is_some())
        };
        if self.server.token.as_ref().is_some_and(|kept| lost(kept, &server::key(kept))) {
            self.server.token = None;
        }
        if self.credentials.secret.as_ref().is_some_and(|secret| lost(&secret.kept, &secret.key())) {
            self.credentials.secret = None;
        }
    }

    /// The job without the numbers of its exchanges, because in this run's request log those numbers belong to other
    /// exchanges.
    #[must_use]
    pub(super) fn without_exchanges(mut self) -> Self {
        if let Some(checked) = &mut self.credentials.checked {
            checked.probe.exchange = None;
        }
        for leg in self.signin.tested.iter_mut().flat_map(|tested| &mut tested.outcome.legs) {
            leg.exchange = None;
        }
        self
    }

    /// Opens a page, unless its stage can't be started yet.
    pub fn open(&mut self, stage: Stage) {
        if stages::state(self, stage) != StageState::CannotStart {
            self.page = stage;
        }
    }

    /// Opens the next page. An admin who goes on without a passed live test has skipped it.
    pub fn go_on(&mut self) {
        if self.page == Stage::SignIn && stages::state(self, Stage::SignIn) != StageState::Done {
            self.signin.skipped = true;
        }
        let next = Stage::ALL.into_iter().find(|stage| *stage > self.page);
        if let Some(next) = next {
            self.open(next);
        }
    }
}
