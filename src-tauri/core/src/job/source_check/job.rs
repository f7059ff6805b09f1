//! From a check on to a live test: a job with everything that was given, open at the test.

use super::SourceCheck;
use crate::authentik::Matching;
use crate::diagnosis::Symptom;
use crate::job::credentials::StoredClientSecret;
use crate::job::{AccessPolicy, Environment, Job, SecretLocation, StoredSecret};
use crate::stage::Stage;
use crate::vault::Key;

/// Makes a job of what was given and of what the server told of the source, open at the test sign-in.
/// Nothing typed is lost: the check stays as it is.
///
/// # Errors
/// When address or slug aren't usable, or a secret can't be put away.
pub async fn open_job(desk: &Environment, support: &SourceCheck) -> Result<Job, Symptom> {
    let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
    let mut draft = draft_of(desk, support).await?;
    draft.credentials.client_id.clone_from(&support.client_id);
    if let Some(given) = &support.secret {
        desk.put(Key::client_secret(&url, &slug), given.secret.clone(), SecretLocation::Memory).await?;
        let mut kept = given.kept.clone();
        url.as_str().clone_into(&mut kept.server);
        let recognised = support.secret_recognised.clone();
        draft.credentials.secret = Some(StoredClientSecret { kept, slug, recognised });
    }
    draft.page = if draft.credentials.is_complete() { Stage::SignIn } else { Stage::Server };
    Ok(draft)
}

/// The same for what goes on while the check is still there: its token is used from memory, where another that is given
/// to the check takes its place.
///
/// # Errors
/// As [`open_job`].
pub(in crate::job) async fn draft_beside(desk: &Environment, support: &SourceCheck) -> Result<Job, Symptom> {
    let mut draft = draft_of(desk, support).await?;
    if let Some((url, given)) = support.url().zip(support.token()) {
        desk.put(Key::api_token(&url), given.secret.clone(), SecretLocation::Memory).await?;
        draft.server.token = Some(StoredSecret { place: SecretLocation::Memory, ..given.kept.clone() });
    }
    Ok(draft)
}

/// A draft about this source that may do what the token may; without the pair.
///
/// # Errors
/// When address or slug aren't usable, or the token can't be put away.
async fn draft_of(desk: &Environment, support: &SourceCheck) -> Result<Job, Symptom> {
    let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
    let mut draft = Job::new(desk);
    draft.server.address = url.as_str().to_owned();
    draft.server.allow_http = support.allow_http;
    draft.server.ca_file.clone_from(&support.ca_file);
    draft.names.slug = slug.to_string();
    if let Some(source) = support.found.as_ref().and_then(|found| found.source.as_ref()) {
        draft.names.name.clone_from(&source.name);
        draft.names.scopes.clone_from(&source.additional_scopes);
        let enrols = source.enrollment_flow.is_some();
        let who = Matching::named(&source.matching).and_then(|matching| AccessPolicy::of(matching, enrols));
        draft.names.who = who.unwrap_or_default();
    }
    if let Some(given) = support.token() {
        if given.kept.place == SecretLocation::Memory {
            desk.put(Key::api_token(&url), given.secret.clone(), SecretLocation::Memory).await?;
        }
        draft.server.token = Some(given.kept.clone());
    }
    Ok(draft)
}
