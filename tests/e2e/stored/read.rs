//! Files from version 0.1.0 are read by this version without loss, and have the same meaning.

use crate::stored::every::lost;
use crate::stored::{FIXTURES, fixture};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug};
use sourcerer_core::diagnosis::Severity;
use sourcerer_core::fleet::{self, CheckMark, RowVerdict};
use sourcerer_core::i18n::Localizer;
use sourcerer_core::job::model::Access;
use sourcerer_core::job::model::Side;
use sourcerer_core::job::source_check::{self, SourceCheck};
use sourcerer_core::job::status::StageState;
use sourcerer_core::job::{self, Environment, Job, JobStore, Session, handover, stages};
use sourcerer_core::plan::{Journal, PushOutcome};
use sourcerer_core::report::{self, Report, ReportContext, ReportFormat, Secrets};
use sourcerer_core::signin::SignInEnding;
use sourcerer_core::stage::Stage;
use sourcerer_core::storage::{FileName, JsonStore};
use sourcerer_tests::world::World;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The version whose files are read.
const WRITER: &str = "0.1.0";

/// A machine with the files of that version, and the address of its only server.
async fn machine() -> Result<(World, Environment, ServerUrl)> {
    let world = World::new().await?;
    let environment = Environment { world: job::Mode::Real, ..world.environment() };
    copy(&Path::new(FIXTURES).join(WRITER), &environment.folder)?;
    let file: Value = serde_json::from_str(&written("jobs/job-20260504102030.json")?)?;
    let address = file["content"]["server"]["address"].as_str().context("an address")?;
    let url = ServerUrl::parse(address, HttpPolicy::LoopbackOnly).map_err(|error| anyhow::anyhow!("{error}"))?.url;
    Ok((world, environment, url))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

fn written(name: &str) -> Result<String> {
    fixture(&format!("{WRITER}/{name}"))
}

/// Compares a file with its content before it was read and written again.
fn is_whole(before: &str, after: &str) -> Result<()> {
    let lost = lost(&serde_json::from_str(before)?, &serde_json::from_str(after)?);
    ensure!(lost.is_empty(), "{lost:#?}");
    Ok(())
}

#[tokio::test]
async fn the_list_of_jobs_and_the_job_are_as_they_were() -> Result<()> {
    let (world, environment, url) = machine().await?;
    let session = Session::start(&environment);
    ensure!(session.notice.is_none() && session.job.is_none(), "{:?}", session.notice);
    let [card] = session.jobs.as_slice() else { anyhow::bail!("{:#?}", session.jobs) };
    ensure!(card.id == "job-20260504102030" && card.host.as_deref() == Some(url.host()), "{card:#?}");
    ensure!((card.name.as_str(), card.slug.as_str()) == ("Company X", "x"), "{card:#?}");
    ensure!((card.stage, card.state, card.pushed) == (Stage::Verify, StageState::Done, true), "{card:#?}");

    let job = JobStore::new(&environment).open(&card.id)?.context("the job")?;
    let states: Vec<_> = stages::all(&job).into_iter().map(|view| view.state).collect();
    ensure!(states == [StageState::Done; 6], "{states:?}");
    // It was pushed for anyone with an X account, and still is.
    ensure!(job.names.access == Access::default() && job.names.desired_access().is_none(), "{:?}", job.names.access);
    ensure!(job.names.typed.email && job.names.remedies.internal && job.names.remedies.user_name);
    let tested = job.signin.tested.as_ref().context("the live test")?;
    ensure!(tested.outcome.ending == SignInEnding::Passed && tested.outcome.legs.len() == 6);
    let checked = job.verify.checked.as_ref().context("the check from outside")?;
    ensure!(checked.findings.len() == 9, "{:#?}", checked.findings);
    ensure!(job.verify.login.as_ref().is_some_and(|login| login.seen.is_some()));
    let look = job.repair.look.as_ref().context("who lost a link")?;
    ensure!(look.lost.is_empty() && look.held.len() == 1 && job.repair.table == "somebody,12", "{look:#?}");
    ensure!(job.source_stage.wanted && job.source_stage.look.is_some());
    ensure!(job.handover.times == 1 && job.handover.did.len() <= 1, "{:#?}", job.handover);
    ensure!(job.server.token.is_some() && job.credentials.secret.is_some());

    // If it is saved again, only the time of saving differs.
    let name = FileName::parse(&card.id).context("a name")?;
    let jobs: JsonStore<Job> = JsonStore::new(environment.folder.join("jobs"));
    let whole = jobs.read(&name)?.context("the job")?;
    jobs.write(&name, &whole)?;
    let file = written("jobs/job-20260504102030.json")?;
    // A program that knows nothing of who gets in must not read it, so it has the next version.
    let file = file.replacen("\"version\": 1", "\"version\": 2", 1);
    is_whole(&file, &fs::read_to_string(jobs.file(&name))?)?;
    world.end(&[], &[])
}

#[tokio::test]
async fn the_journal_still_offers_its_undo_and_tells_what_was_pushed() -> Result<()> {
    let (world, environment, url) = machine().await?;
    let (slug, journals) = (Slug::parse("x").map_err(|error| anyhow::anyhow!("{error}"))?, environment.journals());
    ensure!(journals.has_something_to_undo(&url, &slug)?);
    ensure!(journals.interruption(&url, &slug)?.is_none());
    let links = journals.lost_links(&url, &slug)?;
    ensure!(links.len() == 1, "{links:#?}");
    let told = journals.pushes(&url, &slug)?;
    let became: Vec<_> = told.iter().map(|push| push.became).collect();
    ensure!(became == [PushOutcome::Undone, PushOutcome::Undone, PushOutcome::Whole, PushOutcome::Whole], "{became:?}");
    ensure!(told.iter().flat_map(|push| &push.writes).all(|write| write.confirmed));

    let folder: JsonStore<Journal> = JsonStore::new(environment.folder.join("journals"));
    let [name] = folder.list()?.try_into().map_err(|names| anyhow::anyhow!("{names:?}"))?;
    let before = fs::read_to_string(folder.file(&name))?;
    folder.write(&name, &journals.read(&url, &slug)?)?;
    is_whole(&before, &fs::read_to_string(folder.file(&name))?)?;
    world.end(&[], &[])
}

#[test]
fn the_job_file_is_taken_as_it_was_handed_over() -> Result<()> {
    let text = written("sign-in-with-x-x.sourcerer")?;
    let file = handover::parse(text.as_bytes()).map_err(|refused| anyhow::anyhow!("{refused:?}"))?;
    ensure!(file.practice && file.side() == Side::Both && file.did.len() == 1, "{file:#?}");
    ensure!(file.fields.name.value == "Company X" && file.fields.email.value && file.fields.embedded.value);
    let claims = file.did.values().next().map(|did| did.claims.len());
    ensure!(claims == Some(7), "{claims:?}");
    // The app and its credentials were two stages then, and are one now.
    is_whole(&text.replace("\"stage\": \"credentials\"", "\"stage\": \"xapp\""), &file.text())
}

/// The app and its credentials were two stages, each with a page and with claims of its own.
#[tokio::test]
async fn a_job_of_seven_stages_opens_at_its_app_and_its_claims_count() -> Result<()> {
    let (world, environment, _) = machine().await?;
    let card = Session::start(&environment).jobs.into_iter().next().context("a job")?;
    let mut job = serde_json::to_value(JobStore::new(&environment).open(&card.id)?.context("the job")?)?;
    job["page"] = "credentials".into();
    let mut job: Job = serde_json::from_value(job)?;
    ensure!(job.page == Stage::XApp, "{:?}", job.page);

    // The other person did both; nothing of it was done here.
    let claim = |stage: &str, of: &[&String]| serde_json::json!({ "stage": stage, "at": null, "of": of });
    let (callback, id) = (job.urls().context("URLs")?.callback, job.credentials.client_id.clone().context("an ID")?);
    job.handover.side = Side::Server;
    job.xapp.ticked.clear();
    job.credentials.checked = None;
    job.signin.tested = None;
    let theirs = |claims: Vec<Value>| -> Result<String> {
        let did = serde_json::json!({ "other": { "side": "x", "times": 1, "claims": claims } });
        let mut job = job.clone();
        job.handover.did = serde_json::from_value(did)?;
        let view = stages::all(&job).into_iter().find(|view| view.stage == Stage::XApp).context("the stage")?;
        Ok(view.words.id.into_owned())
    };
    let (app, credentials) = (claim("xapp", &[&callback]), claim("credentials", &[&id]));
    ensure!(theirs(vec![app.clone(), credentials.clone()])? == "stage-theirs-done");
    ensure!(theirs(vec![app])? == "stage-theirs" && theirs(vec![credentials])? == "stage-theirs");
    ensure!(theirs(vec![claim("xapp", &[&callback, &id])])? == "stage-theirs-done");
    drop(world);
    Ok(())
}

fn again(report: &Report) -> Result<String> {
    Ok(report.write(ReportFormat::Json, &Localizer::english(), &Secrets::default())?)
}

#[test]
fn a_report_reads_as_it_did() -> Result<()> {
    let text = written("report.json")?;
    let report = report::parse(&text)?;
    ensure!(report.findings.len() == 9 && report.exchanges.len() >= 10, "{:?}", report.exchanges.len());
    ensure!(
        report.beside.pushes.len() == 1 && report.beside.test.is_some() && report.beside.plan.is_some(),
        "{:#?}",
        report.beside
    );
    let content = |text: &str| -> Result<Value> { Ok(serde_json::from_str::<Value>(text)?["report"].take()) };
    let lost = lost(&content(&text)?, &content(&again(&report)?)?);
    ensure!(lost.is_empty(), "{lost:#?}");
    insta::assert_snapshot!(
        "report",
        report.write(ReportFormat::Markdown, &Localizer::english(), &Secrets::default())?
    );
    Ok(())
}

/// The first format contained only the check.
#[test]
fn a_report_of_the_first_format_is_read() -> Result<()> {
    let text = written("report-1.json")?;
    ensure!(text.contains("\"sourcerer_report\": 1,") && !text.contains("beside"));
    let (first, second) = (report::parse(&text)?, report::parse(&written("report.json")?)?);
    ensure!(first == Report { beside: ReportContext::default(), ..second });
    Ok(())
}

/// The rows of a last run from the file.
fn rows(text: &str) -> Result<BTreeMap<String, Value>> {
    let file: Value = serde_json::from_str(text)?;
    ensure!(file["version"] == 1, "{text}");
    Ok(serde_json::from_value(file["content"]["rows"].clone())?)
}

#[tokio::test]
async fn the_last_run_over_a_list_is_what_the_next_one_is_held_against() -> Result<()> {
    let (world, environment, url) = machine().await?;
    let file = environment.folder.join("fleets").join(format!("{}.json", FileName::from_parts(&["fleet", "the list"])));
    let before = rows(&fs::read_to_string(&file)?)?;
    ensure!(before.len() == 6, "{before:#?}");
    let list = format!("{url},x\n{url},no\n{url},note\n{url},risk\n{url},new\n");
    let list = fleet::parse(list.as_bytes(), HttpPolicy::LoopbackOnly, None);
    let verdict = |severity, diagnoses: &[&'static str]| RowVerdict {
        severity,
        diagnoses: diagnoses.into(),
        title: None,
        callback: CheckMark::Fine,
        button: CheckMark::Fine,
        client_id: CheckMark::Fine,
        release: None,
        millis: 1,
    };
    let found = [
        (verdict(Severity::Risk, &["clock-differs"]), false),
        (verdict(Severity::Breaks, &["source-unknown-or-disabled", "button-hidden", "clock-differs"]), false),
        (verdict(Severity::Note, &["release-newer"]), false),
        (verdict(Severity::Risk, &["callback-loses-https"]), true),
        (verdict(Severity::Risk, &["certificate-ends-soon"]), true),
    ];
    let mut changed =
        job::fleet::compare_with_last(&environment, "the list").map_err(|symptom| anyhow::anyhow!("{symptom:?}"))?;
    for (entry, (verdict, is_new)) in list.entries.iter().zip(&found) {
        ensure!(changed.is_new(entry, verdict) == *is_new, "{entry:?} {verdict:?}");
    }
    changed.keep(false).map_err(|symptom| anyhow::anyhow!("{symptom:?}"))?;
    let after = rows(&fs::read_to_string(&file)?)?;
    ensure!(after.len() == 7, "{after:#?}");
    let kept = before.iter().filter(|(key, row)| after.get(*key) == Some(row)).count();
    ensure!(kept == 5, "all but the one that is otherwise: {after:#?}");
    world.end(&[], &[])
}

#[tokio::test]
async fn the_last_check_of_a_source_is_what_the_next_one_is_held_against() -> Result<()> {
    let (world, environment, _) = machine().await?;
    let environment = Environment { world: world.environment().world, ..environment };
    let mut support = SourceCheck::default();
    support.merge_input(world.practice().authentik.base().to_owned(), "x".to_owned(), false);
    let found = source_check::run(&environment, &support, &mut |_| ()).await;
    let found = found.map_err(|symptom| anyhow::anyhow!("{symptom:?}"))?;
    // The server's port differs from the fixture's, and the file's name depends on it.
    let url = support.url().context("an address")?;
    let file = environment.folder.join("checks");
    let [before] = fs::read_dir(&file)?
        .map(|entry| Ok(entry?.path()))
        .filter(|path| {
            path.as_ref().is_ok_and(|path: &std::path::PathBuf| path.extension().is_some_and(|it| it == "json"))
        })
        .collect::<Result<Vec<_>>>()?
        .try_into()
        .map_err(|paths| anyhow::anyhow!("{paths:?}"))?;
    let file = file.join(format!("{}.json", FileName::from_parts(&[url.as_str(), "x", "none", "none", "none"])));
    fs::rename(before, &file)?;
    let before = rows(&fs::read_to_string(&file)?)?;
    let changed = source_check::record_and_compare(&environment, &support, &found)
        .map_err(|symptom| anyhow::anyhow!("{symptom:?}"))?;
    let after = rows(&fs::read_to_string(&file)?)?;

    let ids: Vec<_> = changed.findings.iter().map(|finding| finding.id.clone()).collect();
    let other: Vec<_> = found.findings.iter().map(|finding| finding.id.clone()).collect();
    let other: Vec<_> = other.into_iter().filter(|id| before.get(id) != after.get(id)).collect();
    ensure!(ids == other && other.len() < found.findings.len() && !other.is_empty(), "{ids:?} {other:?}");
    let gone: Vec<_> = before.iter().filter(|(id, _)| !after.contains_key(*id)).collect();
    let gone: Vec<_> = gone.into_iter().filter_map(|(_, row)| row["diagnosis"].as_str().map(str::to_owned)).collect();
    ensure!(changed.gone == gone && !gone.is_empty(), "{:?} {gone:?}", changed.gone);
    Ok(())
}
