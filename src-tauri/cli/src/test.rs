//! `test`: one real sign-in at X, leg by leg.

use crate::abort::Abort;
use crate::browser::SystemBrowser;
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::machine::Machine;
use crate::target;
use crate::terminal::Terminal;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT};
use sourcerer_core::credentials::{
    self, ClientCredentials, ClientId, ClientSecret, PasteField, PasteVerdict, PastedValue,
};
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::i18n::{Message, msg};
use sourcerer_core::job::signin::{self, OpenedBy, SignInRequest};
use sourcerer_core::job::{Environment, Job, credentials as kept};
use sourcerer_core::loopback;
use sourcerer_core::portal::scopes::EMAIL;
use sourcerer_core::signin::{
    BrowserOpener, BrowserScreen, PasteAnswer, SignInCommand, SignInEnding, SignInLeg, SignInLegResult, SignInOutcome,
    SignInProgress, TIMEOUT,
};
use sourcerer_core::signin::{NotOpened, SignInLegVerdict as Went};
use sourcerer_core::x::{Email, Scopes};
use std::collections::BTreeSet;
use std::io::{IsTerminal as _, stdin};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct TestArgs {
    #[arg(long, value_name = "ID")]
    client_id: String,
    #[arg(long, value_name = "URL", requires = "slug")]
    server: Option<String>,
    #[arg(long, value_name = "SLUG", requires = "server")]
    slug: Option<String>,
    #[arg(long)]
    allow_http: bool,
    #[arg(long, value_name = "FILE", requires = "server")]
    ca_file: Option<PathBuf>,
    #[arg(long, requires = "server")]
    by_server: bool,
    #[arg(long, value_name = "N", default_value_t = TEST_PORT, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    #[arg(long, value_name = "SCOPES", default_value = "", hide_default_value = true)]
    scopes: String,
    #[arg(long)]
    email: bool,
    #[arg(long, visible_alias = "print")]
    no_browser: bool,
    #[arg(long, value_name = "SECONDS", default_value_t = TIMEOUT.as_secs(), value_parser = clap::value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    #[command(flatten)]
    machine: Machine,
    #[arg(long)]
    json: bool,
}

/// The answer for scripts: names and order are documented and don't change.
#[derive(Serialize)]
struct TestOutput<'a> {
    ending: SignInEnding,
    callback: String,
    legs: Vec<LegRow>,
    profile: Option<ProfileOutput<'a>>,
    asked: Vec<&'a str>,
    granted: Option<Vec<&'a str>>,
    diagnosis: Option<&'static str>,
}

#[derive(Serialize)]
struct LegRow {
    leg: SignInLeg,
    verdict: Went,
    milliseconds: Option<u32>,
    diagnosis: Option<String>,
}

/// The account that signed in, according to X.
#[derive(Serialize)]
struct ProfileOutput<'a> {
    id: &'a str,
    name: Option<&'a str>,
    username: Option<&'a str>,
    confirmed_email: Option<&'a str>,
}

impl<'a> TestOutput<'a> {
    fn of(outcome: &'a SignInOutcome) -> Self {
        let row = |leg: &SignInLegResult| LegRow {
            leg: leg.leg,
            verdict: leg.verdict,
            milliseconds: leg.millis,
            diagnosis: leg.diagnosis.as_ref().map(|diagnosis| diagnosis.id.clone()),
        };
        Self {
            ending: outcome.ending,
            callback: loopback::address(outcome.inputs.port).to_string(),
            legs: outcome.legs.iter().map(row).collect(),
            profile: outcome.profile.as_ref().map(|profile| ProfileOutput {
                id: &profile.id,
                name: profile.name.as_deref(),
                username: profile.username.as_deref(),
                confirmed_email: profile.confirmed_email.as_deref(),
            }),
            asked: outcome.inputs.scopes.iter().collect(),
            granted: outcome.scopes_granted.as_ref().map(|scopes| scopes.iter().collect()),
            diagnosis: outcome.symptom.as_ref().map(|symptom| symptom.entry().id),
        }
    }
}

