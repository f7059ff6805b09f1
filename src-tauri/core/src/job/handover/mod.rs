//! The handover: a job file carries a job between the person with the X account and the person with the authentik
//! server, and is merged back.
//!
//! - The file's content is an allow-list ([`fields`]), built from a job by naming every field of it: a new field
//!   doesn't compile until somebody has decided whether it leaves this machine.
//! - The file contains no secret, no place of one, no path, no certificate, no people, and no result that only this
//!   machine can vouch for. What each side has done is included as a [`Claim`], which doesn't count as proof here; to
//!   be sure, a person runs the check again.
//! - Two copies are merged by how often each has changed a field, never by the time of day: [`merge`].
//! - A file is untrusted until it is read completely: [`read`] refuses a bad one with a reason, in bounded memory.

mod apply;
pub(in crate::job) mod claim;
pub(in crate::job) mod fields;
mod file;
mod merge;
mod open;
mod page;
mod parse;
#[cfg(test)]
mod tests;
mod text;
mod theirs;

pub use super::model::version_vector::{VersionVector, VersionedField};
pub use super::model::{Claim, ClaimedResult};
pub use crate::job::model::job_fields::{HandoverField, JobFields};
pub use apply::{HandoverPick, MergeError, OpenJobFile, UnresolvedConflicts};
pub(super) use file::secrets;
pub use file::{JobFile, export};
pub use merge::Conflict;
pub use open::open;
pub use page::{HandoverConflict, HandoverPage, JobFilePage, open_file, open_text, save, take_file, write};
pub(super) use page::{page, share};
pub use parse::{JobFileError, LARGEST, parse};
pub use text::escape_untrusted;
pub(super) use theirs::claimed_status;

/// The extension of a job file's name, without the dot.
pub const ENDING: &str = "sourcerer";

/// The type of a job file (RFC 6838 §3.2, the vendor's tree).
pub const MEDIA_TYPE: &str = "application/vnd.sourcerer.job+json";
