use super::theirs;
use crate::job::model::Claim;
use crate::job::status::StageState;
use crate::job::{Job, stages};
use crate::stage::Stage;

pub(in crate::job) fn at(job: &Job, stage: Stage) -> Option<String> {
    match stage {
        Stage::Server => job.server.fresh_check().map(|checked| checked.at.clone()),
        Stage::Names => None,
        Stage::XApp => job.credentials.fresh_check().map(|checked| checked.probe.at.clone()),
        Stage::SignIn => job.fresh_test().map(|tested| tested.outcome.at.clone()),
        Stage::Push => job.push.done.as_ref().map(|done| done.at.clone()),
        Stage::Verify => job.fresh_outside_check().map(|checked| checked.at.clone()),
    }
}

/// The claims of this copy.
pub(in crate::job) fn claims(job: &Job) -> Vec<Claim> {
    let done = |stage: &Stage| stages::state(job, *stage) == StageState::Done;
    Stage::ALL
        .into_iter()
        .filter(done)
        .map(|stage| Claim { stage, at: at(job, stage), of: theirs::of(job, stage) })
        .collect()
}
