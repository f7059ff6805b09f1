//! Text from elsewhere (a server, a list, a file, a person) as it may be shown.
//!
//! Some characters don't show themselves but change what surrounds them: control characters move a terminal's cursor,
//! erase lines and set titles; line breaks begin lines that nobody wrote; bidirectional controls show text in another
//! order than it is in; other format characters show nothing at all. Each is shown as an escape instead, such as
//! `\u{1b}`. The joiners U+200C and U+200D stay, because words and emoji need them.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Whether this character is never shown as it is: a control character, a line or paragraph separator, a bidirectional
/// control, a format character that shows nothing, or no character at all.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// The text on one line: no line break in it passes.
pub fn line(text: &str) -> Cow<'_, str> {
    shown(text, is_hidden)
}

/// A document of several lines that this program wrote. Its line breaks and tabs stay; nothing else hidden does.
pub fn lines(text: &str) -> Cow<'_, str> {
    shown(text, |c| is_hidden(c) && !matches!(c, '\n' | '\t'))
}

fn shown(text: &str, is_hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) {
            let _ = write!(out, "{}", c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The same for JSON, and for every language with the escapes of JSON: what is read back is the text itself.
pub fn json(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        // The line breaks between JSON's own tokens are hidden too, and are its white space.
        if is_hidden(c) && !c.is_ascii_whitespace() {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// A writer for text that this program doesn't write itself, such as the lines of its libraries' logs.
pub struct VisibleWriter<W>(pub W);

impl<W: Write> Write for VisibleWriter<W> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.0.write_all(lines(&String::from_utf8_lossy(buf)).as_bytes())?;
        Ok(buf.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_hides_is_shown_and_all_else_stays() {
        for (text, wanted) in [
            ("", ""),
            ("Ana’s “X” — 日本語 العربية 👩‍💻", "Ana’s “X” — 日本語 العربية 👩‍💻"),
            ("x\u{1b}[2J\nfake line", r"x\u{1b}[2J\u{a}fake line"),
            ("\u{9b}31m\u{7}\0\r\t", r"\u{9b}31m\u{7}\u{0}\u{d}\u{9}"),
            ("a\u{202e}b\u{2069}c\u{200f}", r"a\u{202e}b\u{2069}c\u{200f}"),
            ("a\u{2028}b\u{feff}c\u{e0041}", r"a\u{2028}b\u{feff}c\u{e0041}"),
        ] {
            assert_eq!(line(text), wanted);
        }
        assert_eq!(lines("a\n\tb\r\n\u{1b}c"), "a\n\tb\\u{d}\n\\u{1b}c");
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left_in_a_line(text in any::<String>()) {
            let shown = line(&text);
            prop_assert!(!shown.contains(is_hidden));
            prop_assert_eq!(line(&shown), shown.as_ref(), "a second time changes nothing");
        }

        #[test]
        fn json_is_read_back_as_it_was(text in any::<String>()) {
            let written = serde_json::to_string(&text).expect("JSON");
            let shown = json(&written);
            prop_assert!(!shown.contains(is_hidden));
            prop_assert_eq!(serde_json::from_str::<String>(&shown).expect("JSON"), text);
        }
    }
}
