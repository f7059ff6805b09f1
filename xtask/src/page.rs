//! The page: installs its packages and builds it, each only after a change.

use crate::run::Run;
use crate::{place, say};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Runs `npm ci`, unless the installed packages are from the same lock file.
pub(crate) fn install() -> Result<()> {
    let page = place::page();
    if !page.join("package.json").exists() {
        bail!("ui/package.json is missing");
    }
    let lock = fs::read(page.join("package-lock.json")).context("ui/package-lock.json")?;
    // A copy of the lock file from which the packages were installed. npm's own copy there has another format.
    let installed = page.join("node_modules/.installed-from.json");
    if fs::read(&installed).is_ok_and(|from| from == lock) {
        say::line("The page's packages are as in the lock file.");
        return Ok(());
    }
    Run::npm(&["ci", "--no-audit", "--no-fund"]).must()?;
    fs::write(&installed, lock).context("a note of the lock file in ui/node_modules")
}

/// Runs `npm run build`, unless the output is newer than all of its sources: the window embeds the page, and would be
/// linked again.
pub(crate) fn build() -> Result<()> {
    made("dist/index.html", "build")
}

/// The same for the gallery, which the window's tests show in the window's webview, and which is no part of the product.
pub(crate) fn gallery() -> Result<()> {
    made("dist-gallery/gallery.html", "build:gallery")
}

/// Runs a script of the page's package, unless its output is newer than all sources.
fn made(output: &str, script: &str) -> Result<()> {
    let page = place::page();
    let built = page.join(output);
    let words = place::root().join("src-tauri/core/locales");
    if is_newer(&built, &sources(&page, &words)?) {
        say::line(&format!("ui/{output} is built from what is there."));
        return Ok(());
    }
    Run::npm(&["run", script]).must()
}

fn is_newer(built: &Path, sources: &[PathBuf]) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|entry| entry.modified()).ok();
    let newest = sources.iter().map(|path| changed(path)).max().flatten();
    match (changed(built), newest) {
        (Some(built), Some(newest)) => newest < built,
        (None, _) | (_, None) => false,
    }
}

/// All files and folders below that the build may read. Folders are included because a deleted file leaves no other
/// trace.
fn sources(page: &Path, words: &Path) -> Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    let mut folders = vec![page.to_owned(), words.to_owned()];
    while let Some(folder) = folders.pop() {
        // Programs write into the page's own folder all the time, so its own time doesn't count, but those of its
        // contents do.
        if folder != page {
            out.push(folder.clone());
        }
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let entry = entry?;
            let name = entry.file_name();
            if ["node_modules", "dist", "dist-gallery", "coverage"].iter().any(|made| name == *made) {
                continue;
            }
            if entry.file_type()?.is_dir() { folders.push(entry.path()) } else { out.push(entry.path()) }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::time::{Duration, SystemTime};

    /// Checks a page's folder with one source and its output, with these modification times in seconds.
    fn check(name: &str, source: u64, built: Option<u64>, current: bool) {
        let folder = std::env::temp_dir().join(format!("sourcerer-page-{name}-{}", std::process::id()));
        let (page, words) = (folder.join("ui"), folder.join("words"));
        for below in [page.join("src"), page.join("dist"), words.clone()] {
            fs::create_dir_all(below).unwrap();
        }
        let touch = |path: &Path, seconds| {
            fs::write(path, "").unwrap();
            let file = File::options().write(true).open(path).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
        };
        touch(&page.join("src/App.svelte"), source);
        if let Some(seconds) = built {
            touch(&page.join("dist/index.html"), seconds);
        }
        // The folders were created just now, so this test sets only the times of files.
        let files: Vec<_> = sources(&page, &words).unwrap().into_iter().filter(|path| path.is_file()).collect();
        assert_eq!(files, [page.join("src/App.svelte")], "{name}");
        assert_eq!(is_newer(&page.join("dist/index.html"), &files), current, "{name}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_page_is_built_again_only_when_a_source_is_newer() {
        check("fresh", 100, Some(200), true);
        check("stale", 200, Some(100), false);
        check("never", 100, None, false);
    }
}
