//! `cargo xtask fuzz …`: runs the targets of which every test run does one round, for any time.

use crate::run::Run;
use anyhow::Result;
use std::process::ExitCode;

/// All targets, with the names of the tests in `tests/fuzz`.
pub(crate) const TARGETS: &[&str] = &["address", "callback", "errors", "recognition"];

pub(crate) fn fuzz(target: Option<&str>, seconds: u64) -> Result<ExitCode> {
    // `--workspace` makes all builds use the same features. Only the test is compiled.
    let run = Run::cargo(&["test", "--locked", "--workspace", "--test", "fuzz", "--", "--nocapture"]);
    // The targets run one after the other, so that each has the processor to itself.
    let run = run.args(&["--test-threads=1", "--quiet"]).env("SOURCERER_FUZZ_SECONDS", seconds.to_string());
    let run = match target {
        Some(name) => run.args(&["--exact", &format!("{name}::{name}")]),
        None => run,
    };
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
