//! A job continues where it was, even after a power failure: without a secret in its file, and without asking for one
//! again.

use crate::real::Server;
use crate::walk;
use anyhow::Result;
use sourcerer_tests::display::environment;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

#[tokio::test]
async fn a_job_goes_on_in_stage_4_after_the_window_was_killed() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Unlocked).await?;
    let server = Server::start().await?;
    let before = session.processes();
    let window = Window::open(&session, &environment).await?;
    server.reach_credentials(&window).await?;
    let pair = server.pair();
    walk::paste(&window, &pair, "In the keyring").await?;

    window.kill(&session).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.see("stage 3 of 6, X app").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Continue 127.0.0.1").await?;

    window.arrive(walk::X_APP).await?;
    assert_eq!(window.value("Client ID").await?, pair.client_id);
    window.see("In the keyring").await?;
    // The confirmed names and the checked server are restored too: nothing has to be done again.
    window.press("Back").await?;
    window.arrive(walk::NAMES).await?;
    window.see("Done").await?;

    window.close(&session).await?;
    server.end(&session, &before, pair).await
}
