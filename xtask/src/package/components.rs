//! Everything of other people's that the programs contain: crates, packages of the page, fonts.

use super::programs::SHIPPED;
use crate::place;
use crate::run::Run;
use anyhow::{Context as _, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// One crate or npm package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Component {
    pub(super) registry: Registry,
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression.
    pub(super) license: String,
    /// The texts of its licenses, as its authors ship them.
    pub(super) texts: Vec<String>,
    /// What the lock file says about its archive: the algorithm by CycloneDX's name, and the value in hexadecimal.
    pub(super) hash: Option<(&'static str, String)>,
    /// Whether only the compiler runs it, as it does a macro.
    pub(super) build_only: bool,
    /// What it uses itself, by name and version.
    pub(super) uses: BTreeSet<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Registry {
    Cargo,
    Npm,
}

impl Component {
    /// The address of a package in its registry's name space, as CycloneDX and others write it.
    pub(super) fn purl(&self) -> String {
        match self.registry {
            Registry::Cargo => format!("pkg:cargo/{}@{}", self.name, self.version),
            Registry::Npm => format!("pkg:npm/{}@{}", self.name.replace('@', "%40"), self.version),
        }
    }
}

/// The programs that are shipped, by the names of their packages.
const PROGRAMS: [&str; 2] = ["sourcerer", "sourcerer-cli"];

/// The crates of both programs on this machine's target, without those that only tests use.
pub(super) fn crates() -> Result<Vec<Component>> {
    let triple = host()?;
    crates_on(&triple, &["--filter-platform", &triple])
}

/// The crates of both programs on any system.
pub(super) fn crates_of_all_systems() -> Result<Vec<Component>> {
    crates_on("all", &[])
}

fn crates_on(target: &str, filter: &[&str]) -> Result<Vec<Component>> {
    let tree = ["tree", "--edges", "normal", "--prefix", "depth", "--format", "{p}"];
    let tree = Run::cargo(&tree).args(SHIPPED).args(&["--locked", "--offline", "--target", target]);
    let graph = Graph::parse(&tree.answer().context("cargo tree failed")?);
    let whole = graph.below(&PROGRAMS, true);
    let linked = graph.below(&PROGRAMS, false);

    let metadata = Run::cargo(&["metadata", "--format-version", "1", "--locked", "--offline"]).args(filter);
    let metadata: Value = serde_json::from_str(&metadata.answer().context("cargo metadata failed")?)?;
    let lock = fs::read_to_string(place::root().join("Cargo.lock")).context("Cargo.lock")?;
    let checksums = checksums(&lock);
    let mut crates = Vec::new();
    for package in metadata["packages"].as_array().context("cargo metadata lists no packages")? {
        let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
        let key = (text("name"), text("version"));
        if package["source"].is_null() || !whole.contains(&key) {
            continue;
        }
        let folder = Path::new(package["manifest_path"].as_str().unwrap_or_default()).parent();
        crates.push(Component {
            registry: Registry::Cargo,
            license: expression(&text("license")),
            texts: texts(folder.context("a manifest is in a folder")?)?,
            hash: checksums.get(&key).map(|sum| ("SHA-256", sum.clone())),
            build_only: !linked.contains(&key),
            uses: graph.uses.get(&key).cloned().unwrap_or_default(),
            name: key.0,
            version: key.1,
        });
    }
    crates.sort();
    Ok(crates)
}

/// The target that this machine's compiler makes programs for.
pub(super) fn host() -> Result<String> {
    let said = Run::new("rustc").args(&["--version", "--verbose"]).answer().context("rustc failed")?;
    Ok(said.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?.to_owned())
}

/// Older manifests separate alternatives by a slash, which SPDX doesn't know.
fn expression(license: &str) -> String {
    let parts: Vec<_> = license.split('/').map(str::trim).collect();
    parts.join(" OR ")
}

/// The files with licenses in a crate's folder.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let is_license = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let names = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
        path.is_file() && names.iter().any(|start| name.starts_with(start))
    };
    let files = paths.iter().filter(is_license);
    files.map(|path| fs::read_to_string(path).with_context(|| path.display().to_string())).collect()
}

/// The checksum of each crate's archive.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let mut sums = BTreeMap::new();
    for package in lock.split("[[package]]") {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
            Some(line.trim_end_matches('"').to_owned())
        };
        if let (Some(name), Some(version), Some(sum)) = (value("name"), value("version"), value("checksum")) {
            sums.insert((name, version), sum);
        }
    }
    sums
}

/// Which crate uses which, from `cargo tree --prefix depth`. It resolves features as the build does, without those that
/// only tests need; `cargo metadata` doesn't.
#[derive(Default)]
struct Graph {
    uses: BTreeMap<(String, String), BTreeSet<(String, String)>>,
    macros: BTreeSet<(String, String)>,
}

