//! Identifies the caller and checks the caller's rights.
//!
//! Rights are authentik's own codenames. Which call needs which right was measured on a real 2025.12.4.

use super::answer::ApiRefusal;
use super::people::{User, UserRole};
use super::request::RequestContext;
use super::state::ServerState;
use secrecy::ExposeSecret as _;

pub(crate) const VIEW_SOURCE: &str = "authentik_sources_oauth.view_oauthsource";
pub(crate) const ADD_SOURCE: &str = "authentik_sources_oauth.add_oauthsource";
pub(crate) const CHANGE_SOURCE: &str = "authentik_sources_oauth.change_oauthsource";
pub(crate) const DELETE_SOURCE: &str = "authentik_sources_oauth.delete_oauthsource";
pub(crate) const VIEW_ANY_SOURCE: &str = "authentik_core.view_source";
pub(crate) const VIEW_MAPPING: &str = "authentik_sources_oauth.view_oauthsourcepropertymapping";
pub(crate) const ADD_MAPPING: &str = "authentik_sources_oauth.add_oauthsourcepropertymapping";
pub(crate) const CHANGE_MAPPING: &str = "authentik_sources_oauth.change_oauthsourcepropertymapping";
pub(crate) const DELETE_MAPPING: &str = "authentik_sources_oauth.delete_oauthsourcepropertymapping";
pub(crate) const VIEW_ANY_MAPPING: &str = "authentik_core.view_propertymapping";
pub(crate) const ADD_ANY_MAPPING: &str = "authentik_core.add_propertymapping";
pub(crate) const VIEW_CONNECTION: &str = "authentik_sources_oauth.view_useroauthsourceconnection";
pub(crate) const ADD_CONNECTION: &str = "authentik_sources_oauth.add_useroauthsourceconnection";
pub(crate) const DELETE_CONNECTION: &str = "authentik_sources_oauth.delete_useroauthsourceconnection";
pub(crate) const VIEW_STAGE: &str = "authentik_stages_identification.view_identificationstage";
pub(crate) const CHANGE_STAGE: &str = "authentik_stages_identification.change_identificationstage";
pub(crate) const VIEW_SOURCE_STAGE: &str = "authentik_stages_source.view_sourcestage";
pub(crate) const ADD_SOURCE_STAGE: &str = "authentik_stages_source.add_sourcestage";
pub(crate) const CHANGE_SOURCE_STAGE: &str = "authentik_stages_source.change_sourcestage";
pub(crate) const DELETE_SOURCE_STAGE: &str = "authentik_stages_source.delete_sourcestage";
pub(crate) const VIEW_WRITE_STAGE: &str = "authentik_stages_user_write.view_userwritestage";
pub(crate) const ADD_WRITE_STAGE: &str = "authentik_stages_user_write.add_userwritestage";
pub(crate) const CHANGE_WRITE_STAGE: &str = "authentik_stages_user_write.change_userwritestage";
pub(crate) const DELETE_WRITE_STAGE: &str = "authentik_stages_user_write.delete_userwritestage";
pub(crate) const VIEW_DENY_STAGE: &str = "authentik_stages_deny.view_denystage";
pub(crate) const ADD_DENY_STAGE: &str = "authentik_stages_deny.add_denystage";
pub(crate) const CHANGE_DENY_STAGE: &str = "authentik_stages_deny.change_denystage";
pub(crate) const DELETE_DENY_STAGE: &str = "authentik_stages_deny.delete_denystage";
pub(crate) const VIEW_POLICY: &str = "authentik_policies_expression.view_expressionpolicy";
pub(crate) const ADD_POLICY: &str = "authentik_policies_expression.add_expressionpolicy";
pub(crate) const CHANGE_POLICY: &str = "authentik_policies_expression.change_expressionpolicy";
pub(crate) const DELETE_POLICY: &str = "authentik_policies_expression.delete_expressionpolicy";
pub(crate) const VIEW_ANY_POLICY: &str = "authentik_policies.view_policy";
pub(crate) const ADD_ANY_POLICY: &str = "authentik_policies.add_policy";
pub(crate) const VIEW_POLICY_BINDING: &str = "authentik_policies.view_policybinding";
pub(crate) const ADD_POLICY_BINDING: &str = "authentik_policies.add_policybinding";
pub(crate) const CHANGE_POLICY_BINDING: &str = "authentik_policies.change_policybinding";
pub(crate) const DELETE_POLICY_BINDING: &str = "authentik_policies.delete_policybinding";
pub(crate) const VIEW_GROUP: &str = "authentik_core.view_group";
pub(crate) const ADD_GROUP: &str = "authentik_core.add_group";
pub(crate) const DELETE_GROUP: &str = "authentik_core.delete_group";
pub(crate) const CHANGE_USER: &str = "authentik_core.change_user";
pub(crate) const VIEW_FLOW: &str = "authentik_flows.view_flow";
pub(crate) const ADD_FLOW: &str = "authentik_flows.add_flow";
pub(crate) const CHANGE_FLOW: &str = "authentik_flows.change_flow";
pub(crate) const DELETE_FLOW: &str = "authentik_flows.delete_flow";
pub(crate) const VIEW_BINDING: &str = "authentik_flows.view_flowstagebinding";
pub(crate) const ADD_BINDING: &str = "authentik_flows.add_flowstagebinding";
pub(crate) const CHANGE_BINDING: &str = "authentik_flows.change_flowstagebinding";
pub(crate) const DELETE_BINDING: &str = "authentik_flows.delete_flowstagebinding";
pub(crate) const VIEW_BRAND: &str = "authentik_brands.view_brand";
pub(crate) const VIEW_EVENT: &str = "authentik_events.view_event";
pub(crate) const VIEW_USER: &str = "authentik_core.view_user";

