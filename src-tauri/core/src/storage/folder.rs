use super::FileName;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::files::{self, make_private_folder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

/// A value that is stored in a file, with the version of its format.
pub trait Versioned: Serialize + DeserializeOwned {
    /// The format version that this program writes. It is raised when an older program would misread the format.
    const VERSION: u32;

    /// Converts a value that an older program wrote to the current format. `None` if that isn't possible; the file is
    /// then set aside like a damaged one.
    fn upgrade(_version: u32, _content: Value) -> Option<Value> {
        None
    }
}

/// A folder of files that all hold the same type of value. Its methods block while the disk works.
#[derive(Debug)]
pub struct JsonStore<T> {
    path: PathBuf,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for JsonStore<T> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), holds: PhantomData }
    }
}

/// Why a file can't be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The folder or the file can't be written.
    #[error("{} can't be written: {kind}", path.display())]
    NotWritable {
        /// The folder or the file.
        path: PathBuf,
        /// The kind of error that the system reported.
        kind: ErrorKind,
    },
    /// The value is larger than any that is read again.
    #[error("{} would be longer than {LARGEST} bytes", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// The folder or the file exists, but can't be read.
    #[error("{} can't be read: {kind}", path.display())]
    NotReadable {
        /// The folder or the file.
        path: PathBuf,
        /// The kind of error that the system reported.
        kind: ErrorKind,
    },
    /// The file's content isn't valid.
    #[error("the file is damaged and was set aside as {}", path.display())]
    Damaged {
        /// Where the file is now: set aside, or in its old place if the folder doesn't allow renaming it.
        path: PathBuf,
    },
    /// A newer program wrote the file. It stays unchanged.
    #[error("{} is of version {version}, which is newer than this program", path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        let text = |path: &Path| path.display().to_string();
        match self {
            Self::NotWritable { path, .. } | Self::NotReadable { path, .. } => {
                Symptom::FolderNotWritable { path: text(path) }
            }
            Self::TooLarge { .. } => Symptom::InputTooLong,
            Self::Damaged { path } => Symptom::DraftDamaged { path: text(path) },
            Self::TooNew { path, .. } => Symptom::DraftTooNew { path: text(path) },
        }
    }
}

/// The content of a file.
#[derive(Serialize, Deserialize)]
struct Envelope<C> {
    version: u32,
    content: C,
}

/// The result of reading a file.
enum StoredFile<T> {
    Nothing,
    Value(T),
    Damaged,
    TooNew(u32),
}

/// No job and no journal is nearly this large, so a larger file isn't one of this program's.
const LARGEST: u64 = 8 * 1024 * 1024;
const ENDING: &str = ".json";
/// How the name of a file begins that is being written.
const WRITING: &str = ".writing-";

impl<T: Versioned> JsonStore<T> {
    /// The folder at this path. It is created when something is first written to it.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), holds: PhantomData }
    }

    /// The path of the folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path of the file with this name, whether it exists or not.
    pub fn file(&self, name: &FileName) -> PathBuf {
        self.path.join(format!("{name}{ENDING}"))
    }

    /// Reads the value with this name; `None` if there is none.
    ///
    /// # Errors
    /// [`Error::Damaged`] after setting the file aside, so that the next call finds nothing and a write is safe;
    /// [`Error::TooNew`] and [`Error::NotReadable`] with the file left as it is.
    pub fn read(&self, name: &FileName) -> Result<Option<T>, Error> {
        let file = self.file(name);
        match find(&file)? {
            StoredFile::Nothing => Ok(None),
            StoredFile::Value(value) => Ok(Some(value)),
            StoredFile::Damaged => Err(Error::Damaged { path: set_aside(file) }),
            StoredFile::TooNew(version) => Err(Error::TooNew { path: file, version }),
        }
    }

    /// Writes a value and replaces the old one. The file is complete on the disk, and readable only by this user.
    ///
    /// # Errors
    /// [`Error::NotWritable`]; [`Error::TooNew`] if a newer program wrote the old file; [`Error::TooLarge`] if it couldn't
    /// be read again. The old file is unchanged in each case.
    pub fn write(&self, name: &FileName, value: &T) -> Result<(), Error> {
        let file = self.file(name);
        match find::<T>(&file)? {
            StoredFile::TooNew(version) => return Err(Error::TooNew { path: file, version }),
            StoredFile::Damaged => drop(set_aside(file.clone())),
            StoredFile::Nothing | StoredFile::Value(_) => {}
        }
        let envelope = Envelope { version: T::VERSION, content: value };
        let written = serde_json::to_vec_pretty(&envelope).map_err(io::Error::from).and_then(|text| {
            // What is written can be read again.
            if text.len() as u64 > LARGEST { Ok(None) } else { replace(&self.path, &file, &text).map(Some) }
        });
        match written {
            Ok(Some(())) => Ok(()),
            Ok(None) => Err(Error::TooLarge { path: file }),
            Err(error) => Err(Error::NotWritable { path: file, kind: error.kind() }),
        }
    }

    /// Deletes the value with this name, and returns whether there was one.
    ///
    /// # Errors
    /// [`Error::NotWritable`].
    pub fn delete(&self, name: &FileName) -> Result<bool, Error> {
        let file = self.file(name);
        match fs::remove_file(&file) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(Error::NotWritable { path: file, kind: error.kind() }),
        }
    }

    /// The names of all files in order, without those that were set aside. A folder that doesn't exist has no files.
    ///
    /// # Errors
    /// [`Error::NotReadable`].
    pub fn list(&self) -> Result<Vec<FileName>, Error> {
        let unreadable = |error: io::Error| Error::NotReadable { path: self.path.clone(), kind: error.kind() };
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable(error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let file = entry.map_err(unreadable)?.file_name();
            names.extend(file.to_str().and_then(|file| file.strip_suffix(ENDING)).and_then(FileName::parse));
        }
        names.sort();
        Ok(names)
    }
}

