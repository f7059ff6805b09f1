//! The program ends in the middle of a job, and starts again.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result};
use sourcerer_core::diagnosis::{ForgottenSecret, Symptom};
use sourcerer_core::job::status::StageState;
use sourcerer_core::job::{self, Environment, JobStore, SecretLocation, Session, View, stages};
use sourcerer_core::stage::Stage;
use sourcerer_core::vault::{Key, SecretKind};
use sourcerer_tests::requests::{ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, WRITE};
use sourcerer_tests::world::World;

const WHOLE: &[&[ExpectedRequest]] = &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, OUTSIDE, SIGN_IN];

/// A new job with practice servers that is saved like a real one, because practice saves none.
async fn begins() -> Result<Admin> {
    let world = World::new().await?;
    let saves = real(&world.environment());
    let environment = world.environment();
    Ok(Admin::begins_at(world, environment, saves))
}

fn real(environment: &Environment) -> Environment {
    Environment { world: job::Mode::Real, ..environment.clone() }
}

/// Ends the program and starts it again. Practice keeps secrets only in memory; here that memory represents the
/// keyring, which outlives the program.
fn starts_again(admin: &mut Admin) -> Result<()> {
    let before = admin.stored_job()?;
    let mut session = Session::default();
    session.close(&real(&admin.environment));
    assert_eq!(session.notice, None);
    let cards: Vec<_> = session.jobs.iter().map(|card| (card.id.clone(), card.stage, card.slug.clone())).collect();
    assert_eq!(cards, [(before.id.clone(), before.page, before.names.typed.slug.clone())]);
    let job = JobStore::new(&real(&admin.environment)).open(&before.id)?.context("the saved job")?;
    assert_eq!(stages::all(&job), stages::all(&before));
    // Their numbers belong to the request log of the program that ended.
    assert_eq!(job.credentials.checked.as_ref().and_then(|checked| checked.probe.exchange), None);
    let legs = job.signin.tested.iter().flat_map(|tested| &tested.outcome.legs);
    assert_eq!(legs.filter_map(|leg| leg.exchange).count(), 0);
    session.open(&admin.environment, job);
    admin.session = session;
    Ok(())
}

#[tokio::test]
async fn whenever_it_ends_the_job_goes_on_where_it_was() -> Result<()> {
    let mut admin = begins().await?;
    admin.checks_the_server().await?;
    admin.goes_on();
    starts_again(&mut admin)?;
    admin.agrees_to_the_names();
    starts_again(&mut admin)?;
    let pair = admin.registers_the_app()?;
    starts_again(&mut admin)?;
    admin.pastes(&pair).await?;
    starts_again(&mut admin)?;
    let page = admin.job()?.credentials;
    assert_eq!(page.client_id, Some(pair.client_id));
    assert_eq!(page.secret.context("a kept secret")?.place, SecretLocation::Memory);
    admin.asks_x().await.map_err(said)?;
    admin.goes_on();
    starts_again(&mut admin)?;
    admin.tests_the_sign_in().await.map_err(said)?;
    starts_again(&mut admin)?;
    assert_eq!(admin.job()?.signin.passed, 6);
    admin.goes_on();
    admin.compares().await?;
    // A plan is valid only at its time: it isn't saved, and is made again.
    starts_again(&mut admin)?;
    assert_eq!(admin.job()?.push.plan, None);
    admin.compares().await?;
    admin.pushes().await?;
    starts_again(&mut admin)?;
    admin.goes_on();
    admin.checks_from_outside().await.map_err(said)?;
    admin.signs_in().await.map_err(said)?;
    starts_again(&mut admin)?;
    assert_eq!(admin.states()?, [StageState::Done; 6]);
    assert_eq!(admin.stored_job()?.page, Stage::Verify);
    admin.ends(WHOLE)
}

#[tokio::test]
async fn secrets_kept_in_memory_are_gone_and_the_job_says_so() -> Result<()> {
    let mut admin = begins().await?.keeps_secrets_in(SecretLocation::Memory);
    let pair = admin.comes_to_the_live_test().await?;
    admin.loses_what_memory_held();
    starts_again(&mut admin)?;
    assert_eq!(admin.session.notice, Some(Symptom::SecretForgotten { secret: ForgottenSecret::Both }));
    // The stages are as far as they are without the secrets, and nothing that needs them can be pressed.
    let job = admin.job()?;
    assert_eq!(admin.states()?[0], StageState::InProgress);
    assert_eq!((job.server.token, job.server.reached, job.credentials.secret), (None, None, None));
    assert!(!job.server.bar.ready && !job.xapp.bar.ready && !job.push.bar.ready, "{:?}", job.push.bar);

    admin.world.pass(60);
    admin.checks_the_server().await?;
    admin.pastes(&pair).await?;
    admin.asks_x().await.map_err(said)?;
    assert_eq!(admin.states()?[..3], [StageState::Done; 3]);
    admin.ends(&[FIRST_CONTACT, ASK_X])
}

#[tokio::test]
async fn a_push_that_was_killed_finds_its_secrets_gone_at_the_next_start_and_says_so() -> Result<()> {
    let mut admin = begins().await?.keeps_secrets_in(SecretLocation::Memory);
    admin.comes_to_the_live_test().await?;
    // As a push does before its first write.
    let now = admin.environment.clock.stamp();
    admin.edit(|job| job.push.begun = Some(now));
    admin.loses_what_memory_held();
    let session = Session::start(&real(&admin.environment));
    let job = session.job.as_ref().context("the interrupted job")?;
    assert_eq!(session.notice, Some(Symptom::SecretForgotten { secret: ForgottenSecret::Both }));
    assert_eq!(stages::state(job, Stage::Server), StageState::InProgress);
    let view = View::new(&admin.environment, &session).job.context("its pages")?;
    assert!(view.push.halfway.is_some() && !view.push.bar.ready, "{:?}", view.push.bar);
    admin.ends(&[FIRST_CONTACT, ASK_X])
}

#[tokio::test]
async fn a_secret_that_the_keyring_lost_is_told_by_name_and_its_stage_waits_for_it() -> Result<()> {
    let mut admin = begins().await?;
    // Outside of practice, so that the secrets are kept in the vault that represents the keyring.
    admin.environment.world = job::Mode::Real;
    admin.checks_the_server().await?;
    let kept = admin.stored_job()?.server.token().context("a stored token")?.clone();
    assert_eq!(kept.place, SecretLocation::Keyring);
    admin.environment.vault.delete(&Key { server: kept.server.clone(), kind: SecretKind::ApiToken })?;
    admin.checks_the_server_again().await?;
    let problem = admin.job()?.server;
    assert_eq!((problem.token, problem.bar.ready), (None, false));
    assert_eq!(stages::state(&admin.stored_job()?, Stage::Server), StageState::InProgress);
    // Another entry under the same name is found again.
    admin.checks_the_server().await?;
    assert_eq!(stages::state(&admin.stored_job()?, Stage::Server), StageState::Done);
    admin.ends(&[FIRST_CONTACT, FIRST_CONTACT])
}
