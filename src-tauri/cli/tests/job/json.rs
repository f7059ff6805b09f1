//! The answers of all commands for scripts: one head, and the names in the documentation.

use crate::script::{Script, lines};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::free_port;
use sourcerer_tests::requests::{APPROACH, ASK_X, COMPARE, LIVE_TEST, MAPPINGS, OUTSIDE, REPAIR, SIGN_IN, UNDO, WRITE};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/TERMINAL.md");

/// The names in an answer with their types. The items of a list share one name.
#[derive(Default)]
struct Shape(BTreeMap<String, BTreeSet<&'static str>>);

impl Shape {
    fn add(&mut self, path: &str, value: &Value) {
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "text",
            Value::Array(_) => "list",
            Value::Object(_) => "object",
        };
        if !path.is_empty() {
            self.0.entry(path.to_owned()).or_default().insert(kind);
        }
        match value {
            Value::Array(all) => all.iter().for_each(|one| self.add(&format!("{path}[]"), one)),
            Value::Object(all) => {
                for (key, one) in all {
                    let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    self.add(&path, one);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn told(&self) -> String {
        let line = |(path, kinds): (&String, &BTreeSet<&str>)| {
            let kinds: Vec<_> = kinds.iter().copied().collect();
            format!("  {path}: {}\n", kinds.join(" or "))
        };
        self.0.iter().map(line).collect()
    }
}

/// The answers in their order, each with what was run.
#[derive(Default)]
struct Answers(Vec<(&'static str, Vec<String>)>);

impl Answers {
    /// Parses the answer of a command: an object, a list of objects, or one object on each line.
    fn take(&mut self, what: &'static str, out: &str) -> Result<()> {
        ensure!(!out.is_empty(), "{what} says nothing");
        let all = match serde_json::from_str::<Value>(out) {
            Ok(Value::Array(all)) => all.iter().map(Value::to_string).collect(),
            Ok(_) => vec![out.to_owned()],
            Err(_) => out.lines().map(str::to_owned).collect(),
        };
        self.0.push((what, all));
        Ok(())
    }
}

/// The same job on another machine, where the name and the address were changed, so that the program can't know which
/// to keep.
fn another_copy(handed: &str) -> Result<String> {
    let mut file: Value = serde_json::from_str(&fs::read_to_string(handed)?)?;
    file["fields"]["name"]["value"] = "Another name".into();
    file["fields"]["address"]["value"] = "https://another.example".into();
    Ok(file.to_string())
}

async fn asked(script: &mut Script) -> Result<Answers> {
    let mut answers = Answers::default();
    let (server, practice) = (script.server.clone(), script.practice_file()?);
    let (token, both) = (lines(&[script.world.token()]), script.secrets());
    let port = free_port().context("a port")?.to_string();
    let folder = script.world.folder().to_owned();
    let file = folder.join("list.csv").display().to_string();
    fs::write(&file, format!("{server},x\n"))?;
    let target = ["--server", &server, "--slug", "x"];
    let id = script.pair.client_id.as_str().to_owned();
    let login = format!("{server}/source/oauth/login/x/");
    let handed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/job/handover.sourcerer");
    let job = folder.join("job.sourcerer").display().to_string();
    let copy = folder.join("copy.sourcerer").display().to_string();
    fs::write(&copy, another_copy(handed)?)?;
    let wanted = [&target[..], &["--name", "X", "--client-id", &id, "--change-existing"]].concat();
    let with = |first: &[&str], more: &[&str]| -> Vec<String> {
        first.iter().chain(more).map(|word| (*word).to_owned()).collect()
    };
    let runs = [
        ("urls", with(&["urls"], &target), ""),
        ("urls --compare", with(&["urls", "--compare", "-"], &target), "https://other/\n"),
        ("recognise", with(&["recognise"], &[]), "MadeUpApiKey0123456789abc\n"),
        ("check --quiet", with(&["check", "--quiet", "--client-id", &id], &target), ""),
        ("plan", with(&["plan"], &wanted), &both),
        ("push", with(&["push", "--yes"], &wanted), &both),
        ("check", with(&["check", "--token-stdin"], &target), &token),
        ("check of nothing", with(&["check"], &["--server", &server, "--slug", "no"]), ""),
        ("a command that stopped", with(&["check", "--ca-file", "/nowhere"], &target), ""),
        ("fleet", with(&["fleet"], &[&file]), ""),
        ("facts", with(&["facts", "--older-than", "0d"], &[]), ""),
        ("doctor", with(&["doctor"], &["--server", &server, "--port", &port]), ""),
        (
            "test",
            with(
                &["test", "--no-browser", "--timeout", "1"],
                &["--client-id", &id, "--port", &port, "--practice", &practice],
            ),
            "secret\n",
        ),
        ("login", with(&["login", "--shows", "state-check"], &[&login]), ""),
        ("rotate", with(&["rotate", "--yes"], &[&target[..], &["--practice", &practice]].concat()), &both),
        ("undo", with(&["undo", "--yes", "--delete"], &target), &token),
        ("merge", with(&["merge"], &[handed]), ""),
        ("merge of what both have changed", with(&["merge"], &[&copy]), ""),
        ("handover", with(&["handover"], &[&job]), ""),
        ("practice --list-faults", with(&["practice", "--list-faults"], &[]), ""),
        ("practice --list-switches", with(&["practice", "--list-switches"], &[]), ""),
    ];
    for (what, arguments, input) in runs {
        let arguments: Vec<_> = arguments.iter().map(String::as_str).chain(["--json"]).collect();
        let ran = script.run(&arguments, input).await?;
        answers.take(what, &ran.out).with_context(|| format!("{ran:?}"))?;
    }
    let ran = script.run(&["practice"], "").await?;
    answers.take("practice", &ran.out)?;
    Ok(answers)
}

#[tokio::test]
async fn every_answer_has_the_head_and_the_names_that_are_documented() -> Result<()> {
    let mut script = Script::with(&[Fault::SourceOfAnotherApp]).await?;
    let answers = asked(&mut script).await?;
    let page = fs::read_to_string(PAGE)?;
    let mut told = String::new();
    let mut undocumented = BTreeSet::new();
    for (what, all) in &answers.0 {
        let mut shape = Shape::default();
        for answer in all {
            let value: Value = serde_json::from_str(answer).with_context(|| format!("{what}: {answer}"))?;
            let command =
                if *what == "a command that stopped" { "check" } else { what.split(' ').next().unwrap_or_default() };
            assert_eq!(value["sourcerer"]["schema"], 1, "{what}: {answer}");
            assert_eq!(value["sourcerer"]["command"], command, "{what}: {answer}");
            // The text shows the program's own order of names, before a parser sorts them.
            let first = answer.trim_start_matches(['{', ' ', '\n']);
            assert!(first.starts_with("\"sourcerer\"") || all.len() > 1, "{what}: {answer}");
            shape.add("", &value);
        }
        for path in shape.0.keys() {
            let name = path.rsplit('.').next().unwrap_or(path).trim_end_matches("[]");
            if !page.contains(&format!("`{name}`")) && !page.contains(&format!("\"{name}\"")) {
                undocumented.insert(format!("{what}: {path}"));
            }
        }
        writeln!(told, "{what}\n{}", shape.told().trim_end())?;
    }
    assert_eq!(undocumented, BTreeSet::new(), "docs/TERMINAL.md doesn't tell these names");
    insta::assert_snapshot!("json", told);
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE, MAPPINGS, REPAIR, ASK_X, LIVE_TEST, SIGN_IN, UNDO])
}

#[tokio::test]
async fn without_a_yes_no_writing_command_writes_and_each_says_what_is_missing() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let written = script.writes();
    let (server, id) = (script.server.clone(), script.pair.client_id.as_str().to_owned());
    let target = ["--server", &server, "--slug", "x"];
    let input = script.secrets();
    let push = [&["push"], &target[..], &["--name", "X again", "--client-id", &id]].concat();
    for arguments in [push, [&["undo"], &target[..]].concat()] {
        let ran = script.run(&arguments, &input).await?;
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains("Add --yes to write without asking."), "{ran:?}");
        // JSON shows no plan to a person, so there is no question about it either.
        let ran = script.run(&[&arguments[..], &["--json"]].concat(), &input).await?;
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
        assert!(ran.err.contains("--yes"), "{ran:?}");
    }
    assert_eq!(script.writes(), written);
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE, UNDO])
}
