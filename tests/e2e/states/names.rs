//! Stage 2: the names, for a server that was checked and for one that wasn't.

use crate::states::file::States;
use crate::states::scene::{COMPANY, Scene};
use anyhow::{Context as _, Result};
use sourcerer_core::job::access::read_list;
use sourcerer_core::job::model::{Access, Names};
use sourcerer_core::job::{AccessPolicy, Job};
use sourcerer_core::plan::AccessGate;
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::faults::Fault;

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::checked(&[], COMPANY).await?;
    scene.take("usual")?;
    for (name, change) in CHANGES {
        scene.take_with(name, |job| change(&mut job.names))?;
    }
    scene.take_with("unchecked", |job| job.server.checked = None)?;
    scene.take_with("warnings", |job| "https://localhost".clone_into(&mut job.server.address))?;
    scene.take_with("privateHost", |job| "https://auth.lan".clone_into(&mut job.server.address))?;
    scene.take_with("noServer", |job| job.server.address.clear())?;
    let mut taken = Scene::checked(&[Fault::SourceOfAnotherApp], COMPANY).await?;
    taken.take_with("taken", |job| {
        job.names.typed.slug = "x".to_owned();
        job.names.typed.who = AccessPolicy::Linked;
    })?;
    let mut foreign = Scene::checked(&[Fault::SlugTaken], COMPANY).await?;
    foreign.take_with("foreign", |job| job.names.typed.slug = "x".to_owned())?;
    Ok(scene.states.and(taken.states).and(foreign.states))
}

type Change = fn(&mut Names);

/// A list with an account by its ID, one by its handle, and a line that names none.
const LIST: &str = "1583920471165304832  # ana_lindqvist\n@bo_ek\nEva Holm";

const CHANGES: [(&str, Change); 10] = [
    ("listed", |names| {
        let accounts = read_list(LIST).accounts;
        let typed = Some(LIST.to_owned());
        names.access = Access { gate: AccessGate::Listed, accounts, typed, ..Access::default() };
    }),
    ("approval", |names| {
        let group = Some("From X".to_owned());
        names.access = Access { gate: AccessGate::Approval, group, ..Access::default() };
    }),
    ("risk", |names| {
        names.typed.slug = "x-login".to_owned();
        names.typed.who = AccessPolicy::UserName;
    }),
    ("refused", |names| {
        names.typed.name.clear();
        names.typed.slug = "x login".to_owned();
    }),
    ("scopes", |names| names.typed.scopes = "users.email offline.access tweet.read".to_owned()),
    ("email", |names| {
        (names.typed.email, names.typed.who) = (true, AccessPolicy::EmailLink);
        names.typed.terms = "https://company.example/terms".to_owned();
        names.typed.privacy = "https://company.example/privacy".to_owned();
    }),
    ("emailAlone", |names| names.typed.who = AccessPolicy::EmailDeny),
    ("links", |names| {
        names.typed.email = true;
        names.typed.terms = "https://company.example/terms".to_owned();
    }),
    ("linksRefused", |names| {
        names.typed.email = true;
        names.typed.terms = "company.example/terms".to_owned();
        names.typed.privacy = "https://company.example/privacy".to_owned();
    }),
    ("scopesRefused", |names| {
        names.typed.scopes = "users.email,offline".to_owned();
        names.typed.port = 80;
    }),
];

impl Scene {
    /// The names page of a job whose server was checked. The job is stored with a server at this address, which no
    /// practice server can have.
    async fn checked(faults: &[Fault], address: &str) -> Result<Self> {
        let faults = faults.iter().copied().collect();
        let mut scene = Self::with_server(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
        let mut job = scene.admin.stored_job()?;
        let checked = job.server.checked.as_mut().context("a check")?;
        address.clone_into(&mut checked.base);
        job.server.token.as_mut().context("a token")?.server = address.to_owned();
        address.clone_into(&mut job.server.address);
        job.names = Names::default();
        job.page = Stage::Names;
        scene.admin.edit(|open: &mut Job| *open = job);
        Ok(scene)
    }
}
