//! `push` with a list of X accounts, with an approval and with a group.

use crate::script::Script;
use anyhow::{Context as _, Result};
use serde_json::Value;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{ACCESS, COMPARE, ExpectedRequest, MAPPINGS, OUTSIDE, UNDO, WRITE};

const WANTED: &[&[ExpectedRequest]] = &[COMPARE, WRITE, OUTSIDE, UNDO, MAPPINGS, ACCESS];

fn file(script: &Script, text: &str) -> Result<String> {
    let path = script.world.folder().join("list.csv");
    std::fs::write(&path, text)?;
    Ok(path.to_string_lossy().into_owned())
}

async fn expression(script: &Script) -> Result<String> {
    let policies = Raw::new(&script.server, script.world.token()).list("/api/v3/policies/expression/").await?;
    let policy = policies.iter().find(|policy| policy["name"] == "sourcerer-x-allowed").context("the policy")?;
    Ok(policy["expression"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_list_is_pushed_from_a_file_and_a_changed_file_is_one_write() -> Result<()> {
    let mut script = Script::new().await?;
    let list = file(&script, "id,handle\n1583920471165304832,ana_lindqvist\n102  # bea\n")?;
    let ran = script.push(&["--allow", &list, "--yes"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("authentik tried the policy for a listed X account: it gets in."), "{ran:?}");
    assert!(ran.out.contains("an answer from X without an account ID: it is refused."), "{ran:?}");
    let python = expression(&script).await?;
    assert!(python.contains("\"1583920471165304832\",  # ana_lindqvist\n    \"102\",  # bea\n"), "{python}");

    let before = script.writes().len();
    let again = script.push(&["--allow", &list, "--yes"]).await?;
    assert_eq!((again.code, script.writes().len()), (Some(0), before), "{again:?}");
    let list = file(&script, "102\n103\n")?;
    let ran = script.push(&["--allow", &list, "--yes", "--json"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let answer: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(
        (&answer["steps"][0]["change"], answer["steps"].as_array().map(Vec::len)),
        (&"access-policy".into(), Some(1))
    );
    assert_eq!(answer["tests"].as_array().map(Vec::len), Some(3), "{answer}");
    assert_eq!(answer["tests"][1]["outcome"], "ran");

    for _ in 0..2 {
        assert_eq!(script.undo(&["--yes"]).await?.code, Some(0));
    }
    assert!(expression(&script).await.is_err(), "the policy is gone");
    script.ends(WANTED)
}

#[tokio::test]
async fn an_approval_and_a_group_are_pushed_and_undone() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.push(&["--approve", "--group", "From X", "--yes"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let raw = Raw::new(&script.server, script.world.token());
    let stages = raw.list("/api/v3/stages/user_write/").await?;
    let stage = stages.iter().find(|stage| stage["name"] == "sourcerer-x-write").context("the stage")?;
    let groups = raw.list("/api/v3/core/groups/").await?;
    let group = groups.iter().find(|group| group["name"] == "From X").context("the group")?;
    assert_eq!((&stage["create_users_as_inactive"], &stage["create_users_group"]), (&true.into(), &group["pk"]));
    assert_eq!(script.undo(&["--yes"]).await?.code, Some(0));
    assert_eq!(raw.list("/api/v3/core/groups/").await?.len(), groups.len() - 1);
    script.ends(WANTED)
}

#[tokio::test]
async fn a_list_that_cannot_be_read_is_told_and_nothing_is_written() -> Result<()> {
    let mut script = Script::new().await?;
    for (text, words) in [("102\nAna Lindqvist\n", "Line 2"), ("# nobody\n", "is empty"), ("a\"]\nimport os", "Line 1")]
    {
        let list = file(&script, text)?;
        let ran = script.push(&["--allow", &list, "--yes"]).await?;
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(words), "{ran:?}");
    }
    let ran = script.push(&["--allow", "nowhere.csv", "--yes"]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let ran = script.push(&["--approve", "--enrolment-flow", "none", "--yes"]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert_eq!(script.writes(), Vec::<String>::new());
    script.ends(&[])
}
