//! The API calls, with one file for each part of authentik.

pub(super) mod bindings;
mod blueprints;
mod connections;
mod core;
mod events;
mod flows;
mod groups;
pub(super) mod mappings;
mod options;
mod own_stages;
mod policies;
pub(super) mod secrets;
mod settings;
pub(super) mod source_stages;
pub(super) mod sources;
pub(super) mod stages;
mod stored;

pub(crate) use self::core::live;

use super::RequestState;
use super::answer::{ApiRefusal, ApiResponse, json};
use super::own_stages::{DenyStage, WriteStage};
use super::policies::Policy;
use super::release::{Behaviour, Release};
use super::request::RequestContext;
use super::verbatim;
use axum::Router;
use axum::http::header::ALLOW;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use serde_json::{Value, json};

const READ: &str = "GET, HEAD, OPTIONS";
const LIST: &str = "GET, POST, HEAD, OPTIONS";
const SETTINGS: &str = "GET, PUT, PATCH, HEAD, OPTIONS";
const ACT: &str = "POST, OPTIONS";
const OBJECT: &str = "GET, PUT, PATCH, DELETE, HEAD, OPTIONS";

/// The calls that the release has.
pub(crate) fn routes(release: Release) -> Router<RequestState> {
    let at = |path: &str| format!("/api/v3{path}");
    let drafted = if release.has(Behaviour::SecretObjects) { secrets() } else { Router::new() };
    drafted
        .merge(access())
        .route(&at("/root/config/"), allows(READ, get(core::config)))
        .route(&at("/admin/version/"), allows(READ, get(core::version)))
        .route(&at("/admin/settings/"), allows(SETTINGS, get(settings::show).patch(settings::change)))
        .route(&at("/core/users/me/"), allows(READ, get(core::me)))
        .route(&at("/core/users/"), allows(LIST, get(core::users)))
        .route(&at("/core/users/{pk}/"), allows(OBJECT, get(core::user).patch(core::change_user)))
        .route(&at("/core/tokens/"), allows(LIST, get(core::tokens)))
        .route(&at("/core/tokens/{identifier}/"), allows(OBJECT, get(core::token)))
        .route(&at("/core/brands/current/"), allows(READ, get(core::current_brand)))
        .route(&at("/core/brands/"), allows(LIST, get(core::brands)))
        .route(&at("/enterprise/license/summary/"), allows(READ, get(core::licence)))
        .route(&at("/sources/all/"), allows(READ, get(sources::all)))
        .route(&at("/sources/oauth/source_types/"), allows(READ, get(sources::types)))
        .route(&at("/sources/oauth/"), allows(LIST, get(sources::list_all).post(sources::create)))
        .route(
            &at("/sources/oauth/{slug}/"),
            allows(OBJECT, get(sources::one).put(sources::replace).patch(sources::change).delete(sources::delete)),
        )
        .route(&at("/sources/oauth/{slug}/used_by/"), allows(READ, get(sources::used_by)))
        .route(
            &at("/sources/user_connections/oauth/"),
            allows(LIST, get(connections::list_all).post(connections::create)),
        )
        .route(
            &at("/sources/user_connections/oauth/{pk}/"),
            allows(
                OBJECT,
                get(connections::one).put(connections::replace).patch(connections::change).delete(connections::delete),
            ),
        )
        .route(&at("/flows/instances/"), allows(LIST, get(flows::list_all).post(flows::create)))
        .route(
            &at("/flows/instances/{slug}/"),
            allows(OBJECT, get(flows::one).patch(flows::change).delete(flows::delete)),
        )
        .route(&at("/flows/instances/{slug}/used_by/"), allows(READ, get(flows::used_by)))
        .route(&at("/flows/bindings/"), allows(LIST, get(bindings::list_all).post(bindings::create)))
        .route(
            &at("/flows/bindings/{pk}/"),
            allows(OBJECT, get(bindings::one).patch(bindings::change).delete(bindings::delete)),
        )
        .route(&at("/stages/identification/"), allows(LIST, get(stages::list_all)))
        .route(
            &at("/stages/identification/{pk}/"),
            allows(OBJECT, get(stages::one).put(stages::replace).patch(stages::change)),
        )
        .route(&at("/stages/source/"), allows(LIST, get(source_stages::list_all).post(source_stages::create)))
        .route(
            &at("/stages/source/{pk}/"),
            allows(
                OBJECT,
                get(source_stages::one)
                    .put(source_stages::replace)
                    .patch(source_stages::change)
                    .delete(source_stages::delete),
            ),
        )
        .route(&at("/propertymappings/source/oauth/"), allows(LIST, get(mappings::list_all).post(mappings::create)))
        .route(
            &at("/propertymappings/source/oauth/{pk}/"),
            allows(OBJECT, get(mappings::one).put(mappings::replace).patch(mappings::change).delete(mappings::delete)),
        )
        .route(&at("/propertymappings/all/{pk}/test/"), allows(ACT, post(mappings::test)))
        .route(&at("/propertymappings/source/oauth/{pk}/used_by/"), allows(READ, get(mappings::used_by)))
        .route(&at("/managed/blueprints/"), allows(LIST, get(blueprints::list_all).post(blueprints::create)))
        .route(&at("/managed/blueprints/{pk}/"), allows(OBJECT, get(blueprints::one).delete(blueprints::delete)))
        .route(&at("/managed/blueprints/{pk}/apply/"), allows(ACT, post(blueprints::apply)))
        .route(&at("/events/events/"), allows(LIST, get(events::list_all)))
        .route(
            &at("/flows/executor/{slug}/"),
            allows(LIST, get(super::executor::show).merge(post(super::executor::post))),
        )
}

