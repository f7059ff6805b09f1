//! The portal's frame, and the parts that its pages share.

use super::PortalPage;
use crate::x::page::{self, say};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use sourcerer_core::i18n::{Message, msg};
use sourcerer_core::portal::{Layout, Word, guide};

/// The parts of a page of the portal.
pub(super) struct Sheet<'a> {
    pub(super) at: PortalPage,
    /// The path of this page, for the link to the other layout.
    pub(super) page: &'a str,
    pub(super) title: &'a str,
    pub(super) body: Markup,
}

impl Sheet<'_> {
    pub(super) fn answer(self, status: StatusCode) -> Response {
        let at = self.at;
        let body = html! {
            header.top {
                p.product { (say(&msg::practice_x_portal(guide().start(at.layout).name.as_str()))) }
                nav.layouts aria-label=(say(&msg::practice_x_which_layout())) {
                    (self.other(Layout::Console))
                    (self.other(Layout::Portal))
                }
            }
            div.columns {
                nav.side aria-label=(say(&msg::practice_x_sections())) {
                    ul {
                        (self.section("./", Word::Overview))
                        (self.section("apps", Word::Apps))
                    }
                }
                main {
                    h1 { (self.title) }
                    (self.body)
                }
            }
        };
        let title = say(&msg::practice_x_title(self.title));
        page::XPage { title: &title, style: "style.css", class: at.name(), body, sends: page::FormTarget::Here }
            .answer(status)
    }

    /// The link to this page in another layout.
    fn other(&self, layout: Layout) -> Markup {
        let there = PortalPage { layout, ..self.at };
        let to = there.app.map_or_else(|| there.link(self.page), |app| there.link_of(self.page, app));
        let current = (layout == self.at.layout).then_some("true");
        html! { a href=(to) aria-current=[current] { (guide().start(layout).name) } }
    }

    /// The link to a section.
    fn section(&self, page: &str, name: Word) -> Markup {
        let current = match (page == self.page, page == "./" || self.page == "./") {
            (true, _) => Some("page"),
            // All other pages are below the list of apps.
            (false, false) => Some("true"),
            (false, true) => None,
        };
        html! { li { a href=(self.at.link(page)) aria-current=[current] { (word(name, self.at)) } } }
    }
}

/// X's text for this word in this layout.
pub(super) fn word(word: Word, at: PortalPage) -> &'static str {
    guide().word(word, at.layout)
}

/// A link that looks like a button.
pub(super) fn button(to: &str, label: &str, class: &str) -> Markup {
    html! { a class={ "button " (class) } href=(to) { (label) } }
}

/// The hidden fields that all forms of the portal have.
pub(super) fn carried(at: PortalPage) -> Markup {
    html! {
        input type="hidden" name="layout" value=(at.name());
        @if let Some(app) = at.app { input type="hidden" name="app" value=(app); }
    }
}

/// A value to copy, with its label.
pub(super) fn shown(id: &str, label: &str, value: &str) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            input.value id=(id) readonly spellcheck="false" value=(value);
        }
    }
}

/// A secret that X no longer shows.
pub(super) fn masked(label: &str) -> Markup {
    html! {
        div.field {
            p.label { (label) }
            p.value {
                span aria-hidden="true" { ("•".repeat(24)) }
                span.sr { (say(&msg::practice_x_hidden())) }
            }
        }
    }
}

/// A remark by this product, outside of X's form.
pub(super) fn remark(message: &Message) -> Markup {
    html! { p.remark { (say(message)) } }
}
