//! Another admin's source has the same slug: the review shows it and decides nothing, changing it needs a confirmation,
//! and another source is created without a loss to the existing one.

use crate::begins::{Begun, LINKS, goes_on_to_the_review, links};
use crate::walk;
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::faults::Fault;
use sourcerer_tests::page::Key;

const SOURCES: &str = "/api/v3/sources/oauth/";

#[tokio::test]
async fn a_source_of_the_slug_is_shown_and_another_goes_beside_it() -> Result<()> {
    let Some(begun) = comes_to_the_review().await? else { return Ok(()) };
    let (window, raw) = (&begun.window, begun.raw());
    let before = raw.list(SOURCES).await?;
    let change = change(&begun);

    // It is shown with its changes, and nothing is chosen.
    window.find("heading", "A source “x” already exists and is different").await?;
    window.see("What do you want to do with the existing sources?").await?;
    window.find("heading", "Change the OAuth source “Company X”").await?;
    window.see("Confirm the marked choice first.").await?;
    walk::fit_for_everyone(window).await?;

    // With the keyboard: a change needs this confirmation, and then it could be pushed.
    window.tab_to("radio", &change).await?;
    window.key(Key::Space).await?;
    window.see("Nothing is written yet.").await?;
    window.see_no_more("already exists and is different").await?;
    window.see("Undo can’t restore the old one").await?;
    walk::fit_for_everyone(window).await?;

    // Another source is chosen instead: it gets a free slug, and the values for X's form change with it.
    window.key(Key::Down).await?;
    window.find("heading", "Create the OAuth source “X”").await?;
    window.see("/source/oauth/callback/x-2/").await?;
    window.see_no_more("There is already a source for X").await?;
    walk::fit_for_everyone(window).await?;
    // The choices stay visible, so that another one can be made.
    window.see("Create another source, x-2").await?;

    walk::push(window).await?;
    let after = raw.list(SOURCES).await?;
    assert_eq!(of(&after, "x")?, of(&before, "x")?);
    assert_eq!(of(&after, "x-2")?["enabled"], true);
    assert_eq!(after.len(), before.len() + 1);
    begun.ends().await
}

#[tokio::test]
async fn a_source_of_the_slug_is_changed_on_demand_and_its_people_stay_linked() -> Result<()> {
    let Some(begun) = comes_to_the_review().await? else { return Ok(()) };
    let (window, raw) = (&begun.window, begun.raw());
    let before = raw.list(SOURCES).await?;
    let users = raw.list("/api/v3/core/users/").await?;
    let link = json!({ "user": users[0]["pk"], "source": of(&before, "x")?["pk"], "identifier": "2244994945" });
    raw.post(LINKS, &link).await?;
    let linked = links(&raw).await?;

    window.click("radio", &change(&begun)).await?;
    window.see("Nothing is written yet.").await?;
    let title = window.heading().await?;
    let changes = title.strip_prefix("Review and push ").with_context(|| title.clone())?;
    walk::pushes(&window.audited(), changes).await?;

    let after = raw.list(SOURCES).await?;
    let (was, is) = (of(&before, "x")?, of(&after, "x")?);
    assert_eq!(after.len(), before.len(), "no twin");
    assert_eq!((&is["pk"], &is["provider_type"]), (&was["pk"], &json!("twitter")));
    assert_ne!(is["consumer_key"], was["consumer_key"]);
    assert_eq!(links(&raw).await?, linked);
    begun.ends().await
}

/// The source with this slug.
fn of(all: &[Value], slug: &str) -> Result<Value> {
    all.iter().find(|one| one["slug"] == slug).cloned().with_context(|| format!("no source {slug} in {all:?}"))
}

/// The text of the choice to change the existing source.
fn change(begun: &Begun) -> String {
    let callback = format!("{}/source/oauth/callback", begun.practice.authentik.base());
    format!(
        "Update “Company X” (x) Has the slug you entered. Its callback stays {callback}/x/. All linked users stay linked."
    )
}

/// From Start to stage 5, where the slug that was entered is taken.
async fn comes_to_the_review() -> Result<Option<Begun>> {
    let faults = [Fault::SourceOfAnotherApp].into_iter().collect();
    let Some(begun) = Begun::with(PracticeOptions { faults, ..PracticeOptions::default() }).await? else {
        return Ok(None);
    };
    begun.enters_the_server().await?;
    walk::check_server(&begun.window).await?;
    begun.window.fill("Slug", "x").await?;
    begun.window.see("Company X").await?;
    walk::fit_for_everyone(&begun.window).await?;
    goes_on_to_the_review(&begun.window, &begun.practice).await?;
    Ok(Some(begun))
}
