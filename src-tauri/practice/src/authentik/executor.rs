//! The flow executor: the login page's challenge, and the flows of a source, with one request for each stage.
//!
//! A real server answers each stage that needs no input with a redirect to itself: four of them for an enrollment,
//! three for a sign-in, and then the final address. An event contains the request in which it happened, so the order
//! here is the same.

use super::answer::{ApiResponse, challenge, found, html};
use super::events::{self, Origin};
use super::flows::{self, Flow, Stage};
use super::list::ListQuery;
use super::people::{User, UserRole, UserType};
use super::python::PyValue;
use super::release::Behaviour;
use super::request::RequestContext;
use super::session::{FlowPlan, Goal, MappedProfile, PlannedStep};
use super::source_stage::{self, Turn};
use super::state::ServerState as Known;
use super::{RequestState, clock, pages, planned, policies, random, verbatim};
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
    let plan = state.sessions.get(&visit.session).and_then(|session| session.plan.clone());
    let Some(mut plan) = plan.filter(|plan| plan.flow == slug) else { return unplanned(state, visit, slug, origin) };
    loop {
        let Some(next) = plan.steps.first().cloned() else {
            state.session(&visit.session).plan = None;
            return match plan.goal {
                Goal::SignOut => ExecutorStep::Done("/".to_owned()),
                Goal::Enroll | Goal::SignIn { .. } | Goal::SignInAndLink { .. } => {
                    done(state, visit, Some(slug), plan.changes.get("redirect"))
                }
            };
        };
        let step = match &next {
            PlannedStep::Stage(bound) if is_skipped(state, &mut plan, bound, origin) => None,
            PlannedStep::Stage(bound) => run(state, visit, &mut plan, bound, origin),
            PlannedStep::Link => Some(link_account(state, &plan, origin)),
            PlannedStep::Welcome => {
                welcome(state, visit, plan.source.as_deref().unwrap_or_default());
                Some(ExecutorStep::Again)
            }
        };
        match step {
            // A stage that is skipped takes no request.
            None => {
                plan.steps.remove(0);
            }
            Some(ExecutorStep::Again) => {
                plan.steps.remove(0);
                state.session(&visit.session).plan = Some(plan);
                return ExecutorStep::Again;
            }
            Some(other) => {
                state.session(&visit.session).plan = Some(plan);
                return other;
            }
        }
    }
}

/// Whether the policies of a stage's binding skip it, as far as they are asked again. What they wrote into the plan stays.
fn is_skipped(state: &mut Known, plan: &mut FlowPlan, bound: &Stage, origin: &Origin) -> bool {
    let Some(model) =
        state.flow(&plan.flow).map(|flow| bound.binding_model(flow)).filter(|_| bound.re_evaluate_policies)
    else {
        return false;
    };
    let request = planned::request(plan, origin);
    let verdict = policies::ask_stage(state, (bound, &model), &request, origin, &plan.changes);
    plan.changes = verdict.plan;
    if let Some(user) = plan.changes.get("pending_user").and_then(policies::user_of) {
        plan.pending_user = Some(user);
    }
    !verdict.passing
}

