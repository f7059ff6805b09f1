//! The content of a report, which every format writes.

use crate::authentik::ServerLegResult;
use crate::checks::{CheckOutcome, Finding, Unseen};
use crate::diagnosis::{Diagnosed, Severity, Symptom};
use crate::i18n::{Message, msg};
use crate::net::Exchange;
use crate::report::ReportContext;
use serde::{Deserialize, Serialize};

/// A check, with all that it was read from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Report {
    /// The version of this program.
    pub program: String,
    /// When it was checked (RFC 3339, UTC).
    pub at: String,
    /// The server's host.
    pub host: String,
    /// The server's address.
    pub address: String,
    /// The source's slug.
    pub slug: String,
    /// Whether an API token was given.
    pub token: bool,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// How many requests went out.
    pub requests: u32,
    /// The way to the server.
    pub legs: Vec<ServerLegResult>,
    /// What each check found, worst first.
    pub findings: Vec<Finding>,
    /// What wasn't seen, and what would show it.
    pub unseen: Vec<Unseen>,
    /// Each exchange, redacted.
    pub exchanges: Vec<Exchange>,
    /// The context of the check; reports of older versions have none.
    #[serde(default)]
    pub beside: ReportContext,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ReportFormat {
    /// One file without scripts, for people and printers.
    Html,
    /// For a ticket: without the exchanges.
    Markdown,
    /// For programs, and for reading it again.
    Json,
}

/// Why a report can't be written or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The report contains a secret of this run.
    #[error("a secret stands in the report; nothing is written")]
    HoldsSecret,
    /// It isn't a report.
    #[error("this is no report of this program")]
    Foreign,
    /// It was written by a newer version.
    #[error("the report is of format {format}, which is newer than this program")]
    Newer {
        /// Its format.
        format: u32,
    },
    /// One of its lists is longer than a run can make it.
    #[error("a list of the report is too long")]
    TooLarge,
    /// It was changed since it was written.
    #[error("the report was changed or cut off since it was written")]
    Damaged,
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        let refused = |reason: &str| Symptom::ReportRefused { reason: reason.to_owned() };
        match self {
            Self::HoldsSecret => Symptom::ReportSecret,
            Self::Foreign => refused("foreign"),
            Self::Newer { .. } => refused("newer"),
            Self::TooLarge => refused("too-large"),
            Self::Damaged => refused("damaged"),
        }
    }
}

impl ReportFormat {
    /// The ending of such a file's name, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

impl Report {
    pub(in crate::report) fn says(&self) -> Message {
        let (address, at) = (self.address.as_str(), self.at.as_str());
        if self.token { msg::report_says_token(address, at) } else { msg::report_says(address, at) }
    }

    pub(in crate::report) fn foot(&self) -> Message {
        let release = self.beside.release.as_deref().unwrap_or("none");
        msg::report_foot(&self.program, release, self.requests)
    }
}

/// A finding's verdict in a word.
pub(in crate::report) fn verdict(finding: &Finding) -> Message {
    match (finding.outcome, finding.severity) {
        (CheckOutcome::Skipped, _) => msg::report_skipped(),
        (CheckOutcome::Passed, _) | (CheckOutcome::Found, Severity::Fine) => msg::report_fine(),
        (CheckOutcome::Found, Severity::Note) => msg::report_note(),
        (CheckOutcome::Found, Severity::Risk) => msg::report_risk(),
        (CheckOutcome::Found, Severity::Breaks) => msg::report_breaks(),
    }
}
