//! The person's own browser, and its private window if the switch for one is known.

#[cfg(target_os = "linux")]
mod installed;

use sourcerer_core::signin::{BrowserOpener, InstalledBrowser, NotOpened};
use std::sync::OnceLock;
use url::Url;

/// Opens addresses in the system's default browser, or in the one that was chosen in the settings.
#[derive(Default)]
pub(crate) struct Browser {
    /// How the system names the chosen browser; none for its default.
    chosen: Option<String>,
    /// What was looked up, once it was needed, so that a page that never offers it costs nothing.
    known: OnceLock<KnownBrowsers>,
}

/// What the system tells of its browsers.
#[derive(Default)]
struct KnownBrowsers {
    all: Vec<InstalledBrowser>,
    #[cfg(target_os = "linux")]
    used: Option<installed::DesktopBrowser>,
}

impl Browser {
    /// The browser that was chosen, or the system's default.
    pub(crate) fn new(chosen: Option<String>) -> Self {
        Self { chosen, known: OnceLock::new() }
    }

    #[cfg(target_os = "linux")]
    fn known(&self) -> &KnownBrowsers {
        self.known.get_or_init(|| KnownBrowsers {
            all: installed::all(),
            used: installed::DesktopBrowser::find(self.chosen.as_deref()),
        })
    }

    // On macOS and Windows neither the browsers nor their command lines are known, so none can be chosen there.
    #[cfg(not(target_os = "linux"))]
    fn known(&self) -> &KnownBrowsers {
        self.known.get_or_init(KnownBrowsers::default)
    }
}

impl BrowserOpener for Browser {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        #[cfg(target_os = "linux")]
        if self.chosen.is_some()
            && let Some(browser) = &self.known().used
            && browser.open(url).is_ok()
        {
            return Ok(());
        }
        open::that_detached(url.as_str()).map_err(|_| NotOpened)
    }

    fn installed(&self) -> &[InstalledBrowser] {
        &self.known().all
    }

    // Elsewhere no command line is known, so no private window is offered.
    #[cfg(target_os = "linux")]
    fn private(&self) -> Option<&str> {
        self.known().used.as_ref().and_then(installed::DesktopBrowser::private)
    }

    #[cfg(target_os = "linux")]
    fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        self.known().used.as_ref().ok_or(NotOpened)?.open_private(url)
    }
}
