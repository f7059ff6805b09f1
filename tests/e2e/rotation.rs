//! A rotation of the Client Secret, page by page: everything is checked first, the secret is regenerated at X, one
//! write changes it on the server, and the job replaces the old one. If it stops on the way, it says how far it is and
//! can continue.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::{ExposeSecret, SecretString};
use sourcerer_core::job::credentials::{Override, client_secret};
use sourcerer_core::job::rotation::{self, RotationPage, RotationStep};
use sourcerer_core::job::status::StageState;
use sourcerer_core::job::{Environment, Mode, Session, Subject, View, leave};
use sourcerer_practice::person::BrowserSession;
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, WRITE, writes};
use sourcerer_tests::world::World;
use url::Url;

impl Admin {
    fn rotation(&self) -> Result<RotationPage> {
        Ok(*View::new(&self.environment, &self.session).rotation.context("a rotation")?)
    }

    async fn begins_to_renew(&mut self) -> Result<RotationPage> {
        let (job, support) = (self.stored_job()?, self.session.support.clone());
        let begun = rotation::begin(&self.environment, Subject::Job, Some(&job), &support).await.map_err(said)?;
        self.merge(|session| session.begin_rotation(begun));
        ensure!(self.rotation()?.step == RotationStep::Ready);
        self.looks_whether_all_is_ready().await
    }

    async fn looks_whether_all_is_ready(&mut self) -> Result<RotationPage> {
        let rotation = self.session.rotation.as_mut().context("a rotation")?;
        ensure!(rotation.begin_check(), "it can be looked");
        let (job, at_hand) = rotation.readiness_inputs();
        let ready = Box::pin(rotation::check_readiness(&self.environment, &job, at_hand.as_ref(), &mut |_| ())).await;
        self.session.rotation.as_mut().context("a rotation")?.merge_readiness(ready);
        self.rotation()
    }

    /// Regenerates the secret at X, and confirms it.
    fn regenerates(&mut self) -> Result<SecretString> {
        let id = self.stored_job()?.credentials.client_id.context("a Client ID")?;
        let renewed = self.world.practice().x.regenerate(&id).context("an app")?;
        let environment = self.environment.clone();
        self.session.rotation.as_mut().context("a rotation")?.mark_regenerated(&environment);
        Ok(renewed.client_secret)
    }

    async fn pastes_the_new(&mut self, text: &SecretString) -> Result<RotationPage> {
        let environment = self.environment.clone();
        self.session.rotation.as_mut().context("a rotation")?.paste(&environment, text, Override::No);
        self.asks_about_the_new().await
    }

    async fn asks_about_the_new(&mut self) -> Result<RotationPage> {
        let rotation = self.session.rotation.as_mut().context("a rotation")?;
        if let Some((job, secret)) = rotation.begin_asking() {
            ensure!(self.rotation()?.asking);
            let outcome = Box::pin(rotation::review_secret(&self.environment, &job, &secret)).await;
            self.session.rotation.as_mut().context("a rotation")?.merge_review(&secret, outcome);
        }
        self.merge(|_| ());
        self.rotation()
    }

    async fn pushes_the_new(&mut self) -> Result<RotationPage> {
        let rotation = self.session.rotation.as_mut().context("a rotation")?;
        let run = rotation.run();
        let (looked, since) = rotation.begin_push().context("something that can be pushed")?;
        ensure!(self.rotation()?.pushing && !self.rotation()?.bar.ready);
        let open = self.session.job.clone();
        let outcome = Box::pin(rotation::push(&self.environment, open.as_ref(), &looked, since, &mut |_| ())).await;
        let environment = self.environment.clone();
        self.merge(|session| session.merge_rotation(&environment, run, &looked, outcome));
        self.rotation()
    }
}

async fn pushed() -> Result<Admin> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    ensure!(admin.job()?.rotatable, "a pushed job with a token");
    Ok(admin)
}

fn ends(admin: Admin) -> Result<()> {
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, OUTSIDE, SIGN_IN])
}

fn diagnosis(page: &RotationPage) -> Option<&str> {
    page.problem.as_ref().map(|problem| problem.id.as_str())
}