pub(crate) async fn run(arguments: &TestArgs, terminal: &mut Terminal) -> Exit {
    let handed = if arguments.no_browser { OpenedBy::ByHand } else { OpenedBy::ToBrowser };
    let outcome = match Box::pin(tested(arguments, terminal)).await {
        Ok(outcome) => outcome,
        Err(stop) => return stop.end(terminal),
    };
    if arguments.json {
        terminal.json(&TestOutput::of(&outcome));
    } else {
        show(&outcome, terminal);
    }
    if let Some(diagnosis) = signin::merge_result(&outcome, handed) {
        terminal.diagnose(&diagnosis);
    }
    match (&outcome.symptom, outcome.ending) {
        (Some(symptom), _) => symptom.into(),
        (None, SignInEnding::Passed) => Exit::Fine,
        (None, SignInEnding::Failed | SignInEnding::Stopped) => Exit::Finding,
    }
}

async fn tested(arguments: &TestArgs, terminal: &mut Terminal) -> Result<SignInOutcome, Abort> {
    let real = arguments.machine.environment(terminal)?;
    let opener: Arc<dyn BrowserOpener> = if arguments.no_browser {
        Arc::new(|_: &url::Url| Ok::<(), NotOpened>(()))
    } else {
        Arc::new(SystemBrowser::default())
    };
    let environment = Environment { opener, ..real };
    let asked = Box::pin(asked(arguments, &environment, terminal)).await?;
    terminal.remark(&msg::signin_before_ends());
    let mut interrupt = Interrupt::new().map_err(|error| {
        terminal.note(&msg::terminal_no_runtime(error.to_string()));
        Exit::Finding
    })?;
    let (says, control) = mpsc::channel(4);
    let (progress, mut reports) = mpsc::unbounded_channel();
    let (answer, mut answers) = mpsc::unbounded_channel();
    let mut person = TerminalPerson { says, answer, lines: None };
    let mut follower = Follower::new(arguments);
    let mut test = Box::pin(signin::test(&environment, asked, control, progress));
    let mut stopping = false;
    let outcome = loop {
        tokio::select! {
            outcome = &mut test => break outcome,
            Some(report) = reports.recv() => {
                if follower.takes(&report, terminal) {
                    person.begin();
                }
            }
            line = person.line() => person.said(&line),
            Some(PasteAnswer { words, .. }) = answers.recv() => terminal.note(&words),
            () = interrupt.next() => {
                if stopping {
                    terminal.note(&msg::terminal_test_given_up());
                    return Err(Exit::Finding.into());
                }
                stopping = true;
                terminal.note(&msg::terminal_test_stopping());
                // If the channel is full, the commands in it end the test too.
                let _ = person.says.try_send(SignInCommand::Stop);
            }
        }
    };
    while let Ok(report) = reports.try_recv() {
        follower.takes(&report, terminal);
    }
    Ok(outcome?)
}

/// The parameters of the test: the arguments, and the secret from where it is available.
async fn asked(arguments: &TestArgs, environment: &Environment, terminal: &Terminal) -> Result<SignInRequest, Abort> {
    target::refuse_secret(&arguments.client_id, terminal)?;
    let mut job = Job::new(environment);
    arguments.scopes.clone_into(&mut job.names.typed.scopes);
    job.names.typed.email = arguments.email;
    let further = job.names.additional_scopes().map_err(|problem| refused(&problem.message(), terminal))?;
    let id = credentials::recognise(&arguments.client_id, PasteField::ClientId);
    remark(&id, terminal);
    let id: ClientId = id.client_id().ok_or_else(|| refused(&id.recognised.says, terminal))?;
    let email = if job.names.wants_email() { Email::Wanted } else { Email::NotWanted };
    name_source(arguments, &mut job, terminal)?;
    let secret = secret(job.clone(), environment, terminal).await?;
    let live = match &arguments.server {
        Some(_) => signin::live(environment, &job).await,
        None => None,
    };
    if live.is_none() && arguments.server.is_some() {
        terminal.note(&msg::terminal_test_unread());
    }
    let scopes = Scopes::for_source(&further.to_authentik());
    let asks_email = live.as_ref().is_some_and(|live| live.asks_email);
    if asks_email {
        terminal.note(&msg::terminal_test_server_email());
    }
    Ok(SignInRequest {
        pair: ClientCredentials { id, secret },
        port: arguments.port,
        scopes: if asks_email { scopes.with(EMAIL) } else { scopes },
        email,
        patience: Duration::from_secs(arguments.timeout),
        privately: false,
        page: live.filter(|_| arguments.by_server).map(|live| live.page),
    })
}

