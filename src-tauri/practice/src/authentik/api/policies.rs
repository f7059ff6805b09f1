//! Expression policies and policy bindings [docs/evidence/authentik.md §8.2].

use super::stored::{ObjectRights, StoredObject};
use super::{created, found, gone, ok};
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::policies::{self, Policy, PolicyBinding};
use crate::authentik::request::RequestContext;
use crate::authentik::state::ServerState;
use crate::authentik::{RequestState, python, rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Value, json};

const BINDING: &str = "PolicyBinding";

impl StoredObject for Policy {
    const MODEL: &'static str = "ExpressionPolicy";
    const RIGHTS: ObjectRights = ObjectRights {
        view: rights::VIEW_POLICY,
        add: rights::ADD_POLICY,
        change: rights::CHANGE_POLICY,
        delete: rights::DELETE_POLICY,
    };

    fn all(state: &ServerState) -> &Vec<Self> {
        &state.policies
    }

    fn all_mut(state: &mut ServerState) -> &mut Vec<Self> {
        &mut state.policies
    }

    fn blank() -> Self {
        Self::new("", "")
    }

    fn pk(&self) -> &str {
        &self.pk
    }

    fn model(&self) -> Value {
        self.model()
    }

    fn view(&self, state: &ServerState) -> Value {
        self.view(&state.policy_bindings)
    }

    /// White space around an expression is removed.
    fn read(state: &ServerState, body: &Bytes, wanted: RequiredFields, before: Self) -> Result<Self, ApiRefusal> {
        let mut next = before;
        let mut fields = SentFields::read(body, wanted, &["name", "expression"])?;
        if let Some(name) = fields.text("name", BlankPolicy::Refused) {
            if state.policies.iter().any(|other| other.name == name && other.pk != next.pk) {
                fields.refuse("name", verbatim::POLICY_TAKEN);
            }
            next.name = name;
        }
        if let Some(expression) = fields.text("expression", BlankPolicy::Refused) {
            if let Err(error) = python::check(&expression) {
                fields.refuse("expression", error.told(&next.name));
            }
            next.expression = expression;
        }
        next.execution_logging = fields.flag("execution_logging").unwrap_or(next.execution_logging);
        fields.done()?;
        Ok(next)
    }

    /// Its bindings go along.
    fn forget(state: &mut ServerState, pk: &str) {
        state.policy_bindings.retain(|binding| binding.policy != pk);
        for flow in &mut state.flows {
            flow.policies.retain(|policy| *policy != pk);
        }
    }
}

/// Nothing is told of a policy's uses [M, docs/evidence/authentik.md §8.1].
pub(crate) async fn used_by(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_ANY_POLICY])?;
    found(state.policies.iter().find(|policy| policy.pk == pk), "Policy")?;
    ok(&json!([]))
}

/// `POST /policies/all/<pk>/test/`: a dry run. A caller who lacks a right gets an internal error.
pub(crate) async fn test(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_ANY_POLICY, rights::ADD_ANY_POLICY, rights::VIEW_USER])
        .map_err(|refusal| if refusal == ApiRefusal::NotAllowed { ApiRefusal::Fault } else { refusal })?;
    let policy = found(state.policies.iter().find(|policy| policy.pk == pk), "Policy")?;
    let mut fields = SentFields::read(&body, RequiredFields::Whole, &["user"])?;
    let number = fields.number("user");
    let user = number.and_then(|pk| state.user(pk));
    if let (Some(pk), None) = (number, user) {
        fields.refuse("user", verbatim::no_such_object(&pk.to_string()));
    }
    fields.done()?;
    let context = serde_json::from_slice::<Value>(&body).unwrap_or_default()["context"].take();
    ok(&policies::test(&state, policy, found(user, "User")?, &context))
}

pub(crate) async fn list_bindings(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_POLICY_BINDING)?;
    // The list is filtered by another key than the one that is written and returned.
    let wanted = visit.query.filter("target");
    let fits = |binding: &&PolicyBinding| {
        wanted.is_none_or(|wanted| policies::filter_key(&state, &binding.target) == Some(wanted))
    };
    let rows = state.policy_bindings.iter().filter(fits).map(|binding| binding.view(&state)).collect();
    list(rows, &visit.query, &ListFilters { exact: &["policy", "order", "enabled"], search: &[], order: "order" })
}

