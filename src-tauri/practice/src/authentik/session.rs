//! What a browser's session holds: who it is, sign-ins under way, and messages that the next page shows.

use super::people::UserType;
use super::release::{Behaviour, Release};
use super::{random, verbatim};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use time::OffsetDateTime;

#[derive(Debug, Default)]
pub(crate) struct Session {
    pub user: Option<u64>,
    /// The sign-in last begun at each source, by slug: a second tab's replaces the first one's.
    pub pending: HashMap<String, PendingUser>,
    pub notes: Vec<Note>,
    pub plan: Option<FlowPlan>,
    /// Where to go after the sign-in, inside this server.
    pub next: Option<String>,
    /// The flow that waits while the visitor is at X.
    pub suspended: Option<SuspendedFlow>,
    /// A flow's slug, and the Source stages of it that are done.
    pub passed: Option<(String, Vec<String>)>,
}

/// A flow that a Source stage has suspended.
#[derive(Clone, Debug)]
pub(crate) struct SuspendedFlow {
    /// Its slug.
    pub flow: String,
    /// The stage's key.
    pub stage: String,
    /// How long it is kept.
    pub until: OffsetDateTime,
}

impl Session {
    /// Remembers where to go afterwards, if that lies inside this server.
    pub(crate) fn remember_next(&mut self, next: &str) {
        if next.starts_with('/') && !next.starts_with("//") {
            self.next = Some(next.to_owned());
        }
    }

    pub(crate) fn error(&mut self, reason: &str) {
        self.notes.push(Note { level: "error", text: verbatim::failed(reason) });
    }

    pub(crate) fn success(&mut self, text: String) {
        self.notes.push(Note { level: "success", text });
    }
}

/// What was sent to X when the button was pressed.
#[derive(Clone, Debug)]
pub(crate) struct PendingUser {
    pub state: String,
    pub verifier: SecretString,
}

impl PendingUser {
    pub(crate) fn new(release: Release) -> Self {
        // A plain verifier is as long as authentik's own ids.
        let length = if release.has(Behaviour::PkceS256) { 128 } else { 40 };
        Self { state: random::letters(32), verifier: random::letters(length).into() }
    }

    /// The challenge and its method, as they are sent to X.
    pub(crate) fn challenge(&self, release: Release) -> (String, &'static str) {
        let verifier = self.verifier.expose_secret();
        if release.has(Behaviour::PkceS256) {
            (URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)), "S256")
        } else {
            (verifier.to_owned(), "plain")
        }
    }
}

/// A message, shown once, on the next page of the session and by no API.
#[derive(Debug)]
pub(crate) struct Note {
    pub level: &'static str,
    pub text: String,
}

/// What X says of a person, after the source's mappings.
#[derive(Clone, Debug)]
pub(crate) struct MappedProfile {
    /// The account's number. Empty where X's answer had none, which a real server takes as well.
    pub identifier: String,
    pub username: Option<String>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub user_type: UserType,
}

/// Why a flow runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Make a user.
    Enroll,
    /// Sign in the owner of this connection.
    SignIn { connection: u64 },
    /// Sign in this user, whom the matching mode found, and connect the account.
    SignInAndLink { user: u64 },
    /// Sign out.
    SignOut,
}

/// A flow under way.
#[derive(Clone, Debug)]
pub(crate) struct FlowPlan {
    pub flow: String,
    pub goal: Goal,
    /// The source's key and the person, in the flows of a source.
    pub source: Option<(String, MappedProfile)>,
    /// How many of its stages are done.
    pub done: usize,
}
