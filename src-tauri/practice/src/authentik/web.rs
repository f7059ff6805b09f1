//! What a browser sees: the login page, flows that are under way, and authentik's interfaces.

use super::answer::{FailedWrite, failed_write, found, html};
use super::events::Origin;
use super::executor::{self, ExecutorStep};
use super::flows::{self, Flow};
use super::list::ListQuery;
use super::pages::{self, AuthentikPage, PageKind, alert, button, paragraph, relative};
use super::people::User;
use super::request::RequestContext;
use super::session::Goal;
use super::{RequestState, random, signin, source_stage, verbatim};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde_json::Value;
use sourcerer_core::i18n::{Message, msg};

/// A limit on the stages of one run. No flow here has as many.
const STAGES: usize = 16;
/// A page without a script uses this path to run the executor. No real server has it.
const RUN: &str = "practice/";

pub(crate) fn routes() -> Router<RequestState> {
    Router::new()
        .route("/", get(root))
        .route("/flows/-/default/authentication/", get(to_login))
        .route("/flows/-/default/invalidation/", get(to_logout))
        .route("/flows/-/cancel/", get(cancel))
        .route("/if/flow/{slug}/", get(flow))
        .route("/if/flow/{slug}/practice/", get(run).post(pick))
        .route("/if/user/", get(user))
        .route("/if/admin/", get(admin))
        .route("/source/oauth/login/{slug}/", get(signin::login))
        .route("/source/oauth/callback/{slug}/", get(signin::callback))
        .route(pages::STYLE_PATH, get(style))
        .route("/static/authentik/sources/{file}", get(icon))
}

/// The answer to an unknown path, and to a method that a page doesn't allow.
pub(crate) async fn unknown(State(app): State<RequestState>, visit: RequestContext) -> Response {
    if visit.reads() { pages::missing(&app, &visit) } else { failed_write(FailedWrite::NoPath) }
}

async fn root(State(app): State<RequestState>, visit: RequestContext) -> Response {
    let signed_in = app.state().visitor(&visit.session).is_some();
    found(if signed_in { "/if/user/" } else { "/flows/-/default/authentication/?next=/" })
}

async fn to_login(visit: RequestContext) -> Response {
    to_flow(&visit, flows::AUTHENTICATION)
}

async fn to_logout(visit: RequestContext) -> Response {
    to_flow(&visit, flows::INVALIDATION)
}

/// Redirects to a flow, with the query as it was received.
fn to_flow(visit: &RequestContext, slug: &str) -> Response {
    let query = if visit.raw_query.is_empty() { String::new() } else { format!("?{}", visit.raw_query) };
    found(&format!("/if/flow/{slug}/{query}"))
}

async fn cancel(State(app): State<RequestState>, visit: RequestContext) -> Response {
    if let Some(session) = app.state().sessions.get_mut(&visit.session) {
        session.plan = None;
    }
    found("/flows/-/default/invalidation/")
}

async fn flow(State(app): State<RequestState>, visit: RequestContext, Path(slug): Path<String>) -> Response {
    let (title, under_way, shows_login) = {
        let mut state = app.state();
        let Some(title) = state.flow(&slug).map(|flow| flow.title.clone()) else {
            drop(state);
            return pages::missing(&app, &visit);
        };
        if let Some(next) = ListQuery::parse(&visit.raw_query).get("next") {
            state.session(&visit.session).remember_next(next);
        }
        let plan = state.sessions.get(&visit.session).and_then(|session| session.plan.as_ref());
        let planned = plan.is_some_and(|plan| plan.flow == slug) || slug == flows::INVALIDATION;
        // What an admin made may run by its address alone, or deny.
        let planned = planned || state.flow(&slug).is_some_and(Flow::runs_by_address);
        let under_way = planned || source_stage::turn(&mut state, &visit.session, &slug).is_some();
        (title, under_way, state.identification(&slug).is_some())
    };
    let mut page = if under_way {
        let body = html! {
            (paragraph(&app, &msg::practice_authentik_continue()))
            (button(RUN, &app.say(&msg::practice_authentik_continue_now())))
        };
        AuthentikPage::new(PageKind::Interface, &title, body)
    } else if shows_login {
        AuthentikPage::new(PageKind::Interface, &title, login_page(&app, &visit, &slug))
    } else {
        let body = html! {
            (paragraph(&app, &msg::practice_authentik_nothing_here()))
            (button(&relative(&visit.path, "/"), verbatim::GO_HOME))
        };
        AuthentikPage::new(PageKind::Interface, &title, body)
    };
    if under_way {
        page.goes_on = Some(RUN);
    }
    html(StatusCode::OK, page.draw(&app, &visit))
}

