//! What a person does with the list of jobs: give a job a name, archive it, or begin another one from it.

use super::model::{Credentials, Names, Server, XApp};
use super::plain_field::PlainField;
use super::{Environment, Job, JobStore, Session, misplaced};
use crate::diagnosis::{Diagnosed, Symptom};

/// The longest name of a job, in characters. A longer one is cut.
const LONGEST_LABEL: usize = 80;

/// A name for a job, which is no secret: it is shown and stored in the clear.
#[derive(Clone, Debug)]
pub struct JobLabel(String);

impl JobLabel {
    /// Reads what was typed as the name of this job.
    ///
    /// # Errors
    /// [`Symptom::SecretMisplaced`].
    pub async fn parse(environment: &Environment, job: &Job, typed: &str) -> Result<Self, Symptom> {
        if !misplaced::find(environment, job, &[(PlainField::Label, typed)]).await.is_empty() {
            return Err(Symptom::SecretMisplaced);
        }
        let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Self(words.chars().take(LONGEST_LABEL).collect()))
    }
}

/// Gives a job a name of its own, which the list shows in place of the server's host; an empty one takes it away.
///
/// # Errors
/// When the job is gone or its file is damaged, and when it can't be written.
pub fn rename(environment: &Environment, session: &mut Session, id: &str, label: JobLabel) -> Result<(), Symptom> {
    change(environment, session, id, |job| job.label = label.0)
}

/// Moves a job below the list, or back into it.
///
/// # Errors
/// As [`rename`].
pub fn archive(environment: &Environment, session: &mut Session, id: &str, archived: bool) -> Result<(), Symptom> {
    change(environment, session, id, |job| job.archived = archived)
}

/// Opens a new job with what was entered in this one, for another server or another slug. It has no secret and no
/// result: each is proved anew.
///
/// # Errors
/// When the job is gone or its file is damaged.
pub fn duplicate(environment: &Environment, session: &mut Session, id: &str) -> Result<(), Symptom> {
    let copy = copy_of(environment, &find(environment, session, id)?);
    session.open(environment, copy);
    session.save(environment);
    Ok(())
}

fn copy_of(environment: &Environment, job: &Job) -> Job {
    Job {
        label: job.label.clone(),
        server: Server {
            address: job.server.address.clone(),
            allow_http: job.server.allow_http,
            ca_file: job.server.ca_file.clone(),
            ..Server::default()
        },
        // What a copy does is confirmed for the copy.
        names: Names { agreed: false, ..job.names.clone() },
        xapp: XApp { layout: job.xapp.layout, people: job.xapp.people, ..XApp::default() },
        credentials: Credentials { client_id: job.credentials.client_id.clone(), ..Credentials::default() },
        ..Job::undecided(environment)
    }
}

/// The open job, or one of the list.
///
/// # Errors
/// When the job is gone or its file is damaged.
pub fn find(environment: &Environment, session: &Session, id: &str) -> Result<Job, Symptom> {
    if let Some(open) = session.job.as_ref().filter(|job| job.id == id) {
        return Ok(open.clone());
    }
    let found = JobStore::new(environment).open(id).map_err(|error| error.symptom())?;
    found.ok_or(Symptom::NoJobOpen)
}

