//! The API token expires in the middle of a job, as it does by default after 30 minutes. Another one is entered, and
//! the job continues without a loss.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result};
use sourcerer_core::job::Job;
use sourcerer_core::job::model::Server;
use sourcerer_core::job::status::StageState;
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, WRITE, writes};
use sourcerer_tests::world::World;

/// What a person entered, confirmed, ticked and proved, without the token and what was read with it.
fn kept(job: &Job) -> Job {
    let mut job = job.clone();
    job.server = Server { address: job.server.address, ..Server::default() };
    job.push.stopped = None;
    job.touched.clear();
    job
}

#[tokio::test]
async fn whenever_the_token_runs_out_another_one_goes_on_with_nothing_lost() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    admin.tests_the_sign_in().await.map_err(said)?;
    let before = admin.stored_job()?;

    // The token expires before the comparison: the plan reports it, and no earlier stage is reset.
    let token = admin.world.practice().authentik.renew_token();
    admin.compares().await?;
    assert_eq!(admin.job()?.push.problem.context("a problem")?.id, "api-token-refused");
    assert_eq!(kept(&admin.stored_job()?), kept(&before));
    admin.world.pass(60);
    admin.checks_the_server_with(&token).await?;
    assert_eq!(kept(&admin.stored_job()?), kept(&before));
    assert_eq!(admin.states()?[..4], [StageState::Done; 4]);

    // The token expires between the plan and the push: nothing is written, and the plan is made again.
    admin.compares().await?;
    let token = admin.world.practice().authentik.renew_token();
    let written = writes(&admin.world.log().all());
    admin.pushes().await?;
    assert_eq!(admin.job()?.push.problem.context("a problem")?.id, "api-token-refused");
    assert_eq!(writes(&admin.world.log().all()), written);
    admin.world.pass(60);
    admin.checks_the_server_with(&token).await?;
    assert_eq!(kept(&admin.stored_job()?), kept(&before));
    admin.compares().await?;
    admin.pushes().await?;
    assert_eq!(admin.states()?[..5], [StageState::Done; 5]);

    // The token expires after the push: the checks from outside need none, and a new one can read the sign-in.
    let token = admin.world.practice().authentik.renew_token();
    admin.checks_from_outside().await.map_err(said)?;
    assert!(
        admin
            .job()?
            .verify
            .findings
            .iter()
            .all(|finding| finding.diagnosis.as_ref().is_none_or(|d| d.id != "api-token-refused"))
    );
    admin.world.pass(60);
    admin.checks_the_server_with(&token).await?;
    admin.signs_in().await.map_err(said)?;
    assert_eq!(admin.states()?, [StageState::Done; 6]);
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, OUTSIDE, SIGN_IN])
}
