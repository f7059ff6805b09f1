//! Evaluates a test login through authentik: what the server's events show about it, what a visitor reads on the page
//! where it ended, and the one cause that follows from both.
//!
//! - New events are found by comparison with an [`EventBaseline`] of those that existed before, so the clocks of two
//!   machines are never compared.
//! - A real server records no event for most failures [docs/evidence/authentik.md §2.1]. So the person says what they
//!   [see](VisitorPage), and [`judge`] derives one cause from it, from X's answer about the client credentials and from
//!   the source's settings.
//! - The code and the state of a sign-in stay inside this module, and so does the server's own text of a fault, which
//!   may quote them.
//! - Nothing is written to the server.

mod baseline;
mod evaluate;
mod events;
mod observation;
mod visitor_page;
mod watch;

pub use baseline::EventBaseline;
pub use evaluate::{LoginEvidence, LoginVerdict, judge, silence};
pub use events::{LoginEvents, read_events_since};
pub use observation::{LoginKind, LoginObservation};
pub use visitor_page::{VisitorPage, VisitorPageHost};
pub use watch::{LoginCommand, LoginProgress, NUDGE, PATIENCE, Watch, WatchEnd, WatchResult, watch};
