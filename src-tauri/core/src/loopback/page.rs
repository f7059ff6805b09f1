use crate::words::{Book, Message, said};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What the browser is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The code is here.
    Received,
    /// The person said no, or X did.
    Declined,
    /// It is unclear what X means.
    Unclear,
    /// Another state, or none.
    NotOurs,
    /// The test has its answer already.
    Already,
}

impl Page {
    pub(super) fn status(self) -> u16 {
        match self {
            Self::Received | Self::Declined | Self::Unclear | Self::Already => 200,
            Self::NotOurs => 403,
        }
    }

    fn words(self) -> (Message, Message) {
        match self {
            Self::Received => (said::signin_page_received(), said::signin_page_received_next()),
            Self::Declined => (said::signin_page_declined(), said::signin_page_declined_next()),
            Self::Unclear => (said::signin_page_unclear(), said::signin_page_unclear_next()),
            Self::NotOurs => (said::signin_page_not_ours(), said::signin_page_not_ours_next()),
            Self::Already => (said::signin_page_already(), said::signin_page_already_next()),
        }
    }

    /// The page: words of the message files only, nothing of the request.
    pub(super) fn html(self, book: &Book) -> String {
        let (title, next) = self.words();
        let title = escaped(&book.say(&title));
        let next = escaped(&book.say(&next));
        let product = escaped(&book.say(&said::app_name()));
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title} – {product}</title>\n<style>{STYLE}</style>\n</head>\n\
             <body>\n<main>\n<h1>{title}</h1>\n<p>{next}</p>\n</main>\n</body>\n</html>\n"
        )
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_where_to_go_and_runs_nothing() {
        let book = Book::english();
        for page in [Page::Received, Page::Declined, Page::Unclear, Page::NotOurs, Page::Already] {
            let html = page.html(&book);
            assert!(!html.contains("<script") && !html.contains("http"), "{html}");
            assert!(html.contains("Sourcerer"), "{html}");
        }
    }

    #[test]
    fn the_received_page() {
        insta::assert_snapshot!(Page::Received.html(&Book::english()));
    }

    #[test]
    fn the_policy_allows_this_style_alone() {
        insta::assert_snapshot!(policy());
    }
}
