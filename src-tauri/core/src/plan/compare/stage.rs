//! Plans a Source stage in a flow, and the binding that gives it its place there.

use super::summary::ChangeGroupSummary;
use crate::authentik::{FlowRow, ObjectKind, Source, SourceStage};
use crate::i18n::{Message, msg};
use crate::plan::Actual;
use crate::plan::change::{Change, ChangeAction, ChangeGroup, ChangeTarget, DisplayValue, FieldChange, RequestPreview};
use crate::plan::desired::Desired;
use crate::plan::fields::{self, Fields};
use crate::plan::source_stage::{DesiredSourceStage, SourceStageContext, find_position};
use crate::plan::step::{DeferredKey, ExistingObject, Operation, PlannedWrite, SOURCE};
use serde_json::Value;

/// The ids of the two changes.
const STAGE: &str = "source-stage";
const BINDING: &str = "source-binding";

pub(super) fn part(desired: &Desired, actual: &Actual, source: Option<&Source>) -> ChangeGroupSummary {
    let (Some(embed), Some(seen)) = (&desired.embed, &actual.beside.embedding) else {
        return ChangeGroupSummary::default();
    };
    let name = DesiredSourceStage::name(desired.slug.as_str());
    if desired.choices.is_left_out(ChangeGroup::SourceStage) {
        return left_out(&name, msg::choices_left_out_source_stage_says());
    }
    if !seen.is_licensed() {
        return left_out(&name, msg::plan_why_unlicensed(&seen.licence));
    }
    let Some(flow) = seen.flow(&embed.flow) else { return left_out(&name, msg::plan_why_flow_gone(&embed.flow)) };
    let stage = seen.stages.iter().find(|stage| stage.name == name);
    if stage.is_some_and(|stage| source.is_none_or(|source| stage.source != source.pk)) {
        return left_out(&name, msg::plan_why_stage_taken(&name));
    }
    let mut part = ChangeGroupSummary { notes: notes(desired, actual, source, seen), ..ChangeGroupSummary::default() };
    let (change, deed) = made(embed, &name, stage, source);
    part.add(STAGE, change, deed);
    let (change, deed) = bound(embed, &name, seen, flow, stage);
    part.add(BINDING, change, deed);
    part
}

fn change(id: &str, target: ChangeTarget, action: ChangeAction, title: Message, why: Option<Message>) -> Change {
    Change {
        id: id.to_owned(),
        group: ChangeGroup::SourceStage,
        target,
        action,
        title,
        why,
        fields: Vec::new(),
        data: None,
    }
}

fn left_out(name: &str, why: Message) -> ChangeGroupSummary {
    let title = msg::plan_stage_create(name);
    let change = change(STAGE, ChangeTarget::SourceStage, ChangeAction::LeaveOut, title, Some(why));
    ChangeGroupSummary { changes: vec![change], ..ChangeGroupSummary::default() }
}

fn row(name: &str, label: Message, now: Option<String>, will: String) -> FieldChange {
    FieldChange {
        name: name.to_owned(),
        label,
        now: now.map(DisplayValue::Text),
        will: DisplayValue::Text(will),
        secret: false,
    }
}

/// Plans the Source stage.
fn made(
    embed: &DesiredSourceStage,
    name: &str,
    stage: Option<&SourceStage>,
    source: Option<&Source>,
) -> (Change, Option<Operation>) {
    let timeout = embed.resume_timeout();
    let fields = Fields::from_iter([("resume_timeout".to_owned(), Value::from(timeout.as_str()))]);
    let Some(stage) = stage else {
        let mut fields = fields;
        fields.insert("name".to_owned(), name.into());
        let (sent, later) = for_source(&mut fields, source);
        let change = Change {
            fields: vec![
                row("name", msg::plan_field_name(), None, name.to_owned()),
                row("resume_timeout", msg::plan_field_resume_timeout(), None, timeout),
            ],
            data: Some(RequestPreview::new("POST", ObjectKind::SourceStage.path(None), Some(&sent))),
            ..change(STAGE, ChangeTarget::SourceStage, ChangeAction::Create, msg::plan_stage_create(name), None)
        };
        return (change, Some(Operation::Create { kind: ObjectKind::SourceStage, fields, secret: false, later }));
    };
    if stage.resume_timeout == timeout {
        let why = Some(msg::plan_why_already());
        return (
            change(STAGE, ChangeTarget::SourceStage, ChangeAction::Nothing, msg::plan_stage_nothing(name), why),
            None,
        );
    }
    let before = Fields::from_iter([("resume_timeout".to_owned(), Value::from(stage.resume_timeout.as_str()))]);
    let path = ObjectKind::SourceStage.path(Some(&stage.pk));
    let now = Some(stage.resume_timeout.clone());
    let change = Change {
        fields: vec![row("resume_timeout", msg::plan_field_resume_timeout(), now, timeout)],
        data: Some(RequestPreview::new("PATCH", path, Some(&Value::Object(fields.clone())))),
        ..change(STAGE, ChangeTarget::SourceStage, ChangeAction::Change, msg::plan_stage_change(name), None)
    };
    let known = ExistingObject {
        kind: ObjectKind::SourceStage,
        pk: stage.pk.clone(),
        handle: stage.pk.clone(),
        name: stage.name.clone(),
        also: Fields::new(),
    };
    (change, Some(Operation::Change { known, before, after: fields, secret: false, later: Vec::new() }))
}

