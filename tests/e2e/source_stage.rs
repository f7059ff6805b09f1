//! The source embedded in a flow by a Source stage: never tried without a license; with one it is planned, pushed and
//! undone.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use sourcerer_core::job::source_stage::{self, SourceStageChoice, SourceStagePage};
use sourcerer_core::plan::DisplayValue;
use sourcerer_practice::PracticeOptions;
use sourcerer_tests::requests::{ASK_X, COMPARE, EMBED, FIRST_CONTACT, LIVE_TEST, UNDO, WRITE, writes};
use sourcerer_tests::world::World;

const FLOW: &str = "default-authentication-flow";

async fn begins(licensed: bool) -> Result<Admin> {
    let mut admin = Admin::begins(World::started(PracticeOptions { licensed, ..PracticeOptions::default() }).await?);
    admin.comes_to_the_live_test().await?;
    admin.goes_on();
    Ok(admin)
}

async fn looks(admin: &mut Admin) -> Result<SourceStagePage> {
    let outcome = source_stage::read_flows(&admin.environment, &admin.stored_job()?).await;
    admin.merge(|session| session.edit_only(|job| source_stage::merge_snapshot(job, outcome)));
    Ok(admin.job()?.source_stage)
}

fn chosen(after: Option<String>) -> SourceStageChoice {
    SourceStageChoice { wanted: true, flow: FLOW.to_owned(), after, minutes: 15 }
}

fn ends(admin: Admin) -> Result<()> {
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, UNDO, EMBED])
}

#[tokio::test]
async fn without_a_licence_nothing_of_a_source_stage_is_ever_sent() -> Result<()> {
    let mut admin = Box::pin(begins(false)).await?;
    let page = looks(&mut admin).await?;
    ensure!(!page.can && page.licence.id == "embed-licence-none" && page.flows.is_empty(), "{page:#?}");
    admin.edit(|job| source_stage::merge_choice(job, chosen(None)));
    ensure!(!admin.job()?.source_stage.wanted, "it can't be chosen");
    admin.compares().await?;
    admin.pushes().await?;
    let log = admin.world.log().all();
    let sent: Vec<_> = writes(&log).into_iter().filter(|line| line.contains("/stages/source/")).collect();
    ensure!(sent.is_empty(), "{sent:?}");
    ensure!(!log.iter().any(|asked| asked.path.contains("/stages/source/")), "and nothing of it is asked for");
    ends(admin)
}

#[tokio::test]
async fn with_a_licence_the_stage_is_made_put_in_its_place_and_taken_back() -> Result<()> {
    let mut admin = Box::pin(begins(true)).await?;
    let page = looks(&mut admin).await?;
    ensure!(page.can && !page.wanted && page.flows.len() > 10, "{page:#?}");
    ensure!(page.warnings.len() == 2, "both of authentik's own flows sign people in: {page:#?}");
    let before = admin.client().await?.bindings().await?;

    admin.edit(|job| source_stage::merge_choice(job, chosen(None)));
    let page = admin.job()?.source_stage;
    let first = page.places.get(1).and_then(|place| place.after.clone());
    admin.edit(|job| source_stage::merge_choice(job, chosen(first)));
    admin.compares().await?;
    let plan = admin.job()?.push.plan.context("a plan")?;
    let ids: Vec<_> = plan.changes.iter().map(|change| change.id.as_str()).collect();
    ensure!(ids == ["source", "source-stage", "source-binding", "login-page"], "{ids:?}");
    let binding = plan.changes.iter().find(|change| change.id == "source-binding").context("a place")?;
    let lists: Vec<_> = binding.fields.iter().filter(|field| field.name == "stages").collect();
    let Some(DisplayValue::List(after)) = lists.first().map(|field| &field.will) else { anyhow::bail!("{binding:#?}") };
    ensure!(after[0].ends_with("identification") && after[1] == "source-stage-x", "{after:?}");
    ensure!(plan.notes.iter().filter(|note| note.id == "embed-signs-in").count() == 2, "{:?}", plan.notes);

    admin.pushes().await?;
    let push = admin.job()?.push;
    ensure!(push.problem.is_none() && push.done.is_some(), "{push:#?}");
    let client = admin.client().await?;
    let stages = client.source_stages().await?;
    ensure!(stages.iter().any(|stage| stage.name == "source-stage-x" && stage.resume_timeout == "minutes=15"));
    let now = client.bindings().await?;
    let mine = now.iter().find(|bound| bound.stage_obj.name == "source-stage-x").context("its place")?;
    ensure!(mine.order == 15, "between 10 and 20: {mine:?}");
    let others: Vec<_> = now.iter().filter(|bound| bound.pk != mine.pk).cloned().collect();
    ensure!(others == before, "nobody else was moved");

    // A second comparison finds nothing to do.
    admin.world.pass(60);
    admin.compares().await?;
    ensure!(admin.job()?.push.count == 0);

    admin.world.pass(60);
    admin.undoes().await.map_err(said)?;
    ensure!(client.source_stages().await?.is_empty() && client.bindings().await? == before);
    ends(admin)
}
