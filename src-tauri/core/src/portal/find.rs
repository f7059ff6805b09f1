//! From a word on X's screen to the step that it belongs to: for who sees something else than the guide tells of.

use super::action::{WantedApp, sentence};
use super::dated::iso_date;
use super::guide::{ControlEntry, Guide};
use super::layout::Layout;
use super::script::{self, ScriptWord, StepKind};
use crate::diagnosis::Evidence;
use crate::i18n::{Message, msg};
use serde::Serialize;
use time::Date;

/// The most that is found for a word.
const MOST: usize = 6;
/// The most characters of a word that are looked at.
const LONGEST: usize = 200;

/// Something that appears on X's screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Sighting {
    /// X's words for it.
    pub label: String,
    /// The layouts in which it appears, the newer first; empty if that isn't known.
    pub layouts: Vec<Layout>,
    /// The action that it belongs to; none where it isn't needed or stays as it is.
    pub action: Option<String>,
    /// The heading of that action.
    pub title: Option<Message>,
    /// What to do with it.
    pub says: Message,
    /// How well it is known.
    pub evidence: Evidence,
    /// The day it was last checked.
    #[serde(with = "iso_date")]
    #[cfg_attr(feature = "bindings", ts(type = "string"))]
    pub checked: Date,
}

/// A label, and what is known about it.
struct LabelCandidate<'a> {
    label: &'a str,
    layout: Option<Layout>,
    /// The action that it leads to.
    action: Option<&'a script::ScriptAction>,
    /// The step, where it has one of its own.
    step: Option<&'a script::ScriptStep>,
    says: &'a str,
    evidence: Evidence,
    checked: Date,
}

impl Guide {
    /// What this word, seen on the screen, belongs to: the best match first, nothing if nothing of X's is like it. Both
    /// layouts are searched; the sentences are in the words of `layout`.
    pub fn find(&self, seen: &str, layout: Layout, wanted: WantedApp) -> Vec<Sighting> {
        let seen = fold(&seen.chars().take(LONGEST).collect::<String>());
        // What "&" alone becomes would fit half of the labels.
        if seen.len() < 2 || seen == "and" {
            return Vec::new();
        }
        let mut found: Vec<(u8, usize, LabelCandidate<'_>, Vec<Layout>)> = Vec::new();
        for candidate in self.candidates() {
            let label = fold(candidate.label);
            let Some(rank) = likeness(&seen, &label) else { continue };
            let known = found.iter_mut().find(|(_, _, known, _)| fold(known.label) == label);
            if let Some((.., layouts)) = known {
                layouts.extend(candidate.layout.filter(|one| !layouts.contains(one)));
            } else {
                let layouts = candidate.layout.into_iter().collect();
                found.push((rank, candidate.label.len(), candidate, layouts));
            }
        }
        found.sort_by_key(|(rank, length, ..)| (*rank, *length));
        let sightings = found.into_iter().take(MOST);
        sightings.map(|(_, _, candidate, layouts)| self.sighting(&candidate, layouts, layout, wanted)).collect()
    }

    fn sighting(&self, of: &LabelCandidate<'_>, layouts: Vec<Layout>, layout: Layout, wanted: WantedApp) -> Sighting {
        let needed = of.action.filter(|action| wanted.asks_for(action.when));
        let needed =
            needed.filter(|_| of.step.is_none_or(|step| wanted.asks_for(step.when) && step.kind != StepKind::Leave));
        let (value, avoid) = of.step.map_or((None, None), |step| self.named(step, layout));
        let label = of.step.map_or(of.label, |step| self.label(step, layout));
        let args = self.args(layout, label, value.as_deref(), avoid.as_deref());
        let left = of.action.is_some() && of.step.is_some_and(|step| step.kind == StepKind::Leave);
        Sighting {
            label: of.label.to_owned(),
            layouts,
            action: needed.map(|action| action.id.clone()),
            title: needed.map(|action| self.title(action, layout)),
            says: match (of.action, needed) {
                (Some(_), None) if left => msg::portal_seen_leave(),
                (Some(_), None) => msg::portal_seen_not_now(),
                (_, _) => sentence(of.says, &args),
            },
            evidence: of.evidence,
            checked: of.checked,
        }
    }

    /// All labels that are known on X's screens. If a label occurs twice, the first counts.
    fn candidates(&self) -> Vec<LabelCandidate<'_>> {
        let told = self.seen.iter().flat_map(|seen| self.of_seen(seen));
        let steps = self.script.iter().flat_map(|action| action.steps.iter().map(move |step| (action, step)));
        // A step that is asked for counts before one by which the same field is left alone.
        let (leaves, acts): (Vec<_>, Vec<_>) = steps.partition(|(_, step)| step.kind == StepKind::Leave);
        let own = acts.into_iter().chain(leaves).flat_map(|(action, step)| self.of_step(action, step));
        let ways = self.script.iter().flat_map(|action| self.of_ways(action));
        own.chain(told).chain(ways).collect()
    }

