//! Plans the button on the login pages.

use super::summary::ChangeGroupSummary;
use crate::authentik::Source;
use crate::i18n::{Message, msg};
use crate::plan::change::{Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview};
use crate::plan::desired::Desired;
use crate::plan::step::{LOGIN_PAGE, Operation, PlannedWrite};
use crate::plan::{Actual, IdentificationState};
use serde_json::json;

pub(super) fn part(desired: &Desired, actual: &Actual, source: Option<&Source>) -> ChangeGroupSummary {
    let chosen = desired.choices.logins(actual);
    if chosen.is_empty() {
        return ChangeGroupSummary { changes: vec![left_out(desired, actual)], ..ChangeGroupSummary::default() };
    }
    let mut part = ChangeGroupSummary::default();
    for (at, login) in chosen.into_iter().enumerate() {
        // Each stage needs its own id. The first keeps the id that plans with a single login page have always used.
        let id = if at == 0 { LOGIN_PAGE.to_owned() } else { format!("{LOGIN_PAGE}-{}", at + 1) };
        let (change, deed) = show(&id, desired, &login.page, source);
        part.changes.push(change);
        part.steps.extend(deed.map(|deed| PlannedWrite { id, deed }));
    }
    part
}

fn change(id: &str, action: ChangeAction, title: Message, why: Message) -> Change {
    Change {
        id: id.to_owned(),
        group: ChangeGroup::LoginPage,
        target: ChangeTarget::LoginPage,
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
        [] => msg::plan_why_unseen(),
        _ => msg::choices_left_out_login_page_says(login),
    };
    change(LOGIN_PAGE, ChangeAction::LeaveOut, msg::plan_button_add(), why)
}

fn show(
    id: &str,
    desired: &Desired,
    login: &IdentificationState,
    source: Option<&Source>,
) -> (Change, Option<Operation>) {
    let stage = &login.stage;
    if source.is_some_and(|source| stage.sources.contains(&source.pk)) {
        return (change(id, ChangeAction::Nothing, msg::plan_button_there(), msg::plan_why_already()), None);
    }
    let mut after = login.named(&stage.sources);
    after.push(desired.name.clone());
    after.sort_by_key(|name| name.to_lowercase());
    let mut sent: Vec<_> = stage.sources.clone();
    sent.push(source.map_or_else(|| format!("‹{}›", desired.name), |source| source.pk.clone()));
    let path = format!("/api/v3/stages/identification/{}/", stage.pk);
    let change = Change {
        fields: vec![FieldChange {
            name: "sources".to_owned(),
            label: msg::plan_field_sources(),
            now: Some(DisplayValue::List(login.named(&stage.sources))),
            will: DisplayValue::List(after),
            secret: false,
        }],
        data: Some(RequestPreview::new("PATCH", path, Some(&json!({ "sources": sent })))),
        ..change(id, ChangeAction::Change, msg::plan_button_add(), msg::plan_why_stage(&stage.name))
    };
    let deed = Operation::Show { stage: Box::new(stage.clone()), source: source.map(|source| source.pk.clone()) };
    (change, Some(deed))
}
