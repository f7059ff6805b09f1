//! Named checks of a source, from outside: what a visitor's browser gets, with no right on the server.
//!
//! - A check is a function of what was planned and what was seen; it never reads what another check found.
//! - A check that couldn't run says why: it is neither passed nor failed.
//! - Codes and states of a sign-in are never kept.

mod callback;
mod finding;
pub mod inside;
mod outside;
mod rules;
mod server_visit;
#[cfg(test)]
mod tests;
mod unseen;

pub use finding::{CheckOutcome, Finding};
pub use outside::{
    BrandPage, Expected, Observed, OtherBrands, Prefetched, observe, observe_prefetched, others, scopes_with,
};
pub use rules::judge;
pub use server_visit::{ServerVisit, visit_server};
pub use unseen::{Unseen, UnseenNeed, unseen};