    fn of_seen<'a>(&'a self, seen: &'a ScriptWord) -> Vec<LabelCandidate<'a>> {
        let action = seen.action.as_ref().and_then(|id| self.script.iter().find(|action| action.id == *id));
        let words = seen.words.iter().flat_map(|word| Layout::ALL.map(|one| (self.word(*word, one), Some(one))));
        words
            .chain(seen.also.iter().map(|label| (label.as_str(), None)))
            .map(|(label, layout)| LabelCandidate {
                label,
                layout,
                action,
                step: None,
                says: &seen.say,
                evidence: seen.evidence,
                checked: seen.checked,
            })
            .collect()
    }

    /// The label of a step's field or word, and the choices of its field.
    fn of_step<'a>(
        &'a self,
        action: &'a script::ScriptAction,
        step: &'a script::ScriptStep,
    ) -> Vec<LabelCandidate<'a>> {
        let field = self.fields.iter().find(|field| Some(&field.id) == step.field.as_ref());
        let choices = field.map(|field| match &field.control {
            ControlEntry::Choice(choices) => choices.as_slice(),
            ControlEntry::Switch | ControlEntry::Urls | ControlEntry::Url | ControlEntry::Text => &[],
        });
        Layout::ALL
            .into_iter()
            .flat_map(|layout| {
                let choices = choices.unwrap_or_default().iter().map(move |choice| choice.label.of(layout));
                std::iter::once(self.label(step, layout)).chain(choices).map(move |label| LabelCandidate {
                    label,
                    layout: Some(layout),
                    action: Some(action),
                    step: Some(step),
                    says: &step.say,
                    evidence: step.evidence,
                    checked: step.checked,
                })
            })
            .collect()
    }

    fn of_ways<'a>(&'a self, action: &'a script::ScriptAction) -> Vec<LabelCandidate<'a>> {
        let ways = || action.steps.iter().filter_map(|step| step.ways.as_ref());
        let words =
            |layout| ways().flat_map(move |ways| ways.of(layout).iter().flatten().map(move |word| (layout, *word)));
        Layout::ALL
            .into_iter()
            .flat_map(words)
            .filter_map(|(layout, word)| {
                let term = self.words.get(&word)?;
                Some(LabelCandidate {
                    label: term.label.of(layout),
                    layout: Some(layout),
                    action: Some(action),
                    step: None,
                    says: "portal-seen-way",
                    evidence: term.evidence,
                    checked: term.checked,
                })
            })
            .collect()
    }
}

