//! What the previous source check found on this machine, so that the next one can tell what changed. It stores ids and
//! severities: no secret, no address of a page, and nobody's name.

use super::{SourceCheck, SourceCheckResult};
use crate::checks::{CheckOutcome, Finding};
use crate::diagnosis::{Severity, Symptom};
use crate::job::Environment;
use crate::job::run_history::RunHistory;
use crate::storage::FileName;
use serde::{Deserialize, Serialize};

/// How a check ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    outcome: CheckOutcome,
    severity: Severity,
    diagnosis: Option<String>,
}

impl Row {
    fn of(finding: &Finding) -> Self {
        let diagnosis = finding.diagnosis.as_ref().map(|diagnosis| diagnosis.id.clone());
        Self { outcome: finding.outcome, severity: finding.severity, diagnosis }
    }
}

/// What changed since the previous run of the same check on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangesSinceLastRun {
    /// Findings of checks that ended differently, or that didn't end in the previous run. On the first run: everything
    /// to fix or to know.
    pub findings: Vec<Finding>,
    /// Ids of diagnoses that a check made last time and doesn't make now.
    pub gone: Vec<String>,
}

/// Compares the findings with the previous run of the same check (the same source, with as much input), and stores them
/// for the next.
///
/// # Errors
/// When the folder can't be read or written.
pub fn record_and_compare(
    environment: &Environment,
    support: &SourceCheck,
    found: &SourceCheckResult,
) -> Result<ChangesSinceLastRun, Symptom> {
    let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
    let given = |given: bool, what: &'static str| if given { what } else { "none" };
    let name = FileName::from_parts(&[
        url.as_str(),
        slug.as_str(),
        given(support.token().is_some(), "token"),
        given(support.client_id.is_some(), "id"),
        given(support.secret.is_some(), "secret"),
    ]);
    let mut history = RunHistory::read(environment, "checks", name)?;
    for finding in &found.findings {
        history.add(finding.id.clone(), Row::of(finding));
    }
    let is_new = |finding: &&Finding| match history.last() {
        Some(rows) => rows.get(&finding.id) != Some(&Row::of(finding)),
        None => finding.outcome == CheckOutcome::Found,
    };
    let findings = found.findings.iter().filter(is_new).cloned().collect();
    let gone = history.last().into_iter().flatten().filter(|(id, _)| !history.now().contains_key(*id));
    let gone = gone.filter_map(|(_, row)| row.diagnosis.clone()).collect();
    history.keep(true)?;
    Ok(ChangesSinceLastRun { findings, gone })
}