/// Puts the source into the job, if the arguments name one.
fn name_source(arguments: &TestArgs, job: &mut Job, terminal: &Terminal) -> Result<(), Exit> {
    let (Some(server), Some(slug)) = (&arguments.server, &arguments.slug) else { return Ok(()) };
    let plain = if arguments.allow_http { HttpPolicy::PrivateConfirmed } else { HttpPolicy::LoopbackOnly };
    let url = ServerUrl::parse(server, plain).map_err(|error| refused(&error.message(), terminal))?.url;
    let slug = Slug::parse_existing(slug).map_err(|error| refused(&error.message(), terminal))?;
    url.as_str().clone_into(&mut job.server.address);
    job.server.allow_http = arguments.allow_http;
    if arguments.ca_file.is_some() {
        job.server.ca_file.clone_from(&arguments.ca_file);
    }
    slug.as_str().clone_into(&mut job.names.typed.slug);
    job.credentials.secret = kept::from_keyring(job);
    Ok(())
}

/// The Client Secret: from standard input; otherwise from the keyring, if its source is named; otherwise the person
/// types it.
async fn secret(job: Job, environment: &Environment, terminal: &Terminal) -> Result<ClientSecret, Abort> {
    let given = if stdin().is_terminal() { String::new() } else { read(Terminal::read_all(), terminal)? };
    let given = given.lines().map(str::trim).find(|line| !line.is_empty()).map(SecretString::from);
    target::refuse_in_arguments(&given, terminal)?;
    let typed = match (given, &job.credentials.secret) {
        (Some(given), _) => given,
        (None, Some(_)) => return Ok(kept::client_secret(environment, &job).await?),
        (None, None) if stdin().is_terminal() => {
            SecretString::from(read(terminal.read_value(&msg::terminal_test_secret()), terminal)?)
        }
        (None, None) => return Err(Symptom::SecretNeeded.into()),
    };
    let pasted = credentials::recognise(typed.expose_secret(), PasteField::ClientSecret);
    remark(&pasted, terminal);
    Ok(pasted.client_secret().ok_or(Symptom::SecretNeeded)?)
}

fn read(input: Result<String, crate::terminal::NoInput>, terminal: &Terminal) -> Result<String, Exit> {
    input.map_err(|error| refused(&error.message(), terminal))
}

fn refused(why: &Message, terminal: &Terminal) -> Exit {
    terminal.note(why);
    Exit::Usage
}

/// Prints what was removed from a value, and what kind of value it looks like if that is a wrong one. The test uses it
/// anyway.
fn remark(pasted: &PastedValue, terminal: &Terminal) {
    pasted.recognised.removed.iter().for_each(|removed| terminal.note(removed));
    if pasted.recognised.verdict != PasteVerdict::Fits {
        terminal.note(&pasted.recognised.says);
    }
}

/// The person at the controlling terminal, whose input is passed to the test.
struct TerminalPerson {
    says: mpsc::Sender<SignInCommand>,
    answer: mpsc::UnboundedSender<PasteAnswer>,
    lines: Option<mpsc::UnboundedReceiver<String>>,
}

/// What the browser may show, in the order of the list.
const SIGHTS: [BrowserScreen; 4] =
    [BrowserScreen::SomethingWrong, BrowserScreen::OtherAccount, BrowserScreen::LoginLoop, BrowserScreen::Blank];

impl TerminalPerson {
    /// Starts reading, once. The reader blocks a thread, which ends with the program.
    fn begin(&mut self) {
        if self.lines.is_none() {
            let (typed, lines) = mpsc::unbounded_channel();
            self.lines = Some(lines);
            std::thread::spawn(move || Terminal::typed(|line| typed.send(line).is_ok()));
        }
    }

    /// Waits for the next line; never returns if there is no person.
    async fn line(&mut self) -> String {
        match &mut self.lines {
            Some(lines) => match lines.recv().await {
                Some(line) => line,
                None => std::future::pending().await,
            },
            None => std::future::pending().await,
        }
    }

    /// Handles a number from the list, or an address that was pasted.
    fn said(&self, line: &str) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let sees = |sight| SignInCommand::Sees(sight);
        let control = match line.parse::<usize>() {
            Ok(1) => Some(SignInCommand::SeesConsent),
            Ok(number) => number.checked_sub(2).and_then(|at| SIGHTS.get(at)).copied().map(sees),
            Err(_) => None,
        };
        if let Some(control) = control {
            // If the test accepts no more commands, it is about to end.
            let _ = self.says.try_send(control);
            return;
        }
        let (says, answer, text) = (self.says.clone(), self.answer.clone(), SecretString::from(line));
        tokio::spawn(async move { answer.send(signin::paste(Some(says), text).await) });
    }
}

