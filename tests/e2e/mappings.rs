//! The email address from X, and the two remedies: from the switch to the user that authentik creates, and back again.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use sourcerer_core::authentik::{ApiObject, ObjectKind, ProductMapping, User, suffix_handle};
use sourcerer_core::job::forecast::ForecastVerdict;
use sourcerer_core::job::{self, AccessPolicy, JobView, Remedy};
use sourcerer_core::plan::{ChangeAction, MappingOutcome, PlanState};
use sourcerer_practice::person;
use sourcerer_practice::x::XAccount;
use sourcerer_tests::requests::{
    ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, MAPPINGS, OUTSIDE, SIGN_IN, UNDO, WRITE,
};
use sourcerer_tests::world::World;
use url::Url;

const ALL: &[&[ExpectedRequest]] = &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS, UNDO, OUTSIDE, SIGN_IN];
/// A local user of the practice authentik.
const TAKEN: &str = "practice-limited";

/// A job for this person that is at the live test, with email on.
async fn begins(person: XAccount, who: AccessPolicy) -> Result<Admin> {
    let mut admin = Admin::begins(World::new().await?);
    admin.world.practice().x.set_person(person);
    admin.edit(|job| {
        job.names.typed.email = true;
        job.names.typed.who = who;
    });
    Box::pin(admin.comes_to_the_live_test()).await?;
    Box::pin(admin.tests_the_sign_in()).await.map_err(said)?;
    Ok(admin)
}

fn foretold(job: &JobView) -> Result<ForecastVerdict> {
    Ok(job.signin.forecast.as_ref().context("a forecast")?.verdict)
}

fn offered(job: &JobView) -> Vec<(Remedy, bool)> {
    job.signin.remedies.iter().map(|offer| (offer.remedy, offer.on)).collect()
}

async fn mappings(admin: &Admin) -> Result<Vec<String>> {
    let all = admin.client().await?.objects(ObjectKind::Mapping).await?;
    Ok(all.iter().map(ApiObject::name).map(str::to_owned).collect())
}

/// The person of the practice X presses the button in a new browser.
async fn visits(admin: &Admin) -> Result<()> {
    let world = admin.world.practice().world().clone();
    let base = admin.world.practice().authentik.base();
    let slug = admin.stored_job()?.names.typed.slug;
    let button = Url::parse(&format!("{base}/source/oauth/login/{slug}/"))?;
    person::BrowserSession::new(world.x.clone(), world.ca_file.as_deref())?.visit(&button).await?;
    Ok(())
}

async fn user(admin: &Admin, name: &str) -> Result<User> {
    admin.client().await?.user_by_name(name).await?.with_context(|| format!("a user called {name}"))
}

#[tokio::test]
async fn a_new_user_has_the_address_and_is_let_in() -> Result<()> {
    let person = XAccount { username: "ana_new".to_owned(), ..XAccount::default() };
    let address = person.confirmed_email.clone().context("an address")?;
    let mut admin = begins(person, AccessPolicy::Anyone).await?;
    let job = admin.job()?;
    ensure!(
        foretold(&job)? == ForecastVerdict::External && offered(&job) == [(Remedy::Internal, false)],
        "{:?}",
        job.signin
    );
    admin.edit(|job| job::set_remedy(job, Remedy::Internal, true));
    let job = admin.job()?;
    ensure!(
        foretold(&job)? == ForecastVerdict::Enrol && offered(&job) == [(Remedy::Internal, true)],
        "{:?}",
        job.signin
    );

    Box::pin(admin.compares()).await?;
    Box::pin(admin.pushes()).await?;
    let done = admin.job()?.push.done.context("a push")?;
    ensure!(done.written == 4, "{done:?}");
    ensure!(done.tests.len() == 2 && done.tests.iter().all(|test| test.outcome == MappingOutcome::Ran), "{done:?}");
    Box::pin(admin.checks_from_outside()).await.map_err(said)?;
    Box::pin(admin.signs_in()).await.map_err(said)?;
    let made = user(&admin, "ana_new").await?;
    ensure!(made.email == address && made.kind == "internal", "{made:?}");
    // A second comparison finds nothing to do.
    Box::pin(admin.compares()).await?;
    let plan = admin.job()?.push.plan.context("a plan")?;
    ensure!(plan.state == PlanState::AlreadyAsItShouldBe, "{plan:#?}");

    Box::pin(admin.undoes()).await.map_err(said)?;
    ensure!(mappings(&admin).await?.is_empty(), "an undo takes the mappings away");
    admin.ends(ALL)
}

