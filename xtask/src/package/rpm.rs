//! Packages for Fedora, openSUSE and what derives from them.
//!
//! The dependencies are the libraries by their own names, as `rpmbuild` reads them from the programs: distributions
//! name their packages differently, but all of them provide these.

use super::layout::{self, Content, Parts};
use super::product::{self, Release};
use super::tree::Tree;
use crate::run::Run;
use anyhow::{Context as _, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Makes the package and returns its file.
pub(super) fn make(content: Content, parts: &Parts, release: &Release, folder: &Path) -> Result<PathBuf> {
    let name = content.name();
    let mut tree = Tree::new(folder.join("tree").join(format!("{name}-rpm")))?;
    layout::lay(&mut tree, content, &layout::RPM, parts)?;
    for license in ["LICENSE-MIT", "LICENSE-APACHE"] {
        tree.copy(&format!("/usr/share/licenses/{name}/{license}"), &crate::place::root().join(license))?;
    }
    let work = folder.join("tree").join(format!("{name}-rpmbuild"));
    fs::create_dir_all(&work)?;
    let recipe = work.join(format!("{name}.spec"));
    fs::write(&recipe, spec(content, release, &tree)?)?;
    let define = |name: &str, value: &str| format!("--define={name} {value}");
    let run = Run::new("rpmbuild").args(&["-bb", "--quiet"]).args(&[
        define("_topdir", &work.display().to_string()),
        define("_rpmdir", &folder.display().to_string()),
        define("_rpmfilename", "%{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm"),
        define("_buildhost", "localhost"),
        define("_binary_payload", "w9.xzdio"),
        define("use_source_date_epoch_as_buildtime", "1"),
        define("clamp_mtime_to_source_date_epoch", "1"),
        define("source_date_epoch_from_changelog", "0"),
    ]);
    // Otherwise the folders on this machine's disk would be the database of installed packages, which Debian lacks.
    let run = run.args(&[define("_dbpath", &work.join("db").display().to_string())]);
    run.args(&[&recipe]).env("SOURCE_DATE_EPOCH", release.epoch.to_string()).must()?;
    let file = folder.join(format!("{name}-{}-1.{}.rpm", product::VERSION, std::env::consts::ARCH));
    fs::metadata(&file).with_context(|| format!("rpmbuild made no {}", file.display()))?;
    Ok(file)
}

fn spec(content: Content, release: &Release, tree: &Tree) -> Result<String> {
    let mut out = String::new();
    // The programs are already stripped, and the files are packed as they are.
    for line in ["%global debug_package %{nil}", "%global __os_install_post %{nil}", "%global _build_id_links none"] {
        writeln!(out, "{line}")?;
    }
    let mut field = |name: &str, value: &str| writeln!(out, "{name}: {value}");
    field("Name", content.name())?;
    field("Version", product::VERSION)?;
    field("Release", "1")?;
    field("License", product::LICENSE)?;
    field("Packager", &release.maintainer)?;
    if let Some(home) = &release.home {
        field("URL", home)?;
    }
    // No library, but without roots no server can be verified.
    field("Requires", "ca-certificates")?;
    match content {
        Content::Window => {
            field("Summary", product::SUMMARY)?;
            field("Provides", "sourcerer-cli = %{version}-%{release}")?;
            field("Conflicts", "sourcerer-cli")?;
            field("Recommends", "xdg-utils")?;
        }
        Content::Terminal => {
            field("Summary", &format!("{}, in a terminal", product::SUMMARY))?;
            field("Suggests", "xdg-utils")?;
        }
    }
    writeln!(out, "\n%description\n{}\n", product::wrapped(product::DESCRIPTION, 79))?;
    writeln!(out, "%install\nmkdir -p %{{buildroot}}\ncp -a '{}/.' %{{buildroot}}\n", tree.root.display())?;
    writeln!(out, "%files\n%defattr(-,root,root,-)")?;
    for path in tree.paths() {
        let kind = if path.starts_with("/usr/share/licenses/") {
            "%license "
        } else if path.starts_with("/usr/share/doc/") || path.starts_with("/usr/share/man/") {
            "%doc "
        } else {
            ""
        };
        writeln!(out, "{kind}{path}")?;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_once() {
        let root = std::env::temp_dir().join(format!("sourcerer-spec-{}", std::process::id()));
        let mut tree = Tree::new(root.clone()).unwrap();
        tree.file("/usr/share/licenses/sourcerer/LICENSE-MIT", "").unwrap();
        tree.file("/usr/bin/sourcerer", "").unwrap();
        let release = Release { commit: None, epoch: 0, maintainer: "A <a@b.invalid>".to_owned(), home: None };
        let spec = spec(Content::Window, &release, &tree).unwrap();
        let (_, files) = spec.split_once("%defattr(-,root,root,-)\n").unwrap();
        assert_eq!(files, "/usr/bin/sourcerer\n%license /usr/share/licenses/sourcerer/LICENSE-MIT\n");
        fs::remove_dir_all(root).unwrap();
    }
}
