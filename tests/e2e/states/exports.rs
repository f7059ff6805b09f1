//! The exports of a job.

use super::file::States;
use super::scene::Scene;
use crate::admin::said;
use anyhow::{Context as _, Result};
use secrecy::SecretString;
use sourcerer_core::export::ExportFormat;
use sourcerer_core::job::{Session, export};
use sourcerer_practice::PracticeOptions;

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    scene.admin.session = Session::with_job(scene.admin.stored_job()?);
    scene.take("offered")?;
    scene.looks().await?;
    scene.take("ready")?;
    let (job, environment) = (scene.admin.stored_job()?, scene.admin.environment.clone());
    let looked = export::fresh_basis(&job, &scene.admin.session).context("what was looked at")?;
    for (name, format) in [
        ("blueprint", ExportFormat::Blueprint),
        ("blueprintFile", ExportFormat::BlueprintFile),
        ("terraform", ExportFormat::Terraform),
        ("curl", ExportFormat::Curl),
        ("runbook", ExportFormat::Runbook),
    ] {
        let text = export::text(&environment, &job, &looked, format).await.map_err(said)?;
        let text = scene.random.normal_text(&text);
        scene.answer(name, text.into())?;
    }
    // The job's token has expired.
    let _: SecretString = scene.admin.world.practice().authentik.renew_token();
    scene.admin.session = Session::with_job(scene.admin.stored_job()?);
    scene.looks().await?;
    scene.take("unread")?;
    Ok(scene.states)
}

impl Scene {
    async fn looks(&mut self) -> Result<()> {
        let looked =
            export::read_basis(&self.admin.environment, &self.admin.stored_job()?, None).await.map_err(said)?;
        self.admin.merge(|session| session.export = Some(Box::new(looked)));
        Ok(())
    }
}
