//! The live test: one sign-in at X, as authentik would do it, with its own callback on this machine.
//!
//! - Six legs, each with a verdict, a time and, where it failed, one diagnosis. The first leg that fails ends the test.
//! - X says nothing to the callback when its consent page refuses [docs/evidence/x.md §1.6]: silence is a result, and
//!   so is what the person says they see.
//! - Where the browser can't come back, the person pastes what its address bar holds, and the same rules hold.
//! - A token that was got is revoked at the end, whatever came between. A revoke that fails is a warning.
//! - Nothing listens once the test has ended, and once its future is dropped. Dropping it can't revoke: stop it instead.
//! - Neither [`SignInOutcome`] nor [`SignInProgress`] holds a secret; only [`SignInProgress`] holds the link to the consent page.

mod age;
mod context;
mod leg;
mod outcome;
mod paste;
mod private;
mod run;
mod suspects;
#[cfg(test)]
mod tests;
mod wait;

pub use age::CodeAge;
pub use context::{
    BrowserOpener, BrowserScreen, DefaultBrowser, NotOpened, PROMPT_AFTER, PrivateOpener, SignInCommand, SignInConfig,
    SignInContext, TIMEOUT,
};
pub use leg::{ConsentLink, SignInLeg, SignInLegResult, SignInLegVerdict, SignInProgress, SignInWaiting};
pub use outcome::{SignInEnding, SignInInputs, SignInOutcome};
pub use paste::{Paste, PasteAnswer};
pub use private::private_line;
pub use run::run;
pub use suspects::{Checklist, EarlierResults, Suspect};
