//! The guide: X's developer portal as data, with the content of its pages, their order, and what to do there.
//!
//! - `guide.toml` is the single place for X's words, prices and limits; each entry says how well it is known and when
//!   it was last checked. Our sentences about them are in `locales/en/portal.ftl`.
//! - X has two layouts in use, the new Developer Console and the old Developer Portal; everything here is defined per
//!   [`Layout`].
//! - The window and the terminal show [`Guide::actions`]; the practice portal renders its form from [`Guide::form`] and
//!   [`Guide::word`], so that rehearsal and instructions can't diverge.
//! - [`callbacks`] compares the list that X shows after saving with the wanted callbacks, byte by byte.
//! - [`Guide::find`] finds the step that a word on X's screen belongs to.
//! - [`PlatformLimits::cost_of`] estimates what a month of sign-ins costs.
//! - [`scopes`] compares a typed list of further scopes with X's own.
//!
//! Nothing here sends a request or knows whether an action was done.

mod action;
pub mod callbacks;
mod cost;
mod dated;
mod dollars;
mod find;
mod guide;
mod guide_dates;
mod layout;
mod limits;
mod scope_group;
pub mod scopes;
mod script;
#[cfg(test)]
mod tests;
mod word;

pub use action::{GuideAction, GuideStep, GuideValue, Values, WantedApp};
pub use cost::{Cost, CostFact, DAYS, MOST_PEOPLE};
pub use dated::{DatedEntry, DatedValue, GuidePart};
pub use dollars::Dollars;
pub use find::Sighting;
pub use guide::{FormChoice, FormControl, FormField, FormNeed, Guide, LayoutStart, guide};
pub use layout::Layout;
pub use limits::PlatformLimits;
pub use script::{StepKind, ValueName};
pub use word::Word;
