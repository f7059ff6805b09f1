//! A blueprint read back, its tags and all.

use saphyr::{LoadableYamlNode as _, Yaml};
use serde_json::{Map, Value, json};

/// The file as JSON: `!Find [a, b]` is `{"!Find": ["a", "b"]}`.
pub(super) fn yaml(text: &str) -> Value {
    let mut all = Yaml::load_from_str(text).expect("YAML");
    assert_eq!(all.len(), 1, "one document");
    value(&all.remove(0))
}

fn value(yaml: &Yaml<'_>) -> Value {
    if let Yaml::Tagged(tag, inner) = yaml {
        return json!({ format!("!{}", tag.suffix): value(inner) });
    }
    if let Some(all) = yaml.as_sequence() {
        return all.iter().map(value).collect();
    }
    if let Some(all) = yaml.as_mapping() {
        let entry = |(name, of): (&Yaml<'_>, &Yaml<'_>)| (name.as_str().expect("a name").to_owned(), value(of));
        return Value::Object(all.iter().map(entry).collect::<Map<_, _>>());
    }
    if yaml.is_null() {
        return Value::Null;
    }
    if let Some(yes) = yaml.as_bool() {
        return yes.into();
    }
    if let Some(number) = yaml.as_integer() {
        return number.into();
    }
    yaml.as_str().map_or_else(|| panic!("unread: {yaml:?}"), Value::from)
}
