//! The client credentials, at the end of stage 3: what was pasted, where the secret is stored, and what X answers about
//! them.

mod check;
mod enter;
mod merge;
mod page;

pub use super::model::PairVerdict;
pub(super) use check::{ask, bar, refused};
pub use check::{check, client_secret, forget_secret, from_keyring};
pub use enter::{Override, PasteResult, RejectedPaste, accept_anyway, accept_paste, swap_fields};
pub use merge::merge_paste;
pub(super) use page::page;
pub use page::{CredentialsPage, PairAnswer, PasteOffer};
