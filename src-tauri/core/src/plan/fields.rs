//! The fields of a source that plans compare and write, by their names in the API.

use super::choices::{self, SourceUse};
use super::{Actual, Desired, DisplayValue, FieldChange};
use crate::authentik::{ApiObject, FlowRow, Matching, ObjectKind, Source};
use crate::i18n::{Message, msg};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Fields by their names in the API.
pub(super) type Fields = Map<String, Value>;

/// The field with the property mappings that a source applies to users.
pub(super) const MAPPINGS: &str = "user_property_mappings";

/// The field with the key of the Secret that holds the Client Secret, on a server with such objects.
pub(super) const SECRET_REF: &str = "consumer_secret_ref";

/// The order in which fields are shown. A field that isn't listed here is never written to an existing source.
pub(super) const ORDER: [&str; 11] = [
    "name",
    "consumer_key",
    SECRET_REF,
    "user_matching_mode",
    "authentication_flow",
    "enrollment_flow",
    "user_path_template",
    "group_matching_mode",
    "additional_scopes",
    MAPPINGS,
    "enabled",
];

/// The values that a source has now.
pub(super) fn of_source(source: &Source) -> Fields {
    let values = [
        Value::from(source.name.as_str()),
        Value::from(source.consumer_key.as_str()),
        Value::from(source.consumer_secret_ref.key()),
        Value::from(source.matching.as_str()),
        Value::from(source.authentication_flow.clone()),
        Value::from(source.enrollment_flow.clone()),
        Value::from(source.user_path_template.clone()),
        Value::from(source.group_matching_mode.clone()),
        Value::from(source.additional_scopes.as_str()),
        Value::from(source.user_property_mappings.clone()),
        Value::from(source.enabled),
    ];
    ORDER.iter().map(|name| (*name).to_owned()).zip(values).collect()
}

/// The values that a source should have. A field that is neither chosen nor needed is left out, so it keeps its value.
pub(super) fn wanted(desired: &Desired, actual: &Actual, there: Option<&Source>) -> Fields {
    let choices = &desired.choices;
    let flow = |which: SourceUse| which.flow(choices, actual, there).ok().map(|flow| flow.pk.as_str());
    let path = choices.user_path.as_deref().filter(|_| choices.path_refused().is_none());
    let values = [
        Some(Value::from(desired.name.as_str())),
        Some(Value::from(desired.client_id.as_str())),
        // The part that plans the Secret adds it.
        None,
        Some(Value::from(desired.matching.name())),
        Some(Value::from(flow(SourceUse::Authentication))),
        Some(Value::from(desired.enrolment.then(|| flow(SourceUse::Enrolment)).flatten())),
        path.map(Value::from),
        choices.group_matching.as_deref().map(Value::from),
        // authentik splits at single spaces: a double one would make an empty scope [docs/evidence/authentik.md §4.2].
        Some(Value::from(desired.additional_scopes.split_whitespace().collect::<Vec<_>>().join(" "))),
        // This value depends on objects that the plan creates, so the part that plans them adds it.
        None,
        Some(Value::from(desired.enabled)),
    ];
    let named = ORDER.iter().map(|name| (*name).to_owned()).zip(values);
    named.filter_map(|(name, value)| Some((name, value?))).collect()
}

