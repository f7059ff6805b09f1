//! `export`: writes the target state of a push for people who create the source with other tools.

use crate::abort::Abort;
use crate::exit::Exit;
use crate::push::{self, PushSource};
use crate::terminal::Terminal;
use clap::ValueEnum;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::export::ExportFormat as Written;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::export::{self, ExportBasis};
use sourcerer_core::job::{Environment, Job};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct ExportArgs {
    #[arg(value_name = "FORMAT")]
    format: ExportFormatArg,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long)]
    secret_file: bool,
    #[command(flatten)]
    wanted: PushSource,
}

/// The formats on the command line.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportFormatArg {
    Blueprint,
    Terraform,
    Curl,
    Runbook,
}

impl ExportArgs {
    fn format(&self) -> Written {
        match self.format {
            ExportFormatArg::Blueprint if self.secret_file => Written::BlueprintFile,
            ExportFormatArg::Blueprint => Written::Blueprint,
            ExportFormatArg::Terraform => Written::Terraform,
            ExportFormatArg::Curl => Written::Curl,
            ExportFormatArg::Runbook => Written::Runbook,
        }
    }
}

pub(crate) async fn run(arguments: &ExportArgs, terminal: &mut Terminal) -> Exit {
    match Box::pin(written(arguments, terminal)).await {
        Ok(()) => Exit::Fine,
        Err(stop) => stop.end(terminal),
    }
}

async fn written(arguments: &ExportArgs, terminal: &mut Terminal) -> Result<(), Abort> {
    if arguments.secret_file && arguments.format != ExportFormatArg::Blueprint {
        terminal.note(&msg::terminal_export_secret_file_only());
        return Err(Exit::Usage.into());
    }
    let (environment, job, looked) = Box::pin(looked(&arguments.wanted, terminal)).await?;
    let text = export::text(&environment, &job, &looked, arguments.format()).await?;
    match &arguments.output {
        None => terminal.document(&text),
        Some(file) => {
            export::save(&text, file)?;
            terminal.note(&msg::terminal_export_written(file.display().to_string()));
        }
    }
    Ok(())
}

/// The basis of the export: compared with the server, or computed without it if there is no token.
async fn looked(wanted: &PushSource, terminal: &mut Terminal) -> Result<(Environment, Job, ExportBasis), Abort> {
    let prepared = Box::pin(push::job(wanted, terminal)).await?;
    let (environment, mut job) = (prepared.environment.clone(), prepared.job.clone());
    match Box::pin(push::compared(wanted, prepared, terminal)).await {
        Ok(planned) => {
            let looked = export::basis_from_plan(&planned.job, &planned.plan)?;
            Ok((planned.environment, planned.job, looked))
        }
        Err(Abort::Symptom(symptom)) if is_for_want_of_a_token(&symptom) && !wanted.names_what_is_there() => {
            terminal.note(&msg::terminal_export_unread());
            // The job assumes that the keyring has the token, and it doesn't.
            job.server.token = None;
            let looked = export::basis_offline(&environment, &job, None)?;
            Ok((environment, job, looked))
        }
        Err(stop) => Err(stop),
    }
}

/// Whether no token was given and the keyring has none.
fn is_for_want_of_a_token(symptom: &Symptom) -> bool {
    matches!(
        symptom,
        Symptom::ApiTokenMissing { .. }
            | Symptom::SecretForgotten { .. }
            | Symptom::KeyringMissing
            | Symptom::KeyringLocked
            | Symptom::KeyringSilent
            | Symptom::KeyringFailed
    )
}
