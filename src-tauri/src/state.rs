use crate::desktop::Browser;
use crate::diagnostics::{CrashNote, ProgramLog};
use crate::page::{PageChannel, PageEvent};
use crate::practice::RunningPractice;
use crate::update;
use serde::Serialize;
use sourcerer_core::diagnosis::{Diagnosis, Symptom};
use sourcerer_core::job::dropped::{self, DroppedFile};
use sourcerer_core::job::settings::{self, Settings};
use sourcerer_core::job::{Environment, Job, Session, View, leave, login};
use sourcerer_core::signin::SignInCommand;
use sourcerer_core::update::UpdateState;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tauri::ipc::Channel;
use tauri::{LogicalSize, WebviewWindow};
use tokio::sync::mpsc;

/// The result of every command.
pub(crate) type CommandResult = Result<View, Failure>;

/// Why a command failed: a diagnosis, which is all that the page receives.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Failure(Box<Diagnosis>);

impl From<Symptom> for Failure {
    fn from(symptom: Symptom) -> Self {
        Self(Box::new(Diagnosis::from(&symptom)))
    }
}

/// The width of the window next to a browser, in logical pixels.
const NARROW: f64 = 480.0;

/// The window's state. Locks are held only while something is copied out or merged in, never across a wait.
pub(crate) struct AppState {
    /// The environment of real mode, which is restored after practice.
    real: Mutex<Environment>,
    /// How long practice waits for a person. `None` means as long as in real mode.
    patience: Option<Duration>,
    environment: Mutex<Environment>,
    session: Mutex<Session>,
    control: Mutex<Option<mpsc::Sender<SignInCommand>>>,
    login: Mutex<Option<mpsc::Sender<login::LoginCommand>>>,
    servers: tokio::sync::Mutex<Option<RunningPractice>>,
    /// The channel that reports job files from outside and a slow keyring.
    page: Arc<PageChannel>,
    log: ProgramLog,
    /// The note of an earlier run's crash, until it is dismissed.
    crash: Mutex<Option<CrashNote>>,
    /// The size of the window before it was made narrow.
    before: Mutex<Option<tauri::PhysicalSize<u32>>>,
    /// Whether the person has agreed to what closing the window loses.
    closing: AtomicBool,
}

impl AppState {
    pub(crate) fn new(
        environment: Environment,
        patience: Option<Duration>,
        page: Arc<PageChannel>,
        log: ProgramLog,
    ) -> Self {
        let session = Session::start(&environment);
        Self {
            real: Mutex::new(environment.clone()),
            patience,
            environment: Mutex::new(environment),
            session: Mutex::new(session),
            control: Mutex::new(None),
            login: Mutex::new(None),
            servers: tokio::sync::Mutex::new(None),
            page,
            log,
            crash: Mutex::default(),
            before: Mutex::default(),
            closing: AtomicBool::default(),
        }
    }

    /// Takes what the start of the program found: settings that can't be read, and the note of a crash.
    pub(crate) fn begin(&self, unread: Option<Symptom>, crash: Option<CrashNote>) {
        let mut session = self.session();
        if unread.is_some() {
            session.notice = unread;
        }
        session.update = update::feed().map(|_| Box::new(UpdateState::load(&lock(&self.real).folder)));
        session.crash = crash.as_ref().map(|note| note.text().to_owned());
        *lock(&self.crash) = crash;
    }

    /// Deletes the note of a crash.
    pub(crate) fn dismiss_crash(&self) {
        if let Some(note) = lock(&self.crash).take() {
            note.delete();
        }
        self.session().crash = None;
    }

    /// Whether the window may close now. If something would be lost, the page asks the person first.
    pub(crate) fn may_close(&self) -> bool {
        if self.closing.load(Ordering::Relaxed) {
            return true;
        }
        let (real, environment) = (lock(&self.real).clone(), self.environment());
        let may = leave::ask(&real, &environment, &mut self.session());
        if !may {
            self.page.send(PageEvent::ViewChanged);
        }
        may
    }

    /// From now on the window may close, whatever is lost.
    pub(crate) fn agree_to_close(&self) {
        self.closing.store(true, Ordering::Relaxed);
    }

    /// Makes the window narrow and keeps it above others, or makes it as it was. Doing the same again changes nothing.
    pub(crate) fn make_narrow(&self, window: &WebviewWindow, on: bool) -> tauri::Result<()> {
        let before = lock(&self.before).take();
        match (on, before) {
            (true, None) => {
                let size = window.inner_size()?;
                let narrow = LogicalSize::new(NARROW, size.to_logical::<f64>(window.scale_factor()?).height);
                window.set_size(narrow)?;
                window.set_always_on_top(true)?;
                *lock(&self.before) = Some(size);
            }
            (false, Some(size)) => {
                window.set_always_on_top(false)?;
                window.set_size(size)?;
            }
            (true, Some(size)) => *lock(&self.before) = Some(size),
            (false, None) => {}
        }
        Ok(())
    }

    /// Stores these settings, and works by them from now on.
    pub(crate) fn set(&self, settings: &Settings) -> CommandResult {
        let real = lock(&self.real).clone();
        settings.store(&real.folder)?;
        self.log.turn(settings.log);
        let opener = Arc::new(Browser::new(settings.browser.clone()));
        *lock(&self.real) = Environment { opener: opener.clone(), ..real.with_settings(settings) };
        let mut environment = lock(&self.environment);
        let now = Environment { opener, ..environment.clone() };
        *environment = if now.is_practice() {
            Environment { settings: Settings { ca_file: None, ..settings.clone() }, ..now }
        } else {
            now.with_settings(settings)
        };
        drop(environment);
        Ok(self.view())
    }

