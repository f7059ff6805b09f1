//! The server's own test of the mappings that a push wrote. Its result is shown, but never makes the push fail.

use super::step::{Operation, PlannedWrite};
use crate::authentik::{Client, Error, ObjectKind};
use crate::i18n::{Message, msg};
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The outcome of a mapping's test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MappingOutcome {
    /// The mapping ran without an exception.
    Ran,
    /// The mapping raised an exception.
    Raised,
    /// The mapping wasn't run, so nothing is known about it.
    Untested,
}

/// The result of the server's own test of a mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MappingTestResult {
    /// The outcome in one word.
    pub outcome: MappingOutcome,
    /// The outcome in a sentence, with what the mapping returned.
    pub words: Message,
}

/// Lets the server run each mapping that was written, once, without a visitor. A token with the smallest role may not
/// do this, and a server may fail to answer; both are reported, but don't make the push fail, because it is complete.
pub(super) async fn tested(
    client: &Client,
    steps: &[PlannedWrite],
    made: &BTreeMap<String, String>,
) -> Vec<MappingTestResult> {
    let written = steps.iter().filter_map(|step| match &step.deed {
        Operation::Create { kind: ObjectKind::Mapping, fields, .. } => {
            Some((made.get(&step.id)?.clone(), fields.get("name").and_then(Value::as_str)?.to_owned()))
        }
        Operation::Change { known, .. } if known.kind == ObjectKind::Mapping => {
            Some((known.pk.clone(), known.name.clone()))
        }
        Operation::Create { .. } | Operation::Change { .. } | Operation::Show { .. } => None,
    });
    let tests = written.map(|(pk, name)| async move {
        let (outcome, words) = match client.test_mapping(&pk).await {
            Ok(test) if test.successful => (MappingOutcome::Ran, msg::plan_mapping_ran(test.result, name)),
            Ok(test) => {
                // The last line of a traceback says what was raised; the lines before it name files on the server.
                let gave = test.result.lines().next_back().unwrap_or_default();
                (MappingOutcome::Raised, msg::plan_mapping_raised(gave, name))
            }
            // For a token without the rights, the answer looks like a server error [docs/evidence/authentik.md §3.2].
            Err(Error::WriteFault { .. } | Error::RightsMissing { .. }) => {
                (MappingOutcome::Untested, msg::plan_mapping_untested(name))
            }
            Err(_) => (MappingOutcome::Untested, msg::plan_mapping_unanswered(name)),
        };
        MappingTestResult { outcome, words }
    });
    join_all(tests.map(Box::pin)).await
}
