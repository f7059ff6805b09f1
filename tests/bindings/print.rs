//! TypeScript as Prettier lays it out with the page's settings: lines of up to 120 characters, single quotes.

use crate::syntax::{Declaration, Key, Member, Type};

/// How long a line may be.
pub(crate) const WIDTH: usize = 120;

/// A declaration, with the line's end.
pub(crate) fn declaration(declared: &Declaration) -> String {
    let head = format!("{}export type {}{} =", docs(&declared.docs, 0), declared.name, declared.generics);
    let column = head.lines().last().map_or(0, str::len);
    // A union that fits into one line stands there, if need be below the name; so do no others.
    let below = flat(&declared.kind).filter(|line| {
        matches!(declared.kind, Type::Union(_)) && column + 1 + line.len() >= WIDTH && 2 + line.len() < WIDTH
    });
    let kind = below.map_or_else(|| after(&declared.kind, 0, column), |line| format!("\n  {line}"));
    format!("{head}{kind};\n")
}

/// A type on one line, if nothing is said of its members.
pub(crate) fn flat(kind: &Type) -> Option<String> {
    let all = |kinds: &[Type], between: &str| Some(kinds.iter().map(flat).collect::<Option<Vec<_>>>()?.join(between));
    Some(match kind {
        Type::Word(name) => name.clone(),
        Type::Literal(text) => format!("'{text}'"),
        Type::Generic(name, parameters) => format!("{name}<{}>", all(parameters, ", ")?),
        Type::Array(inside) if is_joined(inside) => format!("({})[]", flat(inside)?),
        Type::Array(inside) => format!("{}[]", flat(inside)?),
        Type::Tuple(parts) => format!("[{}]", all(parts, ", ")?),
        Type::Object(members) if members.is_empty() => "{}".to_owned(),
        Type::Object(members) => {
            let members = members.iter().map(|member| {
                Some(format!("{} {}", key(member), flat(&member.kind)?)).filter(|_| member.docs.is_empty())
            });
            format!("{{ {} }}", members.collect::<Option<Vec<_>>>()?.join("; "))
        }
        Type::Union(parts) => all(parts, " | ")?,
        Type::Intersection(parts) => {
            let parts = parts.iter().map(|part| {
                let line = flat(part)?;
                Some(if matches!(part, Type::Union(_)) { format!("({line})") } else { line })
            });
            parts.collect::<Option<Vec<_>>>()?.join(" & ")
        }
    })
}

/// A type after `=` or `:`, with the blank or line end before it. It ends with one more character, `;`.
fn after(kind: &Type, indent: usize, column: usize) -> String {
    if let Some(line) = flat(kind).filter(|line| column + 1 + line.len() < WIDTH) {
        return format!(" {line}");
    }
    if let Type::Union(parts) = kind
        && !hugs(parts)
    {
        let inner = indent + 2;
        let parts = parts.iter().map(|part| format!("\n{}| {}", blanks(inner), block(part, inner + 2)));
        return parts.collect::<Vec<_>>().concat();
    }
    format!(" {}", block(kind, indent))
}

/// A type whose first line stands at `indent` already, over as many lines as it needs.
fn block(kind: &Type, indent: usize) -> String {
    if let Some(line) = flat(kind).filter(|line| indent + line.len() < WIDTH) {
        return line;
    }
    match kind {
        Type::Object(list) => format!("{{\n{}{}}}", members(list, indent + 2), blanks(indent)),
        Type::Union(parts) => parts.iter().map(|part| block(part, indent)).collect::<Vec<_>>().join(" | "),
        Type::Intersection(parts) => parts.iter().map(|part| block(part, indent)).collect::<Vec<_>>().join(" & "),
        Type::Array(inside) if is_joined(inside) => format!("({})[]", block(inside, indent)),
        Type::Array(inside) => format!("{}[]", block(inside, indent)),
        Type::Generic(name, list) => format!("{name}<{}\n{}>", lines(list, indent), blanks(indent)),
        Type::Tuple(list) => format!("[{},\n{}]", lines(list, indent), blanks(indent)),
        Type::Word(name) => name.clone(),
        Type::Literal(text) => format!("'{text}'"),
    }
}

