//! A server whose certificate is from a private CA. It is refused at first, in stage 1 and in Check a source, and
//! trusted with the CA's file, for this server alone.

use crate::begins::Begun;
use crate::walk;
use anyhow::{Context as _, Result};
use sourcerer_practice::PracticeOptions;
use sourcerer_tests::dialog;
use sourcerer_tests::page::{Key, Page};
use std::fs;
use std::path::Path;

const REFUSED: &str = "This computer doesn’t trust the TLS certificate of 127.0.0.1";

#[tokio::test]
async fn a_private_ca_is_refused_until_its_file_is_chosen() -> Result<()> {
    let options = PracticeOptions { tls: true, ..PracticeOptions::default() };
    let Some(begun) = Begun::with(options).await? else { return Ok(()) };
    let Begun { practice, session, window, .. } = &begun;
    let base = practice.authentik.base();
    let ca = session.folder().join("home").join("Private_CA-1.pem");
    fs::copy(practice.authentik.ca_file().context("a CA")?, &ca)?;

    // Stage 1: the server check ends at the certificate, before the token is sent.
    begun.enters_the_server().await?;
    window.press("Check and continue").await?;
    window.find("heading", REFUSED).await?;
    window.see("Connection to 127.0.0.1 failed").await?;
    walk::fit_for_everyone(window).await?;
    assert_eq!(practice.log().all(), []);
    chooses(window, &ca).await?;
    window.see_no_more(REFUSED).await?;
    walk::check_server(&window.audited()).await?;

    // Check a source: the same, with its own file.
    window.follow("All jobs").await?;
    window.arrive("What do you want to do?").await?;
    let asked = practice.log().all().len();
    window.follow(walk::CHECK).await?;
    window.arrive("Check a source").await?;
    window.fill("authentik address", base).await?;
    window.press("Enter the slug yourself").await?;
    window.fill("Source slug", practice.authentik.slug()).await?;
    window.press("Check").await?;
    window.find("heading", REFUSED).await?;
    window.see("Connection to 127.0.0.1 failed").await?;
    walk::fit_for_everyone(window).await?;
    assert_eq!(practice.log().all().len(), asked);
    chooses(window, &ca).await?;
    window.see_no_more(REFUSED).await?;
    window.press("Check").await?;
    window.see("No source “x”").await?;
    window.see("Not checked").await?;
    window.see("Connection to 127.0.0.1").await?;
    walk::fit_for_everyone(window).await?;

    begun.ends().await
}

/// Chooses the file with the banner's button, in the system's own dialog.
async fn chooses(window: &Page, ca: &Path) -> Result<()> {
    window.tab_to("button", "Choose a CA file…").await?;
    window.key(Key::Enter).await?;
    dialog::choose_file(ca).await
}
