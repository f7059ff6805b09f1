//! `check`: runs from outside and with a token, for people and for scripts.

use crate::script::{Ran, Script, files, lines};
use anyhow::{Context as _, Result};
use serde_json::Value;
use sourcerer_practice::faults::Fault;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{APPROACH, COMPARE, ExpectedRequest, MAPPINGS, OUTSIDE, REPAIR, WRITE};

/// `id: severity diagnosis` on one line each, in the order of the output.
fn findings(ran: &Ran) -> Result<Vec<String>> {
    let answer: Value = serde_json::from_str(&ran.out).with_context(|| format!("{ran:?}"))?;
    assert_eq!(keys(&answer), ["findings", "legs", "sourcerer", "unseen"]);
    let findings = answer["findings"].as_array().context("a list")?;
    assert!(findings.iter().all(|finding| keys(finding) == ["diagnosis", "id", "severity"]), "{answer}");
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    Ok(findings
        .iter()
        .map(|one| format!("{}: {} {}", text(&one["id"]), text(&one["severity"]), text(&one["diagnosis"])))
        .collect())
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys
}

#[tokio::test]
async fn a_source_that_works_has_nothing_to_mend() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let written = script.writes();
    let ran = script.check("x", &["--json"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    insta::assert_snapshot!("check-fine", findings(&ran)?.join("\n"));
    let answer: Value = serde_json::from_str(&ran.out)?;
    let legs: Vec<_> = answer["legs"].as_array().context("legs")?.iter().map(|leg| &leg["verdict"]).collect();
    assert_eq!(legs, ["notNeeded", "passed", "notNeeded", "passed", "passed", "passed"]);
    let unseen = answer["unseen"].as_array().context("what can't be seen")?;
    assert!(unseen.iter().all(|open| keys(open) == ["id", "need", "rights"]), "{answer}");
    let ran = script.check("x", &[]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(!ran.out.contains('✗'), "{ran:?}");
    assert!(ran.out.contains("authentik detected: OK"), "{ran:?}");
    assert!(ran.out.contains("Whether the Client Secret is right"), "{ran:?}");
    assert_eq!(script.writes(), written);
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE])
}

