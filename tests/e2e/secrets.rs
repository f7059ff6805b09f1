//! A server that keeps Client Secrets as objects of their own, as drafted for 2026.11: the push, the rotation, the undo
//! and the checks, with and without the permission to see the value of a Secret.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use http::Method;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use sourcerer_core::job::{push, rotation};
use sourcerer_core::plan::{ChangeAction, ChangeTarget, ExistingSource, PlanState, PlanView};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SECRETS, SIGN_IN, UNDO, WRITE};
use sourcerer_tests::world::World;

const OWN: &str = "Sourcerer: Client Secret from X (x)";

async fn begins() -> Result<(Admin, TokenAuthentication)> {
    let options = PracticeOptions { release: "2026.11-draft".parse()?, ..PracticeOptions::default() };
    let mut admin = Admin::begins(World::started(options).await?);
    let pair = Box::pin(admin.comes_to_the_live_test()).await?;
    admin.goes_on();
    Ok((admin, pair))
}

fn ends(admin: Admin) -> Result<()> {
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, SECRETS, UNDO, OUTSIDE, SIGN_IN])
}

fn raw(admin: &Admin) -> Raw {
    let server = &admin.world.practice().authentik;
    Raw::new(server.base(), server.token())
}

/// The names of all Secrets.
async fn names(admin: &Admin) -> Result<Vec<String>> {
    let all = raw(admin).get("/api/v3/crypto/secrets/").await?;
    let names = all["results"].as_array().into_iter().flatten();
    Ok(names.filter_map(|secret| secret["name"].as_str().map(str::to_owned)).collect())
}

fn has(admin: &Admin, secret: &SecretString) -> bool {
    admin.world.practice().authentik.has_secret("x", secret)
}

fn plan(admin: &Admin) -> Result<PlanView> {
    admin.job()?.push.plan.context("a plan")
}

/// What the plan does to which kinds of objects, in order.
fn deeds(plan: &PlanView) -> Vec<(ChangeTarget, ChangeAction)> {
    plan.changes.iter().map(|change| (change.target, change.action)).collect()
}

async fn compares_and_pushes(admin: &mut Admin) -> Result<()> {
    admin.world.pass(60);
    admin.compares().await?;
    admin.pushes().await?;
    let stopped = admin.stored_job()?.push.stopped.is_some();
    ensure!(!stopped, "{:?}", admin.stored_job()?.push.stopped);
    Ok(())
}

#[tokio::test]
async fn a_push_shows_and_makes_the_secret_and_an_undo_takes_it_away() -> Result<()> {
    let (mut admin, pair) = Box::pin(begins()).await?;
    admin.compares().await?;
    let shown = plan(&admin)?;
    let wanted = [
        (ChangeTarget::Secret, ChangeAction::Create),
        (ChangeTarget::Source, ChangeAction::Create),
        (ChangeTarget::LoginPage, ChangeAction::Change),
    ];
    ensure!(deeds(&shown) == wanted, "{shown:#?}");
    let (secret, source) = (&shown.changes[0], &shown.changes[1]);
    ensure!(secret.fields.iter().any(|field| field.secret) && source.fields.iter().all(|field| !field.secret));
    let body = |at: usize| shown.changes[at].data.as_ref().and_then(|data| data.body.clone()).unwrap_or_default();
    ensure!(body(0).contains(OWN) && body(1).contains(&format!("‹{OWN}›")) && !body(1).contains("consumer_secret\""));

    admin.pushes().await?;
    ensure!(names(&admin).await? == [OWN] && has(&admin, &pair.client_secret));
    // A second run finds it.
    admin.world.pass(60);
    admin.compares().await?;
    ensure!(plan(&admin)?.state == PlanState::AlreadyAsItShouldBe, "{:#?}", plan(&admin)?);
    admin.undoes().await.map_err(said)?;
    ensure!(names(&admin).await?.is_empty(), "{:?}", names(&admin).await?);
    ends(admin)
}

