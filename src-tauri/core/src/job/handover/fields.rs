//! Which fields of a job are handed over.

use super::parse::unique;
use super::version_vector::VersionedField;
use crate::address::{HttpPolicy, ServerUrl, Slug, read_link};
use crate::credentials::{PasteField as Box_, PasteVerdict, recognise};
use crate::job::names::{self, Names};
use crate::job::xapp::{CallbackListPaste, XApp};
use crate::job::{AccessPolicy, Job, Remedies, credentials, push, repair, server, signin, source_stage, verify};
use crate::plan::{ChangeGroup, Choices};
use crate::portal::{Layout, scopes};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The ticks of a list. Each tick is a field of its own, so that two people can tick at the same time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SettledTicks(#[serde(deserialize_with = "unique")] pub(super) BTreeMap<String, VersionedField<bool>>);

impl SettledTicks {
    /// What is ticked.
    pub fn ticked(&self) -> BTreeSet<String> {
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
    ($($(#[$doc:meta])* $name:ident, $variant:ident: $kind:ty = $default:expr;)*) => {
        /// All fields that are handed over.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct JobFields {
            $($(#[$doc])* pub $name: VersionedField<$kind>,)*
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
        pub(super) struct CurrentFields {
            $(pub(super) $name: Option<$kind>,)*
            pub(super) ticked: BTreeSet<String>,
            pub(super) tidied: BTreeSet<String>,
        }

        impl JobFields {
            /// Takes over the present values of the job; each difference counts as a change by this copy.
            pub(super) fn settle(&mut self, now: CurrentFields, hand: &str) {
                $(if let Some(now) = now.$name { self.$name.settle(now, hand); })*
                self.ticked.settle(&now.ticked, hand);
                self.tidied.settle(&now.tidied, hand);
            }

            /// Merges two copies, field by field. `asks` is called for each field that both have changed.
            pub(super) fn merge_each(&self, theirs: &Self, mut asks: impl FnMut(HandoverField, String, String) -> Option<bool>, hand: &str) -> Self {
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
            pub(super) fn all_edits(&self) -> Vec<&super::VersionVector> {
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
    name, Name: String = Names::default().name;
    /// The slug.
    slug, Slug: String = Names::default().slug;
    /// Who may sign in.
    who, AccessPolicy: AccessPolicy = AccessPolicy::default();
    /// Whether the e-mail address is fetched from X.
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
    port, Port: u16 = Names::default().port;
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
    embedded_minutes, EmbeddedMinutes: u32 = source_stage::SourceStage::default().minutes;
}

/// Reduces the typed text to the address, without anything else such as a password pasted with it.
pub(super) fn address(typed: &str) -> Option<String> {
    if typed.is_empty() {
        return Some(String::new());
    }
    ServerUrl::read(typed, HttpPolicy::PrivateConfirmed).ok().map(|read| read.url.as_str().to_owned())
}

pub(super) fn link(typed: &str) -> Option<String> {
    if typed.is_empty() { Some(String::new()) } else { read_link(typed).ok().map(str::to_owned) }
}

/// Whether this has the shape of a Client ID. A value that was only insisted on doesn't count: it could be a secret in
/// the wrong field.
pub(super) fn client_id(typed: &str) -> bool {
    recognise(typed, Box_::ClientId).recognised.verdict != PasteVerdict::Wrong
}

/// The values of a job that are handed over. Every field of the job is named here, and is either taken or left out for
/// a stated reason.
pub(super) fn now(job: &Job) -> CurrentFields {
    let Job {
        id: _,      // names a file of this machine
        made: _,    // this machine's clock
        touched: _, // likewise
        page: _,    // each person opens their own
        server,
        names,
        xapp,
        credentials,
        signin,
        push,
        verify,
        source_stage,
        repair: repair::Repair { look: _, problem: _, table: _, agreed: _ }, // other people's names and numbers
        handover: _,                                                         // what the file itself says
    } = job;
    let server::Server {
        address: typed,
        allow_http: _, // a file can't agree to plain http
        ca_file: _,    // a path; and a file can't bring trust
        token: _,      // a secret's place
        checked: _,    // this machine's result
    } = server;
    let Names { name, slug, who, email, remedies, scopes, terms, privacy, port, agreed } = names;
    let Remedies { internal, user_name } = *remedies;
    let XApp { layout, new_app, ticked, open: _, all: _, pasted, people } = xapp;
    let credentials::Credentials { client_id: id, secret: _, checked: _ } = credentials;
    let signin::SignIn { skipped, private: _, tested: _ } = signin;
    let push::Push { choices, done: _, stopped: _, begun: _ } = push;
    let Choices {
        authentication_flow,
        enrolment_flow,
        user_path,
        group_matching,
        enabled,
        login_pages,
        existing: _, // decided anew where it is pushed
        without,
    } = choices;
    let verify::Verify { checked: _, login: _, ticked: tidied } = verify;
    let source_stage::SourceStage { wanted, flow, after, minutes, look: _, problem: _ } = source_stage;
    let text = |text: &String| super::parse::is_text(text).then(|| text.clone());
    let maybe =
        |text: &Option<String>| text.as_ref().is_none_or(|text| super::parse::is_text(text)).then(|| text.clone());
    CurrentFields {
        address: address(typed).filter(|address| super::parse::is_text(address)),
        name: text(name),
        slug: Slug::read(slug).is_ok().then(|| slug.clone()),
        who: Some(*who),
        email: Some(*email),
        internal: Some(internal),
        user_name: Some(user_name),
        scopes: text(scopes).filter(|typed| scopes::check(typed).is_ok()),
        terms: link(terms).filter(|link| super::parse::is_text(link)),
        privacy: link(privacy).filter(|link| super::parse::is_text(link)),
        port: (*port >= 1024).then_some(*port),
        agreed: Some(*agreed),
        layout: Some(*layout),
        new_app: Some(*new_app),
        callbacks: Some(pasted.as_ref().map(|pasted| pasted.text.clone()))
            .filter(|text| text.as_ref().is_none_or(|text| super::parse::is_list(text))),
        people: Some(*people),
        client_id: maybe(id).filter(|id| id.as_ref().is_none_or(|id| client_id(id))),
        skipped: Some(*skipped),
        authentication_flow: maybe(authentication_flow),
        enrolment_flow: maybe(enrolment_flow),
        user_path: maybe(user_path),
        group_matching: maybe(group_matching),
        enabled: Some(*enabled),
        login_pages: Some(login_pages.clone())
            .filter(|pages| pages.iter().flatten().all(|page| super::parse::is_text(page))),
        without: Some(without.clone()),
        embedded: Some(*wanted),
        embedded_flow: text(flow),
        embedded_after: maybe(after),
        embedded_minutes: Some(*minutes),
        ticked: ticked.clone(),
        tidied: tidied.clone(),
    }
}

/// Writes into a job what a merge changed. Everything else stays as it was typed, even where it can't be handed over.
pub(super) fn put(before: &JobFields, merged: &JobFields, job: &mut Job) {
    if before.address.value != merged.address.value {
        let agreed = job.server.allow_http;
        server::enter(&mut job.server, merged.address.value.clone(), agreed);
    }
    job.xapp.ticked = merged.ticked.ticked();
    job.verify.ticked = merged.tidied.ticked();
    macro_rules! put {
        ($($name:ident => $place:expr;)*) => {
            // This names each field, so a new field doesn't compile until it is handled here.
            let JobFields { address: _, callbacks: _, ticked: _, tidied: _, $($name),* } = merged;
            $(if before.$name.value != $name.value { $place = $name.value.clone(); })*
        };
    }
    put! {
        name => job.names.name;
        slug => job.names.slug;
        who => job.names.who;
        email => job.names.email;
        internal => job.names.remedies.internal;
        user_name => job.names.remedies.user_name;
        scopes => job.names.scopes;
        terms => job.names.terms;
        privacy => job.names.privacy;
        port => job.names.port;
        agreed => job.names.agreed;
        layout => job.xapp.layout;
        new_app => job.xapp.new_app;
        people => job.xapp.people;
        client_id => job.credentials.client_id;
        skipped => job.signin.skipped;
        authentication_flow => job.push.choices.authentication_flow;
        enrolment_flow => job.push.choices.enrolment_flow;
        user_path => job.push.choices.user_path;
        group_matching => job.push.choices.group_matching;
        enabled => job.push.choices.enabled;
        login_pages => job.push.choices.login_pages;
        without => job.push.choices.without;
        embedded => job.source_stage.wanted;
        embedded_flow => job.source_stage.flow;
        embedded_after => job.source_stage.after;
        embedded_minutes => job.source_stage.minutes;
    }
    if before.callbacks.value != merged.callbacks.value {
        // Only the copy in which the list was pasted knows which callbacks were wanted then; here it is compared anew.
        let wanted = || names::urls(job).map(|urls| vec![urls.callback, urls.test_callback]).unwrap_or_default();
        job.xapp.pasted = merged.callbacks.value.clone().map(|text| CallbackListPaste { text, wanted: wanted() });
    }
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
