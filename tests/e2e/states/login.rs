//! A test login through a job's source, in the browser of its world.

use crate::admin::said;
use crate::states::scene::Scene;
use anyhow::{Context as _, Result, bail};
use sourcerer_core::job::Subject;
use sourcerer_core::job::login::{self, LoginCommand, LoginRequest};
use sourcerer_core::job::model::LoginResult;
use sourcerer_core::login::{LoginProgress, VisitorPage};
use sourcerer_practice::faults::Faults;
use sourcerer_practice::x::XAccount;
use std::time::Duration;
use tokio::sync::mpsc;

/// How long the server's events are polled if none are expected.
const PATIENCE: Duration = Duration::from_secs(1);

impl Scene {
    async fn login(&self) -> Result<LoginRequest> {
        LoginRequest::for_job(&self.admin.environment, &self.admin.stored_job()?).await.map_err(said)
    }

    /// Adds the state of a login as it is after this report.
    pub(super) async fn takes_login_while(
        &mut self,
        name: &str,
        wanted: impl Fn(&LoginProgress) -> bool,
    ) -> Result<()> {
        let environment = sourcerer_core::job::Environment {
            opener: std::sync::Arc::new(|_: &url::Url| Ok(())),
            ..self.admin.environment.clone()
        };
        let asked = self.login().await?.with_timeout(PATIENCE);
        let run = self.admin.session.begin_login(&self.admin.environment, Subject::Job, &asked);
        let (_orders, control) = mpsc::channel(1);
        let (progress, mut reports) = mpsc::unbounded_channel();
        let waits = async {
            while let Some(report) = reports.recv().await {
                if wanted(&report) {
                    return Some(report);
                }
            }
            None
        };
        let report = tokio::select! {
            biased;
            report = waits => report.context("no such report came")?,
            login = Box::pin(login::run(&environment, &asked, login::LoginOpening::Browser, control, progress)) => bail!("it ended: {login:?}"),
        };
        self.admin.session.follow_login(run, report);
        self.take(name)?;
        self.admin.session.end_login(run);
        Ok(())
    }

    /// Signs in, and reports what the last page shows if that is required. The fault of X has ended by then.
    pub(super) async fn logs_in(&mut self, shows: Option<VisitorPage>) -> Result<LoginResult> {
        let asked = self.login().await?;
        let (orders, control) = mpsc::channel(1);
        let (progress, _reports) = mpsc::unbounded_channel();
        let browser = self.admin.world.browser().clone();
        let before = browser.seen().map(|page| page.html);
        let (world, environment) = (&self.admin.world, self.admin.environment.clone());
        let person = async {
            if let Some(shows) = shows {
                // The test waits for the visit that this login opens, and for no other one.
                while browser.at_rest().await.map(|page| page.html) == before {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
                world.practice().x.set_faults(Faults::new());
                let _ = orders.send(LoginCommand::Shows(shows)).await;
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            login = Box::pin(login::run(&environment, &asked, login::LoginOpening::Browser, control, progress)) => login.map_err(said),
            () = person => bail!("it never ends"),
        }
    }

    /// Stores a login in the job.
    pub(super) fn keeps(&mut self, login: LoginResult) {
        self.admin.edit(|job| job.verify.login = Some(Box::new(login)));
    }

    /// Removes a link that a login made.
    pub(super) async fn unlinks(&mut self) -> Result<()> {
        let asked = self.login().await?;
        let mut login = *self.admin.stored_job()?.verify.login.context("a login")?;
        let link = login.link.clone().context("a link")?;
        login.link = Some(login::unlink(&self.admin.environment, &asked, &link).await.map_err(said)?);
        self.keeps(login);
        Ok(())
    }

    /// Another person uses the browser.
    pub(super) fn sits_down(&self, id: &str, username: &str) {
        let person = XAccount { id: id.to_owned(), username: username.to_owned(), ..XAccount::default() };
        self.admin.world.practice().x.set_person(person);
    }
}
