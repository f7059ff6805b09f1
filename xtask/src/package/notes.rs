//! The notes of a release: the section of its version in CHANGELOG.md.

use super::product;
use crate::{place, say};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;

/// Writes and prints the notes. In a workflow for a tag, the tag has to name the version.
pub(super) fn write(folder: &Path) -> Result<()> {
    if std::env::var("GITHUB_REF_TYPE").is_ok_and(|kind| kind == "tag") {
        let tag = std::env::var("GITHUB_REF_NAME").unwrap_or_default();
        if tag != format!("v{}", product::VERSION) {
            bail!("the tag is {tag}, and the version in Cargo.toml {}", product::VERSION);
        }
    }
    let changes = fs::read_to_string(place::root().join("CHANGELOG.md")).context("CHANGELOG.md")?;
    let Some(notes) = section(&changes, product::VERSION) else {
        bail!("CHANGELOG.md has no section for {}", product::VERSION);
    };
    fs::write(folder.join("notes.md"), format!("{notes}\n"))?;
    say::line(notes);
    Ok(())
}

/// The text below the heading `## [VERSION]`, with or without a date, up to the next heading of its level.
fn section<'a>(changes: &'a str, version: &str) -> Option<&'a str> {
    let heading = format!("\n## [{version}]");
    let (_, after) = changes.split_once(&heading)?;
    let (_, text) = after.split_once('\n')?;
    let text = text.split("\n## ").next()?.trim();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_has_its_own_section_and_no_other() {
        let changes = "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2027-01-01\n\n### Added\n\n- One.\n\n## [1.0.0] - 2026-12-01\n\n- Two.\n";
        assert_eq!(section(changes, "1.1.0"), Some("### Added\n\n- One."));
        assert_eq!(section(changes, "1.0.0"), Some("- Two."));
        assert_eq!(section(changes, "1.0"), None);
        assert_eq!(section(changes, "Unreleased"), None);
    }
}
