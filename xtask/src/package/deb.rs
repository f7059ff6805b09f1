//! Packages for Debian, Ubuntu and what derives from them.

use super::layout::{self, Content, Parts};
use super::libraries;
use super::product::{self, Release};
use super::tree::Tree;
use crate::run::Run;
use anyhow::{Context as _, Result, bail};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Makes the package and returns its file.
pub(super) fn make(content: Content, parts: &Parts, release: &Release, folder: &Path) -> Result<PathBuf> {
    let mut tree = Tree::new(folder.join("tree").join(format!("{}-deb", content.name())))?;
    layout::lay(&mut tree, content, &layout::DEBIAN, parts)?;
    let copyright = format!("/usr/share/doc/{}/copyright", content.name());
    tree.file(&copyright, product::filled("linux/copyright", &release.values()?)?)?;
    let depends = dependencies(content, &tree, folder)?;
    let sums = sums(&tree)?;
    let control = control(content, release, &depends, tree.size()?)?;
    // What is below this folder describes the package, and isn't installed.
    let about = tree.root.join("DEBIAN");
    fs::create_dir_all(&about)?;
    fs::write(about.join("control"), control)?;
    fs::write(about.join("md5sums"), sums)?;
    let file = folder.join(format!("{}_{}_{}.deb", content.name(), product::VERSION, architecture()?));
    // The window and the terminal program are alike: only a wide look back, as in the highest level, finds that.
    // The tool takes over the time, sorts the files, and makes root their owner.
    let pack = Run::new("dpkg-deb").args(&["--build", "--root-owner-group", "-Zxz", "-z9"]).args(&[&tree.root, &file]);
    pack.env("SOURCE_DATE_EPOCH", release.epoch.to_string()).must()?;
    Ok(file)
}

fn architecture() -> Result<&'static str> {
    match std::env::consts::ARCH {
        "x86_64" => Ok("amd64"),
        "aarch64" => Ok("arm64"),
        other => bail!("Debian's name for {other} isn't known here"),
    }
}

/// The packages with the libraries that the programs load, with the oldest versions that have all that they use, as
/// Debian's own tool reads them from the programs.
fn dependencies(content: Content, tree: &Tree, folder: &Path) -> Result<String> {
    let mut programs = vec![tree.on_disk("/usr/bin/sourcerer-cli")];
    if content == Content::Window {
        programs.push(tree.on_disk("/usr/bin/sourcerer"));
    }
    // The tool wants to be in a source package, of which it reads only the name.
    let place = folder.join("tree/shlibdeps");
    fs::create_dir_all(place.join("debian"))?;
    fs::write(
        place.join("debian/control"),
        format!("Source: {0}\n\nPackage: {0}\nArchitecture: any\n", content.name()),
    )?;
    let run = Run::new("dpkg-shlibdeps").args(&["-O"]).args(&programs).inside(&place);
    let said = run.answer().context("dpkg-shlibdeps failed")?;
    let depends = said.trim().strip_prefix("shlibs:Depends=").context("dpkg-shlibdeps answered something else")?;
    libraries::check(content, depends)?;
    Ok(depends.to_owned())
}

fn sums(tree: &Tree) -> Result<String> {
    let paths: Vec<_> = tree.paths().into_iter().map(|path| path.trim_start_matches('/')).collect();
    Run::new("md5sum").args(&paths).inside(&tree.root).answer().context("md5sum failed")
}

fn control(content: Content, release: &Release, depends: &str, size: u64) -> Result<String> {
    let mut out = String::new();
    let mut field = |name: &str, value: &str| writeln!(out, "{name}: {value}");
    field("Package", content.name())?;
    field("Version", product::VERSION)?;
    field("Architecture", architecture()?)?;
    field("Maintainer", &release.maintainer)?;
    field("Installed-Size", &size.div_ceil(1024).to_string())?;
    // No library, but without roots no server can be verified.
    field("Depends", &format!("{depends}, ca-certificates"))?;
    if content == Content::Window {
        // The window opens the browser with the first, and keeps secrets with the second if the person wants that.
        field("Recommends", "xdg-utils, gnome-keyring | kwalletmanager")?;
        field("Provides", &format!("sourcerer-cli (= {})", product::VERSION))?;
        field("Conflicts", "sourcerer-cli")?;
        field("Replaces", "sourcerer-cli")?;
    } else {
        field("Suggests", "xdg-utils, gnome-keyring")?;
    }
    field("Section", "admin")?;
    field("Priority", "optional")?;
    if let Some(home) = &release.home {
        field("Homepage", home)?;
    }
    let more = match content {
        Content::Window => "This package contains the window and the terminal program.",
        Content::Terminal => "This package contains the terminal program, which needs no display.",
    };
    let long = product::wrapped(product::DESCRIPTION, 79).replace('\n', "\n ");
    field("Description", &format!("{}\n {long}\n .\n {more}", summary(content)))?;
    Ok(out)
}

fn summary(content: Content) -> String {
    match content {
        Content::Window => product::SUMMARY.to_owned(),
        Content::Terminal => format!("{}, in a terminal", product::SUMMARY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release() -> Release {
        Release { commit: None, epoch: 0, maintainer: "A <a@b.invalid>".to_owned(), home: None }
    }

    #[test]
    fn the_two_packages_replace_each_other() {
        let window = control(Content::Window, &release(), "libc6", 2049).unwrap();
        for line in ["Package: sourcerer", "Conflicts: sourcerer-cli", "Replaces: sourcerer-cli", "Installed-Size: 3"] {
            assert!(window.lines().any(|found| found == line), "{line}: {window}");
        }
        assert!(window.contains("\nDepends: libc6, ca-certificates\n"), "{window}");
        assert!(window.contains(&format!("Provides: sourcerer-cli (= {})", product::VERSION)));
        let terminal = control(Content::Terminal, &release(), "libc6", 1).unwrap();
        assert!(terminal.starts_with("Package: sourcerer-cli\n") && !terminal.contains("Conflicts"), "{terminal}");
    }

    #[test]
    fn every_line_of_a_long_field_is_indented() {
        let terminal = control(Content::Terminal, &release(), "libc6", 1).unwrap();
        let (_, description) = terminal.split_once("\nDescription: ").unwrap();
        assert!(description.trim_end().lines().skip(1).all(|line| line.starts_with(' ')), "{description}");
    }
}
