//! The scopes of `guide.toml`, in the groups in which they are described.

use super::dated::iso_date;
use crate::diagnosis::Evidence;
use serde::{Deserialize, Serialize};
use time::Date;

/// What a scope needs beyond being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ScopeNeeds {
    /// Nothing: there is no switch for scopes in X's portal.
    Nothing,
    /// The app's switch for email addresses.
    RequestEmail,
}

/// X's scopes, as the guide lists them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScopeGroup {
    pub(super) names: Vec<String>,
    pub(super) needs: ScopeNeeds,
    pub(super) evidence: Evidence,
    #[serde(with = "iso_date")]
    pub(super) checked: Date,
}

impl ScopeGroup {
    /// The first of them, which stands for all where one name is wanted.
    pub(super) fn first(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// All of them, as one text.
    pub(super) fn joined(&self) -> String {
        self.names.join(" ")
    }
}
