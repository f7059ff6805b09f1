use crate::desk::Given;
use crate::exit::Exit;
use crate::machine::Machine;
use crate::stop::Stop;
use crate::target;
use crate::terminal::Terminal;
use secrecy::SecretString;
use serde::Serialize;
use sourcerer_core::address::{Plain, ServerUrl, Slug, source_link};
use sourcerer_core::authentik::{Leg, LegState, Verdict as Went};
use sourcerer_core::checks::{Finding, Need, Unseen};
use sourcerer_core::credentials::{Field, Verdict};
use sourcerer_core::diagnosis::{Diagnosed as _, Diagnosis, Severity, Symptom};
use sourcerer_core::job::handover;
use sourcerer_core::job::support::{self, Changed, Found, Heard, Support};
use sourcerer_core::job::{Desk, Place};
use sourcerer_core::words::said;
use std::path::{Path, PathBuf};

// What is asked about, and what it is asked with: the words of its arguments are each command's own.
#[derive(clap::Args)]
pub(crate) struct Subject {
    /// Any address of the source, which tells server and slug.
    #[arg(value_name = "ADDRESS", required_unless_present_all = ["server", "slug"], conflicts_with_all = ["server", "slug"])]
    address: Option<String>,
    #[arg(long, value_name = "URL", requires = "slug")]
    server: Option<String>,
    #[arg(long, value_name = "SLUG", requires = "server")]
    slug: Option<String>,
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    #[arg(long)]
    allow_http: bool,
    #[arg(long)]
    token_stdin: bool,
    #[arg(long, value_name = "ID")]
    client_id: Option<String>,
    #[command(flatten)]
    pub(crate) machine: Machine,
}

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    subject: Subject,
    #[arg(long, value_name = "FILE")]
    job: Option<PathBuf>,
    #[arg(long)]
    quiet: bool,
    #[arg(long)]
    json: bool,
}

/// What scripts read: names and order are documented and stay.
#[derive(Serialize)]
struct Answer<'a> {
    findings: Vec<Row<'a>>,
    legs: Vec<Passed>,
    unseen: Vec<Open<'a>>,
    /// Only where changes were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<&'a [String]>,
}

impl<'a> Answer<'a> {
    fn of(found: &'a Found, changed: Option<&'a Changed>) -> Self {
        let shown = changed.map_or(&found.findings, |changed| &changed.findings);
        Self {
            findings: shown.iter().map(Row::of).collect(),
            legs: found.legs.iter().map(Passed::of).collect(),
            unseen: found.unseen.iter().map(Open::of).collect(),
            gone: changed.map(|changed| changed.gone.as_slice()),
        }
    }
}

/// A leg of the way.
#[derive(Serialize)]
pub(crate) struct Passed {
    leg: Leg,
    verdict: Went,
    diagnosis: Option<String>,
}

impl Passed {
    pub(crate) fn of(state: &LegState) -> Self {
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

/// A finding.
#[derive(Serialize)]
pub(crate) struct Row<'a> {
    id: &'a str,
    severity: Severity,
    diagnosis: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub(crate) fn of(finding: &'a Finding) -> Self {
        let diagnosis = finding.diagnosis.as_ref().map(|diagnosis| diagnosis.id.as_str());
        Self { id: &finding.id, severity: finding.severity, diagnosis }
    }
}

pub(crate) async fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    match Box::pin(checked(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn checked(arguments: &Arguments, terminal: &mut Terminal) -> Result<Exit, Stop> {
    if arguments.quiet {
        terminal.quiet();
    }
    let desk = arguments.subject.machine.desk(terminal)?;
    let mut support = given(&arguments.subject, &desk, terminal).await?;
    if let Some(file) = &arguments.job {
        hold_against(&mut support, file, terminal)?;
    }
    let found = support::run(&desk, &support, &mut |heard| progress(&heard, terminal)).await?;
    let changed = if arguments.quiet { Some(support::changed(&desk, &support, &found)?) } else { None };
    let shown = changed.as_ref().map_or(&found.findings, |changed| &changed.findings);
    match (&changed, arguments.json) {
        // Nothing to say is said by no line at all.
        (Some(Changed { findings, gone }), _) if findings.is_empty() && gone.is_empty() => {}
        (_, true) => terminal.json(&Answer::of(&found, changed.as_ref())),
        (None, false) => {
            terminal.legs(&found.legs);
            show(shown, terminal);
            left_open(&found.unseen, terminal);
        }
        (Some(Changed { gone, .. }), false) => {
            show(shown, terminal);
            for id in gone {
                terminal.say(&said::terminal_check_gone(id));
            }
        }
    }
    Ok(verdict(&found.findings))
}

/// What was heard last, as long as nothing newer is.
pub(crate) fn progress(heard: &Heard, terminal: &Terminal) {
    let about = match heard {
        Heard::Legs(legs) => legs.iter().find(|leg| leg.verdict == Went::Asking).map(|leg| leg.leg.title()),
        Heard::Finding(finding) => Some(finding.title.clone()),
    };
    if let Some(about) = about {
        terminal.progress().tell(terminal.book().say(&about));
    }
}

/// Holds the source against a job file of it.
fn hold_against(support: &mut Support, file: &Path, terminal: &Terminal) -> Result<(), Stop> {
    let opened = handover::open(file).map_err(|refused| refused.symptom())?;
    if support::hold_against(support, &opened) {
        return Ok(());
    }
    terminal.note(&said::terminal_check_other_job(file.display().to_string()));
    Err(Exit::Usage.into())
}

/// What the check is given: the source by an address of its own or by its parts, the secrets by standard input.
pub(crate) async fn given(arguments: &Subject, desk: &Desk, terminal: &Terminal) -> Result<Support, Stop> {
    let refused = |message| {
        terminal.note(&message);
        Stop::Exit(Exit::Usage)
    };
    let (address, slug) = match (&arguments.address, &arguments.server, &arguments.slug) {
        (Some(address), ..) => {
            let (_, slug) = source_link(address).ok_or_else(|| refused(said::terminal_check_no_slug()))?;
            (address.clone(), slug.to_string())
        }
        (None, Some(server), Some(slug)) => (server.clone(), slug.clone()),
        (None, ..) => return Err(refused(said::terminal_check_no_slug())),
    };
    let plain = if arguments.allow_http { Plain::PrivateConfirmed } else { Plain::LoopbackOnly };
    let read = ServerUrl::read(&address, plain).map_err(|error| refused(error.message()))?;
    let slug = Slug::of_server(&slug).map_err(|error| refused(error.message()))?;
    for message in &read.said {
        terminal.remark(message);
    }
    let mut support = Support::default();
    support.enter(read.url.as_str().to_owned(), slug.to_string(), arguments.allow_http);
    support.choose_ca(arguments.ca_file.clone().or_else(|| desk.practice_ca().map(PathBuf::from)));
    if arguments.token_stdin {
        let Given { token, secret } = target::given(terminal)?;
        if let Some(token) = token {
            support.take_token(support::token(desk, &support, &token, Place::Memory).await);
        }
        if let Some(secret) = secret {
            support::pair(desk, &mut support, Field::ClientSecret, &secret);
        }
    }
    if let Some(id) = &arguments.client_id {
        support::pair(desk, &mut support, Field::ClientId, &SecretString::from(id.as_str()));
    }
    for recognised in support.recognised() {
        recognised.removed.iter().for_each(|removed| terminal.remark(removed));
        if recognised.verdict != Verdict::Fits {
            terminal.remark(&recognised.says);
        }
    }
    Ok(support)
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
