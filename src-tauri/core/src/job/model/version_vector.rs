//! How often each copy of a job has changed a field.

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// How often each copy of a job has changed a field: a version vector. A copy that never changed it has no entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VersionVector(#[serde(deserialize_with = "unique")] pub(in crate::job) BTreeMap<String, u32>);

impl VersionVector {
    /// Which of two is the later; `None` where each has changes that the other hasn't seen.
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        let sees = |a: &Self, b: &Self| b.0.iter().all(|(hand, times)| a.0.get(hand).is_some_and(|own| own >= times));
        match (sees(self, other), sees(other, self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }

    /// The smallest version vector that includes both.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        let mut joined = self.clone();
        for (hand, times) in &other.0 {
            let own = joined.0.entry(hand.clone()).or_default();
            *own = (*own).max(*times);
        }
        joined
    }

    /// Counts one more change by this copy.
    pub(in crate::job) fn count(&mut self, hand: &str) {
        let own = self.0.entry(hand.to_owned()).or_default();
        *own = own.saturating_add(1);
    }
}

/// A field of a job, with how often each copy has changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionedField<T> {
    /// The field's value.
    pub value: T,
    /// How often each copy has changed it.
    pub edits: VersionVector,
}

impl<T: Clone + PartialEq> VersionedField<T> {
    pub(in crate::job) fn of(value: T) -> Self {
        Self { value, edits: VersionVector::default() }
    }

    /// Takes over the present value; if it differs, this copy has changed it.
    pub(in crate::job) fn settle(&mut self, now: T, hand: &str) {
        if self.value != now {
            self.value = now;
            self.edits.count(hand);
        }
    }

    /// Merges another copy's field. `Err` with both where each side has changed it to something else.
    pub(in crate::job) fn merge(&self, theirs: &Self) -> Result<Self, ()> {
        let edits = self.edits.join(&theirs.edits);
        if self.value == theirs.value {
            return Ok(Self { value: self.value.clone(), edits });
        }
        match self.edits.order(&theirs.edits) {
            Some(Ordering::Greater) => Ok(self.clone()),
            Some(Ordering::Less) => Ok(theirs.clone()),
            // The same changes can't have led to two values, so one of the two was written by other means.
            Some(Ordering::Equal) | None => Err(()),
        }
    }

    /// The value that the person with this copy chose.
    pub(in crate::job) fn decided(&self, theirs: &Self, take_theirs: bool, hand: &str) -> Self {
        let mut edits = self.edits.join(&theirs.edits);
        edits.count(hand);
        Self { value: if take_theirs { theirs.value.clone() } else { self.value.clone() }, edits }
    }
}

/// The most entries of a map.
const MOST: usize = 200;

/// Deserializes a map and refuses duplicate keys.
pub(in crate::job) fn unique<'de, D: Deserializer<'de>, V: Deserialize<'de>>(
    from: D,
) -> Result<BTreeMap<String, V>, D::Error> {
    struct Unique<V>(PhantomData<V>);
    impl<'de, V: Deserialize<'de>> Visitor<'de> for Unique<V> {
        type Value = BTreeMap<String, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = BTreeMap::new();
            while let Some((key, value)) = map.next_entry::<String, V>()? {
                if all.contains_key(&key) {
                    return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
                }
                if all.len() == MOST {
                    return Err(A::Error::custom("too many fields"));
                }
                all.insert(key, value);
            }
            Ok(all)
        }
    }
    from.deserialize_map(Unique(PhantomData))
}
