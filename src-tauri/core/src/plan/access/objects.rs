//! The objects that the choice of who gets in needs, in the order in which they are written.

use super::choice::{AccessGate, DesiredAccess};
use super::state::{AccessContext, FlowTemplate};
use crate::authentik::{AccessNames, ObjectKind, WAITING};
use crate::plan::fields::Fields;
use serde_json::{Value, json};

/// The ids of changes that others refer to.
pub(in crate::plan) const POLICY: &str = "access-policy";
pub(in crate::plan) const ENROLLMENT: &str = "access-enrollment";
pub(in crate::plan) const AUTHENTICATION_FLOW: &str = "access-authentication";
pub(in crate::plan) const LISTED: &str = "access-listed";
pub(in crate::plan) const WRITE: &str = "access-write";
const ACTIVE: &str = "access-active";
const APPROVED: &str = "access-approved";
const GROUP: &str = "access-group";
const DENY: &str = "access-waiting-stage";
const WAITING_FLOW: &str = "access-waiting";

/// The distance between the numbers of two stages.
const STRIDE: usize = 10;

/// An object that should exist.
#[derive(Clone, Debug)]
pub(in crate::plan) struct AccessObject {
    /// The id of its change.
    pub(in crate::plan) id: String,
    pub(in crate::plan) kind: ObjectKind,
    /// The fields with values that are known.
    pub(in crate::plan) fields: Fields,
    /// Fields with the key of another one of these objects, by the id of its change.
    pub(in crate::plan) refers: Vec<(&'static str, String)>,
    /// The fields that an object that exists already must have too. Others may have been changed on purpose.
    pub(in crate::plan) held: &'static [&'static str],
}

fn object(value: Value) -> Fields {
    match value {
        Value::Object(fields) => fields,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Fields::new(),
    }
}

/// Everything that is wanted, in the order in which it is created.
pub(in crate::plan) fn wanted(
    access: &DesiredAccess,
    names: &AccessNames,
    (source, below): (&str, &str),
    context: &AccessContext,
) -> Vec<AccessObject> {
    let waits = access.gate == AccessGate::Approval;
    let mut all = Vec::new();
    if let Some(group) = &access.group {
        all.push(one(GROUP, ObjectKind::Group, json!({ "name": group }), &[], &[]));
    }
    let allowed = match access.gate {
        AccessGate::Listed => names.allows(&access.accounts),
        AccessGate::Open | AccessGate::Approval => names.allows_anyone(),
    };
    let policy = |id, name: String, expression: String| {
        one(id, ObjectKind::Policy, json!({ "name": name, "expression": expression }), &[], &["expression"])
    };
    all.push(policy(POLICY, names.allowed(), allowed));
    if waits {
        all.push(policy(ACTIVE, names.active(), names.skips_login(below)));
        all.push(policy(APPROVED, names.approved(), names.explains()));
    }
    let write = json!({
        "name": names.write(),
        "user_creation_mode": "always_create",
        // Listed users are active at once by a mapping, and everybody else isn't by the same one.
        "create_users_as_inactive": waits && !access.activates_listed(),
        "user_type": if access.internal { "internal" } else { "external" },
    });
    let group = access.group.as_ref().map(|_| ("create_users_group", GROUP));
    let held = ["user_creation_mode", "create_users_as_inactive", "user_type", "create_users_group"].as_slice();
    let held = if group.is_some() { held } else { &held[..3] };
    all.push(one(WRITE, ObjectKind::WriteStage, write, group.as_slice(), held));
    if waits {
        all.extend(waiting(names));
    }
    all.extend(enrollment(access, names, source, &context.enrollment));
    if access.has_authentication() {
        all.extend(authentication(access, names, source, &context.authentication));
    }
    if access.activates_listed() {
        let listed = json!({ "name": names.listed(), "expression": names.activates(&access.accounts) });
        all.push(one(LISTED, ObjectKind::Mapping, listed, &[], &["expression"]));
    }
    all
}

