//! The person's own browser, and its private window if the switch for one is known.

#[cfg(target_os = "linux")]
mod installed;

#[cfg(target_os = "linux")]
use sourcerer_core::signin::InstalledBrowser;
use sourcerer_core::signin::{BrowserOpener, NotOpened};
use url::Url;

/// Opens addresses in the system's default browser, or in the one that was chosen in the settings.
#[derive(Default)]
pub(crate) struct Browser {
    /// How the system names the chosen browser; none for its default.
    chosen: Option<String>,
    /// The browser that is used. It is looked up when it is first needed, so that a page that never offers it costs
    /// nothing.
    #[cfg(target_os = "linux")]
    used: std::sync::OnceLock<Option<installed::DesktopBrowser>>,
}

impl Browser {
    /// The browser that was chosen, or the system's default.
    pub(crate) fn new(chosen: Option<String>) -> Self {
        Self { chosen, ..Self::default() }
    }

    #[cfg(target_os = "linux")]
    fn used(&self) -> Option<&installed::DesktopBrowser> {
        self.used.get_or_init(|| installed::DesktopBrowser::find(self.chosen.as_deref())).as_ref()
    }
}

// On macOS and Windows neither the browsers nor their command lines are known: none can be chosen there, and no private
// window is offered.
impl BrowserOpener for Browser {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        #[cfg(target_os = "linux")]
        if self.chosen.is_some()
            && let Some(browser) = self.used()
            && browser.open(url).is_ok()
        {
            return Ok(());
        }
        open::that_detached(url.as_str()).map_err(|_| NotOpened)
    }

    #[cfg(target_os = "linux")]
    fn installed(&self) -> Vec<InstalledBrowser> {
        installed::all()
    }

    #[cfg(target_os = "linux")]
    fn private(&self) -> Option<&str> {
        self.used()?.private()
    }

    #[cfg(target_os = "linux")]
    fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        self.used().ok_or(NotOpened)?.open_private(url)
    }
}
