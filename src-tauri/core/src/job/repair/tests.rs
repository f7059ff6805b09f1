use super::evidence::{EvidenceStatus, Namesakes, SourceIdentities, TestedAccount, lost, rank_evidence};
use super::table;
use crate::authentik::{AuditEvent, Links, UserLink, UserRecord, UserRecords};
use crate::job::model::{ExistingLink, LostPerson};
use crate::plan::LostLink;
use serde_json::{Value, json};

const NOW: &str = "5eed0000-0000-4000-8000-000000000002";
const BEFORE: &str = "5eed0000-0000-4000-8000-000000000001";
const AT: &str = "2026-01-02T03:04:05Z";

fn person(pk: i64, username: &str, path: &str) -> UserRecord {
    serde_json::from_value(json!({ "pk": pk, "username": username, "path": path })).expect("a person")
}

fn change(action: &str, context: &Value) -> AuditEvent {
    let event = json!({ "action": action, "created": AT, "user": { "username": "akadmin" }, "context": context });
    serde_json::from_value(event).expect("an event")
}

/// A link as a licensed server's events tell of it.
fn link(action: &str, user: i64, source: &str, id: &str) -> AuditEvent {
    let name = format!("User-source connection (user={user}, source={source})");
    let state = json!({ "user": user, "source": source, "identifier": id });
    change(action, &json!({ "model": { "pk": 1, "name": name }, "model_state": state }))
}

fn deleted_source(pk: &str, slug: &str, kind: &str) -> AuditEvent {
    let state = json!({ "slug": slug, "provider_type": kind });
    change("model_deleted", &json!({ "model": { "pk": pk.replace('-', ""), "name": "X" }, "model_state": state }))
}

fn found(
    people: Vec<UserRecord>,
    links: &[(i64, &str)],
    of_links: &[AuditEvent],
    of_sources: &[AuditEvent],
) -> Vec<LostPerson> {
    let people = UserRecords { seen: people, cut: false };
    let seen = links
        .iter()
        .map(|(user, id)| UserLink { pk: *user, user: *user, identifier: (*id).to_owned(), created: String::new() })
        .collect();
    let namesakes = Namesakes::default();
    let sources = identities(of_sources, &[], &namesakes);
    lost(&people, &Links { seen, cut: false }, of_links, &sources)
}

fn identities<'s>(history: &'s [AuditEvent], kept: &'s [LostLink], namesakes: &'s Namesakes) -> SourceIdentities<'s> {
    SourceIdentities { slug: "x", name: "X", now: Some(NOW), x_type: "twitter", history, kept, namesakes }
}

fn ada() -> UserRecord {
    person(7, "ada", "goauthentik.io/sources/x")
}

#[test]
fn who_is_linked_or_never_came_through_has_lost_nothing() {
    let people = vec![ada(), person(8, "bob", "goauthentik.io/sources/x"), person(9, "carol", "users")];
    let lost = found(people, &[(8, "12")], &[], &[]);
    assert_eq!(lost.iter().map(|lost| lost.username.as_str()).collect::<Vec<_>>(), ["ada"]);
    assert_eq!(lost[0].told, []);
}

