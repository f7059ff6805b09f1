//! Sourcerer's window.
#![forbid(unsafe_code)]
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod desktop;
mod marks;
mod practice;
mod state;
mod window;

use arguments::WindowArgs;
use sourcerer_core::i18n::Localizer;
use std::io::Write as _;
use std::process::ExitCode;

/// The exit code for wrong arguments, the same as in the terminal.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    marks::mark("main");
    if let Some(answer) = arguments::answer(std::env::args().skip(1)) {
        // Without a terminal nobody reads the answer.
        let _ = writeln!(std::io::stdout(), "{}", Localizer::english().format(&answer));
        return ExitCode::SUCCESS;
    }
    match WindowArgs::read(std::env::args().skip(1)) {
        Ok(arguments) => {
            window::run(&arguments);
            ExitCode::SUCCESS
        }
        Err(message) => {
            // A person who chooses faults does so in a terminal. Without one, nobody reads the message.
            let _ = writeln!(std::io::stderr(), "{}", Localizer::english().format(&message));
            ExitCode::from(USAGE)
        }
    }
}
