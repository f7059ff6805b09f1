//! Screenshots of the stages in the real window, in light and dark, for the documents. They are taken only if
//! `SOURCERER_SHOTS` is the path of a folder.

use crate::walk;
use anyhow::{Context as _, Result};
use sourcerer_tests::browser::Browser;
use sourcerer_tests::display::{chromium, environment, skipped};
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// A screenshot of the page in each theme, from its top and without a visible focus.
async fn shoot(window: &Page, folder: &Path, name: &str) -> Result<()> {
    // Settings decides the theme; here the test sets it on the page in the same way.
    for theme in ["dark", "light"] {
        let script = "document.documentElement.dataset.theme = arguments[0]; document.activeElement?.blur();
            document.querySelector('main')?.scrollTo(0, 0);";
        window.ask(script, vec![theme.into()]).await?;
        // Waits until the colors have changed.
        window.axe().await?;
        window.shot(&folder.join(format!("{name}-{theme}.png"))).await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_stage_has_its_picture_taken() -> Result<()> {
    let Some(folder) = env::var_os("SOURCERER_SHOTS").map(PathBuf::from) else {
        skipped("no pictures are wanted (SOURCERER_SHOTS=folder)");
        return Ok(());
    };
    let Some(environment) = environment()? else { return Ok(()) };
    let Some(chromium) = chromium() else { return Ok(()) };
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let session = Session::start(Keyring::Absent).await?;
    let browser = Browser::install(&session, &chromium).await?;
    let window = Window::open(&session, &environment).await?;

    window.arrive("What do you want to do?").await?;
    shoot(&window, &folder, "start").await?;
    window.chord(Key::Control, ',').await?;
    window.arrive("Settings").await?;
    shoot(&window, &folder, "settings").await?;
    window.press("Report a problem").await?;
    window.see("This is the whole report.").await?;
    shoot(&window, &folder, "problem").await?;
    window.press("Close").await?;
    window.follow("Start").await?;
    window.arrive("What do you want to do?").await?;
    walk::practise(&window).await?;
    walk::practice_server(&window).await?;
    shoot(&window, &folder, "2-names").await?;
    window.press("Back").await?;
    window.arrive(walk::SERVER).await?;
    shoot(&window, &folder, "1-server").await?;
    window.press("Continue to Names").await?;
    walk::names(&window).await?;
    let values = walk::values(&window).await?;
    shoot(&window, &folder, "3-xapp").await?;
    window.press("Open the practice portal").await?;
    let opened = browser.opened(&session, &environment).await?;
    let pair = walk::fill_in_portal(opened.page(), &values).await?;
    opened.page().shot(&folder.join("portal.png")).await?;
    walk::to_the_last_step(&window).await?;
    walk::ask_x(&window, &pair, "In memory until Sourcerer closes").await?;
    shoot(&window, &folder, "3-credentials").await?;
    window.press("Continue to Test sign-in").await?;
    walk::sign_in(&window, &opened).await?;
    shoot(&window, &folder, "4-signin").await?;
    window.press("Continue to Review").await?;
    window.arrive("Review and push 2 changes").await?;
    shoot(&window, &folder, "5-push").await?;
    walk::push(&window).await?;
    shoot(&window, &folder, "5-pushed").await?;
    window.press("Continue to Verify").await?;
    walk::verify(&window, &opened).await?;
    shoot(&window, &folder, "6-verify").await?;

    opened.close(&session, &browser).await?;
    window.close(&session).await
}
