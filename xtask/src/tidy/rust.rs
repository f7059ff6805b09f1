//! Rust source text in which everything that isn't code is blank. This is enough for rules that look for names and
//! paths.

/// Replaces comments and the contents of strings by blanks. Every line keeps its number.
pub(super) fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => comment(rest),
            '"' => string(rest),
            'r' if !ends_in_word(&out) => raw_string(rest).unwrap_or(0),
            '\'' => character(rest),
            _ => 0,
        };
        if length == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    out
}

/// Removes items under `#[cfg(test)]` from code in which comments and strings are blank already.
pub(super) fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(MARK) {
        out.push_str(&rest[..at]);
        let length = MARK.len() + item(&rest[at + MARK.len()..]);
        out.extend(rest[at..at + length].chars().filter(|c| *c == '\n'));
        rest = &rest[at + length..];
    }
    out + rest
}

/// The line of a position in the text, counted from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The word at the beginning of the text.
pub(super) fn word(text: &str) -> &str {
    let end = text.find(|c: char| !is_word(c)).unwrap_or(text.len());
    &text[..end]
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

pub(super) fn ends_in_word(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_word)
}

/// The length of the item, up to the `;` or the block that ends it.
fn item(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

fn comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw_string(text: &str) -> Option<usize> {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    let inside = text[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inside.find(&end).map_or(text.len(), |at| 2 + hashes + at + end.len()))
}

/// The length of `'x'` or `'\n'`; 0 for a lifetime.
fn character(text: &str) -> usize {
    let mut inside = text.char_indices().skip(1);
    match inside.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(text.len(), |at| 3 + at + 1),
        Some(_) => inside.next().filter(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&without_tests(&code(text))), expected, "{text}");
    }

    #[test]
    fn only_code_is_left() {
        check("use a; // use b;\n/* use /* c */ d; */ use e;", "use a; use e;");
        check(r##"let a = "use \" b"; let c = r#"use "d" "#; e"##, "let a = ; let c = ; e");
        check(r"let q = '\''; let r = '{'; fn f<'a>(x: &'a str) {}", "let q = ; let r = ; fn f<'a>(x: &'a str) {}");
        check("let bar = \"//\"; let b = b\"\\\\\"; c", "let bar = ; let b = b ; c");
        check("let u = '\\u{1b}'; x", "let u = ; x");
    }

    #[test]
    fn tests_are_left_out() {
        check("a(); #[cfg(test)] mod tests { fn x() { y() } } b();", "a(); b();");
        check("#[cfg(test)] mod tests; b();", "b();");
        check("#[cfg(test)] #[path = \"x\"] fn f() -> u8 { 1 } b();", "b();");
    }

    #[test]
    fn lines_stay_where_they_are() {
        let text = "a\n/* x\n y */ \"\n\" #[cfg(test)]\nmod t {\n}\nlast";
        let left = without_tests(&code(text));
        assert_eq!(line_of(&left, left.find("last").unwrap()), 7);
    }
}
