//! No server answers: every wait ends with the environment's timeout, and reports what it waited for. If one of them
//! used its own timeout, the test would be ended first.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result};
use sourcerer_core::job::status::StageState;
use sourcerer_core::job::{Job, Session, View, signin};
use sourcerer_core::signin::{NotOpened, SignInProgress};
use sourcerer_tests::requests::{ASK_X, COMPARE, FIRST_CONTACT, OUTSIDE, SIGN_IN, WAY, WRITE};
use sourcerer_tests::world::World;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use url::Url;

const PATIENCE: Option<Duration> = Some(Duration::from_secs(1));

#[tokio::test]
async fn a_person_who_never_comes_back_from_x_ends_the_live_test() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    admin.environment.opener = Arc::new(|_: &Url| Ok(()));
    admin.environment.patience = PATIENCE;
    admin.tests_the_sign_in().await.map_err(said)?;
    assert_eq!(admin.job()?.signin.problem.context("a problem")?.id, "callback-silent");
    assert_eq!(admin.states()?[3], StageState::NeedsAttention);

    admin.environment.opener = Arc::new(|_: &Url| Err(NotOpened));
    admin.tests_the_sign_in().await.map_err(said)?;
    assert_eq!(admin.job()?.signin.problem.context("a problem")?.id, "browser-not-opened");
    admin.ends(&[FIRST_CONTACT, ASK_X, WAY])
}

#[tokio::test]
async fn a_window_that_closes_in_the_middle_leaves_no_half_test() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    let job = admin.stored_job()?;
    let environment =
        sourcerer_core::job::Environment { opener: Arc::new(|_: &Url| Ok(())), ..admin.environment.clone() };
    let (_orders, control) = mpsc::channel(1);
    let (watcher, mut reports) = mpsc::unbounded_channel::<SignInProgress>();
    let waits = async {
        while let Some(report) = reports.recv().await {
            let is_waiting = report.waiting.is_some();
            admin.session.follow_test(&job, report);
            if is_waiting {
                break;
            }
        }
    };
    tokio::select! {
        tested = signin::run(&environment, &job, control, watcher) => anyhow::bail!("{tested:?}"),
        () = waits => {}
    }
    assert!(admin.job()?.signin.running.is_some());
    // The content of a file that was saved in the middle, and that the next run opens.
    let file = serde_json::to_string(&admin.stored_job()?)?;
    let saved: Job = serde_json::from_str(&file)?;
    assert!(!file.contains("running"), "{file}");
    assert!(saved.signin.tested.is_none());
    let mut next = Session::with_job(saved);
    let view = View::new(&admin.environment, &next).job.context("a job is open")?.signin;
    assert!(view.running.is_none() && view.bar.ready, "the test can be begun");
    TcpListener::bind(("127.0.0.1", job.names.typed.port)).await.context("the port is free again")?;
    // A report that was under way has no effect in another job.
    let mut other = job.clone();
    other.id.push('0');
    let late = admin.session.running.take().context("the last report")?;
    next.follow_test(&other, late);
    assert!(next.running.is_none());
    admin.ends(&[FIRST_CONTACT, ASK_X, WAY])
}

#[tokio::test]
async fn a_visitor_who_never_signs_in_ends_the_watch() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    admin.goes_on();
    admin.compares().await?;
    admin.pushes().await?;
    admin.goes_on();
    admin.checks_from_outside().await.map_err(said)?;
    admin.environment.opener = Arc::new(|_: &Url| Ok(()));
    admin.environment.patience = PATIENCE;
    admin.signs_in().await.map_err(said)?;
    let verify = admin.job()?.verify;
    assert_eq!(verify.login.problem.context("a problem")?.id, "login-unseen");
    assert_eq!(admin.states()?[5], StageState::InProgress, "the outside is well, and nobody has signed in yet");
    admin.ends(&[FIRST_CONTACT, ASK_X, COMPARE, WRITE, OUTSIDE, SIGN_IN])
}

#[tokio::test]
async fn a_server_that_takes_the_call_and_says_nothing_ends_the_check() -> Result<()> {
    let silent = TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", silent.local_addr()?);
    let mut admin = Admin::begins(World::new().await?);
    admin.environment.patience = PATIENCE;
    admin.edit(|job| job.server.address = address);
    admin.checks_the_server().await?;
    assert_eq!(admin.job()?.server.problem.context("a problem")?.id, "server-timed-out");
    assert_eq!(admin.states()?[0], StageState::NeedsAttention);
    admin.ends(&[])
}
