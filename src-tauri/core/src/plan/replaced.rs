//! The Client Secret that a push replaced, where the server shows such values: kept in the vault, never in the journal,
//! until the push is undone.

use crate::address::{ServerUrl, Slug};
use crate::credentials::ClientSecret;
use crate::vault::{self, InMemory, Key, Vault};
use std::fmt;
use std::sync::Arc;

/// Where replaced secrets are kept: the keyring, and this run's memory where the keyring can't be used.
#[derive(Clone)]
pub(super) struct ReplacedSecrets {
    vault: Arc<dyn Vault>,
    memory: Arc<dyn Vault>,
}

impl Default for ReplacedSecrets {
    fn default() -> Self {
        let memory: Arc<dyn Vault> = Arc::new(InMemory::default());
        Self { vault: Arc::clone(&memory), memory }
    }
}

impl fmt::Debug for ReplacedSecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReplacedSecrets").finish_non_exhaustive()
    }
}

impl ReplacedSecrets {
    pub(super) fn new(vault: &Arc<dyn Vault>, memory: &Arc<dyn Vault>) -> Self {
        Self { vault: Arc::clone(vault), memory: Arc::clone(memory) }
    }

    /// Keeps the secret that a source has before a push replaces it, and returns whether it is kept.
    pub(super) async fn keep(&self, server: &ServerUrl, slug: &Slug, secret: ClientSecret) -> bool {
        let key = Key::replaced_secret(server, slug);
        let secret = secret.into_secret();
        for vault in [&self.vault, &self.memory] {
            let (key, secret) = (key.clone(), secret.clone());
            if vault::ask(vault, move |vault| vault.put(&key, &secret)).await.is_ok() {
                return true;
            }
        }
        false
    }

    /// The replaced secret of a source, if one is kept. A vault that can't be read has none.
    pub(super) async fn get(&self, server: &ServerUrl, slug: &Slug) -> Option<ClientSecret> {
        let key = Key::replaced_secret(server, slug);
        for vault in [&self.memory, &self.vault] {
            let key = key.clone();
            if let Ok(Some(secret)) = vault::ask(vault, move |vault| vault.get(&key)).await {
                return Some(ClientSecret::from(secret));
            }
        }
        None
    }

    /// Forgets the replaced secret of a source.
    pub(super) async fn forget(&self, server: &ServerUrl, slug: &Slug) {
        let key = Key::replaced_secret(server, slug);
        for vault in [&self.vault, &self.memory] {
            let key = key.clone();
            // One that stays is overwritten by the next, and no undo takes it for its own.
            let _ = vault::ask(vault, move |vault| vault.delete(&key)).await;
        }
    }
}