/// The members of an object, a line or more each.
pub(crate) fn members(list: &[Member], indent: usize) -> String {
    let member = |member: &Member| {
        let head = format!("{}{}", blanks(indent), key(member));
        let kind = after(&member.kind, indent, head.len());
        format!("{}{head}{kind};\n", docs(&member.docs, indent))
    };
    list.iter().map(member).collect()
}

fn lines(list: &[Type], indent: usize) -> String {
    let parts = list.iter().map(|part| format!("\n{}{}", blanks(indent + 2), block(part, indent + 2)));
    parts.collect::<Vec<_>>().join(",")
}

fn is_joined(kind: &Type) -> bool {
    matches!(kind, Type::Union(_) | Type::Intersection(_))
}

/// Whether a union keeps to the line of its only object: `{ … } | null`.
fn hugs(parts: &[Type]) -> bool {
    let objects = parts.iter().filter(|part| matches!(part, Type::Object(_))).count();
    let nulls = parts.iter().filter(|part| matches!(part, Type::Word(name) if name == "null")).count();
    objects == 1 && nulls > 0 && objects + nulls == parts.len()
}

fn key(member: &Member) -> String {
    let mark = if member.optional { "?:" } else { ":" };
    match &member.key {
        Key::Name(name) if is_plain(name) => format!("{name}{mark}"),
        Key::Name(name) => format!("'{name}'{mark}"),
        Key::Any(each) => format!("[{each}]{mark}"),
    }
}

fn is_plain(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A comment before what it is about, with the line's end; nothing if there is nothing to say.
fn docs(lines: &[String], indent: usize) -> String {
    let blanks = blanks(indent);
    match lines {
        [] => String::new(),
        [line] => format!("{blanks}/** {line} */\n"),
        several => {
            let lines = several.iter().map(|line| format!("{blanks} * {line}").trim_end().to_owned() + "\n");
            format!("{blanks}/**\n{}{blanks} */\n", lines.collect::<String>())
        }
    }
}

fn blanks(count: usize) -> String {
    " ".repeat(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax;
    use anyhow::Result;

    /// Each as Prettier 3.10 leaves it.
    #[test]
    fn a_declaration_is_laid_out_as_prettier_does() -> Result<()> {
        let check = |declared: &str, expected: &str| -> Result<()> {
            assert_eq!(declaration(&syntax::parse(declared, None)?), expected.to_owned() + "\n");
            Ok(())
        };
        let long = "A".repeat(40);
        let (one, two, three) = (format!("{long}1"), format!("{long}2"), format!("{long}3"));

        check("type T = { \"kind\": \"a\", b?: Array<A | B>, };", "export type T = { kind: 'a'; b?: (A | B)[] };")?;
        check("type T<A> = { \"a-b\": A, c: { }, };", "export type T<A> = { 'a-b': A; c: {} };")?;
        check("type T = A & (B | C);", "export type T = A & (B | C);")?;
        check(
            &format!("type Name = {one} | {two} | {}", "A".repeat(25)),
            &format!("export type Name =\n  {one} | {two} | {};", "A".repeat(25)),
        )?;
        check(
            &format!("type T = {one} | {two} | {three}"),
            &format!("export type T =\n  | {one}\n  | {two}\n  | {three};"),
        )?;
        check(
            &format!("type T = {{ key: {one} | {two} | {} }}", "A".repeat(24)),
            &format!("export type T = {{\n  key: {one} | {two} | {};\n}};", "A".repeat(24)),
        )?;
        check(
            &format!("type T = {{ key: {one} | {two} | {three} }}"),
            &format!("export type T = {{\n  key:\n    | {one}\n    | {two}\n    | {three};\n}};"),
        )?;
        check(
            &format!("type T = {{ key: {{ a: {one}, b: {two}, c: {three} }} | null, d: D }}"),
            &format!(
                "export type T = {{\n  key: {{\n    a: {one};\n    b: {two};\n    c: {three};\n  }} | null;\n  d: D;\n}};"
            ),
        )?;
        check(
            &format!("type T = [{one}, {two}, {three}]"),
            &format!("export type T = [\n  {one},\n  {two},\n  {three},\n];"),
        )?;
        check(
            &format!("type T = G<{one}, {two}, {three}>"),
            &format!("export type T = G<\n  {one},\n  {two},\n  {three}\n>;"),
        )
    }
}
