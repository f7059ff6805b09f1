use crate::practice::RunningPractice;
use serde::Serialize;
use sourcerer_core::diagnosis::{Diagnosis, Symptom};
use sourcerer_core::job::{Environment, Job, Session, View, handover, login};
use sourcerer_core::signin::SignInCommand;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tauri::ipc::Channel;
use tokio::sync::mpsc;

/// What every command answers.
pub(crate) type CommandResult = Result<View, Failure>;

/// Why a command couldn't be done: a diagnosis, which is all that the page sees of it.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Failure(Box<Diagnosis>);

impl From<Symptom> for Failure {
    fn from(symptom: Symptom) -> Self {
        Self(Box::new(Diagnosis::from(&symptom)))
    }
}

/// The window's state. Locks are held only while something is copied out or merged in, never while anyone is waited for.
pub(crate) struct AppState {
    /// The real world, to come back to after practice.
    real: Environment,
    /// How long practice waits for a person; none for as long as the real world.
    patience: Option<Duration>,
    environment: Mutex<Environment>,
    session: Mutex<Session>,
    control: Mutex<Option<mpsc::Sender<SignInCommand>>>,
    login: Mutex<Option<mpsc::Sender<login::LoginCommand>>>,
    servers: tokio::sync::Mutex<Option<RunningPractice>>,
    /// Who hears of what is opened from outside.
    page: Mutex<Option<Channel<u32>>>,
}

impl AppState {
    pub(crate) fn new(environment: Environment, patience: Option<Duration>) -> Self {
        let session = Session::start(&environment);
        Self {
            real: environment.clone(),
            patience,
            environment: Mutex::new(environment),
            session: Mutex::new(session),
            control: Mutex::new(None),
            login: Mutex::new(None),
            servers: tokio::sync::Mutex::new(None),
            page: Mutex::new(None),
        }
    }

    pub(crate) fn environment(&self) -> Environment {
        lock(&self.environment).clone()
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Session> {
        lock(&self.session)
    }

    pub(crate) fn view(&self) -> View {
        View::of(&self.environment(), &self.session())
    }

    /// The open job, copied out.
    pub(crate) fn stored_job(&self) -> Result<Job, Failure> {
        self.session().job.clone().ok_or_else(|| Symptom::NoJobOpen.into())
    }

    /// Changes the open job, saves it, and shows the result.
    pub(crate) fn edit(&self, change: impl FnOnce(&mut Job)) -> View {
        let environment = self.environment();
        self.session().edit(&environment, change);
        self.view()
    }

    /// Merges a result into the session, if the job that it was made for is still open, saves, and shows it.
    pub(crate) fn merge(&self, made_for: &Job, merge: impl FnOnce(&mut Session)) -> View {
        let environment = self.environment();
        let mut session = self.session();
        if session.job.as_ref().is_some_and(|job| job.id == made_for.id) {
            merge(&mut session);
            session.save(&environment);
        }
        View::of(&environment, &session)
    }

    /// Opens a job file, which waits in the session until it is taken or left.
    pub(crate) fn hand(&self, path: &Path) {
        let environment = self.environment();
        handover::hand(&environment, &mut self.session(), path);
    }

    /// The same from outside of the page, which is told to look.
    pub(crate) fn hand_from_outside(&self, path: &Path) {
        self.hand(path);
        if let Some(page) = lock(&self.page).as_ref() {
            // A page that is gone sees it when it comes back.
            let _ = page.send(0);
        }
    }

    /// Takes the way to the page.
    pub(crate) fn follow(&self, page: Channel<u32>) {
        *lock(&self.page) = Some(page);
    }

    /// Takes the way to the running test, for its controls.
    pub(crate) fn begin_test(&self, control: mpsc::Sender<SignInCommand>) {
        *lock(&self.control) = Some(control);
    }

    /// The way to the running test.
    pub(crate) fn test(&self) -> Option<mpsc::Sender<SignInCommand>> {
        lock(&self.control).clone()
    }

    pub(crate) fn end_test(&self) {
        *lock(&self.control) = None;
    }

    /// Tells the running test something; without one nothing happens.
    pub(crate) fn control(&self, control: SignInCommand) {
        if let Some(test) = lock(&self.control).as_ref() {
            // A full queue means that the same was said a moment ago.
            let _ = test.try_send(control);
        }
    }

    /// Takes the way to a test login that begins, and ends the one that runs.
    pub(crate) fn begin_login(
        &self,
        control: mpsc::Sender<login::LoginCommand>,
        begin: impl FnOnce(&mut Session) -> u32,
    ) -> u32 {
        self.control_login(login::LoginCommand::Stop);
        *lock(&self.login) = Some(control);
        begin(&mut self.session())
    }

    /// Tells the running test login something; without one nothing happens.
    pub(crate) fn control_login(&self, control: login::LoginCommand) {
        if let Some(login) = lock(&self.login).as_ref() {
            // A full queue means that the same was said a moment ago; one that is over hears nothing.
            let _ = login.try_send(control);
        }
    }

    /// Goes over to practice servers; whatever practice ran before ends.
    pub(crate) async fn practise(&self, servers: RunningPractice) {
        self.control(SignInCommand::Stop);
        self.control_login(login::LoginCommand::Stop);
        let environment = Environment { patience: self.patience, ..servers.environment(&self.real) };
        let before = self.servers.lock().await.replace(servers);
        if let Some(before) = before {
            before.stop().await;
        }
        self.change_worlds(&environment);
        *lock(&self.environment) = environment;
    }

    /// Ends practice, and comes back to the real world.
    pub(crate) async fn stop_practising(&self) {
        self.control(SignInCommand::Stop);
        self.control_login(login::LoginCommand::Stop);
        if let Some(servers) = self.servers.lock().await.take() {
            servers.stop().await;
        }
        self.change_worlds(&self.real);
        *lock(&self.environment) = self.real.clone();
    }

    /// A secret that is half renewed belongs to the servers that are left.
    fn change_worlds(&self, environment: &Environment) {
        let mut session = self.session();
        session.rotation = None;
        session.close(environment);
    }

    /// The practice authentik's token; none outside of practice.
    pub(crate) async fn practice_token(&self) -> Option<secrecy::SecretString> {
        self.servers.lock().await.as_ref().map(RunningPractice::token)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
