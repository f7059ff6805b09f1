use super::{Durability, Error, Key, Vault};
use secrecy::SecretString;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A vault in memory, for this run only. It is used in practice, in tests, and on machines without a keyring if the
/// admin agreed to that.
#[derive(Default)]
pub struct InMemory(Mutex<HashMap<Key, SecretString>>);

impl InMemory {
    fn entries(&self) -> MutexGuard<'_, HashMap<Key, SecretString>> {
        // Even if another thread panicked while it held the lock, the map is still consistent.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InMemory({} entries)", self.entries().len())
    }
}

impl Vault for InMemory {
    fn get(&self, key: &Key) -> Result<Option<SecretString>, Error> {
        Ok(self.entries().get(key).cloned())
    }

    fn put(&self, key: &Key, secret: &SecretString) -> Result<(), Error> {
        self.entries().insert(key.clone(), secret.clone());
        Ok(())
    }

    fn delete(&self, key: &Key) -> Result<bool, Error> {
        Ok(self.entries().remove(key).is_some())
    }

    fn keeps(&self) -> Durability {
        Durability::ForThisRun
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{HttpPolicy, ServerUrl, Slug};
    use secrecy::ExposeSecret as _;

    #[test]
    fn each_server_and_kind_has_its_own_entry() {
        let server = |text| ServerUrl::parse(text, HttpPolicy::LoopbackOnly).expect("an address").url;
        let (here, there) = (server("a.company"), server("a.company/sso"));
        let slug = Slug::parse("x").expect("a slug");
        let keys = [Key::api_token(&here), Key::api_token(&there), Key::client_secret(&here, &slug)];
        let vault = InMemory::default();
        for (key, secret) in keys.iter().zip(["one", "two", "CANARY"]) {
            assert!(vault.get(key).expect("memory").is_none());
            vault.put(key, &secret.into()).expect("memory");
        }
        let got = vault.get(&keys[1]).expect("memory").expect("an entry");
        assert_eq!(got.expose_secret(), "two");
        assert!(vault.delete(&keys[1]).expect("memory"));
        assert!(!vault.delete(&keys[1]).expect("memory"));
        assert_eq!(format!("{vault:?}"), "InMemory(2 entries)");
    }
}
