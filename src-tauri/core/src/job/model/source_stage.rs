//! The source stage, as it is stored.

use crate::diagnosis::Symptom;
use crate::plan::SourceStageContext;
use serde::{Deserialize, Serialize};

/// The default of authentik's own form.
pub const TEN_MINUTES: u32 = 10;

/// What was chosen, and what was read from the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SourceStage {
    /// Whether a source stage is wanted.
    pub wanted: bool,
    /// The flow's slug; empty while none is chosen.
    pub flow: String,
    /// The uuid of the stage that it follows; none if it comes first.
    pub after: Option<String>,
    /// How long a visitor may stay away, in minutes.
    pub minutes: u32,
    /// The newest snapshot of the server.
    pub look: Option<FlowSnapshot>,
    /// Why the newest attempt to read the server failed.
    pub problem: Option<Symptom>,
}

impl Default for SourceStage {
    fn default() -> Self {
        let (flow, after, look, problem) = (String::new(), None, None, None);
        Self { wanted: false, flow, after, minutes: TEN_MINUTES, look, problem }
    }
}

/// A snapshot of the server's license, flows and stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FlowSnapshot {
    /// The server, without a slash at the end.
    pub base: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// What the server has.
    pub seen: SourceStageContext,
}
