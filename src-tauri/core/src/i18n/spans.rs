//! A formatted message as spans.

/// What stands around an argument in a formatted pattern. Neither is a character, and neither passes [`super::visible::line`],
/// so no argument contains one.
pub(super) const OPEN: char = '\u{fdd0}';
pub(super) const CLOSE: char = '\u{fdd1}';

/// How a span is marked in the message file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not at all.
    Plain,
    /// `**…**`: words as they appear on X's or authentik's screen.
    Screen,
    /// `` `…` ``: a value.
    Value,
}

/// A part of a message with one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its mark.
    pub mark: Mark,
    /// Its text, in which nothing is hidden.
    pub text: String,
    /// Whether it is an argument, and so may be from anywhere.
    pub is_argument: bool,
}

/// The spans of a formatted pattern, in which [`OPEN`] and [`CLOSE`] stand around each argument. Only marks outside of
/// arguments count.
pub(super) fn split(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let (mut mark, mut is_argument) = (Mark::Plain, false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            OPEN => is_argument = true,
            CLOSE => is_argument = false,
            '`' if !is_argument => mark = if mark == Mark::Value { Mark::Plain } else { Mark::Value },
            '*' if !is_argument && rest.peek() == Some(&'*') => {
                rest.next();
                mark = if mark == Mark::Screen { Mark::Plain } else { Mark::Screen };
            }
            _ => match spans.last_mut() {
                Some(last) if last.mark == mark && last.is_argument == is_argument => last.text.push(c),
                _ => spans.push(Span { mark, text: c.into(), is_argument }),
            },
        }
    }
    spans
}
