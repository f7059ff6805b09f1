//! Users, and what a server still records about deleted links: what a link repair needs to read.

use super::Error;
use super::client::{Client, MAX_PAGES};
use super::shapes::EventUser;
use crate::diagnosis::Right;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The attribute in which authentik keeps the names of the sources that enrolled a user.
const SOURCES: &str = "goauthentik.io/user/sources";

/// A user, with the fields that show where the user came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRecord {
    /// The user's number.
    pub pk: i64,
    /// The user name.
    pub username: String,
    /// The person's name.
    #[serde(default)]
    pub name: String,
    /// Whether the user is active and may sign in.
    #[serde(default = "yes")]
    pub is_active: bool,
    /// Whether the user is a superuser.
    #[serde(default)]
    pub is_superuser: bool,
    /// The user's path in the directory.
    #[serde(default)]
    pub path: String,
    /// The user's attributes.
    #[serde(default)]
    pub attributes: Map<String, Value>,
}

impl UserRecord {
    /// Whether this source enrolled the user: the user is in the source's path, or the user's attributes name the
    /// source [docs/evidence/authentik.md §1.2]. Both may have been changed since.
    pub fn is_enrolled_by(&self, slug: &str, name: &str) -> bool {
        let sources = self.attributes.get(SOURCES).and_then(Value::as_array);
        let named = sources.is_some_and(|sources| sources.iter().any(|source| source == name));
        named || self.path == format!("goauthentik.io/sources/{slug}")
    }
}

/// The users that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserRecords {
    /// The users that the token may see.
    pub seen: Vec<UserRecord>,
    /// Whether the server may have more users than were read.
    pub cut: bool,
}

/// An event about an object that was created, changed or deleted, without the request that caused it.
///
/// Only a licensed server records the object's fields [D, docs/evidence/authentik.md §1.3].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AuditEvent {
    /// What happened: `model_created`, `model_deleted` …
    pub action: String,
    /// Who did it.
    #[serde(default)]
    pub user: EventUser,
    /// The object that it happened to.
    #[serde(default)]
    context: AuditContext,
    /// When it happened (RFC 3339).
    pub created: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
struct AuditContext {
    #[serde(default)]
    model: AuditModel,
    #[serde(default)]
    diff: Map<String, Value>,
    #[serde(default)]
    model_state: Map<String, Value>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
struct AuditModel {
    #[serde(default)]
    pk: Value,
    #[serde(default)]
    name: String,
}

impl AuditEvent {
    /// The object's primary key, a uuid without dashes.
    pub fn pk(&self) -> String {
        key(&self.context.model.pk)
    }

    /// The user and the source of a link. The link's name in events contains both on every server
    /// [docs/evidence/authentik.md §1.3]: `User-source connection (user=4, source=…)`. The source's key has no dashes.
    pub fn link(&self) -> Option<(i64, String)> {
        let (_, inside) = self.context.model.name.split_once("(user=")?;
        let (user, source) = inside.trim_end_matches(')').split_once(", source=")?;
        Some((user.parse().ok()?, source.replace('-', "")))
    }

    /// The value of a field when the object was created or deleted. A key has no dashes.
    pub fn value(&self, field: &str) -> Option<String> {
        let made = self.context.diff.get(field).and_then(|diff| diff.get("new_value"));
        self.context.model_state.get(field).or(made).map(text).filter(|text| !text.is_empty())
    }

    /// The value of a field that holds a key.
    pub fn key_value(&self, field: &str) -> Option<String> {
        self.value(field).map(|told| told.replace('-', ""))
    }
}

fn key(value: &Value) -> String {
    text(value).replace('-', "")
}

/// The API may return a number as a number or as text.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

/// A kind of object whose events a link repair reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditedModel {
    /// OAuth sources.
    Source,
    /// Users' links to accounts at OAuth sources.
    Link,
}

impl Client {
    /// All users, up to the limit of a list.
    ///
    /// # Errors
    /// When the token may not see them, or authentik doesn't answer.
    pub async fn users(&self) -> Result<UserRecords, Error> {
        let seen: Vec<UserRecord> = self.list(&["core", "users"], &[("ordering", "pk")], &[Right::ViewUsers]).await?;
        let cut = seen.len() >= MAX_PAGES as usize * 100;
        Ok(UserRecords { seen, cut })
    }

    /// The events about one kind of object, the newest first, as far back as the server keeps them.
    ///
    /// # Errors
    /// When the token may not see events, or authentik doesn't answer.
    pub async fn history(&self, of: AuditedModel) -> Result<Vec<AuditEvent>, Error> {
        let model = match of {
            AuditedModel::Source => "oauthsource",
            AuditedModel::Link => "useroauthsourceconnection",
        };
        let query =
            [("context_model_app", "authentik_sources_oauth"), ("context_model_name", model), ("ordering", "-created")];
        self.list(&["events", "events"], &query, &[Right::ViewEvents]).await
    }
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn person(path: &str, attributes: &Value) -> UserRecord {
        let fields = json!({ "pk": 7, "username": "ada", "path": path, "attributes": attributes });
        serde_json::from_value(fields).expect("a person")
    }

    #[test]
    fn who_came_through_a_source_is_told_by_folder_or_attribute() {
        for (path, attributes, wanted) in [
            ("goauthentik.io/sources/x", json!({}), true),
            ("users", json!({ SOURCES: ["GitHub", "X"] }), true),
            ("users", json!({ SOURCES: "X" }), false),
            ("goauthentik.io/sources/xy", json!({ SOURCES: ["XY"] }), false),
            ("users", json!({}), false),
        ] {
            assert_eq!(person(path, &attributes).is_enrolled_by("x", "X"), wanted, "{path} {attributes}");
        }
    }

    #[test]
    fn an_event_tells_what_an_object_had_only_where_the_server_wrote_it_down() {
        let read = |context: Value| -> AuditEvent {
            let event = json!({ "action": "model_deleted", "created": "2026-01-02T03:04:05Z", "context": context });
            serde_json::from_value(event).expect("an event")
        };
        let plain = read(json!({ "model": { "pk": 1, "name": "a link" } }));
        assert_eq!((plain.pk().as_str(), plain.value("identifier"), plain.link()), ("1", None, None));
        let named = read(json!({ "model": { "pk": 1, "name": "User-source connection (user=4, source=5eed-01)" } }));
        assert_eq!(named.link(), Some((4, "5eed01".to_owned())));
        let made =
            read(json!({ "model": { "pk": 1 }, "diff": { "user": { "previous_value": null, "new_value": 7 } } }));
        assert_eq!(made.value("user").as_deref(), Some("7"));
        let state = json!({ "identifier": "2244994945", "source": "5eed0000-0000-4000-8000-000000000001" });
        let deleted = read(json!({ "model": { "pk": "1" }, "model_state": state }));
        assert_eq!(deleted.value("identifier").as_deref(), Some("2244994945"));
        assert_eq!(deleted.key_value("source").as_deref(), Some("5eed0000000040008000000000000001"));
    }
}
