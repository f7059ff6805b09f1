use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An app's OAuth 2.0 Client ID. It is part of every authorize URL, so it isn't secret.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ClientId(String);

impl ClientId {
    /// The text as X knows it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for ClientId {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for ClientId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An app's OAuth 2.0 Client Secret. Readable only through [`ExposeSecret`].
#[derive(Clone)]
pub struct ClientSecret(SecretString);

impl ClientSecret {
    /// If a shorter secret showed its last characters, too little of it would remain secret.
    const SHORTEST_TO_SHOW: usize = 16;

    /// The last four characters, to be shown as "ends …x7Qd"; empty for a secret that is too short for that.
    pub fn ending(&self) -> &str {
        last_four(self.0.expose_secret(), Self::SHORTEST_TO_SHOW)
    }

    /// Whether it is the same secret as the other one.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }

    /// The secret as a value to be stored or sent.
    pub fn into_secret(self) -> SecretString {
        self.0
    }
}

/// The last four characters of a secret of any kind, so that people can recognize it; empty if it is too short to stay
/// secret without them.
pub fn ending_of(text: &str) -> &str {
    last_four(text, 12)
}

/// The last four characters of a text with at least this many characters, or else nothing.
fn last_four(text: &str, shortest: usize) -> &str {
    if text.chars().count() < shortest {
        return "";
    }
    text.char_indices().nth_back(3).map_or("", |(at, _)| &text[at..])
}

impl From<SecretString> for ClientSecret {
    fn from(text: SecretString) -> Self {
        Self(text)
    }
}

impl From<&str> for ClientSecret {
    fn from(text: &str) -> Self {
        Self(SecretString::from(text))
    }
}

impl ExposeSecret<str> for ClientSecret {
    fn expose_secret(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientSecret([hidden])")
    }
}

/// An app's client credentials at X.
#[derive(Clone, Debug)]
pub struct ClientCredentials {
    /// The Client ID, which is public.
    pub id: ClientId,
    /// The Client Secret.
    pub secret: ClientSecret,
}
