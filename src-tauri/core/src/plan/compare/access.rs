//! Plans who gets in: the source's own flows, their policies, and what an approval needs.

use super::summary::ChangeGroupSummary;
use crate::authentik::{AccessNames, ApiObject, ObjectKind, Source};
use crate::i18n::{Message, msg};
use crate::plan::access::{self, AccessContext, AccessGate, AccessObject, DesiredAccess};
use crate::plan::change::{
    Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview, word,
};
use crate::plan::fields::{self, Fields};
use crate::plan::step::{DeferredKey, ExistingObject, Operation};
use crate::plan::{Actual, Desired};
use serde_json::Value;
use std::collections::BTreeMap;

/// The parts of a plan about who gets in.
#[derive(Debug, Default)]
pub(super) struct AccessPart {
    /// What is written before the source: everything new, and what lets in fewer people.
    pub(super) before: ChangeGroupSummary,
    /// What is written after the source: what lets in more people.
    pub(super) after: ChangeGroupSummary,
}

pub(super) fn part(desired: &Desired, actual: &Actual) -> AccessPart {
    let (Some(access), Some(context)) = (&desired.access, &actual.beside.access) else { return AccessPart::default() };
    let names = AccessNames::new(&desired.slug);
    let mut part = AccessPart {
        before: ChangeGroupSummary { notes: notes(access, context), ..ChangeGroupSummary::default() },
        ..AccessPart::default()
    };
    let mut found: BTreeMap<&str, &ApiObject> = BTreeMap::new();
    // What makes new users wait is written once everything is there that a waiting user needs.
    let mut last = ChangeGroupSummary::default();
    let below = access::below(actual);
    let all = access::wanted(access, &names, (&desired.name, &below), context);
    for wanted in &all {
        if is_refused(wanted, context) {
            part.before.changes.push(refused_group(wanted, &all));
            continue;
        }
        let mut fields = wanted.fields.clone();
        let mut later = Vec::new();
        let refused = |of: &str| all.iter().any(|one| one.id == of && is_refused(one, context));
        for (field, of) in wanted.refers.iter().filter(|(_, of)| !refused(of)) {
            match found.get(of.as_str()) {
                Some(object) => drop(fields.insert((*field).to_owned(), object.pk.as_str().into())),
                None => later.push(DeferredKey { field, of: of.clone(), list: false }),
            }
        }
        let there = existing(wanted, &fields, &later, actual, context);
        let Some(object) = there else {
            let (change, deed) = create(wanted, &all, fields, later);
            part.before.add(&wanted.id, change, Some(deed));
            continue;
        };
        found.insert(&wanted.id, object);
        let (change, deed) = compare((wanted, &all), &fields, later, object);
        let target = match order(wanted, access, deed.as_ref()) {
            WriteOrder::Before => &mut part.before,
            WriteOrder::LastBefore => &mut last,
            WriteOrder::After => &mut part.after,
        };
        target.add(&wanted.id, change, deed);
    }
    part.before.join(last);
    part
}

/// When an existing object is changed: before the source or after it.
enum WriteOrder {
    Before,
    LastBefore,
    After,
}

/// What lets in more people comes after the source, which by then has everything that keeps them waiting; what lets in
/// fewer comes before it.
fn order(wanted: &AccessObject, access: &DesiredAccess, deed: Option<&Operation>) -> WriteOrder {
    let Some(Operation::Change { after, .. }) = deed else { return WriteOrder::Before };
    match wanted.id.as_str() {
        access::POLICY if access.gate != AccessGate::Listed => WriteOrder::After,
        access::WRITE => match after.get("create_users_as_inactive") {
            Some(Value::Bool(false)) => WriteOrder::After,
            _ => WriteOrder::LastBefore,
        },
        _ => WriteOrder::Before,
    }
}

/// Whether a group gives its members all rights, so that nobody new may be put into it
/// [docs/evidence/authentik.md §10].
fn is_refused(wanted: &AccessObject, context: &AccessContext) -> bool {
    let is_it = |object: &&ApiObject| object.kind == ObjectKind::Group && object.has_same_key(&wanted.fields);
    wanted.kind == ObjectKind::Group
        && context
            .own
            .iter()
            .find(is_it)
            .is_some_and(|group| group.fields.get("is_superuser") == Some(&Value::Bool(true)))
}

fn refused_group(wanted: &AccessObject, all: &[AccessObject]) -> Change {
    Change { why: Some(msg::plan_why_group_superuser()), ..change(wanted, all, ChangeAction::LeaveOut) }
}

