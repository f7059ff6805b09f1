//! Dependencies point one way, and everything except the window can be built on a bare machine.

use super::Fault;
use super::sources::Tree;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

/// For each package except the window: the packages of this repository that its dependency tree may contain.
const MAY_HOLD: &[(&str, &[&str])] = &[
    ("sourcerer-core", &[]),
    ("sourcerer-practice", &["sourcerer-core"]),
    ("sourcerer-cli", &["sourcerer-core", "sourcerer-practice", TESTS]),
    ("sourcerer-tests", &["sourcerer-core", "sourcerer-practice"]),
    ("xtask", &[]),
];

/// What the terminal's own tests share with the others. The lock file doesn't distinguish them from the program, so its
/// manifest is checked too.
const TESTS: &str = "sourcerer-tests";
const TERMINAL: &str = "src-tauri/cli/Cargo.toml";

/// What only the window may contain: these need system libraries, or bring in Tauri.
const WINDOW_ONLY: &[&str] = &["tauri", "wry", "tao", "gtk", "webkit2gtk", "openssl-sys", "native-tls"];

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    let mut faults = faults(&tree.read("Cargo.lock")?);
    if tree.has(TERMINAL) {
        faults.extend(for_more_than_tests(&tree.read(TERMINAL)?));
    }
    Ok(faults)
}

/// Finds the tests' package outside of the dependencies of tests.
fn for_more_than_tests(manifest: &str) -> Vec<Fault> {
    let mut section = "";
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(manifest.lines()) {
        if line.starts_with('[') {
            section = line;
        }
        if line.contains(TESTS) && section != "[dev-dependencies]" {
            faults.push(Fault::new(TERMINAL, number, format!("{TESTS} is for tests only")));
        }
    }
    faults
}

fn faults(lock: &str) -> Vec<Fault> {
    let packages = packages(lock);
    let mut faults = Vec::new();
    for (package, may_hold) in MAY_HOLD {
        for held in below(&packages, package) {
            let window_only = WINDOW_ONLY.contains(&held) || held.starts_with("tauri-");
            let ours = held.starts_with("sourcerer") && !may_hold.contains(&held);
            if window_only || ours {
                let line =
                    lock.lines().position(|line| line == format!("name = \"{package}\"")).unwrap_or_default() + 1;
                faults.push(Fault::new("Cargo.lock", line, format!("{package} depends on {held}")));
            }
        }
    }
    faults
}

/// The dependencies of each package, from the lock file: it includes all features, targets and tests, so nothing is
/// missed.
fn packages(lock: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut packages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut current = "";
    for line in lock.lines() {
        if let Some(name) = line.strip_prefix("name = \"") {
            current = name.trim_end_matches('"');
            packages.entry(current).or_default();
        } else if let Some(dependency) = line.strip_prefix(" \"") {
            // `"name"` or, if there are several versions, `"name version"`: their trees are combined.
            let name = dependency.split(['"', ' ']).next().unwrap_or_default();
            packages.entry(current).or_default().insert(name);
        }
    }
    packages
}

fn below<'a>(packages: &BTreeMap<&'a str, BTreeSet<&'a str>>, package: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<_> = packages.get(package).into_iter().flatten().copied().collect();
    while let Some(name) = next.pop() {
        if seen.insert(name) {
            next.extend(packages.get(name).into_iter().flatten());
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dependencies: &[(&str, &[&str])], expected: &[&str]) {
        let package = |(name, on): &(&str, &[&str])| {
            let on: Vec<_> = on.iter().map(|name| format!(" \"{name}\",\n")).collect();
            format!("[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\ndependencies = [\n{}]\n", on.concat())
        };
        let lock: Vec<_> = dependencies.iter().map(package).collect();
        assert_eq!(faults(&lock.concat()).into_iter().map(|fault| fault.words).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn tauri_is_found_however_deep() {
        check(
            &[("sourcerer-core", &["a"]), ("a", &["b 2.0.0"]), ("b", &["a", "tauri-utils"]), ("tauri-utils", &[])],
            &["sourcerer-core depends on tauri-utils"],
        );
    }

    #[test]
    fn nobody_depends_on_who_depends_on_them() {
        check(
            &[("sourcerer-core", &["sourcerer-practice"]), ("sourcerer-practice", &["url"]), ("url", &[])],
            &["sourcerer-core depends on sourcerer-practice"],
        );
    }

    #[test]
    fn the_terminal_shares_with_the_tests_in_its_own_tests_only() {
        check(&[("sourcerer-cli", &["sourcerer-tests"]), ("sourcerer-tests", &["url"]), ("url", &[])], &[]);
        let found =
            |manifest: &str| for_more_than_tests(manifest).into_iter().map(|fault| fault.line).collect::<Vec<_>>();
        assert!(
            found("[dependencies]\nurl = \"2\"\n\n[dev-dependencies]\nsourcerer-tests.workspace = true\n").is_empty()
        );
        assert_eq!(found("[dependencies]\nsourcerer-tests.workspace = true\n[dev-dependencies]\n"), [2]);
        assert_eq!(found("[dependencies.sourcerer-tests]\nworkspace = true\n"), [1]);
    }

    #[test]
    fn the_window_may_hold_what_it_needs() {
        check(&[("sourcerer", &["tauri", "sourcerer-core"]), ("tauri", &["gtk"]), ("sourcerer-core", &["url"])], &[]);
    }
}
