//! `cargo xtask bench …`: a bench of the tests' package, whose last line is its figures.

use crate::run::Run;
use anyhow::Result;
use std::process::ExitCode;

/// Every bench, as `tests/Cargo.toml` names it.
pub(crate) const BENCHES: &[&str] = &["listener", "callback"];

pub(crate) fn bench(name: &str) -> Result<ExitCode> {
    // One package, and so no system library: nothing else is built in this profile that could share its crates.
    let run = Run::cargo(&["bench", "--locked", "--package", "sourcerer-tests", "--bench", name]);
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
