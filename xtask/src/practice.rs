//! `cargo xtask practice`: from a new machine to the whole job in practice.

use crate::machine::{self, needs, supply};
use crate::run::Run;
use crate::{page, place, say};
use anyhow::Result;
use std::process::ExitCode;

/// Builds a program with exactly the features with which `cargo xtask test` builds it, so that neither rebuilds the
/// other's crates.
///
/// Cargo resolves features over all packages that are selected: with `--package sourcerer-cli` the terminal would get
/// its own build of about 125 crates. `--workspace` reduces that to 54, namely those for which tests need more
/// features. Selecting one test as well, which needs no crate of its own, makes cargo include the tests' features too,
/// and none is left. `--bin` still builds nothing that the program doesn't need: no window, no system library.
fn build(binary: &str) -> Result<()> {
    Run::cargo(&["build", "--workspace", "--bin", binary, "--test", "commands"]).must()
}

pub(crate) fn practice(mut rest: Vec<String>) -> Result<ExitCode> {
    let given = rest.len();
    rest.retain(|argument| argument != "--headless");
    if rest.len() < given || !machine::has_display() { terminal(&rest) } else { window(&rest) }
}

fn window(rest: &[String]) -> Result<ExitCode> {
    machine::node()?;
    if cfg!(target_os = "linux") {
        say::heading("System libraries");
        supply::supply(&[needs::WINDOW], &[])?;
    }
    say::heading("The page");
    page::install()?;
    page::build()?;
    say::heading("The window");
    build("sourcerer")?;
    go(Run::new(place::binary("sourcerer")?).args(&["--practice"]).args(rest))
}

fn terminal(rest: &[String]) -> Result<ExitCode> {
    say::heading("No window: the same job in the terminal");
    build("sourcerer-cli")?;
    go(Run::new(place::binary("sourcerer-cli")?).args(&["practice", "--walk"]).args(rest))
}

/// The program's last line and exit code are those of this chore, too.
fn go(run: Run) -> Result<ExitCode> {
    let code = run.status()?.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
