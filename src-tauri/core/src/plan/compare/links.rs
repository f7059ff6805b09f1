//! Plans to make lost links between users and X accounts again. Each one needs its own consent. An X account that is
//! already linked is never given to another user, and existing links are kept.

use super::stage::for_source;
use super::summary::ChangeGroupSummary;
use crate::authentik::{LinkCreation, Links, ObjectKind, Source};
use crate::i18n::{Message, msg};
use crate::plan::Actual;
use crate::plan::change::{Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview};
use crate::plan::desired::Desired;
use crate::plan::fields::Fields;
use crate::plan::links::LinkToRestore;
use crate::plan::step::Operation;
use serde_json::Value;

/// Returns the part and, for a server whose API makes no links, those that somebody has to make in the server's shell.
pub(super) fn part<'d>(
    desired: &'d Desired,
    actual: &Actual,
    source: Option<&Source>,
) -> (ChangeGroupSummary, Vec<&'d LinkToRestore>) {
    let mut part = ChangeGroupSummary::default();
    let mut by_shell = Vec::new();
    let Some(links) = &actual.beside.links else { return (part, by_shell) };
    for again in &desired.links {
        let id = format!("link-{}", again.user);
        let (change, deed) = one(&id, again, links, desired, source);
        if deed.is_some() && actual.beside.link_creation == LinkCreation::Shell {
            by_shell.push(again);
            let why = Some(msg::plan_why_link_by_shell());
            part.add(&id, Change { action: ChangeAction::LeaveOut, why, data: None, ..change }, None);
        } else {
            part.add(&id, change, deed);
        }
    }
    if !part.steps.is_empty() {
        part.notes.push(msg::plan_note_links());
    }
    if !by_shell.is_empty() {
        part.notes.push(msg::plan_note_links_by_shell(by_shell.len()));
    }
    (part, by_shell)
}

fn one(
    id: &str,
    again: &LinkToRestore,
    links: &Links,
    desired: &Desired,
    source: Option<&Source>,
) -> (Change, Option<Operation>) {
    let plain = |action, why: Option<Message>| Change {
        id: id.to_owned(),
        group: ChangeGroup::Links,
        target: ChangeTarget::Connection,
        action,
        title: msg::plan_link_create(&again.id, &again.username),
        why,
        fields: Vec::new(),
        data: None,
    };
    let left_out = |why| (plain(ChangeAction::LeaveOut, Some(why)), None);
    if desired.choices.is_left_out(ChangeGroup::Links) {
        return left_out(msg::choices_left_out_links_says());
    }
    if let Some(there) = links.seen.iter().find(|link| link.user == again.user) {
        let same = there.identifier == again.id;
        let why = if same { msg::plan_why_already() } else { msg::plan_why_linked(&there.identifier) };
        return (plain(if same { ChangeAction::Nothing } else { ChangeAction::LeaveOut }, Some(why)), None);
    }
    if links.seen.iter().any(|link| link.identifier == again.id) {
        return left_out(msg::plan_why_account_taken(&again.id));
    }
    if desired.links.iter().any(|other| other.user != again.user && other.id == again.id) {
        return left_out(msg::repair_doubled(&again.id));
    }
    if links.cut {
        return left_out(msg::repair_blind_many());
    }
    let row = |name: &str, label, value: String| FieldChange {
        name: name.to_owned(),
        label,
        now: None,
        will: DisplayValue::Text(value),
        secret: false,
    };
    let mut fields = Fields::from_iter([
        ("user".to_owned(), Value::from(again.user)),
        ("identifier".to_owned(), Value::from(again.id.as_str())),
    ]);
    let (sent, later) = for_source(&mut fields, source);
    let change = Change {
        fields: vec![
            row("user", msg::plan_field_user(), again.username.clone()),
            row("identifier", msg::plan_field_account(), again.id.clone()),
        ],
        data: Some(RequestPreview::new("POST", ObjectKind::Connection.path(None), Some(&sent))),
        ..plain(ChangeAction::Create, again.superuser.then(|| msg::repair_superuser(&again.username)))
    };
    (change, Some(Operation::Create { kind: ObjectKind::Connection, fields, secret: false, later }))
}