/// Puts the source's key into the fields, or defers it to the step that creates the source. Returns the value to show.
pub(super) fn for_source(fields: &mut Fields, source: Option<&Source>) -> (Value, Vec<DeferredKey>) {
    let mut sent = fields.clone();
    if let Some(source) = source {
        fields.insert("source".to_owned(), source.pk.as_str().into());
        return (Value::Object(fields.clone()), Vec::new());
    }
    sent.insert("source".to_owned(), format!("‹{SOURCE}›").into());
    (Value::Object(sent), vec![DeferredKey { field: "source", of: SOURCE.to_owned(), list: false }])
}

/// Plans the binding that gives the stage its place in the flow.
fn bound(
    embed: &DesiredSourceStage,
    name: &str,
    seen: &SourceStageContext,
    flow: &FlowRow,
    stage: Option<&SourceStage>,
) -> (Change, Option<Operation>) {
    let all = seen.stages_of(&flow.pk);
    let plain =
        |action, why| change(BINDING, ChangeTarget::Binding, action, msg::plan_binding_create(&flow.slug), Some(why));
    // If the stage is already bound anywhere in the flow, it stays there, because somebody may have moved it on
    // purpose.
    if stage.is_some_and(|stage| all.iter().any(|bound| bound.stage == stage.pk)) {
        let nothing = change(
            BINDING,
            ChangeTarget::Binding,
            ChangeAction::Nothing,
            msg::plan_binding_nothing(&flow.slug),
            Some(msg::plan_why_stays()),
        );
        return (nothing, None);
    }
    let order = match find_position(&all, embed.after.as_deref()) {
        Ok(order) => order,
        Err(no) => return (plain(ChangeAction::LeaveOut, no.message()), None),
    };
    let names: Vec<_> = all.iter().map(|bound| bound.stage_obj.name.clone()).collect();
    let mut after = names.clone();
    after.insert(all.partition_point(|bound| bound.order < order), name.to_owned());
    let mut fields = Fields::from_iter([
        ("target".to_owned(), Value::from(flow.pk.as_str())),
        ("order".to_owned(), Value::from(order)),
    ]);
    let mut sent = fields.clone();
    let later = match stage {
        Some(stage) => {
            fields.insert("stage".to_owned(), stage.pk.as_str().into());
            Vec::new()
        }
        None => vec![DeferredKey { field: "stage", of: STAGE.to_owned(), list: false }],
    };
    let key = stage.map_or_else(|| format!("‹{STAGE}›"), |stage| stage.pk.clone());
    sent.insert("stage".to_owned(), key.into());
    let change = Change {
        action: ChangeAction::Create,
        fields: vec![
            FieldChange {
                name: "stages".to_owned(),
                label: msg::plan_field_stages(),
                now: Some(DisplayValue::List(names)),
                will: DisplayValue::List(after),
                secret: false,
            },
            row("order", msg::plan_field_order(), None, order.to_string()),
        ],
        data: Some(RequestPreview::new("POST", ObjectKind::Binding.path(None), Some(&Value::Object(sent)))),
        ..plain(ChangeAction::Create, msg::plan_why_flow(&flow.name))
    };
    (change, Some(Operation::Create { kind: ObjectKind::Binding, fields, secret: false, later }))
}

/// Warns about flows of the source, as they will be after the push, that must not sign people in.
fn notes(desired: &Desired, actual: &Actual, source: Option<&Source>, seen: &SourceStageContext) -> Vec<Message> {
    let wanted = fields::wanted(desired, actual, source);
    let own: Vec<_> = ["authentication_flow", "enrollment_flow"]
        .iter()
        .filter_map(|field| wanted.get(*field).and_then(Value::as_str))
        .collect();
    seen.sign_in(&own).iter().map(msg::embed_signs_in).collect()
}

impl ChangeGroupSummary {
    /// Adds a change, with its write if it has one.
    pub(super) fn add(&mut self, id: &str, change: Change, deed: Option<Operation>) {
        self.changes.push(change);
        self.steps.extend(deed.map(|deed| PlannedWrite { id: id.to_owned(), deed }));
    }
}
