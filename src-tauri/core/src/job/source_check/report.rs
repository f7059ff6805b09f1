//! The result of a source check as a report, and reports from others that are opened to be read.

use super::{SourceCheck, SourceCheckResult};
use crate::diagnosis::{Diagnosed as _, Symptom};
use crate::files;
use crate::job::Environment;
use crate::job::push::pushes_from_here;
use crate::report::{self, Report, ReportContext, Secrets};
use serde::Serialize;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

/// The longest report that is read, in bytes: more than a report with every exchange that a run keeps.
pub const LARGEST: u64 = 32 * 1024 * 1024;

/// What is shown of an open report in addition to the result of the check.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OpenedReport {
    /// The version of the program that wrote it.
    pub program: String,
    /// The server's host.
    pub host: String,
    /// The server's address.
    pub address: String,
    /// The source's slug.
    pub slug: String,
    /// Whether an API token was given.
    pub token: bool,
    /// How many exchanges it contains.
    pub exchanges: usize,
    /// The context of the check.
    pub beside: ReportContext,
}

impl From<&Report> for OpenedReport {
    fn from(report: &Report) -> Self {
        Self {
            program: report.program.clone(),
            host: report.host.clone(),
            address: report.address.clone(),
            slug: report.slug.clone(),
            token: report.token,
            exchanges: report.exchanges.len(),
            beside: report.beside.clone(),
        }
    }
}

/// The report of a source check; none if the present input isn't the address of a source.
pub fn report(environment: &Environment, support: &SourceCheck, found: &SourceCheckResult) -> Option<Report> {
    let (url, slug) = support.url().zip(support.slug())?;
    let all = environment.trace.all();
    // Other pages may have sent requests before.
    let own = all.len().saturating_sub(usize::try_from(found.requests).unwrap_or(usize::MAX));
    Some(Report {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        at: found.at.clone(),
        host: url.host().to_owned(),
        address: url.to_string(),
        slug: slug.to_string(),
        token: support.token().is_some(),
        millis: found.millis,
        requests: found.requests,
        legs: found.legs.clone(),
        findings: found.findings.clone(),
        unseen: found.unseen.clone(),
        exchanges: all.into_iter().skip(own).collect(),
        beside: ReportContext {
            release: found.release.clone(),
            pushes: pushes_from_here(environment, &url, &slug),
            ..ReportContext::default()
        },
    })
}

/// Every secret that was entered for the check. None of them may appear in anything that leaves the program.
pub fn secrets(support: &SourceCheck) -> Secrets {
    let given = [support.token(), support.secret.as_ref()];
    Secrets::new(given.into_iter().flatten().map(|given| given.secret.clone()))
}

/// The report to show: the one that is open, or that of the newest check.
pub(in crate::job) fn shown(environment: &Environment, support: &SourceCheck) -> Option<Report> {
    let found = || support.found.as_ref().and_then(|found| report(environment, support, found));
    support.opened.as_deref().cloned().or_else(found)
}

/// Writes a report, whole or not at all; an existing file is replaced.
///
/// # Errors
/// [`Symptom::ReportNotWritable`].
pub fn save(text: &str, path: &Path) -> Result<(), Symptom> {
    written(text, path).map_err(|_| Symptom::ReportNotWritable { path: path.display().to_string() })
}

/// Writes a file that only this user can read.
pub(in crate::job) fn written(text: &str, path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    fresh.write_all(text.as_bytes())?;
    fresh.as_file().sync_all()?;
    fresh.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Reads a report that was saved as JSON.
///
/// # Errors
/// [`Symptom::ReportRefused`], with the reason.
pub fn open(path: &Path) -> Result<Report, Symptom> {
    let refused = |reason: &str| Symptom::ReportRefused { reason: reason.to_owned() };
    let text = match files::read_text(path, LARGEST) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::FileTooLarge => return Err(refused("too-large")),
        // A file that isn't text isn't a report.
        Err(error) if error.kind() == ErrorKind::InvalidData => return Err(refused("foreign")),
        Err(_) => return Err(refused("unreadable")),
    };
    read(&text)
}

/// Reads the text of a report that was saved as JSON.
///
/// # Errors
/// [`Symptom::ReportRefused`], with the reason.
pub fn read(text: &str) -> Result<Report, Symptom> {
    if text.len() as u64 > LARGEST {
        return Err(Symptom::ReportRefused { reason: "too-large".to_owned() });
    }
    report::parse(text).map_err(|error| error.symptom())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Error;

    #[test]
    fn every_reason_against_a_report_is_told_apart() {
        let reasons = [Error::Foreign, Error::Newer { format: 2 }, Error::Damaged, Error::HoldsSecret]
            .map(|error| error.symptom());
        for (at, reason) in reasons.iter().enumerate() {
            assert!(!reasons[..at].contains(reason), "{reason:?}");
        }
    }

    #[test]
    fn a_file_that_is_no_report_is_refused_with_its_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.json");
        let reason = |bytes: &[u8]| {
            std::fs::write(&file, bytes).expect("written");
            match open(&file) {
                Err(Symptom::ReportRefused { reason }) => reason,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(reason(b"# Sign in with X"), "foreign");
        assert_eq!(reason(b"\xff\xfe\x00"), "foreign");
        assert_eq!(reason(br#"{"sourcerer_report": 9, "sha256": "", "report": {}}"#), "newer");
        assert_eq!(reason(br#"{"sourcerer_report": 1, "sha256": "00", "rep"#), "damaged");
        assert!(
            matches!(open(&folder.path().join("none")), Err(Symptom::ReportRefused { reason }) if reason == "unreadable")
        );
    }

    #[test]
    fn where_it_cant_be_written_nothing_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("none/a.md");
        assert!(matches!(save("text", &path), Err(Symptom::ReportNotWritable { .. })));
        save("text", &folder.path().join("a.md")).expect("written");
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
