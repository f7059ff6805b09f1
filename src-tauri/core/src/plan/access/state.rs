//! What a server has of a source's own flows, and the flows that they are made after.

use crate::authentik::ApiObject;
use serde_json::{Map, Value};

/// What the server has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessContext {
    /// The objects of the source's own, with the bindings of its flows.
    pub own: Vec<ApiObject>,
    /// The flow after which the enrollment flow is made.
    pub enrollment: FlowTemplate,
    /// The flow after which the authentication flow is made.
    pub authentication: FlowTemplate,
}

/// A flow whose stages an own one takes over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowTemplate {
    /// Its stages, in order.
    pub stages: Vec<TemplateStage>,
}

/// A stage of such a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateStage {
    /// The stage's key.
    pub stage: String,
    /// Its name.
    pub name: String,
    /// Whether it creates users.
    pub writes_user: bool,
    /// Whether it signs in.
    pub signs_in: bool,
    /// `policy_engine_mode` of its binding.
    pub mode: String,
    /// The policies on its binding: key, and the fields that go with it.
    pub policies: Vec<(String, Map<String, Value>)>,
    /// Whether something else than a policy is bound to it, which isn't taken over.
    pub has_others: bool,
}
