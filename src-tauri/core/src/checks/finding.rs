use crate::address::ByteDiff;
use crate::diagnosis::{Diagnosis, Severity, Symptom};
use crate::i18n::Message;
use serde::{Deserialize, Serialize};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The check's stable name.
    pub id: String,
    /// What was found, in one line.
    pub title: Message,
    /// More of it.
    pub detail: Option<Message>,
    /// How the check ended.
    pub outcome: CheckOutcome,
    /// How bad it is; a check that didn't run is a note.
    pub severity: Severity,
    /// What is wrong, why, and what to do; none where nothing is.
    pub diagnosis: Option<Diagnosis>,
    /// The same in the catalogue's terms.
    #[serde(skip)]
    #[cfg_attr(feature = "bindings", ts(skip))]
    pub symptom: Option<Symptom>,
    /// The addresses compared.
    pub bytes: Option<ByteDiff>,
    /// The exchange it was read from.
    pub exchange: Option<u32>,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum CheckOutcome {
    /// As it should be.
    Passed,
    /// Something to know or to mend.
    Found,
    /// It couldn't run; `detail` says why.
    Skipped,
}

impl Finding {
    /// Nobody could be asked, for a reason that lies on this side, such as a CA file that can't be read.
    pub fn of_server(symptom: Symptom) -> Self {
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

    /// `name` is the check's own, whatever it would have found.
    pub(crate) fn skipped(id: &str, name: Message, why: Message) -> Self {
        Self { outcome: CheckOutcome::Skipped, severity: Severity::Note, ..Self::passed(id, name, why) }
    }

    #[must_use]
    pub(super) fn at(self, exchange: Option<u32>) -> Self {
        Self { exchange, ..self }
    }
}
