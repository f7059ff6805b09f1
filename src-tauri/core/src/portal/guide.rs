use super::dated::iso_date;
use super::layout::{Label, Layout, PerLayout};
use super::limits::PlatformLimits;
use super::scope_group::ScopeGroup;
use super::script::{ScriptAction, ScriptWord};
use super::word::Word;
use crate::diagnosis::{Evidence, Link};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use time::Date;

/// X's words with their standing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    pub(super) label: Label,
    pub(super) evidence: Evidence,
    #[serde(with = "iso_date")]
    pub(super) checked: Date,
}

/// Where a layout begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LayoutStart {
    /// What X calls it.
    pub name: String,
    /// The host, as people know it.
    pub host: String,
    /// The page to open.
    pub link: Link,
    /// How well it is known.
    pub evidence: Evidence,
    /// The day it was last checked.
    #[serde(with = "iso_date")]
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub checked: Date,
}

/// Whether X wants a field filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum FormNeed {
    /// Always.
    Required,
    /// Only when the app asks for email addresses.
    WithEmail,
    /// Never.
    Optional,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ControlEntry {
    Choice(Vec<ChoiceEntry>),
    Switch,
    Urls,
    Url,
    Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoiceEntry {
    pub(super) id: String,
    pub(super) label: Label,
    #[serde(default)]
    pub(super) remark: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldEntry {
    pub(super) id: String,
    pub(super) label: Label,
    #[serde(default)]
    pub(super) remark: Option<String>,
    pub(super) need: FormNeed,
    pub(super) control: ControlEntry,
    #[serde(default)]
    pub(super) prefilled: Option<String>,
    pub(super) evidence: Evidence,
    #[serde(with = "iso_date")]
    pub(super) checked: Date,
}

/// How a field of the form is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "control")]
pub enum FormControl {
    /// One of several choices.
    Choice {
        /// In X's order.
        choices: Vec<FormChoice>,
    },
    /// On or off.
    Switch,
    /// Several URLs, one box each.
    Urls {
        /// X's words for another box.
        add: String,
        /// The most boxes.
        most: u32,
    },
    /// One URL.
    Url {
        /// The initial text of the field.
        prefilled: Option<String>,
    },
    /// A line of text.
    Text,
}

/// One of a field's choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FormChoice {
    /// The product's own id, which stays stable.
    pub id: String,
    /// X's words.
    pub label: String,
    /// X's words below it.
    pub remark: Option<String>,
}

/// One field of X's form "User authentication settings".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FormField {
    /// The product's own id, which stays stable.
    pub id: String,
    /// X's words.
    pub label: String,
    /// X's words below it.
    pub remark: Option<String>,
    /// Whether X wants it filled in.
    pub need: FormNeed,
    /// How it is filled in.
    pub control: FormControl,
    /// How well it is known.
    pub evidence: Evidence,
    /// The day it was last checked.
    #[serde(with = "iso_date")]
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub checked: Date,
}

/// All that the program knows of X's portal. See [`guide`](super::guide()).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    layout: PerLayout<LayoutStart>,
    #[serde(rename = "word")]
    pub(super) words: BTreeMap<Word, Term>,
    #[serde(rename = "field")]
    pub(super) fields: Vec<FieldEntry>,
    #[serde(rename = "action")]
    pub(super) script: Vec<ScriptAction>,
    pub(super) seen: Vec<ScriptWord>,
    limits: PlatformLimits,
    #[serde(rename = "scope")]
    pub(super) scopes: Vec<ScopeGroup>,
}

impl Guide {
    /// Parses the guide in the form that the build script converts it to.
    pub(super) fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// Where a layout begins.
    pub fn start(&self, layout: Layout) -> &LayoutStart {
        self.layout.of(layout)
    }

    /// X's words for something outside of the form's fields.
    pub fn word(&self, word: Word, layout: Layout) -> &str {
        // The guide's test holds that every word has an entry.
        self.words.get(&word).map_or("", |term| term.label.of(layout))
    }

    /// X's words for a field of the form, or nothing if the form has no such field.
    pub fn field_label(&self, id: &str, layout: Layout) -> &str {
        self.fields.iter().find(|field| field.id == id).map_or("", |field| field.label.of(layout))
    }

    /// X's prices and limits.
    pub fn limits(&self) -> &PlatformLimits {
        &self.limits
    }

    /// The form "User authentication settings", in X's order.
    pub fn form(&self, layout: Layout) -> Vec<FormField> {
        self.fields.iter().map(|entry| self.field(entry, layout)).collect()
    }

    fn field(&self, entry: &FieldEntry, layout: Layout) -> FormField {
        let control = match &entry.control {
            ControlEntry::Choice(choices) => FormControl::Choice {
                choices: choices
                    .iter()
                    .map(|choice| FormChoice {
                        id: choice.id.clone(),
                        label: choice.label.of(layout).to_owned(),
                        remark: choice.remark.clone(),
                    })
                    .collect(),
            },
            ControlEntry::Switch => FormControl::Switch,
            ControlEntry::Urls => FormControl::Urls {
                add: self.word(Word::AddAnother, layout).to_owned(),
                most: self.limits.callbacks.value,
            },
            ControlEntry::Url => FormControl::Url { prefilled: entry.prefilled.clone() },
            ControlEntry::Text => FormControl::Text,
        };
        FormField {
            id: entry.id.clone(),
            label: entry.label.of(layout).to_owned(),
            remark: entry.remark.clone(),
            need: entry.need,
            control,
            evidence: entry.evidence,
            checked: entry.checked,
        }
    }
}

/// The guide, parsed once.
pub fn guide() -> &'static Guide {
    static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
        let json = include_str!(concat!(env!("OUT_DIR"), "/guide.json"));
        Guide::parse(json).expect("the guide is part of the program, and its test parses it")
    });
    &GUIDE
}
