//! Something is wrong, is reported, and is fixed.

use crate::admin::{Admin, act, said};
use anyhow::{Context as _, Result};
use sourcerer_core::authentik::{ServerLeg, ServerLegVerdict, Source};
use sourcerer_core::job::status::StageState;
use sourcerer_core::job::{FooterAction, push};
use sourcerer_core::plan::{ExistingSource, PlanState};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::faults::{Fault, Faults};
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, UNDO, WRITE, writes};
use sourcerer_tests::world::World;

#[tokio::test]
async fn a_secret_that_x_refuses_is_told_and_a_new_one_taken() -> Result<()> {
    let mut admin = Admin::begins(World::with(&[Fault::WrongSecret]).await?);
    admin.comes_to_the_live_test().await?;
    let job = admin.job()?;
    assert_eq!(admin.states()?[2], StageState::NeedsAttention);
    assert_eq!(job.credentials.problem.context("a problem")?.id, "x-secret-refused");

    admin.world.practice().x.set_faults(Faults::new());
    let pair = admin.registers_the_app()?;
    admin.pastes(&pair).await?;
    let stale = admin.job()?.credentials;
    assert_eq!((stale.problem, stale.answer), (None, None), "the answer was about another pair");
    admin.asks_x().await.map_err(said)?;
    assert_eq!(admin.states()?[2], StageState::Done);
    admin.ends(&[FIRST_CONTACT, ASK_X])
}

#[tokio::test]
async fn a_token_that_lacks_rights_is_told_so_and_a_change_of_token_keeps_all_else() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    let before = admin.stored_job()?;
    admin.world.pass(1);
    let weak = admin.world.practice().authentik.limited_token().clone();
    admin.checks_the_server_with(&weak).await?;
    let page = admin.job()?.server;
    assert_eq!(page.problem.context("a problem")?.id, "rights-missing");
    let last = page.legs.last().context("legs")?;
    assert_eq!((page.legs.len(), last.leg, last.verdict), (8, ServerLeg::Rights, ServerLegVerdict::Failed));
    let handover = page.handover.context("a role to hand on")?;
    assert!(handover.api.contains(&format!("authentik='{}/api/v3'", admin.world.practice().authentik.base())));
    assert_eq!(admin.states()?[1..3], [StageState::Done; 2]);

    admin.world.pass(1);
    admin.checks_the_server().await?;
    let page = admin.job()?.server;
    assert_eq!((page.problem, page.handover), (None, None), "a superuser needs no role");
    assert_eq!(admin.states()?[..3], [StageState::Done; 3]);
    let after = admin.stored_job()?;
    assert_eq!((after.names, after.xapp, after.credentials), (before.names, before.xapp, before.credentials));
    admin.ends(&[FIRST_CONTACT, ASK_X])
}

#[tokio::test]
async fn the_least_role_is_enough_and_is_offered_to_be_handed_on() -> Result<()> {
    let options = PracticeOptions { role: Role::Least, tls: true, ..PracticeOptions::default() };
    let mut admin = Admin::begins(World::started(options).await?);
    admin.checks_the_server().await?;
    let page = admin.job()?.server;
    assert_eq!(page.problem, None);
    let tls = page.legs.iter().find(|leg| leg.leg == ServerLeg::Tls).context("a leg")?;
    assert_eq!(tls.verdict, ServerLegVerdict::Passed, "by the practice CA's file");
    assert!(tls.says.iter().any(|says| says.id == "reach-certificate"));
    assert!(page.handover.is_some());

    // The same server without its CA's file: the certificate is described, and no later leg runs.
    admin.edit(|job| job.server.ca_file = None);
    admin.checks_the_server_again().await?;
    let page = admin.job()?.server;
    assert_eq!(page.problem.context("a problem")?.id, "server-tls-untrusted");
    let tls = &page.legs[2];
    assert_eq!((tls.verdict, tls.says[0].id.as_ref()), (ServerLegVerdict::Failed, "reach-certificate"));
    assert!(page.legs[3..].iter().all(|leg| leg.verdict == ServerLegVerdict::NotReached));
    admin.ends(&[FIRST_CONTACT])
}

#[tokio::test]
async fn a_failed_test_names_its_leg_and_a_passed_one_replaces_it() -> Result<()> {
    let mut admin = Admin::begins(World::with(&[Fault::CreditsDepleted]).await?);
    admin.comes_to_the_live_test().await?;
    admin.tests_the_sign_in().await.map_err(said)?;
    let job = admin.job()?;
    assert_eq!(job.signin.problem.context("a problem")?.id, "x-credits-depleted");
    assert_eq!(
        (job.signin.passed, act(&admin.job()?)),
        (4 + 1, FooterAction::StartTest),
        "the token is revoked all the same"
    );
    assert_eq!(admin.states()?[3], StageState::NeedsAttention);

    admin.world.practice().x.set_faults(Faults::new());
    admin.tests_the_sign_in().await.map_err(said)?;
    assert_eq!(admin.states()?[3], StageState::Done);
    assert_eq!(admin.job()?.signin.problem, None);
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST])
}

#[tokio::test]
async fn a_name_changed_after_the_push_is_one_change_more() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    admin.goes_on();
    admin.compares().await?;
    admin.pushes().await?;
    assert_eq!(admin.states()?[4], StageState::Done);

    admin.edit(|job| "Sign in with X".clone_into(&mut job.names.typed.name));
    assert_eq!(admin.states()?[4], StageState::NeedsAttention);
    assert_eq!(admin.job()?.push.plan, None, "the plan shown before was of another name");
    admin.compares().await?;
    assert_eq!(admin.job()?.push.count, 1);
    admin.pushes().await?;
    assert_eq!(admin.states()?[4], StageState::Done);
    let written = writes(&admin.world.log().all());
    assert_eq!(written.last().map(String::as_str), Some("authentik PATCH /api/v3/sources/oauth/x/ 200"));
    assert_eq!(written.len(), 3, "{written:?}");
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE])
}

#[tokio::test]
async fn somebody_elses_source_is_changed_only_with_consent_and_given_back_by_an_undo() -> Result<()> {
    let mut admin = Admin::begins(World::with(&[Fault::SourceOfAnotherApp]).await?);
    admin.comes_to_the_live_test().await?;
    let before = source(&admin).await?;
    assert!(!admin.job()?.names.slug_known.context("the slug is known")?.free);
    admin.goes_on();
    admin.compares().await?;
    let push = admin.job()?.push;
    let plan = push.plan.context("a plan")?;
    assert_eq!(
        (plan.state, plan.diagnosis.context("a reason")?.id.as_str()),
        (PlanState::NeedsConsent, "source-differs")
    );
    assert!(!push.bar.ready);
    // Whatever the page requests, the core writes nothing without consent.
    admin.pushes().await?;
    assert_eq!(writes(&admin.world.log().all()), Vec::<String>::new());
    assert_eq!(admin.states()?[4], StageState::NeedsAttention);

    admin.edit(|job| push::decide(job, ExistingSource::Change(job.names.typed.slug.clone())));
    admin.compares().await?;
    admin.pushes().await?;
    assert_eq!(admin.states()?[4], StageState::Done);
    assert_ne!(source(&admin).await?, before);
    admin.undoes().await.map_err(said)?;
    assert_eq!(source(&admin).await?, before);
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE, UNDO])
}

async fn source(admin: &Admin) -> Result<Source> {
    let slug = admin.stored_job()?.names.slug().context("a slug")?;
    admin.client().await?.source(&slug).await?.context("a source")
}