fn find<T: Versioned>(file: &Path) -> Result<StoredFile<T>, Error> {
    let unreadable = |error: &io::Error| Error::NotReadable { path: file.to_owned(), kind: error.kind() };
    let text = match files::read(file, LARGEST) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(StoredFile::Nothing),
        Err(error) if error.kind() == ErrorKind::FileTooLarge => return Ok(StoredFile::Damaged),
        Err(error) => return Err(unreadable(&error)),
    };
    // The version is read first, because the rest of a newer program's file may have any form.
    let Ok(Envelope { version, content }) = serde_json::from_slice::<Envelope<Value>>(&text) else {
        return Ok(StoredFile::Damaged);
    };
    if version > T::VERSION {
        return Ok(StoredFile::TooNew(version));
    }
    let content = if version == T::VERSION { Some(content) } else { T::upgrade(version, content) };
    let value = content.and_then(|content| serde_json::from_value(content).ok());
    Ok(value.map_or(StoredFile::Damaged, StoredFile::Value))
}

/// Renames a damaged file, and returns where it is afterward.
fn set_aside(file: PathBuf) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // It is very unlikely that all these names are taken. If they are, the file stays where it is.
    let free = (1..1000).map(|n| file.with_file_name(format!("{name}.damaged-{n}"))).find(|free| !free.exists());
    match free {
        Some(free) if fs::rename(&file, &free).is_ok() => free,
        _ => file,
    }
}

fn replace(folder: &Path, file: &Path, text: &[u8]) -> io::Result<()> {
    make_private_folder(folder)?;
    // The temporary file is in the same folder, because only then a rename is atomic. The crate makes it readable by
    // its owner alone.
    let mut temporary = tempfile::Builder::new().prefix(WRITING).tempfile_in(folder)?;
    // As long as the lock is held, the file isn't swept away. Where there are no locks, only old files are.
    let _ = temporary.as_file().try_lock();
    temporary.write_all(text)?;
    temporary.as_file().sync_all()?;
    temporary.persist(file).map_err(|error| error.error)?;
    sync(folder)
}

/// Removes what writes left behind that were killed in the middle, in this folder of the program and those directly in it,
/// and takes the rights of others from these folders. A file that is being written is locked, and stays.
pub fn sweep(folder: &Path) {
    let folders = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for folder in folders.filter(|path| path.is_dir()).chain([folder.to_owned()]) {
        files::tighten(&folder);
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(WRITING) {
                let is_idle = files::open(&entry.path()).is_ok_and(|file| file.try_lock().is_ok());
                if is_idle {
                    // If it can't be removed, the next start tries again.
                    let _ = fs::remove_file(entry.path());
                }
            }
        }
    }
}

/// Syncs the folder, because without that a power failure can undo a rename. Other systems do this themselves.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail where folders are synced")]
fn sync(_folder: &Path) -> io::Result<()> {
    Ok(())
}
