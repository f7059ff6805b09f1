//! A test login through authentik: what the server's events tell of it, what a visitor reads on the page where it ended,
//! and the one cause that follows from both.
//!
//! - What is new is told by the events themselves, against a [`EventBaseline`] of those that were there before: no clock is held
//!   against another.
//! - A real server writes nothing down of most failures [docs/evidence/authentik.md §2.1]. So the person says what they
//!   [see](Shown), and [`judge`] makes one cause of it, with what X said of the pair and what the source's settings are.
//! - Neither code nor state of a sign-in, nor the server's own words of a fault, which may quote them, leave this room.
//! - Nothing is written.

mod baseline;
mod evaluate;
mod events;
mod observation;
mod visitor_page;
mod watch;

pub use baseline::EventBaseline;
pub use evaluate::{LoginEvidence, LoginVerdict, judge};
pub use events::{LoginEvents, happened};
pub use observation::{LoginKind, LoginObservation};
pub use visitor_page::{VisitorPage, VisitorPageHost};
pub use watch::{LoginCommand, LoginProgress, NUDGE, PATIENCE, Watch, WatchEnd, WatchResult, watch};
