//! Stage 6: the plan, the push, and the undo.

use super::access_policy::AccessPolicy;
use super::credentials::{StoredClientSecret, client_secret};
use super::server::client;
use super::stages::{self, StageStatus};
use super::{Environment, Footer, FooterAction, Job, Session, repair, source_stage};
use crate::authentik::{Client, ProductMapping, RetrySchedule};
use crate::credentials::ClientSecret;
use crate::diagnosis::{Diagnosed, Diagnosis, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::{
    self, Choices, Confirmation, Desired, DesiredSourceStage, ExistingSource, Journals, LinkToRestore,
    MappingTestResult, Plan, PlanChoice, PlanOffer, PlanState, PlanView, PushProgress, PushProgressState, PushResult,
    Undo,
};
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

/// The admin's choices, and the newest push.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Push {
    /// What the admin chose on the page.
    pub choices: Choices,
    /// The newest push that went through, or comparison that found nothing to do.
    pub done: Option<CompletedPush>,
    /// Why the newest push stopped.
    pub stopped: Option<Symptom>,
    /// When a push or an undo was started that hasn't ended yet (RFC 3339, UTC). It is still set after the program was
    /// killed in the middle.
    pub begun: Option<String>,
}

/// A push that went through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompletedPush {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// How many changes were written; none if the server was as it should be.
    pub written: u32,
    /// The results of the server's own test of the mappings that were written.
    #[serde(default)]
    pub tests: Vec<MappingTestResult>,
    /// What the push was made from.
    pub inputs: PushInputs,
}

/// What a plan is made from, so that a later change of any of it makes the plan outdated. The secret isn't part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PushInputs {
    base: String,
    name: String,
    slug: String,
    client_id: String,
    who: AccessPolicy,
    scopes: String,
    #[serde(default)]
    mappings: Vec<ProductMapping>,
    secret_at: Option<String>,
    #[serde(default)]
    choices: Choices,
    #[serde(default)]
    embed: Option<DesiredSourceStage>,
}

/// The inputs of a push of this job; `None` while something isn't usable.
pub fn inputs(job: &Job) -> Option<PushInputs> {
    Some(PushInputs {
        base: job.server.url()?.as_str().to_owned(),
        name: job.names.name.trim().to_owned(),
        slug: job.names.slug()?.as_str().to_owned(),
        client_id: job.credentials.client_id.clone()?,
        who: job.names.who,
        scopes: job.names.additional().ok()?.joined(),
        mappings: job.names.mappings(),
        secret_at: job.credentials.secret.as_ref().map(|secret| secret.kept.at.clone()),
        choices: Choices { existing: None, ..job.push.choices.clone() },
        embed: source_stage::wanted(job),
    })
}

pub(super) fn desired(job: &Job) -> Option<Desired> {
    Some(Desired {
        name: job.names.name.trim().to_owned(),
        slug: job.names.slug()?,
        client_id: job.credentials.client_id()?,
        matching: job.names.who.matching(),
        enrolment: job.names.who.enrols(),
        additional_scopes: job.names.additional().ok()?.joined(),
        mappings: job.names.mappings(),
        enabled: job.push.choices.enabled.unwrap_or(true),
        choices: job.push.choices.clone(),
        embed: source_stage::wanted(job),
        links: repair::wanted(job),
    })
}

/// The folder of the journals.
pub fn journals(environment: &Environment) -> Journals {
    Journals::at(environment.folder.join("journals"))
}

/// Whether the source was pushed with what is entered now.
pub fn is_done(job: &Job) -> bool {
    job.push.done.as_ref().is_some_and(|done| Some(&done.inputs) == inputs(job).as_ref())
}

/// A comparison with the server, and what it was made from.
#[derive(Debug)]
pub struct PlanReview {
    inputs: Option<PushInputs>,
    outcome: Result<Plan, Symptom>,
    at: String,
    /// The links that the plan restores. They aren't part of the inputs, because once they are restored there is
    /// nothing to compare.
    links: Vec<LinkToRestore>,
}

impl PlanReview {
    /// The plan, or why there is none.
    ///
    /// # Errors
    /// The symptom that stopped the comparison.
    pub fn plan(&self) -> Result<&Plan, &Symptom> {
        self.outcome.as_ref()
    }
}

/// A client that repeats requests that are safe to repeat, so that a brief failure doesn't stop a push.
async fn retrying_client(environment: &Environment, job: &Job) -> Result<Client, Symptom> {
    Ok(client(environment, job, Stage::Push).await?.with_waits(RetrySchedule::PATIENT))
}

