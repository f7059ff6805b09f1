//! What only a desktop can do.

mod browser;

pub(crate) use browser::Browser;

use std::path::PathBuf;

/// Asks for a file with a CA's certificates; none if the dialog is closed.
pub(crate) async fn choose_ca_file() -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new().add_filter("PEM, DER", &["pem", "crt", "cer", "der"]).pick_file().await?;
    Some(file.path().to_owned())
}
