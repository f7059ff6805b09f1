//! From a source check to a live test: creates a job with everything that was entered, open at the live test.

use super::SourceCheck;
use crate::authentik::Matching;
use crate::diagnosis::Symptom;
use crate::job::model::StoredClientSecret;
use crate::job::{AccessPolicy, Environment, Job, SecretLocation, StoredSecret};
use crate::stage::Stage;
use crate::vault::Key;

/// Creates a job from the inputs and from what the server showed about the source, open at the live test. Nothing that
/// was typed is lost: the source check stays as it is.
///
/// # Errors
/// When address or slug aren't usable, or a secret can't be stored.
pub async fn open_job(environment: &Environment, support: &SourceCheck) -> Result<Job, Symptom> {
    let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
    let mut job = draft_of(environment, support).await?;
    job.credentials.client_id.clone_from(&support.client_id);
    if let Some(given) = &support.secret {
        environment.put(Key::client_secret(&url, &slug), given.secret.clone(), SecretLocation::Memory).await?;
        let mut kept = given.kept.clone();
        url.as_str().clone_into(&mut kept.server);
        let recognised = support.secret_recognised.clone();
        job.credentials.secret = Some(StoredClientSecret { kept, slug, recognised });
    }
    job.page = if job.credentials.is_complete() { Stage::SignIn } else { Stage::Server };
    Ok(job)
}

/// Creates the same job for actions during which the source check stays open. The job uses the check's token from
/// memory, so a new token of the check applies to it too.
///
/// # Errors
/// As [`open_job`].
pub(in crate::job) async fn draft_beside(environment: &Environment, support: &SourceCheck) -> Result<Job, Symptom> {
    let mut job = draft_of(environment, support).await?;
    if let Some((url, given)) = support.url().zip(support.token()) {
        environment.put(Key::api_token(&url), given.secret.clone(), SecretLocation::Memory).await?;
        job.server.token = Some(StoredSecret { place: SecretLocation::Memory, ..given.kept.clone() });
    }
    Ok(job)
}

/// Creates a job about this source that may do what the token may do; without the client credentials.
///
/// # Errors
/// When address or slug aren't usable, or the token can't be stored.
async fn draft_of(environment: &Environment, support: &SourceCheck) -> Result<Job, Symptom> {
    let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
    let mut job = Job::new(environment);
    job.server.address = url.as_str().to_owned();
    job.server.allow_http = support.allow_http;
    job.server.ca_file.clone_from(&support.ca_file);
    job.names.typed.slug = slug.to_string();
    if let Some(source) = support.found.as_ref().and_then(|found| found.source.as_ref()) {
        job.names.typed.name.clone_from(&source.name);
        job.names.typed.scopes.clone_from(&source.additional_scopes);
        let enrols = source.enrollment_flow.is_some();
        let who =
            Matching::from_name(&source.matching).and_then(|matching| AccessPolicy::from_matching(matching, enrols));
        job.names.typed.who = who.unwrap_or_default();
    }
    if let Some(given) = support.token() {
        if given.kept.place == SecretLocation::Memory {
            environment.put(Key::api_token(&url), given.secret.clone(), SecretLocation::Memory).await?;
        }
        job.server.token = Some(given.kept.clone());
    }
    Ok(job)
}
