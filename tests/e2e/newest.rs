//! What came with 2026.5 and 2026.8 and isn't the product's to set: it stays as its owner set it, whatever is written.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use http::Method;
use serde_json::json;
use sourcerer_core::job::source_stage::{self, SourceStageChoice};
use sourcerer_practice::PracticeOptions;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{ASK_X, COMPARE, EMBED, FIRST_CONTACT, UNDO, WRITE};
use sourcerer_tests::world::World;

const STAGES: &str = "/api/v3/stages/source/";

fn wants(admin: &mut Admin, minutes: u32) {
    let flow = "default-authentication-flow".to_owned();
    admin.edit(|job| {
        source_stage::merge_choice(job, SourceStageChoice { wanted: true, flow, after: None, minutes });
    });
}

#[tokio::test]
async fn a_source_stage_keeps_what_2026_8_added_to_it() -> Result<()> {
    let options = PracticeOptions { release: "2026.8".parse()?, licensed: true, ..PracticeOptions::default() };
    let mut admin = Admin::begins(World::started(options).await?);
    Box::pin(admin.comes_to_the_live_test()).await?;
    admin.goes_on();
    let look = source_stage::read_flows(&admin.environment, &admin.stored_job()?).await;
    admin.merge(|session| session.edit_only(|job| source_stage::merge_snapshot(job, look)));
    wants(&mut admin, 15);
    admin.compares().await?;
    admin.pushes().await?;

    let server = &admin.world.practice().authentik;
    let raw = Raw::new(server.base(), server.token());
    let pk = raw.get(STAGES).await?["results"][0]["pk"].as_str().context("a stage")?.to_owned();
    let path = format!("{STAGES}{pk}/");
    let set = json!({ "resume_on_match_failures": ["missing_property"] });
    raw.json(Method::PATCH, &path, Some(&set)).await?;
    admin.world.pass(60);
    wants(&mut admin, 20);
    admin.compares().await?;
    admin.pushes().await?;
    let stage = raw.get(&path).await?;
    ensure!(stage["resume_timeout"] == "minutes=20", "{stage}");
    ensure!(stage["resume_on_match_failures"] == set["resume_on_match_failures"], "{stage}");
    admin.undoes().await.map_err(said)?;
    let stage = raw.get(&path).await?;
    ensure!(stage["resume_timeout"] == "minutes=15", "{stage}");
    ensure!(stage["resume_on_match_failures"] == set["resume_on_match_failures"], "{stage}");
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE, EMBED, UNDO])
}
