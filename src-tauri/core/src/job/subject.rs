use serde::{Deserialize, Serialize};

/// Whether a page that serves both is about the open job or the source check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Subject {
    /// The open job.
    Job,
    /// The source check.
    Support,
}
