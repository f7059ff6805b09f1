//! Installs the packages on systems that have nothing else, uses them there and removes them.

use super::layout::Content;
use super::product;
use crate::machine::{needs, supply};
use crate::run::Run;
use crate::{place, say};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The versions of Debian, by the names that debootstrap knows.
pub(super) const DEBIANS: [&str; 2] = ["bookworm", "trixie"];

/// Tries the packages in the folder. What each trial printed stays there, with a picture of the window.
pub(super) fn run(folder: &Path) -> Result<()> {
    supply::supply(&[needs::TRIAL], &[])?;
    let debs = files(folder, "deb")?;
    let rpms = files(folder, "rpm")?;
    let results = folder.join("trial");
    fs::create_dir_all(&results)?;
    let mut failed = Vec::new();
    for name in DEBIANS {
        say::heading(&format!("Debian: {name}"));
        if !debian(name, &debs, folder, &results)? {
            failed.push(name);
        }
    }
    say::heading("RPM");
    if !rpm(&rpms, folder, &results)? {
        failed.push("rpm");
    }
    say::heading("Remarks of lintian and rpmlint");
    remarks("lintian", &["--fail-on", "none"], &debs, &results)?;
    remarks("rpmlint", &[], &rpms, &results)?;
    if !failed.is_empty() {
        bail!("the trial failed for {}; its output is in {}", failed.join(", "), results.display());
    }
    Ok(())
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let all = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<_> = all.filter(|path| path.extension().is_some_and(|found| found == ending)).collect();
    files.sort();
    if files.is_empty() {
        bail!("{} has no .{ending}: run `cargo xtask package` first", folder.display());
    }
    Ok(files)
}

/// The programs that run in the root see this machine's devices and a list of their own processes. All of that is gone
/// when the trial ends.
const INSIDE: &str = "mount --make-rprivate / && mount -t proc proc \"$1/proc\" && mount --rbind /dev \"$1/dev\" \
                      && mount -t tmpfs tmpfs \"$1/dev/shm\" && exec chroot \"$1\" sh /trial.sh";

fn debian(name: &str, debs: &[PathBuf], folder: &Path, results: &Path) -> Result<bool> {
    let root = fresh(name, folder)?;
    let packages = root.join("packages");
    fs::create_dir_all(&packages)?;
    for deb in debs {
        fs::copy(deb, packages.join(deb.file_name().unwrap_or_default()))?;
    }
    fs::copy(place::root().join("packaging/trial/inside.sh"), root.join("trial.sh"))?;
    let run = Run::new("unshare").args(&["--mount", "--pid", "--fork", "--kill-child", "sh", "-c", INSIDE, "sh"]);
    let told = run.args(&[&root]).told()?;
    fs::write(results.join(format!("{name}.txt")), told.lines.join("\n") + "\n")?;
    for (from, to) in [("tmp/window.png", "png"), ("tmp/walk.log", "walk.txt"), ("tmp/window.txt", "window.txt")] {
        if root.join(from).exists() {
            fs::copy(root.join(from), results.join(format!("{name}.{to}")))?;
        }
    }
    fs::remove_dir_all(&root).with_context(|| root.display().to_string())?;
    Ok(told.fine)
}

/// A root with the smallest Debian, unpacked from an archive that is made once.
fn fresh(name: &str, folder: &Path) -> Result<PathBuf> {
    let roots = folder.join("roots");
    fs::create_dir_all(&roots)?;
    let (root, packed) = (roots.join(name), roots.join(format!("{name}.tar")));
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    if packed.exists() {
        fs::create_dir_all(&root)?;
        Run::new("tar").args(&["--extract", "--numeric-owner", "--file"]).args(&[&packed]).inside(&root).must()?;
    } else {
        let run = Run::new("debootstrap").args(&["--variant=minbase", name]).args(&[&root]);
        let told = run.told()?;
        if !told.fine {
            bail!("debootstrap failed for {name}");
        }
        let run =
            Run::new("tar").args(&["--create", "--numeric-owner", "--one-file-system", "--file"]).args(&[&packed]);
        run.args(&["."]).inside(&root).must()?;
    }
    Ok(root)
}

/// Without a distribution of RPMs at hand, the tool itself installs the package into an empty root and removes it again.
/// That checks its lists and its files, but not whether another distribution has what it depends on.
fn rpm(rpms: &[PathBuf], folder: &Path, results: &Path) -> Result<bool> {
    let root = folder.join("roots/rpm");
    let mut lines = Vec::new();
    let mut fine = true;
    for rpm in rpms {
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        fs::create_dir_all(&root)?;
        for question in ["-qip", "-qlp", "-qRp"] {
            let told = Run::new("rpm").args(&[question]).args(&[rpm]).told()?;
            fine &= told.fine;
            lines.extend(told.lines);
        }
        let inside = || Run::new("rpm").args(&["--root"]).args(&[&root]);
        let told = inside().args(&["--install", "--nodeps", "--nosignature"]).args(&[rpm]).told()?;
        let program = root.join("usr/bin/sourcerer-cli");
        let version = Run::new(&program).args(&["--version"]).answer().unwrap_or_default();
        let line = format!("installed: {}", version.trim());
        say::line(&line);
        lines.push(line);
        fine &= told.fine && version.contains(product::VERSION);
        let name = rpm.file_name().unwrap_or_default().to_string_lossy();
        let name = if name.starts_with(Content::Terminal.name()) { Content::Terminal } else { Content::Window }.name();
        fine &= inside().args(&["--erase", "--nodeps", name]).told()?.fine;
        let left = Run::new("find").args(&[&root.join("usr")]).args(&["-type", "f"]).answer().unwrap_or_default();
        let line = format!("left after removal: {}", left.lines().count());
        say::line(&line);
        lines.push(line);
        fine &= left.is_empty();
    }
    fs::write(results.join("rpm.txt"), lines.join("\n") + "\n")?;
    Ok(fine)
}

/// What a linter remarks. It decides nothing: some of its rules are for packages of the distribution itself.
fn remarks(linter: &str, options: &[&str], packages: &[PathBuf], results: &Path) -> Result<()> {
    let told = Run::new(linter).args(options).args(packages).told()?;
    fs::write(results.join(format!("{linter}.txt")), told.lines.join("\n") + "\n")?;
    Ok(())
}
