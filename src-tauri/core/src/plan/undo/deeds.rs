//! Collects the writes of a push by object, for an undo.

use super::super::fields::{self, Fields};
use super::super::journal::{Journal, JournaledPush, RecordedOperation};
use crate::authentik::ApiObject;

/// The writes of a push, with the newest first, which is the order in which they are undone. Several writes to one
/// object are merged into one.
pub(super) fn deeds(push: &JournaledPush) -> Vec<RecordedOperation> {
    let mut deeds: Vec<RecordedOperation> = Vec::new();
    for write in &push.writes {
        if !deeds.iter_mut().any(|deed| joins(deed, &write.what)) {
            deeds.push(write.what.clone());
        }
    }
    deeds.reverse();
    deeds
}

/// Merges a write into an earlier one of the same object, and returns whether it did.
fn joins(deed: &mut RecordedOperation, wrote: &RecordedOperation) -> bool {
    match (deed, wrote) {
        // An object that was created is deleted as a whole, no matter how often it was changed afterward.
        (
            RecordedOperation::Created { kind, pk: Some(pk), .. },
            RecordedOperation::Changed { kind: changed, pk: of, .. },
        ) => kind == changed && pk == of,
        (
            RecordedOperation::Changed { kind, pk, before, after, secret, .. },
            RecordedOperation::Changed { kind: changed, pk: of, before: then, after: last, secret: also, .. },
        ) if kind == changed && pk == of => {
            for (name, value) in then {
                before.entry(name.clone()).or_insert_with(|| value.clone());
            }
            after.extend(last.clone());
            *secret |= also;
            true
        }
        (RecordedOperation::Shown { stage, source }, RecordedOperation::Shown { stage: at, source: of }) => {
            stage == at && source == of
        }
        (
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. },
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. },
        ) => false,
    }
}

/// The fields of an object as this machine last wrote them.
pub(super) fn expected_state(journal: &Journal, object: &ApiObject) -> Fields {
    let mut left = Fields::new();
    for write in journal.pushes.iter().filter(|push| push.undone.is_none()).flat_map(|push| &push.writes) {
        match &write.what {
            RecordedOperation::Created { kind, pk: Some(pk), fields } if *kind == object.kind && *pk == object.pk => {
                left.extend(fields::only(fields, &object.fields));
            }
            // A write that didn't arrive changed nothing.
            RecordedOperation::Changed { kind, pk, after, .. }
                if *kind == object.kind && *pk == object.pk && write.done =>
            {
                left.extend(fields::only(after, &object.fields));
            }
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => {
            }
        }
    }
    left
}
