//! What a push did, its writes taken together.

use super::super::fields::{self, Fields};
use super::super::journal::{Journal, Push, Wrote};
use crate::authentik::{Kind, Object};

/// What a push did to one object.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    /// It made an object of these fields.
    Made { kind: Kind, pk: Option<String>, fields: Fields },
    /// It changed fields of an object.
    Changed { kind: Kind, pk: String, handle: String, before: Fields, after: Fields, secret: bool },
    /// It put a source on a login page.
    Shown { stage: String, source: String },
}

/// Each deed, the last one first: in the order in which they are taken back.
pub(super) fn deeds(push: &Push) -> Vec<Deed> {
    let mut deeds: Vec<Deed> = Vec::new();
    for write in &push.writes {
        if !deeds.iter_mut().any(|deed| joins(deed, &write.what)) {
            deeds.push(first(&write.what));
        }
    }
    deeds.reverse();
    deeds
}

fn first(wrote: &Wrote) -> Deed {
    match wrote.clone() {
        Wrote::Created { kind, pk, fields } => Deed::Made { kind, pk, fields },
        Wrote::Changed { kind, pk, handle, before, after, secret } => {
            Deed::Changed { kind, pk, handle, before, after, secret }
        }
        Wrote::Shown { stage, source } => Deed::Shown { stage, source },
    }
}

/// Whether a write is of the same object as the deed, of which it then is a part.
fn joins(deed: &mut Deed, wrote: &Wrote) -> bool {
    match (deed, wrote) {
        // What was made goes as a whole, however often it was changed.
        (Deed::Made { kind, pk: Some(pk), .. }, Wrote::Changed { kind: changed, pk: of, .. }) => {
            kind == changed && pk == of
        }
        (
            Deed::Changed { kind, pk, before, after, secret, .. },
            Wrote::Changed { kind: changed, pk: of, before: then, after: last, secret: also, .. },
        ) if kind == changed && pk == of => {
            for (name, value) in then {
                before.entry(name.clone()).or_insert_with(|| value.clone());
            }
            after.extend(last.clone());
            *secret |= also;
            true
        }
        (Deed::Shown { stage, source }, Wrote::Shown { stage: at, source: of }) => stage == at && source == of,
        (
            Deed::Made { .. } | Deed::Changed { .. } | Deed::Shown { .. },
            Wrote::Created { .. } | Wrote::Changed { .. } | Wrote::Shown { .. },
        ) => false,
    }
}

/// The fields of an object as this machine left them.
pub(super) fn as_left(journal: &Journal, object: &Object) -> Fields {
    let mut left = Fields::new();
    for write in journal.pushes.iter().filter(|push| push.undone.is_none()).flat_map(|push| &push.writes) {
        match &write.what {
            Wrote::Created { kind, pk: Some(pk), fields } if *kind == object.kind && *pk == object.pk => {
                left.extend(fields::only(fields, &object.fields));
            }
            // One that got lost on the way left nothing.
            Wrote::Changed { kind, pk, after, .. } if *kind == object.kind && *pk == object.pk && write.done => {
                left.extend(fields::only(after, &object.fields));
            }
            Wrote::Created { .. } | Wrote::Changed { .. } | Wrote::Shown { .. } => {}
        }
    }
    left
}
