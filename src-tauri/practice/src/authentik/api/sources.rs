//! OAuth sources: their types, list, creation, change, deletion, and what uses a source.

use super::{created, found, gone, ok, use_of};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin, Writer};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::people::{Connection, User};
use crate::authentik::release::Behaviour;
use crate::authentik::request::RequestContext;
use crate::authentik::source::{Source, SourceType};
use crate::authentik::state::ServerState as Known;
use crate::authentik::{rights, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Value, json};

const MODEL: &str = "OAuthSource";
const REQUIRED: [&str; 5] = ["name", "slug", "provider_type", "consumer_key", "consumer_secret"];
/// Of the release that keeps secrets in objects of their own.
const REQUIRED_WITH_REF: [&str; 5] = ["name", "slug", "provider_type", "consumer_key", "consumer_secret_ref"];
const MATCHING: [&str; 5] = ["identifier", "email_link", "email_deny", "username_link", "username_deny"];
const GROUP_MATCHING: [&str; 3] = ["identifier", "name_link", "name_deny"];

/// Returns the types of sources. Any valid token is enough. For an unknown name the answer is the type `default`.
pub(crate) async fn types(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    rights::signed_in(&app.state(), &visit)?;
    ok(&match visit.query.get("name") {
        Some(name) => json!([SourceType::named(name).view()]),
        None => SourceType::all(app.release()).map(SourceType::view).collect(),
    })
}

pub(crate) async fn all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_ANY_SOURCE)?;
    let rows = state.sources.iter().map(Source::general_view).collect();
    list(
        rows,
        &visit.query,
        &ListFilters { exact: &["slug", "name", "managed"], search: &["slug", "name"], order: "name" },
    )
}

pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_SOURCE)?;
    let asks = ListFilters {
        exact: &[
            "slug",
            "name",
            "enabled",
            "provider_type",
            "consumer_key",
            "additional_scopes",
            "authentication_flow",
            "enrollment_flow",
            "user_matching_mode",
            "group_matching_mode",
            "policy_engine_mode",
        ],
        search: &["name", "slug"],
        order: "name",
    };
    list(state.sources.iter().map(|source| source.view(&visit.base)).collect(), &visit.query, &asks)
}

pub(crate) async fn one(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_SOURCE])?;
    ok(&found(state.source(&slug), MODEL)?.view(&visit.base))
}

pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_SOURCE)?.pk;
    created(&make(&app, &mut state, &Writer::of(&visit, by), &body)?.view(&visit.base))
}

fn required(app: &RequestState) -> &'static [&'static str] {
    if app.release().has(Behaviour::SecretObjects) { &REQUIRED_WITH_REF } else { &REQUIRED }
}

/// Creates a source, for the API or for a blueprint.
pub(crate) fn make(app: &RequestState, state: &mut Known, by: &Writer, body: &Bytes) -> Result<Source, ApiRefusal> {
    let mut fields = SentFields::read(body, RequiredFields::Whole, required(app))?;
    let made = read(app, state, &mut fields, Source::default());
    fields.done()?;
    state.sources.push(made.clone());
    by.changed(state, "model_created", &made.model());
    Ok(made)
}

/// Replaces a source. A field that isn't sent keeps its value, even though this is a PUT.
pub(crate) async fn replace(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
    body: Bytes,
) -> ApiResponse {
    write(&app, &visit, &slug, &body, RequiredFields::Whole)
}

pub(crate) async fn change(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
    body: Bytes,
) -> ApiResponse {
    write(&app, &visit, &slug, &body, RequiredFields::Part)
}

fn write(app: &RequestState, visit: &RequestContext, slug: &str, body: &Bytes, wanted: RequiredFields) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, visit, &[rights::VIEW_SOURCE, rights::CHANGE_SOURCE])?.pk;
    ok(&alter(app, &mut state, &Writer::of(visit, by), slug, body, wanted)?.view(&visit.base))
}

/// Changes a source, for the API or for a blueprint.
pub(crate) fn alter(
    app: &RequestState,
    state: &mut Known,
    by: &Writer,
    slug: &str,
    body: &Bytes,
    wanted: RequiredFields,
) -> Result<Source, ApiRefusal> {
    let before = found(state.source(slug), MODEL)?.clone();
    let mut fields = SentFields::read(body, wanted, required(app))?;
    let next = read(app, state, &mut fields, before);
    fields.done()?;
    if !fields.has("provider_type") && !app.release().has(Behaviour::PatchWithoutType) {
        let file = "/authentik/sources/oauth/api/source.py";
        let named = state.user(by.user).map(User::named).unwrap_or_default();
        events::broke(state, &by.origin, named, "KeyError", "'provider_type'", file);
        return Err(ApiRefusal::Fault);
    }
    let kept = state.sources.iter_mut().find(|source| source.pk == next.pk);
    found(kept, MODEL)?.clone_from(&next);
    by.changed(state, "model_updated", &next.model());
    Ok(next)
}

