//! The list of flows.

use super::{found, ok};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::flows::{DESIGNATIONS, Flow};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::{rights, verbatim};
use axum::extract::{Path, State};

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_FLOW)?;
    if let Some(stranger) = visit.query.filter("designation").filter(|wanted| !DESIGNATIONS.contains(wanted)) {
        return Err(ApiRefusal::field("designation", verbatim::not_available(stranger)));
    }
    let asks = ListFilters {
        exact: &["slug", "name", "designation", "denied_action"],
        search: &["name", "slug", "designation", "title"],
        order: "slug",
    };
    list(state.flows.iter().map(Flow::view).collect(), &visit.query, &asks)
}

pub(crate) async fn one(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_FLOW])?;
    ok(&found(state.flow(&slug), "Flow")?.view())
}
