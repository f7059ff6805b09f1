//! What the program writes down about itself, for the person who reports a problem: a log, and a note of a crash. Both are
//! files in the state folder that only this user can read. Nothing is sent anywhere.

mod crash;
mod log;

pub(crate) use crash::{CrashNote, note_crashes};
pub(crate) use log::ProgramLog;

use directories::BaseDirs;
use sourcerer_core::job;
use std::path::PathBuf;

/// The folder for what the program writes down about itself; none if the system names no home.
pub(crate) fn folder() -> Option<PathBuf> {
    let folders = BaseDirs::new()?;
    // Only Linux has a folder for state. Elsewhere it goes beside the data.
    let state = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
    Some(state.join(job::FOLDER))
}
