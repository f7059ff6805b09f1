//! Where things lie.

use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// The workspace's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| unreachable!("xtask lies in the workspace"))
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
