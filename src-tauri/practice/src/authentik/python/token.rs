//! Splits Python into tokens.

/// An error of syntax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    message: String,
    line: usize,
}

impl SyntaxError {
    pub(super) fn new(message: impl Into<String>, line: usize) -> Self {
        Self { message: message.into(), line }
    }

    /// The error in authentik's words. It puts every expression below a line of its own, so lines count from 2
    /// [M, docs/evidence/authentik.md §8.2].
    pub(crate) fn told(&self, name: &str) -> String {
        format!("Expression Syntax Error: {} ({name}, line {})", self.message, self.line + 1)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Name(String),
    Text(String),
    Number(i64),
    Sign(&'static str),
    Newline,
    Indent,
    Dedent,
    End,
}

/// A token and its line, counted from 1.
#[derive(Clone, Debug)]
pub(super) struct Located {
    pub(super) token: Token,
    pub(super) line: usize,
}

/// Longer signs come first.
const SIGNS: [&str; 23] = [
    "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "+", "-", "*", "/", "%", "<", ">", "@",
    ";",
];

/// Splits the text. Inside brackets, lines and their indentation mean nothing.
pub(super) fn tokens(text: &str) -> Result<Vec<Located>, SyntaxError> {
    let mut all = Vec::new();
    let mut depths = vec![0];
    let mut open: Vec<(&'static str, usize)> = Vec::new();
    let mut last = 1;
    for (at, raw) in text.lines().enumerate() {
        let line = at + 1;
        let indent = raw.len() - raw.trim_start_matches([' ', '\t']).len();
        let mut rest = &raw[indent..];
        if open.is_empty() {
            if rest.is_empty() || rest.starts_with('#') {
                continue;
            }
            indented(indent, line, &mut depths, &mut all)?;
        }
        last = line;
        while let Some(first) = rest.chars().next() {
            if first == '#' {
                break;
            }
            rest = match first {
                ' ' | '\t' | '\r' => &rest[1..],
                '"' | '\'' => {
                    let (value, after) = text_value(rest, first, line)?;
                    all.push(Located { token: Token::Text(value), line });
                    after
                }
                _ if first.is_ascii_digit() => {
                    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                    let number = rest[..end].parse().map_err(|_| SyntaxError::new("invalid decimal literal", line))?;
                    all.push(Located { token: Token::Number(number), line });
                    &rest[end..]
                }
                _ if first.is_alphabetic() || first == '_' => {
                    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                    all.push(Located { token: Token::Name(rest[..end].to_owned()), line });
                    &rest[end..]
                }
                _ => {
                    let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign));
                    let sign = sign.ok_or_else(|| SyntaxError::new("invalid syntax", line))?;
                    brackets(sign, line, &mut open)?;
                    all.push(Located { token: Token::Sign(sign), line });
                    &rest[sign.len()..]
                }
            };
        }
        if open.is_empty() {
            all.push(Located { token: Token::Newline, line });
        }
    }
    if let Some((sign, line)) = open.first() {
        return Err(SyntaxError::new(format!("'{sign}' was never closed"), *line));
    }
    all.extend(depths.iter().skip(1).map(|_| Located { token: Token::Dedent, line: last }));
    all.push(Located { token: Token::End, line: last });
    Ok(all)
}

fn indented(indent: usize, line: usize, depths: &mut Vec<usize>, all: &mut Vec<Located>) -> Result<(), SyntaxError> {
    let depth = depths.last().copied().unwrap_or_default();
    if indent > depth {
        depths.push(indent);
        all.push(Located { token: Token::Indent, line });
    }
    while depths.last().is_some_and(|depth| indent < *depth) {
        depths.pop();
        all.push(Located { token: Token::Dedent, line });
    }
    if depths.last() == Some(&indent) {
        Ok(())
    } else {
        Err(SyntaxError::new("unindent does not match any outer indentation level", line))
    }
}

fn brackets(sign: &'static str, line: usize, open: &mut Vec<(&'static str, usize)>) -> Result<(), SyntaxError> {
    let opens = match sign {
        "(" | "[" | "{" => {
            open.push((sign, line));
            return Ok(());
        }
        ")" => "(",
        "]" => "[",
        "}" => "{",
        _ => return Ok(()),
    };
    match open.pop() {
        Some((opened, _)) if opened == opens => Ok(()),
        _ => Err(SyntaxError::new(format!("unmatched '{sign}'"), line)),
    }
}

/// The value of a text, and what follows it.
fn text_value(rest: &str, quote: char, line: usize) -> Result<(String, &str), SyntaxError> {
    let mut value = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            _ if letter == quote => return Ok((value, &rest[at + 1..])),
            '\\' => match letters.next() {
                Some((_, 'n')) => value.push('\n'),
                Some((_, escaped @ ('\\' | '"' | '\''))) => value.push(escaped),
                _ => break,
            },
            _ => value.push(letter),
        }
    }
    Err(SyntaxError::new("unterminated string literal", line))
}
