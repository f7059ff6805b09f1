//! The bindings of stages to flows.

use super::{created, found, gone, ok};
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin, Writer};
use crate::authentik::fields::{RequiredFields, SentFields};
use crate::authentik::flows::{DENY, Flow, SOURCE, Stage, StageKind, WRITE};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::state::ServerState as Known;
use crate::authentik::{RequestState, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};

const MODEL: &str = "FlowStageBinding";
/// The modes of a policy engine.
pub(super) const MODES: [&str; 2] = ["all", "any"];

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_BINDING)?;
    // An unknown flow is an error in the filter, and not an empty list.
    if let Some(target) = visit.query.filter("target")
        && state.flow_of_key(Some(target)).is_none()
    {
        return Err(ApiRefusal::field("target", verbatim::NO_SUCH_CHOICE));
    }
    let asks = ListFilters { exact: &["target", "stage", "order"], search: &[], order: "order" };
    list(state.flows.iter().flat_map(Flow::bindings).collect(), &visit.query, &asks)
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_BINDING])?;
    let mut all = state.flows.iter().flat_map(Flow::bindings);
    ok(&found(all.find(|binding| binding["pk"] == pk.as_str()), MODEL)?)
}

/// Creates a binding. Binding the same stage twice with the same order is refused; with another order of the same flow
/// it isn't.
pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_BINDING)?.pk;
    let (flow, bound) = make(&mut state, &Writer::of(&visit, by), &body)?;
    created(&found(state.flow(&flow), "Flow")?.binding_view(&bound))
}

/// Creates a binding, for the API or for a blueprint. Returns the slug of the flow, and the stage as it is bound there.
pub(crate) fn make(state: &mut Known, by: &Writer, body: &Bytes) -> Result<(String, Stage), ApiRefusal> {
    let mut fields = SentFields::read(body, RequiredFields::Whole, &["target", "stage", "order"])?;
    let target = fields.key("target", |pk| state.flow_of_key(Some(pk)).is_some());
    let bound = fields.key("stage", |pk| stage(state, pk).is_some());
    let order = fields.integer("order");
    let flags = ["evaluate_on_plan", "re_evaluate_policies"].map(|name| fields.flag(name));
    let mode = fields.choice("policy_engine_mode", &MODES);
    fields.done()?;
    let (target, pk) = (target.unwrap_or_default(), bound.unwrap_or_default());
    let (name, kind) = found(stage(state, &pk), "Stage")?;
    let flow = found(state.flows.iter_mut().find(|flow| flow.pk == target), "Flow")?;
    let mut bound = Stage::bound(pk, name, order.unwrap_or_default(), kind);
    put(&mut bound, flags, mode);
    let bound = flow.bind(bound).cloned();
    let bound = bound.ok_or_else(|| ApiRefusal::field("non_field_errors", verbatim::BOUND_THERE))?;
    let (slug, model) = (flow.slug.clone(), bound.binding_model(flow));
    by.changed(state, "model_created", &model);
    Ok((slug, bound))
}

/// Stores what was sent of a binding's switches.
fn put(bound: &mut Stage, flags: [Option<bool>; 2], mode: Option<String>) {
    let [on_plan, again] = flags;
    bound.evaluate_on_plan = on_plan.unwrap_or(bound.evaluate_on_plan);
    bound.re_evaluate_policies = again.unwrap_or(bound.re_evaluate_policies);
    bound.policy_engine_mode = mode.unwrap_or_else(|| bound.policy_engine_mode.clone());
}

/// Changes a binding's order and switches. That its flow or its stage changes isn't simulated.
pub(crate) async fn change(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_BINDING, rights::CHANGE_BINDING])?.pk;
    let mut fields = SentFields::read(&body, RequiredFields::Part, &[])?;
    let order = fields.integer("order");
    let flags = ["evaluate_on_plan", "re_evaluate_policies"].map(|name| fields.flag(name));
    let mode = fields.choice("policy_engine_mode", &MODES);
    fields.done()?;
    let changed = state.flows.iter_mut().find_map(|flow| {
        let bound = flow.stages.iter_mut().find(|bound| bound.binding == pk)?;
        put(bound, flags, mode.clone());
        bound.order = order.unwrap_or(bound.order);
        flow.stages.sort_by_key(|bound| bound.order);
        let bound = flow.stages.iter().find(|bound| bound.binding == pk)?;
        Some((bound.binding_model(flow), flow.binding_view(bound)))
    });
    let (model, view) = found(changed, MODEL)?;
    events::changed(&mut state, &Origin::of(&visit), by, "model_updated", &model);
    ok(&view)
}

pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_BINDING, rights::DELETE_BINDING])?.pk;
    let gone_from = state.flows.iter_mut().find_map(|flow| {
        let unbound = flow.unbind(&pk)?;
        Some(unbound.binding_model(flow))
    });
    let model = found(gone_from, MODEL)?;
    state.policy_bindings.retain(|binding| binding.target != pk);
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &model);
    gone()
}

/// Returns the name and the kind of a stage, if it exists.
fn stage(state: &Known, pk: &str) -> Option<(String, StageKind)> {
    let source = state.source_stages.iter().find(|stage| stage.pk == pk).map(|stage| (stage.name.clone(), SOURCE));
    let write = state.write_stages.iter().find(|stage| stage.pk == pk).map(|stage| (stage.name.clone(), WRITE));
    let deny = state.deny_stages.iter().find(|stage| stage.pk == pk).map(|stage| (stage.name.clone(), DENY));
    source.or(write).or(deny).or_else(|| state.flows.iter().find_map(|flow| flow.stage(pk)))
}
