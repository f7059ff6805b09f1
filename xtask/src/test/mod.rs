//! `cargo xtask test`: every check, on a machine on which nothing may be installed yet.
//!
//! CI runs this, and `cargo xtask supply`, so a developer's machine can do everything that CI does.

mod facts;
mod rust;
mod steps;

use crate::machine::{self, needs, supply};
use crate::run::Run;
use crate::{page, place, say, tidy, window};
use anyhow::Result;
use rust::Which;
use std::process::ExitCode;
use steps::{StepResult, Steps};

/// All steps that can be requested by name, in the order in which they run.
pub(crate) const STEPS: &[&str] = &[
    "tidy",
    "fmt",
    "prettier",
    "eslint",
    "svelte-check",
    "vitest",
    "clippy",
    "tests",
    "doc-tests",
    "keyring",
    "window",
];

/// The step that compiling the window needs, because the window embeds the page.
const COMPILED: &[&str] = &["page build"];

pub(crate) fn test(only: &[String]) -> Result<ExitCode> {
    say::heading("machine");
    machine::node()?;
    supply::supply(&[needs::WINDOW, needs::SCRIPT, needs::TESTS], needs::CHROMIUM)?;

    let mut steps = Steps::only(only);
    steps.step("tidy", &[], || tidy::tidy().map(|()| StepResult::check(true)));
    steps.step("fmt", &[], || check(Run::cargo(&["fmt", "--all", "--check"])));

    steps.prepare("page packages", &[], || page::install().map(|()| StepResult::check(true)));
    let script = |name| move || check(Run::npm(&["run", "--silent", name]));
    steps.step("prettier", &["page packages"], script("format:check"));
    steps.step("eslint", &["page packages"], script("lint"));
    steps.step("svelte-check", &["page packages"], script("check"));
    steps.step("vitest", &["page packages"], vitest);
    steps.prepare("page build", &["page packages"], || page::build().map(|()| StepResult::check(true)));

    // There is only one selection of packages and targets for everything that is compiled from here on: cargo resolves
    // features over the whole selection, and another one would compile half of the tree again.
    let every = ["--workspace", "--all-targets", "--locked"];
    steps.step("clippy", COMPILED, || check(Run::cargo(&["clippy"]).args(&every).args(&["--", "-D", "warnings"])));
    steps.prepare("build", COMPILED, || check(Run::cargo(&["build"]).args(&every)));
    steps.step("tests", &["build"], || rust::run(Which::Plain, Ok));
    steps.step("doc-tests", &["build"], rust::documentation);
    steps.step("keyring", &["build"], keyring);
    steps.step("window", &["build"], window_tests);
    facts::tell_old_ones();

    Ok(if steps.summary() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn check(run: Run) -> Result<StepResult> {
    Ok(StepResult::check(run.status()?.success()))
}

fn vitest() -> Result<StepResult> {
    Ok(StepResult::tests(&Run::npm(&["run", "--silent", "test"]).told()?, "Tests  "))
}

fn keyring() -> Result<StepResult> {
    rust::run(Which::Apart("keyring"), |run| Ok(run.env("SOURCERER_KEYRING_TESTS", "1")))
}

fn window_tests() -> Result<StepResult> {
    rust::run(Which::Apart("window"), |run| window::on_a_display(run, &place::binary("sourcerer")?))
}
