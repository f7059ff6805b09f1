use super::credentials::{self, CredentialsPage};
use super::export::{self, ExportPage};
use super::handover::{self, HandoverPage, JobFilePage};
use super::leave::{self, LeavePrompt};
use super::names::{self, NamesPage};
use super::push::{self, PushPage};
use super::repair::{self, RepairPage};
use super::rotation::{self, RotationPage};
use super::server::{self, ServerPage};
use super::settings::{self, SettingsPage};
use super::signin::{self, SignInPage};
use super::source_stage::{self, SourceStagePage};
use super::store::JobSummary;
use super::verify::{self, VerifyPage};
use super::xapp::{self, XAppPage};
use super::{Environment, FleetPage, Job, Mode, Session, SourceCheckPage, StageView, source_check, stages_now};
use crate::diagnosis::Diagnosis;
use crate::facts::FactAges;
use crate::stage::Stage;
use serde::Serialize;
use std::sync::atomic::Ordering;

/// The view: everything that the window shows. Each command answers with a new one, which replaces the previous one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// Counts the views of this run: the one with the higher number is the newer.
    pub revision: u32,
    /// The start page, with the saved jobs.
    pub home: StartPage,
    /// The job that is open.
    pub job: Option<JobView>,
    /// The source check.
    pub support: SourceCheckPage,
    /// The fleet.
    pub fleet: FleetPage,
    /// The rotation in progress.
    pub rotation: Option<Box<RotationPage>>,
    /// A job file that was opened and is waiting to be taken.
    pub handover: Option<JobFilePage>,
    /// Set while the practice servers are running.
    pub practice: Option<PracticeBand>,
    /// The question before the window is closed, while it waits for an answer.
    pub leave: Option<LeavePrompt>,
    /// The note of a crash of an earlier run, until it is dismissed.
    pub crash: Option<String>,
    /// A notice about something that belongs to no page, such as a damaged file that was set aside.
    pub notice: Option<Diagnosis>,
    /// How many exchanges the request log holds.
    pub sent: u32,
    /// The settings.
    pub settings: SettingsPage,
    /// How old the facts are that pages show.
    pub facts: FactAges,
}

/// What the band on every page says in practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticeBand {
    /// The names of the faults that are turned on.
    pub faults: Vec<String>,
    /// Whether the page keeps their names to itself until it is asked.
    pub hidden: bool,
    /// Whether the practice authentik has an enterprise license.
    pub licensed: bool,
    /// The name of the practice authentik's layout.
    pub layout: String,
    /// The practice authentik's address.
    pub authentik: String,
    /// The practice portal's address.
    pub portal: String,
}

/// The open job, page by page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JobView {
    /// The job's id.
    pub id: String,
    /// The name that the admin gave the job; empty if none.
    pub label: String,
    /// The server's host; none while no address is entered.
    pub host: Option<String>,
    /// The source's name.
    pub name: String,
    /// The slug.
    pub slug: String,
    /// The page that is open.
    pub page: Stage,
    /// The rail.
    pub stages: Vec<StageView>,
    /// How the job is shared between two people.
    pub share: HandoverPage,
    /// Stage 1.
    pub server: ServerPage,
    /// Stage 2.
    pub names: NamesPage,
    /// Stage 3.
    pub xapp: XAppPage,
    /// The second part of stage 3.
    pub credentials: CredentialsPage,
    /// Stage 4.
    pub signin: SignInPage,
    /// Stage 5.
    pub push: PushPage,
    /// Stage 6.
    pub verify: VerifyPage,
    /// The source stage, an optional part of stage 5.
    pub source_stage: SourceStagePage,
    /// The link repair, an optional part of stage 5.
    pub repair: RepairPage,
    /// The exports.
    pub export: ExportPage,
    /// Whether a rotation can be started: the source was pushed, and there is a token.
    pub rotatable: bool,
}

impl View {
    /// Builds the view of this session.
    pub fn new(environment: &Environment, session: &Session) -> Self {
        Self {
            revision: session.views.fetch_add(1, Ordering::Relaxed),
            home: view(session),
            job: session.job.as_ref().map(|job| job_view(environment, job, session)),
            support: source_check::page(environment, session),
            fleet: session.fleet.page(),
            rotation: rotation::page(session),
            handover: handover::page(session),
            practice: match &environment.world {
                Mode::Real => None,
                Mode::Practice(practice) => Some(PracticeBand {
                    faults: practice.faults.clone(),
                    hidden: practice.hidden,
                    licensed: practice.licensed,
                    layout: practice.layout.clone(),
                    authentik: practice.authentik.as_str().trim_end_matches('/').to_owned(),
                    portal: practice.portal.to_string(),
                }),
            },
            leave: leave::prompt(environment, session),
            crash: session.crash.clone(),
            notice: session.notice.as_ref().map(Diagnosis::from),
            sent: environment.trace.count(),
            settings: settings::page(environment, session),
            facts: FactAges::new(environment.clock.now().date()),
        }
    }
}

fn job_view(environment: &Environment, job: &Job, session: &Session) -> JobView {
    JobView {
        id: job.id.clone(),
        label: job.label.clone(),
        host: job.server.url().map(|url| url.host().to_owned()),
        name: job.names.typed.name.clone(),
        slug: job.names.typed.slug.clone(),
        page: job.page,
        stages: stages_now::all_now(job, session),
        share: handover::share(job),
        server: server::page(job, session),
        names: names::page(job, &session.misplaced),
        xapp: xapp::page(job),
        credentials: credentials::page(job, session),
        signin: signin::page(environment, job, session),
        push: push::page(job, session),
        verify: verify::page(environment, job, session),
        source_stage: source_stage::page(job),
        repair: repair::page(job),
        export: export::page(job, session),
        rotatable: job.push.done.is_some() && job.server.token().is_some(),
    }
}

/// The page that the program starts with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StartPage {
    /// The saved jobs, newest first.
    pub jobs: Vec<JobSummary>,
}

pub(super) fn view(session: &Session) -> StartPage {
    let mut jobs = session.jobs.clone();
    // The list was read when no job was open. The open one is saved with every change, so it is in the list as it is now.
    if let Some(open) = &session.job {
        jobs.retain(|card| card.id != open.id);
        jobs.insert(0, JobSummary::of(open));
    }
    StartPage { jobs }
}
