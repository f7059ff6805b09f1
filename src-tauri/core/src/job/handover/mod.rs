//! The job file: a job handed over between the person with the X account and the person with the authentik server, and
//! merged back.
//!
//! - What stands in it is an allow-list ([`fields`]), taken out of a job by naming every field of it: a new one doesn't
//!   compile before somebody has decided whether it leaves this machine.
//! - No secret, no place of one, no path, no certificate, no people, no result that only this machine can vouch for. What
//!   each side has done is told as a [`Claim`], which counts for nothing here: whoever wants to know asks again.
//! - Two copies are merged by how often each had changed a field, never by the time of day: [`merge`].
//! - A file is somebody else's until it is read whole: [`read`] refuses it with a reason, in bounded memory.

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

/// The ending of a job file's name, without the dot.
pub const ENDING: &str = "sourcerer";

/// The type of a job file (RFC 6838 §3.2, the vendor's tree).
pub const MEDIA_TYPE: &str = "application/vnd.sourcerer.job+json";

/// Who does which part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// One person does all of it.
    #[default]
    Both,
    /// The holder of the X account.
    X,
    /// The owner of the authentik server.
    Server,
}

impl Side {
    /// Whose stage this is, where two people share the job.
    pub fn of(stage: Stage) -> Self {
        match stage {
            Stage::XApp | Stage::Credentials | Stage::SignIn => Self::X,
            Stage::Server | Stage::Names | Stage::Push | Stage::Verify => Self::Server,
        }
    }

    /// Whether this person does this stage.
    pub fn does(self, stage: Stage) -> bool {
        self == Self::Both || self == Self::of(stage)
    }

    /// Whoever does the rest.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Both => Self::Both,
            Self::X => Self::Server,
            Self::Server => Self::X,
        }
    }

    /// All stages, this person's own first, each part in the job's order.
    pub fn stages(self) -> Vec<Stage> {
        let (own, others): (Vec<_>, Vec<_>) = Stage::ALL.into_iter().partition(|stage| self.does(*stage));
        own.into_iter().chain(others).collect()
    }
}

/// What a job knows of its copies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Handover {
    /// What this person does.
    pub side: Side,
    /// Names the job in all its copies; empty while there is one.
    pub job: String,
    /// Names this copy; empty while there is one.
    pub hand: String,
    /// How often this copy was handed over.
    pub times: u32,
    /// The fields as they were handed over or merged last.
    pub fields: Box<JobFields>,
    /// What was done in the other copies, by the copy.
    pub did: BTreeMap<String, ClaimedResult>,
}
