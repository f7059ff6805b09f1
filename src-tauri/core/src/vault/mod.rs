//! Where secrets are stored between two runs: the keyring of the operating system, or memory for one run.
//!
//! - A secret leaves a vault only as a `SecretString`, and is never written to a file or a log.
//! - [`Vault`] blocks, because a keyring may have to ask the person for a password. Async code uses [`ask`].
//! - The keyring is another program, which may never answer. Only a [`BoundedVault`] around it is used.
//! - Practice and tests use [`InMemory`]. Only a real job touches the person's real entries.

mod absent;
mod bounded;
pub mod dumps;
mod key;
mod keyring;
mod memory;
mod unavailable;

pub use absent::AbsentSecrets;
pub use bounded::{BoundedVault, VaultTimeouts, VaultWait};
pub use key::{Key, SecretKind};
pub use keyring::Keyring;
pub use memory::InMemory;
pub use unavailable::UnavailableVault;

use crate::diagnosis::{Diagnosed, Symptom};
use secrecy::SecretString;
use std::sync::Arc;

/// A store for secrets. Every method blocks until the store has answered.
pub trait Vault: Send + Sync {
    /// Returns the secret with this key, if there is one.
    ///
    /// # Errors
    /// When the vault can't be read. A missing secret isn't an error.
    fn get(&self, key: &Key) -> Result<Option<SecretString>, Error>;

    /// Stores a secret, and replaces the previous one.
    ///
    /// # Errors
    /// When the vault can't be written.
    fn put(&self, key: &Key, secret: &SecretString) -> Result<(), Error>;

    /// Deletes a secret, and returns whether there was one.
    ///
    /// # Errors
    /// When the vault can't be written. A missing secret isn't an error.
    fn delete(&self, key: &Key) -> Result<bool, Error>;

    /// How long secrets are kept, so that the page can say so.
    fn keeps(&self) -> Durability;
}

/// How long a vault keeps secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Durability {
    /// Until it is deleted, in the keyring.
    InKeyring,
    /// Until the program ends.
    ForThisRun,
}

/// Why a vault can't be used. No variant contains the keyring's message, because that may include bytes of a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// This machine has no keyring, or had none when the program first tried to open it.
    #[error("no keyring on this machine")]
    Missing,
    /// The keyring can't be opened: it is locked, its password prompt was dismissed, or it isn't set up yet.
    #[error("the keyring is locked")]
    Locked,
    /// The keyring didn't answer in time.
    #[error("the keyring doesn't answer")]
    Silent,
    /// The keyring reported an error.
    #[error("the keyring failed: {0}")]
    Failed(KeyringFault),
}

/// The kind of error that a keyring reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyringFault {
    /// An error of the platform.
    #[error("the platform reports a fault")]
    Platform,
    /// The stored value isn't text.
    #[error("the entry is no text")]
    Encoding,
    /// Two entries have the same name.
    #[error("two entries have the same name")]
    Ambiguous,
    /// The secret or its name is too long for the keyring.
    #[error("the entry is too long")]
    TooLong,
    /// The keyring doesn't support the operation.
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
            Self::Silent => Symptom::KeyringSilent,
            Self::Failed(_) => Symptom::KeyringFailed,
        }
    }
}

/// Calls a vault from async code, on a thread that may block.
///
/// # Errors
/// Those of the work itself; [`KeyringFault::Interrupted`] if the thread ended without an answer.
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
        let server = ServerUrl::parse("authentik.company", HttpPolicy::LoopbackOnly).expect("an address").url;
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
