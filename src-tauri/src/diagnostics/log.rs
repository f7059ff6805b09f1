//! The program's log: what it did and which requests it sent, without headers, bodies and secrets. It rotates, so that it
//! never grows beyond a few files.

use super::folder;
use file_rotate::compression::Compression;
use file_rotate::suffix::AppendCount;
use file_rotate::{ContentLimit, FileRotate};
use sourcerer_core::files::{self, make_private_folder};
use sourcerer_core::i18n::visible::VisibleWriter;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tracing_subscriber::fmt::MakeWriter;

/// The file that is written. Older ones have `.1` and `.2` at their ends.
const FILE: &str = "sourcerer.log";

/// When a file is full, in bytes.
const FULL: usize = 512 << 10;

/// How many full files are kept beside the one that is written.
const OLDER: usize = 2;

/// How many of the newest lines go into a report of a problem.
const NEWEST: usize = 60;

/// The log, which can be turned on and off while the program runs. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct ProgramLog(Arc<Mutex<Option<FileRotate<AppendCount>>>>);

impl ProgramLog {
    /// Turns the log on or off. If the folder can't be written, the program does without.
    pub(crate) fn turn(&self, on: bool) {
        self.turn_in(folder().as_deref().filter(|_| on));
    }

    fn turn_in(&self, folder: Option<&Path>) {
        let open = folder.filter(|folder| make_private_folder(folder).is_ok()).map(|folder| {
            let limit = ContentLimit::BytesSurpassed(FULL);
            FileRotate::new(folder.join(FILE), AppendCount::new(OLDER), limit, Compression::None, Some(options()))
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = open;
    }

    /// The newest lines, for a report.
    pub(crate) fn newest() -> String {
        folder().map(|folder| newest_in(&folder)).unwrap_or_default()
    }
}

/// How a file of the log is opened: on Unix, for this user alone.
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn newest_in(folder: &Path) -> String {
    let path: PathBuf = folder.join(FILE);
    // A line may be longer than the limit by which a file is full.
    let text = files::read_text(&path, 2 * FULL as u64).unwrap_or_default();
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(NEWEST)..].join("\n")
}

impl<'a> MakeWriter<'a> for ProgramLog {
    type Writer = VisibleWriter<LogWriter>;

    fn make_writer(&'a self) -> Self::Writer {
        VisibleWriter(LogWriter(self.clone()))
    }
}

/// Writes lines to the log, and nothing while it is off.
pub(crate) struct LogWriter(ProgramLog);

impl Write for LogWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
            Some(file) => file.write(bytes),
            None => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut().map_or(Ok(()), Write::flush)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(folder: &Path) -> u64 {
        let entries = std::fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("an entry").metadata().expect("a file").len()).sum()
    }

    #[test]
    fn the_log_never_grows_beyond_its_files_and_its_newest_lines_are_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = ProgramLog::default();
        log.turn_in(Some(folder.path()));
        for nth in 0..40_000 {
            let line = format!("{nth} {}\n", "x".repeat(90));
            log.make_writer().write_all(line.as_bytes()).expect("a log");
        }
        log.make_writer().flush().expect("a log");
        assert!(size(folder.path()) <= (FULL as u64 + 200) * (OLDER as u64 + 1), "{}", size(folder.path()));
        let newest = newest_in(folder.path());
        assert!(newest.lines().last().is_some_and(|line| line.starts_with("39999 ")), "{newest}");
        assert!(newest.lines().count() <= NEWEST);
    }

    #[test]
    fn nothing_is_written_while_the_log_is_off() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = ProgramLog::default();
        log.make_writer().write_all(b"before\n").expect("a log");
        log.turn_in(Some(folder.path()));
        log.make_writer().write_all(b"on\n").expect("a log");
        log.turn_in(None);
        log.make_writer().write_all(b"after\n").expect("a log");
        assert_eq!(newest_in(folder.path()), "on");
    }
}
