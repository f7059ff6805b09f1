//! Stage 1: the address of authentik, its API token, a private CA, and the server check.

mod actions;
mod merge;
mod page;

pub(super) use actions::status;
pub use actions::{check, client, forget_token, merge_address, store_token};
pub use merge::{merge_check, merge_token};
pub(super) use page::page;
pub use page::{AddressPreview, ServerLegView, ServerPage};
