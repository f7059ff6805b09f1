use super::Error;
use crate::files;
use reqwest::Certificate;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use std::path::{Path, PathBuf};

/// A file with the certificates of a private CA, which are trusted in addition to the platform's roots.
#[derive(Clone, Debug)]
pub struct CaFile {
    path: PathBuf,
    certificates: Vec<Certificate>,
    roots: Vec<CertificateDer<'static>>,
}

/// Two files are equal if they have the same path and the same certificates.
impl PartialEq for CaFile {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.roots == other.roots
    }
}

/// The size limit in bytes, which is larger than any bundle of roots in use.
const MAX_FILE: u64 = 4 << 20;

impl CaFile {
    /// Reads certificates in PEM (any number) or DER (one).
    ///
    /// # Errors
    /// [`Error::Ca`] when the file can't be read, isn't a regular one, is larger than 4 MiB, or holds no certificate.
    pub fn load(path: &Path) -> Result<Self, Error> {
        let unreadable = || Error::Ca(path.to_owned());
        let bytes = files::read(path, MAX_FILE).map_err(|_| unreadable())?;
        let is_pem = bytes.windows(5).any(|window| window == b"-----");
        let certificates = if is_pem {
            Certificate::from_pem_bundle(&bytes)
        } else {
            Certificate::from_der(&bytes).map(|certificate| vec![certificate])
        }
        .map_err(|_| unreadable())?;
        if certificates.is_empty() {
            return Err(unreadable());
        }
        let roots = if is_pem {
            CertificateDer::pem_slice_iter(&bytes).collect::<Result<_, _>>().map_err(|_| unreadable())?
        } else {
            vec![CertificateDer::from(bytes)]
        };
        Ok(Self { path: path.to_owned(), certificates, roots })
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The number of certificates in the file.
    pub fn count(&self) -> usize {
        self.roots.len()
    }

    pub(super) fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    pub(super) fn roots(&self) -> &[CertificateDer<'static>] {
        &self.roots
    }
}
