use crate::abort::Abort;
use crate::environment::StdinSecrets;
use crate::exit::Exit;
use crate::machine::Machine;
use crate::target;
use crate::terminal::Terminal;
use secrecy::SecretString;
use serde::Serialize;
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug, source_link};
use sourcerer_core::authentik::{ServerLeg, ServerLegResult, ServerLegVerdict as Went};
use sourcerer_core::checks::{Finding, Unseen, UnseenNeed};
use sourcerer_core::credentials::{PasteField, PasteVerdict};
use sourcerer_core::diagnosis::{Diagnosed as _, Diagnosis, Severity, Symptom};
use sourcerer_core::i18n::msg;
use sourcerer_core::job::handover;
use sourcerer_core::job::source_check::{self, ChangesSinceLastRun, SourceCheck, SourceCheckEvent, SourceCheckResult};
use sourcerer_core::job::{Environment, SecretLocation};
use std::path::{Path, PathBuf};

// The source to check, and the input for it. Each command that uses these arguments has its own help texts.
#[derive(clap::Args)]
pub(crate) struct CheckTarget {
    /// Any address of the source, from which server and slug are parsed.
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
pub(crate) struct CheckArgs {
    #[command(flatten)]
    subject: CheckTarget,
    #[arg(long, value_name = "FILE")]
    job: Option<PathBuf>,
    #[arg(long)]
    quiet: bool,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct CheckOutput<'a> {
    findings: Vec<FindingRow<'a>>,
    legs: Vec<PassedCheck>,
    unseen: Vec<UnseenCheck<'a>>,
    /// It is present only if changes were requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<&'a [String]>,
}

impl<'a> CheckOutput<'a> {
    fn of(found: &'a SourceCheckResult, changed: Option<&'a ChangesSinceLastRun>) -> Self {
        let shown = changed.map_or(&found.findings, |changed| &changed.findings);
        Self {
            findings: shown.iter().map(FindingRow::of).collect(),
            legs: found.legs.iter().map(PassedCheck::of).collect(),
            unseen: found.unseen.iter().map(UnseenCheck::of).collect(),
            gone: changed.map(|changed| changed.gone.as_slice()),
        }
    }
}

/// A server leg in the answer.
#[derive(Serialize)]
pub(crate) struct PassedCheck {
    leg: ServerLeg,
    verdict: Went,
    diagnosis: Option<String>,
}

impl PassedCheck {
    pub(crate) fn of(state: &ServerLegResult) -> Self {
        let diagnosis = state.symptom.as_ref().map(|symptom| Diagnosis::from(symptom).id);
        Self { leg: state.leg, verdict: state.verdict, diagnosis }
    }
}

/// A check that couldn't be done.
#[derive(Serialize)]
struct UnseenCheck<'a> {
    id: &'a str,
    need: UnseenNeed,
    rights: &'a [String],
}

impl<'a> UnseenCheck<'a> {
    fn of(unseen: &'a Unseen) -> Self {
        Self { id: &unseen.id, need: unseen.need, rights: &unseen.rights }
    }
}

/// A finding in the answer.
#[derive(Serialize)]
pub(crate) struct FindingRow<'a> {
    id: &'a str,
    severity: Severity,
    diagnosis: Option<&'a str>,
}

impl<'a> FindingRow<'a> {
    pub(crate) fn of(finding: &'a Finding) -> Self {
        let diagnosis = finding.diagnosis.as_ref().map(|diagnosis| diagnosis.id.as_str());
        Self { id: &finding.id, severity: finding.severity, diagnosis }
    }
}

pub(crate) async fn run(arguments: &CheckArgs, terminal: &mut Terminal) -> Exit {
    match Box::pin(checked(arguments, terminal)).await {
        Ok(exit) => exit,
        Err(stop) => stop.end(terminal),
    }
}

async fn checked(arguments: &CheckArgs, terminal: &mut Terminal) -> Result<Exit, Abort> {
    if arguments.quiet {
        terminal.quiet();
    }
    let environment = arguments.subject.machine.environment(terminal)?;
    let mut support = given(&arguments.subject, &environment, terminal).await?;
    if let Some(file) = &arguments.job {
        hold_against(&mut support, file, terminal)?;
    }
    let found = source_check::run(&environment, &support, &mut |heard| progress(&heard, terminal)).await?;
    let changed =
        if arguments.quiet { Some(source_check::record_and_compare(&environment, &support, &found)?) } else { None };
    let shown = changed.as_ref().map_or(&found.findings, |changed| &changed.findings);
    match (&changed, arguments.json) {
        // Without a change, no line is printed.
        (Some(ChangesSinceLastRun { findings, gone }), _) if findings.is_empty() && gone.is_empty() => {}
        (_, true) => terminal.json(&CheckOutput::of(&found, changed.as_ref())),
        (None, false) => {
            terminal.legs(&found.legs);
            show(shown, terminal);
            left_open(&found.unseen, terminal);
        }
        (Some(ChangesSinceLastRun { gone, .. }), false) => {
            show(shown, terminal);
            for id in gone {
                terminal.say(&msg::terminal_check_gone(id));
            }
        }
    }
    Ok(verdict(&found.findings))
}

