//! TypeScript's types, as far as ts-rs writes them.

use anyhow::{Context as _, Result, bail, ensure};
use std::iter::Peekable;
use std::str::Chars;

/// `export type Name = …`, with what is said of it.
#[derive(Debug, PartialEq)]
pub(crate) struct Declaration {
    pub(crate) docs: Vec<String>,
    pub(crate) name: String,
    /// Its parameters, such as `<T>`, as written.
    pub(crate) generics: String,
    pub(crate) kind: Type,
}

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    /// A name or a keyword.
    Word(String),
    /// A string that stands for itself.
    Literal(String),
    /// A name with parameters.
    Generic(String, Vec<Type>),
    Array(Box<Type>),
    Tuple(Vec<Type>),
    Object(Vec<Member>),
    Union(Vec<Type>),
    Intersection(Vec<Type>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) docs: Vec<String>,
    pub(crate) key: Key,
    pub(crate) optional: bool,
    pub(crate) kind: Type,
}

/// What a member is found by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Key {
    Name(String),
    /// Any one: what stands between the brackets of `[key in string]`.
    Any(String),
}

/// Reads `type Name = …;` and the comment that belongs to it.
pub(crate) fn parse(declaration: &str, docs: Option<&str>) -> Result<Declaration> {
    let (head, kind) = declaration
        .strip_prefix("type ")
        .and_then(|rest| rest.trim_end().trim_end_matches(';').split_once(" = "))
        .with_context(|| format!("no declaration: {declaration}"))?;
    let (name, generics) = head.find('<').map_or((head, ""), |at| head.split_at(at));
    let docs = docs.map(said).unwrap_or_default();
    Ok(Declaration { docs, name: name.to_owned(), generics: generics.to_owned(), kind: parse_type(kind)? })
}

/// Reads a type.
pub(crate) fn parse_type(text: &str) -> Result<Type> {
    let mut tokens = tokens(text)?.into_iter().peekable();
    let kind = union(&mut tokens).with_context(|| text.to_owned())?;
    ensure!(tokens.next().is_none(), "more than a type: {text}");
    Ok(kind)
}

#[derive(Debug, PartialEq)]
enum Token {
    Word(String),
    Literal(String),
    Docs(Vec<String>),
    Mark(char),
}

type Tokens = Peekable<std::vec::IntoIter<Token>>;

fn tokens(text: &str) -> Result<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            ' ' | '\n' => {}
            '/' => found.push(Token::Docs(said(&comment(&mut rest)?))),
            '"' => found.push(Token::Literal(literal(&mut rest)?)),
            c if is_word(c) => {
                let mut word = String::from(c);
                while let Some(c) = rest.next_if(|c| is_word(*c)) {
                    word.push(c);
                }
                found.push(Token::Word(word));
            }
            mark if "{}[]()<>:,;|&?".contains(mark) => found.push(Token::Mark(mark)),
            other => bail!("{other:?} in {text}"),
        }
    }
    Ok(found)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

fn comment(rest: &mut Peekable<Chars<'_>>) -> Result<String> {
    let mut text = String::new();
    while !text.ends_with("*/") {
        text.push(rest.next().context("a comment without an end")?);
    }
    Ok(text)
}

fn literal(rest: &mut Peekable<Chars<'_>>) -> Result<String> {
    let text: String = rest.by_ref().take_while(|c| *c != '"').collect();
    ensure!(!text.contains(['\\', '\'']), "a string with quotes or escapes: {text}");
    Ok(text)
}

/// The lines of a comment.
fn said(comment: &str) -> Vec<String> {
    let inside = comment.trim().trim_start_matches('/').trim_end_matches('/').trim_matches('*');
    let lines: Vec<_> = inside.lines().map(|line| line.trim().trim_start_matches('*').trim().to_owned()).collect();
    let lines = lines.into_iter().skip_while(String::is_empty).collect::<Vec<_>>();
    let kept = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    lines.into_iter().take(kept).collect()
}

fn union(tokens: &mut Tokens) -> Result<Type> {
    separated(tokens, '|', intersection, Type::Union)
}

fn intersection(tokens: &mut Tokens) -> Result<Type> {
    separated(tokens, '&', single, Type::Intersection)
}

fn separated(
    tokens: &mut Tokens,
    mark: char,
    part: fn(&mut Tokens) -> Result<Type>,
    several: fn(Vec<Type>) -> Type,
) -> Result<Type> {
    let first = part(tokens)?;
    let mut parts = vec![first];
    while take(tokens, mark) {
        parts.push(part(tokens)?);
    }
    Ok(if parts.len() == 1 { parts.remove(0) } else { several(parts) })
}

