//! Finds the default browser's entry (freedesktop.org) and starts it with its own switch for a private window.

use gio::prelude::AppInfoExt as _;
use sourcerer_core::signin::{NotOpened, private_line};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use url::Url;

/// A browser whose switch for a private window is known.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PrivateBrowser {
    /// The browser's name as the desktop shows it.
    pub(super) name: String,
    /// The program and its arguments, up to the address.
    line: Vec<String>,
}

impl PrivateBrowser {
    /// Finds the browser that opens `https` on this desktop, if its switch is known.
    pub(super) fn find() -> Option<Self> {
        let entry = gio::AppInfo::default_for_uri_scheme("https")?;
        let line = gio::glib::shell_parse_argv(entry.commandline()?).ok()?;
        let line: Vec<String> = line.into_iter().filter_map(|word| word.into_string().ok()).collect();
        Some(Self { name: entry.display_name().into(), line: private_line(&line)? })
    }

    /// Starts the browser with the address as one argument. No shell parses it.
    pub(super) fn open(&self, url: &Url) -> Result<(), NotOpened> {
        let (program, arguments) = self.line.split_first().ok_or(NotOpened)?;
        #[expect(clippy::disallowed_methods, reason = "the browser again: `open` can't hand it a switch")]
        let mut command = Command::new(program);
        command.args(arguments).arg(url.as_str());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let mut browser = command.spawn().map_err(|_| NotOpened)?;
        // The browser may run for days. Only this thread waits for it, so that no zombie process remains.
        std::thread::spawn(move || browser.wait());
        Ok(())
    }
}
