//! `export`: what a push would lead to, written for whoever sets the source up by other means.

use crate::exit::Exit;
use crate::push::{self, Wanted};
use crate::stop::Stop;
use crate::terminal::Terminal;
use clap::ValueEnum;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::export::Format as Written;
use sourcerer_core::job::export::{self, Looked};
use sourcerer_core::job::{Desk, Draft};
use sourcerer_core::words::said;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[arg(value_name = "FORMAT")]
    format: Format,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long)]
    secret_file: bool,
    #[command(flatten)]
    wanted: Wanted,
}

/// The formats, as they are called here.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Blueprint,
    Terraform,
    Curl,
    Runbook,
}

impl Arguments {
    fn format(&self) -> Written {
        match self.format {
            Format::Blueprint if self.secret_file => Written::BlueprintFile,
            Format::Blueprint => Written::Blueprint,
            Format::Terraform => Written::Terraform,
            Format::Curl => Written::Curl,
            Format::Runbook => Written::Runbook,
        }
    }
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    match Box::pin(written(arguments, terminal)).await {
        Ok(()) => Exit::Fine,
        Err(stop) => stop.end(terminal),
    }
}

async fn written(arguments: &Arguments, terminal: &mut Terminal) -> Result<(), Stop> {
    if arguments.secret_file && arguments.format != Format::Blueprint {
        terminal.note(&said::terminal_export_secret_file_only());
        return Err(Exit::Usage.into());
    }
    let (desk, draft, looked) = Box::pin(looked(&arguments.wanted, terminal)).await?;
    let text = export::text(&desk, &draft, &looked, arguments.format()).await?;
    match &arguments.output {
        None => terminal.print(text.trim_end()),
        Some(file) => {
            export::save(&text, file)?;
            terminal.note(&said::terminal_export_written(file.display().to_string()));
        }
    }
    Ok(())
}

/// What is to be written: held against the server, or against nothing where there is no token.
async fn looked(wanted: &Wanted, terminal: &mut Terminal) -> Result<(Desk, Draft, Looked), Stop> {
    let job = Box::pin(push::job(wanted, terminal)).await?;
    let (desk, mut draft) = (job.desk.clone(), job.draft.clone());
    match Box::pin(push::compared(wanted, job, terminal)).await {
        Ok(planned) => {
            let looked = export::of_plan(&planned.draft, &planned.plan)?;
            Ok((planned.desk, planned.draft, looked))
        }
        Err(Stop::Symptom(symptom)) if is_for_want_of_a_token(&symptom) && !wanted.names_what_is_there() => {
            terminal.note(&said::terminal_export_unread());
            // It was said to be in the keyring, in case that it is.
            draft.server.token = None;
            let looked = export::without_server(&desk, &draft, None)?;
            Ok((desk, draft, looked))
        }
        Err(stop) => Err(stop),
    }
}

/// Whether nobody gave a token, and the keyring has none.
fn is_for_want_of_a_token(symptom: &Symptom) -> bool {
    let ways = [Symptom::SecretForgotten, Symptom::KeyringMissing, Symptom::KeyringLocked, Symptom::KeyringFailed];
    matches!(symptom, Symptom::ApiTokenMissing { .. }) || ways.contains(symptom)
}
