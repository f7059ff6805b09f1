//! Svelte's markup, read as far as rules need it: what stands there as text and in attributes, outside of `{…}`.

/// A piece of markup that was typed as it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Between tags.
    Text(String),
    /// `name="value"`, the value without its `{…}`.
    Attribute(String, String),
}

/// Every piece, with the line (counted from 1) that it is on. Scripts, styles, comments and `{…}` are left out.
pub(super) fn pieces(text: &str) -> Vec<(usize, Piece)> {
    let mut reader = Reader { text, at: 0, pieces: Vec::new() };
    reader.read();
    reader.pieces
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    pieces: Vec<(usize, Piece)>,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn step(&mut self) {
        self.at += self.next().map_or(0, char::len_utf8);
    }

    fn skip_past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.text.len(), |found| self.at + found + end.len());
    }

    fn skip_blanks(&mut self) {
        while self.next().is_some_and(char::is_whitespace) {
            self.step();
        }
    }

    fn add(&mut self, from: usize, piece: Piece) {
        let line = self.text[..from].matches('\n').count() + 1;
        self.pieces.push((line, piece));
    }

    fn read(&mut self) {
        while let Some(c) = self.next() {
            let rest = self.rest();
            if c == '{' {
                self.skip_braces();
            } else if rest.starts_with("<!--") {
                self.skip_past("-->");
            } else if rest.starts_with("</") {
                self.skip_past(">");
            } else if c == '<' && rest[1..].starts_with(char::is_alphabetic) {
                self.tag();
            } else {
                self.between();
            }
        }
    }

    fn between(&mut self) {
        let from = self.at + self.rest().len() - self.rest().trim_start().len();
        self.step();
        let end = self.rest().find(['<', '{']).unwrap_or(self.rest().len());
        let start = from.min(self.at + end);
        self.at += end;
        let text = self.text[start..self.at].trim();
        if !text.is_empty() {
            let text = text.to_owned();
            self.add(start, Piece::Text(text));
        }
    }

    fn tag(&mut self) {
        self.step();
        let name = self.name();
        loop {
            self.skip_blanks();
            match self.next() {
                None => break,
                Some('>') => {
                    self.step();
                    break;
                }
                Some('/') => self.step(),
                Some('{') => self.skip_braces(),
                Some(_) => self.attribute(),
            }
        }
        if name == "script" || name == "style" {
            self.skip_past(&format!("</{name}>"));
        }
    }

    fn name(&mut self) -> String {
        let end = self.rest().find(|c: char| c.is_whitespace() || "=/>{".contains(c)).unwrap_or(self.rest().len());
        let name = self.rest()[..end].to_owned();
        self.at += end;
        name
    }

    fn attribute(&mut self) {
        let from = self.at;
        let name = self.name();
        if name.is_empty() {
            // A stray sign, such as a second `=`.
            self.step();
            return;
        }
        self.skip_blanks();
        let mut value = String::new();
        if self.next() == Some('=') {
            self.step();
            self.skip_blanks();
            value = self.value();
        }
        self.add(from, Piece::Attribute(name, value));
    }

    fn value(&mut self) -> String {
        let quote = self.next().filter(|c| ['"', '\''].contains(c));
        if quote.is_some() {
            self.step();
        }
        let mut value = String::new();
        while let Some(c) = self.next() {
            if c == '{' {
                self.skip_braces();
                continue;
            }
            if quote.is_none() && (c.is_whitespace() || c == '>') {
                break;
            }
            self.step();
            if Some(c) == quote {
                break;
            }
            value.push(c);
        }
        value
    }

    /// From a `{` to behind the `}` that closes it; strings inside may hold either.
    fn skip_braces(&mut self) {
        let mut depth = 0_usize;
        while let Some(c) = self.next() {
            self.step();
            match c {
                '{' => depth += 1,
                '}' if depth <= 1 => return,
                '}' => depth -= 1,
                '"' | '\'' => self.skip_string(c),
                '`' => self.skip_template(),
                '/' if self.next() == Some('*') => self.skip_past("*/"),
                _ => {}
            }
        }
    }

    fn skip_string(&mut self, quote: char) {
        while let Some(c) = self.next() {
            self.step();
            match c {
                '\\' => self.step(),
                c if c == quote => return,
                _ => {}
            }
        }
    }

    fn skip_template(&mut self) {
        while let Some(c) = self.next() {
            if self.rest().starts_with("${") {
                self.step();
                self.skip_braces();
                continue;
            }
            self.step();
            match c {
                '\\' => self.step(),
                '`' => return,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<_> = pieces(text)
            .into_iter()
            .map(|(line, piece)| match piece {
                Piece::Text(text) => format!("{line} {text}"),
                Piece::Attribute(name, value) => format!("{line} {name}={value}"),
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn text_and_attributes_are_found_on_their_lines() {
        check("<p>\n  Save\n</p>", &["2 Save"]);
        check("a <b>c</b> d", &["1 a", "1 c", "1 d"]);
        check("<a\n  href=\"x\"\n  title='y z'\n  download>w</a>", &["2 href=x", "3 title=y z", "4 download=", "4 w"]);
        check("<img alt=Logo/>", &["1 alt=Logo/"]);
    }

    #[test]
    fn what_is_computed_is_left_out() {
        check("{#if a < b}<p>{t('x}')}</p>{/if}", &[]);
        check(
            "<p class=\"a {b ? 'c>' : `d${`}`}`}\" {...rest} {id} title={say(\"Hi\")}>{x}, {y}</p>",
            &["1 class=a ", "1 title=", "1 ,"],
        );
        check("{@render row({ a: { b: '\\'}' } })}z", &["1 z"]);
        check("{/* it's */ a}z", &["1 z"]);
    }

    #[test]
    fn scripts_styles_and_comments_are_left_out() {
        check(
            "<script lang=\"ts\">\n  const a = '<p>x</p>';\n</script>\n<p>y</p><style>p { x: y }</style><!-- z -->",
            &["1 lang=ts", "4 y"],
        );
    }

    #[test]
    fn a_broken_file_still_ends() {
        for text in ["<", "<p", "<p a=", "<p a=\"", "{", "{`${", "<!--", "</", "<p ==>", "<script>"] {
            pieces(text);
        }
    }
}
