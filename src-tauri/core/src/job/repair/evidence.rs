//! Determines who lost their link and which X account was theirs, from the available evidence. Pure functions.
//!
//! A wrong number would give one person's account to another. So a number counts only if a source of evidence states
//! it, if all evidence agrees, and if nobody else has it. A handle is no evidence: at X it may pass to another person.

use super::table::{AccountRow, is_account};
use crate::authentik::{AuditEvent, Links, UserRecord, UserRecords};
use crate::i18n::{Message, msg};
use crate::job::model::{ExistingLink, LostPerson};
use crate::plan::LostLink;
use serde::Serialize;
use std::collections::BTreeSet;

/// The present source, and the sources that existed before it.
pub(super) struct SourceIdentities<'s> {
    pub(super) slug: &'s str,
    pub(super) name: &'s str,
    /// The uuid of the present source; none if there is none.
    pub(super) now: Option<&'s str>,
    /// X's source type.
    pub(super) x_type: &'s str,
    /// The events about sources.
    pub(super) history: &'s [AuditEvent],
    /// The links that this machine recorded before it deleted their source.
    pub(super) kept: &'s [LostLink],
    /// The other sources with the same name.
    pub(super) namesakes: &'s Namesakes,
}

/// The sources that have the same name as the present one. A user's attributes tell the name only, so they can mean any
/// of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::job) struct Namesakes {
    /// The slugs of those that are OAuth sources.
    pub(super) slugs: BTreeSet<String>,
    /// The users who are linked to one of those.
    pub(super) linked: BTreeSet<i64>,
    /// Whether one is of another kind, whose links aren't read.
    pub(super) other_kind: bool,
    /// Whether there are more links than were read.
    pub(super) cut: bool,
}

impl SourceIdentities<'_> {
    /// Whether the user's path or attributes mean this source. A path is certain. A name counts only if no path of
    /// another source of this name contradicts it, and if no source of another kind can be meant.
    fn enrolled(&self, person: &UserRecord) -> bool {
        let is_elsewhere = self.namesakes.slugs.iter().any(|slug| person.is_in_path_of(slug));
        let is_named = person.names_source(self.name) && !is_elsewhere && !self.namesakes.other_kind;
        is_named || person.is_in_path_of(self.slug)
    }

    fn is_now(&self, pk: &str) -> bool {
        self.now.is_some_and(|now| now.replace('-', "") == pk)
    }

    /// The deleted sources of this slug and of X's type. Numbers of another type aren't X's, and people of another slug
    /// used another button, so the events must state both.
    fn before(&self) -> BTreeSet<String> {
        let was_this = |change: &&AuditEvent| {
            change.action == "model_deleted"
                && change.value("slug").as_deref() == Some(self.slug)
                && change.value("provider_type").as_deref() == Some(self.x_type)
        };
        self.history.iter().filter(was_this).map(AuditEvent::pk).filter(|pk| !self.is_now(pk)).collect()
    }
}

/// The people who have no link to any source that the evidence can mean, by user name.
pub(super) fn lost(
    people: &UserRecords,
    links: &Links,
    history: &[AuditEvent],
    sources: &SourceIdentities<'_>,
) -> Vec<LostPerson> {
    let before = sources.before();
    let mut lost: Vec<_> = people
        .seen
        .iter()
        .filter(|person| links.seen.iter().all(|link| link.user != person.pk))
        // Whoever is linked to another source that can be meant signs in with that.
        .filter(|person| !sources.namesakes.linked.contains(&person.pk))
        .filter_map(|person| {
            let theirs: Vec<_> =
                history.iter().filter(|change| change.link().is_some_and(|(user, _)| user == person.pk)).collect();
            let told = told(person, &theirs, &before);
            let kept = kept(person, sources.kept);
            let known = sources.enrolled(person) || !told.is_empty() || !kept.is_empty();
            known.then(|| LostPerson {
                user: person.pk,
                username: person.username.clone(),
                name: person.name.clone(),
                active: person.is_active,
                superuser: person.is_superuser,
                told,
                kept,
                taken_off: taken_off(&theirs, sources),
            })
        })
        .collect();
    lost.sort_by_key(|person| person.username.to_lowercase());
    lost
}

/// The numbers that events state for this person's links to earlier sources, each once, newest first.
fn told(person: &UserRecord, theirs: &[&AuditEvent], before: &BTreeSet<String>) -> Vec<(String, String)> {
    let mut told: Vec<(String, String)> = Vec::new();
    for change in theirs {
        let of_before = change.key_value("source").is_some_and(|source| before.contains(&source));
        let of_person = change.value("user").as_deref() == Some(person.pk.to_string().as_str());
        let Some(id) = change.value("identifier").filter(|id| of_before && of_person && is_account(id)) else {
            continue;
        };
        if told.iter().all(|(known, _)| *known != id) {
            told.push((id, change.created.clone()));
        }
    }
    told
}

