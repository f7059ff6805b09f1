use crate::abort::Abort;
use crate::check::{self, FindingRow};
use crate::choose::PlanChoiceArgs;
use crate::environment::StdinSecrets;
use crate::exit::Exit;
use crate::extras::ExtraObjectsArgs;
use crate::machine::Machine;
use crate::plan;
use crate::show::{self, WriteOutput};
use crate::target::{self, SourceName, TargetArgs};
use crate::terminal::Terminal;
use secrecy::SecretString;
use serde::Serialize;
use sourcerer_core::checks::Finding;
use sourcerer_core::credentials::{PasteField, PasteVerdict};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::credentials::{self, Override};
use sourcerer_core::job::{Environment, Job, SecretLocation, Session, push, push_and_verify, server, verify};
use sourcerer_core::plan::{ExistingSource, MappingOutcome, MappingTestResult, Plan, PlanState};
use sourcerer_core::portal::scopes;
use std::time::Duration;

// The desired source. The help texts are those of push, and `plan` uses them too.
#[derive(clap::Args)]
pub(crate) struct PushSource {
    #[command(flatten)]
    target: TargetArgs,
    #[command(flatten)]
    machine: Machine,
    #[arg(long, value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "ID")]
    client_id: String,
    #[arg(long, value_name = "SCOPES", default_value = "", hide_default_value = true)]
    scopes: String,
    #[command(flatten)]
    chosen: PlanChoiceArgs,
    #[command(flatten)]
    beside: ExtraObjectsArgs,
}

#[derive(clap::Args)]
pub(crate) struct PushArgs {
    #[command(flatten)]
    wanted: PushSource,
    #[arg(long)]
    yes: bool,
    // The question is about a plan that was shown, and JSON shows no plan to a person.
    #[arg(long, requires = "yes")]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct PushOutput<'a> {
    pushed: bool,
    plan: plan::PlanOutput<'a>,
    steps: Vec<WriteOutput>,
    tests: Vec<TestRow>,
    findings: Vec<FindingRow<'a>>,
    diagnosis: Option<&'static str>,
}

/// A test that the server made of what was written.
#[derive(Serialize)]
struct TestRow {
    outcome: MappingOutcome,
    says: String,
}

impl TestRow {
    fn of(test: &MappingTestResult, terminal: &Terminal) -> Self {
        Self { outcome: test.outcome, says: terminal.book().format(&test.words) }
    }
}

/// How long each request may take that only tells where the way to the server ends.
const BRIEF: Duration = Duration::from_secs(3);

/// A comparison, and everything else that a push needs.
pub(crate) struct PushPlan {
    pub(crate) environment: Environment,
    pub(crate) job: Job,
    pub(crate) plan: Plan,
    /// Why the keyring returned no secret, if it was needed.
    keyring: Option<Symptom>,
}

