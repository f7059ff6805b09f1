//! The guide's actions as `guide.toml` defines them.

use super::dated::iso_date;
use super::layout::PerLayout;
use super::word::Word;
use crate::diagnosis::Evidence;
use serde::{Deserialize, Serialize};
use time::Date;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ScriptCondition {
    #[default]
    Always,
    NewApp,
    Email,
    NoEmail,
}

/// A path to a page: what to press, in order.
pub(super) type ScriptPath = Vec<Word>;

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScriptAction {
    pub(super) id: String,
    #[serde(default)]
    pub(super) when: ScriptCondition,
    pub(super) title: String,
    #[serde(default)]
    pub(super) hint: Option<String>,
    #[serde(default)]
    pub(super) why: Option<String>,
    #[serde(default)]
    pub(super) wrong: Option<String>,
    #[serde(rename = "step")]
    pub(super) steps: Vec<ScriptStep>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScriptStep {
    pub(super) id: String,
    #[serde(default)]
    pub(super) when: ScriptCondition,
    pub(super) kind: StepKind,
    /// Its label: that of a field …
    #[serde(default)]
    pub(super) field: Option<String>,
    /// … or one of X's other words.
    #[serde(default)]
    pub(super) word: Option<Word>,
    #[serde(default)]
    pub(super) ways: Option<PerLayout<Vec<ScriptPath>>>,
    #[serde(default)]
    pub(super) value: Option<ScriptRule>,
    #[serde(default)]
    pub(super) avoid: Option<ScriptRule>,
    #[serde(default)]
    pub(super) name: Option<String>,
    pub(super) say: String,
    pub(super) evidence: Evidence,
    #[serde(with = "iso_date")]
    pub(super) checked: Date,
}

/// Words on X's screens that no step and no way has.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScriptWord {
    #[serde(default)]
    pub(super) words: Vec<Word>,
    /// What X calls it elsewhere, or called it before.
    #[serde(default)]
    pub(super) also: Vec<String>,
    /// The action that it belongs to; without one it isn't needed.
    #[serde(default)]
    pub(super) action: Option<String>,
    pub(super) say: String,
    pub(super) evidence: Evidence,
    #[serde(with = "iso_date")]
    pub(super) checked: Date,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ScriptRule {
    /// A choice of the step's field, by its id.
    Option(String),
    /// One of X's words.
    Word(Word),
    /// Derived from the job.
    Named(ValueName),
}

/// What a step asks of the hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
    /// Go to a page.
    Go,
    /// Choose one of several.
    Choose,
    /// Turn on.
    Switch,
    /// Type or paste.
    Type,
    /// Press a button.
    Press,
    /// Copy what is shown, and keep it.
    Keep,
    /// Leave as it is.
    Leave,
}

/// A value that follows from the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ValueName {
    /// authentik's callback.
    Callback,
    /// The live test's callback.
    TestCallback,
    /// authentik's own address.
    Website,
    /// The admin's terms of service.
    Terms,
    /// The admin's privacy policy.
    Privacy,
}
