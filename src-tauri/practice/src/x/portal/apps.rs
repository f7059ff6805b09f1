//! Apps: the list, a new one, and one with its keys.

use super::draw::{Sheet, button, carried, masked, remark, shown, word};
use super::{PortalPage, gone};
use crate::x::app::{AppEnvironment, AppType, RegisteredApp};
use crate::x::form::FormBody;
use crate::x::page::{escaped, html};
use crate::x::state::PracticeX;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use sourcerer_core::i18n::msg;
use sourcerer_core::portal::{Layout, Word, guide};
use std::fmt::Write as _;

/// X's own environments, in its order, under the names of the form.
const ENVIRONMENTS: [(&str, Word, AppEnvironment); 3] = [
    ("development", Word::Development, AppEnvironment::Development),
    ("staging", Word::Staging, AppEnvironment::Staging),
    ("production", Word::Production, AppEnvironment::Production),
];

pub(super) async fn home(at: PortalPage) -> Response {
    let body = format!(
        "<p>{}</p>\n<p>{}</p>\n",
        html(&msg::practice_x_home(guide().word(Word::Apps, at.layout))),
        button(&at.link("apps"), &word(Word::Apps, at), "main"),
    );
    Sheet { at, page: "./", title: word(Word::Overview, at), body }.answer(StatusCode::OK)
}

pub(super) async fn list(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let mut body = String::new();
    let mut rows = String::new();
    for app in state.apps() {
        // The old portal has a cogwheel beside each.
        let cogwheel = match at.layout {
            Layout::Console => String::new(),
            Layout::Portal => button(&at.link_of("app", app.number), &word(Word::AppSettings, at), "small"),
        };
        writeln!(
            rows,
            "<li><a href=\"{}\">{}</a> <span class=\"dim\">{}</span>{cogwheel}</li>",
            escaped(&at.link_of("app", app.number)),
            escaped(&app.name),
            app.number
        )
        .expect("a string grows");
    }
    if rows.is_empty() {
        body.push_str(&remark(&msg::practice_x_no_app(guide().word(Word::CreateApp, at.layout))));
    } else {
        write!(body, "<ul class=\"apps\">\n{rows}</ul>\n").expect("a string grows");
    }
    body.push_str(&button(&at.link("create"), &word(Word::CreateApp, at), "main"));
    Sheet { at, page: "apps", title: word(Word::Apps, at), body }.answer(StatusCode::OK)
}

pub(super) async fn new(at: PortalPage) -> Response {
    creation(at, &FormBody::default(), false)
}

