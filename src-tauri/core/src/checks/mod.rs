//! Named checks of a source, from outside: what a visitor's browser gets, with no right on the server.
//!
//! - A check is a function of what was planned and what was seen; it never reads what another check found.
//! - A check that couldn't run says why: it is neither passed nor failed.
//! - Codes and states of a sign-in are never kept.

mod arrived;
mod callback;
mod finding;
pub mod inside;
mod named;
mod outside;
#[cfg(test)]
mod tests;
mod unseen;

pub use arrived::{Arrived, arrive};
pub use finding::{Finding, Outcome};
pub use named::judge;
pub use outside::{AtHand, BrandPage, Others, Planned, Seen, look, look_for_more, others, scopes_with};
pub use unseen::{Need, Unseen, unseen};
