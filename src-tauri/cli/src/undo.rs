use crate::exit::Exit;
use crate::machine::Machine;
use crate::plan;
use crate::show::{self, Step};
use crate::stop::Stop;
use crate::target::{self, Target};
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::diagnosis::{Diagnosed as _, Symptom};
use sourcerer_core::job::{Desk, Draft, Session, push};
use sourcerer_core::plan::{Consent, Shown, State, Undo};
use sourcerer_core::words::said;

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct Arguments {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    machine: Machine,
    #[arg(long, conflicts_with = "delete")]
    disable: bool,
    #[arg(long)]
    delete: bool,
    #[arg(long)]
    yes: bool,
    // A question is asked about a plan that was shown, and JSON shows none to a person.
    #[arg(long, requires = "yes")]
    json: bool,
}

/// What scripts read: names and order are documented and stay.
#[derive(Serialize)]
struct Answer<'a> {
    undone: bool,
    plan: plan::Answer<'a>,
    steps: Vec<Step>,
    diagnosis: Option<&'static str>,
}

/// An undo, and all that it goes on with.
struct Reviewed {
    desk: Desk,
    draft: Draft,
    undo: Undo,
    consent: Consent,
}

impl Reviewed {
    /// What is done: the undo, or what is gentler.
    fn shown(&self) -> &Shown {
        let gentler = self.undo.instead.as_ref().filter(|_| self.consent == Consent::Instead);
        gentler.map_or(&self.undo.shown, |other| &other.shown)
    }

    /// Why it takes more than a yes.
    fn refusal(&self) -> Option<Symptom> {
        match (self.undo.shown.state, self.consent) {
            (State::NeedsConsent, Consent::Plain) => self.undo.refusal(),
            _ => None,
        }
    }
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    match Box::pin(undone(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn undone(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Stop> {
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
    target::agree(arguments.yes, &said::terminal_undo_ask(), terminal)?;
    let Reviewed { desk, draft, undo, consent } = &reviewed;
    push::undo(desk, draft, undo, *consent, &mut |step| show::step(&step, terminal)).await?;
    terminal.say(&said::terminal_undone());
    Ok(Exit::Fine)
}

/// The same for scripts, which have agreed already: whatever comes of it, there is one answer.
async fn answered(reviewed: &Reviewed, terminal: &mut Terminal) -> Exit {
    let Reviewed { desk, draft, undo, consent } = reviewed;
    let mut steps = Vec::new();
    let mut stopped = reviewed.refusal();
    if stopped.is_none() {
        let told = &mut |step| show::keep(step, &mut steps, terminal);
        stopped = push::undo(desk, draft, undo, *consent, told).await.err();
    }
    let answer = Answer {
        undone: stopped.is_none(),
        plan: plan::Answer::of(reviewed.shown(), terminal.book()),
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

/// What can be done instead, where something can.
fn gentler(reviewed: &Reviewed, terminal: &Terminal) {
    if reviewed.undo.instead.is_some() {
        terminal.note(&said::terminal_undo_instead());
    }
}

/// Reads the journal and the server. Writes nothing there.
async fn reviewed(arguments: &Arguments, terminal: &Terminal) -> Result<Reviewed, Stop> {
    let named = arguments.target.read(terminal)?;
    let desk = arguments.machine.desk(terminal)?;
    let is_there = push::journals(&desk).has_something_to_undo(&named.url, &named.slug);
    if !is_there.map_err(|error| error.symptom())? {
        return Err(Symptom::NothingToUndo.into());
    }
    let given = target::given(terminal)?;
    let mut session = Session::of(named.draft(&desk));
    target::hand_over(&desk, &mut session, given, &named).await;
    if let Some(symptom) = session.keyring.take() {
        return Err(symptom.into());
    }
    let draft = session.draft.take().ok_or(Symptom::NoJobOpen)?;
    terminal.progress().tell(terminal.book().say(&said::terminal_step_comparing()));
    let undo = push::review_undo(&desk, &draft).await?;
    let consent = match &undo.instead {
        Some(_) if arguments.disable => Consent::Instead,
        Some(_) | None if arguments.delete => Consent::Given,
        Some(_) | None => Consent::Plain,
    };
    Ok(Reviewed { desk, draft, undo, consent })
}
