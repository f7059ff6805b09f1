//! Where things lie.

use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// The workspace's folder.
///
/// Cargo says at run time where it found xtask. What it said when compiling is not asked first: the program may have
/// been built elsewhere, where its target folder was copied or moved from, and must not work on that tree.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_owned)
}

/// The page's folder.
pub(crate) fn page() -> PathBuf {
    root().join("ui")
}

/// Where cargo puts what it builds in its everyday profile: beside this very program, whatever target folder is set.
pub(crate) fn built() -> Result<PathBuf> {
    let here = std::env::current_exe().context("this program's own path")?;
    // A test binary lies one folder deeper.
    let folder = here.ancestors().skip(1).find(|folder| !folder.ends_with("deps"));
    folder.map(Path::to_owned).context("this program lies in no folder")
}

/// A program built in the everyday profile.
pub(crate) fn binary(name: &str) -> Result<PathBuf> {
    Ok(built()?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
