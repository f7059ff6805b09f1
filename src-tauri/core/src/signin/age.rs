use super::leg::elapsed_ms;
use crate::i18n::{Message, msg};
use crate::x::CODE_LIFETIME;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// From this age on a code's age is worth a warning: two thirds of its lifetime.
const NEAR: Duration = Duration::from_secs(20);

/// How the code reached this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeDelivery {
    /// The browser brought it, so its age is known except for the time from X to here.
    Callback,
    /// A person pasted it. Only X knows how old it was by then.
    Paste,
}

impl CodeDelivery {
    /// The age of the code, if it can be known.
    pub(super) fn known(self, since: Duration) -> Option<Duration> {
        match self {
            Self::Callback => Some(since),
            Self::Paste => None,
        }
    }
}

/// How old X's code was when X had it back, against the 30 seconds that it is good for [D, docs/evidence/x.md §1.4].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CodeAge {
    /// The time from the code's arrival here to X's answer, in milliseconds. X checked the code no later than that.
    pub millis: u32,
    /// Whether that is near the end of its lifetime.
    pub near: bool,
    /// The age in a sentence.
    pub words: Message,
}

impl CodeAge {
    pub(super) fn of(age: Duration, way: CodeDelivery) -> Self {
        let near = age >= NEAR;
        let limit = seconds(CODE_LIFETIME);
        // The words use tenths of a second.
        let seconds = format!("{:.1}", age.as_secs_f64());
        let words = match (way, near) {
            (CodeDelivery::Callback, false) => msg::signin_code_age(limit, seconds),
            (CodeDelivery::Callback, true) => msg::signin_code_age_near(limit, seconds),
            (CodeDelivery::Paste, false) => msg::signin_code_age_pasted(limit, seconds),
            (CodeDelivery::Paste, true) => msg::signin_code_age_pasted_near(limit, seconds),
        };
        Self { millis: elapsed_ms(age), near, words }
    }
}

pub(super) fn seconds(time: Duration) -> u32 {
    u32::try_from(time.as_secs()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;

    #[test]
    fn a_code_is_old_from_two_thirds_of_its_life() {
        let told = |millis, way| {
            let age = CodeAge::of(Duration::from_millis(millis), way);
            (age.near, age.millis, Localizer::english().format(&age.words))
        };
        for (millis, near) in [(0, false), (412, false), (19_999, false), (20_000, true), (31_000, true)] {
            for way in [CodeDelivery::Callback, CodeDelivery::Paste] {
                let (is_near, kept, words) = told(millis, way);
                assert_eq!((is_near, u64::from(kept)), (near, millis), "{words}");
            }
        }
        insta::assert_snapshot!(
            [
                (412, CodeDelivery::Callback),
                (24_130, CodeDelivery::Callback),
                (412, CodeDelivery::Paste),
                (24_130, CodeDelivery::Paste)
            ]
            .map(|(millis, way)| told(millis, way).2)
            .join("\n")
        );
    }
}
