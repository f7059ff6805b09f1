//! A job is saved as a report: with releases, live test, plan and pushes in addition to its checks, but without its
//! secrets. It is read again as it was written.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::Subject;
use sourcerer_core::job::report::{self, ask};
use sourcerer_core::plan::{ChangeTarget, PushOutcome, WriteAction};
use sourcerer_core::report::{ReportFormat, parse};
use sourcerer_core::signin::SignInEnding;
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, UNDO, WRITE};
use sourcerer_tests::world::World;

async fn text(admin: &Admin, format: ReportFormat, pseudonyms: bool) -> Result<String, Symptom> {
    report::text(&admin.environment, ask(&admin.environment, &admin.session, Subject::Job), format, pseudonyms).await
}

#[tokio::test]
async fn a_job_leaves_with_its_test_plan_and_pushes_and_without_its_secrets() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    let pair = admin.comes_to_the_live_test().await?;
    admin.does_the_rest().await?;
    admin.compares().await?;

    let token = admin.world.token().clone();
    for format in [ReportFormat::Json, ReportFormat::Html, ReportFormat::Markdown] {
        let written = text(&admin, format, false).await.map_err(said)?;
        ensure!(written.contains("127.0.0.1"), "{written}");
        for secret in [&token, &pair.client_secret] {
            ensure!(!written.contains(secret.expose_secret()), "a secret in {format:?}");
        }
        let other = text(&admin, format, true).await.map_err(said)?;
        ensure!(!other.contains("127.0.0.1") && other.contains("host-1.example"), "{other}");
    }

    let written = text(&admin, ReportFormat::Json, false).await.map_err(said)?;
    let whole = parse(&written)?;
    ensure!(!whole.findings.is_empty() && !whole.exchanges.is_empty() && whole.token, "{written}");
    let beside = whole.beside;
    ensure!(beside.release.is_some());
    let test = beside.test.context("the live test")?;
    ensure!(test.ending == SignInEnding::Passed && test.legs.iter().all(|leg| leg.millis.is_some()), "{test:#?}");
    let plan = beside.plan.context("the comparison")?;
    ensure!(plan.changes.iter().all(|change| change.data.is_none()), "nothing is left to do: {plan:#?}");
    let [push] = beside.pushes.as_slice() else { anyhow::bail!("{:#?}", beside.pushes) };
    ensure!(push.became == PushOutcome::Whole && push.undone.is_none(), "{push:#?}");
    let source = push.writes.iter().find(|write| write.target == ChangeTarget::Source).context("the source")?;
    ensure!(source.did == WriteAction::Made && source.confirmed && source.fields.iter().any(|field| field == "slug"));

    // An undo is listed after the push that it undid.
    admin.undoes().await.map_err(said)?;
    let whole = parse(&text(&admin, ReportFormat::Json, false).await.map_err(said)?)?;
    let push = whole.beside.pushes.first().context("the push")?;
    ensure!(push.became == PushOutcome::Undone && push.undone.is_some(), "{push:#?}");

    // If a secret of the job is in one of the fields, the whole report is refused.
    let secret = pair.client_secret.expose_secret().to_owned();
    let tested = |admin: &mut Admin, words: &str| {
        let note = Some(sourcerer_core::i18n::msg::shell_close());
        admin.session.edit_only(|job| {
            for leg in job.signin.tested.iter_mut().flat_map(|tested| &mut tested.outcome.legs) {
                leg.note.clone_from(&note);
                if let Some(note) = &mut leg.note {
                    note.args.insert("said".into(), words.into());
                }
            }
        });
    };
    tested(&mut admin, "harmless");
    text(&admin, ReportFormat::Json, false).await.map_err(said)?;
    tested(&mut admin, &secret);
    ensure!(matches!(text(&admin, ReportFormat::Json, false).await, Err(Symptom::ReportSecret)));
    tested(&mut admin, "harmless");
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, OUTSIDE, SIGN_IN, UNDO])
}
