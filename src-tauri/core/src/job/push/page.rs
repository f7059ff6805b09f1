//! The page of stage 5.

use super::actions::{self, PlanReview};
use crate::diagnosis::Diagnosis;
use crate::i18n::{Message, msg};
use crate::job::status::StageState;
use crate::job::{Footer, FooterAction, Job, Session, SetupSummary, repair, setup_summary, stages};
pub(in crate::job) use crate::plan::{
    self, MappingTestResult, Plan, PlanOffer, PlanState, PlanView, PushProgress, PushProgressState,
};
use crate::stage::Stage;
use serde::Serialize;

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PushPage {
    /// The server's host.
    pub host: Option<String>,
    /// The user of the token, in whose name changes are written, if the newest check knows.
    pub user: Option<String>,
    /// What the set-up amounts to.
    pub summary: Option<SetupSummary>,
    /// The plan, if it is about what is entered now.
    pub plan: Option<PlanView>,
    /// How many changes it would write.
    pub count: usize,
    /// The choices that the plan offers.
    pub choices: Option<PlanOffer>,
    /// Why there is no plan, or why the newest push or undo stopped.
    pub problem: Option<Diagnosis>,
    /// Whether something is being written.
    pub pushing: bool,
    /// A push or an undo that was interrupted.
    pub halfway: Option<InterruptedPush>,
    /// The progress of each change.
    pub steps: Vec<PushProgress>,
    /// The newest push, if it is about what is entered now.
    pub done: Option<PushDone>,
    /// What an undo would do.
    pub undo: Option<PlanView>,
    /// A gentler alternative where the undo would delete what people may be using: disabling the source.
    pub undo_instead: Option<PlanView>,
    /// Whether the live test passed with what would be pushed.
    pub tested: bool,
    /// The footer of the page.
    pub bar: Footer,
}

/// A push or an undo that was interrupted, to be completed or undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InterruptedPush {
    /// What was interrupted.
    pub title: Message,
    /// What is known about it.
    pub says: Message,
    /// Whether it can be undone from here.
    pub undo: bool,
}

fn halfway(job: &Job, session: &Session) -> Option<InterruptedPush> {
    job.push.begun.as_ref().filter(|_| !session.pushing)?;
    let undoing = session.stopped.as_ref().is_some_and(|stopped| stopped.undoing);
    let says = match &session.stopped {
        None => msg::push_halfway_unread(),
        Some(stopped) if stopped.undoing => msg::push_halfway_undoing(),
        // Writes that were sent and never confirmed have been looked up, because a comparison was made since.
        Some(stopped) => msg::push_halfway_left(stopped.left.len(), stopped.written),
    };
    let title = if undoing { msg::push_halfway_undo() } else { msg::push_halfway() };
    Some(InterruptedPush { title, says, undo: session.stopped.is_some() })
}

/// A push that went through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PushDone {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// How many changes were written; none if the server was as it should be.
    pub written: u32,
    /// The results of the server's own test of the mappings that were written.
    pub tests: Vec<MappingTestResult>,
}

/// The newest comparison, if it is about what is entered now.
pub(in crate::job) fn compared<'s>(job: &Job, session: &'s Session) -> Option<&'s PlanView> {
    current_review(job, session)?.plan().ok().map(|plan| &plan.shown)
}

fn current_review<'s>(job: &Job, session: &'s Session) -> Option<&'s PlanReview> {
    session
        .plan
        .as_ref()
        .filter(|reviewed| reviewed.inputs == actions::inputs(job) && reviewed.links == repair::links_to_restore(job))
}

pub(in crate::job) fn page(job: &Job, session: &Session) -> PushPage {
    let reviewed = current_review(job, session);
    let planned = reviewed.and_then(|reviewed| reviewed.outcome.as_ref().ok());
    let plan = planned.map(|plan| plan.shown.clone());
    let problem = match reviewed.map(PlanReview::plan) {
        Some(Err(symptom)) => Some(symptom),
        Some(Ok(_)) | None => job.push.stopped.as_ref(),
    };
    PushPage {
        host: job.server.url().map(|url| url.host().to_owned()),
        summary: setup_summary::of(job),
        user: job.server.summary().map(|reached| reached.user.clone()),
        count: plan.as_ref().map(count_writes).unwrap_or_default(),
        choices: planned.map(|plan| plan.offer.clone()),
        problem: problem.map(Diagnosis::from),
        pushing: session.pushing,
        halfway: halfway(job, session),
        steps: session.steps.clone(),
        done: job.push.done.as_ref().filter(|_| actions::is_done(job)).map(|done| PushDone {
            at: done.at.clone(),
            written: done.written,
            tests: done.tests.clone(),
        }),
        undo: session.undo.as_ref().map(|undo| undo.shown.clone()),
        undo_instead: session.undo.as_ref().and_then(|undo| undo.instead.as_ref()).map(|other| other.shown.clone()),
        tested: stages::state(job, Stage::SignIn) == StageState::Done,
        bar: bar(job, session, plan.as_ref()),
        plan,
    }
}

/// The newest comparison, if it is about what is entered now.
pub fn plan<'s>(job: &Job, session: &'s Session) -> Option<&'s Plan> {
    current_review(job, session)?.plan().ok()
}

/// How many changes a plan writes.
pub fn count_writes(plan: &PlanView) -> usize {
    plan.changes.iter().filter(|change| change.data.is_some()).count()
}

fn bar(job: &Job, session: &Session, plan: Option<&PlanView>) -> Footer {
    let push = |count: usize| Footer::go(FooterAction::Push, msg::footer_push(count));
    if session.pushing {
        let count = session.steps.iter().filter(|step| step.state != PushProgressState::Written).count();
        return Footer { ready: false, ..push(count) }.because(msg::footer_pushing());
    }
    let Some(plan) = plan else {
        return if actions::is_done(job) && job.push.stopped.is_none() {
            Footer::go(FooterAction::Continue, msg::footer_continue_verify())
                .or(FooterAction::Compare, msg::footer_compare_again())
        } else if job.server.token().is_none() {
            Footer::wait(FooterAction::Compare, msg::footer_compare(), msg::footer_needs_server())
        } else {
            Footer::go(FooterAction::Compare, msg::footer_compare())
        };
    };
    match plan.state {
        PlanState::AlreadyAsItShouldBe => {
            Footer::go(FooterAction::Continue, msg::footer_continue_verify()).because(msg::footer_already())
        }
        PlanState::Ready if job.push.choices.path_refused().is_some() => {
            Footer { ready: false, ..push(count_writes(plan)) }.because(msg::footer_mend_fields())
        }
        PlanState::Ready => push(count_writes(plan)).because(msg::footer_nothing_written()),
        PlanState::NeedsConsent => {
            Footer { ready: false, ..push(count_writes(plan)) }.because(msg::footer_needs_consent())
        }
        PlanState::Blocked => Footer::go(FooterAction::Compare, msg::footer_compare_again()),
    }
}
