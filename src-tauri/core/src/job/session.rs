use super::credentials::RejectedPaste;
use super::push::PlanReview;
use super::rotation::Rotation;
use super::{Environment, Fleet, Job, JobStore, JobSummary, SourceCheck, Subject, export, handover, login};
use crate::authentik::ServerLegResult;
use crate::credentials::Recognised;
use crate::diagnosis::{Diagnosed, Symptom};
use crate::plan::{Interruption, Plan, PushProgress, Undo};
use crate::signin;
use std::sync::atomic::AtomicU32;

/// One run of the program: the open job, and what is known only while it runs.
#[derive(Debug, Default)]
pub struct Session {
    /// The jobs at hand, newest first.
    pub jobs: Vec<JobSummary>,
    /// The open job.
    pub job: Option<Job>,
    /// What was pasted last into the Client ID's field, by its shape.
    pub id_recognised: Option<Recognised>,
    /// What was pasted last into the Client Secret's field, by its shape.
    pub secret_recognised: Option<Recognised>,
    /// What was pasted there and not taken.
    pub aside: RejectedPaste,
    /// Whether X is being asked about the pair.
    pub asking: bool,
    /// Why the keyring didn't take a secret.
    pub keyring: Option<Symptom>,
    /// How far the check of the server is, while it runs.
    pub checking: Vec<ServerLegResult>,
    /// The newest comparison with the server.
    pub plan: Option<PlanReview>,
    /// What exports are written from.
    pub export: Option<Box<export::ExportBasis>>,
    /// What an undo would do, as it was shown.
    pub undo: Option<Undo>,
    /// Whether something is being written.
    pub pushing: bool,
    /// The newest push or undo that stopped on its way, as the journal tells.
    pub stopped: Option<Interruption>,
    /// How far each change is, of the push that runs or ran last.
    pub steps: Vec<PushProgress>,
    /// The live test that runs.
    pub running: Option<signin::SignInProgress>,
    /// What came of the newest paste into it.
    pub pasted: Option<signin::PasteAnswer>,
    /// The check of an existing source.
    pub support: SourceCheck,
    /// Many sources at once.
    pub fleet: Fleet,
    /// The test login that runs.
    pub login: Option<Box<login::LoginRun>>,
    logins: u32,
    /// A secret that is being renewed.
    pub rotation: Option<Box<Rotation>>,
    rotations: u32,
    /// A job file that was opened and waits to be taken.
    pub handed: Option<Box<handover::OpenJobFile>>,
    /// What happened that belongs to no page.
    pub notice: Option<Symptom>,
    /// How many views were made, so that the page can tell a newer one from one that was overtaken.
    pub(super) views: AtomicU32,
}

impl Session {
    /// A run of the program: lists the jobs, and opens the one whose push was begun and never ended.
    pub fn start(environment: &Environment) -> Self {
        let mut session = Self::default();
        session.close(environment);
        if let Some(job) = JobStore::at(environment).interrupted() {
            session.open(job);
        }
        session
    }

    /// A run with this job open.
    pub fn of(job: Job) -> Self {
        Self { job: Some(job), ..Self::default() }
    }

    /// Changes the open job and saves it. Without an open job nothing happens.
    pub fn edit(&mut self, environment: &Environment, change: impl FnOnce(&mut Job)) {
        self.edit_only(change);
        self.save(environment);
    }

    /// Changes the open job without saving it: who merges a result saves once, at the end.
    pub fn edit_only(&mut self, change: impl FnOnce(&mut Job)) {
        if let Some(job) = &mut self.job {
            change(job);
        }
    }

    /// Whether X may be asked about the pair now: not while it is being asked already, so that two clicks are one
    /// request. [`Self::end_asking`] ends it.
    pub fn begin_asking(&mut self) -> bool {
        !std::mem::replace(&mut self.asking, true)
    }

    /// X has answered, or couldn't be asked.
    pub fn end_asking(&mut self) {
        self.asking = false;
    }

    /// The plan that is shown, about to be pushed; none if it can't be, or a push runs already.
    pub fn begin_push(&mut self, environment: &Environment) -> Option<Plan> {
        let plan = self.plan.as_ref().filter(|_| !self.pushing)?.plan().ok()?.clone();
        self.begin(environment);
        Some(plan)
    }

    /// The undo that is shown, about to be done; none if there is none, or a push runs already.
    pub fn begin_undo(&mut self, environment: &Environment) -> Option<Undo> {
        let undo = self.undo.clone().filter(|_| !self.pushing)?;
        self.begin(environment);
        Some(undo)
    }

