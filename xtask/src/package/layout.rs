//! Where each file of the product is installed.

use super::product::{self, Release};
use super::tree::Tree;
use crate::place;
use crate::run::Run;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The sizes of icons in the theme that every desktop falls back to.
const ICON_SIZES: [u32; 10] = [16, 22, 24, 32, 48, 64, 96, 128, 256, 512];

/// What a package contains.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// The window, with the terminal program.
    Window,
    /// The terminal program alone.
    Terminal,
}

impl Content {
    /// The package's name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Window => "sourcerer",
            Self::Terminal => "sourcerer-cli",
        }
    }
}

/// Where a family of distributions expects a file that the others expect elsewhere.
pub(super) struct Family {
    pub(super) zsh: &'static str,
}

pub(super) const DEBIAN: Family = Family { zsh: "/usr/share/zsh/vendor-completions" };
pub(super) const RPM: Family = Family { zsh: "/usr/share/zsh/site-functions" };

/// Lays out all files, except for the few that only one format has.
pub(super) fn lay(tree: &mut Tree, content: Content, family: &Family, parts: &Parts) -> Result<()> {
    tree.program("/usr/bin/sourcerer-cli", &parts.programs.join("sourcerer-cli"))?;
    for (name, page) in &parts.manual {
        tree.zipped(&format!("/usr/share/man/man1/{name}.1"), page)?;
    }
    let shells = &parts.completions;
    tree.file("/usr/share/bash-completion/completions/sourcerer-cli", &shells.bash)?;
    tree.file(&format!("{}/_sourcerer-cli", family.zsh), &shells.zsh)?;
    tree.file("/usr/share/fish/vendor_completions.d/sourcerer-cli.fish", &shells.fish)?;
    let documents = format!("/usr/share/doc/{}", content.name());
    tree.zipped(&format!("{documents}/third-party-licenses.txt"), &parts.licenses)?;
    // Debian wants another form in a file that is called changelog.
    tree.zipped(&format!("{documents}/NEWS"), &parts.changes)?;
    match content {
        Content::Window => desktop(tree, parts),
        Content::Terminal => Ok(()),
    }
}

/// Everything that a package contains, however it is packed.
pub(super) struct Parts {
    /// The folder with both programs.
    pub(super) programs: PathBuf,
    /// The manual pages of the terminal program, by name.
    pub(super) manual: Vec<(String, String)>,
    pub(super) completions: Completions,
    pub(super) licenses: String,
    pub(super) changes: String,
    pub(super) values: Vec<(&'static str, String)>,
}

pub(super) struct Completions {
    pub(super) bash: String,
    pub(super) zsh: String,
    pub(super) fish: String,
}

impl Parts {
    /// Asks the terminal program for its manual and completions.
    pub(super) fn of(programs: &Path, licenses: String, release: &Release) -> Result<Self> {
        let terminal = programs.join("sourcerer-cli");
        let says = |arguments: &[&str]| {
            let said = Run::new(&terminal).args(arguments).answer();
            said.with_context(|| format!("`sourcerer-cli {}` failed", arguments.join(" ")))
        };
        let whole = says(&["man"])?;
        let mut manual = vec![("sourcerer-cli".to_owned(), whole.clone())];
        for command in commands(&whole) {
            manual.push((format!("sourcerer-cli-{command}"), says(&["man", &command])?));
        }
        let completions = Completions {
            bash: says(&["completions", "bash"])?,
            zsh: says(&["completions", "zsh"])?,
            fish: says(&["completions", "fish"])?,
        };
        let changes = fs::read_to_string(place::root().join("CHANGELOG.md")).context("CHANGELOG.md")?;
        Ok(Self { programs: programs.to_owned(), manual, completions, licenses, changes, values: release.values()? })
    }
}

/// The commands that the program's manual page refers to: `sourcerer\-cli\-urls(1)`.
fn commands(manual: &str) -> Vec<String> {
    let plain = manual.replace("\\-", "-");
    let pages = plain.split("sourcerer-cli-").skip(1).filter_map(|rest| Some(rest.split_once("(1)")?.0.to_owned()));
    pages.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && name != "help").collect()
}

fn desktop(tree: &mut Tree, parts: &Parts) -> Result<()> {
    let share = "/usr/share";
    tree.program("/usr/bin/sourcerer", &parts.programs.join("sourcerer"))?;
    let filled = |template| product::filled(template, &parts.values);
    tree.zipped(&format!("{share}/man/man1/sourcerer.1"), &filled("linux/sourcerer.1")?)?;
    let entry = format!("{share}/applications/sourcerer.desktop");
    tree.file(&entry, filled("linux/sourcerer.desktop")?)?;
    Run::new("desktop-file-validate").args(&[tree.on_disk(&entry)]).must()?;
    let about = format!("{share}/metainfo/io.sourcerer.Sourcerer.metainfo.xml");
    tree.file(&about, filled("linux/io.sourcerer.Sourcerer.metainfo.xml")?)?;
    Run::new("appstreamcli").args(&["validate", "--no-net"]).args(&[tree.on_disk(&about)]).must()?;
    tree.copy(&format!("{share}/mime/packages/sourcerer.xml"), &place::root().join("src-tauri/mime.xml"))?;
    icons(tree)
}

fn icons(tree: &mut Tree) -> Result<()> {
    let drawing = place::root().join("icons/sourcerer.svg");
    let theme = "/usr/share/icons/hicolor";
    tree.copy(&format!("{theme}/scalable/apps/sourcerer.svg"), &drawing)?;
    for size in ICON_SIZES {
        let drawn = tree.root.with_extension(format!("{size}.png"));
        let edge = size.to_string();
        let run = Run::new("rsvg-convert").args(&["--width", &edge, "--height", &edge, "--output"]);
        if !run.args(&[&drawn, &drawing]).passes() {
            anyhow::bail!("rsvg-convert couldn't draw the icon with {size} pixels");
        }
        tree.copy(&format!("{theme}/{size}x{size}/apps/sourcerer.png"), &drawn)?;
        fs::remove_file(&drawn)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_names_the_commands() {
        let manual = ".TP\nsourcerer\\-cli\\-urls(1)\nPrints URLs\n.TP\nsourcerer\\-cli\\-fleet(1)\n.TP\nsourcerer\\-cli\\-help(1)\n";
        assert_eq!(commands(manual), ["urls", "fleet"]);
    }

    #[test]
    fn the_association_is_the_one_that_the_program_knows() {
        let mime = fs::read_to_string(place::root().join("src-tauri/mime.xml")).unwrap();
        let kinds: Vec<_> =
            mime.split("mime-type type=\"").skip(1).filter_map(|after| after.split('"').next()).collect();
        assert_eq!(kinds.len(), 2, "{kinds:?}");
        for file in ["linux/sourcerer.desktop", "linux/io.sourcerer.Sourcerer.metainfo.xml"] {
            let text = fs::read_to_string(place::root().join("packaging").join(file)).unwrap();
            for kind in &kinds {
                assert!(text.contains(kind), "{file} doesn't name {kind}");
            }
        }
    }
}
