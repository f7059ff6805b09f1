//! Setup and chores: `cargo xtask practice`, `cargo xtask test` and smaller ones.
//!
//! It is built in seconds and needs no system library, so that it can install those that everything else needs.
#![forbid(unsafe_code)]

mod bench;
mod bindings;
mod diagnoses;
mod fuzz;
mod machine;
mod package;
mod page;
mod place;
mod practice;
mod run;
mod say;
mod screenshots;
mod states;
mod supply;
mod test;
mod tidy;
mod window;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Setup and chores for Sourcerer.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Chore {
    #[command(subcommand)]
    name: Name,
}

#[derive(Subcommand)]
enum Name {
    /// Go through the whole job against practice servers: in the window, or in the terminal if there is no display.
    Practice {
        /// `--headless` uses the terminal even if there is a display; all other arguments are passed to the program,
        /// such as `--fault NAME`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENTS")]
        rest: Vec<String>,
    },
    /// Install what the tests need, then run every check: formatting, lints, types, tests, the keyring and the window.
    Test {
        /// Run only these steps and those that they need.
        #[arg(value_name = "STEP", value_parser = test::STEPS.to_vec())]
        only: Vec<String>,
    },
    /// Check the rules of the house that the compiler doesn't check.
    Tidy,
    /// Regenerate the page's view of the Rust types.
    Bindings,
    /// Regenerate docs/diagnoses.md from the catalogue.
    Diagnoses,
    /// Regenerate the order of the core's rooms in docs/ARCHITECTURE.md.
    Rooms,
    /// Regenerate the states for the page's tests and gallery, from views that the core creates.
    States,
    /// Regenerate the licenses of the crates, npm packages and fonts that the programs contain, after a change of a lock
    /// file. The window shows them, and the packages contain them.
    Licenses,
    /// Measure optimized builds: the callback listener under attack, Sourcerer's own time from the callback to the
    /// profile, the requests and the time of a push, a check of many sources, the result of every fault at every request
    /// of a push and an undo, a hostile server against every command, kills of both programs at random moments, the copies
    /// of secrets in the window's memory, or the window next to an empty one.
    Bench {
        #[arg(value_name = "BENCH", value_parser = bench::BENCHES.to_vec())]
        name: String,
    },
    /// Make the packages for Linux in target/package: optimized programs, built without a network, as .deb, .rpm and
    /// .tar.gz, with licenses, lists of components and checksums.
    ///
    /// `list` writes only the licenses and the lists of components, `describe` only fills packaging/, and `notes` writes
    /// the section of the version in CHANGELOG.md. `try` installs the
    /// packages on a bare Debian 12 and 13 and removes them again, `twice` builds the terminal program twice and compares
    /// the bytes, `verify` signs the checksums with a throwaway key and verifies them.
    Package {
        #[arg(value_name = "TASK", value_parser = package::TASKS.to_vec(), default_value = "linux")]
        task: String,
        /// Sign the checksums with this secret key of minisign.
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
    },
    /// Photograph every page and state in the real window, light and dark, in three sizes, with a contact sheet in
    /// target/screenshots.
    Screenshots,
    /// Check the lock files, what cargo-deny allows, and what is known about weaknesses of crates and npm packages.
    Supply,
    /// Feed generated text to the code that reads outside input, and check its properties.
    Fuzz {
        /// Run only this target.
        #[arg(value_name = "TARGET", value_parser = fuzz::TARGETS.to_vec())]
        target: Option<String>,
        /// How many seconds each target runs.
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
        Name::Licenses => fine(package::write_licenses()),
        Name::Bench { name } => bench::bench(&name),
        Name::Package { task, key } => package::package(&task, key.as_deref()),
        Name::Screenshots => fine(screenshots::screenshots()),
        Name::Supply => supply::supply(),
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
