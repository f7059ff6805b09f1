//! What the practice servers were asked, so that a test can prove what was and what wasn't.

use std::sync::{Arc, Mutex, PoisonError};

/// Which server was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The practice X.
    X,
    /// The practice authentik.
    Authentik,
}

/// One request, with what tests may look at; never a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who was asked.
    pub side: Side,
    /// The method, in capitals.
    pub method: String,
    /// The path, without its query.
    pub path: String,
    /// The status answered.
    pub status: u16,
}

/// The list of requests; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<Vec<Asked>>>);

impl Log {
    /// Adds a request.
    pub fn add(&self, asked: Asked) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }

    /// All requests so far, oldest first.
    pub fn all(&self) -> Vec<Asked> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
