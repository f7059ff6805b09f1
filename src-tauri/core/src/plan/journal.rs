use super::fields::{self, Fields};
use super::fingerprint::Fingerprint;
use crate::address::{ServerUrl, Slug};
use crate::authentik::{ApiObject, Client, ObjectKind, Source, UserLink};
use crate::credentials::ClientSecret;
use crate::storage::{self, FileName, JsonStore, Lock, Versioned};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use super::{Error, SecretState};

/// What was pushed from this machine to one source. No secret is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Journal {
    /// The server, for whoever reads the file.
    pub(super) server: String,
    /// The slug, likewise.
    pub(super) slug: String,
    /// Every push that wrote something, oldest first.
    pub(super) pushes: Vec<JournaledPush>,
    /// Of the secret that the source is known to have; none while a write of one is under way.
    fingerprint: Option<Fingerprint>,
    /// The links that went with a source that an undo deleted, so that a repair can make them again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lost: Vec<LostLink>,
}

/// A link that an undo of ours deleted together with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LostLink {
    /// The user's number.
    pub user: i64,
    /// The number of the account at X.
    pub identifier: String,
    /// When it was kept (RFC 3339).
    pub at: String,
}

/// One push; one that goes on where it failed before is the same one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct JournaledPush {
    /// Names it for ever.
    pub(super) number: u32,
    pub(super) at: String,
    /// The changes of its plan that aren't written yet, by name: empty once it is complete.
    pub(super) left: Vec<String>,
    pub(super) undone: Option<String>,
    /// When an undo of it was begun; it may have stopped on the way.
    #[serde(default)]
    pub(super) undoing: Option<String>,
    /// Whether its undo turned the source off and left it there.
    #[serde(default)]
    pub(super) kept: bool,
    pub(super) writes: Vec<JournalEntry>,
}

/// One write. It stands here before it is sent; `done` once the server has said yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct JournalEntry {
    pub(super) at: String,
    pub(super) done: bool,
    /// The change of the plan that it is for; empty in older journals.
    #[serde(default)]
    pub(super) change: String,
    /// Of the secret that a new source is sent with, until the answer is there. A request that makes an object arrives
    /// whole or not at all, so whoever finds the object knows that it has the secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sent: Option<Fingerprint>,
    pub(super) what: RecordedOperation,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "wrote")]
pub(super) enum RecordedOperation {
    /// An object; its primary key is unknown until the server has answered.
    Created {
        /// Older journals know sources only.
        #[serde(default)]
        kind: ObjectKind,
        pk: Option<String>,
        fields: Fields,
    },
    /// Fields of an object.
    Changed {
        #[serde(default)]
        kind: ObjectKind,
        pk: String,
        /// What names it in addresses; empty for a source in older journals, whose slug names it.
        #[serde(default)]
        handle: String,
        before: Fields,
        after: Fields,
        secret: bool,
    },
    /// A source on a login page.
    Shown { stage: String, source: String },
}

impl Versioned for Journal {
    const VERSION: u32 = 1;
}

/// The journals of this machine, one a server and slug.
#[derive(Clone, Debug)]
pub struct Journals(JsonStore<Journal>);

