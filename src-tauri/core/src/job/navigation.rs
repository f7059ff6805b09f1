//! Opens the pages of a job: which one can be opened depends on how far the stages are.

use super::status::StageState;
use super::{Job, stages};
use crate::stage::Stage;

/// Opens a page, unless its stage can't be started yet.
pub fn open(job: &mut Job, stage: Stage) {
    if stages::state(job, stage) != StageState::CannotStart {
        job.page = stage;
    }
}

/// Opens the next page. An admin who continues without a passed live test has skipped it.
pub fn open_next_page(job: &mut Job) {
    if job.page == Stage::SignIn && stages::state(job, Stage::SignIn) != StageState::Done {
        job.signin.skipped = true;
    }
    let next = Stage::ALL.into_iter().find(|stage| *stage > job.page);
    if let Some(next) = next {
        open(job, next);
    }
}

/// Confirms the names that are entered, if they can be used, and opens the next page.
pub fn agree_to_names(job: &mut Job) {
    if job.names.is_usable() {
        job.names.agreed = true;
        open_next_page(job);
    }
}
