//! Adapts answers and requests to a release: removes what the release lacks, and finds what isn't part of it.

use super::Release;
use super::table::{CallRow, ObjectShape, TABLE, bare};
use crate::authentik::source::X_TYPE;
use serde_json::{Map, Value, json};

/// A field that no real release has, for the invented one.
const FROM_THE_FUTURE: &str = "from_the_future";
/// A choice that no real release has, and the fields that have it in the invented one.
const UNHEARD_OF: &str = "unheard_of";
const UNHEARD_OF_IN: [&str; 4] = ["layout", "denied_action", "policy_engine_mode", "status"];
/// The name of X's type in the invented release. The rename has been proposed to authentik.
const X_TYPE_THERE: &str = "x";

/// A call of the API that is in the table.
#[derive(Clone, Copy, Debug)]
pub struct Call(&'static CallRow);

impl Call {
    /// Finds the call with this method and path. The path begins after `/api/v3`.
    pub fn at(method: &str, path: &str) -> Option<Self> {
        let fits = |row: &&CallRow| {
            row.at.split_once(' ').is_some_and(|(wanted, template)| {
                let (mut template, mut path) = (template.split('/'), path.split('/'));
                wanted == method
                    && loop {
                        match (template.next(), path.next()) {
                            (None, None) => break true,
                            (Some(hole), Some(part)) if hole.starts_with('{') && !part.is_empty() => {}
                            (Some(wanted), Some(part)) if wanted == part => {}
                            _ => break false,
                        }
                    }
            })
        };
        // A path without placeholders is preferred to one whose placeholder it would match too.
        TABLE.call.iter().filter(fits).min_by_key(|row| row.at.matches('{').count()).map(Self)
    }

    /// The call's method and the pattern of its path.
    pub fn name(self) -> &'static str {
        &self.0.at
    }

    /// All calls in the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.call.iter().map(Self)
    }

    /// Whether this release has it.
    pub fn is_of(self, release: Release) -> bool {
        self.0.only.as_ref().is_none_or(|only| *only == release.0.name)
    }

    /// What a write of this call may hold: the field, and whether it must be there.
    pub(in crate::authentik) fn written(self, release: Release) -> Vec<(&'static str, bool)> {
        let names = self.0.takes.as_ref().and_then(|takes| TABLE.write.get(takes));
        let all = names.into_iter().flat_map(|names| names.of(release));
        all.map(|name| (bare(name), name.ends_with('!'))).collect()
    }

    /// What its answer holds.
    pub(in crate::authentik) fn answered(self, release: Release) -> Vec<&'static str> {
        let (_, object) = self.object();
        object.into_iter().flat_map(|object| object.names.of(release)).map(bare).collect()
    }

    /// What a release says to a parameter or a field that is sent with this call: none of it unknown, and a whole write
    /// complete. Returns what is wrong.
    pub fn request_faults(self, release: Release, parameters: &[&str], body: Option<&Value>) -> Vec<String> {
        let mut wrong = Vec::new();
        for parameter in parameters {
            if !self.0.asks.of(release).any(|known| bare(known) == *parameter) {
                wrong.push(format!("it knows no parameter {parameter}"));
            }
        }
        let Some(names) = self.0.takes.as_ref().and_then(|takes| TABLE.write.get(takes)) else {
            if body.is_some() {
                wrong.push("it takes no body".to_owned());
            }
            return wrong;
        };
        let empty = Map::new();
        let sent = body.and_then(Value::as_object).unwrap_or(&empty);
        for field in sent.keys() {
            if !names.of(release).any(|known| bare(known) == field) {
                wrong.push(format!("it takes no {field}"));
            }
        }
        if !self.0.at.starts_with("PATCH") {
            for needed in names.of(release).filter_map(|name| name.strip_suffix('!')) {
                if !sent.contains_key(needed) {
                    wrong.push(format!("it needs {needed}"));
                }
            }
        }
        wrong
    }

    /// Returns where an answer differs from the release's answer to this call. For the invented release, only missing
    /// fields count.
    pub fn answer_faults(self, release: Release, answer: &Value) -> Vec<String> {
        let mut wrong = Vec::new();
        let (list, object) = self.object();
        match (list, object) {
            (_, None) => {}
            (ListShape::One, Some(object)) => compare(release, object, "", answer, &mut wrong),
            (ListShape::Plain, Some(object)) => {
                each(answer, &mut |one| compare(release, object, "/*", one, &mut wrong));
            }
            (ListShape::Page, Some(object)) => {
                if let Some(page) = TABLE.answer.get("page") {
                    compare(release, page, "", answer, &mut wrong);
                }
                each(&answer["results"], &mut |one| compare(release, object, "/results/*", one, &mut wrong));
            }
        }
        wrong.sort_unstable();
        wrong.dedup();
        wrong
    }

    /// Whether the release ignores this parameter.
    pub(super) fn ignores(self, release: Release, parameter: &str) -> bool {
        self.0.asks.lacks(release, parameter)
    }

    /// Removes the fields of a write that the release ignores.
    pub(super) fn forget(self, release: Release, sent: &mut Map<String, Value>) {
        if let Some(names) = self.0.takes.as_ref().and_then(|takes| TABLE.write.get(takes)) {
            sent.retain(|field, _| !names.lacks(release, field));
        }
        if release.is_made_up()
            && let Some(kind) = sent.get_mut("provider_type")
        {
            *kind = if *kind == X_TYPE_THERE { json!(X_TYPE) } else { json!(UNHEARD_OF) };
        }
    }

    /// Turns the newest release's answer into the answer of this release.
    pub(super) fn shape(self, release: Release, answer: &mut Value) {
        match self.object() {
            (_, None) => {}
            (ListShape::One, Some(object)) => shape(release, object, answer),
            (ListShape::Plain, Some(object)) => each_mut(answer, &mut |one| shape(release, object, one)),
            (ListShape::Page, Some(object)) => {
                each_mut(&mut answer["results"], &mut |one| shape(release, object, one));
                if let Some(page) = TABLE.answer.get("page") {
                    shape(release, page, answer);
                }
            }
        }
    }

    fn object(self) -> (ListShape, Option<&'static ObjectShape>) {
        let (list, name) = match self.0.answers.split_once(" of ") {
            Some(("page", name)) => (ListShape::Page, name),
            Some((_, name)) => (ListShape::Plain, name),
            None => (ListShape::One, self.0.answers.as_str()),
        };
        (list, TABLE.answer.get(name))
    }
}

