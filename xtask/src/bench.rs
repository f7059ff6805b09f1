//! `cargo xtask bench …`: runs a bench of the tests' package. Its last line has the figures.

use crate::machine::needs;
use crate::machine::supply::supply;
use crate::run::Run;
use crate::{package, page, place, window};
use anyhow::Result;
use std::process::ExitCode;

/// All benches, with their names in `tests/Cargo.toml`.
pub(crate) const BENCHES: &[&str] =
    &["listener", "callback", "push", "faults", "fleet", "hostile", "kills", "memory", "straight", "window"];

/// Packages without a system library: nothing else is built in this profile that could share their crates. Both are
/// always named, so that their common crates are built once.
const PACKAGES: [&str; 4] = ["--package", "sourcerer-tests", "--package", "sourcerer-cli"];

pub(crate) fn bench(name: &str) -> Result<ExitCode> {
    if name == "fleet" {
        supply(&[needs::LOAD], &[])?;
    }
    if ["kills", "memory", "straight"].contains(&name) {
        return in_the_window(name);
    }
    if name == "window" {
        return of_the_window(name);
    }
    let bench = |words: &[&str]| Run::cargo(words).args(&PACKAGES);
    let run = bench(&["bench", "--locked", "--bench", name]);
    let run = if name == "faults" || name == "hostile" {
        // The real program, which the bench kills or attacks.
        bench(&["build", "--locked", "--profile", "bench", "--bin", "sourcerer-cli"]).must()?;
        run.env("SOURCERER_CLI", place::built()?.with_file_name("release").join("sourcerer-cli"))
    } else {
        run
    };
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A bench of the real window. It measures no times, so it uses the programs of `cargo xtask test`.
fn in_the_window(name: &str) -> Result<ExitCode> {
    window::prepare()?;
    let run = Run::cargo(&["bench", "--profile", "dev", "--workspace", "--locked", "--bench", name]);
    let run =
        window::on_a_display(run.env("SOURCERER_CLI", place::binary("sourcerer-cli")?), &place::binary("sourcerer")?)?;
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The bench of the window as it is released, next to an empty one.
fn of_the_window(name: &str) -> Result<ExitCode> {
    supply(&[needs::WINDOW, needs::TESTS, needs::PACKAGING], &[])?;
    let measured = package::for_measuring()?;
    page::gallery()?;
    let run = Run::cargo(&["bench", "--profile", "dev", "--locked", "--bench", name, "--workspace"]);
    let run = run.env("SOURCERER_EMPTY", measured.empty).env("SOURCERER_CLI", measured.terminal);
    let run = window::on_a_display(run.env("SOURCERER_DEB", measured.deb), &measured.window)?;
    Ok(if run.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
