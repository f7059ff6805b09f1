//! Deletes every secret that the program stored, and keeps everything else.

use crate::diagnosis::{Diagnosed, Symptom};
use crate::job::credentials::RejectedPaste;
use crate::job::{Environment, Job, JobStore, Session, credentials, server};

/// The jobs whose secrets were deleted.
#[derive(Debug)]
pub struct ForgottenSecrets {
    jobs: Vec<Job>,
}

/// Deletes the API tokens and the Client Secrets of all jobs, wherever they are stored, and the secrets that an undo
/// would bring back.
///
/// # Errors
/// When the keyring refuses. What was deleted by then stays deleted; a second call does the rest.
pub async fn forget_secrets(environment: &Environment, open: Option<Job>) -> Result<ForgottenSecrets, Symptom> {
    let is_open = |job: &Job| open.as_ref().is_some_and(|open| open.id == job.id);
    let saved: Vec<Job> = JobStore::new(environment).drafts().into_iter().filter(|job| !is_open(job)).collect();
    let jobs: Vec<Job> = open.into_iter().chain(saved).collect();
    for job in &jobs {
        if let Some(kept) = &job.server.token {
            server::forget_token(environment, kept).await?;
        }
        if let Some(kept) = &job.credentials.secret {
            credentials::forget_secret(environment, kept).await?;
        }
        if let Some((url, slug)) = job.server.url().zip(job.names.slug()) {
            environment.journals().forget_replaced(&url, &slug).await;
        }
    }
    // The buffer of an open connection has the last request that was sent over it, with the token.
    environment.pool.forget();
    Ok(ForgottenSecrets { jobs })
}

impl ForgottenSecrets {
    /// Removes the records of the deleted secrets from the jobs, and the secrets that the session itself holds.
    pub fn merge_into(self, environment: &Environment, session: &mut Session) {
        let without = |job: &mut Job| {
            job.server.token = None;
            job.credentials.secret = None;
        };
        for mut job in self.jobs {
            if session.job.as_ref().is_some_and(|open| open.id == job.id) {
                session.edit(environment, without);
            } else {
                without(&mut job);
                if let Err(error) = JobStore::new(environment).save(&job) {
                    session.notice = Some(error.symptom());
                }
            }
        }
        session.support.forget_token();
        session.support.forget_secret();
        session.aside = RejectedPaste::default();
        session.token_aside = None;
        session.relist(environment);
    }
}