/// Attributes tell the name of a source only, and several sources can have one.
#[test]
fn who_is_linked_to_another_source_of_the_name_or_came_through_that_has_lost_nothing_here() {
    let named = |pk, username: &str, path: &str| -> UserRecord {
        let attributes = json!({ "goauthentik.io/user/sources": ["X"] });
        let fields = json!({ "pk": pk, "username": username, "path": path, "attributes": attributes });
        serde_json::from_value(fields).expect("a person")
    };
    let people = || {
        let seen = vec![
            named(7, "ada", "goauthentik.io/sources/x"),
            named(8, "bob", "goauthentik.io/sources/x-2"),
            named(9, "carol", "users"),
            named(10, "dan", "users"),
        ];
        UserRecords { seen, cut: false }
    };
    let of_namesakes = |slugs: &[&str], linked: &[i64], other_kind| Namesakes {
        slugs: slugs.iter().map(|slug| (*slug).to_owned()).collect(),
        linked: linked.iter().copied().collect(),
        other_kind,
        cut: false,
    };
    for (namesakes, wanted) in [
        (Namesakes::default(), &["ada", "bob", "carol", "dan"][..]),
        // Bob's path is that of the other source, and Dan is linked to it.
        (of_namesakes(&["x-2"], &[10], false), &["ada", "carol"]),
        // Bob's link to the other source is lost: its repair offers it, and not this one.
        (of_namesakes(&["x-2"], &[], false), &["ada", "carol", "dan"]),
        (of_namesakes(&["x-2"], &[7, 8, 9, 10], false), &[]),
        // A name can mean the source of another kind, whose links nobody has read. A path can't.
        (of_namesakes(&[], &[], true), &["ada"]),
    ] {
        let lost = lost(&people(), &Links { seen: Vec::new(), cut: false }, &[], &identities(&[], &[], &namesakes));
        let told: Vec<_> = lost.iter().map(|lost| lost.username.as_str()).collect();
        assert_eq!(told, wanted, "{namesakes:?}");
    }
    // An event about a deleted source of this slug names nobody who is linked to a namesake.
    let of_links = [link("model_deleted", 4, BEFORE, "2244994945")];
    let of_sources = [deleted_source(BEFORE, "x", "twitter")];
    let people = UserRecords { seen: vec![person(4, "akadmin", "users")], cut: false };
    for (linked, wanted) in [(&[][..], 1), (&[4][..], 0)] {
        let namesakes = of_namesakes(&["x-2"], linked, false);
        let identities = identities(&of_sources, &[], &namesakes);
        let lost = lost(&people, &Links { seen: Vec::new(), cut: false }, &of_links, &identities);
        assert_eq!(lost.len(), wanted, "{linked:?}");
    }
}

#[test]
fn a_number_is_told_only_by_links_to_a_deleted_source_of_this_slug_and_of_x() {
    let other = "5eed0000-0000-4000-8000-000000000003";
    for (of_link, of_source, wanted) in [
        (link("model_deleted", 7, BEFORE, "2244994945"), deleted_source(BEFORE, "x", "twitter"), true),
        (link("model_deleted", 7, other, "2244994945"), deleted_source(BEFORE, "x", "twitter"), false),
        (link("model_deleted", 8, BEFORE, "2244994945"), deleted_source(BEFORE, "x", "twitter"), false),
        // The numbers of another kind of source aren't X's.
        (link("model_deleted", 7, BEFORE, "2244994945"), deleted_source(BEFORE, "x", "github"), false),
        (link("model_deleted", 7, BEFORE, "2244994945"), deleted_source(BEFORE, "y", "twitter"), false),
        (link("model_deleted", 7, BEFORE, ""), deleted_source(BEFORE, "x", "twitter"), false),
        (link("model_deleted", 7, BEFORE, "ada_example"), deleted_source(BEFORE, "x", "twitter"), false),
    ] {
        let lost = found(vec![ada()], &[], std::slice::from_ref(&of_link), std::slice::from_ref(&of_source));
        let ids: Vec<_> = lost[0].told.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, if wanted { vec!["2244994945"] } else { Vec::new() }, "{of_link:?} {of_source:?}");
    }
}

#[test]
fn who_was_only_linked_and_not_enrolled_is_found_by_the_events() {
    let admin = person(4, "akadmin", "users");
    let of_links = [link("model_deleted", 4, BEFORE, "2244994945")];
    let of_sources = [deleted_source(BEFORE, "x", "twitter")];
    assert_eq!(found(vec![admin.clone()], &[], &of_links, &of_sources).len(), 1);
    assert_eq!(found(vec![admin], &[], &[], &of_sources).len(), 0);
}

#[test]
fn a_link_that_was_taken_off_the_present_source_stays_off() {
    let of_links = [link("model_deleted", 7, NOW, "2244994945")];
    let lost = found(vec![ada()], &[], &of_links, &[deleted_source(BEFORE, "x", "twitter")]);
    assert_eq!(lost[0].taken_off, Some(("akadmin".to_owned(), AT.to_owned())));
    let (lines, _) = table::read("ada 2244994945");
    let weighed = rank_evidence(&lost, &[], &lines, None);
    assert_eq!((weighed[0].standing, &weighed[0].id), (EvidenceStatus::TakenOff, &None));
}

