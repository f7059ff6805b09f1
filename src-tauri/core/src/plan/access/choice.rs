//! Who gets in, as a plan wants it.

use crate::address::Slug;
use crate::authentik::{AccessNames, ListedAccount};
use serde::{Deserialize, Serialize};

/// What a source's own flows ask before they let a visitor in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum AccessGate {
    /// Nothing: every X account gets in that the matching mode lets in.
    #[default]
    Open,
    /// Only listed X accounts get in, at the first visit and at every later one.
    Listed,
    /// New users wait until an admin approves them. Who is listed gets in at once.
    Approval,
}

/// Who gets in, and where new users go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DesiredAccess {
    /// What is asked.
    pub gate: AccessGate,
    /// The listed X accounts.
    pub accounts: Vec<ListedAccount>,
    /// The name of the group that new users are put into.
    pub group: Option<String>,
    /// Whether new users are internal.
    pub internal: bool,
}

impl DesiredAccess {
    /// Whether the source needs an authentication flow of its own.
    pub fn has_authentication(&self) -> bool {
        self.gate != AccessGate::Open
    }

    /// Whether a property mapping makes listed users active at once.
    pub fn activates_listed(&self) -> bool {
        self.gate == AccessGate::Approval && !self.accounts.is_empty()
    }
}

/// Whether a flow is one of a source's own, which only the choice of who gets in decides about.
pub(in crate::plan) fn is_own_flow(slug: &Slug, flow: &str) -> bool {
    AccessNames::new(slug).has_flow(flow)
}