#[tokio::test]
async fn an_unknown_slug_is_a_finding() -> Result<()> {
    let mut script = Script::new().await?;
    let ran = script.check("nobody", &["--json"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    insta::assert_snapshot!("check-unknown", findings(&ran)?.join("\n"));
    script.ends(&[APPROACH, OUTSIDE])
}

#[tokio::test]
async fn a_proxy_that_loses_https_is_found_from_outside() -> Result<()> {
    let mut script = Script::with(&[Fault::ProxyLosesHttps]).await?;
    let ca = script.world.practice().authentik.ca_file().context("a CA")?.display().to_string();
    let ran = script.push(&["--yes", "--ca-file", &ca]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let ran = script.check("x", &["--json", "--ca-file", &ca]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let found = findings(&ran)?;
    assert_eq!(found[0], "callback: breaks callback-loses-https", "{found:?}");

    // The server isn't trusted without its CA, and an untrusted one counts as not reached.
    let ran = script.check("x", &["--json"]).await?;
    assert_eq!(ran.code, Some(3), "{ran:?}");
    let found = findings(&ran)?;
    assert_eq!(found[0], "server: breaks server-tls-untrusted", "{found:?}");
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE])
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_exit_3() -> Result<()> {
    let mut script = Script::new().await?;
    let port = sourcerer_practice::free_port().context("a port")?;
    let server = format!("http://127.0.0.1:{port}");
    let ran = script.run(&["check", "--server", &server, "--slug", "x", "--json"], "").await?;
    assert_eq!(ran.code, Some(3), "{ran:?}");
    let found = findings(&ran)?;
    assert_eq!(found[0], "server: breaks server-connection-refused", "{found:?}");
    script.ends(&[])
}

#[tokio::test]
async fn an_address_or_a_slug_that_is_none_is_exit_2() -> Result<()> {
    let mut script = Script::new().await?;
    let server = script.server.clone();
    for (server, slug) in [
        (server.as_str(), "a b"),
        (server.as_str(), ""),
        ("ftp://127.0.0.1", "x"),
        // Plain http is allowed for loopback, for a private host on request, and never for a public one.
        ("http://auth.lan", "x"),
        ("http://authentik.company", "x"),
    ] {
        let ran = script.run(&["check", "--server", server, "--slug", slug, "--json"], "").await?;
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{server} {slug}: {ran:?}");
        assert!(!ran.err.is_empty());
    }
    let ran = script.check("x", &["--ca-file", "/nowhere/ca.pem"]).await?;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    script.ends(&[])
}

/// A check with the token.
async fn inside(script: &mut Script, more: &[&str]) -> Result<Ran> {
    let (server, input) = (script.server.clone(), lines(&[script.world.token()]));
    let arguments = [&["check", "--server", &server, "--slug", "x", "--token-stdin"], more].concat();
    script.run(&arguments, &input).await
}

async fn change(script: &Script, fields: &Value) -> Result<()> {
    let raw = Raw::new(&script.server, script.world.token());
    let mut body = serde_json::json!({ "provider_type": "twitter" });
    body.as_object_mut().context("an object")?.extend(fields.as_object().cloned().unwrap_or_default());
    raw.patch("/api/v3/sources/oauth/x/", &body).await?;
    Ok(())
}

const INSIDE: &[&[ExpectedRequest]] = &[COMPARE, WRITE, APPROACH, OUTSIDE, REPAIR, MAPPINGS];

#[tokio::test]
async fn with_a_token_a_working_source_passes_what_is_inside_too() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let written = script.writes();
    let ran = inside(&mut script, &["--json"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    insta::assert_snapshot!("check-inside", findings(&ran)?.join("\n"));
    assert_eq!(script.writes(), written);
    script.ends(INSIDE)
}

#[tokio::test]
async fn any_address_of_the_source_names_it_and_one_without_a_slug_is_exit_2() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let server = script.server.clone();
    for address in [
        format!("{server}/source/oauth/callback/x/"),
        format!("{server}/source/oauth/login/x/"),
        format!("{server}/if/admin/#/core/sources/x"),
    ] {
        let ran = script.run(&["check", &address, "--json"], "").await?;
        assert_eq!(ran.code, Some(0), "{address}: {ran:?}");
    }
    // An address from somebody's address bar, at which X reports an error: it isn't taken for a Cancel.
    for (query, told, other) in [
        ("?error=invalid_request&state=", "That isn’t a Cancel", "the app is fine"),
        ("?error=access_denied&state=abc", "the app is fine", "That isn’t a Cancel"),
    ] {
        let ran = script.run(&["check", &format!("{server}/source/oauth/callback/x/{query}")], "").await?;
        assert_eq!(ran.code, Some(0), "{query}: {ran:?}");
        assert!(ran.err.contains(told) && !ran.err.contains(other), "{query}: {ran:?}");
    }
    for arguments in [vec!["check", &server], vec!["check"], vec!["check", "--server", &server]] {
        let ran = script.run(&arguments, "").await?;
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {ran:?}");
    }
    script.ends(&[COMPARE, WRITE, APPROACH, OUTSIDE])
}

#[tokio::test]
async fn a_disabled_source_is_told_from_a_missing_one() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    change(&script, &serde_json::json!({ "enabled": false })).await?;
    let ran = inside(&mut script, &["--json"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(findings(&ran)?.contains(&"source: breaks source-disabled".to_owned()), "{ran:?}");
    let (server, input) = (script.server.clone(), lines(&[script.world.token()]));
    let arguments = ["check", "--server", &server, "--slug", "nobody", "--token-stdin", "--json"];
    let ran = script.run(&arguments, &input).await?;
    assert!(findings(&ran)?.contains(&"source: breaks source-missing".to_owned()), "{ran:?}");
    script.ends(INSIDE)
}

#[tokio::test]
async fn quiet_prints_only_what_changed_since_the_last_run() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    // A server that works has no changes to report in the first run or in the second.
    for _ in 0..2 {
        let ran = inside(&mut script, &["--quiet"]).await?;
        let told = ran.out.lines().filter(|line| !line.starts_with(' ')).filter(|line| !line.contains("twitter.com"));
        assert_eq!((ran.code, told.count()), (Some(0), 0), "{ran:?}");
    }
    change(&script, &serde_json::json!({ "user_matching_mode": "email_link" })).await?;
    let ran = inside(&mut script, &["--quiet"]).await?;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("New users are refused") && ran.out.contains("Changed since the last push"), "{ran:?}");
    // It is still broken, and that isn't a change.
    let ran = inside(&mut script, &["--quiet"]).await?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{ran:?}");
    change(&script, &serde_json::json!({ "user_matching_mode": "identifier" })).await?;
    let ran = inside(&mut script, &["--quiet"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("Fixed since the last run: setting-drifted"), "{ran:?}");
    // However the source is named, it is the same check, and an ignored part of an address isn't reported.
    let (address, input) =
        (format!("{}/source/oauth/callback/x/?code=1", script.server), lines(&[script.world.token()]));
    let ran = script.run(&["check", &address, "--token-stdin", "--quiet"], &input).await?;
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""), "{ran:?}");
    change(&script, &serde_json::json!({ "user_matching_mode": "email_link" })).await?;
    inside(&mut script, &["--quiet"]).await?;
    change(&script, &serde_json::json!({ "user_matching_mode": "identifier" })).await?;
    let ran = inside(&mut script, &["--quiet", "--json"]).await?;
    let answer: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(answer["gone"], serde_json::json!(["setting-drifted"]), "{answer}");
    // Without the token it is another check with its own last run.
    let ran = script.check("x", &["--quiet"]).await?;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(files(&script.world.data().join("sourcerer/checks"))?.len(), 2);
    script.ends(INSIDE)
}

#[tokio::test]
async fn a_job_file_is_what_the_settings_are_held_against_and_one_of_another_source_is_exit_2() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let mut file: Value = serde_json::from_str(include_str!("handover.sourcerer"))?;
    let path = script.world.data().join("a.sourcerer");
    let fields = |file: &mut Value, slug: &str, server: &str| {
        file["fields"]["slug"]["value"] = slug.into();
        file["fields"]["address"]["value"] = server.into();
        file["fields"]["name"]["value"] = "Another name".into();
    };
    fields(&mut file, "x", &script.server);
    std::fs::write(&path, file.to_string())?;
    let named = path.display().to_string();
    let ran = inside(&mut script, &["--json"]).await?;
    assert!(findings(&ran)?.contains(&"drift: fine -".to_owned()), "what was pushed from here is there: {ran:?}");
    let ran = inside(&mut script, &["--json", "--job", &named]).await?;
    assert!(findings(&ran)?.contains(&"drift-name: risk setting-drifted".to_owned()), "{ran:?}");

    fields(&mut file, "y", &script.server);
    std::fs::write(&path, file.to_string())?;
    let ran = inside(&mut script, &["--json", "--job", &named]).await?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("is for another source"), "{ran:?}");
    let ran = inside(&mut script, &["--json", "--job", "/nowhere/a.sourcerer"]).await?;
    assert!(ran.code == Some(1) && ran.err.contains("This job file can’t be opened"), "{ran:?}");
    script.ends(INSIDE)
}

#[tokio::test]
async fn a_secret_without_an_id_is_kept_from_x_and_the_one_pushed_is_known_again() -> Result<()> {
    let mut script = Script::new().await?;
    script.push(&["--yes"]).await?;
    let (server, input) = (script.server.clone(), script.secrets());
    let arguments = ["check", "--server", &server, "--slug", "x", "--token-stdin", "--json"];
    let ran = script.run(&arguments, &input).await?;
    let found = findings(&ran)?;
    assert!(found.contains(&"secret-pushed: fine -".to_owned()), "{found:?}");
    assert!(found.contains(&"pair: note -".to_owned()), "{found:?}");
    script.ends(INSIDE)
}
