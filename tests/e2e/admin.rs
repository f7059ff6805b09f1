//! A simulated admin who does the job action by action, as the window's commands do: each action copies the job, calls
//! the core, merges the result into the session, and saves.

use anyhow::{Context as _, Result};
use secrecy::SecretString;
use sourcerer_core::authentik::Client;
use sourcerer_core::credentials::PasteField;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::i18n::Localizer;
use sourcerer_core::job::credentials::{self, Override};
use sourcerer_core::job::login::{self, LoginRequest};
use sourcerer_core::job::status::StageState;
use sourcerer_core::job::{
    Environment, Footer, FooterAction, Job, JobView, SecretLocation, Session, Subject, View, navigation, push, server,
    signin, stages, verify, xapp,
};
use sourcerer_core::plan::Confirmation;
use sourcerer_core::stage::Stage;
use sourcerer_core::vault::InMemory;
use sourcerer_practice::free_port;
use sourcerer_practice::x::TokenAuthentication;
use sourcerer_tests::requests::ExpectedRequest;
use sourcerer_tests::world::World;
use std::fmt::Write as _;
use std::sync::Arc;
use tokio::sync::mpsc;

/// An admin with an environment in a world.
pub(crate) struct Admin {
    pub(crate) world: Box<World>,
    pub(crate) environment: Environment,
    /// The environment in which jobs are saved, because practice saves none.
    saves: Environment,
    pub(crate) session: Session,
    place: SecretLocation,
    /// All answers that the page would have received.
    answers: String,
}

impl Admin {
    /// Begins a new job with the world's own environment.
    pub(crate) fn begins(world: World) -> Self {
        let environment = world.environment();
        let saves = environment.clone();
        Self::begins_at(world, environment, saves)
    }

    /// Ends what the program had in memory only, as the end of the program does.
    pub(crate) fn loses_what_memory_held(&mut self) {
        self.environment.memory = Arc::new(InMemory::default());
        self.saves.memory = Arc::clone(&self.environment.memory);
    }

    /// Begins a new job that is saved in another environment.
    pub(crate) fn begins_at(world: World, environment: Environment, saves: Environment) -> Self {
        let mut session = Session::default();
        let mut job = Job::new(&environment);
        // A journey runs beside others, so the registered port can't be the usual one.
        job.names.typed.port = free_port().unwrap_or_default();
        session.open(&environment, job);
        Self {
            world: Box::new(world),
            environment,
            saves,
            session,
            place: SecretLocation::Keyring,
            answers: String::new(),
        }
    }

    /// Changes where secrets are stored from now on.
    pub(crate) fn keeps_secrets_in(mut self, place: SecretLocation) -> Self {
        self.place = place;
        self
    }

    pub(crate) fn stored_job(&self) -> Result<Job> {
        self.session.job.clone().context("a job is open")
    }

    pub(crate) fn job(&self) -> Result<JobView> {
        View::new(&self.environment, &self.session).job.context("a job is open")
    }

    pub(crate) fn edit(&mut self, change: impl FnOnce(&mut Job)) {
        self.session.edit(&self.saves, change);
        self.answer();
    }

    pub(crate) fn merge(&mut self, merge: impl FnOnce(&mut Session)) {
        merge(&mut self.session);
        self.session.save(&self.saves);
        self.answer();
    }

    fn answer(&mut self) {
        let view = serde_json::to_string(&View::new(&self.environment, &self.session)).expect("JSON");
        self.answers += &view;
    }

    /// Stage 1: checks the server.
    pub(crate) async fn checks_the_server(&mut self) -> Result<()> {
        let token = self.world.token().clone();
        self.checks_the_server_with(&token).await
    }

    /// Stage 1: checks the server with this token.
    pub(crate) async fn checks_the_server_with(&mut self, token: &SecretString) -> Result<()> {
        let job = self.stored_job()?;
        let kept = server::store_token(&self.environment, &job.server, token, self.place).await;
        self.merge(|session| server::merge_token(session, kept));
        self.checks_the_server_again().await
    }

    /// Stage 1: checks the server with the stored input.
    pub(crate) async fn checks_the_server_again(&mut self) -> Result<()> {
        let checked = Box::pin(server::check(&self.environment, &self.stored_job()?, &mut |_| ())).await;
        self.merge(|session| session.edit_only(|job| job.server.checked = Some(checked)));
        Ok(())
    }

    /// Continues to the next page, as the primary button does.
    pub(crate) fn goes_on(&mut self) {
        self.edit(navigation::open_next_page);
    }

    /// Stage 2: confirms the names.
    pub(crate) fn agrees_to_the_names(&mut self) {
        self.edit(navigation::agree_to_names);
    }

