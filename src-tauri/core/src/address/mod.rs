//! The address of authentik, the source's slug, and every URL that is derived from the two.
//!
//! - [`ServerUrl`] parses whatever an admin pastes; [`Slug`] implements authentik's rules.
//! - [`Urls`] is the only place where URLs are derived, so slug and callback can't disagree.
//! - [`ByteDiff`] compares addresses that should be equal byte by byte; [`slips`] names the differences.
//! - Nothing here uses the network, and no URL contains a name, a password, a query or a fragment.
//!
//! Property tests check these invariants: parsing a base returns the same base, and parsing the callback that was
//! derived from a base and a slug returns the same two.

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
pub use link::{LinkError, parse_link};
pub use mismatch::{Mismatch, Presence, find_mismatches};
pub use rules::{DerivedUrl, Warning, check_x_rules};
pub use server::{Error, HttpPolicy, ParsedAddress, ServerUrl};
pub use slug::{Slug, SlugError};
pub use source::{SourceLink, source_link};
pub use urls::{TEST_PORT, Urls};
