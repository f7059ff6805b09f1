//! What a check found last time on this machine, so that another can tell what changed. It keeps ids and severities:
//! no secret, no address of a page, nobody's name.

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

/// What changed since the last run of the same check on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangesSinceLastRun {
    /// Checks that ended otherwise now, or that didn't end before. At the first run: what is to be mended or known.
    pub findings: Vec<Finding>,
    /// Ids of diagnoses that a check made and that are gone together with it.
    pub gone: Vec<String>,
}

/// Holds what was found against the last run of the same check (this source, with as much given), and keeps it for the
/// next.
///
/// # Errors
/// When the folder can't be read or written.
pub fn changed(
    environment: &Environment,
    support: &SourceCheck,
    found: &SourceCheckResult,
) -> Result<ChangesSinceLastRun, Symptom> {
    let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
    let given = |given: bool, what: &'static str| if given { what } else { "none" };
    let name = FileName::of(&[
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
