//! A secret that is typed into the window is stored nowhere but in the keyring.

use crate::real::Server;
use crate::walk;
use anyhow::{Result, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_tests::canary::Canary;
use sourcerer_tests::display::environment;
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::fs;

#[tokio::test]
async fn secrets_typed_in_the_window_are_found_nowhere_afterwards() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Unlocked).await?;
    let server = Server::start().await?;
    let before = session.processes();
    let window = Window::open(&session, &environment).await?;
    window.listen().await?;
    // This journey audits the pages of a real job up to stage 3.
    let page = window.audited();
    server.reach_credentials(&page).await?;
    let pair = server.pair();
    walk::paste(&page, &pair, "In the keyring").await?;
    // The request log is the only place that shows whole requests.
    window.chord(Key::Control, 't').await?;
    window.see("Secrets are never logged").await?;
    window.press("GET …/core/users/me/ 200").await?;
    window.see("authorization: Bearer").await?;
    let shown = window.source().await?;

    let token = Canary::new(server.token().expose_secret().into());
    let secret = Canary::new(pair.client_secret.expose_secret().into());
    let heard = window.heard().await?;
    let typed = window.ask("return [...document.querySelectorAll('input')].map((one) => one.value);", vec![]).await?;
    let typed = typed.to_string();
    ensure!(typed.contains(&pair.client_id), "the fields hold {typed}");
    assert!(heard.iter().any(|answer| answer.contains(&pair.client_id)), "the answers aren't heard: {heard:?}");
    for canary in [&token, &secret] {
        assert_eq!(canary.in_text("the page", shown.as_bytes()), []);
        assert_eq!(canary.in_text("the core's answers", heard.join("\n").as_bytes()), []);
        assert_eq!(canary.in_text("the fields", typed.as_bytes()), []);
    }
    window.close(&session).await?;
    // What follows finds nothing in the log only if the log is there.
    let log = fs::read_to_string(session.folder().join("state/sourcerer/sourcerer.log"))?;
    ensure!(log.contains("/core/users/me/"), "the log has no request: {log}");
    server.end(&session, &before, pair).await
}
