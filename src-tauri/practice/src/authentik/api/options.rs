//! `OPTIONS`: what may be written at a path, and with which fields, in the form of Django REST framework.
//!
//! `actions` has `POST` for a list only if the caller may add, and `PUT` for an object only if the caller sees it and may
//! change it [M, docs/evidence/authentik.md §4.6]. A field that only answers have is read-only: so a client learns before
//! a write that a release takes no `user` for a link [D, docs/evidence/authentik.md §7.2]. Names, labels and types are
//! those that the framework makes of a model; nothing relies on them.

use super::{connections, ok};
use crate::authentik::answer::ApiResponse;
use crate::authentik::people::User;
use crate::authentik::release::{Call, Release};
use crate::authentik::request::RequestContext;
use crate::authentik::source::SourceType;
use crate::authentik::state::ServerState as Known;
use crate::authentik::{RequestState, rights};
use axum::extract::State;
use serde_json::{Map, Value, json};

/// A write that is told, and what it needs.
const WRITES: [(&str, &[&str]); 24] = [
    ("POST /sources/oauth/", &[rights::ADD_SOURCE]),
    ("PUT /sources/oauth/{slug}/", &[rights::VIEW_SOURCE, rights::CHANGE_SOURCE]),
    ("POST /propertymappings/source/oauth/", &[rights::ADD_MAPPING]),
    ("PUT /propertymappings/source/oauth/{mapping}/", &[rights::VIEW_MAPPING, rights::CHANGE_MAPPING]),
    ("PUT /stages/identification/{stage}/", &[rights::VIEW_STAGE, rights::CHANGE_STAGE]),
    ("POST /stages/source/", &[rights::ADD_SOURCE_STAGE]),
    ("PUT /stages/source/{source_stage}/", &[rights::VIEW_SOURCE_STAGE, rights::CHANGE_SOURCE_STAGE]),
    ("POST /flows/bindings/", &[rights::ADD_BINDING]),
    ("PUT /flows/bindings/{binding}/", &[rights::VIEW_BINDING, rights::CHANGE_BINDING]),
    ("POST /flows/instances/", &[rights::ADD_FLOW]),
    ("PUT /flows/instances/{slug}/", &[rights::VIEW_FLOW, rights::CHANGE_FLOW]),
    ("POST /policies/expression/", &[rights::ADD_POLICY]),
    ("PUT /policies/expression/{policy}/", &[rights::VIEW_POLICY, rights::CHANGE_POLICY]),
    ("POST /policies/bindings/", &[rights::ADD_POLICY_BINDING]),
    ("PUT /policies/bindings/{policy_binding}/", &[rights::VIEW_POLICY_BINDING, rights::CHANGE_POLICY_BINDING]),
    ("POST /stages/user_write/", &[rights::ADD_WRITE_STAGE]),
    ("PUT /stages/user_write/{write_stage}/", &[rights::VIEW_WRITE_STAGE, rights::CHANGE_WRITE_STAGE]),
    ("POST /stages/deny/", &[rights::ADD_DENY_STAGE]),
    ("PUT /stages/deny/{deny_stage}/", &[rights::VIEW_DENY_STAGE, rights::CHANGE_DENY_STAGE]),
    ("POST /core/groups/", &[rights::ADD_GROUP]),
    ("POST /sources/user_connections/oauth/", &[rights::ADD_CONNECTION]),
    ("PUT /sources/user_connections/oauth/{id}/", &[rights::VIEW_CONNECTION, rights::CHANGE_CONNECTION]),
    ("POST /crypto/secrets/", &[rights::ADD_SECRET]),
    ("PUT /crypto/secrets/{secret}/", &[rights::VIEW_SECRET, rights::CHANGE_SECRET]),
];
/// What the framework asks about; never PATCH.
const TOLD: [&str; 2] = ["PUT", "POST"];

pub(crate) async fn tell(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    let user = rights::signed_in(&state, &visit)?;
    let path = visit.path.strip_prefix("/api/v3").unwrap_or(&visit.path);
    let mut actions = Map::new();
    for method in TOLD {
        let Some(call) = Call::at(method, path).filter(|call| call.is_of(app.release())) else { continue };
        let Some((name, needed)) = WRITES.iter().find(|(name, _)| *name == call.name()) else { continue };
        let handle = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        if needed.iter().all(|right| rights::has(user, right)) && is_there(&state, user, name, handle) {
            actions.insert(method.to_owned(), Value::Object(fields(call, app.release())));
        }
    }
    let mut told = json!({
        "name": title(path),
        "description": "",
        "renders": ["application/json"],
        "parses": ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"],
    });
    // Without any, the key is missing too.
    if !actions.is_empty() {
        told["actions"] = Value::Object(actions);
    }
    ok(&told)
}

