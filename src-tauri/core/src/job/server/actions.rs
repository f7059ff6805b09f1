//! What stage 1 does: takes the address, stores the token, and checks the server.

use crate::address::{HttpPolicy, ServerUrl};
use crate::authentik::ServerLegResult;
use crate::authentik::{self, Client, ServerCheck};
use crate::diagnosis::{Diagnosed, ForgottenSecret, Symptom};
use crate::i18n::msg;
use crate::job::model::{Server, ServerCheckOutcome, ServerCheckRecord};
use crate::job::status::{self, StageStatus};
use crate::job::{Environment, Job, SecretLocation, StoredSecret};
use crate::paste;
use crate::progress::Observer;
use crate::stage::Stage;
use crate::vault::Key;
use secrecy::{ExposeSecret, SecretString};

/// Takes what was typed. An agreement to plain http applies only to the host that it was given for.
pub fn merge_address(server: &mut Server, address: String, allow_http: bool) {
    let host = |address: &str| {
        let read = ServerUrl::parse(address, HttpPolicy::PrivateConfirmed).ok()?;
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
    let kept = StoredSecret::new(&environment.clock, &token, place, url.as_str());
    environment.put(Key::api_token(&url), token, place).await?;
    Ok(kept)
}

/// Deletes the API token from the vault.
///
/// # Errors
/// When the keyring refuses.
pub async fn forget_token(environment: &Environment, kept: &StoredSecret) -> Result<(), Symptom> {
    environment.delete(kept.api_token_key(), kept.place).await
}

/// A client for the server as it is entered, with its token if one is stored.
///
/// # Errors
/// When the CA file can't be used, the keyring can't be read, or the token is gone.
pub async fn client(environment: &Environment, job: &Job, stage: Stage) -> Result<Client, Symptom> {
    let server = &job.server;
    let url = server.url().ok_or_else(|| Symptom::AuthentikNotThere { host: server.address.clone(), status: 0 })?;
    let net = environment.http_client(server.ca_file.as_deref()).map_err(|error| error.symptom())?;
    let token = match server.token() {
        Some(kept) => {
            let token = environment.get(Key::api_token(&url), kept.place).await?;
            Some(token.ok_or(Symptom::SecretForgotten { secret: ForgottenSecret::ApiToken })?)
        }
        None => None,
    };
    Ok(Client::new(net.with_stage(stage), &url, token))
}

/// Runs the server check for this stage, and reports its progress. Reads only.
pub async fn check(
    environment: &Environment,
    job: &Job,
    observer: Observer<'_, Vec<ServerLegResult>>,
) -> ServerCheckRecord {
    let server = &job.server;
    // The admin may have corrected roots or proxies since the last check.
    environment.pool.forget();
    let (legs, outcome) = match client(environment, job, Stage::Server).await {
        Ok(client) => {
            let client = client.for_one_check();
            let ServerCheck { legs, outcome } = Box::pin(authentik::check_server(&client, observer)).await;
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

pub(in crate::job) fn status(job: &Job) -> StageStatus {
    let server = &job.server;
    if server.address.trim().is_empty() {
        return status::not_started();
    }
    if server.parse_address().is_err() {
        return status::attention(msg::stage_address_wrong());
    }
    match (server.fresh_check(), server.problem()) {
        (None, _) => status::in_progress(),
        (Some(_), None) => status::done(),
        (Some(_), Some(Symptom::ApiTokenRefused { .. })) => status::attention(msg::stage_token_refused()),
        (Some(_), Some(Symptom::RightsMissing { .. })) => status::attention(msg::stage_rights_missing()),
        (Some(_), Some(_)) => status::attention(msg::stage_not_reached()),
    }
}
