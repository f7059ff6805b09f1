//! The part of a plan that one group of changes contributes.

use super::refusal::PlanRefusal;
use crate::i18n::Message;
use crate::plan::change::Change;
use crate::plan::step::PlannedWrite;

/// The part of a plan that one group of changes contributes.
#[derive(Debug, Default)]
pub(in crate::plan) struct ChangeGroupSummary {
    /// Each change, with the objects that need no change.
    pub(in crate::plan) changes: Vec<Change>,
    /// The writes, in order.
    pub(in crate::plan) steps: Vec<PlannedWrite>,
    /// Notes that the admin should read before the push.
    pub(in crate::plan) notes: Vec<Message>,
    /// Why the whole plan can't be pushed as it is.
    pub(in crate::plan) refusal: Option<PlanRefusal>,
}

impl ChangeGroupSummary {
    /// Appends the part that is written next.
    pub(in crate::plan) fn join(&mut self, other: Self) {
        self.changes.extend(other.changes);
        self.steps.extend(other.steps);
        self.notes.extend(other.notes);
        self.refusal = self.refusal.take().or(other.refusal);
    }
}
