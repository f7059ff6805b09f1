use crate::exit::Exit;
use crate::machine::Machine;
use crate::show;
use crate::target::{self, Target};
use crate::terminal::Terminal;
use sourcerer_core::diagnosis::{Diagnosis, Symptom};
use sourcerer_core::job::{Session, push};
use sourcerer_core::plan::{Consent, State};
use sourcerer_core::words::said;

#[derive(clap::Args)]
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
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let named = match arguments.target.read(terminal) {
        Ok(named) => named,
        Err(exit) => return exit,
    };
    let desk = match arguments.machine.desk(terminal) {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    match push::journals(&desk).has_something_to_undo(&named.url, &named.slug) {
        Ok(true) => {}
        Ok(false) => {
            terminal.diagnose(&Diagnosis::from(&Symptom::NothingToUndo));
            return Exit::from(&Symptom::NothingToUndo);
        }
        Err(error) => {
            let symptom = sourcerer_core::diagnosis::Diagnosed::symptom(&error);
            terminal.diagnose(&Diagnosis::from(&symptom));
            return Exit::from(&symptom);
        }
    }
    let given = match target::given(terminal) {
        Ok(given) => given,
        Err(exit) => return exit,
    };
    let mut session = Session::of(named.draft(&desk));
    target::hand_over(&desk, &mut session, given, &named).await;
    let outcome = match (session.keyring.take(), &session.draft) {
        (Some(symptom), _) => Err(symptom),
        (None, Some(draft)) => push::review_undo(&desk, draft).await,
        (None, None) => Err(Symptom::NoJobOpen),
    };
    let undo = match outcome {
        Ok(undo) => undo,
        Err(symptom) => {
            terminal.diagnose(&Diagnosis::from(&symptom));
            return Exit::from(&symptom);
        }
    };
    let consent = match &undo.instead {
        Some(_) if arguments.disable => Consent::Instead,
        Some(_) | None if arguments.delete => Consent::Given,
        Some(_) | None => Consent::Plain,
    };
    let gentler = undo.instead.as_ref().filter(|_| consent == Consent::Instead);
    show::plan(gentler.map_or(&undo.shown, |other| &other.shown), terminal);
    if let (State::NeedsConsent, Some(symptom), Consent::Plain) = (undo.shown.state, undo.refusal(), consent) {
        terminal.diagnose(&Diagnosis::from(&symptom));
        if undo.instead.is_some() {
            terminal.note(&said::terminal_undo_instead());
        }
        return Exit::from(&symptom);
    }
    if !arguments.yes && terminal.ask(&said::terminal_undo_ask()) != Some(true) {
        terminal.note(&said::terminal_nothing_written());
        return Exit::Usage;
    }
    let Some(draft) = session.draft.take() else { return Exit::Finding };
    let outcome = push::undo(&desk, &draft, &undo, consent, &mut |step| show::step(&step, terminal)).await;
    match outcome {
        Ok(()) => {
            terminal.say(&said::terminal_undone());
            Exit::Fine
        }
        Err(symptom) => {
            terminal.diagnose(&Diagnosis::from(&symptom));
            Exit::from(&symptom)
        }
    }
}
