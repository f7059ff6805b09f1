//! The files that people have on disk: jobs, journals, job files, reports and the last runs of checks, as this version
//! writes them, and as each earlier version has written them. The fixtures are in `tests/fixtures/stored`.

mod every;
mod plain;
mod read;
mod walk;

use anyhow::{Context as _, Result};
use std::fs;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stored");

fn fixture(name: &str) -> Result<String> {
    let path = format!("{FIXTURES}/{name}");
    fs::read_to_string(&path).context(path)
}
