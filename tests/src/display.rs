//! What the window tests need on the machine. `cargo xtask test` provides all of it.

use anyhow::{Context as _, Result};
use std::env;
use std::fs;
use std::path::PathBuf;

/// The display and the programs for window tests.
#[derive(Clone, Debug)]
pub struct DisplayServer {
    /// The path of the window's binary.
    pub program: PathBuf,
    /// The source text of axe-core, which also determines roles and accessible names.
    pub axe: String,
}

/// The environment of this machine. If there is none, the test reports that it is skipped, and should pass.
///
/// # Errors
/// If window tests are required (`SOURCERER_WINDOW_TESTS=1`), and `SOURCERER_BIN` or `AXE_JS` isn't the path of a file.
pub fn environment() -> Result<Option<DisplayServer>> {
    if env::var_os("SOURCERER_WINDOW_TESTS").is_none_or(|wanted| wanted != "1") {
        skipped("window tests aren't wanted (SOURCERER_WINDOW_TESTS=1)");
        return Ok(None);
    }
    if env::var_os("DISPLAY").is_none() {
        skipped("no display here (DISPLAY)");
        return Ok(None);
    }
    let program = PathBuf::from(env::var_os("SOURCERER_BIN").context("SOURCERER_BIN names the window's binary")?);
    let program = program.canonicalize().with_context(|| format!("SOURCERER_BIN={}", program.display()))?;
    let axe = PathBuf::from(env::var_os("AXE_JS").context("AXE_JS names axe-core's axe.min.js")?);
    let axe = fs::read_to_string(&axe).with_context(|| format!("AXE_JS={}", axe.display()))?;
    Ok(Some(DisplayServer { program, axe }))
}

/// The Chromium that tests may use. If there is none, the test reports that it is skipped, and should pass.
pub fn chromium() -> Option<PathBuf> {
    let found = env::var_os("SOURCERER_CHROMIUM").map(PathBuf::from);
    if found.is_none() {
        skipped("no Chromium here");
    }
    found
}

/// Reports why a test is skipped, in the form that `cargo xtask test` counts.
#[expect(clippy::print_stdout, reason = "the runner of the tests reads it there")]
pub fn skipped(why: &str) {
    println!("skipped: {why}");
}
