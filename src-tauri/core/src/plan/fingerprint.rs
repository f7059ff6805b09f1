//! Recognizes the Client Secret that was pushed last without storing it.

use crate::credentials::ClientSecret;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// An HMAC-SHA256 of a Client Secret under a random salt. It tells whether another secret is the same one, and nothing
/// else. X's secrets have about 290 bits, so they can't be guessed from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fingerprint {
    source: String,
    salt: String,
    mac: String,
}

impl Fingerprint {
    /// `None` if the machine can't provide random numbers. The secret then counts as unknown and is written again.
    pub(super) fn new(secret: &ClientSecret, source: &str) -> Option<Self> {
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).ok()?;
        let mac = Self::mac(&salt, secret)?.finalize().into_bytes();
        Some(Self { source: source.to_owned(), salt: STANDARD.encode(salt), mac: STANDARD.encode(mac) })
    }

    /// The same fingerprint, assigned to a source whose key has become known.
    pub(super) fn of(self, source: &str) -> Self {
        Self { source: source.to_owned(), ..self }
    }

    pub(super) fn is_at(&self, source: &str) -> bool {
        self.source == source
    }

    pub(super) fn is_of(&self, secret: &ClientSecret) -> bool {
        let (Ok(salt), Ok(known)) = (STANDARD.decode(&self.salt), STANDARD.decode(&self.mac)) else { return false };
        Self::mac(&salt, secret).is_some_and(|mac| mac.verify_slice(&known).is_ok())
    }

    fn mac(salt: &[u8], secret: &ClientSecret) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::new_from_slice(salt).ok()?;
        mac.update(secret.expose_secret().as_bytes());
        Some(mac)
    }
}
