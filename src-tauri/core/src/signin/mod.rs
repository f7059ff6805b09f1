//! The live test: one sign-in at X, as authentik would do it, with its own callback on this machine.
//!
//! - Six legs, each with a verdict, a time and, where it failed, one diagnosis. The first leg that fails ends the test.
//! - X says nothing to the callback when its consent page refuses [docs/evidence/x.md §1.6]: silence is a result, and
//!   so is what the person says they see.
//! - Where the browser can't come back, the person pastes what its address bar holds, and the same rules hold.
//! - A token that was got is revoked at the end, whatever came between. A revoke that fails is a warning.
//! - Nothing listens once the test has ended, and once its future is dropped. Dropping it can't revoke: stop it instead.
//! - Neither [`Outcome`] nor [`Report`] holds a secret; only [`Report`] holds the link to the consent page.

mod age;
mod leg;
mod means;
mod outcome;
mod paste;
mod private;
mod run;
mod suspects;
#[cfg(test)]
mod tests;
mod wait;

pub use age::CodeAge;
pub use leg::{ConsentLink, Leg, LegReport, Report, Verdict, Waiting};
pub use means::{Control, DefaultBrowser, Means, NUDGE, NotOpened, Opener, PATIENCE, Privately, Request, Sight};
pub use outcome::{Ending, Inputs, Outcome};
pub use paste::{Paste, PasteAnswer};
pub use private::private_line;
pub use run::run;
pub use suspects::{Checklist, Known, Suspect};
