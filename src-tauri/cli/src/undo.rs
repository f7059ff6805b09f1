use crate::abort::Abort;
use crate::exit::Exit;
use crate::machine::Machine;
use crate::plan;
use crate::show::{self, WriteOutput};
use crate::target::{self, TargetArgs};
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::diagnosis::{Diagnosed as _, Symptom};
use sourcerer_core::i18n::msg;
use sourcerer_core::job::{Environment, Job, Session, push};
use sourcerer_core::plan::{Confirmation, PlanState, PlanView, Undo};

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct UndoArgs {
    #[command(flatten)]
    target: TargetArgs,
    #[command(flatten)]
    machine: Machine,
    #[arg(long, conflicts_with = "delete")]
    disable: bool,
    #[arg(long)]
    delete: bool,
    #[arg(long)]
    yes: bool,
    // The question is about a plan that was shown, and JSON shows no plan to a person.
    #[arg(long, requires = "yes")]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct UndoOutput<'a> {
    undone: bool,
    plan: plan::PlanOutput<'a>,
    steps: Vec<WriteOutput>,
    diagnosis: Option<&'static str>,
}

/// The plan of an undo, and everything else that it needs.
struct UndoReview {
    environment: Environment,
    job: Job,
    undo: Undo,
    consent: Confirmation,
}

impl UndoReview {
    /// The plan that is carried out: the undo, or the gentler alternative.
    fn shown(&self) -> &PlanView {
        let gentler = self.undo.instead.as_ref().filter(|_| self.consent == Confirmation::Instead);
        gentler.map_or(&self.undo.shown, |other| &other.shown)
    }

    /// Why the undo needs more than a confirmation.
    fn refusal(&self) -> Option<Symptom> {
        match (self.undo.shown.state, self.consent) {
            (PlanState::NeedsConsent, Confirmation::Plain) => self.undo.refusal(),
            _ => None,
        }
    }
}

pub(crate) async fn run(arguments: &UndoArgs, terminal: &mut Terminal) -> Exit {
    match Box::pin(undone(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn undone(arguments: &UndoArgs, terminal: &mut Terminal) -> Result<Exit, Abort> {
    let reviewed = Box::pin(reviewed(arguments, terminal)).await?;
    if arguments.json {
        return Ok(Box::pin(answered(&reviewed, terminal)).await);
    }
    show::plan(reviewed.shown(), terminal);
    if let Some(symptom) = reviewed.refusal() {
        let exit = terminal.fail(&symptom);
        gentler(&reviewed, terminal);
        return Ok(exit);
    }
    target::agree(arguments.yes, &msg::terminal_undo_ask(), terminal)?;
    let UndoReview { environment, job, undo, consent } = &reviewed;
    push::undo(environment, job, undo, *consent, &mut |step| show::step(&step, terminal)).await?;
    terminal.say(&msg::terminal_undone());
    Ok(Exit::Fine)
}

/// The undo for scripts, which have confirmed it in advance. Whatever the result, there is exactly one answer.
async fn answered(reviewed: &UndoReview, terminal: &mut Terminal) -> Exit {
    let UndoReview { environment, job, undo, consent } = reviewed;
    let mut steps = Vec::new();
    let mut stopped = reviewed.refusal();
    if stopped.is_none() {
        let told = &mut |step| show::keep(step, &mut steps, terminal);
        stopped = push::undo(environment, job, undo, *consent, told).await.err();
    }
    let answer = UndoOutput {
        undone: stopped.is_none(),
        plan: plan::PlanOutput::of(reviewed.shown(), terminal.book()),
        steps,
        diagnosis: stopped.as_ref().map(|symptom| symptom.entry().id),
    };
    terminal.json(&answer);
    let Some(symptom) = stopped else { return Exit::Fine };
    terminal.diagnose(&(&symptom).into());
    if reviewed.refusal().is_some() {
        gentler(reviewed, terminal);
    }
    Exit::from(&symptom)
}

/// Prints the gentler alternative, if there is one.
fn gentler(reviewed: &UndoReview, terminal: &Terminal) {
    if reviewed.undo.instead.is_some() {
        terminal.note(&msg::terminal_undo_instead());
    }
}

/// Reads the journal and the server. Nothing is written there.
async fn reviewed(arguments: &UndoArgs, terminal: &Terminal) -> Result<UndoReview, Abort> {
    let named = arguments.target.read(terminal)?;
    let environment = arguments.machine.environment(terminal)?;
    let journals = environment.journals();
    if !journals.has_something_to_undo(&named.url, &named.slug).map_err(|error| error.symptom())? {
        let others = journals.others_to_undo(&named.url, &named.slug).map_err(|error| error.symptom())?;
        return Err(Symptom::NothingToUndo { others: others.join(", ") }.into());
    }
    let given = target::given(terminal)?;
    let mut session = Session::with_job(named.stored_job(&environment));
    target::hand_over(&environment, &mut session, given, &named).await;
    if let Some(symptom) = session.keyring.take() {
        return Err(symptom.into());
    }
    let job = session.job.take().ok_or(Symptom::NoJobOpen)?;
    terminal.progress().tell(terminal.book().format(&msg::terminal_step_comparing()));
    let undo = push::review_undo(&environment, &job).await?;
    let consent = match &undo.instead {
        Some(_) if arguments.disable => Confirmation::Instead,
        Some(_) | None if arguments.delete => Confirmation::Given,
        Some(_) | None => Confirmation::Plain,
    };
    Ok(UndoReview { environment, job, undo, consent })
}
