//! Text and names in Terraform's language.

use crate::i18n::visible;
use std::fmt::Write as _;

/// A string between double quotes. `${` and `%{` would begin an expression.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // A doubled sign is literal. After another such sign it would be unclear which two belong together.
            '$' | '%' if signs.peek() == Some(&'{') && out.ends_with(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            '$' | '%' if signs.peek() == Some(&'{') => {
                out.push(c);
                out.push(c);
            }
            c if visible::is_hidden(c) => {
                let code = u32::from(c);
                let _ = if code > 0xffff { write!(out, "\\U{code:08x}") } else { write!(out, "\\u{code:04x}") };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Literal lines, indented by `indent`, with no line break after the last. authentik strips the white space around a
/// text before it stores it, so Terraform would otherwise see a difference forever.
pub(super) fn lines(text: &str, indent: usize) -> String {
    let mut out = "chomp(<<-PYTHON".to_owned();
    for line in text.lines() {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent + 2));
            out.push_str(&line.replace("${", "$${").replace("%{", "%%{"));
        }
    }
    let _ = write!(out, "\n{}PYTHON\n{0})", " ".repeat(indent));
    out
}

/// A slug as the name of a block: those begin with a letter.
pub(super) fn name(slug: &str) -> String {
    match slug.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => slug.to_owned(),
        _ => format!("x_{slug}"),
    }
}

/// Attributes of one block, one a line, their signs in one column as `terraform fmt` puts them.
pub(super) fn attributes(pairs: &[(&str, String)], indent: usize) -> Vec<String> {
    let wide = pairs.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    pairs.iter().map(|(name, value)| format!("{}{name:wide$} = {value}", " ".repeat(indent))).collect()
}
