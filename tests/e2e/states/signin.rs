//! Stage 4: before a live test, and after each end of one.

use crate::admin::said;
use crate::states::file::States;
use crate::states::scene::Scene;
use crate::states::{normal, signin_foretold, signin_running};
use anyhow::{Context as _, Result};
use sourcerer_core::job::cleanup::TEST_CALLBACK;
use sourcerer_core::job::{signin, xapp};
use sourcerer_core::signin::{BrowserScreen, SignInCommand};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::faults::Fault;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use url::Url;

pub(super) async fn states() -> Result<States> {
    let (ended, running, foretold) =
        tokio::try_join!(Box::pin(ended()), Box::pin(signin_running::states()), Box::pin(signin_foretold::states()))?;
    Ok(ended.and(running).and(foretold))
}

async fn ended() -> Result<States> {
    let mut scene = Scene::with_pair(PracticeOptions::default()).await?;
    scene.take("before")?;
    scene.take_with("unticked", |job| xapp::tick(job, TEST_CALLBACK, false))?;
    scene.take_with("removed", |job| _ = job.verify.ticked.insert(TEST_CALLBACK.to_owned()))?;
    let opener = std::mem::replace(&mut scene.admin.environment.opener, Arc::new(|_: &Url| Ok(())));
    scene.take("byHand")?;
    scene.ends_the_test(SignInCommand::Stop).await?;
    scene.take("stopped")?;
    scene.ends_the_test(SignInCommand::Sees(BrowserScreen::OtherAccount)).await?;
    scene.take("otherAccount")?;
    scene.ends_the_test(SignInCommand::Sees(BrowserScreen::SomethingWrong)).await?;
    scene.take("stuck")?;
    // X's list was pasted back and has both callbacks. The program can't rule out more than that.
    let urls = scene.admin.stored_job()?.urls().context("the URLs")?;
    let list = format!("{}\n{}", urls.callback, urls.test_callback);
    scene.take_with("stuckMostRuledOut", |job| xapp::paste(job, &list))?;
    // The credential probe hasn't run.
    scene.take_with("stuckUnchecked", |job| job.credentials.checked = None)?;
    scene.admin.environment.opener = opener;

    let port = scene.admin.stored_job()?.names.typed.port;
    let holder = TcpListener::bind(("127.0.0.1", port)).await?;
    scene.tests_the_sign_in().await?;
    drop(holder);
    let page = scene.admin.job()?.signin;
    scene.random.port(page.callback.other_port.context("another port")?, 48_724);
    let why = serde_json::to_value(&page.problem.context("a problem")?.why)?;
    let process = normal::PROCESS.to_string();
    for (argument, by) in [("process", process.as_str()), ("program", "node")] {
        scene.random.text(why["args"][argument].as_str().context("the holder")?, by);
    }
    scene.take("port")?;
    let faults = [Fault::ClientNotEnrolled].into_iter().collect();
    let mut failed = Scene::with_pair(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    failed.tests_the_sign_in().await?;
    failed.knows_the_app()?;
    failed.take("failed")?;
    Ok(scene.states.and(failed.states))
}

impl Scene {
    /// Adds the app's number to the replaced values, because X's refusal contains it.
    pub(super) fn knows_the_app(&mut self) -> Result<()> {
        let problem = self.admin.job()?.signin.problem.context("a problem")?;
        let why = serde_json::to_value(&problem.why)?;
        self.random.text(why["args"]["app"].as_str().context("an app")?, "28401957");
        Ok(())
    }

    /// A test that the person ends with this command instead of returning from X.
    async fn ends_the_test(&mut self, control: SignInCommand) -> Result<()> {
        let (orders, heard) = mpsc::channel(1);
        orders.send(control).await?;
        let (watcher, _reports) = mpsc::unbounded_channel();
        let job = self.admin.stored_job()?;
        self.is_practice();
        let tested = Box::pin(signin::run(&self.admin.environment, &job, heard, watcher)).await;
        self.practises_no_more();
        let tested = tested.map_err(said)?;
        self.admin.merge(|session| session.edit_only(|job| signin::merge_test(job, tested)));
        Ok(())
    }
}
