//! Answers that replace the normal ones for a fault, and pages of X that give no reason.

use super::page;
use super::state::XState;
use crate::faults::Fault;
use axum::Json;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;
use serde_json::json;
use sourcerer_core::i18n::msg;
use sourcerer_core::portal::{Layout, Word, guide};
use std::future;
use time::{Duration, OffsetDateTime};

/// The text of the other page that begins with "Something went wrong" [R, docs/evidence/x.md §1.6].
pub(crate) const OTHER_ACCOUNT: &str = "Try signing in with a different account";

/// The path of X's login page, which has the same origin as the consent page.
pub(crate) const LOG_IN: &str = "/i/flow/login";

/// The header with the time at which a rate limit ends, in Unix seconds [D, docs/evidence/x.md §2.1].
const RESET: HeaderName = HeaderName::from_static("x-rate-limit-reset");

/// Waits longer than any client does, so the answer is never received.
pub(crate) async fn never() -> Response {
    future::pending().await
}

/// The page "Something went wrong". The page itself answers 400: on the real X, the browser's network tab shows that
/// status for the request inside the page [R, docs/evidence/x.md §1.1], and a browser draws the page with either
/// status.
pub(crate) fn something_went_wrong() -> Response {
    error_page(guide().word(Word::SomethingWrongText, Layout::Console))
}

/// A page with the same heading and other text below it [R, docs/evidence/x.md §1.6].
pub(crate) fn other_account() -> Response {
    error_page(OTHER_ACCOUNT)
}

fn error_page(text: &str) -> Response {
    let heading = guide().word(Word::SomethingWrong, Layout::Console);
    let body = html! { main.card { h1 { (heading) } p { (text) } } };
    page::XPage { title: heading, style: "style.css", class: "centre", body, sends: page::FormTarget::Anywhere }
        .answer(StatusCode::BAD_REQUEST)
}

/// An empty page: X's page is drawn by a script [R, docs/evidence/x.md §1.1], which didn't run. An empty page has no
/// practice label either.
pub(crate) fn blank() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (
        StatusCode::OK,
        headers,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title></title>\n</head>\n<body></body>\n</html>\n",
    )
        .into_response()
}

/// A page that stays at "in progress" and never redirects.
pub(crate) fn going_nowhere() -> Response {
    let heading = page::say(&msg::practice_x_nowhere());
    let body = html! { main.card { h1 { (heading) } } };
    page::XPage { title: &heading, style: "style.css", class: "centre", body, sends: page::FormTarget::Here }
        .answer(StatusCode::OK)
}

/// X's login page, which redirects back to the consent page. `back` is the query of the consent page.
pub(crate) fn log_in(back: &str) -> Response {
    let heading = page::say(&msg::practice_x_log_in());
    let body = html! {
        main.card {
            h1 { (heading) }
            form method="post" action="login" {
                input type="hidden" name="back" value=(back);
                div class="buttons wide" { button.main name="log-in" value="true" { (heading) } }
            }
        }
    };
    page::XPage {
        title: &heading,
        style: "../oauth2/style.css",
        class: "centre",
        body,
        sends: page::FormTarget::Anywhere,
    }
    .answer(StatusCode::OK)
}

/// A web page in place of JSON, as a proxy would send it. This behavior is inferred.
pub(crate) fn web_page() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (
        StatusCode::FORBIDDEN,
        headers,
        "<!DOCTYPE html>\n<html><head><title>Blocked</title></head><body><h1>Blocked</h1></body></html>\n",
    )
        .into_response()
}

/// Status 429 with the time at which the limit ends. The body is known for the profile [O, docs/evidence/x.md §2.2].
pub(crate) fn too_many(now: OffsetDateTime) -> Response {
    let reset = (now + Duration::minutes(15)).unix_timestamp().to_string();
    let body =
        json!({ "title": "Too Many Requests", "detail": "Too Many Requests", "type": "about:blank", "status": 429 });
    (StatusCode::TOO_MANY_REQUESTS, [(RESET, reset)], Json(body)).into_response()
}

/// The page that a fault shows in place of the consent page.
pub(crate) fn instead_of_consent(state: &XState) -> Option<Response> {
    if state.has(Fault::XOutage) || state.has(Fault::AppSuspended) {
        Some(something_went_wrong())
    } else if state.has(Fault::OtherAccount) {
        Some(other_account())
    } else if state.has(Fault::BlankPage) {
        Some(blank())
    } else {
        None
    }
}
