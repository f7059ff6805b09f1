//! A report as JSON: its content, and a hash of exactly that content.

use super::document::{Error, Report};
use crate::i18n::KEYS;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The format that is written. A later one that means something else has the next number.
pub const FORMAT: u32 = 2;

#[derive(Serialize)]
struct WrittenReport<'r> {
    sourcerer_report: u32,
    sha256: String,
    report: &'r Report,
}

#[derive(Deserialize)]
struct ReportHeader {
    sourcerer_report: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportDocument {
    #[serde(rename = "sourcerer_report")]
    _format: u32,
    sha256: String,
    report: Value,
}

pub(super) fn write(report: &Report) -> Result<String, Error> {
    let value = serde_json::to_value(report).map_err(|_| Error::Damaged)?;
    let written = WrittenReport { sourcerer_report: FORMAT, sha256: hash(&value), report };
    let text = serde_json::to_string_pretty(&written).map_err(|_| Error::Damaged)?;
    Ok(text + "\n")
}

/// Reads a report that was written as JSON. The hash detects accidental damage; it doesn't prove who wrote the report.
///
/// # Errors
/// [`Error::Foreign`], [`Error::Newer`] or [`Error::Damaged`], depending on what is wrong.
pub fn parse(text: &str) -> Result<Report, Error> {
    let Ok(ReportHeader { sourcerer_report: format }) = serde_json::from_str(text) else {
        // A truncated report isn't valid JSON any more, but it still begins like a report.
        let begins = text.trim_start().trim_start_matches('{').trim_start().starts_with("\"sourcerer_report\"");
        return Err(if begins { Error::Damaged } else { Error::Foreign });
    };
    match format {
        // The first format had no context, and is read as a report with an empty one.
        1 | FORMAT => {}
        0 => return Err(Error::Foreign),
        format => return Err(Error::Newer { format }),
    }
    if !is_bounded(text) {
        return Err(Error::TooLarge);
    }
    let whole: ReportDocument = serde_json::from_str(text).map_err(|_| Error::Damaged)?;
    if whole.sha256 != hash(&whole.report) {
        return Err(Error::Damaged);
    }
    if !messages_are_whole(&whole.report) {
        return Err(Error::Foreign);
    }
    serde_json::from_value(whole.report).map_err(|_| Error::Foreign)
}

/// The most entries of a list of a report. A run makes some dozens of findings, and keeps 500 exchanges.
const MOST: usize = 1000;

/// How many entries the lists of a report have, counted without keeping one.
#[derive(Default, Deserialize)]
#[serde(default)]
struct ReportLengths {
    findings: Vec<IgnoredAny>,
    legs: Vec<IgnoredAny>,
    unseen: Vec<IgnoredAny>,
    exchanges: Vec<IgnoredAny>,
}

/// Whether its lists have lengths that a run can bring about. What isn't a report passes, and is told as such later.
fn is_bounded(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Outer {
        report: ReportLengths,
    }
    serde_json::from_str::<Outer>(text).map_or(true, |Outer { report }| {
        [report.findings, report.legs, report.unseen, report.exchanges].iter().all(|list| list.len() <= MOST)
    })
}

/// Whether each message in it has every argument that it shows. A key of another version stays: it is shown as it is.
fn messages_are_whole(value: &Value) -> bool {
    match value {
        Value::Object(fields) => {
            let args = fields.get("args").and_then(Value::as_object);
            let is_message = fields.len() == 1 + usize::from(args.is_some());
            let id = fields.get("id").and_then(Value::as_str).filter(|_| is_message);
            let names = id.and_then(|id| KEYS.iter().find(|(key, _)| *key == id)).map(|(_, names)| *names);
            let has = |name: &&str| args.is_some_and(|args| args.contains_key(*name));
            names.unwrap_or_default().iter().all(has) && fields.values().all(messages_are_whole)
        }
        Value::Array(all) => all.iter().all(messages_are_whole),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

/// Of the value in its shortest form with its keys in order, so that spaces and line breaks don't count.
pub(super) fn hash(value: &Value) -> String {
    Sha256::digest(value.to_string()).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}
