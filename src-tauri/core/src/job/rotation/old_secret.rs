//! Replaces the old secret with the new one in every job that stores it.

use super::{RotationFailure, RotationResult, SecretReview, apply};
use crate::address::Slug;
use crate::credentials::{PasteField, recognise};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::model::OutsideCheck;
use crate::job::model::{CredentialCheck, StoredClientSecret};
use crate::job::{Environment, Job, JobStore, SecretLocation, StoredSecret};
use crate::plan::PushProgress;
use crate::progress::Observer;
use crate::vault::Key;
use secrecy::ExposeSecret as _;
use std::time::Instant;

/// What happened to the old secret.
#[derive(Clone, Debug, Default)]
pub struct OldSecretCleanup {
    /// How many jobs had it, and have the new one now.
    pub jobs: usize,
    /// Why the replacement is incomplete: the keyring may still hold the old secret while the jobs have the new one in
    /// memory, or a job couldn't be written.
    pub problem: Option<Symptom>,
    /// The new secret as those jobs store it; none if no job does.
    kept: Option<StoredClientSecret>,
    looked: Option<Box<(CredentialCheck, OutsideCheck)>>,
}

/// Pushes the new secret, runs the outside checks, and replaces the old secret in the jobs.
///
/// # Errors
/// As [`apply`]; the old secret then stays where it is.
pub async fn push(
    environment: &Environment,
    open: Option<&Job>,
    looked: &SecretReview,
    since: Instant,
    observer: Observer<'_, PushProgress>,
) -> Result<(RotationResult, OldSecretCleanup), RotationFailure> {
    let rotated = Box::pin(apply(environment, looked, since, observer)).await?;
    let seen = rotated.checked.as_ref().ok().cloned();
    let replaced = replace(environment, open, looked, seen).await;
    Ok((rotated, replaced))
}

/// Replaces the old secret with the new one in each job about this source that stores one: the saved jobs, and the open
/// job, which the caller merges with [`OldSecretCleanup::merge_into`].
async fn replace(
    environment: &Environment,
    open: Option<&Job>,
    looked: &SecretReview,
    seen: Option<OutsideCheck>,
) -> OldSecretCleanup {
    let Some((url, slug)) = looked.job.server.url().zip(looked.job.names.slug()) else {
        return OldSecretCleanup::default();
    };
    let keeps = |job: &Job| kept_for(job, url.as_str(), &slug).map(|secret| secret.kept.place);
    let jobs = JobStore::new(environment);
    let saved: Vec<Job> = jobs.drafts().into_iter().filter(|job| open.is_none_or(|open| open.id != job.id)).collect();
    let places: Vec<SecretLocation> = open.into_iter().chain(&saved).filter_map(keeps).collect();
    if places.is_empty() {
        return OldSecretCleanup::default();
    }
    let secret = looked.secret.clone().into_secret();
    let key = Key::client_secret(&url, &slug);
    let wanted =
        if places.contains(&SecretLocation::Keyring) { SecretLocation::Keyring } else { SecretLocation::Memory };
    let mut problem = environment.put(key.clone(), secret.clone(), wanted).await.err();
    let mut place = wanted;
    if problem.is_some() {
        place = SecretLocation::Memory;
        problem = environment.put(key, secret.clone(), place).await.err().or(problem);
    }
    let kept = StoredSecret::new(&environment.clock, &secret, place, url.as_str());
    let recognised = Some(recognise(secret.expose_secret(), PasteField::ClientSecret).recognised);
    let kept = StoredClientSecret { kept, slug: slug.clone(), recognised };
    let asked = CredentialCheck {
        client_id: looked.job.credentials.client_id.clone().unwrap_or_default(),
        secret_at: kept.kept.at.clone(),
        probe: looked.probe.clone(),
    };
    let mut replaced = OldSecretCleanup {
        jobs: places.len(),
        problem,
        kept: Some(kept),
        looked: seen.map(|seen| Box::new((asked, seen))),
    };
    for mut job in saved.into_iter().filter(|job| keeps(job).is_some()) {
        replaced.merge_into(&mut job);
        if let Err(error) = jobs.save(&job) {
            replaced.problem.get_or_insert(error.symptom());
        }
    }
    replaced
}

impl OldSecretCleanup {
    /// Merges the result into a job that stored the old secret; any other job stays as it is.
    pub fn merge_into(&self, job: &mut Job) {
        let Some(kept) = &self.kept else { return };
        if kept_for(job, &kept.kept.server, &kept.slug).is_none() {
            return;
        }
        crate::job::push::keep_done_with(job, kept.clone());
        if let Some((asked, seen)) = self.looked.as_deref() {
            job.credentials.checked = Some(asked.clone());
            job.verify.checked = Some(seen.clone());
        }
    }
}

fn kept_for<'d>(job: &'d Job, server: &str, slug: &Slug) -> Option<&'d StoredClientSecret> {
    job.credentials.secret.as_ref().filter(|secret| secret.kept.server == server && secret.slug == *slug)
}
