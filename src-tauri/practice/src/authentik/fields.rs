//! The fields of a write, checked one by one with the error messages of a real server.

use super::answer::ApiRefusal;
use super::verbatim;
use axum::body::Bytes;
use serde_json::{Map, Value, json};

/// Which fields a write must contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RequiredFields {
    /// All required fields (POST, PUT).
    Whole,
    /// Only the fields that change (PATCH).
    Part,
}

/// Whether text may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlankPolicy {
    Allowed,
    Refused,
}

/// The fields that were sent, and the errors that were found in them so far.
pub(crate) struct SentFields {
    sent: Map<String, Value>,
    errors: Map<String, Value>,
}

impl SentFields {
    /// Parses the body, and records an error for each of the `required` fields that is missing in a whole write.
    pub(crate) fn read(body: &Bytes, wanted: RequiredFields, required: &[&str]) -> Result<Self, ApiRefusal> {
        let Ok(Value::Object(sent)) = serde_json::from_slice(body) else { return Err(ApiRefusal::NotJson) };
        let mut fields = Self { sent, errors: Map::new() };
        if wanted == RequiredFields::Whole {
            for name in required {
                if !fields.sent.contains_key(*name) {
                    fields.refuse(name, verbatim::REQUIRED);
                }
            }
        }
        Ok(fields)
    }

    pub(crate) fn refuse(&mut self, name: &str, sentence: impl Into<String>) {
        self.errors.insert(name.to_owned(), json!([sentence.into()]));
    }

    /// Returns the refusal if any field was wrong.
    pub(crate) fn done(&mut self) -> Result<(), ApiRefusal> {
        if self.errors.is_empty() { Ok(()) } else { Err(ApiRefusal::Fields(std::mem::take(&mut self.errors))) }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.sent.contains_key(name)
    }

    /// Returns the field if it was sent. Null is refused.
    fn some(&mut self, name: &str) -> Option<Value> {
        let value = self.sent.get(name)?.clone();
        if value.is_null() {
            self.refuse(name, verbatim::NULL);
            return None;
        }
        Some(value)
    }

    pub(crate) fn text(&mut self, name: &str, blank: BlankPolicy) -> Option<String> {
        let value = self.some(name)?;
        let Some(text) = value.as_str() else {
            self.refuse(name, verbatim::NOT_TEXT);
            return None;
        };
        let text = text.trim();
        if text.is_empty() && blank == BlankPolicy::Refused {
            self.refuse(name, verbatim::BLANK);
            return None;
        }
        Some(text.to_owned())
    }

    /// Stores text that may be null, if it was sent.
    pub(crate) fn put_text_or_null(&mut self, name: &str, to: &mut Option<String>) {
        if self.sent.get(name).is_some_and(Value::is_null) {
            *to = None;
        } else if let Some(text) = self.text(name, BlankPolicy::Allowed) {
            *to = Some(text);
        }
    }

    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        let value = self.some(name)?;
        if value.as_bool().is_none() {
            self.refuse(name, verbatim::NOT_FLAG);
        }
        value.as_bool()
    }

    pub(crate) fn number(&mut self, name: &str) -> Option<u64> {
        let value = self.some(name)?;
        if value.as_u64().is_none() {
            self.refuse(name, verbatim::NOT_NUMBER);
        }
        value.as_u64()
    }

    /// An integer that may be negative.
    pub(crate) fn integer(&mut self, name: &str) -> Option<i64> {
        let value = self.some(name)?;
        if value.as_i64().is_none() {
            self.refuse(name, verbatim::NOT_NUMBER);
        }
        value.as_i64()
    }

    pub(crate) fn choice(&mut self, name: &str, choices: &[&str]) -> Option<String> {
        let chosen = self.text(name, BlankPolicy::Refused)?;
        if !choices.contains(&chosen.as_str()) {
            self.refuse(name, verbatim::not_a_choice(&chosen));
            return None;
        }
        Some(chosen)
    }

    pub(crate) fn choices(&mut self, name: &str, choices: &[&str]) -> Option<Vec<String>> {
        let chosen = self.texts(name)?;
        if let Some(stranger) = chosen.iter().find(|chosen| !choices.contains(&chosen.as_str())) {
            self.refuse(name, verbatim::not_a_choice(stranger));
            return None;
        }
        Some(chosen)
    }

    /// Stores the key of another object, or null, if it was sent.
    pub(crate) fn put_key_or_null(&mut self, name: &str, to: &mut Option<String>, exists: impl Fn(&str) -> bool) {
        if self.sent.get(name).is_some_and(Value::is_null) {
            *to = None;
        } else if let Some(pk) = self.key(name, exists) {
            *to = Some(pk);
        }
    }

    /// The key of another object, if it was sent. A key without an object is refused.
    pub(crate) fn key(&mut self, name: &str, exists: impl Fn(&str) -> bool) -> Option<String> {
        let pk = self.text(name, BlankPolicy::Refused)?;
        if !exists(&pk) {
            self.refuse(name, verbatim::no_such_object(&pk));
            return None;
        }
        Some(pk)
    }

    /// The keys of other objects, if they were sent. A key without an object is refused.
    pub(crate) fn keys(&mut self, name: &str, exists: impl Fn(&str) -> bool) -> Option<Vec<String>> {
        let pks = self.texts(name)?;
        if let Some(stranger) = pks.iter().find(|pk| !exists(pk)) {
            self.refuse(name, verbatim::no_such_object(stranger));
            return None;
        }
        Some(pks)
    }

    fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        let value = self.some(name)?;
        let Some(items) = value.as_array() else {
            self.refuse(name, verbatim::not_a_list(python_type(&value)));
            return None;
        };
        Some(items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect())
    }
}

/// Returns the name of the value's type in Python.
fn python_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "NoneType",
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_f64() => "float",
        Value::Number(_) => "int",
        Value::String(_) => "str",
        Value::Array(_) => "list",
        Value::Object(_) => "dict",
    }
}
