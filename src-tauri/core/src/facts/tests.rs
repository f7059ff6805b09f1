//! Holds what is collected against where it comes from.

use super::{FactAges, FactGroup, all};
use crate::evidence::EvidencePage;
use crate::i18n::Localizer;
use crate::portal;
use std::collections::BTreeSet;
use time::macros::date;

#[test]
fn every_group_has_its_facts() {
    let facts = all();
    let groups: BTreeSet<_> = facts.iter().map(|fact| fact.group).collect();
    assert_eq!(groups, FactGroup::ALL.into_iter().collect());
    for page in EvidencePage::ALL {
        let group = if page == EvidencePage::X { FactGroup::X } else { FactGroup::Authentik };
        let read: usize = page.sections().iter().map(|section| section.facts.len()).sum();
        assert_eq!(facts.iter().filter(|fact| fact.group == group).count(), read, "{group:?}");
    }
    let of_guide = |group: &FactGroup| [FactGroup::Guide, FactGroup::Limits].contains(group);
    let oldest = facts.iter().filter(|fact| of_guide(&fact.group)).map(|fact| fact.oldest).min();
    assert_eq!(oldest, Some(portal::guide().oldest_check()));
    assert_eq!(facts.iter().filter(|fact| fact.group == FactGroup::Limits).count(), 9);
}

#[test]
fn every_fact_says_what_it_is_and_how_well_it_is_known() {
    for fact in all() {
        assert!(!fact.name.is_empty() && !fact.text.is_empty() && !fact.tags.is_empty(), "{fact:?}");
        assert!(fact.oldest <= fact.newest, "{fact:?}");
    }
}

#[test]
fn every_file_that_is_named_is_there() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    for group in FactGroup::ALL {
        let path = std::path::Path::new(root).join(group.path());
        assert!(path.is_file(), "{}", path.display());
    }
}

#[test]
fn every_day_has_its_age() {
    let ages = FactAges::new(date!(2027 - 03 - 01));
    let book = Localizer::english();
    let shown =
        ages.diagnoses.values().chain(ages.causes.values()).chain(ages.groups.iter().map(|group| &group.oldest));
    for day in shown {
        assert!(ages.days.contains_key(day), "{day}");
    }
    let ago = ages.days.get("2026-08-22").map(|age| book.format(age));
    assert_eq!(ago.as_deref(), Some("6 months ago"));
}
