//! `cargo xtask fuzz …`: the targets that every test run feeds a little, fed for as long as one likes.

use crate::run::Run;
use anyhow::Result;
use std::process::ExitCode;

/// Every target, as the tests in `tests/fuzz` are named.
pub(crate) const TARGETS: &[&str] = &["address", "callback", "errors", "recognition"];

pub(crate) fn fuzz(target: Option<&str>, seconds: u64) -> Result<ExitCode> {
    // `--workspace` for one feature set with every other build; the test alone is compiled.
    let run = Run::cargo(&["test", "--locked", "--workspace", "--test", "fuzz", "--", "--nocapture"]);
    // One after the other: each has its seconds to itself.
    let run = run.args(&["--test-threads=1", "--quiet"]).env("SOURCERER_FUZZ_SECONDS", seconds.to_string());
    let run = match target {
        Some(name) => run.args(&["--exact", &format!("{name}::{name}")]),
        None => run,
    };
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
