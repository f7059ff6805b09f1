//! The files of a package as they will be installed, laid out in a folder.

use crate::run::Run;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

const PROGRAM: u32 = 0o755;
const FILE: u32 = 0o644;

/// A folder that stands for `/`.
pub(super) struct Tree {
    pub(super) root: PathBuf,
    /// The path of each file from `/`, in the order in which they were added.
    paths: Vec<String>,
}

impl Tree {
    /// An empty tree. What an earlier run left in the folder is removed.
    pub(super) fn new(root: PathBuf) -> Result<Self> {
        if root.exists() {
            fs::remove_dir_all(&root).with_context(|| root.display().to_string())?;
        }
        fs::create_dir_all(&root).with_context(|| root.display().to_string())?;
        set_mode(&root, PROGRAM)?;
        Ok(Self { root, paths: Vec::new() })
    }

    pub(super) fn program(&mut self, path: &str, from: &Path) -> Result<()> {
        let bytes = fs::read(from).with_context(|| from.display().to_string())?;
        self.write(path, &bytes, PROGRAM)
    }

    pub(super) fn file(&mut self, path: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
        self.write(path, bytes.as_ref(), FILE)
    }

    pub(super) fn copy(&mut self, path: &str, from: &Path) -> Result<()> {
        let bytes = fs::read(from).with_context(|| from.display().to_string())?;
        self.write(path, &bytes, FILE)
    }

    /// Adds a text, packed by gzip without a name and a time. The path is the one without `.gz`.
    pub(super) fn zipped(&mut self, path: &str, text: &str) -> Result<()> {
        self.write(path, text.as_bytes(), FILE)?;
        let file = self.on_disk(path);
        if !Run::new("gzip").args(&["-9", "--no-name"]).args(&[&file]).passes() {
            bail!("gzip couldn't pack {}", file.display());
        }
        if let Some(last) = self.paths.last_mut() {
            last.push_str(".gz");
        }
        Ok(())
    }

    fn write(&mut self, path: &str, bytes: &[u8], mode: u32) -> Result<()> {
        let file = self.on_disk(path);
        let folder = file.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        fs::write(&file, bytes).with_context(|| file.display().to_string())?;
        set_mode(&file, mode)?;
        // Whatever this user's mask is, everybody may enter the folders.
        for above in file.ancestors().skip(1).take_while(|above| *above != self.root) {
            set_mode(above, PROGRAM)?;
        }
        self.paths.push(path.to_owned());
        Ok(())
    }

    /// The file on this machine's disk.
    pub(super) fn on_disk(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    /// The paths from `/`, sorted.
    pub(super) fn paths(&self) -> Vec<&str> {
        let mut paths: Vec<_> = self.paths.iter().map(String::as_str).collect();
        paths.sort_unstable();
        paths
    }

    /// The total size of the files in bytes.
    pub(super) fn size(&self) -> Result<u64> {
        let sizes = self.paths.iter().map(|path| Ok(fs::metadata(self.on_disk(path))?.len()));
        sizes.sum()
    }
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).with_context(|| path.display().to_string())
}

/// Packages for Linux are made on Linux only, but this program is built everywhere.
#[cfg(not(unix))]
fn set_mode(_path: &Path, _mode: u32) -> Result<()> {
    bail!("this system's files have no modes")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_tree_has_what_was_added_and_nothing_of_before() {
        let root = std::env::temp_dir().join(format!("sourcerer-tree-{}", std::process::id()));
        fs::create_dir_all(root.join("usr/left")).unwrap();
        let mut tree = Tree::new(root.clone()).unwrap();
        tree.file("/usr/share/doc/b", "bb").unwrap();
        tree.file("/usr/a", "a").unwrap();
        tree.zipped("/usr/c", "c").unwrap();
        assert_eq!(tree.paths(), ["/usr/a", "/usr/c.gz", "/usr/share/doc/b"]);
        assert!(tree.size().unwrap() > 3);
        assert!(!root.join("usr/left").exists());
        let mode = fs::metadata(root.join("usr/share")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, PROGRAM);
        fs::remove_dir_all(root).unwrap();
    }
}
