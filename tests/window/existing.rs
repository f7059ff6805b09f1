//! A source of the same slug that is somebody else's: the review shows it and decides nothing, changing it takes a word,
//! and another one goes beside it, with nothing of the old one lost.

use crate::walk::{self, LONG};
use anyhow::{Context as _, Result};
use secrecy::ExposeSecret as _;
use serde_json::Value;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::{Options, Practice};
use sourcerer_tests::desk::desk;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::raw::Raw;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

#[tokio::test]
async fn a_source_of_the_slug_is_shown_and_another_goes_beside_it() -> Result<()> {
    let Some(desk) = desk()? else { return Ok(()) };
    let faults = [Fault::SourceOfAnotherApp].into_iter().collect();
    let practice = Practice::start(Options { faults, ..Options::default() }).await?;
    let raw = Raw::new(practice.authentik.base(), practice.authentik.token());
    let before = raw.list("/api/v3/sources/oauth/").await?;
    let session = Session::start(Keyring::Unlocked).await?;
    let window = Window::open(&session, &desk).await?;
    comes_to_the_review(&window, &practice).await?;
    let callback = format!("{}/source/oauth/callback", practice.authentik.base());
    let change = format!(
        "Change “Company X”, x It has the slug that you entered. Its callback stays {callback}/x/. Who is linked to it \
         stays linked."
    );

    // It is shown with what would change in it, and nothing is chosen.
    window.find("heading", "A source “x” exists already and differs").await?;
    window.see("What is to become of the sources that are there?").await?;
    window.find("heading", "Change the OAuth source “Company X”").await?;
    window.see("Say yes or no to what is marked.").await?;
    walk::fit_for_everyone(&window).await?;

    // With the keyboard: changing it takes this word, and then it could be pushed.
    window.tab_to("radio", &change).await?;
    window.key(Key::Space).await?;
    window.see("Nothing is written yet.").await?;
    window.see_no_more("exists already and differs").await?;
    window.see("Undo can’t bring the old one back").await?;
    walk::fit_for_everyone(&window).await?;

    // Rather another: the slug is a free one, and what X's form has to hold follows.
    window.key(Key::Down).await?;
    window.find("heading", "Create the OAuth source “X”").await?;
    window.see("/source/oauth/callback/x-2/").await?;
    window.see_no_more("There is a source for X already").await?;
    walk::fit_for_everyone(&window).await?;
    // What is chosen stays in place, so that it can be chosen otherwise.
    window.see("Make another, x-2").await?;

    walk::push(&window).await?;
    let after = raw.list("/api/v3/sources/oauth/").await?;
    let of = |all: &[Value], slug: &str| all.iter().find(|one| one["slug"] == slug).cloned();
    assert_eq!(of(&after, "x").context("the old one")?, of(&before, "x").context("the old one")?);
    assert_eq!(of(&after, "x-2").context("the new one")?["enabled"], true);
    assert_eq!(after.len(), before.len() + 1);

    window.close(&session).await?;
    practice.stop().await;
    Ok(())
}

/// From Start to stage 6, without the test sign-in, which would go to the real X.
async fn comes_to_the_review(window: &Page, practice: &Practice) -> Result<()> {
    window.arrive("What do you want to do?").await?;
    window.follow(walk::SET_UP).await?;
    window.arrive(walk::SERVER).await?;
    window.fill("Address of authentik", practice.authentik.base()).await?;
    window.fill("API token", practice.authentik.token().expose_secret()).await?;
    window.key(Key::Tab).await?;
    window.see("In the keyring").await?;
    walk::check_server(window).await?;
    window.fill("Slug", "x").await?;
    window.see("Company X").await?;
    walk::names(window).await?;
    let pair = practice.register(Vec::new(), String::new());
    let pair =
        walk::Pair { client_id: pair.client_id.clone(), client_secret: pair.client_secret.expose_secret().into() };
    window.press("Continue to Credentials").await?;
    walk::paste(window, &pair, "In the keyring").await?;
    window.chord(Key::Alt, '6').await?;
    window.patient(LONG).see("Compared at").await
}
