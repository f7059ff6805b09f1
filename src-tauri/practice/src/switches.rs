//! Unknown behavior of X as switches. The likelier setting is the default [U, docs/evidence/x.md §10].

use crate::faults::Tag;
use crate::x::{Cancel, LongState, RevokeAnswer, Unknowns};
use sourcerer_core::i18n::Message;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;

/// A switch for one unknown behavior of X.
#[derive(Clone, Copy, Debug)]
pub struct Switch {
    /// The switch's name on the command line.
    pub name: &'static str,
    /// The values that it can have, the default first.
    pub values: &'static [&'static str],
    /// How well the default is known.
    pub tag: Tag,
    /// Sets the behavior to the value at this index.
    set: fn(&mut Unknowns, usize),
}

/// The values of a switch that is on or off.
const YES_NO: &[&str] = &["yes", "no"];
const NO_YES: &[&str] = &["no", "yes"];
const TAKEN_REFUSED: &[&str] = &["taken", "refused"];

impl Switch {
    /// All switches.
    pub const ALL: &[Self] = &[
        Self {
            name: "failed-exchange-burns-code",
            values: NO_YES,
            tag: Tag::Unknown,
            set: |unknowns, value| unknowns.failed_exchange_burns_code = value == 1,
        },
        Self {
            name: "email-scope-needs-switch",
            values: NO_YES,
            tag: Tag::Unknown,
            set: |unknowns, value| unknowns.email_scope_needs_switch = value == 1,
        },
        Self {
            name: "cancel",
            values: &["error-and-state", "error-and-description", "error-only", "denied"],
            tag: Tag::Unknown,
            set: |unknowns, value| {
                unknowns.cancel = match value {
                    1 => Cancel::ErrorAndDescription,
                    2 => Cancel::ErrorOnly,
                    3 => Cancel::Denied,
                    _ => Cancel::ErrorAndState,
                }
            },
        },
        Self {
            name: "long-state",
            values: &["refused", "taken", "cut"],
            tag: Tag::Unknown,
            set: |unknowns, value| {
                unknowns.long_state = match value {
                    1 => LongState::Taken,
                    2 => LongState::Cut,
                    _ => LongState::Refused,
                }
            },
        },
        Self {
            name: "public-client-secret",
            values: &["ignored", "checked"],
            tag: Tag::Unknown,
            set: |unknowns, value| unknowns.public_client_secret_checked = value == 1,
        },
        Self {
            name: "development-testers-only",
            values: YES_NO,
            tag: Tag::Reported,
            set: |unknowns, value| unknowns.development_admits_everybody = value == 1,
        },
        Self {
            name: "unknown-client-status",
            values: &["400", "401"],
            tag: Tag::Reported,
            set: |unknowns, value| unknowns.unknown_client_401 = value == 1,
        },
        Self {
            name: "zero-credits-block-profile",
            values: YES_NO,
            tag: Tag::Unknown,
            set: |unknowns, value| unknowns.profile_without_credits = value == 1,
        },
        Self {
            name: "portal-plain-http",
            values: TAKEN_REFUSED,
            tag: Tag::Unknown,
            set: |unknowns, value| unknowns.form.refuses_plain_http = value == 1,
        },
        Self {
            name: "portal-bare-ip",
            values: TAKEN_REFUSED,
            tag: Tag::Unknown,
            set: |unknowns, value| unknowns.form.refuses_bare_ip = value == 1,
        },
        Self {
            name: "portal-internal-names",
            values: TAKEN_REFUSED,
            tag: Tag::Unknown,
            set: |unknowns, value| unknowns.form.refuses_internal_names = value == 1,
        },
        Self {
            name: "loopback-port",
            values: &["exact", "any"],
            tag: Tag::Documented,
            set: |unknowns, value| unknowns.any_loopback_port = value == 1,
        },
        Self {
            name: "revoke-answer",
            values: &["revoked", "empty", "nothing"],
            tag: Tag::ThirdParty,
            set: |unknowns, value| {
                unknowns.revoke_answer = match value {
                    1 => RevokeAnswer::EmptyObject,
                    2 => RevokeAnswer::Nothing,
                    _ => RevokeAnswer::Revoked,
                }
            },
        },
    ];

    /// The value that the switch has by default.
    pub fn default_value(&self) -> &'static str {
        self.values.first().copied().unwrap_or_default()
    }

    /// The message that says what the switch decides.
    pub fn decides(&self) -> Message {
        // A test makes sure that each key is in the message files.
        Message { id: Cow::Owned(format!("switch-{}", self.name)), args: BTreeMap::new() }
    }
}

/// A switch with a value, as `NAME=VALUE`.
#[derive(Clone, Copy, Debug)]
pub struct SwitchSetting {
    switch: &'static Switch,
    value: usize,
}

impl SwitchSetting {
    /// Sets the behavior to this value.
    pub fn apply(self, unknowns: &mut Unknowns) {
        (self.switch.set)(unknowns, self.value);
    }
}

/// No switch has this name, or the switch doesn't have this value.
#[derive(Debug, thiserror::Error)]
#[error("no switch and value are called {0:?}")]
pub struct UnknownSetting(String);

impl FromStr for SwitchSetting {
    type Err = UnknownSetting;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = text.split_once('=').and_then(|(name, value)| {
            let switch = Switch::ALL.iter().find(|switch| switch.name == name)?;
            Some(Self { switch, value: switch.values.iter().position(|known| *known == value)? })
        });
        found.ok_or_else(|| UnknownSetting(text.to_owned()))
    }
}

/// Applies these settings to the defaults. If a switch occurs twice, the later setting wins.
pub fn unknowns(settings: &[SwitchSetting]) -> Unknowns {
    let mut unknowns = Unknowns::default();
    for setting in settings {
        setting.apply(&mut unknowns);
    }
    unknowns
}

#[cfg(test)]
mod tests {
    use super::*;
    use sourcerer_core::i18n::KEYS;
    use std::collections::BTreeSet;

    #[test]
    fn the_first_value_is_the_default_and_each_other_one_changes_something() {
        let mut seen = BTreeSet::new();
        for switch in Switch::ALL {
            let name = switch.name;
            assert!(seen.insert(name), "{name}");
            assert!(KEYS.iter().any(|(key, arguments)| *key == switch.decides().id && arguments.is_empty()), "{name}");
            let mut made = vec![Unknowns::default()];
            for (place, value) in switch.values.iter().enumerate() {
                let setting: SwitchSetting = format!("{name}={value}").parse().expect("a value of its own");
                let now = unknowns(&[setting]);
                assert_eq!(now == Unknowns::default(), place == 0, "{name}={value}");
                if place > 0 {
                    assert!(!made.contains(&now), "{name}={value}");
                    made.push(now);
                }
            }
            assert!(switch.values.len() > 1, "{name}");
        }
        let words: BTreeSet<_> = KEYS.iter().filter_map(|(key, _)| key.strip_prefix("switch-")).collect();
        assert_eq!(words, seen, "words of switches that are gone");
    }

    #[test]
    fn nothing_else_is_a_setting() {
        for text in ["", "cancel", "cancel=", "cancel=denied=", "=denied", "rain=yes", "cancel=yes"] {
            assert!(text.parse::<SwitchSetting>().is_err(), "{text}");
        }
    }

    #[test]
    fn of_two_settings_the_later_one_holds() {
        let [one, two] = ["cancel=denied", "cancel=error-only"].map(|text| text.parse().expect("a setting"));
        assert_eq!(unknowns(&[one, two]).cancel, Cancel::ErrorOnly);
    }
}
