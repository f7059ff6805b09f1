//! Sourcerer from a terminal: the same core as the window's, for support, CI and machines without a display.
//!
//! One file a command; each unpacks its arguments, calls the core and puts the answer into words. Answers go to standard
//! output, notes and refusals to standard error, and the process ends with one of the codes of [`exit::Exit`].
#![forbid(unsafe_code)]

mod exit;
mod help;
mod recognise;
mod terminal;
mod urls;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use exit::Exit;
use std::process::ExitCode;
use terminal::Terminal;

#[derive(Parser)]
#[command(name = "sourcerer-cli", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Urls(urls::Arguments),
    Recognise(recognise::Arguments),
}

fn main() -> ExitCode {
    let mut terminal = Terminal::new();
    let exit = run(&mut terminal);
    terminal.close(exit).into()
}

fn run(terminal: &mut Terminal) -> Exit {
    let parsed = help::in_words(Line::command(), terminal.book())
        .try_get_matches()
        .and_then(|matches| Line::from_arg_matches(&matches));
    match parsed {
        Ok(Line { command: Command::Urls(arguments) }) => urls::run(&arguments, terminal),
        Ok(Line { command: Command::Recognise(arguments) }) => recognise::run(&arguments, terminal),
        Err(error) => help::refuse(&error, terminal),
    }
}
