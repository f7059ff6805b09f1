//! Client Secrets as objects of their own, as they were drafted for 2026.11: names, kinds and permissions are those of the
//! drafts, everything else here is made up after authentik's key pairs [D, I, docs/evidence/authentik.md §7.3].

use super::source::model;
use super::{clock, random};
use secrecy::SecretString;
use serde_json::{Value, json};

/// The kinds of value.
pub(crate) const TYPES: [&str; 3] = ["text", "multiline_text", "file"];

#[derive(Clone, Debug)]
pub(crate) struct Secret {
    pub pk: String,
    pub name: String,
    pub kind: String,
    pub value: SecretString,
    created: String,
    last_updated: String,
}

impl Secret {
    pub(crate) fn new() -> Self {
        let now = clock::now();
        Self {
            pk: random::uuid(),
            name: String::new(),
            kind: TYPES[0].to_owned(),
            value: generated(),
            created: now.clone(),
            last_updated: now,
        }
    }

    /// Its value is another one from now on.
    pub(crate) fn put(&mut self, value: SecretString) {
        self.value = value;
        self.last_updated = clock::now();
    }

    pub(crate) fn model(&self) -> Value {
        model(&self.pk, "authentik_crypto", &self.name, "secret")
    }

    /// All but its value, which has a call and a right of its own.
    pub(crate) fn view(&self) -> Value {
        json!({
            "pk": self.pk,
            "name": self.name,
            "type": self.kind,
            "managed": null,
            "created": self.created,
            "last_updated": self.last_updated,
            "component": "ak-crypto-secret-form",
            "verbose_name": "Secret",
            "verbose_name_plural": "Secrets",
            "meta_model_name": "authentik_crypto.secret",
        })
    }
}

/// A value that the server makes where none is given.
pub(crate) fn generated() -> SecretString {
    random::letters(64).into()
}
