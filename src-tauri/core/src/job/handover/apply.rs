use super::file::{random, settle};
use super::merge::{merge, merge_did};
use super::{Conflict, HandoverField, JobFields, JobFile, JobFileError, fields, theirs};
use crate::diagnosis::Symptom;
use crate::job::model::{CREDENTIALS, Handover, Side};
use crate::job::status::StageState;
use crate::job::{Environment, Job, stages};
use crate::stage::Stage;
use std::collections::BTreeMap;

/// Which of two values is taken in a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum HandoverPick {
    /// The value of the job on this machine.
    Ours,
    /// The value of the file.
    Theirs,
}

/// A job file that was opened and not taken yet.
#[derive(Clone, Debug)]
pub struct OpenJobFile {
    /// What it holds.
    pub file: JobFile,
    /// The job that it is merged into, as it was when the file was opened; none if it becomes a new job.
    pub into: Option<Job>,
    /// The part of the job that the person who opened it does.
    pub side: Side,
    /// The decisions about fields that both copies have changed.
    picks: BTreeMap<HandoverField, bool>,
    /// The new address that the person agreed to.
    address: Option<String>,
    /// The new job that the file becomes if it isn't merged into one.
    anew: Job,
}

/// The result of comparing a file with the job that it would be merged into.
pub(super) struct MergePreview {
    /// The fields that both copies have changed, decided or not.
    pub(super) conflicts: Vec<Conflict>,
    /// The address that the job would have after the merge, if it differs from the present one.
    pub(super) moves: Option<String>,
    merged: JobFields,
    job: Job,
}

/// What has to be decided before a file can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnresolvedConflicts {
    /// The fields that both copies have changed, without a decision.
    pub conflicts: Vec<Conflict>,
    /// The address that the job would have after the merge, if it differs from the present one.
    pub address: Option<String>,
}

impl OpenJobFile {
    /// Finds the job that a file belongs to: the copy of the same job among the saved jobs, otherwise the job of the
    /// same server and slug. If there is none, the file becomes a new job.
    ///
    /// # Errors
    /// [`JobFileError::Practice`]; or no random numbers.
    pub fn new(environment: &Environment, file: JobFile, at_hand: &[Job]) -> Result<Self, JobFileError> {
        if file.practice != environment.is_practice() {
            return Err(JobFileError::Practice);
        }
        let about = |job: &&Job| {
            let same = fields::address(&job.server.address).as_ref() == Some(&file.fields.address.value);
            same && !file.fields.address.value.is_empty() && job.names.typed.slug == file.fields.slug.value
        };
        let copy = at_hand.iter().find(|job| job.handover.job == file.job);
        let into = copy.or_else(|| at_hand.iter().find(about)).cloned();
        let side = match into.as_ref().map(|job| job.handover.side) {
            Some(side @ (Side::X | Side::Server)) => side,
            Some(Side::Both) | None => file.side().opposite(),
        };
        let mut anew = Job::new(environment);
        let hand = random().map_err(|_| JobFileError::NoRandom)?;
        // Two jobs may be started in the same second, and neither may take the other's file.
        anew.id = format!("{}-{}", anew.id, hand.get(..8).unwrap_or_default());
        anew.handover = Handover { hand, job: file.job.clone(), ..Handover::default() };
        Ok(Self { file, into, side, picks: BTreeMap::new(), address: None, anew })
    }

    /// Decides a field that both copies have changed.
    pub fn pick(&mut self, field: HandoverField, pick: HandoverPick) {
        self.picks.insert(field, pick == HandoverPick::Theirs);
    }

    pub(super) fn picked(&self, field: HandoverField) -> Option<HandoverPick> {
        self.picks.get(&field).map(|theirs| if *theirs { HandoverPick::Theirs } else { HandoverPick::Ours })
    }

    pub(super) fn has_agreed(&self, address: Option<&str>) -> bool {
        self.address.as_deref() == address
    }

    /// Withdraws the agreement to the new address.
    pub fn disagree_to_address(&mut self) {
        self.address = None;
    }

    /// Compares the file with the job, with the decisions made so far.
    pub(super) fn weighed(&self) -> Result<MergePreview, Symptom> {
        let job = self.settled()?;
        let before = &job.handover.fields;
        let (merged, conflicts) = merge(before, &self.file.fields, &self.picks, &job.handover.hand);
        let is_about_one = self.into.is_some() && !before.address.value.is_empty();
        let moves =
            Some(merged.address.value.clone()).filter(|address| is_about_one && *address != before.address.value);
        Ok(MergePreview { conflicts, moves, merged, job })
    }

    /// The job that the file is merged into, with its changes counted; a new job if there is none.
    fn settled(&self) -> Result<Job, Symptom> {
        let Some(mut job) = self.into.clone() else { return Ok(self.anew.clone()) };
        settle(&mut job)?;
        // The first copy that was handed over names the job in all of them.
        if self.file.job < job.handover.job {
            job.handover.job.clone_from(&self.file.job);
        }
        Ok(job)
    }

    /// Agrees that the job has this address after the merge.
    pub fn agree_to_address(&mut self, address: &str) {
        self.address = Some(address.to_owned());
    }

    /// The job with the file merged into it. No server is contacted and no secret is sent: an address from a file has
    /// no secret until the person on this machine enters one for that address.
    ///
    /// # Errors
    /// What has to be decided first.
    pub fn merged(&self) -> Result<Job, MergeError> {
        let MergePreview { mut conflicts, moves, merged, mut job } = self.weighed()?;
        conflicts.retain(|conflict| !self.picks.contains_key(&conflict.field));
        let address = moves.filter(|address| self.address.as_ref() != Some(address));
        if !conflicts.is_empty() || address.is_some() {
            return Err(MergeError::Unsettled(UnresolvedConflicts { conflicts, address }));
        }
        let before = job.handover.fields.clone();
        if self.into.is_some() {
            fields::put(&before, &merged, &mut job);
        } else {
            // A new job holds nothing, or what a practice server suggests, and the file's values replace all of it.
            let mut anew = JobFields::default();
            anew.settle(fields::now(&job), "");
            fields::put(&anew, &merged, &mut job);
        }
        let handover = &mut job.handover;
        *handover.fields = merged;
        handover.side = self.side;
        handover.did = merge_did(&handover.did, &self.file.did);
        // This copy's own record is the newest one and isn't stored twice.
        handover.did.remove(&handover.hand);
        let side = handover.side;
        let own = side.stages().into_iter().filter(|stage| side.includes(*stage));
        let open = own.filter(|stage| stages::state(&job, *stage) != StageState::Done).collect::<Vec<_>>();
        let first = open.iter().find(|stage| stages::state(&job, **stage) != StageState::CannotStart);
        if theirs::lacks_secret(&job) {
            job.page = Stage::XApp;
            job.xapp.open = Some(CREDENTIALS.to_owned());
        } else if let Some(stage) = first.or(open.first()) {
            job.page = *stage;
        }
        Ok(job)
    }
}

/// Why a file can't be taken yet.
#[derive(Clone, Debug, PartialEq)]
pub enum MergeError {
    /// Something has to be decided.
    Unsettled(UnresolvedConflicts),
    /// The merge can't be done.
    Failed(Symptom),
}

impl From<Symptom> for MergeError {
    fn from(symptom: Symptom) -> Self {
        Self::Failed(symptom)
    }
}
