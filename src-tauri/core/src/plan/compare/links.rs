//! People's links, made again: each one agreed to by itself. Nobody gets an account that somebody has, and who is linked
//! stays linked.

use super::super::Actual;
use super::super::change::{Action, Change, Field, Group, RequestShown, Shows, Target};
use super::super::fields::Fields;
use super::super::links::LinkAgain;
use super::super::step::Deed;
use super::stage::for_source;
use super::{Desired, Part};
use crate::authentik::{Kind, Links, Source};
use crate::words::{Message, said};
use serde_json::Value;

pub(super) fn part(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Part {
    let Some(links) = &actual.beside.links else { return Part::default() };
    let mut part = Part::default();
    for again in &desired.links {
        let id = format!("link-{}", again.user);
        let made = one(&id, again, links, desired, source);
        part.add(&id, made);
    }
    if !part.steps.is_empty() {
        part.notes.push(said::plan_note_links());
    }
    part
}

fn one(
    id: &str,
    again: &LinkAgain,
    links: &Links,
    desired: &Desired,
    source: Option<&Source>,
) -> (Change, Option<Deed>) {
    let plain = |action, why: Option<Message>| Change {
        id: id.to_owned(),
        group: Group::Links,
        target: Target::Connection,
        action,
        title: said::plan_link_create(&again.id, &again.username),
        why,
        fields: Vec::new(),
        data: None,
    };
    let left_out = |why| (plain(Action::LeaveOut, Some(why)), None);
    if desired.choices.leaves_out(Group::Links) {
        return left_out(said::choices_left_out_links_says());
    }
    if let Some(there) = links.seen.iter().find(|link| link.user == again.user) {
        let same = there.identifier == again.id;
        let why = if same { said::plan_why_already() } else { said::plan_why_linked(&there.identifier) };
        return (plain(if same { Action::Nothing } else { Action::LeaveOut }, Some(why)), None);
    }
    if links.seen.iter().any(|link| link.identifier == again.id) {
        return left_out(said::plan_why_account_taken(&again.id));
    }
    if desired.links.iter().any(|other| other.user != again.user && other.id == again.id) {
        return left_out(said::repair_doubled(&again.id));
    }
    if links.cut {
        return left_out(said::repair_blind_many());
    }
    let row = |name: &str, label, value: String| Field {
        name: name.to_owned(),
        label,
        now: None,
        will: Shows::Text(value),
        secret: false,
    };
    let mut fields = Fields::from_iter([
        ("user".to_owned(), Value::from(again.user)),
        ("identifier".to_owned(), Value::from(again.id.as_str())),
    ]);
    let (sent, later) = for_source(&mut fields, source);
    let change = Change {
        fields: vec![
            row("user", said::plan_field_user(), again.username.clone()),
            row("identifier", said::plan_field_account(), again.id.clone()),
        ],
        data: Some(RequestShown::new("POST", Kind::Connection.path(None), Some(&sent))),
        ..plain(Action::Create, again.superuser.then(|| said::repair_superuser(&again.username)))
    };
    (change, Some(Deed::Create { kind: Kind::Connection, fields, secret: false, later }))
}
