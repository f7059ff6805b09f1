//! Pictures of every page and state in the real window, with a contact sheet to look at them.

use crate::run::Run;
use crate::{place, say, window};
use anyhow::{Context as _, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The style of the contact sheet: as many pictures in a row as there is room for, each with its name.
const STYLE: &str = "body{font:14px sans-serif;margin:24px;background:#888}section{margin-bottom:24px}\
div{display:flex;flex-wrap:wrap;gap:12px}img{max-width:360px;display:block}";

/// Takes the pictures with the window's tests, and writes `target/screenshots/index.html`.
pub(crate) fn screenshots() -> Result<()> {
    window::prepare()?;
    let folder = place::built()?.with_file_name("screenshots");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let tests = Run::cargo(&[
        "test",
        "--workspace",
        "--locked",
        "--test",
        "window",
        "--",
        "_has_its_picture_taken",
        "--test-threads=1",
    ]);
    let tests = tests.env("SOURCERER_CLI", place::binary("sourcerer-cli")?).env("SOURCERER_SHOTS", &folder);
    window::on_a_display(tests, &place::binary("sourcerer")?)?.must()?;
    let count = write_sheet(&folder)?;
    say::line(&format!("{count} pictures: {}", folder.join("index.html").display()));
    Ok(())
}

/// Writes the contact sheet of all pictures in the folder, one section for each state, and returns their number.
fn write_sheet(folder: &Path) -> Result<usize> {
    let mut states: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".png") else { continue };
        let state = stem.split_once("--").map_or(stem, |(state, _)| state);
        let state = state.trim_end_matches("-light").trim_end_matches("-dark").to_owned();
        states.entry(state).or_default().push(name);
    }
    let count = states.values().map(Vec::len).sum();
    let sections: String = states.into_iter().map(|(state, names)| section(&state, names)).collect();
    let sheet = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Screenshots</title><style>{STYLE}</style>\n\
         {sections}</html>\n"
    );
    fs::write(folder.join("index.html"), sheet)?;
    Ok(count)
}

/// The pictures of one state.
fn section(state: &str, mut names: Vec<String>) -> String {
    names.sort_unstable();
    let figure = |name: &String| format!("<a href=\"{name}\"><img src=\"{name}\" alt=\"{name}\" loading=\"lazy\"></a>");
    let figures: String = names.iter().map(figure).collect();
    format!("<section id=\"{state}\"><h2>{state}</h2><div>{figures}</div></section>\n")
}
