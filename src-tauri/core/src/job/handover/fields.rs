//! Which fields of a job are handed over.

use super::text;
use crate::address::{HttpPolicy, ServerUrl, Slug, parse_link};
use crate::credentials::{PasteField as Box_, PasteVerdict, recognise};
use crate::job::model::NamesInput;
use crate::job::model::job_fields::{CurrentFields, JobFields};
use crate::job::model::{Access, Credentials, Names, Push, Repair, Server, SignIn, SourceStage, Verify, XApp};
use crate::job::xapp::CallbackListPaste;
use crate::job::{Job, Remedies, server};
use crate::plan::Choices;
use crate::portal::scopes;

/// Reduces the typed text to the address, without anything else such as a password pasted with it.
pub(super) fn address(typed: &str) -> Option<String> {
    if typed.is_empty() {
        return Some(String::new());
    }
    ServerUrl::parse(typed, HttpPolicy::PrivateConfirmed).ok().map(|read| read.url.as_str().to_owned())
}

pub(super) fn link(typed: &str) -> Option<String> {
    if typed.is_empty() { Some(String::new()) } else { parse_link(typed).ok().map(str::to_owned) }
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
        id: _,       // names a file of this machine
        made: _,     // this machine's clock
        touched: _,  // likewise
        label: _,    // how one person names it
        archived: _, // likewise
        page: _,     // each person opens their own
        server,
        names,
        xapp,
        credentials,
        signin,
        push,
        verify,
        source_stage,
        repair: Repair { look: _, problem: _, table: _, agreed: _ }, // other people's names and numbers
        handover: _,                                                 // what the file itself says
    } = job;
    let Server {
        address: typed_address,
        allow_http: _, // a file can't agree to plain http
        ca_file: _,    // a path; and a file can't bring trust
        token: _,      // a secret's place
        checked: _,    // this machine's result
    } = server;
    let Names { typed, remedies, access, agreed } = names;
    let NamesInput {
        name,
        slug,
        who,
        decided: _, // each person decides for their own copy
        email,
        scopes,
        terms,
        privacy,
        port,
    } = typed;
    let Remedies { internal, user_name } = *remedies;
    let XApp { layout, new_app, ticked, open: _, all: _, pasted, people } = xapp;
    let Credentials { client_id: id, secret: _, checked: _ } = credentials;
    let SignIn { skipped, private: _, by_server: _, tested: _ } = signin;
    let Push { choices, done: _, stopped: _, begun: _ } = push;
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
    let Verify { checked: _, login: _, ticked: tidied } = verify;
    let SourceStage { wanted, flow, after, minutes, look: _, problem: _ } = source_stage;
    let text = |text: &String| text::is_text(text).then(|| text.clone());
    let maybe = |text: &Option<String>| text.as_ref().is_none_or(|text| text::is_text(text)).then(|| text.clone());
    CurrentFields {
        address: address(typed_address).filter(|address| text::is_text(address)),
        name: text(name),
        slug: Slug::parse(slug).is_ok().then(|| slug.clone()),
        who: Some(*who),
        access: Some(access.clone()).filter(Access::is_usable),
        email: Some(*email),
        internal: Some(internal),
        user_name: Some(user_name),
        scopes: text(scopes).filter(|typed| scopes::check(typed).is_ok()),
        terms: link(terms).filter(|link| text::is_text(link)),
        privacy: link(privacy).filter(|link| text::is_text(link)),
        port: (*port >= 1024).then_some(*port),
        agreed: Some(*agreed),
        layout: Some(*layout),
        new_app: Some(*new_app),
        callbacks: Some(pasted.as_ref().map(|pasted| pasted.text.clone()))
            .filter(|text| text.as_ref().is_none_or(|text| text::is_list(text))),
        people: Some(*people),
        client_id: maybe(id).filter(|id| id.as_ref().is_none_or(|id| client_id(id))),
        skipped: Some(*skipped),
        authentication_flow: maybe(authentication_flow),
        enrolment_flow: maybe(enrolment_flow),
        user_path: maybe(user_path),
        group_matching: maybe(group_matching),
        enabled: Some(*enabled),
        login_pages: Some(login_pages.clone()).filter(|pages| pages.iter().flatten().all(|page| text::is_text(page))),
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
        server::merge_address(&mut job.server, merged.address.value.clone(), agreed);
    }
    job.xapp.ticked = merged.ticked.steps();
    job.verify.ticked = merged.tidied.steps();
    macro_rules! put {
        ($($name:ident => $place:expr;)*) => {
            // This names each field, so a new field doesn't compile until it is handled here.
            let JobFields { address: _, callbacks: _, ticked: _, tidied: _, $($name),* } = merged;
            $(if before.$name.value != $name.value { $place = $name.value.clone(); })*
        };
    }
    put! {
        name => job.names.typed.name;
        slug => job.names.typed.slug;
        who => job.names.typed.who;
        access => job.names.access;
        email => job.names.typed.email;
        internal => job.names.remedies.internal;
        user_name => job.names.remedies.user_name;
        scopes => job.names.typed.scopes;
        terms => job.names.typed.terms;
        privacy => job.names.typed.privacy;
        port => job.names.typed.port;
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
        let wanted = || job.urls().map(|urls| vec![urls.callback, urls.test_callback]).unwrap_or_default();
        job.xapp.pasted = merged.callbacks.value.clone().map(|text| CallbackListPaste { text, wanted: wanted() });
    }
}
