//! Users, and what a server still records about deleted links: what a link repair needs to read.

use super::Error;
use super::client::{Client, MAX_PAGES};
use super::shapes::{EventUser, ListPage};
use crate::diagnosis::Right;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

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
    /// Whether the user is in the path of the source with this slug, where it enrolls users
    /// [docs/evidence/authentik.md §1.2]. The user may have been moved since.
    pub fn is_in_path_of(&self, slug: &str) -> bool {
        self.path == format!("goauthentik.io/sources/{slug}")
    }

    /// Whether the user's attributes name a source with this name as one that enrolled the user
    /// [docs/evidence/authentik.md §1.2]. Several sources can have one name.
    pub fn names_source(&self, name: &str) -> bool {
        let sources = self.attributes.get(SOURCES).and_then(Value::as_array);
        sources.is_some_and(|sources| sources.iter().any(|source| source == name))
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

    /// Whether it happened at this moment (RFC 3339, by the server's clock) or later.
    pub fn is_not_before(&self, moment: &str) -> bool {
        let parse = |text: &str| OffsetDateTime::parse(text, &Rfc3339).ok();
        parse(&self.created).zip(parse(moment)).is_some_and(|(at, moment)| at >= moment)
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

    /// The newest events about links of OAuth sources that were changed, which a sign-in with a link does, the newest
    /// first, at most 100.
    ///
    /// # Errors
    /// When the token may not see events, or authentik doesn't answer.
    pub async fn used_links(&self) -> Result<Vec<AuditEvent>, Error> {
        let query = [
            ("action", "model_updated"),
            ("context_model_app", "authentik_sources_oauth"),
            ("context_model_name", "useroauthsourceconnection"),
            ("ordering", "-created"),
            ("page_size", "100"),
        ];
        let found: ListPage<AuditEvent> =
            self.read(self.api(&["events", "events"], &query), &[Right::ViewEvents]).await?;
        Ok(found.results.into_iter().filter(|event| event.action == "model_updated").collect())
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
            let person = person(path, &attributes);
            assert_eq!(person.is_in_path_of("x") || person.names_source("X"), wanted, "{path} {attributes}");
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
