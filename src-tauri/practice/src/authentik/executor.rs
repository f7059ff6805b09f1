//! The flow executor: the login page's challenge, and the flows of a source, with one request for each stage.
//!
//! A real server answers each stage that needs no input with a redirect to itself: four of them for an enrollment,
//! three for a sign-in, and then the final address. An event contains the request in which it happened, so the order
//! here is the same.

use super::answer::{ApiResponse, challenge, found, html};
use super::events::{self, Origin};
use super::list::ListQuery;
use super::people::{User, UserRole};
use super::release::Behaviour;
use super::request::RequestContext;
use super::session::{FlowPlan, Goal, MappedProfile};
use super::source_stage::{self, Turn};
use super::state::ServerState as Known;
use super::{RequestState, clock, flows, pages, random, verbatim};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

/// The result of one request to the executor.
#[derive(Debug)]
pub(crate) enum ExecutorStep {
    /// A stage is done; the client repeats the request.
    Again,
    /// The flow is done; the client continues at this address.
    Done(String),
    /// The visitor has to enter or read something.
    Challenge(Value),
    /// There is no such flow.
    NoFlow,
}

/// `GET /api/v3/flows/executor/<slug>/?query=`: runs the next stage of the flow.
pub(crate) async fn show(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> ApiResponse {
    let mut state = app.state();
    if let Some(next) = ListQuery::parse(visit.query.get("query").unwrap_or_default()).get("next") {
        state.session(&visit.session).remember_next(next);
    }
    let origin = Origin::executor(&visit, &slug, visit.request_id.clone());
    let step = advance(&mut state, &visit, &slug, &origin);
    drop(state);
    Ok(answer(&app, &visit, step))
}

/// `POST /api/v3/flows/executor/<slug>/?query=`: the answer to a challenge. The only challenge here asks for a user
/// name, if X provided none.
pub(crate) async fn post(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
    body: Bytes,
) -> ApiResponse {
    let sent: Value = serde_json::from_slice(&body).unwrap_or_default();
    let mut state = app.state();
    let step = pick_username(&mut state, &visit, &slug, sent["username"].as_str().unwrap_or_default());
    drop(state);
    Ok(answer(&app, &visit, step))
}

fn answer(app: &RequestState, visit: &RequestContext, step: ExecutorStep) -> Response {
    match step {
        ExecutorStep::Again => {
            // The query is repeated unchanged.
            found(&format!("{}?{}", visit.path, visit.raw_query))
        }
        ExecutorStep::Done(to) => challenge(&json!({ "component": "xak-flow-redirect", "to": to })),
        ExecutorStep::Challenge(body) => challenge(&body),
        ExecutorStep::NoFlow => html(StatusCode::NOT_FOUND, pages::not_found(app, visit)),
    }
}

/// Runs the next stage of the plan that the session has for this flow.
pub(crate) fn advance(state: &mut Known, visit: &RequestContext, slug: &str, origin: &Origin) -> ExecutorStep {
    if state.flow(slug).is_none() {
        return ExecutorStep::NoFlow;
    }
    let Some(plan) = state.sessions.get(&visit.session).and_then(|session| session.plan.clone()) else {
        return unplanned(state, visit, slug);
    };
    if plan.flow != slug {
        return unplanned(state, visit, slug);
    }
    let step = match (&plan.goal, &plan.source) {
        (Goal::SignOut, _) => sign_out(state, visit, &plan),
        (goal, Some((source, profile))) => match goal {
            Goal::Enroll => enroll(state, visit, &plan, source, profile, origin),
            Goal::SignIn { connection } => {
                let owner = state.connections.iter().find(|one| one.pk == *connection).map(|one| one.user);
                sign_in(state, visit, &plan, source, owner, origin)
            }
            Goal::SignInAndLink { user } => sign_in(state, visit, &plan, source, Some(*user), origin),
            Goal::SignOut => ExecutorStep::Again,
        },
        (_, None) => ExecutorStep::NoFlow,
    };
    let session = state.session(&visit.session);
    match &step {
        ExecutorStep::Again => {
            if let Some(plan) = &mut session.plan {
                plan.done += 1;
            }
        }
        ExecutorStep::Done(_) => session.plan = None,
        ExecutorStep::Challenge(_) | ExecutorStep::NoFlow => {}
    }
    step
}

/// The session has no plan for this flow. The result is a Source stage, the login page, or a flow that doesn't run by
/// itself.
fn unplanned(state: &mut Known, visit: &RequestContext, slug: &str) -> ExecutorStep {
    match source_stage::turn(state, &visit.session, slug) {
        Some(Turn::Leaves(to)) => return ExecutorStep::Done(to),
        Some(Turn::Stops) => return ExecutorStep::Challenge(denied(state, visit, slug, "", verbatim::INVALID_SOURCE)),
        Some(Turn::Ends) => {
            state.session(&visit.session).passed = None;
            return done(state, visit, None);
        }
        None => {}
    }
    if slug == flows::INVALIDATION {
        let plan = FlowPlan { flow: slug.to_owned(), goal: Goal::SignOut, source: None, done: 0 };
        state.session(&visit.session).plan = Some(plan);
        return ExecutorStep::Again;
    }
    let Some(page) = state.identification(slug) else {
        return ExecutorStep::Challenge(denied(state, visit, slug, "", verbatim::FLOW_NOT_APPLICABLE));
    };
    let buttons: Vec<_> = state
        .buttons(slug)
        .iter()
        .map(|source| {
            json!({
                "name": source.name,
                "icon_url": source.icon(),
                "promoted": source.promoted,
                "challenge": { "component": "xak-flow-redirect", "to": source.login_path() },
            })
        })
        .collect();
    let switch = |name: &str| page.switches.get(name).cloned().unwrap_or_default();
    ExecutorStep::Challenge(json!({
        "flow_info": flow_info(state, visit, slug),
        "component": "ak-stage-identification",
        "user_fields": page.user_fields,
        "password_fields": false,
        "allow_show_password": false,
        "flow_designation": "authentication",
        "captcha_stage": null,
        "primary_action": "Log in",
        "sources": buttons,
        "show_source_labels": switch("show_source_labels"),
        "enable_remember_me": switch("enable_remember_me"),
        "passkey_challenge": null,
        "pending_user_identifier": null,
    }))
}

fn flow_info(state: &Known, visit: &RequestContext, slug: &str) -> Value {
    let next = state.sessions.get(&visit.session).and_then(|session| session.next.as_deref());
    state.flow(slug).map(|flow| flow.challenge_view(next)).unwrap_or_default()
}

/// The stage that ends a flow with a message. It leaves no event, and is returned each time the client repeats the
/// request.
fn denied(state: &Known, visit: &RequestContext, slug: &str, username: &str, words: &str) -> Value {
    json!({
        "flow_info": flow_info(state, visit, slug),
        "component": "ak-stage-access-denied",
        "pending_user": username,
        "pending_user_avatar": User::new(0, username, "", UserRole::Plain).avatar(),
        "error_message": words,
    })
}

fn enroll(
    state: &mut Known,
    visit: &RequestContext,
    plan: &FlowPlan,
    source: &str,
    profile: &MappedProfile,
    origin: &Origin,
) -> ExecutorStep {
    let Some(username) = &profile.username else {
        return ExecutorStep::Challenge(prompt(state, visit, &plan.flow, None));
    };
    match plan.done {
        0 => {
            if state.user_named(username).is_some() {
                let words = verbatim::USER_NOT_WRITTEN;
                return ExecutorStep::Challenge(denied(state, visit, &plan.flow, username, words));
            }
            write_user(state, source, username, profile, origin);
            ExecutorStep::Again
        }
        1 => {
            let user = state.user_named(username).map(|user| user.pk);
            log_in(state, visit, source, &plan.flow, user, origin);
            ExecutorStep::Again
        }
        2 => {
            let user = state.user_named(username).map(|user| user.pk);
            link(state, source, user, &profile.identifier, origin, events::app::SOURCE_STAGE);
            ExecutorStep::Again
        }
        3 => {
            welcome(state, visit, source);
            ExecutorStep::Again
        }
        _ => done(state, visit, Some(&plan.flow)),
    }
}

fn sign_in(
    state: &mut Known,
    visit: &RequestContext,
    plan: &FlowPlan,
    source: &str,
    owner: Option<u64>,
    origin: &Origin,
) -> ExecutorStep {
    match plan.done {
        0 => {
            if let Some(user) = owner.and_then(|pk| state.user(pk)).filter(|user| !user.active) {
                let username = user.username.clone();
                let words = verbatim::USER_INACTIVE;
                return ExecutorStep::Challenge(denied(state, visit, &plan.flow, &username, words));
            }
            log_in(state, visit, source, &plan.flow, owner, origin);
            ExecutorStep::Again
        }
        1 => {
            let linked = match &plan.goal {
                Goal::SignIn { connection } => {
                    if let Some(known) = state.touch(*connection) {
                        events::connection(state, origin, known.user, "model_updated", &known);
                    }
                    true
                }
                Goal::SignInAndLink { .. } | Goal::Enroll | Goal::SignOut => {
                    let identifier = plan.source.as_ref().map_or("", |(_, profile)| profile.identifier.as_str());
                    link(state, source, owner, identifier, origin, events::app::SOURCE_STAGE)
                }
            };
            if linked {
                ExecutorStep::Again
            } else {
                // The user has another X account at this source: the session is signed in all the same.
                ExecutorStep::Challenge(json!({ "component": "ak-stage-flow-error", "request_id": origin.request_id }))
            }
        }
        2 => {
            welcome(state, visit, source);
            ExecutorStep::Again
        }
        _ => done(state, visit, Some(&plan.flow)),
    }
}

fn sign_out(state: &mut Known, visit: &RequestContext, plan: &FlowPlan) -> ExecutorStep {
    if plan.done == 0 {
        state.session(&visit.session).user = None;
        return ExecutorStep::Again;
    }
    ExecutorStep::Done("/".to_owned())
}

fn write_user(state: &mut Known, source: &str, username: &str, profile: &MappedProfile, origin: &Origin) {
    let Some(source) = state.source_of_key(source).cloned() else { return };
    let mut user = User::new(state.new_user_pk(), username, "", UserRole::Plain);
    user.name = profile.name.clone().unwrap_or_default();
    user.email = profile.email.clone().unwrap_or_default();
    // New users are external unless a mapping says otherwise: external users can't open any of authentik's own pages.
    user.kind = profile.user_type;
    user.path = source.user_path();
    user.attributes = json!({ "goauthentik.io/user/sources": [source.name] });

    let model = json!({ "pk": user.pk, "app": "authentik_core", "name": user.name, "model_name": "user" });
    let mut written = json!({ "path": user.path, "username": username, "created": true, "attributes": {} });
    if let Some(name) = &profile.name {
        written["name"] = json!(name);
    }
    if let Some(email) = &profile.email {
        written["email"] = json!(email);
    }
    let by_nobody =
        if state.release.has(Behaviour::NamesANewUser) { events::made_by_nobody(&user) } else { events::anonymous() };
    let named = user.named();
    state.users.push(user);
    events::log(state, origin, by_nobody, ("model_created", events::app::MIDDLEWARE), json!({ "model": model }));
    events::log(state, origin, named, ("user_write", events::app::SIGNALS), written);
}

/// Signs the session in, if the flow has a user login stage. A sign-in through a source is logged as a `login` event
/// whose context has the source and no method.
fn log_in(state: &mut Known, visit: &RequestContext, source: &str, flow: &str, user: Option<u64>, origin: &Origin) {
    if !state.flow(flow).is_some_and(flows::Flow::signs_in) {
        return;
    }
    let Some(user) = user.and_then(|pk| state.user_mut(pk)) else { return };
    user.last_login = Some(clock::now());
    let (pk, named) = (user.pk, user.named());
    state.session(&visit.session).user = Some(pk);
    let model = state.source_of_key(source).map(super::source::Source::model);
    events::log(state, origin, named, ("login", events::app::SIGNALS), json!({ "source": model }));
}

/// Connects the account to the user and logs both events. Returns false if the user has another account at this source.
pub(crate) fn link(
    state: &mut Known,
    source: &str,
    user: Option<u64>,
    identifier: &str,
    origin: &Origin,
    by: &'static str,
) -> bool {
    let Some(user) = user.and_then(|pk| state.user(pk)).cloned() else { return false };
    let Some(made) = state.connect(user.pk, source, identifier) else { return false };
    events::connection(state, origin, user.pk, "model_created", &made);
    let model = state.source_of_key(source).map(super::source::Source::model);
    let context = json!({ "source": model, "message": verbatim::LINKED });
    events::log(state, origin, user.named(), ("source_linked", by), context);
    true
}

fn welcome(state: &mut Known, visit: &RequestContext, source: &str) {
    let Some(words) = state.source_of_key(source).map(|source| verbatim::signed_in(&source.name)) else { return };
    state.session(&visit.session).success(words);
}

/// Ends the flow, or continues a suspended one.
fn done(state: &mut Known, visit: &RequestContext, ran: Option<&str>) -> ExecutorStep {
    if let Some(to) = source_stage::resume(state, &visit.session, ran) {
        return ExecutorStep::Done(to);
    }
    let next = state.session(&visit.session).next.take();
    ExecutorStep::Done(next.unwrap_or_else(|| "/if/user/".to_owned()))
}

/// The challenge that asks for a user name.
fn prompt(state: &Known, visit: &RequestContext, slug: &str, error: Option<(&str, &str)>) -> Value {
    let mut body = json!({
        "flow_info": flow_info(state, visit, slug),
        "component": "ak-stage-prompt",
        "fields": [{
            "field_key": "username",
            "label": "Username",
            "type": "username",
            "required": true,
            "placeholder": "Username",
            "initial_value": "",
            "order": 100,
            "sub_text": "",
            "choices": null,
        }],
    });
    if let Some((words, code)) = error {
        body["response_errors"] = json!({ "username": [{ "string": words, "code": code }] });
    }
    body
}

/// Accepts the user name that a visitor chose. Anything else in the request has no effect.
pub(crate) fn pick_username(state: &mut Known, visit: &RequestContext, slug: &str, username: &str) -> ExecutorStep {
    let waits = state.sessions.get(&visit.session).and_then(|session| session.plan.as_ref()).is_some_and(|plan| {
        plan.flow == slug
            && plan.goal == Goal::Enroll
            && plan.source.as_ref().is_some_and(|(_, profile)| profile.username.is_none())
    });
    if !waits {
        let origin = Origin::executor(visit, slug, random::request_id());
        return match advance(state, visit, slug, &origin) {
            // A write never continues the flow: the client has to send a GET request next.
            ExecutorStep::Done(_) | ExecutorStep::Again => ExecutorStep::Again,
            step @ (ExecutorStep::Challenge(_) | ExecutorStep::NoFlow) => step,
        };
    }
    if username.is_empty() {
        return ExecutorStep::Challenge(prompt(state, visit, slug, Some((verbatim::BLANK, "blank"))));
    }
    if state.user_named(username).is_some() {
        return ExecutorStep::Challenge(prompt(state, visit, slug, Some((verbatim::USERNAME_TAKEN, "invalid"))));
    }
    if let Some((_, profile)) = state.session(&visit.session).plan.as_mut().and_then(|plan| plan.source.as_mut()) {
        profile.username = Some(username.to_owned());
    }
    ExecutorStep::Again
}
