use crate::practice::Servers;
use serde::Serialize;
use sourcerer_core::diagnosis::{Diagnosis, Symptom};
use sourcerer_core::job::{Desk, Draft, Session, View};
use sourcerer_core::signin::Control;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::mpsc;

/// What every command answers.
pub(crate) type Answer = Result<View, Failure>;

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
pub(crate) struct App {
    /// The real world, to come back to after practice.
    real: Desk,
    /// How long practice waits for a person; none for as long as the real world.
    patience: Option<Duration>,
    desk: Mutex<Desk>,
    session: Mutex<Session>,
    control: Mutex<Option<mpsc::Sender<Control>>>,
    servers: tokio::sync::Mutex<Option<Servers>>,
}

impl App {
    pub(crate) fn new(desk: Desk, patience: Option<Duration>) -> Self {
        let session = Session::start(&desk);
        Self {
            real: desk.clone(),
            patience,
            desk: Mutex::new(desk),
            session: Mutex::new(session),
            control: Mutex::new(None),
            servers: tokio::sync::Mutex::new(None),
        }
    }

    pub(crate) fn desk(&self) -> Desk {
        lock(&self.desk).clone()
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Session> {
        lock(&self.session)
    }

    pub(crate) fn view(&self) -> View {
        View::of(&self.desk(), &self.session())
    }

    /// The open job, copied out.
    pub(crate) fn draft(&self) -> Result<Draft, Failure> {
        self.session().draft.clone().ok_or_else(|| Symptom::NoJobOpen.into())
    }

    /// Changes the open job, saves it, and shows the result.
    pub(crate) fn edit(&self, change: impl FnOnce(&mut Draft)) -> View {
        let desk = self.desk();
        self.session().edit(&desk, change);
        self.view()
    }

    /// Merges a result into the session, if the job that it was made for is still open, saves, and shows it.
    pub(crate) fn merge(&self, made_for: &Draft, merge: impl FnOnce(&mut Session)) -> View {
        let desk = self.desk();
        let mut session = self.session();
        if session.draft.as_ref().is_some_and(|draft| draft.id == made_for.id) {
            merge(&mut session);
            session.save(&desk);
        }
        View::of(&desk, &session)
    }

    /// Takes the way to the running test, for its controls.
    pub(crate) fn begin_test(&self, control: mpsc::Sender<Control>) {
        *lock(&self.control) = Some(control);
    }

    /// The way to the running test.
    pub(crate) fn test(&self) -> Option<mpsc::Sender<Control>> {
        lock(&self.control).clone()
    }

    pub(crate) fn end_test(&self) {
        *lock(&self.control) = None;
    }

    /// Tells the running test something; without one nothing happens.
    pub(crate) fn control(&self, control: Control) {
        if let Some(test) = lock(&self.control).as_ref() {
            // A full queue means that the same was said a moment ago.
            let _ = test.try_send(control);
        }
    }

    /// Goes over to practice servers; whatever practice ran before ends.
    pub(crate) async fn practise(&self, servers: Servers) {
        self.control(Control::Stop);
        let desk = Desk { patience: self.patience, ..servers.desk(&self.real) };
        let before = self.servers.lock().await.replace(servers);
        if let Some(before) = before {
            before.stop().await;
        }
        self.session().close(&desk);
        *lock(&self.desk) = desk;
    }

    /// Ends practice, and comes back to the real world.
    pub(crate) async fn stop_practising(&self) {
        self.control(Control::Stop);
        if let Some(servers) = self.servers.lock().await.take() {
            servers.stop().await;
        }
        self.session().close(&self.real);
        *lock(&self.desk) = self.real.clone();
    }

    /// The practice authentik's token; none outside of practice.
    pub(crate) async fn practice_token(&self) -> Option<secrecy::SecretString> {
        self.servers.lock().await.as_ref().map(Servers::token)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
