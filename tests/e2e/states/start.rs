//! Start, the frame of every page, and what belongs to no page: practice, a notice, the request log.

use super::file::States;
use super::scene::{COMPANY, Scene};
use crate::admin::Admin;
use anyhow::{Context as _, Result, ensure};
use sourcerer_core::diagnosis::{Diagnosis, Symptom};
use sourcerer_core::job::{Job, JobStore, Session, leave};
use sourcerer_core::net::Exchange;
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::faults::{Fault, by_place};
use std::fs;
use std::sync::Arc;

pub(super) async fn states() -> Result<States> {
    let (jobs, practice, sent) = tokio::try_join!(Box::pin(jobs()), Box::pin(practice()), Box::pin(sent()))?;
    Ok(jobs.and(practice).and(sent))
}

/// Three saved jobs: one in the middle, one with a problem, one that is done.
async fn jobs() -> Result<States> {
    let mut scene = Scene::with_source(PracticeOptions::default()).await?;
    let login = scene.logs_in(None).await?;
    scene.keeps(login);
    scene.admin.environment.folder = scene.admin.world.folder().join("jobs-at-hand");
    scene.saves("done", "https://login.harbour.example", "2024-11-09T09:00:00Z", &scene.admin)?;
    let faults = [Fault::SourceDisabled].into_iter().collect();
    let problem = Scene::with_source(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    scene.saves("problem", "https://sso.northwind.example", "2025-08-21T09:00:00Z", &problem.admin)?;

    let faults = [Fault::WrongSecret].into_iter().collect();
    let mut refused = Scene::with_pair(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    refused.admin.edit(|job| job.page = Stage::XApp);
    scene.random = scene.random.and(&problem.random).and(&refused.random);
    scene.admin.session = Session::default();
    scene.take("first")?;
    scene.saves("one", COMPANY, "2025-08-23T09:52:00Z", &refused.admin)?;
    scene.admin.session.close(&scene.admin.environment);
    scene.take("start")?;
    let one = JobStore::new(&scene.admin.environment).open("one").ok().flatten().context("the job")?;
    // The secrets of this job are where it left them.
    scene.admin.environment.memory = Arc::clone(&refused.admin.environment.memory);
    scene.admin.session.open(&scene.admin.environment, one);
    scene.take("stage")?;
    scene.admin.session.pushing = true;
    let environment = scene.admin.environment.clone();
    ensure!(!leave::ask(&environment, &environment, &mut scene.admin.session), "a push that runs isn't asked about");
    scene.take("leaving")?;
    scene.admin.session.pushing = false;
    leave::stay(&mut scene.admin.session);
    fs::write(scene.admin.environment.folder.join("jobs/damaged.json"), "{")?;
    scene.admin.session.close(&scene.admin.environment);
    scene.take("notice")?;
    scene.admin.session.notice = None;
    scene.admin.session.crash = Some("2026-05-04T10:20:30Z\nsrc/window.rs:1:2\nan index out of bounds\n".to_owned());
    scene.take("crashed")?;
    scene.admin.session.crash = None;
    scene.names_and_archives()?;
    scene.take("many")?;
    let unopened = Diagnosis::from(&Symptom::BrowserNotOpened);
    scene.answer("unopened", serde_json::to_value(unopened)?)?;
    Ok(scene.states)
}

async fn practice() -> Result<States> {
    let mut scene = Scene::begins(PracticeOptions::default()).await?;
    scene.is_practice();
    scene.begins_another();
    scene.take("practice")?;
    let faults = [Fault::ProxyLosesHttps].into_iter().collect();
    let mut fault = Scene::begins(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    fault.is_practice();
    fault.begins_another();
    fault.take("fault")?;
    fault.answer("faults", serde_json::to_value(by_place())?)?;
    fault.answer("layouts", serde_json::to_value(ServerLayout::ALL.map(ServerLayout::shown))?)?;
    Ok(scene.states.and(fault.states))
}

/// The request log up to a live test that ended at X's profile.
async fn sent() -> Result<States> {
    let faults = [Fault::ClientNotEnrolled].into_iter().collect();
    let mut scene = Scene::with_pair(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    scene.tests_the_sign_in().await?;
    scene.knows_the_app()?;
    scene.takes_exchanges()?;
    Ok(scene.states)
}

/// Parts of the addresses that are requested one at a time.
const ALONE: [&str; 7] = [
    "/-/health/",
    "/admin/version/",
    "/oauth2/authorize",
    "/callback",
    "/oauth2/token",
    "/2/users/me",
    "/oauth2/revoke",
];

impl Scene {
    /// Saves a job as if it belonged to a server at this address, and had been changed at this time.
    fn saves(&self, id: &str, address: &str, touched: &str, admin: &Admin) -> Result<()> {
        let text = serde_json::to_string(&admin.stored_job()?)?;
        let job: Job = serde_json::from_str(&text.replace(admin.world.practice().authentik.base(), address))?;
        let job = Job { id: id.to_owned(), touched: touched.to_owned(), ..job };
        JobStore::new(&self.admin.environment).save(&job).ok().context("saved")
    }

    /// Saves more jobs than are seen at once: one has a name of its own, two are archived.
    fn names_and_archives(&mut self) -> Result<()> {
        let store = JobStore::new(&self.admin.environment);
        let job = store.open("done").ok().flatten().context("the job")?;
        for (nth, label) in (1..).zip(["", "Harbour, after the move", "", ""]) {
            let touched = format!("2024-10-0{nth}T09:00:00Z");
            let job =
                Job { id: format!("more-{nth}"), label: label.to_owned(), archived: nth > 2, touched, ..job.clone() };
            store.save(&job).ok().context("saved")?;
        }
        self.admin.session.close(&self.admin.environment);
        Ok(())
    }

    /// Adds the request log one exchange after the other: the order of parallel answers varies.
    fn takes_exchanges(&mut self) -> Result<()> {
        let all = self.admin.environment.trace.all();
        let is_alone = |exchange: &Exchange| ALONE.iter().any(|part| exchange.url.contains(part));
        let alone: Vec<_> =
            (1..).zip(all.into_iter().filter(is_alone)).map(|(id, one)| Exchange { id, ..one }).collect();
        self.answer("exchanges", serde_json::to_value(alone)?)
    }
}