    /// Stage 3: fills in the portal, and ticks the steps.
    pub(crate) fn registers_the_app(&mut self) -> Result<TokenAuthentication> {
        let urls = self.stored_job()?.urls().context("the URLs")?;
        let pair = self.world.register(vec![urls.callback, urls.test_callback], urls.website);
        for _ in xapp::actions(&self.stored_job()?) {
            self.edit(xapp::tick_open);
        }
        Ok(pair)
    }

    /// Stage 3: pastes both values.
    pub(crate) async fn pastes(&mut self, pair: &TokenAuthentication) -> Result<()> {
        let id = SecretString::from(pair.client_id.as_str());
        for (field, text) in [(PasteField::ClientId, &id), (PasteField::ClientSecret, &pair.client_secret)] {
            // A person pastes one value after the other.
            self.world.pass(1);
            let entered = credentials::accept_paste(
                &self.environment,
                &self.stored_job()?,
                field,
                text,
                self.place,
                Override::No,
            )
            .await;
            self.merge(|session| credentials::merge_paste(session, entered));
        }
        Ok(())
    }

    /// Stage 3: runs the credential probe.
    pub(crate) async fn asks_x(&mut self) -> Result<(), Symptom> {
        let job = self.session.job.clone().ok_or(Symptom::NoJobOpen)?;
        let checked = Box::pin(credentials::check(&self.environment, &job)).await?;
        self.merge(|session| session.edit_only(|job| job.credentials.checked = Some(checked)));
        Ok(())
    }

    /// Stage 4: runs the live test.
    pub(crate) async fn tests_the_sign_in(&mut self) -> Result<(), Symptom> {
        let job = self.session.job.clone().ok_or(Symptom::NoJobOpen)?;
        let (watcher, mut reports) = mpsc::unbounded_channel();
        let tested = Box::pin(signin::run(&self.environment, &job, self.world.browser().orders(), watcher)).await?;
        while let Ok(report) = reports.try_recv() {
            self.session.running = Some(report);
            self.answer();
        }
        self.session.running = None;
        self.merge(|session| session.edit_only(|job| signin::merge_test(job, tested)));
        Ok(())
    }

    /// Stage 5: compares the job with the server.
    pub(crate) async fn compares(&mut self) -> Result<()> {
        let reviewed = Box::pin(push::review(&self.environment, &self.stored_job()?)).await;
        let environment = self.environment.clone();
        self.merge(|session| push::merge_review(&environment, session, reviewed));
        Ok(())
    }

    /// Stage 5: pushes the plan.
    pub(crate) async fn pushes(&mut self) -> Result<()> {
        let job = self.stored_job()?;
        let plan = self.session.begin_push(&self.environment).map_err(|symptom| anyhow::anyhow!("{symptom:?}"))?;
        let mut steps = Vec::new();
        let outcome = Box::pin(push::apply(&self.environment, &job, &plan, None, &mut |step| {
            push::record_progress(&mut steps, step);
        }))
        .await;
        self.session.steps = steps;
        let environment = self.environment.clone();
        self.merge(|session| push::merge_push(&environment, session, &job, outcome));
        Ok(())
    }

    /// Stage 5: undoes the newest push.
    pub(crate) async fn undoes(&mut self) -> Result<(), Symptom> {
        let job = self.session.job.clone().ok_or(Symptom::NoJobOpen)?;
        let undo = push::review_undo(&self.environment, &job).await?;
        self.merge(|session| session.undo = Some(undo));
        let undo = self.session.begin_undo(&self.environment)?;
        let outcome = push::undo(&self.environment, &job, &undo, Confirmation::Given, &mut |_| {}).await;
        let environment = self.environment.clone();
        self.merge(|session| push::merge_undo(&environment, session, outcome));
        Ok(())
    }

    /// Stage 6: runs the checks from outside.
    pub(crate) async fn checks_from_outside(&mut self) -> Result<(), Symptom> {
        let job = self.session.job.clone().ok_or(Symptom::NoJobOpen)?;
        let checked = verify::check(&self.environment, &job).await?;
        self.merge(|session| session.edit_only(|job| job.verify.checked = Some(checked)));
        Ok(())
    }

    /// Stage 6: signs in as a visitor.
    pub(crate) async fn signs_in(&mut self) -> Result<(), Symptom> {
        let job = self.session.job.clone().ok_or(Symptom::NoJobOpen)?;
        let asked = LoginRequest::for_job(&self.environment, &job).await?;
        let run = self.session.begin_login(&self.environment, Subject::Job, &asked);
        self.answer();
        let (control, (progress, mut reports)) = (says(&[]), mpsc::unbounded_channel());
        let login =
            Box::pin(login::run(&self.environment, &asked, login::LoginOpening::Browser, control, progress)).await;
        while let Ok(report) = reports.try_recv() {
            self.session.follow_login(run, report);
            self.answer();
        }
        self.session.end_login(run);
        let login = login?;
        self.merge(|session| session.edit_only(|job| job.verify.login = Some(Box::new(login))));
        Ok(())
    }

