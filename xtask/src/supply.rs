//! `cargo xtask supply`: whether what others provide is what the lock files say, allowed, and free of known weaknesses.
//!
//! It needs the network, and building cargo-deny takes minutes, so it is no step of `cargo xtask test`. The checks of the
//! lock files alone are tests, too.

use crate::run::Run;
use crate::{page, place, say};
use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::fs;
use std::process::ExitCode;

pub(crate) fn supply() -> Result<ExitCode> {
    say::heading("lock files");
    Run::cargo(&["fetch", "--locked"]).must()?;
    Run::npm(&["ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).must()?;
    let mut problems = crates_of_the_lock()?;
    problems.extend(packages_of_the_lock()?);

    say::heading("crates, licenses and sources that are allowed");
    if !Run::cargo(&["deny", "--version"]).passes() {
        Run::cargo(&["install", "--locked", "cargo-deny"]).must()?;
    }
    if !Run::cargo(&["deny", "check", "bans", "licenses", "sources"]).status()?.success() {
        problems.push("cargo-deny refuses something".to_owned());
    }

    say::heading("known weaknesses");
    if Run::cargo(&["deny", "fetch", "db"]).passes() {
        if !Run::cargo(&["deny", "check", "advisories"]).status()?.success() {
            problems.push("RustSec knows weaknesses of crates".to_owned());
        }
    } else {
        say::line("skipped: the database of RustSec can't be reached.");
    }
    page::install()?;
    let ask = |arguments: &[&str]| Run::npm(arguments).args(&["--fetch-retries=0", "--fetch-timeout=30000"]);
    let report = ask(&["audit", "--json"]).output()?;
    match known_weaknesses(&report) {
        Some(0) => say::line("npm knows no weakness of the page's packages."),
        Some(count) => problems.push(format!("npm knows {count} weaknesses of the page's packages")),
        None => say::line("skipped: npm's list of weaknesses can't be reached."),
    }
    let signatures = ask(&["audit", "signatures"]).told()?;
    if !signatures.fine {
        let is_refused = signatures.lines.iter().any(|line| line.contains("invalid") || line.contains("missing"));
        if is_refused {
            problems.push("signatures of npm packages are invalid or missing".to_owned());
        } else {
            say::line("skipped: npm's keys can't be reached.");
        }
    }

    for problem in &problems {
        say::problem(problem);
    }
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many weaknesses the report of `npm audit --json` counts; `None` if it has no count because npm got no answer.
fn known_weaknesses(report: &str) -> Option<u64> {
    let report: Value = serde_json::from_str(report).ok()?;
    report["metadata"]["vulnerabilities"]["total"].as_u64()
}

/// The crates of the lock file that come from elsewhere than crates.io, or without a checksum.
fn crates_of_the_lock() -> Result<Vec<String>> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock")).context("Cargo.lock")?;
    Ok(crates(&lock))
}

fn crates(lock: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
            Some(line.trim_end_matches('"'))
        };
        let name = value("name").unwrap_or_default();
        // Packages of this repository have no source.
        let Some(source) = value("source") else { continue };
        if source != "registry+https://github.com/rust-lang/crates.io-index" {
            problems.push(format!("Cargo.lock: {name} comes from {source}"));
        }
        if value("checksum").is_none() {
            problems.push(format!("Cargo.lock: {name} has no checksum"));
        }
    }
    problems
}

/// The same for the page's packages.
fn packages_of_the_lock() -> Result<Vec<String>> {
    let lock = fs::read_to_string(place::page().join("package-lock.json")).context("ui/package-lock.json")?;
    packages(&lock)
}

fn packages(lock: &str) -> Result<Vec<String>> {
    let lock: Value = serde_json::from_str(lock)?;
    let Some(packages) = lock["packages"].as_object() else { bail!("ui/package-lock.json lists no packages") };
    let mut problems = Vec::new();
    // The entry without a name is the page itself.
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        // npm may leave the address out; then it is the registry's own.
        let address = package["resolved"].as_str();
        if address.is_some_and(|address| !address.starts_with("https://registry.npmjs.org/")) {
            problems.push(format!("ui/package-lock.json: {path} doesn't come from npm's registry"));
        }
        if !package["integrity"].as_str().is_some_and(|sum| sum.starts_with("sha512-")) {
            problems.push(format!("ui/package-lock.json: {path} has no SHA-512 checksum"));
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_files_of_this_repository_are_complete() {
        assert_eq!(crates_of_the_lock().unwrap(), Vec::<String>::new());
        assert_eq!(packages_of_the_lock().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn what_comes_from_elsewhere_or_without_a_checksum_is_found() {
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        let lock = format!(
            "version = 4\n\n[[package]]\nname = \"own\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"a\"\nsource = \"{registry}\"\nchecksum = \"00\"\n\n\
             [[package]]\nname = \"b\"\nsource = \"git+https://x.invalid/b\"\n"
        );
        let found = ["Cargo.lock: b comes from git+https://x.invalid/b", "Cargo.lock: b has no checksum"];
        assert_eq!(crates(&lock), found);
        let lock = r#"{"packages":{"":{"name":"ui"},"node_modules/a":{"resolved":"https://registry.npmjs.org/a/-/a-1.tgz",
            "integrity":"sha512-x"},"node_modules/b":{"resolved":"git+ssh://x.invalid/b"},"node_modules/c":{"integrity":"sha512-x"}}}"#;
        let found = packages(lock).unwrap();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|problem| problem.contains("node_modules/b")), "{found:?}");
    }

    #[test]
    fn no_answer_of_npm_is_not_a_clean_one() {
        assert_eq!(known_weaknesses(r#"{"metadata":{"vulnerabilities":{"total":2}}}"#), Some(2));
        assert_eq!(known_weaknesses(r#"{"message":"request failed","error":{}}"#), None);
        assert_eq!(known_weaknesses(""), None);
    }
}
