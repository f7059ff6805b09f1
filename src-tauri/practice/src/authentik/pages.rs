//! The pages: readable without JavaScript, labelled as practice, with relative links only, so that they also work
//! behind a proxy that puts TLS or another address in front.
//!
//! What a client may look for stands where a real server has it: `versionFamily`, messages as `ak-message` events,
//! the release in the style sheet's name. What a real page leaves to its script is plain HTML here.

use super::RequestState;
use super::answer::html;
use super::request::RequestContext;
use super::session::Note;
use super::verbatim;
use axum::http::StatusCode;
use axum::response::Response;
use sourcerer_core::i18n::{Message, msg};
use std::fmt::Write as _;

/// Where style sheets are.
pub(crate) const STYLE_PATH: &str = "/static/dist/styles/{file}";
pub(crate) const STYLE: &str = include_str!("practice.css");

/// Which of authentik's pages it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageKind {
    /// An interface or a flow; it names the release's family.
    Interface,
    /// An error or a refusal; it doesn't.
    Plain,
}

/// A page to be drawn.
pub(crate) struct AuthentikPage<'a> {
    pub kind: PageKind,
    pub title: &'a str,
    pub heading: &'a str,
    /// HTML under the heading.
    pub body: String,
    /// Where a browser goes on by itself.
    pub goes_on: Option<&'a str>,
}

impl<'a> AuthentikPage<'a> {
    pub(crate) fn new(kind: PageKind, heading: &'a str, body: String) -> Self {
        Self { kind, title: "authentik", heading, body, goes_on: None }
    }

    /// Draws it, with the messages that wait in the visitor's session; they are shown once.
    pub(crate) fn draw(&self, app: &RequestState, visit: &RequestContext) -> String {
        let notes = app.state().take_notes(&visit.session);
        let release = app.release();
        let family = if self.kind == PageKind::Interface { release.name() } else { "" };
        // Error pages tell the release by it too.
        let style = format!("/static/dist/styles/interface-{}.css", release.version());
        let goes_on = self.goes_on.map_or_else(String::new, |to| {
            format!("<meta http-equiv=\"refresh\" content=\"0; url={}\">\n", escaped(to))
        });
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n{goes_on}<title>{title}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n\
             <link rel=\"stylesheet\" type=\"text/css\" href=\"{style}\">\n\
             <script data-id=\"authentik-config\">\n\"use strict\";\n\
             window.authentik = {{ versionFamily: \"{family}\", api: {{ base: \"{base}/\", relBase: \"/\" }} }};\n\
             window.addEventListener(\"DOMContentLoaded\", function () {{\n{events}}});\n</script>\n\
             </head>\n<body>\n<p class=\"practice\">{label}</p>\n<main>\n{notes}<h1>{heading}</h1>\n{body}</main>\n\
             </body>\n</html>\n",
            title = app.html(&msg::practice_authentik_title(self.title)),
            style = relative(&visit.path, &style),
            base = in_script(&visit.base),
            events = notes.iter().map(note_event).collect::<String>(),
            label = app.html(&msg::practice_authentik_label()),
            notes = notes.iter().map(note_line).collect::<String>(),
            heading = escaped(self.heading),
            body = self.body,
        )
    }
}

fn note_event(note: &Note) -> String {
    format!(
        "window.dispatchEvent(new CustomEvent(\"ak-message\", {{ bubbles: true, composed: true, detail: {{\n\
         level: \"{}\",\nmessage: \"{}\",\n}} }}));\n",
        note.level,
        in_script(&note.text)
    )
}

fn note_line(note: &Note) -> String {
    format!("<p class=\"note {}\" role=\"alert\">{}</p>\n", note.level, escaped(&note.text))
}

pub(crate) fn not_found(app: &RequestState, visit: &RequestContext) -> String {
    AuthentikPage::new(PageKind::Plain, verbatim::NOT_FOUND, home(visit)).draw(app, visit)
}

/// 404
pub(crate) fn missing(app: &RequestState, visit: &RequestContext) -> Response {
    html(StatusCode::NOT_FOUND, not_found(app, visit))
}

/// 500
pub(crate) fn broken(app: &RequestState, visit: &RequestContext) -> Response {
    let page = AuthentikPage::new(PageKind::Plain, verbatim::SERVER_ERROR, home(visit));
    html(StatusCode::INTERNAL_SERVER_ERROR, page.draw(app, visit))
}

/// 400
pub(crate) fn bad_request(app: &RequestState, visit: &RequestContext, words: &str) -> Response {
    let body = format!("<p>{}</p>\n{}", escaped(words), home(visit));
    html(StatusCode::BAD_REQUEST, AuthentikPage::new(PageKind::Plain, verbatim::BAD_REQUEST, body).draw(app, visit))
}

/// Refused, with a status of 200 all the same.
pub(crate) fn denied(app: &RequestState, visit: &RequestContext, words: &str) -> Response {
    denied_with(app, visit, words, "")
}

/// Refused, with more of our own to say (HTML).
pub(crate) fn denied_with(app: &RequestState, visit: &RequestContext, words: &str, more: &str) -> Response {
    let mut body = String::new();
    if let Some(user) = app.state().visitor(&visit.session) {
        let cancel = relative(&visit.path, "/flows/-/cancel/");
        let (name, not_you) = (escaped(&user.username), verbatim::NOT_YOU);
        writeln!(body, "<p class=\"who\">{name} <a href=\"{cancel}\">{not_you}</a></p>").expect("a string grows");
    }
    write!(body, "<p>{}</p>\n<p>{}</p>\n{more}{}", verbatim::DENIED, escaped(words), home(visit))
        .expect("a string grows");
    let mut page = AuthentikPage::new(PageKind::Plain, verbatim::DENIED_TITLE, body);
    page.title = "Permission denied - authentik";
    html(StatusCode::OK, page.draw(app, visit))
}

fn home(visit: &RequestContext) -> String {
    button(&relative(&visit.path, "/"), verbatim::GO_HOME)
}

/// A link that looks like a button.
pub(crate) fn button(to: &str, words: &str) -> String {
    format!("<p><a class=\"button\" href=\"{}\">{}</a></p>\n", escaped(to), escaped(words))
}

/// A paragraph of ours.
pub(crate) fn paragraph(app: &RequestState, message: &Message) -> String {
    format!("<p>{}</p>\n", app.html(message))
}

/// A link from one of this server's paths to another that doesn't name the root.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let up = "../".repeat(from.matches('/').count().saturating_sub(1));
    match format!("{up}{}", to.trim_start_matches('/')) {
        here if here.is_empty() => "./".to_owned(),
        link => link,
    }
}

/// Text as HTML, in elements and attributes.
pub(crate) fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#x27;"),
            c => out.push(c),
        }
        out
    })
}

/// Text inside a string of a script: whatever could end the string or the script goes in as a number.
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
        assert_eq!(escaped(sent), "&lt;/script&gt;&lt;b a=&quot;1&quot;&gt;&#x27;&amp;");
        let inside = in_script(sent);
        assert!(!inside.contains(['<', '>', '"', '\'', '&']), "{inside}");
    }
}
