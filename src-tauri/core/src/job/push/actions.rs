//! What stage 5 does: compares, pushes and undoes.

use crate::address::{ServerUrl, Slug};
use crate::authentik::{Client, RetrySchedule};
use crate::credentials::ClientSecret;
use crate::diagnosis::{Diagnosed as _, Symptom};
use crate::i18n::msg;
use crate::job::credentials::client_secret;
use crate::job::model::{Push, PushInputs, StoredClientSecret};
use crate::job::server::client;
use crate::job::status::{self, StageStatus};
use crate::job::{Environment, Job, repair, source_stage};
use crate::plan::{
    self, Choices, Confirmation, Desired, ExistingSource, LinkToRestore, Plan, PlanChoice, PushProgress, PushRecord,
    PushResult, Undo,
};
use crate::progress::Observer;
use crate::report::Secrets;
use crate::stage::Stage;

/// The inputs of a push of this job; `None` while something isn't usable.
pub fn inputs(job: &Job) -> Option<PushInputs> {
    Some(PushInputs {
        base: job.server.url()?.as_str().to_owned(),
        name: job.names.typed.name.trim().to_owned(),
        slug: job.names.slug()?.as_str().to_owned(),
        client_id: job.credentials.client_id.clone()?,
        who: job.names.typed.who,
        scopes: job.names.additional_scopes().ok()?.to_authentik(),
        mappings: job.names.mappings(),
        secret_at: job.credentials.secret.as_ref().map(|secret| secret.kept.at.clone()),
        choices: Choices { existing: None, ..job.push.choices.clone() },
        embed: source_stage::desired(job),
        access: job.names.access.clone(),
    })
}

pub(in crate::job) fn desired(job: &Job) -> Option<Desired> {
    Some(Desired {
        name: job.names.typed.name.trim().to_owned(),
        slug: job.names.slug()?,
        client_id: job.credentials.client_id()?,
        matching: job.names.typed.who.matching(),
        enrolment: job.names.typed.who.has_enrollment(),
        additional_scopes: job.names.additional_scopes().ok()?.to_authentik(),
        mappings: job.names.mappings(),
        enabled: job.push.choices.enabled.unwrap_or(true),
        choices: job.push.choices.clone(),
        embed: source_stage::desired(job),
        access: job.names.desired_access(),
        links: repair::links_to_restore(job),
    })
}

/// Whether the source was pushed with what is entered now.
pub fn is_done(job: &Job) -> bool {
    job.push.done.as_ref().is_some_and(|done| Some(&done.inputs) == inputs(job).as_ref())
}

/// A comparison with the server, and what it was made from.
#[derive(Debug)]
pub struct PlanReview {
    pub(in crate::job) inputs: Option<PushInputs>,
    pub(in crate::job) outcome: Result<Plan, Symptom>,
    pub(in crate::job) at: String,
    /// The links that the plan restores. They aren't part of the inputs, because once they are restored there is
    /// nothing to compare.
    pub(in crate::job) links: Vec<LinkToRestore>,
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
    Ok(client(environment, job, Stage::Push).await?.with_retries(RetrySchedule::PATIENT))
}

/// Applies one choice of the review page. The plan has to be computed again afterward.
pub fn choose(job: &mut Job, choice: PlanChoice) {
    job.push.choices.merge(choice);
}

/// Applies the decision about an existing source. From then on the plan is about that source's slug.
pub fn decide(job: &mut Job, existing: ExistingSource) {
    let (ExistingSource::Change(slug) | ExistingSource::Another(slug)) = &existing;
    job.names.typed.slug.clone_from(slug);
    job.push.choices.existing = Some(existing);
}

/// Compares the desired state with the server. Reads only.
pub async fn review(environment: &Environment, job: &Job) -> PlanReview {
    PlanReview {
        inputs: inputs(job),
        outcome: make(environment, job).await,
        at: environment.clock.stamp(),
        links: repair::links_to_restore(job),
    }
}

