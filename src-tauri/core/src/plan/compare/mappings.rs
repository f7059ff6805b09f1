//! Plans the product's own property mappings. Each is created or updated before the source, because the source is bound
//! to them.

use super::summary::ChangeGroupSummary;
use crate::authentik::{AccessNames, ApiObject, ObjectKind, ProductMapping, Source};
use crate::i18n::{Message, msg};
use crate::plan::Actual;
use crate::plan::access;
use crate::plan::change::{Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview};
use crate::plan::desired::Desired;
use crate::plan::fields::{self, Fields, MAPPINGS};
use crate::plan::step::{DeferredKey, ExistingObject, Operation, PlannedWrite};
use crate::plan::target_state::TargetMapping;
use serde_json::{Value, json};

pub(super) fn part(desired: &Desired, actual: &Actual, there: Option<&Source>) -> ChangeGroupSummary {
    let mut part = ChangeGroupSummary::default();
    for mapping in desired.mappings.iter().copied() {
        let (change, deed) = one(desired, actual, mapping);
        part.changes.push(change);
        part.steps.extend(deed.map(|deed| PlannedWrite { id: id(mapping).to_owned(), deed }));
    }
    for name in unbind(desired, actual, there).filter_map(|pk| name(actual, pk)) {
        part.notes.push(msg::plan_note_mapping_stays(name));
    }
    part
}

/// The id of a mapping's change.
fn id(mapping: ProductMapping) -> &'static str {
    match mapping {
        ProductMapping::Email => "mapping-email",
        ProductMapping::Internal => "mapping-internal",
        ProductMapping::UserName => "mapping-user-name",
    }
}

/// The mapping with that name, no matter who made it, because names are unique.
fn found<'a>(desired: &Desired, actual: &'a Actual, mapping: ProductMapping) -> Option<&'a ApiObject> {
    let name = mapping.name(&desired.slug);
    actual.beside.mappings.iter().flatten().find(|object| object.name() == name)
}

fn one(desired: &Desired, actual: &Actual, mapping: ProductMapping) -> (Change, Option<Operation>) {
    let name = mapping.name(&desired.slug);
    let expression = Fields::from_iter([("expression".to_owned(), Value::from(mapping.expression()))]);
    let change = Change {
        id: id(mapping).to_owned(),
        group: ChangeGroup::from_mapping(mapping),
        target: ChangeTarget::Mapping,
        action: ChangeAction::Nothing,
        title: msg::plan_mapping_nothing(&name),
        why: Some(mapping.reason()),
        fields: Vec::new(),
        data: None,
    };
    if desired.choices.is_left_out(change.group) {
        let (title, why) = (msg::plan_mapping_create(&name), Some(left_out_says(mapping)));
        return (Change { action: ChangeAction::LeaveOut, title, why, ..change }, None);
    }
    let Some(object) = found(desired, actual, mapping) else {
        let mut fields = expression;
        fields.insert("name".to_owned(), name.as_str().into());
        let data = RequestPreview::new("POST", ObjectKind::Mapping.path(None), Some(&Value::Object(fields.clone())));
        let change = Change {
            action: ChangeAction::Create,
            title: msg::plan_mapping_create(&name),
            fields: fields::rows(None, &fields, &[]),
            data: Some(data),
            ..change
        };
        return (
            change,
            Some(Operation::Create { kind: ObjectKind::Mapping, fields, secret: false, later: Vec::new() }),
        );
    };
    let after = fields::differing(&object.fields, &expression);
    if after.is_empty() {
        return (change, None);
    }
    let before = fields::only(&object.fields, &after);
    let path = ObjectKind::Mapping.path(Some(&object.handle));
    let change = Change {
        action: ChangeAction::Change,
        title: msg::plan_mapping_change(&name),
        fields: fields::rows(Some(&before), &after, &[]),
        data: Some(RequestPreview::new("PATCH", path, Some(&Value::Object(after.clone())))),
        ..change
    };
    let deed =
        Operation::Change { known: ExistingObject::from(object), before, after, secret: false, later: Vec::new() };
    (change, Some(deed))
}

/// What it means to leave a mapping out. A mapping that the source is already bound to stays bound.
pub(in super::super) fn left_out_says(mapping: ProductMapping) -> Message {
    match mapping {
        ProductMapping::Email => msg::choices_left_out_email_says(),
        ProductMapping::Internal => msg::choices_left_out_new_users_says(),
        ProductMapping::UserName => msg::choices_left_out_user_names_says(),
    }
}

/// The mappings that the source should be bound to.
pub(super) struct MappingBindings {
    /// Mappings that exist already: the product's own, and other people's, which stay as they are.
    pub(super) there: Vec<String>,
    /// The product's own mappings that this plan creates.
    pub(super) later: Vec<DeferredKey>,
    will: Vec<String>,
    now: Vec<String>,
}

