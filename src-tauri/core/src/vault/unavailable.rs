use super::{Durability, Error, Key, Vault};
use secrecy::SecretString;

/// A vault that can't be used, and answers every call with the reason. It lets a job on a machine without a keyring go
/// on until a secret has to be stored.
#[derive(Clone, Copy, Debug)]
pub struct UnavailableVault(pub Error);

impl Vault for UnavailableVault {
    fn get(&self, _: &Key) -> Result<Option<SecretString>, Error> {
        Err(self.0)
    }

    fn put(&self, _: &Key, _: &SecretString) -> Result<(), Error> {
        Err(self.0)
    }

    fn delete(&self, _: &Key) -> Result<bool, Error> {
        Err(self.0)
    }

    fn keeps(&self) -> Durability {
        Durability::InKeyring
    }
}
