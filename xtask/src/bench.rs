//! `cargo xtask bench …`: runs a bench of the tests' package. Its last line has the figures.

use crate::machine::needs;
use crate::machine::supply::supply;
use crate::place;
use crate::run::Run;
use anyhow::Result;
use std::process::ExitCode;

/// All benches, with their names in `tests/Cargo.toml`.
pub(crate) const BENCHES: &[&str] = &["listener", "callback", "push", "faults", "fleet"];

/// Packages without a system library: nothing else is built in this profile that could share their crates. Both are
/// always named, so that their common crates are built once.
const PACKAGES: [&str; 4] = ["--package", "sourcerer-tests", "--package", "sourcerer-cli"];

pub(crate) fn bench(name: &str) -> Result<ExitCode> {
    if name == "fleet" {
        supply(&[needs::LOAD], &[])?;
    }
    let bench = |words: &[&str]| Run::cargo(words).args(&PACKAGES);
    let run = bench(&["bench", "--locked", "--bench", name]);
    let run = if name == "faults" {
        // The real program, which the bench kills.
        bench(&["build", "--locked", "--profile", "bench", "--bin", "sourcerer-cli"]).must()?;
        run.env("SOURCERER_CLI", place::built()?.with_file_name("release").join("sourcerer-cli"))
    } else {
        run
    };
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
