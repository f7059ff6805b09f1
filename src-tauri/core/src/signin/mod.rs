//! The live test: one sign-in at X, as authentik would do it, with its own callback on this machine.
//!
//! - The test has six legs, each with a verdict, a time and, if it failed, one diagnosis. The first leg that fails ends
//!   the test.
//! - X sends nothing to the callback when its consent page refuses [docs/evidence/x.md §1.6]. So silence is a result,
//!   and so is what the person reports seeing.
//! - If the browser can't reach the callback, the person pastes the content of its address bar, and the same rules
//!   apply.
//! - A token that was obtained is revoked at the end, whatever happened in between. If the revocation fails, that is a
//!   warning.
//! - The test ends some seconds after the callback was answered, so that a page that the person opens after a browser's
//!   prefetch is answered too.
//! - Nothing listens any more after the test has ended or its future was dropped. Dropping the future can't revoke a
//!   token, so the test should be stopped instead.
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
pub use context::InstalledBrowser;
pub use context::{
    BrowserOpener, BrowserScreen, DefaultBrowser, NotOpened, PROMPT_AFTER, PrivateOpener, STAY, SignInCommand,
    SignInConfig, SignInContext, TIMEOUT,
};
pub use leg::{ConsentLink, SignInLeg, SignInLegResult, SignInLegVerdict, SignInProgress, SignInWaiting};
pub use outcome::{SignInEnding, SignInInputs, SignInOutcome};
pub use paste::{Paste, PasteAnswer};
pub use private::{plain_line, private_line};
pub use run::run;
pub use suspects::{Checklist, EarlierResults, Suspect};
