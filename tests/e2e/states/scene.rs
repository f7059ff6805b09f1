//! A walk through the job during which views are taken.

use super::file::States;
use super::normal::Random;
use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use sourcerer_core::clock::Clock;
use sourcerer_core::job::settings::Settings;
use sourcerer_core::job::{self, Environment, Job, Session, View};
use sourcerer_core::net::{Proxies, Trace, TransportPool};
use sourcerer_core::signin::{BrowserOpener, NotOpened};
use sourcerer_core::stage::Stage;
use sourcerer_core::vault::{AbsentSecrets, InMemory};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::world::{NOW, World};
use std::path::PathBuf;
use std::sync::Arc;
use time::OffsetDateTime;
use url::Url;

/// The replacement of the practice authentik's port.
pub(super) const AUTHENTIK: u16 = 40_123;
/// The replacement of the practice X's port.
const X: u16 = 40_124;
/// The replacement of the test callback's port.
const CALLBACK: u16 = 48_723;
/// The replacement of the path of the practice CA.
const CA_FILE: &str = "/home/m.okafor/certificates/homelab-root-ca.pem";

/// The replacement of a job's id.
const JOB: &str = "job-20260504102030";

/// The address of a server that is entered, but never receives a request.
pub(super) const COMPANY: &str = "https://authentik.company";

/// An environment without servers, for states that need none.
pub(super) fn environment() -> Environment {
    Environment {
        vault: Arc::new(InMemory::default()),
        memory: Arc::new(InMemory::default()),
        absent: AbsentSecrets::default(),
        opener: Arc::new(|_: &Url| Err(NotOpened)),
        clock: Clock::new(|| NOW),
        proxies: Proxies::None,
        pool: TransportPool::default(),
        trace: Trace::default(),
        settings: Settings::default(),
        folder: PathBuf::from("/nowhere"),
        patience: None,
        world: job::Mode::Real,
    }
}

/// The view of a new, empty job, which all states are differences from.
pub(super) fn nothing_known() -> Result<Value> {
    let environment = environment();
    let view = View::new(&environment, &Session::with_job(Job::new(&environment)));
    Ok(Random::default().normal(serde_json::to_value(view)?))
}

/// Whether the form of a secret distinguishes it from an API Key Secret. For random secrets, some can't be
/// distinguished.
fn has_shape_of_its_own(secret: &SecretString) -> bool {
    secret.expose_secret().contains(['-', '_'])
}

/// A walk through a job. The views are taken with the environment of real mode, so that a state looks as it does
/// outside of practice; only X is reached through the practice environment.
pub(super) struct Scene {
    pub(super) admin: Admin,
    pub(super) random: Random,
    pub(super) states: States,
}

/// A browser that supports private windows.
struct WithPrivate(Arc<dyn BrowserOpener>);

impl BrowserOpener for WithPrivate {
    fn open(&self, url: &Url) -> Result<(), NotOpened> {
        self.0.open(url)
    }

    fn private(&self) -> Option<&str> {
        Some("Chromium Web Browser")
    }

    fn open_private(&self, url: &Url) -> Result<(), NotOpened> {
        self.0.open_private(url)
    }
}

impl Scene {
    /// Begins a new job with practice servers.
    pub(super) async fn begins(options: PracticeOptions) -> Result<Self> {
        let mut admin = Admin::begins(World::started(options).await?);
        let practice = admin.world.practice().world().clone();
        let mut random = Random::default();
        for (port, by) in [(practice.authentik.port(), AUTHENTIK), (practice.x.port(), X)] {
            random.port(port.context("a port")?, by);
        }
        random.port(admin.stored_job()?.names.typed.port, CALLBACK);
        if let Some(file) = &practice.ca_file {
            random.text(file.display().to_string(), CA_FILE);
        }
        random.text(admin.world.folder().display().to_string(), "/home/m.okafor");
        random.text(admin.stored_job()?.id, JOB);
        // The practice servers use the clock of this machine, and the server check compares the two clocks.
        let world = admin.environment.clock.clone();
        admin.environment.clock = Clock::new(move || OffsetDateTime::now_utc() + (world.now() - NOW));
        admin.environment.opener = Arc::new(WithPrivate(Arc::clone(&admin.environment.opener)));
        admin.environment.world = job::Mode::Real;
        Ok(Self { admin, random, states: States::default() })
    }

    /// The same with the first stage done.
    pub(super) async fn with_server(options: PracticeOptions) -> Result<Self> {
        let mut scene = Self::begins(options).await?;
        Box::pin(scene.admin.checks_the_server()).await?;
        Ok(scene)
    }

    /// The same with a registered app whose client credentials X has accepted. The page of the live test is open.
    pub(super) async fn with_pair(options: PracticeOptions) -> Result<Self> {
        loop {
            let mut scene = Self::with_server(options.clone()).await?;
            let pair = scene.comes_to_the_live_test().await?;
            if has_shape_of_its_own(&pair.client_secret) {
                return Ok(scene);
            }
        }
    }

