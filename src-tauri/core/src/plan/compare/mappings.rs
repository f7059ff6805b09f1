//! The property mappings of ours: each made or brought up to date before the source, which is bound to them.

use super::super::Actual;
use super::super::aim::MappingAim;
use super::super::change::{Action, Change, Field, Group, RequestShown, Shows, Target};
use super::super::fields::{self, Fields, MAPPINGS};
use super::super::step::{Deed, Known, Later, Step};
use super::{Desired, Part};
use crate::authentik::{Kind, Mapping, Object, Source};
use crate::words::{Message, said};
use serde_json::{Value, json};

pub(super) fn part(desired: &Desired, actual: &Actual, there: Option<&Source>) -> Part {
    let mut part = Part::default();
    for mapping in desired.mappings.iter().copied() {
        let (change, deed) = one(desired, actual, mapping);
        part.changes.push(change);
        part.steps.extend(deed.map(|deed| Step { id: id(mapping).to_owned(), deed }));
    }
    for name in let_go(desired, actual, there).filter_map(|pk| name(actual, pk)) {
        part.notes.push(said::plan_note_mapping_stays(name));
    }
    part
}

/// The name of a mapping's change.
fn id(mapping: Mapping) -> &'static str {
    match mapping {
        Mapping::Email => "mapping-email",
        Mapping::Internal => "mapping-internal",
        Mapping::UserName => "mapping-user-name",
    }
}

/// The mapping of that name, whoever made it: names are unique.
fn found<'a>(desired: &Desired, actual: &'a Actual, mapping: Mapping) -> Option<&'a Object> {
    let name = mapping.name(&desired.slug);
    actual.beside.mappings.iter().flatten().find(|object| object.name() == name)
}

fn one(desired: &Desired, actual: &Actual, mapping: Mapping) -> (Change, Option<Deed>) {
    let name = mapping.name(&desired.slug);
    let expression = Fields::from_iter([("expression".to_owned(), Value::from(mapping.expression()))]);
    let change = Change {
        id: id(mapping).to_owned(),
        group: Group::of(mapping),
        target: Target::Mapping,
        action: Action::Nothing,
        title: said::plan_mapping_nothing(&name),
        why: Some(mapping.reason()),
        fields: Vec::new(),
        data: None,
    };
    if desired.choices.leaves_out(change.group) {
        let (title, why) = (said::plan_mapping_create(&name), Some(left_out_says(mapping)));
        return (Change { action: Action::LeaveOut, title, why, ..change }, None);
    }
    let Some(object) = found(desired, actual, mapping) else {
        let mut fields = expression;
        fields.insert("name".to_owned(), name.as_str().into());
        let data = RequestShown::new("POST", Kind::Mapping.path(None), Some(&Value::Object(fields.clone())));
        let change = Change {
            action: Action::Create,
            title: said::plan_mapping_create(&name),
            fields: fields::rows(None, &fields, &[]),
            data: Some(data),
            ..change
        };
        return (change, Some(Deed::Create { kind: Kind::Mapping, fields, secret: false, later: Vec::new() }));
    };
    let after = fields::differing(&object.fields, &expression);
    if after.is_empty() {
        return (change, None);
    }
    let before = fields::only(&object.fields, &after);
    let path = Kind::Mapping.path(Some(&object.handle));
    let change = Change {
        action: Action::Change,
        title: said::plan_mapping_change(&name),
        fields: fields::rows(Some(&before), &after, &[]),
        data: Some(RequestShown::new("PATCH", path, Some(&Value::Object(after.clone())))),
        ..change
    };
    let deed = Deed::Change { known: Known::from(object), before, after, secret: false, later: Vec::new() };
    (change, Some(deed))
}

/// What follows from leaving a mapping out. What the source is bound to already isn't touched by that.
pub(in super::super) fn left_out_says(mapping: Mapping) -> Message {
    match mapping {
        Mapping::Email => said::choices_left_out_email_says(),
        Mapping::Internal => said::choices_left_out_new_users_says(),
        Mapping::UserName => said::choices_left_out_user_names_says(),
    }
}

/// The mappings that the source is to have.
pub(super) struct Bound {
    /// Those that are there: other people's, as they are, and ours.
    pub(super) there: Vec<String>,
    /// Ours that this plan makes.
    pub(super) later: Vec<Later>,
    will: Vec<String>,
    now: Vec<String>,
}

