use crate::desk;
use crate::exit::Exit;
use crate::target::Target;
use crate::terminal::Terminal;
use serde::Serialize;
use sourcerer_core::authentik::{Leg, LegState, Verdict};
use sourcerer_core::checks::{Finding, Need, Unseen};
use sourcerer_core::diagnosis::{Diagnosis, Severity, Symptom};
use sourcerer_core::job::outside::{self, Found, Outside};
use sourcerer_core::words::said;

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
    legs: Vec<Passed>,
    unseen: Vec<Open<'a>>,
}

impl<'a> Answer<'a> {
    fn of(found: &'a Found) -> Self {
        Self {
            findings: found.findings.iter().map(Row::of).collect(),
            legs: found.legs.iter().map(Passed::of).collect(),
            unseen: found.unseen.iter().map(Open::of).collect(),
        }
    }
}

/// A leg of the way.
#[derive(Serialize)]
struct Passed {
    leg: Leg,
    verdict: Verdict,
    diagnosis: Option<String>,
}

impl Passed {
    fn of(state: &LegState) -> Self {
        let diagnosis = state.symptom.as_ref().map(|symptom| Diagnosis::from(symptom).id);
        Self { leg: state.leg, verdict: state.verdict, diagnosis }
    }
}

/// What can't be seen.
#[derive(Serialize)]
struct Open<'a> {
    id: &'a str,
    need: Need,
    rights: &'a [String],
}

impl<'a> Open<'a> {
    fn of(unseen: &'a Unseen) -> Self {
        Self { id: &unseen.id, need: unseen.need, rights: &unseen.rights }
    }
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
        ..Outside::default()
    };
    let found = match outside::run(&desk, &outside, &mut |_| ()).await {
        Ok(found) => found,
        Err(symptom) => {
            terminal.diagnose(&(&symptom).into());
            return Exit::from(&symptom);
        }
    };
    if arguments.json {
        terminal.json(&Answer::of(&found));
    } else {
        terminal.legs(&found.legs);
        show(&found.findings, terminal);
        left_open(&found.unseen, terminal);
    }
    verdict(&found.findings)
}

/// What can't be seen from outside, and what would show it.
fn left_open(unseen: &[Unseen], terminal: &mut Terminal) {
    if unseen.is_empty() {
        return;
    }
    terminal.say(&said::terminal_unseen());
    for each in unseen {
        let (what, with) = (terminal.book().say(&each.what), terminal.book().say(&each.with));
        terminal.print(format_args!("  {what}"));
        terminal.print(format_args!("    {with}"));
    }
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
