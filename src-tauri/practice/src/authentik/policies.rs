//! Expression policies, their bindings, and the engine that asks them [docs/evidence/authentik.md §8.1, §8.2].

use super::events::{self, Origin};
use super::flows::{self, Flow, Stage};
use super::people::User;
use super::python::{self, Effects, PyValue, Raised};
use super::random;
use super::source::model;
use super::state::ServerState;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The policies of a new server: their names, their expressions, and what they are bound to.
const IF_SSO: &str = "# This policy ensures that this flow can only be used when the user\n# is in a SSO Flow (meaning they \
                      come from an external IdP)\nreturn ak_is_sso_flow";
const IF_USERNAME: &str = "# Check if we've not been given a username by the external IdP\n# and trigger the enrollment \
                           flow\nreturn 'username' not in context.get('prompt_data', {})";

/// An expression policy.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    pub pk: String,
    pub name: String,
    pub expression: String,
    pub execution_logging: bool,
}

/// A policy's binding to a flow, to the binding of a stage, or to a source.
#[derive(Clone, Debug)]
pub(crate) struct PolicyBinding {
    pub pk: String,
    pub policy: String,
    /// The key of what it is bound to.
    pub target: String,
    pub order: i64,
    pub enabled: bool,
    pub negate: bool,
    pub timeout: u64,
    pub failure_result: bool,
}

impl Policy {
    pub(crate) fn new(name: &str, expression: &str) -> Self {
        let (name, expression) = (name.to_owned(), expression.to_owned());
        Self { pk: random::uuid(), name, expression, execution_logging: false }
    }

    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_policies_expression", &self.name, "expressionpolicy")
    }

    /// The view, with the number of its bindings.
    pub(crate) fn view(&self, bindings: &[PolicyBinding]) -> Value {
        json!({
            "pk": self.pk,
            "name": self.name,
            "execution_logging": self.execution_logging,
            "component": "ak-policy-expression-form",
            "verbose_name": "Expression Policy",
            "verbose_name_plural": "Expression Policies",
            "meta_model_name": "authentik_policies_expression.expressionpolicy",
            "bound_to": bindings.iter().filter(|binding| binding.policy == self.pk).count(),
            "expression": self.expression,
        })
    }
}

impl PolicyBinding {
    pub(crate) fn new(policy: &str, target: &str, order: i64) -> Self {
        Self {
            pk: random::uuid(),
            policy: policy.to_owned(),
            target: target.to_owned(),
            order,
            enabled: true,
            negate: false,
            timeout: 30,
            failure_result: false,
        }
    }

    pub(crate) fn model(&self, state: &ServerState) -> Value {
        let policy = state.policies.iter().find(|policy| policy.pk == self.policy);
        let name = format!(
            "Binding from {} #{} to Policy {}",
            target_name(state, &self.target),
            self.order,
            policy.map_or("", |policy| policy.name.as_str())
        );
        model(&self.pk, "authentik_policies", &name, "policybinding")
    }

    pub(crate) fn view(&self, state: &ServerState) -> Value {
        let policy = state.policies.iter().find(|policy| policy.pk == self.policy);
        json!({
            "pk": self.pk,
            "policy": self.policy,
            "group": null,
            "user": null,
            "policy_obj": policy.map(|policy| policy.view(&state.policy_bindings)),
            "group_obj": null,
            "user_obj": null,
            "target": self.target,
            "negate": self.negate,
            "enabled": self.enabled,
            "order": self.order,
            "timeout": self.timeout,
            "failure_result": self.failure_result,
        })
    }
}

/// The policies of a new server, and their bindings to these flows.
pub(crate) fn defaults(flows: &mut [Flow]) -> (Vec<Policy>, Vec<PolicyBinding>) {
    let (mut policies, mut bindings) = (Vec::new(), Vec::new());
    for flow in flows {
        let is_enrollment = flow.stages.iter().any(|bound| bound.kind == flows::PROMPT);
        let is_authentication = flow.stages.len() == 1 && flow.signs_in();
        if !is_enrollment && !is_authentication {
            continue;
        }
        let name = if is_enrollment { "enrollment" } else { "authentication" };
        let policy = Policy::new(&format!("default-source-{name}-if-sso"), IF_SSO);
        bindings.push(PolicyBinding::new(&policy.pk, &flow.pk, 0));
        flow.policies.push(policy.pk.clone());
        policies.push(policy);
        if let Some(prompt) = flow.stages.iter().find(|bound| bound.kind == flows::PROMPT) {
            let policy = Policy::new("default-source-enrollment-if-username", IF_USERNAME);
            bindings.push(PolicyBinding::new(&policy.pk, &prompt.binding, 0));
            policies.push(policy);
        }
    }
    (policies, bindings)
}

