//! A live test while it runs. The view is taken when a report arrives, and not after some time.

use super::file::States;
use super::scene::Scene;
use crate::admin::said;
use anyhow::{Context as _, Result, bail};
use secrecy::SecretString;
use sourcerer_core::credentials::ClientCredentials;
use sourcerer_core::job::credentials::client_secret;
use sourcerer_core::job::signin;
use sourcerer_core::signin::{
    self as test, BrowserOpener, NotOpened, SignInCommand, SignInConfig, SignInContext, SignInLeg, SignInLegVerdict,
    SignInProgress,
};
use sourcerer_core::x::{Email, Scopes};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::faults::{Fault, Faults};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use url::Url;

pub(super) async fn states() -> Result<States> {
    let mut scene = Scene::with_pair(PracticeOptions::default()).await?;
    let nobody: Arc<dyn BrowserOpener> = Arc::new(|_: &Url| Ok(()));
    let unopened: Arc<dyn BrowserOpener> = Arc::new(|_: &Url| Err(NotOpened));
    let browser: Arc<dyn BrowserOpener> = Arc::new(scene.admin.world.browser().clone());
    let waits = |report: &SignInProgress| report.waiting.is_some();
    scene.takes_while("running", &nobody, None, waits).await?;
    scene.takes_while("notOpened", &unopened, None, waits).await?;
    let advised = |report: &SignInProgress| report.waiting.as_ref().is_some_and(|waiting| waiting.advice.is_some());
    scene.takes_while("advised", &nobody, Some(SignInCommand::SeesConsent), advised).await?;
    let still = |report: &SignInProgress| report.waiting.as_ref().is_some_and(|waiting| waiting.still_waiting);
    scene.takes_while("still", &nobody, None, still).await?;
    scene.pastes_what_is_foreign(&nobody).await?;
    let exchanges = |report: &SignInProgress| is(report, SignInLeg::Exchange, SignInLegVerdict::Running);
    scene.takes_while("working", &browser, None, exchanges).await?;
    scene.admin.world.practice().x.set_faults([Fault::CancelWithoutState].into_iter().collect::<Faults>());
    let wonders = |report: &SignInProgress| {
        report.legs.iter().any(|leg| leg.leg == SignInLeg::Consent && leg.diagnosis.is_some())
    };
    scene.takes_while("unclear", &browser, None, wonders).await?;
    Ok(scene.states)
}

fn is(report: &SignInProgress, leg: SignInLeg, verdict: SignInLegVerdict) -> bool {
    report.legs.iter().any(|one| one.leg == leg && one.verdict == verdict)
}

impl Scene {
    /// Runs a test up to the first report that is wanted, and adds the view.
    async fn takes_while(
        &mut self,
        name: &str,
        opener: &Arc<dyn BrowserOpener>,
        says: Option<SignInCommand>,
        wanted: impl Fn(&SignInProgress) -> bool,
    ) -> Result<()> {
        let (orders, heard) = mpsc::channel(1);
        if let Some(says) = says {
            orders.send(says).await?;
        }
        let report = self.reports(opener, heard, wanted).await.with_context(|| name.to_owned())?;
        let job = self.admin.stored_job()?;
        self.admin.session.follow_test(&job, report);
        self.take(name)?;
        self.admin.session.end_test();
        Ok(())
    }

    /// What a person pastes who is on a page of another sign-in.
    async fn pastes_what_is_foreign(&mut self, opener: &Arc<dyn BrowserOpener>) -> Result<()> {
        let (orders, heard) = mpsc::channel(1);
        let (watcher, mut reports) = mpsc::unbounded_channel();
        let (environment, job) = (self.admin.environment.clone(), self.admin.stored_job()?);
        let test = self.test(opener, heard, watcher);
        let pastes = async {
            let last = loop {
                let report: SignInProgress = reports.recv().await.context("a report")?;
                if report.waiting.as_ref().is_some_and(|waiting| waiting.still_waiting) {
                    break report;
                }
            };
            let foreign = SecretString::from("https://elsewhere.example/?code=of-another-app");
            anyhow::Ok((last, signin::paste(Some(orders.clone()), foreign).await))
        };
        let (report, answer) = tokio::select! {
            outcome = test => bail!("it ended: {outcome:?}"),
            pasted = pastes => pasted?,
        };
        self.admin.session.follow_test(&job, report);
        self.admin.session.merge_paste(answer);
        let view = sourcerer_core::job::View::new(&environment, &self.admin.session);
        self.take_view("pasteForeign", &view)?;
        self.admin.session.end_test();
        Ok(())
    }

    async fn reports(
        &self,
        opener: &Arc<dyn BrowserOpener>,
        heard: mpsc::Receiver<SignInCommand>,
        wanted: impl Fn(&SignInProgress) -> bool,
    ) -> Result<SignInProgress> {
        let (watcher, mut reports) = mpsc::unbounded_channel();
        let test = self.test(opener, heard, watcher);
        let waits = async {
            while let Some(report) = reports.recv().await {
                if wanted(&report) {
                    return Some(report);
                }
            }
            None
        };
        tokio::select! {
            biased;
            report = waits => report.context("no such report came"),
            outcome = test => bail!("it ended: {outcome:?}"),
        }
    }

    /// The live test of this job, except that it asks the person at once what they see.
    async fn test(
        &self,
        opener: &Arc<dyn BrowserOpener>,
        control: mpsc::Receiver<SignInCommand>,
        progress: mpsc::UnboundedSender<SignInProgress>,
    ) -> Result<test::SignInOutcome> {
        let (mut environment, job) = (self.admin.environment.clone(), self.admin.stored_job()?);
        environment.world = sourcerer_core::job::Mode::Practice(Box::new(self.admin.world.practice().world().clone()));
        let pair = ClientCredentials {
            id: job.credentials.client_id().context("a Client ID")?,
            secret: client_secret(&environment, &job).await.map_err(said)?,
        };
        let request = SignInConfig {
            endpoints: environment.endpoints(),
            pair,
            port: job.names.typed.port,
            scopes: Scopes::for_source(""),
            email: Email::NotWanted,
        };
        let net = environment.http_client(None)?;
        let means = SignInContext {
            net: &net,
            clock: &environment.clock,
            opener: opener.as_ref(),
            patience: test::TIMEOUT,
            nudge: Duration::from_millis(20),
            stay: Duration::ZERO,
            control,
            progress,
        };
        Ok(test::run(request, means).await)
    }
}