/// What the source is to be bound to; none where that stays as it is.
pub(super) fn bound(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Option<Bound> {
    let now = source.map(|source| source.user_property_mappings.clone()).unwrap_or_default();
    let dropped: Vec<&String> = let_go(desired, actual, source).collect();
    let mut there: Vec<String> = now.iter().filter(|pk| !dropped.contains(pk)).cloned().collect();
    let mut later = Vec::new();
    let mut coming = Vec::new();
    for mapping in desired.mappings.iter().copied().filter(|mapping| !desired.choices.leaves_out(Group::of(*mapping))) {
        match found(desired, actual, mapping) {
            Some(object) if there.contains(&object.pk) => {}
            Some(object) => there.push(object.pk.clone()),
            None => {
                later.push(Later { field: MAPPINGS, of: id(mapping).to_owned(), list: true });
                coming.push(mapping.name(&desired.slug));
            }
        }
    }
    if there == now && later.is_empty() {
        return None;
    }
    let names = |all: &[String]| all.iter().map(|pk| shown(actual, pk)).collect::<Vec<_>>();
    let will = names(&there).into_iter().chain(coming).collect();
    Some(Bound { now: names(&now), there, later, will })
}

/// The names of those of ours that it is to have no longer.
pub(in super::super) fn let_go_of(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Vec<String> {
    let_go(desired, actual, source).filter_map(|pk| name(actual, pk)).map(str::to_owned).collect()
}

/// Every mapping that the source is to have.
pub(in super::super) fn bound_to(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Vec<MappingAim> {
    let dropped: Vec<&String> = let_go(desired, actual, source).collect();
    let ours = desired.mappings.iter().copied();
    let ours: Vec<_> = ours.filter(|mapping| !desired.choices.leaves_out(Group::of(*mapping))).collect();
    let is_ours = |pk: &String| {
        name(actual, pk).is_some_and(|name| ours.iter().any(|mapping| mapping.name(&desired.slug) == name))
    };
    let now = source.into_iter().flat_map(|source| &source.user_property_mappings);
    let stays = now.filter(|pk| !dropped.contains(pk) && !is_ours(pk));
    let theirs = stays.map(|pk| MappingAim::Theirs { pk: pk.clone(), name: name(actual, pk).map(str::to_owned) });
    let ours = ours.iter().map(|mapping| MappingAim::Ours {
        mapping: *mapping,
        name: mapping.name(&desired.slug),
        pk: found(desired, actual, *mapping).map(|object| object.pk.clone()),
    });
    theirs.chain(ours).collect()
}

impl Bound {
    /// The fields that are sent, as far as they are known before.
    pub(super) fn put(&self, fields: &mut Fields) {
        fields.insert(MAPPINGS.to_owned(), json!(self.there));
    }

    /// As the request is shown: what is yet to be made stands in ‹…›.
    pub(super) fn show(&self, body: &mut Fields) {
        let made = self.will.iter().skip(self.there.len()).map(|name| format!("‹{name}›"));
        let all: Vec<String> = self.there.iter().cloned().chain(made).collect();
        body.insert(MAPPINGS.to_owned(), json!(all));
    }

    /// The row says names in place of keys.
    pub(super) fn name(&self, rows: &mut [Field]) {
        let list = |names: &[String]| match names {
            [] => Shows::Words(said::plan_value_none()),
            names => Shows::List(names.to_vec()),
        };
        if let Some(row) = rows.iter_mut().find(|row| row.name == MAPPINGS) {
            row.now = row.now.is_some().then(|| list(&self.now));
            row.will = list(&self.will);
        }
    }
}

/// Mappings of ours that the source has, and is to have no longer.
fn let_go<'a>(
    desired: &'a Desired,
    actual: &'a Actual,
    source: Option<&'a Source>,
) -> impl Iterator<Item = &'a String> {
    source.into_iter().flat_map(|source| &source.user_property_mappings).filter(|pk| {
        let ours = name(actual, pk).and_then(|name| Mapping::of_name(name, &desired.slug));
        ours.is_some_and(|mapping| !desired.mappings.contains(&mapping))
    })
}

fn name<'a>(actual: &'a Actual, pk: &str) -> Option<&'a str> {
    actual.beside.mappings.iter().flatten().find(|object| object.pk == pk).map(Object::name)
}

fn shown(actual: &Actual, pk: &str) -> String {
    name(actual, pk).map_or_else(|| format!("{}…", pk.get(..8).unwrap_or(pk)), str::to_owned)
}
