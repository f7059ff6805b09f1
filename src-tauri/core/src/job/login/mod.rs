//! The test login: opens a source's sign-in in the person's browser, watches the server's events with the token, and
//! reports what happened: who signed in and how, or which side failed, with one cause.
//!
//! - It works the same for a job and for a source check: both provide a [`LoginRequest`].
//! - If the events can't be read, or show nothing, the person says which page they see, and X is asked about the client
//!   credentials.
//! - A link that the login made by accident is shown first, and removed by its number after a separate confirmation
//!   ([`unlink`]). This is the only write here, and it is read back.

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

/// The test login that is running.
#[derive(Clone, Debug)]
pub struct LoginRun {
    /// Its number in this run of the program.
    pub run: u32,
    /// Whether it belongs to the open job or to the source check.
    pub of: Subject,
    /// The callback of the source that is tested.
    pub callback: String,
    /// When the browser was opened (RFC 3339, UTC).
    pub opened: String,
    /// How far it is.
    pub report: LoginProgress,
}

/// The progress of a test login that has just started.
pub(super) fn begins(asked: &LoginRequest) -> LoginProgress {
    LoginProgress { watches: asked.has_token(), ..LoginProgress::default() }
}

/// The result of a test login.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LoginResult {
    /// When the browser was opened (RFC 3339, UTC).
    pub opened: String,
    /// The callback of the source that was tested.
    pub callback: String,
    /// How long it took, in milliseconds from the opening of the browser.
    pub millis: u32,
    /// Who signed in, according to the server's events.
    pub seen: Option<LoginObservation>,
    /// How many others signed in meanwhile.
    pub others: usize,
    /// The page that the person read, if the events showed nothing.
    pub shown: Option<VisitorPage>,
    /// Why nobody signed in.
    pub symptom: Option<Symptom>,
    /// What to know about a login that worked.
    pub note: Option<Symptom>,
    /// A link that it made to a user who existed before.
    pub link: Option<LoginLink>,
}

impl LoginResult {
    /// Whether the login had a result. One that was stopped doesn't replace the previous result.
    pub fn is_told(&self) -> bool {
        self.seen.is_some() || self.shown.is_some() || self.symptom.is_some()
    }

    /// Whether a visitor signed in.
    pub fn worked(&self) -> bool {
        let is_visitor = |seen: &LoginObservation| seen.kind != LoginKind::LinkedToSession;
        self.symptom.is_none() && (self.seen.as_ref().is_some_and(is_visitor) || self.shown.is_some())
    }
}
