//! Where a server has the Client Secret of a source: in the source, or in a Secret of its own.
//!
//! Secrets are objects as drafted for 2026.11 [D, docs/evidence/authentik.md §7.3]. Whether a server has them is told by
//! its answers, and never by its release.

use super::Error;
use super::client::Client;
use super::object::ObjectKind;
use super::shapes::{SecretRef, Source};
use super::write_options::WriteOptions;
use crate::diagnosis::Right;
use secrecy::SecretString;

/// Where a server takes the Client Secret of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretForm {
    /// In the source's own field `consumer_secret`, which is never returned.
    Field,
    /// In a Secret, which `consumer_secret_ref` of the source refers to.
    Object,
}

impl SecretForm {
    /// Where sources have their Client Secret, by what may be written to the list of sources or to one of them; `None` if
    /// the token may write neither. A server that takes both forms gets the older one, which needs no further right.
    pub fn from_options(options: &WriteOptions) -> Option<Self> {
        if options.takes("consumer_secret") {
            return Some(Self::Field);
        }
        options.takes("consumer_secret_ref").then_some(Self::Object)
    }
}

impl Client {
    /// Where this server takes the Client Secret of the source `there`, or of a new one. `options` is what may be written
    /// to the list of sources. Where the token may write nothing, one more request may be needed.
    pub async fn secret_form(
        &self,
        sources: &[Source],
        there: Option<&Source>,
        options: Option<&WriteOptions>,
    ) -> SecretForm {
        match there.map(|source| &source.consumer_secret_ref) {
            Some(SecretRef::To(_)) => return SecretForm::Object,
            Some(SecretRef::Missing) => return SecretForm::Field,
            Some(SecretRef::Nothing) | None => {}
        }
        if let Some(form) = options.and_then(SecretForm::from_options) {
            return form;
        }
        // The token may not add sources, so nothing is told of their fields. Those that are there tell what they have.
        let has_objects = match sources.first() {
            Some(source) => source.consumer_secret_ref != SecretRef::Missing,
            None => self.write_options(ObjectKind::Secret, None).await.is_some(),
        };
        if has_objects { SecretForm::Object } else { SecretForm::Field }
    }

    /// The value of a Secret; `None` if the token may not see it, or if there is no such Secret.
    ///
    /// # Errors
    /// When authentik doesn't answer.
    pub async fn secret_value(&self, pk: &str) -> Result<Option<SecretString>, Error> {
        let mut segments = ObjectKind::Secret.segments().to_vec();
        segments.extend([pk, "view_value"]);
        match self.read_secret(self.api(&segments, &[]), &[Right::ViewSecret, Right::ViewSecretValue]).await {
            Ok(value) => Ok(value),
            Err(Error::RightsMissing { .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn where_the_secret_goes_is_told_by_the_fields_that_can_be_written() {
        let (writable, read_only) = (json!({ "read_only": false }), json!({ "read_only": true }));
        for (fields, wanted) in [
            (json!({ "consumer_secret": writable }), Some(SecretForm::Field)),
            (json!({ "consumer_secret_ref": writable }), Some(SecretForm::Object)),
            (json!({ "consumer_secret_ref": writable, "consumer_secret": writable }), Some(SecretForm::Field)),
            (json!({ "consumer_secret_ref": writable, "consumer_secret": read_only }), Some(SecretForm::Object)),
            (json!({ "consumer_secret_ref": read_only, "name": writable }), None),
        ] {
            let told: Value = json!({ "renders": [], "actions": { "POST": fields } });
            let options: WriteOptions = serde_json::from_value(told).expect("options");
            assert_eq!(SecretForm::from_options(&options), wanted, "{fields}");
        }
    }
}
