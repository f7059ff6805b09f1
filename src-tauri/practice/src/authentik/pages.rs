//! The pages: readable without JavaScript, labeled as practice, and with relative links only, so that they also work
//! behind a proxy that adds TLS or has another address.
//!
//! What a client may read from a page is in the same place as on a real server: `versionFamily`, messages as
//! `ak-message` events, and the release in the style sheet's name. What a real page draws with its script is plain HTML
//! here.

use super::RequestState;
use super::answer::html;
use super::request::RequestContext;
use super::session::Note;
use super::verbatim;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sourcerer_core::i18n::{Message, msg};
use std::fmt::Write as _;

/// The path of the style sheets.
pub(crate) const STYLE_PATH: &str = "/static/dist/styles/{file}";
pub(crate) const STYLE: &str = include_str!("practice.css");

/// The kind of an authentik page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageKind {
    /// An interface or a flow. It contains the release's family.
    Interface,
    /// An error or a refusal. It doesn't contain the release's family.
    Plain,
}

/// The parts of a page.
pub(crate) struct AuthentikPage<'a> {
    pub kind: PageKind,
    pub title: &'a str,
    pub heading: &'a str,
    /// The content below the heading.
    pub body: Markup,
    /// The address to which the browser is redirected by the page.
    pub goes_on: Option<&'a str>,
}

impl<'a> AuthentikPage<'a> {
    pub(crate) fn new(kind: PageKind, heading: &'a str, body: Markup) -> Self {
        Self { kind, title: "authentik", heading, body, goes_on: None }
    }

    /// Renders the page with the messages of the visitor's session. Each message is shown only once.
    pub(crate) fn draw(&self, app: &RequestState, visit: &RequestContext) -> String {
        let notes = app.state().take_notes(&visit.session);
        let release = app.release();
        let family = if self.kind == PageKind::Interface { release.family() } else { "" };
        // Error pages tell the release by it too.
        let style = format!("/static/dist/styles/interface-{}.css", release.version());
        let page = html! {
            (DOCTYPE) "\n"
            html lang="en" {
                head {
                    meta charset="UTF-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    @if let Some(to) = self.goes_on { meta http-equiv="refresh" content={ "0; url=" (to) }; }
                    title { (app.say(&msg::practice_authentik_title(self.title))) }
                    link rel="icon" href="data:,";
                    link rel="stylesheet" type="text/css" href=(relative(&visit.path, &style));
                    script data-id="authentik-config" { (script(family, &visit.base, &notes)) }
                }
                body {
                    p.practice { (app.say(&msg::practice_authentik_label())) }
                    main {
                        @for note in &notes { (alert(note.level, &note.text)) }
                        h1 { (self.heading) }
                        (self.body)
                    }
                }
            }
        };
        page.into_string()
    }
}

/// The page's script, in which a client finds the release's family and the messages.
fn script(family: &str, base: &str, notes: &[Note]) -> PreEscaped<String> {
    let base = in_script(base);
    let events = notes.iter().map(note_event).collect::<String>();
    PreEscaped(format!(
        "\n\"use strict\";\n\
         window.authentik = {{ versionFamily: \"{family}\", api: {{ base: \"{base}/\", relBase: \"/\" }} }};\n\
         window.addEventListener(\"DOMContentLoaded\", function () {{\n{events}}});\n"
    ))
}

fn note_event(note: &Note) -> String {
    format!(
        "window.dispatchEvent(new CustomEvent(\"ak-message\", {{ bubbles: true, composed: true, detail: {{\n\
         level: \"{}\",\nmessage: \"{}\",\n}} }}));\n",
        note.level,
        in_script(&note.text)
    )
}

/// A message that a screen reader announces.
pub(crate) fn alert(level: &str, words: &str) -> Markup {
    html! { p class={ "note " (level) } role="alert" { (words) } }
}

pub(crate) fn not_found(app: &RequestState, visit: &RequestContext) -> String {
    AuthentikPage::new(PageKind::Plain, verbatim::NOT_FOUND, home(visit)).draw(app, visit)
}

