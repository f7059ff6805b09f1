use super::fields::{self, Fields, SECRET_REF};
use super::fingerprint::Fingerprint;
use super::replaced::ReplacedSecrets;
use crate::address::{ServerUrl, Slug};
use crate::authentik::{ApiObject, Client, ObjectKind, Source, UserLink};
use crate::credentials::ClientSecret;
use crate::storage::{self, FileName, JsonStore, Lock, Versioned};
use crate::vault::Vault;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;

use super::{Error, SecretState};

/// The journal of one source: every push from this machine to it. It holds no secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Journal {
    /// The server, for people who open the file.
    pub(super) server: String,
    /// The slug, for people who open the file.
    pub(super) slug: String,
    /// Every push that wrote something, the oldest first.
    pub(super) pushes: Vec<JournaledPush>,
    /// The fingerprint of the secret that the source is known to have; `None` while a write of a secret is under way.
    fingerprint: Option<Fingerprint>,
    /// The links that were lost when an undo deleted the source, so that a link repair can make them again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lost: Vec<LostLink>,
}

/// A link that an undo from this machine deleted together with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LostLink {
    /// The user's number.
    pub user: i64,
    /// X's number for the account.
    pub identifier: String,
    /// When the link was recorded here (RFC 3339).
    pub at: String,
}

/// One push. A push that continues after a failure stays the same one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct JournaledPush {
    /// Identifies the push. Numbers are never reused.
    pub(super) number: u32,
    pub(super) at: String,
    /// The ids of the changes in its plan that aren't written yet; empty once the push is complete.
    pub(super) left: Vec<String>,
    pub(super) undone: Option<String>,
    /// When an undo of this push began. That undo may have been interrupted.
    #[serde(default)]
    pub(super) undoing: Option<String>,
    /// Whether its undo only disabled the source, without deleting it.
    #[serde(default)]
    pub(super) kept: bool,
    pub(super) writes: Vec<JournalEntry>,
}

/// One write. It is recorded before it is sent, and `done` is set once the server has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct JournalEntry {
    pub(super) at: String,
    pub(super) done: bool,
    /// The id of the change that this write is for; empty in older journals.
    #[serde(default)]
    pub(super) change: String,
    /// The fingerprint of the secret that a new source is sent with, until the server answers. A request that creates
    /// an object arrives as a whole or not at all, so if the object is found later, it has this secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sent: Option<Fingerprint>,
    /// The fingerprint of the secret that this write replaced, if that one is kept for an undo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) replaced: Option<Fingerprint>,
    pub(super) what: RecordedOperation,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "wrote")]
pub(super) enum RecordedOperation {
    /// An object was created. Its primary key is unknown until the server has answered.
    Created {
        /// Older journals record sources only, so the default is a source.
        #[serde(default)]
        kind: ObjectKind,
        pk: Option<String>,
        fields: Fields,
    },
    /// Fields of an object were changed.
    Changed {
        #[serde(default)]
        kind: ObjectKind,
        pk: String,
        /// What identifies the object in API addresses; empty for a source in older journals, which is identified by
        /// its slug.
        #[serde(default)]
        handle: String,
        before: Fields,
        after: Fields,
        secret: bool,
    },
    /// A source was added to a login page.
    Shown { stage: String, source: String },
}

impl Versioned for Journal {
    const VERSION: u32 = 1;
}

/// The journals on this machine, one for each server and slug.
#[derive(Clone, Debug)]
pub struct Journals {
    files: JsonStore<Journal>,
    pub(super) replaced: ReplacedSecrets,
}

