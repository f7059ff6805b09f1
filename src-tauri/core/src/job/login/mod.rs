//! The test login: opens a source's sign-in in the person's browser, watches the server's events with the token, and
//! reports what happened: who signed in and how, or which side failed, with one cause.
//!
//! - It works the same for a job and for a source check: both provide a [`LoginRequest`].
//! - If the events can't be read, or show nothing, the person says which page they see, and X is asked about the client
//!   credentials.
//! - A link that the login made by accident is shown first, and removed by its number after a separate confirmation
//!   ([`unlink`]). This is the only write here, and it is read back.

pub(in crate::job) mod link;
mod page;
mod request;
mod run;

pub use super::model::LoginLink;
pub use crate::login::{LoginCommand, LoginProgress};
pub use link::unlink;
pub use page::{LoginCard, VisitorPageChoice, VisitorPageGroup};
pub(super) use page::{card, card_of_support};
pub use request::LoginRequest;
pub use run::run;

use super::Subject;
use serde::{Deserialize, Serialize};

/// Where the sign-in is opened. A browser with an authentik session would link the X account to that session's user, so
/// a private window is best, and the next best is that the person opens one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum LoginOpening {
    /// In a private window, or in an ordinary one if no browser here can open a private one.
    Private,
    /// In the default browser.
    Browser,
    /// By the person, who has copied the address. Nothing is opened here.
    ByHand,
}

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
