//! The event log: what a real server writes down, in its shapes, and nothing that it doesn't.

use super::mapped_profile::MappingError;
use super::people::{Connection, User};
use super::release::Behaviour;
use super::request::RequestContext;
use super::source::Source;
use super::state::ServerState;
use super::{clock, random, verbatim};
use serde_json::{Value, json};
use time::Duration;

/// How long events are kept.
const KEPT: Duration = Duration::days(365);

#[derive(Clone, Debug)]
pub(crate) struct EventRecord {
    pk: String,
    user: Value,
    pub action: &'static str,
    app: &'static str,
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
    /// The request itself. Its arguments are recorded in clear text, including the code and the state of a callback.
    pub(crate) fn of(visit: &RequestContext) -> Self {
        Self {
            request_id: visit.request_id.clone(),
            path: visit.path.clone(),
            method: visit.method.to_string(),
            args: visit.query.object(),
            user_agent: visit.user_agent.clone(),
        }
    }

    /// A request of the flow executor; its own `query` isn't among the arguments.
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

/// Who writes, and by which request.
pub(crate) struct Writer {
    pub origin: Origin,
    pub user: u64,
}

impl Writer {
    pub(crate) fn of(visit: &RequestContext, user: u64) -> Self {
        Self { origin: Origin::of(visit), user }
    }

    /// Leaves the event of a write.
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
    pub(crate) const MAPPER: &str = "authentik.core.sources.mapper";
    pub(crate) const CALLBACK: &str = "authentik.sources.oauth.views.callback";
}

/// The visitor nobody knows.
pub(crate) fn anonymous() -> Value {
    json!({ "pk": 1, "email": "", "username": "AnonymousUser", "is_anonymous": true })
}

/// A user who is made by a visitor nobody knows.
pub(crate) fn made_by_nobody(user: &User) -> Value {
    let mut named = user.named();
    named["authenticated_as"] = anonymous();
    named
}

/// A mapping raised: what Python says, then which mapping it was.
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
    // This one tells nothing of the request.
    let context = json!({
        "source": "<authentik.core.sources.mapper.SourceMapper object at 0x7fc56d71e6c0>",
        "mapping": mapping.model(),
        "message": verbatim::mapping_failed(&mapping.name),
    });
    write(state, json!({}), ("configuration_error", app::MAPPER), context);
}

/// Writes an event; `context` gets the request.
pub(crate) fn log(
    state: &mut ServerState,
    origin: &Origin,
    user: Value,
    kind: (&'static str, &'static str),
    mut context: Value,
) {
    context["http_request"] = json!({
        "args": origin.args,
        "path": origin.path,
        "method": origin.method,
        "request_id": origin.request_id,
        "user_agent": origin.user_agent,
    });
    write(state, user, kind, context);
}

fn write(state: &mut ServerState, user: Value, (action, app): (&'static str, &'static str), context: Value) {
    let brand = json!({
        "pk": state.brands.first().map(|brand| brand.pk.replace('-', "")),
        "app": "authentik_brands",
        "name": "Default brand",
        "model_name": "brand",
    });
    state.events.push(EventRecord {
        pk: random::uuid(),
        user,
        action,
        app,
        context,
        created: clock::now(),
        expires: clock::after(KEPT),
        brand,
    });
}

/// An object was made, changed or deleted by this user.
pub(crate) fn changed(state: &mut ServerState, origin: &Origin, by: u64, action: &'static str, model: &Value) {
    let user = state.user(by).map_or_else(anonymous, User::named);
    log(state, origin, user, (action, app::MIDDLEWARE), json!({ "model": model }));
}

/// A source was deleted by this user. Under a licence the event tells its fields as well, less its secret
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

/// A connection was made, used or deleted by this user. Under a licence the event tells its fields as well
/// [D, docs/evidence/authentik.md §1.3]: what a new one has, and what a deleted one had.
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

/// A connection as events name it.
fn connection_model(connection: &Connection) -> Value {
    json!({
        "pk": connection.pk,
        "app": "authentik_sources_oauth",
        "name": connection.name(),
        "model_name": "useroauthsourceconnection",
    })
}

/// The server broke: what Python raised, and where.
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