/// How the answer of a call contains its objects.
enum ListShape {
    One,
    Plain,
    Page,
}

impl Release {
    /// What the release calls a type of source.
    pub(in crate::authentik) fn type_name(self, name: &'static str) -> &'static str {
        if self.is_made_up() && name == X_TYPE { X_TYPE_THERE } else { name }
    }
}

fn each(list: &Value, act: &mut impl FnMut(&Value)) {
    list.as_array().into_iter().flatten().for_each(act);
}

fn each_mut(list: &mut Value, act: &mut impl FnMut(&mut Value)) {
    list.as_array_mut().into_iter().flatten().for_each(act);
}

fn shape(release: Release, object: &ObjectShape, value: &mut Value) {
    let Value::Object(fields) = value else {
        each_mut(value, &mut |one| shape(release, object, one));
        return;
    };
    for (field, old) in object.old.iter().filter(|(_, old)| release.0.name < old.before) {
        let stood = old.from.as_ref().map_or(&old.value, |from| fields.get(from).unwrap_or(&Value::Null));
        fields.insert(field.clone(), stood.clone());
    }
    fields.retain(|field, _| !object.names.lacks(release, field));
    for (field, inside) in &object.inside {
        if let (Some(value), Some(object)) = (fields.get_mut(field), TABLE.answer.get(inside)) {
            shape(release, object, value);
        }
    }
    if release.is_made_up() {
        for field in UNHEARD_OF_IN {
            if let Some(value) = fields.get_mut(field) {
                *value = json!(UNHEARD_OF);
            }
        }
        let names_type = if fields.contains_key("urls_customizable") { "name" } else { "provider_type" };
        if let Some(value) = fields.get_mut(names_type).filter(|value| **value == X_TYPE) {
            *value = json!(X_TYPE_THERE);
        }
        fields.insert(FROM_THE_FUTURE.to_owned(), json!({ "deep": [1] }));
    }
}

fn compare(release: Release, object: &ObjectShape, place: &str, value: &Value, wrong: &mut Vec<String>) {
    let Value::Object(fields) = value else {
        if value.is_array() {
            each(value, &mut |one| compare(release, object, &format!("{place}/*"), one, wrong));
        }
        return;
    };
    for name in object.names.of(release).filter(|name| !name.ends_with('?')) {
        if !fields.contains_key(name) {
            wrong.push(format!("{place}/{name} is missing"));
        }
    }
    if !release.is_made_up() {
        for field in fields.keys() {
            if !object.names.of(release).any(|known| bare(known) == field) {
                wrong.push(format!("{place}/{field} is unknown"));
            }
        }
    }
    for (field, inside) in &object.inside {
        if let (Some(value), Some(object)) = (fields.get(field), TABLE.answer.get(inside)) {
            compare(release, object, &format!("{place}/{field}"), value, wrong);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(name: &str) -> Release {
        name.parse().expect("a release")
    }

    fn call(method: &str, path: &str) -> Call {
        Call::at(method, path).expect("a call")
    }

    #[test]
    fn a_call_is_found_by_method_and_path() {
        for (method, path, found) in [
            ("GET", "/sources/oauth/", Some("GET /sources/oauth/")),
            ("GET", "/sources/oauth/x/", Some("GET /sources/oauth/{slug}/")),
            ("GET", "/sources/oauth/source_types/", Some("GET /sources/oauth/source_types/")),
            ("GET", "/core/users/me/", Some("GET /core/users/me/")),
            ("GET", "/core/users/7/", Some("GET /core/users/{id}/")),
            ("DELETE", "/sources/oauth/", None),
            ("GET", "/sources/oauth", None),
            ("GET", "/nothing/", None),
        ] {
            assert_eq!(Call::at(method, path).map(Call::name), found, "{method} {path}");
        }
    }

    #[test]
    fn an_answer_loses_and_regains_what_its_release_has() {
        let newest = json!({ "pk": 1, "icon": "", "icon_url": "/x.svg", "promoted": false, "pkce": "none" });
        for (name, wanted) in [
            ("2024.12", json!({ "pk": 1, "icon": "/x.svg" })),
            ("2025.10", json!({ "pk": 1, "icon": "/x.svg", "pkce": "none" })),
            ("2026.2", newest.clone()),
        ] {
            let mut answer = newest.clone();
            call("GET", "/sources/oauth/x/").shape(release(name), &mut answer);
            assert_eq!(answer, wanted, "{name}");
        }
        let mut page = json!({ "results": [{ "flow_set": [{ "background_url": "/b.jpg" }] }], "autocomplete": {} });
        call("GET", "/stages/identification/").shape(release("2025.6"), &mut page);
        assert_eq!(page, json!({ "results": [{ "flow_set": [{ "background": "/b.jpg" }] }] }));
    }

    #[test]
    fn what_isnt_a_releases_own_is_found() {
        let list = call("GET", "/sources/all/");
        let page = json!({ "pagination": {}, "results": [{ "pk": 1, "promoted": true }] });
        let wrong = list.answer_faults(release("2024.12"), &page);
        assert!(wrong.contains(&"/results/*/promoted is unknown".to_owned()), "{wrong:?}");
        assert!(wrong.contains(&"/results/*/name is missing".to_owned()), "{wrong:?}");
        assert!(!wrong.iter().any(|wrong| wrong.contains("autocomplete")), "{wrong:?}");
        let wrong = list.answer_faults(release("9999.1"), &page);
        assert!(!wrong.iter().any(|wrong| wrong.contains("unknown")), "{wrong:?}");
        assert!(wrong.contains(&"/autocomplete is missing".to_owned()), "{wrong:?}");
    }

    #[test]
    fn a_request_may_hold_what_its_release_knows() {
        let events = call("GET", "/events/events/");
        assert_eq!(events.request_faults(release("2025.8"), &["actions", "ordering"], None), Vec::<String>::new());
        assert_eq!(events.request_faults(release("2025.6"), &["actions"], None), ["it knows no parameter actions"]);
        let create = call("POST", "/propertymappings/source/oauth/");
        let body = json!({ "name": "a", "colour": "b" });
        let wrong = create.request_faults(release("2025.6"), &[], Some(&body));
        assert_eq!(wrong, ["it takes no colour", "it needs expression"]);
        let change = call("PATCH", "/sources/oauth/x/");
        assert!(change.request_faults(release("2025.6"), &[], Some(&json!({ "name": "a" }))).is_empty());
        assert_eq!(call("GET", "/root/config/").request_faults(release("2025.6"), &[], Some(&body)).len(), 1);
    }

    #[test]
    fn what_a_release_ignores_is_taken_from_a_write() {
        let change = call("PATCH", "/sources/oauth/x/");
        let mut sent = json!({ "name": "a", "promoted": true, "colour": "b" });
        let fields = sent.as_object_mut().expect("an object");
        change.forget(release("2025.12"), fields);
        assert_eq!(fields.len(), 3);
        change.forget(release("2025.10"), fields);
        assert_eq!(sent, json!({ "name": "a", "colour": "b" }));
    }
}
