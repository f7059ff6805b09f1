//! The pages for apps: the list, the new app, and an app with its keys.

use super::draw::{Sheet, button, carried, masked, remark, shown, word};
use super::{PortalPage, gone};
use crate::x::app::{AppEnvironment, AppType, RegisteredApp};
use crate::x::form::FormBody;
use crate::x::page::say;
use crate::x::state::PracticeX;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use sourcerer_core::i18n::msg;
use sourcerer_core::portal::{Layout, Word, guide};

/// X's environments in its order, with the names in the form.
const ENVIRONMENTS: [(&str, Word, AppEnvironment); 3] = [
    ("development", Word::Development, AppEnvironment::Development),
    ("staging", Word::Staging, AppEnvironment::Staging),
    ("production", Word::Production, AppEnvironment::Production),
];

pub(super) async fn home(at: PortalPage) -> Response {
    let body = html! {
        p { (say(&msg::practice_x_home(guide().word(Word::Apps, at.layout)))) }
        p { (button(&at.link("apps"), word(Word::Apps, at), "main")) }
    };
    Sheet { at, page: "./", title: word(Word::Overview, at), body }.answer(StatusCode::OK)
}

pub(super) async fn list(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let apps: Vec<_> = state.apps().collect();
    let body = html! {
        @if apps.is_empty() {
            (remark(&msg::practice_x_no_app(guide().word(Word::CreateApp, at.layout))))
        } @else {
            ul.apps { @for app in apps { (row(app, at)) } }
        }
        (button(&at.link("create"), word(Word::CreateApp, at), "main"))
    };
    Sheet { at, page: "apps", title: word(Word::Apps, at), body }.answer(StatusCode::OK)
}

fn row(app: &RegisteredApp, at: PortalPage) -> Markup {
    let to = at.link_of("app", app.number);
    html! {
        li {
            a href=(to) { (app.name) } " " span.dim { (app.number) }
            @match at.layout {
                Layout::Console => {}
                // The old portal has a cogwheel next to each app.
                Layout::Portal => { (button(&to, word(Word::AppSettings, at), "small")) }
            }
        }
    }
}

pub(super) async fn new(at: PortalPage) -> Response {
    creation(at, &FormBody::default(), false)
}

