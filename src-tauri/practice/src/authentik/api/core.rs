//! The server itself: configuration, version, users, tokens, brands and license.

use super::{found, ok};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::{RequiredFields, SentFields};
use crate::authentik::flows;
use crate::authentik::layout::Brand;
use crate::authentik::list::{ListFilters, list};
use crate::authentik::people::{TokenRecord, User};
use crate::authentik::request::RequestContext;
use crate::authentik::rights;
use crate::authentik::state::ServerState as Known;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::Response;
use serde_json::{Value, json};

/// How long the license of this server is valid, if it has one.
const LICENCE: time::Duration = time::Duration::days(300);

/// The configuration. It needs no token, and doesn't contain the version.
pub(crate) async fn config() -> ApiResponse {
    ok(&json!({
        "error_reporting": {
            "enabled": false,
            "sentry_dsn": "",
            "environment": "customer",
            "send_pii": false,
            "traces_sample_rate": 0.1,
        },
        "capabilities": ["can_impersonate", "is_enterprise"],
        "cache_timeout": 300,
        "cache_timeout_flows": 300,
        "cache_timeout_policies": 300,
    }))
}

pub(crate) async fn version(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    rights::signed_in(&app.state(), &visit)?;
    ok(&json!({
        "version_current": app.release().version(),
        "version_latest": app.release().version(),
        "version_latest_valid": true,
        "build_hash": "",
        "outdated": false,
        "outpost_outdated": false,
    }))
}

pub(crate) async fn me(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    let user = rights::signed_in(&state, &visit)?;
    ok(&json!({ "user": user.own_view() }))
}

pub(crate) async fn users(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_USER)?;
    let below = visit.query.filter("path_startswith");
    let users = state.users.iter().filter(|user| below.is_none_or(|below| user.path.starts_with(below)));
    let rows = users.map(User::view).collect();
    let asks = ListFilters {
        exact: &["username", "name", "email", "path", "type", "uuid", "is_active", "is_superuser"],
        search: &["username", "name", "email", "uuid", "attributes"],
        order: "pk",
    };
    list(rows, &visit.query, &asks)
}

pub(crate) async fn user(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let state = app.state();
    rights::may_touch(&state, &visit, &[rights::VIEW_USER])?;
    let user = pk.parse().ok().and_then(|pk| state.user(pk));
    ok(&found(user, "User")?.view())
}

/// Changes a user, as far as an admin approves or deactivates one here.
pub(crate) async fn change_user(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may_touch(&state, &visit, &[rights::VIEW_USER, rights::CHANGE_USER])?.pk;
    let mut fields = SentFields::read(&body, RequiredFields::Part, &[])?;
    let active = fields.flag("is_active");
    fields.done()?;
    let user = found(pk.parse().ok().and_then(|pk| state.user_mut(pk)), "User")?;
    user.active = active.unwrap_or(user.active);
    let (user, view) = (user.pk, user.view());
    let model = json!({ "pk": user, "app": "authentik_core", "name": view["name"], "model_name": "user" });
    events::changed(&mut state, &Origin::of(&visit), by, "model_updated", &model);
    ok(&view)
}

/// Lists only the caller's own tokens: the API behaves as if other users' tokens didn't exist.
pub(crate) async fn tokens(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    let rows = own_tokens(&state, &visit)?.map(|(token, owner)| token.view(owner)).collect();
    let asks =
        ListFilters { exact: &["identifier", "intent"], search: &["identifier", "description"], order: "identifier" };
    list(rows, &visit.query, &asks)
}

pub(crate) async fn token(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(identifier): Path<String>,
) -> ApiResponse {
    let state = app.state();
    let own = own_tokens(&state, &visit)?.find(|(token, _)| token.identifier == identifier);
    let (token, owner) = found(own, "Token")?;
    ok(&token.view(owner))
}

fn own_tokens<'a>(
    state: &'a Known,
    visit: &RequestContext,
) -> Result<impl Iterator<Item = (&'a TokenRecord, &'a User)> + use<'a>, ApiRefusal> {
    let owner = rights::signed_in(state, visit)?;
    Ok(state.tokens.iter().filter(|token| token.user == owner.pk).map(move |token| (token, owner)))
}

/// Needs no token, and names the flows by their slugs.
pub(crate) async fn current_brand() -> ApiResponse {
    ok(&json!({
        "matched_domain": "authentik-default",
        "branding_title": "authentik",
        "branding_logo": "/static/dist/assets/icons/icon_left_brand.svg",
        "branding_logo_themed_urls": null,
        "branding_favicon": "/static/dist/assets/icons/icon.png",
        "branding_favicon_themed_urls": null,
        "branding_custom_css": "",
        "branding_map_tiles": "",
        "ui_footer_links": [],
        "ui_theme": "automatic",
        "flow_authentication": flows::AUTHENTICATION,
        "flow_invalidation": flows::INVALIDATION,
        "flow_user_settings": flows::USER_SETTINGS,
        "default_locale": "",
        "flags": {
            "policies_buffered_access_view": false,
            "flows_refresh_others": false,
            "enterprise_audit_include_expanded_diff": false,
            "flows_continuous_login": false,
        },
    }))
}

/// Names the flows by their keys.
pub(crate) async fn brands(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::may(&state, &visit, rights::VIEW_BRAND)?;
    let flow = |slug| state.flow(slug).map(|flow| flow.pk.as_str());
    let row = |brand: &Brand| {
        json!({
            "brand_uuid": brand.pk,
            "domain": brand.domain,
            "default": brand.default,
            "branding_title": "authentik",
            "branding_logo": "/static/dist/assets/icons/icon_left_brand.svg",
            "branding_favicon": "/static/dist/assets/icons/icon.png",
            "branding_custom_css": "",
            "branding_map_tiles": "",
            "branding_default_flow_background": flows::BACKGROUND,
            "flow_authentication": flow(brand.login),
            "flow_invalidation": flow(flows::INVALIDATION),
            "flow_recovery": Value::Null,
            "flow_unenrollment": Value::Null,
            "flow_user_settings": flow(flows::USER_SETTINGS),
            "flow_device_code": Value::Null,
            "flow_lockdown": Value::Null,
            "flow_user_switch": Value::Null,
            "flow_request": Value::Null,
            "default_application": Value::Null,
            "web_certificate": Value::Null,
            "client_certificates": [],
            "attributes": {},
        })
    };
    let asks = ListFilters {
        exact: &["brand_uuid", "domain", "default"],
        search: &["domain", "branding_title"],
        order: "domain",
    };
    list(state.brands.iter().map(row).collect(), &visit.query, &asks)
}

pub(crate) async fn licence(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    rights::signed_in(&state, &visit)?;
    let (users, status, until) = if state.licensed {
        (100, "valid", crate::authentik::clock::after(LICENCE))
    } else {
        (0, "unlicensed", "1970-01-01T00:00:00Z".to_owned())
    };
    ok(&json!({
        "internal_users": users,
        "external_users": users,
        "status": status,
        "latest_valid": until,
        "license_flags": [],
    }))
}

/// Reports that the server is running. The body is empty, whatever the content type says.
pub(crate) async fn live() -> Response {
    crate::authentik::answer::html(axum::http::StatusCode::OK, String::new())
}
