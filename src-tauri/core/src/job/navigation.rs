//! Opens the pages of a job: which one can be opened depends on how far the stages are.

use super::model::{CompletedPush, ServerCheckRecord};
use super::status::StageState;
use super::{Job, names, push, stages};
use crate::plan::MappingOutcome;
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

/// Goes on after a server check that leaves nothing to read: no problem, and no remark. A job whose names were confirmed
/// was further already, and stays where it is.
pub fn go_on_after_check(job: &mut Job) {
    let server = &job.server;
    let quiet = |checked: &ServerCheckRecord| checked.legs.iter().all(|leg| leg.symptom.is_none());
    let reached = server.summary().is_some_and(|reached| reached.newer_release_note().is_none());
    if job.page == Stage::Server
        && !job.names.agreed
        && reached
        && server.problem().is_none()
        && server.fresh_check().is_some_and(quiet)
    {
        open(job, Stage::Names);
    }
}

/// Goes on to the check from outside after a push that went through. One whose mappings the server couldn't run stays,
/// because what it said is on that page.
pub fn go_on_after_push(job: &mut Job) {
    let ran = |done: &CompletedPush| done.tests.iter().all(|test| test.outcome != MappingOutcome::Raised);
    if job.page == Stage::Push && push::is_done(job) && job.push.stopped.is_none() && job.push.done.as_ref().is_some_and(ran)
    {
        open(job, Stage::Verify);
    }
}

/// Confirms the names that are entered, if they can be used, and opens the next page.
pub fn agree_to_names(job: &mut Job) {
    if names::can_agree(job) {
        job.names.agreed = true;
        open_next_page(job);
    }
}