impl Journals {
    /// Those in this folder, which is made at the first write.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(JsonStore::at(folder))
    }

    /// The journal of a source; empty where nothing was pushed.
    ///
    /// # Errors
    /// When the file is there and can't be used; a damaged one is set aside.
    pub fn read(&self, server: &ServerUrl, slug: &Slug) -> Result<Journal, storage::Error> {
        let empty = || Journal { server: server.to_string(), slug: slug.to_string(), ..Journal::default() };
        Ok(self.0.read(&name(server, slug))?.unwrap_or_else(empty))
    }

    /// Whether there is something to undo, without asking the server.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn has_something_to_undo(&self, server: &ServerUrl, slug: &Slug) -> Result<bool, storage::Error> {
        Ok(self.read(server, slug)?.pushes.iter().any(|push| push.undone.is_none()))
    }

    /// The newest push that stopped on its way, or whose undo did, as far as the journal tells.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn stopped(&self, server: &ServerUrl, slug: &Slug) -> Result<Option<Interruption>, storage::Error> {
        Ok(self.read(server, slug)?.stopped())
    }

    /// The links that went with a source when a push from here was undone, newest last.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn lost_links(&self, server: &ServerUrl, slug: &Slug) -> Result<Vec<LostLink>, storage::Error> {
        Ok(self.read(server, slug)?.lost)
    }

    pub(super) fn write(&self, server: &ServerUrl, slug: &Slug, journal: &Journal) -> Result<(), storage::Error> {
        self.0.write(&name(server, slug), journal)
    }

    /// Writes what reading the server has told beyond what the journal said, unless a push or an undo is under way or
    /// has written meanwhile: that knows better.
    pub(super) fn learn(
        &self,
        (server, slug): (&ServerUrl, &Slug),
        said: &Journal,
        learnt: &Journal,
    ) -> Result<(), storage::Error> {
        if said == learnt {
            return Ok(());
        }
        let Some(_lock) = self.0.lock(&name(server, slug))? else { return Ok(()) };
        if self.read(server, slug)? == *said { self.write(server, slug, learnt) } else { Ok(()) }
    }

    /// Held while a source is pushed or a push of it undone.
    pub(super) fn lock(&self, server: &ServerUrl, slug: &Slug) -> Result<Lock, Error> {
        let lock = self.0.lock(&name(server, slug))?;
        lock.ok_or_else(|| Error::Elsewhere { what: slug.to_string() })
    }

    /// Held while a login page of this server is written; `None` while another run holds it.
    pub(super) fn lock_login_pages(&self, server: &ServerUrl) -> Result<Option<Lock>, storage::Error> {
        self.0.lock(&FileName::of(&[server.as_str(), "login pages"]))
    }
}

/// A push that stopped on its way, or whose undo did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interruption {
    /// When the push or its undo was begun (RFC 3339).
    pub at: String,
    /// Whether it is the undo that stopped.
    pub undoing: bool,
    /// How many writes the server has confirmed.
    pub written: usize,
    /// How many were sent, as far as is known, and never confirmed.
    pub unclear: usize,
    /// The changes that weren't begun or didn't end, as [`super::Change::id`] names them.
    pub left: Vec<String>,
}

fn name(server: &ServerUrl, slug: &Slug) -> FileName {
    FileName::of(&[server.as_str(), slug.as_str()])
}

impl Journal {
    /// Whether this machine made or changed this very source, and didn't undo it. What was sent and never confirmed
    /// must be [resolved](Self::resolve).
    pub(super) fn is_ours(&self, source: &Source) -> bool {
        let writes = self.pushes.iter().filter(|push| push.undone.is_none() || push.kept).flat_map(|push| &push.writes);
        writes.into_iter().any(|write| match &write.what {
            RecordedOperation::Created { kind: ObjectKind::Source, pk: Some(pk), .. }
            | RecordedOperation::Changed { kind: ObjectKind::Source, pk, .. } => *pk == source.pk,
            RecordedOperation::Created { .. } | RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => {
                false
            }
        })
    }

