//! Merges the results of stage 1 into the session.

use crate::diagnosis::Symptom;
use crate::job::model::ServerCheckRecord;
use crate::job::{Session, StoredSecret};

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

/// Merges the result of a check into the session; the check isn't running any more.
pub fn merge_check(session: &mut Session, found: ServerCheckRecord) {
    session.checking.clear();
    session.edit_only(|job| job.server.checked = Some(found));
}
