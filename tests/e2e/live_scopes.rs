//! The live test asks X for what the server asks, also where the server asks for more than the source is set to.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use sourcerer_core::diagnosis::Cause;
use sourcerer_core::portal::scopes::EMAIL;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::faults::Fault;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, WRITE};
use sourcerer_tests::world::World;

const WANTED: &[&[ExpectedRequest]] = &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, OUTSIDE, SIGN_IN];

async fn with_release(release: &str, faults: &[Fault]) -> Result<Admin> {
    let faults = faults.iter().copied().collect();
    let options = PracticeOptions { release: release.parse()?, faults, ..PracticeOptions::default() };
    Ok(Admin::begins(World::started(options).await?))
}

fn asks_email(admin: &Admin) -> Result<bool> {
    let outcome = admin.job()?.signin.outcome.context("an outcome that is about what is entered")?;
    Ok(outcome.inputs.scopes.iter().any(|scope| scope == EMAIL))
}

#[tokio::test]
async fn of_a_source_that_was_pushed_the_live_redirect_decides() -> Result<()> {
    for (release, wanted) in [("2026.2", false), ("2026.8", true)] {
        // With X's switch off, no visitor of the newer release gets in.
        let mut admin = with_release(release, &[Fault::EmailSwitchOff]).await?;
        Box::pin(admin.comes_to_the_live_test()).await?;
        admin.tests_the_sign_in().await.map_err(said)?;
        ensure!(!asks_email(&admin)?, "{release}: nothing shows yet what the server asks");
        admin.goes_on();
        admin.compares().await?;
        admin.pushes().await?;
        admin.tests_the_sign_in().await.map_err(said)?;
        ensure!(asks_email(&admin)? == wanted, "{release}");
        let page = admin.job()?.signin;
        ensure!(page.problem.is_some() == wanted, "{release}: {:?}", page.problem);
        if wanted {
            let suspects = page.checklist.context("the causes")?.suspects;
            let of = |cause| suspects.iter().find(|suspect| suspect.cause == cause);
            let switch = of(Cause::EmailSwitchOff).context("the switch")?;
            ensure!(switch.ruled_out.is_none(), "{switch:?}");
        }
        admin.ends(WANTED)?;
    }
    Ok(())
}

#[tokio::test]
async fn before_the_first_push_another_source_shows_what_the_server_asks() -> Result<()> {
    for (scopes, release, wanted) in [("", "2026.8", true), ("users.email", "2026.2", false), ("", "2026.2", false)] {
        let mut admin = with_release(release, &[]).await?;
        let other = json!({
            "name": "Other X", "slug": "other", "provider_type": "twitter", "enabled": true,
            "consumer_key": "other", "consumer_secret": "secret-of-the-other-app", "additional_scopes": scopes,
        });
        let practice = admin.world.practice().authentik.base().to_owned();
        Raw::new(&practice, admin.world.token()).post("/api/v3/sources/oauth/", &other).await?;
        Box::pin(admin.comes_to_the_live_test()).await?;
        admin.tests_the_sign_in().await.map_err(said)?;
        ensure!(asks_email(&admin)? == wanted, "{release} {scopes:?}");
        admin.ends(WANTED)?;
    }
    Ok(())
}
