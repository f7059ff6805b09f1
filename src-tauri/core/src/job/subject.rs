use serde::{Deserialize, Serialize};

/// What a page that serves both is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Subject {
    /// The open job.
    Job,
    /// The source that is checked.
    Support,
}
