//! The file of a page's states. A view is large and mostly like another one, so a state refers to the one that it
//! resembles most (`from`; if there is none, `base.json`, the view of a new job), and has the differences by JSON
//! pointer (`with`).

use super::scene;
use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Map, Value, json};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The states of a page in the order in which they were reached, and its other answers.
#[derive(Debug, Default)]
pub(super) struct States {
    views: Vec<(String, Value)>,
    answers: Map<String, Value>,
}

impl States {
    /// Adds a view as the state with this name.
    pub(super) fn view(&mut self, name: &str, view: Value) {
        assert!(self.views.iter().all(|(known, _)| known != name), "two states are called {name}");
        self.views.push((name.to_owned(), view));
    }

    /// Adds another answer of a command.
    pub(super) fn answer(&mut self, name: &str, answer: Value) {
        assert!(self.answers.insert(name.to_owned(), answer).is_none(), "two answers are called {name}");
    }

    /// Adds the states of another walk.
    pub(super) fn and(mut self, other: Self) -> Self {
        other.views.into_iter().for_each(|(name, view)| self.view(&name, view));
        other.answers.into_iter().for_each(|(name, answer)| self.answer(&name, answer));
        self
    }
}

/// Compares a page's file with its states, or writes it if `SOURCERER_STATES=write`.
pub(super) fn hold(page: &str, states: &States) -> Result<()> {
    let base = scene::nothing_known()?;
    hold_text("base", &(written(&base) + "\n"))?;
    let mut all = Map::new();
    for (at, (name, view)) in states.views.iter().enumerate() {
        let others = states.views[..at].iter().map(|(name, other)| (Some(name), other));
        let (from, with) = std::iter::once((None, &base))
            .chain(others)
            .map(|(from, other)| (from, differences(other, view)))
            .min_by_key(|(_, with)| size(with))
            .context("the base is one")?;
        let mut state = Map::new();
        if let Some(from) = from {
            state.insert("from".to_owned(), from.as_str().into());
        }
        state.insert("with".to_owned(), with.into());
        all.insert(name.clone(), state.into());
    }
    let mut sorted: Vec<_> = all.into_iter().collect();
    sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
    let file = json!({ "answers": states.answers, "states": sorted.into_iter().collect::<Map<_, _>>() });
    if RACING.contains(&page) && !writes() {
        return hold_names(page, &file);
    }
    hold_text(page, &(written(&file) + "\n"))
}

/// The pages with states in which a live test runs. The port of its callback, and its progress when the view is taken,
/// differ from run to run if other tests listen at the same time, and are not replaced yet. So only the names of these
/// states are checked; `states.test.ts` checks their form against the page's types.
const RACING: &[&str] = &["credentials", "signin"];

/// Checks that a page's file has the names of the states and the answers that were reached.
fn hold_names(page: &str, reached: &Value) -> Result<()> {
    let kept: Value = serde_json::from_str(&fs::read_to_string(folder().join(format!("{page}.json")))?)?;
    for part in ["answers", "states"] {
        let names = |file: &Value| file[part].as_object().map(|all| all.keys().cloned().collect::<Vec<_>>());
        ensure!(
            names(&kept) == names(reached),
            "the {part} of {page}.json are stale: `cargo xtask states` writes it anew"
        );
    }
    Ok(())
}

fn writes() -> bool {
    env::var_os("SOURCERER_STATES").is_some_and(|wanted| wanted == "write")
}

fn hold_text(name: &str, text: &str) -> Result<()> {
    let file = folder().join(format!("{name}.json"));
    if fs::read_to_string(&file).is_ok_and(|found| found == text) {
        return Ok(());
    }
    if writes() {
        fs::create_dir_all(folder())?;
        return fs::write(&file, text).with_context(|| file.display().to_string());
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    let differs = found.lines().zip(text.lines()).find(|(found, expected)| found != expected);
    let (found, expected) = differs.unwrap_or(("", "another end"));
    bail!("{name}.json is stale: `cargo xtask states` writes it anew.\nfound    {found}\nexpected {expected}")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/states")
}

fn size(with: &Map<String, Value>) -> usize {
    with.iter().map(|(path, value)| path.len() + value.to_string().len()).sum()
}

/// The differences of `other` from `one`, by JSON pointer (RFC 6901).
fn differences(one: &Value, other: &Value) -> Map<String, Value> {
    let mut out = Map::new();
    differ("", one, other, &mut out);
    out
}

fn differ(path: &str, one: &Value, other: &Value, out: &mut Map<String, Value>) {
    if one == other {
        return;
    }
    let mut parts = Map::new();
    let is_alike = match (one, other) {
        (Value::Object(one), Value::Object(other)) if one.keys().eq(other.keys()) => {
            for ((name, one), other) in one.iter().zip(other.values()) {
                let name = name.replace('~', "~0").replace('/', "~1");
                differ(&format!("{path}/{name}"), one, other, &mut parts);
            }
            true
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (at, (one, other)) in one.iter().zip(other).enumerate() {
                differ(&format!("{path}/{at}"), one, other, &mut parts);
            }
            true
        }
        _ => false,
    };
    if is_alike && size(&parts) < path.len() + other.to_string().len() {
        out.extend(parts);
    } else {
        out.insert(path.to_owned(), other.clone());
    }
}

/// Formats JSON with as few lines as fit into a width.
fn written(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, 0, &mut out);
    out
}

const WIDTH: usize = 120;

fn write(value: &Value, indent: usize, taken: usize, out: &mut String) {
    let short = short(value);
    if indent + taken + short.len() < WIDTH || !is_long(value) {
        *out += &short;
        return;
    }
    let step = |out: &mut String, indent: usize| {
        out.push('\n');
        *out += &" ".repeat(indent);
    };
    match value {
        Value::Object(fields) => {
            out.push('{');
            for (at, (name, field)) in fields.iter().enumerate() {
                step(out, indent + 2);
                let name = format!("{}: ", Value::from(name.as_str()));
                *out += &name;
                write(field, indent + 2, name.len(), out);
                *out += if at + 1 < fields.len() { "," } else { "" };
            }
            step(out, indent);
            out.push('}');
        }
        Value::Array(all) => {
            out.push('[');
            for (at, one) in all.iter().enumerate() {
                step(out, indent + 2);
                write(one, indent + 2, 0, out);
                *out += if at + 1 < all.len() { "," } else { "" };
            }
            step(out, indent);
            out.push(']');
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => *out += &short,
    }
}

fn is_long(value: &Value) -> bool {
    match value {
        Value::Object(fields) => !fields.is_empty(),
        Value::Array(all) => !all.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn short(value: &Value) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, field)| format!("{}: {}", Value::from(name.as_str()), short(field)))
                .collect();
            format!("{{ {} }}", fields.join(", "))
        }
        Value::Array(all) => format!("[{}]", all.iter().map(short).collect::<Vec<_>>().join(", ")),
        Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
    }
}

#[test]
fn a_state_is_the_one_that_it_is_from_with_what_differs() -> Result<()> {
    let one = json!({ "a": { "b": [1, 2], "c/d": "x".repeat(40) }, "e": { "kind": "none" } });
    let other = json!({ "a": { "b": [1, 3], "c/d": "x".repeat(40) }, "e": { "kind": "one", "id": 7 } });
    let with = differences(&one, &other);
    let mut again = one;
    for (path, value) in &with {
        *again.pointer_mut(path).context("a place")? = value.clone();
    }
    ensure!(again == other, "{again}");
    ensure!(!Value::from(with).to_string().contains("xxx"), "what is alike isn't written again");
    Ok(())
}
