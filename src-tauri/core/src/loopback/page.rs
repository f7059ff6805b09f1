use crate::i18n::{Localizer, Message, msg};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{PreEscaped, html};
use sha2::{Digest, Sha256};

/// The message of the page that the browser shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AnswerPage {
    /// The code has arrived.
    Received,
    /// The person declined.
    Declined,
    /// X sent another error.
    Refused,
    /// It is unclear what X's answer means.
    Unclear,
    /// The state is missing or belongs to another sign-in.
    NotOurs,
    /// The test already has its result.
    Already,
}

impl AnswerPage {
    pub(super) fn status(self) -> u16 {
        match self {
            Self::Received | Self::Declined | Self::Refused | Self::Unclear | Self::Already => 200,
            Self::NotOurs => 403,
        }
    }

    fn words(self) -> (Message, Message) {
        match self {
            Self::Received => (msg::signin_page_received(), msg::signin_page_received_next()),
            Self::Declined => (msg::signin_page_declined(), msg::signin_page_declined_next()),
            Self::Refused => (msg::signin_page_refused(), msg::signin_page_declined_next()),
            Self::Unclear => (msg::signin_page_unclear(), msg::signin_page_unclear_next()),
            Self::NotOurs => (msg::signin_page_not_ours(), msg::signin_page_not_ours_next()),
            Self::Already => (msg::signin_page_already(), msg::signin_page_already_next()),
        }
    }

    /// The page as HTML. It contains only text from the message files, and nothing from the request.
    pub(super) fn html(self, book: &Localizer) -> String {
        let (title, next) = self.words();
        let title = book.format(&title);
        let page = html! {
            (PreEscaped("<!doctype html>\n"))
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) " – " (book.format(&msg::app_name())) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    main {
                        h1 { (title) }
                        p { (book.format(&next)) }
                    }
                }
            }
            "\n"
        };
        page.into_string()
    }
}

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f4f6f6;color:#132022;\
font:1rem/1.55 system-ui,sans-serif}\
main{max-width:30rem;padding:2rem}\
h1{margin:0 0 .5rem;font-size:1.375rem;line-height:1.3}\
p{margin:0}\
@media (prefers-color-scheme:dark){body{background:#11181a;color:#e9efef}}";

/// Nothing but the page's own style, which it names by its hash.
pub(super) fn policy() -> String {
    let hash = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_where_to_go_and_runs_nothing() {
        let book = Localizer::english();
        for page in [
            AnswerPage::Received,
            AnswerPage::Declined,
            AnswerPage::Refused,
            AnswerPage::Unclear,
            AnswerPage::NotOurs,
            AnswerPage::Already,
        ] {
            let html = page.html(&book);
            assert!(!html.contains("<script") && !html.contains("http"), "{html}");
            assert!(html.contains("Sourcerer"), "{html}");
        }
    }

    #[test]
    fn the_received_page() {
        insta::assert_snapshot!(AnswerPage::Received.html(&Localizer::english()).replace("><", ">\n<"));
    }

    #[test]
    fn the_policy_allows_this_style_alone() {
        insta::assert_snapshot!(policy());
    }
}
