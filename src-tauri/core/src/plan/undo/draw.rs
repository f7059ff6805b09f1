//! What putting something back looks like.

use super::super::actual::LoginStage;
use super::super::change::{Action, Change, Field, Group, RequestShown, Shows, Target};
use super::super::fields::{self, Fields};
use super::super::step::{Known, SOURCE};
use crate::address::Slug;
use crate::authentik::{FlowRow, Kind, Object};
use crate::words::{Message, said};
use serde_json::{Value, json};

/// The name of an object's change: there is one source, and there may be several of everything else.
pub(super) fn id(object: &Object) -> String {
    match object.kind {
        Kind::Source => SOURCE.to_owned(),
        Kind::Mapping | Kind::SourceStage | Kind::Binding | Kind::Connection => {
            format!("{}-{}", word(object.kind), object.pk)
        }
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Mapping => "mapping",
        Kind::Source => SOURCE,
        Kind::SourceStage => "source-stage",
        Kind::Binding => "binding",
        Kind::Connection => "link",
    }
}

fn group(kind: Kind) -> Group {
    match kind {
        // Which purpose a mapping served doesn't matter any more.
        Kind::Source | Kind::Mapping => Group::Source,
        Kind::SourceStage | Kind::Binding => Group::SourceStage,
        Kind::Connection => Group::Links,
    }
}

fn change(id: &str, kind: Kind, action: Action, title: Message) -> Change {
    let (group, target) = (group(kind), Target::from(kind));
    Change { id: id.to_owned(), group, target, action, title, why: None, fields: Vec::new(), data: None }
}

pub(super) fn hidden(id: &str, login: &LoginStage, source: &str, is_there: bool) -> Change {
    let change = |action, title| Change {
        group: Group::LoginPage,
        target: Target::LoginPage,
        ..change(id, Kind::Source, action, title)
    };
    let stage = &login.stage;
    if !is_there {
        let why = Some(said::plan_why_gone());
        return Change { why, ..change(Action::Nothing, said::plan_button_there()) };
    }
    let left: Vec<_> = stage.sources.iter().filter(|pk| *pk != source).cloned().collect();
    let mut sent = json!({ "sources": left });
    if left.is_empty() {
        sent["user_fields"] = json!(stage.user_fields);
    }
    Change {
        why: Some(said::plan_why_stage(&stage.name)),
        fields: vec![Field {
            name: "sources".to_owned(),
            label: said::plan_field_sources(),
            now: Some(Shows::List(login.named(&stage.sources))),
            will: Shows::List(login.named(&left)),
            secret: false,
        }],
        data: Some(RequestShown::new("PATCH", format!("/api/v3/stages/identification/{}/", stage.pk), Some(&sent))),
        ..change(Action::Change, said::plan_button_remove())
    }
}

pub(super) fn deleted(id: &str, object: &Object) -> Change {
    let title = match object.kind {
        Kind::Source => said::plan_source_remove(object.name()),
        kind @ (Kind::Mapping | Kind::SourceStage | Kind::Binding | Kind::Connection) => {
            said::plan_object_remove(word(kind), object.name())
        }
    };
    Change {
        why: Some(said::plan_why_made_here()),
        data: Some(RequestShown::new("DELETE", object.kind.path(Some(&object.handle)), None)),
        ..change(id, object.kind, Action::Remove, title)
    }
}

pub(super) fn disabled(id: &str, source: &Object, off: &Fields) -> Change {
    let title = said::plan_source_disable(source.name());
    Change { title, why: Some(said::plan_why_made_here()), ..restored(id, source, off, &[]) }
}

pub(super) fn restored(id: &str, object: &Object, back: &Fields, flows: &[FlowRow]) -> Change {
    let titled = |nothing: bool| match object.kind {
        Kind::Source if nothing => said::plan_source_nothing(object.name()),
        Kind::Source => said::plan_source_restore(object.name()),
        kind @ (Kind::Mapping | Kind::SourceStage | Kind::Binding | Kind::Connection) => {
            said::plan_object_restore(word(kind), object.name())
        }
    };
    if back.is_empty() {
        let why = Some(said::plan_why_already());
        return Change { why, ..change(id, object.kind, Action::Nothing, titled(true)) };
    }
    let mut sent = back.clone();
    sent.extend(Known::from(object).also);
    Change {
        why: Some(said::plan_why_changed_here()),
        fields: fields::rows(Some(&object.fields), back, flows),
        data: Some(RequestShown::new("PATCH", object.kind.path(Some(&object.handle)), Some(&Value::Object(sent)))),
        ..change(id, object.kind, Action::Change, titled(false))
    }
}

/// A link that the push made and this token can't look for.
pub(super) fn unseen(fields: &Fields) -> Change {
    let text =
        |name: &str| fields.get(name).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let (user, account) = (text("user").unwrap_or_default(), text("identifier").unwrap_or_default());
    let title = said::plan_link_unseen(&account);
    let change = change(&format!("link-{user}"), Kind::Connection, Action::LeaveOut, title);
    Change { why: Some(said::plan_why_link_unseen(user)), ..change }
}

/// What a push made or changed and isn't there any more.
pub(super) fn gone(kind: Kind, slug: &Slug) -> Change {
    let title = match kind {
        Kind::Source => said::plan_source_nothing(slug.as_str()),
        Kind::Mapping | Kind::SourceStage | Kind::Binding | Kind::Connection => said::plan_object_gone(word(kind)),
    };
    Change { why: Some(said::plan_why_gone()), ..change(word(kind), kind, Action::Nothing, title) }
}
