//! The person's own browser, and its private window if the switch for one is known.

#[cfg(target_os = "linux")]
mod private;

use sourcerer_core::signin::{BrowserOpener, NotOpened};
use url::Url;

/// Opens addresses in the system's default browser.
#[derive(Default)]
pub(crate) struct Browser {
    /// The browser with a private window. It is looked up when it is first needed, so that a page that never offers it
    /// costs nothing.
    #[cfg(target_os = "linux")]
    private: std::sync::OnceLock<Option<private::PrivateBrowser>>,
}

impl BrowserOpener for Browser {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        open::that_detached(url.as_str()).map_err(|_| NotOpened)
    }

    // On macOS and Windows the default browser's command line isn't known, so no private window is offered there.
    #[cfg(target_os = "linux")]
    fn private(&self) -> Option<&str> {
        self.known().map(|browser| browser.name.as_str())
    }

    #[cfg(target_os = "linux")]
    fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        self.known().ok_or(NotOpened)?.open(url)
    }
}

#[cfg(target_os = "linux")]
impl Browser {
    fn known(&self) -> Option<&private::PrivateBrowser> {
        self.private.get_or_init(private::PrivateBrowser::find).as_ref()
    }
}