/// The object that is there already. A binding is found by what it binds, wherever it is in the order.
fn existing<'a>(
    wanted: &AccessObject,
    fields: &Fields,
    later: &[DeferredKey],
    actual: &'a Actual,
    context: &'a AccessContext,
) -> Option<&'a ApiObject> {
    let key: &[&str] = match wanted.kind {
        ObjectKind::Binding => &["target", "stage"],
        ObjectKind::PolicyBinding => &["target", "policy"],
        ObjectKind::Mapping
        | ObjectKind::Source
        | ObjectKind::SourceStage
        | ObjectKind::Connection
        | ObjectKind::Secret
        | ObjectKind::Policy
        | ObjectKind::Flow
        | ObjectKind::WriteStage
        | ObjectKind::DenyStage
        | ObjectKind::Group => wanted.kind.key(),
    };
    if later.iter().any(|later| key.contains(&later.field)) {
        return None;
    }
    let is_it = |object: &&ApiObject| {
        object.kind == wanted.kind && key.iter().all(|name| object.fields.get(*name) == fields.get(*name))
    };
    let mappings = actual.beside.mappings.iter().flatten();
    context.own.iter().chain(mappings).find(is_it)
}

fn change(wanted: &AccessObject, all: &[AccessObject], action: ChangeAction) -> Change {
    Change {
        id: wanted.id.clone(),
        group: ChangeGroup::Access,
        target: ChangeTarget::from(wanted.kind),
        action,
        title: title(wanted, all, action),
        why: reason(wanted),
        fields: Vec::new(),
        data: None,
    }
}

/// What to call the object in a title: its name; of a binding, the policy if it is one of the source's own, and the flow
/// with the binding's order, as authentik lists them. No two objects have the same.
fn name(wanted: &AccessObject, all: &[AccessObject]) -> String {
    let text = |name: &str| wanted.fields.get(name).and_then(Value::as_str);
    if let Some(own) = text("slug").or_else(|| text("name")) {
        return own.to_owned();
    }
    let referred = |field: &str| {
        let (_, of) = wanted.refers.iter().find(|(name, _)| *name == field)?;
        all.iter().find(|one| one.id == *of)
    };
    let Some(target) = referred("target").map(|target| name(target, all)) else { return wanted.id.clone() };
    match (referred("policy"), wanted.fields.get("order").and_then(Value::as_i64)) {
        (Some(policy), _) => format!("{target}: {}", name(policy, all)),
        (None, Some(order)) => format!("{target}: {order}"),
        (None, None) => target,
    }
}

fn title(wanted: &AccessObject, all: &[AccessObject], action: ChangeAction) -> Message {
    let (kind, name) = (word(wanted.kind), name(wanted, all));
    match action {
        ChangeAction::Create | ChangeAction::LeaveOut => msg::plan_access_create(kind, name),
        ChangeAction::Change | ChangeAction::Remove => msg::plan_access_change(kind, name),
        ChangeAction::Nothing => msg::plan_access_nothing(kind, name),
    }
}

/// What the objects that matter most are for.
fn reason(wanted: &AccessObject) -> Option<Message> {
    match wanted.id.as_str() {
        access::POLICY => Some(msg::plan_why_access_policy()),
        access::ENROLLMENT => Some(msg::plan_why_access_enrollment()),
        access::AUTHENTICATION_FLOW => Some(msg::plan_why_access_authentication()),
        access::WRITE => Some(msg::plan_why_access_write()),
        access::LISTED => Some(msg::plan_why_access_listed()),
        _ => None,
    }
}

fn create(wanted: &AccessObject, all: &[AccessObject], fields: Fields, later: Vec<DeferredKey>) -> (Change, Operation) {
    let mut sent = fields.clone();
    for DeferredKey { field, of, .. } in &later {
        sent.insert((*field).to_owned(), format!("‹{of}›").into());
    }
    let data = RequestPreview::new("POST", wanted.kind.path(None), Some(&Value::Object(sent)));
    let change = Change {
        fields: fields::rows(None, &fields, &[]),
        data: Some(data),
        ..change(wanted, all, ChangeAction::Create)
    };
    (change, Operation::Create { kind: wanted.kind, fields, secret: false, later })
}

