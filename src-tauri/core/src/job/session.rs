use super::credentials::RejectedPaste;
use super::plain_field::PlainField;
use super::push::PlanReview;
use super::rotation::Rotation;
use super::{Environment, Fleet, Job, JobStore, JobSummary, SourceCheck, Subject, export, handover, leave, login};
use crate::authentik::ServerLegResult;
use crate::credentials::Recognised;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::{Message, msg};
use crate::plan::{Interruption, Plan, PushProgress, Undo};
use crate::signin;
use crate::storage;
use crate::update::UpdateState;
use secrecy::SecretString;
use std::sync::atomic::{AtomicU32, Ordering};

/// A token that couldn't be stored, until the person chooses another place for it. It is in memory only, and for the
/// address that it was entered for.
#[derive(Debug)]
pub struct TokenAside {
    /// The address.
    pub(super) base: String,
    /// The token.
    pub(super) token: SecretString,
}

/// One run of the program: the open job, and what is known only while it runs.
#[derive(Debug, Default)]
pub struct Session {
    /// The saved jobs, newest first.
    pub jobs: Vec<JobSummary>,
    /// The open job.
    pub job: Option<Job>,
    /// What the newest paste into the Client ID's field was recognized as.
    pub id_recognised: Option<Recognised>,
    /// What the newest paste into the Client Secret's field was recognized as.
    pub secret_recognised: Option<Recognised>,
    /// The pasted values that weren't accepted.
    pub aside: RejectedPaste,
    /// Whether X is being asked about the client credentials.
    pub asking: bool,
    /// The fields whose newest text is a secret and wasn't taken.
    pub misplaced: Vec<PlainField>,
    /// Why the keyring didn't store a secret.
    pub keyring: Option<Symptom>,
    /// An API token that couldn't be stored yet.
    pub token_aside: Option<TokenAside>,
    /// The progress of the server check, while it is running.
    pub checking: Vec<ServerLegResult>,
    /// The newest comparison with the server.
    pub plan: Option<PlanReview>,
    /// What exports are written from, if that is known.
    pub export: Option<Box<export::ExportBasis>>,
    /// The undo that was shown.
    pub undo: Option<Undo>,
    /// Whether something is being written.
    pub pushing: bool,
    /// The interruption of the newest push or undo, if the journal records one.
    pub stopped: Option<Interruption>,
    /// The progress of each change in the running or newest push.
    pub steps: Vec<PushProgress>,
    testing: bool,
    /// The progress of the live test that runs.
    pub running: Option<signin::SignInProgress>,
    /// The result of the newest paste into the live test.
    pub pasted: Option<signin::PasteAnswer>,
    /// The source check.
    pub support: SourceCheck,
    /// The fleet.
    pub fleet: Fleet,
    /// The test login that runs.
    pub login: Option<Box<login::LoginRun>>,
    logins: u32,
    /// The rotation in progress.
    pub rotation: Option<Box<Rotation>>,
    rotations: u32,
    /// A job file that was opened and is waiting to be taken.
    pub handed: Option<Box<handover::OpenJobFile>>,
    /// A request to close the window that waits for an answer.
    pub(super) leaving: Option<leave::LeaveRequest>,
    /// The note of a crash of an earlier run, until it is dismissed.
    pub crash: Option<String>,
    /// What is known of newer versions, in a build that has a feed of them.
    pub update: Option<Box<UpdateState>>,
    /// A notice about something that belongs to no page.
    pub notice: Option<Symptom>,
    /// How many views were made, so that the page can tell a newer view from one that arrives late.
    pub(super) views: AtomicU32,
}

impl Session {
    /// Starts a run of the program: lists the saved jobs, and opens the one whose push was started and never ended.
    pub fn start(environment: &Environment) -> Self {
        storage::sweep(&environment.folder);
        let mut session = Self::default();
        session.close(environment);
        if let Some(job) = JobStore::new(environment).interrupted() {
            session.open(environment, job);
        }
        session
    }

    /// How many views were made.
    pub(super) fn view_count(&self) -> u32 {
        self.views.load(Ordering::Relaxed)
    }

    /// A run with this job open.
    pub fn with_job(job: Job) -> Self {
        Self { job: Some(job), ..Self::default() }
    }

    /// Changes the open job and saves it. Without an open job nothing happens.
    pub fn edit(&mut self, environment: &Environment, change: impl FnOnce(&mut Job)) {
        self.misplaced.clear();
        self.edit_only(change);
        self.save(environment);
    }

    /// Why the newest text of a field wasn't taken.
    pub(in crate::job) fn misplaced_in(&self, field: PlainField) -> Option<Message> {
        self.misplaced.contains(&field).then(msg::names_secret_misplaced)
    }

