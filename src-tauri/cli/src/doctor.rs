//! `doctor`: whether this machine has what the job needs.

use crate::browser::Browser;
use crate::check::{Passed, Row};
use crate::exit::Exit;
use crate::machine::Machine;
use crate::stop::Stop;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::address::{Plain, ServerUrl, TEST_PORT};
use sourcerer_core::diagnosis::Severity;
use sourcerer_core::job::Desk;
use sourcerer_core::job::machine::{self, Asked, Seen};
use sourcerer_core::words::said;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(clap::Args)]
pub(crate) struct Arguments {
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

/// What scripts read: names and order are documented and stay.
#[derive(Serialize)]
struct Answer<'a> {
    version: &'a str,
    system: &'a str,
    findings: Vec<Row<'a>>,
    legs: Vec<Passed>,
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    match Box::pin(looked(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn looked(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Stop> {
    let real = arguments.machine.desk(terminal)?;
    let asked = asked(arguments, &real, terminal)?;
    let desk = Desk { opener: Arc::new(Browser::default()), ..real };
    // The keyring may ask its person for a password, who is to know what for.
    terminal.progress().tell(terminal.book().say(&said::terminal_doctor_looking()));
    let json = arguments.json;
    let told = &mut |finding: &_| {
        if !json {
            terminal.finding(finding);
        }
    };
    let Seen { findings, legs } = Box::pin(machine::look(&desk, &asked, told)).await;
    if json {
        let (version, system) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS);
        let (findings, legs) = (findings.iter().map(Row::of).collect(), legs.iter().map(Passed::of).collect());
        terminal.json(&Answer { version, system, findings, legs });
    } else {
        terminal.legs(&legs);
    }
    let is_broken = findings.iter().any(|finding| finding.severity == Severity::Breaks);
    Ok(if is_broken { Exit::Finding } else { Exit::Fine })
}

fn asked(arguments: &Arguments, desk: &Desk, terminal: &Terminal) -> Result<Asked, Exit> {
    let plain = if arguments.allow_http { Plain::PrivateConfirmed } else { Plain::LoopbackOnly };
    let server = match arguments.server.as_ref().map(|server| ServerUrl::read(server, plain)).transpose() {
        Ok(server) => server,
        Err(error) => {
            terminal.note(&error.message());
            return Err(Exit::Usage);
        }
    };
    for message in server.iter().flat_map(|read| &read.said) {
        terminal.note(message);
    }
    let ca_file = arguments.ca_file.clone().or_else(|| desk.practice_ca().map(PathBuf::from));
    Ok(Asked { port: arguments.port, server: server.map(|read| read.url), ca_file })
}
