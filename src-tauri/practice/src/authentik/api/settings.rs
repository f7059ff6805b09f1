//! The server's own settings.

use super::ok;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::request::RequestContext;
use crate::authentik::{RequestState, rights};
use axum::body::Bytes;
use axum::extract::State;
use serde_json::Value;

pub(crate) async fn show(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_SETTINGS)?;
    ok(&Value::Object(state.settings.0.clone()))
}

/// What the release doesn't know is dropped without a word, here as everywhere [M, docs/evidence/authentik.md §13].
pub(crate) async fn change(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    rights::may(&state, &visit, rights::EDIT_SETTINGS)?;
    let Ok(Value::Object(sent)) = serde_json::from_slice(&body) else { return Err(ApiRefusal::NotJson) };
    for (name, value) in sent {
        if let Some(known) = state.settings.0.get_mut(&name) {
            *known = value;
        }
    }
    ok(&Value::Object(state.settings.0.clone()))
}