/// Whether the object of a `PUT` is there for this caller; a list always is.
fn is_there(state: &Known, user: &User, name: &str, handle: &str) -> bool {
    match name {
        "PUT /sources/oauth/{slug}/" => state.source(handle).is_some(),
        "PUT /propertymappings/source/oauth/{mapping}/" => state.mappings.iter().any(|one| one.pk == handle),
        "PUT /stages/identification/{stage}/" => state.identifications.iter().any(|one| one.pk == handle),
        "PUT /stages/source/{source_stage}/" => state.source_stages.iter().any(|one| one.pk == handle),
        "PUT /sources/user_connections/oauth/{id}/" => {
            state.connections.iter().any(|one| one.pk.to_string() == handle && connections::sees(user, one))
        }
        "PUT /flows/bindings/{binding}/" => {
            state.flows.iter().flat_map(|flow| &flow.stages).any(|stage| stage.binding == handle)
        }
        "PUT /flows/instances/{slug}/" => state.flow(handle).is_some(),
        "PUT /policies/expression/{policy}/" => state.policies.iter().any(|one| one.pk == handle),
        "PUT /policies/bindings/{policy_binding}/" => state.policy_bindings.iter().any(|one| one.pk == handle),
        "PUT /stages/user_write/{write_stage}/" => state.write_stages.iter().any(|one| one.pk == handle),
        "PUT /stages/deny/{deny_stage}/" => state.deny_stages.iter().any(|one| one.pk == handle),
        "PUT /crypto/secrets/{secret}/" => state.secrets.iter().any(|one| one.pk == handle),
        _ => true,
    }
}

/// What can be sent, and what only answers hold.
fn fields(call: Call, release: Release) -> Map<String, Value> {
    let written = call.written(release);
    let mut told = Map::new();
    for name in call.answered(release) {
        if !written.iter().any(|(known, _)| *known == name) {
            told.insert(name.to_owned(), field(name, false, true));
        }
    }
    for (name, required) in written {
        told.insert(name.to_owned(), field(name, required, false));
    }
    if let Some(told) = told.get_mut("provider_type") {
        told["choices"] = types(release);
    }
    told
}

fn field(name: &str, required: bool, read_only: bool) -> Value {
    json!({ "type": kind(name), "required": required, "read_only": read_only, "label": label(name) })
}

/// The choices of the field that names a source's type. The framework lists those of every field that has some; of the
/// others nothing is read [D, docs/evidence/authentik.md §4.6].
fn types(release: Release) -> Value {
    let choice =
        |known: &SourceType| json!({ "value": release.type_name(known.name), "display_name": known.verbose_name });
    SourceType::all(release).map(choice).collect()
}

/// The framework's word for the kind of field that authentik has of this name.
fn kind(name: &str) -> &'static str {
    match name {
        "enabled"
        | "promoted"
        | "case_insensitive_matching"
        | "show_matched_user"
        | "show_source_labels"
        | "pretend_user_exists"
        | "enable_remember_me"
        | "evaluate_on_plan"
        | "re_evaluate_policies"
        | "execution_logging"
        | "negate"
        | "failure_result"
        | "create_users_as_inactive"
        | "is_superuser" => "boolean",
        "order" | "timeout" => "integer",
        "policy_engine_mode"
        | "user_matching_mode"
        | "group_matching_mode"
        | "provider_type"
        | "pkce"
        | "authorization_code_auth_method"
        | "invalid_response_action"
        | "designation"
        | "authentication"
        | "user_creation_mode"
        | "user_type" => "choice",
        "user_fields" | "flow_set" | "resume_on_match_failures" => "list",
        "slug" => "slug",
        "expires" | "created" | "last_updated" => "datetime",
        "user"
        | "source"
        | "stage"
        | "target"
        | "authentication_flow"
        | "enrollment_flow"
        | "recovery_flow"
        | "passwordless_flow"
        | "password_stage"
        | "captcha_stage"
        | "webauthn_stage"
        | "sources"
        | "user_property_mappings"
        | "group_property_mappings"
        | "consumer_secret_ref"
        | "policy"
        | "create_users_group" => "field",
        _ => "string",
    }
}

/// The field's name with a capital, and spaces in it.
fn label(name: &str) -> String {
    let mut letters = name.replace('_', " ");
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    letters
}

/// What the path is about.
fn title(path: &str) -> String {
    let parts =
        path.split('/').filter(|part| !part.is_empty() && part.bytes().all(|c| c == b'_' || c.is_ascii_lowercase()));
    label(&parts.collect::<Vec<_>>().join(" "))
}
