//! What a push did, its writes taken together.

use super::super::fields::{self, Fields};
use super::super::journal::{Journal, JournaledPush, RecordedOperation};
use crate::authentik::ApiObject;

/// What a push did to each object, the newest write first: in the order in which they are taken back. The writes to one
/// object are taken together.
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

/// Whether a write is of the same object as an earlier one, of which it then becomes a part.
fn joins(deed: &mut RecordedOperation, wrote: &RecordedOperation) -> bool {
    match (deed, wrote) {
        // What was made goes as a whole, however often it was changed.
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

/// The fields of an object as this machine left them.
pub(super) fn as_left(journal: &Journal, object: &ApiObject) -> Fields {
    let mut left = Fields::new();
    for write in journal.pushes.iter().filter(|push| push.undone.is_none()).flat_map(|push| &push.writes) {
        match &write.what {
            RecordedOperation::Created { kind, pk: Some(pk), fields } if *kind == object.kind && *pk == object.pk => {
                left.extend(fields::only(fields, &object.fields));
            }
            // One that got lost on the way left nothing.
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
