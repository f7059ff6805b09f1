//! Stage 6, as it is stored: the newest outside checks, the newest test login, and what is cleaned up.

use super::login::LoginResult;
use crate::checks::Finding;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The newest results, and which cleanup items are done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Verify {
    /// The newest outside checks.
    pub checked: Option<OutsideCheck>,
    /// The newest test login.
    pub login: Option<Box<LoginResult>>,
    /// The cleanup items that are done.
    pub ticked: BTreeSet<String>,
}

/// The result of the outside checks, with the inputs that it was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutsideCheck {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// The callback that was planned.
    pub callback: String,
    /// The Client ID that was planned.
    pub client_id: Option<String>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// X's old host, if the server sends visitors there. What it means depends on tests that are made later.
    #[serde(default)]
    pub legacy_host: Option<String>,
}
