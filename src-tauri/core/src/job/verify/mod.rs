//! Stage 6: the outside checks, one test login as a visitor, and the cleanup.

pub use actions::{check, check_compared};
pub(super) use actions::{observe, status};
pub use page::VerifyPage;
pub(super) use page::page;

mod actions;
mod page;
