//! The check of a source that exists. An address and a slug are enough; an API token and the credentials show more.
//!
//! - [`entered`](SourceCheck) is what was given, [`run`] asks everything that can be known with it at once, [`page`] shows
//!   it, [`history`] tells what changed since the last time, [`open_job`] goes on from it to a live test.
//! - Secrets are in this run's memory, unless a person wants the token in the keyring; none comes back to the page.
//! - A token goes only to the server that it was given for, and only after authentik has answered there without it.
//! - Nothing is written to the server.

mod history;
mod inputs;
mod inside;
mod job;
mod page;
mod report;
mod run;
#[cfg(test)]
mod tests;

pub use history::{ChangesSinceLastRun, changed};
pub use inputs::{SessionSecret, SourceCheck, pair, token, use_kept};
pub use inside::hold_against;
pub(super) use job::draft_beside;
pub use job::open_job;
pub use page::SourceCheckPage;
pub(super) use page::page;
pub use report::{LARGEST, OpenedReport, open, report, save, secrets};
pub(super) use report::{shown, written};
pub use run::{SourceCheckEvent, SourceCheckResult, run};
