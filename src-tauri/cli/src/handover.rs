//! `handover`: writes the job file of a job on this machine.

use crate::environment;
use crate::exit::Exit;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::diagnosis::{Diagnosed as _, Symptom};
use sourcerer_core::i18n::msg;
use sourcerer_core::job::model::Side;
use sourcerer_core::job::{Environment, Job, JobStore, JobSummary, handover};
use std::path::{Path, PathBuf};

/// The parts of a job, with their names on the command line.
const SIDES: [&str; 3] = ["x", "server", "both"];

#[derive(clap::Args)]
pub(crate) struct HandoverArgs {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "HOST")]
    server: Option<String>,
    #[arg(long, value_name = "SLUG")]
    slug: Option<String>,
    #[arg(long, value_name = "SIDE", value_parser = SIDES)]
    side: Option<String>,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change. The job file has its own format.
#[derive(Serialize)]
struct HandoverOutput<'a> {
    file: &'a Path,
    server: &'a str,
    slug: &'a str,
    side: Side,
}

pub(crate) async fn run(arguments: &HandoverArgs, terminal: &mut Terminal) -> Exit {
    let environment = environment::real();
    if arguments.json && arguments.file == Path::new("-") {
        terminal.note(&msg::terminal_handover_one_output());
        return Exit::Usage;
    }
    let mut job = match job(arguments, &environment, terminal) {
        Ok(job) => job,
        Err(exit) => return exit,
    };
    match arguments.side.as_deref() {
        Some("x") => job.handover.side = Side::X,
        Some("server") => job.handover.side = Side::Server,
        Some("both") => job.handover.side = Side::Both,
        Some(_) | None => {}
    }
    match written(arguments, &environment, &mut job, terminal).await {
        Ok(()) => Exit::Fine,
        Err(symptom) => terminal.fail(&symptom),
    }
}

/// Writes the file. The job records it only after it has been written.
async fn written(
    arguments: &HandoverArgs,
    environment: &Environment,
    job: &mut Job,
    terminal: &mut Terminal,
) -> Result<(), Symptom> {
    if arguments.file == Path::new("-") {
        let file = handover::export(environment, job).await?;
        JobStore::new(environment).save(job).map_err(|error| error.symptom())?;
        terminal.document(&file.text());
        return Ok(());
    }
    handover::save(environment, job, &arguments.file).await?;
    JobStore::new(environment).save(job).map_err(|error| error.symptom())?;
    if arguments.json {
        let (server, slug) = (job.server.address.as_str(), job.names.typed.slug.as_str());
        terminal.json(&HandoverOutput { file: &arguments.file, server, slug, side: job.handover.side });
    } else {
        terminal.say(&msg::terminal_handover_written(arguments.file.display().to_string()));
    }
    Ok(())
}

/// Finds the job that the arguments mean.
fn job(arguments: &HandoverArgs, environment: &Environment, terminal: &mut Terminal) -> Result<Job, Exit> {
    let jobs = JobStore::new(environment);
    let is_meant = |card: &JobSummary| {
        let server = arguments.server.as_ref().is_none_or(|server| card.host.as_ref() == Some(server));
        server && arguments.slug.as_ref().is_none_or(|slug| card.slug == *slug)
    };
    let (cards, damaged) = jobs.list();
    let meant: Vec<_> = cards.into_iter().filter(is_meant).collect();
    let [card] = meant.as_slice() else {
        if let Some(symptom) = damaged.filter(|_| meant.is_empty()) {
            return Err(terminal.fail(&symptom));
        }
        terminal.note(&msg::terminal_handover_which(meant.len()));
        for card in &meant {
            terminal.note_text(format_args!("  {} {}", card.host.as_deref().unwrap_or("-"), card.slug));
        }
        return Err(Exit::Usage);
    };
    match jobs.open(&card.id) {
        Ok(Some(job)) => Ok(job),
        Ok(None) => Err(terminal.fail(&Symptom::NoJobOpen)),
        Err(error) => Err(terminal.fail(&error.symptom())),
    }
}
