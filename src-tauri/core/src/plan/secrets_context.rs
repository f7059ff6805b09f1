//! What is known of a server's Secrets, on a server that keeps Client Secrets as objects of their own.

use crate::authentik::ApiObject;

/// What is known of a server's Secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecretsContext {
    /// All Secrets, if one is to be written.
    pub all: Vec<ApiObject>,
    /// Whether the token may see the value of the source's Secret, so that an undo can put it back.
    pub shows_value: bool,
    /// Whether the token may add a Secret.
    pub may_add: bool,
    /// Whether the token may change the source's Secret.
    pub may_change: bool,
}
