//! What a check found last time on this machine, so that another can tell what changed. It keeps ids and severities:
//! no secret, no address of a page, nobody's name.

use super::{Found, Support};
use crate::checks::{Finding, Outcome};
use crate::diagnosis::{Diagnosed, Severity, Symptom};
use crate::draft::{Folder, Name, Versioned};
use crate::job::Desk;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How each check ended, by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Last {
    rows: BTreeMap<String, Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    outcome: Outcome,
    severity: Severity,
    diagnosis: Option<String>,
}

impl Versioned for Last {
    const VERSION: u32 = 1;
}

impl Row {
    fn of(finding: &Finding) -> Self {
        let diagnosis = finding.diagnosis.as_ref().map(|diagnosis| diagnosis.id.clone());
        Self { outcome: finding.outcome, severity: finding.severity, diagnosis }
    }
}

/// What changed since the last run of the same check on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
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
pub fn changed(desk: &Desk, support: &Support, found: &Found) -> Result<Changed, Symptom> {
    let failed = |error: crate::draft::Error| error.symptom();
    let (url, slug) = support.url().zip(support.slug()).ok_or(Symptom::NoJobOpen)?;
    let given = |given: bool, what: &'static str| if given { what } else { "none" };
    let name = Name::of(&[
        url.as_str(),
        slug.as_str(),
        given(support.token().is_some(), "token"),
        given(support.client_id.is_some(), "id"),
        given(support.secret.is_some(), "secret"),
    ]);
    let folder: Folder<Last> = Folder::at(desk.folder.join("checks"));
    let rows: BTreeMap<_, _> = found.findings.iter().map(|one| (one.id.clone(), Row::of(one))).collect();
    let last = folder.read(&name).map_err(failed)?;
    let is_new = |finding: &&Finding| match &last {
        Some(last) => last.rows.get(&finding.id) != Some(&Row::of(finding)),
        None => finding.outcome == Outcome::Found,
    };
    let findings = found.findings.iter().filter(is_new).cloned().collect();
    let gone = last.iter().flat_map(|last| &last.rows).filter(|(id, _)| !rows.contains_key(*id));
    let gone = gone.filter_map(|(_, row)| row.diagnosis.clone()).collect();
    if last.as_ref().is_none_or(|last| last.rows != rows) {
        folder.write(&name, &Last { rows }).map_err(failed)?;
    }
    Ok(Changed { findings, gone })
}
