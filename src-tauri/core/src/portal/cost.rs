//! What signing in with X costs its owner: X charges for a read profile, once per person and day of UTC.

use super::limits::{DatedValue, PlatformLimits};
use crate::diagnosis::Evidence;
use crate::i18n::{Message, msg};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// The days of the month that is foretold.
pub const DAYS: u32 = 30;
/// The most people a day that are reckoned with.
pub const MOST_PEOPLE: u32 = 1_000_000;

/// US dollars, exact to a tenth of a cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dollars {
    tenths_of_a_cent: u64,
}

impl Dollars {
    /// Reads an amount as X writes it: `0.010`.
    fn read(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 3 {
            return None;
        }
        let part: u64 = format!("{part:0<3}").parse().ok()?;
        Some(Self { tenths_of_a_cent: whole.parse::<u64>().ok()? * 1000 + part })
    }

    /// With its tenth of a cent always: `0.010`.
    pub(super) fn as_x_writes_it(self) -> String {
        format!("{}.{:03}", self.tenths_of_a_cent / 1000, self.tenths_of_a_cent % 1000)
    }

    fn times(self, count: u64) -> Self {
        Self { tenths_of_a_cent: self.tenths_of_a_cent.saturating_mul(count) }
    }
}

/// With cents, and with their tenth where there is one.
impl fmt::Display for Dollars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.tenths_of_a_cent / 1000, self.tenths_of_a_cent % 1000);
        if part.is_multiple_of(10) { write!(f, "{whole}.{:02}", part / 10) } else { write!(f, "{whole}.{part:03}") }
    }
}

impl<'de> Deserialize<'de> for Dollars {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| D::Error::custom("an amount has at most three digits after its point"))
    }
}

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
                told(&self.user_read_dollars, msg::portal_cost_read(self.user_read_dollars.value.as_x_writes_it())),
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
    use super::super::guide;
    use super::*;
    use crate::i18n::Localizer;

    #[test]
    fn amounts_are_exact() {
        for (text, times, shown) in [
            ("0.010", 1, "0.01"),
            ("0.010", 1200, "12.00"),
            ("0.001", 1, "0.001"),
            ("0.001", 30, "0.03"),
            ("0.005", 31, "0.155"),
            ("0.1", 3, "0.30"),
            ("2", 5, "10.00"),
            ("0.010", 30_000_000, "300000.00"),
        ] {
            let amount = Dollars::read(text).expect("an amount");
            assert_eq!(amount.times(times).to_string(), shown, "{text} × {times}");
        }
        for text in ["", ".", "0.", ".1", "0.0100", "-1", "1e3", "0,01", "$1", "9999999999"] {
            assert_eq!(Dollars::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_is_foretold() {
        let month = |people| Localizer::english().say(&guide().limits().cost_of(people).month);
        assert_eq!(month(0), "Nobody signs in: nothing.");
        assert_eq!(month(1), "1 person a day is about $0.30 in 30 days.");
        assert_eq!(month(40), "40 people a day are about $12.00 in 30 days.");
        assert_eq!(guide().limits().cost_of(u32::MAX).people, MOST_PEOPLE);
    }
}
