//! Who gets in through the source: flows of its own with a policy on both, and what an approval needs
//! [docs/evidence/authentik.md §8.2, §9.2, §10].
//!
//! - The default flows are never changed. Their stages are used again, with the policies on them.
//! - A flow gets its policy before its first stage, so its address never leads anywhere without the policy.
//! - What lets in more people is written after the source, what lets in fewer before it. So nobody gets in on the way
//!   whom neither the state before nor the state after lets in.

mod choice;
mod context;
mod objects;
mod rights;
mod state;

pub(super) use choice::is_own_flow;
pub use choice::{AccessGate, DesiredAccess};
pub(super) use context::read;
pub(super) use objects::{AUTHENTICATION_FLOW, AccessObject, ENROLLMENT, LISTED, POLICY, WRITE, wanted};
pub use state::{AccessContext, FlowTemplate, TemplateStage};

use super::{Actual, Desired};
use crate::authentik::AccessNames;

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
