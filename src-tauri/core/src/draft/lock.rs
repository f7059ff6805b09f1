use super::folder::make;
use super::{Error, Folder, Name, Versioned};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

/// Held by one run of the program at a time, and let go by the system when it ends, however it ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "the lock is on the open file")] File);

impl<T: Versioned> Folder<T> {
    /// Takes the lock of that name; `None` while another holder has it. The empty file that it is on stays.
    ///
    /// # Errors
    /// [`Error::NotWritable`].
    pub fn lock(&self, name: &Name) -> Result<Option<Lock>, Error> {
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
    make(folder)?;
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
