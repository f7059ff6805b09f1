//! `plan`: what a push would do, without writing anything.

use crate::script::Script;
use anyhow::{Context as _, Result};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use sourcerer_practice::faults::Fault;
use sourcerer_tests::requests::{COMPARE, ExpectedRequest, MAPPINGS, OUTSIDE, WRITE};

const PLAN: &[&[ExpectedRequest]] = &[COMPARE, MAPPINGS];
const PUSH: &[&[ExpectedRequest]] = &[COMPARE, WRITE, OUTSIDE];

/// Runs `plan` with the arguments of the push.
pub(crate) async fn plan(script: &mut Script, more: &[&str]) -> Result<(Option<i32>, String, Value)> {
    let mut arguments = script.push_arguments();
    "plan".clone_into(&mut arguments[0]);
    let arguments: Vec<_> = arguments.iter().map(String::as_str).chain(more.iter().copied()).collect();
    let input = script.secrets();
    let ran = script.run(&arguments, &input).await?;
    let answer = if more.contains(&"--json") { serde_json::from_str(&ran.out)? } else { Value::Null };
    Ok((ran.code, ran.out, answer))
}

#[tokio::test]
async fn a_plan_says_what_the_push_then_does_and_writes_nothing_itself() -> Result<()> {
    let mut script = Script::new().await?;
    let (code, out, _) = plan(&mut script, &[]).await?;
    assert_eq!(code, Some(0), "{out}");
    assert_eq!(script.writes(), Vec::<String>::new());
    let (code, _, answer) = plan(&mut script, &["--json"]).await?;
    assert_eq!((code, &answer["state"]), (Some(0), &json!("ready")));
    let ran = script.push(&["--yes"]).await?;
    assert!(ran.out.starts_with(&out), "a push shows the same plan:\n{out}\n{}", ran.out);

    let changes = answer["changes"].as_array().context("changes")?;
    let requests = changes.iter().filter(|change| !change["request"].is_null());
    let planned: Vec<_> =
        requests.map(|one| one["request"]["method"].as_str().unwrap_or_default().to_owned()).collect();
    let written = script.writes();
    let written: Vec<_> = written.iter().filter_map(|one| one.split(' ').nth(1)).collect();
    assert_eq!(planned, written);
    let (code, _, answer) = plan(&mut script, &["--json"]).await?;
    assert_eq!((code, &answer["state"]), (Some(0), &json!("alreadyAsItShouldBe")));
    script.ends(PUSH)
}

#[tokio::test]
async fn a_plan_that_needs_more_than_a_yes_ends_as_the_push_would() -> Result<()> {
    let mut script = Script::with(&[Fault::SourceOfAnotherApp]).await?;
    let (code, out, answer) = plan(&mut script, &["--json"]).await?;
    assert_eq!(code, Some(5), "{out}");
    assert_eq!((&answer["state"], &answer["diagnosis"]), (&json!("needsConsent"), &json!("source-differs")));
    assert!(!out.contains(script.pair.client_secret.expose_secret()));
    let (code, _, answer) = plan(&mut script, &["--json", "--change-existing"]).await?;
    assert_eq!((code, &answer["state"]), (Some(0), &json!("ready")));
    assert!(
        answer["changes"].as_array().is_some_and(|all| all.iter().any(|one| one["action"] == "change")),
        "{answer}"
    );
    assert_eq!(script.writes(), Vec::<String>::new());
    script.ends(PLAN)
}

#[tokio::test]
async fn what_is_left_out_is_said_with_what_follows() -> Result<()> {
    let mut script = Script::new().await?;
    let parts = ["--json", "--email", "--remedy", "internal", "--remedy", "user-name", "--without", "email"];
    let parts = [parts.as_slice(), &["--without", "new-users", "--without", "user-names"]].concat();
    let (code, _, answer) = plan(&mut script, &parts).await?;
    assert_eq!(code, Some(0), "{answer}");
    let changes = answer["changes"].as_array().context("changes")?;
    let left_out: Vec<_> =
        changes.iter().filter(|one| one["action"] == "leaveOut").map(|one| one["group"].clone()).collect();
    assert_eq!(left_out, ["email", "newUsers", "userNames"]);
    assert!(changes.iter().all(|one| one["why"].is_string() || one["action"] != "leaveOut"), "{answer}");
    script.ends(PLAN)
}

#[tokio::test]
async fn scopes_are_remarked_on_before_the_plan() -> Result<()> {
    let mut script = Script::new().await?;
    for command in ["plan", "push"] {
        let mut arguments = script.push_arguments();
        command.clone_into(&mut arguments[0]);
        arguments.extend(["--scopes", "ads.read follows.raed offline.access like.read"].map(str::to_owned));
        let input = script.secrets();
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let ran = script.run(&arguments, &input).await?;
        for told in ["ads.read is for X’s Ads API", "Did you mean follows.read?", "offline.access, X also issues"] {
            assert!(ran.err.contains(told), "{command}: {told}: {ran:?}");
        }
        assert!(!ran.err.contains("like.read"), "a known scope is no remark: {ran:?}");
    }
    assert_eq!(script.writes(), Vec::<String>::new());
    script.ends(PLAN)
}
