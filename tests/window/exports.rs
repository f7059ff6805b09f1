//! The exports of a job: chosen in one menu, shown before they are saved, and nothing is written to the server.

use crate::begins::Begun;
use crate::walk;
use anyhow::{Result, ensure};
use sourcerer_practice::PracticeOptions;
use sourcerer_tests::canary::Canary;
use sourcerer_tests::dialog;
use sourcerer_tests::page::Key;
use sourcerer_tests::requests::is_read;
use std::fs;

const MENU: &str = "Report and exports";

#[tokio::test]
async fn a_blueprint_is_looked_at_and_saved_and_the_report_stands_beside_it() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(()) };
    begun.comes_to_the_review(begun.practice.authentik.base()).await?;
    let (window, log) = (&begun.window, begun.practice.log());
    let writes = || log.all().iter().filter(|asked| !is_read(&asked.method)).count();
    let before = writes();

    window.press(MENU).await?;
    walk::fit_for_everyone(window).await?;
    window.click("menuitem", "Blueprint secret from an environment variable or a file").await?;
    window.see("consumer_secret: !Env X_CLIENT_SECRET").await?;
    walk::fit_for_everyone(window).await?;
    window.click("radio", "File").await?;
    window.see("consumer_secret: !File").await?;
    let folder = begun.session.folder().join("taken");
    fs::create_dir(&folder)?;
    let file = folder.join("x.yaml");
    window.press("Save…").await?;
    dialog::save_file(&file).await?;
    let saved = fs::read_to_string(&file)?;
    ensure!(saved.contains("model: authentik_sources_oauth.oauthsource") && saved.contains("!File"), "{saved}");
    window.key(Key::Escape).await?;

    window.press(MENU).await?;
    window.click("menuitem", "Report HTML, Markdown or JSON, no secrets").await?;
    window.see("# Sign in with X on").await?;
    walk::fit_for_everyone(window).await?;
    window.key(Key::Escape).await?;

    ensure!(writes() == before, "something was written to the server");
    let token = Canary::new(begun.practice.authentik.token().clone());
    ensure!(token.below(&folder)?.is_empty(), "the token is in {saved}");
    begun.ends().await
}