fn creation(at: PortalPage, form: &FormBody, nameless: bool) -> Response {
    let name = form.get("name").unwrap_or_default();
    let chosen = form.get("environment").unwrap_or("development");
    let body = html! {
        form.sheet method="post" action="create" {
            (carried(at))
            div.field {
                label for="name" { (word(Word::ApplicationName, at)) }
                input id="name" name="name" autocomplete="off" value=(name)
                    aria-invalid=[nameless.then_some("true")] aria-describedby=[nameless.then_some("name-error")];
                @if nameless { p.error id="name-error" { (say(&msg::practice_x_needed())) } }
            }
            div.field {
                label for="environment" { (word(Word::Environment, at)) }
                select id="environment" name="environment" {
                    @for (id, label, _) in ENVIRONMENTS {
                        option value=(id) selected[id == chosen] { (word(label, at)) }
                    }
                }
            }
            div.buttons {
                button.main { (word(Word::Create, at)) }
                (button(&at.link("apps"), word(Word::Cancel, at), ""))
            }
        }
    };
    let status = if nameless { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Sheet { at, page: "create", title: word(Word::CreateDialog, at), body }.answer(status)
}

pub(super) async fn create(State(x): State<PracticeX>, body: Bytes) -> Response {
    let form = FormBody::parse(&body);
    let at = PortalPage::read(&form);
    let name = form.get("name").unwrap_or_default().trim();
    if name.is_empty() {
        return creation(at, &form, true);
    }
    let environment = ENVIRONMENTS
        .iter()
        .find(|(id, _, _)| form.get("environment") == Some(id))
        .map_or(AppEnvironment::Development, |(_, _, environment)| *environment);
    let number = x.state().create(name.to_owned(), environment);
    Redirect::to(&at.link_of("created", number)).into_response()
}

/// Shows the keys of a new app. X shows the keys of OAuth 1.0a first [R, docs/evidence/x.md §3.2], which are the wrong
/// ones: copying them is the first typical mistake.
pub(super) async fn created(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    let body = html! {
        section.sheet {
            (consumer_keys(app, at))
            (shown("bearer-token", word(Word::BearerToken, at), &app.bearer))
            div.buttons { (button(&at.link_of("app", app.number), word(Word::Done, at), "main")) }
        }
    };
    Sheet { at, page: "created", title: &app.name, body }.answer(StatusCode::OK)
}

fn consumer_keys(app: &RegisteredApp, at: PortalPage) -> Markup {
    html! {
        (shown("consumer-key", word(Word::ConsumerKey, at), &app.consumer_key))
        (shown("consumer-secret", word(Word::ConsumerSecret, at), &app.consumer_secret))
    }
}

/// Shows an app: in the Console on one page with its keys, in the old portal on two pages.
pub(super) async fn app(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    let body = html! {
        (head(app, at))
        (access(app, at))
        @match at.layout {
            Layout::Console => { (key_groups(app, at)) }
            Layout::Portal => { (authentication(app, at)) }
        }
    };
    Sheet { at, page: "app", title: &app.name, body }.answer(StatusCode::OK)
}

pub(super) async fn keys(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    let body = html! { (head(app, at)) (key_groups(app, at)) };
    Sheet { at, page: "keys", title: &app.name, body }.answer(StatusCode::OK)
}

fn head(app: &RegisteredApp, at: PortalPage) -> Markup {
    html! {
        p.line {
            span class="pill good" { (word(Word::Active, at)) } " " span.dim { (app.number) } " "
            @match at.layout {
                Layout::Console => {
                    (button(&at.link_of("settings", app.number), word(Word::AppSettings, at), "small"))
                }
                Layout::Portal => {
                    (button(&at.link_of("app", app.number), word(Word::AppSettings, at), "small"))
                    (button(&at.link_of("keys", app.number), word(Word::KeysAndTokens, at), "small"))
                }
            }
        }
    }
}

/// Shows the app's package and environment, and how to change the wrong ones [D, docs/evidence/x.md §2.2].
fn access(app: &RegisteredApp, at: PortalPage) -> Markup {
    let environment = ENVIRONMENTS.iter().find(|(_, _, environment)| *environment == app.environment);
    html! {
        section class="sheet bar" aria-label=(word(Word::ProjectAccess, at)) {
            p.line {
                b { (word(Word::ProjectAccess, at)) } " "
                span {
                    @if app.pay_per_use { (word(Word::PayPerUse, at)) } @else { (say(&msg::practice_x_no_package())) }
                }
                " "
                span.pill.good[app.enrolled()] {
                    @if let Some((_, label, _)) = environment { (word(*label, at)) }
                }
            }
            @if !app.enrolled() {
                details {
                    summary { (word(Word::ManageApps, at)) }
                    form.line method="post" action="package" {
                        (carried(at))
                        span {
                            (word(Word::MoveToPackage, at)) " › " (word(Word::PayPerUse, at)) ", "
                            (word(Word::Production, at))
                        }
                        button { (word(Word::MoveToPackage, at)) }
                    }
                }
            }
        }
    }
}

pub(super) async fn package(State(x): State<PracticeX>, body: Bytes) -> Response {
    let at = PortalPage::read(&FormBody::parse(&body));
    let mut state = x.state();
    let Some(app) = at.app.and_then(|number| state.app_mut(number)) else { return gone(at) };
    app.pay_per_use = true;
    app.environment = AppEnvironment::Production;
    Redirect::to(&at.link_of("app", app.number)).into_response()
}

fn key_groups(app: &RegisteredApp, at: PortalPage) -> Markup {
    html! {
        h2 { (word(Word::KeysAndTokens, at)) }
        section.sheet {
            h3 { (word(Word::AppOnly, at)) }
            (shown("bearer-token", word(Word::BearerToken, at), &app.bearer))
        }
        section.sheet {
            h3 { (word(Word::Oauth1, at)) }
            (consumer_keys(app, at))
        }
        section.sheet {
            h3 { (word(Word::Oauth2, at)) }
            (oauth2(app, at))
            @match at.layout {
                Layout::Console => { (authentication(app, at)) }
                Layout::Portal => {}
            }
        }
    }
}

/// Shows the OAuth 2.0 keys: the Client ID always, but never the Client Secret [R, docs/evidence/x.md §3.1].
fn oauth2(app: &RegisteredApp, at: PortalPage) -> Markup {
    let Some(oauth) = &app.oauth else {
        return remark(&msg::practice_x_no_client(guide().word(Word::Authentication, at.layout)));
    };
    html! {
        (shown("client-id", word(Word::ClientId, at), &oauth.client_id))
        @if oauth.settings.kind == AppType::Native {
            (remark(&msg::practice_x_no_secret()))
        } @else {
            (masked(word(Word::ClientSecret, at)))
            form method="post" action="regenerate" {
                (carried(at))
                button { (word(Word::Regenerate, at)) }
            }
        }
    }
}

/// The box with the link to the form: in the Console below a group of keys, in the old portal below the page's heading.
fn authentication(app: &RegisteredApp, at: PortalPage) -> Markup {
    let (heading, not_set_up) = (word(Word::Authentication, at), word(Word::NotSetUp, at));
    let (set_up, to) = (app.oauth.is_some(), at.link_of("settings", app.number));
    html! {
        div.inset {
            @match at.layout {
                Layout::Console => {
                    h4 { (heading) }
                    @if !set_up { h5 { (not_set_up) } }
                }
                Layout::Portal => {
                    h2 { (heading) }
                    @if !set_up { h3 { (not_set_up) } }
                }
            }
            @if set_up {
                p { (button(&to, word(Word::Edit, at), "")) }
            } @else {
                p { (word(Word::NotSetUpText, at)) }
                p { (button(&to, word(Word::SetUp, at), "main")) }
            }
        }
    }
}
