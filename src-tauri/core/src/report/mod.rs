//! The report: the findings as a document, to attach to a ticket, to give to the person who fixes the problem, or to
//! read again later.
//!
//! - A [`Report`] is plain data: its sentences are messages, so each reader can have them in their own language.
//! - [`Report::write`] produces Markdown, HTML or JSON. It first searches the bytes for every secret of the run, and
//!   returns nothing if it finds one.
//! - [`ReportContext`] is what is known in addition to the check: releases, the live test, the plan, and what was
//!   pushed from this machine.
//! - [`read`] parses a JSON report, and distinguishes a damaged one from a file of another kind.
//! - [`Report::pseudonymous`] replaces the names of hosts and people, each consistently by the same other name.

mod context;
mod document;
mod html;
mod json;
mod markdown;
mod names;
mod secrets;
#[cfg(test)]
mod tests;

pub use context::{ReportContext, TestSummary};
pub use document::{Error, Report, ReportFormat};
pub use json::{FORMAT, parse};
pub use secrets::Secrets;

use crate::i18n::{Localizer, visible};

impl Report {
    /// The report in this format.
    ///
    /// # Errors
    /// [`Error::HoldsSecret`] if it contains one of the secrets, in any encoding that programs use.
    pub fn write(&self, format: ReportFormat, book: &Localizer, secrets: &Secrets) -> Result<String, Error> {
        let text = match format {
            // Whatever a part of the document forgot: nothing that hides is left in it.
            ReportFormat::Html => visible::lines(&html::write(self, book)).into_owned(),
            ReportFormat::Markdown => visible::lines(&markdown::write(self, book)).into_owned(),
            ReportFormat::Json => json::write(self)?,
        };
        if secrets.occur_in(&text) { Err(Error::HoldsSecret) } else { Ok(text) }
    }

    /// The same with other names for hosts and people. X's own hosts keep theirs.
    ///
    /// # Errors
    /// [`Error::Foreign`] where the renamed report can't be read as one; no name is known to bring that about.
    pub fn pseudonymous(&self) -> Result<Self, Error> {
        names::renamed(self)
    }
}
