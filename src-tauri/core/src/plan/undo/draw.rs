//! Shows the changes of an undo.

use super::super::actual::IdentificationState;
use super::super::change::{
    Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview, word,
};
use super::super::fields::{self, Fields};
use super::super::step::{ExistingObject, SOURCE};
use crate::address::Slug;
use crate::authentik::{ApiObject, FlowRow, ObjectKind};
use crate::i18n::{Message, msg};
use serde_json::{Value, json};

/// The id of an object's change. There is only one source, but there may be several objects of every other kind.
pub(super) fn id(object: &ApiObject) -> String {
    if object.kind == ObjectKind::Source {
        return SOURCE.to_owned();
    }
    format!("{}-{}", word(object.kind), object.pk)
}

fn group(kind: ObjectKind) -> ChangeGroup {
    match kind {
        // An undo doesn't need to know which purpose a mapping served.
        ObjectKind::Source | ObjectKind::Mapping | ObjectKind::Secret => ChangeGroup::Source,
        ObjectKind::SourceStage | ObjectKind::Binding => ChangeGroup::SourceStage,
        ObjectKind::Connection => ChangeGroup::Links,
        ObjectKind::Policy
        | ObjectKind::PolicyBinding
        | ObjectKind::Flow
        | ObjectKind::WriteStage
        | ObjectKind::DenyStage
        | ObjectKind::Group => ChangeGroup::Access,
    }
}

fn change(id: &str, kind: ObjectKind, action: ChangeAction, title: Message) -> Change {
    let (group, target) = (group(kind), ChangeTarget::from(kind));
    Change { id: id.to_owned(), group, target, action, title, why: None, fields: Vec::new(), data: None }
}

pub(super) fn hidden(id: &str, login: &IdentificationState, source: &str, is_there: bool) -> Change {
    let change = |action, title| Change {
        group: ChangeGroup::LoginPage,
        target: ChangeTarget::LoginPage,
        ..change(id, ObjectKind::Source, action, title)
    };
    let stage = &login.stage;
    if !is_there {
        let why = Some(msg::plan_why_gone());
        return Change { why, ..change(ChangeAction::Nothing, msg::plan_button_there()) };
    }
    let left: Vec<_> = stage.sources.iter().filter(|pk| *pk != source).cloned().collect();
    let mut sent = json!({ "sources": left });
    if left.is_empty() {
        sent["user_fields"] = json!(stage.user_fields);
    }
    Change {
        why: Some(msg::plan_why_stage(&stage.name)),
        fields: vec![FieldChange {
            name: "sources".to_owned(),
            label: msg::plan_field_sources(),
            now: Some(DisplayValue::List(login.named(&stage.sources))),
            will: DisplayValue::List(login.named(&left)),
            secret: false,
        }],
        data: Some(RequestPreview::new("PATCH", format!("/api/v3/stages/identification/{}/", stage.pk), Some(&sent))),
        ..change(ChangeAction::Change, msg::plan_button_remove())
    }
}

pub(super) fn deleted(id: &str, object: &ApiObject) -> Change {
    let title = if object.kind == ObjectKind::Source {
        msg::plan_source_remove(object.name())
    } else {
        msg::plan_object_remove(word(object.kind), object.name())
    };
    Change {
        why: Some(msg::plan_why_made_here()),
        data: Some(RequestPreview::new("DELETE", object.kind.path(Some(&object.handle)), None)),
        ..change(id, object.kind, ChangeAction::Remove, title)
    }
}

pub(super) fn disabled(id: &str, source: &ApiObject, off: &Fields) -> Change {
    let title = msg::plan_source_disable(source.name());
    Change { title, why: Some(msg::plan_why_made_here()), ..restored(id, source, off, &[]) }
}

pub(super) fn restored(id: &str, object: &ApiObject, back: &Fields, flows: &[FlowRow]) -> Change {
    let titled = |nothing: bool| match (object.kind == ObjectKind::Source, nothing) {
        (true, true) => msg::plan_source_nothing(object.name()),
        (true, false) => msg::plan_source_restore(object.name()),
        (false, _) => msg::plan_object_restore(word(object.kind), object.name()),
    };
    if back.is_empty() {
        let why = Some(msg::plan_why_already());
        return Change { why, ..change(id, object.kind, ChangeAction::Nothing, titled(true)) };
    }
    let mut sent = back.clone();
    sent.extend(ExistingObject::from(object).also);
    Change {
        why: Some(msg::plan_why_changed_here()),
        fields: fields::rows(Some(&object.fields), back, flows),
        data: Some(RequestPreview::new("PATCH", object.kind.path(Some(&object.handle)), Some(&Value::Object(sent)))),
        ..change(id, object.kind, ChangeAction::Change, titled(false))
    }
}

/// A Secret that gets its earlier value back.
pub(super) fn given_back(id: &str, secret: &ApiObject) -> Change {
    let path = secret.kind.path(Some(&secret.handle));
    Change {
        why: Some(msg::plan_why_changed_here()),
        fields: vec![FieldChange {
            name: "value".to_owned(),
            label: msg::plan_field_secret_value(),
            now: None,
            will: DisplayValue::Words(msg::plan_value_secret_earlier()),
            secret: true,
        }],
        data: Some(RequestPreview::new("PATCH", path, Some(&json!({ "value": "‹…›" })))),
        ..change(id, secret.kind, ChangeAction::Change, msg::plan_object_restore(word(secret.kind), secret.name()))
    }
}

/// A group that the push created and that has members by now.
pub(super) fn has_members(id: &str, group: &ApiObject) -> Change {
    let title = msg::plan_object_remove(word(group.kind), group.name());
    Change { why: Some(msg::plan_why_group_used()), ..change(id, group.kind, ChangeAction::LeaveOut, title) }
}

/// A Secret that the push created and that another source uses by now.
pub(super) fn in_use(id: &str, secret: &ApiObject, by: &str) -> Change {
    let title = msg::plan_secret_nothing(secret.name());
    Change { why: Some(msg::plan_why_secret_used(by)), ..change(id, secret.kind, ChangeAction::LeaveOut, title) }
}

/// A link that the push created and that this token may not look for.
pub(super) fn unseen(fields: &Fields) -> Change {
    let text =
        |name: &str| fields.get(name).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let (user, account) = (text("user").unwrap_or_default(), text("identifier").unwrap_or_default());
    let title = msg::plan_link_unseen(&account);
    let change = change(&format!("link-{user}"), ObjectKind::Connection, ChangeAction::LeaveOut, title);
    Change { why: Some(msg::plan_why_link_unseen(user)), ..change }
}

/// An object that the push created or changed and that has been deleted since. Several of one kind may be, and nothing is
/// left that would tell them apart, so `nth` is the place of the change.
pub(super) fn gone(kind: ObjectKind, slug: &Slug, nth: usize) -> Change {
    let (id, title) = if kind == ObjectKind::Source {
        (SOURCE.to_owned(), msg::plan_source_nothing(slug.as_str()))
    } else {
        (format!("gone-{nth}"), msg::plan_object_gone(word(kind)))
    };
    Change { why: Some(msg::plan_why_gone()), ..change(&id, kind, ChangeAction::Nothing, title) }
}
