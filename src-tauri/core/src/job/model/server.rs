//! Stage 1, as it is stored: the address, the token's record, the CA file and the newest check.

use crate::address::{self, HttpPolicy, ServerUrl};
use crate::authentik::{ServerLegResult, ServerSummary};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::StoredSecret;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// What was entered, and the newest check.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Server {
    /// The address as it was typed.
    pub address: String,
    /// Whether the admin agreed to plain http to a private host.
    pub allow_http: bool,
    /// A file with the certificates of a private CA.
    pub ca_file: Option<PathBuf>,
    /// The stored API token, if there is one.
    pub token: Option<StoredSecret>,
    /// The newest check.
    pub checked: Option<ServerCheckRecord>,
}

/// The result of a server check, with the inputs that it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServerCheckRecord {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The address that was checked.
    pub base: String,
    /// The CA file that was used.
    pub ca_file: Option<PathBuf>,
    /// When the token that was used had been stored.
    pub token_at: Option<String>,
    /// The verdict of each server leg.
    #[serde(default)]
    pub legs: Vec<ServerLegResult>,
    /// The outcome of the check.
    pub outcome: ServerCheckOutcome,
}

/// The outcome of a server check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ServerCheckOutcome {
    /// The server answered; permissions may still be missing.
    Reached(Box<ServerSummary>),
    /// The check stopped with this symptom.
    Stopped(Symptom),
}

impl Server {
    fn plain(&self) -> HttpPolicy {
        if self.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly }
    }

    /// The address as it is understood.
    ///
    /// # Errors
    /// When it can't be understood, or may not be asked.
    pub fn parse_address(&self) -> Result<address::ParsedAddress, address::Error> {
        ServerUrl::parse(&self.address, self.plain())
    }

    /// The address, if it is usable.
    pub fn url(&self) -> Option<ServerUrl> {
        self.parse_address().ok().map(|read| read.url)
    }

    /// The stored token, if it is for this address.
    pub fn token(&self) -> Option<&StoredSecret> {
        let url = self.url()?;
        self.token.as_ref().filter(|kept| kept.server == url.as_str())
    }

    /// The newest check, if it is about what is entered now.
    pub fn fresh_check(&self) -> Option<&ServerCheckRecord> {
        let url = self.url()?;
        self.checked.as_ref().filter(|checked| {
            checked.base == url.as_str()
                && checked.ca_file == self.ca_file
                && checked.token_at.as_ref() == self.token().map(|kept| &kept.at)
        })
    }

    /// What the newest check found, if it is about what is entered now.
    pub fn summary(&self) -> Option<&ServerSummary> {
        match &self.fresh_check()?.outcome {
            ServerCheckOutcome::Reached(reached) => Some(reached),
            ServerCheckOutcome::Stopped(_) => None,
        }
    }

    /// Why the job can't go on, if a current check found a problem.
    pub fn problem(&self) -> Option<Symptom> {
        match &self.fresh_check()?.outcome {
            ServerCheckOutcome::Reached(reached) => reached.problem(self.url()?.host()).map(|error| error.symptom()),
            ServerCheckOutcome::Stopped(symptom) => Some(symptom.clone()),
        }
    }
}
