//! The test callback: a port that another process holds, the private window that the test opens in, and what remains at
//! X.

use crate::admin::{Admin, bar, said};
use anyhow::{Context as _, Result};
use sourcerer_core::job::callback;
use sourcerer_core::job::cleanup::TEST_CALLBACK;
use sourcerer_core::signin::{BrowserOpener, NotOpened};
use sourcerer_tests::requests::{ASK_X, FIRST_CONTACT, LIVE_TEST, WAY};
use sourcerer_tests::world::World;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use url::Url;

#[tokio::test]
async fn a_taken_port_is_exchanged_and_x_is_to_be_told() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    assert_eq!(admin.job()?.signin.callback.register, None, "the step is ticked");
    let port = admin.stored_job()?.names.typed.port;
    let holder = TcpListener::bind(("127.0.0.1", port)).await?;
    admin.tests_the_sign_in().await.map_err(said)?;

    let page = admin.job()?.signin;
    let problem = page.problem.context("a problem")?;
    assert_eq!(problem.id, "port-taken");
    assert!(format!("{:?}", problem.why).contains(&std::process::id().to_string()), "{:?}", problem.why);
    assert_eq!(page.bar.label.id, "footer-look-again");
    let offered = page.callback.other_port.context("another port")?;

    let found = callback::find_port(&admin.stored_job()?).await.map_err(said)?;
    assert_eq!(found, offered);
    admin.edit(|job| callback::take_port(job, found));
    let job = admin.job()?;
    assert_eq!(job.signin.test_callback.context("a callback")?, format!("http://127.0.0.1:{offered}/callback"));
    assert!(job.signin.outcome.is_none(), "the test was of another port");
    assert_eq!(job.signin.callback.register.context("a reminder")?.id, "signin-callback-unticked");
    assert!(!job.xapp.ticked.iter().any(|step| step == TEST_CALLBACK));
    drop(holder);
    admin.ends(&[FIRST_CONTACT, ASK_X, WAY])
}

/// Counts what is opened in a private window. Nothing may be opened in another window.
struct OnlyPrivate {
    inside: Arc<dyn BrowserOpener>,
    private: AtomicU32,
    opened: Mutex<Option<Url>>,
}

impl BrowserOpener for OnlyPrivate {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        *self.opened.lock().map_err(|_| NotOpened)? = Some(url.clone());
        Err(NotOpened)
    }

    fn private(&self) -> Option<&str> {
        Some("Browser")
    }

    fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        self.private.fetch_add(1, Ordering::Relaxed);
        self.inside.open(url)
    }
}

#[tokio::test]
async fn a_passed_test_in_a_private_window_leaves_one_thing_to_do_at_x() -> Result<()> {
    let mut admin = Admin::begins(World::new().await?);
    admin.comes_to_the_live_test().await?;
    assert_eq!(admin.job()?.signin.private.browser, None, "this browser can't be asked");
    admin.edit(|job| job.signin.private = true);
    assert!(!admin.job()?.signin.private.wished, "what can't be had isn't shown as wished");

    let inside = Arc::clone(&admin.environment.opener);
    let opener = Arc::new(OnlyPrivate { inside, private: AtomicU32::new(0), opened: Mutex::new(None) });
    admin.environment.opener = Arc::<OnlyPrivate>::clone(&opener);
    assert!(admin.job()?.signin.private.wished);
    admin.edit(|job| _ = job.verify.ticked.insert(TEST_CALLBACK.to_owned()));
    assert_eq!(admin.job()?.signin.callback.register.context("a reminder")?.id, "signin-callback-removed");
    admin.tests_the_sign_in().await.map_err(said)?;
    assert_eq!(opener.private.load(Ordering::Relaxed), 1);
    assert!(opener.opened.lock().is_ok_and(|opened| opened.is_none()));

    let job = admin.job()?;
    let left = job.signin.callback.remove.clone().context("a reminder")?;
    assert!(!left.done, "a test that passed shows that the callback is there");
    assert_eq!(job.verify.tidy, [left]);
    assert_eq!(job.signin.callback.register, None);
    assert!(bar(&job).ready);
    admin.edit(|job| _ = job.verify.ticked.insert(TEST_CALLBACK.to_owned()));
    assert!(admin.job()?.verify.tidy[0].done);
    admin.ends(&[FIRST_CONTACT, ASK_X, LIVE_TEST])
}
