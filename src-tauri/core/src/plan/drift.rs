//! Compares what this machine has pushed to a source with what the server has now.

use super::fields::{self, Fields};
use super::{Error, Journals, SecretState};
use crate::address::{ServerUrl, Slug};
use crate::authentik::{Client, FlowRow, Source};
use crate::credentials::ClientSecret;
use crate::storage;
use serde_json::{Map, Value};

/// A field whose current value differs from the one that this machine wrote, both as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// The field, as the API names it.
    pub field: String,
    /// The value that was written; empty if there was none.
    pub was: String,
    /// The value that the server has now; empty if there is none.
    pub now: String,
}

impl Journals {
    /// The newest value of each field that this machine wrote to exactly this source and didn't undo. `None` if it
    /// wrote nothing.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn written_fields(
        &self,
        server: &ServerUrl,
        slug: &Slug,
        source: &Source,
    ) -> Result<Option<Map<String, Value>>, storage::Error> {
        let written = self.read(server, slug)?.written(&source.pk);
        Ok((!written.is_empty()).then_some(written))
    }

    /// Compares a secret with the one that this machine last pushed to this source.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn compare_secret(
        &self,
        server: &ServerUrl,
        slug: &Slug,
        secret: &ClientSecret,
        source: &Source,
    ) -> Result<SecretState, storage::Error> {
        Ok(self.read(server, slug)?.held_against(Some(secret), &source.secret_keys()))
    }

    /// Whether the secret that the server has is another one than this machine last pushed to this source; `None` if it
    /// pushed none, as far as is known.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn has_other_secret(
        &self,
        server: &ServerUrl,
        slug: &Slug,
        there: &ClientSecret,
        source: &Source,
    ) -> Result<Option<bool>, storage::Error> {
        Ok(self.read(server, slug)?.has_other_secret(there, &source.secret_keys()))
    }
}

/// Compares a secret with the one that the source has: with the value itself, where the token may see it, otherwise with
/// the one that this machine last pushed.
///
/// # Errors
/// When the server doesn't answer, or the journal can't be read.
pub async fn compare_secret(
    client: &Client,
    journals: &Journals,
    slug: &Slug,
    secret: &ClientSecret,
    source: &Source,
) -> Result<SecretState, Error> {
    let value = match source.consumer_secret_ref.key() {
        Some(key) => client.secret_value(key).await?.map(ClientSecret::from),
        None => None,
    };
    Ok(match value {
        Some(value) if value.is_same(secret) => SecretState::Same,
        Some(_) => SecretState::Different { ending: secret.ending().to_owned() },
        None => journals.compare_secret(client.server(), slug, secret, source)?,
    })
}

/// Each field of `written` that has another value in the source now, in the order in which fields are shown.
pub fn find_drift(source: &Source, written: &Fields, flows: &[FlowRow]) -> Vec<Drift> {
    let now = fields::of_source(source);
    let is_off = |name: &&str| {
        let (was, is) = (written.get(*name), now.get(*name));
        was.zip(is).is_some_and(|(was, is)| !fields::same(name, was, is))
    };
    let text = |value: Option<&Value>| value.map(|value| text(value, flows)).unwrap_or_default();
    fields::ORDER
        .into_iter()
        .filter(is_off)
        .map(|name| Drift { field: name.to_owned(), was: text(written.get(name)), now: text(now.get(name)) })
        .collect()
}

fn text(value: &Value, flows: &[FlowRow]) -> String {
    match value {
        Value::String(text) => {
            flows.iter().find(|flow| flow.pk == *text).map_or_else(|| text.clone(), |flow| flow.slug.clone())
        }
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
        // The values are keys, and their first characters are enough to tell them apart.
        Value::Array(all) => {
            let short = |value: &Value| value.as_str().unwrap_or_default().chars().take(8).collect::<String>();
            all.iter().map(short).collect::<Vec<_>>().join(", ")
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_was_written_is_held_against_what_is_there() {
        let source = Source {
            matching: "email_link".to_owned(),
            enrollment_flow: None,
            additional_scopes: "b a".to_owned(),
            enabled: true,
            ..Source::default()
        };
        let written = json!({
            "user_matching_mode": "identifier", "enrollment_flow": "f-1", "additional_scopes": "a b", "enabled": true,
            "slug": "x",
        });
        let Value::Object(written) = written else { panic!("an object") };
        let row = json!({ "pk": "f-1", "slug": "default-source-enrollment" });
        let flows = [serde_json::from_value(row).expect("a flow")];
        let found: Vec<_> =
            find_drift(&source, &written, &flows).into_iter().map(|d| (d.field, d.was, d.now)).collect();
        let row = |field: &str, was: &str, now: &str| (field.to_owned(), was.to_owned(), now.to_owned());
        let wanted = [
            row("user_matching_mode", "identifier", "email_link"),
            row("enrollment_flow", "default-source-enrollment", ""),
        ];
        assert_eq!(found, wanted);
    }
}