pub(crate) async fn run(arguments: &PushArgs, terminal: &mut Terminal) -> Exit {
    match Box::pin(pushed(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

impl PushPlan {
    /// Why the plan can't be pushed with a confirmation alone. If the secret is missing, the reason is why the keyring
    /// doesn't have it.
    pub(crate) fn refusal(&self) -> Option<Symptom> {
        match (self.plan.refusal(), &self.keyring) {
            (Some(Symptom::SecretNeeded), Some(symptom)) => Some(symptom.clone()),
            (refusal, _) => refusal,
        }
    }
}

/// A job with the desired state, before any request to the server.
pub(crate) struct PushJob {
    pub(crate) environment: Environment,
    pub(crate) job: Job,
    session: Session,
    keyring: Option<Symptom>,
}

impl PushSource {
    /// Whether one of the choices can be resolved only with the server.
    pub(crate) fn names_what_is_there(&self) -> bool {
        self.beside.is_wanted() || self.chosen.names_login_pages()
    }
}

/// Reads the server and compares. Nothing is written there.
pub(crate) async fn planned(wanted: &PushSource, terminal: &mut Terminal) -> Result<PushPlan, Abort> {
    let job = Box::pin(job(wanted, terminal)).await?;
    Box::pin(compared(wanted, job, terminal)).await
}

/// Builds the job from the arguments. Sends no request.
pub(crate) async fn job(wanted: &PushSource, terminal: &mut Terminal) -> Result<PushJob, Abort> {
    let given = target::given(terminal)?;
    target::refuse_secret(&wanted.client_id, terminal)?;
    let named = wanted.chosen.target(wanted.target.read(terminal)?, terminal)?;
    let environment = wanted.machine.environment(terminal)?;
    let (session, keyring) = Box::pin(session(wanted, given, &named, &environment, terminal)).await?;
    let job = session.job.clone().ok_or(Symptom::NoJobOpen)?;
    for warning in job.urls().iter().flat_map(sourcerer_core::address::check_x_rules) {
        terminal.note(&warning.message);
    }
    for remark in scopes::check(&wanted.scopes).iter().flat_map(|checked| &checked.remarks) {
        terminal.note(&remark.message(job.xapp.layout));
    }
    Ok(PushJob { environment, job, session, keyring })
}

/// Compares the job with the server.
pub(crate) async fn compared(wanted: &PushSource, job: PushJob, terminal: &mut Terminal) -> Result<PushPlan, Abort> {
    let PushJob { environment, mut job, mut session, keyring } = job;
    terminal.progress().tell(terminal.book().format(&msg::terminal_step_comparing()));
    wanted.beside.hand_over(&environment, &mut job, terminal).await?;
    session.job = Some(job.clone());
    let mut reviewed = push::review(&environment, &job).await;
    if let Ok(plan) = reviewed.plan()
        && let Some(pages) = wanted.chosen.login_pages(&plan.offer, terminal)?
    {
        push::choose(&mut job, pages);
        session.job = Some(job.clone());
        reviewed = push::review(&environment, &job).await;
    }
    if let Ok(plan) = reviewed.plan()
        && wanted.chosen.rather_changes(plan)
    {
        let slug = job.names.typed.slug.clone();
        push::decide(&mut job, ExistingSource::Change(slug));
        session.job = Some(job.clone());
        reviewed = push::review(&environment, &job).await;
    }
    let plan = match reviewed.plan() {
        Ok(plan) => plan.clone(),
        Err(symptom) => {
            if Exit::from(symptom) == Exit::Unreachable {
                // The person has waited for as long as a request may take: where it stops is found out in less.
                let brief = Environment { patience: Some(environment.timeout_or(BRIEF).min(BRIEF)), ..environment };
                terminal.legs(&server::check(&brief, &job, &mut |_| ()).await.legs);
            }
            return Err(symptom.clone().into());
        }
    };
    push::merge_review(&environment, &mut session, reviewed);
    Ok(PushPlan { environment, job, plan, keyring })
}

async fn pushed(arguments: &PushArgs, terminal: &mut Terminal) -> Result<Exit, Abort> {
    let planned = Box::pin(planned(&arguments.wanted, terminal)).await?;
    if arguments.json {
        return Box::pin(answered(&planned, terminal)).await;
    }
    let PushPlan { environment, job, plan, .. } = &planned;
    show::plan(&plan.shown, terminal);
    let checked = if plan.shown.state == PlanState::AlreadyAsItShouldBe {
        verify::check_compared(environment, job, plan).await?
    } else {
        agree(arguments, &planned, terminal)?;
        let told = &mut |step| show::step(&step, terminal);
        let (written, checked) = Box::pin(push_and_verify::apply(environment, job, plan, None, told)).await?;
        for test in &written.tests {
            terminal.say(&test.words);
        }
        checked?
    };
    check::show(&checked.findings, terminal);
    Ok(verdict(plan, &checked.findings))
}

/// The push for scripts, which have confirmed it in advance. Whatever the result, there is exactly one answer.
async fn answered(planned: &PushPlan, terminal: &mut Terminal) -> Result<Exit, Abort> {
    let PushPlan { environment, job, plan, .. } = planned;
    let mut steps = Vec::new();
    let mut tests = Vec::new();
    let (pushed, checked) = if let Some(symptom) = planned.refusal() {
        (false, Err(symptom))
    } else if plan.shown.state == PlanState::AlreadyAsItShouldBe {
        (true, verify::check_compared(environment, job, plan).await)
    } else {
        let told = &mut |step| show::keep(step, &mut steps, terminal);
        match Box::pin(push_and_verify::apply(environment, job, plan, None, told)).await {
            Ok((written, checked)) => {
                tests = written.tests.iter().map(|test| TestRow::of(test, terminal)).collect();
                (true, checked)
            }
            Err(symptom) => (false, Err(symptom)),
        }
    };
    let findings = checked.as_ref().map(|checked| checked.findings.as_slice()).unwrap_or_default();
    let diagnosis = checked.as_ref().err().map(|symptom| symptom.entry().id);
    let answer = PushOutput {
        pushed,
        plan: plan::PlanOutput::of(&plan.shown, terminal.book()),
        steps,
        tests,
        findings: findings.iter().map(FindingRow::of).collect(),
        diagnosis,
    };
    terminal.json(&answer);
    Ok(match &checked {
        Ok(checked) => verdict(plan, &checked.findings),
        Err(symptom) => {
            terminal.diagnose(&symptom.into());
            symptom.into()
        }
    })
}

/// The code of a push that went through: that of the checks, unless something is left to be done on the server itself.
fn verdict(plan: &Plan, findings: &[Finding]) -> Exit {
    let verdict = check::verdict(findings);
    if verdict == Exit::Fine { plan::left_to_do(&plan.shown) } else { verdict }
}

/// The session, and why the keyring returned no secret, if it was needed.
async fn session(
    wanted: &PushSource,
    given: StdinSecrets,
    named: &SourceName,
    environment: &Environment,
    terminal: &Terminal,
) -> Result<(Session, Option<Symptom>), Abort> {
    let mut job: Job = named.stored_job(environment);
    job.names.typed.name.clone_from(&wanted.name);
    job.names.typed.scopes.clone_from(&wanted.scopes);
    wanted.chosen.hand_over(&mut job, terminal)?;
    if let Err(problem) = job.names.additional_scopes() {
        terminal.note(&problem.message());
        return Err(Exit::Usage.into());
    }
    let mut session = Session::with_job(job);
    let asks_keyring = given.secret.is_none();
    target::hand_over(environment, &mut session, given, named).await;
    // A change that keeps the existing secret needs none.
    let keyring = if asks_keyring { target::drop_missing_secret(environment, &mut session).await } else { None };
    let id = SecretString::from(wanted.client_id.as_str());
    let made_for = session.job.clone().ok_or(Symptom::NoJobOpen)?;
    let entered = credentials::accept_paste(
        environment,
        &made_for,
        PasteField::ClientId,
        &id,
        SecretLocation::Memory,
        Override::Yes,
    )
    .await;
    credentials::merge_paste(&mut session, entered);
    for recognised in [&session.id_recognised, &session.secret_recognised].into_iter().flatten() {
        for removed in &recognised.removed {
            terminal.note(removed);
        }
        if recognised.verdict != PasteVerdict::Fits {
            terminal.note(&recognised.says);
        }
    }
    match session.keyring.take() {
        Some(symptom) => Err(symptom.into()),
        None => Ok((session, keyring)),
    }
}

/// Asks before anything is written. A plan that needs more than a confirmation is refused here with its own reason.
fn agree(arguments: &PushArgs, planned: &PushPlan, terminal: &Terminal) -> Result<(), Abort> {
    if let Some(symptom) = planned.refusal() {
        return Err(symptom.into());
    }
    let question = msg::terminal_push_ask(push::count_writes(&planned.plan.shown));
    Ok(target::agree(arguments.yes, &question, terminal)?)
}