/// Shows the most recent event on the progress line.
pub(crate) fn progress(heard: &SourceCheckEvent, terminal: &Terminal) {
    let about = match heard {
        SourceCheckEvent::Legs(legs) => legs.iter().find(|leg| leg.verdict == Went::Asking).map(|leg| leg.leg.title()),
        SourceCheckEvent::Finding(finding) => Some(finding.title.clone()),
    };
    if let Some(about) = about {
        terminal.progress().tell(terminal.book().format(&about));
    }
}

/// Compares the source with a job file about it.
fn hold_against(support: &mut SourceCheck, file: &Path, terminal: &Terminal) -> Result<(), Abort> {
    let opened = handover::open(file).map_err(|refused| refused.symptom())?;
    if source_check::compare_with_file(support, &opened) {
        return Ok(());
    }
    terminal.note(&msg::terminal_check_other_job(file.display().to_string()));
    Err(Exit::Usage.into())
}

/// The input of the check: the source by one address or by its parts, and the secrets from standard input.
pub(crate) async fn given(
    arguments: &CheckTarget,
    environment: &Environment,
    terminal: &Terminal,
) -> Result<SourceCheck, Abort> {
    let refused = |message| {
        terminal.note(&message);
        Abort::Exit(Exit::Usage)
    };
    let secrets = if arguments.token_stdin { Some(target::given(terminal)?) } else { None };
    target::refuse_secret(arguments.client_id.as_deref().unwrap_or_default(), terminal)?;
    let (address, slug) = match (&arguments.address, &arguments.server, &arguments.slug) {
        (Some(address), ..) => {
            let (_, slug) = source_link(address).ok_or_else(|| refused(msg::terminal_check_no_slug()))?;
            if let Some(error) = source_check::callback_error(address) {
                terminal.remark(&msg::source_check_understood_error(error, slug.to_string()));
            }
            (address.clone(), slug.to_string())
        }
        (None, Some(server), Some(slug)) => (server.clone(), slug.clone()),
        (None, ..) => return Err(refused(msg::terminal_check_no_slug())),
    };
    let plain = if arguments.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly };
    let read = ServerUrl::parse(&address, plain).map_err(|error| refused(error.message()))?;
    let slug = Slug::parse_existing(&slug).map_err(|error| refused(error.message()))?;
    for message in &read.said {
        terminal.remark(message);
    }
    let mut support = SourceCheck::default();
    support.merge_input(read.url.as_str().to_owned(), slug.to_string(), arguments.allow_http);
    support.choose_ca(arguments.ca_file.clone().or_else(|| environment.practice_ca().map(PathBuf::from)));
    if let Some(StdinSecrets { token, secret }) = secrets {
        if let Some(token) = token {
            support.take_token(source_check::token(environment, &support, &token, SecretLocation::Memory).await);
        }
        if let Some(secret) = secret {
            source_check::pair(environment, &mut support, PasteField::ClientSecret, &secret);
        }
    }
    if let Some(id) = &arguments.client_id {
        source_check::pair(environment, &mut support, PasteField::ClientId, &SecretString::from(id.as_str()));
    }
    for recognised in support.recognitions() {
        recognised.removed.iter().for_each(|removed| terminal.remark(removed));
        if recognised.verdict != PasteVerdict::Fits {
            terminal.remark(&recognised.says);
        }
    }
    Ok(support)
}

/// Prints what can't be seen from outside, and what would show it.
fn left_open(unseen: &[Unseen], terminal: &mut Terminal) {
    if unseen.is_empty() {
        return;
    }
    terminal.say(&msg::terminal_unseen());
    for each in unseen {
        let (what, with) = (terminal.book().format(&each.what), terminal.book().format(&each.with));
        terminal.print(format_args!("  {what}"));
        terminal.print(format_args!("    {with}"));
    }
}

/// Prints each finding on a line, with cause and remedy if something has to be fixed.
pub(crate) fn show(findings: &[Finding], terminal: &mut Terminal) {
    for finding in findings {
        terminal.finding(finding);
    }
}

/// The exit code for the findings: an unreachable peer takes precedence, then anything that breaks sign-in.
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
