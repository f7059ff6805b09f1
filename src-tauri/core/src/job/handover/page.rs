//! What the window and the terminal show of a job file, and what a person can do with one.

use super::theirs::{self, lacks_secret};
use super::{
    ClaimedResult, HandoverField, HandoverPick, JobFile, JobFileError, MergeError, OpenJobFile, export, open, parse,
};
use crate::diagnosis::{Diagnosed as _, Symptom};
use crate::i18n::{Message, msg};
use crate::job::model::Side;
use crate::job::status::{self};
use crate::job::{Environment, Job, JobStore, Session, stages};
use crate::stage::Stage;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::Path;

/// A job file that was opened: what it holds, and what has to be decided before it is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JobFilePage {
    /// When it was made, by that machine's clock (RFC 3339, UTC).
    pub made: String,
    /// Who made it.
    pub from: Message,
    /// The part that the person who opened it does.
    pub side: Message,
    /// The server's address in it; empty while none is entered.
    pub address: String,
    /// The slug in it.
    pub slug: String,
    /// The saved job that it is merged into, by its server and slug; none if it becomes a new job.
    pub into: Option<Message>,
    /// The stages that the other machine claims are done.
    pub done: Vec<Message>,
    /// The fields that both copies have changed.
    pub conflicts: Vec<HandoverConflict>,
    /// The address that the job would have after the merge, if it differs from the present one.
    pub moves: Option<String>,
    /// Whether the person agreed to that address.
    pub agreed: bool,
    /// Whether everything is decided.
    pub ready: bool,
}

/// A field that both copies have changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HandoverConflict {
    /// The field.
    pub field: HandoverField,
    /// Its name.
    pub name: Message,
    /// Its value here.
    pub ours: String,
    /// Its value in the file.
    pub theirs: String,
    /// The value that was chosen.
    pub pick: Option<HandoverPick>,
}

/// How the open job is shared between two people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HandoverPage {
    /// The part that this person does.
    pub side: Side,
    /// The notice on a page whose stage the other person does: a short one, and what to do.
    pub theirs: Option<(Message, Message)>,
}

impl Side {
    /// A description of the person who does this part.
    pub fn description(self) -> Message {
        match self {
            Self::Both => msg::handover_side_both(),
            Self::X => msg::handover_side_x(),
            Self::Server => msg::handover_side_server(),
        }
    }
}

