//! The API of objects that are listed, read, created, changed and deleted in the same way.

use super::{created, found, gone, ok};
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::RequiredFields;
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::state::ServerState;
use crate::authentik::{RequestState, rights};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::Value;

const FILTERS: ListFilters = ListFilters { exact: &["name"], search: &["name"], order: "name" };

/// The permissions for one kind of object.
pub(crate) struct ObjectRights {
    pub view: &'static str,
    pub add: &'static str,
    pub change: &'static str,
    pub delete: &'static str,
}

/// An object that the server stores by its key.
pub(crate) trait StoredObject: Clone + Send + 'static {
    /// The name of the model, as an answer for a missing object has it.
    const MODEL: &'static str;
    const RIGHTS: ObjectRights;

    fn all(state: &ServerState) -> &Vec<Self>;
    fn all_mut(state: &mut ServerState) -> &mut Vec<Self>;
    /// A new object before anything of it was read.
    fn blank() -> Self;
    fn pk(&self) -> &str;
    /// What an event says of it.
    fn model(&self) -> Value;
    fn view(&self, state: &ServerState) -> Value;
    /// The object with the fields that were sent.
    fn read(state: &ServerState, body: &Bytes, wanted: RequiredFields, before: Self) -> Result<Self, ApiRefusal>;
    /// Removes what goes along when the object with this key is deleted.
    fn forget(state: &mut ServerState, pk: &str);
}

/// The place of the object with this key.
fn place<S: StoredObject>(state: &ServerState, pk: &str) -> Result<usize, ApiRefusal> {
    found(S::all(state).iter().position(|object| object.pk() == pk), S::MODEL)
}

pub(crate) async fn list_all<S: StoredObject>(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, S::RIGHTS.view)?;
    list(S::all(&state).iter().map(|object| object.view(&state)).collect(), &visit.query, &FILTERS)
}

pub(crate) async fn one<S: StoredObject>(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[S::RIGHTS.view])?;
    ok(&S::all(&state)[place::<S>(&state, &pk)?].view(&state))
}

pub(crate) async fn create<S: StoredObject>(
    State(app): State<RequestState>,
    visit: RequestContext,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, S::RIGHTS.add)?.pk;
    let made = S::read(&state, &body, RequiredFields::Whole, S::blank())?;
    S::all_mut(&mut state).push(made.clone());
    events::changed(&mut state, &Origin::of(&visit), by, "model_created", &made.model());
    created(&made.view(&state))
}

pub(crate) async fn change<S: StoredObject>(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[S::RIGHTS.view, S::RIGHTS.change])?.pk;
    let at = place::<S>(&state, &pk)?;
    let next = S::read(&state, &body, RequiredFields::Part, S::all(&state)[at].clone())?;
    S::all_mut(&mut state)[at].clone_from(&next);
    events::changed(&mut state, &Origin::of(&visit), by, "model_updated", &next.model());
    ok(&next.view(&state))
}

pub(crate) async fn delete<S: StoredObject>(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[S::RIGHTS.view, S::RIGHTS.delete])?.pk;
    let at = place::<S>(&state, &pk)?;
    let removed = S::all_mut(&mut state).remove(at);
    S::forget(&mut state, &pk);
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &removed.model());
    gone()
}
