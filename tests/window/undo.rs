//! An undo in the window: the server is as it was before, and a source that users have used since is disabled and not
//! deleted.

use crate::begins::{Begun, LINKS, links};
use crate::walk::{self, LONG};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sourcerer_practice::PracticeOptions;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::raw::Raw;
use std::time::Duration;

const SOURCES: &str = "/api/v3/sources/oauth/";
const LOGIN_PAGES: &str = "/api/v3/stages/identification/";

const ASKS: &str = "Undo the last push to 127.0.0.1?";
const DELETES: &str = "Delete the source instead of turning it off";
const AGREES: &str = "I understand, undo anyway";

#[tokio::test]
async fn an_undo_is_shown_first_and_leaves_the_server_as_it_was() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(()) };
    let (window, raw) = (&begun.window, begun.raw());
    let before = stands(&raw).await?;
    begun.comes_to_the_review(begun.practice.authentik.base()).await?;
    walk::push(&window.audited()).await?;
    let pushed = stands(&raw).await?;
    assert_ne!(pushed, before);

    asks(window).await?;
    window.see("2 changes to undo").await?;
    window.see("Delete the OAuth source “X”").await?;
    window.see("Remove the button from the login page").await?;
    walk::fit_for_everyone(window).await?;
    // Looking at the undo has changed nothing.
    window.key(Key::Escape).await?;
    window.see_no_more("2 changes to undo").await?;
    assert_eq!(stands(&raw).await?, pushed);

    asks(window).await?;
    window.press("Undo").await?;
    window.patient(LONG).see("Undone").await?;
    walk::fit_for_everyone(window).await?;
    assert_eq!(stands(&raw).await?, before);
    begun.ends().await
}

#[tokio::test]
async fn a_source_that_people_use_since_is_turned_off_and_they_stay_linked() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(()) };
    let (window, raw) = (&begun.window, begun.raw());
    begun.comes_to_the_review(begun.practice.authentik.base()).await?;
    walk::push(window).await?;
    let names = links_two(&raw).await?;
    let linked = links(&raw).await?;
    let source = source(&raw).await?;

    // The users are counted and listed, and the gentler option comes first.
    asks(window).await?;
    window.see("2 users sign in through “twitter”").await?;
    window.see(&format!("Linked to the source: {names}.")).await?;
    window.see("Disable the OAuth source “X”").await?;
    window.see("All links to X accounts stay").await?;
    walk::fit_for_everyone(window).await?;

    // Deletion needs two more confirmations.
    window.click("checkbox", DELETES).await?;
    window.see("Delete the OAuth source “X”").await?;
    let hasty = window.patient(Duration::ZERO).press("Undo").await.map_err(|error| error.root_cause().to_string());
    assert_eq!(hasty, Err("it is disabled".to_owned()));
    walk::fit_for_everyone(window).await?;
    window.click("checkbox", DELETES).await?;
    assert_eq!(stands(&raw).await?.0, vec![source.clone()], "nothing is written yet");

    window.press("Turn it off").await?;
    window.patient(LONG).see("The source is turned off").await?;
    assert_turned_off(&raw, &source).await?;
    walk::fit_for_everyone(window).await?;
    assert_eq!(links(&raw).await?, linked);
    begun.ends().await
}

#[tokio::test]
async fn a_source_that_people_use_is_deleted_only_by_a_word_of_its_own() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(()) };
    let (window, raw) = (&begun.window, begun.raw());
    let before = stands(&raw).await?;
    begun.comes_to_the_review(begun.practice.authentik.base()).await?;
    walk::push(window).await?;
    links_two(&raw).await?;

    asks(window).await?;
    window.click("checkbox", DELETES).await?;
    window.click("checkbox", AGREES).await?;
    walk::fit_for_everyone(window).await?;
    window.press("Undo").await?;
    window.patient(LONG).see("Undone").await?;
    assert_eq!(stands(&raw).await?, before);
    assert!(links(&raw).await?.is_empty(), "authentik drops links with their source");
    begun.ends().await
}

/// Opens the plan of an undo up to its question.
async fn asks(window: &Page) -> Result<()> {
    window.press("Undo…").await?;
    window.patient(LONG).find("dialog", ASKS).await
}

/// What a push writes to: the sources, and the login pages with their user fields.
async fn stands(raw: &Raw) -> Result<(Vec<Value>, Vec<Value>)> {
    Ok((raw.list(SOURCES).await?, raw.list(LOGIN_PAGES).await?))
}

async fn source(raw: &Raw) -> Result<Value> {
    raw.list(SOURCES).await?.into_iter().find(|source| source["slug"] == "twitter").context("the source")
}

/// Two people link their X accounts, as visitors do. Returns their user names as a list.
async fn links_two(raw: &Raw) -> Result<String> {
    let source = source(raw).await?;
    let users = raw.list("/api/v3/core/users/").await?;
    let mut names = Vec::new();
    for (user, id) in users.iter().zip(["2244994945", "783214"]) {
        raw.post(LINKS, &json!({ "user": user["pk"], "source": source["pk"], "identifier": id })).await?;
        names.push(user["username"].as_str().context("a name")?.to_owned());
    }
    assert_eq!(names.len(), 2);
    Ok(names.join(", "))
}

/// Everything is as before, except that the source is disabled and no button leads to it.
async fn assert_turned_off(raw: &Raw, before: &Value) -> Result<()> {
    let mut off = before.clone();
    off["enabled"] = json!(false);
    assert_eq!(source(raw).await?, off);
    let stages = raw.list(LOGIN_PAGES).await?;
    let key = before["pk"].to_string();
    assert!(stages.iter().all(|stage| !stage["sources"].to_string().contains(&key)), "{stages:?}");
    Ok(())
}
