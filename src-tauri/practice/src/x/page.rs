//! A page: its frame, its headers and its text.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use sourcerer_core::i18n::{Localizer, Message, msg};
use std::sync::LazyLock;

/// The style sheet of all pages.
pub(crate) const STYLE: &str = include_str!("style.css");

/// Where the form of a page may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormTarget {
    /// To this server only.
    Here,
    /// To this server, which then redirects to an app's callback.
    Anywhere,
}

/// The parts of a page.
pub(crate) struct XPage<'a> {
    pub(crate) title: &'a str,
    /// The address of the style sheet relative to the page, because a proxy may be in front.
    pub(crate) style: &'a str,
    pub(crate) class: &'a str,
    pub(crate) body: Markup,
    pub(crate) sends: FormTarget,
}

impl XPage<'_> {
    pub(crate) fn answer(&self, status: StatusCode) -> Response {
        let html = html! {
            (DOCTYPE) "\n"
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) }
                    link rel="icon" href="data:,";
                    link rel="stylesheet" href=(self.style);
                }
                body class=(self.class) {
                    aside.practice { (say(&msg::practice_x_label())) }
                    (self.body)
                }
            }
        };
        let mut policy = String::from(
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
        );
        if self.sends == FormTarget::Here {
            policy.push_str("; form-action 'self'");
        }
        let headers = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::CACHE_CONTROL, "no-store".to_owned()),
            (header::REFERRER_POLICY, "no-referrer".to_owned()),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        ];
        (status, headers, html.into_string()).into_response()
    }
}

/// Serves the style sheet.
pub(crate) async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], STYLE).into_response()
}

/// Formats a message.
pub(crate) fn say(message: &Message) -> String {
    static BOOK: LazyLock<Localizer> = LazyLock::new(Localizer::english);
    BOOK.format(message)
}

/// Decodes the HTML entities of a text.
pub(crate) fn unescaped(html: &str) -> String {
    html.replace("&#39;", "'").replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_in_html() {
        let text = "<script>\"it's\" & &amp;</script>";
        let html = html! { (text) }.into_string();
        assert!(!html.contains(['<', '>', '"']));
        assert_eq!(unescaped(&html), text);
    }
}
