//! Where authentik is, what the source is called there, and every URL that follows from the two.
//!
//! - [`ServerUrl`] reads whatever an admin pastes; [`Slug`] holds authentik's rules.
//! - [`Urls`] is the one source of truth for what is derived: slug and callback can't disagree.
//! - [`ByteDiff`] lays addresses that should be the same beside each other; [`slips`] names what differs.
//! - Nothing here asks the network, and no URL holds a name, a password, a query or a fragment.
//!
//! Invariants, held by property tests: a base reads as itself, and the callback derived from a base and a slug parses
//! back to the same two.

mod bytes;
mod callback;
mod host_scope;
mod link;
mod mismatch;
mod parse;
mod rules;
mod server;
mod slug;
mod source;
#[cfg(test)]
mod tests;
mod urls;

pub use bytes::{ByteDiff, ByteRow};
pub use callback::{CallbackError, CallbackUrl};
pub use host_scope::HostScope;
pub use link::{LinkError, read_link};
pub use mismatch::{Mismatch, Presence, slips};
pub use rules::{DerivedUrl, Warning, x_rules};
pub use server::{Error, HttpPolicy, ParsedAddress, ServerUrl};
pub use slug::{Slug, SlugError};
pub use source::{SourceLink, source_link};
pub use urls::{TEST_PORT, Urls};
