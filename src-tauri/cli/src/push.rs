use crate::beside::Beside;
use crate::check::{self, Row};
use crate::choose::Chosen;
use crate::exit::Exit;
use crate::machine::Machine;
use crate::plan;
use crate::show::{self, Step};
use crate::stop::Stop;
use crate::target::{self, Named, Target};
use crate::terminal::Terminal;
use secrecy::SecretString;
use serde::Serialize;
use sourcerer_core::credentials::{Field, Verdict};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::credentials::{self, Insist};
use sourcerer_core::job::{Desk, Draft, Place, Session, names, push, server, through, verify};
use sourcerer_core::plan::{Existing, Plan, State};
use sourcerer_core::words::said;

// What is wanted: the words of its arguments are push's, for whoever only plans it too.
#[derive(clap::Args)]
pub(crate) struct Wanted {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    machine: Machine,
    #[arg(long, value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "ID")]
    client_id: String,
    #[arg(long, value_name = "SCOPES", default_value = "", hide_default_value = true)]
    scopes: String,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    beside: Beside,
}

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    wanted: Wanted,
    #[arg(long)]
    yes: bool,
    // A question is asked about a plan that was shown, and JSON shows none to a person.
    #[arg(long, requires = "yes")]
    json: bool,
}

/// What scripts read: names and order are documented and stay.
#[derive(Serialize)]
struct Answer<'a> {
    pushed: bool,
    plan: plan::Answer<'a>,
    steps: Vec<Step>,
    findings: Vec<Row<'a>>,
    diagnosis: Option<&'static str>,
}

