//! Writes text as YAML.

use crate::i18n::visible;
use std::fmt::Write as _;

/// A string between double quotes: whatever it holds is read back as it is, by readers of YAML 1.1 (authentik's) and 1.2.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Also where YAML 1.1 breaks lines, and what its readers refuse to see as it is.
            c if visible::is_hidden(c) => escaped(c, &mut out),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escaped(c: char, out: &mut String) {
    let code = u32::from(c);
    let _ = if code > 0xffff { write!(out, "\\U{code:08x}") } else { write!(out, "\\u{code:04x}") };
}

/// Lines as a literal block. The text has no white space at its start or end.
pub(super) fn block(text: &str, indent: usize) -> String {
    let mut out = "|-".to_owned();
    for line in text.lines() {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    out
}
