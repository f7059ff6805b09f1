//! The notice of newer versions, with a feed on this machine, and files that the desktop hands to the program.

use crate::walk;
use anyhow::{Context as _, Result, ensure};
use sourcerer_tests::display::environment;
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// The key of the samples of the core's own tests.
const KEY: &str = "RWQsbycRR3evdndyDDEHWfv2M3bHr5YPokRoxt2ihffwT57JXQz9g/s8";
const FEED: &str = include_str!("../../src-tauri/core/src/update/samples/good.json");

/// Serves the feed until the test ends. Returns its address, and how often it was asked.
async fn serve() -> Result<(String, Arc<AtomicUsize>)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/feed.json", listener.local_addr()?);
    let asked = Arc::<AtomicUsize>::default();
    let counter = asked.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = vec![0; 8192];
            if stream.read(&mut request).await.is_ok_and(|read| read > 0) {
                counter.fetch_add(1, Ordering::Relaxed);
                let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", FEED.len());
                let _ = stream.write_all(format!("{head}{FEED}").as_bytes()).await;
            }
        }
    });
    Ok((url, asked))
}

#[tokio::test]
async fn newer_versions_are_told_only_to_who_wants_that_and_from_one_request() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let (url, asked) = serve().await?;
    let mut session = Session::start(Keyring::Absent).await?;
    session.set("SOURCERER_FEED", &url);
    session.set("SOURCERER_FEED_KEY", KEY);
    let window = Window::open(&session, &environment).await?;
    window.see("Check for newer versions once a week?").await?;
    walk::fit_for_everyone(&window).await?;
    ensure!(asked.load(Ordering::Relaxed) == 0, "the feed is asked before anybody agreed");
    window.press("Check once a week").await?;
    window.see("Version 9.8.7 is available").await?;
    walk::fit_for_everyone(&window).await?;
    window.close(&session).await?;

    let window = Window::open(&session, &environment).await?;
    window.see("Version 9.8.7 is available").await?;
    window.press("Hide this notice").await?;
    window.see_no_more("Version 9.8.7 is available").await?;
    window.chord(Key::Control, ',').await?;
    window.arrive("Settings").await?;
    window.see("Version 9.8.7 is available.").await?;
    window.click("switch", "Check for newer versions").await?;
    window.see("Sourcerer hasn’t checked for newer versions.").await?;
    window.close(&session).await?;
    ensure!(asked.load(Ordering::Relaxed) == 1, "{asked:?} requests within a week");
    let stored = fs::read_to_string(session.data().join("sourcerer/settings.json")).context("the settings")?;
    ensure!(stored.contains(r#""updates": "never""#) || stored.contains(r#""updates":"never""#), "{stored}");
    Ok(())
}

#[tokio::test]
async fn a_report_that_the_program_is_started_with_is_shown_on_its_page() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let file = session.folder().join("sign-in-with-x-auth.example-2026-12-01.json");
    fs::write(&file, "{\n  \"sourcerer_report\": 2, ")?;
    let window = Window::open_with(&session, &environment, &[&file.display().to_string()]).await?;
    window.arrive("Check a source").await?;
    window.see("This report can’t be opened").await?;
    window.close(&session).await
}
