//! `doctor`: whether this machine has what the job needs.

use crate::abort::Abort;
use crate::browser::SystemBrowser;
use crate::check::{FindingRow, PassedCheck};
use crate::exit::Exit;
use crate::machine::Machine;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::address::{HttpPolicy, ServerUrl, TEST_PORT};
use sourcerer_core::checks::Finding;
use sourcerer_core::diagnosis::Severity;
use sourcerer_core::i18n::msg;
use sourcerer_core::job::Environment;
use sourcerer_core::job::machine::{self, MachineCheckOptions, MachineReport};
use sourcerer_core::version;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(clap::Args)]
pub(crate) struct DoctorArgs {
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    #[arg(long)]
    allow_http: bool,
    #[arg(long, value_name = "N", default_value_t = TEST_PORT, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    #[command(flatten)]
    machine: Machine,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct DoctorOutput<'a> {
    version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<&'a str>,
    system: &'a str,
    findings: Vec<FindingRow<'a>>,
    legs: Vec<PassedCheck>,
}

pub(crate) async fn run(arguments: &DoctorArgs, terminal: &mut Terminal) -> Exit {
    match Box::pin(looked(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn looked(arguments: &DoctorArgs, terminal: &mut Terminal) -> Result<Exit, Abort> {
    let real = arguments.machine.environment(terminal)?;
    let asked = asked(arguments, &real, terminal)?;
    let environment = Environment { opener: Arc::new(SystemBrowser::default()), ..real };
    // The keyring may ask the person for a password, so they should know the reason.
    terminal.progress().tell(terminal.book().format(&msg::terminal_doctor_looking()));
    let json = arguments.json;
    let observer = &mut |finding: Finding| {
        if !json {
            terminal.finding(&finding);
        }
    };
    let MachineReport { findings, legs } = Box::pin(machine::check_machine(&environment, &asked, observer)).await;
    if json {
        let (version, commit, system) = (version::VERSION, version::COMMIT, std::env::consts::OS);
        let (findings, legs) =
            (findings.iter().map(FindingRow::of).collect(), legs.iter().map(PassedCheck::of).collect());
        terminal.json(&DoctorOutput { version, commit, system, findings, legs });
    } else {
        terminal.legs(&legs);
    }
    let is_broken = findings.iter().any(|finding| finding.severity == Severity::Breaks);
    Ok(if is_broken { Exit::Finding } else { Exit::Fine })
}

fn asked(arguments: &DoctorArgs, environment: &Environment, terminal: &Terminal) -> Result<MachineCheckOptions, Exit> {
    let plain = if arguments.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly };
    let server = match arguments.server.as_ref().map(|server| ServerUrl::parse(server, plain)).transpose() {
        Ok(server) => server,
        Err(error) => {
            terminal.note(&error.message());
            return Err(Exit::Usage);
        }
    };
    for message in server.iter().flat_map(|read| &read.said) {
        terminal.note(message);
    }
    let ca_file = arguments.ca_file.clone().or_else(|| environment.practice_ca().map(PathBuf::from));
    Ok(MachineCheckOptions { port: arguments.port, server: server.map(|read| read.url), ca_file })
}
