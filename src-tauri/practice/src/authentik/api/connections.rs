//! Users' connections to accounts at X.

use super::{created, found, gone, ok};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::people::{Connection, User};
use crate::authentik::request::RequestContext;
use crate::authentik::rights;
use crate::authentik::source::Source;
use crate::authentik::state::ServerState as Known;
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde_json::{Value, json};

const MODEL: &str = "UserOAuthSourceConnection";

/// Lists the connections. Without the right, the list contains only the caller's own, so an empty list proves nothing.
pub(crate) async fn list_all(State(app): State<RequestState>, visit: RequestContext) -> ApiResponse {
    let state = app.state();
    let user = rights::signed_in(&state, &visit)?;
    let slug = visit.query.filter("source__slug").map(|slug| state.source(slug).map(|source| source.pk.as_str()));
    let rows = state
        .connections
        .iter()
        .filter(|one| sees(user, one))
        .filter(|one| slug.is_none_or(|source| source == Some(one.source.as_str())))
        .map(|one| view(&state, one))
        .collect();
    list(rows, &visit.query, &ListFilters { exact: &["user"], search: &["identifier"], order: "pk" })
}

pub(crate) async fn one(State(app): State<RequestState>, visit: RequestContext, Path(pk): Path<String>) -> ApiResponse {
    let state = app.state();
    let user = rights::may_touch(&state, &visit, &[])?;
    let one = state.connections.iter().find(|one| one.pk.to_string() == pk && sees(user, one));
    ok(&view(&state, found(one, MODEL)?))
}

/// Deletes a connection. Without the right there is nothing to delete, and the answer isn't a refusal either.
pub(crate) async fn delete(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    let user = rights::may_touch(&state, &visit, &[])?;
    let by = user.pk;
    let may = |one: &Connection| one.user == by || rights::has(user, rights::DELETE_CONNECTION) && sees(user, one);
    let at = state.connections.iter().position(|one| one.pk.to_string() == pk && may(one));
    let one = state.connections.remove(found(at, MODEL)?);
    events::connection(&mut state, &Origin::of(&visit), by, "model_deleted", &one);
    gone()
}

/// Creates a connection: the repair after a source was deleted and created again.
pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_CONNECTION)?.pk;
    let mut fields = SentFields::read(&body, RequiredFields::Whole, &["user", "source", "identifier"])?;
    let user = fields.number("user");
    if let Some(stranger) = user.filter(|pk| state.user(*pk).is_none()) {
        fields.refuse("user", crate::authentik::verbatim::no_such_object(&stranger.to_string()));
    }
    let source = fields.key("source", |pk| state.source_of_key(pk).is_some());
    let identifier = fields.text("identifier", BlankPolicy::Refused);
    fields.done()?;
    let made = state
        .connect(user.unwrap_or_default(), &source.unwrap_or_default(), &identifier.unwrap_or_default())
        // A user has at most one connection at a source. The database refuses the second one, and this is the answer
        // that results.
        .ok_or(ApiRefusal::Fault)?;
    events::connection(&mut state, &Origin::of(&visit), by, "model_created", &made);
    created(&view(&state, &made))
}

fn sees(user: &User, connection: &Connection) -> bool {
    connection.user == user.pk || rights::has(user, rights::VIEW_CONNECTION)
}

fn view(state: &Known, one: &Connection) -> Value {
    json!({
        "pk": one.pk,
        "user": one.user,
        "source": one.source,
        "source_obj": state.source_of_key(&one.source).map(Source::bare_view),
        "identifier": one.identifier,
        "created": one.created,
        "last_updated": one.last_updated,
        "expires": one.expires,
    })
}
