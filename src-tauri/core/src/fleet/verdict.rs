use crate::checks::{CheckOutcome, Finding};
use crate::diagnosis::{Diagnosis, Severity, Symptom};
use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::sync::Arc;

/// The verdict of a row, which is all that is stored of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowVerdict {
    /// The highest severity of its findings.
    pub severity: Severity,
    /// The ids of the diagnoses, worst first.
    pub diagnoses: Box<[&'static str]>,
    /// What the worst of them is called; none where nothing was found.
    pub title: Option<Arc<Message>>,
    /// How the callback was found.
    pub callback: CheckMark,
    /// How the button was found.
    pub button: CheckMark,
    /// How the Client ID was found.
    pub client_id: CheckMark,
    /// The release that the server tells. Rows of one server share it.
    pub release: Option<Arc<str>>,
    /// How long the row took, in milliseconds: what its server took for all of its rows isn't counted.
    pub millis: u32,
}

/// How one check of a row ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CheckMark {
    /// The check couldn't run.
    Skipped,
    /// As it should be.
    Fine,
    /// Worth knowing.
    Note,
    /// Works, but may hurt.
    Risk,
    /// Sign-in is broken.
    Breaks,
}

impl CheckMark {
    fn of(findings: &[Finding], id: &str) -> Self {
        let Some(finding) = findings.iter().find(|finding| finding.id == id) else { return Self::Skipped };
        match (finding.outcome, finding.severity) {
            (CheckOutcome::Skipped, _) => Self::Skipped,
            (CheckOutcome::Passed, _) | (CheckOutcome::Found, Severity::Fine) => Self::Fine,
            (CheckOutcome::Found, Severity::Note) => Self::Note,
            (CheckOutcome::Found, Severity::Risk) => Self::Risk,
            (CheckOutcome::Found, Severity::Breaks) => Self::Breaks,
        }
    }
}

/// Whether a finding tells nothing about this server: every release of authentik sends visitors to X's old host, and
/// that a release is newer than the tried ones is no fault of it. Such findings are listed and don't make the verdict.
fn holds_for_every_server(symptom: &Symptom) -> bool {
    matches!(symptom, Symptom::LegacyHost { .. } | Symptom::ReleaseNewer { .. })
}

impl RowVerdict {
    /// The verdict of these findings. Remarks of the server legs count too, such as a certificate that expires soon.
    pub fn from_findings<'s>(
        findings: &'s [Finding],
        noted: impl Iterator<Item = &'s Symptom>,
        release: Option<Arc<str>>,
        millis: u32,
    ) -> Self {
        let found = findings.iter().filter(|finding| finding.outcome == CheckOutcome::Found);
        let mut symptoms: Vec<_> = found.filter_map(|finding| finding.symptom.as_ref()).chain(noted).collect();
        symptoms.sort_by_key(|symptom| Reverse(symptom.entry().severity));
        let worst = symptoms.iter().find(|symptom| !holds_for_every_server(symptom));
        let mut diagnoses: Vec<_> = symptoms.iter().map(|symptom| symptom.entry().id).collect();
        diagnoses.dedup();
        Self {
            severity: worst.map_or(Severity::Fine, |symptom| symptom.entry().severity),
            title: worst.map(|symptom| Arc::new(Diagnosis::from(*symptom).title)),
            diagnoses: diagnoses.into(),
            callback: CheckMark::of(findings, "callback"),
            button: CheckMark::of(findings, "button"),
            client_id: CheckMark::of(findings, "client-id"),
            release,
            millis,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_fine_if_only_what_holds_for_every_server_was_found() {
        let legacy = || Symptom::LegacyHost { host: "twitter.com".to_owned(), visitor: String::new() };
        let newer = || Symptom::ReleaseNewer { version: "2027.2.0".to_owned() };
        let check = |symptoms: &[Symptom], severity: Severity, ids: &[&str]| {
            let findings: Vec<_> = symptoms.iter().map(|one| Finding::found("check", one.clone())).collect();
            let verdict = RowVerdict::from_findings(&findings, std::iter::empty(), None, 0);
            assert_eq!((verdict.severity, &*verdict.diagnoses), (severity, ids));
            assert_eq!(verdict.title.is_some(), severity != Severity::Fine);
        };
        check(&[], Severity::Fine, &[]);
        check(&[legacy(), newer()], Severity::Fine, &["legacy-host", "release-newer"]);
        check(&[legacy(), Symptom::PkceMissing], Severity::Breaks, &["pkce-missing", "legacy-host"]);
    }
}
