//! `check`: the outside checks, for people and for scripts.

use crate::script::{Ran, Script};
use anyhow::{Context as _, Result};
use serde_json::Value;
use sourcerer_practice::faults::Fault;
use sourcerer_tests::requests::{APPROACH, COMPARE, OUTSIDE, WRITE};

/// `id: severity diagnosis`, a line each, in the order shown.
fn findings(ran: &Ran) -> Result<Vec<String>> {
    let answer: Value = serde_json::from_str(&ran.out).with_context(|| format!("{ran:?}"))?;
    assert_eq!(keys(&answer), ["findings", "legs", "unseen"]);
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
    assert!(ran.out.contains("It is authentik: OK"), "{ran:?}");
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

    // Nobody vouches for the server without its CA, and an untrusted one counts as not reached.
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
        // Plain http: loopback alone is taken as given, a private host on request, a public one never.
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
