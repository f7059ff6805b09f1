//! A job with everything that it can contain, done with the practice servers, and its files.

use super::plain::Normalizer;
use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::address;
use sourcerer_core::credentials::PasteField;
use sourcerer_core::fleet::RowProgress;
use sourcerer_core::fleet::{self, FleetLimits};
use sourcerer_core::job::navigation;
use sourcerer_core::job::report as job_report;
use sourcerer_core::job::source_check::{self, SourceCheck};
use sourcerer_core::job::source_stage::{self, SourceStageChoice};
use sourcerer_core::job::{
    self, Environment, Fleet, Remedy, SecretLocation, Subject, handover, push, repair, set_remedy, xapp,
};
use sourcerer_core::net::Trace;
use sourcerer_core::report::ReportFormat;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::browser::Browser;
use sourcerer_practice::x::XAccount;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{
    APPROACH, ASK_X, COMPARE, EMBED, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, MAPPINGS, OUTSIDE, REPAIR, SIGN_IN,
    UNDO, WRITE,
};
use sourcerer_tests::world::World;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const WANTED: &[&[ExpectedRequest]] =
    &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, MAPPINGS, EMBED, UNDO, OUTSIDE, SIGN_IN, REPAIR, APPROACH];

/// The variable with the folder into which the walk's files are copied: the fixtures of a later version come from here.
/// See `tests/fixtures/stored/README.md`.
const KEEP: &str = "SOURCERER_STORED_FIXTURES";

/// An environment that saves the job although its servers are practice ones, because practice saves none.
fn real(environment: &Environment) -> Environment {
    Environment { world: job::Mode::Real, ..environment.clone() }
}

/// All choices that a person can make up to the review.
async fn enters_all(admin: &mut Admin) -> Result<()> {
    admin.edit(|job| {
        job.names.typed.email = true;
        job.names.typed.scopes = "like.read".to_owned();
        job.names.typed.terms = "https://company.example/terms".to_owned();
        job.names.typed.privacy = "https://company.example/privacy".to_owned();
        set_remedy(job, Remedy::Internal, true);
        set_remedy(job, Remedy::UserName, true);
    });
    Box::pin(admin.comes_to_the_live_test()).await?;
    let urls = admin.stored_job()?.urls().context("the URLs")?;
    admin.edit(|job| xapp::paste(job, &format!("{}\n{}\n", urls.callback, urls.test_callback)));
    Box::pin(admin.tests_the_sign_in()).await.map_err(said)?;
    admin.goes_on();
    let looked = source_stage::read_flows(&admin.environment, &admin.stored_job()?).await;
    admin.merge(|session| session.edit_only(|job| source_stage::merge_snapshot(job, looked)));
    admin.edit(|job| {
        let flow = "default-authentication-flow".to_owned();
        source_stage::merge_choice(job, SourceStageChoice { wanted: true, flow, after: None, minutes: 15 });
    });
    let after = admin.job()?.source_stage.places.get(1).and_then(|place| place.after.clone());
    admin.edit(|job| {
        let flow = "default-authentication-flow".to_owned();
        source_stage::merge_choice(job, SourceStageChoice { wanted: true, flow, after, minutes: 15 });
    });
    Ok(())
}

/// The push, the checks after it, and a visitor.
async fn pushes_and_verifies(admin: &mut Admin) -> Result<()> {
    admin.compares().await?;
    admin.pushes().await?;
    ensure!(admin.job()?.push.done.is_some(), "{:#?}", admin.job()?.push);
    admin.goes_on();
    // The report contains the requests from here on: an exchange of each kind, and not hundreds.
    admin.environment.trace = Trace::default();
    admin.checks_from_outside().await.map_err(said)?;
    admin.signs_in().await.map_err(said)?;
    admin.edit(|job| {
        job.verify.ticked = ["callback", "token"].map(str::to_owned).into();
    });
    Ok(())
}

/// Changes a field of the source, undoes everything, pushes again, and restores the lost link, so that the journal has
/// every kind of write.
async fn changes_undoes_and_repairs(admin: &mut Admin) -> Result<()> {
    admin.world.pass(60);
    admin.edit(|job| {
        job.names.typed.name = "Company X".to_owned();
        navigation::agree_to_names(job);
    });
    admin.compares().await?;
    admin.pushes().await?;
    ensure!(admin.job()?.push.done.is_some(), "{:#?}", admin.job()?.push);
    for _ in 0..2 {
        admin.world.pass(60);
        admin.undoes().await.map_err(said)?;
    }
    admin.world.pass(60);
    admin.compares().await?;
    admin.pushes().await?;
    let looked = repair::read_links(&admin.environment, &admin.stored_job()?).await;
    admin.merge(|session| session.edit_only(|job| repair::merge_snapshot(job, looked)));
    let page = admin.job()?.repair;
    let person = page.people.first().cloned().context("somebody who lost a link")?;
    let id = person.id.clone().context("the number")?;
    admin.edit(|job| repair::accept_table(job, &format!("{},{id}", person.username)));
    admin.edit(|job| repair::set_agreed(job, person.user, &id, true));
    admin.world.pass(60);
    admin.compares().await?;
    admin.pushes().await?;
    ensure!(admin.job()?.push.done.is_some(), "{:#?}", admin.job()?.push);
    admin.checks_from_outside().await.map_err(said)?;
    // In the first browser a user is signed in already.
    admin.environment.opener = Arc::new(Browser::of(admin.world.practice())?);
    admin.signs_in().await.map_err(said)?;
    let looked = repair::read_links(&admin.environment, &admin.stored_job()?).await;
    admin.merge(|session| session.edit_only(|job| repair::merge_snapshot(job, looked)));
    admin.edit(|job| repair::accept_table(job, "somebody,12"));
    Ok(())
}

