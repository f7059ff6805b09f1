//! The source as the API takes it.

use super::document::Export;
use serde_json::{Map, Value, json};

/// The fields whose values are known here, without keys of the server and without the secret.
pub(super) fn source(export: &Export) -> Map<String, Value> {
    let source = &export.aim.source;
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("name", json!(source.name));
    put("provider_type", json!(source.provider_type));
    put("consumer_key", json!(source.client_id));
    put("user_matching_mode", json!(source.matching));
    put("additional_scopes", json!(source.scopes));
    put("enabled", json!(source.enabled));
    if let Some(path) = &source.user_path {
        put("user_path_template", json!(path));
    }
    if let Some(mode) = &source.group_matching {
        put("group_matching_mode", json!(mode));
    }
    fields
}