pub(crate) async fn one_binding(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_POLICY_BINDING])?;
    ok(&found(state.policy_bindings.iter().find(|binding| binding.pk == pk), BINDING)?.view(&state))
}

pub(crate) async fn create_binding(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_POLICY_BINDING)?.pk;
    let made = read_binding(&state, &body, PolicyBinding::new("", "", 0))?;
    state.policy_bindings.push(made.clone());
    bound_policies(&mut state, &made.target);
    let model = made.model(&state);
    events::changed(&mut state, &Origin::of(&visit), by, "model_created", &model);
    created(&made.view(&state))
}

/// Changes a binding. Without its policy and its target in the request, the server breaks.
pub(crate) async fn change_binding(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_POLICY_BINDING, rights::CHANGE_POLICY_BINDING])?.pk;
    let at = found(state.policy_bindings.iter().position(|binding| binding.pk == pk), BINDING)?;
    let sent = serde_json::from_slice::<Value>(&body).unwrap_or_default();
    if ["policy", "target"].iter().any(|field| sent.get(field).is_none()) {
        return Err(ApiRefusal::Fault);
    }
    let next = read_binding(&state, &body, state.policy_bindings[at].clone())?;
    let before = std::mem::replace(&mut state.policy_bindings[at], next.clone());
    bound_policies(&mut state, &before.target);
    bound_policies(&mut state, &next.target);
    let model = next.model(&state);
    events::changed(&mut state, &Origin::of(&visit), by, "model_updated", &model);
    ok(&next.view(&state))
}

fn read_binding(state: &ServerState, body: &Bytes, before: PolicyBinding) -> Result<PolicyBinding, ApiRefusal> {
    let mut next = before;
    let mut fields = SentFields::read(body, RequiredFields::Whole, &["target", "order", "policy"])?;
    let policy = fields.key("policy", |pk| state.policies.iter().any(|policy| policy.pk == pk));
    let target = fields.key("target", |pk| policies::filter_key(state, pk).is_some());
    next.policy = policy.unwrap_or(next.policy);
    next.target = target.unwrap_or(next.target);
    next.order = fields.integer("order").unwrap_or(next.order);
    next.enabled = fields.flag("enabled").unwrap_or(next.enabled);
    next.negate = fields.flag("negate").unwrap_or(next.negate);
    next.timeout = fields.number("timeout").unwrap_or(next.timeout);
    next.failure_result = fields.flag("failure_result").unwrap_or(next.failure_result);
    fields.done()?;
    let is_twin = |other: &&PolicyBinding| {
        other.pk != next.pk && (&other.policy, &other.target, other.order) == (&next.policy, &next.target, next.order)
    };
    if state.policy_bindings.iter().any(|other| is_twin(&other)) {
        return Err(ApiRefusal::field("non_field_errors", verbatim::POLICY_BOUND_THERE));
    }
    Ok(next)
}

pub(crate) async fn delete_binding(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_POLICY_BINDING, rights::DELETE_POLICY_BINDING])?.pk;
    let at = found(state.policy_bindings.iter().position(|binding| binding.pk == pk), BINDING)?;
    let model = state.policy_bindings[at].model(&state);
    let removed = state.policy_bindings.remove(at);
    bound_policies(&mut state, &removed.target);
    events::changed(&mut state, &Origin::of(&visit), by, "model_deleted", &model);
    gone()
}

/// Updates the list of policies that a flow's view has.
fn bound_policies(state: &mut ServerState, target: &str) {
    let mut bound: Vec<_> = state.policy_bindings.iter().filter(|binding| binding.target == target).collect();
    bound.sort_by_key(|binding| binding.order);
    let policies = bound.into_iter().map(|binding| binding.policy.clone()).collect();
    if let Some(flow) = state.flows.iter_mut().find(|flow| flow.pk == target) {
        flow.policies = policies;
    }
}
