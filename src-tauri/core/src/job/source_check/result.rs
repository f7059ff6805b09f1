//! The result of a source check, the progress that a running one reports, and the order of its findings.

use crate::authentik::{ServerLegResult, Source};
use crate::checks::{CheckOutcome, Finding, Unseen};
use tokio::sync::mpsc::UnboundedSender;

/// The result of a source check.
#[derive(Clone, Debug)]
pub struct SourceCheckResult {
    /// When (RFC 3339, UTC).
    pub at: String,
    /// How long it took, in milliseconds.
    pub millis: u32,
    /// How many requests went out.
    pub requests: u32,
    /// The verdict of each server leg.
    pub legs: Vec<ServerLegResult>,
    /// The finding of each check, worst first.
    pub findings: Vec<Finding>,
    /// What couldn't be checked, and what would make it possible.
    pub unseen: Vec<Unseen>,
    /// The release of authentik, if the server stated it.
    pub release: Option<String>,
    /// The source, if a token showed it.
    pub(super) source: Option<Source>,
}

/// The progress of a running source check.
#[derive(Clone, Debug)]
pub enum SourceCheckEvent {
    /// The progress of the server check.
    Legs(Vec<ServerLegResult>),
    /// A finding, or a better one in place of an earlier one of the same check.
    Finding(Box<Finding>),
}

/// Where a run reports each finding as soon as it is made.
#[derive(Clone)]
pub(super) struct EventSender(pub(super) UnboundedSender<SourceCheckEvent>);

impl EventSender {
    pub(super) fn finding(&self, finding: Finding) {
        // After the run was abandoned, nobody receives the events.
        let _ = self.0.send(SourceCheckEvent::Finding(Box::new(finding)));
    }

    pub(super) fn all(&self, findings: impl IntoIterator<Item = Finding>) {
        findings.into_iter().for_each(|finding| self.finding(finding));
    }

    pub(in crate::job) fn legs(&self, legs: Vec<ServerLegResult>) {
        let _ = self.0.send(SourceCheckEvent::Legs(legs));
    }
}

/// The checks in the order in which a sign-in meets what they examine. Fields with drift have the place of `drift`.
const ORDER: [&str; 28] = [
    "server",
    "token",
    "base-url",
    "source",
    "provider-type",
    "button",
    "brands",
    "type",
    "callback",
    "client-id",
    "pair",
    "secret-pushed",
    "scopes",
    "scopes-set",
    "pkce",
    "host",
    "flow-known",
    "flow-new",
    "matching",
    "mappings",
    "mappings-unbound",
    "drift",
    "events",
    "events-mapping",
    "events-callback",
    "users-linked",
    "locked-out",
    "other",
];

pub(super) fn rank(id: &str) -> usize {
    let known = |wanted: &str| ORDER.iter().position(|id| *id == wanted);
    let parts = || id.match_indices('-').rev().filter_map(|(at, _)| known(&id[..at]));
    known(id).or_else(|| parts().next()).unwrap_or(ORDER.len())
}

/// Inserts a finding in order. It replaces an earlier one of the same check, unless the new one couldn't run.
pub(super) fn put(all: &mut Vec<Finding>, finding: Finding) {
    if let Some(same) = all.iter_mut().find(|one| one.id == finding.id) {
        if finding.outcome != CheckOutcome::Skipped || same.outcome == CheckOutcome::Skipped {
            *same = finding;
        }
        return;
    }
    let place = rank(&finding.id);
    let at = all.iter().position(|one| rank(&one.id) > place).unwrap_or(all.len());
    all.insert(at, finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::msg;

    fn finding(id: &str, outcome: CheckOutcome) -> Finding {
        let passed = crate::checks::inside::skip_other_brands();
        Finding { id: id.to_owned(), outcome, detail: Some(msg::checks_skipped_server()), ..passed }
    }

    #[test]
    fn findings_keep_their_places_and_one_that_ran_isnt_replaced_by_one_that_couldnt() {
        let mut all = Vec::new();
        for id in ["locked-out", "server", "drift-enabled", "source", "unheard-of"] {
            put(&mut all, finding(id, CheckOutcome::Passed));
        }
        put(&mut all, finding("source", CheckOutcome::Skipped));
        let ids: Vec<_> = all.iter().map(|one| (one.id.as_str(), one.outcome)).collect();
        let passed =
            ["server", "source", "drift-enabled", "locked-out", "unheard-of"].map(|id| (id, CheckOutcome::Passed));
        assert_eq!(ids, passed);
        put(&mut all, finding("source", CheckOutcome::Found));
        assert_eq!(all[1].outcome, CheckOutcome::Found);
    }
}
