//! Generates one Rust function for each message of the message files, so that a missing key or argument doesn't
//! compile, and finds out which commit this is.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// The reference language, which is complete by definition. Other languages are compared with it.
const REFERENCE: &str = "locales/en";

fn main() {
    tell_version();
    convert_guide();
    println!("cargo::rerun-if-changed={REFERENCE}");
    let mut files: Vec<_> = fs::read_dir(REFERENCE)
        .expect("the folder of English messages")
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    files.sort();

    let mut messages = BTreeMap::new();
    let mut sources =
        String::from("/// The English message files, by name.\npub(super) const ENGLISH: &[(&str, &str)] = &[\n");
    for file in &files {
        let text = fs::read_to_string(file).expect("a message file");
        collect(file, &text, &mut messages);
        let path = fs::canonicalize(file).expect("a message file");
        let name = file.file_name().expect("a file").to_string_lossy();
        let path = path.display().to_string();
        writeln!(sources, "    ({name:?}, include_str!({path:?})),").expect("a string grows");
    }
    sources.push_str("];\n");

    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let generated = sources + &keys(&messages) + &functions(&messages);
    fs::write(Path::new(&out).join("msg.rs"), generated).expect("a generated file");
}

/// Writes the guide as JSON, which the program reads anyway: a parser of TOML in it would only be for this file.
fn convert_guide() {
    let source = "src/portal/guide.toml";
    println!("cargo::rerun-if-changed={source}");
    let text = fs::read_to_string(source).expect("the guide");
    let guide: toml::Table = toml::from_str(&text).unwrap_or_else(|error| panic!("{source}: {error}"));
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let json = serde_json::to_string(&guide).expect("a table without dates is JSON");
    fs::write(Path::new(&out).join("guide.json"), json).expect("a generated file");
}

/// Passes the version, the commit and the target on to `src/version.rs`.
///
/// `SOURCERER_COMMIT` names the commit, for a packager whose sources have no repository; if it is set but empty, there is
/// none. A build for development names none either: it would be compiled again after each commit.
fn tell_version() {
    println!("cargo::rerun-if-env-changed=SOURCERER_COMMIT");
    let var = |name: &str| env::var(name).expect("cargo sets it");
    let commit = match env::var("SOURCERER_COMMIT") {
        Ok(named) => Some(named).filter(|named| !named.is_empty()),
        Err(_) => {
            if var("PROFILE") == "release" {
                checked_out()
            } else {
                None
            }
        }
    };
    let version = var("CARGO_PKG_VERSION");
    println!("cargo::rustc-env=SOURCERER_BUILT_TARGET={}", var("TARGET"));
    match commit {
        Some(commit) => {
            println!("cargo::rustc-env=SOURCERER_BUILT_COMMIT={commit}");
            println!("cargo::rustc-env=SOURCERER_BUILT_LINE={version} ({commit})");
        }
        None => println!("cargo::rustc-env=SOURCERER_BUILT_LINE={version}"),
    }
}

/// The commit that is checked out, if these sources belong to a repository: they may also be unpacked inside of another.
fn checked_out() -> Option<String> {
    git(&["ls-files", "--error-unmatch", "build.rs"])?;
    // Each commit and each checkout adds a line to this log.
    let log = git(&["rev-parse", "--git-path", "logs/HEAD"])?;
    if Path::new(&log).exists() {
        println!("cargo::rerun-if-changed={log}");
    }
    git(&["rev-parse", "--short=12", "HEAD"])
}

#[expect(clippy::disallowed_methods, reason = "a build script is no part of the product")]
fn git(arguments: &[&str]) -> Option<String> {
    let output = std::process::Command::new("git").args(arguments).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !said.trim().is_empty()).then(|| said.trim().to_owned())
}

/// A message's arguments, and its text for the function's documentation.
struct Shape {
    arguments: BTreeSet<String>,
    text: String,
}

fn collect(file: &Path, text: &str, messages: &mut BTreeMap<String, Shape>) {
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let mut add = |key: String, pattern: &Pattern<&str>| {
            let mut shape = Shape { arguments: BTreeSet::new(), text: String::new() };
            walk(pattern, &mut shape);
            let twin = messages.insert(key.clone(), shape);
            assert!(twin.is_none(), "{}: {key} stands twice", file.display());
        };
        if let Some(value) = &message.value {
            add(id.to_owned(), value);
        }
        for attribute in &message.attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
}

fn walk(pattern: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => shape.text.push_str(value),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => placeable(inline, shape),
                Expression::Select { selector, variants } => {
                    placeable(selector, shape);
                    for variant in variants {
                        walk(&variant.value, shape);
                    }
                }
            },
        }
    }
}

fn placeable(inline: &InlineExpression<&str>, shape: &mut Shape) {
    match inline {
        InlineExpression::VariableReference { id } => {
            shape.arguments.insert(id.name.to_owned());
            write!(shape.text, "‹{}›", id.name).expect("a string grows");
        }
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
            shape.text.push_str(value);
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for positional in &arguments.positional {
                placeable(positional, shape);
            }
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                placeable(inner, shape);
            }
        }
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
            panic!("a message may hold text and arguments only, no reference")
        }
    }
}

fn keys(messages: &BTreeMap<String, Shape>) -> String {
    let mut out = String::from(
        "/// Every message and the arguments it takes, in order of their names.\npub const KEYS: &[(&str, &[&str])] = &[\n",
    );
    for (key, shape) in messages {
        let arguments: Vec<_> = shape.arguments.iter().collect();
        writeln!(out, "    ({key:?}, &{arguments:?}),").expect("a string grows");
    }
    out + "];\n"
}

fn functions(messages: &BTreeMap<String, Shape>) -> String {
    let mut out = String::from("/// One function a message.\npub mod msg {\n    use super::{Arg, Message};\n");
    for (key, shape) in messages {
        let name = key.replace(['-', '.'], "_").to_lowercase();
        let parameters: Vec<_> = shape.arguments.iter().map(|name| format!("{name}: impl Into<Arg>")).collect();
        let values: Vec<_> = shape.arguments.iter().map(|name| format!("({name:?}, {name}.into())")).collect();
        for line in shape.text.lines() {
            writeln!(out, "    /// {line}").expect("a string grows");
        }
        writeln!(
            out,
            "    pub fn {name}({}) -> Message {{\n        Message::new({key:?}, [{}])\n    }}",
            parameters.join(", "),
            values.join(", "),
        )
        .expect("a string grows");
    }
    out + "}\n"
}
