use crate::desk;
use crate::exit::Exit;
use crate::target::Target;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::checks::Finding;
use sourcerer_core::diagnosis::{Severity, Symptom};
use sourcerer_core::job::outside::{self, Outside};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    target: Target,
    #[arg(long)]
    json: bool,
}

/// What scripts read: names and order are documented and stay.
#[derive(Serialize)]
struct Answer<'a> {
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    severity: Severity,
    diagnosis: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn of(finding: &'a Finding) -> Self {
        let diagnosis = finding.diagnosis.as_ref().map(|diagnosis| diagnosis.id.as_str());
        Self { id: &finding.id, severity: finding.severity, diagnosis }
    }
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let named = match arguments.target.read(terminal) {
        Ok(named) => named,
        Err(exit) => return exit,
    };
    let desk = desk::real();
    let outside = Outside {
        address: named.url.as_str().to_owned(),
        slug: named.slug.as_str().to_owned(),
        allow_http: true,
        ca_file: named.ca_file,
        found: None,
    };
    let findings = match outside::run(&desk, &outside).await {
        Ok((_, findings)) => findings,
        Err(symptom) => {
            terminal.diagnose(&(&symptom).into());
            return Exit::from(&symptom);
        }
    };
    if arguments.json {
        terminal.json(&Answer { findings: findings.iter().map(Row::of).collect() });
    } else {
        // Where nobody is reached, how far one came says more than the one finding.
        if verdict(&findings) == Exit::Unreachable {
            terminal.legs(&outside::way(&desk, &outside).await.unwrap_or_default());
        }
        show(&findings, terminal);
    }
    verdict(&findings)
}

/// Each finding on a line, with cause and remedy where something is to be mended.
pub(crate) fn show(findings: &[Finding], terminal: &mut Terminal) {
    for finding in findings {
        terminal.finding(finding);
    }
}

/// The exit code for what was found: whoever can't be reached first, then whatever breaks sign-in.
pub(crate) fn verdict(findings: &[Finding]) -> Exit {
    let breaking = findings.iter().filter(|finding| finding.severity == Severity::Breaks);
    let exits: Vec<Exit> = breaking
        .map(|finding| finding.symptom.as_ref().map_or(Exit::Finding, |symptom: &Symptom| symptom.into()))
        .collect();
    if exits.contains(&Exit::Unreachable) {
        Exit::Unreachable
    } else if exits.is_empty() {
        Exit::Fine
    } else {
        Exit::Finding
    }
}
