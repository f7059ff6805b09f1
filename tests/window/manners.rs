//! What people expect of any program: nothing that was typed is lost when a page is left, nothing jumps below the
//! pointer, the window is named by what it is about, and the keys for zoom and selection do what they do elsewhere.

use crate::walk;
use anyhow::{Context as _, Result, ensure};
use sourcerer_tests::display::environment;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

/// The server of a job that asks nobody.
const HOST: &str = "auth.company.example";

/// A number that the page computes.
async fn number(window: &Page, script: &str) -> Result<f64> {
    window.ask(script, Vec::new()).await?.as_f64().with_context(|| script.to_owned())
}

#[tokio::test]
async fn a_token_without_a_keyring_waits_and_the_open_job_is_listed_and_named() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open(&session, &environment).await?;
    walk::begin_job(&window, HOST).await?;
    walk::enter_token_without_keyring(&window).await?;

    // The page is left and opened again. The field is empty, since no secret comes back to the page.
    window.chord(Key::Alt, '2').await?;
    window.arrive(walk::NAMES).await?;
    window.chord(Key::Alt, '1').await?;
    window.arrive(walk::SERVER).await?;
    ensure!(window.value("API token").await?.is_empty(), "the token came back");
    window.press("Keep in memory until Sourcerer closes").await?;
    window.see("In memory until Sourcerer closes").await?;

    let title = window.title().await?;
    ensure!(title.ends_with(&format!(" – {HOST} – Sourcerer")), "{title}");
    window.follow("All jobs").await?;
    window.arrive("What do you want to do?").await?;
    window.find("button", &format!("Continue {HOST}")).await?;
    window.close(&session).await
}

/// Where the field below the practice card is.
const TOP: &str = "return [...document.querySelectorAll('label')]
    .find((label) => label.textContent.includes('authentik address')).getBoundingClientRect().top;";

/// Whether an element has the menu of the webview.
const MENU: &str = "getSelection().removeAllRanges();
    return document.querySelector(arguments[0])
        .dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));";

#[tokio::test]
async fn nothing_jumps_and_the_usual_keys_and_menus_are_the_window_s_own() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open_with(&session, &environment, &["--practice"]).await?;
    window.arrive(walk::SERVER).await?;

    // What is below the button stays where it is when the button has done its work.
    window.press("Replace").await?;
    let before = number(&window, TOP).await?;
    window.press("Use the practice token").await?;
    window.see("Token entered").await?;
    let moved = number(&window, TOP).await? - before;
    ensure!(moved.abs() < 1.0, "the page jumps by {moved} px");

    // "Select all" takes the page's own text, and no rail and no button.
    window.ask("document.activeElement?.blur();", Vec::new()).await?;
    window.chord(Key::Control, 'a').await?;
    let selected = window.ask("return getSelection().toString();", Vec::new()).await?;
    let selected = selected.as_str().context("a text")?;
    ensure!(selected.contains(walk::SERVER), "{selected:?}");
    for other in ["All jobs", "Check and continue", "Help"] {
        ensure!(!selected.contains(other), "{other} is in {selected:?}");
    }

    // The webview's menu is there for text only.
    ensure!(window.ask(MENU, vec!["h1".into()]).await? == false, "a heading has the webview's menu");
    ensure!(
        window.ask(MENU, vec!["input:not([type=checkbox], [type=radio])".into()]).await? == true,
        "a field has no menu"
    );

    // The zoom is kept.
    let width = number(&window, "return innerWidth;").await?;
    window.chord(Key::Control, '=').await?;
    window.chord(Key::Control, '=').await?;
    let zoomed = async |window: &Page| {
        window
            .step("see the page larger", async || {
                let now = number(window, "return innerWidth;").await?;
                ensure!((now - width / 1.25).abs() < 3.0, "{now} px are left of {width}");
                Ok(())
            })
            .await
    };
    zoomed(&window).await?;
    window.close(&session).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    zoomed(&window).await?;
    window.chord(Key::Control, '0').await?;
    window
        .step("see the usual size", async || {
            let now = number(&window, "return innerWidth;").await?;
            ensure!((now - width).abs() < 3.0, "{now} px");
            Ok(())
        })
        .await?;
    window.close(&session).await
}

#[tokio::test]
async fn help_and_version_need_no_display() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    for (argument, wanted) in [("--version", "Sourcerer "), ("--help", "Usage: sourcerer [OPTIONS] [JOB FILE]")] {
        let mut command = session.command(&environment.program)?;
        let status = command.arg(argument).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").status().await?;
        let said = session.said("sourcerer");
        ensure!(status.success() && said.contains(wanted), "{argument}: {status}, {said}");
    }
    Ok(())
}
