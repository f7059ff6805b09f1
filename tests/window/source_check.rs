//! Check a source with what a supporter has: a pasted address is parsed, a token distinguishes a disabled source from a
//! missing one, and neither secret is returned to the page. With the keyboard alone.

use crate::walk::{self, LONG};
use anyhow::{Context as _, Result};
use secrecy::ExposeSecret as _;
use serde_json::json;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::display::environment;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::raw::Raw;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

const MORE: &str = "Add an API token or credentials";

#[tokio::test]
async fn a_token_tells_a_disabled_source_from_a_missing_one() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let faults = [Fault::SourceOfAnotherApp].into_iter().collect();
    let practice = Practice::start(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    let (base, token) = (practice.authentik.base().to_owned(), practice.authentik.token().clone());
    let raw = Raw::new(&base, &token);
    raw.patch("/api/v3/sources/oauth/x/", &json!({ "provider_type": "twitter", "enabled": false })).await?;
    let session = Session::start(Keyring::Unlocked).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.follow(walk::CHECK).await?;
    window.arrive("Check a source").await?;

    // A callback as it may be in a ticket: the slug is part of it.
    window.fill("authentik address", &format!("{base}/source/oauth/callback/x/")).await?;
    window.key(Key::Tab).await?;
    window.see("Callback URL of the source “x”.").await?;
    strikes(&window, "Check").await?;
    window.find("heading", "No source “x”").await?;
    window.see("Not checked").await?;
    walk::fit_for_everyone(&window).await?;

    // The token shows which of the two it is.
    opens(&window).await?;
    window.fill("API token", token.expose_secret()).await?;
    window.key(Key::Enter).await?;
    window.see("In memory until Sourcerer closes").await?;
    assert!(!window.source().await?.contains(token.expose_secret()));
    strikes(&window, "Check").await?;
    window.patient(LONG).find("heading", "The source “x” is disabled").await?;
    window.see("Not checked").await?;
    walk::fit_for_everyone(&window).await?;
    // The form is a line now, and Change brings it back.
    window.see("Source x on 127.0.0.1").await?;
    strikes(&window, "Change").await?;

    // The token in the keyring is used again only if the person wants it.
    strikes(&window, "Replace").await?;
    window.tab_to("checkbox", "Save it in the keyring").await?;
    window.key(Key::Space).await?;
    window.fill("API token", token.expose_secret()).await?;
    window.key(Key::Enter).await?;
    window.see("In the keyring, ends").await?;
    strikes(&window, "Replace").await?;
    strikes(&window, "Use the token in the keyring").await?;
    window.see("In the keyring, ends").await?;
    walk::fit_for_everyone(&window).await?;

    // With another slug, the source doesn't exist at all.
    window.fill("Source slug", "nobody").await?;
    window.key(Key::Tab).await?;
    strikes(&window, "Check").await?;
    window.patient(LONG).find("heading", "There is no source “nobody”").await?;
    walk::fit_for_everyone(&window).await?;
    assert!(!window.source().await?.contains(token.expose_secret()));

    window.close(&session).await?;
    practice.stop().await;
    Ok(())
}

/// Opens the further fields with the keyboard.
async fn opens(window: &Page) -> Result<()> {
    strikes(window, MORE).await.context("the way to the token")?;
    window.see("Optional.").await
}

/// Moves to a button with the keyboard, and presses it.
async fn strikes(window: &Page, name: &str) -> Result<()> {
    window.tab_to("button", name).await?;
    window.key(Key::Enter).await
}
