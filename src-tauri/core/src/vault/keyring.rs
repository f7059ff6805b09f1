use super::{Durability, Error, Key, KeyringFault, Vault};
use ::keyring::{Entry, Error as Said};
use secrecy::{ExposeSecret, SecretString};

/// The keyring of the operating system: Secret Service, Keychain, Credential Manager.
#[derive(Clone, Debug)]
pub struct Keyring {
    service: String,
}

impl Keyring {
    /// The name of the program in the keyring.
    pub const SERVICE: &str = "Sourcerer";

    /// Opens the keyring, if this machine has one. The store is opened once for each process, so a keyring that is
    /// started later is found only after a restart. Blocks.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none.
    pub fn open() -> Result<Self, Error> {
        Self::open_as(Self::SERVICE)
    }

    /// Opens the keyring under another program name, so that a test doesn't touch real entries.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none.
    pub fn open_as(service: &str) -> Result<Self, Error> {
        match Entry::store_status() {
            Ok(()) => Ok(Self { service: service.to_owned() }),
            Err(_) => Err(Error::Missing),
        }
    }

    fn entry(&self, key: &Key) -> Result<Entry, Error> {
        Entry::new(&self.service, &key.to_string()).map_err(|said| error(&said))
    }
}

impl Vault for Keyring {
    fn get(&self, key: &Key) -> Result<Option<SecretString>, Error> {
        match self.entry(key)?.get_password() {
            Ok(secret) => Ok(Some(SecretString::from(secret))),
            Err(Said::NoEntry) => Ok(None),
            Err(said) => Err(error(&said)),
        }
    }

    fn put(&self, key: &Key, secret: &SecretString) -> Result<(), Error> {
        self.entry(key)?.set_password(secret.expose_secret()).map_err(|said| error(&said))
    }

    fn delete(&self, key: &Key) -> Result<bool, Error> {
        match self.entry(key)?.delete_credential() {
            Ok(()) => Ok(true),
            Err(Said::NoEntry) => Ok(false),
            Err(said) => Err(error(&said)),
        }
    }

    fn keeps(&self) -> Durability {
        Durability::InKeyring
    }
}

/// Maps the error by the crate's variants, never by its text. `NoStorageAccess` means a locked keyring, a dismissed
/// password prompt, or a service without a default collection. All three are fixed in the window of the keyring.
fn error(said: &Said) -> Error {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the crate's enum is open: what it adds is a fault of the platform"
    )]
    match said {
        Said::NoDefaultStore => Error::Missing,
        Said::NoStorageAccess(_) => Error::Locked,
        Said::BadEncoding(_) | Said::BadDataFormat(..) => Error::Failed(KeyringFault::Encoding),
        Said::Ambiguous(_) => Error::Failed(KeyringFault::Ambiguous),
        Said::TooLong(..) => Error::Failed(KeyringFault::TooLong),
        Said::NotSupportedByStore(_) | Said::Invalid(..) => Error::Failed(KeyringFault::Unsupported),
        _ => Error::Failed(KeyringFault::Platform),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnosis::{Diagnosed as _, Symptom};

    #[test]
    fn what_the_keyring_says_is_diagnosed() {
        #[track_caller]
        fn check(said: &Said, symptom: &Symptom) {
            assert_eq!(&error(said).symptom(), symptom);
        }
        let cause = || Box::new(std::io::Error::other("the platform's words"));
        check(&Said::NoDefaultStore, &Symptom::KeyringMissing);
        check(&Said::NoStorageAccess(cause()), &Symptom::KeyringLocked);
        check(&Said::PlatformFailure(cause()), &Symptom::KeyringFailed);
        check(&Said::TooLong("user".to_owned(), 9), &Symptom::KeyringFailed);
        check(&Said::Ambiguous(Vec::new()), &Symptom::KeyringFailed);
        check(&Said::BadStoreFormat("torn".to_owned()), &Symptom::KeyringFailed);
    }

    #[test]
    fn an_entry_that_is_no_text_is_not_told() {
        let told = error(&Said::BadEncoding(b"CANARY\xff".to_vec()));
        assert_eq!(told, Error::Failed(KeyringFault::Encoding));
        let shown = format!("{told} {told:?}");
        assert!(!shown.contains("CANARY") && !shown.contains("67"), "{shown}");
    }
}
