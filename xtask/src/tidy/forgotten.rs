//! A Rust file that no `mod` refers to is never compiled, and a test in it never fails.

use super::sources::{Source, Tree};
use super::{Fault, rust};
use anyhow::Result;
use std::path::Path;

pub(super) fn rule(tree: &Tree) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for below in ["src-tauri", "xtask"] {
        faults.extend(unnamed(&tree.files(below, &["rs"])?));
    }
    let tests = tree.files("tests", &["rs"])?;
    faults.extend(unnamed(&tests));
    if tree.has("tests/Cargo.toml") {
        faults.extend(unlisted(&tests, &tree.read("tests/Cargo.toml")?));
    }
    Ok(faults)
}

/// Finds files that their module's file doesn't declare.
fn unnamed(files: &[Source]) -> Vec<Fault> {
    let known = |path: &Path| is_root(path, files) || is_named(path, files) || is_included(path, files);
    let forgotten = files.iter().filter(|file| !known(&file.path));
    forgotten.map(|file| Fault::new(&file.path, 1, "no `mod` names this file")).collect()
}

/// Finds binaries of the tests' package that its manifest doesn't list: cargo looks for them elsewhere.
fn unlisted(files: &[Source], manifest: &str) -> Vec<Fault> {
    let mains = files.iter().filter(|file| file.path.ends_with("main.rs") && !file.path.ends_with("src/main.rs"));
    let path =
        |file: &Source| file.path.strip_prefix("tests").unwrap_or(&file.path).to_string_lossy().replace('\\', "/");
    let unlisted = mains.filter(|file| !manifest.contains(&format!("path = \"{}\"", path(file))));
    unlisted.map(|file| Fault::new(&file.path, 1, "tests/Cargo.toml doesn't list this binary")).collect()
}

/// Whether cargo finds the file by itself.
fn is_root(path: &Path, files: &[Source]) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let folder = path.parent().unwrap_or(path);
    // A folder of binaries with one file each has no module file.
    let has = |name| files.iter().any(|file| file.path == folder.join(name));
    let lone = ["tests", "benches", "examples", "bin"].iter().any(|of| folder.ends_with(of)) && !has("mod.rs");
    matches!(name, "main.rs" | "lib.rs" | "build.rs") || lone
}

fn is_named(path: &Path, files: &[Source]) -> bool {
    let (Some(name), Some(folder)) = (path.file_stem(), path.parent()) else { return true };
    // `a/mod.rs` is declared next to the folder `a`, and `a/b.rs` inside it.
    let (name, folder) = if name == "mod" {
        (folder.file_name().unwrap_or_default(), folder.parent().unwrap_or(folder))
    } else {
        (name, folder)
    };
    let name = name.to_string_lossy();
    let beside = folder.with_extension("rs");
    let parents = ["main.rs", "lib.rs", "mod.rs"].map(|parent| folder.join(parent));
    let mut parents = files.iter().filter(|file| parents.contains(&file.path) || file.path == beside);
    parents.any(|parent| names(&rust::code(&parent.text), &name))
}

/// Whether `include!("…")` or `#[path = "…"]` in another file refers to it.
fn is_included(path: &Path, files: &[Source]) -> bool {
    let brings = |text: &str, start| {
        let mut quoted = text.split(start).skip(1).filter_map(|rest| rest.split('"').next());
        quoted.any(|quoted: &str| path.ends_with(quoted.trim_start_matches("../")))
    };
    files.iter().any(|file| brings(&file.text, "include!(\"") || brings(&file.text, "#[path = \""))
}

fn names(code: &str, module: &str) -> bool {
    let mut mods = code.match_indices("mod ").filter(|(at, _)| !rust::ends_in_word(&code[..*at]));
    mods.any(|(at, found)| {
        let name = rust::word(code[at + found.len()..].trim_start());
        name == module || name.strip_prefix("r#") == Some(module)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Vec<Source> {
        files.iter().map(|(path, text)| Source { path: path.into(), text: (*text).to_owned() }).collect()
    }

    fn check(tree: &[(&str, &str)], forgotten: &[&str]) {
        let found: Vec<_> = unnamed(&files(tree)).into_iter().map(|fault| fault.file).collect();
        assert_eq!(found, forgotten.iter().map(Path::new).collect::<Vec<_>>());
    }

    #[test]
    fn a_file_that_no_module_names_is_found() {
        check(
            &[("tests/e2e/main.rs", "mod a; // mod b;"), ("tests/e2e/a.rs", ""), ("tests/e2e/b.rs", "")],
            &["tests/e2e/b.rs"],
        );
        check(
            &[("core/src/lib.rs", "pub mod x;"), ("core/src/x/mod.rs", "mod a;"), ("core/src/x/b.rs", "")],
            &["core/src/x/b.rs"],
        );
        check(&[("core/src/lib.rs", "mod xy;"), ("core/src/x/mod.rs", "")], &["core/src/x/mod.rs"]);
    }

    #[test]
    fn what_is_named_or_found_by_cargo_is_fine() {
        check(
            &[
                ("core/build.rs", ""),
                ("core/src/lib.rs", "pub(crate) mod x;"),
                ("core/src/x.rs", "mod y;"),
                ("core/src/x/y.rs", ""),
            ],
            &[],
        );
        check(&[("w/build.rs", "include!(\"src/list.rs\");"), ("w/src/main.rs", ""), ("w/src/list.rs", "")], &[]);
        check(&[("xtask/tests/commands.rs", ""), ("xtask/src/main.rs", "")], &[]);
    }

    #[test]
    fn a_binary_that_the_manifest_lacks_is_found() {
        let manifest = "[[test]]\nname = \"e2e\"\npath = \"e2e/main.rs\"\n";
        let tree = files(&[("tests/e2e/main.rs", ""), ("tests/window/main.rs", ""), ("tests/src/lib.rs", "")]);
        let found: Vec<_> = unlisted(&tree, manifest).into_iter().map(|fault| fault.file).collect();
        assert_eq!(found, [Path::new("tests/window/main.rs")]);
    }
}