#[tokio::test]
async fn a_taken_name_gets_the_number_in_place_of_a_dead_end() -> Result<()> {
    let person = XAccount { username: TAKEN.to_owned(), ..XAccount::default() };
    let other = suffix_handle(TAKEN, &person.id);
    let mut admin = begins(person, AccessPolicy::Anyone).await?;
    let job = admin.job()?;
    ensure!(
        foretold(&job)? == ForecastVerdict::Stop && offered(&job) == [(Remedy::UserName, false)],
        "{:?}",
        job.signin
    );
    admin.edit(|job| job::set_remedy(job, Remedy::UserName, true));
    let job = admin.job()?;
    ensure!(foretold(&job)? == ForecastVerdict::External, "{:?}", job.signin.forecast);
    ensure!(offered(&job) == [(Remedy::Internal, false), (Remedy::UserName, true)], "{:?}", job.signin.remedies);
    Box::pin(admin.compares()).await?;
    Box::pin(admin.pushes()).await?;
    for _ in 0..2 {
        visits(&admin).await?;
    }
    let made = user(&admin, &other).await?;
    ensure!(made.kind == "external", "{made:?}");
    ensure!(admin.client().await?.user_by_name(&format!("{other}-1")).await?.is_none());
    admin.ends(ALL)
}

#[tokio::test]
async fn who_has_the_address_of_a_user_signs_in_as_them() -> Result<()> {
    let akadmin = "akadmin@authentik.example";
    for (address, verdict, as_whom) in [
        (Some(akadmin), ForecastVerdict::Takeover, Some("akadmin")),
        (Some("Akadmin@authentik.example"), ForecastVerdict::External, Some("ana_mail")),
        (None, ForecastVerdict::Refuse, None),
    ] {
        let person = XAccount {
            username: "ana_mail".to_owned(),
            confirmed_email: address.map(str::to_owned),
            ..XAccount::default()
        };
        let mut admin = begins(person, AccessPolicy::EmailLink).await?;
        ensure!(foretold(&admin.job()?)? == verdict, "{address:?}: {:?}", admin.job()?.signin.forecast);
        Box::pin(admin.compares()).await?;
        Box::pin(admin.pushes()).await?;
        visits(&admin).await?;
        let client = admin.client().await?;
        let events = client.events(&["login"]).await?;
        let newest = events.first().map(|event| event.user.username.clone());
        ensure!(newest.as_deref() == as_whom, "{address:?}: {newest:?}");
        admin.ends(ALL)?;
    }
    Ok(())
}

#[tokio::test]
async fn switched_off_the_mapping_is_let_go() -> Result<()> {
    let mut admin =
        begins(XAccount { username: "ana_off".to_owned(), ..XAccount::default() }, AccessPolicy::Anyone).await?;
    Box::pin(admin.compares()).await?;
    Box::pin(admin.pushes()).await?;
    admin.edit(|job| job.names.typed.email = false);
    Box::pin(admin.compares()).await?;
    let plan = admin.job()?.push.plan.context("a plan")?;
    ensure!(plan.notes.iter().any(|note| note.id == "plan-note-mapping-stays"), "{plan:#?}");
    let changed: Vec<_> = plan.changes.iter().filter(|change| change.action == ChangeAction::Change).collect();
    ensure!(changed.len() == 1 && changed[0].id == "source", "{plan:#?}");
    Box::pin(admin.pushes()).await?;
    let source = admin.client().await?.sources().await?.pop().context("the source")?;
    ensure!(source.user_property_mappings.is_empty() && source.additional_scopes.is_empty(), "{source:?}");
    ensure!(
        mappings(&admin).await? == [ProductMapping::Email.name(&admin.stored_job()?.names.slug().context("a slug")?)]
    );
    // The undo binds the mapping again.
    Box::pin(admin.undoes()).await.map_err(said)?;
    let source = admin.client().await?.sources().await?.pop().context("the source")?;
    ensure!(source.user_property_mappings.len() == 1, "{source:?}");
    admin.ends(ALL)
}
