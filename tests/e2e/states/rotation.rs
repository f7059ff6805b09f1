//! The rotation of a Client Secret, step by step.

use super::file::States;
use super::scene::Scene;
use crate::admin::said;
use anyhow::{Context as _, Result};
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_core::authentik::{ServerLeg, ServerLegVerdict};
use sourcerer_core::job::credentials::{Override, client_secret};
use sourcerer_core::job::rotation::{self, Rotation};
use sourcerer_core::job::{Subject, View};
use sourcerer_core::plan::PushProgressState;
use sourcerer_practice::PracticeOptions;

/// An invented value in the form of an app-only token.
const BEARER: &str =
    "AAAAAAAAAAAAAAAAAAAAAMadeUpBearerToken%2FMadeUp%3DMadeUpBearerTokenMadeUpBearerTokenMadeUpBearerTokenMadeUp";

pub(super) async fn states() -> Result<States> {
    let (walk, at_hand, missing) = tokio::try_join!(Box::pin(walk()), Box::pin(at_hand()), Box::pin(missing()))?;
    Ok(walk.and(at_hand).and(missing))
}

async fn walk() -> Result<States> {
    let mut scene = Scene::with_source(PracticeOptions::default()).await?;
    let old = client_secret(&scene.admin.environment, &scene.admin.stored_job()?).await.map_err(said)?;
    scene.begins_to_renew(Some("checking")).await?;
    scene.take("ready")?;
    let new = scene.regenerates()?;
    scene.take("pressed")?;
    scene.pastes_new(&SecretString::from(BEARER))?;
    scene.take("wrong")?;
    scene.pastes_new(&SecretString::from(old.expose_secret()))?;
    scene.asks_about_new(None).await?;
    scene.take("same")?;
    let other = scene.another_secret();
    scene.pastes_new(&other)?;
    scene.asks_about_new(None).await?;
    scene.take("refused")?;
    scene.pastes_new(&new)?;
    scene.asks_about_new(Some("asking")).await?;
    scene.take("push")?;
    // The token expires between the check and the push.
    let token = scene.admin.world.practice().authentik.renew_token();
    scene.pushes_new().await?;
    scene.take("stopped")?;
    scene.admin.world.pass(60);
    scene.admin.checks_the_server_with(&token).await?;
    scene.asks_about_new(None).await?;
    let views = scene.pushes_new().await?;
    let is_writing = |view: &&View| {
        let steps = view.rotation.as_ref().map(|rotation| rotation.steps.clone()).unwrap_or_default();
        steps.iter().any(|step| step.state == PushProgressState::Writing)
    };
    let pushing = views.iter().find(is_writing).context("a step")?;
    scene.take_view("pushing", pushing)?;
    scene.take("done")?;
    Ok(scene.states)
}

/// The secret was regenerated, and the new one was entered only into this job.
async fn at_hand() -> Result<States> {
    let mut scene = Scene::with_source(PracticeOptions::default()).await?;
    let renewed = scene.regenerated()?;
    scene.admin.pastes(&renewed).await?;
    scene.begins_to_renew(None).await?;
    scene.take("atHand")?;
    Ok(scene.states)
}

async fn missing() -> Result<States> {
    let mut scene = Scene::with_pair(PracticeOptions::default()).await?;
    scene.begins_to_renew(None).await?;
    scene.take("missing")?;
    Ok(scene.states)
}

impl Scene {
    fn rotation(&mut self) -> Result<&mut Rotation> {
        self.admin.session.rotation.as_deref_mut().context("a rotation")
    }

    /// Begins a rotation and checks that everything is ready. Adds the state with this name while the check runs.
    async fn begins_to_renew(&mut self, while_it_looks: Option<&str>) -> Result<()> {
        let (job, support) = (self.admin.stored_job()?, self.admin.session.support.clone());
        let begun = rotation::begin(&self.admin.environment, Subject::Job, Some(&job), &support).await.map_err(said)?;
        self.admin.merge(|session| session.begin_rotation(begun));
        self.rotation()?.begin_check();
        let (job, at_hand) = self.rotation()?.readiness_inputs();
        self.is_practice();
        let (environment, mut told) = (self.admin.environment.clone(), Vec::new());
        let ready =
            Box::pin(rotation::check_readiness(&environment, &job, at_hand.as_ref(), &mut |legs| told.push(legs)))
                .await;
        self.practises_no_more();
        if let Some(name) = while_it_looks {
            let asks = |legs: &Vec<sourcerer_core::authentik::ServerLegResult>| {
                legs.iter().any(|state| state.leg == ServerLeg::Http && state.verdict == ServerLegVerdict::Asking)
            };
            let legs = told.into_iter().find(asks).context("a leg")?;
            self.rotation()?.follow_check(legs);
            self.take(name)?;
        }
        self.rotation()?.merge_readiness(ready);
        Ok(())
    }

    /// Regenerates the secret at X, and confirms it.
    fn regenerates(&mut self) -> Result<SecretString> {
        let renewed = self.regenerated()?;
        let environment = self.admin.environment.clone();
        self.rotation()?.mark_regenerated(&environment);
        Ok(renewed.client_secret)
    }

    fn pastes_new(&mut self, text: &SecretString) -> Result<()> {
        let environment = self.admin.environment.clone();
        self.rotation()?.paste(&environment, text, Override::No);
        Ok(())
    }

    async fn asks_about_new(&mut self, while_it_asks: Option<&str>) -> Result<()> {
        let (job, secret) = self.rotation()?.begin_asking().context("something to ask about")?;
        if let Some(name) = while_it_asks {
            self.take(name)?;
        }
        self.is_practice();
        let outcome = Box::pin(rotation::review_secret(&self.admin.environment, &job, &secret)).await;
        self.practises_no_more();
        self.rotation()?.merge_review(&secret, outcome);
        Ok(())
    }

    /// Pushes the new secret, and returns what the page showed at each step.
    async fn pushes_new(&mut self) -> Result<Vec<View>> {
        self.is_practice();
        let practice = self.admin.environment.clone();
        self.practises_no_more();
        let (environment, open) = (self.admin.environment.clone(), self.admin.session.job.clone());
        let run = self.rotation()?.run();
        let (looked, since) = self.rotation()?.begin_push().context("something that can be pushed")?;
        let session = &mut self.admin.session;
        let mut views = Vec::new();
        let mut told = |step| {
            if let Some(rotation) = session.rotation_mut(run) {
                rotation.record_progress(step);
            }
            views.push(View::new(&environment, session));
        };
        let outcome = Box::pin(rotation::push(&practice, open.as_ref(), &looked, since, &mut told)).await;
        self.admin.merge(|session| session.merge_rotation(&practice, run, &looked, outcome));
        Ok(views)
    }
}
