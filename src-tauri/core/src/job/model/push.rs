//! Stage 5, as it is stored: the admin's choices and the newest push.

use super::access::Access;
use crate::authentik::ProductMapping;
use crate::diagnosis::Symptom;
use crate::job::AccessPolicy;
use crate::plan::{Choices, DesiredSourceStage, MappingTestResult};
use serde::{Deserialize, Serialize};

/// The admin's choices, and the newest push.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Push {
    /// What the admin chose on the page.
    pub choices: Choices,
    /// The newest push that went through, or comparison that found nothing to do.
    pub done: Option<CompletedPush>,
    /// Why the newest push stopped.
    pub stopped: Option<Symptom>,
    /// When a push or an undo was started that hasn't ended yet (RFC 3339, UTC). It is still set after the program was
    /// killed in the middle.
    pub begun: Option<String>,
}

/// A push that went through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompletedPush {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// How many changes were written; none if the server was as it should be.
    pub written: u32,
    /// The results of the server's own test of the mappings that were written.
    #[serde(default)]
    pub tests: Vec<MappingTestResult>,
    /// What the push was made from.
    pub inputs: PushInputs,
}

/// What a plan is made from, so that a later change of any of it makes the plan outdated. The secret isn't part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PushInputs {
    pub(in crate::job) base: String,
    pub(in crate::job) name: String,
    pub(in crate::job) slug: String,
    pub(in crate::job) client_id: String,
    pub(in crate::job) who: AccessPolicy,
    pub(in crate::job) scopes: String,
    #[serde(default)]
    pub(in crate::job) mappings: Vec<ProductMapping>,
    pub(in crate::job) secret_at: Option<String>,
    #[serde(default)]
    pub(in crate::job) choices: Choices,
    #[serde(default)]
    pub(in crate::job) embed: Option<DesiredSourceStage>,
    #[serde(default)]
    pub(in crate::job) access: Access,
}
