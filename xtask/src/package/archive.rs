//! An archive with the terminal program, for any distribution.

use super::layout::Parts;
use super::product::{self, Release};
use super::tree::Tree;
use crate::place;
use crate::run::Run;
use anyhow::Result;
use std::path::{Path, PathBuf};

/// Makes the archive and returns its file. The target is part of its name: one with `musl` needs no library at all.
pub(super) fn make(target: &str, parts: &Parts, release: &Release, folder: &Path) -> Result<PathBuf> {
    let name = format!("sourcerer-cli-{}-{target}", product::VERSION);
    let mut tree = Tree::new(folder.join("tree").join("archive"))?;
    tree.program(&format!("/{name}/sourcerer-cli"), &parts.programs.join("sourcerer-cli"))?;
    for file in ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"] {
        tree.copy(&format!("/{name}/{file}"), &place::root().join(file))?;
    }
    tree.file(&format!("/{name}/third-party-licenses.txt"), &parts.licenses)?;
    let shells = &parts.completions;
    for (file, text) in
        [("sourcerer-cli.bash", &shells.bash), ("_sourcerer-cli", &shells.zsh), ("sourcerer-cli.fish", &shells.fish)]
    {
        tree.file(&format!("/{name}/completions/{file}"), text)?;
    }
    for (page, text) in &parts.manual {
        tree.file(&format!("/{name}/man/{page}.1"), text)?;
    }
    let packed = folder.join(format!("{name}.tar"));
    let run = Run::new("tar").args(&["--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]);
    let run = run.args(&["--format=gnu", &format!("--mtime=@{}", release.epoch)]);
    run.args(&["--file"]).args(&[&packed]).args(&["--directory"]).args(&[&tree.root]).args(&[&name]).must()?;
    Run::new("gzip").args(&["-9", "--no-name", "--force"]).args(&[&packed]).must()?;
    Ok(packed.with_extension("tar.gz"))
}