/// The key by which the list of policy bindings is filtered, of what has this key; `None` if nothing that policies can be
/// bound to has it.
pub(crate) fn filter_key<'a>(state: &'a ServerState, target: &str) -> Option<&'a str> {
    let of_flow = |flow: &'a Flow| {
        let bound = flow.stages.iter().find(|bound| bound.binding == target);
        let bound = bound.map(|bound| bound.policy_binding.as_str());
        bound.or_else(|| (flow.pk == target).then_some(flow.policy_binding.as_str()))
    };
    let flow = state.flows.iter().find_map(of_flow);
    // A source has one key for both.
    flow.or_else(|| state.source_of_key(target).map(|source| source.pk.as_str()))
}

fn target_name(state: &ServerState, target: &str) -> String {
    for flow in &state.flows {
        if flow.pk == target {
            return format!("Flow {} ({})", flow.name, flow.slug);
        }
        if let Some(bound) = flow.stages.iter().find(|bound| bound.binding == target) {
            return format!("Flow-stage binding #{} to {}", bound.order, flow.pk);
        }
    }
    state.source_of_key(target).map(|source| source.name.clone()).unwrap_or_default()
}

/// What a policy is asked about: a visitor on the way through a flow.
#[derive(Clone, Debug, Default)]
pub(crate) struct PolicyRequest {
    /// Whether the visitor comes from a source.
    pub is_sso: bool,
    /// The key of the source.
    pub source: Option<String>,
    /// X's answer.
    pub userinfo: Value,
    pub identifier: String,
    /// What is known of the new user.
    pub prompt_data: Value,
    /// The user whom the flow is about.
    pub pending_user: Option<u64>,
    /// The path of the visitor's request.
    pub path: String,
}

/// What the engine found.
#[derive(Clone, Debug, Default)]
pub(crate) struct PolicyVerdict {
    pub passing: bool,
    /// What the policies that refuse tell the visitor.
    pub messages: Vec<String>,
    /// What they changed in the running plan.
    pub plan: BTreeMap<String, PyValue>,
}

/// Asks the policies of a flow. Without any, everybody may run it.
pub(crate) fn ask_flow(
    state: &mut ServerState,
    flow: &Flow,
    request: &PolicyRequest,
    origin: &Origin,
) -> PolicyVerdict {
    ask(state, (&flow.pk, &flow.policy_engine_mode, flow.model()), request, origin, None)
}

/// Asks the policies of a stage's binding, with what earlier ones wrote into the running plan.
pub(crate) fn ask_stage(
    state: &mut ServerState,
    bound: (&Stage, &Value),
    request: &PolicyRequest,
    origin: &Origin,
    plan: &BTreeMap<String, PyValue>,
) -> PolicyVerdict {
    let (bound, model) = bound;
    ask(state, (&bound.binding, &bound.policy_engine_mode, model.clone()), request, origin, Some(plan))
}

fn ask(
    state: &mut ServerState,
    (target, mode, asked): (&str, &str, Value),
    request: &PolicyRequest,
    origin: &Origin,
    plan: Option<&BTreeMap<String, PyValue>>,
) -> PolicyVerdict {
    let mut bound: Vec<PolicyBinding> =
        state.policy_bindings.iter().filter(|one| one.target == target && one.enabled).cloned().collect();
    bound.sort_by_key(|binding| binding.order);
    let mut verdict = PolicyVerdict {
        passing: bound.is_empty(),
        plan: plan.cloned().unwrap_or_default(),
        ..PolicyVerdict::default()
    };
    let mut passed = Vec::new();
    for binding in bound {
        let Some(policy) = state.policies.iter().find(|policy| policy.pk == binding.policy).cloned() else { continue };
        let mut effects = Effects { plan: verdict.plan.clone(), users: objects(state), ..Effects::default() };
        let names = names(state, request, plan.is_some().then_some(&verdict.plan));
        let result = python::run(&policy.expression, names, &mut effects);
        for (action, fields) in std::mem::take(&mut effects.events) {
            events::custom(state, origin, &action, &policy.name, fields);
        }
        let passing = match result {
            Ok(value) => value.is_true(),
            Err(raised) => {
                exception(state, (&binding, &policy), &asked, request, origin, &raised);
                effects.messages = vec![raised.words];
                binding.failure_result
            }
        } != binding.negate;
        if !passing {
            verdict.messages.append(&mut effects.messages);
        }
        verdict.plan = effects.plan;
        passed.push(passing);
    }
    if !passed.is_empty() {
        verdict.passing = if mode == "all" { passed.iter().all(|one| *one) } else { passed.contains(&true) };
    }
    verdict
}

/// The result of the server's own test of a policy: no visitor, and a context that the caller sends.
pub(crate) fn test(state: &ServerState, policy: &Policy, user: &User, context: &Value) -> Value {
    let mut effects = Effects { users: objects(state), ..Effects::default() };
    let request = PyValue::Object(
        "PolicyRequest",
        BTreeMap::from([
            ("user".to_owned(), user_object(user)),
            ("debug".to_owned(), PyValue::Flag(true)),
            ("obj".to_owned(), PyValue::None),
        ]),
    );
    let is_sso = context.get("is_sso").and_then(Value::as_bool).unwrap_or_default();
    let names = BTreeMap::from([
        ("context".to_owned(), PyValue::from(context)),
        ("ak_is_sso_flow".to_owned(), PyValue::Flag(is_sso)),
        ("request".to_owned(), request),
    ]);
    match python::run(&policy.expression, names, &mut effects) {
        Ok(value) => json!({ "passing": value.is_true(), "messages": effects.messages, "log_messages": [] }),
        Err(raised) => json!({ "passing": false, "messages": [raised.words], "log_messages": [] }),
    }
}

