//! Stage 4: the live test.

pub(super) use actions::status;
pub use actions::{OpenedBy, SignInRequest, live, merge_result, merge_test, paste, run, test};
pub use page::SignInPage;
pub(super) use page::page;

mod actions;
mod page;
