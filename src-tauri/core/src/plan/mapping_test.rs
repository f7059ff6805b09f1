//! The server's own test of the mappings that a push wrote: told, and never a failure of the push.

use super::step::{Operation, PlannedWrite};
use crate::authentik::{Client, Error, ObjectKind};
use crate::i18n::{Message, msg};
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What came of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum MappingOutcome {
    /// It ran through.
    Ran,
    /// It raised something.
    Raised,
    /// It wasn't run, which says nothing of the mapping.
    Untested,
}

/// What came of the server's own test of a mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MappingTestResult {
    /// In one word.
    pub outcome: MappingOutcome,
    /// The same in words, with what it gave.
    pub words: Message,
}

/// Lets the server run each mapping that was written, once, without a visitor. A token with the smallest role may not;
/// that, or a server that doesn't answer by now, is told and never a failure of the push, which is done.
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
                // Of a traceback the last line says what was raised; those before it name files of the server's.
                let gave = test.result.lines().next_back().unwrap_or_default();
                (MappingOutcome::Raised, msg::plan_mapping_raised(gave, name))
            }
            // A token without the rights meets what a fault looks like [docs/evidence/authentik.md §3.2].
            Err(Error::WriteFault { .. } | Error::RightsMissing { .. }) => {
                (MappingOutcome::Untested, msg::plan_mapping_untested(name))
            }
            Err(_) => (MappingOutcome::Untested, msg::plan_mapping_unanswered(name)),
        };
        MappingTestResult { outcome, words }
    });
    join_all(tests.map(Box::pin)).await
}
