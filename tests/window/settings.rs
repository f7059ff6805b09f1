//! The settings: what is set stays set, reaches what it is for, and the program says what went wrong with itself.

use crate::walk;
use anyhow::{Context as _, Result, ensure};
use sourcerer_tests::display::environment;
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::fs;

#[tokio::test]
async fn what_is_set_stays_set_and_a_proxy_with_a_password_is_never_stored() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.chord(Key::Control, ',').await?;
    window.arrive("Settings").await?;
    window.fill("Port of the test callback in new jobs", "80").await?;
    window.see("Enter a number from 1024 to 65535.").await?;
    window.fill("Port of the test callback in new jobs", "48999").await?;
    window.key(Key::Tab).await?;
    window.click("radio", "Manual").await?;
    window.fill("Proxy address", "http://me:CANARY@proxy.company.example:3128").await?;
    window.key(Key::Tab).await?;
    window.see("A secret is in a field that isn’t secret").await?;
    window.fill("Proxy address", "http://127.0.0.1:9").await?;
    window.key(Key::Tab).await?;
    walk::fit_for_everyone(&window).await?;
    window.click("radio", "Memory only").await?;
    window.close(&session).await?;

    let stored = session.data().join("sourcerer/settings.json");
    let stored = fs::read_to_string(&stored).with_context(|| stored.display().to_string())?;
    ensure!(!stored.contains("CANARY") && stored.contains("127.0.0.1:9"), "{stored}");
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.chord(Key::Control, ',').await?;
    window.arrive("Settings").await?;
    ensure!(window.value("Port of the test callback in new jobs").await? == "48999", "the port isn't kept");
    ensure!(window.value("Proxy address").await? == "http://127.0.0.1:9", "the proxy isn't kept");
    // A new job takes the port, and a token goes to memory although nobody said so for this job.
    window.chord(Key::Control, 'n').await?;
    window.arrive(walk::SERVER).await?;
    window.fill("authentik address", "https://auth.company.example").await?;
    window.fill("API token", "a-token-that-no-server-has").await?;
    window.key(Key::Tab).await?;
    window.see("In memory until Sourcerer closes").await?;
    window.close(&session).await
}

#[tokio::test]
async fn a_crash_is_offered_as_a_report_at_the_next_start_until_it_is_dismissed() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let state = session.folder().join("state/sourcerer");
    fs::create_dir_all(&state)?;
    fs::write(state.join("crash.txt"), "2026-05-04T10:20:30Z\nsrc/place.rs:1:2\nit went wrong\n")?;
    let window = Window::open(&session, &environment).await?;
    window.see("Sourcerer closed unexpectedly last time").await?;
    window.press("Report a problem").await?;
    window.see("src/place.rs:1:2").await?;
    window.see("Web view 2.").await?;
    walk::fit_for_everyone(&window).await?;
    window.key(Key::Escape).await?;
    window.press("Dismiss").await?;
    window.see_no_more("Sourcerer closed unexpectedly last time").await?;
    ensure!(!state.join("crash.txt").exists(), "the note is still there");
    let log = fs::read_to_string(state.join("sourcerer.log"))?;
    ensure!(log.contains("started"), "{log}");
    window.close(&session).await
}
