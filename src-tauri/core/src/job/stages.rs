//! The status of the six stages, computed from the job and the newest results.

use super::Job;
use super::status::{self, StageState, StageStatus, StageView};
use crate::stage::Stage;

/// The status of one stage.
pub fn state(job: &Job, stage: Stage) -> StageState {
    status(job, stage).0
}

/// All six stages, in order.
pub fn all(job: &Job) -> Vec<StageView> {
    let view = |stage| {
        let (state, own) = status(job, stage);
        let words = super::handover::claimed_status(job, stage, state).unwrap_or(own);
        StageView { stage, name: status::name(stage), state, words }
    };
    Stage::ALL.into_iter().map(view).collect()
}

fn status(job: &Job, stage: Stage) -> StageStatus {
    match stage {
        Stage::Server => super::server::status(job),
        Stage::Names => super::names::status(job),
        Stage::XApp => super::xapp::status(job),
        Stage::SignIn => super::signin::status(job),
        Stage::Push => super::push::status(job),
        Stage::Verify => super::verify::status(job),
    }
}
