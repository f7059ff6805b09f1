//! Named checks of a source from outside. They see what a visitor's browser gets and need no right on the server.
//!
//! - A check is a function of what was expected and what was observed. It never reads another check's finding.
//! - A check that couldn't run says why. It has neither passed nor failed.
//! - The codes and states of a sign-in are never stored.

mod callback;
mod find;
mod finding;
pub mod inside;
mod live;
mod outside;
mod rules;
mod server_visit;
#[cfg(test)]
mod tests;
mod unseen;

pub use find::{FoundSource, find_sources};
pub use finding::{CheckOutcome, Finding};
pub use live::{LiveAuthorize, read_live_authorize};
pub use outside::{
    BrandPage, Expected, Observed, OtherBrands, Prefetched, VisitorEnd, observe, observe_other_brands,
    observe_prefetched, requested_scopes,
};
pub use rules::{judge, legacy_host};
pub use server_visit::{ServerVisit, visit_server};
pub use unseen::{Unseen, UnseenNeed, find_unseen};
