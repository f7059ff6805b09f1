//! Set-up and chores.
//!
//! Builds in seconds and needs no system library, so that it can fetch those that everything else needs.
#![forbid(unsafe_code)]

mod place;
mod say;
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
    /// Check the rules of the house that no compiler knows.
    Tidy,
}

fn main() -> ExitCode {
    let done = match Chore::parse().name {
        Name::Tidy => fine(tidy::tidy()),
    };
    done.unwrap_or_else(|error| {
        say::problem(&format!("{error:#}"));
        ExitCode::FAILURE
    })
}

fn fine(done: Result<()>) -> Result<ExitCode> {
    done.map(|()| ExitCode::SUCCESS)
}
