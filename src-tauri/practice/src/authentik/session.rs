//! The session of a browser: the signed-in user, the sign-ins that are under way, and messages for the next page.

use super::flows::Stage;
use super::people::UserType;
use super::python::PyValue;
use super::release::{Behaviour, Release};
use super::{random, verbatim};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};
use time::OffsetDateTime;

#[derive(Debug, Default)]
pub(crate) struct Session {
    pub user: Option<u64>,
    /// The newest sign-in at each source, by slug. A second tab's sign-in replaces the first one's.
    pub pending: HashMap<String, PendingUser>,
    pub notes: Vec<Note>,
    pub plan: Option<FlowPlan>,
    /// The path on this server to continue at after the sign-in.
    pub next: Option<String>,
    /// The flow that waits while the visitor is at X.
    pub suspended: Option<SuspendedFlow>,
    /// A flow's slug, and the Source stages of the flow that are done.
    pub passed: Option<(String, Vec<String>)>,
}

/// A flow that a Source stage has suspended.
#[derive(Clone, Debug)]
pub(crate) struct SuspendedFlow {
    /// The slug of the flow.
    pub flow: String,
    /// The key of the Source stage.
    pub stage: String,
    /// The time at which the flow expires.
    pub until: OffsetDateTime,
}

impl Session {
    /// Stores the path to continue at afterward, if it is on this server.
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

/// What was sent to X when the visitor pressed the button of the source.
#[derive(Clone, Debug)]
pub(crate) struct PendingUser {
    pub state: String,
    pub verifier: SecretString,
}

impl PendingUser {
    pub(crate) fn new(release: Release) -> Self {
        // A plain verifier has the length of authentik's own ids.
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

/// A message that the session's next page shows once, and that no API returns.
#[derive(Debug)]
pub(crate) struct Note {
    pub level: &'static str,
    pub text: String,
}

/// What X returned about a person, after the source's mappings.
#[derive(Clone, Debug)]
pub(crate) struct MappedProfile {
    /// The numeric id of the account. It is empty if X's answer had none, which a real server accepts as well.
    pub identifier: String,
    pub username: Option<String>,
    pub name: Option<String>,
    pub email: Option<String>,
    pub user_type: UserType,
    /// Whether a new user is active, if a mapping says so.
    pub active: Option<bool>,
    /// X's answer as policies see it.
    pub userinfo: Value,
}

impl Default for MappedProfile {
    /// What is known of somebody who comes from no source.
    fn default() -> Self {
        Self {
            identifier: String::new(),
            username: None,
            name: None,
            email: None,
            user_type: UserType::External,
            active: None,
            userinfo: Value::Null,
        }
    }
}

/// The purpose of a flow that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Create a user.
    Enroll,
    /// Sign in the owner of this connection.
    SignIn { connection: u64 },
    /// Sign in this user, whom the matching mode found, and link the account.
    SignInAndLink { user: u64 },
    /// Sign out.
    SignOut,
}

/// A flow that is under way.
#[derive(Clone, Debug)]
pub(crate) struct FlowPlan {
    pub flow: String,
    pub goal: Goal,
    /// The source's key, if it is a flow of a source.
    pub source: Option<String>,
    /// The person's profile. It is empty without a source.
    pub profile: MappedProfile,
    /// What is still to be done, in order.
    pub steps: Vec<PlannedStep>,
    /// The user whom the flow is about.
    pub pending_user: Option<u64>,
    /// What policies of stages wrote into the plan.
    pub changes: BTreeMap<String, PyValue>,
}

/// A step of a plan.
#[derive(Clone, Debug)]
pub(crate) enum PlannedStep {
    /// A stage that is bound to the flow.
    Stage(Box<Stage>),
    /// The link of the X account, which comes after the flow's own stages.
    Link,
    /// The message that the visitor came from the source.
    Welcome,
}
