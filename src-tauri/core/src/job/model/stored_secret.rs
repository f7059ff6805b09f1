//! Where a secret is stored, and how to recognize it.

use crate::address::ServerUrl;
use crate::clock::Clock;
use crate::credentials::ending_of;
use crate::vault::{Key, SecretKind};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

/// Where a secret is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum SecretLocation {
    /// The desktop's keyring.
    Keyring,
    /// This program's memory, until it exits.
    Memory,
}

/// The record of a stored secret: where it is, and how to recognize it. Never the secret itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StoredSecret {
    /// Its last four characters; fewer if it is short.
    pub ending: String,
    /// When it was stored (RFC 3339, UTC).
    pub at: String,
    /// The vault that it is in.
    pub place: SecretLocation,
    /// The server that it is for (the address without a trailing slash).
    pub server: String,
}

impl StoredSecret {
    /// Records that this secret for this server is stored at this place.
    pub(in crate::job) fn new(clock: &Clock, secret: &SecretString, place: SecretLocation, server: &str) -> Self {
        let ending = ending_of(secret.expose_secret()).to_owned();
        Self { ending, at: clock.stamp(), place, server: server.to_owned() }
    }

    /// The key of an API token in its vault.
    pub(in crate::job) fn api_token_key(&self) -> Key {
        Key { server: self.server.clone(), kind: SecretKind::ApiToken }
    }

    /// A record that the keyring may hold a secret for this server from another run.
    pub fn for_keyring(server: &ServerUrl) -> Self {
        let server = server.as_str().to_owned();
        Self { ending: String::new(), at: String::new(), place: SecretLocation::Keyring, server }
    }
}
