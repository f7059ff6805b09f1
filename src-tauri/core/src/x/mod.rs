//! X's side of "Sign in with X": the consent page's address, the token endpoint, the profile, and their errors.
//!
//! - The requests are the ones authentik sends (code with PKCE S256, HTTP Basic, no client ID in the body), but for the
//!   host: X asks for `x.com`, authentik opens `twitter.com` [R, docs/evidence/x.md §1.1].
//! - An answer is judged by what its body says; the status is a hint only [docs/evidence/x.md §1.5]. What isn't known
//!   stays `Unknown`, with X's own words.
//! - Neither error holds a body: what they quote is short and has lost every secret of its request.
//! - Nothing is retried: a code works once, and how X treats repeated wrong secrets is unknown
//!   [U, docs/evidence/x.md §1.5].
//!
//! Comments cite what is known of X by tag and section, as in [R, docs/evidence/x.md §1.5].

#[cfg(test)]
mod answers;
mod authorize;
mod endpoints;
mod error;
mod error_body;
#[cfg(test)]
pub(crate) mod fake;
mod probe;
mod profile;
mod revoke;
mod scopes;
#[cfg(test)]
mod tests;
mod token;

pub use authorize::{Consent, authorize};
pub use endpoints::Endpoints;
pub use error::{OauthError, ProfileError};
pub use probe::{CredentialProbe, CredentialVerdict, probe};
pub use profile::{Email, Profile, profile};
pub use revoke::revoke;
pub use scopes::{ScopeComparison, Scopes};
pub use token::{Grant, Token, exchange};

use std::time::Duration;

/// How long X's code is valid [D, docs/evidence/x.md §1.4].
pub const CODE_LIFETIME: Duration = Duration::from_secs(30);

/// The result of one request, with its number in the log.
#[derive(Debug)]
pub struct Attempt<T, E> {
    /// The result of the request.
    pub outcome: Result<T, E>,
    /// The number of the request in the log; `None` if no answer arrived.
    pub exchange: Option<u32>,
    /// How long the request took.
    pub took: Duration,
}