fn one(
    id: &str,
    kind: ObjectKind,
    fields: Value,
    refers: &[(&'static str, &str)],
    held: &'static [&'static str],
) -> AccessObject {
    let refers = refers.iter().map(|(field, of)| (*field, (*of).to_owned())).collect();
    AccessObject { id: id.to_owned(), kind, fields: object(fields), refers, held }
}

/// The fields of a flow that must stay as they are.
const FLOW: &[&str] = &["designation", "authentication", "policy_engine_mode"];
/// The fields of a stage's binding that must stay as they are.
const STAGE: &[&str] = &["re_evaluate_policies"];
const STAGE_WITH_MODE: &[&str] = &["re_evaluate_policies", "policy_engine_mode"];
/// The fields of a policy's binding that must stay as they are.
const BOUND: &[&str] = &["enabled", "negate", "failure_result"];

/// A binding of one of the own policies, which refuses when the policy raises an exception.
fn asks(id: &str, target: &str, policy: &str, order: usize) -> AccessObject {
    let fields = json!({ "order": order, "enabled": true, "negate": false, "timeout": 30, "failure_result": false });
    one(id, ObjectKind::PolicyBinding, fields, &[("target", target), ("policy", policy)], BOUND)
}

fn flow(id: &str, slug: &str, title: &str, designation: &str, authentication: &str) -> AccessObject {
    let fields = json!({
        "name": title, "title": title, "slug": slug, "designation": designation, "authentication": authentication,
        "policy_engine_mode": "all",
    });
    one(id, ObjectKind::Flow, fields, &[], FLOW)
}

/// The page that a new user sees who waits.
fn waiting(names: &AccessNames) -> Vec<AccessObject> {
    let deny = json!({ "name": names.waiting(), "deny_message": WAITING });
    let bound = json!({ "order": 0, "evaluate_on_plan": false, "re_evaluate_policies": true });
    vec![
        one(DENY, ObjectKind::DenyStage, deny, &[], &[]),
        flow(WAITING_FLOW, &names.waiting(), "Waiting for approval", "stage_configuration", "none"),
        one("access-waiting-1", ObjectKind::Binding, bound, &[("target", WAITING_FLOW), ("stage", DENY)], &[]),
    ]
}

fn enrollment(access: &DesiredAccess, names: &AccessNames, source: &str, template: &FlowTemplate) -> Vec<AccessObject> {
    let title = format!("Sign up with {source}");
    let mut all = vec![
        flow(ENROLLMENT, &names.enrollment(), &title, "enrollment", "none"),
        asks("access-enrollment-policy", ENROLLMENT, POLICY, 0),
    ];
    all.extend(stages(ENROLLMENT, template, access.gate == AccessGate::Approval));
    all
}

fn authentication(
    access: &DesiredAccess,
    names: &AccessNames,
    source: &str,
    template: &FlowTemplate,
) -> Vec<AccessObject> {
    let title = format!("Sign in with {source}");
    let mut all = vec![
        flow(AUTHENTICATION_FLOW, &names.authentication(), &title, "authentication", "require_unauthenticated"),
        asks("access-authentication-policy", AUTHENTICATION_FLOW, POLICY, 0),
    ];
    if access.gate == AccessGate::Approval {
        all.push(asks("access-authentication-approved", AUTHENTICATION_FLOW, APPROVED, STRIDE));
    }
    all.extend(stages(AUTHENTICATION_FLOW, template, false));
    all
}

/// The stages of a template in an own flow, with the policies on them. The one that creates users is replaced by the own
/// one; one that signs in is skipped for users who wait, if there are such.
fn stages(flow: &str, template: &FlowTemplate, waits: bool) -> Vec<AccessObject> {
    let mut all = Vec::new();
    for (at, stage) in template.stages.iter().enumerate() {
        let id = format!("{flow}-{}", at + 1);
        let mut fields = json!({
            "order": (at + 1) * STRIDE, "evaluate_on_plan": false, "re_evaluate_policies": true,
        });
        if !stage.mode.is_empty() && stage.mode != "any" {
            fields["policy_engine_mode"] = json!(stage.mode);
        }
        let asks_more = stage.signs_in && waits && !stage.policies.is_empty();
        if asks_more {
            // One "no" must be enough.
            fields["policy_engine_mode"] = json!("all");
        }
        let mut refers = vec![("target", flow)];
        if stage.writes_user {
            refers.push(("stage", WRITE));
        } else {
            fields["stage"] = json!(stage.stage);
        }
        let held = if asks_more { STAGE_WITH_MODE } else { STAGE };
        all.push(one(&id, ObjectKind::Binding, fields, &refers, held));
        for (number, (policy, fields)) in stage.policies.iter().enumerate() {
            let mut fields = fields.clone();
            fields.insert("policy".to_owned(), json!(policy));
            let id = format!("{id}-policy-{}", number + 1);
            let fields = Value::Object(fields);
            let target: &str = all.iter().rev().find(|one| one.kind == ObjectKind::Binding).map_or("", |one| &one.id);
            let target = target.to_owned();
            all.push(one(&id, ObjectKind::PolicyBinding, fields, &[("target", &target)], &[]));
        }
        if stage.signs_in && waits {
            all.push(asks(&format!("{id}-active"), &id, ACTIVE, 0));
        }
    }
    all
}
