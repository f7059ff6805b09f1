//! The button on the login page.

use super::super::change::{Action, Change, Field, Group, RequestShown, Shows, Target};
use super::super::step::{Deed, LOGIN_PAGE, Step};
use super::super::{Actual, LoginStage};
use super::{Desired, Part};
use crate::authentik::Source;
use crate::words::{Message, said};
use serde_json::json;

pub(super) fn part(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Part {
    let (change, deed) = show(desired, actual.login.as_ref(), source);
    let steps = deed.into_iter().map(|deed| Step { id: LOGIN_PAGE.to_owned(), deed }).collect();
    Part { changes: vec![change], steps, ..Part::default() }
}

fn show(desired: &Desired, login: Option<&LoginStage>, source: Option<&Source>) -> (Change, Option<Deed>) {
    let change = |action, title: Message, why: Message| Change {
        id: LOGIN_PAGE.to_owned(),
        group: Group::LoginPage,
        target: Target::LoginPage,
        action,
        title,
        why: Some(why),
        fields: Vec::new(),
        data: None,
    };
    let Some(login) = login else {
        return (change(Action::LeaveOut, said::plan_button_add(), said::plan_why_unseen()), None);
    };
    let stage = &login.stage;
    if source.is_some_and(|source| stage.sources.contains(&source.pk)) {
        return (change(Action::Nothing, said::plan_button_there(), said::plan_why_already()), None);
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
        ..change(Action::Change, said::plan_button_add(), said::plan_why_stage(&stage.name))
    };
    let deed = Deed::Show { stage: Box::new(stage.clone()), source: source.map(|source| source.pk.clone()) };
    (change, Some(deed))
}
