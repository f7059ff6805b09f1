//! What the other copies of a job claim to have done. A claim is shown and never counts as proof.

use crate::i18n::{Message, msg};
use crate::job::Job;
use crate::job::model::{Claim, Side};
use crate::job::status::StageState;
use crate::stage::Stage;

/// Whether another copy claims that this stage is done for what is entered now.
pub(in crate::job) fn is_done_there(job: &Job, stage: Stage) -> bool {
    let claims = job.handover.did.values().flat_map(|did| &did.claims);
    claims.into_iter().any(|claim| claim.stage == stage && holds(claim, job))
}

/// The words to show for a stage that the other person does, instead of the stage's own. None if this person does it,
/// or if something was found here.
pub(in crate::job) fn claimed_status(job: &Job, stage: Stage, found: StageState) -> Option<Message> {
    match found {
        StageState::Done | StageState::NeedsAttention => None,
        StageState::NotStarted | StageState::InProgress | StageState::CannotStart => {
            let words = || if is_done_there(job, stage) { msg::stage_theirs_done() } else { msg::stage_theirs() };
            // Whoever pushes pastes the secret, so that part of the stage is their own.
            let own = job.handover.side.includes(stage) || stage == Stage::Credentials && lacks_secret(job);
            (!own).then(words)
        }
    }
}

/// What a stage would be done for, with what is entered now.
pub(in crate::job) fn of(job: &Job, stage: Stage) -> Vec<String> {
    let callback = job.urls().map(|urls| urls.callback);
    let id = job.credentials.client_id.clone();
    match stage {
        Stage::Server | Stage::Names | Stage::XApp => callback.into_iter().collect(),
        Stage::Credentials | Stage::SignIn => id.into_iter().collect(),
        Stage::Push | Stage::Verify => callback.into_iter().chain(id).collect(),
    }
}

/// Whether the claim is about what is entered now.
pub(super) fn holds(claim: &Claim, job: &Job) -> bool {
    claim.of == of(job, claim.stage)
}

/// Whether the server's owner has the Client ID and lacks the Client Secret, which no file contains.
pub(super) fn lacks_secret(job: &Job) -> bool {
    let credentials = &job.credentials;
    job.handover.side == Side::Server && credentials.client_id.is_some() && credentials.secret.is_none()
}