impl Journals {
    /// The journals in this folder, which is created at the first write.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { files: JsonStore::new(folder), replaced: ReplacedSecrets::default() }
    }

    /// The same journals, with the vaults where a replaced secret is kept. Without them it is kept only as long as this
    /// value.
    #[must_use]
    pub fn with_vaults(mut self, vault: &Arc<dyn Vault>, memory: &Arc<dyn Vault>) -> Self {
        self.replaced = ReplacedSecrets::new(vault, memory);
        self
    }

    /// Forgets the secret of a source that a push replaced, if the journal says that one was kept.
    pub async fn forget_replaced(&self, server: &ServerUrl, slug: &Slug) {
        if self.read(server, slug).is_ok_and(|journal| journal.has_replaced()) {
            self.replaced.forget(server, slug).await;
        }
    }

    /// Reads the journal of a source; it is empty if nothing was pushed.
    ///
    /// # Errors
    /// When the file exists and can't be used. A damaged file is set aside.
    pub fn read(&self, server: &ServerUrl, slug: &Slug) -> Result<Journal, storage::Error> {
        let empty = || Journal { server: server.to_string(), slug: slug.to_string(), ..Journal::default() };
        Ok(self.files.read(&name(server, slug))?.unwrap_or_else(empty))
    }

    /// Whether there is a push to undo. The server isn't asked.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn has_something_to_undo(&self, server: &ServerUrl, slug: &Slug) -> Result<bool, storage::Error> {
        Ok(self.read(server, slug)?.pushes.iter().any(|push| push.undone.is_none()))
    }

    /// The slugs of the other sources of this server that have a push to undo. The server isn't asked. A change of an
    /// existing source is recorded under the slug of that source, so it isn't found under the slug that a job began with.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn others_to_undo(&self, server: &ServerUrl, slug: &Slug) -> Result<Vec<String>, storage::Error> {
        let mut others = Vec::new();
        for name in self.files.list()? {
            let Some(journal) = self.files.read(&name)? else { continue };
            let is_other = journal.server == server.as_str() && journal.slug != slug.as_str();
            if is_other && journal.pushes.iter().any(|push| push.undone.is_none()) {
                others.push(journal.slug);
            }
        }
        others.sort();
        Ok(others)
    }

    /// The newest push that was interrupted, or whose undo was, according to the journal.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn interruption(&self, server: &ServerUrl, slug: &Slug) -> Result<Option<Interruption>, storage::Error> {
        Ok(self.read(server, slug)?.stopped())
    }

    /// The links that were lost when an undo deleted the source, the newest last.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn lost_links(&self, server: &ServerUrl, slug: &Slug) -> Result<Vec<LostLink>, storage::Error> {
        Ok(self.read(server, slug)?.lost)
    }

    pub(super) fn write(&self, server: &ServerUrl, slug: &Slug, journal: &Journal) -> Result<(), storage::Error> {
        self.files.write(&name(server, slug), journal)
    }

    /// Saves what was learned from the server about unconfirmed writes, unless a push or an undo is running or has
    /// written to the journal meanwhile, because that one knows more.
    pub(super) fn learn(
        &self,
        server: &ServerUrl,
        slug: &Slug,
        said: &Journal,
        learnt: &Journal,
    ) -> Result<(), storage::Error> {
        if said == learnt {
            return Ok(());
        }
        let Some(_lock) = self.files.lock(&name(server, slug))? else { return Ok(()) };
        if self.read(server, slug)? == *said { self.write(server, slug, learnt) } else { Ok(()) }
    }

    /// Locks the source's journal while a push or an undo runs.
    pub(super) fn lock(&self, server: &ServerUrl, slug: &Slug) -> Result<Lock, Error> {
        let lock = self.files.lock(&name(server, slug))?;
        lock.ok_or_else(|| Error::Elsewhere { what: slug.to_string() })
    }

    /// Locks this server's login pages while one is written; `None` while another run has the lock.
    pub(super) fn lock_login_pages(&self, server: &ServerUrl) -> Result<Option<Lock>, storage::Error> {
        self.files.lock(&FileName::from_parts(&[server.as_str(), "login pages"]))
    }
}

/// A push that stopped on its way, or whose undo did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interruption {
    /// When the push or its undo began (RFC 3339).
    pub at: String,
    /// Whether it was the undo that stopped.
    pub undoing: bool,
    /// How many writes the server has confirmed.
    pub written: usize,
    /// How many writes were sent and, as far as is known, never confirmed.
    pub unclear: usize,
    /// The changes that weren't begun or didn't finish, as [`super::Change::id`] names them.
    pub left: Vec<String>,
}

fn name(server: &ServerUrl, slug: &Slug) -> FileName {
    FileName::from_parts(&[server.as_str(), slug.as_str()])
}

impl Journal {
    /// Whether this machine created or changed exactly this source, and didn't undo that. Unconfirmed writes must be
    /// [resolved](Self::resolve) first.
    pub(super) fn is_ours(&self, source: &Source) -> bool {
        let writes = self.pushes.iter().filter(|push| push.undone.is_none() || push.kept).flat_map(|push| &push.writes);
        writes.into_iter().any(|write| match &write.what {
            RecordedOperation::Created { kind: ObjectKind::Source, pk: Some(pk), .. }
            | RecordedOperation::Changed { kind: ObjectKind::Source, pk, .. } => *pk == source.pk,
            // A rotation may write only the Secret that the source refers to.
            RecordedOperation::Changed { kind: ObjectKind::Secret, pk, .. } => {
                source.consumer_secret_ref.key() == Some(pk)
            }
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => {
                false
            }
        })
    }

    /// The newest value of each field that this machine wrote to the source with this key and didn't undo.
    pub(super) fn written(&self, source: &str) -> Fields {
        let standing = self.pushes.iter().filter(|push| push.undone.is_none());
        let mut written = Fields::new();
        for write in standing.flat_map(|push| &push.writes).filter(|write| write.done) {
            match &write.what {
                RecordedOperation::Created { kind: ObjectKind::Source, pk: Some(pk), fields }
                | RecordedOperation::Changed { kind: ObjectKind::Source, pk, after: fields, .. }
                    if pk == source =>
                {
                    written.extend(fields.clone());
                }
                RecordedOperation::Created { .. }
                | RecordedOperation::Changed { .. }
                | RecordedOperation::Shown { .. } => {}
            }
        }
        written
    }

