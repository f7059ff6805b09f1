use crate::job::handover::merge::merge;
use crate::job::handover::tests::*;
use crate::job::model::Side;
use crate::stage::Stage;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The fields of a job that was changed in these ways by this copy, from where they were.
fn changed(from: &JobFields, hand: &str, changes: &[(u8, u8)]) -> JobFields {
    let mut job = sample_job(hand);
    *job.handover.fields = from.clone();
    fields::put(&JobFields::default(), from, &mut job);
    for (which, what) in changes {
        match which % 7 {
            0 => job.names.typed.name = format!("X {what}"),
            1 => job.names.typed.slug = format!("x-{what}"),
            2 => job.credentials.client_id = Some(format!("QUFiYkNDZGRFRWZmR0doaElJamo6MTpj{what:03}")),
            3 => job.names.typed.email = what % 2 == 0,
            4 => job.push.choices.enabled = Some(what % 2 == 0),
            5 => drop(job.xapp.ticked.insert(format!("step-{}", what % 4))),
            _ => drop(job.verify.ticked.remove(&format!("step-{}", what % 4))),
        }
        let now = fields::now(&job);
        job.handover.fields.settle(now, hand);
    }
    *job.handover.fields
}

fn changes() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((any::<u8>(), 0_u8..6), 0..6)
}

fn merge_all(ours: &JobFields, theirs: &JobFields) -> (JobFields, Vec<Conflict>) {
    merge(ours, theirs, &BTreeMap::new(), "ours")
}

/// Three copies: what two of them have in common, and what each became.
fn copies() -> impl Strategy<Value = [JobFields; 3]> {
    (changes(), changes(), changes()).prop_map(|(base, x, server)| {
        let base = changed(&JobFields::default(), "x", &base);
        let (x, server) = (changed(&base, "x", &x), changed(&base, "server", &server));
        [base, x, server]
    })
}

proptest! {
    #[test]
    fn merging_the_same_again_changes_nothing([base, x, server] in copies()) {
        prop_assert_eq!(merge_all(&x, &x), (x.clone(), Vec::new()));
        prop_assert_eq!(merge_all(&x, &base), (x.clone(), Vec::new()), "who has seen it all learns nothing");
        let (one, conflicts) = merge_all(&x, &server);
        if conflicts.is_empty() {
            prop_assert_eq!(merge_all(&one, &server), (one.clone(), Vec::new()), "a second time does nothing");
        }
    }

    #[test]
    fn both_sides_come_to_the_same([_, x, server] in copies()) {
        let (one, conflicts) = merge_all(&x, &server);
        let (other, same) = merge_all(&server, &x);
        let names = |all: &[Conflict]| all.iter().map(|conflict| conflict.field).collect::<Vec<_>>();
        prop_assert_eq!(names(&conflicts), names(&same));
        if conflicts.is_empty() {
            prop_assert_eq!(&one, &other);
        }
    }

    #[test]
    fn each_field_is_as_one_of_the_two_has_it_and_as_the_one_that_alone_changed_it([base, x, server] in copies()) {
        let (one, _) = merge_all(&x, &server);
        prop_assert!([&x.name.value, &server.name.value].contains(&&one.name.value));
        if base.slug == x.slug {
            prop_assert_eq!(&one.slug, &server.slug);
        }
        if base.client_id == server.client_id {
            prop_assert_eq!(&one.client_id, &x.client_id);
        }
    }

    #[test]
    fn a_third_copy_merged_before_or_after_makes_no_difference([base, x, server] in copies(), which in 0_u8..7, what in 0_u8..6) {
        let third = changed(&base, "third", &[(which, what)]);
        let (one, conflicts) = merge_all(&x, &server);
        let (right, others) = merge_all(&server, &third);
        let (left_first, left_asks) = merge_all(&one, &third);
        let (right_first, right_asks) = merge_all(&x, &right);
        if [&conflicts, &others, &left_asks, &right_asks].into_iter().all(Vec::is_empty) {
            prop_assert_eq!(left_first, right_first);
        }
    }

    #[test]
    fn once_decided_both_copies_end_with_the_same_and_nothing_is_asked_again([_, x, server] in copies()) {
        let (_, conflicts) = merge_all(&x, &server);
        let decided: BTreeMap<_, _> = conflicts.iter().map(|conflict| (conflict.field, true)).collect();
        let (settled, _) = merge(&x, &server, &decided, "x");
        prop_assert_eq!(merge_all(&settled, &server), (settled.clone(), Vec::new()));
        prop_assert_eq!(merge_all(&server, &settled), (settled.clone(), Vec::new()));
    }
}

