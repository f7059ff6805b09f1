//! The machine: what it has, and what can be installed.

pub(crate) mod apt;
pub(crate) mod needs;
pub(crate) mod release;
pub(crate) mod supply;

use crate::place;
use crate::run::Run;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::PathBuf;

/// Whether there is a display for a window.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Fails on a machine without Node, or with an older one than the page's tools require.
pub(crate) fn node() -> Result<()> {
    let package = fs::read_to_string(place::page().join("package.json")).context("ui/package.json")?;
    let needed = node_needed(&package).context("ui/package.json doesn't say which \"node\" it needs (\">=20.1\")")?;
    let (major, minor) = needed;
    let Some(said) = Run::new("node").args(&["--version"]).answer() else {
        bail!("Node {major}.{minor} or newer is needed to build the page; there is none");
    };
    if node_version(&said).is_none_or(|version| version < needed) {
        bail!("Node {major}.{minor} or newer is needed to build the page; this is {}", said.trim());
    }
    Ok(())
}

/// Parses the version in a line `"node": ">=20.20"` of the page's package file.
fn node_needed(package: &str) -> Option<(u32, u32)> {
    let (_, after) = package.split_once("\"node\"")?;
    let (_, version) = after.split_once(">=")?;
    two_numbers(version.split('"').next()?)
}

/// Parses the output of `node --version`: `v20.20.2`.
fn node_version(said: &str) -> Option<(u32, u32)> {
    two_numbers(said.trim().strip_prefix('v')?)
}

fn two_numbers(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// The path of a program, if it is in PATH.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A Chromium that tests can control, together with its driver.
///
/// Ubuntu's Chromium is a snap, which can neither read a profile in the temporary folder nor run where snaps don't.
/// Tests can't control it, even if it is installed.
pub(crate) fn chromium() -> Option<PathBuf> {
    program("chromedriver")?;
    let chromium = program("chromium")?;
    let snap = chromium.canonicalize().ok()?.components().any(|part| part.as_os_str() == "snap");
    (!snap && Run::new(&chromium).args(&["--version"]).passes()).then_some(chromium)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_version_is_read_from_what_it_says() {
        let rows = [("v20.20.2\n", Some((20, 20))), ("v18.19.0", Some((18, 19))), ("20.1", None), ("", None)];
        for (said, version) in rows {
            assert_eq!(node_version(said), version, "{said:?}");
        }
    }

    #[test]
    fn the_node_that_the_page_needs_is_read_from_its_package_file() {
        let rows = [
            ("{\n  \"engines\": {\n    \"node\": \">=20.20\"\n  }\n}", Some((20, 20))),
            ("{\"engines\":{\"node\":\">=22.12.0\"}}", Some((22, 12))),
            ("{\"engines\":{\"node\":\"20\"}}", None),
            ("{}", None),
        ];
        for (package, version) in rows {
            assert_eq!(node_needed(package), version, "{package}");
        }
    }
}