/// Runs a stage. Stages that aren't simulated are skipped.
fn run(
    state: &mut Known,
    visit: &RequestContext,
    plan: &mut FlowPlan,
    bound: &Stage,
    origin: &Origin,
) -> Option<ExecutorStep> {
    let refuses = |state: &Known, username: &str, words: &str| {
        Some(ExecutorStep::Challenge(denied(state, visit, &plan.flow, username, words)))
    };
    match bound.kind {
        flows::PROMPT => Some(ExecutorStep::Challenge(prompt(state, visit, &plan.flow, None))),
        flows::DENY => {
            let found = state.deny_stages.iter().find(|deny| deny.pk == bound.pk);
            refuses(state, "", &found.map(|deny| deny.deny_message.clone()).unwrap_or_default())
        }
        flows::LOGOUT => {
            state.session(&visit.session).user = None;
            Some(ExecutorStep::Again)
        }
        flows::WRITE if plan.pending_user.is_some() => Some(ExecutorStep::Again),
        flows::WRITE => {
            let username = plan.profile.username.clone().unwrap_or_default();
            if username.is_empty() || state.user_named(&username).is_some() {
                return refuses(state, &username, verbatim::USER_NOT_WRITTEN);
            }
            plan.pending_user = write_user(state, plan, bound, &username, origin);
            Some(ExecutorStep::Again)
        }
        flows::LOGIN => {
            let user = plan.pending_user.and_then(|pk| state.user(pk)).cloned();
            if let Some(user) = user.as_ref().filter(|user| user.active) {
                log_in(state, visit, plan.source.as_deref(), user.pk, origin);
                return Some(ExecutorStep::Again);
            }
            let username = user.map(|user| user.username).unwrap_or_default();
            refuses(state, &username, verbatim::USER_INACTIVE)
        }
        _ => None,
    }
}

/// Links the account after the stages, or records that its link was used.
fn link_account(state: &mut Known, plan: &FlowPlan, origin: &Origin) -> ExecutorStep {
    let source = plan.source.as_deref().unwrap_or_default();
    let linked = match &plan.goal {
        Goal::SignIn { connection } => {
            if let Some(known) = state.touch(*connection) {
                events::connection(state, origin, known.user, "model_updated", &known);
            }
            true
        }
        Goal::SignInAndLink { .. } | Goal::Enroll | Goal::SignOut => {
            let identifier = &plan.profile.identifier;
            link(state, source, plan.pending_user, identifier, origin, events::app::SOURCE_STAGE)
        }
    };
    if linked {
        ExecutorStep::Again
    } else {
        // The user has another X account at this source: the session is signed in all the same.
        ExecutorStep::Challenge(json!({ "component": "ak-stage-flow-error", "request_id": origin.request_id }))
    }
}

/// Plans a flow that a visitor opened by its address, without a source: one whose policies let everybody run it, or one
/// that signs out. A flow of a source refuses because of its policies [M, docs/evidence/authentik.md §8.2].
fn by_address(state: &mut Known, flow: &Flow, origin: &Origin) -> Result<Option<FlowPlan>, String> {
    let is_simulated =
        |bound: &Stage| [flows::PROMPT, flows::WRITE, flows::LOGIN, flows::LOGOUT, flows::DENY].contains(&bound.kind);
    let goal = if flow.slug == flows::INVALIDATION { Goal::SignOut } else { Goal::Enroll };
    if flow.stages.is_empty() || !flow.stages.iter().all(is_simulated) {
        return Ok(None);
    }
    planned::plan(state, flow, goal, None, MappedProfile::default(), origin).map(Some)
}

