//! A test login through authentik: what the server's events tell of it, what a visitor reads on the page where it ended,
//! and the one cause that follows from both.
//!
//! - What is new is told by the events themselves, against a [`Mark`] of those that were there before: no clock is held
//!   against another.
//! - A real server writes nothing down of most failures [docs/evidence/authentik.md §2.1]. So the person says what they
//!   [see](Shown), and [`judge`] makes one cause of it, with what X said of the pair and what the source's settings are.
//! - Neither code nor state of a sign-in, nor the server's own words of a fault, which may quote them, leave this room.
//! - Nothing is written.

mod judge;
mod mark;
mod read;
mod seen;
mod shown;
mod watch;

pub use judge::{Known, Verdict, judge};
pub use mark::Mark;
pub use read::{Happened, happened};
pub use seen::{LoginKind, LoginSeen};
pub use shown::{Shown, ShownOn};
pub use watch::{Control, Ended, NUDGE, PATIENCE, Report, Watch, Watched, watch};
