//! What clings to a value that was copied from a page, a mail or a file: white space, quotation marks, characters that
//! nobody sees. A leaf: it doesn't know what the value is, and keeps no copy of it.

use crate::i18n::{Message, msg};
use std::borrow::Cow;

/// What is left of a pasted value, and what was taken off it.
pub(crate) struct Stripped<'a> {
    /// The value; borrowed unless something had to be taken out of its middle, so that a secret isn't copied about.
    pub(crate) text: Cow<'a, str>,
    /// What was removed, each kind once.
    pub(crate) removed: Vec<Message>,
}

/// Takes off what can't belong to an address or a credential.
pub(crate) fn strip(pasted: &str) -> Stripped<'_> {
    let mut found = [false; 6];
    let mut rest = pasted;
    loop {
        let mut chars = rest.chars();
        let stray = match (chars.next().and_then(stray), chars.next_back().and_then(stray)) {
            (Some(first), _) => {
                rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
                first
            }
            (None, Some(last)) => {
                rest = &rest[..rest.len() - rest.chars().next_back().map_or(0, char::len_utf8)];
                last
            }
            (None, None) => break,
        };
        found[stray as usize] = true;
    }

    let text = if rest.contains(never_meant) {
        found[Stray::Invisible as usize] = true;
        Cow::Owned(rest.chars().filter(|&c| !never_meant(c)).collect())
    } else {
        Cow::Borrowed(rest)
    };
    let kinds = [
        (Stray::Blank, msg::pasted_blanks as fn() -> Message),
        (Stray::LineBreak, msg::pasted_line_breaks),
        (Stray::Quote, msg::pasted_quotes),
        (Stray::Bracket, msg::pasted_brackets),
        (Stray::Punctuation, msg::pasted_punctuation),
        (Stray::Invisible, msg::pasted_invisible),
    ];
    let removed = kinds.into_iter().filter(|(kind, _)| found[*kind as usize]).map(|(_, said)| said()).collect();
    Stripped { text, removed }
}

#[derive(Clone, Copy)]
enum Stray {
    Blank,
    LineBreak,
    Quote,
    Bracket,
    Punctuation,
    Invisible,
}

fn stray(c: char) -> Option<Stray> {
    match c {
        '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(Stray::LineBreak),
        '"' | '\'' | '`' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '＂' | '＇' => {
            Some(Stray::Quote)
        }
        '<' | '>' => Some(Stray::Bracket),
        ',' | ';' => Some(Stray::Punctuation),
        // The joiners are part of some languages' words, but never at an end of one.
        '\u{200c}' | '\u{200d}' => Some(Stray::Invisible),
        c if never_meant(c) => Some(Stray::Invisible),
        c if c.is_whitespace() => Some(Stray::Blank),
        _ => None,
    }
}

/// Zero-width spaces, soft hyphens, byte order marks, direction marks and other control characters. Line breaks and
/// tabs aren't among them: in the middle of a value they mean that two things were pasted.
pub(crate) fn never_meant(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clings_is_removed_and_said() {
        #[track_caller]
        fn check(pasted: &str, text: &str, removed: &[&str]) {
            let stripped = strip(pasted);
            assert_eq!(stripped.text, text);
            let ids: Vec<_> = stripped.removed.iter().map(|message| message.id.trim_start_matches("pasted-")).collect();
            assert_eq!(ids, removed);
        }
        check("abc", "abc", &[]);
        check("", "", &[]);
        check("   ", "", &["blanks"]);
        check(" abc\u{a0}\t", "abc", &["blanks"]);
        check("abc\r\n", "abc", &["line-breaks"]);
        check("“abc”", "abc", &["quotes"]);
        check("< \"abc\" >\n", "abc", &["blanks", "line-breaks", "quotes", "brackets"]);
        check("\u{feff}abc\u{200b}", "abc", &["invisible"]);
        check("a\u{200b}b\u{ad}c", "abc", &["invisible"]);
        check("\u{202a}abc\u{202c}", "abc", &["invisible"]);
        check("a b\nc", "a b\nc", &[]);
        check("a\u{200c}b\u{200d}", "a\u{200c}b", &["invisible"]);
        check("a'b", "a'b", &[]);
        check("'", "", &["quotes"]);
        check("\"abc\",", "abc", &["quotes", "punctuation"]);
    }
}