    /// The newest value of each field that this machine wrote to the source of this key and didn't undo.
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
            // What the server has said yes to may not have been read back any more.
            left: push.left.iter().filter(|left| !push.has_written(left)).cloned().collect(),
        })
    }

    /// Nothing is left to do of the newest push: the server is as it should be, whoever ended it.
    pub(super) fn end(&mut self) {
        let newest = self.pushes.last_mut().filter(|push| push.undone.is_none() && push.undoing.is_none());
        if let Some(push) = newest {
            push.left.clear();
        }
    }

    /// Holds a secret against the one last pushed to this source.
    pub(super) fn held_against(&self, secret: Option<&ClientSecret>, source: Option<&Source>) -> SecretState {
        let Some(secret) = secret else { return SecretState::Absent };
        let ending = secret.ending().to_owned();
        let of_source = |known: &&Fingerprint| source.is_some_and(|source| known.is_at(&source.pk));
        match self.fingerprint.as_ref().filter(of_source) {
            Some(known) if known.is_of(secret) => SecretState::Same,
            Some(_) => SecretState::Different { ending },
            None => SecretState::Unknown { ending },
        }
    }

    /// Keeps links that are about to go with their source; each once, with when it was seen last.
    pub(super) fn keep_links(&mut self, links: &[UserLink], at: &str) {
        for UserLink { user, identifier, .. } in links {
            self.lost.retain(|lost| (lost.user, &lost.identifier) != (*user, identifier));
            self.lost.push(LostLink { user: *user, identifier: identifier.clone(), at: at.to_owned() });
        }
    }

    /// From now on nobody knows which secret the source has.
    pub(super) fn forget_secret(&mut self) {
        self.fingerprint = None;
    }

    pub(super) fn know_secret(&mut self, secret: &ClientSecret, source: &str) {
        self.fingerprint = Fingerprint::new(secret, source);
    }

    /// Opens a push of these changes: the newest one goes on if it failed at some of them and these are no others, so
    /// that one undo puts back what was one intention.
    pub(super) fn open(&mut self, at: &str, changes: &[String]) {
        let goes_on = |push: &JournaledPush| push.undone.is_none() && changes.iter().all(|id| push.left.contains(id));
        // Whoever pushes again has given up the undo that stopped.
        for push in &mut self.pushes {
            push.undoing = None;
        }
        let number = self.pushes.iter().map(|push| push.number).max().unwrap_or(0) + 1;
        let left = changes.to_vec();
        match self.pushes.last_mut().filter(|push| goes_on(push)) {
            // Of what it stopped at, no more is left than the server was just found to lack.
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

    /// Writes that a change of the push under way is written.
    pub(super) fn finished(&mut self, change: &str) {
        if let Some(push) = self.pushes.last_mut().filter(|push| push.undone.is_none()) {
            push.left.retain(|left| left != change);
        }
    }

    /// Looks on the server for what was sent and never confirmed: what turns out to be there gets its primary key, its
    /// change is written, and its secret known. Asks nothing where everything was confirmed.
    ///
    /// # Errors
    /// When the server can't be read that far.
    pub(super) async fn resolve(&mut self, client: &Client) -> Result<(), Error> {
        for push in self.pushes.iter_mut().filter(|push| push.undone.is_none()) {
            for write in &mut push.writes {
                if let RecordedOperation::Created { kind, pk: pk @ None, fields } = &mut write.what
                    && let Some(there) = client.twin(*kind, fields).await?
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

    /// Forgets what was sent for an object like this one and surely isn't there.
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

/// Whether an object can be the one that these fields were sent for: its key is unique, and nobody else gives what has
/// it the same app, type, expression, source or person by chance.
pub(super) fn is_the_one(fields: &Fields, object: &ApiObject) -> bool {
    let own: &[&str] = match object.kind {
        ObjectKind::Mapping => &["expression"],
        ObjectKind::Source => &["consumer_key", "provider_type"],
        ObjectKind::SourceStage => &["source"],
        ObjectKind::Binding => &[],
        ObjectKind::Connection => &["identifier"],
    };
    object.is_twin_of(fields) && own.iter().all(|name| fields::has(object, name, fields.get(*name)))
}

impl JournaledPush {
    fn has_written(&self, change: &str) -> bool {
        self.writes.iter().any(|write| write.done && write.change == change)
    }
}

impl JournalEntry {
    /// What is about to be sent for a change, and the secret with it if it makes the source.
    pub(super) fn begun(at: String, change: &str, what: RecordedOperation, secret: Option<&ClientSecret>) -> Self {
        let sent = match &what {
            RecordedOperation::Created { .. } => secret.and_then(|secret| Fingerprint::new(secret, "")),
            RecordedOperation::Changed { .. } | RecordedOperation::Shown { .. } => None,
        };
        Self { at, done: false, change: change.to_owned(), sent, what }
    }

    /// The server has said yes.
    pub(super) fn confirm(&mut self) {
        self.done = true;
        self.sent = None;
    }
}
