//! What goes wrong is said where it is found: here a Client Secret that X no longer takes, in stage 4.

use crate::walk;
use anyhow::Result;
use sourcerer_tests::browser::Browser;
use sourcerer_tests::display::{chromium, environment};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

#[tokio::test]
async fn an_old_client_secret_is_diagnosed_before_anybody_signs_in() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let Some(chromium) = chromium() else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let browser = Browser::install(&session, &chromium).await?;
    let window = Window::open(&session, &environment).await?;

    walk::practise(&window, "The Client Secret is an old one").await?;
    walk::practice_server(&window).await?;
    walk::names(&window).await?;
    window.click("radio", "Make a new app").await?;
    let values = walk::values(&window).await?;
    window.press("Open the practice portal").await?;
    let opened = browser.opened(&session, &environment).await?;
    let pair = walk::fill_in_portal(opened.page(), &values).await?;
    walk::tick_actions(&window).await?;
    walk::ask_x(&window, &pair, "In memory until Sourcerer closes").await?;

    window.find("heading", "X knows this Client ID but refuses the secret").await?;
    window.see("Usually the secret was regenerated since, or belongs to another app.").await?;
    window.see("Fix the pair, then ask again.").await?;
    // The rail and the window's own title say so too.
    window.see("Secret refused").await?;
    assert!(window.title().await?.starts_with("Error: "), "{}", window.title().await?);
    walk::fit_for_everyone(&window).await?;

    opened.close(&session, &browser).await?;
    window.close(&session).await
}
