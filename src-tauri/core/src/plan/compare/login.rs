//! The button on the login pages.

use super::super::change::{Action, Change, Field, Group, RequestShown, Shows, Target};
use super::super::step::{Deed, LOGIN_PAGE, Step};
use super::super::{Actual, LoginStage};
use super::{Desired, Part};
use crate::authentik::Source;
use crate::words::{Message, said};
use serde_json::json;

pub(super) fn part(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Part {
    let chosen = desired.choices.logins(actual);
    if chosen.is_empty() {
        return Part { changes: vec![left_out(desired, actual)], ..Part::default() };
    }
    let mut part = Part::default();
    for (at, login) in chosen.into_iter().enumerate() {
        // One name a stage; that of the first is what a plan with one login page has always called it.
        let id = if at == 0 { LOGIN_PAGE.to_owned() } else { format!("{LOGIN_PAGE}-{}", at + 1) };
        let (change, deed) = show(&id, desired, &login.page, source);
        part.changes.push(change);
        part.steps.extend(deed.map(|deed| Step { id, deed }));
    }
    part
}

fn change(id: &str, action: Action, title: Message, why: Message) -> Change {
    Change {
        id: id.to_owned(),
        group: Group::LoginPage,
        target: Target::LoginPage,
        action,
        title,
        why: Some(why),
        fields: Vec::new(),
        data: None,
    }
}

fn left_out(desired: &Desired, actual: &Actual) -> Change {
    let login = format!("{}/source/oauth/login/{}/", actual.server, desired.slug);
    let why = match actual.logins.as_slice() {
        [] => said::plan_why_unseen(),
        _ => said::choices_left_out_login_page_says(login),
    };
    change(LOGIN_PAGE, Action::LeaveOut, said::plan_button_add(), why)
}

fn show(id: &str, desired: &Desired, login: &LoginStage, source: Option<&Source>) -> (Change, Option<Deed>) {
    let stage = &login.stage;
    if source.is_some_and(|source| stage.sources.contains(&source.pk)) {
        return (change(id, Action::Nothing, said::plan_button_there(), said::plan_why_already()), None);
    }
    let mut after = login.named(&stage.sources);
    after.push(desired.name.clone());
    after.sort_by_key(|name| name.to_lowercase());
    let mut sent: Vec<_> = stage.sources.clone();
    sent.push(source.map_or_else(|| format!("‹{}›", desired.name), |source| source.pk.clone()));
    let path = format!("/api/v3/stages/identification/{}/", stage.pk);
    let change = Change {
        fields: vec![Field {
            name: "sources".to_owned(),
            label: said::plan_field_sources(),
            now: Some(Shows::List(login.named(&stage.sources))),
            will: Shows::List(after),
            secret: false,
        }],
        data: Some(RequestShown::new("PATCH", path, Some(&json!({ "sources": sent })))),
        ..change(id, Action::Change, said::plan_button_add(), said::plan_why_stage(&stage.name))
    };
    let deed = Deed::Show { stage: Box::new(stage.clone()), source: source.map(|source| source.pk.clone()) };
    (change, Some(deed))
}
