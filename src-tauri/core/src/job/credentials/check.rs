//! Reads the Client Secret, asks X about the client credentials, and tells what X refuses of them.

use crate::address::{ServerUrl, Slug};
use crate::credentials::{ClientCredentials, ClientSecret};
use crate::diagnosis::{Diagnosed, ForgottenSecret, Symptom};
use crate::i18n::{Message, msg};
use crate::job::model::{CredentialCheck, Credentials, PairVerdict, StoredClientSecret};
use crate::job::{Environment, Footer, FooterAction, Job, StoredSecret};
use crate::stage::Stage;
use crate::vault::Key;
use crate::x::{self, CredentialProbe, CredentialVerdict};

/// The key of this job's Client Secret; `None` while address or slug aren't usable.
pub(in crate::job) fn key(job: &Job) -> Option<(ServerUrl, Slug, Key)> {
    let url = job.server.url()?;
    let slug = job.names.slug()?;
    let key = Key::client_secret(&url, &slug);
    Some((url, slug, key))
}

/// A record that the keyring may hold this job's secret from another run. Whether it does turns out when the secret is
/// needed.
pub fn from_keyring(job: &Job) -> Option<StoredClientSecret> {
    let (url, slug) = job.server.url().zip(job.names.slug())?;
    Some(StoredClientSecret { kept: StoredSecret::for_keyring(&url), slug, recognised: None })
}

/// Reads the Client Secret from the vault.
///
/// # Errors
/// When none was entered, it is gone, or the keyring can't be read.
pub async fn client_secret(environment: &Environment, job: &Job) -> Result<ClientSecret, Symptom> {
    let kept = job.credentials.secret.as_ref().ok_or(Symptom::SecretNeeded)?;
    environment
        .get(kept.key(), kept.kept.place)
        .await?
        .map(ClientSecret::from)
        .ok_or(Symptom::SecretForgotten { secret: ForgottenSecret::ClientSecret })
}

/// Deletes the Client Secret from the vault.
///
/// # Errors
/// When the keyring refuses.
pub async fn forget_secret(environment: &Environment, kept: &StoredClientSecret) -> Result<(), Symptom> {
    environment.delete(kept.key(), kept.kept.place).await
}

/// Asks X about the credentials, without a sign-in. One request.
///
/// # Errors
/// When the credentials aren't complete, or the secret can't be read.
pub async fn check(environment: &Environment, job: &Job) -> Result<CredentialCheck, Symptom> {
    let id = job.credentials.client_id().ok_or(Symptom::SecretNeeded)?;
    let secret = client_secret(environment, job).await?;
    let client_id = id.as_str().to_owned();
    let probe = ask(environment, &ClientCredentials { id, secret }).await?;
    Ok(CredentialCheck {
        client_id,
        secret_at: job.credentials.secret.as_ref().map(|kept| kept.kept.at.clone()).unwrap_or_default(),
        probe,
    })
}

/// Asks X about any client credentials. One request.
pub(in crate::job) async fn ask(
    environment: &Environment,
    pair: &ClientCredentials,
) -> Result<CredentialProbe, Symptom> {
    let net = environment.http_client(None).map_err(|error| error.symptom())?.with_stage(Stage::XApp);
    Ok(x::probe(&net, &environment.clock, &environment.endpoints(), pair).await)
}

/// What X refuses of the credentials, as the words of the stage's status.
pub(in crate::job) fn refused(credentials: &Credentials) -> Option<Message> {
    match credentials.fresh_check()?.probe.pairing {
        CredentialVerdict::SecretRefused => Some(msg::stage_secret_refused()),
        CredentialVerdict::ClientIdUnknown => Some(msg::stage_id_unknown()),
        CredentialVerdict::Accepted | CredentialVerdict::CannotTell { .. } => None,
    }
}

/// The footer once the walk has come to the credentials.
pub(in crate::job) fn bar(credentials: &Credentials) -> Footer {
    let ask = || (FooterAction::AskX, msg::footer_ask_x());
    let (act, label) = ask();
    match (&credentials.client_id, &credentials.secret, credentials.verdict()) {
        (None, None, _) => Footer::wait(act, label, msg::footer_needs_pair()),
        (None, Some(_), _) => Footer::wait(act, label, msg::footer_needs_id()),
        (Some(_), None, _) => Footer::wait(act, label, msg::footer_needs_secret()),
        (Some(_), Some(_), None) => Footer::go(act, label),
        (Some(_), Some(_), Some(PairVerdict::Accepted)) => {
            Footer::go(FooterAction::Continue, msg::footer_continue_signin())
        }
        (Some(_), Some(_), Some(PairVerdict::Refused)) => {
            Footer::go(FooterAction::AskX, msg::footer_ask_again()).because(msg::footer_mend_pair())
        }
        (Some(_), Some(_), Some(PairVerdict::IdOnly | PairVerdict::CannotTell)) => {
            Footer::go(FooterAction::Continue, msg::footer_continue_signin())
                .or(FooterAction::AskX, msg::footer_ask_again())
        }
    }
}