/// Checks the source after another admin has changed it and with another app's Client ID, and a list that contains it.
/// Each check stores its findings.
async fn looks_from_elsewhere(admin: &Admin) -> Result<()> {
    let mut support = SourceCheck::default();
    let (base, slug) = (admin.world.practice().authentik.base().to_owned(), admin.stored_job()?.names.typed.slug);
    support.merge_input(format!("{base}/source/oauth/callback/{slug}/"), String::new(), false);
    let token = admin.world.token().clone();
    let body = json!({ "provider_type": "twitter", "user_matching_mode": "username_link" });
    Raw::new(&base, &token).patch(&format!("/api/v3/sources/oauth/{slug}/"), &body).await?;
    let other = SecretString::from("cFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpjaQ");
    source_check::pair(&admin.environment, &mut support, PasteField::ClientId, &other);
    support.take_token(source_check::token(&admin.environment, &support, &token, SecretLocation::Memory).await);
    let found = Box::pin(source_check::run(&admin.environment, &support, &mut |_| ())).await.map_err(said)?;
    source_check::record_and_compare(&admin.environment, &support, &found).map_err(said)?;

    let list = fleet::parse(format!("{base},{slug}\n{base},no\n").as_bytes(), address::HttpPolicy::LoopbackOnly, None);
    let entries = list.entries.clone();
    let mut fleet = Fleet::default();
    fleet.load(list, None);
    let work = fleet.begin(false).context("a run")?;
    let mut changed = job::fleet::compare_with_last(&admin.environment, "the list").map_err(said)?;
    let mut found = Vec::new();
    job::fleet::run(
        &admin.environment,
        &work,
        FleetLimits { total: 1, per_host: 1 },
        &mut |RowProgress { row, result: checked }| {
            found.push((row, checked.verdict));
        },
    )
    .await;
    for (row, verdict) in &found {
        changed.is_new(&entries[*row as usize], verdict);
    }
    changed.keep(true).map_err(said)
}

/// Collects the files with their paths below the folder, in order.
fn files(folder: &Path, below: &Path, all: &mut Vec<(String, String)>) -> Result<()> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(below)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            files(folder, &entry, all)?;
        } else if entry.extension().is_some_and(|ending| ending != "lock") {
            let name = entry.strip_prefix(folder)?.display().to_string();
            all.push((name, fs::read_to_string(&entry)?));
        }
    }
    Ok(())
}

/// The values of a file, with everything replaced that differs from run to run.
fn shown(name: &str, text: &str, plain: &mut Normalizer) -> Result<(String, Value)> {
    let value = serde_json::from_str(text).with_context(|| format!("{name}: {text}"))?;
    Ok((plain.text(name), plain.value(value)))
}

#[tokio::test]
async fn a_whole_job_leaves_these_files() -> Result<()> {
    let world = World::started(PracticeOptions { licensed: true, ..PracticeOptions::default() }).await?;
    let (environment, saves) = (world.environment(), real(&world.environment()));
    world.practice().x.set_person(XAccount::default());
    let mut admin = Admin::begins_at(world, environment, saves).keeps_secrets_in(SecretLocation::Memory);
    Box::pin(enters_all(&mut admin)).await?;
    Box::pin(pushes_and_verifies(&mut admin)).await?;
    admin.compares().await?;
    let report = || job_report::ask(&admin.environment, &admin.session, Subject::Job);
    let report = job_report::text(&admin.environment, report(), ReportFormat::Json, false).await.map_err(said)?;
    Box::pin(changes_undoes_and_repairs(&mut admin)).await?;
    let mut job = admin.stored_job()?;
    let file = handover::export(&admin.environment, &mut job).await.map_err(said)?;
    admin.merge(|session| session.job = Some(job));
    Box::pin(looks_from_elsewhere(&admin)).await?;
    ensure!(push::is_done(&admin.stored_job()?));

    let data = admin.environment.folder.clone();
    let mut all = Vec::new();
    files(&data, &data, &mut all)?;
    all.push((file.suggested_name(), file.text()));
    all.push(("report.json".to_owned(), report));
    if let Some(folder) = env::var_os(KEEP).map(PathBuf::from) {
        for (name, text) in &all {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            fs::write(path, text)?;
        }
    }
    let job = admin.stored_job()?;
    let mut plain = Normalizer::of(&admin.world, &job);
    for (name, text) in all {
        let (name, value) = shown(&name, &text, &mut plain)?;
        let ending = name.rsplit('/').next_back().filter(|folder| *folder != name).unwrap_or(&name).to_owned();
        insta::assert_json_snapshot!(ending.replace('.', "-"), value);
    }
    admin.ends(WANTED)
}
