//! A table written down, as CSV for a spreadsheet or as JSON for a program.

use super::entry::ListEntry;
use super::verdict::RowVerdict;
use crate::credentials::ClientId;
use crate::diagnosis::Severity;
use crate::i18n::visible;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// The file format of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FleetFormat {
    /// Values between commas (RFC 4180), which [`super::read`] reads again.
    Csv,
    /// One array of objects.
    Json,
}

impl FleetFormat {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// A row as programs read it: names and order are documented and stay.
#[derive(Debug, Serialize)]
pub struct ExportRow<'r> {
    line: u32,
    server: &'r str,
    slug: &'r str,
    client_id: Option<&'r str>,
    verdict: Option<Severity>,
    diagnoses: &'r [&'static str],
    release: Option<&'r str>,
    milliseconds: Option<u32>,
}

impl<'r> ExportRow<'r> {
    /// The record of this row.
    pub fn new(entry: &'r ListEntry, verdict: Option<&'r RowVerdict>) -> Self {
        Self {
            line: entry.line,
            server: entry.site.server.as_str(),
            slug: entry.slug.as_str(),
            client_id: entry.client_id.as_ref().map(ClientId::as_str),
            verdict: verdict.map(|verdict| verdict.severity),
            diagnoses: verdict.map(|verdict| &*verdict.diagnoses).unwrap_or_default(),
            release: verdict.and_then(|verdict| verdict.release.as_deref()),
            milliseconds: verdict.map(|verdict| verdict.millis),
        }
    }
}

/// Writes these rows.
///
/// # Errors
/// When it can't be written.
pub fn write<'r>(
    out: impl Write,
    format: FleetFormat,
    rows: impl Iterator<Item = (&'r ListEntry, Option<&'r RowVerdict>)>,
) -> io::Result<()> {
    let rows = rows.map(|(entry, verdict)| ExportRow::new(entry, verdict));
    match format {
        FleetFormat::Csv => csv(out, rows),
        FleetFormat::Json => json(out, rows),
    }
}

fn json<'r>(mut out: impl Write, rows: impl Iterator<Item = ExportRow<'r>>) -> io::Result<()> {
    // One row a line: a difference of two runs shows rows.
    let mut before = "[\n  ";
    for row in rows {
        out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut out, &row)?;
        before = ",\n  ";
    }
    let end = if before.starts_with('[') { "[]\n" } else { "\n]\n" };
    out.write_all(end.as_bytes())?;
    out.flush()
}

fn csv<'r>(out: impl Write, rows: impl Iterator<Item = ExportRow<'r>>) -> io::Result<()> {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    out.write_record(["line", "server", "slug", "client_id", "verdict", "diagnoses", "release", "milliseconds"])?;
    let number = |number: u32| number.to_string();
    for row in rows {
        let verdict = row.verdict.map(|severity| match severity {
            Severity::Fine => "fine",
            Severity::Note => "note",
            Severity::Risk => "risk",
            Severity::Breaks => "breaks",
        });
        let values = [
            number(row.line),
            row.server.to_owned(),
            row.slug.to_owned(),
            row.client_id.unwrap_or_default().to_owned(),
            verdict.unwrap_or_default().to_owned(),
            row.diagnoses.join(" "),
            row.release.unwrap_or_default().to_owned(),
            row.milliseconds.map(number).unwrap_or_default(),
        ];
        out.write_record(values.iter().map(|value| guarded(value)))?;
    }
    out.flush()
}

/// A spreadsheet takes a value for a formula that begins with one of these: an apostrophe before it makes it text. Nothing
/// in it hides, and so no value goes on in another line.
fn guarded(value: &str) -> String {
    let value = &*visible::line(value);
    if value.starts_with(['=', '+', '-', '@']) { format!("'{value}") } else { value.to_owned() }
}
