//! Files that are dropped on the window: what each is, and where it goes.

use super::{Environment, Session, handover, source_check};
use crate::address::HttpPolicy;
use crate::diagnosis::Symptom;
use crate::{files, fleet};
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use std::path::Path;

/// What a dropped file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum DroppedFile {
    /// A job file, which waits in the session until the person accepts or dismisses it.
    Job,
    /// A report, which the page of the source check shows.
    Report,
    /// A list of sources, which is loaded.
    List,
}

/// Takes a dropped file by what is in it: a file may have any name. What is neither a job file nor a report is read as a
/// list.
///
/// # Errors
/// [`Symptom::ReportRefused`], with the reason.
pub fn take(
    environment: &Environment,
    session: &mut Session,
    name: String,
    text: &str,
) -> Result<DroppedFile, Symptom> {
    let found = kind(text);
    match found {
        DroppedFile::Job => handover::open_text(environment, session, text),
        DroppedFile::Report => session.support.opened = Some(Box::new(source_check::read(text)?)),
        DroppedFile::List => session.fleet.load(
            fleet::parse(text.as_bytes(), HttpPolicy::LoopbackOnly, None),
            Some(name).filter(|name| !name.is_empty()),
        ),
    }
    Ok(found)
}

/// Opens a file that the desktop handed to the program, as a double click does: a job file or a report. What it isn't, or
/// why it can't be read, becomes the session's notice. Returns what it is.
pub fn open(environment: &Environment, session: &mut Session, path: &Path) -> DroppedFile {
    let head = files::open(path).ok().and_then(|file| {
        let mut head = Vec::new();
        file.take(HEAD).read_to_end(&mut head).ok()?;
        Some(String::from_utf8_lossy(&head).into_owned())
    });
    if head.is_none_or(|head| kind(&head) != DroppedFile::Report) {
        handover::open_file(environment, session, path);
        return DroppedFile::Job;
    }
    match source_check::open(path) {
        Ok(report) => session.support.opened = Some(Box::new(report)),
        Err(symptom) => session.notice = Some(symptom),
    }
    DroppedFile::Report
}

/// How many bytes tell what a file is.
const HEAD: u64 = 256;

/// A report and a job file each say what they are in the first field of their object, even if they are cut off after it.
fn kind(text: &str) -> DroppedFile {
    let Some(inside) = text.trim_start().strip_prefix('{') else { return DroppedFile::List };
    if inside.trim_start().starts_with("\"sourcerer_report\"") { DroppedFile::Report } else { DroppedFile::Job }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Job;

    fn dropped(text: &str) -> (Result<DroppedFile, Symptom>, Session) {
        let folder = tempfile::tempdir().expect("a folder");
        let environment = Environment { folder: folder.path().join("sourcerer"), ..Environment::for_tests() };
        let mut session = Session::with_job(Job::new(&environment));
        (take(&environment, &mut session, "sources.csv".to_owned(), text), session)
    }

    #[test]
    fn a_table_is_a_list_whatever_it_is_called() {
        let (taken, session) = dropped("https://sso.company.example,twitter\n");
        assert_eq!(taken, Ok(DroppedFile::List));
        assert_eq!(session.fleet.table().counts().all, 1);
    }

    #[test]
    fn a_damaged_report_is_refused_and_changes_nothing() {
        let (taken, session) = dropped("{ \"sourcerer_report\": 2, ");
        assert!(matches!(taken, Err(Symptom::ReportRefused { .. })), "{taken:?}");
        assert!(session.support.opened.is_none());
    }

    #[test]
    fn a_double_click_opens_a_report_or_a_job_file_by_what_is_in_it() {
        for (text, opened, reason) in [
            ("{ \"sourcerer_report\": 2, ", DroppedFile::Report, "report"),
            ("{}", DroppedFile::Job, "job-file"),
            ("https://sso.company.example,twitter\n", DroppedFile::Job, "job-file"),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            let environment = Environment { folder: folder.path().join("sourcerer"), ..Environment::for_tests() };
            let mut session = Session::with_job(Job::new(&environment));
            let path = folder.path().join("anything.json");
            std::fs::write(&path, text).expect("a folder");
            assert_eq!(open(&environment, &mut session, &path), opened, "{text}");
            let notice = session.notice.map(|symptom| symptom.entry().id).unwrap_or_default();
            assert!(notice.contains(reason), "{text}: {notice}");
        }
    }

    #[test]
    fn any_other_object_is_opened_as_a_job_file_which_says_what_is_wrong() {
        let (taken, session) = dropped("{}");
        assert_eq!(taken, Ok(DroppedFile::Job));
        assert!(session.notice.is_some() && session.handed.is_none());
    }
}