impl Graph {
    fn parse(tree: &str) -> Self {
        let mut graph = Self::default();
        let mut above: Vec<(String, String)> = Vec::new();
        for line in tree.lines() {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let Ok(depth) = line[..digits].parse::<usize>() else { continue };
            let mut words = line[digits..].split(' ');
            let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
            let key = (name.to_owned(), version.trim_start_matches('v').to_owned());
            if line.contains("(proc-macro)") {
                graph.macros.insert(key.clone());
            }
            above.truncate(depth);
            if let Some(user) = above.last() {
                graph.uses.entry(user.clone()).or_default().insert(key.clone());
            }
            above.push(key);
        }
        graph
    }

    /// All crates below these, with or without macros and what only macros use.
    fn below(&self, names: &[&str], with_macros: bool) -> BTreeSet<(String, String)> {
        let mut seen = BTreeSet::new();
        let mut next: Vec<_> = self.uses.keys().filter(|(name, _)| names.contains(&name.as_str())).collect();
        while let Some(key) = next.pop() {
            if (with_macros || !self.macros.contains(key)) && seen.insert(key.clone()) {
                next.extend(self.uses.get(key).into_iter().flatten());
            }
        }
        seen
    }
}

/// The npm packages whose code or fonts the page contains.
pub(super) fn page() -> Result<Vec<Component>> {
    let run = Run::new("node").args(&["../packaging/bundled.mjs"]).inside(place::page());
    let bundled: Value = serde_json::from_str(&run.answer().context("packaging/bundled.mjs failed")?)?;
    let lock = fs::read_to_string(place::page().join("package-lock.json")).context("ui/package-lock.json")?;
    let lock: Value = serde_json::from_str(&lock)?;
    let mut packages = Vec::new();
    for package in bundled.as_array().context("packaging/bundled.mjs printed no list")? {
        let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
        let locked = &lock["packages"][format!("node_modules/{}", text("name"))];
        let used = locked["dependencies"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
        packages.push(Component {
            registry: Registry::Npm,
            name: text("name"),
            version: text("version"),
            license: text("identifier"),
            texts: Some(text("text")).into_iter().filter(|text| !text.is_empty()).collect(),
            hash: locked["integrity"].as_str().and_then(integrity).map(|sum| ("SHA-512", sum)),
            build_only: false,
            uses: used.map(|name| (name, String::new())).collect(),
        });
    }
    // Of what a package may use, only what is bundled is part of the page.
    let bundled: BTreeMap<_, _> = packages.iter().map(|one| (one.name.clone(), one.version.clone())).collect();
    for package in &mut packages {
        let uses = std::mem::take(&mut package.uses).into_iter();
        package.uses = uses.filter_map(|(name, _)| Some((name.clone(), bundled.get(&name)?.clone()))).collect();
    }
    packages.sort();
    Ok(packages)
}

/// `sha512-` and Base64, as npm writes it, in hexadecimal.
fn integrity(value: &str) -> Option<String> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut bits, mut count) = (String::new(), 0_u32, 0);
    for digit in value.strip_prefix("sha512-")?.trim_end_matches('=').bytes() {
        let place = ALPHABET.iter().position(|known| *known == digit)?;
        bits = (bits << 6) | u32::try_from(place).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            write!(out, "{:02x}", (bits >> count) & 0xff).ok()?;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str, version: &str) -> (String, String) {
        (name.to_owned(), version.to_owned())
    }

    #[test]
    fn what_only_macros_use_is_told_apart() {
        let tree = "0sourcerer v0.1.0 (/s)\n1url v2.5.0\n2serde v1.0.0\n3derive v1.0.0 (proc-macro)\n4syn v2.0.0\n\n\
                    0sourcerer-tests v0.1.0 (/t)\n1png v0.18.0\n";
        let graph = Graph::parse(tree);
        let whole = graph.below(&["sourcerer"], true);
        assert!(whole.contains(&key("syn", "2.0.0")) && !whole.contains(&key("png", "0.18.0")));
        let linked = graph.below(&["sourcerer"], false);
        assert!(linked.contains(&key("serde", "1.0.0")) && !linked.contains(&key("syn", "2.0.0")));
        assert_eq!(graph.uses[&key("url", "2.5.0")], BTreeSet::from([key("serde", "1.0.0")]));
    }

    #[test]
    fn the_lock_files_sums_are_read() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"00ff\"\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";
        assert_eq!(checksums(lock), BTreeMap::from([(key("a", "1.0.0"), "00ff".to_owned())]));
        assert_eq!(integrity("sha512-AP8Q").as_deref(), Some("00ff10"));
        assert_eq!(integrity("sha1-AP8Q"), None);
    }

    #[test]
    fn licenses_are_spdx_expressions() {
        assert_eq!(expression("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(expression("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(expression("MIT OR Apache-2.0"), "MIT OR Apache-2.0");
    }
}
