use super::model::StoredClientSecret;
use super::status::{self, StageState};
use super::{Environment, Job, StoredSecret, stages};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::i18n::Message;
use crate::stage::Stage;
use crate::storage::{self, FileName, JsonStore};
use serde::Serialize;

/// A job in the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JobSummary {
    /// The job's id.
    pub id: String,
    /// The name that the admin gave it; empty if none.
    pub label: String,
    /// Whether the admin moved it below the list.
    pub archived: bool,
    /// The server's host; none while no address is entered.
    pub host: Option<String>,
    /// The source's name.
    pub name: String,
    /// The slug.
    pub slug: String,
    /// The page that was open.
    pub stage: Stage,
    /// Its name.
    pub stage_name: Message,
    /// The state to show: that of the worst stage, or done when all stages are.
    pub state: StageState,
    /// The words of the stage that the state comes from.
    pub words: Message,
    /// Whether there is a source that people can sign in through.
    pub pushed: bool,
    /// Whether a secret is stored for it.
    pub has_secrets: bool,
    /// When it was last changed (RFC 3339, UTC).
    pub touched: String,
    /// When the source was last checked from outside (RFC 3339, UTC).
    pub checked: Option<String>,
}

impl JobSummary {
    /// The summary of this job.
    pub fn of(job: &Job) -> Self {
        let all = stages::all(job);
        let attention = all.iter().find(|view| view.state == StageState::NeedsAttention);
        let last = all.iter().rfind(|view| view.state == StageState::Done && view.stage == Stage::Verify);
        let (state, words) = match attention.or(last) {
            Some(view) => (view.state, view.words.clone()),
            None => status::in_progress(),
        };
        Self {
            id: job.id.clone(),
            label: job.label.clone(),
            archived: job.archived,
            host: job.server.url().map(|url| url.host().to_owned()),
            name: job.names.typed.name.clone(),
            slug: job.names.typed.slug.clone(),
            stage: job.page,
            stage_name: status::name(job.page),
            state,
            words,
            pushed: super::push::is_done(job),
            has_secrets: job.server.token.is_some() || job.credentials.secret.is_some(),
            touched: job.touched.clone(),
            checked: job.verify.checked.as_ref().map(|checked| checked.at.clone()),
        }
    }
}

/// The job store. Practice has no saved jobs: it starts anew each time.
pub struct JobStore {
    folder: Option<JsonStore<Job>>,
}

impl JobStore {
    /// The job store of this environment.
    pub fn new(environment: &Environment) -> Self {
        Self { folder: (!environment.is_practice()).then(|| JsonStore::new(environment.folder.join("jobs"))) }
    }

    /// Every job that can be read, newest first, and a symptom if damaged files were set aside.
    pub fn list(&self) -> (Vec<JobSummary>, Option<Symptom>) {
        let Some(folder) = &self.folder else { return (Vec::new(), None) };
        let mut cards = Vec::new();
        let mut notice = None;
        for name in folder.list().unwrap_or_default() {
            match folder.read(&name) {
                Ok(Some(job)) => cards.push(JobSummary::of(&job)),
                Ok(None) => {}
                Err(error) => notice = Some(error.symptom()),
            }
        }
        cards.sort_by(|a, b| b.touched.cmp(&a.touched));
        (cards, notice)
    }

    /// Every job that can be read, newest first.
    pub(super) fn drafts(&self) -> Vec<Job> {
        let Some(folder) = &self.folder else { return Vec::new() };
        let names = folder.list().unwrap_or_default();
        let mut all: Vec<Job> = names.iter().filter_map(|name| folder.read(name).ok().flatten()).collect();
        all.sort_by(|a, b| b.touched.cmp(&a.touched));
        all
    }

    /// One job.
    ///
    /// # Errors
    /// When the file is damaged (it is set aside) or from a newer version.
    pub fn open(&self, id: &str) -> Result<Option<Job>, storage::Error> {
        let read: Option<Job> = self.named(id).map_or(Ok(None), |(folder, name)| folder.read(&name))?;
        Ok(read.map(Job::without_exchanges))
    }

    /// The newest job with a push or undo that was started and never ended, open at that page.
    pub(super) fn interrupted(&self) -> Option<Job> {
        let folder = self.folder.as_ref()?;
        let drafts = folder.list().ok()?.into_iter().filter_map(|name| folder.read(&name).ok().flatten());
        let halfway = drafts.filter(|job: &Job| job.push.begun.is_some());
        let newest = halfway.max_by(|a, b| a.touched.cmp(&b.touched))?;
        Some(Job { page: Stage::Push, ..newest.without_exchanges() })
    }

    /// Saves a job, whole or not at all.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub fn save(&self, job: &Job) -> Result<(), storage::Error> {
        self.named(&job.id).map_or(Ok(()), |(folder, name)| folder.write(&name, job))
    }

    fn forget(&self, id: &str) -> Result<(), storage::Error> {
        self.named(id).map_or(Ok(()), |(folder, name)| folder.delete(&name).map(|_| ()))
    }

    /// Deletes a job together with the secrets that were stored for it and that no other job needs.
    ///
    /// # Errors
    /// When the file can't be deleted, or the keyring refuses; the job then stays.
    pub async fn forget_with_secrets(&self, environment: &Environment, id: &str) -> Result<(), Symptom> {
        let job = self.open(id).map_err(|error| error.symptom())?;
        if let Some(job) = &job {
            let others = self.others(id);
            let shares = |kept: &StoredSecret, of: fn(&Job) -> Option<&StoredSecret>| {
                others.iter().filter_map(of).any(|other| (&other.server, other.place) == (&kept.server, kept.place))
            };
            if let Some(kept) = job.server.token.as_ref().filter(|kept| !shares(kept, |job| job.server.token.as_ref()))
            {
                super::server::forget_token(environment, kept).await?;
            }
            let same = |secret: &&StoredClientSecret| {
                others.iter().filter_map(|job| job.credentials.secret.as_ref()).any(|other| other.is_of_same(secret))
            };
            if let Some(secret) = job.credentials.secret.as_ref().filter(|secret| !same(secret)) {
                super::credentials::forget_secret(environment, secret).await?;
            }
            if let Some((url, slug)) = job.server.url().zip(job.names.slug()) {
                environment.journals().forget_replaced(&url, &slug).await;
            }
        }
        // The buffer of an open connection has the last request that was sent over it, with the token.
        environment.pool.forget();
        storage::sweep(&environment.folder);
        self.forget(id).map_err(|error| error.symptom())
    }

    /// The other jobs that can be read.
    fn others(&self, id: &str) -> Vec<Job> {
        let Some(folder) = &self.folder else { return Vec::new() };
        let names = folder.list().unwrap_or_default().into_iter().filter(|name| name.as_str() != id);
        names.filter_map(|name| folder.read(&name).ok().flatten()).collect()
    }

    fn named(&self, id: &str) -> Option<(&JsonStore<Job>, FileName)> {
        Some((self.folder.as_ref()?, FileName::parse(id)?))
    }
}