    /// Changes the open job without saving it, for callers that merge a result and save once at the end.
    pub fn edit_only(&mut self, change: impl FnOnce(&mut Job)) {
        if let Some(job) = &mut self.job {
            change(job);
        }
    }

    /// Whether X may be asked about the credentials now. It may not while a request is running, so two clicks make one
    /// request. [`Self::end_asking`] ends it.
    pub fn begin_asking(&mut self) -> bool {
        !std::mem::replace(&mut self.asking, true)
    }

    /// X has answered, or couldn't be asked.
    pub fn end_asking(&mut self) {
        self.asking = false;
    }

    /// Starts the push of the plan that is shown.
    ///
    /// # Errors
    /// [`Symptom::PushElsewhere`] while something is being written, [`Symptom::NothingToPush`] without a plan that can be
    /// pushed.
    pub fn begin_push(&mut self, environment: &Environment) -> Result<Plan, Symptom> {
        self.refuse_while_writing()?;
        let plan = self.plan.as_ref().and_then(|review| review.plan().ok()).ok_or(Symptom::NothingToPush)?.clone();
        self.begin(environment);
        Ok(plan)
    }

    /// Starts the undo that is shown.
    ///
    /// # Errors
    /// [`Symptom::PushElsewhere`] while something is being written, [`Symptom::NothingToUndo`] without an undo that was
    /// shown.
    pub fn begin_undo(&mut self, environment: &Environment) -> Result<Undo, Symptom> {
        self.refuse_while_writing()?;
        let undo = self.undo.clone().ok_or_else(|| Symptom::NothingToUndo { others: String::new() })?;
        self.begin(environment);
        Ok(undo)
    }

    fn refuse_while_writing(&self) -> Result<(), Symptom> {
        let what = || self.job.as_ref().map(|job| job.names.typed.slug.clone()).unwrap_or_default();
        if self.pushing { Err(Symptom::PushElsewhere { what: what() }) } else { Ok(()) }
    }

    /// Whether a live test may start now. It may not while another one is running, so two clicks make one test, and so do
    /// two jobs: both would wait for the browser at the same port. [`Self::end_test`] ends it.
    pub fn begin_test(&mut self) -> bool {
        !std::mem::replace(&mut self.testing, true)
    }

    /// Whether a live test is running, of this job or of one that was open before.
    pub(super) fn is_testing(&self) -> bool {
        self.testing
    }

    /// Shows the progress of a server check, while the job that it belongs to is open.
    pub fn follow_check(&mut self, made_for: &Job, legs: Vec<ServerLegResult>) {
        if self.job.as_ref().is_some_and(|job| job.id == made_for.id) {
            self.checking = legs;
        }
    }

    /// Shows the progress of a live test, while the job that it belongs to is open.
    pub fn follow_test(&mut self, made_for: &Job, report: signin::SignInProgress) {
        if self.job.as_ref().is_some_and(|job| job.id == made_for.id) {
            self.running = Some(report);
        }
    }

    /// Shows the result of a paste, while a test is running.
    pub fn merge_paste(&mut self, answer: signin::PasteAnswer) {
        self.pasted = self.running.is_some().then_some(answer);
    }

    /// Starts a test login in place of a running one, and returns its number.
    pub fn begin_login(&mut self, environment: &Environment, of: Subject, asked: &login::LoginRequest) -> u32 {
        self.logins += 1;
        let (run, callback) = (self.logins, asked.urls().callback);
        let report = login::begins(asked);
        let opened = environment.clock.stamp();
        self.login = Some(Box::new(login::LoginRun { run, of, callback, opened, report }));
        run
    }

    /// Starts a rotation, unless another is half done: a second press must not lose what was pasted.
    pub fn begin_rotation(&mut self, begin: impl FnOnce(u32) -> Rotation) {
        if self.rotation.as_ref().is_some_and(|rotation| rotation.is_half_done()) {
            return;
        }
        self.rotations += 1;
        self.rotation = Some(Box::new(begin(self.rotations)));
    }

    /// Ends the rotation, and drops the new secret if no job stores it. Does nothing while the secret is being written.
    pub fn end_rotation(&mut self) {
        self.rotation.take_if(|rotation| !rotation.is_pushing());
    }

    /// The rotation with this number, while it is the one in progress.
    pub fn rotation_mut(&mut self, run: u32) -> Option<&mut Rotation> {
        self.rotation.as_deref_mut().filter(|rotation| rotation.run() == run)
    }