    fn stopped(&self) -> Option<Interruption> {
        let push = self.pushes.iter().rev().find(|push| push.undone.is_none())?;
        let undoing = push.undoing.is_some();
        (undoing || !push.left.is_empty()).then(|| Interruption {
            at: push.undoing.as_ref().unwrap_or(&push.at).clone(),
            undoing,
            written: push.writes.iter().filter(|write| write.done).count(),
            unclear: push.writes.iter().filter(|write| !write.done).count(),
            // A write that the server has confirmed may not have been read back before the interruption.
            left: push.left.iter().filter(|left| !push.has_written(left)).cloned().collect(),
        })
    }

    /// Marks the newest push as complete: the server has the target state, no matter who completed it.
    pub(super) fn end(&mut self) {
        let newest = self.pushes.last_mut().filter(|push| push.undone.is_none() && push.undoing.is_none());
        if let Some(push) = newest {
            push.left.clear();
        }
    }

    /// Compares a secret with the one that was pushed last to one of these objects: a source, or its Secret.
    pub(super) fn held_against(&self, secret: Option<&ClientSecret>, keys: &[&str]) -> SecretState {
        let Some(secret) = secret else { return SecretState::Absent };
        let ending = secret.ending().to_owned();
        let of_source = |known: &&Fingerprint| keys.iter().any(|key| known.is_at(key));
        match self.fingerprint.as_ref().filter(of_source) {
            Some(known) if known.is_of(secret) => SecretState::Same,
            Some(_) => SecretState::Different { ending },
            None => SecretState::Unknown { ending },
        }
    }

    /// Whether the secret that the server has is another one than was pushed last to one of these objects; `None` if none
    /// was, as far as is known.
    pub(super) fn has_other_secret(&self, there: &ClientSecret, keys: &[&str]) -> Option<bool> {
        let known = self.fingerprint.as_ref().filter(|known| keys.iter().any(|key| known.is_at(key)))?;
        Some(!known.is_of(there))
    }

    /// Whether the push that goes on with these changes has kept the value that a Secret had before it.
    pub(super) fn keeps_replaced(&self, pk: &str, changes: &[String]) -> bool {
        let goes_on = |push: &&JournaledPush| push.undone.is_none() && changes.iter().all(|id| push.left.contains(id));
        let replaced = |write: &JournalEntry| match &write.what {
            RecordedOperation::Changed { kind: ObjectKind::Secret, pk: of, .. } => of == pk && write.replaced.is_some(),
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => {
                false
            }
        };
        self.pushes.last().filter(goes_on).is_some_and(|push| push.writes.iter().any(replaced))
    }

    /// Whether any push kept the value that it replaced.
    fn has_replaced(&self) -> bool {
        self.pushes.iter().flat_map(|push| &push.writes).any(|write| write.replaced.is_some())
    }

    /// The Secrets that an undo of a standing push would have the source refer to again.
    pub(super) fn earlier_secrets(&self) -> Vec<String> {
        let standing = self.pushes.iter().filter(|push| push.undone.is_none());
        let before = standing.flat_map(|push| &push.writes).filter_map(|write| match &write.what {
            RecordedOperation::Changed { kind: ObjectKind::Source, before, .. } => before.get(SECRET_REF)?.as_str(),
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => {
                None
            }
        });
        before.map(str::to_owned).collect()
    }

    /// Records links that are about to be deleted with their source, each only once, with the time when it was last
    /// seen.
    pub(super) fn keep_links(&mut self, links: &[UserLink], at: &str) {
        for UserLink { user, identifier, .. } in links {
            self.lost.retain(|lost| (lost.user, &lost.identifier) != (*user, identifier));
            self.lost.push(LostLink { user: *user, identifier: identifier.clone(), at: at.to_owned() });
        }
    }

    /// Forgets which secret the source has, because a write of one is about to make that uncertain.
    pub(super) fn forget_secret(&mut self) {
        self.fingerprint = None;
    }

    pub(super) fn know_secret(&mut self, secret: &ClientSecret, source: &str) {
        self.fingerprint = Fingerprint::new(secret, source);
    }

