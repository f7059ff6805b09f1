//! Writes text as YAML.

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
            // Lines that YAML 1.1 breaks at, and what its readers refuse to see as it is.
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => escaped(c, &mut out),
            c if c.is_control() => escaped(c, &mut out),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escaped(c: char, out: &mut String) {
    let _ = write!(out, "\\u{:04x}", u32::from(c));
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
