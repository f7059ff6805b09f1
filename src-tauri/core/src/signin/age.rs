use super::leg::elapsed_ms;
use crate::i18n::{Message, msg};
use crate::x::CODE_LIFETIME;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// From here on a code's age is worth a warning: two thirds of its life.
const NEAR: Duration = Duration::from_secs(20);

/// How the code came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeDelivery {
    /// The browser brought it, so that its age is known but for the way from X.
    Callback,
    /// A person did. How old it was by then, only X knows.
    Paste,
}

impl CodeDelivery {
    /// How old the code is, where that can be known.
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
    /// From its arrival here to X's answer, in milliseconds: X looked at it no later.
    pub millis: u32,
    /// Whether that is near the end of its life.
    pub near: bool,
    /// The same in a sentence.
    pub words: Message,
}

impl CodeAge {
    pub(super) fn of(age: Duration, way: CodeDelivery) -> Self {
        let near = age >= NEAR;
        let limit = super::run::seconds(CODE_LIFETIME);
        // Tenths of a second, as the words need them.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;

    #[test]
    fn a_code_is_old_from_two_thirds_of_its_life() {
        let told = |millis, way| {
            let age = CodeAge::of(Duration::from_millis(millis), way);
            (age.near, age.millis, Localizer::english().say(&age.words))
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
