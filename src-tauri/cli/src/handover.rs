//! `handover`: writes the job file of a job of this machine.

use crate::desk;
use crate::exit::Exit;
use crate::terminal::Terminal;
use sourcerer_core::diagnosis::{Diagnosed as _, Symptom};
use sourcerer_core::job::handover::{self, Side};
use sourcerer_core::job::{Desk, Draft, JobCard, Jobs};
use sourcerer_core::words::said;
use std::path::{Path, PathBuf};

/// The sides, as they are called here.
const SIDES: [&str; 3] = ["x", "server", "both"];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "HOST")]
    server: Option<String>,
    #[arg(long, value_name = "SLUG")]
    slug: Option<String>,
    #[arg(long, value_name = "SIDE", value_parser = SIDES)]
    side: Option<String>,
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let desk = desk::real();
    let mut draft = match job(arguments, &desk, terminal) {
        Ok(draft) => draft,
        Err(exit) => return exit,
    };
    match arguments.side.as_deref() {
        Some("x") => draft.handover.side = Side::X,
        Some("server") => draft.handover.side = Side::Server,
        Some("both") => draft.handover.side = Side::Both,
        Some(_) | None => {}
    }
    match written(arguments, &desk, &mut draft, terminal).await {
        Ok(()) => Exit::Fine,
        Err(symptom) => failed(&symptom, terminal),
    }
}

/// Writes the file; the job knows of it only once it is there.
async fn written(
    arguments: &Arguments,
    desk: &Desk,
    draft: &mut Draft,
    terminal: &mut Terminal,
) -> Result<(), Symptom> {
    if arguments.file == Path::new("-") {
        let file = handover::export(desk, draft).await?;
        Jobs::at(desk).save(draft).map_err(|error| error.symptom())?;
        terminal.print(file.text().trim_end());
        return Ok(());
    }
    handover::save(desk, draft, &arguments.file).await?;
    Jobs::at(desk).save(draft).map_err(|error| error.symptom())?;
    terminal.say(&said::terminal_handover_written(arguments.file.display().to_string()));
    Ok(())
}

/// The one job that is meant.
fn job(arguments: &Arguments, desk: &Desk, terminal: &mut Terminal) -> Result<Draft, Exit> {
    let jobs = Jobs::at(desk);
    let is_meant = |card: &JobCard| {
        let server = arguments.server.as_ref().is_none_or(|server| card.host.as_ref() == Some(server));
        server && arguments.slug.as_ref().is_none_or(|slug| card.slug == *slug)
    };
    let (cards, damaged) = jobs.list();
    let meant: Vec<_> = cards.into_iter().filter(is_meant).collect();
    let [card] = meant.as_slice() else {
        if let Some(symptom) = damaged.filter(|_| meant.is_empty()) {
            return Err(failed(&symptom, terminal));
        }
        terminal.note(&said::terminal_handover_which(meant.len()));
        for card in &meant {
            terminal.note_text(format_args!("  {} {}", card.host.as_deref().unwrap_or("-"), card.slug));
        }
        return Err(Exit::Usage);
    };
    match jobs.open(&card.id) {
        Ok(Some(draft)) => Ok(draft),
        Ok(None) => Err(failed(&Symptom::NoJobOpen, terminal)),
        Err(error) => Err(failed(&error.symptom(), terminal)),
    }
}

fn failed(symptom: &Symptom, terminal: &mut Terminal) -> Exit {
    terminal.diagnose(&symptom.into());
    symptom.into()
}