/// Prints each leg once when it ends, and what the person can do if nothing happens.
struct Follower<'a> {
    arguments: &'a TestArgs,
    done: BTreeSet<usize>,
    linked: bool,
    nudged: bool,
    advice: Option<Message>,
}

impl<'a> Follower<'a> {
    fn new(arguments: &'a TestArgs) -> Self {
        Self { arguments, done: BTreeSet::new(), linked: false, nudged: false, advice: None }
    }

    /// Handles the progress of the test. Returns whether the person's input should be read.
    fn takes(&mut self, report: &SignInProgress, terminal: &mut Terminal) -> bool {
        for (at, leg) in report.legs.iter().enumerate() {
            let is_over = matches!(leg.verdict, Went::Passed | Went::Warned | Went::Failed);
            if leg.verdict == Went::Running {
                terminal.progress().tell(format_args!("{} …", terminal.book().format(&leg.leg.title())));
            }
            if is_over && self.done.insert(at) && !self.arguments.json {
                over(leg, terminal);
            }
        }
        let Some(link) = &report.link else { return self.linked };
        let is_unopened = report.legs.iter().any(|leg| leg.leg == SignInLeg::Browser && leg.verdict != Went::Passed);
        if !self.linked && (self.arguments.no_browser || is_unopened) {
            self.linked = true;
            terminal.note(&msg::terminal_test_open(link.as_str()));
            if Terminal::can_ask() {
                terminal.note(&msg::terminal_test_elsewhere());
            }
        }
        let waiting = report.waiting.as_ref();
        if !self.nudged && waiting.is_some_and(|waiting| waiting.still_waiting) && Terminal::can_ask() {
            self.nudged = true;
            ask(terminal);
        }
        let advice = waiting.and_then(|waiting| waiting.advice.clone());
        if let Some(advice) = advice.as_ref().filter(|_| advice != self.advice) {
            terminal.note(advice);
        }
        self.advice = advice;
        self.linked || self.nudged
    }
}

/// Prints what the browser may show. The person answers with a number, or with the address at which the browser ended.
fn ask(terminal: &Terminal) {
    terminal.note(&msg::page_signin_still_says());
    let shown = [
        msg::page_signin_sees_consent(),
        msg::page_signin_sees_wrong(),
        msg::page_signin_sees_account(),
        msg::page_signin_sees_login(),
        msg::page_signin_sees_blank(),
    ];
    for (at, words) in shown.iter().enumerate() {
        terminal.note_text(format_args!("  {}  {}", at + 1, terminal.book().format(words)));
    }
    terminal.note(&msg::terminal_test_elsewhere());
}

fn over(leg: &SignInLegResult, terminal: &mut Terminal) {
    let (title, word) = (terminal.book().format(&leg.leg.title()), terminal.book().format(&leg.verdict.word()));
    let millis = leg.millis.map(|millis| format!(", {millis} ms")).unwrap_or_default();
    let note = leg.note.as_ref().map(|note| format!(". {}", terminal.book().format(note))).unwrap_or_default();
    terminal.print(format_args!("  {title}: {word}{millis}{note}"));
    // The diagnosis that ended the test is printed in full below.
    let warned = leg.diagnosis.as_ref().filter(|_| leg.verdict == Went::Warned);
    for message in warned.iter().flat_map(|diagnosis| [&diagnosis.title, &diagnosis.remedy]) {
        let line = terminal.book().format(message);
        terminal.print(format_args!("    {line}"));
    }
}

fn show(outcome: &SignInOutcome, terminal: &mut Terminal) {
    if let Some(profile) = &outcome.profile {
        // X normally returns both names; fluent can't select by an empty text.
        let handle = profile.username.clone().unwrap_or_else(|| "none".to_owned());
        let name = profile.name.clone().unwrap_or_else(|| handle.clone());
        terminal.say(&msg::terminal_test_profile(handle, profile.id.as_str(), name));
        if let Some(email) = &profile.confirmed_email {
            terminal.say(&msg::terminal_test_email_told(email.as_str()));
        }
    }
    if let Some(granted) = &outcome.scopes_granted {
        terminal.say(&msg::terminal_test_granted(granted.to_string()));
    }
    match outcome.ending {
        SignInEnding::Passed => {
            outcome.notes.iter().for_each(|note| terminal.say(note));
            terminal.say(&msg::terminal_test_passed());
        }
        SignInEnding::Stopped => terminal.say(&msg::terminal_test_stopped()),
        SignInEnding::Failed => {}
    }
}