    /// Does the last three stages without a problem, beginning on the page of the live test.
    pub(crate) async fn does_the_rest(&mut self) -> Result<()> {
        self.tests_the_sign_in().await.map_err(said)?;
        self.goes_on();
        self.compares().await?;
        self.pushes().await?;
        self.goes_on();
        self.checks_from_outside().await.map_err(said)?;
        self.signs_in().await.map_err(said)
    }

    /// Stages 4 and 6 at the same time: the live test, and the checks from outside.
    pub(crate) async fn tests_and_checks_at_once(&mut self) -> Result<(), Symptom> {
        let job = self.session.job.clone().ok_or(Symptom::NoJobOpen)?;
        let (watcher, _reports) = mpsc::unbounded_channel();
        let tested = signin::run(&self.environment, &job, self.world.browser().orders(), watcher);
        let checked = verify::check(&self.environment, &job);
        let (tested, checked) = tokio::join!(Box::pin(tested), Box::pin(checked));
        let (tested, checked) = (tested?, checked?);
        self.merge(|session| session.edit_only(|job| signin::merge_test(job, tested)));
        self.merge(|session| session.edit_only(|job| job.verify.checked = Some(checked)));
        Ok(())
    }

    /// Does the first three stages without a problem, up to the page of the live test.
    pub(crate) async fn comes_to_the_live_test(&mut self) -> Result<TokenAuthentication> {
        Box::pin(self.checks_the_server()).await?;
        self.goes_on();
        self.agrees_to_the_names();
        let pair = self.registers_the_app()?;
        self.pastes(&pair).await?;
        self.asks_x().await.map_err(said)?;
        self.goes_on();
        Ok(pair)
    }

    /// A client with the job's server and token, to read what is on the server.
    pub(crate) async fn client(&self) -> Result<Client> {
        server::client(&self.environment, &self.stored_job()?, Stage::Push).await.map_err(said)
    }

    /// The states of all six stages.
    pub(crate) fn states(&self) -> Result<Vec<StageState>> {
        Ok(stages::all(&self.stored_job()?).into_iter().map(|view| view.state).collect())
    }

    /// The text of the open page and the rail, for snapshots.
    pub(crate) fn sees(&self, act: &str) -> Result<String> {
        let (job, book) = (self.job()?, Localizer::english());
        let mut text = format!("{act}\n");
        for view in &job.stages {
            let open = if view.stage == job.page { ">" } else { " " };
            writeln!(text, "  {open} {}: {}", book.format(&view.name), book.format(&view.words))?;
        }
        let Footer { act, label, ready, reason, other } = bar(&job);
        let ready = if *ready { "" } else { " (not yet)" };
        write!(text, "    [{}]{ready} = {act:?}", book.format(label))?;
        if let Some((act, label)) = other {
            write!(text, ", [{}] = {act:?}", book.format(label))?;
        }
        if let Some(reason) = reason {
            write!(text, ": {}", book.format(reason))?;
        }
        Ok(text + "\n")
    }

    /// Ends the journey with the world's checks on everything that was written, answered and logged.
    pub(crate) fn ends(self, wanted: &[&[ExpectedRequest]]) -> Result<()> {
        let trace = serde_json::to_string(&self.environment.trace.all())?;
        let said = [("an answer to the page", self.answers.as_str()), ("the trace", trace.as_str())];
        self.world.end(&wanted.concat(), &said)
    }
}

/// The footer of the open page.
pub(crate) fn bar(job: &JobView) -> &Footer {
    match job.page {
        Stage::Server => &job.server.bar,
        Stage::Names => &job.names.bar,
        Stage::XApp => &job.xapp.bar,
        Stage::SignIn => &job.signin.bar,
        Stage::Push => &job.push.bar,
        Stage::Verify => &job.verify.bar,
    }
}

/// Returns a receiver of exactly these commands for a test login.
pub(crate) fn says(orders: &[login::LoginCommand]) -> mpsc::Receiver<login::LoginCommand> {
    let (sender, control) = mpsc::channel(orders.len().max(1));
    for order in orders {
        sender.try_send(*order).expect("room for each");
    }
    control
}

/// Turns a symptom into a failure of the journey.
#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
pub(crate) fn said(symptom: Symptom) -> anyhow::Error {
    anyhow::anyhow!("{symptom:?}")
}

/// The action of the open page's primary button.
pub(crate) fn act(job: &JobView) -> FooterAction {
    bar(job).act
}