fn creation(at: PortalPage, form: &FormBody, nameless: bool) -> Response {
    let name = form.get("name").unwrap_or_default();
    let chosen = form.get("environment").unwrap_or("development");
    let error = if nameless {
        format!("<p class=\"error\" id=\"name-error\">{}</p>\n", html(&msg::practice_x_needed()))
    } else {
        String::new()
    };
    let invalid = if nameless { " aria-invalid=\"true\" aria-describedby=\"name-error\"" } else { "" };
    let mut body = format!(
        "<form method=\"post\" action=\"create\" class=\"sheet\">\n{}<div class=\"field\">\n<label for=\"name\">{}</label>\n\
         <input id=\"name\" name=\"name\" autocomplete=\"off\" value=\"{}\"{invalid}>\n{error}</div>\n\
         <div class=\"field\">\n<label for=\"environment\">{}</label>\n<select id=\"environment\" name=\"environment\">\n",
        carried(at),
        word(Word::ApplicationName, at),
        escaped(name),
        word(Word::Environment, at),
    );
    for (id, label, _) in ENVIRONMENTS {
        let selected = if id == chosen { " selected" } else { "" };
        writeln!(body, "<option value=\"{id}\"{selected}>{}</option>", word(label, at)).expect("a string grows");
    }
    write!(
        body,
        "</select>\n</div>\n<div class=\"buttons\"><button class=\"main\">{}</button>{}</div>\n</form>\n",
        word(Word::Create, at),
        button(&at.link("apps"), &word(Word::Cancel, at), ""),
    )
    .expect("a string grows");
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

/// X shows the keys of OAuth 1.0a first [R, docs/evidence/x.md §3.2]: the wrong ones, and the first mistake to make.
pub(super) async fn created(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    let body = format!(
        "<section class=\"sheet\">\n{}<div class=\"buttons\">{}</div>\n</section>\n",
        first_keys(app, at),
        button(&at.link_of("app", app.number), &word(Word::Done, at), "main"),
    );
    Sheet { at, page: "created", title: escaped(&app.name), body }.answer(StatusCode::OK)
}

fn first_keys(app: &RegisteredApp, at: PortalPage) -> String {
    shown("consumer-key", &word(Word::ConsumerKey, at), &app.consumer_key)
        + &shown("consumer-secret", &word(Word::ConsumerSecret, at), &app.consumer_secret)
        + &shown("bearer-token", &word(Word::BearerToken, at), &app.bearer)
}

/// An app: in the Console with its keys, in the old portal on two pages.
pub(super) async fn app(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    let body = match at.layout {
        Layout::Console => head(app, at) + &access(app, at) + &key_groups(app, at),
        Layout::Portal => head(app, at) + &access(app, at) + &authentication(app, at),
    };
    Sheet { at, page: "app", title: escaped(&app.name), body }.answer(StatusCode::OK)
}

pub(super) async fn keys(State(x): State<PracticeX>, at: PortalPage) -> Response {
    let state = x.state();
    let Some(app) = at.app.and_then(|number| state.app(number)) else { return gone(at) };
    Sheet { at, page: "keys", title: escaped(&app.name), body: head(app, at) + &key_groups(app, at) }
        .answer(StatusCode::OK)
}

fn head(app: &RegisteredApp, at: PortalPage) -> String {
    let settings = match at.layout {
        Layout::Console => button(&at.link_of("settings", app.number), &word(Word::AppSettings, at), "small"),
        Layout::Portal => {
            button(&at.link_of("app", app.number), &word(Word::AppSettings, at), "small")
                + &button(&at.link_of("keys", app.number), &word(Word::KeysAndTokens, at), "small")
        }
    };
    format!(
        "<p class=\"line\"><span class=\"pill good\">{}</span> <span class=\"dim\">{}</span> {settings}</p>\n",
        word(Word::Active, at),
        app.number
    )
}

/// Which package and environment the app is in, and the way out of the wrong ones [D, docs/evidence/x.md §2.2].
fn access(app: &RegisteredApp, at: PortalPage) -> String {
    let environment = ENVIRONMENTS.iter().find(|(_, _, environment)| *environment == app.environment);
    let environment = environment.map(|(_, label, _)| word(*label, at)).unwrap_or_default();
    let package = if app.pay_per_use { word(Word::PayPerUse, at) } else { html(&msg::practice_x_no_package()) };
    let mend = if app.enrolled() {
        String::new()
    } else {
        format!(
            "<details>\n<summary>{}</summary>\n<form method=\"post\" action=\"package\" class=\"line\">\n{}\
             <span>{} › {}, {}</span>\n<button>{}</button>\n</form>\n</details>\n",
            word(Word::ManageApps, at),
            carried(at),
            word(Word::MoveToPackage, at),
            word(Word::PayPerUse, at),
            word(Word::Production, at),
            word(Word::MoveToPackage, at),
        )
    };
    format!(
        "<section class=\"sheet bar\" aria-label=\"{name}\">\n<p class=\"line\"><b>{name}</b> <span>{package}</span> \
         <span class=\"pill{good}\">{environment}</span></p>\n{mend}</section>\n",
        name = word(Word::ProjectAccess, at),
        good = if app.enrolled() { " good" } else { "" },
    )
}

pub(super) async fn package(State(x): State<PracticeX>, body: Bytes) -> Response {
    let at = PortalPage::read(&FormBody::parse(&body));
    let mut state = x.state();
    let Some(app) = at.app.and_then(|number| state.app_mut(number)) else { return gone(at) };
    app.pay_per_use = true;
    app.environment = AppEnvironment::Production;
    Redirect::to(&at.link_of("app", app.number)).into_response()
}

fn key_groups(app: &RegisteredApp, at: PortalPage) -> String {
    let (oauth2, form) = (oauth2(app, at), at.layout == Layout::Console);
    let group = |heading: Word, body: &str| {
        format!("<section class=\"sheet\">\n<h3>{}</h3>\n{body}</section>\n", word(heading, at))
    };
    format!("<h2>{}</h2>\n", word(Word::KeysAndTokens, at))
        + &group(Word::AppOnly, &shown("bearer-token", &word(Word::BearerToken, at), &app.bearer))
        + &group(
            Word::Oauth1,
            &(shown("consumer-key", &word(Word::ConsumerKey, at), &app.consumer_key)
                + &shown("consumer-secret", &word(Word::ConsumerSecret, at), &app.consumer_secret)),
        )
        + &group(Word::Oauth2, &if form { oauth2 + &authentication(app, at) } else { oauth2 })
}

/// The Client ID stays to be seen; the Client Secret doesn't [R, docs/evidence/x.md §3.1].
fn oauth2(app: &RegisteredApp, at: PortalPage) -> String {
    let Some(oauth) = &app.oauth else {
        return remark(&msg::practice_x_no_client(guide().word(Word::Authentication, at.layout)));
    };
    let id = shown("client-id", &word(Word::ClientId, at), &oauth.client_id);
    if oauth.settings.kind == AppType::Native {
        return id + &remark(&msg::practice_x_no_secret());
    }
    id + &masked(&word(Word::ClientSecret, at))
        + &format!(
            "<form method=\"post\" action=\"regenerate\">\n{}<button>{}</button>\n</form>\n",
            carried(at),
            word(Word::Regenerate, at)
        )
}

/// The box that leads to the form: in the Console below a group of keys, in the old portal below the page's heading.
fn authentication(app: &RegisteredApp, at: PortalPage) -> String {
    let heading = word(Word::Authentication, at);
    let (level, below) = match at.layout {
        Layout::Console => (4, 5),
        Layout::Portal => (2, 3),
    };
    let to = at.link_of("settings", app.number);
    let rest = if app.oauth.is_some() {
        format!("<p>{}</p>\n", button(&to, &word(Word::Edit, at), ""))
    } else {
        format!(
            "<h{below}>{}</h{below}>\n<p>{}</p>\n<p>{}</p>\n",
            word(Word::NotSetUp, at),
            word(Word::NotSetUpText, at),
            button(&to, &word(Word::SetUp, at), "main"),
        )
    };
    format!("<div class=\"inset\">\n<h{level}>{heading}</h{level}>\n{rest}</div>\n")
}
