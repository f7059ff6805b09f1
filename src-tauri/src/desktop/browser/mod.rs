//! The person's own browser, and its private window where its command line is known to open one.

#[cfg(target_os = "linux")]
mod private;

use sourcerer_core::signin::{BrowserOpener, NotOpened};
use url::Url;

/// Opens addresses in the system's default browser.
#[derive(Default)]
pub(crate) struct Browser {
    /// Looked up when it is first asked for: a page that never offers it costs nothing.
    #[cfg(target_os = "linux")]
    private: std::sync::OnceLock<Option<private::PrivateBrowser>>,
}

impl BrowserOpener for Browser {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        open::that_detached(url.as_str()).map_err(|_| NotOpened)
    }

    // On macOS and Windows the default browser's command line isn't known, so nothing is offered there.
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