/// The names that an expression finds [M, docs/evidence/authentik.md §8.4].
fn names(
    state: &ServerState,
    request: &PolicyRequest,
    plan: Option<&BTreeMap<String, PyValue>>,
) -> BTreeMap<String, PyValue> {
    let user = request.pending_user.and_then(|pk| state.user(pk));
    let mut context = BTreeMap::from([("is_sso".to_owned(), PyValue::Flag(request.is_sso))]);
    if let Some(source) = request.source.as_deref().and_then(|pk| state.source_of_key(pk)) {
        let fields = [("slug", &source.slug), ("pk", &source.pk), ("name", &source.name)];
        let source = fields.map(|(name, value)| (name.to_owned(), PyValue::Text(value.clone())));
        context.insert("source".to_owned(), PyValue::Object("OAuthSource", BTreeMap::from(source)));
        let identifier = ("identifier".to_owned(), PyValue::Text(request.identifier.clone()));
        let connection = PyValue::Object("UserOAuthSourceConnection", BTreeMap::from([identifier]));
        context.insert("goauthentik.io/sources/connection".to_owned(), connection);
        context.insert("oauth_userinfo".to_owned(), PyValue::from(&request.userinfo));
        context.insert("prompt_data".to_owned(), PyValue::from(&request.prompt_data));
    }
    if let Some(user) = user {
        context.insert("pending_user".to_owned(), user_object(user));
    }
    context.extend(plan.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
    let path =
        PyValue::Object("WSGIRequest", BTreeMap::from([("path".to_owned(), PyValue::Text(request.path.clone()))]));
    let asking = PyValue::Object(
        "PolicyRequest",
        BTreeMap::from([
            ("user".to_owned(), user.map_or_else(anonymous, user_object)),
            ("debug".to_owned(), PyValue::Flag(false)),
            ("http_request".to_owned(), path.clone()),
        ]),
    );
    let context = if plan.is_some() { PyValue::with_plan(context) } else { PyValue::Dict(context) };
    BTreeMap::from([
        ("context".to_owned(), context),
        ("request".to_owned(), asking),
        ("http_request".to_owned(), path),
        ("ak_is_sso_flow".to_owned(), PyValue::Flag(request.is_sso)),
        ("ak_client_ip".to_owned(), PyValue::Text("127.0.0.1".to_owned())),
    ])
}

fn objects(state: &ServerState) -> Vec<PyValue> {
    state.users.iter().map(user_object).collect()
}

fn anonymous() -> PyValue {
    PyValue::Object("AnonymousUser", BTreeMap::from([("pk".to_owned(), PyValue::None)]))
}

fn user_object(user: &User) -> PyValue {
    PyValue::Object(
        "User",
        BTreeMap::from([
            ("pk".to_owned(), PyValue::Number(i64::try_from(user.pk).unwrap_or_default())),
            ("username".to_owned(), PyValue::Text(user.username.clone())),
            ("name".to_owned(), PyValue::Text(user.name.clone())),
            ("email".to_owned(), PyValue::Text(user.email.clone())),
            ("is_active".to_owned(), PyValue::Flag(user.active)),
        ]),
    )
}

/// The user's number in an object of [`user_object`].
pub(crate) fn user_of(value: &PyValue) -> Option<u64> {
    let PyValue::Object("User", fields) = value else { return None };
    let Some(PyValue::Number(pk)) = fields.get("pk") else { return None };
    u64::try_from(*pk).ok()
}

/// Logs that a policy raised an exception.
fn exception(
    state: &mut ServerState,
    (binding, policy): (&PolicyBinding, &Policy),
    asked: &Value,
    request: &PolicyRequest,
    origin: &Origin,
    raised: &Raised,
) {
    let user = request.pending_user.and_then(|pk| state.user(pk)).map_or_else(events::anonymous, User::named);
    let context = Map::from_iter([
        ("is_sso".to_owned(), json!(request.is_sso)),
        ("oauth_userinfo".to_owned(), request.userinfo.clone()),
        ("prompt_data".to_owned(), request.prompt_data.clone()),
    ]);
    let context = json!({
        "binding": binding.model(state),
        "message": "Policy failed to execute",
        "request": { "obj": asked, "user": user, "debug": false, "context": context, "http_request": null },
        "exception": [{
            "frames": [],
            "exc_type": raised.kind,
            "is_cause": false,
            "is_group": false,
            "exc_notes": [],
            "exc_value": raised.words,
            "exceptions": [],
            "syntax_error": null,
        }],
        "policy_uuid": policy.pk.replace('-', ""),
    });
    events::log(state, origin, user, ("policy_exception", events::app::POLICIES), context);
}
