use super::fields::Fields;
use crate::address::{ServerUrl, Slug};
use crate::authentik::Source;
use crate::credentials::ClientSecret;
use crate::draft::{self, Folder, Name, Versioned};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::path::PathBuf;

use super::SecretState;

/// What was pushed from this machine to one source. No secret is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Journal {
    /// The server, for whoever reads the file.
    pub(super) server: String,
    /// The slug, likewise.
    pub(super) slug: String,
    /// Every push that wrote something, oldest first.
    pub(super) pushes: Vec<Push>,
    /// Of the secret that the source is known to have; none while a write of one is under way.
    fingerprint: Option<Fingerprint>,
}

/// One push; one that goes on where it failed before is the same one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Push {
    /// Names it for ever.
    pub(super) number: u32,
    pub(super) at: String,
    /// The changes of its plan that aren't written yet, by name: empty once it is complete.
    pub(super) left: Vec<String>,
    pub(super) undone: Option<String>,
    pub(super) writes: Vec<Write>,
}

/// One write. It stands here before it is sent; `done` once the server has said yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Write {
    pub(super) at: String,
    pub(super) done: bool,
    pub(super) what: Wrote,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "wrote")]
pub(super) enum Wrote {
    /// A source; its uuid is unknown until the server has answered.
    Created { pk: Option<String>, fields: Fields },
    /// Fields of a source.
    Changed { pk: String, before: Fields, after: Fields, secret: bool },
    /// A source on the login page.
    Shown { stage: String, source: String },
}

/// HMAC-SHA256 of a Client Secret under a random salt: tells whether a secret is the same one, and nothing else. X's
/// secrets have about 290 bits, so none can be guessed from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Fingerprint {
    source: String,
    salt: String,
    mac: String,
}

impl Versioned for Journal {
    const VERSION: u32 = 1;
}

/// The journals of this machine, one a server and slug.
#[derive(Clone, Debug)]
pub struct Journals(Folder<Journal>);

impl Journals {
    /// Those in this folder, which is made at the first write.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self(Folder::at(folder))
    }

    /// The journal of a source; empty where nothing was pushed.
    ///
    /// # Errors
    /// When the file is there and can't be used; a damaged one is set aside.
    pub fn read(&self, server: &ServerUrl, slug: &Slug) -> Result<Journal, draft::Error> {
        let empty = || Journal { server: server.to_string(), slug: slug.to_string(), ..Journal::default() };
        Ok(self.0.read(&name(server, slug))?.unwrap_or_else(empty))
    }

    /// Whether there is something to undo, without asking the server.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn has_something_to_undo(&self, server: &ServerUrl, slug: &Slug) -> Result<bool, draft::Error> {
        Ok(self.read(server, slug)?.pushes.iter().any(|push| push.undone.is_none()))
    }

    pub(super) fn write(&self, server: &ServerUrl, slug: &Slug, journal: &Journal) -> Result<(), draft::Error> {
        self.0.write(&name(server, slug), journal)
    }
}

fn name(server: &ServerUrl, slug: &Slug) -> Name {
    Name::of(&[server.as_str(), slug.as_str()])
}

impl Journal {
    /// Whether this machine made or changed this very source, and didn't undo it.
    pub(super) fn is_ours(&self, source: &Source) -> bool {
        let writes = self.pushes.iter().filter(|push| push.undone.is_none()).flat_map(|push| &push.writes);
        writes.into_iter().any(|write| match &write.what {
            Wrote::Created { pk: Some(pk), .. } | Wrote::Changed { pk, .. } => *pk == source.pk,
            Wrote::Created { pk: None, fields } => is_the_one(fields, source),
            Wrote::Shown { .. } => false,
        })
    }

    /// Holds a secret against the one last pushed to this source.
    pub(super) fn held_against(&self, secret: Option<&ClientSecret>, source: Option<&Source>) -> SecretState {
        let Some(secret) = secret else { return SecretState::Absent };
        let ending = secret.ending().to_owned();
        let of_source = |known: &&Fingerprint| source.is_some_and(|source| source.pk == known.source);
        match self.fingerprint.as_ref().filter(of_source) {
            Some(known) if known.is_of(secret) => SecretState::Same,
            Some(_) => SecretState::Different { ending },
            None => SecretState::Unknown { ending },
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
    pub(super) fn open(&mut self, at: &str, changes: &[&str]) {
        let goes_on =
            |push: &Push| push.undone.is_none() && changes.iter().all(|id| push.left.iter().any(|left| left == id));
        if !self.pushes.last().is_some_and(goes_on) {
            let number = self.pushes.iter().map(|push| push.number).max().unwrap_or(0) + 1;
            let left = changes.iter().map(|id| (*id).to_owned()).collect();
            self.pushes.push(Push { number, at: at.to_owned(), left, undone: None, writes: Vec::new() });
        }
    }

    /// Writes that a change of the push under way is written.
    pub(super) fn finished(&mut self, change: &str) {
        if let Some(push) = self.pushes.last_mut().filter(|push| push.undone.is_none()) {
            push.left.retain(|left| left != change);
        }
    }

    /// Gives a source whose making was never confirmed its uuid, where it turns out to be there.
    pub(super) fn adopt(&mut self, source: &Source) {
        for write in self.pushes.iter_mut().filter(|push| push.undone.is_none()).flat_map(|push| &mut push.writes) {
            if let Wrote::Created { pk: pk @ None, fields } = &mut write.what
                && is_the_one(fields, source)
            {
                *pk = Some(source.pk.clone());
                write.done = true;
            }
        }
    }

    /// Forgets pushes that wrote nothing.
    pub(super) fn tidy(&mut self) {
        self.pushes.retain(|push| !push.writes.is_empty());
    }
}

/// Whether a source can be the one that these fields were sent for: the slug is unique, and nobody else has this app's
/// Client ID and the same type under it by chance.
pub(super) fn is_the_one(fields: &Fields, source: &Source) -> bool {
    fields.get("slug").and_then(|slug| slug.as_str()) == Some(&source.slug)
        && fields.get("consumer_key").and_then(|key| key.as_str()) == Some(&source.consumer_key)
        && fields.get("provider_type").and_then(|kind| kind.as_str()) == Some(&source.provider_type)
}

impl Fingerprint {
    /// None where the machine has no random numbers: the secret then counts as unknown, and is written again.
    fn new(secret: &ClientSecret, source: &str) -> Option<Self> {
        let mut salt = [0; 32];
        getrandom::fill(&mut salt).ok()?;
        let mac = Self::mac(&salt, secret)?.finalize().into_bytes();
        Some(Self { source: source.to_owned(), salt: STANDARD.encode(salt), mac: STANDARD.encode(mac) })
    }

    fn is_of(&self, secret: &ClientSecret) -> bool {
        let (Ok(salt), Ok(known)) = (STANDARD.decode(&self.salt), STANDARD.decode(&self.mac)) else { return false };
        Self::mac(&salt, secret).is_some_and(|mac| mac.verify_slice(&known).is_ok())
    }

    fn mac(salt: &[u8], secret: &ClientSecret) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::new_from_slice(salt).ok()?;
        mac.update(secret.expose_secret().as_bytes());
        Some(mac)
    }
}
