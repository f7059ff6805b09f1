use crate::checks::{Finding, Outcome};
use crate::diagnosis::{Diagnosis, Severity, Symptom};
use crate::words::Message;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::sync::Arc;

/// What is kept of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The worst of what was found.
    pub severity: Severity,
    /// The ids of the diagnoses, worst first.
    pub diagnoses: Box<[&'static str]>,
    /// What the worst of them is called; none where nothing was found.
    pub title: Option<Arc<Message>>,
    /// How the callback was found.
    pub callback: Mark,
    /// How the button was found.
    pub button: Mark,
    /// How the Client ID was found.
    pub client_id: Mark,
    /// The release that the server tells. Rows of one server share it.
    pub release: Option<Arc<str>>,
    /// How long the row took, in milliseconds: what its server took for all of its rows isn't counted.
    pub millis: u32,
}

/// How one check of a row ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Mark {
    /// It couldn't run.
    Skipped,
    /// As it should be.
    Fine,
    /// Worth knowing.
    Note,
    /// Works, but may hurt.
    Risk,
    /// Nobody can sign in.
    Breaks,
}

impl Mark {
    fn of(findings: &[Finding], id: &str) -> Self {
        let Some(finding) = findings.iter().find(|finding| finding.id == id) else { return Self::Skipped };
        match (finding.outcome, finding.severity) {
            (Outcome::Skipped, _) => Self::Skipped,
            (Outcome::Passed, _) | (Outcome::Found, Severity::Fine) => Self::Fine,
            (Outcome::Found, Severity::Note) => Self::Note,
            (Outcome::Found, Severity::Risk) => Self::Risk,
            (Outcome::Found, Severity::Breaks) => Self::Breaks,
        }
    }
}

impl Verdict {
    /// What was found, in short. What a leg of the way noted counts too, such as a certificate that ends soon.
    pub fn of<'s>(
        findings: &'s [Finding],
        noted: impl Iterator<Item = &'s Symptom>,
        release: Option<Arc<str>>,
        millis: u32,
    ) -> Self {
        let found = findings.iter().filter(|finding| finding.outcome == Outcome::Found);
        let mut symptoms: Vec<_> = found.filter_map(|finding| finding.symptom.as_ref()).chain(noted).collect();
        symptoms.sort_by_key(|symptom| Reverse(symptom.entry().severity));
        let worst = symptoms.first();
        let mut diagnoses: Vec<_> = symptoms.iter().map(|symptom| symptom.entry().id).collect();
        diagnoses.dedup();
        Self {
            severity: worst.map_or(Severity::Fine, |symptom| symptom.entry().severity),
            title: worst.map(|symptom| Arc::new(Diagnosis::from(*symptom).title)),
            diagnoses: diagnoses.into(),
            callback: Mark::of(findings, "callback"),
            button: Mark::of(findings, "button"),
            client_id: Mark::of(findings, "client-id"),
            release,
            millis,
        }
    }
}