#[tokio::test]
async fn a_new_secret_goes_over_in_one_write_and_takes_the_old_ones_place() -> Result<()> {
    let mut admin = Box::pin(pushed()).await?;
    let before = writes(&admin.world.log().all());
    let old = client_secret(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    let page = Box::pin(admin.begins_to_renew()).await?;
    ensure!(page.step == RotationStep::Regenerate && page.ready.len() == 3 && !page.at_hand, "{page:#?}");
    ensure!(!page.half_done && page.since.is_none(), "nothing is done yet: {page:#?}");

    let new = admin.regenerates()?;
    let page = admin.rotation()?;
    ensure!(page.step == RotationStep::Paste && page.half_done && page.exact && !page.bar.ready, "{page:#?}");
    let page = Box::pin(admin.pastes_the_new(&new)).await?;
    ensure!(page.step == RotationStep::Push && page.bar.ready && page.problem.is_none(), "{page:#?}");
    let plan = page.plan.context("a plan")?;
    ensure!(plan.changes.len() == 1 && plan.changes[0].fields.len() == 1, "the secret and nothing else: {plan:#?}");

    let page = Box::pin(admin.pushes_the_new()).await?;
    let done = page.done.context("done")?;
    ensure!(page.step == RotationStep::Done && !page.half_done, "{:?}", page.step);
    ensure!(done.says.id == "rotation-gap" && done.login && done.unseen.is_none(), "{done:#?}");
    ensure!(done.findings.iter().all(|finding| finding.diagnosis.is_none()), "{done:#?}");
    ensure!(done.kept.id == "rotation-kept" && done.kept_problem.is_none(), "{done:#?}");
    ensure!(writes(&admin.world.log().all()).len() == before.len() + 1);

    // The job has the new secret in place of the old one, and knows that it was pushed.
    let kept = client_secret(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    ensure!(text(&kept) == text(&new) && text(&kept) != text(&old));
    let states = admin.states()?;
    ensure!(states[3] == StageState::Done && states[5] == StageState::Done, "{states:?}");
    comes_in(&admin).await?;
    admin.session.end_rotation();
    ensure!(View::new(&admin.environment, &admin.session).rotation.is_none());
    ends(admin)
}

#[tokio::test]
async fn what_x_refuses_the_old_one_and_what_is_no_secret_arent_pushed() -> Result<()> {
    let mut admin = Box::pin(pushed()).await?;
    let before = writes(&admin.world.log().all());
    let old = client_secret(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    let old = text(&old);
    Box::pin(admin.begins_to_renew()).await?;
    let new = admin.regenerates()?;

    let page = Box::pin(admin.pastes_the_new(&SecretString::from(old.as_str()))).await?;
    ensure!(page.step == RotationStep::Paste && page.problem.is_none(), "{page:#?}");
    ensure!(page.says.as_ref().is_some_and(|says| says.id == "rotation-same-refused"), "{page:#?}");

    let other = admin.world.register(Vec::new(), "https://other.example".to_owned());
    let page = Box::pin(admin.pastes_the_new(&other.client_secret)).await?;
    ensure!(diagnosis(&page) == Some("x-secret-refused") && page.plan.is_none(), "{page:#?}");

    // A value that looks like something else is set aside, and the last secret stays.
    let page = Box::pin(admin.pastes_the_new(&SecretString::from("https://console.x.com/apps"))).await?;
    ensure!(page.aside && page.ending.is_some(), "{page:#?}");
    ensure!(admin.session.rotation.as_mut().context("a rotation")?.begin_push().is_none());

    let page = Box::pin(admin.pastes_the_new(&new)).await?;
    ensure!(page.step == RotationStep::Push && !page.aside, "{page:#?}");
    ensure!(writes(&admin.world.log().all()) == before);
    let page = Box::pin(admin.pushes_the_new()).await?;
    ensure!(page.done.is_some(), "{page:#?}");
    ends(admin)
}

#[tokio::test]
async fn a_push_that_stops_says_what_stands_and_goes_on_with_the_same_secret() -> Result<()> {
    let mut admin = Box::pin(pushed()).await?;
    Box::pin(admin.begins_to_renew()).await?;
    let new = admin.regenerates()?;
    Box::pin(admin.pastes_the_new(&new)).await?;
    // The token expires between the check and the push.
    let token = admin.world.practice().authentik.renew_token();
    let page = Box::pin(admin.pushes_the_new()).await?;
    ensure!(page.stands.as_ref().is_some_and(|stands| stands.id == "rotation-stands-old"), "{page:#?}");
    ensure!(diagnosis(&page) == Some("api-token-refused") && page.half_done, "{page:#?}");
    ensure!(page.step == RotationStep::Paste && page.bar.ready && page.ending.is_some(), "{page:#?}");

    // Another rotation from elsewhere doesn't replace it.
    let run = admin.session.rotation.as_ref().context("a rotation")?.run();
    let (job, support) = (admin.stored_job()?, admin.session.support.clone());
    let begun = rotation::begin(&admin.environment, Subject::Job, Some(&job), &support).await.map_err(said)?;
    admin.session.begin_rotation(begun);
    ensure!(admin.session.rotation.as_ref().context("a rotation")?.run() == run);

    admin.world.pass(60);
    Box::pin(admin.checks_the_server_with(&token)).await?;
    let page = Box::pin(admin.asks_about_the_new()).await?;
    ensure!(page.step == RotationStep::Push && page.stands.is_none(), "{page:#?}");
    let page = Box::pin(admin.pushes_the_new()).await?;
    ensure!(page.done.is_some_and(|done| done.kept_problem.is_none()));
    ends(admin)
}

#[tokio::test]
async fn a_secret_at_hand_that_never_reached_the_server_is_pushed_without_another() -> Result<()> {
    let mut admin = Box::pin(pushed()).await?;
    // The secret was regenerated, and the new one was entered only into this job.
    let id = admin.stored_job()?.credentials.client_id.context("a Client ID")?;
    let renewed = admin.world.practice().x.regenerate(&id).context("an app")?;
    admin.pastes(&renewed).await?;
    let page = Box::pin(admin.begins_to_renew()).await?;
    ensure!(page.at_hand && page.step == RotationStep::Regenerate, "{page:#?}");
    let environment = admin.environment.clone();
    ensure!(admin.session.rotation.as_mut().context("a rotation")?.use_available_secret(&environment));
    let page = Box::pin(admin.asks_about_the_new()).await?;
    ensure!(page.step == RotationStep::Push, "{page:#?}");
    let page = Box::pin(admin.pushes_the_new()).await?;
    ensure!(page.done.is_some_and(|done| done.says.id == "rotation-gap-at-least"));
    comes_in(&admin).await?;
    ends(admin)
}

#[tokio::test]
async fn a_new_secret_that_closing_would_lose_is_stored_and_pushed_after_the_next_start() -> Result<()> {
    let mut admin = Box::pin(pushed()).await?;
    Box::pin(admin.begins_to_renew()).await?;
    let renewed = admin.regenerates()?;
    let page = Box::pin(admin.pastes_the_new(&renewed)).await?;
    ensure!(page.step == RotationStep::Push, "{page:#?}");

    // Practice has no keyring and asks nobody. What follows is as in real mode, with the practice servers.
    let real = Environment { world: Mode::Real, ..admin.environment.clone() };
    ensure!(!leave::ask(&real, &real, &mut admin.session), "nobody is asked");
    let asked = |admin: &Admin| View::new(&real, &admin.session).leave.context("a question");
    let question = asked(&admin)?;
    ensure!(question.storable && question.losses.iter().any(|loss| loss.id == "leave-rotation-secret"), "{question:?}");
    let (job, secret) = leave::storable(&real, &admin.session).context("a secret to store")?;
    let stored = leave::store(&real, &job, &secret).await;
    leave::merge_stored(&real, &mut admin.session, &job, stored);
    let question = asked(&admin)?;
    ensure!(
        !question.storable && question.losses.iter().any(|loss| loss.id == "leave-rotation-stored"),
        "{question:?}"
    );

    // The next run knows nothing of the rotation. It finds the secret where the job says, and pushes it.
    admin.session = Session::with_job(admin.stored_job()?);
    let page = Box::pin(admin.begins_to_renew()).await?;
    ensure!(page.at_hand && page.step == RotationStep::Regenerate, "{page:#?}");
    let environment = admin.environment.clone();
    ensure!(admin.session.rotation.as_mut().context("a rotation")?.use_available_secret(&environment));
    Box::pin(admin.asks_about_the_new()).await?;
    let page = Box::pin(admin.pushes_the_new()).await?;
    ensure!(page.done.is_some(), "{page:#?}");
    comes_in(&admin).await?;
    ends(admin)
}

#[tokio::test]
async fn before_the_source_is_there_nobody_is_told_to_press_regenerate() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    let page = Box::pin(admin.begins_to_renew()).await?;
    ensure!(page.step == RotationStep::Ready && diagnosis(&page) == Some("source-missing"), "{page:#?}");
    ensure!(page.ready.is_empty() && !page.legs.is_empty(), "{page:#?}");
    ends(admin)
}

/// A visitor in a new browser. authentik doesn't tell the visitor that it got no token.
async fn comes_in(admin: &Admin) -> Result<()> {
    let (practice, world) = (admin.world.practice(), admin.world.practice().world().clone());
    let button = Url::parse(&format!("{}/source/oauth/login/{}/", practice.authentik.base(), world.slug))?;
    let page = Box::pin(BrowserSession::new(world.x, world.ca_file.as_deref())?.visit(&button)).await?;
    ensure!(!page.html.contains("Could not retrieve token"), "{}", page.html);
    Ok(())
}

fn text(secret: &impl ExposeSecret<str>) -> String {
    secret.expose_secret().to_owned()
}
