//! What everything needs that drives the real window.

use crate::machine::needs;
use crate::machine::supply::supply;
use crate::run::Run;
use crate::{machine, page, place, say};
use anyhow::Result;
use std::path::Path;

/// Installs what the window's tests need, and builds the page and everything else as `cargo xtask test` does.
pub(crate) fn prepare() -> Result<()> {
    machine::node()?;
    supply(&[needs::WINDOW, needs::TESTS], &[])?;
    page::install()?;
    page::build()?;
    Run::cargo(&["build", "--workspace", "--all-targets", "--locked"]).must()
}

/// The run on a display of its own, with the window's program and the page's tools. It uses neither the display nor the
/// bus of the user's own desktop. The window must have been built.
pub(crate) fn on_a_display(run: Run, program: &Path) -> Result<Run> {
    page::gallery()?;
    let chromium = machine::chromium();
    if chromium.is_none() {
        say::line("No Chromium that tests can drive: those that need one are skipped.");
    }
    let run = run
        .env("SOURCERER_WINDOW_TESTS", "1")
        .env("SOURCERER_BIN", program)
        .env("SOURCERER_GALLERY", place::page().join("dist-gallery"))
        .env("AXE_JS", place::page().join("node_modules/axe-core/axe.min.js"))
        // Without `-noreset` the display would reset whenever its last window closes, and refuse the next one meanwhile.
        .within("xvfb-run", &["-a", "-s", "-screen 0 1280x1024x24 -nolisten tcp -noreset"])
        .without_env("WAYLAND_DISPLAY")
        .without_env("DBUS_SESSION_BUS_ADDRESS");
    Ok(match chromium {
        Some(path) => run.env("SOURCERER_CHROMIUM", path),
        None => run.without_env("SOURCERER_CHROMIUM"),
    })
}
