//! Where secrets stay between two runs: the keyring of the operating system, or memory for one run.
//!
//! - A secret leaves a vault only as a `SecretString`, and goes nowhere else: no file, no log.
//! - [`Vault`] blocks: a keyring may ask its person for a password first. From async code go through [`ask`].
//! - Practice and tests use [`InMemory`]; the user's real entries are touched by the real job alone.

mod key;
mod keyring;
mod memory;
mod unavailable;

pub use key::{Key, SecretKind};
pub use keyring::Keyring;
pub use memory::InMemory;
pub use unavailable::UnavailableVault;

use crate::diagnosis::{Diagnosed, Symptom};
use secrecy::SecretString;
use std::sync::Arc;

/// A place for secrets. Every method blocks until the place has answered.
pub trait Vault: Send + Sync {
    /// The secret of that name, if there is one.
    ///
    /// # Errors
    /// When the vault can't be asked; a missing secret is none.
    fn get(&self, key: &Key) -> Result<Option<SecretString>, Error>;

    /// Stores a secret, in the place of the one that was there.
    ///
    /// # Errors
    /// When the vault can't be written.
    fn put(&self, key: &Key, secret: &SecretString) -> Result<(), Error>;

    /// Deletes a secret, and tells whether there was one.
    ///
    /// # Errors
    /// When the vault can't be written; a missing secret is none.
    fn delete(&self, key: &Key) -> Result<bool, Error>;

    /// How long secrets stay, for the page to say so.
    fn keeps(&self) -> Durability;
}

/// How long a vault keeps what it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Durability {
    /// Until it is deleted, in the keyring.
    InKeyring,
    /// Until the program ends.
    ForThisRun,
}

/// Why a vault can't be used. No variant carries what the keyring said: that can hold a secret's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// This machine has no keyring, or none that was there when the program first asked.
    #[error("no keyring on this machine")]
    Missing,
    /// There is a keyring, but it stays shut: locked, its question for the password turned away, or not set up yet.
    #[error("the keyring is locked")]
    Locked,
    /// The keyring answered with a fault.
    #[error("the keyring failed: {0}")]
    Failed(KeyringFault),
}

/// What kind of fault a keyring reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringFault {
    /// A fault of the platform's own.
    #[error("the platform reports a fault")]
    Platform,
    /// What is stored there isn't text.
    #[error("the entry is no text")]
    Encoding,
    /// Two entries have the same name.
    #[error("two entries have the same name")]
    Ambiguous,
    /// The secret or its name is longer than the keyring takes.
    #[error("the entry is too long")]
    TooLong,
    /// The keyring can't do what was asked.
    #[error("the keyring can't do this")]
    Unsupported,
    /// The call ended without an answer.
    #[error("the call was interrupted")]
    Interrupted,
}

impl Diagnosed for Error {
    fn symptom(&self) -> Symptom {
        match self {
            Self::Missing => Symptom::KeyringMissing,
            Self::Locked => Symptom::KeyringLocked,
            Self::Failed(_) => Symptom::KeyringFailed,
        }
    }
}

/// Asks a vault from async code, on a thread where waiting hurts nobody.
///
/// # Errors
/// Those of the work; [`KeyringFault::Interrupted`] if the thread ended without an answer.
pub async fn ask<T, W>(vault: &Arc<dyn Vault>, work: W) -> Result<T, Error>
where
    T: Send + 'static,
    W: FnOnce(&dyn Vault) -> Result<T, Error> + Send + 'static,
{
    let vault = Arc::clone(vault);
    let asked = tokio::task::spawn_blocking(move || work(vault.as_ref())).await;
    asked.unwrap_or(Err(Error::Failed(KeyringFault::Interrupted)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::{HttpPolicy, ServerUrl};
    use secrecy::ExposeSecret as _;

    #[tokio::test]
    async fn a_vault_is_asked_from_async_code() {
        let server = ServerUrl::read("authentik.company", HttpPolicy::LoopbackOnly).expect("an address").url;
        let key = Key::api_token(&server);
        let vault: Arc<dyn Vault> = Arc::new(InMemory::default());
        let stored = key.clone();
        ask(&vault, move |vault| vault.put(&stored, &"token".into())).await.expect("memory");
        let found = ask(&vault, move |vault| vault.get(&key)).await.expect("memory");
        assert_eq!(found.expect("a token").expose_secret(), "token");
    }

    #[tokio::test]
    async fn a_call_that_dies_is_a_fault_of_the_vault() {
        let vault: Arc<dyn Vault> = Arc::new(InMemory::default());
        let asked = ask::<(), _>(&vault, |_| std::panic::resume_unwind(Box::new("as a bug would"))).await;
        assert_eq!(asked, Err(Error::Failed(KeyringFault::Interrupted)));
    }
}
