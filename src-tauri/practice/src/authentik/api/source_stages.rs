//! Source stages. Creating and changing one needs an enterprise license; reading and deleting one doesn't.

use super::{created, found, gone, ok};
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin, Writer};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::source_stage::{SourceStage, duration};
use crate::authentik::state::ServerState as Known;
use crate::authentik::{RequestState, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};

const MODEL: &str = "SourceStage";

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_SOURCE_STAGE)?;
    let rows = state.source_stages.iter().map(|stage| stage.view(&state.flows)).collect();
    list(
        rows,
        &visit.query,
        &ListFilters { exact: &["name", "source", "resume_timeout"], search: &["name"], order: "name" },
    )
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_SOURCE_STAGE])?;
    ok(&found(state.source_stages.iter().find(|stage| stage.pk == pk), MODEL)?.view(&state.flows))
}

pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_SOURCE_STAGE)?.pk;
    let made = make(&mut state, &Writer::of(&visit, by), &body)?;
    created(&made.view(&state.flows))
}

/// Creates a Source stage, for the API or for a blueprint.
pub(crate) fn make(state: &mut Known, by: &Writer, body: &Bytes) -> Result<SourceStage, ApiRefusal> {
    let made = read(state, body, RequiredFields::Whole, SourceStage::new())?;
    state.source_stages.push(made.clone());
    by.changed(state, "model_created", &made.model());
    Ok(made)
}

pub(crate) async fn replace(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    write(&app, &visit, &pk, &body, RequiredFields::Whole)
}

pub(crate) async fn change(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    write(&app, &visit, &pk, &body, RequiredFields::Part)
}

fn write(app: &RequestState, visit: &RequestContext, pk: &str, body: &Bytes, wanted: RequiredFields) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, visit, &[rights::VIEW_SOURCE_STAGE, rights::CHANGE_SOURCE_STAGE])?.pk;
    let changed = alter(&mut state, &Writer::of(visit, by), pk, body, wanted)?;
    ok(&changed.view(&state.flows))
}

/// Changes a Source stage, for the API or for a blueprint.
pub(crate) fn alter(
    state: &mut Known,
    by: &Writer,
    pk: &str,
    body: &Bytes,
    wanted: RequiredFields,
) -> Result<SourceStage, ApiRefusal> {
    let at = found(state.source_stages.iter().position(|stage| stage.pk == pk), MODEL)?;
    let next = read(state, body, wanted, state.source_stages[at].clone())?;
    state.source_stages[at].clone_from(&next);
    by.changed(state, "model_updated", &next.model());
    Ok(next)
}

/// Returns the stage with the fields that were sent. The fields are checked one by one first, and the license last.
fn read(state: &Known, body: &Bytes, wanted: RequiredFields, before: SourceStage) -> Result<SourceStage, ApiRefusal> {
    let mut next = before;
    let mut fields = SentFields::read(body, wanted, &["name", "source"])?;
    if let Some(name) = fields.text("name", BlankPolicy::Refused) {
        if state.source_stages.iter().any(|other| other.name == name && other.pk != next.pk) {
            fields.refuse("name", verbatim::STAGE_TAKEN);
        }
        next.name = name;
    }
    if let Some(source) = fields.key("source", |pk| state.source_of_key(pk).is_some()) {
        next.source = source;
    }
    if let Some(timeout) = fields.text("resume_timeout", BlankPolicy::Refused) {
        if let Err(words) = duration(&timeout) {
            fields.refuse("resume_timeout", words);
        }
        next.resume_timeout = timeout;
    }
    if let Some(failures) = fields.choices("resume_on_match_failures", &["missing_property"]) {
        next.resume_on_match_failures = failures;
    }
    fields.done()?;
    if state.licensed { Ok(next) } else { Err(ApiRefusal::field("non_field_errors", verbatim::ENTERPRISE)) }
}

/// Deletes the stage together with its bindings in all flows.
pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_SOURCE_STAGE, rights::DELETE_SOURCE_STAGE])?.pk;
    let at = found(state.source_stages.iter().position(|stage| stage.pk == pk), MODEL)?;
    let removed = state.source_stages.remove(at);
    for flow in &mut state.flows {
        flow.stages.retain(|bound| bound.pk != removed.pk);
    }
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &removed.model());
    gone()
}
