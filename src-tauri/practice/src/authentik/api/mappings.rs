//! Property mappings of OAuth sources.
//!
//! Their Python isn't run, nor its syntax checked: see [`mapped`](crate::authentik::mapped).

use super::{created, found, gone, ok, use_of};
use crate::authentik::App;
use crate::authentik::answer::{Answer, Refusal};
use crate::authentik::door::Visit;
use crate::authentik::events::{self, Origin, Writer};
use crate::authentik::fields::{Blank, Fields, Wanted};
use crate::authentik::list::{Asks, list};
use crate::authentik::source::Mapping;
use crate::authentik::state::State as Known;
use crate::authentik::{mapped, random, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Value, json};

const MODEL: &str = "OAuthSourcePropertyMapping";

pub(crate) async fn list_all(State(app): State<App>, visit: Visit) -> Answer {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_MAPPING)?;
    let asks = Asks { exact: &["name", "managed"], search: &["name"], order: "name" };
    list(state.mappings.iter().map(Mapping::view).collect(), &visit.query, &asks)
}

pub(crate) async fn create(State(app): State<App>, visit: Visit, body: Bytes) -> Answer {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_MAPPING)?.pk;
    created(&make(&mut state, &Writer::of(&visit, by), &body)?.view())
}

/// Makes one, whoever asks for it.
pub(crate) fn make(state: &mut Known, by: &Writer, body: &Bytes) -> Result<Mapping, Refusal> {
    let mut fields = Fields::read(body, Wanted::Whole, &["name", "expression"])?;
    let name = fields.text("name", Blank::Refused);
    let expression = fields.text("expression", Blank::Refused);
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

pub(crate) async fn one(State(app): State<App>, visit: Visit, Path(pk): Path<String>) -> Answer {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_MAPPING])?;
    ok(&found(state.mappings.iter().find(|mapping| mapping.pk == pk), MODEL)?.view())
}

/// `PUT`
pub(crate) async fn replace(State(app): State<App>, visit: Visit, Path(pk): Path<String>, body: Bytes) -> Answer {
    write(&app, &visit, &pk, &body, Wanted::Whole)
}

/// `PATCH`
pub(crate) async fn change(State(app): State<App>, visit: Visit, Path(pk): Path<String>, body: Bytes) -> Answer {
    write(&app, &visit, &pk, &body, Wanted::Part)
}

fn write(app: &App, visit: &Visit, pk: &str, body: &Bytes, wanted: Wanted) -> Answer {
    let mut state = app.state();
    let by = rights::may_touch(&state, visit, &[rights::VIEW_MAPPING, rights::CHANGE_MAPPING])?.pk;
    ok(&alter(&mut state, &Writer::of(visit, by), pk, (body, wanted))?.view())
}

/// Changes one, whoever asks for it.
pub(crate) fn alter(
    state: &mut Known,
    by: &Writer,
    pk: &str,
    (body, wanted): (&Bytes, Wanted),
) -> Result<Mapping, Refusal> {
    let at = found(state.mappings.iter().position(|mapping| mapping.pk == pk), MODEL)?;
    let mut fields = Fields::read(body, wanted, &["name", "expression"])?;
    let name = fields.text("name", Blank::Refused);
    let expression = fields.text("expression", Blank::Refused);
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

/// `POST /propertymappings/all/<pk>/test/`: runs the mapping once, without a visitor. Only this path exists; the one
/// among the mappings of OAuth sources doesn't. Who lacks a right meets a fault inside.
pub(crate) async fn test(State(app): State<App>, visit: Visit, Path(pk): Path<String>) -> Answer {
    let mapping = {
        let state = app.state();
        rights::may_touch(&state, &visit, &[rights::VIEW_ANY_MAPPING, rights::ADD_ANY_MAPPING])
            .map_err(|refusal| if refusal == Refusal::NotAllowed { Refusal::Fault } else { refusal })?;
        found(state.mappings.iter().find(|mapping| mapping.pk == pk), "PropertyMapping")?.clone()
    };
    ok(&match mapped::test(&app, &mapping) {
        Ok(result) => json!({ "result": result.to_string(), "successful": true }),
        Err(raised) => json!({ "result": verbatim::traceback(&raised), "successful": false }),
    })
}

pub(crate) async fn delete(State(app): State<App>, visit: Visit, Path(pk): Path<String>) -> Answer {
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

pub(crate) async fn used_by(State(app): State<App>, visit: Visit, Path(pk): Path<String>) -> Answer {
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
