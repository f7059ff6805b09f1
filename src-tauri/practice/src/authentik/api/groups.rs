//! Groups of users.

use super::{created, found, gone, ok, use_of};
use crate::authentik::answer::ApiResponse;
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::own_stages::Group;
use crate::authentik::request::RequestContext;
use crate::authentik::{RequestState, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::Value;

const MODEL: &str = "Group";

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_GROUP)?;
    let rows = state.groups.iter().map(|group| group.view(&state.members(group))).collect();
    list(rows, &visit.query, &ListFilters { exact: &["name", "is_superuser"], search: &["name"], order: "name" })
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_GROUP])?;
    let group = found(state.groups.iter().find(|group| group.pk == pk), MODEL)?;
    ok(&group.view(&state.members(group)))
}

pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_GROUP)?.pk;
    let mut fields = SentFields::read(&body, RequiredFields::Whole, &["name"])?;
    let name = fields.text("name", BlankPolicy::Refused).unwrap_or_default();
    if state.groups.iter().any(|group| group.name == name) {
        fields.refuse("name", verbatim::GROUP_TAKEN);
    }
    fields.done()?;
    let made = Group::new(&name, u64::try_from(state.groups.len()).unwrap_or_default());
    state.groups.push(made.clone());
    events::changed(&mut state, &Origin::of(&visit), by, "model_created", &made.model());
    created(&made.view(&[]))
}

/// Deletes the group. A stage that puts new users into it puts them into none from then on
/// [M, docs/evidence/authentik.md §10].
pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_GROUP, rights::DELETE_GROUP])?.pk;
    let at = found(state.groups.iter().position(|group| group.pk == pk), MODEL)?;
    let removed = state.groups.remove(at);
    for stage in &mut state.write_stages {
        stage.create_users_group.take_if(|group| *group == pk);
    }
    for user in &mut state.users {
        user.groups.retain(|group| group.pk != pk);
    }
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &removed.model());
    gone()
}

pub(crate) async fn used_by(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_GROUP])?;
    found(state.groups.iter().find(|group| group.pk == pk), MODEL)?;
    let stages = state.write_stages.iter().filter(|stage| stage.create_users_group.as_deref() == Some(pk.as_str()));
    let uses = stages.map(|stage| {
        let name = format!("Stage {}", stage.name);
        use_of("authentik_stages_user_write", "userwritestage", &stage.pk, &name, "set_default")
    });
    ok(&Value::Array(uses.collect()))
}
