//! The browsers of this desktop by their entries (freedesktop.org), which name their programs.

use gio::AppInfo;
use gio::prelude::AppInfoExt as _;
use sourcerer_core::signin::{InstalledBrowser, NotOpened, plain_line, private_line};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use url::Url;

/// What a browser can open.
const KIND: &str = "x-scheme-handler/https";

/// A browser with its command lines, up to the address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DesktopBrowser {
    /// The browser's name as the desktop shows it.
    name: String,
    plain: Vec<String>,
    /// With its own switch for a private window; none if that isn't known.
    private: Option<Vec<String>>,
}

/// The browsers to choose from, by their names.
pub(super) fn all() -> Vec<InstalledBrowser> {
    let listed = AppInfo::all_for_type(KIND).into_iter();
    let mut all: Vec<_> = listed
        .filter_map(|entry| Some(InstalledBrowser { id: entry.id()?.into(), name: entry.display_name().into() }))
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

impl DesktopBrowser {
    /// The browser of this name, if it is still there, or else the one that opens `https` on this desktop.
    pub(super) fn find(chosen: Option<&str>) -> Option<Self> {
        let is_chosen = |entry: &AppInfo| chosen.is_some_and(|id| entry.id().is_some_and(|own| own == id));
        let entry = AppInfo::all_for_type(KIND).into_iter().find(is_chosen);
        let entry = entry.or_else(|| AppInfo::default_for_uri_scheme("https"))?;
        let line = gio::glib::shell_parse_argv(entry.commandline()?).ok()?;
        let line: Vec<String> = line.into_iter().filter_map(|word| word.into_string().ok()).collect();
        Some(Self { name: entry.display_name().into(), plain: plain_line(&line), private: private_line(&line) })
    }

    /// The browser's name, if it can open a private window.
    pub(super) fn private(&self) -> Option<&str> {
        self.private.as_ref().map(|_| self.name.as_str())
    }

    /// Starts the browser with the address.
    pub(super) fn open(&self, url: &Url) -> Result<(), NotOpened> {
        start(&self.plain, url)
    }

    /// Starts the browser with the address in a private window.
    pub(super) fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        start(self.private.as_ref().ok_or(NotOpened)?, url)
    }
}

/// Starts a program with the address as one argument. No shell parses it.
fn start(line: &[String], url: &Url) -> Result<(), NotOpened> {
    let (program, arguments) = line.split_first().ok_or(NotOpened)?;
    #[expect(clippy::disallowed_methods, reason = "the browser again: `open` can't hand it a switch")]
    let mut command = Command::new(program);
    command.args(arguments).arg(url.as_str());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let mut browser = command.spawn().map_err(|_| NotOpened)?;
    // The browser may run for days. Only this thread waits for it, so that no zombie process remains.
    std::thread::spawn(move || browser.wait());
    Ok(())
}
