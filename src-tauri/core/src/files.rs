//! Files that a person or another program names, read with bounds. A leaf.
//!
//! A name can lead to anything: a pipe that nobody writes to, a device that has no end, a file that grows while it is
//! read. So only regular files are opened, opening never waits, and no more than a given number of bytes is read,
//! whatever length the file claims to have.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// Opens a regular file for reading. A link is followed.
///
/// # Errors
/// When it can't be opened; [`ErrorKind::InvalidInput`] if it is a pipe, a device, a socket or a folder.
pub fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true);
    // Without it, opening a pipe waits for somebody who writes to it.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        &mut options,
        rustix::fs::OFlags::NONBLOCK.bits().try_into().unwrap_or_default(),
    );
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(ErrorKind::InvalidInput, "it is not a regular file"))
    }
}

/// Reads a regular file of at most `most` bytes.
///
/// # Errors
/// As [`open`]; [`ErrorKind::FileTooLarge`] if it is longer, no matter what its length was said to be.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::new(ErrorKind::FileTooLarge, format!("it is longer than {most} bytes")));
    }
    Ok(bytes)
}

/// Reads a regular file of at most `most` bytes as text.
///
/// # Errors
/// As [`read`]; [`ErrorKind::InvalidData`] if it isn't UTF-8.
pub fn read_text(path: &Path, most: u64) -> io::Result<String> {
    String::from_utf8(read(path, most)?).map_err(|_| io::Error::new(ErrorKind::InvalidData, "it is not text"))
}

/// Creates a folder, and each missing folder above it, for its owner alone.
///
/// # Errors
/// When one of them can't be created.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes the rights of others from a folder of this program's own, which an earlier version or a copy may have given them.
/// Where the system doesn't allow that, `doctor` says so.
pub fn tighten(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let is_open = |entry: &std::fs::Metadata| entry.is_dir() && entry.permissions().mode() & 0o077 != 0;
        // A symbolic link leads to a folder that somebody else may have chosen for more than this.
        if std::fs::symlink_metadata(folder).is_ok_and(|entry| is_open(&entry)) {
            let _ = std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700));
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_the_bound_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "12345").expect("a file");
        assert_eq!(read(&file, 5).expect("a file"), b"12345");
        assert_eq!(read(&file, 4).expect_err("too long").kind(), ErrorKind::FileTooLarge);
        assert_eq!(read_text(&file, 5).expect("text"), "12345");
    }

    #[cfg(unix)]
    #[test]
    fn pipes_devices_and_folders_are_refused_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RWXU).expect("a pipe");
        for path in [pipe.as_path(), Path::new("/dev/zero"), folder.path()] {
            assert_eq!(read(path, 10).expect_err("no file").kind(), ErrorKind::InvalidInput, "{}", path.display());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_others_may_read_is_closed_and_a_link_is_not_followed() {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| std::fs::metadata(path).expect("a folder").permissions().mode() & 0o777;
        let above = tempfile::tempdir().expect("a folder");
        let (own, other, link) = (above.path().join("own"), above.path().join("other"), above.path().join("link"));
        for folder in [&own, &other] {
            std::fs::create_dir(folder).expect("a folder");
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).expect("a folder");
        }
        std::os::unix::fs::symlink(&other, &link).expect("a link");
        tighten(&own);
        tighten(&link);
        tighten(&above.path().join("none"));
        assert_eq!((mode(&own), mode(&other)), (0o700, 0o755));
    }

    #[cfg(unix)]
    #[test]
    fn every_folder_on_the_way_is_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let above = tempfile::tempdir().expect("a folder");
        let folder = above.path().join("data/sourcerer/journals");
        make_private_folder(&folder).expect("a folder");
        make_private_folder(&folder).expect("it is there already");
        for part in ["data", "data/sourcerer", "data/sourcerer/journals"] {
            let mode = std::fs::metadata(above.path().join(part)).expect("a folder").permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "{part}");
        }
    }
}
