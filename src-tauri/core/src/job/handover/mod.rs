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
mod claim;
mod fields;
mod file;
mod merge;
mod open;
mod page;
mod parse;
#[cfg(test)]
mod tests;
mod version_vector;

pub use apply::{HandoverPick, MergeError, OpenJobFile, UnresolvedConflicts};
pub use claim::{Claim, ClaimedResult};
pub use fields::{HandoverField, JobFields};
pub(super) use file::secrets;
pub use file::{JobFile, export};
pub use merge::Conflict;
pub use open::open;
pub use page::{HandoverConflict, HandoverPage, JobFilePage, hand, save, take, write};
pub(super) use page::{page, share, told};
pub use parse::{JobFileError, LARGEST, read, shown};
pub use version_vector::{VersionVector, VersionedField};

use crate::stage::Stage;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The extension of a job file's name, without the dot.
pub const ENDING: &str = "sourcerer";

/// The type of a job file (RFC 6838 §3.2, the vendor's tree).
pub const MEDIA_TYPE: &str = "application/vnd.sourcerer.job+json";

/// Which part of the job a person does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// All of it.
    #[default]
    Both,
    /// The part of the person with the X account.
    X,
    /// The part of the person with the authentik server.
    Server,
}

impl Side {
    /// The part that this stage belongs to when two people share the job.
    pub fn of(stage: Stage) -> Self {
        match stage {
            Stage::XApp | Stage::Credentials | Stage::SignIn => Self::X,
            Stage::Server | Stage::Names | Stage::Push | Stage::Verify => Self::Server,
        }
    }

    /// Whether this part includes this stage.
    pub fn does(self, stage: Stage) -> bool {
        self == Self::Both || self == Self::of(stage)
    }

    /// The other person's part.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Both => Self::Both,
            Self::X => Self::Server,
            Self::Server => Self::X,
        }
    }

    /// All stages in the order to show them: this person's own first, then the others, each in the job's order.
    pub fn stages(self) -> Vec<Stage> {
        let (own, others): (Vec<_>, Vec<_>) = Stage::ALL.into_iter().partition(|stage| self.does(*stage));
        own.into_iter().chain(others).collect()
    }
}

/// What a job knows of its copies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Handover {
    /// The part that this person does.
    pub side: Side,
    /// The id that the job has in all its copies; empty while there is only one.
    pub job: String,
    /// The id of this copy; empty while there is only one.
    pub hand: String,
    /// How often this copy was handed over.
    pub times: u32,
    /// The fields as of the newest handover or merge.
    pub fields: Box<JobFields>,
    /// What was done in the other copies, by the id of the copy.
    pub did: BTreeMap<String, ClaimedResult>,
}
