//! Stage 1: the address of authentik, its API token, a private CA, and the server check.

mod page;

pub(super) use page::page;
pub use page::{AddressPreview, ServerLegView, ServerPage};

use super::stages;
use super::{Environment, Job, SecretLocation, Session, StoredSecret};
use crate::address::{self, HttpPolicy, ServerUrl};
use crate::authentik::{self, Client, LegObserver, ServerCheck, ServerLegResult, ServerSummary};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::msg;
use crate::paste;
use crate::stage::Stage;
use crate::vault::{Key, SecretKind};
use secrecy::{ExposeSecret, SecretString};
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
    pub fn read(&self) -> Result<address::ParsedAddress, address::Error> {
        ServerUrl::read(&self.address, self.plain())
    }

    /// The address, if it is usable.
    pub fn url(&self) -> Option<ServerUrl> {
        self.read().ok().map(|read| read.url)
    }

    /// The stored token, if it is for this address.
    pub fn token(&self) -> Option<&StoredSecret> {
        let url = self.url()?;
        self.token.as_ref().filter(|kept| kept.server == url.as_str())
    }

    /// The newest check, if it is about what is entered now.
    pub fn fresh(&self) -> Option<&ServerCheckRecord> {
        let url = self.url()?;
        self.checked.as_ref().filter(|checked| {
            checked.base == url.as_str()
                && checked.ca_file == self.ca_file
                && checked.token_at.as_ref() == self.token().map(|kept| &kept.at)
        })
    }

    /// What the newest check found, if it is about what is entered now.
    pub fn reached(&self) -> Option<&ServerSummary> {
        match &self.fresh()?.outcome {
            ServerCheckOutcome::Reached(reached) => Some(reached),
            ServerCheckOutcome::Stopped(_) => None,
        }
    }

    /// Why the job can't go on, if a current check found a problem.
    pub fn problem(&self) -> Option<Symptom> {
        match &self.fresh()?.outcome {
            ServerCheckOutcome::Reached(reached) => reached.problem(self.url()?.host()).map(|error| error.symptom()),
            ServerCheckOutcome::Stopped(symptom) => Some(symptom.clone()),
        }
    }
}

/// Takes what was typed. An agreement to plain http applies only to the host that it was given for.
pub fn enter(server: &mut Server, address: String, allow_http: bool) {
    let host = |address: &str| {
        let read = ServerUrl::read(address, HttpPolicy::PrivateConfirmed).ok()?;
        Some(read.url.host().to_owned())
    };
    let same = host(&server.address) == host(&address);
    server.allow_http = allow_http && (same || !server.allow_http);
    server.address = address;
}

/// Stores the API token in the vault. It never returns to the page.
///
/// # Errors
/// When the address isn't usable yet, the token is empty, or the keyring doesn't take it.
pub async fn store_token(
    environment: &Environment,
    server: &Server,
    token: &SecretString,
    place: SecretLocation,
) -> Result<StoredSecret, Symptom> {
    let url = server.url().ok_or(Symptom::SecretNeeded)?;
    let token = SecretString::from(paste::strip(token.expose_secret()).text.into_owned());
    if token.expose_secret().is_empty() {
        return Err(Symptom::ApiTokenMissing { host: url.host().to_owned() });
    }
    let place = environment.place(place);
    let kept = StoredSecret::new(environment, &token, place, url.as_str());
    environment.put(Key::api_token(&url), token, place).await?;
    Ok(kept)
}

/// Merges the result of storing the token into the session.
pub fn merge_token(session: &mut Session, outcome: Result<StoredSecret, Symptom>) {
    session.keyring = None;
    match outcome {
        Ok(kept) => {
            if let Some(job) = &mut session.job {
                job.server.token = Some(kept);
            }
        }
        Err(symptom) => session.keyring = Some(symptom),
    }
}

/// Deletes the API token from the vault.
///
/// # Errors
/// When the keyring refuses.
pub async fn forget_token(environment: &Environment, kept: &StoredSecret) -> Result<(), Symptom> {
    environment.delete(key(kept), kept.place).await
}

/// The vault key of a stored token.
pub(super) fn key(kept: &StoredSecret) -> Key {
    Key { server: kept.server.clone(), kind: SecretKind::ApiToken }
}

/// A client for the server as it is entered, with its token if one is stored.
///
/// # Errors
/// When the CA file can't be used, the keyring can't be read, or the token is gone.
pub async fn client(environment: &Environment, job: &Job, stage: Stage) -> Result<Client, Symptom> {
    let server = &job.server;
    let url = server.url().ok_or_else(|| Symptom::AuthentikNotThere { host: server.address.clone(), status: 0 })?;
    let net = environment.net(server.ca_file.as_deref()).map_err(|error| error.symptom())?;
    let token = match server.token() {
        Some(kept) => {
            let token = environment.get(Key::api_token(&url), kept.place).await?;
            Some(token.ok_or(Symptom::SecretForgotten)?)
        }
        None => None,
    };
    Ok(Client::new(net.at(stage), &url, token))
}

/// Runs the server check for this stage, and reports its progress. Reads only.
pub async fn check(environment: &Environment, job: &Job, told: LegObserver<'_>) -> ServerCheckRecord {
    let server = &job.server;
    // The admin may have corrected roots or proxies since the last check.
    environment.pool.forget();
    let (legs, outcome) = match client(environment, job, Stage::Server).await {
        Ok(client) => {
            let ServerCheck { legs, outcome } = Box::pin(authentik::check_server(&client, told)).await;
            (
                legs,
                outcome.map_or_else(
                    |error| ServerCheckOutcome::Stopped(error.symptom()),
                    |found| ServerCheckOutcome::Reached(Box::new(found)),
                ),
            )
        }
        Err(symptom) => (Vec::new(), ServerCheckOutcome::Stopped(symptom)),
    };
    ServerCheckRecord {
        at: environment.clock.stamp(),
        base: server.url().map(|url| url.as_str().to_owned()).unwrap_or_default(),
        ca_file: server.ca_file.clone(),
        token_at: server.token().map(|kept| kept.at.clone()),
        legs,
        outcome,
    }
}

/// Merges the result of a check into the session; the check isn't running any more.
pub fn merge_check(session: &mut Session, found: ServerCheckRecord) {
    session.checking.clear();
    session.edit_only(|job| job.server.checked = Some(found));
}

pub(super) fn status(job: &Job) -> stages::StageStatus {
    let server = &job.server;
    if server.address.trim().is_empty() {
        return stages::not_started();
    }
    if server.read().is_err() {
        return stages::attention(msg::stage_address_wrong());
    }
    match (server.fresh(), server.problem()) {
        (None, _) => stages::in_progress(),
        (Some(_), None) => stages::done(),
        (Some(_), Some(Symptom::ApiTokenRefused { .. })) => stages::attention(msg::stage_token_refused()),
        (Some(_), Some(Symptom::RightsMissing { .. })) => stages::attention(msg::stage_rights_missing()),
        (Some(_), Some(_)) => stages::attention(msg::stage_not_reached()),
    }
}