pub(crate) const CHANGE_CONNECTION: &str = "authentik_sources_oauth.change_useroauthsourceconnection";
pub(crate) const VIEW_SETTINGS: &str = "authentik_rbac.view_system_settings";
pub(crate) const EDIT_SETTINGS: &str = "authentik_rbac.edit_system_settings";

// As drafted for 2026.11 [D, docs/evidence/authentik.md §7.3]; the app and the last are inferred.
pub(crate) const ADD_SECRET: &str = "authentik_crypto.add_secret";
pub(crate) const VIEW_SECRET: &str = "authentik_crypto.view_secret";
pub(crate) const CHANGE_SECRET: &str = "authentik_crypto.change_secret";
pub(crate) const ROTATE_SECRET: &str = "authentik_crypto.rotate_secret";
pub(crate) const VIEW_SECRET_VALUE: &str = "authentik_crypto.view_secret_value";
pub(crate) const DELETE_SECRET: &str = "authentik_crypto.delete_secret";

pub(crate) const VIEW_BLUEPRINT: &str = "authentik_blueprints.view_blueprintinstance";
pub(crate) const ADD_BLUEPRINT: &str = "authentik_blueprints.add_blueprintinstance";
pub(crate) const CHANGE_BLUEPRINT: &str = "authentik_blueprints.change_blueprintinstance";
pub(crate) const DELETE_BLUEPRINT: &str = "authentik_blueprints.delete_blueprintinstance";

/// The smallest role with which a whole setup worked.
pub(crate) const LEAST_ROLE: &[&str] = &[
    VIEW_SOURCE,
    ADD_SOURCE,
    CHANGE_SOURCE,
    DELETE_SOURCE,
    VIEW_MAPPING,
    ADD_MAPPING,
    CHANGE_MAPPING,
    DELETE_MAPPING,
    VIEW_STAGE,
    CHANGE_STAGE,
    VIEW_FLOW,
    VIEW_BINDING,
    VIEW_BRAND,
    VIEW_EVENT,
];

/// Whether the user has the right.
pub(crate) fn has(user: &User, right: &str) -> bool {
    match user.standing {
        UserRole::Superuser => true,
        UserRole::Plain => false,
        UserRole::Role(rights) => rights.contains(&right),
    }
}

/// Requires any valid token, or the session of a signed-in browser.
pub(crate) fn signed_in<'a>(state: &'a ServerState, visit: &RequestContext) -> Result<&'a User, ApiRefusal> {
    caller(state, visit)?.ok_or(ApiRefusal::NotProvided)
}

/// Requires a right for a list, or for the creation of an object.
pub(crate) fn may<'a>(state: &'a ServerState, visit: &RequestContext, right: &str) -> Result<&'a User, ApiRefusal> {
    let user = signed_in(state, visit)?;
    if has(user, right) { Ok(user) } else { Err(ApiRefusal::NotAllowed) }
}

/// Requires a right for one object. authentik looks for the object before it identifies the caller, so the answer to a
/// caller without a token is about rights too.
pub(crate) fn may_touch<'a>(
    state: &'a ServerState,
    visit: &RequestContext,
    rights: &[&str],
) -> Result<&'a User, ApiRefusal> {
    let user = caller(state, visit)?.ok_or(ApiRefusal::NotAllowed)?;
    if rights.iter().all(|right| has(user, right)) { Ok(user) } else { Err(ApiRefusal::NotAllowed) }
}

fn caller<'a>(state: &'a ServerState, visit: &RequestContext) -> Result<Option<&'a User>, ApiRefusal> {
    let Some(header) = &visit.authorization else {
        // A session can only read here: a real server requires a CSRF token for a write, which isn't simulated.
        return Ok(if visit.reads() { state.visitor(&visit.session) } else { None });
    };
    header
        .expose_secret()
        .strip_prefix("Bearer ")
        .and_then(|key| state.tokens.iter().find(|token| token.key.expose_secret() == key))
        .and_then(|token| state.user(token.user))
        .filter(|user| user.active)
        .map(Some)
        .ok_or(ApiRefusal::TokenInvalid)
}
