//! Closing the window: it closes at once if nothing would be lost, and asks if something would.

use crate::walk;
use anyhow::Result;
use sourcerer_tests::display::environment;
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

/// Presses the button that closes the window.
const CLOSE: &str = "setTimeout(() => [...document.querySelectorAll('button')]
    .find((button) => button.textContent.includes('Close anyway')).click(), 300);
    return true;";

const HOST: &str = "auth.company.example";

#[tokio::test]
async fn the_window_closes_at_once_where_nothing_would_be_lost() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open_with(&session, &environment, &["--practice"]).await?;
    window.arrive(walk::SERVER).await?;
    window.ask_to_close(&session).await?;
    window.ends(&session).await
}

#[tokio::test]
async fn the_window_asks_before_a_secret_that_is_only_in_memory_is_lost() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open(&session, &environment).await?;
    walk::begin_job(&window, HOST).await?;
    walk::enter_token_without_keyring(&window).await?;
    window.press("Keep in memory until Sourcerer closes").await?;
    window.see("In memory until Sourcerer closes").await?;

    window.ask_to_close(&session).await?;
    window.see("Close Sourcerer?").await?;
    window.see(&format!("Secrets of {HOST} are only in memory.")).await?;
    walk::fit_for_everyone(&window).await?;
    // Escape is the safe answer. The window stays as it was, and asks again.
    window.key(Key::Escape).await?;
    window.see("In memory until Sourcerer closes").await?;
    window.ask_to_close(&session).await?;
    window.find("button", "Close anyway").await?;
    // The press is sent from the page, which is gone before a click of WebDriver's could be answered.
    window.ask(CLOSE, Vec::new()).await?;
    window.ends(&session).await
}
