//! The server's own dry run of the policy that says who gets in. Its result is shown, but never makes the push fail.

use super::access::{self, AccessGate, DesiredAccess};
use super::mapping_test::{MappingOutcome, MappingTestResult};
use super::step::{Operation, PlannedWrite};
use crate::authentik::{Client, Error};
use crate::i18n::msg;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Whom the policy is tried for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TriedVisitor {
    Listed,
    Unlisted,
    Any,
    WithoutId,
}

impl TriedVisitor {
    fn word(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Unlisted => "unlisted",
            Self::Any => "any",
            Self::WithoutId => "none",
        }
    }

    fn passes(self) -> bool {
        match self {
            Self::Listed | Self::Any => true,
            Self::Unlisted | Self::WithoutId => false,
        }
    }
}

/// A number that the list doesn't have.
fn unlisted(access: &DesiredAccess) -> String {
    let is_listed = |number: &String| access.accounts.iter().any(|account| account.id.as_ref() == Some(number));
    // The list is finite, so one of these isn't in it.
    (1..=access.accounts.len() + 1)
        .map(|number| number.to_string())
        .find(|number| !is_listed(number))
        .unwrap_or_default()
}

/// Tries the policy, if the push wrote it: for a listed account, for another one, and for an answer of X without a number
/// [docs/evidence/authentik.md §8.2].
pub(super) async fn tried(
    client: &Client,
    access: Option<&DesiredAccess>,
    steps: &[PlannedWrite],
    made: &BTreeMap<String, String>,
) -> Vec<MappingTestResult> {
    let Some(access) = access else { return Vec::new() };
    let written = steps.iter().find(|step| step.id == access::POLICY).and_then(|step| match &step.deed {
        Operation::Create { .. } => made.get(&step.id).cloned(),
        Operation::Change { known, .. } => Some(known.pk.clone()),
        Operation::Show { .. } => None,
    });
    let Some(policy) = written else { return Vec::new() };
    let without = (TriedVisitor::WithoutId, json!({}));
    let visitors = match access.gate {
        AccessGate::Listed => {
            let listed = access.accounts.iter().find_map(|account| match (&account.id, &account.handle) {
                (Some(id), _) => Some(json!({ "id": id })),
                (None, Some(handle)) => Some(json!({ "id": unlisted(access), "username": handle })),
                (None, None) => None,
            });
            let other = (TriedVisitor::Unlisted, json!({ "id": unlisted(access) }));
            listed.map(|listed| (TriedVisitor::Listed, listed)).into_iter().chain([other, without]).collect()
        }
        AccessGate::Approval | AccessGate::Open => vec![(TriedVisitor::Any, json!({ "id": "1" })), without],
    };
    let user = match client.me().await {
        Ok(me) => me.pk,
        Err(_) => return vec![untested(msg::plan_access_unanswered())],
    };
    let mut results = Vec::new();
    for (who, data) in visitors {
        let context: Value = json!({ "is_sso": true, "oauth_userinfo": { "data": data } });
        results.push(match client.test_policy(&policy, user, context).await {
            Ok(test) if test.passing == who.passes() => {
                let passes = if test.passing { "yes" } else { "no" };
                MappingTestResult { outcome: MappingOutcome::Ran, words: msg::plan_access_let_in(passes, who.word()) }
            }
            Ok(_) => {
                MappingTestResult { outcome: MappingOutcome::Raised, words: msg::plan_access_let_in_wrong(who.word()) }
            }
            // For a token without the rights, the answer looks like a server error.
            Err(Error::WriteFault { .. } | Error::RightsMissing { .. }) => {
                return vec![untested(msg::plan_access_untested())];
            }
            Err(_) => return vec![untested(msg::plan_access_unanswered())],
        });
    }
    results
}

fn untested(words: crate::i18n::Message) -> MappingTestResult {
    MappingTestResult { outcome: MappingOutcome::Untested, words }
}