fn single(tokens: &mut Tokens) -> Result<Type> {
    match tokens.next().context("a type is missing")? {
        Token::Literal(text) => Ok(Type::Literal(text)),
        Token::Mark('{') => object(tokens),
        Token::Mark('[') => Ok(Type::Tuple(list(tokens, ']')?)),
        Token::Mark('(') => {
            let inside = union(tokens)?;
            expect(tokens, ')')?;
            Ok(inside)
        }
        Token::Word(name) if take(tokens, '<') => {
            let mut parameters = list(tokens, '>')?;
            Ok(match (name.as_str(), parameters.len()) {
                ("Array", 1) => Type::Array(Box::new(parameters.remove(0))),
                _ => Type::Generic(name, parameters),
            })
        }
        Token::Word(name) => Ok(Type::Word(name)),
        other @ (Token::Docs(_) | Token::Mark(_)) => bail!("no type begins with {other:?}"),
    }
}

fn list(tokens: &mut Tokens, end: char) -> Result<Vec<Type>> {
    let mut found = Vec::new();
    while !take(tokens, end) {
        found.push(union(tokens)?);
        if !take(tokens, ',') {
            expect(tokens, end)?;
            break;
        }
    }
    Ok(found)
}

fn object(tokens: &mut Tokens) -> Result<Type> {
    let mut members = Vec::new();
    while !take(tokens, '}') {
        let mut docs = Vec::new();
        while let Some(Token::Docs(lines)) = tokens.next_if(|token| matches!(token, Token::Docs(_))) {
            docs.extend(lines);
        }
        let key = match tokens.next().context("a member is missing")? {
            Token::Word(name) | Token::Literal(name) => Key::Name(name),
            Token::Mark('[') => {
                let mut words = Vec::new();
                while let Some(Token::Word(word)) = tokens.next_if(|token| matches!(token, Token::Word(_))) {
                    words.push(word);
                }
                expect(tokens, ']')?;
                Key::Any(words.join(" "))
            }
            other @ (Token::Docs(_) | Token::Mark(_)) => bail!("no member begins with {other:?}"),
        };
        let optional = take(tokens, '?');
        expect(tokens, ':')?;
        members.push(Member { docs, key, optional, kind: union(tokens)? });
        if !take(tokens, ',') && !take(tokens, ';') {
            expect(tokens, '}')?;
            break;
        }
    }
    Ok(Type::Object(members))
}

fn take(tokens: &mut Tokens, mark: char) -> bool {
    tokens.next_if_eq(&Token::Mark(mark)).is_some()
}

fn expect(tokens: &mut Tokens, mark: char) -> Result<()> {
    match tokens.next() {
        Some(Token::Mark(found)) if found == mark => Ok(()),
        other => bail!("{other:?} instead of {mark}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(name: &str) -> Type {
        Type::Word(name.to_owned())
    }

    #[test]
    fn what_ts_rs_writes_is_read() -> Result<()> {
        let array = |kind| Type::Array(Box::new(kind));
        for (text, kind) in [
            ("string", word("string")),
            ("Array<number | null>", array(Type::Union(vec![word("number"), word("null")]))),
            ("[string, Array<A>]", Type::Tuple(vec![word("string"), array(word("A"))])),
            ("Channel<A>", Type::Generic("Channel".to_owned(), vec![word("A")])),
            (
                "A & (B | \"c\")",
                Type::Intersection(vec![word("A"), Type::Union(vec![word("B"), Type::Literal("c".to_owned())])]),
            ),
        ] {
            assert_eq!(parse_type(text)?, kind, "{text}");
        }
        Ok(())
    }

    #[test]
    fn a_declaration_keeps_what_is_said_of_it_and_its_members() -> Result<()> {
        let text = "type A<T> = { \n/**\n * Two\n * lines.\n */\n\"a-b\": T, c?: { [key in string]: D }, };";
        let member = |docs: &[&str], key, optional, kind| Member {
            docs: docs.iter().map(|line| (*line).to_owned()).collect(),
            key,
            optional,
            kind,
        };
        let any = member(&[], Key::Any("key in string".to_owned()), false, word("D"));
        assert_eq!(
            parse(text, Some("/**\n * One line.\n */\n"))?,
            Declaration {
                docs: vec!["One line.".to_owned()],
                name: "A".to_owned(),
                generics: "<T>".to_owned(),
                kind: Type::Object(vec![
                    member(&["Two", "lines."], Key::Name("a-b".to_owned()), false, word("T")),
                    member(&[], Key::Name("c".to_owned()), true, Type::Object(vec![any])),
                ]),
            }
        );
        Ok(())
    }

    #[test]
    fn what_is_unknown_is_a_fault_and_not_passed_on() {
        for text in ["", "A |", "{ a }", "A B", "typeof A", "A['b']", "() => A", "\"it's\""] {
            assert!(parse_type(text).is_err(), "{text}");
        }
    }
}