    /// Stores whether newer versions are wanted, and works by that from now on.
    pub(crate) fn choose_updates(&self, weekly: bool) -> Result<(), Failure> {
        let real = lock(&self.real).clone();
        let updates = settings::choose_updates(&real, weekly)?.updates;
        lock(&self.real).settings.updates = updates;
        lock(&self.environment).settings.updates = updates;
        Ok(())
    }

    /// Asks the feed of versions if the person wants that and a week has passed, and shows what is known then.
    pub(crate) async fn check_for_updates(&self) {
        let Some(feed) = update::feed() else { return };
        let real = lock(&self.real).clone();
        let state = settings::check_for_updates(&real, &feed).await;
        self.session().update = Some(Box::new(state));
        self.page.send(PageEvent::ViewChanged);
    }

    /// Shows the notice of the newest version no more.
    pub(crate) fn close_update_notice(&self) {
        let folder = lock(&self.real).folder.clone();
        if let Some(state) = &mut self.session().update {
            state.dismissed = state.newest.as_ref().map(|release| release.version.clone());
            // If it can't be stored, the notice comes back with the next start.
            let _ = state.store(&folder);
        }
    }

    pub(crate) fn environment(&self) -> Environment {
        lock(&self.environment).clone()
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Session> {
        lock(&self.session)
    }

    pub(crate) fn view(&self) -> View {
        View::new(&self.environment(), &self.session())
    }

    /// A copy of the open job.
    pub(crate) fn stored_job(&self) -> Result<Job, Failure> {
        self.session().job.clone().ok_or_else(|| Symptom::NoJobOpen.into())
    }

    /// Changes the open job, saves it, and shows the result.
    pub(crate) fn edit(&self, change: impl FnOnce(&mut Job)) -> View {
        let environment = self.environment();
        self.session().edit(&environment, change);
        self.view()
    }

    /// Merges a result into the session if the job that it was made for is still open, saves the job, and returns the
    /// view.
    pub(crate) fn merge(&self, made_for: &Job, merge: impl FnOnce(&mut Session)) -> View {
        let environment = self.environment();
        let mut session = self.session();
        if session.job.as_ref().is_some_and(|job| job.id == made_for.id) {
            merge(&mut session);
            session.save(&environment);
        }
        View::new(&environment, &session)
    }

    /// Opens a job file, which waits in the session until the person accepts or dismisses it, or a report, whose page is
    /// shown as soon as there is one.
    pub(crate) fn hand(&self, path: &Path) {
        let environment = self.environment();
        if dropped::open(&environment, &mut self.session(), path) == DroppedFile::Report {
            self.page.send(PageEvent::ReportOpened);
        }
    }

    /// Opens a file from outside of the page, and notifies the page.
    pub(crate) fn hand_from_outside(&self, path: &Path) {
        self.hand(path);
        self.page.send(PageEvent::ViewChanged);
    }

    /// Stores the channel to the page.
    pub(crate) fn follow(&self, page: Channel<u32>) {
        self.page.open(page);
    }

    /// Stores the channel to the live test that begins, for its commands.
    pub(crate) fn begin_test(&self, control: mpsc::Sender<SignInCommand>) {
        *lock(&self.control) = Some(control);
    }

    /// The channel to the live test that runs.
    pub(crate) fn test(&self) -> Option<mpsc::Sender<SignInCommand>> {
        lock(&self.control).clone()
    }

    pub(crate) fn end_test(&self) {
        *lock(&self.control) = None;
    }

    /// Sends a command to the live test that runs; without one, nothing happens.
    pub(crate) fn control(&self, control: SignInCommand) {
        if let Some(test) = lock(&self.control).as_ref() {
            // A full queue means that the same command was sent a moment ago.
            let _ = test.try_send(control);
        }
    }

    /// Stores the channel to a test login that begins, and ends the one that runs.
    pub(crate) fn begin_login(
        &self,
        control: mpsc::Sender<login::LoginCommand>,
        begin: impl FnOnce(&mut Session) -> u32,
    ) -> u32 {
        self.control_login(login::LoginCommand::Stop);
        *lock(&self.login) = Some(control);
        begin(&mut self.session())
    }

    /// Sends a command to the test login that runs; without one, nothing happens.
    pub(crate) fn control_login(&self, control: login::LoginCommand) {
        if let Some(login) = lock(&self.login).as_ref() {
            // A full queue means that the same command was sent a moment ago. A login that has ended receives nothing.
            let _ = login.try_send(control);
        }
    }

    /// Switches to these practice servers. Earlier practice servers stop.
    pub(crate) async fn practise(&self, servers: RunningPractice) {
        self.control(SignInCommand::Stop);
        self.control_login(login::LoginCommand::Stop);
        let environment = Environment { patience: self.patience, ..servers.environment(&lock(&self.real).clone()) };
        let before = self.servers.lock().await.replace(servers);
        if let Some(before) = before {
            before.stop().await;
        }
        self.change_worlds(&environment);
        *lock(&self.environment) = environment;
    }

    /// Ends practice, and returns to real mode.
    pub(crate) async fn stop_practising(&self) {
        self.control(SignInCommand::Stop);
        self.control_login(login::LoginCommand::Stop);
        if let Some(servers) = self.servers.lock().await.take() {
            servers.stop().await;
        }
        let real = lock(&self.real).clone();
        self.change_worlds(&real);
        *lock(&self.environment) = real;
    }

    /// Ends a rotation that is under way, because it belongs to the servers that are left.
    fn change_worlds(&self, environment: &Environment) {
        let mut session = self.session();
        session.rotation = None;
        session.close(environment);
    }

    /// The practice authentik's token; `None` outside of practice.
    pub(crate) async fn practice_token(&self) -> Option<secrecy::SecretString> {
        self.servers.lock().await.as_ref().map(RunningPractice::token)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
