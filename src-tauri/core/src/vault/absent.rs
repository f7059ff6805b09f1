use super::Key;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The names of the secrets that a vault was asked for and didn't have. It lasts for one run of the program, and is how
/// a job learns that a secret which it has a record of is gone: a keyring can lose an entry without the program's doing.
#[derive(Clone, Debug, Default)]
pub struct AbsentSecrets(Arc<Mutex<HashSet<Key>>>);

impl AbsentSecrets {
    /// Records whether the vault has the secret with this key.
    pub fn record(&self, key: &Key, is_absent: bool) {
        let mut absent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if is_absent {
            absent.insert(key.clone());
        } else {
            absent.remove(key);
        }
    }

    /// Whether the vault didn't have this secret when it was asked for last.
    pub fn contains(&self, key: &Key) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(key)
    }
}
