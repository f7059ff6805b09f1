//! The paths of folders and programs.

use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// The workspace's folder.
///
/// Cargo sets the path of xtask's manifest at run time. The path from the time of compilation is used only as a
/// fallback: the program may have been built elsewhere, if its target folder was copied or moved, and must not work on
/// that tree.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_owned)
}

/// The page's folder.
pub(crate) fn page() -> PathBuf {
    root().join("ui")
}

/// The folder of cargo's output in the dev profile: it contains this program, whatever target folder is set.
pub(crate) fn built() -> Result<PathBuf> {
    let here = std::env::current_exe().context("this program's own path")?;
    // A test binary is one folder deeper.
    let folder = here.ancestors().skip(1).find(|folder| !folder.ends_with("deps"));
    folder.map(Path::to_owned).context("this program lies in no folder")
}

/// The path of a program that was built in the dev profile.
pub(crate) fn binary(name: &str) -> Result<PathBuf> {
    Ok(built()?.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
