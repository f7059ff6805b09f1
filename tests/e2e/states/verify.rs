//! Stage 6: the checks from outside, and each end of a test login.

use crate::states::file::States;
use crate::states::scene::Scene;
use anyhow::Result;
use http::Method;
use sourcerer_core::job::cleanup::TEST_CALLBACK;
use sourcerer_core::login::VisitorPage;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::faults::{Fault, Faults};
use sourcerer_tests::raw::Raw;

/// All rights that a setup needs, except the right to read events.
const NO_EVENTS: &[&str] = &[
    "authentik_sources_oauth.view_oauthsource",
    "authentik_sources_oauth.add_oauthsource",
    "authentik_sources_oauth.change_oauthsource",
    "authentik_flows.view_flow",
    "authentik_stages_identification.view_identificationstage",
    "authentik_stages_identification.change_identificationstage",
];

pub(super) async fn states() -> Result<States> {
    let (found, told, seen, linked) =
        tokio::try_join!(Box::pin(found()), Box::pin(told()), Box::pin(seen()), Box::pin(linked()),)?;
    Ok(found.and(told).and(seen).and(linked))
}

async fn found() -> Result<States> {
    let mut scene = Scene::with_plan(PracticeOptions::default()).await?;
    scene.admin.pushes().await?;
    scene.admin.goes_on();
    scene.take("unchecked")?;
    scene.checks_from_outside().await?;
    scene.take("fine")?;
    let mut states = scene.states;
    for (name, fault) in [("mismatch", Fault::ProxyLosesHttps), ("several", Fault::SourceDisabled)] {
        let faults = [fault].into_iter().collect();
        let mut scene = Scene::with_source(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
        scene.take(name)?;
        states = states.and(scene.states);
    }
    Ok(states)
}

/// The states in which the person reports what they see.
async fn told() -> Result<States> {
    let mut scene = Scene::with_source(PracticeOptions::default()).await?;
    // X has an outage for authentik only: it accepts the client credentials a moment later.
    scene.admin.world.practice().x.set_faults([Fault::Token503].into_iter().collect::<Faults>());
    scene.is_practice();
    let login = scene.logs_in(Some(VisitorPage::NoToken)).await?;
    scene.practises_no_more();
    scene.keeps(login);
    scene.take("unseen")?;
    scene.admin.edit(|job| {
        job.verify.login = None;
        job.server.token = None;
    });
    let login = scene.logs_in(Some(VisitorPage::OnlyInternal)).await?;
    scene.keeps(login);
    scene.take("told")?;
    Ok(scene.states)
}

/// The states in which the server's events show the result.
async fn seen() -> Result<States> {
    let mut scene = Scene::with_source(PracticeOptions::default()).await?;
    scene.takes_login_while("opened", |report| report.watches && !report.asks).await?;
    scene.takes_login_while("asked", |report| report.silent.is_some()).await?;
    let login = scene.logs_in(None).await?;
    scene.keeps(login);
    scene.admin.edit(|job| _ = job.verify.ticked.insert(TEST_CALLBACK.to_owned()));
    scene.take("finished")?;
    scene.admin.edit(|job| job.verify.login = None);
    scene.admin.world.practice().authentik.give(Role::Rights(NO_EVENTS));
    scene.takes_login_while("blind", |report| report.blind.is_some()).await?;
    Ok(scene.states)
}

/// A visitor who is signed in presses the button again, with another account at X.
async fn linked() -> Result<States> {
    let mut scene = Scene::with_source(PracticeOptions::default()).await?;
    let login = scene.logs_in(None).await?;
    scene.keeps(login);
    let raw = Raw::new(scene.admin.world.practice().authentik.base(), scene.admin.world.token());
    for link in raw.list("/api/v3/sources/user_connections/oauth/").await? {
        let path = format!("/api/v3/sources/user_connections/oauth/{}/", link["pk"]);
        raw.ask(Method::DELETE, &path, None).await?;
    }
    scene.sits_down("700000000000000009", "another_account");
    let login = scene.logs_in(None).await?;
    scene.keeps(login);
    scene.take("linked")?;
    scene.unlinks().await?;
    scene.take("unlinked")?;
    Ok(scene.states)
}
