//! The fleet: a list of many sources, the outside checks over all of it, and a table of the findings.
//!
//! - The checks are those of the module `checks`; none is defined here. What all sources of one server share (the
//!   server check, the release, the login page) is requested once for all of them.
//! - Only the verdict of a row is stored: severity, diagnoses, time. To see the evidence, a person checks that source
//!   again.
//! - A server that can't be reached costs its own time once; its other rows get the same finding.
//! - A server that asks for fewer requests (`Retry-After`) gets fewer.
//! - No line of a list is dropped silently, and no secret is read from one.
//! - Nothing is written to a server, and no token is requested.

mod columns;
mod entry;
mod export;
mod host_limiter;
mod lines;
mod list;
mod run;
mod table;
#[cfg(test)]
mod tests;
mod verdict;

pub use entry::{ListEntry, Site};
pub use export::{ExportRow, FleetFormat, write};
pub use list::{LONGEST, ListRemark, ListRemarkKind, ListedSource, SAID, SourceList, parse};
pub use run::{FleetContext, FleetLimits, RowProgress, RowResult, run};
pub use table::{FleetCounts, FleetFilter, FleetOrder, FleetQuery, FleetRow, FleetRows, FleetTable};
pub use verdict::{CheckMark, RowVerdict};
