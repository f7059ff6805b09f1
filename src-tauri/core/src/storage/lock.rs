use super::{Error, FileName, JsonStore, Versioned};
use crate::files::make_private_folder;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// A lock that only one run of the program can hold at a time. The system releases it when that run ends, however it
/// ends.
#[derive(Debug)]
pub struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file isn't enough: a program that is just being started, such as the browser, has a copy of every
        // open file until it runs, and the lock lasts as long as the last copy. If unlocking fails, closing has to do.
        let _ = self.0.unlock();
    }
}

impl<T: Versioned> JsonStore<T> {
    /// Acquires the lock with this name; `None` while another run holds it. The empty file for the lock is not deleted.
    ///
    /// # Errors
    /// [`Error::NotWritable`].
    pub fn lock(&self, name: &FileName) -> Result<Option<Lock>, Error> {
        let path = self.path().join(format!("{name}.lock"));
        let taken = opened(self.path(), &path).and_then(|file| match file.try_lock() {
            Ok(()) => Ok(Some(Lock(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        });
        taken.map_err(|error| Error::NotWritable { path, kind: error.kind() })
    }
}

fn opened(folder: &Path, path: &Path) -> io::Result<File> {
    make_private_folder(folder)?;
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    struct Anything;

    impl Versioned for Anything {
        const VERSION: u32 = 1;
    }

    #[test]
    fn a_lock_that_was_let_go_is_free_although_a_starting_program_has_a_copy_of_its_file() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = JsonStore::<Anything>::new(place.path());
        let name = FileName::from_parts(&["x"]);
        let lock = || folder.lock(&name).expect("a lock");
        let held = lock().expect("a free lock");
        let copy = held.0.try_clone().expect("a copy");
        assert!(lock().is_none());
        drop(held);
        assert!(lock().is_some());
        drop(copy);
    }
}
