//! Stage 5: the plan, and each end of a push and an undo.

use super::file::States;
use super::scene::{COMPANY, Scene};
use super::{push_parts, push_repair};
use crate::admin::said;
use anyhow::{Context as _, Result};
use sourcerer_core::job::{AccessPolicy, Job, Session, View, push};
use sourcerer_core::plan::{ExistingSource, PushProgressState};
use sourcerer_core::stage::Stage;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::x::XAccount;
use url::Url;

pub(super) async fn states() -> Result<States> {
    let (plans, ends, parts, repairs) = tokio::try_join!(
        Box::pin(plans()),
        Box::pin(ends()),
        Box::pin(push_parts::states()),
        Box::pin(push_repair::states()),
    )?;
    Ok(plans.and(ends).and(parts).and(repairs))
}

async fn plans() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    scene.take("review")?;
    for (name, change) in CHANGES {
        scene.compares_with(name, change).await?;
    }
    let mut theirs = Scene::with_plan(faulty(Fault::SourceOfAnotherApp)).await?;
    theirs.take("consent")?;
    theirs.decides(ExistingSource::Change(theirs.admin.stored_job()?.names.typed.slug)).await?;
    theirs.take("agreed")?;
    theirs
        .compares_with("email", |job| {
            job.names.typed.slug = "x-2".to_owned();
            job.names.typed.who = AccessPolicy::EmailLink;
            job.push.choices = sourcerer_core::plan::Choices::default();
        })
        .await?;
    let mut taken = Scene::with_plan(faulty(Fault::SlugTaken)).await?;
    taken.take("blocked")?;
    let mut open = Scene::begins(PracticeOptions::default()).await?;
    open.begins_another();
    open.types(COMPANY, false);
    open.admin.edit(|job| job.page = Stage::Push);
    open.take("open")?;
    Ok(scene.states.and(theirs.states).and(taken.states).and(open.states))
}

/// The rights to create a source, without the right to change login pages.
const NO_PAGES: &[&str] = &[
    "authentik_sources_oauth.view_oauthsource",
    "authentik_sources_oauth.add_oauthsource",
    "authentik_sources_oauth.change_oauthsource",
    "authentik_flows.view_flow",
    "authentik_stages_identification.view_identificationstage",
];

type Change = fn(&mut Job);

const CHANGES: [(&str, Change); 2] = [
    // The Client ID differs from the one with which the live test passed.
    ("untested", |job| job.signin.tested = None),
    ("takeover", |job| job.names.typed.who = AccessPolicy::UserName),
];

fn faulty(fault: Fault) -> PracticeOptions {
    PracticeOptions { faults: [fault].into_iter().collect(), ..PracticeOptions::default() }
}

async fn ends() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    let views = scene.pushes(None).await?;
    let is_read_back = |view: &&View| {
        view.job.as_ref().is_some_and(|job| {
            let states: Vec<_> = job.push.steps.iter().map(|step| step.state).collect();
            states == [PushProgressState::Written, PushProgressState::ReadingBack]
        })
    };
    let pushing = views.iter().find(is_read_back).context("a step")?;
    scene.take_view("pushing", pushing)?;
    scene.take("done")?;
    scene.admin.compares().await?;
    scene.take("already")?;
    // The program is started again: a plan isn't saved.
    scene.admin.session = Session::with_job(scene.admin.stored_job()?);
    scene.take("doneNothing")?;

    // The same app with another slug.
    scene
        .compares_with("another", |job| {
            job.names.typed.slug = "x-2".to_owned();
        })
        .await?;
    Ok(scene.states.and(Box::pin(in_use()).await?).and(Box::pin(stopped()).await?))
}

/// Users signed in through the source; an undo removes their links.
async fn in_use() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    scene.admin.pushes().await?;
    for (id, username) in [("700000000000000001", "ada"), ("700000000000000002", "lin"), ("700000000000000003", "zoe")]
    {
        scene.visits(id, username).await?;
    }
    let undo = push::review_undo(&scene.admin.environment, &scene.admin.stored_job()?).await.map_err(said)?;
    scene.admin.merge(|session| session.undo = Some(undo));
    scene.take("undo")?;
    Ok(scene.states)
}

/// The right to change login pages is removed in the middle of a push.
async fn stopped() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    scene.pushes(Some(Role::Rights(NO_PAGES))).await?;
    scene.take("stopped")?;
    scene.admin.world.practice().authentik.give(Role::Superuser);
    scene.admin.compares().await?;
    scene.take("halfway")?;
    Ok(scene.states)
}

impl Scene {
    /// Changes the job, compares, and adds the state. The job is restored afterward.
    pub(super) async fn compares_with(&mut self, name: &str, change: impl FnOnce(&mut Job)) -> Result<()> {
        let before = self.admin.session.job.clone();
        self.admin.edit(change);
        self.admin.compares().await?;
        self.take(name)?;
        self.admin.session.job = before;
        Ok(())
    }

    async fn decides(&mut self, existing: ExistingSource) -> Result<()> {
        self.admin.edit(|job| push::decide(job, existing));
        self.admin.compares().await
    }

    /// Pushes the plan, and returns what the page showed at each step. After the first write the token's user gets
    /// another role, if one is given.
    async fn pushes(&mut self, gives: Option<Role>) -> Result<Vec<View>> {
        let (environment, job) = (self.admin.environment.clone(), self.admin.stored_job()?);
        let (session, authentik) = (&mut self.admin.session, &self.admin.world.practice().authentik);
        let plan = session.begin_push(&environment).map_err(|symptom| anyhow::anyhow!("{symptom:?}"))?;
        let mut views = Vec::new();
        let outcome = Box::pin(push::apply(&environment, &job, &plan, None, &mut |step| {
            if let Some(role) = gives.filter(|_| step.state == PushProgressState::Written) {
                authentik.give(role);
            }
            push::record_progress(&mut session.steps, step);
            views.push(View::new(&environment, session));
        }))
        .await;
        self.admin.merge(|session| push::merge_push(&environment, session, &job, outcome));
        Ok(views)
    }

    /// A person signs in through the source in a new browser.
    pub(super) async fn visits(&self, id: &str, username: &str) -> Result<()> {
        let practice = self.admin.world.practice();
        practice.x.set_person(XAccount { id: id.to_owned(), username: username.to_owned(), ..XAccount::default() });
        let world = practice.world().clone();
        let slug = self.admin.stored_job()?.names.typed.slug;
        let button = Url::parse(&format!("{}/source/oauth/login/{slug}/", practice.authentik.base()))?;
        Box::pin(sourcerer_practice::person::BrowserSession::new(world.x, world.ca_file.as_deref())?.visit(&button))
            .await?;
        Ok(())
    }
}
