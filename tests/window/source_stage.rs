//! The Source stage in the window: disabled with its reason and never tried if there is no license; with one it is
//! chosen, pushed and undone.

use crate::begins::Begun;
use crate::walk::{self, LONG};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sourcerer_practice::PracticeOptions;
use sourcerer_tests::page::Key;
use sourcerer_tests::raw::Raw;
use std::time::Duration;

const EMBED: &str = "Embed the source in a flow";
const FLOW: &str = "default-authentication-flow";
const STAGES: &str = "/api/v3/stages/source/";

#[tokio::test]
async fn without_a_licence_the_source_stage_is_grey_with_its_reason_and_never_tried() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(()) };
    let window = &begun.window;
    begun.comes_to_the_review(begun.practice.authentik.base()).await?;
    window.press("More options").await?;
    window.press("Check license").await?;
    window.see("This server has no enterprise license (unlicensed)").await?;
    let tried = window.patient(Duration::ZERO).click("switch", EMBED).await;
    assert_eq!(tried.map_err(|error| error.root_cause().to_string()), Err("it is disabled".to_owned()));
    walk::fit_for_everyone(window).await?;

    walk::push(window).await?;
    let asked = begun.practice.log().all();
    assert!(!asked.iter().any(|asked| asked.path.contains("/stages/source/")), "{asked:?}");
    begun.ends().await
}

#[tokio::test]
async fn with_a_licence_it_is_chosen_shown_pushed_and_taken_back() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions { licensed: true, ..PracticeOptions::default() }).await? else {
        return Ok(());
    };
    let (window, raw) = (&begun.window, begun.raw());
    let before = stands(&raw).await?;
    begun.comes_to_the_review(begun.practice.authentik.base()).await?;
    window.press("More options").await?;
    window.press("Check license").await?;
    window.see("This server has an enterprise license (valid)").await?;
    window.click("switch", EMBED).await?;
    window.choose("Flow", &format!("Welcome to authentik! · authentication · {FLOW}")).await?;
    window.see("The waiting flow would never continue").await?;
    window.see("Preview the changes to see the flow’s stages before and after.").await?;
    window.click("radio", "After “default-authentication-identification”").await?;
    walk::fit_for_everyone(window).await?;

    // The timeout has limits.
    window.fill("Resume timeout (minutes)", "0").await?;
    window.key(Key::Tab).await?;
    window.see("Enter 1 to 1,440 minutes.").await?;
    walk::fit_for_everyone(window).await?;
    window.fill("Resume timeout (minutes)", "15").await?;
    window.key(Key::Tab).await?;
    window.see_no_more("Enter 1 to 1,440 minutes.").await?;

    window.press("Preview changes").await?;
    window.patient(LONG).find("heading", "Create the Source stage “source-stage-twitter”").await?;
    window.find("heading", &format!("Add it to the flow “{FLOW}”")).await?;
    window.see("Stages, in order").await?;
    let [first, rest] = ["default-authentication-identification", "default-authentication-password"];
    // The stages of the flow before and after.
    window.see(&format!("{first}, {rest}, ")).await?;
    window.see(&format!("{first}, source-stage-twitter, {rest}, ")).await?;
    walk::pushes(&window.audited(), "4 changes").await?;
    let (stages, bound, _) = stands(&raw).await?;
    assert_eq!(stages.len(), 1, "{stages:?}");
    assert_eq!(
        (&stages[0]["name"], &stages[0]["resume_timeout"]),
        (&json!("source-stage-twitter"), &json!("minutes=15"))
    );
    let mine = |bound: &&Value| bound["stage"] == stages[0]["pk"];
    let order = &bound.iter().find(mine).context("its place in the flow")?["order"];
    assert_eq!(order, 15, "between 10 and 20");
    let others: Vec<_> = bound.iter().filter(|bound| !mine(bound)).cloned().collect();
    assert_eq!(others, before.1, "nobody else was moved");

    window.press("Undo…").await?;
    window.patient(LONG).see("4 changes to undo").await?;
    window.see("Delete the Source stage “source-stage-twitter”").await?;
    window.see("Remove the stage from the flow").await?;
    walk::fit_for_everyone(window).await?;
    window.press("Undo").await?;
    window.patient(LONG).see("Undone").await?;
    walk::fit_for_everyone(window).await?;
    assert_eq!(stands(&raw).await?, before);
    begun.ends().await
}

/// The Source stages, the bindings of flows, and the sources.
async fn stands(raw: &Raw) -> Result<(Vec<Value>, Vec<Value>, Vec<Value>)> {
    Ok((raw.list(STAGES).await?, raw.list("/api/v3/flows/bindings/").await?, raw.list("/api/v3/sources/oauth/").await?))
}
