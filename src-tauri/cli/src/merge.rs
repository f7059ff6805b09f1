//! `merge`: merges a job file into the job that it is about, or creates a new job from it.

use crate::abort::Abort;
use crate::environment;
use crate::exit::Exit;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::handover::{self, HandoverConflict, HandoverPick, JobFilePage};
use sourcerer_core::job::{Session, StageState, StageView, stages};
use sourcerer_core::stage::Stage;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct MergeArgs {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "FIELD")]
    ours: Vec<String>,
    #[arg(long, value_name = "FIELD")]
    theirs: Vec<String>,
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct MergeOutput<'a> {
    merged: bool,
    new: bool,
    server: &'a str,
    slug: &'a str,
    conflicts: Vec<ConflictRow<'a>>,
    moves_to: Option<&'a str>,
    stages: Vec<ClaimedRow>,
}

/// A field that both sides have changed, without a decision.
#[derive(Serialize)]
struct ConflictRow<'a> {
    field: String,
    ours: &'a str,
    theirs: &'a str,
}

/// The status of a stage.
#[derive(Serialize)]
struct ClaimedRow {
    stage: Stage,
    state: StageState,
}

impl<'a> MergeOutput<'a> {
    fn of(opened: &'a JobFilePage, stages: &[StageView]) -> Self {
        let row = |conflict: &'a HandoverConflict| ConflictRow {
            field: conflict.field.file_key(),
            ours: &conflict.ours,
            theirs: &conflict.theirs,
        };
        Self {
            merged: opened.ready,
            new: opened.into.is_none(),
            server: &opened.address,
            slug: &opened.slug,
            conflicts: undecided(opened).map(row).collect(),
            moves_to: opened.moves.as_deref().filter(|_| !opened.agreed),
            stages: stages.iter().map(|view| ClaimedRow { stage: view.stage, state: view.state }).collect(),
        }
    }
}

pub(crate) fn run(arguments: &MergeArgs, terminal: &mut Terminal) -> Exit {
    match merged(arguments, terminal) {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

fn merged(arguments: &MergeArgs, terminal: &mut Terminal) -> Result<Exit, Abort> {
    let environment = environment::real();
    let mut session = Session::default();
    handover::open_file(&environment, &mut session, &arguments.file);
    if let Some(symptom) = session.notice.take() {
        return Err(symptom.into());
    }
    decided(arguments, &mut session, terminal)?;
    let Some(opened) = session.handed.as_ref().map(|opened| opened.page()) else { return Ok(Exit::Finding) };
    if !opened.ready {
        if arguments.json {
            terminal.json(&MergeOutput::of(&opened, &[]));
        } else {
            ask(&opened, terminal);
        }
        terminal.note(&msg::terminal_merge_undecided());
        return Ok(Exit::Changed);
    }
    handover::take_file(&environment, &mut session)?;
    if let Some(symptom) = session.notice.take() {
        return Err(symptom.into());
    }
    let Some(job) = &session.job else { return Ok(Exit::Finding) };
    let mut stages = stages::all(job);
    stages.retain(|view| view.stage == job.page || job.handover.side.includes(view.stage));
    if arguments.json {
        terminal.json(&MergeOutput::of(&opened, &stages));
        return Ok(Exit::Fine);
    }
    match opened.into {
        Some(into) => {
            let into = terminal.book().format(&into);
            terminal.say(&msg::terminal_merge_into(into));
        }
        None => terminal.say(&msg::terminal_merge_new(opened.address, opened.slug)),
    }
    for stage in &stages {
        let (name, words) = (terminal.book().format(&stage.name), terminal.book().format(&stage.words));
        terminal.print(format_args!("  {name}: {words}"));
    }
    Ok(Exit::Fine)
}

/// Passes on the decisions from the command line. A decision about a field without a conflict is a usage error.
fn decided(arguments: &MergeArgs, session: &mut Session, terminal: &mut Terminal) -> Result<(), Exit> {
    let Some(opened) = session.handed.as_mut() else { return Ok(()) };
    let conflicts = opened.page().conflicts;
    for (names, pick) in [(&arguments.ours, HandoverPick::Ours), (&arguments.theirs, HandoverPick::Theirs)] {
        for name in names {
            let Some(found) = conflicts.iter().find(|conflict| conflict.field.file_key() == *name) else {
                terminal.note(&msg::terminal_merge_no_conflict(name));
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

/// The fields without a decision.
fn undecided(opened: &JobFilePage) -> impl Iterator<Item = &HandoverConflict> {
    opened.conflicts.iter().filter(|conflict| conflict.pick.is_none())
}

/// Prints what has to be decided, and how.
fn ask(opened: &JobFilePage, terminal: &mut Terminal) {
    for conflict in undecided(opened) {
        let title = terminal.book().format(&conflict.name);
        let HandoverConflict { ours, theirs, .. } = conflict;
        terminal.say(&msg::terminal_merge_conflict(conflict.field.file_key(), ours.as_str(), theirs.as_str(), title));
    }
    if let Some(address) = opened.moves.as_ref().filter(|_| !opened.agreed) {
        terminal.say(&msg::terminal_merge_moves(address));
    }
}