/// The numbers that this machine recorded for this person's links, each once, newest first.
fn kept(person: &UserRecord, all: &[LostLink]) -> Vec<(String, String)> {
    let mut kept: Vec<(String, String)> = Vec::new();
    for lost in all.iter().rev().filter(|lost| lost.user == person.pk && is_account(&lost.identifier)) {
        if kept.iter().all(|(known, _)| *known != lost.identifier) {
            kept.push((lost.identifier.clone(), lost.at.clone()));
        }
    }
    kept
}

fn taken_off(theirs: &[&AuditEvent], sources: &SourceIdentities<'_>) -> Option<(String, String)> {
    let mut off = theirs.iter().filter(|change| {
        change.action == "model_deleted" && change.link().is_some_and(|(_, source)| sources.is_now(&source))
    });
    off.next().map(|change| (change.user.username.clone(), change.created.clone()))
}

/// How well a person's number is supported by the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum EvidenceStatus {
    /// No evidence states it.
    Unknown,
    /// The evidence states it, and nothing contradicts it.
    Told,
    /// Two sources of evidence state different numbers.
    Differs,
    /// Two people would have the same number.
    Doubled,
    /// Another user is linked to it.
    Held,
    /// The link was removed from the present source.
    TakenOff,
}

/// A person, with the evidence for the number of their X account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RepairCandidate<'l> {
    pub(super) person: &'l LostPerson,
    /// The number, if the evidence supports it.
    pub(super) id: Option<String>,
    pub(super) standing: EvidenceStatus,
    /// The evidence for it or against it.
    pub(super) says: Vec<Message>,
}

/// Evaluates the evidence of events, table and newest live test.
pub(super) fn rank_evidence<'l>(
    lost: &'l [LostPerson],
    held: &[ExistingLink],
    table: &[AccountRow],
    tested: Option<&TestedAccount>,
) -> Vec<RepairCandidate<'l>> {
    let mut weighed: Vec<_> = lost.iter().map(|person| one(person, held, table, tested)).collect();
    let ids: Vec<_> = weighed.iter().filter_map(|one| one.id.clone()).collect();
    for one in &mut weighed {
        let Some(id) = one.id.clone() else { continue };
        if ids.iter().filter(|other| **other == id).count() > 1 {
            one.id = None;
            one.standing = EvidenceStatus::Doubled;
            one.says.push(msg::repair_doubled(&id));
        }
    }
    weighed
}

/// The account that signed in at X in the newest live test that passed.
pub(super) struct TestedAccount {
    pub(super) id: String,
    pub(super) username: Option<String>,
    /// The day of the test.
    pub(super) at: String,
}

fn one<'l>(
    person: &'l LostPerson,
    held: &[ExistingLink],
    table: &[AccountRow],
    tested: Option<&TestedAccount>,
) -> RepairCandidate<'l> {
    let mut ids = BTreeSet::new();
    let mut says = Vec::new();
    for (id, at) in &person.told {
        ids.insert(id.clone());
        says.push(msg::repair_told_event(day(at), id));
    }
    for (id, at) in &person.kept {
        ids.insert(id.clone());
        says.push(msg::repair_told_kept(day(at), id));
    }
    for line in table.iter().filter(|line| line.username == person.username) {
        ids.insert(line.id.clone());
        says.push(msg::repair_told_entered(&line.id, line.number));
    }
    // The test proves which X account it was. Only the handle suggests that it belongs to this user.
    if let Some(tested) = tested.filter(|tested| tested.username.as_deref() == Some(person.username.as_str())) {
        if ids.is_empty() {
            says.push(msg::repair_hint_test(&tested.at, &person.username, &tested.id));
        } else if ids.contains(&tested.id) {
            says.push(msg::repair_agrees_test(&tested.at));
        } else {
            ids.insert(tested.id.clone());
            says.push(msg::repair_differs_test(&tested.at, &person.username, &tested.id));
        }
    }
    if let Some((by, at)) = &person.taken_off {
        let says = vec![msg::repair_taken_off(by, day(at))];
        return RepairCandidate { person, id: None, standing: EvidenceStatus::TakenOff, says };
    }
    let mut known = ids.into_iter();
    let (id, standing) = match (known.next(), known.next()) {
        (None, _) => (None, EvidenceStatus::Unknown),
        (Some(_), Some(_)) => {
            says.push(msg::repair_differs());
            (None, EvidenceStatus::Differs)
        }
        (Some(id), None) => match held.iter().find(|held| held.id == id) {
            Some(holder) => {
                says.push(msg::repair_held(&id, &holder.username));
                (None, EvidenceStatus::Held)
            }
            None => (Some(id), EvidenceStatus::Told),
        },
    };
    RepairCandidate { person, id, standing, says }
}

/// The day of a moment (RFC 3339).
pub(in crate::job) fn day(at: &str) -> String {
    at.chars().take(10).collect()
}
