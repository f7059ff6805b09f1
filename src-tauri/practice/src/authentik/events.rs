//! The event log: only what a real server records, and in its format.

use super::mapped_profile::MappingError;
use super::people::{Connection, User};
use super::release::Behaviour;
use super::request::RequestContext;
use super::source::Source;
use super::state::ServerState;
use super::{clock, random, verbatim};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use time::Duration;

/// How long events are kept.
const KEPT: Duration = Duration::days(365);

#[derive(Clone, Debug)]
pub(crate) struct EventRecord {
    pk: String,
    user: Value,
    pub action: Cow<'static, str>,
    app: Cow<'static, str>,
    pub context: Value,
    created: String,
    expires: String,
    brand: Value,
}

impl EventRecord {
    pub(crate) fn view(&self) -> Value {
        json!({
            "pk": self.pk,
            "user": self.user,
            "action": self.action,
            "app": self.app,
            "context": self.context,
            "client_ip": "127.0.0.1",
            "created": self.created,
            "expires": self.expires,
            "brand": self.brand,
        })
    }
}

/// The request that an event belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub request_id: String,
    path: String,
    method: String,
    args: Value,
    user_agent: String,
}

impl Origin {
    /// The origin of a request. Its arguments are recorded in clear text, including the code and the state of a
    /// callback.
    pub(crate) fn of(visit: &RequestContext) -> Self {
        Self {
            request_id: visit.request_id.clone(),
            path: visit.path.clone(),
            method: visit.method.to_string(),
            args: visit.query.object(),
            user_agent: visit.user_agent.clone(),
        }
    }

    /// The path of the request.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The origin of a request to the flow executor. Its own `query` isn't among the arguments.
    pub(crate) fn executor(visit: &RequestContext, flow: &str, request_id: String) -> Self {
        Self {
            request_id,
            path: format!("/api/v3/flows/executor/{flow}/"),
            method: "GET".to_owned(),
            args: json!({}),
            user_agent: visit.user_agent.clone(),
        }
    }
}

/// The user who writes, and the request that does it.
pub(crate) struct Writer {
    pub origin: Origin,
    pub user: u64,
}

impl Writer {
    pub(crate) fn of(visit: &RequestContext, user: u64) -> Self {
        Self { origin: Origin::of(visit), user }
    }

    /// Logs the event of a write.
    pub(crate) fn changed(&self, state: &mut ServerState, action: &'static str, model: &Value) {
        changed(state, &self.origin, self.user, action, model);
    }
}

/// The parts of authentik that write events.
pub(crate) mod app {
    pub(crate) const MIDDLEWARE: &str = "authentik.events.middleware";
    pub(crate) const SIGNALS: &str = "authentik.events.signals";
    pub(crate) const SOURCE_STAGE: &str = "authentik.core.sources.stage";
    pub(crate) const FLOW_MANAGER: &str = "authentik.core.sources.flow_manager";
    pub(crate) const EVALUATOR: &str = "authentik.core.expression.evaluator";
    pub(crate) const POLICIES: &str = "authentik.policies.process";
    pub(crate) const MAPPER: &str = "authentik.core.sources.mapper";
    pub(crate) const CALLBACK: &str = "authentik.sources.oauth.views.callback";
}

/// An unknown visitor.
pub(crate) fn anonymous() -> Value {
    json!({ "pk": 1, "email": "", "username": "AnonymousUser", "is_anonymous": true })
}

/// A user who is created while an unknown visitor enrolls.
pub(crate) fn made_by_nobody(user: &User) -> Value {
    let mut named = user.named();
    named["authenticated_as"] = anonymous();
    named
}

/// Logs that a mapping raised an exception: first the exception, then which mapping raised it.
pub(crate) fn mapping_raised(state: &mut ServerState, origin: &Origin, raised: &MappingError) {
    let MappingError { mapping, kind, words } = raised;
    let nobody = json!({ "pk": null, "email": "", "username": "" });
    let context = if state.release.has(Behaviour::StructuredExceptions) {
        json!({
            "message": verbatim::MAPPING_EXCEPTION,
            "exception": [{
                "frames": [
                    { "name": "<module>", "lineno": 3, "filename": format!("/authentik/{}", mapping.name) },
                    { "name": "handler", "lineno": 2, "filename": format!("/authentik/{}", mapping.name) },
                ],
                "exc_type": kind,
                "is_cause": false,
                "is_group": false,
                "exc_notes": [],
                "exc_value": words,
                "exceptions": [],
                "syntax_error": null,
            }],
            "expression": mapping.expression,
        })
    } else {
        json!({ "message": verbatim::traceback(raised), "expression": mapping.expression })
    };
    log(state, origin, nobody, ("property_mapping_exception", app::EVALUATOR), context);
    // This event has no details of the request.
    let context = json!({
        "source": "<authentik.core.sources.mapper.SourceMapper object at 0x7fc56d71e6c0>",
        "mapping": mapping.model(),
        "message": verbatim::mapping_failed(&mapping.name),
    });
    write(state, json!({}), ("configuration_error", app::MAPPER), context);
}

