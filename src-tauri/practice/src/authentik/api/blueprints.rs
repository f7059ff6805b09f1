//! Blueprints: their text is stored, and they can be applied.

use super::{created, found, gone, ok};
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::blueprint::{self, Blueprint, BlueprintStatus};
use crate::authentik::events::Writer;
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::{RequestState, random, rights};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Map, Value};

const MODEL: &str = "BlueprintInstance";

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_BLUEPRINT)?;
    let rows = state.blueprints.iter().map(Blueprint::view).collect();
    list(rows, &visit.query, &ListFilters { exact: &["name", "path"], search: &["name", "path"], order: "name" })
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_BLUEPRINT])?;
    ok(&found(state.blueprints.iter().find(|one| one.pk == pk), MODEL)?.view())
}

/// A blueprint that can't be applied isn't stored either. The refusal contains the lines of the log, without the entry
/// that they are about.
pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = Writer::of(&visit, rights::may(&state, &visit, rights::ADD_BLUEPRINT)?.pk);
    let mut fields = SentFields::read(&body, RequiredFields::Whole, &["name"])?;
    let name = fields.text("name", BlankPolicy::Refused);
    let content = fields.text("content", BlankPolicy::Allowed);
    let enabled = fields.flag("enabled");
    fields.done()?;
    let content = content.unwrap_or_default();
    let before = state.kept();
    let tried = blueprint::apply(&app, &mut state, &by, &content);
    state.restore(before);
    if let Err(said) = tried {
        let lines: Vec<Value> = said.lines().map(Value::from).collect();
        return Err(ApiRefusal::Fields(Map::from_iter([("content".to_owned(), lines.into())])));
    }
    let made = Blueprint {
        pk: random::uuid(),
        name: name.unwrap_or_default(),
        content,
        enabled: enabled.unwrap_or(true),
        status: BlueprintStatus::Unknown,
    };
    state.blueprints.push(made.clone());
    created(&made.view())
}

/// Answers with the previous state: the worker applies the blueprint, and reports the result later.
pub(crate) async fn apply(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let rights = [rights::VIEW_BLUEPRINT, rights::CHANGE_BLUEPRINT];
    let by = Writer::of(&visit, rights::may_touch(&state, &visit, &rights)?.pk);
    let at = found(state.blueprints.iter().position(|one| one.pk == pk), MODEL)?;
    let (answer, content) = (state.blueprints[at].view(), state.blueprints[at].content.clone());
    let before = state.kept();
    let applied = blueprint::apply(&app, &mut state, &by, &content);
    if applied.is_err() {
        state.restore(before);
    }
    state.blueprints[at].status = if applied.is_ok() { BlueprintStatus::Successful } else { BlueprintStatus::Error };
    ok(&answer)
}

/// Deletes the blueprint. The objects that it created stay.
pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_BLUEPRINT, rights::DELETE_BLUEPRINT])?;
    let at = found(state.blueprints.iter().position(|one| one.pk == pk), MODEL)?;
    state.blueprints.remove(at);
    gone()
}
