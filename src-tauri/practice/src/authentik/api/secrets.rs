//! Secrets, in the release that has them as objects; drafted, see [`secret`](crate::authentik::secret).

use super::{created, found, gone, ok, use_of};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::Writer;
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::rights;
use crate::authentik::secret::{Secret, TYPES, generated};
use crate::authentik::state::ServerState as Known;
use axum::body::Bytes;
use axum::extract::{Path, State};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

const MODEL: &str = "Secret";

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_SECRET)?;
    let asks = ListFilters { exact: &["name", "managed"], search: &["name"], order: "name" };
    list(state.secrets.iter().map(Secret::view).collect(), &visit.query, &asks)
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_SECRET])?;
    ok(&found(state.secrets.iter().find(|secret| secret.pk == pk), MODEL)?.view())
}

/// Without a value the server makes one.
pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_SECRET)?.pk;
    created(&make(&mut state, &Writer::of(&visit, by), &body)?.view())
}

/// Creates a secret, for the API or for a blueprint.
pub(crate) fn make(state: &mut Known, by: &Writer, body: &Bytes) -> Result<Secret, ApiRefusal> {
    let made = read(body, RequiredFields::Whole, Secret::new(), TYPES.as_slice())?;
    state.secrets.push(made.clone());
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
    let by = rights::may_touch(&state, visit, &[rights::VIEW_SECRET, rights::CHANGE_SECRET])?.pk;
    ok(&alter(&mut state, &Writer::of(visit, by), pk, body, wanted)?.view())
}

/// Changes a secret, for the API or for a blueprint.
pub(crate) fn alter(
    state: &mut Known,
    by: &Writer,
    pk: &str,
    body: &Bytes,
    wanted: RequiredFields,
) -> Result<Secret, ApiRefusal> {
    let at = place(state, pk)?;
    // The kind of value stays what it is.
    let kind = state.secrets[at].kind.clone();
    let next = read(body, wanted, state.secrets[at].clone(), &[kind.as_str()])?;
    state.secrets[at].clone_from(&next);
    by.changed(state, "model_updated", &next.model());
    Ok(next)
}

fn place(state: &Known, pk: &str) -> Result<usize, ApiRefusal> {
    found(state.secrets.iter().position(|secret| secret.pk == pk), MODEL)
}

/// The secret with the fields that were sent; an empty value keeps the one that is there.
fn read(body: &Bytes, wanted: RequiredFields, before: Secret, kinds: &[&str]) -> Result<Secret, ApiRefusal> {
    let mut next = before;
    let mut fields = SentFields::read(body, wanted, &["name"])?;
    if let Some(name) = fields.text("name", BlankPolicy::Refused) {
        next.name = name;
    }
    if let Some(kind) = fields.choice("type", kinds) {
        next.kind = kind;
    }
    if let Some(value) = fields.text("value", BlankPolicy::Allowed).filter(|value| !value.is_empty()) {
        next.put(value.into());
    }
    fields.done()?;
    Ok(next)
}

/// One that is in use can't be deleted.
pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_SECRET, rights::DELETE_SECRET])?.pk;
    let at = place(&state, &pk)?;
    if state.sources.iter().any(|source| source.consumer_secret_ref.as_ref() == Some(&pk)) {
        return Err(ApiRefusal::Fault);
    }
    let removed = state.secrets.remove(at);
    Writer::of(&visit, by).changed(&mut state, "model_deleted", &removed.model());
    gone()
}

/// The only call that shows a value.
pub(crate) async fn view_value(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_SECRET, rights::VIEW_SECRET_VALUE])?;
    let secret = &state.secrets[place(&state, &pk)?];
    ok(&json!({ "value": secret.value.expose_secret() }))
}

/// Makes another value. What X gave out it can't make: for a Client Secret of X this is the wrong call.
pub(crate) async fn rotate(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_SECRET, rights::ROTATE_SECRET])?.pk;
    let at = place(&state, &pk)?;
    state.secrets[at].put(generated());
    let changed = state.secrets[at].clone();
    Writer::of(&visit, by).changed(&mut state, "model_updated", &changed.model());
    ok(&changed.view())
}

pub(crate) async fn used_by(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    let user = rights::may_touch(&state, &visit, &[rights::VIEW_SECRET])?;
    place(&state, &pk)?;
    let users = state.sources.iter().filter(|source| source.consumer_secret_ref.as_ref() == Some(&pk));
    let seen = users.filter(|_| rights::has(user, rights::VIEW_SOURCE));
    let row = |source: &crate::authentik::source::Source| {
        let name = format!("OAuth Source {}", source.name);
        use_of("authentik_sources_oauth", "oauthsource", &source.pk, &name, "cascade")
    };
    ok(&Value::Array(seen.map(row).collect()))
}
