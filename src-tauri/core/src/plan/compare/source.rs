//! Plans the source itself.

use super::access::{self, OwnFlows};
use super::mappings::{self, MappingBindings};
use super::refusal::PlanRefusal;
use super::secret::{self, SecretPart, SecretReference, secret_row};
use super::summary::ChangeGroupSummary;
use crate::authentik::{ObjectKind, Source};
use crate::i18n::{Message, msg};
use crate::plan::change::{Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview};
use crate::plan::choices::SourceUse;
use crate::plan::desired::Desired;
use crate::plan::fields::{self, Fields, SECRET_REF};
use crate::plan::local_history::{LocalHistory, SecretState};
use crate::plan::step::{ExistingObject, Operation, PlannedWrite, SOURCE};
use crate::plan::{Actual, offer};
use serde_json::Value;

pub(super) fn part(
    desired: &Desired,
    actual: &Actual,
    past: &LocalHistory,
    there: Option<&Source>,
) -> ChangeGroupSummary {
    let switches = there.is_some_and(|source| source.consumer_key != desired.client_id.as_str());
    // A source of another type isn't changed at all.
    let secret = match there {
        Some(source) if source.provider_type != actual.x_type => None,
        None if actual.slug_owner.is_some() => None,
        there => secret::part(desired.slug.as_str(), actual, past, there, switches),
    };
    let (change, deed, refusal) = match there {
        None => match &actual.slug_owner {
            None => create(desired, actual, past, secret.as_ref()),
            Some(owner) => (blocked(&owner.name), None, Some(PlanRefusal::SlugTaken)),
        },
        Some(source) => change(desired, actual, source, past, secret.as_ref()),
    };
    let mut whole = ChangeGroupSummary { refusal, notes: notes(desired, actual), ..ChangeGroupSummary::default() };
    if let Some(secret) = secret {
        whole.changes.push(secret.change);
        whole.steps.extend(secret.step);
        whole.notes.extend(secret.notes);
    }
    whole.changes.push(change);
    whole.steps.extend(deed.map(|deed| PlannedWrite { id: SOURCE.to_owned(), deed }));
    whole
}

/// The slug belongs to a source of another kind, which stays as it is.
fn blocked(name: &str) -> Change {
    Change {
        id: SOURCE.to_owned(),
        group: ChangeGroup::Source,
        target: ChangeTarget::Source,
        action: ChangeAction::LeaveOut,
        title: msg::plan_source_nothing_other(name),
        why: None,
        fields: Vec::new(),
        data: None,
    }
}

fn create(
    desired: &Desired,
    actual: &Actual,
    past: &LocalHistory,
    own: Option<&SecretPart>,
) -> (Change, Option<Operation>, Option<PlanRefusal>) {
    // With a Secret, the source itself gets no secret.
    let secret = if own.is_some() { &SecretState::Absent } else { &past.secret };
    let reference = own.and_then(|own| own.reference.as_ref());
    let mut fields = fields::wanted(desired, actual, None);
    let flows = access::flows(desired, actual);
    flows.replace(&mut fields);
    let bound = mappings::bound(desired, actual, None);
    if let Some(bound) = &bound {
        bound.put(&mut fields);
    }
    let mut rows = vec![
        FieldChange {
            name: "slug".to_owned(),
            label: msg::plan_field_slug(),
            now: None,
            will: DisplayValue::Text(desired.slug.to_string()),
            secret: false,
        },
        FieldChange {
            name: "provider_type".to_owned(),
            label: msg::plan_field_type(),
            now: None,
            will: DisplayValue::Text(actual.x_type.clone()),
            secret: false,
        },
    ];
    rows.extend(fields::rows(None, &fields, &actual.flows));
    rows.extend(secret_row(secret, false));
    let mut later = bound.as_ref().map(|bound| bound.later.clone()).unwrap_or_default();
    later.extend(reference.map(|reference| reference.put(&mut fields, &mut rows, None)).unwrap_or_default());
    later.extend(flows.defer(&mut rows, None));
    if let Some(bound) = &bound {
        bound.name(&mut rows);
    }
    fields.insert("slug".to_owned(), desired.slug.as_str().into());
    fields.insert("provider_type".to_owned(), actual.x_type.as_str().into());
    let change = Change {
        id: SOURCE.to_owned(),
        group: ChangeGroup::Source,
        target: ChangeTarget::Source,
        action: ChangeAction::Create,
        title: msg::plan_source_create(&desired.name),
        why: Some(msg::plan_why_new(&actual.host)),
        fields: rows,
        data: Some(RequestPreview::new(
            "POST",
            ObjectKind::Source.path(None),
            Some(&body(&fields, bound.as_ref(), reference, secret, &flows)),
        )),
    };
    let refusal =
        stopped(desired, actual, None, past.secret == SecretState::Absent).or_else(|| beside(desired, actual));
    let deed = Operation::Create { kind: ObjectKind::Source, fields, secret: own.is_none(), later };
    (change, Some(deed), refusal)
}

