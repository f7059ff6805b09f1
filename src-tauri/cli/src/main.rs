//! Sourcerer in a terminal: the same core as the window's, for support, CI and machines without a display.
//!
//! There is one file for each command. It parses its arguments, calls the core and formats the answer. Answers are
//! printed on standard output, notes and refusals on standard error, and the process ends with one of the codes of
//! [`exit::Exit`].
#![forbid(unsafe_code)]

mod abort;
mod browser;
mod check;
mod choose;
mod completions;
#[cfg(test)]
mod diagnoses;
mod doctor;
mod environment;
mod exit;
mod export;
mod extras;
mod facts;
mod fleet;
mod handover;
mod help;
mod interrupt;
mod json;
mod lists;
mod login;
mod machine;
mod man;
mod merge;
mod plan;
mod practice;
mod progress;
mod push;
mod recognise;
mod report;
mod rotate;
mod show;
mod target;
mod terminal;
mod test;
mod undo;
mod update;
mod urls;
mod walkthrough;

use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use exit::Exit;
use json::OutputFormat;
use sourcerer_core::i18n::msg;
use sourcerer_core::vault::dumps;
use sourcerer_core::version;
use std::alloc::System;
use std::process::ExitCode;
use terminal::Terminal;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};
use zeroizing_alloc::ZeroAlloc;

#[derive(Parser)]
#[command(name = "sourcerer-cli", version = version::LINE)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Urls(urls::UrlsArgs),
    Recognise(recognise::RecogniseArgs),
    Test(test::TestArgs),
    Plan(Box<plan::PlanArgs>),
    Push(Box<push::PushArgs>),
    Export(Box<export::ExportArgs>),
    Undo(undo::UndoArgs),
    Rotate(rotate::RotateArgs),
    Check(check::CheckArgs),
    Report(report::ReportArgs),
    Fleet(fleet::FleetArgs),
    Login(login::LoginArgs),
    Doctor(doctor::DoctorArgs),
    Facts(facts::Arguments),
    Update(update::Arguments),
    Handover(handover::HandoverArgs),
    Merge(merge::MergeArgs),
    Practice(practice::PracticeArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// Memory that is freed is overwritten first, so that no copy of a secret stays behind in it.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    let dumps = match std::env::var_os(dumps::SWITCH) {
        Some(_) => Ok(()),
        None => dumps::forbid_core_dumps(),
    };
    let level = std::env::var("SOURCERER_LOG").ok().and_then(|set| set.parse().ok());
    let level = level.unwrap_or_else(|| Targets::new().with_default(LevelFilter::ERROR));
    let lines = fmt::layer().with_ansi(false).with_writer(terminal::log);
    tracing_subscriber::registry().with(lines.with_filter(level)).init();
    if let Err(error) = dumps {
        tracing::warn!(%error, "core dumps could not be forbidden");
    }
    let mut terminal = Terminal::new();
    let exit = run(&mut terminal);
    terminal.close(exit).into()
}

fn run(terminal: &mut Terminal) -> Exit {
    let parsed = help::in_words(CommandLine::command(), terminal.book())
        .try_get_matches()
        .and_then(|matches| Ok((CommandLine::from_arg_matches(&matches)?, matches)));
    let (command, matches) = match parsed {
        Ok((CommandLine { command }, matches)) => (command, matches),
        Err(error) => return help::refuse(&error, terminal),
    };
    if let Some((name, matches)) = matches.subcommand() {
        terminal.answers(name, form(&command, matches));
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            terminal.note(&msg::terminal_no_runtime(error.to_string()));
            return Exit::Finding;
        }
    };
    let exit = runtime.block_on(async {
        match &command {
            Command::Urls(arguments) => urls::run(arguments, terminal),
            Command::Recognise(arguments) => recognise::run(arguments, terminal),
            Command::Check(arguments) => check::run(arguments, terminal).await,
            Command::Report(arguments) => report::run(arguments, terminal).await,
            Command::Fleet(arguments) => fleet::run(arguments, terminal).await,
            Command::Doctor(arguments) => doctor::run(arguments, terminal).await,
            Command::Facts(arguments) => facts::run(arguments, terminal),
            Command::Update(arguments) => update::run(arguments, terminal).await,
            Command::Test(arguments) => test::run(arguments, terminal).await,
            Command::Login(arguments) => login::run(arguments, terminal).await,
            Command::Plan(arguments) => plan::run(arguments, terminal).await,
            Command::Export(arguments) => export::run(arguments, terminal).await,
            Command::Handover(arguments) => handover::run(arguments, terminal).await,
            Command::Merge(arguments) => merge::run(arguments, terminal),
            Command::Push(arguments) => push::run(arguments, terminal).await,
            Command::Undo(arguments) => undo::run(arguments, terminal).await,
            Command::Rotate(arguments) => rotate::run(arguments, terminal).await,
            Command::Practice(arguments) => practice::run(arguments, terminal).await,
            Command::Completions(arguments) => completions::run(arguments, terminal),
            Command::Man(arguments) => man::run(arguments, terminal),
        }
    });
    // A read of standard input blocks a thread, which may never return.
    runtime.shutdown_background();
    exit
}

/// Every command that can answer as JSON has this switch for it.
fn form(command: &Command, matches: &ArgMatches) -> OutputFormat {
    match (command, matches.try_get_one::<bool>("json")) {
        (Command::Report(_) | Command::Export(_) | Command::Completions(_) | Command::Man(_), _) => {
            OutputFormat::Document
        }
        (_, Ok(Some(true))) => OutputFormat::Json,
        (_, Ok(_) | Err(_)) => OutputFormat::Words,
    }
}
