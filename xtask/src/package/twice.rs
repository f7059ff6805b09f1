//! Builds the terminal program again, from the sources of the commit in another folder, and compares the bytes.

use super::product::Release;
use super::programs::Build;
use crate::run::Run;
use crate::say;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The names differ in length, so that a path that ends up in the program changes more than one byte.
const FOLDERS: [&str; 2] = ["one", "another-folder"];

/// The first program is the packaged one, if it was built from the same commit. Otherwise both are built here.
pub(super) fn compare(release: &Release, folder: &Path) -> Result<()> {
    let packaged = folder.join("build/release/sourcerer-cli");
    let mut programs = Vec::new();
    if is_of(&packaged, release) {
        say::line("The first program is the packaged one.");
        programs.push(packaged);
    }
    for name in &FOLDERS[programs.len()..] {
        programs.push(again(release, &folder.join("twice").join(name))?);
    }
    same(&programs)
}

/// Whether this program says that it is of the commit. A commit with changes says nothing about its sources.
fn is_of(program: &Path, release: &Release) -> bool {
    let Some(commit) = release.commit.as_ref().filter(|commit| !commit.ends_with("-modified")) else { return false };
    program.exists()
        && Run::new(program).args(&["--version"]).answer().is_some_and(|said| said.contains(&format!("({commit})")))
}

/// Unpacks the sources of the commit, as a tarball has them, and builds the program in this folder.
fn again(release: &Release, work: &Path) -> Result<PathBuf> {
    let source = work.join("source");
    if work.exists() {
        fs::remove_dir_all(work)?;
    }
    fs::create_dir_all(&source)?;
    let packed = work.join("source.tar");
    let commit = release.commit.as_deref().map_or("HEAD", |commit| commit.trim_end_matches("-modified"));
    Run::new("git").args(&["archive", "--format=tar", commit, "--output"]).args(&[&packed]).must()?;
    Run::new("tar").args(&["--extract", "--file"]).args(&[&packed]).inside(&source).must()?;
    let build = Build { release, source: &source, target: &work.join("target") };
    Ok(build.run(&["sourcerer-cli"], None)?.join("sourcerer-cli"))
}

/// Compares all files with the first one.
fn same(files: &[PathBuf]) -> Result<()> {
    let (first, others) = files.split_first().context("nothing was built")?;
    let bytes = fs::read(first).with_context(|| first.display().to_string())?;
    for other in others {
        let theirs = fs::read(other).with_context(|| other.display().to_string())?;
        let differing = bytes.iter().zip(&theirs).filter(|(a, b)| a != b).count();
        if bytes != theirs {
            let at = bytes.iter().zip(&theirs).position(|(a, b)| a != b).unwrap_or(bytes.len().min(theirs.len()));
            bail!(
                "{} has {} bytes and {} has {}; {differing} differ, the first at {at}",
                first.display(),
                bytes.len(),
                other.display(),
                theirs.len()
            );
        }
    }
    let sum = Run::new("sha256sum").args(&[first]).answer().unwrap_or_default();
    let sum = sum.split_whitespace().next().unwrap_or_default();
    say::line(&format!("{} builds have the same {} bytes: {sum}", files.len(), bytes.len()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_byte_is_noticed() {
        let folder = std::env::temp_dir().join(format!("sourcerer-same-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let [a, b] = ["a", "b"].map(|name| folder.join(name));
        fs::write(&a, "12345").unwrap();
        fs::write(&b, "12345").unwrap();
        same(&[a.clone(), b.clone()]).unwrap();
        fs::write(&b, "12x45").unwrap();
        let error = same(&[a, b]).unwrap_err().to_string();
        assert!(error.ends_with("1 differ, the first at 2"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }
}
