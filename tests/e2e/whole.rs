//! The whole job without a problem, and its undo.

use crate::admin::{Admin, act, said};
use anyhow::{Context as _, Result};
use sourcerer_core::job::FooterAction;
use sourcerer_core::job::status::StageState;
use sourcerer_core::login::LoginKind;
use sourcerer_core::plan::PlanState;
use sourcerer_tests::requests::{
    ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, UNDO, WRITE, line, writes,
};
use sourcerer_tests::world::World;

pub(crate) const WHOLE: &[&[ExpectedRequest]] =
    &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, UNDO, OUTSIDE, SIGN_IN];

/// What the login page shows, and the slugs of all sources.
async fn server(admin: &Admin) -> Result<(Vec<String>, Vec<String>)> {
    let client = admin.client().await?;
    let shown = client.stages().await?.into_iter().flat_map(|stage| stage.sources).collect();
    let sources = client.sources().await?.into_iter().map(|source| source.slug).collect();
    Ok((shown, sources))
}

#[tokio::test]
async fn the_whole_job_is_done_and_every_stage_says_so() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    let mut story = admin.sees("the job is new")?;
    admin.checks_the_server().await?;
    story += &admin.sees("the server is checked")?;
    admin.goes_on();
    admin.agrees_to_the_names();
    story += &admin.sees("the names are agreed to")?;
    let pair = admin.registers_the_app()?;
    story += &admin.sees("the app is registered")?;
    admin.pastes(&pair).await?;
    story += &admin.sees("the pair is pasted")?;
    admin.asks_x().await.map_err(said)?;
    admin.goes_on();
    story += &admin.sees("X accepts the pair")?;
    admin.tests_the_sign_in().await.map_err(said)?;
    story += &admin.sees("the live test is over")?;
    admin.goes_on();
    assert_eq!(writes(&admin.world.log().all()), Vec::<String>::new(), "nothing is written before the push");
    admin.compares().await?;
    story += &admin.sees("the plan is shown")?;
    admin.pushes().await?;
    story += &admin.sees("the plan is pushed")?;
    admin.goes_on();
    admin.checks_from_outside().await.map_err(said)?;
    story += &admin.sees("the outside is checked")?;
    admin.signs_in().await.map_err(said)?;
    story += &admin.sees("a visitor has signed in")?;
    insta::assert_snapshot!("story", story);

    let job = admin.job()?;
    assert_eq!(admin.states()?, [StageState::Done; 6]);
    assert_eq!(job.push.done.context("a push")?.written, 2);
    assert_eq!(job.signin.passed, 6);
    assert_eq!((job.verify.passed, job.verify.ran), (9, 9));
    let seen = job.verify.login.seen.clone().context("a visitor")?;
    assert_eq!((seen.user.as_str(), seen.kind), ("ana_lindqvist", LoginKind::Enrolled));
    // A real server makes visitors external users, and initially refuses them its own pages.
    assert_eq!(job.verify.login.note.context("a note")?.id, "user-is-external");
    assert!(admin.world.browser().at_rest().await.context("a page")?.url.path().starts_with("/if/"));

    let asked: Vec<_> = admin.world.log().all().iter().map(line).collect();
    let times = |wanted: &str| asked.iter().filter(|asked| *asked == wanted).count();
    // The credential probe, the live test, and the visitor's sign-in through authentik.
    assert_eq!((times("X POST /2/oauth2/token 400"), times("X POST /2/oauth2/token 200")), (1, 2), "{asked:#?}");
    assert_eq!(times("X POST /2/oauth2/revoke 200"), 1);
    admin.ends(WHOLE)
}

#[tokio::test]
async fn a_second_comparison_finds_all_as_it_should_be_and_an_undo_puts_all_back() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    admin.goes_on();
    let before = server(&admin).await?;
    admin.compares().await?;
    admin.pushes().await?;
    assert_eq!(server(&admin).await?.1, ["x"]);
    let written = writes(&admin.world.log().all());
    assert_eq!(written.len(), 2, "{written:?}");

    admin.world.pass(60);
    admin.compares().await?;
    let push = admin.job()?.push;
    assert_eq!(push.plan.context("a plan")?.state, PlanState::AlreadyAsItShouldBe);
    assert_eq!((push.count, push.done.context("a push")?.written), (0, 0));
    assert_eq!(act(&admin.job()?), FooterAction::Continue);
    assert_eq!(writes(&admin.world.log().all()), written);

    admin.world.pass(60);
    admin.undoes().await.map_err(said)?;
    assert_eq!(server(&admin).await?, before);
    let states = admin.states()?;
    assert_eq!(states[4..], [StageState::InProgress, StageState::CannotStart]);
    assert_eq!(act(&admin.job()?), FooterAction::Compare);
    let again = admin.undoes().await.map_err(|symptom| symptom.entry().id);
    assert_eq!(again, Err("nothing-to-undo"));
    admin.ends(WHOLE)
}

#[tokio::test]
async fn the_job_goes_through_over_https_with_the_servers_own_ca() -> Result<()> {
    let options = sourcerer_practice::PracticeOptions { tls: true, ..sourcerer_practice::PracticeOptions::default() };
    let mut admin = Admin::begins(World::started(options).await?);
    admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    assert_eq!(admin.states()?, [StageState::Done; 6]);
    let callback = admin.stored_job()?.urls().context("the URLs")?.callback;
    assert!(callback.starts_with("https://127.0.0.1:"), "{callback}");

    // Without the CA's file the server isn't trusted.
    admin.edit(|job| job.server.ca_file = None);
    admin.checks_the_server_again().await?;
    let job = admin.job()?;
    assert_eq!(job.server.problem.context("a problem")?.id, "server-tls-untrusted");
    assert_eq!(admin.states()?[0], StageState::NeedsAttention);
    admin.ends(WHOLE)
}
