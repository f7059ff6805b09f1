//! A file is what one head holds. About 400 lines is the aim; this is where a file has long become two.

use super::Fault;
use super::sources::Tree;
use anyhow::Result;

const MOST: usize = 600;

/// Tables, one row an entry, which splitting would only scatter.
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
