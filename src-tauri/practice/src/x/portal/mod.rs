//! The practice developer portal: plain pages with X's words from the guide, and with a design of its own.
//!
//! Its purpose is to let people make the typical mistakes: an app outside of Production, the wrong type of app, a
//! missing slash, the Consumer Key in place of the Client ID. Where it refuses something, it follows X's rules if these
//! are known.

mod apps;
mod draw;
mod fields;
mod settings;

use super::form::FormBody;
use super::page;
use super::state::PracticeX;
use axum::Router;
use axum::extract::{FromRequestParts, RawQuery};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Redirect, Response};
use axum::routing::{get, post};
use sourcerer_core::i18n::msg;
use sourcerer_core::portal::{Layout, Word, guide};
use std::convert::Infallible;

pub(super) fn router() -> Router<PracticeX> {
    Router::new()
        // The pages' links are relative to this folder.
        .route(
            "/portal",
            get(async |RawQuery(query): RawQuery| {
                Redirect::permanent(&query.map_or_else(|| "portal/".to_owned(), |query| format!("portal/?{query}")))
            }),
        )
        .route("/portal/", get(apps::home))
        .route("/portal/style.css", get(page::style))
        .route("/portal/apps", get(apps::list))
        .route("/portal/create", get(apps::new).post(apps::create))
        .route("/portal/created", get(apps::created))
        .route("/portal/app", get(apps::app))
        .route("/portal/keys", get(apps::keys))
        .route("/portal/package", post(apps::package))
        .route("/portal/settings", get(settings::show).post(settings::take))
        .route("/portal/saved", get(settings::saved))
        .route("/portal/regenerate", post(settings::regenerate))
}

/// The layout and the app that the request is about.
#[derive(Clone, Copy)]
struct PortalPage {
    layout: Layout,
    app: Option<u32>,
}

impl PortalPage {
    fn read(form: &FormBody) -> Self {
        let layout = if form.get("layout") == Some("portal") { Layout::Portal } else { Layout::Console };
        Self { layout, app: form.get("app").and_then(|number| number.parse().ok()) }
    }

    /// The layout's name in a URL.
    fn name(self) -> &'static str {
        match self.layout {
            Layout::Console => "console",
            Layout::Portal => "portal",
        }
    }

    /// A link to another page, in the same layout.
    fn link(self, page: &str) -> String {
        format!("{page}?layout={}", self.name())
    }

    /// A link to a page of an app.
    fn link_of(self, page: &str, app: u32) -> String {
        format!("{}&app={app}", self.link(page))
    }
}

impl<S: Sync> FromRequestParts<S> for PortalPage {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::read(&FormBody::parse(parts.uri.query().unwrap_or_default().as_bytes())))
    }
}

/// The answer if no app has this number.
fn gone(at: PortalPage) -> Response {
    let body = draw::remark(&msg::practice_x_gone(guide().word(Word::Apps, at.layout)));
    draw::Sheet { at: PortalPage { app: None, ..at }, page: "apps", title: draw::word(Word::Apps, at), body }
        .answer(StatusCode::NOT_FOUND)
}