/// The page for status 404.
pub(crate) fn missing(app: &RequestState, visit: &RequestContext) -> Response {
    html(StatusCode::NOT_FOUND, not_found(app, visit))
}

/// The page for status 500.
pub(crate) fn broken(app: &RequestState, visit: &RequestContext) -> Response {
    let page = AuthentikPage::new(PageKind::Plain, verbatim::SERVER_ERROR, home(visit));
    html(StatusCode::INTERNAL_SERVER_ERROR, page.draw(app, visit))
}

/// The page for status 400.
pub(crate) fn bad_request(app: &RequestState, visit: &RequestContext, words: &str) -> Response {
    let body = html! { p { (words) } (home(visit)) };
    html(StatusCode::BAD_REQUEST, AuthentikPage::new(PageKind::Plain, verbatim::BAD_REQUEST, body).draw(app, visit))
}

/// The page of a refusal. Its status is 200 all the same.
pub(crate) fn denied(app: &RequestState, visit: &RequestContext, words: &str) -> Response {
    denied_with(app, visit, words, &Markup::default())
}

/// The page of a refusal with a further paragraph below authentik's own words.
pub(crate) fn denied_with(app: &RequestState, visit: &RequestContext, words: &str, more: &Markup) -> Response {
    let username = app.state().visitor(&visit.session).map(|user| user.username.clone());
    let body = html! {
        @if let Some(username) = username {
            p.who { (username) " " a href=(relative(&visit.path, "/flows/-/cancel/")) { (verbatim::NOT_YOU) } }
        }
        p { (verbatim::DENIED) }
        p { (words) }
        (more)
        (home(visit))
    };
    let mut page = AuthentikPage::new(PageKind::Plain, verbatim::DENIED_TITLE, body);
    page.title = "Permission denied - authentik";
    html(StatusCode::OK, page.draw(app, visit))
}

fn home(visit: &RequestContext) -> Markup {
    button(&relative(&visit.path, "/"), verbatim::GO_HOME)
}

/// A link that looks like a button.
pub(crate) fn button(to: &str, words: &str) -> Markup {
    html! { p { a.button href=(to) { (words) } } }
}

/// A paragraph with one of this product's own messages.
pub(crate) fn paragraph(app: &RequestState, message: &Message) -> Markup {
    html! { p { (app.say(message)) } }
}

/// A relative link from one path of this server to another, which doesn't contain the root.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let up = "../".repeat(from.matches('/').count().saturating_sub(1));
    match format!("{up}{}", to.trim_start_matches('/')) {
        here if here.is_empty() => "./".to_owned(),
        link => link,
    }
}

/// Escapes text for a string in a script: each character that could end the string or the script becomes a numeric
/// escape.
fn in_script(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '"' | '\'' | '\\' | '<' | '>' | '&' | '`' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                write!(out, "\\u{:04X}", u32::from(c)).expect("a string grows");
            }
            c => out.push(c),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_from_every_depth() {
        for (from, to, link) in [
            ("/", "/", "./"),
            ("/if/user/", "/", "../../"),
            ("/if/flow/default-authentication-flow/", "/source/oauth/login/x/", "../../../source/oauth/login/x/"),
            ("/robots.txt", "/", "./"),
            ("/.well-known/security.txt", "/", "../"),
        ] {
            assert_eq!(relative(from, to), link, "{from} to {to}");
        }
    }

    #[test]
    fn what_x_sends_back_stays_text() {
        let sent = "</script><b a=\"1\">'&";
        let element = "<p class=\"note error\" role=\"alert\">&lt;/script&gt;&lt;b a=&quot;1&quot;&gt;'&amp;</p>";
        assert_eq!(alert("error", sent).into_string(), element);
        let link = button(sent, sent).into_string();
        assert_eq!(link.matches("&lt;/script&gt;&lt;b a=&quot;1&quot;&gt;'&amp;").count(), 2, "{link}");
        let inside = in_script(sent);
        assert!(!inside.contains(['<', '>', '"', '\'', '&']), "{inside}");
    }
}