/// Small letters and digits, with one blank between words: what makes no difference to an eye is gone.
fn fold(text: &str) -> String {
    let text = text.to_lowercase().replace('&', " and ");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// How well a label fits what was seen, 0 being best; none if it doesn't. Both are folded.
fn likeness(seen: &str, label: &str) -> Option<u8> {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (asked, has) = (words(seen), words(label));
    let every = |fits: &dyn Fn(&str, &str) -> bool| asked.iter().all(|one| has.iter().any(|other| fits(one, other)));
    if seen == label {
        Some(0)
    } else if label.starts_with(seen) {
        Some(1)
    } else if every(&|one, other| other.starts_with(one)) {
        Some(2)
    } else if has.len() > 1 && seen.starts_with(&format!("{label} ")) {
        Some(3)
    } else if every(&|one, other| strsim::levenshtein(one, other) <= one.chars().count() / 4) {
        Some(4)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localizer;
    use crate::portal::Word;
    use crate::portal::guide::guide;
    use proptest::prelude::*;

    const EMAIL: WantedApp = WantedApp { email: true, new_app: true };

    fn found(seen: &str, wanted: WantedApp) -> Vec<(String, Option<String>)> {
        let sightings = guide().find(seen, Layout::Console, wanted);
        sightings.into_iter().map(|found| (found.label, found.action)).collect()
    }

    #[test]
    fn a_word_leads_to_its_step_or_says_that_it_is_not_needed() {
        #[track_caller]
        fn check(seen: &str, label: &str, action: Option<&str>) {
            let found = found(seen, EMAIL);
            let first = found.first().map(|(label, action)| (label.as_str(), action.as_deref()));
            assert_eq!(first, Some((label, action)), "{seen}: {found:?}");
        }
        check("Consumer Key", "Consumer Key", None);
        check("api key", "API Key", None);
        check("App details", "App details", None);
        check("Keys and tokens", "Keys & Tokens", Some("open-app"));
        check("keys & tokens", "Keys & Tokens", Some("open-app"));
        check("bearer", "Bearer Token", None);
        check("callback", "Callback URL", Some("callback"));
        check("Callback URI / Redirect URL", "Callback URI / Redirect URL", Some("callback"));
        check("App permissions (required)", "App permissions", Some("app-permissions"));
        check("app permision", "App permissions", Some("app-permissions"));
        check("native app", "Native App", Some("app-permissions"));
        check("web app", "Web App, Automated App or Bot", Some("app-permissions"));
        check("email", "Request email from users", Some("app-permissions"));
        check("Terms of Service", "Terms of service", Some("terms"));
        check("organisation name", "Organization name", None);
        check("Set up", "Set up", Some("open-app"));
        check("save", "Save", Some("keep"));
        check("production", "Production", Some("create-app"));
        check("Something went wrong", "Something went wrong", None);
        check("client secret", "Client Secret", Some("keep"));
        // X's words of 2026 [docs/evidence/x.md §3.2].
        check("Client Secret ID", "Client Secret ID", Some("keep"));
        check("Create your first app", "Create your first app", Some("create-app"));
        check("MANAGE", "Manage", Some("open-app"));
        check("Project Access › MANAGE", "Project Access › Manage", Some("open-app"));
        check("Pay Per Use", "Pay-per-use", Some("open-app"));
        check("console.x.ai", "console.x.ai", None);
    }

    #[test]
    fn what_the_answers_do_not_ask_for_is_left() {
        let usual = WantedApp::default();
        assert_eq!(found("Terms of service", usual), [("Terms of service".to_owned(), None)]);
        assert_eq!(found("Request email from users", usual), [("Request email from users".to_owned(), None)]);
        assert_eq!(found("Create New Client Application", usual)[0].1, None);
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        for seen in ["", " ", "a", "&", "zzzz", "Kubernetes"] {
            assert_eq!(found(seen, EMAIL), [], "{seen}");
        }
    }

    /// Every label of both layouts leads somewhere, in words that have all of their arguments.
    #[test]
    fn every_label_is_found_by_itself() {
        let (guide, book) = (guide(), Localizer::english());
        let words = Word::ALL.iter().flat_map(|(word, _)| Layout::ALL.map(|layout| guide.word(*word, layout)));
        let fields = guide.fields.iter().flat_map(|field| {
            let choices = match &field.control {
                ControlEntry::Choice(choices) => choices.as_slice(),
                ControlEntry::Switch | ControlEntry::Urls | ControlEntry::Url | ControlEntry::Text => &[],
            };
            let own = choices.iter().map(|choice| &choice.label).chain([&field.label]);
            own.flat_map(|label| Layout::ALL.map(|layout| label.of(layout))).collect::<Vec<_>>()
        });
        let seen = guide.seen.iter().flat_map(|seen| &seen.also).map(String::as_str);
        for label in words.chain(fields).chain(seen) {
            for (layout, wanted) in [(Layout::Console, WantedApp::default()), (Layout::Portal, EMAIL)] {
                let sightings = guide.find(label, layout, wanted);
                let first = sightings.first().unwrap_or_else(|| panic!("{label} leads nowhere"));
                assert_eq!(fold(&first.label), fold(label), "{label}");
                let says = book.format(&first.says);
                assert!(!says.is_empty() && !says.contains('$'), "{label}: {says}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_word_gets_an_answer(seen in any::<String>()) {
            prop_assert!(guide().find(&seen, Layout::Portal, EMAIL).len() <= MOST);
        }
    }
}
