//! The repository's own files: those that people write, and not those that are built or downloaded.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that the rules check.
pub(super) struct Tree {
    root: PathBuf,
}

/// One file with its path from the root.
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) text: String,
}

impl Tree {
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    pub(super) fn has(&self, path: impl AsRef<Path>) -> bool {
        self.root.join(path).exists()
    }

    pub(super) fn read(&self, path: impl AsRef<Path>) -> Result<String> {
        let path = self.root.join(path);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    }

    /// All files below a folder with one of these extensions, in order of their names; none if the folder doesn't
    /// exist.
    pub(super) fn files(&self, below: &str, endings: &[&str]) -> Result<Vec<Source>> {
        let mut files = Vec::new();
        let mut folders = vec![self.root.join(below)];
        while let Some(folder) = folders.pop() {
            if !folder.exists() {
                continue;
            }
            for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
                let path = entry?.path();
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let made = ["target", "node_modules", "dist", "gen"].contains(&&*name) || name.starts_with('.');
                let wanted = path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted));
                if path.is_dir() && !made {
                    folders.push(path);
                } else if path.is_file() && wanted {
                    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
                    files.push(Source { path: path.strip_prefix(&self.root)?.to_owned(), text });
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }
}

impl Source {
    /// Whether a program generated the file, which is noted at its top.
    pub(super) fn is_generated(&self) -> bool {
        let says = |line: &str| line.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| word == "generated");
        self.text.lines().take(3).any(|line| line.starts_with("//") && says(line))
    }
}
