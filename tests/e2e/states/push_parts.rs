//! The choices in a plan, and the Source stage.

use crate::states::file::States;
use crate::states::scene::Scene;
use anyhow::{Context as _, Result};
use sourcerer_core::job::model::TEN_MINUTES;
use sourcerer_core::job::{push, source_stage};
use sourcerer_core::plan::{ChangeGroup, PlanChoice};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::authentik::layout::ServerLayout;

/// The least rights with which a source can be created, without the right to see login pages.
const NO_STAGES: &[&str] = &[
    "authentik_sources_oauth.view_oauthsource",
    "authentik_sources_oauth.add_oauthsource",
    "authentik_sources_oauth.change_oauthsource",
    "authentik_flows.view_flow",
];

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    scene
        .compares_with("badPath", |job| push::choose(job, PlanChoice::UserPath("/people/%(name)s".to_owned())))
        .await?;
    scene.compares_with("leftOut", |job| push::choose(job, PlanChoice::Group(ChangeGroup::LoginPage, false))).await?;
    scene.looks_for_a_licence().await?;
    scene.admin.compares().await?;
    scene.take("unlicensed")?;
    let mut gone =
        Scene::with_plan(PracticeOptions { layout: ServerLayout::FlowsRenamed, ..PracticeOptions::default() }).await?;
    gone.take("flowsGone")?;
    let mut pages =
        Scene::with_plan(PracticeOptions { layout: ServerLayout::TwoBrands, ..PracticeOptions::default() }).await?;
    let all = pages.admin.job()?.push.choices.context("what can be chosen")?.login_pages;
    let all = all.into_iter().map(|page| page.stage).collect();
    pages.compares_with("pages", |job| push::choose(job, PlanChoice::LoginPages(all))).await?;
    let mut unseen =
        Scene::with_plan(PracticeOptions { role: Role::Rights(NO_STAGES), ..PracticeOptions::default() }).await?;
    unseen.take("unseen")?;
    let licensed = Box::pin(licensed()).await?;
    Ok(scene.states.and(gone.states).and(pages.states).and(unseen.states).and(licensed))
}

async fn licensed() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions { licensed: true, ..PracticeOptions::default() }).await?;
    scene.looks_for_a_licence().await?;
    scene.take("licensed")?;
    let flow = || "default-authentication-flow".to_owned();
    let chosen = |after| source_stage::SourceStageChoice { wanted: true, flow: flow(), after, minutes: TEN_MINUTES };
    scene.admin.edit(|job| source_stage::merge_choice(job, chosen(None)));
    let first = scene.admin.job()?.source_stage.places.get(1).and_then(|place| place.after.clone());
    scene.admin.edit(|job| source_stage::merge_choice(job, chosen(first)));
    scene.admin.compares().await?;
    scene.take("embedded")?;
    Ok(scene.states)
}

impl Scene {
    async fn looks_for_a_licence(&mut self) -> Result<()> {
        let outcome = source_stage::read_flows(&self.admin.environment, &self.admin.stored_job()?).await;
        self.admin.merge(|session| session.edit_only(|job| source_stage::merge_snapshot(job, outcome)));
        Ok(())
    }
}
