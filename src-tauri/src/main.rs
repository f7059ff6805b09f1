//! Sourcerer's window.
#![forbid(unsafe_code)]
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod commands;
mod desktop;
mod diagnostics;
mod marks;
#[cfg(any(target_os = "macos", test))]
mod opened;
mod page;
mod practice;
mod refusal;
mod state;
mod update;
mod window;

use arguments::WindowArgs;
use sourcerer_core::i18n::Localizer;
use sourcerer_core::vault::dumps;
use std::alloc::System;
use std::io::Write as _;
use std::process::ExitCode;
use zeroizing_alloc::ZeroAlloc;

/// The exit code for wrong arguments, the same as in the terminal.
const USAGE: u8 = 2;

/// Memory that is freed is overwritten first, so that no copy of a secret stays behind in it.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    marks::mark("main");
    if std::env::var_os(dumps::SWITCH).is_none() {
        // No system is known to refuse; the log doesn't exist yet that could tell.
        let _ = dumps::forbid_core_dumps();
    }
    diagnostics::note_crashes();
    if let Some(answer) = arguments::answer(words()) {
        // Without a terminal nobody reads the answer.
        #[expect(clippy::disallowed_methods, reason = "nothing hides in a formatted message")]
        let _ = writeln!(std::io::stdout(), "{}", Localizer::english().format(&answer));
        return ExitCode::SUCCESS;
    }
    match WindowArgs::read(words()) {
        Ok(arguments) => {
            if let Some(reason) = refusal::without_display() {
                refusal::tell(&reason);
                return ExitCode::FAILURE;
            }
            window::run(&arguments)
        }
        Err(message) => {
            // A person who chooses faults does so in a terminal. Without one, nobody reads the message.
            #[expect(clippy::disallowed_methods, reason = "nothing hides in a formatted message")]
            let _ = writeln!(std::io::stderr(), "{}", Localizer::english().format(&message));
            ExitCode::from(USAGE)
        }
    }
}

/// The arguments after the program's name. What isn't Unicode in a file's name is replaced, and the file isn't found:
/// `std::env::args` would end the program.
fn words() -> impl Iterator<Item = String> {
    std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned())
}
