//! The event log, as the API returns it.

use crate::authentik::RequestState;
use crate::authentik::answer::ApiResponse;
use crate::authentik::events::EventRecord;
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::rights;
use axum::extract::State;
use serde_json::Value;

/// Each filter parameter, and where in the event it looks. There is none for `context.source`, so sign-ins can't be
/// filtered by their source.
const INSIDE: [(&str, &str); 4] = [
    ("username", "/user/username"),
    ("context_model_app", "/context/model/app"),
    ("context_model_name", "/context/model/model_name"),
    ("context_model_pk", "/context/model/pk"),
];

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_EVENT)?;
    let actions: Vec<_> = visit.query.all("actions").filter(|action| !action.is_empty()).collect();
    let rows = state
        .events
        .iter()
        .filter(|event| actions.is_empty() || actions.contains(&event.action.as_ref()))
        .map(EventRecord::view)
        .filter(|event| {
            INSIDE.iter().all(|(parameter, place)| {
                visit.query.filter(parameter).is_none_or(|wanted| match event.pointer(place) {
                    Some(Value::String(text)) => text == wanted,
                    Some(other) => *other == wanted.parse::<u64>().unwrap_or_default(),
                    None => false,
                })
            })
        })
        .collect();
    let asks = ListFilters {
        exact: &["action", "client_ip"],
        search: &["pk", "user", "action", "app", "context", "client_ip"],
        order: "-created",
    };
    list(rows, &visit.query, &asks)
}
