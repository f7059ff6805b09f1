use super::text::escape_untrusted;
use super::{ClaimedResult, HandoverField, JobFields};
use std::collections::BTreeMap;

/// A field that both sides have changed, each to something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The field.
    pub field: HandoverField,
    /// Its value here, as data, with every invisible character spelled out.
    pub ours: String,
    /// Its value in the other copy, likewise.
    pub theirs: String,
}

/// Merges two copies. What one side changed is taken; what both changed is taken as decided, or stays as it is here and
/// is returned as a conflict.
pub(super) fn merge(
    ours: &JobFields,
    theirs: &JobFields,
    decided: &BTreeMap<HandoverField, bool>,
    hand: &str,
) -> (JobFields, Vec<Conflict>) {
    let mut conflicts: Vec<Conflict> = Vec::new();
    let asks = |field, ours: String, theirs: String| {
        let (ours, theirs) = (escape_untrusted(&ours), escape_untrusted(&theirs));
        match conflicts.iter_mut().find(|conflict| conflict.field == field) {
            Some(conflict) => {
                conflict.ours = format!("{}, {ours}", conflict.ours);
                conflict.theirs = format!("{}, {theirs}", conflict.theirs);
            }
            None => conflicts.push(Conflict { field, ours, theirs }),
        }
        decided.get(&field).copied()
    };
    let merged = ours.merge_each(theirs, asks, hand);
    (merged, conflicts)
}

/// The newest record of each copy.
pub(super) fn merge_did(
    ours: &BTreeMap<String, ClaimedResult>,
    theirs: &BTreeMap<String, ClaimedResult>,
) -> BTreeMap<String, ClaimedResult> {
    let mut merged = ours.clone();
    for (hand, did) in theirs {
        if merged.get(hand).is_none_or(|own| own.times < did.times) {
            merged.insert(hand.clone(), did.clone());
        }
    }
    merged
}
