//! Set-up and chores: `cargo xtask practice`, `cargo xtask test` and smaller ones.
//!
//! Builds in seconds and needs no system library, so that it can fetch those that everything else needs.
#![forbid(unsafe_code)]

mod bench;
mod bindings;
mod diagnoses;
mod fuzz;
mod machine;
mod page;
mod place;
mod practice;
mod run;
mod say;
mod states;
mod test;
mod tidy;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Set-up and chores for Sourcerer.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Chore {
    #[command(subcommand)]
    name: Name,
}

#[derive(Subcommand)]
enum Name {
    /// Go through the whole job against practice servers: in the window, or in the terminal where there is no display.
    Practice {
        /// `--headless` for the terminal although there is a display; everything else goes to the program, such as
        /// `--fault NAME`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENTS")]
        rest: Vec<String>,
    },
    /// Install what the tests need, then run every check: formatting, lints, types, tests, the keyring and the window.
    Test {
        /// Only these steps, beside what they need.
        #[arg(value_name = "STEP", value_parser = test::STEPS.to_vec())]
        only: Vec<String>,
    },
    /// Check the rules of the house that no compiler knows.
    Tidy,
    /// Write the page's view of the Rust types anew.
    Bindings,
    /// Write docs/diagnoses.md anew from the catalogue.
    Diagnoses,
    /// Write the order of the core's rooms into docs/ARCHITECTURE.md anew.
    Rooms,
    /// Write the states of the page's tests and gallery anew, from views that the core makes.
    States,
    /// Measure, optimised: the callback listener under attack, Sourcerer's own time from the callback to the profile, the
    /// requests and the time of a push, a check of many sources, or what every fault at every request of a push and an undo leaves behind.
    Bench {
        #[arg(value_name = "BENCH", value_parser = bench::BENCHES.to_vec())]
        name: String,
    },
    /// Feed made-up text to what is read from outside, and see whether its properties hold.
    Fuzz {
        /// Only this one.
        #[arg(value_name = "TARGET", value_parser = fuzz::TARGETS.to_vec())]
        target: Option<String>,
        /// How long each target is fed.
        #[arg(long, value_name = "N", default_value_t = 60)]
        seconds: u64,
    },
}

fn main() -> ExitCode {
    let done = match Chore::parse().name {
        Name::Practice { rest } => practice::practice(rest),
        Name::Test { only } => test::test(&only),
        Name::Tidy => fine(tidy::tidy()),
        Name::Bindings => fine(bindings::write()),
        Name::Diagnoses => fine(diagnoses::write()),
        Name::Rooms => fine(tidy::write_rooms()),
        Name::States => fine(states::write()),
        Name::Bench { name } => bench::bench(&name),
        Name::Fuzz { target, seconds } => fuzz::fuzz(target.as_deref(), seconds),
    };
    done.unwrap_or_else(|error| {
        say::problem(&format!("{error:#}"));
        ExitCode::FAILURE
    })
}

fn fine(done: Result<()>) -> Result<ExitCode> {
    done.map(|()| ExitCode::SUCCESS)
}