/// The action of an event, and the app of authentik that logs it.
pub(crate) type EventKind = (&'static str, &'static str);

/// Logs an event, and adds the request to its `context`.
pub(crate) fn log(state: &mut ServerState, origin: &Origin, user: Value, kind: EventKind, mut context: Value) {
    context["http_request"] = json!({
        "args": origin.args,
        "path": origin.path,
        "method": origin.method,
        "request_id": origin.request_id,
        "user_agent": origin.user_agent,
    });
    write(state, user, kind, context);
}

fn write(state: &mut ServerState, user: Value, kind: EventKind, context: Value) {
    let (action, app) = kind;
    let brand = json!({
        "pk": state.brands.first().map(|brand| brand.pk.replace('-', "")),
        "app": "authentik_brands",
        "name": "Default brand",
        "model_name": "brand",
    });
    state.events.push(EventRecord {
        pk: random::uuid(),
        user,
        action: Cow::Borrowed(action),
        app: Cow::Borrowed(app),
        context,
        created: clock::now(),
        expires: clock::after(KEPT),
        brand,
    });
}

/// Logs an event of a policy's own making, with its fields at the top of the context
/// [M, docs/evidence/authentik.md §15].
pub(crate) fn custom(state: &mut ServerState, origin: &Origin, action: &str, policy: &str, fields: Map<String, Value>) {
    log(state, origin, anonymous(), ("", ""), Value::Object(fields));
    if let Some(event) = state.events.last_mut() {
        event.action = Cow::Owned(format!("custom_{action}"));
        event.app = Cow::Owned(policy.to_owned());
    }
}

/// Logs that this user created, changed or deleted an object.
pub(crate) fn changed(state: &mut ServerState, origin: &Origin, by: u64, action: &'static str, model: &Value) {
    let user = state.user(by).map_or_else(anonymous, User::named);
    log(state, origin, user, (action, app::MIDDLEWARE), json!({ "model": model }));
}

/// Logs that this user deleted a source. With a license, the event also contains the source's fields, except its secret
/// [D, docs/evidence/authentik.md §1.3].
pub(crate) fn source_deleted(state: &mut ServerState, origin: &Origin, by: u64, source: &Source) {
    let mut context = json!({ "model": source.model() });
    if state.licensed {
        context["model_state"] = json!({
            "name": source.name,
            "slug": source.slug,
            "provider_type": source.provider_type,
            "user_matching_mode": source.user_matching_mode,
            "consumer_key": "********************",
            "consumer_secret": "********************",
        });
    }
    let user = state.user(by).map_or_else(anonymous, User::named);
    log(state, origin, user, ("model_deleted", app::MIDDLEWARE), context);
}

/// Logs that this user created, used or deleted a connection. With a license, the event also contains its fields
/// [D, docs/evidence/authentik.md §1.3]: those of the new connection, or those of the deleted one.
pub(crate) fn connection(state: &mut ServerState, origin: &Origin, by: u64, action: &'static str, one: &Connection) {
    let fields = json!({ "user": one.user, "source": one.source, "identifier": one.identifier });
    let mut context = json!({ "model": connection_model(one) });
    if state.licensed && action == "model_created" {
        let differing =
            |(name, value): (&String, &Value)| (name.clone(), json!({ "previous_value": null, "new_value": value }));
        context["diff"] = fields.as_object().map(|fields| fields.iter().map(differing).collect()).unwrap_or_default();
    } else if state.licensed && action == "model_deleted" {
        context["model_state"] = fields;
    }
    let user = state.user(by).map_or_else(anonymous, User::named);
    log(state, origin, user, (action, app::MIDDLEWARE), context);
}

/// Returns a connection in the form that events use.
fn connection_model(connection: &Connection) -> Value {
    json!({
        "pk": connection.pk,
        "app": "authentik_sources_oauth",
        "name": connection.name(),
        "model_name": "useroauthsourceconnection",
    })
}

/// Logs an internal error: what Python raised, and where.
pub(crate) fn broke(state: &mut ServerState, origin: &Origin, user: Value, kind: &str, message: &str, file: &str) {
    let context = json!({
        "message": message,
        "exception": [{
            "frames": [{ "name": "dispatch", "lineno": 1, "filename": file }],
            "exc_type": kind,
            "is_cause": false,
            "is_group": false,
            "exc_notes": [],
            "exc_value": message,
            "exceptions": [],
            "syntax_error": null,
        }],
    });
    log(state, origin, user, ("system_exception", app::MIDDLEWARE), context);
}