/// Returns the source with the fields that were sent.
fn read(app: &RequestState, state: &Known, fields: &mut SentFields, before: Source) -> Source {
    let mut source = before;
    let text = |fields: &mut SentFields, name, blank, to: &mut String| {
        if let Some(text) = fields.text(name, blank) {
            *to = text;
        }
    };
    text(fields, "name", BlankPolicy::Refused, &mut source.name);
    if let Some(slug) = fields.text("slug", BlankPolicy::Refused) {
        if !slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)) {
            fields.refuse("slug", verbatim::SLUG);
        } else if state.source(&slug).is_some_and(|other| other.pk != source.pk) {
            // Two sources may have the same name, but not the same slug.
            fields.refuse("slug", verbatim::SLUG_TAKEN);
        }
        source.slug = slug;
    }
    text(fields, "consumer_key", BlankPolicy::Refused, &mut source.consumer_key);
    if app.release().has(Behaviour::SecretObjects) {
        if let Some(pk) = fields.key("consumer_secret_ref", |pk| state.secrets.iter().any(|secret| secret.pk == pk)) {
            source.consumer_secret_ref = Some(pk);
        }
    } else if let Some(secret) = fields.text("consumer_secret", BlankPolicy::Refused) {
        source.consumer_secret = secret.into();
    }
    text(fields, "additional_scopes", BlankPolicy::Allowed, &mut source.additional_scopes);
    text(fields, "user_path_template", BlankPolicy::Refused, &mut source.user_path_template);
    text(fields, "oidc_well_known_url", BlankPolicy::Allowed, &mut source.oidc_well_known_url);
    text(fields, "oidc_jwks_url", BlankPolicy::Allowed, &mut source.oidc_jwks_url);
    for (name, to) in [("enabled", &mut source.enabled), ("promoted", &mut source.promoted)] {
        if let Some(on) = fields.flag(name) {
            *to = on;
        }
    }
    let types: Vec<_> = SourceType::all(app.release()).map(|known| known.name).collect();
    for (name, choices, to) in [
        ("provider_type", types.as_slice(), &mut source.provider_type),
        ("user_matching_mode", &MATCHING, &mut source.user_matching_mode),
        ("group_matching_mode", &GROUP_MATCHING, &mut source.group_matching_mode),
        ("policy_engine_mode", &["all", "any"], &mut source.policy_engine_mode),
        ("pkce", &["none", "plain", "S256"], &mut source.pkce),
        ("authorization_code_auth_method", &["basic_auth", "post_body"], &mut source.authorization_code_auth_method),
    ] {
        if let Some(chosen) = fields.choice(name, choices) {
            *to = chosen;
        }
    }
    for (name, to) in [
        ("request_token_url", &mut source.request_token_url),
        ("authorization_url", &mut source.authorization_url),
        ("access_token_url", &mut source.access_token_url),
        ("profile_url", &mut source.profile_url),
    ] {
        fields.put_text_or_null(name, to);
    }
    for (name, to) in
        [("authentication_flow", &mut source.authentication_flow), ("enrollment_flow", &mut source.enrollment_flow)]
    {
        // Any existing flow is accepted, even one with another designation.
        fields.put_key_or_null(name, to, |pk| state.flow_of_key(Some(pk)).is_some());
    }
    for (name, to) in [
        ("user_property_mappings", &mut source.user_property_mappings),
        ("group_property_mappings", &mut source.group_property_mappings),
    ] {
        if let Some(mappings) = fields.keys(name, |pk| state.mappings.iter().any(|mapping| mapping.pk == pk)) {
            *to = mappings;
        }
    }
    source
}

/// Deletes the source, its entry on the login page, and the connections of all users with it.
pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_SOURCE, rights::DELETE_SOURCE])?.pk;
    let at = found(state.sources.iter().position(|source| source.slug == slug), MODEL)?;
    let source = state.sources.remove(at);
    for stage in &mut state.identifications {
        stage.sources.retain(|pk| *pk != source.pk);
    }
    let embedded: Vec<_> = state.source_stages.extract_if(.., |stage| stage.source == source.pk).collect();
    for flow in &mut state.flows {
        flow.stages.retain(|stage| embedded.iter().all(|gone| gone.pk != stage.pk));
    }
    let lost: Vec<Connection> = state.connections.extract_if(.., |one| one.source == source.pk).collect();
    let origin = Origin::of(&visit);
    for one in &lost {
        events::connection(&mut state, &origin, by, "model_deleted", one);
    }
    events::source_deleted(&mut state, &origin, by, &source);
    gone()
}

/// Lists what uses the source, as far as the caller may see it.
pub(crate) async fn used_by(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> ApiResponse {
    let state = app.state();
    let user = rights::may_touch(&state, &visit, &[rights::VIEW_SOURCE])?;
    let source = found(state.source(&slug), MODEL)?;
    ok(&Value::Array(uses(&state, user, source)))
}

fn uses(state: &Known, user: &User, source: &Source) -> Vec<Value> {
    let mut found = Vec::new();
    let shown = state.identifications.iter().filter(|stage| stage.sources.contains(&source.pk));
    for stage in shown.filter(|_| rights::has(user, rights::VIEW_STAGE)) {
        let name = format!("Stage {}", stage.name);
        found.push(use_of("authentik_stages_identification", "identificationstage", &stage.pk, &name, "cascade_many"));
    }
    if rights::has(user, "authentik_core.view_propertymapping") {
        for mapping in state.mappings.iter().filter(|mapping| source.user_property_mappings.contains(&mapping.pk)) {
            let name = format!("Property Mapping {}", mapping.name);
            found.push(use_of("authentik_core", "propertymapping", &mapping.pk, &name, "cascade_many"));
        }
    }
    let connections = || state.connections.iter().filter(|one| one.source == source.pk);
    if rights::has(user, rights::VIEW_USER) {
        for owner in connections().filter_map(|one| state.user(one.user)) {
            found.push(use_of("authentik_core", "user", &owner.pk, &owner.username, "cascade_many"));
        }
    }
    if rights::has(user, rights::VIEW_CONNECTION) {
        for one in connections() {
            found.push(use_of("authentik_core", "usersourceconnection", &one.pk, &one.name(), "cascade"));
        }
    }
    found
}
