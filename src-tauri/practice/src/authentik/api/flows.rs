//! Flows.

use super::{found, ok};
use crate::authentik::App;
use crate::authentik::answer::{Answer, Refusal};
use crate::authentik::door::Visit;
use crate::authentik::flows::{DESIGNATIONS, Flow};
use crate::authentik::list::{Asks, list};
use crate::authentik::{rights, verbatim};
use axum::extract::{Path, State};

pub(crate) async fn list_all(State(app): State<App>, visit: Visit) -> Answer {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_FLOW)?;
    if let Some(stranger) = visit.query.filter("designation").filter(|wanted| !DESIGNATIONS.contains(wanted)) {
        return Err(Refusal::field("designation", verbatim::not_available(stranger)));
    }
    let asks = Asks {
        exact: &["slug", "name", "designation", "denied_action"],
        search: &["name", "slug", "designation", "title"],
        order: "slug",
    };
    list(state.flows.iter().map(Flow::view).collect(), &visit.query, &asks)
}

pub(crate) async fn one(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Answer {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_FLOW])?;
    ok(&found(state.flow(&slug), "Flow")?.view())
}
