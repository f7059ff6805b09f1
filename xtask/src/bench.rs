//! `cargo xtask bench …`: a bench of the tests' package, whose last line is its figures.

use crate::machine::needs;
use crate::machine::supply::supply;
use crate::place;
use crate::run::Run;
use anyhow::Result;
use std::process::ExitCode;

/// Every bench, as `tests/Cargo.toml` names it.
pub(crate) const BENCHES: &[&str] = &["listener", "callback", "push", "faults", "fleet"];

/// Packages without a system library: nothing else is built in this profile that could share their crates. Both are
/// named each time, so that what they share is built once.
const PACKAGES: [&str; 4] = ["--package", "sourcerer-tests", "--package", "sourcerer-cli"];

pub(crate) fn bench(name: &str) -> Result<ExitCode> {
    if name == "fleet" {
        supply(&[needs::LOAD], &[])?;
    }
    let bench = |words: &[&str]| Run::cargo(words).args(&PACKAGES);
    let run = bench(&["bench", "--locked", "--bench", name]);
    let run = if name == "faults" {
        // The real program, to be killed.
        bench(&["build", "--locked", "--profile", "bench", "--bin", "sourcerer-cli"]).must()?;
        run.env("SOURCERER_CLI", place::built()?.with_file_name("release").join("sourcerer-cli"))
    } else {
        run
    };
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
