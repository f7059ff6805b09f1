//! Markdown (CommonMark), in which text from elsewhere is text and nothing else.

use super::spans::{Mark, Span};
use super::visible;
use std::borrow::Cow;

/// Spans as one line of CommonMark, in which an argument is text and nothing else.
pub(super) fn sentence(spans: &[Span]) -> String {
    let mut out = String::new();
    for group in spans.chunk_by(|one, next| one.mark == next.mark) {
        match group[0].mark {
            Mark::Value => out.push_str(&code(&group.iter().map(|span| span.text.as_str()).collect::<String>())),
            Mark::Screen => {
                out.push_str("**");
                for span in group {
                    plain(span, &mut out);
                }
                out.push_str("**");
            }
            Mark::Plain => {
                for span in group {
                    plain(span, &mut out);
                }
            }
        }
    }
    out
}

fn plain(span: &Span, out: &mut String) {
    // The line breaks of the message files are white space.
    let text = span.text.replace('\n', " ");
    if span.is_argument {
        out.push_str(&escaped(&text, out.is_empty()));
    } else {
        out.push_str(&text.replace('<', "\\<"));
    }
}

/// Text from anywhere as one line of Markdown that is text and nothing else: a backslash before any ASCII punctuation
/// makes it literal (CommonMark 0.31, backslash escapes). `is_first`: it begins a line, where more characters have a
/// meaning.
pub fn escaped(text: &str, is_first: bool) -> String {
    let text = visible::line(text);
    let mut out = String::with_capacity(text.len());
    let begin = text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        // `1.` and `1)` begin a list; `www.` and `://` become links on some sites.
        let is_numbered = is_first && text.len() - at == begin && at > 0 && matches!(c, '.' | ')');
        let is_bullet = is_first && at == 0 && matches!(c, '-' | '+' | '=');
        let is_link = (c == ':' && text[at..].starts_with("://"))
            || (c == '.' && text.get(at.saturating_sub(3)..at).is_some_and(|www| www.eq_ignore_ascii_case("www")));
        let has_meaning = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|' | '!' | '{' | '}' | '$' | '^'
        );
        if has_meaning || is_numbered || is_bullet || is_link {
            out.push('\\');
        }
        // Four spaces at the start of a line begin a block of code, two at its end a new line.
        if c == ' ' && (out.is_empty() && is_first || out.ends_with(' ')) {
            continue;
        }
        out.push(c);
    }
    out
}

/// A value between backticks, whatever backticks it contains (CommonMark 0.31, code spans).
pub fn code(text: &str) -> String {
    let text = visible::line(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    // One space on either side is taken off again, unless there is nothing else.
    let pads = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let pad = if pads && !text.trim_matches(' ').is_empty() { " " } else { "" };
    let text = if text.is_empty() { Cow::Borrowed(" ") } else { text };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A block between fences whose end is where it should be, whatever lines it contains (CommonMark 0.31, fenced code
/// blocks).
pub fn fenced(block: &str) -> String {
    let block = visible::lines(block);
    let fence = "`".repeat(longest_run(&block).max(2) + 1);
    format!("{fence}\n{block}\n{fence}")
}

/// How many backticks stand in a row at most.
pub fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// The text of a document of one paragraph, which has no element but the paragraph.
    fn text_of(document: &str) -> Result<String, String> {
        let mut text = String::new();
        let extensions = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
        for event in Parser::new_ext(document, extensions | Options::ENABLE_TASKLISTS) {
            #[expect(clippy::wildcard_enum_match_arm, reason = "every other element is a failure")]
            match event {
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::Text(part) | Event::Code(part) => text.push_str(&part),
                other => return Err(format!("{other:?} in {document:?}")),
            }
        }
        Ok(text)
    }

    #[test]
    fn what_has_a_meaning_is_text() {
        for text in [
            "a`<img src=x onerror=alert(1)>`",
            "<script>",
            "[x](javascript:alert(1))",
            "# x",
            "- x",
            "+ x",
            "1. x",
            "2) x",
            "***",
            "---",
            "===",
            "> x",
            "~~~",
            "    x",
            "| a |",
            "![x](y)",
            "&lt;",
            "\\",
            "$x$",
            "[x]: y",
            "www.x.example",
            "https://x.example",
            "- [ ] x",
        ] {
            let found = text_of(&escaped(text, true)).expect("text");
            assert_eq!(found, text.trim_start(), "{text}");
        }
        assert_eq!(escaped("https://www.x", false), "https\\://www\\.x");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn nothing_made_up_is_more_than_text(text in "([-\\\\`*_\\[\\]<>&#~|!{}$^=+.():\"'/ \n\t0-9a-c]|\\PC){0,24}") {
            let shown = visible::line(&text).into_owned();
            let found = text_of(&escaped(&text, true));
            // Rows of spaces become one: where a line begins and ends they have a meaning.
            let plain = |text: &str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(found.map(|found| plain(&found)), Ok(plain(&shown)));
            let found = text_of(&format!("before {} after", code(&text)));
            let wanted = if text.is_empty() { " ".to_owned() } else { shown };
            prop_assert_eq!(found, Ok(format!("before {wanted} after")));
        }

        #[test]
        fn a_fence_ends_where_it_should(text in "([`~ \na-c<>]|\\PC){0,24}") {
            let mut inside = String::new();
            for event in Parser::new(&fenced(&text)) {
                #[expect(clippy::wildcard_enum_match_arm, reason = "every other element is a failure")]
                match event {
                    Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) => {}
                    Event::Text(part) => inside.push_str(&part),
                    other => prop_assert!(false, "{:?}", other),
                }
            }
            prop_assert_eq!(inside, format!("{}\n", visible::lines(&text)));
        }
    }
}
