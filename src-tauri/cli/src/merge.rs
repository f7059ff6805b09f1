//! `merge`: takes a job file into the job that it is about, or makes a new one of it.

use crate::desk;
use crate::exit::Exit;
use crate::terminal::Terminal;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::Session;
use sourcerer_core::job::handover::{self, ConflictView, OpenedPage, Pick};
use sourcerer_core::job::stages;
use sourcerer_core::words::said;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "FIELD")]
    ours: Vec<String>,
    #[arg(long, value_name = "FIELD")]
    theirs: Vec<String>,
    #[arg(long, value_name = "URL")]
    address: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let desk = desk::real();
    let mut session = Session::default();
    handover::hand(&desk, &mut session, &arguments.file);
    if let Some(symptom) = &session.notice {
        return failed(symptom, terminal);
    }
    if let Err(exit) = decided(arguments, &mut session, terminal) {
        return exit;
    }
    let Some(opened) = session.handed.as_ref().map(|opened| opened.page()) else { return Exit::Finding };
    if !opened.ready {
        undecided(&opened, terminal);
        return Exit::Changed;
    }
    if let Err(symptom) = handover::take(&desk, &mut session) {
        return failed(&symptom, terminal);
    }
    if let Some(symptom) = &session.notice {
        return failed(symptom, terminal);
    }
    match opened.into {
        Some(into) => {
            let into = terminal.book().say(&into);
            terminal.say(&said::terminal_merge_into(into));
        }
        None => terminal.say(&said::terminal_merge_new(opened.address, opened.slug)),
    }
    let Some(draft) = &session.draft else { return Exit::Finding };
    for stage in
        stages::all(draft).iter().filter(|view| view.stage == draft.page || draft.handover.side.does(view.stage))
    {
        let (name, words) = (terminal.book().say(&stage.name), terminal.book().say(&stage.words));
        terminal.print(format_args!("  {name}: {words}"));
    }
    Exit::Fine
}

/// Hands over what was decided on the command line. A field that isn't in question is a slip.
fn decided(arguments: &Arguments, session: &mut Session, terminal: &mut Terminal) -> Result<(), Exit> {
    let Some(opened) = session.handed.as_mut() else { return Ok(()) };
    let conflicts = opened.page().conflicts;
    for (names, pick) in [(&arguments.ours, Pick::Ours), (&arguments.theirs, Pick::Theirs)] {
        for name in names {
            let Some(found) = conflicts.iter().find(|conflict| conflict.field.in_file() == *name) else {
                terminal.note(&said::terminal_merge_no_conflict(name));
                return Err(Exit::Usage);
            };
            opened.pick(found.field, pick);
        }
    }
    if let Some(address) = &arguments.address {
        opened.agree_to_address(address);
    }
    Ok(())
}

fn undecided(opened: &OpenedPage, terminal: &mut Terminal) {
    let open: Vec<&ConflictView> = opened.conflicts.iter().filter(|conflict| conflict.pick.is_none()).collect();
    for conflict in open {
        let title = terminal.book().say(&conflict.name);
        let ConflictView { ours, theirs, .. } = conflict;
        terminal.say(&said::terminal_merge_conflict(conflict.field.in_file(), ours.as_str(), theirs.as_str(), title));
    }
    if let Some(address) = opened.moves.as_ref().filter(|_| !opened.agreed) {
        terminal.say(&said::terminal_merge_moves(address));
    }
    terminal.note(&said::terminal_merge_undecided());
}

fn failed(symptom: &Symptom, terminal: &mut Terminal) -> Exit {
    terminal.diagnose(&symptom.into());
    symptom.into()
}
