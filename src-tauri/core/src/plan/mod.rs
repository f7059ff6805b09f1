//! What is wanted against what is there: the changes in plain words and as data, pushed in order, and undone.
//!
//! - Nothing is written that wasn't shown first: [`apply`] takes the plan as shown and refuses where the server no
//!   longer is as it was shown.
//! - Running again after any failure converges: existing things are looked for first, so there is never a twin.
//! - What somebody else wrote is never lost: a patch carries only the fields that change, the login page's list is read
//!   just before and again after, and what was added by others is kept.
//! - A source is never deleted and made again: that would lock out everybody who is linked to it.
//! - The journal holds no secret, only a salted fingerprint of the one last pushed.

mod actual;
mod aim;
mod apply;
mod beside;
mod button;
mod change;
mod choices;
mod compare;
mod consequences;
mod drift;
mod embed;
mod error;
mod fields;
mod fingerprint;
mod journal;
mod links;
mod offer;
mod report;
mod step;
mod tested;
#[cfg(test)]
mod tests;
mod told;
mod undo;
mod write;

pub use actual::{AUTHENTICATION, Actual, ENROLMENT, Login, LoginStage, read};
pub use aim::{Aim, EmbedAim, LoginAim, MappingAim, OtherSource, SourceAim, assumed};
pub use apply::{Consent, Pushed, apply};
pub use beside::Beside;
pub use change::{Action, Change, Field, Group, RequestShown, Shown, Shows, State, Target};
pub use choices::{Choice, Choices, Existing};
pub use compare::{Desired, Past, Plan, Renewal, SecretState, compare, make, renew};
pub use consequences::{Consequence, Weight};
pub use drift::{Drift, drift};
pub use embed::{Embed, Embedding, NoPlace, embedding, is_licensed, place};
pub use error::Error;
pub use journal::{Journal, Journals, LostLink, Stopped};
pub use links::LinkAgain;
pub use offer::{Candidate, ExistingOffer, GroupOffer, LoginOffer, Offer, OptionOffer, Options, PathOffer};
pub use report::{Progress, StepState};
pub use tested::{MappingOutcome, MappingTested};
pub use told::{Became, Did, PushTold, WriteTold};
pub use undo::{Undo, make_undo, undo};
