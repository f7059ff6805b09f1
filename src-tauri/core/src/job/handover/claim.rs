use super::Side;
use crate::job::stages::{self, StageState};
use crate::job::{Job, names};
use crate::stage::Stage;
use serde::{Deserialize, Serialize};

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

/// What a stage would be done for, with what is entered now.
pub(super) fn of(job: &Job, stage: Stage) -> Vec<String> {
    let callback = names::urls(job).map(|urls| urls.callback);
    let id = job.credentials.client_id.clone();
    match stage {
        Stage::Server | Stage::Names | Stage::XApp => callback.into_iter().collect(),
        Stage::Credentials | Stage::SignIn => id.into_iter().collect(),
        Stage::Push | Stage::Verify => callback.into_iter().chain(id).collect(),
    }
}

fn at(job: &Job, stage: Stage) -> Option<String> {
    match stage {
        Stage::Server => job.server.fresh().map(|checked| checked.at.clone()),
        Stage::Names | Stage::XApp => None,
        Stage::Credentials => job.credentials.fresh().map(|checked| checked.probe.at.clone()),
        Stage::SignIn => job.signin.fresh(job).map(|tested| tested.outcome.at.clone()),
        Stage::Push => job.push.done.as_ref().map(|done| done.at.clone()),
        Stage::Verify => job.verify.fresh(job).map(|checked| checked.at.clone()),
    }
}

/// The claims of this copy.
pub(super) fn claims(job: &Job) -> Vec<Claim> {
    let done = |stage: &Stage| stages::state(job, *stage) == StageState::Done;
    Stage::ALL.into_iter().filter(done).map(|stage| Claim { stage, at: at(job, stage), of: of(job, stage) }).collect()
}

impl Claim {
    /// Whether the claim is about what is entered now.
    pub fn holds(&self, job: &Job) -> bool {
        self.of == of(job, self.stage)
    }
}
