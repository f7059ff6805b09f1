//! Plans a flow: asks its policies, and lists its stages.

use super::events::Origin;
use super::flows::Flow;
use super::policies::{self, PolicyRequest};
use super::session::{FlowPlan, Goal, MappedProfile, PlannedStep};
use super::state::ServerState;
use super::verbatim;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Plans a flow for a visitor.
///
/// # Errors
/// What a visitor reads whom the flow's policies refuse.
pub(crate) fn plan(
    state: &mut ServerState,
    flow: &Flow,
    goal: Goal,
    source: Option<&str>,
    profile: MappedProfile,
    origin: &Origin,
) -> Result<FlowPlan, String> {
    let pending_user = match &goal {
        Goal::SignIn { connection } => state.connections.iter().find(|one| one.pk == *connection).map(|one| one.user),
        Goal::SignInAndLink { user } => Some(*user),
        Goal::Enroll | Goal::SignOut => None,
    };
    let mut plan = FlowPlan {
        flow: flow.slug.clone(),
        goal,
        source: source.map(str::to_owned),
        profile,
        steps: Vec::new(),
        pending_user,
        changes: BTreeMap::new(),
    };
    let request = request(&plan, origin);
    let verdict = policies::ask_flow(state, flow, &request, origin);
    if !verdict.passing {
        return Err(if verdict.messages.is_empty() {
            verbatim::FLOW_NOT_APPLICABLE.to_owned()
        } else {
            verdict.messages.join("\n")
        });
    }
    for stage in &flow.stages {
        let asked = stage.evaluate_on_plan;
        if !asked
            || policies::ask_stage(state, (stage, &stage.binding_model(flow)), &request, origin, &plan.changes).passing
        {
            plan.steps.push(PlannedStep::Stage(Box::new(stage.clone())));
        }
    }
    if source.is_some() {
        plan.steps.extend([PlannedStep::Link, PlannedStep::Welcome]);
    }
    Ok(plan)
}

/// What policies are asked about this plan.
pub(crate) fn request(plan: &FlowPlan, origin: &Origin) -> PolicyRequest {
    let profile = &plan.profile;
    let mut known = Map::new();
    for (name, value) in [("username", &profile.username), ("name", &profile.name), ("email", &profile.email)] {
        if let Some(value) = value {
            known.insert(name.to_owned(), json!(value));
        }
    }
    PolicyRequest {
        is_sso: plan.source.is_some(),
        source: plan.source.clone(),
        userinfo: profile.userinfo.clone(),
        identifier: profile.identifier.clone(),
        prompt_data: Value::Object(known),
        pending_user: plan.pending_user,
        path: origin.path().to_owned(),
    }
}
