//! Every entry of the guide that has a day on which it was last looked at.

use crate::diagnosis::Evidence;
use serde::Deserialize;
use std::fmt::Display;
use time::Date;

time::serde::format_description!(pub(super) iso_date, Date, "[year]-[month]-[day]");

/// An entry of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedEntry {
    /// Which part of the guide it stands in.
    pub part: GuidePart,
    /// Its name there, such as `create-app`.
    pub name: String,
    /// What it says, in X's words.
    pub text: String,
    /// The page it was read from, where the guide names one.
    pub source: Option<String>,
    /// How well it is known.
    pub evidence: Evidence,
    /// The day it was last looked at.
    pub checked: Date,
}

/// A part of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuidePart {
    /// Where each of the two layouts begins.
    Layout,
    /// X's words outside of the form.
    Word,
    /// The fields of the form.
    Field,
    /// What to do, step by step.
    Step,
    /// Other words on X's screens.
    Seen,
    /// The scopes.
    Scope,
    /// Prices and limits.
    Limit,
}

impl GuidePart {
    /// Its name in `guide.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Word => "word",
            Self::Field => "field",
            Self::Step => "step",
            Self::Seen => "seen",
            Self::Scope => "scope",
            Self::Limit => "limits",
        }
    }
}

/// A price or limit by its name in `guide.toml`.
pub(super) fn limit<T: Display>(name: &str, fact: &DatedValue<T>) -> DatedEntry {
    DatedEntry {
        part: GuidePart::Limit,
        name: name.to_owned(),
        text: fact.value.to_string(),
        source: Some(fact.source.clone()),
        evidence: fact.evidence,
        checked: fact.checked,
    }
}

/// A number of X's, with where it was read and when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedValue<T> {
    /// The number.
    pub value: T,
    /// The page it was read from.
    pub source: String,
    /// How well it is known.
    pub evidence: Evidence,
    /// The day it was last read.
    #[serde(with = "iso_date")]
    pub checked: Date,
}
