use super::dated::iso_date;
use super::guide::{ControlEntry, Guide};
use super::layout::Layout;
use super::script::{self, ScriptCondition, ScriptRule, StepKind, ValueName};
use super::word::Word;
use crate::diagnosis::Evidence;
use crate::i18n::{Arg, KEYS, Message};
use serde::{Deserialize, Serialize};
use time::Date;

/// What the job wants of the X app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WantedApp {
    /// The email address of those who sign in.
    pub email: bool,
    /// An app that isn't there yet.
    pub new_app: bool,
}

/// What follows from the job, to be typed into the form.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    /// authentik's callback.
    pub callback: &'a str,
    /// The live test's callback.
    pub test_callback: &'a str,
    /// authentik's own address.
    pub website: &'a str,
    /// The admin's terms of service, if known.
    pub terms: Option<&'a str>,
    /// The admin's privacy policy, if known.
    pub privacy: Option<&'a str>,
}

impl Values<'_> {
    fn get(&self, name: ValueName) -> Option<&str> {
        match name {
            ValueName::Callback => Some(self.callback),
            ValueName::TestCallback => Some(self.test_callback),
            ValueName::Website => Some(self.website),
            ValueName::Terms => self.terms,
            ValueName::Privacy => self.privacy,
        }
    }
}

/// Something to do at X: one numbered entry of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuideAction {
    /// Stable, whatever X calls it.
    pub id: String,
    /// The action's heading.
    pub title: Message,
    /// A few words next to the heading.
    pub hint: Option<Message>,
    /// The steps, in order.
    pub steps: Vec<GuideStep>,
    /// Why the action is necessary.
    pub why: Option<Message>,
    /// What goes wrong otherwise.
    pub wrong: Option<Message>,
}

/// One thing to do, which is ticked once it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuideStep {
    /// Stable: a tick is kept under it.
    pub id: String,
    /// What the person does with the field.
    pub kind: StepKind,
    /// X's words for the thing.
    pub label: String,
    /// The field of the form that it is about: the id of a [`FormField`](super::FormField).
    pub field: Option<String>,
    /// The paths to it, each as what to press in turn, in X's words; several if screens differ.
    pub ways: Vec<Vec<String>>,
    /// What to choose or type; `None` where there is nothing, or the job doesn't know it yet.
    pub value: Option<GuideValue>,
    /// What the value is, where an action has several.
    pub name: Option<Message>,
    /// What to do.
    pub say: Message,
    /// How well X's part in it is known.
    pub evidence: Evidence,
    /// The day it was last checked.
    #[serde(with = "iso_date")]
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub checked: Date,
}

/// What to choose or type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuideValue {
    /// The text, byte for byte.
    pub text: String,
    /// Which of the job's values it is; `None` for words of X's own.
    pub name: Option<ValueName>,
}

impl Guide {
    /// The actions at X, in order. Fields to leave unchanged are not among them: see [`Guide::unchanged_fields`].
    pub fn actions(&self, layout: Layout, wanted: WantedApp, values: &Values<'_>) -> Vec<GuideAction> {
        self.script
            .iter()
            .filter(|entry| wanted.asks_for(entry.when))
            .filter_map(|entry| {
                let steps: Vec<_> = entry
                    .steps
                    .iter()
                    .filter(|step| step.kind != StepKind::Leave && wanted.asks_for(step.when))
                    .map(|step| self.step(step, layout, values))
                    .collect();
                let first = steps.first()?;
                let value = first.value.as_ref().map(|value| value.text.as_str());
                let mut args = self.args(layout, &first.label, value, None);
                args.extend(steps.last().map(|last| ("last", Arg::from(last.label.as_str()))));
                let said = |id: &String| sentence(id, &args);
                Some(GuideAction {
                    id: entry.id.clone(),
                    title: sentence(&entry.title, &args),
                    hint: entry.hint.as_ref().map(said),
                    why: entry.why.as_ref().map(said),
                    wrong: entry.wrong.as_ref().map(said),
                    steps,
                })
            })
            .collect()
    }

    /// The labels of the fields that stay as they are, in X's order.
    pub fn unchanged_fields(&self, layout: Layout, wanted: WantedApp) -> Vec<String> {
        self.script
            .iter()
            .flat_map(|action| &action.steps)
            .filter(|step| step.kind == StepKind::Leave && wanted.asks_for(step.when))
            .map(|step| self.label(step, layout).to_owned())
            .collect()
    }

