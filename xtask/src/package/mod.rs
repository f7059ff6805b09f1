//! `cargo xtask package`: makes the packages for Linux, lists their components and licenses, and tries them.
//!
//! The formats are made by the systems' own tools (`dpkg-deb`, `rpmbuild`, `tar`): what they make is what the systems
//! expect, and all of them take the time of the files from `SOURCE_DATE_EPOCH`.

mod archive;
mod bom;
mod components;
mod deb;
mod descriptions;
mod layout;
mod libraries;
mod licenses;
mod notes;
mod product;
mod programs;
mod rpm;
mod signature;
mod tree;
mod trial;
mod twice;

use crate::machine::{needs, supply};
use crate::{machine, page, place, say};
use anyhow::{Context as _, Result, bail};
use components::Registry;
use layout::{Content, Parts};
use product::Release;
use programs::Build;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// All tasks that can be requested by name.
pub(crate) const TASKS: &[&str] = &["linux", "list", "describe", "notes", "try", "twice", "verify"];

pub(crate) fn package(task: &str, key: Option<&Path>) -> Result<ExitCode> {
    if !cfg!(target_os = "linux") && !["describe", "notes"].contains(&task) {
        bail!("the packages for Linux are made on Linux; docs/RELEASING.md says how those for other systems are made");
    }
    let release = Release::read()?;
    say::line(&format!(
        "Sourcerer {}, commit {}",
        product::VERSION,
        release.commit.as_deref().unwrap_or("unknown: there is no repository")
    ));
    let folder = folder()?;
    match task {
        "list" => list(&release, &folder).map(|_| ())?,
        "describe" => descriptions::fill(&release, &folder)?,
        "notes" => notes::write(&folder)?,
        "try" => trial::run(&folder)?,
        "twice" => twice::compare(&release, &folder)?,
        "verify" => signature::try_out(&folder)?,
        _ => linux(&release, &folder, key)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder for everything that is made: `target/package`.
fn folder() -> Result<PathBuf> {
    let folder = place::built()?.with_file_name("package");
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    Ok(folder)
}

fn linux(release: &Release, folder: &Path, key: Option<&Path>) -> Result<()> {
    say::heading("machine");
    supply::supply(&[needs::WINDOW, needs::PACKAGING], &[])?;
    say::heading("the page");
    programs::page()?;
    say::heading("the programs");
    let root = place::root();
    let build = Build { release, source: &root, target: &folder.join("build") };
    let output = build.run(&["sourcerer", "sourcerer-cli"], None)?;
    libraries::check_terminal(&output.join("sourcerer-cli"))?;
    say::heading("components and licenses");
    let (licenses, mut files) = list(release, folder)?;

    say::heading("packages");
    let parts = Parts::of(&output, licenses, release)?;
    for content in [Content::Window, Content::Terminal] {
        files.push(deb::make(content, &parts, release, folder)?);
        files.push(rpm::make(content, &parts, release, folder)?);
    }
    files.push(if let Some(target) = programs::static_target() {
        let programs = build.run(&["sourcerer-cli"], Some(&target))?;
        archive::make(&target, &Parts { programs, ..parts }, release, folder)?
    } else {
        say::line("Rust's standard library for musl isn't installed: the archive needs this machine's C library.");
        archive::make(&components::host()?, &parts, release, folder)?
    });
    say::heading("checksums");
    signature::list(folder, &files)?;
    descriptions::fill(release, folder)?;
    match key {
        Some(key) => signature::sign(folder, key)?,
        None => say::line("Not signed: `--key FILE` names the secret key of minisign."),
    }
    for file in &files {
        let size = fs::metadata(file)?.len();
        say::line(&format!("{size:>10}  {}", file.display()));
    }
    Ok(())
}

/// Writes the licenses of everything that the programs contain, for the packages and the window's page.
pub(crate) fn write_licenses() -> Result<()> {
    machine::node()?;
    page::install()?;
    licenses::write()
}

/// What `cargo xtask bench window` measures.
pub(crate) struct Measured {
    pub(crate) window: PathBuf,
    pub(crate) terminal: PathBuf,
    /// The empty window, which is no part of the packages.
    pub(crate) empty: PathBuf,
    pub(crate) deb: PathBuf,
}

/// Builds the programs and the package of the window as they are released, and the empty window with them.
pub(crate) fn for_measuring() -> Result<Measured> {
    let (release, folder, root) = (Release::read()?, folder()?, place::root());
    programs::page()?;
    let build = Build { release: &release, source: &root, target: &folder.join("build") };
    let output = build.run(&["sourcerer", "sourcerer-cli", "sourcerer-empty-window"], None)?;
    let (licenses, _) = list(&release, &folder)?;
    let deb = deb::make(Content::Window, &Parts::of(&output, licenses, &release)?, &release, &folder)?;
    let program = |name| output.join(name);
    Ok(Measured {
        window: program("sourcerer"),
        terminal: program("sourcerer-cli"),
        empty: program("sourcerer-empty-window"),
        deb,
    })
}

/// Writes the licenses and the lists of components, and returns the licenses and all files.
fn list(release: &Release, folder: &Path) -> Result<(String, Vec<PathBuf>)> {
    let mut all = components::crates()?;
    all.extend(components::page()?);
    let licenses = licenses::checked()?;
    let file = folder.join("third-party-licenses.txt");
    fs::write(&file, &licenses)?;
    let mut files = vec![file];
    for (registry, name) in [(Registry::Cargo, "cargo"), (Registry::Npm, "npm")] {
        let file = folder.join(format!("sourcerer-{}-{name}.cdx.json", product::VERSION));
        fs::write(&file, bom::document(registry, &all, release)?)?;
        let own = all.iter().filter(|component| component.registry == registry);
        let (built, linked): (Vec<_>, Vec<_>) = own.partition(|component| component.build_only);
        say::line(&format!("{name}: {} components in the programs, {} only in their build", linked.len(), built.len()));
        files.push(file);
    }
    say::line(&format!("licenses: {} bytes", licenses.len()));
    Ok((licenses, files))
}