fn change(
    desired: &Desired,
    actual: &Actual,
    source: &Source,
    past: &LocalHistory,
    own: Option<&SecretPart>,
) -> (Change, Option<Operation>, Option<PlanRefusal>) {
    let nothing = Change {
        id: SOURCE.to_owned(),
        group: ChangeGroup::Source,
        target: ChangeTarget::Source,
        action: ChangeAction::Nothing,
        title: msg::plan_source_nothing(&source.name),
        why: Some(msg::plan_why_already()),
        fields: Vec::new(),
        data: None,
    };
    if source.provider_type != actual.x_type {
        let change = Change { action: ChangeAction::LeaveOut, why: None, ..nothing };
        return (change, None, Some(PlanRefusal::SlugTaken));
    }
    let now = fields::of_source(source);
    let flows = access::flows(desired, actual);
    let mut wanted = fields::wanted(desired, actual, Some(source));
    flows.replace(&mut wanted);
    let mut after = fields::differing(&now, &wanted);
    let bound = mappings::bound(desired, actual, Some(source));
    if let Some(bound) = &bound {
        bound.put(&mut after);
    }
    let reference = own.and_then(|own| own.reference.as_ref());
    let replaces = own.is_none() && matches!(past.secret, SecretState::Different { .. } | SecretState::Unknown { .. });
    let agreed = past.ours || desired.choices.changes(desired.slug.as_str());
    let unasked = || (!agreed).then_some(PlanRefusal::Differs);
    if after.is_empty() && !replaces && reference.is_none() && !flows.are_created() {
        return (nothing, None, own.is_some().then(unasked).flatten());
    }
    let mut rows = fields::rows(Some(&fields::only(&now, &after)), &after, &actual.flows);
    let mut later = bound.as_ref().map(|bound| bound.later.clone()).unwrap_or_default();
    let has = source.consumer_secret_ref.key();
    later.extend(reference.map(|reference| reference.put(&mut after, &mut rows, has)).unwrap_or_default());
    let mut before = fields::only(&now, &after);
    if reference.is_some() {
        before.insert(SECRET_REF.to_owned(), has.into());
    }
    later.extend(flows.defer(&mut rows, Some((&mut before, source, actual))));
    if replaces {
        rows.extend(secret_row(&past.secret, true));
    }
    if let Some(bound) = &bound {
        bound.name(&mut rows);
    }
    let known = ExistingObject::from(source);
    let mut sent = after.clone();
    sent.extend(known.also.clone());
    let path = ObjectKind::Source.path(Some(desired.slug.as_str()));
    let secret = if replaces { &past.secret } else { &SecretState::Absent };
    let change = Change {
        action: ChangeAction::Change,
        title: msg::plan_source_change(&source.name),
        why: past.ours.then(msg::plan_why_known),
        fields: rows,
        data: Some(RequestPreview::new("PATCH", path, Some(&body(&sent, bound.as_ref(), reference, secret, &flows)))),
        ..nothing
    };
    // Writing a new app's Client ID while the source keeps the old app's secret would lock everybody out.
    let is_half = after.contains_key("consumer_key") && past.secret == SecretState::Absent;
    let refusal = stopped(desired, actual, Some(source), is_half).or_else(unasked);
    let deed = Operation::Change { known, before, after, secret: replaces, later };
    (change, Some(deed), refusal)
}

/// The reason why the source can't be written at all, regardless of what the admin agrees to.
fn stopped(desired: &Desired, actual: &Actual, there: Option<&Source>, secret_needed: bool) -> Option<PlanRefusal> {
    let flow = |which: SourceUse| which.flow(&desired.choices, actual, there).err();
    let missing =
        flow(SourceUse::Authentication).or_else(|| desired.enrolment.then(|| flow(SourceUse::Enrolment)).flatten());
    missing.map(|slug| PlanRefusal::FlowMissing { slug }).or(secret_needed.then_some(PlanRefusal::SecretNeeded))
}

/// Asks for the admin's decision if the plan would add a source for X to a server that already has one.
fn beside(desired: &Desired, actual: &Actual) -> Option<PlanRefusal> {
    if desired.choices.allows_another(desired.slug.as_str()) {
        return None;
    }
    // The question names the existing source that is most likely to be the same one.
    let alike = |source: &&Source| (source.consumer_key == desired.client_id.as_str(), source.name == desired.name);
    let twin = offer::of_x(actual).max_by_key(alike)?;
    Some(PlanRefusal::Exists { name: twin.name.clone(), slug: twin.slug.clone() })
}

/// The body as it would be sent, with the secret masked.
pub(super) fn body(
    fields: &Fields,
    bound: Option<&MappingBindings>,
    reference: Option<&SecretReference>,
    secret: &SecretState,
    flows: &OwnFlows,
) -> Value {
    let mut shown = fields.clone();
    flows.show(&mut shown);
    if let Some(reference) = reference {
        reference.show(&mut shown);
    }
    if let Some(bound) = bound {
        bound.show(&mut shown);
    }
    match secret {
        SecretState::Different { ending } | SecretState::Unknown { ending } => {
            shown.insert("consumer_secret".to_owned(), format!("‹…{ending}›").into());
        }
        SecretState::Absent | SecretState::Same => {}
    }
    Value::Object(shown)
}

/// Notes about sources that visitors, or X, can't tell apart from this one.
fn notes(desired: &Desired, actual: &Actual) -> Vec<Message> {
    let mut notes = Vec::new();
    for twin in actual.sources.iter().filter(|source| source.slug != desired.slug.as_str()) {
        if twin.consumer_key == desired.client_id.as_str() {
            notes.push(msg::plan_note_same_client_id(&twin.name, &twin.slug));
        } else if twin.name == desired.name {
            notes.push(msg::plan_note_same_name(&twin.name, &twin.slug));
        }
    }
    notes
}
