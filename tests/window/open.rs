//! The window opens, has no accessibility violation, and leaves nothing behind.

use anyhow::Result;
use sourcerer_tests::display::environment;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

#[tokio::test]
async fn the_window_opens_and_leaves_nothing_behind() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let before = session.processes();

    let window = Window::open(&session, &environment).await?;
    assert_ne!(window.heading().await?, "");
    assert!(window.title().await?.contains("Sourcerer"));
    assert_eq!(window.axe().await?, [] as [String; 0]);
    let picture = window.shot(&session.folder().join("window.png")).await?;
    assert!(!picture.is_blank(), "{picture:?}");

    window.close(&session).await?;
    session.runs_only(&before).await
}
