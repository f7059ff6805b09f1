//! Users' connections to accounts at X.

use super::{created, found, gone, ok};
use crate::authentik::RequestState;
use crate::authentik::answer::{ApiRefusal, ApiResponse};
use crate::authentik::events::{self, Origin};
use crate::authentik::fields::{BlankPolicy, RequiredFields, SentFields};
use crate::authentik::list::{ListFilters, list};
use crate::authentik::people::{Connection, User};
use crate::authentik::release::Behaviour;
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

/// The repair after a source was deleted and made again. Where `user` is read-only, no user is there to be written, and
/// the database refuses that [M, docs/evidence/authentik.md §7.2, §12.2].
pub(crate) async fn create(State(app): State<RequestState>, visit: RequestContext, body: Bytes) -> ApiResponse {
    let mut state = app.state();
    let by = rights::may(&state, &visit, rights::ADD_CONNECTION)?.pk;
    let read_only = app.release().has(Behaviour::LinksReadOnly);
    let required: &[&str] = if read_only { &["source", "identifier"] } else { &["user", "source", "identifier"] };
    let mut fields = SentFields::read(&body, RequiredFields::Whole, required)?;
    let user = fields.number("user");
    if let Some(stranger) = user.filter(|pk| state.user(*pk).is_none()) {
        fields.refuse("user", crate::authentik::verbatim::no_such_object(&stranger.to_string()));
    }
    let source = fields.key("source", |pk| state.source_of_key(pk).is_some());
    let identifier = fields.text("identifier", BlankPolicy::Refused);
    fields.done()?;
    if read_only {
        return Err(ApiRefusal::Fault);
    }
    let made = state
        .connect(user.unwrap_or_default(), &source.unwrap_or_default(), &identifier.unwrap_or_default())
        // A user has at most one connection at a source. The database refuses the second one, and this is the answer
        // that results.
        .ok_or(ApiRefusal::Fault)?;
    events::connection(&mut state, &Origin::of(&visit), by, "model_created", &made);
    created(&view(&state, &made))
}

pub(crate) async fn replace(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    write(&app, &visit, &pk, &body, RequiredFields::Whole)
}

pub(crate) async fn change(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(pk): Path<String>,
    body: Bytes,
) -> ApiResponse {
    write(&app, &visit, &pk, &body, RequiredFields::Part)
}

/// Moves a link to another account at X, which may be somebody's already; the user stays, whatever is sent
/// [M, docs/evidence/authentik.md §12.1, §12.2].
fn write(app: &RequestState, visit: &RequestContext, pk: &str, body: &Bytes, wanted: RequiredFields) -> ApiResponse {
    let mut state = app.state();
    let user = rights::may_touch(&state, visit, &[rights::VIEW_CONNECTION, rights::CHANGE_CONNECTION])?;
    let by = user.pk;
    let at = found(state.connections.iter().position(|one| one.pk.to_string() == pk), MODEL)?;
    let mut fields = SentFields::read(body, wanted, &["source", "identifier"])?;
    let source = fields.key("source", |pk| state.source_of_key(pk).is_some());
    let identifier = fields.text("identifier", BlankPolicy::Refused);
    fields.done()?;
    let one = &mut state.connections[at];
    one.source = source.unwrap_or_else(|| one.source.clone());
    one.identifier = identifier.unwrap_or_else(|| one.identifier.clone());
    let one = one.clone();
    events::connection(&mut state, &Origin::of(visit), by, "model_updated", &one);
    ok(&view(&state, &one))
}

pub(super) fn sees(user: &User, connection: &Connection) -> bool {
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
