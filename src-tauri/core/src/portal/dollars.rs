//! An exact amount of money.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::fmt;

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

    pub(super) fn times(self, count: u64) -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