    /// Shows the progress of the test login with this number.
    pub fn follow_login(&mut self, run: u32, report: login::LoginProgress) {
        if let Some(running) = self.login.as_mut().filter(|running| running.run == run) {
            running.report = report;
        }
    }

    /// Records that the test login with this number has ended.
    pub fn end_login(&mut self, run: u32) {
        self.login.take_if(|running| running.run == run);
    }

    /// Records that the live test has ended.
    pub fn end_test(&mut self) {
        self.testing = false;
        self.running = None;
        self.pasted = None;
    }

    /// Saves the start of a write to disk before the first write, so that the next run of the program finds what was
    /// started.
    fn begin(&mut self, environment: &Environment) {
        self.pushing = true;
        self.steps.clear();
        let now = environment.clock.stamp();
        self.edit(environment, |job| job.push.begun = Some(now));
    }

    /// Saves the open job; a folder that can't be written becomes the notice.
    pub fn save(&mut self, environment: &Environment) {
        let Some(job) = &mut self.job else { return };
        // What had to be done without the secret has said so already.
        environment.drop_lost_secrets(job);
        job.touched = environment.clock.stamp();
        if let Err(error) = JobStore::new(environment).save(job) {
            self.notice = Some(error.symptom());
        }
    }

    /// Opens a job, and drops what is known of the previous one. Source checks belong to no job and stay, and so does a
    /// rotation that is half done. Where secrets of the job are gone, the notice says which and where to enter them.
    pub fn open(&mut self, environment: &Environment, mut job: Job) {
        let notice = environment.drop_lost_secrets(&mut job).map(|secret| Symptom::SecretForgotten { secret });
        let (jobs, views) = (std::mem::take(&mut self.jobs), std::mem::take(&mut self.views));
        let (support, fleet) = (std::mem::take(&mut self.support), std::mem::take(&mut self.fleet));
        let (logins, rotation, rotations) = (self.logins, self.rotation.take(), self.rotations);
        let crash = self.crash.take();
        *self = Self {
            job: Some(job),
            jobs,
            support,
            fleet,
            logins,
            rotation,
            rotations,
            notice,
            crash,
            views,
            testing: self.testing,
            ..Self::default()
        };
    }

    /// Updates the list after a job was deleted. If it was the open one, no job is open any more.
    pub fn remove_job(&mut self, environment: &Environment, id: &str) {
        if self.job.as_ref().is_some_and(|job| job.id == id) {
            self.close(environment);
        } else {
            (self.jobs, self.notice) = JobStore::new(environment).list();
        }
    }

    /// Updates the list of saved jobs, and leaves everything else as it is.
    pub(super) fn relist(&mut self, environment: &Environment) {
        self.jobs = JobStore::new(environment).list().0;
    }

    /// Closes the open job and updates the list of saved jobs.
    pub fn close(&mut self, environment: &Environment) {
        let (jobs, notice) = JobStore::new(environment).list();
        let (support, views) = (std::mem::take(&mut self.support), std::mem::take(&mut self.views));
        let (fleet, logins) = (std::mem::take(&mut self.fleet), self.logins);
        let (rotation, rotations) = (self.rotation.take(), self.rotations);
        let (testing, crash) = (self.testing, self.crash.take());
        *self = Self {
            jobs,
            testing,
            support,
            fleet,
            logins,
            rotation,
            rotations,
            crash,
            notice,
            views,
            ..Self::default()
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_something_is_written_a_second_push_and_an_undo_are_refused_with_the_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        let environment = Environment { folder: folder.path().join("sourcerer"), ..Environment::for_tests() };
        let mut session = Session::with_job(Job::new(&environment));
        assert_eq!(session.begin_push(&environment).err(), Some(Symptom::NothingToPush));
        session.pushing = true;
        let elsewhere = Symptom::PushElsewhere { what: "twitter".to_owned() };
        assert_eq!(session.begin_push(&environment).err(), Some(elsewhere.clone()));
        assert_eq!(session.begin_undo(&environment).err(), Some(elsewhere));
        session.pushing = false;
        assert_eq!(session.begin_undo(&environment).err(), Some(Symptom::NothingToUndo { others: String::new() }));
    }

    #[test]
    fn one_live_test_runs_at_a_time_whatever_job_is_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let environment = Environment { folder: folder.path().join("sourcerer"), ..Environment::for_tests() };
        let mut session = Session::with_job(Job::new(&environment));
        assert!(session.begin_test());
        assert!(!session.begin_test());
        session.open(&environment, Job::new(&environment));
        assert!(!session.begin_test(), "the test of the job before still waits at its port");
        session.close(&environment);
        assert!(!session.begin_test());
        session.end_test();
        assert!(session.begin_test());
    }
}
