//! The source embedded in a flow: a Source stage, and its place there.

use super::super::Actual;
use super::super::change::{Action, Change, Field, Group, RequestShown, Shows, Target};
use super::super::embed::{Embed, Embedding, place};
use super::super::fields::{self, Fields};
use super::super::step::{Deed, Known, Later, SOURCE, Step};
use super::{Desired, Part};
use crate::authentik::{FlowRow, Kind, Source, SourceStage};
use crate::words::{Message, said};
use serde_json::Value;

/// The names of the two changes.
const STAGE: &str = "source-stage";
const BINDING: &str = "source-binding";

pub(super) fn part(desired: &Desired, actual: &Actual, source: Option<&Source>) -> Part {
    let (Some(embed), Some(seen)) = (&desired.embed, &actual.beside.embedding) else { return Part::default() };
    let name = Embed::name(desired.slug.as_str());
    if desired.choices.leaves_out(Group::SourceStage) {
        return left_out(&name, said::choices_left_out_source_stage_says());
    }
    if !seen.is_licensed() {
        return left_out(&name, said::plan_why_unlicensed(&seen.licence));
    }
    let Some(flow) = seen.flow(&embed.flow) else { return left_out(&name, said::plan_why_flow_gone(&embed.flow)) };
    let stage = seen.stages.iter().find(|stage| stage.name == name);
    if stage.is_some_and(|stage| source.is_none_or(|source| stage.source != source.pk)) {
        return left_out(&name, said::plan_why_stage_taken(&name));
    }
    let mut part = Part { notes: notes(desired, actual, source, seen), ..Part::default() };
    part.add(STAGE, made(embed, &name, stage, source));
    part.add(BINDING, bound(embed, &name, seen, flow, stage));
    part
}

fn change(id: &str, target: Target, action: Action, title: Message, why: Option<Message>) -> Change {
    Change { id: id.to_owned(), group: Group::SourceStage, target, action, title, why, fields: Vec::new(), data: None }
}

fn left_out(name: &str, why: Message) -> Part {
    let title = said::plan_stage_create(name);
    let change = change(STAGE, Target::SourceStage, Action::LeaveOut, title, Some(why));
    Part { changes: vec![change], ..Part::default() }
}

fn row(name: &str, label: Message, now: Option<String>, will: String) -> Field {
    Field { name: name.to_owned(), label, now: now.map(Shows::Text), will: Shows::Text(will), secret: false }
}

/// The stage itself.
fn made(embed: &Embed, name: &str, stage: Option<&SourceStage>, source: Option<&Source>) -> (Change, Option<Deed>) {
    let timeout = embed.resume_timeout();
    let fields = Fields::from_iter([("resume_timeout".to_owned(), Value::from(timeout.as_str()))]);
    let Some(stage) = stage else {
        let mut fields = fields;
        fields.insert("name".to_owned(), name.into());
        let (sent, later) = for_source(&mut fields, source);
        let change = Change {
            fields: vec![
                row("name", said::plan_field_name(), None, name.to_owned()),
                row("resume_timeout", said::plan_field_resume_timeout(), None, timeout),
            ],
            data: Some(RequestShown::new("POST", Kind::SourceStage.path(None), Some(&sent))),
            ..change(STAGE, Target::SourceStage, Action::Create, said::plan_stage_create(name), None)
        };
        return (change, Some(Deed::Create { kind: Kind::SourceStage, fields, secret: false, later }));
    };
    if stage.resume_timeout == timeout {
        let why = Some(said::plan_why_already());
        return (change(STAGE, Target::SourceStage, Action::Nothing, said::plan_stage_nothing(name), why), None);
    }
    let before = Fields::from_iter([("resume_timeout".to_owned(), Value::from(stage.resume_timeout.as_str()))]);
    let path = Kind::SourceStage.path(Some(&stage.pk));
    let now = Some(stage.resume_timeout.clone());
    let change = Change {
        fields: vec![row("resume_timeout", said::plan_field_resume_timeout(), now, timeout)],
        data: Some(RequestShown::new("PATCH", path, Some(&Value::Object(fields.clone())))),
        ..change(STAGE, Target::SourceStage, Action::Change, said::plan_stage_change(name), None)
    };
    let known = Known {
        kind: Kind::SourceStage,
        pk: stage.pk.clone(),
        handle: stage.pk.clone(),
        name: stage.name.clone(),
        also: Fields::new(),
    };
    (change, Some(Deed::Change { known, before, after: fields, secret: false, later: Vec::new() }))
}

/// Puts the source's key among the fields, or says that the step that makes it will tell. Gives back what is shown.
pub(super) fn for_source(fields: &mut Fields, source: Option<&Source>) -> (Value, Vec<Later>) {
    let mut sent = fields.clone();
    if let Some(source) = source {
        fields.insert("source".to_owned(), source.pk.as_str().into());
        return (Value::Object(fields.clone()), Vec::new());
    }
    sent.insert("source".to_owned(), format!("‹{SOURCE}›").into());
    (Value::Object(sent), vec![Later { field: "source", of: SOURCE.to_owned(), list: false }])
}

/// Its place in the flow.
fn bound(
    embed: &Embed,
    name: &str,
    seen: &Embedding,
    flow: &FlowRow,
    stage: Option<&SourceStage>,
) -> (Change, Option<Deed>) {
    let all = seen.stages_of(&flow.pk);
    let plain =
        |action, why| change(BINDING, Target::Binding, action, said::plan_binding_create(&flow.slug), Some(why));
    // Wherever it stands by now, somebody may have put it there.
    if stage.is_some_and(|stage| all.iter().any(|bound| bound.stage == stage.pk)) {
        let nothing = change(
            BINDING,
            Target::Binding,
            Action::Nothing,
            said::plan_binding_nothing(&flow.slug),
            Some(said::plan_why_stays()),
        );
        return (nothing, None);
    }
    let order = match place(&all, embed.after.as_deref()) {
        Ok(order) => order,
        Err(no) => return (plain(Action::LeaveOut, no.message()), None),
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
        None => vec![Later { field: "stage", of: STAGE.to_owned(), list: false }],
    };
    let key = stage.map_or_else(|| format!("‹{STAGE}›"), |stage| stage.pk.clone());
    sent.insert("stage".to_owned(), key.into());
    let change = Change {
        action: Action::Create,
        fields: vec![
            Field {
                name: "stages".to_owned(),
                label: said::plan_field_stages(),
                now: Some(Shows::List(names)),
                will: Shows::List(after),
                secret: false,
            },
            row("order", said::plan_field_order(), None, order.to_string()),
        ],
        data: Some(RequestShown::new("POST", Kind::Binding.path(None), Some(&Value::Object(sent)))),
        ..plain(Action::Create, said::plan_why_flow(&flow.name))
    };
    (change, Some(Deed::Create { kind: Kind::Binding, fields, secret: false, later }))
}

/// The source's own flows, as they will be, may not sign people in.
fn notes(desired: &Desired, actual: &Actual, source: Option<&Source>, seen: &Embedding) -> Vec<Message> {
    let wanted = fields::wanted(desired, actual, source);
    let own: Vec<_> = ["authentication_flow", "enrollment_flow"]
        .iter()
        .filter_map(|field| wanted.get(*field).and_then(Value::as_str))
        .collect();
    seen.sign_in(&own).iter().map(said::embed_signs_in).collect()
}

impl Part {
    /// With a change, and its write where it has one.
    pub(super) fn add(&mut self, id: &str, (change, deed): (Change, Option<Deed>)) {
        self.changes.push(change);
        self.steps.extend(deed.map(|deed| Step { id: id.to_owned(), deed }));
    }
}
