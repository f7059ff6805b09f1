//! Many sources at once: a list of them, the outside checks over all of it, and a table of what was found.
//!
//! - The checks are those of the room `checks`; none is made here. What all sources of one server share (the way there,
//!   its release, its login page) is asked once for all of them.
//! - Of a row only its verdict is kept: severity, diagnoses, time. Whoever wants the evidence checks that source again.
//! - A server that can't be reached costs its own time once; its other rows are answered from that finding.
//! - A server that wants fewer requests gets them when it says so (`Retry-After`).
//! - No line of a list is dropped in silence, and no secret is read from one.
//! - Nothing is written to a server, and no token is asked for.

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
pub use list::{LONGEST, ListRemark, ListRemarkKind, ListedSource, SourceList, read};
pub use run::{FleetContext, FleetLimits, RowResult, run};
pub use table::{FleetCounts, FleetFilter, FleetOrder, FleetQuery, FleetRow, FleetRows, FleetTable};
pub use verdict::{CheckMark, RowVerdict};