#[tokio::test]
async fn a_push_that_stopped_behind_the_secret_goes_on_with_it() -> Result<()> {
    let (mut admin, pair) = Box::pin(begins()).await?;
    admin.compares().await?;
    // Somebody takes the permission to add a source away in between.
    admin.world.practice().authentik.give(Role::Rights(&[
        "authentik_sources_oauth.view_oauthsource",
        "authentik_flows.view_flow",
        "authentik_stages_identification.view_identificationstage",
        "authentik_brands.view_brand",
        "authentik_crypto.view_secret",
        "authentik_crypto.add_secret",
    ]));
    admin.pushes().await?;
    ensure!(admin.stored_job()?.push.stopped.is_some());
    admin.world.practice().authentik.give(Role::Superuser);
    ensure!(names(&admin).await? == [OWN]);
    compares_and_pushes(&mut admin).await?;
    ensure!(names(&admin).await? == [OWN], "no twin: {:?}", names(&admin).await?);
    ensure!(has(&admin, &pair.client_secret));
    ends(admin)
}

#[tokio::test]
async fn another_secret_goes_into_the_same_object_and_comes_back_where_it_can_be_read() -> Result<()> {
    for (reads, comes_back) in [(true, true), (false, false)] {
        let (mut admin, pair) = Box::pin(begins()).await?;
        compares_and_pushes(&mut admin).await?;
        if !reads {
            admin.world.practice().authentik.give(Role::Rights(WITHOUT_VALUE));
        }
        let renewed = admin.world.practice().x.regenerate(&pair.client_id).context("an app")?;
        admin.pastes(&renewed).await?;
        admin.compares().await?;
        let shown = plan(&admin)?;
        ensure!(deeds(&shown)[0] == (ChangeTarget::Secret, ChangeAction::Change), "{shown:#?}");
        ensure!(deeds(&shown)[1] == (ChangeTarget::Source, ChangeAction::Nothing), "{shown:#?}");
        let finals = shown.consequences.iter().filter(|one| one.words.id == "choices-secret-final").count();
        ensure!((finals == 0) == comes_back, "{shown:#?}");
        compares_and_pushes(&mut admin).await?;
        ensure!(has(&admin, &renewed.client_secret));
        admin.undoes().await.map_err(said)?;
        let back = if comes_back { &pair.client_secret } else { &renewed.client_secret };
        ensure!(has(&admin, back), "{reads}");
        admin.world.practice().authentik.give(Role::Superuser);
        ensure!(names(&admin).await? == [OWN]);
        ends(admin)?;
    }
    Ok(())
}

/// All that a setup needs, without the permission to see the value of a Secret.
const WITHOUT_VALUE: &[&str] = &[
    "authentik_sources_oauth.view_oauthsource",
    "authentik_sources_oauth.add_oauthsource",
    "authentik_sources_oauth.change_oauthsource",
    "authentik_sources_oauth.delete_oauthsource",
    "authentik_stages_identification.view_identificationstage",
    "authentik_stages_identification.change_identificationstage",
    "authentik_flows.view_flow",
    "authentik_brands.view_brand",
    "authentik_crypto.view_secret",
    "authentik_crypto.add_secret",
    "authentik_crypto.change_secret",
    "authentik_crypto.delete_secret",
];

