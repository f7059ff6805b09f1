//! Who gets in through the source: flows of its own with a policy on both, and what an approval needs
//! [docs/evidence/authentik.md §8.2, §9.2, §10].
//!
//! - The default flows are never changed. Their stages are used again, with the policies on them.
//! - A flow gets its policy before its first stage, so its address never leads anywhere without the policy.
//! - What lets in more people is written after the source, what lets in fewer before it. So nobody gets in on the way
//!   whom neither the state before nor the state after lets in.

mod context;
mod objects;
mod rights;

pub(super) use context::read;
pub use context::{AccessContext, FlowTemplate, TemplateStage};
pub(super) use objects::{AUTHENTICATION_FLOW, ENROLLMENT, LISTED, POLICY, WRITE, Wanted, wanted};

use super::{Actual, Desired};
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
pub(super) fn is_own_flow(slug: &Slug, flow: &str) -> bool {
    AccessNames::new(slug).has_flow(flow)
}

/// The name of the property mapping for listed users, if it is wanted.
pub(super) fn listed_mapping(desired: &Desired) -> Option<String> {
    let access = desired.access.as_ref().filter(|access| access.activates_listed());
    access.map(|_| AccessNames::new(&desired.slug).listed())
}

/// The path below which the server is.
pub(super) fn below(actual: &Actual) -> String {
    let path = url::Url::parse(&actual.server).map(|url| url.path().to_owned()).unwrap_or_default();
    path.trim_end_matches('/').to_owned()
}
