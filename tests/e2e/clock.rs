//! A clock that jumps: nothing depends on the time of day, and nothing on its going forward.

use crate::admin::{Admin, said};
use crate::whole::WHOLE;
use anyhow::{Context as _, Result};
use sourcerer_core::clock::Clock;
use sourcerer_core::job::Environment;
use sourcerer_core::job::status::StageState;
use sourcerer_core::plan::PlanState;
use sourcerer_tests::world::{NOW, World};
use std::sync::atomic::{AtomicBool, Ordering};
use time::Duration;

#[tokio::test]
async fn a_clock_that_jumps_by_a_day_in_a_test_a_push_and_an_undo_changes_nothing() -> Result<()> {
    let world = World::new().await?;
    // Forward and back again, at each reading: so it jumps within everything that takes two readings.
    let is_ahead = AtomicBool::new(false);
    let clock = Clock::new(move || if is_ahead.fetch_xor(true, Ordering::SeqCst) { NOW } else { NOW + Duration::DAY });
    let environment = Environment { clock, ..world.environment() };
    let mut admin = Admin::begins_at(world, environment.clone(), environment);
    admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    assert_eq!(admin.states()?, [StageState::Done; 6]);
    let job = admin.job()?;
    assert_eq!((job.signin.passed, job.push.done.context("a push")?.written), (6, 2));

    admin.compares().await?;
    assert_eq!(admin.job()?.push.plan.context("a plan")?.state, PlanState::AlreadyAsItShouldBe);
    assert!(admin.session.stopped.is_none(), "a push that ended isn't taken for an interrupted one");
    admin.undoes().await.map_err(said)?;
    let again = admin.undoes().await.map_err(|symptom| symptom.entry().id);
    assert_eq!(again, Err("nothing-to-undo"));
    admin.ends(WHOLE)
}

#[tokio::test]
async fn a_test_and_a_check_at_the_same_time_both_arrive() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    admin.goes_on();
    admin.compares().await?;
    admin.pushes().await?;
    admin.tests_and_checks_at_once().await.map_err(said)?;
    let job = admin.job()?;
    assert_eq!((job.signin.passed, job.verify.passed), (6, job.verify.ran));
    admin.ends(WHOLE)
}
