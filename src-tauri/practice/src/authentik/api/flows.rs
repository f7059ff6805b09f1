//! Flows: their list, creation, change, deletion, and what uses a flow.

use super::bindings::MODES;
use super::{created, found, gone, ok, use_of};
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::flows::{DESIGNATIONS, Flow};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::request::RequestContext;
use crate::authentik::state::ServerState as Known;
use crate::authentik::{RequestState, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::Value;

const MODEL: &str = "Flow";
/// Who may run a flow.
const AUTHENTICATION: [&str; 7] = [
    "none",
    "require_authenticated",
    "require_unauthenticated",
    "require_superuser",
    "require_redirect",
    "require_outpost",
    "require_token",
];
/// How many characters a flow's slug may have [D, docs/evidence/authentik.md §4.5].
const LONGEST_SLUG: usize = 50;

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

pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_FLOW)?.pk;
    let made = read(&state, &body, RequiredFields::Whole, Flow::new())?;
    state.flows.push(made.clone());
    events::changed(&mut state, &Origin::of(&visit), by, "model_created", &made.model());
    created(&made.view())
}

pub(crate) async fn change(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_FLOW, rights::CHANGE_FLOW])?.pk;
    let at = found(state.flows.iter().position(|flow| flow.slug == slug), MODEL)?;
    let next = read(&state, &body, RequiredFields::Part, state.flows[at].clone())?;
    state.flows[at].clone_from(&next);
    events::changed(&mut state, &Origin::of(&visit), by, "model_updated", &next.model());
    ok(&next.view())
}

fn read(state: &Known, body: &Bytes, wanted: RequiredFields, before: Flow) -> Result<Flow, ApiRefusal> {
    let mut next = before;
    let mut fields = SentFields::read(body, wanted, &["name", "slug", "title", "designation"])?;
    next.name = fields.text("name", BlankPolicy::Refused).unwrap_or(next.name);
    next.title = fields.text("title", BlankPolicy::Refused).unwrap_or(next.title);
    if let Some(slug) = fields.text("slug", BlankPolicy::Refused) {
        let is_slug = slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if !is_slug {
            fields.refuse("slug", verbatim::SLUG);
        } else if slug.len() > LONGEST_SLUG {
            fields.refuse("slug", verbatim::too_long(LONGEST_SLUG));
        } else if state.flows.iter().any(|other| other.slug == slug && other.pk != next.pk) {
            fields.refuse("slug", verbatim::FLOW_TAKEN);
        }
        next.slug = slug;
    }
    next.designation = fields.choice("designation", &DESIGNATIONS).unwrap_or(next.designation);
    next.authentication = fields.choice("authentication", &AUTHENTICATION).unwrap_or(next.authentication);
    next.policy_engine_mode = fields.choice("policy_engine_mode", &MODES).unwrap_or(next.policy_engine_mode);
    fields.done()?;
    Ok(next)
}

/// Deletes a flow with the bindings of its stages and policies. A source that uses it has no such flow from then on
/// [M, docs/evidence/authentik.md §8.5].
pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_FLOW, rights::DELETE_FLOW])?.pk;
    let at = found(state.flows.iter().position(|flow| flow.slug == slug), MODEL)?;
    let removed = state.flows.remove(at);
    let goes = |target: &String| *target == removed.pk || removed.stages.iter().any(|stage| stage.binding == *target);
    state.policy_bindings.retain(|binding| !goes(&binding.target));
    for source in &mut state.sources {
        for flow in [&mut source.authentication_flow, &mut source.enrollment_flow] {
            flow.take_if(|flow| *flow == removed.pk);
        }
    }
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &removed.model());
    gone()
}

pub(crate) async fn used_by(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_FLOW])?;
    let flow = found(state.flow(&slug), MODEL)?;
    let uses = |pk: &Option<String>| pk.as_ref() == Some(&flow.pk);
    let sources =
        state.sources.iter().filter(|source| uses(&source.authentication_flow) || uses(&source.enrollment_flow));
    let sources = sources.map(|source| use_of("authentik_core", "source", &source.pk, &source.name, "set_null"));
    ok(&Value::Array(sources.collect()))
}
