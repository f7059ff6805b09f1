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

/// What was called wrongly, as in the terminal.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    marks::mark("main");
    match WindowArgs::read(std::env::args().skip(1)) {
        Ok(arguments) => {
            window::run(&arguments);
            ExitCode::SUCCESS
        }
        Err(message) => {
            // Whoever names what goes wrong does so from a terminal; where there is none, nobody reads it.
            let _ = writeln!(std::io::stderr(), "{}", Localizer::english().say(&message));
            ExitCode::from(USAGE)
        }
    }
}
