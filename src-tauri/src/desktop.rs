//! What only a desktop can do.

use sourcerer_core::signin::{NotOpened, Opener};
use std::path::PathBuf;
use url::Url;

/// The person's own browser.
pub(crate) struct Browser;

impl Opener for Browser {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        open::that_detached(url.as_str()).map_err(|_| NotOpened)
    }
}

/// Asks for a file with a CA's certificates; none if the dialog is closed.
pub(crate) async fn choose_ca_file() -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new().add_filter("PEM, DER", &["pem", "crt", "cer", "der"]).pick_file().await?;
    Some(file.path().to_owned())
}