/// What decides who gets in: policies, own stages and groups.
fn access() -> Router<RequestState> {
    let at = |path: &str| format!("/api/v3{path}");
    Router::new()
        .route(
            &at("/policies/expression/"),
            allows(LIST, get(stored::list_all::<Policy>).post(stored::create::<Policy>)),
        )
        .route(
            &at("/policies/expression/{pk}/"),
            allows(OBJECT, get(stored::one::<Policy>).patch(stored::change::<Policy>).delete(stored::delete::<Policy>)),
        )
        .route(&at("/policies/all/{pk}/used_by/"), allows(READ, get(policies::used_by)))
        .route(&at("/policies/all/{pk}/test/"), allows(ACT, post(policies::test)))
        .route(&at("/policies/bindings/"), allows(LIST, get(policies::list_bindings).post(policies::create_binding)))
        .route(
            &at("/policies/bindings/{pk}/"),
            allows(
                OBJECT,
                get(policies::one_binding)
                    .put(policies::change_binding)
                    .patch(policies::change_binding)
                    .delete(policies::delete_binding),
            ),
        )
        .route(
            &at("/stages/user_write/"),
            allows(LIST, get(stored::list_all::<WriteStage>).post(stored::create::<WriteStage>)),
        )
        .route(
            &at("/stages/user_write/{pk}/"),
            allows(
                OBJECT,
                get(stored::one::<WriteStage>).patch(stored::change::<WriteStage>).delete(stored::delete::<WriteStage>),
            ),
        )
        .route(&at("/stages/deny/"), allows(LIST, get(stored::list_all::<DenyStage>).post(stored::create::<DenyStage>)))
        .route(
            &at("/stages/deny/{pk}/"),
            allows(
                OBJECT,
                get(stored::one::<DenyStage>).patch(stored::change::<DenyStage>).delete(stored::delete::<DenyStage>),
            ),
        )
        .route(&at("/core/groups/"), allows(LIST, get(groups::list_all).post(groups::create)))
        .route(&at("/core/groups/{pk}/"), allows(OBJECT, get(groups::one).delete(groups::delete)))
        .route(&at("/core/groups/{pk}/used_by/"), allows(READ, get(groups::used_by)))
}

/// As drafted for 2026.11: the paths are made up after those of key pairs [I, docs/evidence/authentik.md §7.3].
fn secrets() -> Router<RequestState> {
    let at = |path: &str| format!("/api/v3/crypto/secrets/{path}");
    Router::new()
        .route(&at(""), allows(LIST, get(secrets::list_all).post(secrets::create)))
        .route(
            &at("{pk}/"),
            allows(OBJECT, get(secrets::one).put(secrets::replace).patch(secrets::change).delete(secrets::delete)),
        )
        .route(&at("{pk}/view_value/"), allows(READ, get(secrets::view_value)))
        .route(&at("{pk}/rotate/"), allows(ACT, post(secrets::rotate)))
        .route(&at("{pk}/used_by/"), allows(READ, get(secrets::used_by)))
}

/// Names the methods of a path in its answers, as a real server does, the refusal of others included.
fn allows(methods: &'static str, route: MethodRouter<RequestState>) -> MethodRouter<RequestState> {
    route.options(options::tell).fallback(not_allowed).layer(map_response(move |mut answer: Response| async move {
        answer.headers_mut().entry(ALLOW).or_insert(HeaderValue::from_static(methods));
        answer
    }))
}

async fn not_allowed(visit: RequestContext) -> Response {
    let words = verbatim::method_not_allowed(visit.method.as_str());
    json(StatusCode::METHOD_NOT_ALLOWED, &json!({ "detail": words }))
}

#[expect(clippy::unnecessary_wraps, reason = "handlers end with it")]
fn ok(body: &Value) -> ApiResponse {
    Ok(json(StatusCode::OK, body))
}

#[expect(clippy::unnecessary_wraps, reason = "handlers end with it")]
fn created(body: &Value) -> ApiResponse {
    Ok(json(StatusCode::CREATED, body))
}

/// The answer to a delete: it has no body, and so no content type.
#[expect(clippy::unnecessary_wraps, reason = "handlers end with it")]
fn gone() -> ApiResponse {
    let mut answer = Response::default();
    *answer.status_mut() = StatusCode::NO_CONTENT;
    Ok(answer)
}

/// One line of "used by". `action` is what happens to that object if the source is deleted.
fn use_of(app: &str, model_name: &str, pk: &dyn ToString, name: &str, action: &str) -> Value {
    json!({ "app": app, "model_name": model_name, "pk": pk.to_string(), "name": name, "action": action })
}

fn found<T>(found: Option<T>, model: &'static str) -> Result<T, ApiRefusal> {
    found.ok_or(ApiRefusal::NoMatch(model))
}
