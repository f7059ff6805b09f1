use super::Error;
use reqwest::Certificate;
use std::path::{Path, PathBuf};

/// A file with certificates of a private CA, trusted beside the platform's roots.
#[derive(Clone, Debug)]
pub struct CaFile {
    path: PathBuf,
    certificates: Vec<Certificate>,
}

/// Larger than any bundle of roots in use, in bytes.
const MAX_FILE: u64 = 4 << 20;

impl CaFile {
    /// Reads certificates in PEM (any number) or DER (one).
    ///
    /// # Errors
    /// [`Error::Ca`] when the file can't be read, is larger than 4 MiB, or holds no certificate.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let unreadable = || Error::Ca(path.to_owned());
        let size = std::fs::metadata(path).map_err(|_| unreadable())?.len();
        if size > MAX_FILE {
            return Err(unreadable());
        }
        let bytes = std::fs::read(path).map_err(|_| unreadable())?;
        let certificates = if bytes.windows(5).any(|window| window == b"-----") {
            Certificate::from_pem_bundle(&bytes)
        } else {
            Certificate::from_der(&bytes).map(|certificate| vec![certificate])
        }
        .map_err(|_| unreadable())?;
        if certificates.is_empty() {
            return Err(unreadable());
        }
        Ok(Self { path: path.to_owned(), certificates })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }
}