/// Changes a job, whether it is the open one or only in the list. When it was last worked on stays as it was.
pub(super) fn change(
    environment: &Environment,
    session: &mut Session,
    id: &str,
    change: impl FnOnce(&mut Job),
) -> Result<(), Symptom> {
    let mut job = find(environment, session, id)?;
    change(&mut job);
    JobStore::new(environment).save(&job).map_err(|error| error.symptom())?;
    match &mut session.job {
        Some(open) if open.id == id => *open = job,
        Some(_) | None => session.relist(environment),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::JobSummary;
    use crate::job::model::StoredSecret;
    use crate::job::{SecretLocation, model::Handover};

    const SERVER: &str = "https://sso.company.example";

    fn with_one_job(check: impl FnOnce(&Environment, &mut Session, &str)) {
        let folder = tempfile::tempdir().expect("a folder");
        let environment = Environment { folder: folder.path().join("sourcerer"), ..Environment::for_tests() };
        let mut job = Job::new(&environment);
        job.id = "job-1".to_owned();
        SERVER.clone_into(&mut job.server.address);
        job.names.typed.slug = "other".to_owned();
        job.credentials.client_id = Some("an-id".to_owned());
        job.handover = Handover::default();
        job.server.token = Some(StoredSecret {
            server: format!("{SERVER}/"),
            place: SecretLocation::Keyring,
            at: "2026-05-04T10:20:30Z".to_owned(),
            ending: "wxyz".to_owned(),
        });
        JobStore::new(&environment).save(&job).expect("a folder that can be written");
        let mut session = Session::start(&environment);
        check(&environment, &mut session, "job-1");
    }

    fn label(environment: &Environment, session: &Session, typed: &str) -> JobLabel {
        parse(environment, session, typed).expect("no secret")
    }

    fn parse(environment: &Environment, session: &Session, typed: &str) -> Result<JobLabel, Symptom> {
        let job = find(environment, session, "job-1").expect("a job");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(JobLabel::parse(environment, &job, typed))
    }

    fn listed(session: &Session) -> Vec<JobSummary> {
        super::super::view::view(session).jobs
    }

    #[test]
    fn a_job_keeps_its_name_whether_it_is_open_or_not_and_isnt_touched_by_it() {
        with_one_job(|environment, session, id| {
            let touched = listed(session)[0].touched.clone();
            rename(environment, session, id, label(environment, session, "  The\n new   one ")).expect("a job");
            assert_eq!(listed(session)[0].label, "The new one");
            let job = JobStore::new(environment).open(id).expect("a file").expect("a job");
            session.open(environment, job);
            let long = label(environment, session, &"é".repeat(200));
            rename(environment, session, id, long).expect("a job");
            assert_eq!(session.job.as_ref().expect("a job").label.chars().count(), LONGEST_LABEL);
            rename(environment, session, id, label(environment, session, "")).expect("a job");
            assert_eq!(session.job.as_ref().expect("a job").label, "");
            assert_eq!(listed(session)[0].touched, touched);
        });
    }

    #[test]
    fn a_secret_is_no_name() {
        with_one_job(|environment, session, _| {
            let secret = "aZ3".repeat(20);
            assert_eq!(parse(environment, session, &secret).err(), Some(Symptom::SecretMisplaced));
        });
    }

    #[test]
    fn an_archived_job_stays_archived_after_a_restart_and_comes_back() {
        with_one_job(|environment, session, id| {
            archive(environment, session, id, true).expect("a job");
            assert!(listed(&Session::start(environment))[0].archived);
            archive(environment, session, id, false).expect("a job");
            assert!(!listed(session)[0].archived);
        });
    }

    #[test]
    fn a_duplicate_has_what_was_entered_and_no_secret_or_result() {
        with_one_job(|environment, session, id| {
            duplicate(environment, session, id).expect("a job");
            let copy = session.job.clone().expect("an open job");
            assert_ne!(copy.id, id);
            assert_eq!((copy.server.address.as_str(), copy.names.typed.slug.as_str()), (SERVER, "other"));
            assert_eq!(copy.credentials.client_id.as_deref(), Some("an-id"));
            assert_eq!((&copy.server.token, &copy.credentials.secret, &copy.push.done), (&None, &None, &None));
            assert!(JobStore::new(environment).open(id).expect("a file").expect("a job").server.token.is_some());
            assert_eq!(Session::start(environment).jobs.len(), 2);
        });
    }

    #[test]
    fn a_job_that_is_gone_is_said_to_be_gone() {
        with_one_job(|environment, session, _| {
            assert_eq!(archive(environment, session, "job-2", true), Err(Symptom::NoJobOpen));
            assert_eq!(duplicate(environment, session, "job-2"), Err(Symptom::NoJobOpen));
        });
    }
}
