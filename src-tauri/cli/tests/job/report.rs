//! `report`: the findings of a check in each format, without a secret.

use crate::script::Script;
use anyhow::{Context as _, Result};
use secrecy::ExposeSecret as _;
use serde_json::Value;
use sourcerer_practice::faults::Fault;
use sourcerer_tests::requests::{APPROACH, ASK_X, COMPARE, ExpectedRequest, MAPPINGS, OUTSIDE, REPAIR};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

const ALL: &[&[ExpectedRequest]] = &[COMPARE, APPROACH, OUTSIDE, MAPPINGS, REPAIR, ASK_X];

#[tokio::test]
async fn a_report_is_written_in_each_format_and_holds_none_of_the_secrets() -> Result<()> {
    let mut script = Script::with(&[Fault::SourceOfAnotherApp]).await?;
    let (server, id, input) = (script.server.clone(), script.pair.client_id.clone(), script.secrets());
    let report = ["report", "--server", &server, "--slug", "x", "--client-id", &id, "--token-stdin"];
    let practice = script.practice_file()?;
    let report = [report.as_slice(), &["--practice", &practice]].concat();
    let check = [&["check"], &report[1..]].concat();
    let checked = script.run(&check, &input).await?;
    for (format, begins) in
        [("markdown", "# Sign in with X on 127.0.0.1, slug x"), ("html", "<!doctype html>"), ("json", "{")]
    {
        let file = script.world.folder().join(format!("report.{format}"));
        let name = file.display().to_string();
        let ran = script.run(&[report.as_slice(), &["--format", format, "--output", &name]].concat(), &input).await?;
        assert_eq!((ran.code, ran.out.as_str()), (checked.code, ""), "{ran:?}");
        let text = fs::read_to_string(&file)?;
        assert!(text.starts_with(begins), "{text}");
        assert!(text.contains("client-id"), "it names what was found: {text}");
        for secret in [script.world.token(), &script.pair.client_secret] {
            assert!(!text.contains(secret.expose_secret()), "{format}");
        }
        assert_eq!(fs::metadata(&file)?.permissions().mode() & 0o777, 0o600);
    }
    script.ends(ALL)
}

#[tokio::test]
async fn a_report_is_read_again_without_asking_anybody_and_a_damaged_one_isnt() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let server = script.server.clone();
    let file = script.world.folder().join("report.json");
    let name = file.display().to_string();
    let report = ["report", "--server", &server, "--slug", "x"];
    script.run(&[report.as_slice(), &["--format", "json", "--output", &name]].concat(), "").await?;
    let whole: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    assert_eq!((&whole["sourcerer_report"], whole["report"]["slug"].as_str()), (&Value::from(2), Some("x")));
    assert!(whole["report"]["exchanges"].as_array().context("exchanges")?.len() > 5, "{whole}");

    let asked = script.world.practice().log().all().len();
    let ran = script.run(&["report", "--open", &name, "--pseudonyms"], "").await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.starts_with("# Sign in with X on host-1.example, slug x"), "{ran:?}");
    assert!(!ran.out.contains("127.0.0.1"), "{ran:?}");
    assert_eq!(script.world.practice().log().all().len(), asked);

    fs::write(&file, fs::read_to_string(&file)?.replace("\"slug\": \"x\"", "\"slug\": \"y\""))?;
    let ran = script.run(&["report", "--open", &name], "").await?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("changed or truncated"), "{ran:?}");
    fs::write(&file, "{}")?;
    let ran = script.run(&["report", "--open", &name], "").await?;
    assert!(ran.code == Some(2) && ran.err.contains("isn’t a Sourcerer report"), "{ran:?}");
    let elsewhere = script.world.folder().join("nowhere/report.md").display().to_string();
    let ran = script.run(&[report.as_slice(), &["--output", &elsewhere]].concat(), "").await?;
    assert!(ran.code == Some(2) && ran.err.contains("can’t be written"), "{ran:?}");
    script.ends(&[COMPARE, sourcerer_tests::requests::WRITE, APPROACH, OUTSIDE])
}