/// The session has no plan for this flow. The result is a Source stage, the login page, or a flow that doesn't run by
/// itself.
fn unplanned(state: &mut Known, visit: &RequestContext, slug: &str, origin: &Origin) -> ExecutorStep {
    match source_stage::turn(state, &visit.session, slug) {
        Some(Turn::Leaves(to)) => return ExecutorStep::Done(to),
        Some(Turn::Stops) => return ExecutorStep::Challenge(denied(state, visit, slug, "", verbatim::INVALID_SOURCE)),
        Some(Turn::Ends) => {
            state.session(&visit.session).passed = None;
            return done(state, visit, None, None);
        }
        None => {}
    }
    let Some(page) = state.identification(slug) else {
        let Some(flow) = state.flow(slug).cloned() else { return ExecutorStep::NoFlow };
        return match by_address(state, &flow, origin) {
            Ok(Some(plan)) => {
                state.session(&visit.session).plan = Some(plan);
                advance(state, visit, slug, origin)
            }
            Ok(None) => ExecutorStep::Challenge(denied(state, visit, slug, "", verbatim::FLOW_NOT_APPLICABLE)),
            Err(words) => ExecutorStep::Challenge(denied(state, visit, slug, "", &words)),
        };
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

/// Creates the user as the stage and the source's mappings say, and returns its number.
fn write_user(state: &mut Known, plan: &FlowPlan, bound: &Stage, username: &str, origin: &Origin) -> Option<u64> {
    let settings = state.write_stages.iter().find(|write| write.pk == bound.pk).cloned()?;
    let source = plan.source.as_deref().and_then(|pk| state.source_of_key(pk)).cloned();
    let profile = &plan.profile;
    let mut user = User::new(state.new_user_pk(), username, "", UserRole::Plain);
    user.name = profile.name.clone().unwrap_or_default();
    user.email = profile.email.clone().unwrap_or_default();
    // New users are external unless the stage or a mapping says otherwise: external users can't open any of authentik's
    // own pages.
    let is_internal = settings.user_type == UserType::Internal.name() || profile.user_type == UserType::Internal;
    user.kind = if is_internal { UserType::Internal } else { UserType::External };
    user.active = profile.active.unwrap_or(!settings.create_users_as_inactive);
    if let Some(source) = &source {
        user.path = source.user_path();
        user.attributes = json!({ "goauthentik.io/user/sources": [source.name] });
    }
    let group = state.groups.iter().find(|group| Some(&group.pk) == settings.create_users_group.as_ref()).cloned();
    user.groups.extend(group.clone());

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
    let (pk, named) = (user.pk, user.named());
    state.users.push(user);
    let model = json!({ "model": model });
    events::log(state, origin, by_nobody.clone(), ("model_created", events::app::MIDDLEWARE), model.clone());
    if group.is_some() {
        events::log(state, origin, by_nobody, ("model_updated", events::app::MIDDLEWARE), model);
    }
    events::log(state, origin, named, ("user_write", events::app::SIGNALS), written);
    Some(pk)
}

/// Signs the session in. A sign-in through a source is logged as a `login` event whose context has the source and no
/// method.
fn log_in(state: &mut Known, visit: &RequestContext, source: Option<&str>, user: u64, origin: &Origin) {
    let Some(user) = state.user_mut(user) else { return };
    user.last_login = Some(clock::now());
    let (pk, named) = (user.pk, user.named());
    state.session(&visit.session).user = Some(pk);
    let model = source.and_then(|source| state.source_of_key(source)).map(super::source::Source::model);
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

/// Ends the flow, or continues a suspended one. A policy may have written another address into the plan.
fn done(state: &mut Known, visit: &RequestContext, ran: Option<&str>, redirect: Option<&PyValue>) -> ExecutorStep {
    if let Some(to) = source_stage::resume(state, &visit.session, ran) {
        return ExecutorStep::Done(to);
    }
    let next = state.session(&visit.session).next.take();
    match redirect {
        Some(PyValue::Text(to)) => ExecutorStep::Done(to.clone()),
        Some(_) | None => ExecutorStep::Done(next.unwrap_or_else(|| "/if/user/".to_owned())),
    }
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
    let origin = Origin::executor(visit, slug, random::request_id());
    let plan = state.sessions.get(&visit.session).and_then(|session| session.plan.clone());
    let waits = plan.filter(|plan| plan.flow == slug).is_some_and(|mut plan| match plan.steps.first().cloned() {
        Some(PlannedStep::Stage(bound)) => {
            bound.kind == flows::PROMPT && !is_skipped(state, &mut plan, &bound, &origin)
        }
        Some(PlannedStep::Link | PlannedStep::Welcome) | None => false,
    });
    if !waits {
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
    if let Some(plan) = &mut state.session(&visit.session).plan {
        plan.profile.username = Some(username.to_owned());
        plan.steps.remove(0);
    }
    ExecutorStep::Again
}
