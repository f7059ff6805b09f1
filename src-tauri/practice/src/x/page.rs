//! A page: its frame, its headers, and words and text within it.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sourcerer_core::i18n::{Localizer, Message, msg};
use std::sync::LazyLock;

/// The style of every page.
pub(crate) const STYLE: &str = include_str!("style.css");

/// Where a page's form may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormTarget {
    /// To this server only.
    Here,
    /// From there on to an app's callback.
    Anywhere,
}

/// A page to be drawn. All text in it is HTML already.
pub(crate) struct XPage<'a> {
    pub(crate) title: &'a str,
    /// The style sheet, relative to the page: a proxy may stand in front.
    pub(crate) style: &'a str,
    pub(crate) class: &'a str,
    pub(crate) body: &'a str,
    pub(crate) sends: FormTarget,
}

impl XPage<'_> {
    pub(crate) fn answer(&self, status: StatusCode) -> Response {
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{style}\">\n</head>\n\
             <body class=\"{class}\">\n<aside class=\"practice\">{label}</aside>\n{body}</body>\n</html>\n",
            title = self.title,
            style = self.style,
            class = self.class,
            label = escaped(&say(&msg::practice_x_label())),
            body = self.body,
        );
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
        (status, headers, html).into_response()
    }
}

/// The style sheet.
pub(crate) async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], STYLE).into_response()
}

/// A message in words.
pub(crate) fn say(message: &Message) -> String {
    static BOOK: LazyLock<Localizer> = LazyLock::new(Localizer::english);
    BOOK.say(message)
}

/// A message in words, as HTML.
pub(crate) fn html(message: &Message) -> String {
    escaped(&say(message))
}

/// Text as HTML, in an attribute too.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// HTML from [`escaped`] as text.
pub(crate) fn unescaped(html: &str) -> String {
    html.replace("&#39;", "'").replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_in_html() {
        let text = "<script>\"it's\" & &amp;</script>";
        let html = escaped(text);
        assert!(!html.contains(['<', '>', '"', '\'']));
        assert_eq!(unescaped(&html), text);
    }
}
