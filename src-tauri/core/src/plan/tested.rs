//! The server's own test of the mappings that a push wrote: told, and never a failure of the push.

use super::step::{Deed, Step};
use crate::authentik::{Client, Kind};
use crate::words::{Message, said};
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What came of the server's own test of a mapping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MappingTested {
    /// Whether it ran through.
    pub ran: bool,
    /// The same in words, with what it gave.
    pub words: Message,
}

/// Lets the server run each mapping that was written, once, without a visitor. A token that may not is no news: the
/// server's answer then says nothing of the mapping.
pub(super) async fn tested(client: &Client, steps: &[Step], made: &BTreeMap<String, String>) -> Vec<MappingTested> {
    let written = steps.iter().filter_map(|step| match &step.deed {
        Deed::Create { kind: Kind::Mapping, fields, .. } => {
            Some((made.get(&step.id)?.clone(), fields.get("name").and_then(Value::as_str)?.to_owned()))
        }
        Deed::Change { known, .. } if known.kind == Kind::Mapping => Some((known.pk.clone(), known.name.clone())),
        Deed::Create { .. } | Deed::Change { .. } | Deed::Show { .. } => None,
    });
    let tests = written.map(|(pk, name)| async move {
        let test = client.test_mapping(&pk).await.ok()?;
        // Of a traceback the last line says what was raised; those before it name files of the server's.
        let gave = if test.successful { test.result.as_str() } else { test.result.lines().next_back()? };
        let words =
            if test.successful { said::plan_mapping_ran(gave, name) } else { said::plan_mapping_raised(gave, name) };
        Some(MappingTested { ran: test.successful, words })
    });
    join_all(tests.map(Box::pin)).await.into_iter().flatten().collect()
}
