//! Parses the file's entries, and resolves its tags.

use crate::authentik::Worker;
use crate::authentik::state::ServerState;
use crate::authentik::verbatim;
use saphyr::{LoadableYamlNode as _, Yaml};
use secrecy::ExposeSecret as _;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// How a tag is represented among the values: `!Find [a]` is `{"!Find": ["a"]}`. No field has such a name.
const TAG: char = '!';

/// One entry of the file, with its tags unresolved.
pub(super) struct BlueprintEntry {
    pub model: String,
    pub id: Option<String>,
    pub identifiers: Map<String, Value>,
    pub attrs: Map<String, Value>,
}

impl BlueprintEntry {
    /// Whether the entry refers with `!KeyOf` to the entry with this id.
    pub(super) fn names(&self, id: &str) -> bool {
        let mut all = self.identifiers.values().chain(self.attrs.values());
        let wanted = json!({ "!KeyOf": id });
        all.any(|value| contains(value, &wanted))
    }
}

fn contains(value: &Value, wanted: &Value) -> bool {
    value == wanted
        || match value {
            Value::Array(all) => all.iter().any(|one| contains(one, wanted)),
            Value::Object(fields) => fields.values().any(|one| contains(one, wanted)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        }
}

/// Parses the entries of a file of version 1.
pub(super) fn read(content: &str) -> Result<Vec<BlueprintEntry>, String> {
    let unread = || verbatim::BLUEPRINT_UNREAD.to_owned();
    let mut all = Yaml::load_from_str(content).map_err(|_| unread())?;
    if all.len() != 1 {
        return Err(unread());
    }
    let file = plain(&all.remove(0)).ok_or_else(unread)?;
    if file["version"] != 1 {
        return Err(verbatim::BLUEPRINT_VERSION.to_owned());
    }
    let fields = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let entry = |value: &Value| BlueprintEntry {
        model: value["model"].as_str().unwrap_or_default().to_owned(),
        id: value["id"].as_str().map(str::to_owned),
        identifiers: fields(&value["identifiers"]),
        attrs: fields(&value["attrs"]),
    };
    Ok(file["entries"].as_array().into_iter().flatten().map(entry).collect())
}

fn plain(yaml: &Yaml<'_>) -> Option<Value> {
    if let Yaml::Tagged(tag, inner) = yaml {
        return Some(json!({ format!("{TAG}{}", tag.suffix): plain(inner)? }));
    }
    if let Some(all) = yaml.as_sequence() {
        return all.iter().map(plain).collect();
    }
    if let Some(all) = yaml.as_mapping() {
        let pair = |(name, value): (&Yaml<'_>, &Yaml<'_>)| Some((name.as_str()?.to_owned(), plain(value)?));
        return all.iter().map(pair).collect::<Option<Map<_, _>>>().map(Value::Object);
    }
    if yaml.is_null() {
        return Some(Value::Null);
    }
    let yes = yaml.as_bool().map(Value::from);
    yes.or_else(|| yaml.as_integer().map(Value::from)).or_else(|| yaml.as_str().map(Value::from))
}

/// The values of the tags at one point while a file is applied.
pub(super) struct Resolved<'r> {
    pub state: &'r ServerState,
    pub worker: &'r Worker,
    pub known: &'r BTreeMap<&'r str, String>,
}

impl Resolved<'_> {
    pub(super) fn value(&self, value: &Value) -> Result<Value, String> {
        match value {
            Value::Object(fields) => match fields.iter().next() {
                Some((name, inner)) if fields.len() == 1 && name.starts_with(TAG) => self.tag(name, inner),
                _ => {
                    let each = fields.iter().map(|(name, value)| Ok((name.clone(), self.value(value)?)));
                    each.collect::<Result<Map<_, _>, String>>().map(Value::Object)
                }
            },
            // Inside a list, null becomes `None`, as Python writes it, and no object has that key.
            Value::Array(all) => {
                let python = |value| if value == Value::Null { json!("None") } else { value };
                all.iter().map(|one| self.value(one).map(python)).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(value.clone()),
        }
    }

    fn tag(&self, name: &str, inner: &Value) -> Result<Value, String> {
        // The tag has a name alone, or a name and a default value. Without a default value the result is null.
        let (key, default) = match inner.as_array() {
            Some(all) => (all.first(), all.get(1).cloned().unwrap_or_default()),
            None => (Some(inner), Value::Null),
        };
        let key = key.and_then(Value::as_str).unwrap_or_default();
        match name {
            "!Env" => {
                let found = self.worker.environment.get(key);
                Ok(found.map_or(default, |value| value.expose_secret().into()))
            }
            "!File" => {
                let found = self.worker.files.get(key);
                // The line break that editors add at the end of a file isn't part of the value.
                Ok(found.map_or(default, |value| value.expose_secret().trim_end_matches(['\n', '\r']).into()))
            }
            "!KeyOf" => {
                let found = self.known.get(key);
                found.map(|pk| Value::from(pk.as_str())).ok_or_else(|| verbatim::no_such_entry(key))
            }
            "!Find" => Ok(self.find(key, inner).map_or(Value::Null, Value::from)),
            _ => Err(verbatim::BLUEPRINT_UNREAD.to_owned()),
        }
    }

    /// Returns the key of the object of this model that has all these values. If there is none, the result is null
    /// without an error.
    fn find(&self, model: &str, inner: &Value) -> Option<String> {
        let asked: Vec<_> = inner.as_array()?.iter().skip(1).collect();
        let objects: Vec<Value> = match model {
            "authentik_flows.flow" => self.state.flows.iter().map(super::super::flows::Flow::view).collect(),
            "authentik_sources_oauth.oauthsource" | "authentik_core.source" => {
                self.state.sources.iter().map(super::super::source::Source::general_view).collect()
            }
            "authentik_sources_oauth.oauthsourcepropertymapping" => {
                self.state.mappings.iter().map(super::super::source::Mapping::view).collect()
            }
            _ => Vec::new(),
        };
        let has =
            |object: &&Value| asked.iter().all(|pair| pair[0].as_str().is_some_and(|field| object[field] == pair[1]));
        objects.iter().find(has).and_then(|object| object["pk"].as_str()).map(str::to_owned)
    }
}
