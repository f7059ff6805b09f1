//! Stage 1: the address of authentik, its API token, a private CA, and the server check.

mod actions;
mod merge;
mod page;

pub(super) use actions::status;
pub use actions::{check, client, forget_token, merge_address, store_token};
pub(super) use merge::aside;
pub use merge::{merge_check, merge_entered_token, merge_input, merge_token, token_to_store};
pub(super) use page::page;
pub use page::{AddressPreview, ServerLegView, ServerPage};
