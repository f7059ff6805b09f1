//! What a job stores of its copies on other machines.

use super::job_fields::JobFields;
use crate::stage::Stage;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    pub fn for_stage(stage: Stage) -> Self {
        match stage {
            Stage::XApp | Stage::SignIn => Self::X,
            Stage::Server | Stage::Names | Stage::Push | Stage::Verify => Self::Server,
        }
    }

    /// Whether this part includes this stage.
    pub fn includes(self, stage: Stage) -> bool {
        self == Self::Both || self == Self::for_stage(stage)
    }

    /// The other person's part.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Both => Self::Both,
            Self::X => Self::Server,
            Self::Server => Self::X,
        }
    }

    /// All stages in the order to show them: this person's own first, then the others, each in the job's order.
    pub fn stages(self) -> Vec<Stage> {
        let (own, others): (Vec<_>, Vec<_>) = Stage::ALL.into_iter().partition(|stage| self.includes(*stage));
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

/// What one copy of a job claims was done there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimedResult {
    /// The part of the job that the person with that copy does.
    pub side: Side,
    /// How often that copy was handed over: the record with the highest number is the newest.
    pub times: u32,
    /// The stages that were done there.
    pub claims: Vec<Claim>,
}

/// The claim that a stage was done. It comes from another machine, so it is shown and never counts as proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Claim {
    /// The stage that was done.
    pub stage: Stage,
    /// When the proof was found (RFC 3339, UTC); none if the person only says so.
    pub at: Option<String>,
    /// What the stage was done for: the callback, and from the Client ID's stage on the Client ID too. For other values
    /// the claim says nothing.
    pub of: Vec<String>,
}