/// A comparison, and all that a push goes on with.
pub(crate) struct Planned {
    pub(crate) desk: Desk,
    pub(crate) draft: Draft,
    pub(crate) plan: Plan,
    /// Why the keyring gave no secret where it was asked for one.
    keyring: Option<Symptom>,
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    match Box::pin(pushed(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

impl Planned {
    /// Why it can't be pushed by a yes alone. Where the secret is missing it is said why the keyring didn't have it.
    pub(crate) fn refusal(&self) -> Option<Symptom> {
        match (self.plan.refusal(), &self.keyring) {
            (Some(Symptom::SecretNeeded), Some(symptom)) => Some(symptom.clone()),
            (refusal, _) => refusal,
        }
    }
}

/// A job of what is wanted, before anybody asked the server.
pub(crate) struct Job {
    pub(crate) desk: Desk,
    pub(crate) draft: Draft,
    session: Session,
    keyring: Option<Symptom>,
}

impl Wanted {
    /// Whether something of it is only named on the server.
    pub(crate) fn names_what_is_there(&self) -> bool {
        self.beside.is_wanted() || self.chosen.names_login_pages()
    }
}

/// Reads the server and compares. Writes nothing there.
pub(crate) async fn planned(wanted: &Wanted, terminal: &mut Terminal) -> Result<Planned, Stop> {
    let job = Box::pin(job(wanted, terminal)).await?;
    Box::pin(compared(wanted, job, terminal)).await
}

/// Puts together what is wanted. Asks nobody.
pub(crate) async fn job(wanted: &Wanted, terminal: &mut Terminal) -> Result<Job, Stop> {
    let named = wanted.chosen.target(wanted.target.read(terminal)?, terminal)?;
    let desk = wanted.machine.desk(terminal)?;
    let (session, keyring) = Box::pin(session(wanted, &named, &desk, terminal)).await?;
    let draft = session.draft.clone().ok_or(Symptom::NoJobOpen)?;
    for warning in names::urls(&draft).iter().flat_map(sourcerer_core::address::x_rules) {
        terminal.note(&warning.message);
    }
    Ok(Job { desk, draft, session, keyring })
}

/// Holds it against the server.
pub(crate) async fn compared(wanted: &Wanted, job: Job, terminal: &mut Terminal) -> Result<Planned, Stop> {
    let Job { desk, mut draft, mut session, keyring } = job;
    terminal.progress().tell(terminal.book().say(&said::terminal_step_comparing()));
    wanted.beside.hand_over(&desk, &mut draft, terminal).await?;
    session.draft = Some(draft.clone());
    let mut reviewed = push::review(&desk, &draft).await;
    if let Ok(plan) = reviewed.plan()
        && let Some(pages) = wanted.chosen.login_pages(&plan.offer, terminal)?
    {
        push::choose(&mut draft, pages);
        session.draft = Some(draft.clone());
        reviewed = push::review(&desk, &draft).await;
    }
    if let Ok(plan) = reviewed.plan()
        && wanted.chosen.rather_changes(plan)
    {
        let slug = draft.names.slug.clone();
        push::decide(&mut draft, Existing::Change(slug));
        session.draft = Some(draft.clone());
        reviewed = push::review(&desk, &draft).await;
    }
    let plan = match reviewed.plan() {
        Ok(plan) => plan.clone(),
        Err(symptom) => {
            if Exit::from(symptom) == Exit::Unreachable {
                terminal.legs(&server::check(&desk, &draft, &mut |_| ()).await.legs);
            }
            return Err(symptom.clone().into());
        }
    };
    push::reviewed(&desk, &mut session, reviewed);
    Ok(Planned { desk, draft, plan, keyring })
}

async fn pushed(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let planned = Box::pin(planned(&arguments.wanted, terminal)).await?;
    if arguments.json {
        return Box::pin(answered(&planned, terminal)).await;
    }
    let Planned { desk, draft, plan, .. } = &planned;
    show::plan(&plan.shown, terminal);
    let checked = if plan.shown.state == State::AlreadyAsItShouldBe {
        verify::check_compared(desk, draft, plan).await?
    } else {
        agree(arguments, &planned, terminal)?;
        let told = &mut |step| show::step(&step, terminal);
        let (written, checked) = Box::pin(through::apply(desk, draft, plan, None, told)).await?;
        for test in &written.tests {
            terminal.say(&test.words);
        }
        checked?
    };
    check::show(&checked.findings, terminal);
    Ok(check::verdict(&checked.findings))
}

/// The same for scripts, which have agreed already: whatever comes of it, there is one answer.
async fn answered(planned: &Planned, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let Planned { desk, draft, plan, .. } = planned;
    let mut steps = Vec::new();
    let (pushed, checked) = if let Some(symptom) = planned.refusal() {
        (false, Err(symptom))
    } else if plan.shown.state == State::AlreadyAsItShouldBe {
        (true, verify::check_compared(desk, draft, plan).await)
    } else {
        let told = &mut |step| show::keep(step, &mut steps, terminal);
        match Box::pin(through::apply(desk, draft, plan, None, told)).await {
            Ok((_, checked)) => (true, checked),
            Err(symptom) => (false, Err(symptom)),
        }
    };
    let findings = checked.as_ref().map(|checked| checked.findings.as_slice()).unwrap_or_default();
    let diagnosis = checked.as_ref().err().map(|symptom| symptom.entry().id);
    let answer = Answer {
        pushed,
        plan: plan::Answer::of(&plan.shown, terminal.book()),
        steps,
        findings: findings.iter().map(Row::of).collect(),
        diagnosis,
    };
    terminal.json(&answer);
    Ok(match &checked {
        Ok(checked) => check::verdict(&checked.findings),
        Err(symptom) => {
            terminal.diagnose(&symptom.into());
            symptom.into()
        }
    })
}

/// The job, and why the keyring gave no secret where it was asked for one.
async fn session(
    wanted: &Wanted,
    named: &Named,
    desk: &Desk,
    terminal: &Terminal,
) -> Result<(Session, Option<Symptom>), Stop> {
    let mut draft: Draft = named.draft(desk);
    draft.names.name.clone_from(&wanted.name);
    draft.names.scopes.clone_from(&wanted.scopes);
    wanted.chosen.hand_over(&mut draft, terminal)?;
    if let Err(problem) = draft.names.additional() {
        terminal.note(&problem.message());
        return Err(Exit::Usage.into());
    }
    let mut session = Session::of(draft);
    let given = target::given(terminal)?;
    let asks_keyring = given.secret.is_none();
    target::hand_over(desk, &mut session, given, named).await;
    // A change that leaves the secret as it is needs none.
    let keyring = if asks_keyring { target::drop_missing_secret(desk, &mut session).await } else { None };
    let id = SecretString::from(wanted.client_id.as_str());
    let made_for = session.draft.clone().ok_or(Symptom::NoJobOpen)?;
    let entered = credentials::enter(desk, &made_for, Field::ClientId, &id, Place::Memory, Insist::Yes).await;
    credentials::entered(&mut session, entered);
    for recognised in [&session.id_recognised, &session.secret_recognised].into_iter().flatten() {
        for removed in &recognised.removed {
            terminal.note(removed);
        }
        if recognised.verdict != Verdict::Fits {
            terminal.note(&recognised.says);
        }
    }
    match session.keyring.take() {
        Some(symptom) => Err(symptom.into()),
        None => Ok((session, keyring)),
    }
}

/// Asks before anything is written. A plan that needs more than a yes is refused here by its own reason.
fn agree(arguments: &Arguments, planned: &Planned, terminal: &Terminal) -> Result<(), Stop> {
    if let Some(symptom) = planned.refusal() {
        return Err(symptom.into());
    }
    let question = said::terminal_push_ask(push::writes(&planned.plan.shown));
    Ok(target::agree(arguments.yes, &question, terminal)?)
}
