use super::{JobFile, JobFileError, LARGEST, parse};
use crate::files;
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// Opens a job file. Only a regular file is accepted: a link could lead anywhere, and a pipe or a device has no end.
///
/// # Errors
/// Why the file is refused.
pub fn open(path: &Path) -> Result<JobFile, JobFileError> {
    let unreadable = |error: std::io::Error| JobFileError::Unreadable { kind: error.kind() };
    let before = fs::symlink_metadata(path).map_err(unreadable)?;
    if !before.is_file() {
        return Err(JobFileError::NoPlainFile);
    }
    let file = files::open(path).map_err(unreadable)?;
    let opened = file.metadata().map_err(unreadable)?;
    if !is_same(&before, &opened) {
        return Err(JobFileError::NoPlainFile);
    }
    let mut bytes = Vec::new();
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    parse(&bytes)
}

/// Whether the open file is the one that was examined, so that nobody can have replaced it in between.
#[cfg(unix)]
fn is_same(before: &fs::Metadata, opened: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    opened.is_file() && (before.dev(), before.ino()) == (opened.dev(), opened.ino())
}

#[cfg(not(unix))]
fn is_same(_before: &fs::Metadata, opened: &fs::Metadata) -> bool {
    opened.is_file()
}
