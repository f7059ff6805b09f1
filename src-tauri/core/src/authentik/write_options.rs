//! What `OPTIONS` of an API path tells of writes before one is sent: whether the token may create or change something
//! there, and which fields a write takes [docs/evidence/authentik.md §4.6]. It reads only.

use super::Error;
use super::client::Client;
use super::object::ObjectKind;
use super::shapes::SourceType;
use crate::net;
use http::Method;
use serde::Deserialize;
use serde_json::{Map, Value};

/// What may be written at a path of the API.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct WriteOptions {
    /// The kinds of answers that the path gives. Only the API itself names them, so an answer without them comes from
    /// something else, such as a proxy that answers `OPTIONS` in authentik's place.
    #[serde(rename = "renders")]
    _renders: Vec<Value>,
    /// The fields of each allowed method. A method that the token isn't allowed is missing.
    #[serde(default)]
    actions: Actions,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
struct Actions {
    /// The creation of an object, at the path of a list.
    #[serde(default, rename = "POST")]
    create: Option<Map<String, Value>>,
    /// A change, at the path of an object. What holds for `PUT` holds for `PATCH`.
    #[serde(default, rename = "PUT")]
    change: Option<Map<String, Value>>,
}

impl WriteOptions {
    /// Whether the token may create an object in this list.
    pub fn may_create(&self) -> bool {
        self.actions.create.is_some()
    }

    /// Whether the token may change this object, which includes that it may see it.
    pub fn may_change(&self) -> bool {
        self.actions.change.is_some()
    }

    /// Whether a write takes this field: the server knows it, and it isn't read-only.
    pub fn takes(&self, field: &str) -> bool {
        self.field(field).is_some_and(|told| told.get("read_only") != Some(&Value::Bool(true)))
    }

    /// The values that a field can have, each with its name for people. Empty if the field can have any value.
    pub fn choices(&self, field: &str) -> Vec<(String, String)> {
        let told = self.field(field).and_then(|told| told.get("choices")).and_then(Value::as_array);
        let text = |choice: &Value, name: &str| choice.get(name).and_then(Value::as_str).map(str::to_owned);
        let choice = |choice: &Value| Some((text(choice, "value")?, text(choice, "display_name").unwrap_or_default()));
        told.into_iter().flatten().filter_map(choice).collect()
    }

    fn field(&self, name: &str) -> Option<&Value> {
        let fields = [&self.actions.create, &self.actions.change];
        fields.into_iter().flatten().find_map(|fields| fields.get(name))
    }
}

impl Client {
    /// What may be written to one object of this kind, or to the list of all of them. `None` if the answer doesn't
    /// tell: what can't be learned in advance is left to the write itself.
    pub async fn write_options(&self, kind: ObjectKind, handle: Option<&str>) -> Option<WriteOptions> {
        let mut segments = kind.segments().to_vec();
        segments.extend(handle);
        self.options(&segments).await
    }

    async fn options(&self, segments: &[&str]) -> Option<WriteOptions> {
        let answer = self.send(Method::OPTIONS, self.api(segments, &[]), net::Body::Empty).await.ok()?;
        if answer.status == 200 { answer.json() } else { None }
    }

    /// The name of the type of source that signs people in with X. The options of the list of sources name it; only if
    /// they don't, the list of types is read.
    ///
    /// # Errors
    /// As for [`Self::x_type`].
    pub async fn x_type_name(&self, options: Option<&WriteOptions>) -> Result<String, Error> {
        let choices = options.map(|options| options.choices("provider_type")).unwrap_or_default();
        let kind = |(name, verbose_name)| SourceType { name, verbose_name, authorization_url: None };
        let types: Vec<_> = choices.into_iter().map(kind).collect();
        match SourceType::find_x(&types) {
            Some(x) => Ok(x.name.clone()),
            None => self.x_type().await.map(|x| x.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(told: &Value) -> Option<WriteOptions> {
        serde_json::from_value(told.clone()).ok()
    }

    fn told(actions: &Value) -> WriteOptions {
        read(&json!({ "name": "X", "renders": ["application/json"], "parses": [], "actions": actions }))
            .expect("options")
    }

    #[test]
    fn an_action_that_is_missing_isnt_allowed_and_a_read_only_field_isnt_taken() {
        let none = read(&json!({ "name": "X", "renders": [] })).expect("options");
        assert!(!none.may_create() && !none.may_change() && !none.takes("slug"));
        let create = told(&json!({ "POST": { "slug": { "read_only": false }, "pk": { "read_only": true } } }));
        assert!(create.may_create() && !create.may_change());
        assert!(create.takes("slug") && !create.takes("pk") && !create.takes("consumer_secret_ref"));
        let change = told(&json!({ "PUT": { "slug": { "type": "slug" } } }));
        assert!(change.may_change() && !change.may_create() && change.takes("slug"));
    }

    #[test]
    fn an_answer_that_isnt_the_apis_own_tells_nothing() {
        for answer in [json!({}), json!({ "actions": { "POST": {} } }), json!([]), json!({ "detail": "Not found." })] {
            assert_eq!(read(&answer), None, "{answer}");
        }
    }

    #[test]
    fn choices_are_read_as_far_as_they_have_a_value() {
        let choices = json!([{ "value": "twitter", "display_name": "Twitter" }, { "value": 7 }, { "value": "x" }]);
        let options = told(&json!({ "POST": { "provider_type": { "choices": choices }, "name": {} } }));
        let wanted = [("twitter", "Twitter"), ("x", "")].map(|(value, name)| (value.to_owned(), name.to_owned()));
        assert_eq!(options.choices("provider_type"), wanted);
        assert_eq!((options.choices("name"), options.choices("slug")), (Vec::new(), Vec::new()));
    }
}