/// The mappings that the source should be bound to; `None` if its bindings don't change.
pub(super) fn bound(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Option<MappingBindings> {
    let now = source.map(|source| source.user_property_mappings.clone()).unwrap_or_default();
    let dropped: Vec<&String> = unbind(desired, actual, source).collect();
    let mut there: Vec<String> = now.iter().filter(|pk| !dropped.contains(pk)).cloned().collect();
    let mut later = Vec::new();
    let mut coming = Vec::new();
    for mapping in desired
        .mappings
        .iter()
        .copied()
        .filter(|mapping| !desired.choices.is_left_out(ChangeGroup::from_mapping(*mapping)))
    {
        match found(desired, actual, mapping) {
            Some(object) if there.contains(&object.pk) => {}
            Some(object) => there.push(object.pk.clone()),
            None => {
                later.push(DeferredKey { field: MAPPINGS, of: id(mapping).to_owned(), list: true });
                coming.push(mapping.name(&desired.slug));
            }
        }
    }
    if let Some(name) = access::listed_mapping(desired) {
        match actual.beside.mappings.iter().flatten().find(|object| object.name() == name) {
            Some(object) if there.contains(&object.pk) => {}
            Some(object) => there.push(object.pk.clone()),
            None => {
                later.push(DeferredKey { field: MAPPINGS, of: access::LISTED.to_owned(), list: true });
                coming.push(name);
            }
        }
    }
    if there == now && later.is_empty() {
        return None;
    }
    let names = |all: &[String]| all.iter().map(|pk| shown(actual, pk)).collect::<Vec<_>>();
    let will = names(&there).into_iter().chain(coming).collect();
    Some(MappingBindings { now: names(&now), there, later, will })
}

/// The names of the product's own mappings that will be unbound from the source.
pub(in super::super) fn unbound(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Vec<String> {
    unbind(desired, actual, source).filter_map(|pk| name(actual, pk)).map(str::to_owned).collect()
}

/// Every mapping that the source will be bound to.
pub(in super::super) fn bound_to(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Vec<TargetMapping> {
    let dropped: Vec<&String> = unbind(desired, actual, source).collect();
    let ours = desired.mappings.iter().copied();
    let ours: Vec<_> =
        ours.filter(|mapping| !desired.choices.is_left_out(ChangeGroup::from_mapping(*mapping))).collect();
    let is_ours = |pk: &String| {
        name(actual, pk).is_some_and(|name| ours.iter().any(|mapping| mapping.name(&desired.slug) == name))
    };
    let now = source.into_iter().flat_map(|source| &source.user_property_mappings);
    let stays = now.filter(|pk| !dropped.contains(pk) && !is_ours(pk));
    let theirs = stays.map(|pk| TargetMapping::Theirs { pk: pk.clone(), name: name(actual, pk).map(str::to_owned) });
    let ours = ours.iter().map(|mapping| TargetMapping::Ours {
        mapping: *mapping,
        name: mapping.name(&desired.slug),
        pk: found(desired, actual, *mapping).map(|object| object.pk.clone()),
    });
    theirs.chain(ours).collect()
}

impl MappingBindings {
    /// Adds the bindings to the fields that are sent, as far as their keys are already known.
    pub(super) fn put(&self, fields: &mut Fields) {
        fields.insert(MAPPINGS.to_owned(), json!(self.there));
    }

    /// Adds the bindings to the request preview, with a placeholder in ‹…› for each mapping that doesn't exist yet.
    pub(super) fn show(&self, body: &mut Fields) {
        let made = self.will.iter().skip(self.there.len()).map(|name| format!("‹{name}›"));
        let all: Vec<String> = self.there.iter().cloned().chain(made).collect();
        body.insert(MAPPINGS.to_owned(), json!(all));
    }

    /// Shows names in place of keys in the row.
    pub(super) fn name(&self, rows: &mut [FieldChange]) {
        let list = |names: &[String]| match names {
            [] => DisplayValue::Words(msg::plan_value_none()),
            names => DisplayValue::List(names.to_vec()),
        };
        if let Some(row) = rows.iter_mut().find(|row| row.name == MAPPINGS) {
            row.now = row.now.is_some().then(|| list(&self.now));
            row.will = list(&self.will);
        }
    }
}

/// Finds the product's own mappings that the source has and should not have.
fn unbind<'a>(
    desired: &'a Desired,
    actual: &'a Actual,
    source: Option<&'a Source>,
) -> impl Iterator<Item = &'a String> {
    source.into_iter().flat_map(|source| &source.user_property_mappings).filter(|pk| {
        let ours = name(actual, pk).and_then(|name| ProductMapping::from_name(name, &desired.slug));
        let listed = AccessNames::new(&desired.slug).listed();
        let is_listed = name(actual, pk) == Some(&listed) && access::listed_mapping(desired).is_none();
        is_listed || ours.is_some_and(|mapping| !desired.mappings.contains(&mapping))
    })
}

fn name<'a>(actual: &'a Actual, pk: &str) -> Option<&'a str> {
    actual.beside.mappings.iter().flatten().find(|object| object.pk == pk).map(ApiObject::name)
}

fn shown(actual: &Actual, pk: &str) -> String {
    name(actual, pk).map_or_else(|| format!("{}…", pk.get(..8).unwrap_or(pk)), str::to_owned)
}