/// Applies one choice of the review page. The plan has to be computed again afterwards.
pub fn choose(job: &mut Job, choice: PlanChoice) {
    job.push.choices.take(choice);
}

/// Applies the decision about an existing source. From then on the plan is about that source's slug.
pub fn decide(job: &mut Job, existing: ExistingSource) {
    let (ExistingSource::Change(slug) | ExistingSource::Another(slug)) = &existing;
    job.names.slug.clone_from(slug);
    job.push.choices.existing = Some(existing);
}

/// Compares the desired state with the server. Reads only.
pub async fn review(environment: &Environment, job: &Job) -> PlanReview {
    PlanReview {
        inputs: inputs(job),
        outcome: make(environment, job).await,
        at: environment.clock.stamp(),
        links: repair::wanted(job),
    }
}

async fn make(environment: &Environment, job: &Job) -> Result<Plan, Symptom> {
    let desired = desired(job).ok_or(Symptom::SecretNeeded)?;
    let client = retrying_client(environment, job).await?;
    let secret = secret(environment, job).await?;
    let made =
        Box::pin(plan::make(&client, &desired, secret.as_ref(), &journals(environment), &environment.clock)).await;
    made.map_err(|error| error.symptom())
}

/// Reads from the journal whether the newest push or its undo was interrupted.
fn load_interruption(environment: &Environment, session: &mut Session) {
    let Some(job) = &mut session.job else { return };
    let of = job.server.url().zip(job.names.slug());
    // A journal that can't be read stops the next push, and says so there.
    session.stopped = of.and_then(|(server, slug)| journals(environment).stopped(&server, &slug).ok().flatten());
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

/// Pushes the plan that was shown, with this secret or otherwise the one that the job stores.
///
/// # Errors
/// At the first change that fails. What was written before that stays, and the next push continues.
pub async fn apply(
    environment: &Environment,
    job: &Job,
    plan: &Plan,
    other: Option<&ClientSecret>,
    told: &mut (dyn FnMut(PushProgress) + Send),
) -> Result<PushResult, Symptom> {
    let kept = if other.is_none() { secret(environment, job).await? } else { None };
    let secret = other.or(kept.as_ref());
    let client = retrying_client(environment, job).await?;
    let journals = journals(environment);
    let pushed = plan::apply(&client, plan, secret, Confirmation::Plain, (&journals, &environment.clock), told);
    Box::pin(pushed).await.map_err(|error| error.symptom())
}

/// The job's secret, if it has one.
async fn secret(environment: &Environment, job: &Job) -> Result<Option<ClientSecret>, Symptom> {
    match &job.credentials.secret {
        Some(_) => client_secret(environment, job).await.map(Some),
        None => Ok(None),
    }
}

/// Records that another secret is stored in place of the one that was pushed, and that it was pushed itself. The stage
/// stays done.
pub(super) fn renewed(job: &mut Job, kept: StoredClientSecret) {
    let was_done = is_done(job);
    job.credentials.secret = Some(kept);
    if was_done && let (Some(inputs), Some(done)) = (inputs(job), job.push.done.as_mut()) {
        done.inputs = inputs;
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
    match (outcome, inputs(made_for)) {
        (Ok(pushed), Some(inputs)) => {
            job.push.stopped = None;
            // People whose links were restored are no longer missing one.
            job.repair.forget();
            job.push.done = Some(CompletedPush { at: pushed.at, written: pushed.written, tests: pushed.tests, inputs });
        }
        (Ok(_), None) => {}
        (Err(symptom), _) => job.push.stopped = Some(symptom),
    }
}

/// Records the newest progress of each change, in the order of their first reports.
pub fn note(steps: &mut Vec<PushProgress>, progress: PushProgress) {
    match steps.iter_mut().find(|step| step.change == progress.change) {
        Some(step) => *step = progress,
        None => steps.push(progress),
    }
}

/// Plans to revert what the newest push from this machine changed.
///
/// # Errors
/// When there is nothing to undo, or the server can't be read.
pub async fn review_undo(environment: &Environment, job: &Job) -> Result<Undo, Symptom> {
    let slug = job.names.slug().ok_or(Symptom::NothingToUndo)?;
    let client = retrying_client(environment, job).await?;
    let made = Box::pin(plan::make_undo(&client, &slug, &journals(environment), &environment.clock)).await;
    made.map_err(|error| error.symptom())
}

/// Performs the undo that was shown.
///
/// # Errors
/// At the first step that fails; a new plan goes on from there.
pub async fn undo(
    environment: &Environment,
    job: &Job,
    shown: &Undo,
    consent: Confirmation,
    told: &mut (dyn FnMut(PushProgress) + Send),
) -> Result<(), Symptom> {
    let client = retrying_client(environment, job).await?;
    let journals = journals(environment);
    let undone = plan::undo(&client, shown, consent, (&journals, &environment.clock), told);
    Box::pin(undone).await.map_err(|error| error.symptom())
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

pub(super) fn status(job: &Job) -> StageStatus {
    if job.server.url().is_none() || job.server.token().is_none() {
        return stages::after(Stage::Server);
    }
    if !job.names.is_usable() {
        return stages::after(Stage::Names);
    }
    if job.credentials.client_id.is_none() {
        return stages::after(Stage::Credentials);
    }
    match &job.push {
        Push { stopped: Some(_), .. } | Push { begun: Some(_), .. } => stages::attention(msg::stage_push_failed()),
        Push { done: Some(_), .. } if is_done(job) => stages::done(),
        Push { done: Some(_), .. } => stages::attention(msg::stage_changed()),
        Push { done: None, .. } => stages::not_started(),
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PushPage {
    /// The server's host.
    pub host: Option<String>,
    /// The user of the token, in whose name changes are written, if the newest check knows.
    pub user: Option<String>,
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
pub(super) fn compared<'s>(job: &Job, session: &'s Session) -> Option<&'s PlanView> {
    current_review(job, session)?.plan().ok().map(|plan| &plan.shown)
}

fn current_review<'s>(job: &Job, session: &'s Session) -> Option<&'s PlanReview> {
    session.plan.as_ref().filter(|reviewed| reviewed.inputs == inputs(job) && reviewed.links == repair::wanted(job))
}

pub(super) fn page(job: &Job, session: &Session) -> PushPage {
    let reviewed = current_review(job, session);
    let planned = reviewed.and_then(|reviewed| reviewed.outcome.as_ref().ok());
    let plan = planned.map(|plan| plan.shown.clone());
    let problem = match reviewed.map(PlanReview::plan) {
        Some(Err(symptom)) => Some(symptom),
        Some(Ok(_)) | None => job.push.stopped.as_ref(),
    };
    PushPage {
        host: job.server.url().map(|url| url.host().to_owned()),
        user: job.server.reached().map(|reached| reached.user.clone()),
        count: plan.as_ref().map(writes).unwrap_or_default(),
        choices: planned.map(|plan| plan.offer.clone()),
        problem: problem.map(Diagnosis::from),
        pushing: session.pushing,
        halfway: halfway(job, session),
        steps: session.steps.clone(),
        done: job.push.done.as_ref().filter(|_| is_done(job)).map(|done| PushDone {
            at: done.at.clone(),
            written: done.written,
            tests: done.tests.clone(),
        }),
        undo: session.undo.as_ref().map(|undo| undo.shown.clone()),
        undo_instead: session.undo.as_ref().and_then(|undo| undo.instead.as_ref()).map(|other| other.shown.clone()),
        tested: stages::state(job, Stage::SignIn) == stages::StageState::Done,
        bar: bar(job, session, plan.as_ref()),
        plan,
    }
}

/// The newest comparison, if it is about what is entered now.
pub fn plan<'s>(job: &Job, session: &'s Session) -> Option<&'s Plan> {
    current_review(job, session)?.plan().ok()
}

/// How many changes a plan writes.
pub fn writes(plan: &PlanView) -> usize {
    plan.changes.iter().filter(|change| change.data.is_some()).count()
}

fn bar(job: &Job, session: &Session, plan: Option<&PlanView>) -> Footer {
    let push = |count: usize| Footer::go(FooterAction::Push, msg::footer_push(count));
    if session.pushing {
        let count = session.steps.iter().filter(|step| step.state != PushProgressState::Written).count();
        return Footer { ready: false, ..push(count) }.because(msg::footer_pushing());
    }
    let Some(plan) = plan else {
        return if is_done(job) && job.push.stopped.is_none() {
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
            Footer { ready: false, ..push(writes(plan)) }.because(msg::footer_mend_fields())
        }
        PlanState::Ready => push(writes(plan)).because(msg::footer_nothing_written()),
        PlanState::NeedsConsent => Footer { ready: false, ..push(writes(plan)) }.because(msg::footer_needs_consent()),
        PlanState::Blocked => Footer::go(FooterAction::Compare, msg::footer_compare_again()),
    }
}