fn login_page(app: &RequestState, visit: &RequestContext, flow: &str) -> Markup {
    let state = app.state();
    let buttons = state.buttons(flow);
    html! {
        @if let Some(user) = state.visitor(&visit.session) {
            (paragraph(app, &msg::practice_authentik_signed_in(&user.username)))
        }
        @for source in &buttons { (button(&relative(&visit.path, &source.login_path()), &source.name)) }
        @if buttons.is_empty() { (paragraph(app, &msg::practice_authentik_no_button())) }
        (paragraph(app, &msg::practice_authentik_no_password()))
    }
}

/// Does what the script of a real page does: repeats the request to the executor until the flow is done or needs input.
async fn run(State(app): State<RequestState>, visit: RequestContext, Path(slug): Path<String>) -> Response {
    for _ in 0..STAGES {
        let origin = Origin::executor(&visit, &slug, random::request_id());
        let step = executor::advance(&mut app.state(), &visit, &slug, &origin);
        match step {
            ExecutorStep::Again => {}
            ExecutorStep::Done(to) => return found(&to),
            ExecutorStep::NoFlow => return pages::missing(&app, &visit),
            ExecutorStep::Challenge(body) => return challenge(&app, &visit, &body),
        }
    }
    pages::broken(&app, &visit)
}

/// Accepts the user name that the visitor chose in the page's form.
async fn pick(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
    body: Bytes,
) -> Response {
    let form = ListQuery::parse(&String::from_utf8_lossy(&body));
    let username = form.get("username").unwrap_or_default().trim().to_owned();
    let step = executor::pick_username(&mut app.state(), &visit, &slug, &username);
    match step {
        ExecutorStep::Challenge(body) => challenge(&app, &visit, &body),
        ExecutorStep::NoFlow => pages::missing(&app, &visit),
        ExecutorStep::Again | ExecutorStep::Done(_) => found(&visit.path),
    }
}

fn challenge(app: &RequestState, visit: &RequestContext, body: &Value) -> Response {
    let text = |place: &str| body.pointer(place).and_then(Value::as_str);
    match text("/component") {
        Some("ak-stage-access-denied") => pages::denied(app, visit, text("/error_message").unwrap_or_default()),
        Some("ak-stage-prompt") => {
            let body = html! {
                (paragraph(app, &msg::practice_authentik_pick_name()))
                form method="post" action="./" {
                    @if let Some(words) = text("/response_errors/username/0/string") { (alert("error", words)) }
                    p {
                        label {
                            (app.say(&msg::practice_authentik_name_field()))
                            br;
                            input name="username" autocomplete="username";
                        }
                    }
                    p { button { (app.say(&msg::practice_authentik_continue_now())) } }
                }
            };
            let heading = flow_title(app, visit);
            html(StatusCode::OK, AuthentikPage::new(PageKind::Interface, &heading, body).draw(app, visit))
        }
        Some("ak-stage-identification") => found(&relative(&visit.path, "/flows/-/default/authentication/")),
        _ => pages::broken(app, visit),
    }
}

fn flow_title(app: &RequestState, visit: &RequestContext) -> String {
    let state = app.state();
    let plan = state.sessions.get(&visit.session).and_then(|session| session.plan.as_ref());
    let flow = plan.filter(|plan| plan.goal == Goal::Enroll).and_then(|plan| state.flow(&plan.flow));
    flow.map(|flow| flow.title.clone()).unwrap_or_default()
}

async fn user(State(app): State<RequestState>, visit: RequestContext) -> Response {
    interface(&app, &visit, &msg::practice_authentik_inside())
}

async fn admin(State(app): State<RequestState>, visit: RequestContext) -> Response {
    interface(&app, &visit, &msg::practice_authentik_inside_admin())
}

fn interface(app: &RequestState, visit: &RequestContext, inside: &Message) -> Response {
    let visitor: Option<User> = app.state().visitor(&visit.session).cloned();
    let Some(user) = visitor else {
        return found(&format!("/flows/-/default/authentication/?next={}", visit.path));
    };
    if !user.is_internal() {
        // The sign-in succeeded, although the page looks like a failure. The page says so here, because the visitor
        // practices this.
        let more = paragraph(app, &msg::practice_authentik_external());
        return pages::denied_with(app, visit, verbatim::ONLY_INTERNAL, &more);
    }
    let body = html! {
        (paragraph(app, inside))
        (button(&relative(&visit.path, "/flows/-/cancel/"), &app.say(&msg::practice_authentik_sign_out())))
    };
    let who = app.say(&msg::practice_authentik_signed_in(&user.username));
    html(StatusCode::OK, AuthentikPage::new(PageKind::Interface, &who, body).draw(app, visit))
}

async fn style() -> Response {
    ([(CONTENT_TYPE, HeaderValue::from_static("text/css"))], pages::STYLE).into_response()
}

/// A plain square as the icon of every source, without any trademark.
async fn icon() -> Response {
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><rect width=\"16\" height=\"16\" \
                   rx=\"3\" fill=\"#57606a\"/></svg>";
    ([(CONTENT_TYPE, HeaderValue::from_static("image/svg+xml"))], picture).into_response()
}
