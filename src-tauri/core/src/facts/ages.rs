use super::{DatedFact, FactGroup};
use crate::diagnosis::{self, Cause};
use crate::evidence::{Age, Citation};
use crate::i18n::Message;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use time::Date;

/// How old the facts are that pages show. A page has the day of most facts at hand and finds its age by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FactAges {
    /// How long ago each day (`YYYY-MM-DD`) was, for every day that a fact has.
    pub days: BTreeMap<String, Message>,
    /// The day of what a diagnosis rests on, by its id. What is read just now has none.
    pub diagnoses: BTreeMap<String, String>,
    /// The day of what a cause rests on.
    #[cfg_attr(feature = "bindings", ts(as = "BTreeMap<String, String>"))]
    pub causes: BTreeMap<Cause, String>,
    /// The facts by where they belong.
    pub groups: Vec<GroupAge>,
}

/// How old the facts of a group are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GroupAge {
    /// Which.
    pub group: FactGroup,
    /// It in words.
    pub title: Message,
    /// How many facts it has.
    pub count: u32,
    /// The day (`YYYY-MM-DD`) of the one that was looked at longest ago.
    pub oldest: String,
}

impl FactAges {
    /// As of this day. The facts are part of the program, so the day alone decides: the answer for the newest day is kept,
    /// because every view has it.
    pub fn new(today: Date) -> Self {
        static NEWEST: Mutex<Option<(Date, FactAges)>> = Mutex::new(None);
        let mut newest = NEWEST.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, ages)) = newest.as_ref().filter(|(day, _)| *day == today) {
            return ages.clone();
        }
        let ages = Self::compute(today);
        *newest = Some((today, ages.clone()));
        ages
    }

    fn compute(today: Date) -> Self {
        let facts = super::all();
        let ages = facts.iter().map(|fact| (fact.oldest.to_string(), Age::new(fact.oldest, today).message()));
        let day = |cited: &[Citation]| Some(cited.iter().filter_map(|citation| citation.oldest()).min()?.to_string());
        Self {
            days: ages.collect(),
            diagnoses: diagnosis::cited_diagnoses()
                .filter_map(|(id, cited)| Some((id.to_owned(), day(cited)?)))
                .collect(),
            causes: diagnosis::cited_causes().filter_map(|(cause, cited)| Some((cause, day(cited)?))).collect(),
            groups: FactGroup::ALL.into_iter().filter_map(|group| GroupAge::new(group, &facts)).collect(),
        }
    }
}

impl GroupAge {
    /// Nothing for a group without facts.
    fn new(group: FactGroup, facts: &[DatedFact]) -> Option<Self> {
        let facts = || facts.iter().filter(|fact| fact.group == group);
        Some(Self {
            group,
            title: group.title(),
            count: u32::try_from(facts().count()).unwrap_or(u32::MAX),
            oldest: facts().map(|fact| fact.oldest).min()?.to_string(),
        })
    }
}
