//! The layout of every state in the gallery, in the engine of the window's webview: nothing overflows, covers something else or is
//! cut off, and a dialog is as tall as its content.
//!
//! The states come from the gallery (`ui/src/gallery`), which draws them without a program behind them. It is shown in a
//! frame of each size, so that the sizes are exact whatever the window manager does.

mod pictures;
mod site;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use site::Site;
use sourcerer_tests::display::{DisplayServer, environment, skipped};
use sourcerer_tests::page::Page;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::env;
use std::path::PathBuf;

const FRAME: &str = include_str!("frame.html");
const MEASURE: &str = include_str!("measure.js");
const LOAD: &str = include_str!("load.js");
const SHOW: &str = include_str!("show.js");

/// The widths and heights in pixels: as the window opens, small, the smallest, and as it opens at a zoom of 200 %. Each
/// follows a larger one, because a window that gets smaller has shown errors that a new one doesn't.
const SIZES: [(u32, u32); 4] = [(1100, 760), (800, 600), (480, 420), (550, 380)];

/// The dialogs that a state doesn't open by itself: the state, and the beginnings of the names to press one by one.
const DIALOGS: &[(&str, &[&str])] = &[
    ("start", &["More for", "Forget this job"]),
    ("many", &["More for", "Rename job"]),
    ("crashed", &["Report a problem"]),
    ("source-check-found", &["Report"]),
    ("push-review", &["Push 2 changes"]),
    ("push-exports-ready", &["Report and exports", "Report"]),
    ("push-exports-ready", &["Report and exports", "Blueprint"]),
    ("push-exports-unread", &["Report and exports", "Terraform"]),
];

/// The page on which a dialog's state is shown.
fn place_of(state: &str) -> &'static str {
    if state.starts_with("source-check") { "source-check" } else { "job" }
}

/// Opens the gallery in a window of that engine, if there are a display and a gallery.
async fn open(environment: &DisplayServer, session: &Session) -> Result<Option<(Window, Site)>> {
    let Some(folder) = env::var_os("SOURCERER_GALLERY").map(PathBuf::from) else {
        skipped("no gallery is built (SOURCERER_GALLERY)");
        return Ok(None);
    };
    ensure!(folder.join("gallery.html").exists(), "{} holds no gallery", folder.display());
    let site = Site::open(FRAME, folder).await?;
    let window = Window::open_engine(session, environment).await?;
    window.visit(&site.address).await?;
    Ok(Some((window, site)))
}

/// Shows this in all sizes, presses `pressed` before, and returns what is wrong, each with its size.
async fn measure(
    page: &Page,
    shown: &Value,
    theme: &str,
    sizes: &[(u32, u32)],
    pressed: &[&str],
) -> Result<Vec<String>> {
    let arguments = vec![json!(MEASURE), shown.clone(), json!(theme), json!(sizes), json!(pressed)];
    let found = page.resolve(SHOW, arguments).await.with_context(|| shown.to_string())?;
    let found: Vec<String> = serde_json::from_value(found)?;
    Ok(found.into_iter().map(|problem| format!("{shown} {pressed:?} {theme} {problem}")).collect())
}

/// How many tests share the states, so that none comes near the time at which a test is ended.
const PARTS: usize = 3;

/// Measures every third state of the gallery, from this one on.
async fn fit_from(first: usize) -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let Some((window, _site)) = open(&environment, &session).await? else { return Ok(()) };
    let all: Vec<Value> = serde_json::from_value(window.resolve(LOAD, vec![]).await?)?;
    ensure!(all.len() > 150, "the gallery has only {} states", all.len());

    let mut problems = Vec::new();
    for shown in all.iter().skip(first).step_by(PARTS) {
        problems.extend(measure(&window, shown, "light", &SIZES, &[]).await?);
    }
    ensure!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    window.close(&session).await
}

#[tokio::test]
async fn nothing_overflows_overlaps_or_is_cut_in_a_third_of_the_states() -> Result<()> {
    fit_from(0).await
}

#[tokio::test]
async fn nothing_overflows_overlaps_or_is_cut_in_another_third() -> Result<()> {
    fit_from(1).await
}

#[tokio::test]
async fn nothing_overflows_overlaps_or_is_cut_in_the_rest() -> Result<()> {
    fit_from(2).await
}

#[tokio::test]
async fn a_dialog_is_as_tall_as_its_content_and_its_buttons_stay_in_view() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let Some((window, _site)) = open(&environment, &session).await? else { return Ok(()) };
    window.resolve(LOAD, vec![]).await?;

    let mut problems = Vec::new();
    for (state, pressed) in DIALOGS {
        let shown = json!({ "view": "app", "state": state, "place": place_of(state) });
        for theme in ["light", "dark"] {
            problems.extend(measure(&window, &shown, theme, &SIZES, pressed).await?);
        }
    }
    ensure!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    window.close(&session).await
}
