//! Functions that need a desktop.

mod announce;
mod browser;

pub(crate) use announce::announce;
pub(crate) use browser::Browser;

use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::handover;
use std::path::{Path, PathBuf};

/// Asks for a file with a CA's certificates; `None` if the dialog is closed.
pub(crate) async fn choose_ca_file() -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new().add_filter("PEM, DER", &["pem", "crt", "cer", "der"]).pick_file().await?;
    Some(file.path().to_owned())
}

/// Shows a folder of the program in the desktop's file manager.
///
/// # Errors
/// [`Symptom::FolderNotWritable`] if nothing could show it.
pub(crate) fn show_folder(folder: &Path) -> Result<(), Symptom> {
    let missing = || Symptom::FolderNotWritable { path: folder.display().to_string() };
    sourcerer_core::files::make_private_folder(folder).map_err(|_| missing())?;
    open::that_detached(folder).map_err(|_| missing())
}

/// Asks for a list of sources; `None` if the dialog is closed.
pub(crate) async fn choose_list() -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new().add_filter("CSV", &["csv", "tsv", "txt"]).pick_file().await?;
    Some(file.path().to_owned())
}

/// Asks where to save a table; `None` if the dialog is closed.
pub(crate) async fn save_table() -> Option<PathBuf> {
    let dialog = rfd::AsyncFileDialog::new().add_filter("CSV", &["csv"]).add_filter("JSON", &["json"]);
    let file = dialog.set_file_name("sources.csv").save_file().await?;
    Some(file.path().to_owned())
}

/// Asks for a job file; `None` if the dialog is closed.
pub(crate) async fn choose_job() -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new().add_filter("Sourcerer", &[handover::ENDING]).pick_file().await?;
    Some(file.path().to_owned())
}

/// Asks where to save a job file; `None` if the dialog is closed.
pub(crate) async fn save_job(name: &str) -> Option<PathBuf> {
    let dialog = rfd::AsyncFileDialog::new().add_filter("Sourcerer", &[handover::ENDING]);
    let file = dialog.set_file_name(name).save_file().await?;
    Some(file.path().to_owned())
}

/// Asks for a report; `None` if the dialog is closed.
pub(crate) async fn choose_report() -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new().add_filter("JSON", &["json"]).pick_file().await?;
    Some(file.path().to_owned())
}

/// Asks where to save an export; `None` if the dialog is closed.
pub(crate) async fn save_export(name: &str, ending: &str) -> Option<PathBuf> {
    let dialog = rfd::AsyncFileDialog::new().add_filter(ending, &[ending]);
    let file = dialog.set_file_name(name).save_file().await?;
    Some(file.path().to_owned())
}

/// Asks where to save a report with this extension; `None` if the dialog is closed.
pub(crate) async fn save_report(name: &str, ending: &str) -> Option<PathBuf> {
    let dialog = rfd::AsyncFileDialog::new().add_filter(ending, &[ending]);
    let file = dialog.set_file_name(name).save_file().await?;
    Some(file.path().to_owned())
}
