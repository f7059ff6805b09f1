use crate::address::ByteDiff;
use crate::diagnosis::{Diagnosis, Severity, Symptom};
use crate::i18n::Message;
use serde::{Deserialize, Serialize};

/// The result of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The stable id of the check.
    pub id: String,
    /// The result in one line.
    pub title: Message,
    /// More about the result.
    pub detail: Option<Message>,
    /// How the check ended.
    pub outcome: CheckOutcome,
    /// How severe the result is. A check that didn't run is a note.
    pub severity: Severity,
    /// What is wrong, what may have caused it, and how to fix it; `None` if nothing is wrong.
    pub diagnosis: Option<Diagnosis>,
    /// What is wrong, in the terms of the catalogue of diagnoses.
    #[serde(skip)]
    #[cfg_attr(feature = "bindings", ts(skip))]
    pub symptom: Option<Symptom>,
    /// The two addresses that were compared.
    pub bytes: Option<ByteDiff>,
    /// The request in the log that the result was read from.
    pub exchange: Option<u32>,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CheckOutcome {
    /// Everything is as it should be.
    Passed,
    /// There is something to know or to fix.
    Found,
    /// The check couldn't run; `detail` says why.
    Skipped,
}

impl Finding {
    /// The finding for a server that couldn't be asked for a reason on this side, such as a CA file that can't be read.
    pub fn for_server(symptom: Symptom) -> Self {
        Self::found("server", symptom)
    }

    pub(crate) fn passed(id: &str, title: Message, detail: Message) -> Self {
        Self {
            id: id.to_owned(),
            title,
            detail: Some(detail),
            outcome: CheckOutcome::Passed,
            severity: Severity::Fine,
            diagnosis: None,
            symptom: None,
            bytes: None,
            exchange: None,
        }
    }

    pub(crate) fn found(id: &str, symptom: Symptom) -> Self {
        let diagnosis = Diagnosis::from(&symptom);
        Self {
            outcome: CheckOutcome::Found,
            severity: diagnosis.severity,
            detail: None,
            diagnosis: Some(diagnosis.clone()),
            symptom: Some(symptom),
            ..Self::passed(id, diagnosis.title.clone(), diagnosis.why.clone())
        }
    }

    /// A check that couldn't run. `name` is the check's own name, whatever it might have found.
    pub(crate) fn skipped(id: &str, name: Message, why: Message) -> Self {
        Self { outcome: CheckOutcome::Skipped, severity: Severity::Note, ..Self::passed(id, name, why) }
    }

    #[must_use]
    pub(super) fn at(self, exchange: Option<u32>) -> Self {
        Self { exchange, ..self }
    }
}