fn told(username: &str, user: i64, ids: &[&str]) -> LostPerson {
    LostPerson {
        user,
        username: username.to_owned(),
        name: String::new(),
        active: true,
        superuser: false,
        told: ids.iter().map(|id| ((*id).to_owned(), AT.to_owned())).collect(),
        kept: Vec::new(),
        taken_off: None,
    }
}

#[test]
fn a_number_stands_only_where_all_that_is_told_agrees_and_nobody_else_has_it() {
    let tested =
        |id: &str| TestedAccount { id: id.to_owned(), username: Some("ada".to_owned()), at: "2026-01-02".to_owned() };
    let held = [ExistingLink { id: "99".to_owned(), username: "bob".to_owned() }];
    for (events, typed, test, wanted) in [
        (&[][..], "", None, (EvidenceStatus::Unknown, None)),
        (&["12"][..], "", None, (EvidenceStatus::Told, Some("12"))),
        (&[][..], "ada 12", None, (EvidenceStatus::Told, Some("12"))),
        (&["12"][..], "ada 12", Some("12"), (EvidenceStatus::Told, Some("12"))),
        (&["12"][..], "ada 13", None, (EvidenceStatus::Differs, None)),
        (&["12", "13"][..], "", None, (EvidenceStatus::Differs, None)),
        (&[][..], "ada 12\nada 13", None, (EvidenceStatus::Differs, None)),
        (&["12"][..], "", Some("13"), (EvidenceStatus::Differs, None)),
        // A handle at X proves no number: alone it is a hint.
        (&[][..], "", Some("12"), (EvidenceStatus::Unknown, None)),
        (&["99"][..], "", None, (EvidenceStatus::Held, None)),
        (&[][..], "Ada 12", None, (EvidenceStatus::Unknown, None)),
    ] {
        let lost = [told("ada", 7, events)];
        let (lines, _) = table::read(typed);
        let test = test.map(tested);
        let weighed = rank_evidence(&lost, &held, &lines, test.as_ref());
        assert_eq!((weighed[0].standing, weighed[0].id.as_deref()), wanted, "{events:?} {typed:?}");
    }
}

#[test]
fn what_this_machine_kept_is_told_beside_the_events_and_has_to_agree_with_them() {
    let kept = |user, id: &str| LostLink { user, identifier: id.to_owned(), at: AT.to_owned() };
    let all = [kept(7, "11"), kept(8, "13"), kept(7, "12"), kept(7, "12"), kept(9, "ada_example")];
    let people = UserRecords { seen: vec![ada(), person(8, "bob", "users"), person(9, "carol", "users")], cut: false };
    let namesakes = Namesakes::default();
    let sources = identities(&[], &all, &namesakes);
    let found = lost(&people, &Links { seen: Vec::new(), cut: false }, &[], &sources);
    let numbers = |at: usize| found[at].kept.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>();
    assert_eq!(found.iter().map(|one| one.username.as_str()).collect::<Vec<_>>(), ["ada", "bob"]);
    assert_eq!((numbers(0), numbers(1)), (vec!["12", "11"], vec!["13"]));
    let weighed = rank_evidence(&found, &[], &[], None);
    assert_eq!((weighed[0].standing, weighed[0].id.as_deref()), (EvidenceStatus::Differs, None));
    assert_eq!((weighed[1].standing, weighed[1].id.as_deref()), (EvidenceStatus::Told, Some("13")));
}

#[test]
fn two_people_are_never_offered_one_account() {
    let lost = [told("ada", 7, &["12"]), told("bob", 8, &[]), told("carol", 9, &["13"])];
    let (lines, _) = table::read("bob 12");
    let standings: Vec<_> =
        rank_evidence(&lost, &[], &lines, None).into_iter().map(|one| (one.standing, one.id)).collect();
    assert_eq!(
        standings,
        [
            (EvidenceStatus::Doubled, None),
            (EvidenceStatus::Doubled, None),
            (EvidenceStatus::Told, Some("13".to_owned()))
        ]
    );
}
