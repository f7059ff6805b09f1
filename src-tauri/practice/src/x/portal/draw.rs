//! The portal's frame, and the parts its pages share.

use super::PortalPage;
use crate::x::page::{self, escaped, html};
use axum::http::StatusCode;
use axum::response::Response;
use sourcerer_core::i18n::{Message, msg};
use sourcerer_core::portal::{Layout, Word, guide};

/// A page of the portal.
pub(super) struct Sheet<'a> {
    pub(super) at: PortalPage,
    /// The page itself, for the switch of layouts.
    pub(super) page: &'a str,
    /// As HTML.
    pub(super) title: String,
    /// As HTML.
    pub(super) body: String,
}

impl Sheet<'_> {
    pub(super) fn answer(&self, status: StatusCode) -> Response {
        let at = self.at;
        let other = |layout: Layout| {
            let there = PortalPage { layout, ..at };
            let to = there.app.map_or_else(|| there.link(self.page), |app| there.link_of(self.page, app));
            let current = if layout == at.layout { " aria-current=\"true\"" } else { "" };
            format!("<a href=\"{}\"{current}>{}</a>", escaped(&to), escaped(&guide().start(layout).name))
        };
        let nav = |page: &str, word: Word| {
            let current = match (page == self.page, page == "./" || self.page == "./") {
                (true, _) => " aria-current=\"page\"",
                // All other pages lie below the list of apps.
                (false, false) => " aria-current=\"true\"",
                (false, true) => "",
            };
            format!("<li><a href=\"{}\"{current}>{}</a></li>", escaped(&at.link(page)), self::word(word, at))
        };
        let body = format!(
            "<header class=\"top\">\n<p class=\"product\">{name}</p>\n<nav class=\"layouts\" aria-label=\"{which}\">{console}{portal}</nav>\n\
             </header>\n<div class=\"columns\">\n<nav class=\"side\" aria-label=\"{sections}\">\n<ul>{home}{apps}</ul>\n</nav>\n\
             <main>\n<h1>{title}</h1>\n{body}</main>\n</div>\n",
            name = html(&msg::practice_x_portal(guide().start(at.layout).name.as_str())),
            which = html(&msg::practice_x_which_layout()),
            console = other(Layout::Console),
            portal = other(Layout::Portal),
            sections = html(&msg::practice_x_sections()),
            home = nav("./", Word::Overview),
            apps = nav("apps", Word::Apps),
            title = self.title,
            body = self.body,
        );
        let title = html(&msg::practice_x_title(page_title(&self.title)));
        let page = page::XPage {
            title: &title,
            style: "style.css",
            class: at.name(),
            body: &body,
            sends: page::FormTarget::Here,
        };
        page.answer(status)
    }
}

fn page_title(title: &str) -> String {
    page::unescaped(title)
}

/// X's words, as HTML.
pub(super) fn word(word: Word, at: PortalPage) -> String {
    escaped(guide().word(word, at.layout))
}

/// A link that looks like a button.
pub(super) fn button(to: &str, label: &str, class: &str) -> String {
    format!("<a class=\"button {class}\" href=\"{}\">{label}</a>", escaped(to))
}

/// The hidden fields every form of the portal carries.
pub(super) fn carried(at: PortalPage) -> String {
    let app = at.app.map(|app| format!("<input type=\"hidden\" name=\"app\" value=\"{app}\">\n")).unwrap_or_default();
    format!("<input type=\"hidden\" name=\"layout\" value=\"{}\">\n{app}", at.name())
}

/// A value to be copied, under its name.
pub(super) fn shown(id: &str, label: &str, value: &str) -> String {
    format!(
        "<div class=\"field\">\n<label for=\"{id}\">{label}</label>\n\
         <input class=\"value\" id=\"{id}\" readonly spellcheck=\"false\" value=\"{}\">\n</div>\n",
        escaped(value)
    )
}

/// A secret that X doesn't show any more.
pub(super) fn masked(label: &str) -> String {
    format!(
        "<div class=\"field\">\n<p class=\"label\">{label}</p>\n<p class=\"value\"><span aria-hidden=\"true\">{}</span>\
         <span class=\"sr\">{}</span></p>\n</div>\n",
        "•".repeat(24),
        html(&msg::practice_x_hidden())
    )
}

/// A remark of ours, outside of X's form.
pub(super) fn remark(message: &Message) -> String {
    format!("<p class=\"remark\">{}</p>\n", html(message))
}
