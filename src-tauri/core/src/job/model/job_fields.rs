//! The fields of a job that a job file carries, each with how often every copy has changed it.

use super::access::Access;
use super::names::NamesInput;
use super::source_stage::SourceStage;
use super::version_vector::{VersionVector, VersionedField, unique};
use super::xapp::XApp;
use crate::job::AccessPolicy;
use crate::plan::ChangeGroup;
use crate::portal::Layout;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The ticks of a list. Each tick is a field of its own, so that two people can tick at the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SettledTicks(
    #[serde(deserialize_with = "unique")] pub(in crate::job) BTreeMap<String, VersionedField<bool>>,
);

impl SettledTicks {
    /// What is ticked.
    pub fn steps(&self) -> BTreeSet<String> {
        self.0.iter().filter(|(_, tick)| tick.value).map(|(step, _)| step.clone()).collect()
    }

    fn settle(&mut self, now: &BTreeSet<String>, hand: &str) {
        for step in now {
            self.0.entry(step.clone()).or_default();
        }
        for (step, tick) in &mut self.0 {
            tick.settle(now.contains(step), hand);
        }
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident, $variant:ident: $kind:ty = $default:expr $(, $came:meta)?;)*) => {
        /// All fields that are handed over.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct JobFields {
            $($(#[$doc])* $(#[$came])? pub $name: VersionedField<$kind>,)*
            /// The steps of X's form that are done.
            pub ticked: SettledTicks,
            /// The cleanup items that are done.
            pub tidied: SettledTicks,
        }

        impl Default for JobFields {
            fn default() -> Self {
                Self { $($name: VersionedField::of($default),)* ticked: SettledTicks::default(), tidied: SettledTicks::default() }
            }
        }

        /// Names one of the fields.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        #[serde(rename_all = "camelCase")]
        pub enum HandoverField {
            $($(#[$doc])* $variant,)*
            /// The steps of X's form that are done.
            Ticked,
            /// The cleanup items that are done.
            Tidied,
        }

        /// The present values of a job's fields. A field is none if its value can't be handed over and stays on this
        /// machine.
        #[derive(Debug)]
        pub(in crate::job) struct CurrentFields {
            $(pub(in crate::job) $name: Option<$kind>,)*
            pub(in crate::job) ticked: BTreeSet<String>,
            pub(in crate::job) tidied: BTreeSet<String>,
        }

        impl JobFields {
            /// Takes over the present values of the job; each difference counts as a change by this copy.
            pub(in crate::job) fn settle(&mut self, now: CurrentFields, hand: &str) {
                $(if let Some(now) = now.$name { self.$name.settle(now, hand); })*
                self.ticked.settle(&now.ticked, hand);
                self.tidied.settle(&now.tidied, hand);
            }

            /// Merges two copies, field by field. `asks` is called for each field that both have changed.
            pub(in crate::job) fn merge_each(&self, theirs: &Self, mut asks: impl FnMut(HandoverField, String, String) -> Option<bool>, hand: &str) -> Self {
                Self {
                    $($name: self.$name.merge(&theirs.$name).unwrap_or_else(|()| {
                        let told = |value: &$kind| told(&serde_json::to_value(value).unwrap_or_default());
                        match asks(HandoverField::$variant, told(&self.$name.value), told(&theirs.$name.value)) {
                            Some(take) => self.$name.decided(&theirs.$name, take, hand),
                            None => self.$name.clone(),
                        }
                    }),)*
                    ticked: ticks(&self.ticked, &theirs.ticked, HandoverField::Ticked, &mut asks, hand),
                    tidied: ticks(&self.tidied, &theirs.tidied, HandoverField::Tidied, &mut asks, hand),
                }
            }

            /// The version vectors of all fields, to be checked against their limits.
            pub(in crate::job) fn all_edits(&self) -> Vec<&VersionVector> {
                let mut all = vec![$(&self.$name.edits,)*];
                all.extend(self.ticked.0.values().chain(self.tidied.0.values()).map(|tick| &tick.edits));
                all
            }
        }
    };
}

fn ticks(
    ours: &SettledTicks,
    theirs: &SettledTicks,
    name: HandoverField,
    asks: &mut impl FnMut(HandoverField, String, String) -> Option<bool>,
    hand: &str,
) -> SettledTicks {
    let none = VersionedField::default();
    let steps: BTreeSet<_> = ours.0.keys().chain(theirs.0.keys()).collect();
    let merged = steps.into_iter().map(|step| {
        let (own, other) = (ours.0.get(step).unwrap_or(&none), theirs.0.get(step).unwrap_or(&none));
        let told = |tick: &VersionedField<bool>| format!("{step}: {}", tick.value);
        let tick = own.merge(other).unwrap_or_else(|()| match asks(name, told(own), told(other)) {
            Some(take) => own.decided(other, take, hand),
            None => own.clone(),
        });
        (step.clone(), tick)
    });
    SettledTicks(merged.collect())
}

fields! {
    /// The server's address as it is understood; empty while none is usable.
    address, Address: String = String::new();
    /// The name on the button.
    name, Name: String = NamesInput::default().name;
    /// The slug.
    slug, Slug: String = NamesInput::default().slug;
    /// Who may sign in.
    who, AccessPolicy: AccessPolicy = AccessPolicy::default();
    /// What is asked before somebody gets in, and where new users go. Older files don't have it, and an older program
    /// refuses a file that has it, instead of pushing a source that is open.
    access, Access: Access = Access::default(), serde(default);
    /// Whether the email address is fetched from X.
    email, Email: bool = false;
    /// Whether new users become internal.
    internal, Internal: bool = false;
    /// Whether a taken user name gets the number of the X account.
    user_name, UserName: bool = false;
    /// Further scopes.
    scopes, Scopes: String = String::new();
    /// The link to the terms of service.
    terms, Terms: String = String::new();
    /// The link to the privacy policy.
    privacy, Privacy: String = String::new();
    /// The port of the test callback.
    port, Port: u16 = NamesInput::default().port;
    /// Whether the names were agreed to.
    agreed, Agreed: bool = false;
    /// Which of X's layouts the admin sees.
    layout, Layout: Layout = Layout::default();
    /// Whether the app still has to be created.
    new_app, NewApp: bool = false;
    /// The callbacks that X showed after saving, one a line.
    callbacks, Callbacks: Option<String> = None;
    /// How many people sign in per day.
    people, People: u32 = XApp::default().people;
    /// The Client ID.
    client_id, ClientId: Option<String> = None;
    /// Whether the live test was skipped.
    skipped, Skipped: bool = false;
    /// The slug of the authentication flow.
    authentication_flow, AuthenticationFlow: Option<String> = None;
    /// The slug of the enrollment flow.
    enrolment_flow, EnrolmentFlow: Option<String> = None;
    /// The path at which new users are created.
    user_path, UserPath: Option<String> = None;
    /// `group_matching_mode`.
    group_matching, GroupMatching: Option<String> = None;
    /// Whether the source is enabled.
    enabled, Enabled: Option<bool> = None;
    /// The uuids of the stages that show the button.
    login_pages, LoginPages: Option<BTreeSet<String>> = None;
    /// The groups of changes that a push leaves out.
    without, Without: BTreeSet<ChangeGroup> = BTreeSet::new();
    /// Whether a source stage should be added to a flow.
    embedded, Embedded: bool = false;
    /// The slug of that flow.
    embedded_flow, EmbeddedFlow: String = String::new();
    /// The uuid of the stage that it follows.
    embedded_after, EmbeddedAfter: Option<String> = None;
    /// How long a visitor may stay away, in minutes.
    embedded_minutes, EmbeddedMinutes: u32 = SourceStage::default().minutes;
}

/// A value as a person reads it: a text unchanged, a list with commas, an empty value as a dash.
fn told(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(told).collect::<Vec<_>>().join(", "),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
