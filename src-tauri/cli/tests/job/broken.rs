//! "Sign in with X is broken": one call of `check` finds the place, for each frequent problem. Each reports its
//! duration.

use crate::script::{Script, lines};
use anyhow::{Context as _, Result, ensure};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_practice::faults::Fault;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{APPROACH, ASK_X, COMPARE, ExpectedRequest, MAPPINGS, OUTSIDE, REPAIR, WRITE};
use std::time::Instant;

const ASKED: &[&[ExpectedRequest]] = &[COMPARE, WRITE, APPROACH, OUTSIDE, REPAIR, MAPPINGS, ASK_X];

/// A source that works, before the first request of a test.
async fn works() -> Result<Script> {
    let mut script = Script::new().await?;
    let ran = script.push(&["--yes"]).await?;
    ensure!(ran.code == Some(0), "{ran:?}");
    Ok(script)
}

fn raw(script: &Script) -> Raw {
    Raw::new(&script.server, script.world.token())
}

async fn change(script: &Script, fields: &Value) -> Result<()> {
    let mut body = json!({ "provider_type": "twitter" });
    body.as_object_mut().context("an object")?.extend(fields.as_object().cloned().unwrap_or_default());
    raw(script).patch("/api/v3/sources/oauth/x/", &body).await?;
    Ok(())
}

/// Checks by the callback as it may be in a ticket. The worst finding must be this one, and its title must be in the
/// answer.
#[expect(clippy::print_stdout, reason = "the time until the finding is part of what is shown")]
async fn finds(script: &mut Script, more: &[&str], input: &str, diagnosis: &str, title: &str) -> Result<()> {
    let callback = format!("{}/source/oauth/callback/x/", script.server);
    let begun = Instant::now();
    let ran = script.run(&[&["check", &callback], more].concat(), input).await?;
    let took = begun.elapsed();
    ensure!(ran.code == Some(1), "{ran:?}");
    let first = ran.out.lines().find(|line| line.starts_with('✗')).with_context(|| format!("{ran:?}"))?;
    ensure!(first.contains(title), "{first} first: {ran:?}");
    let ran = script.run(&[&["check", &callback, "--json"], more].concat(), input).await?;
    let answer: Value = serde_json::from_str(&ran.out).with_context(|| format!("{ran:?}"))?;
    ensure!(answer["findings"][0]["diagnosis"] == diagnosis, "{answer}");
    ensure!(answer["findings"][0]["severity"] == "breaks", "{answer}");
    println!("{diagnosis}: found in {took:.2?}");
    Ok(())
}

fn with_token(script: &Script) -> String {
    lines(&[script.world.token()])
}

#[tokio::test]
async fn a_callback_that_the_proxy_broke() -> Result<()> {
    let mut script = Script::with(&[Fault::ProxyLosesHttps]).await?;
    let ca = script.world.practice().authentik.ca_file().context("a CA")?.display().to_string();
    script.push(&["--yes", "--ca-file", &ca]).await?;
    finds(&mut script, &["--ca-file", &ca], "", "callback-loses-https", "an HTTP callback").await?;
    script.ends(ASKED)
}

#[tokio::test]
async fn a_source_that_is_turned_off() -> Result<()> {
    let mut script = works().await?;
    change(&script, &json!({ "enabled": false })).await?;
    let token = with_token(&script);
    finds(&mut script, &["--token-stdin"], &token, "source-disabled", "is disabled").await?;
    script.ends(ASKED)
}

#[tokio::test]
async fn an_api_key_in_place_of_the_client_id() -> Result<()> {
    let mut script = works().await?;
    change(&script, &json!({ "consumer_key": "xvz1evFS4wEEPTGEFPHBog123" })).await?;
    finds(&mut script, &[], "", "client-id-of-other-kind", "The Client ID that authentik sends X").await?;
    script.ends(ASKED)
}

#[tokio::test]
async fn a_matching_mode_that_refuses_everybody_new() -> Result<()> {
    let mut script = works().await?;
    change(&script, &json!({ "user_matching_mode": "email_deny" })).await?;
    let token = with_token(&script);
    finds(&mut script, &["--token-stdin"], &token, "matching-needs-email", "New users are refused").await?;
    script.ends(ASKED)
}

#[tokio::test]
async fn a_button_that_somebody_took_off_the_login_page() -> Result<()> {
    let mut script = works().await?;
    let stages = raw(&script).list("/api/v3/stages/identification/").await?;
    let stage = stages.first().context("a login page")?;
    let path = format!("/api/v3/stages/identification/{}/", stage["pk"].as_str().context("its key")?);
    raw(&script).patch(&path, &json!({ "sources": [], "user_fields": stage["user_fields"] })).await?;
    let token = with_token(&script);
    finds(&mut script, &["--token-stdin"], &token, "button-hidden", "button").await?;
    script.ends(ASKED)
}

#[tokio::test]
async fn a_secret_that_is_another_apps() -> Result<()> {
    let mut script = works().await?;
    let TokenAuthentication { client_secret: other, .. } = script.world.register(Vec::new(), String::new());
    let none = SecretString::from("");
    let (id, input) = (script.pair.client_id.clone(), lines(&[&none, &other]));
    let practice = script.practice_file()?;
    let more = ["--practice", &practice, "--token-stdin", "--client-id", &id];
    finds(&mut script, &more, &input, "x-secret-refused", "rejects the secret").await?;
    script.ends(ASKED)
}

#[tokio::test]
async fn practice_servers_are_taken_from_their_own_line_and_from_this_machine_only() -> Result<()> {
    let mut script = Script::new().await?;
    let server = script.server.clone();
    let file = script.world.folder().join("elsewhere.json");
    let name = file.display().to_string();
    let real = json!({
        "x": { "base": "https://api.x.com", "portal": "http://127.0.0.1:1/portal/" },
        "authentik": { "base": "http://127.0.0.1:2", "slug": "x", "ca_file": null },
        "faults": [],
    });
    for (text, word) in [(real.to_string(), "https://api.x.com/"), ("{}".to_owned(), "isn’t the first line")] {
        std::fs::write(&file, text)?;
        let ran = script.run(&["check", "--server", &server, "--slug", "x", "--practice", &name], "").await?;
        ensure!((ran.code, ran.out.as_str()) == (Some(2), ""), "{ran:?}");
        ensure!(ran.err.replace('\'', "’").contains(word), "{ran:?}");
    }
    script.ends(&[])
}