/// The fields of `wanted` that `now` lacks or has with another value.
pub(super) fn differing(now: &Fields, wanted: &Fields) -> Fields {
    let differs = |(name, value): &(&String, &Value)| !same(name, now.get(*name).unwrap_or(&Value::Null), value);
    wanted.iter().filter(differs).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// The fields of `all` whose names are in `named`.
pub(super) fn only(all: &Fields, named: &Fields) -> Fields {
    all.iter()
        .filter(|(name, _)| named.contains_key(*name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// The fields that must not have changed since they were read when these fields are written: the precondition of the
/// write.
pub(super) fn watched(object: &ApiObject, named: &Fields) -> Fields {
    let is_watched =
        |name: &str| named.contains_key(name) || (object.kind == ObjectKind::Source && ORDER.contains(&name));
    let seen = object.fields.iter().filter(|(name, _)| is_watched(name));
    seen.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Whether an object has this value in this field.
pub(super) fn has(object: &ApiObject, name: &str, value: Option<&Value>) -> bool {
    same(name, object.fields.get(name).unwrap_or(&Value::Null), value.unwrap_or(&Value::Null))
}

/// Whether two values of a field mean the same. The order of scopes and lists doesn't matter, and a missing value
/// equals an empty list of scopes.
pub(super) fn same(name: &str, a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().all(|one| b.contains(one)),
        (Value::Null, Value::String(text)) | (Value::String(text), Value::Null) if name == "additional_scopes" => {
            text.trim().is_empty()
        }
        (Value::String(a), Value::String(b)) if name == "additional_scopes" => {
            let scopes = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
            scopes(a) == scopes(b)
        }
        _ => a == b,
    }
}

/// The rows to show for these fields, in the order in which fields are shown.
pub(super) fn rows(now: Option<&Fields>, will: &Fields, flows: &[FlowRow]) -> Vec<FieldChange> {
    let others = will.keys().map(String::as_str).filter(|name| !ORDER.contains(name));
    ORDER
        .into_iter()
        .chain(others)
        .filter_map(|name| will.get(name).map(|value| (name, value)))
        .map(|(name, value)| FieldChange {
            name: name.to_owned(),
            label: label(name),
            now: now.and_then(|now| now.get(name)).map(|value| shows(name, value, flows)),
            will: shows(name, value, flows),
            secret: false,
        })
        .collect()
}

pub(super) fn label(name: &str) -> Message {
    match name {
        "name" => msg::plan_field_name(),
        "consumer_key" => msg::plan_field_client_id(),
        SECRET_REF => msg::plan_field_secret_ref(),
        "user_matching_mode" => msg::plan_field_matching(),
        "authentication_flow" => msg::plan_field_authentication_flow(),
        "enrollment_flow" => msg::plan_field_enrolment_flow(),
        "user_path_template" => msg::plan_field_user_path(),
        "group_matching_mode" => msg::plan_field_group_matching(),
        "additional_scopes" => msg::plan_field_scopes(),
        MAPPINGS => msg::plan_field_mappings(),
        "expression" => msg::plan_field_expression(),
        "enabled" => msg::plan_field_enabled(),
        "policy_engine_mode" => msg::plan_field_policy_mode(),
        "create_users_as_inactive" => msg::plan_field_inactive(),
        "create_users_group" => msg::plan_field_group(),
        "order" => msg::plan_field_order(),
        other => msg::plan_field_other(other),
    }
}

fn shows(name: &str, value: &Value, flows: &[FlowRow]) -> DisplayValue {
    match value {
        Value::Bool(true) => DisplayValue::Words(msg::plan_value_yes()),
        Value::Bool(false) => DisplayValue::Words(msg::plan_value_no()),
        Value::String(text) if text.is_empty() => DisplayValue::Words(msg::plan_value_none()),
        Value::String(text) if name == "expression" => {
            DisplayValue::Words(msg::plan_value_expression(text.lines().count()))
        }
        Value::String(text) if name == "group_matching_mode" => DisplayValue::Words(choices::group_matching(text)),
        Value::String(text) if name == "user_matching_mode" => Matching::from_name(text).map_or_else(
            || DisplayValue::Text(text.clone()),
            |matching| DisplayValue::Words(who_can_sign_in(matching)),
        ),
        Value::String(text) => {
            let slug = flows.iter().find(|flow| flow.pk == *text).map(|flow| flow.slug.as_str());
            DisplayValue::Text(slug.unwrap_or(text).to_owned())
        }
        Value::Number(number) => DisplayValue::Text(number.to_string()),
        // The keys of mappings mean nothing to people, so only their number is shown.
        Value::Array(all) if name == MAPPINGS => DisplayValue::Words(msg::plan_value_mappings(all.len())),
        Value::Array(all) => DisplayValue::List(all.iter().filter_map(Value::as_str).map(str::to_owned).collect()),
        Value::Null | Value::Object(_) => DisplayValue::Words(msg::plan_value_none()),
    }
}

/// Who can sign in with a matching mode, where new users are enrolled.
pub fn who_can_sign_in(matching: Matching) -> Message {
    match matching {
        Matching::Identifier => msg::plan_value_matching_identifier(),
        Matching::EmailLink => msg::plan_value_matching_email_link(),
        Matching::EmailDeny => msg::plan_value_matching_email_deny(),
        Matching::UsernameLink => msg::plan_value_matching_username_link(),
        Matching::UsernameDeny => msg::plan_value_matching_username_deny(),
    }
}