    /// The same with a passed live test and a comparison. The review is open.
    pub(super) async fn with_plan(options: PracticeOptions) -> Result<Self> {
        let mut scene = Self::with_pair(options).await?;
        scene.tests_the_sign_in().await?;
        scene.admin.goes_on();
        scene.admin.compares().await?;
        Ok(scene)
    }

    /// The same with the plan pushed and checked from outside. The last page is open.
    pub(super) async fn with_source(options: PracticeOptions) -> Result<Self> {
        let mut scene = Self::with_plan(options).await?;
        scene.admin.pushes().await?;
        scene.admin.goes_on();
        scene.checks_from_outside().await?;
        Ok(scene)
    }

    async fn comes_to_the_live_test(&mut self) -> Result<TokenAuthentication> {
        self.admin.edit(|job| job.page = Stage::Names);
        self.admin.agrees_to_the_names();
        let pair = self.registers_the_app()?;
        self.admin.pastes(&pair).await?;
        self.asks_x().await?;
        self.admin.goes_on();
        Ok(pair)
    }

    /// Registers an app at X, and ticks all steps.
    pub(super) fn registers_the_app(&mut self) -> Result<TokenAuthentication> {
        let pair = self.admin.registers_the_app()?;
        self.random.client_id(&pair.client_id);
        Ok(pair)
    }

    /// The secret of another person's app.
    pub(super) fn another_secret(&self) -> SecretString {
        loop {
            let other = self.admin.world.register(Vec::new(), "https://other.example".to_owned());
            if has_shape_of_its_own(&other.client_secret) {
                break other.client_secret;
            }
        }
    }

    /// Regenerates the secret of this job's app at X.
    pub(super) fn regenerated(&self) -> Result<TokenAuthentication> {
        let id = self.admin.stored_job()?.credentials.client_id.context("a Client ID")?;
        loop {
            let renewed = self.admin.world.practice().x.regenerate(&id).context("an app")?;
            if has_shape_of_its_own(&renewed.client_secret) {
                return Ok(renewed);
            }
        }
    }

    /// Switches to an environment that uses the practice X.
    pub(super) fn is_practice(&mut self) {
        self.admin.environment.world = job::Mode::Practice(Box::new(self.admin.world.practice().world().clone()));
    }

    /// Switches back to the environment of real mode.
    pub(super) fn practises_no_more(&mut self) {
        self.admin.environment.world = job::Mode::Real;
    }

    /// Runs the credential probe.
    pub(super) async fn asks_x(&mut self) -> Result<()> {
        self.is_practice();
        let asked = self.admin.asks_x().await;
        self.practises_no_more();
        asked.map_err(said)
    }

    /// Runs the live test.
    pub(super) async fn tests_the_sign_in(&mut self) -> Result<()> {
        self.is_practice();
        let tested = self.admin.tests_the_sign_in().await;
        self.practises_no_more();
        tested.map_err(said)
    }

    /// Runs the checks from outside.
    pub(super) async fn checks_from_outside(&mut self) -> Result<()> {
        self.is_practice();
        let checked = self.admin.checks_from_outside().await;
        self.practises_no_more();
        checked.map_err(said)
    }

    /// Begins a new job in place of the open one.
    pub(super) fn begins_another(&mut self) {
        let job = Job::new(&self.admin.environment);
        self.random.text(job.id.as_str(), JOB);
        self.admin.session = Session::with_job(job);
    }

    /// Adds the current view as the state with this name.
    pub(super) fn take(&mut self, name: &str) -> Result<()> {
        let view = View::new(&self.admin.environment, &self.admin.session);
        self.take_view(name, &view)
    }

    /// Adds a view that was created before.
    pub(super) fn take_view(&mut self, name: &str, view: &View) -> Result<()> {
        let view = self.without_secrets(serde_json::to_value(view)?)?;
        self.states.view(name, view);
        Ok(())
    }

    /// Adds another answer of a command.
    pub(super) fn answer(&mut self, name: &str, answer: Value) -> Result<()> {
        let answer = self.without_secrets(answer)?;
        self.states.answer(name, answer);
        Ok(())
    }

    /// Checks that an answer contains no secret, and replaces its random values.
    fn without_secrets(&self, answer: Value) -> Result<Value> {
        let spilled = self.admin.world.spilled(&[("an answer to the page", &answer.to_string())])?;
        ensure!(spilled.is_empty(), "{spilled:?}");
        Ok(self.random.normal(answer))
    }

    /// Changes the job and adds the resulting view. The job is restored afterward.
    pub(super) fn take_with(&mut self, name: &str, change: impl FnOnce(&mut Job)) -> Result<()> {
        let before = self.admin.session.job.clone();
        self.admin.edit(change);
        self.take(name)?;
        self.admin.session.job = before;
        Ok(())
    }

    /// A secret that no server knows, for fields that need one.
    pub(super) fn secret(&self) -> SecretString {
        self.admin.world.canary().secret().clone()
    }
}
