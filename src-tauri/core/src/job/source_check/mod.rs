//! The source check: the check of a source that exists already. An address and a slug are enough; an API token and the
//! client credentials show more.
//!
//! - [`entered`](SourceCheck) holds the inputs, [`run`] checks everything that can be known with them at once, [`page`]
//!   shows the result, [`history`] tells what changed since the last time, and [`open_job`] continues with a live test.
//! - Secrets are in this run's memory, unless the person wants the token in the keyring. None returns to the page.
//! - A token is sent only to the server that it was entered for, and only after authentik has answered there without
//!   it.
//! - Nothing is written to the server.

mod history;
mod inputs;
mod inside;
mod job;
mod page;
mod report;
mod result;
mod run;
#[cfg(test)]
mod tests;

pub use history::{ChangesSinceLastRun, record_and_compare};
pub use inputs::{SessionSecret, SourceCheck, TokenInput, callback_error, load_stored_token, pair, token};
pub use inside::compare_with_file;
pub(super) use job::draft_beside;
pub use job::open_job;
pub use page::SourceCheckPage;
pub(super) use page::page;
pub use report::{LARGEST, OpenedReport, open, read, report, save, secrets};
pub(super) use report::{shown, written};
pub use result::{SourceCheckEvent, SourceCheckResult};
pub use run::{find_sources, run};
