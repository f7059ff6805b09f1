//! A file is small enough to keep in one's head. The aim is about 400 lines; this is the limit at which a file should
//! have been split.

use super::Fault;
use super::sources::Tree;
use anyhow::Result;

const MOST: usize = 600;

/// Tables with one row for each entry, which shouldn't be split.
const CATALOGUES: &[&str] = &["src-tauri/core/src/diagnosis/catalogue.rs", "src-tauri/core/src/diagnosis/symptom.rs"];

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for below in ["src-tauri", "tests", "xtask", "ui"] {
        for file in tree.files(below, &["rs", "ts", "svelte"])? {
            let lines = file.text.lines().count();
            let catalogue = CATALOGUES.iter().any(|path| file.path == std::path::Path::new(path));
            if lines > MOST && !catalogue && !file.is_generated() {
                faults.push(Fault::new(file.path, lines, format!("{lines} lines, and {MOST} are the most")));
            }
        }
    }
    Ok(faults)
}
