//! X's developer portal, as data: what stands on its screens, in which order, and what to do there.
//!
//! - `guide.toml` is the one place for X's words, prices and limits; each entry says how well it is known and when it
//!   was last checked. What we say about them stands in `locales/en/portal.ftl`.
//! - X has two layouts in circulation, the new Developer Console and the old Developer Portal; everything here is given
//!   for one [`Layout`].
//! - [`Guide::actions`] is what the window draws and the terminal prints; the practice portal draws its form from
//!   [`Guide::form`] and [`Guide::word`], so that rehearsal and instructions can't diverge.
//! - [`callbacks`] holds the list that X shows after saving against the wanted one, byte by byte.
//! - [`Guide::find`] leads from a word on X's screen to the step that it belongs to.
//! - [`PlatformLimits::cost_of`] reckons what a month of sign-ins costs.
//! - [`scopes`] holds a typed list of further scopes against X's own.
//!
//! Nothing here asks the network or knows whether an action was done.

mod action;
pub mod callbacks;
mod cost;
mod dated;
mod find;
mod guide;
mod limits;
pub mod scopes;
mod script;
#[cfg(test)]
mod tests;
mod word;

pub use action::{GuideAction, GuideStep, GuideValue, StepKind, ValueName, Values, WantedApp};
pub use cost::{Cost, CostFact, DAYS, Dollars, MOST_PEOPLE};
pub use dated::{DatedEntry, GuidePart};
pub use find::Sighting;
pub use guide::{FormChoice, FormControl, FormField, FormNeed, Guide, Layout, LayoutStart};
pub use limits::{DatedValue, PlatformLimits};
pub use word::Word;

use std::sync::LazyLock;

/// The guide, parsed once.
pub fn guide() -> &'static Guide {
    static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
        Guide::parse(include_str!("guide.toml")).expect("the guide is part of the program, and its test parses it")
    });
    &GUIDE
}
