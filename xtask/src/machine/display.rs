//! A display of our own, so that windows under test neither need nor disturb a desktop.

use crate::run::Run;
use anyhow::{Context as _, Result};
use std::io::{BufRead as _, BufReader};
use std::process::Child;

/// An X server that nobody sees; it ends with this value.
pub(crate) struct Display {
    server: Child,
    /// What goes into `DISPLAY`.
    pub(crate) name: String,
}

impl Display {
    pub(crate) fn open() -> Result<Self> {
        // The server picks a free number itself and says so on standard output once it listens.
        // Without `-noreset` it starts over whenever its last window closes, and refuses the next one meanwhile.
        let arguments = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"];
        let mut server = Run::new("Xvfb").args(&arguments).started()?;
        let mut number = String::new();
        let said = server.stdout.take().context("Xvfb's standard output")?;
        BufReader::new(said).read_line(&mut number).context("Xvfb's display number")?;
        let display = Self { server, name: format!(":{}", number.trim()) };
        // The guard exists by now, so a server that said nothing is ended, too.
        number.trim().parse::<u32>().context("Xvfb named no display")?;
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about either.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