/// Compares an object that is there with what must hold of it.
fn compare(
    (wanted, all): (&AccessObject, &[AccessObject]),
    fields: &Fields,
    later: Vec<DeferredKey>,
    object: &ApiObject,
) -> (Change, Option<Operation>) {
    let held: Fields = fields
        .iter()
        .filter(|(name, _)| wanted.held.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let after = fields::differing(&object.fields, &held);
    let later: Vec<DeferredKey> = later.into_iter().filter(|later| wanted.held.contains(&later.field)).collect();
    if after.is_empty() && later.is_empty() {
        return (change(wanted, all, ChangeAction::Nothing), None);
    }
    let mut before = fields::only(&object.fields, &after);
    let known = ExistingObject::from(object);
    let mut sent = after.clone();
    sent.extend(known.also.clone());
    for DeferredKey { field, of, .. } in &later {
        before.insert((*field).to_owned(), object.fields.get(*field).cloned().unwrap_or_default());
        sent.insert((*field).to_owned(), format!("‹{of}›").into());
    }
    let path = wanted.kind.path(Some(&object.handle));
    let change = Change {
        fields: fields::rows(Some(&before), &after, &[]),
        data: Some(RequestPreview::new("PATCH", path, Some(&Value::Object(sent)))),
        ..change(wanted, all, ChangeAction::Change)
    };
    (change, Some(Operation::Change { known, before, after, secret: false, later }))
}

/// What an admin should know about the choice, and what isn't taken over from the flows that are used so far.
fn notes(access: &DesiredAccess, context: &AccessContext) -> Vec<Message> {
    let mut notes = Vec::new();
    if access.gate != AccessGate::Open {
        notes.push(msg::plan_note_access_signed_in());
    }
    if access.accounts.iter().any(|account| account.id.is_none()) {
        notes.push(msg::plan_note_access_handles());
    }
    let stages = context.enrollment.stages.iter().chain(&context.authentication.stages);
    notes.extend(stages.filter(|stage| stage.has_others).map(|stage| msg::plan_note_access_not_taken(&stage.name)));
    notes
}

/// The flows of its own that a source should have.
pub(super) struct OwnFlows {
    fields: Vec<OwnFlow>,
}

struct OwnFlow {
    field: &'static str,
    slug: String,
    key: Option<String>,
    step: &'static str,
}

/// The source's own flows, if it should have some.
pub(super) fn flows(desired: &Desired, actual: &Actual) -> OwnFlows {
    let Some(access) = &desired.access else { return OwnFlows::none() };
    let names = AccessNames::new(&desired.slug);
    let key = |slug: &str| actual.flows.iter().find(|flow| flow.slug == slug).map(|flow| flow.pk.clone());
    let own = |field, slug: String, step| OwnFlow { field, key: key(&slug), slug, step };
    let mut fields = vec![own("enrollment_flow", names.enrollment(), access::ENROLLMENT)];
    if access.has_authentication() {
        fields.push(own("authentication_flow", names.authentication(), access::AUTHENTICATION_FLOW));
    }
    OwnFlows { fields }
}

impl OwnFlows {
    /// No flows of its own.
    pub(super) fn none() -> Self {
        Self { fields: Vec::new() }
    }

    /// The slug of the own flow in this field.
    pub(super) fn slug(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|flow| flow.field == field).map(|flow| flow.slug.as_str())
    }

    /// Replaces the flows in the fields of a source by the own ones, as far as they exist; the others are left out.
    pub(super) fn replace(&self, fields: &mut Fields) {
        for flow in &self.fields {
            match &flow.key {
                Some(key) => drop(fields.insert(flow.field.to_owned(), key.as_str().into())),
                None => drop(fields.remove(flow.field)),
            }
        }
    }

    /// Whether the plan creates one of them.
    pub(super) fn are_created(&self) -> bool {
        self.fields.iter().any(|flow| flow.key.is_none())
    }

    /// Defers the flows that the plan creates, and shows them. `before` gets what the source has now.
    pub(super) fn defer(
        &self,
        rows: &mut Vec<FieldChange>,
        before: Option<(&mut Fields, &Source, &Actual)>,
    ) -> Vec<DeferredKey> {
        let mut later = Vec::new();
        let (mut before, source) = match before {
            Some((before, source, actual)) => (Some(before), Some((source, actual))),
            None => (None, None),
        };
        for flow in self.fields.iter().filter(|flow| flow.key.is_none()) {
            let now = source.map(|(source, actual)| {
                let key = match flow.field {
                    "enrollment_flow" => &source.enrollment_flow,
                    _ => &source.authentication_flow,
                };
                let slug = actual.flows.iter().find(|known| Some(&known.pk) == key.as_ref());
                (Value::from(key.clone()), slug.map(|flow| DisplayValue::Text(flow.slug.clone())))
            });
            if let (Some(before), Some((key, _))) = (&mut before, &now) {
                before.insert(flow.field.to_owned(), key.clone());
            }
            rows.push(FieldChange {
                name: flow.field.to_owned(),
                label: fields::label(flow.field),
                now: now.map(|(_, shown)| shown.unwrap_or_else(|| DisplayValue::Words(msg::plan_value_none()))),
                will: DisplayValue::Text(flow.slug.clone()),
                secret: false,
            });
            later.push(DeferredKey { field: flow.field, of: flow.step.to_owned(), list: false });
        }
        later
    }

    /// Adds placeholders for the flows that the plan creates.
    pub(super) fn show(&self, body: &mut Fields) {
        for flow in self.fields.iter().filter(|flow| flow.key.is_none()) {
            body.insert(flow.field.to_owned(), format!("‹{}›", flow.slug).into());
        }
    }
}