async fn make(environment: &Environment, job: &Job) -> Result<Plan, Symptom> {
    let desired = desired(job).ok_or(Symptom::SecretNeeded)?;
    let client = retrying_client(environment, job).await?.for_one_check();
    let secret = secret(environment, job).await?;
    if gives_away(environment, job, secret.as_ref()).await? {
        return Err(Symptom::SecretMisplaced);
    }
    let is_superuser = job.server.summary().is_some_and(|reached| reached.superuser);
    let (secret, journals, clock) = (secret.as_ref(), environment.journals(), &environment.clock);
    let made = Box::pin(plan::make_plan(&client, &desired, secret, is_superuser, &journals, clock)).await;
    made.map_err(|error| error.symptom())
}

/// Whether a value of the push that isn't secret is the token or the Client Secret, or contains one.
async fn gives_away(environment: &Environment, job: &Job, secret: Option<&ClientSecret>) -> Result<bool, Symptom> {
    let token = match job.server.token() {
        Some(kept) => environment.get(kept.api_token_key(), kept.place).await?,
        None => None,
    };
    let secrets = Secrets::new(token.into_iter().chain(secret.cloned().map(ClientSecret::into_secret)));
    let inputs = serde_json::to_value(inputs(job)).unwrap_or_default();
    Ok(secrets.stand_in_any(&inputs))
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
    observer: Observer<'_, PushProgress>,
) -> Result<PushResult, Symptom> {
    let kept = if other.is_none() { secret(environment, job).await? } else { None };
    let secret = other.or(kept.as_ref());
    let client = retrying_client(environment, job).await?;
    let journals = environment.journals();
    let pushed = plan::apply(&client, plan, secret, Confirmation::Plain, &journals, &environment.clock, observer);
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
pub(in crate::job) fn keep_done_with(job: &mut Job, kept: StoredClientSecret) {
    let was_done = is_done(job);
    job.credentials.secret = Some(kept);
    if was_done && let (Some(inputs), Some(done)) = (inputs(job), job.push.done.as_mut()) {
        done.inputs = inputs;
    }
}

/// Records the newest progress of each change, in the order of their first reports.
pub fn record_progress(steps: &mut Vec<PushProgress>, progress: PushProgress) {
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
    let slug = job.names.slug().ok_or_else(|| Symptom::NothingToUndo { others: String::new() })?;
    let client = retrying_client(environment, job).await?.for_one_check();
    let made = Box::pin(plan::plan_undo(&client, &slug, &environment.journals(), &environment.clock)).await;
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
    observer: Observer<'_, PushProgress>,
) -> Result<(), Symptom> {
    let client = retrying_client(environment, job).await?;
    let journals = environment.journals();
    let undone = plan::undo(&client, shown, consent, &journals, &environment.clock, observer);
    Box::pin(undone).await.map_err(|error| error.symptom())
}

pub(in crate::job) fn status(job: &Job) -> StageStatus {
    if job.server.url().is_none() || job.server.token().is_none() {
        return status::after(Stage::Server);
    }
    if !job.names.is_usable() {
        return status::after(Stage::Names);
    }
    if job.credentials.client_id.is_none() {
        return status::after(Stage::XApp);
    }
    match &job.push {
        Push { stopped: Some(_), .. } | Push { begun: Some(_), .. } => status::attention(msg::stage_push_failed()),
        Push { done: Some(_), .. } if is_done(job) => status::done(),
        Push { done: Some(_), .. } => status::attention(msg::stage_changed()),
        // What is compared and reviewed is begun, although nothing is written yet.
        Push { done: None, .. } if job.page == Stage::Push => status::in_progress(),
        Push { done: None, .. } => status::not_started(),
    }
}

/// What was pushed from this machine to a source. Empty if the journal can't be read, which stops a push and is
/// reported there.
pub(in crate::job) fn pushes_from_here(environment: &Environment, url: &ServerUrl, slug: &Slug) -> Vec<PushRecord> {
    environment.journals().pushes(url, slug).unwrap_or_default()
}
