//! What would be lost if the program ended now, so that closing the window asks first.

mod request;

pub(super) use request::LeaveRequest;

use super::job_list::{self, find};
use super::model::StoredClientSecret;
use super::rotation::Rotation;
use super::{Environment, Job, JobStore, SecretLocation, Session, StoredSecret};
use crate::credentials::{ClientSecret, PasteField, recognise};
use crate::diagnosis::{Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use crate::vault::Key;
use secrecy::ExposeSecret as _;
use serde::Serialize;
use std::time::{Duration, Instant};

/// How long the page has to draw the question. Two presses in a row aren't an answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The question before the window is closed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LeavePrompt {
    /// What would be lost or left half done, worst first. It is empty if that was settled while the question was shown.
    pub losses: Vec<Message>,
    /// Whether the new Client Secret of a half-done rotation can be stored in the keyring.
    pub storable: bool,
    /// Why the keyring didn't store it.
    pub refused: Option<Diagnosis>,
}

/// Asks the person before the window closes, if something would be lost. Returns whether it may close at once. `real` is
/// the environment of real mode: what is in memory there is lost, too, while practice is going on.
pub fn ask(real: &Environment, environment: &Environment, session: &mut Session) -> bool {
    let views = session.view_count();
    if session.leaving.as_ref().is_some_and(|asked| asked.views == views && asked.at.elapsed() >= PATIENCE) {
        // The page has drawn nothing since it was told to ask: it is dead, and nobody can answer.
        return true;
    }
    let hosts = hosts_in_memory(real, session.job.as_ref().filter(|_| !environment.is_practice()));
    let request = LeaveRequest { hosts, refused: None, views, at: Instant::now() };
    if losses(environment, session, &request).is_empty() {
        return true;
    }
    session.leaving = Some(request);
    false
}

/// Withdraws the question: the window stays.
pub fn stay(session: &mut Session) {
    session.leaving = None;
}

/// What is to be stored before the program ends, if that is possible: the new Client Secret of a half-done rotation, for
/// the job that it was started from.
pub fn storable(environment: &Environment, session: &Session) -> Option<(Job, ClientSecret)> {
    let rotation = session.rotation.as_deref().filter(|_| !environment.is_practice())?;
    let (id, secret) = (rotation.job_id.as_deref()?, rotation.unstored_secret()?);
    Some((find(environment, session, id).ok()?, secret))
}

/// Stores the new Client Secret in the keyring. The next rotation of the job finds it there and pushes it.
///
/// # Errors
/// When the keyring refuses, or the job has no usable address or slug any more.
pub async fn store(environment: &Environment, job: &Job, secret: &ClientSecret) -> Result<StoredClientSecret, Symptom> {
    let (url, slug) = job.server.url().zip(job.names.slug()).ok_or(Symptom::SecretNeeded)?;
    let recognised = Some(recognise(secret.expose_secret(), PasteField::ClientSecret).recognised);
    let secret = secret.clone().into_secret();
    let kept = StoredSecret::new(&environment.clock, &secret, SecretLocation::Keyring, url.as_str());
    environment.put(Key::client_secret(&url, &slug), secret, SecretLocation::Keyring).await?;
    Ok(StoredClientSecret { kept, slug, recognised })
}

/// Takes the result of [`store`] into the session.
pub fn merge_stored(
    environment: &Environment,
    session: &mut Session,
    job: &Job,
    stored: Result<StoredClientSecret, Symptom>,
) {
    let taken = stored
        .and_then(|kept| job_list::change(environment, session, &job.id, |job| job.credentials.secret = Some(kept)));
    match taken {
        Ok(()) => {
            if let Some(rotation) = session.rotation.as_deref_mut() {
                rotation.mark_stored();
            }
        }
        Err(symptom) => {
            if let Some(asked) = &mut session.leaving {
                asked.refused = Some(symptom);
            }
        }
    }
}

/// The question, while it waits for an answer.
pub(super) fn prompt(environment: &Environment, session: &Session) -> Option<LeavePrompt> {
    let asked = session.leaving.as_ref()?;
    Some(LeavePrompt {
        losses: losses(environment, session, asked),
        storable: storable(environment, session).is_some(),
        refused: asked.refused.as_ref().map(Diagnosis::from),
    })
}

fn losses(environment: &Environment, session: &Session, asked: &LeaveRequest) -> Vec<Message> {
    let mut all = Vec::new();
    if !environment.is_practice() {
        all.extend(session.pushing.then(msg::leave_writing));
        all.extend(session.rotation.as_deref().filter(|rotation| rotation.is_half_done()).map(of_rotation));
        all.extend(session.token_aside.is_some().then(msg::leave_token_aside));
    }
    if !asked.hosts.is_empty() {
        all.push(msg::leave_secrets(asked.hosts.join(", ")));
    }
    all
}

fn of_rotation(rotation: &Rotation) -> Message {
    if rotation.is_pushing() {
        return msg::leave_writing();
    }
    match rotation.unstored_secret() {
        Some(secret) => msg::leave_rotation_secret(crate::credentials::ending_of(secret.expose_secret())),
        None if rotation.is_stored() => msg::leave_rotation_stored(),
        None => msg::leave_rotation(),
    }
}

/// The hosts of the jobs whose secrets are in this run's memory only.
fn hosts_in_memory(real: &Environment, open: Option<&Job>) -> Vec<String> {
    let saved = JobStore::new(real).drafts().into_iter().filter(|job| open.is_none_or(|open| open.id != job.id));
    let mut hosts: Vec<String> = open
        .cloned()
        .into_iter()
        .chain(saved)
        .filter(|job| is_in_memory(real, job))
        .filter_map(|job| job.server.url().map(|url| url.host().to_owned()))
        .collect();
    hosts.sort_unstable();
    hosts.dedup();
    hosts
}

fn is_in_memory(real: &Environment, job: &Job) -> bool {
    let token = job.server.token.as_ref().map(|kept| (kept.api_token_key(), kept.place));
    let secret = job.credentials.secret.as_ref().map(|secret| (secret.key(), secret.kept.place));
    let in_memory = [token, secret].into_iter().flatten().filter(|(_, place)| *place == SecretLocation::Memory);
    in_memory.into_iter().any(|(key, _)| real.memory.get(&key).is_ok_and(|found| found.is_some()))
}
