//! The note of a crash: written by the panic itself, because a release ends right after it.

use super::folder;
use sourcerer_core::files::{self, make_private_folder};
use sourcerer_core::i18n::visible;
use sourcerer_core::net::redact_text;
use std::fs;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The file of the note.
const FILE: &str = "crash.txt";

/// The most bytes of a note.
const LONGEST: usize = 4 << 10;

/// The note of an earlier run's crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CrashNote {
    path: PathBuf,
    text: String,
}

impl CrashNote {
    /// The note in the state folder, if there is one.
    pub(crate) fn find() -> Option<Self> {
        Self::find_in(&folder()?)
    }

    fn find_in(folder: &Path) -> Option<Self> {
        let path = folder.join(FILE);
        let text = files::read_text(&path, LONGEST as u64).ok()?;
        Some(Self { path, text })
    }

    /// What it says, a few lines.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Deletes it.
    pub(crate) fn delete(&self) {
        // If it can't be deleted, the next start offers it again.
        let _ = fs::remove_file(&self.path);
    }
}

/// From now on, a panic leaves a note for the next start, and is reported as before.
pub(crate) fn note_crashes() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if let Some(folder) = folder() {
            // A panic has nobody to tell that its note couldn't be written.
            let _ = write(&folder, &describe(info));
        }
        report(info);
    }));
}

fn write(folder: &Path, text: &str) -> std::io::Result<()> {
    make_private_folder(folder)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(folder.join(FILE))?.write_all(text.as_bytes())
}

/// When and where it was, and the panic's message without the values of fields that hold secrets.
fn describe(info: &PanicHookInfo<'_>) -> String {
    let at = OffsetDateTime::now_utc().format(&Rfc3339).unwrap_or_default();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    text(&at, &place, info.payload_as_str().unwrap_or_default())
}

fn text(at: &str, place: &str, message: &str) -> String {
    let message = redact_text(message);
    let whole = format!("{at}\n{place}\n{}\n", visible::line(&message));
    let end = (0..=LONGEST.min(whole.len())).rev().find(|end| whole.is_char_boundary(*end)).unwrap_or_default();
    whole[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_when_where_and_what_without_secrets_and_is_found_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = folder.path().join("state");
        assert_eq!(CrashNote::find_in(&state), None);
        let said = text("2026-05-04T10:20:30Z", "src/main.rs:1:2", "no answer to client_secret=CANARY\u{1b}[2J");
        write(&state, &said).expect("a folder");
        let note = CrashNote::find_in(&state).expect("a note");
        assert!(note.text().starts_with("2026-05-04T10:20:30Z\nsrc/main.rs:1:2\n"), "{}", note.text());
        assert!(!note.text().contains("CANARY") && !note.text().contains('\u{1b}'), "{}", note.text());
        note.delete();
        assert_eq!(CrashNote::find_in(&state), None);
    }

    #[test]
    fn a_note_is_bounded() {
        assert!(text("", "", &"é".repeat(LONGEST)).len() <= LONGEST);
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_can_read_a_note() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let state = folder.path().join("state");
        write(&state, "x").expect("a folder");
        let rights = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
        assert_eq!((rights(&state), rights(&state.join(FILE))), (0o700, 0o600));
    }
}