    fn ways(&self, entry: &script::ScriptStep, layout: Layout) -> Vec<Vec<String>> {
        let Some(ways) = &entry.ways else { return Vec::new() };
        let words = |way: &script::ScriptPath| way.iter().map(|word| self.word(*word, layout).to_owned()).collect();
        ways.of(layout).iter().map(words).collect()
    }

    pub(super) fn title(&self, entry: &script::ScriptAction, layout: Layout) -> Message {
        let first = entry.steps.first();
        let label = first.map_or("", |step| self.label(step, layout));
        let value = first.and_then(|step| self.named(step, layout).0);
        let mut args = self.args(layout, label, value.as_deref(), None);
        args.extend(entry.steps.last().map(|last| ("last", Arg::from(self.label(last, layout)))));
        sentence(&entry.title, &args)
    }

    /// The option that a step chooses, and those next to it that it leaves, in X's words. Values of the job itself are
    /// in neither.
    pub(super) fn named(&self, step: &script::ScriptStep, layout: Layout) -> (Option<String>, Option<String>) {
        let none = Values { callback: "", test_callback: "", website: "", terms: None, privacy: None };
        let text = |rule: &Option<ScriptRule>| Some(self.value(step, rule.as_ref()?, layout, &none)?.text);
        (text(&step.value), text(&step.avoid))
    }

    fn step(&self, entry: &script::ScriptStep, layout: Layout, values: &Values<'_>) -> GuideStep {
        let label = self.label(entry, layout);
        let value = entry.value.as_ref().and_then(|rule| self.value(entry, rule, layout, values));
        let avoid = entry.avoid.as_ref().and_then(|rule| self.value(entry, rule, layout, values));
        let text = |value: &Option<GuideValue>| value.as_ref().map(|value| value.text.clone());
        let args = self.args(layout, label, text(&value).as_deref(), text(&avoid).as_deref());
        GuideStep {
            id: entry.id.clone(),
            kind: entry.kind,
            label: label.to_owned(),
            field: entry.field.clone(),
            ways: self.ways(entry, layout),
            value,
            name: entry.name.as_ref().map(|id| sentence(id, &args)),
            say: sentence(&entry.say, &args),
            evidence: entry.evidence,
            checked: entry.checked,
        }
    }

    pub(super) fn label(&self, entry: &script::ScriptStep, layout: Layout) -> &str {
        match (&entry.field, entry.word) {
            (Some(id), _) => self.field_label(id, layout),
            (None, Some(word)) => self.word(word, layout),
            (None, None) => "",
        }
    }

    fn value(
        &self,
        entry: &script::ScriptStep,
        rule: &ScriptRule,
        layout: Layout,
        values: &Values<'_>,
    ) -> Option<GuideValue> {
        let own = |text: &str| GuideValue { text: text.to_owned(), name: None };
        match rule {
            ScriptRule::Word(word) => Some(own(self.word(*word, layout))),
            ScriptRule::Named(name) => {
                values.get(*name).map(|text| GuideValue { text: text.to_owned(), name: Some(*name) })
            }
            ScriptRule::Option(id) => {
                let field = self.fields.iter().find(|field| Some(&field.id) == entry.field.as_ref())?;
                let ControlEntry::Choice(choices) = &field.control else { return None };
                choices.iter().find(|choice| choice.id == *id).map(|choice| own(choice.label.of(layout)))
            }
        }
    }

    /// All that a sentence of the guide may use.
    pub(super) fn args(
        &self,
        layout: Layout,
        label: &str,
        value: Option<&str>,
        avoid: Option<&str>,
    ) -> Vec<(&'static str, Arg)> {
        let own = [("label", Some(label)), ("value", value), ("avoid", avoid)];
        let words = Word::ALL.iter().map(|(word, name)| (*name, Some(self.word(*word, layout))));
        own.into_iter().chain(words).filter_map(|(name, text)| Some((name, Arg::from(text?)))).collect()
    }
}

impl WantedApp {
    pub(super) fn asks_for(self, when: ScriptCondition) -> bool {
        match when {
            ScriptCondition::Always => true,
            ScriptCondition::NewApp => self.new_app,
            ScriptCondition::Email => self.email,
            ScriptCondition::NoEmail => !self.email,
        }
    }
}

/// The message, with those of the arguments that it takes.
pub(super) fn sentence(id: &str, args: &[(&'static str, Arg)]) -> Message {
    let takes = KEYS.iter().find(|(key, _)| *key == id).map_or(&[][..], |(_, names)| names);
    let args = args.iter().filter(|(name, _)| takes.contains(name)).cloned();
    Message::from_key(id, args)
        .unwrap_or_else(|| unreachable!("the guide's test holds its sentences against the messages"))
}
