//! Property mappings of OAuth sources.
//!
//! Their Python code isn't run, and its syntax isn't checked: see [`mapped_profile`](crate::authentik::mapped_profile).

use super::{created, found, gone, ok, use_of};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin, Writer};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::source::Mapping;
use crate::authentik::state::ServerState as Known;
use crate::authentik::{mapped_profile, random, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Value, json};

const MODEL: &str = "OAuthSourcePropertyMapping";

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_MAPPING)?;
    let asks = ListFilters { exact: &["name", "managed"], search: &["name"], order: "name" };
    list(state.mappings.iter().map(Mapping::view).collect(), &visit.query, &asks)
}

pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_MAPPING)?.pk;
    created(&make(&mut state, &Writer::of(&visit, by), &body)?.view())
}

/// Creates a mapping, for the API or for a blueprint.
pub(crate) fn make(state: &mut Known, by: &Writer, body: &Bytes) -> Result<Mapping, ApiRefusal> {
    let mut fields = SentFields::read(body, RequiredFields::Whole, &["name", "expression"])?;
    let name = fields.text("name", BlankPolicy::Refused);
    let expression = fields.text("expression", BlankPolicy::Refused);
    if name.as_ref().is_some_and(|name| state.mappings.iter().any(|known| known.name == *name)) {
        fields.refuse("name", verbatim::MAPPING_TAKEN);
    }
    fields.done()?;
    let mapping =
        Mapping { pk: random::uuid(), name: name.unwrap_or_default(), expression: expression.unwrap_or_default() };
    state.mappings.push(mapping.clone());
    by.changed(state, "model_created", &mapping.model());
    Ok(mapping)
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_MAPPING])?;
    ok(&found(state.mappings.iter().find(|mapping| mapping.pk == pk), MODEL)?.view())
}

/// Replaces a mapping (`PUT`).
pub(crate) async fn replace(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    write(&app, &visit, &pk, &body, RequiredFields::Whole)
}

/// Changes a mapping (`PATCH`).
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
    let by = rights::may_touch(&state, visit, &[rights::VIEW_MAPPING, rights::CHANGE_MAPPING])?.pk;
    ok(&alter(&mut state, &Writer::of(visit, by), pk, body, wanted)?.view())
}

/// Changes a mapping, for the API or for a blueprint.
pub(crate) fn alter(
    state: &mut Known,
    by: &Writer,
    pk: &str,
    body: &Bytes,
    wanted: RequiredFields,
) -> Result<Mapping, ApiRefusal> {
    let at = found(state.mappings.iter().position(|mapping| mapping.pk == pk), MODEL)?;
    let mut fields = SentFields::read(body, wanted, &["name", "expression"])?;
    let name = fields.text("name", BlankPolicy::Refused);
    let expression = fields.text("expression", BlankPolicy::Refused);
    if name.as_ref().is_some_and(|name| state.mappings.iter().any(|known| known.pk != pk && known.name == *name)) {
        fields.refuse("name", verbatim::MAPPING_TAKEN);
    }
    fields.done()?;
    let mapping = &mut state.mappings[at];
    mapping.name = name.unwrap_or_else(|| mapping.name.clone());
    mapping.expression = expression.unwrap_or_else(|| mapping.expression.clone());
    let mapping = mapping.clone();
    by.changed(state, "model_updated", &mapping.model());
    Ok(mapping)
}

/// `POST /propertymappings/all/<pk>/test/`: runs the mapping once, without a visitor. Only this path exists, and not
/// the one below the mappings of OAuth sources. A caller who lacks a right gets an internal error.
pub(crate) async fn test(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mapping = {
        let state = app.state();
        rights::may_touch(&state, &visit, &[rights::VIEW_ANY_MAPPING, rights::ADD_ANY_MAPPING])
            .map_err(|refusal| if refusal == ApiRefusal::NotAllowed { ApiRefusal::Fault } else { refusal })?;
        found(state.mappings.iter().find(|mapping| mapping.pk == pk), "PropertyMapping")?.clone()
    };
    ok(&match mapped_profile::test(&mapping) {
        Ok(result) => json!({ "result": result.to_string(), "successful": true }),
        Err(raised) => json!({ "result": verbatim::traceback(&raised), "successful": false }),
    })
}

pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_MAPPING, rights::DELETE_MAPPING])?.pk;
    let at = found(state.mappings.iter().position(|mapping| mapping.pk == pk), MODEL)?;
    let mapping = state.mappings.remove(at);
    for source in &mut state.sources {
        source.user_property_mappings.retain(|bound| *bound != mapping.pk);
        source.group_property_mappings.retain(|bound| *bound != mapping.pk);
    }
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &mapping.model());
    gone()
}

pub(crate) async fn used_by(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_MAPPING])?;
    found(state.mappings.iter().find(|mapping| mapping.pk == pk), MODEL)?;
    let users = state
        .sources
        .iter()
        .filter(|source| source.user_property_mappings.contains(&pk) || source.group_property_mappings.contains(&pk))
        .map(|source| use_of("authentik_core", "source", &source.pk, &source.name, "cascade_many"))
        .collect();
    ok(&Value::Array(users))
}