impl HandoverField {
    /// The field's name in the file.
    pub fn file_key(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The field's name for people.
    pub fn title(self) -> Message {
        msg::handover_field(self.file_key())
    }
}

/// How the open job is shared.
pub(in crate::job) fn share(job: &Job) -> HandoverPage {
    let (side, stage) = (job.handover.side, job.page);
    let says = || {
        let who = side.opposite().description().id.into_owned();
        match (stage, theirs::is_done_there(job, stage)) {
            (Stage::XApp, _) if lacks_secret(job) => {
                (msg::handover_theirs_secret(), msg::handover_theirs_secret_says())
            }
            (_, true) => (msg::handover_theirs_done(who), msg::handover_theirs_done_says()),
            (_, false) => (msg::handover_theirs_open(who), msg::handover_theirs_open_says()),
        }
    };
    let is_theirs = theirs::claimed_status(job, stage, stages::state(job, stage)).is_some();
    let theirs = (is_theirs || stage == Stage::XApp && lacks_secret(job)).then(says);
    HandoverPage { side, theirs }
}

/// The file that is waiting to be taken.
pub(in crate::job) fn page(session: &Session) -> Option<JobFilePage> {
    session.handed.as_ref().map(|opened| opened.page())
}

impl OpenJobFile {
    /// The file as it is shown.
    pub fn page(&self) -> JobFilePage {
        let file = &self.file;
        let into = self.into.as_ref().map(|job| {
            let host = job.server.url().map_or_else(|| job.server.address.clone(), |url| url.host().to_owned());
            msg::handover_into(host, job.names.typed.slug.clone())
        });
        let weighed = self.weighed();
        let (all, moves) = weighed.map(|weighed| (weighed.conflicts, weighed.moves)).unwrap_or_default();
        let conflicts: Vec<_> = all
            .into_iter()
            .map(|conflict| HandoverConflict {
                field: conflict.field,
                name: conflict.field.title(),
                pick: self.picked(conflict.field),
                ours: conflict.ours,
                theirs: conflict.theirs,
            })
            .collect();
        let agreed = moves.is_none() || self.has_agreed(moves.as_deref());
        JobFilePage {
            made: file.made.clone(),
            from: file.side().description(),
            side: self.side.description(),
            address: file.fields.address.value.clone(),
            slug: file.fields.slug.value.clone(),
            into,
            done: done(file.did.get(&file.hand)),
            ready: agreed && conflicts.iter().all(|conflict| conflict.pick.is_some()),
            conflicts,
            moves,
            agreed,
        }
    }
}

fn done(did: Option<&ClaimedResult>) -> Vec<Message> {
    // Two claims of an earlier version may be about one stage.
    let stages: BTreeSet<_> = did.iter().flat_map(|did| &did.claims).map(|claim| claim.stage).collect();
    stages.into_iter().map(status::name).collect()
}

/// The jobs that a file may belong to: the saved ones, with the open one in its present state.
fn at_hand(environment: &Environment, session: &Session) -> Vec<Job> {
    let open = session.job.as_ref();
    let others =
        JobStore::new(environment).drafts().into_iter().filter(|job| open.is_none_or(|open| open.id != job.id));
    open.cloned().into_iter().chain(others).collect()
}

/// Opens a file, which waits in the session until it is taken or discarded. If the file is refused, the reason becomes
/// the notice, and nothing else changes.
pub fn open_file(environment: &Environment, session: &mut Session, path: &Path) {
    wait(environment, session, open(path));
}

/// Opens what is in a job file, as [`open_file`] does.
pub fn open_text(environment: &Environment, session: &mut Session, text: &str) {
    wait(environment, session, parse(text.as_bytes()));
}

fn wait(environment: &Environment, session: &mut Session, read: Result<JobFile, JobFileError>) {
    let opened = read.and_then(|file| OpenJobFile::new(environment, file, &at_hand(environment, session)));
    match opened {
        Ok(opened) => session.handed = Some(Box::new(opened)),
        Err(refused) => session.notice = Some(refused.symptom()),
    }
}

/// Takes the waiting file: the merged job is saved and opened. Nothing happens while something is undecided.
///
/// # Errors
/// [`Symptom::JobFileRandom`].
pub fn take_file(environment: &Environment, session: &mut Session) -> Result<(), Symptom> {
    let Some(mut opened) = session.handed.take() else { return Ok(()) };
    // The job may have been edited since the file was opened; those edits are included.
    if let Some(id) = opened.into.as_ref().map(|job| job.id.clone()) {
        let now = at_hand(environment, session).into_iter().find(|job| job.id == id);
        opened.into = now.or(opened.into);
    }
    match opened.merged() {
        Ok(job) => {
            session.open(environment, job);
            session.save(environment);
            Ok(())
        }
        Err(MergeError::Unsettled(_)) => {
            session.handed = Some(opened);
            Ok(())
        }
        Err(MergeError::Failed(symptom)) => {
            session.handed = Some(opened);
            Err(symptom)
        }
    }
}

/// Writes a job file, whole or not at all; an existing file is replaced.
///
/// # Errors
/// [`Symptom::JobFileNotWritable`].
pub fn write(file: &JobFile, path: &Path) -> Result<(), Symptom> {
    written(file, path).map_err(|_| Symptom::JobFileNotWritable { path: path.display().to_string() })
}

fn written(file: &JobFile, path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(file.text().as_bytes())?;
    new.as_file().sync_all()?;
    new.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Exports a job and writes the file; the job then records that it was handed over.
///
/// # Errors
/// As [`export`] and [`write`].
pub async fn save(environment: &Environment, job: &mut Job, path: &Path) -> Result<(), Symptom> {
    let mut handed = job.clone();
    let file = export(environment, &mut handed).await?;
    write(&file, path)?;
    job.handover = handed.handover;
    Ok(())
}
