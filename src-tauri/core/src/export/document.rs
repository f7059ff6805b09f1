//! The content of an export, and the formats that it is written in.

use crate::address::Urls;
use crate::plan::TargetState;
use crate::portal::{GuideAction, LayoutStart};
use serde::Deserialize;

/// The variable that the Client Secret comes from, wherever it comes from the environment.
pub const SECRET: &str = "X_CLIENT_SECRET";

/// The file that a blueprint reads it from, where it comes from a file.
pub const SECRET_FILE: &str = "/run/secrets/x_client_secret";

/// All that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The version of this program.
    pub program: String,
    /// When the server was read, or the export made (RFC 3339, UTC).
    pub at: String,
    /// The server's host.
    pub host: String,
    /// Whether the servers are practice servers.
    pub practice: bool,
    /// Whether the server's certificate comes from a CA of its own.
    pub own_ca: bool,
    /// The target state of the server.
    pub aim: TargetState,
    /// Every address.
    pub urls: Urls,
    /// What has to be done at X.
    pub portal: Portal,
}

/// X's form, as the admin sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// The page to start from.
    pub start: LayoutStart,
    /// What to do, in order.
    pub actions: Vec<GuideAction>,
    /// The fields that stay as they are.
    pub left_alone: Vec<String>,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// An authentik blueprint, its secret from the environment of authentik's worker.
    Blueprint,
    /// The same, its secret from a file that the worker can read.
    BlueprintFile,
    /// Terraform, for authentik's own provider.
    Terraform,
    /// A script of curl calls.
    Curl,
    /// Steps for a person.
    Runbook,
}

impl ExportFormat {
    /// Each of them.
    pub const ALL: [Self; 5] = [Self::Blueprint, Self::BlueprintFile, Self::Terraform, Self::Curl, Self::Runbook];

    /// The ending of such a file's name, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Blueprint | Self::BlueprintFile => "yaml",
            Self::Terraform => "tf",
            Self::Curl => "sh",
            Self::Runbook => "md",
        }
    }

    /// Whether the file is a program.
    pub fn is_program(self) -> bool {
        self == Self::Curl
    }
}