#[tokio::test]
async fn another_app_gets_a_secret_of_its_own_so_that_the_pair_changes_in_one_write_and_comes_back() -> Result<()> {
    let (mut admin, pair) = Box::pin(begins()).await?;
    compares_and_pushes(&mut admin).await?;
    admin.world.practice().authentik.give(Role::Rights(WITHOUT_VALUE));
    let urls = admin.stored_job()?.urls().context("the URLs")?;
    let other = admin.world.register(vec![urls.callback, urls.test_callback], urls.website);
    admin.pastes(&other).await?;
    admin.compares().await?;
    let shown = plan(&admin)?;
    let wanted = [(ChangeTarget::Secret, ChangeAction::Create), (ChangeTarget::Source, ChangeAction::Change)];
    ensure!(deeds(&shown)[..2] == wanted, "{shown:#?}");
    let names_changed: Vec<_> = shown.changes[1].fields.iter().map(|field| field.name.as_str()).collect();
    ensure!(names_changed == ["consumer_key", "consumer_secret_ref"], "{names_changed:?}");
    ensure!(shown.notes.iter().any(|note| note.id == "plan-note-secret-left"), "{shown:#?}");
    admin.pushes().await?;
    ensure!(has(&admin, &other.client_secret));
    admin.undoes().await.map_err(said)?;
    ensure!(has(&admin, &pair.client_secret), "the undo brings the old pair back without seeing any value");
    admin.world.practice().authentik.give(Role::Superuser);
    ensure!(names(&admin).await? == [OWN], "{:?}", names(&admin).await?);
    let source = raw(&admin).get("/api/v3/sources/oauth/x/").await?;
    ensure!(source["consumer_key"] == pair.client_id, "{source}");
    ends(admin)
}

#[tokio::test]
async fn a_secret_that_was_changed_on_the_server_is_noticed_where_it_can_be_read() -> Result<()> {
    let (mut admin, _) = Box::pin(begins()).await?;
    compares_and_pushes(&mut admin).await?;
    let all = raw(&admin).get("/api/v3/crypto/secrets/").await?;
    let path = format!("/api/v3/crypto/secrets/{}/", all["results"][0]["pk"].as_str().unwrap_or_default());
    raw(&admin).json(Method::PATCH, &path, Some(&json!({ "value": "somebody-else-changed-it" }))).await?;
    admin.world.pass(60);
    admin.compares().await?;
    ensure!(deeds(&plan(&admin)?)[0] == (ChangeTarget::Secret, ChangeAction::Change), "{:#?}", plan(&admin)?);
    // Without the permission nobody can tell.
    admin.world.practice().authentik.give(Role::Rights(WITHOUT_VALUE));
    admin.world.pass(60);
    admin.compares().await?;
    ensure!(plan(&admin)?.state == PlanState::AlreadyAsItShouldBe, "{:#?}", plan(&admin)?);
    ends(admin)
}