    /// Opens a push of these changes. If the newest push failed at some of them, and there are no others, it is
    /// continued, so that one undo restores everything that the admin intended as one push.
    pub(super) fn open(&mut self, at: &str, changes: &[String]) {
        let goes_on = |push: &JournaledPush| push.undone.is_none() && changes.iter().all(|id| push.left.contains(id));
        // An admin who pushes again has given up the interrupted undo.
        for push in &mut self.pushes {
            push.undoing = None;
        }
        let number = self.pushes.iter().map(|push| push.number).max().unwrap_or(0) + 1;
        let left = changes.to_vec();
        match self.pushes.last_mut().filter(|push| goes_on(push)) {
            // The server was just read, so nothing is left of the interrupted push but what the new plan found missing.
            Some(newest) => newest.left = left,
            None => self.pushes.push(JournaledPush {
                number,
                at: at.to_owned(),
                left,
                undone: None,
                undoing: None,
                kept: false,
                writes: Vec::new(),
            }),
        }
    }

    /// Records that a change of the running push is written.
    pub(super) fn finished(&mut self, change: &str) {
        if let Some(push) = self.pushes.last_mut().filter(|push| push.undone.is_none()) {
            push.left.retain(|left| left != change);
        }
    }

    /// Looks on the server for writes that were sent and never confirmed. A write that did arrive gets its primary key,
    /// its change counts as written, and its secret as known. Nothing is asked if every write was confirmed.
    ///
    /// # Errors
    /// When the server can't be read for this.
    pub(super) async fn resolve(&mut self, client: &Client) -> Result<(), Error> {
        for push in self.pushes.iter_mut().filter(|push| push.undone.is_none()) {
            for write in &mut push.writes {
                if let RecordedOperation::Created { kind, pk: pk @ None, fields } = &mut write.what
                    && let Some(there) = client.find_conflicting(*kind, fields).await?
                    && is_the_one(fields, &there)
                {
                    if fields::differing(&there.fields, fields).is_empty() {
                        push.left.retain(|left| *left != write.change);
                    }
                    if let Some(sent) = write.sent.take() {
                        self.fingerprint = Some(sent.of(&there.pk));
                    }
                    *pk = Some(there.pk);
                    write.done = true;
                }
            }
        }
        Ok(())
    }

    /// Forgets an unconfirmed write that would have created an object like this one, once it is certain that the object
    /// doesn't exist.
    pub(super) fn forget_lost(&mut self, kind: ObjectKind, fields: &Fields) {
        let is_alike = |what: &RecordedOperation| match what {
            RecordedOperation::Created { kind: sent, pk: None, fields: before } => {
                *sent == kind && kind.key().iter().all(|name| before.get(*name) == fields.get(*name))
            }
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => {
                false
            }
        };
        for push in &mut self.pushes {
            push.writes.retain(|write| !is_alike(&write.what));
        }
    }

    /// Forgets pushes that wrote nothing.
    pub(super) fn tidy(&mut self) {
        self.pushes.retain(|push| !push.writes.is_empty());
    }
}

/// Whether an object can be the one that these fields were sent for. Its key is unique, and it is unlikely that
/// somebody else created an object with that key and the same app, type, expression, source or person.
pub(super) fn is_the_one(fields: &Fields, object: &ApiObject) -> bool {
    let own: &[&str] = match object.kind {
        ObjectKind::Mapping | ObjectKind::Policy => &["expression"],
        ObjectKind::Source => &["consumer_key", "provider_type"],
        ObjectKind::SourceStage => &["source"],
        ObjectKind::Binding
        | ObjectKind::PolicyBinding
        | ObjectKind::WriteStage
        | ObjectKind::DenyStage
        | ObjectKind::Group => &[],
        ObjectKind::Connection => &["identifier"],
        ObjectKind::Secret => &["type"],
        ObjectKind::Flow => &["designation"],
    };
    object.has_same_key(fields) && own.iter().all(|name| fields::has(object, name, fields.get(*name)))
}

impl JournaledPush {
    /// Whether this push replaced exactly this value of a Secret.
    pub(super) fn has_replaced(&self, pk: &str, value: &ClientSecret) -> bool {
        let first = self.writes.iter().find_map(|write| match &write.what {
            RecordedOperation::Changed { kind: ObjectKind::Secret, pk: of, .. } if of == pk => write.replaced.as_ref(),
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => {
                None
            }
        });
        first.is_some_and(|replaced| replaced.is_of(value))
    }

    fn has_written(&self, change: &str) -> bool {
        self.writes.iter().any(|write| write.done && write.change == change)
    }
}

impl JournalEntry {
    /// An entry for a write that is about to be sent, with the secret's fingerprint if it creates the source.
    pub(super) fn begun(at: String, change: &str, what: RecordedOperation, secret: Option<&ClientSecret>) -> Self {
        let sent = match &what {
            RecordedOperation::Created { .. } => secret.and_then(|secret| Fingerprint::new(secret, "")),
            RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => None,
        };
        Self { at, done: false, change: change.to_owned(), sent, replaced: None, what }
    }

    /// Records that the server has confirmed the write.
    pub(super) fn confirm(&mut self) {
        self.done = true;
        self.sent = None;
    }
}
