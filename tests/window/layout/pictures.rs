//! Pictures of every state in the gallery and of the dialogs, for people to look at. They are taken only if
//! `SOURCERER_SHOTS` is the path of a folder.

use super::{DIALOGS, LOAD, SHOW, open, place_of};
use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use sourcerer_tests::display::{environment, skipped};
use sourcerer_tests::page::Page;
use sourcerer_tests::session::{Keyring, Session};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const RESIZE: &str = include_str!("resize.js");

/// The sizes of the pictures, which are those that the design is made for.
const SIZES: [(u32, u32); 3] = [(1100, 760), (800, 600), (480, 420)];

/// A name for a file, of what is shown and what was pressed.
fn name(shown: &Value, pressed: &[&str]) -> String {
    let parts = ["view", "place", "state", "case"].iter().filter_map(|part| shown.get(part)?.as_str());
    let words = parts.chain(pressed.iter().copied()).collect::<Vec<_>>().join("-");
    words.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

async fn take(page: &Page, folder: &Path, shown: &Value, pressed: &[&str]) -> Result<()> {
    let arguments = vec![Value::Null, shown.clone(), json!("light"), json!(SIZES), json!(pressed)];
    let problems = page.resolve(SHOW, arguments).await.with_context(|| shown.to_string())?;
    ensure!(problems == json!([]), "{shown}: {problems}");
    for (width, height) in SIZES {
        for theme in ["light", "dark"] {
            page.resolve(RESIZE, vec![json!(theme), json!(width), json!(height)]).await?;
            let file = format!("{}--{width}x{height}-{theme}.png", name(shown, pressed));
            page.shot_of(width, height, &folder.join(file)).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_state_has_its_picture_taken() -> Result<()> {
    let Some(folder) = env::var_os("SOURCERER_SHOTS").map(PathBuf::from) else {
        skipped("no pictures are wanted (SOURCERER_SHOTS=folder)");
        return Ok(());
    };
    let Some(environment) = environment()? else { return Ok(()) };
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let session = Session::start(Keyring::Absent).await?;
    let Some((window, _site)) = open(&environment, &session).await? else { return Ok(()) };
    // The largest size has to fit into the window.
    window.resize(1280, 1000).await?;
    let all: Vec<Value> = serde_json::from_value(window.resolve(LOAD, vec![]).await?)?;

    // A developer who works on one page doesn't wait for all of them.
    let wanted = env::var("SOURCERER_SHOTS_OF").unwrap_or_default();
    for shown in all.iter().filter(|shown| name(shown, &[]).contains(&wanted)) {
        take(&window, &folder, shown, &[]).await?;
    }
    for (state, pressed) in DIALOGS.iter().filter(|(state, _)| state.contains(&wanted)) {
        let shown = json!({ "view": "app", "state": state, "place": place_of(state) });
        take(&window, &folder, &shown, pressed).await?;
    }
    window.close(&session).await
}