    /// Shows how far a check of the server is, while the job that it is made for is open.
    pub fn follow_check(&mut self, made_for: &Job, legs: Vec<ServerLegResult>) {
        if self.job.as_ref().is_some_and(|job| job.id == made_for.id) {
            self.checking = legs;
        }
    }

    /// Shows how far a live test is, while the job that it is made for is open.
    pub fn follow_test(&mut self, made_for: &Job, report: signin::SignInProgress) {
        if self.job.as_ref().is_some_and(|job| job.id == made_for.id) {
            self.running = Some(report);
        }
    }

    /// Shows what came of a paste, while a test runs.
    pub fn pasted(&mut self, answer: signin::PasteAnswer) {
        self.pasted = self.running.is_some().then_some(answer);
    }

    /// Begins a test login in place of one that runs, and answers with its number.
    pub fn begin_login(&mut self, environment: &Environment, of: Subject, asked: &login::LoginRequest) -> u32 {
        self.logins += 1;
        let (run, callback) = (self.logins, asked.urls().callback);
        let report = login::begins(asked);
        let opened = environment.clock.stamp();
        self.login = Some(Box::new(login::LoginRun { run, of, callback, opened, report }));
        run
    }

    /// Begins to renew the secret of a source, unless another is half renewed: nothing that was pasted is lost to a
    /// second press.
    pub fn begin_rotation(&mut self, begin: impl FnOnce(u32) -> Rotation) {
        if self.rotation.as_ref().is_some_and(|rotation| rotation.is_half_done()) {
            return;
        }
        self.rotations += 1;
        self.rotation = Some(Box::new(begin(self.rotations)));
    }

    /// Ends the rotation, and forgets the new secret where no job keeps it; not while it is being written.
    pub fn end_rotation(&mut self) {
        self.rotation.take_if(|rotation| !rotation.is_pushing());
    }

    /// The rotation of this number, while it is the one that is under way.
    pub fn rotation_mut(&mut self, run: u32) -> Option<&mut Rotation> {
        self.rotation.as_deref_mut().filter(|rotation| rotation.run() == run)
    }

    /// Shows how far the test login of this number is.
    pub fn follow_login(&mut self, run: u32, report: login::LoginProgress) {
        if let Some(running) = self.login.as_mut().filter(|running| running.run == run) {
            running.report = report;
        }
    }

    /// The test login of this number runs no more.
    pub fn end_login(&mut self, run: u32) {
        self.login.take_if(|running| running.run == run);
    }

    /// No live test runs any more.
    pub fn end_test(&mut self) {
        self.running = None;
        self.pasted = None;
    }

    /// On the disk before the first write: whoever starts the program again finds what was begun.
    fn begin(&mut self, environment: &Environment) {
        self.pushing = true;
        self.steps.clear();
        let now = environment.clock.stamp();
        self.edit(environment, |job| job.push.begun = Some(now));
    }

    /// Saves the open job; a folder that can't be written becomes the notice.
    pub fn save(&mut self, environment: &Environment) {
        let Some(job) = &mut self.job else { return };
        job.touched = environment.clock.stamp();
        if let Err(error) = JobStore::at(environment).save(job) {
            self.notice = Some(error.symptom());
        }
    }

    /// Opens a job; what is known of the one before is put away. Checks of sources are about no job, and
    /// stay; so does a secret that is half renewed.
    pub fn open(&mut self, job: Job) {
        let (jobs, views) = (std::mem::take(&mut self.jobs), std::mem::take(&mut self.views));
        let (support, fleet) = (std::mem::take(&mut self.support), std::mem::take(&mut self.fleet));
        let (logins, rotation, rotations) = (self.logins, self.rotation.take(), self.rotations);
        *self = Self { job: Some(job), jobs, support, fleet, logins, rotation, rotations, views, ..Self::default() };
    }

    /// Lists what is at hand after a job was forgotten; if it was the open one, none is open any more.
    pub fn forgotten(&mut self, environment: &Environment, id: &str) {
        if self.job.as_ref().is_some_and(|job| job.id == id) {
            self.close(environment);
        } else {
            (self.jobs, self.notice) = JobStore::at(environment).list();
        }
    }

    /// Closes the open job and lists what is at hand.
    pub fn close(&mut self, environment: &Environment) {
        let (jobs, notice) = JobStore::at(environment).list();
        let (support, views) = (std::mem::take(&mut self.support), std::mem::take(&mut self.views));
        let (fleet, logins) = (std::mem::take(&mut self.fleet), self.logins);
        let (rotation, rotations) = (self.rotation.take(), self.rotations);
        *self = Self { jobs, support, fleet, logins, rotation, rotations, notice, views, ..Self::default() };
    }
}
