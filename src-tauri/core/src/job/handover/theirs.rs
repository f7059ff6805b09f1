//! What the other copies of a job claim to have done. A claim is shown and never counts as proof.

use crate::i18n::{Message, msg};
use crate::job::Job;
use crate::job::model::{ClaimedResult, Side};
use crate::job::status::StageState;
use crate::stage::Stage;
use std::collections::BTreeSet;

/// Whether another copy claims that this stage is done for what is entered now.
pub(in crate::job) fn is_done_there(job: &Job, stage: Stage) -> bool {
    let wanted = BTreeSet::from_iter(of(job, stage));
    let is_done = |did: &ClaimedResult| {
        let mut claims = did.claims.iter().filter(|claim| claim.stage == stage).peekable();
        // An earlier version claims the app and its credentials separately, each for its own part of the values.
        claims.peek().is_some() && claims.flat_map(|claim| claim.of.iter().cloned()).collect::<BTreeSet<_>>() == wanted
    };
    job.handover.did.values().any(is_done)
}

/// The words to show for a stage that the other person does, instead of the stage's own. None if this person does it,
/// or if something was found here.
pub(in crate::job) fn claimed_status(job: &Job, stage: Stage, found: StageState) -> Option<Message> {
    match found {
        StageState::Done | StageState::NeedsAttention => None,
        StageState::NotStarted | StageState::InProgress | StageState::CannotStart => {
            let words = || if is_done_there(job, stage) { msg::stage_theirs_done() } else { msg::stage_theirs() };
            // Whoever pushes pastes the secret, so that part of the stage is their own.
            let own = job.handover.side.includes(stage) || stage == Stage::XApp && lacks_secret(job);
            (!own).then(words)
        }
    }
}

/// What a stage would be done for, with what is entered now.
pub(in crate::job) fn of(job: &Job, stage: Stage) -> Vec<String> {
    let callback = job.urls().map(|urls| urls.callback);
    let id = job.credentials.client_id.clone();
    match stage {
        Stage::Server | Stage::Names => callback.into_iter().collect(),
        Stage::SignIn => id.into_iter().collect(),
        Stage::XApp | Stage::Push | Stage::Verify => callback.into_iter().chain(id).collect(),
    }
}

/// Whether the server's owner has the Client ID and lacks the Client Secret, which no file contains.
pub(super) fn lacks_secret(job: &Job) -> bool {
    let credentials = &job.credentials;
    job.handover.side == Side::Server && credentials.client_id.is_some() && credentials.secret.is_none()
}