#[tokio::test]
async fn a_missing_permission_is_named_before_anything_is_written() -> Result<()> {
    for lacks in ["authentik_crypto.add_secret", "authentik_crypto.view_secret"] {
        let (mut admin, _) = Box::pin(begins()).await?;
        let rights: Vec<&'static str> = WITHOUT_VALUE.iter().copied().filter(|right| *right != lacks).collect();
        admin.world.practice().authentik.give(Role::Rights(rights.leak()));
        admin.compares().await?;
        let page = admin.job()?.push;
        let told = serde_json::to_string(&page)?;
        ensure!(page.plan.is_none() && told.contains(lacks), "{lacks}: {told}");
        ends(admin)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_secret_of_several_sources_isnt_changed_for_one_of_another_app() -> Result<()> {
    let (mut admin, pair) = Box::pin(begins()).await?;
    compares_and_pushes(&mut admin).await?;
    let source = raw(&admin).get("/api/v3/sources/oauth/x/").await?;
    let twin = |slug: &str, key: &str| -> Value {
        json!({
            "name": "Other", "slug": slug, "provider_type": "twitter", "consumer_key": key,
            "consumer_secret_ref": source["consumer_secret_ref"],
        })
    };
    raw(&admin).post("/api/v3/sources/oauth/", &twin("same-app", &pair.client_id)).await?;
    let renewed = admin.world.practice().x.regenerate(&pair.client_id).context("an app")?;
    admin.pastes(&renewed).await?;
    admin.compares().await?;
    let shown = plan(&admin)?;
    ensure!(deeds(&shown)[0] == (ChangeTarget::Secret, ChangeAction::Change), "{shown:#?}");
    ensure!(shown.notes.iter().any(|note| note.id == "plan-note-secret-shared"), "{shown:#?}");

    raw(&admin).post("/api/v3/sources/oauth/", &twin("other-app", "another-id")).await?;
    admin.compares().await?;
    let shown = plan(&admin)?;
    ensure!(deeds(&shown)[0] == (ChangeTarget::Secret, ChangeAction::Create), "{shown:#?}");
    admin.pushes().await?;
    ensure!(has(&admin, &renewed.client_secret));
    ensure!(admin.world.practice().authentik.has_secret("other-app", &pair.client_secret), "it keeps its own");
    ends(admin)
}

#[tokio::test]
async fn a_rotation_changes_the_value_and_nothing_else_and_says_before_what_it_lacks() -> Result<()> {
    let (mut admin, pair) = Box::pin(begins()).await?;
    compares_and_pushes(&mut admin).await?;
    let ready = async |admin: &Admin| -> Result<rotation::Readiness> {
        let job = admin.stored_job()?;
        Ok(Box::pin(rotation::check_readiness(&admin.environment, &job, None, &mut |_| ())).await)
    };
    let without: Vec<&'static str> =
        WITHOUT_VALUE.iter().copied().filter(|right| *right != "authentik_crypto.change_secret").collect();
    admin.world.practice().authentik.give(Role::Rights(without.leak()));
    let problem = ready(&admin).await?.problem.context("a problem")?;
    ensure!(serde_json::to_string(&problem)?.contains("changeSecret"), "{problem:?}");
    // The source itself needn't be changed.
    admin.world.practice().authentik.give(Role::Rights(&[
        "authentik_sources_oauth.view_oauthsource",
        "authentik_flows.view_flow",
        "authentik_stages_identification.view_identificationstage",
        "authentik_crypto.view_secret",
        "authentik_crypto.change_secret",
    ]));
    let ready = ready(&admin).await?;
    ensure!(ready.problem.is_none() && ready.is_ready(), "{:?}", ready.problem);
    let renewed = admin.world.practice().x.regenerate(&pair.client_id).context("an app")?;
    let job = admin.stored_job()?;
    let secret = sourcerer_core::credentials::ClientSecret::from(renewed.client_secret.expose_secret());
    let looked = Box::pin(rotation::review_secret(&admin.environment, &job, &secret)).await.map_err(said)?;
    ensure!(deeds(&looked.plan.shown) == [(ChangeTarget::Secret, ChangeAction::Change)], "{:#?}", looked.plan.shown);
    let done = Box::pin(rotation::apply(&admin.environment, &looked, std::time::Instant::now(), &mut |_| ())).await;
    ensure!(done.is_ok(), "{:?}", done.err());
    ensure!(has(&admin, &renewed.client_secret));
    ends(admin)
}

#[tokio::test]
async fn a_source_of_somebody_elses_with_a_secret_keeps_it() -> Result<()> {
    let (mut admin, pair) = Box::pin(begins()).await?;
    let theirs = raw(&admin).post("/api/v3/crypto/secrets/", &json!({ "name": "Ours", "value": "an-old-one" })).await?;
    let source = json!({
        "name": "X", "slug": "x", "provider_type": "twitter", "consumer_key": pair.client_id,
        "consumer_secret_ref": theirs["pk"],
    });
    raw(&admin).post("/api/v3/sources/oauth/", &source).await?;
    admin.compares().await?;
    ensure!(plan(&admin)?.state == PlanState::NeedsConsent, "{:#?}", plan(&admin)?);
    admin.edit(|job| push::decide(job, ExistingSource::Change("x".to_owned())));
    admin.compares().await?;
    let shown = plan(&admin)?;
    let secret = shown.changes.iter().find(|change| change.target == ChangeTarget::Secret).context("a Secret")?;
    ensure!(secret.action == ChangeAction::Change && format!("{:?}", secret.title).contains("Ours"), "{secret:#?}");
    admin.pushes().await?;
    ensure!(names(&admin).await? == ["Ours"] && has(&admin, &pair.client_secret));
    ends(admin)
}
