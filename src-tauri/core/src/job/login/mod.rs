//! One-click test login: opens a source's sign-in in the person's browser, watches the server's events with the token,
//! and tells what happened: who came in and how, or which side broke, with one cause.
//!
//! - The same for a job and for a source that is only checked: [`LoginRequest`] is what either gives.
//! - Where the events can't be seen, or tell nothing, the person says which page they see, and X is asked about the pair.
//! - A link that the login made by accident is shown first, and taken off by its number on a yes of its own ([`unlink`]).
//!   It is the only thing that is written here, and it is read back.

mod link;
mod page;
mod request;
mod run;

pub use link::{LoginLink, unlink};
pub use page::{LoginCard, VisitorPageChoice, VisitorPageGroup};
pub(super) use page::{card, card_of_support};
pub use request::LoginRequest;
pub use run::run;

use super::Subject;
use crate::diagnosis::Symptom;
pub use crate::login::{LoginCommand, LoginProgress};
use crate::login::{LoginKind, LoginObservation, VisitorPage};
use serde::{Deserialize, Serialize};

/// The test login that runs.
#[derive(Clone, Debug)]
pub struct LoginRun {
    /// Which one it is of this run of the program.
    pub run: u32,
    /// Whose.
    pub of: Subject,
    /// The callback of the source that is tried.
    pub callback: String,
    /// When the browser was opened (RFC 3339, UTC).
    pub opened: String,
    /// How far it is.
    pub report: LoginProgress,
}

/// How far one is before it is heard of.
pub(super) fn begins(asked: &LoginRequest) -> LoginProgress {
    LoginProgress { watches: asked.has_token(), ..LoginProgress::default() }
}

/// A test login that is over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoginResult {
    /// When the browser was opened (RFC 3339, UTC).
    pub opened: String,
    /// The callback of the source that was tried.
    pub callback: String,
    /// How long it took from there, in milliseconds.
    pub millis: u32,
    /// Who came in, by the server's events.
    pub seen: Option<LoginObservation>,
    /// How many others came in meanwhile.
    pub others: usize,
    /// What the person read, where the events told nothing.
    pub shown: Option<VisitorPage>,
    /// Why nobody came in.
    pub symptom: Option<Symptom>,
    /// What is to be known of a login that worked.
    pub note: Option<Symptom>,
    /// A link that it made to a user who was there before.
    pub link: Option<LoginLink>,
}

impl LoginResult {
    /// Whether anything came of it; one that was stopped leaves the one before it standing.
    pub fn is_told(&self) -> bool {
        self.seen.is_some() || self.shown.is_some() || self.symptom.is_some()
    }

    /// Whether a visitor came in.
    pub fn worked(&self) -> bool {
        let is_visitor = |seen: &LoginObservation| seen.kind != LoginKind::LinkedToSession;
        self.symptom.is_none() && (self.seen.as_ref().is_some_and(is_visitor) || self.shown.is_some())
    }
}