#[tokio::test]
async fn each_side_gets_the_others_work_and_its_own_stages_first() {
    let mut server = sample_job("server");
    server.handover.side = Side::Server;
    server.names.typed.name = "Sign in with X".to_owned();
    let file = handed(&mut server).await;

    let opened = OpenJobFile::new(&Environment::for_tests(), file, &[]).expect("fits");
    assert_eq!((opened.side, opened.into.is_none()), (Side::X, true));
    let mut x = opened.merged().expect("nothing to decide");
    assert_eq!(
        (x.names.typed.name.as_str(), x.server.address.as_str()),
        ("Sign in with X", "https://authentik.company")
    );
    assert_eq!(x.page, Stage::XApp);
    let own = [Stage::XApp, Stage::SignIn];
    assert_eq!(x.handover.side.stages()[..2], own);
    assert_eq!(Side::Server.stages()[4..], own);

    x.credentials.client_id = Some("QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ".to_owned());
    x.xapp.ticked.insert("callback".to_owned());
    server.names.typed.scopes = "offline.access".to_owned();
    let back = handed(&mut x).await;
    let opened = OpenJobFile::new(&Environment::for_tests(), back.clone(), &[server]).expect("fits");
    let merged = opened.merged().expect("nothing to decide");
    assert_eq!(merged.credentials.client_id, x.credentials.client_id);
    assert!(merged.xapp.ticked.contains("callback"));
    assert_eq!(merged.page, Stage::XApp, "the secret, which no file brings, is the owner's to paste");
    assert_eq!((merged.names.typed.scopes.as_str(), merged.handover.side), ("offline.access", Side::Server));

    let again = OpenJobFile::new(&Environment::for_tests(), back, std::slice::from_ref(&merged))
        .expect("fits")
        .merged()
        .expect("nothing to decide");
    assert_eq!(again, merged, "a second time does nothing");
}

#[tokio::test]
async fn what_both_changed_is_asked_and_another_address_too() {
    let mut server = sample_job("server");
    let file = handed(&mut server).await;
    let mut x =
        OpenJobFile::new(&Environment::for_tests(), file, &[]).expect("fits").merged().expect("nothing to decide");
    x.names.typed.slug = "theirs".to_owned();
    x.server.address = "https://elsewhere.example".to_owned();
    server.names.typed.slug = "ours".to_owned();
    let mut opened =
        OpenJobFile::new(&Environment::for_tests(), handed(&mut x).await, &[server.clone()]).expect("fits");
    let Err(MergeError::Unsettled(unsettled)) = opened.merged() else { panic!("something to decide") };
    let [Conflict { field: HandoverField::Slug, ours, theirs }] = &unsettled.conflicts[..] else {
        panic!("{unsettled:?}")
    };
    assert_eq!((ours.as_str(), theirs.as_str()), ("ours", "theirs"));
    assert_eq!(unsettled.address.as_deref(), Some("https://elsewhere.example"));

    opened.pick(HandoverField::Slug, HandoverPick::Ours);
    opened.agree_to_address("https://yet.another.example");
    let Err(MergeError::Unsettled(unsettled)) = opened.merged() else { panic!("another address was agreed to") };
    assert_eq!((unsettled.conflicts.len(), unsettled.address.is_some()), (0, true));
    opened.agree_to_address("https://elsewhere.example");
    let merged = opened.merged().expect("all is decided");
    assert_eq!(
        (merged.names.typed.slug.as_str(), merged.server.address.as_str()),
        ("ours", "https://elsewhere.example")
    );
}

#[tokio::test]
async fn no_token_of_this_machine_goes_to_an_address_from_a_file() {
    let mut server = sample_job("server");
    let file = handed(&mut server).await;
    let url = server.server.url().expect("an address");
    server.server.token = Some(crate::job::StoredSecret::for_keyring(&url));
    let mut x =
        OpenJobFile::new(&Environment::for_tests(), file, &[]).expect("fits").merged().expect("nothing to decide");
    assert_eq!(x.server.token, None);
    x.server.address = "https://elsewhere.example".to_owned();
    let mut opened = OpenJobFile::new(&Environment::for_tests(), handed(&mut x).await, &[server]).expect("fits");
    opened.agree_to_address("https://elsewhere.example");
    let merged = opened.merged().expect("all is decided");
    assert!(merged.server.token.is_some() && merged.server.token().is_none(), "it is for the other address");
}

#[tokio::test]
async fn a_practice_job_and_a_real_one_do_not_mix() {
    let mut file = handed(&mut sample_job("x")).await;
    file.practice = true;
    assert_eq!(OpenJobFile::new(&Environment::for_tests(), file, &[]).err(), Some(JobFileError::Practice));
}
