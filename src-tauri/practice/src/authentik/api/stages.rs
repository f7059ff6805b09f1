//! The stage that shows the login page.

use super::{found, ok};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin, Writer};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::flows::Identification;
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::state::{AKADMIN, ServerState as Known};
use crate::authentik::{rights, verbatim};
use crate::faults::Fault;
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Value, json};

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_STAGE)?;
    let asks = ListFilters { exact: &["name", "show_source_labels"], search: &["name"], order: "name" };
    let rows = state.identifications.iter().map(|stage| view(&state, stage)).collect::<Result<_, _>>()?;
    list(rows, &visit.query, &asks)
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_STAGE])?;
    ok(&view(&state, stage(&state, &pk)?)?)
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

fn view(known: &Known, of: &Identification) -> Result<Value, ApiRefusal> {
    Ok(of.view(found(known.flow(&of.flow), "Flow")?))
}

fn stage<'a>(state: &'a Known, pk: &str) -> Result<&'a Identification, ApiRefusal> {
    found(state.identifications.iter().find(|stage| stage.pk == pk), "IdentificationStage")
}

fn write(app: &RequestState, visit: &RequestContext, pk: &str, body: &Bytes, wanted: RequiredFields) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, visit, &[rights::VIEW_STAGE, rights::CHANGE_STAGE])?.pk;
    let changed = alter(app, &mut state, &Writer::of(visit, by), pk, body, wanted)?;
    ok(&view(&state, &changed)?)
}

/// Changes an identification stage, for the API or for a blueprint.
pub(crate) fn alter(
    app: &RequestState,
    state: &mut Known,
    by: &Writer,
    pk: &str,
    body: &Bytes,
    wanted: RequiredFields,
) -> Result<Identification, ApiRefusal> {
    let mut next = stage(state, pk)?.clone();

    let mut fields = SentFields::read(body, wanted, &["name"])?;
    // The name is a field here as elsewhere, but the stage's name doesn't change.
    fields.text("name", BlankPolicy::Refused);
    let user_fields = fields.choices("user_fields", &["email", "username", "upn"]);
    let sources = fields.keys("sources", |pk| state.source_of_key(pk).is_some());
    for (name, _) in Identification::SWITCHES {
        if let Some(on) = fields.flag(name) {
            next.switches.insert(name.to_owned(), json!(on));
        }
    }
    fields.done()?;

    // A real server looks only at what was sent: if the list is emptied, the user fields have to be sent as well, even
    // though the stage has some already.
    let none = |sent: &Option<Vec<String>>| sent.as_ref().is_none_or(Vec::is_empty);
    if none(&user_fields) && none(&sources) {
        return Err(ApiRefusal::field("non_field_errors", verbatim::NOTHING_TO_SIGN_IN_WITH));
    }
    if let Some(user_fields) = user_fields {
        next.user_fields = user_fields;
    }
    let added = sources.map(|sent| put_sources(state, &mut next, &sent)).unwrap_or_default();

    if let Some(kept) = state.identifications.iter_mut().find(|stage| stage.pk == next.pk) {
        kept.clone_from(&next);
    }
    by.changed(state, "model_updated", &next.model());
    if app.has(Fault::SourceDisabled) && state.login_page_writes == 0 && !added.is_empty() {
        disable(state, &by.origin, &added);
    }
    state.login_page_writes += u32::from(!added.is_empty());
    Ok(next)
}

/// Replaces the stage's sources. Duplicates are removed, and the order is the one in which the sources were created.
/// Returns the sources that were added.
fn put_sources(state: &Known, to: &mut Identification, sent: &[String]) -> Vec<String> {
    let before = std::mem::take(&mut to.sources);
    to.sources = state.sources.iter().map(|source| source.pk.clone()).filter(|pk| sent.contains(pk)).collect();
    to.sources.iter().filter(|pk| !before.contains(pk)).cloned().collect()
}

/// The fault `source-disabled`: another admin disables the source at the moment when it is added to the login page. It
/// doesn't happen earlier, because the push reads the source back right after its creation and would find it disabled,
/// instead of the checks from outside.
fn disable(state: &mut Known, origin: &Origin, added: &[String]) {
    let mut disabled = Vec::new();
    for source in state.sources.iter_mut().filter(|source| added.contains(&source.pk)) {
        source.enabled = false;
        disabled.push(source.model());
    }
    for model in disabled {
        events::changed(state, origin, AKADMIN, "model_updated", &model);
    }
}
