//! What signing in with X costs its owner: X charges for a read profile, once per person and day of UTC.

use super::dated::DatedValue;
use super::limits::PlatformLimits;
use crate::diagnosis::Evidence;
use crate::i18n::{Message, msg};
use serde::Serialize;

/// The days of the month that is foretold.
pub const DAYS: u32 = 30;
/// The most people a day that are reckoned with.
pub const MOST_PEOPLE: u32 = 1_000_000;

/// What a month of sign-ins costs, and what stops them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// Price and limits, with the day they were read.
    pub says: Message,
    /// How many people sign in on a day.
    pub people: u32,
    /// What they cost in a month.
    pub month: Message,
    /// What that rests on, the price first.
    pub rests_on: Vec<CostFact>,
}

/// Something about X's prices, with where it was read and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CostFact {
    /// What is known.
    pub says: Message,
    /// How well it is known.
    pub evidence: Evidence,
    /// The page it was read from.
    pub source: String,
    /// The day it was last read (`YYYY-MM-DD`).
    pub checked: String,
}

impl PlatformLimits {
    /// What this many people per day cost in a month, if each of them causes one profile read per day
    /// [I, docs/evidence/x.md §2.1]. More than [`MOST_PEOPLE`] are counted as that number.
    pub fn cost_of(&self, people: u32) -> Cost {
        let people = people.min(MOST_PEOPLE);
        let month = self.user_read_dollars.value.times(u64::from(people) * u64::from(DAYS));
        Cost {
            says: self.cost(),
            people,
            month: msg::portal_cost_month(DAYS, month.to_string(), people),
            rests_on: vec![
                told(&self.user_read_dollars, msg::portal_cost_read(self.user_read_dollars.value.to_string())),
                told(&self.once_a_day, msg::portal_cost_once_a_day()),
                told(&self.zero_balance, msg::portal_cost_zero_balance()),
                told(&self.spending_limit, msg::portal_cost_spending_limit()),
            ],
        }
    }
}

fn told<T>(fact: &DatedValue<T>, says: Message) -> CostFact {
    CostFact { says, evidence: fact.evidence, source: fact.source.clone(), checked: fact.checked.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;
    use crate::portal::guide::guide;

    #[test]
    fn a_month_is_foretold() {
        let month = |people| Localizer::english().format(&guide().limits().cost_of(people).month);
        assert_eq!(month(0), "No sign-ins: no cost.");
        assert_eq!(month(1), "1 user a day costs about $0.30 in 30 days.");
        assert_eq!(month(40), "40 users a day cost about $12.00 in 30 days.");
        assert_eq!(guide().limits().cost_of(u32::MAX).people, MOST_PEOPLE);
    }
}
