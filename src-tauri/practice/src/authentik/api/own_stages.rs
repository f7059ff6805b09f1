//! Stages that create users, and stages that deny.

use super::{created, found, gone, ok};
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::own_stages::{DenyStage, WriteStage};
use crate::authentik::request::RequestContext;
use crate::authentik::state::ServerState as Known;
use crate::authentik::{RequestState, random, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};

const WRITE: &str = "UserWriteStage";
const DENY: &str = "DenyStage";
const FILTERS: ListFilters = ListFilters { exact: &["name"], search: &["name"], order: "name" };

/// Whether another stage of any kind has this name.
fn is_taken(state: &Known, name: &str, pk: &str) -> bool {
    let bound = state.flows.iter().flat_map(|flow| &flow.stages).map(|stage| (&stage.pk, &stage.name));
    let write = state.write_stages.iter().map(|stage| (&stage.pk, &stage.name));
    let deny = state.deny_stages.iter().map(|stage| (&stage.pk, &stage.name));
    let source = state.source_stages.iter().map(|stage| (&stage.pk, &stage.name));
    bound.chain(write).chain(deny).chain(source).any(|(other, taken)| taken == name && other != pk)
}

pub(crate) async fn write_stages(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_WRITE_STAGE)?;
    list(state.write_stages.iter().map(|stage| stage.view(&state.flows)).collect(), &visit.query, &FILTERS)
}

pub(crate) async fn write_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_WRITE_STAGE])?;
    ok(&found(state.write_stages.iter().find(|stage| stage.pk == pk), WRITE)?.view(&state.flows))
}

pub(crate) async fn create_write_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_WRITE_STAGE)?.pk;
    let made = read(&state, &body, RequiredFields::Whole, WriteStage::new(&random::uuid(), ""))?;
    state.write_stages.push(made.clone());
    events::changed(&mut state, &Origin::of(&visit), by, "model_created", &made.model());
    created(&made.view(&state.flows))
}

pub(crate) async fn change_write_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_WRITE_STAGE, rights::CHANGE_WRITE_STAGE])?.pk;
    let at = found(state.write_stages.iter().position(|stage| stage.pk == pk), WRITE)?;
    let next = read(&state, &body, RequiredFields::Part, state.write_stages[at].clone())?;
    state.write_stages[at].clone_from(&next);
    events::changed(&mut state, &Origin::of(&visit), by, "model_updated", &next.model());
    ok(&next.view(&state.flows))
}

fn read(state: &Known, body: &Bytes, wanted: RequiredFields, before: WriteStage) -> Result<WriteStage, ApiRefusal> {
    let mut next = before;
    let mut fields = SentFields::read(body, wanted, &["name"])?;
    if let Some(name) = fields.text("name", BlankPolicy::Refused) {
        if is_taken(state, &name, &next.pk) {
            fields.refuse("name", verbatim::STAGE_TAKEN);
        }
        next.name = name;
    }
    let modes = ["never_create", "create_when_required", "always_create"];
    next.user_creation_mode = fields.choice("user_creation_mode", &modes).unwrap_or(next.user_creation_mode);
    next.create_users_as_inactive = fields.flag("create_users_as_inactive").unwrap_or(next.create_users_as_inactive);
    fields.put_key_or_null("create_users_group", &mut next.create_users_group, |pk| {
        state.groups.iter().any(|group| group.pk == pk)
    });
    let types = ["internal", "external", "service_account", "internal_service_account"];
    next.user_type = fields.choice("user_type", &types).unwrap_or(next.user_type);
    next.user_path_template =
        fields.text("user_path_template", BlankPolicy::Allowed).unwrap_or(next.user_path_template);
    fields.done()?;
    Ok(next)
}

/// Deletes the stage together with its bindings in all flows.
pub(crate) async fn delete_write_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_WRITE_STAGE, rights::DELETE_WRITE_STAGE])?.pk;
    let at = found(state.write_stages.iter().position(|stage| stage.pk == pk), WRITE)?;
    let model = state.write_stages.remove(at).model();
    unbind(&mut state, &pk);
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &model);
    gone()
}

/// Removes a stage's bindings, with the policies that are bound to them.
fn unbind(state: &mut Known, pk: &str) {
    let bound = state.flows.iter().flat_map(|flow| &flow.stages).filter(|bound| bound.pk == pk);
    let bindings: Vec<String> = bound.map(|bound| bound.binding.clone()).collect();
    state.policy_bindings.retain(|binding| !bindings.contains(&binding.target));
    for flow in &mut state.flows {
        flow.stages.retain(|bound| bound.pk != pk);
    }
}

pub(crate) async fn deny_stages(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_DENY_STAGE)?;
    list(state.deny_stages.iter().map(|stage| stage.view(&state.flows)).collect(), &visit.query, &FILTERS)
}

pub(crate) async fn deny_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_DENY_STAGE])?;
    ok(&found(state.deny_stages.iter().find(|stage| stage.pk == pk), DENY)?.view(&state.flows))
}

pub(crate) async fn create_deny_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_DENY_STAGE)?.pk;
    let before = DenyStage { pk: random::uuid(), name: String::new(), deny_message: String::new() };
    let made = read_deny(&state, &body, RequiredFields::Whole, before)?;
    state.deny_stages.push(made.clone());
    events::changed(&mut state, &Origin::of(&visit), by, "model_created", &made.model());
    created(&made.view(&state.flows))
}

pub(crate) async fn change_deny_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_DENY_STAGE, rights::CHANGE_DENY_STAGE])?.pk;
    let at = found(state.deny_stages.iter().position(|stage| stage.pk == pk), DENY)?;
    let next = read_deny(&state, &body, RequiredFields::Part, state.deny_stages[at].clone())?;
    state.deny_stages[at].clone_from(&next);
    events::changed(&mut state, &Origin::of(&visit), by, "model_updated", &next.model());
    ok(&next.view(&state.flows))
}

fn read_deny(state: &Known, body: &Bytes, wanted: RequiredFields, before: DenyStage) -> Result<DenyStage, ApiRefusal> {
    let mut next = before;
    let mut fields = SentFields::read(body, wanted, &["name"])?;
    if let Some(name) = fields.text("name", BlankPolicy::Refused) {
        if is_taken(state, &name, &next.pk) {
            fields.refuse("name", verbatim::STAGE_TAKEN);
        }
        next.name = name;
    }
    next.deny_message = fields.text("deny_message", BlankPolicy::Allowed).unwrap_or(next.deny_message);
    fields.done()?;
    Ok(next)
}

pub(crate) async fn delete_deny_stage(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_DENY_STAGE, rights::DELETE_DENY_STAGE])?.pk;
    let at = found(state.deny_stages.iter().position(|stage| stage.pk == pk), DENY)?;
    let model = state.deny_stages.remove(at).model();
    unbind(&mut state, &pk);
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &model);
    gone()
}
