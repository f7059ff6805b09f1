//! Merges comparisons, pushes and undos into the session.

use super::actions::{self, PlanReview};
use crate::diagnosis::Symptom;
use crate::job::model::{CompletedPush, Push};
use crate::job::{Environment, Job, Session};
use crate::plan::{PlanState, PushResult};

/// Reads from the journal whether the newest push or its undo was interrupted.
fn load_interruption(environment: &Environment, session: &mut Session) {
    let Some(job) = &mut session.job else { return };
    let of = job.server.url().zip(job.names.slug());
    // A journal that can't be read stops the next push, and says so there.
    session.stopped = of.and_then(|(server, slug)| environment.journals().interruption(&server, &slug).ok().flatten());
    job.push.begun = session.stopped.as_ref().map(|stopped| stopped.at.clone());
}

/// Merges a comparison into the session. If the server has the desired state already, that counts as a push.
pub fn merge_review(environment: &Environment, session: &mut Session, reviewed: PlanReview) {
    session.steps.clear();
    session.undo = None;
    if let (Some(job), Ok(plan), Some(inputs)) = (&mut session.job, &reviewed.outcome, &reviewed.inputs) {
        job.push.stopped = None;
        if plan.shown.state == PlanState::AlreadyAsItShouldBe {
            job.push.done =
                Some(CompletedPush { at: reviewed.at.clone(), written: 0, tests: Vec::new(), inputs: inputs.clone() });
        }
    }
    let compared = reviewed.outcome.is_ok();
    session.plan = Some(reviewed);
    if compared {
        load_interruption(environment, session);
    }
}

/// Merges a push into the session. The plan is used up, whatever the result.
pub fn merge_push(
    environment: &Environment,
    session: &mut Session,
    made_for: &Job,
    outcome: Result<PushResult, Symptom>,
) {
    session.pushing = false;
    session.plan = None;
    load_interruption(environment, session);
    let Some(job) = &mut session.job else { return };
    // Decisions about existing sources have to be made again for the next push.
    job.push.choices.existing = None;
    match (outcome, actions::inputs(made_for)) {
        (Ok(pushed), Some(inputs)) => {
            job.push.stopped = None;
            // People whose links were restored are no longer missing one.
            job.repair.forget_restored();
            job.push.done = Some(CompletedPush { at: pushed.at, written: pushed.written, tests: pushed.tests, inputs });
        }
        (Ok(_), None) => {}
        (Err(symptom), _) => job.push.stopped = Some(symptom),
    }
}

/// Merges an undo into the session: the job no longer counts as pushed.
pub fn merge_undo(environment: &Environment, session: &mut Session, outcome: Result<(), Symptom>) {
    session.pushing = false;
    session.undo = None;
    session.plan = None;
    load_interruption(environment, session);
    let Some(job) = &mut session.job else { return };
    match outcome {
        Ok(()) => {
            job.push = Push::default();
            job.repair.forget();
            job.verify.checked = None;
            job.verify.login = None;
        }
        Err(symptom) => job.push.stopped = Some(symptom),
    }
}
