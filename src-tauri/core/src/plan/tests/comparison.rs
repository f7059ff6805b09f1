use super::*;
use crate::authentik::fake::{AUTHENTICATION, BUILT_IN, ENROLMENT, STAGE};
use crate::authentik::{FlowRow, IdentificationStage, Source, SourceRow};
use ChangeAction::{Change, Create, LeaveOut, Nothing};
use PlanState::{AlreadyAsItShouldBe, Blocked, NeedsConsent, Ready};
use std::collections::BTreeMap;

const PK: &str = "ae186809-c688-46f2-89a1-1f29fbbf7651";

pub(super) fn unknown() -> SecretState {
    SecretState::Unknown { ending: "x7Qd".to_owned() }
}

pub(super) fn source() -> Source {
    Source {
        pk: PK.to_owned(),
        name: "X".to_owned(),
        slug: "twitter".to_owned(),
        enabled: true,
        authentication_flow: Some(AUTHENTICATION.to_owned()),
        enrollment_flow: Some(ENROLMENT.to_owned()),
        matching: "identifier".to_owned(),
        provider_type: "twitter".to_owned(),
        consumer_key: desired().client_id.to_string(),
        ..Source::default()
    }
}

pub(super) fn actual(sources: Vec<Source>, shown: &[&str]) -> Actual {
    let mut rows: BTreeMap<_, _> = sources.iter().map(|source| (source.pk.clone(), SourceRow::from(source))).collect();
    let built_in = SourceRow {
        pk: BUILT_IN.to_owned(),
        name: "authentik Built-in".to_owned(),
        slug: "authentik-built-in".to_owned(),
        model: "authentik_core.source".to_owned(),
    };
    rows.insert(BUILT_IN.to_owned(), built_in);
    let flow = |pk: &str, slug: &str, designation: &str| FlowRow {
        pk: pk.to_owned(),
        slug: slug.to_owned(),
        name: "Welcome to authentik!".to_owned(),
        designation: designation.to_owned(),
    };
    Actual {
        server: "https://authentik.company".to_owned(),
        host: "authentik.company".to_owned(),
        x_type: "twitter".to_owned(),
        sources,
        slug_owner: None,
        flows: vec![
            flow(AUTHENTICATION, "default-source-authentication", "authentication"),
            flow(ENROLMENT, "default-source-enrollment", "enrollment"),
        ],
        logins: vec![LoginPageState {
            asked: true,
            brands: vec!["authentik-default".to_owned()],
            page: IdentificationState {
                stage: IdentificationStage {
                    pk: STAGE.to_owned(),
                    name: "default-authentication-identification".to_owned(),
                    flow_set: Vec::new(),
                    user_fields: vec!["username".to_owned()],
                    sources: shown.iter().map(|pk| (*pk).to_owned()).collect(),
                },
                rows,
            },
        }],
        logins_hidden: false,
        source_options: None,
        front: None,
        beside: RelatedObjects::default(),
        secrets: None,
    }
}

fn shown(desired: &Desired, actual: &Actual, ours: bool, secret: SecretState) -> String {
    text(&compare(desired, actual, &LocalHistory { ours, secret, earlier_secrets: Vec::new() }, String::new()).shown)
}

#[test]
fn on_a_server_without_one_the_source_is_made_and_its_button_added() {
    insta::assert_snapshot!(shown(&desired(), &actual(Vec::new(), &[BUILT_IN]), false, unknown()));
}

#[test]
fn a_source_that_differs_is_shown_before_and_after_and_keeps_the_rest() {
    let there = Source {
        name: "Twitter".to_owned(),
        enrollment_flow: None,
        matching: "username_link".to_owned(),
        additional_scopes: "users.email".to_owned(),
        enabled: false,
        ..source()
    };
    insta::assert_snapshot!(shown(&desired(), &actual(vec![there], &[BUILT_IN, PK]), true, unknown()));
}

#[test]
fn somebody_elses_source_needs_consent() {
    let there = Source { name: "Ours".to_owned(), ..source() };
    insta::assert_snapshot!(shown(&desired(), &actual(vec![there], &[]), false, SecretState::Absent));
}

/// State, the source's action, the fields that change, the page's action, notes.
fn check(
    change: impl FnOnce(&mut Desired, &mut Actual, &mut LocalHistory),
    wanted: (PlanState, ChangeAction, &[&str], Option<ChangeAction>, usize),
) {
    let mut desired = desired();
    let mut actual = actual(vec![source()], &[PK]);
    let mut past = LocalHistory { ours: true, secret: SecretState::Same, earlier_secrets: Vec::new() };
    change(&mut desired, &mut actual, &mut past);
    let shown = compare(&desired, &actual, &past, String::new()).shown;
    let page = shown.changes.get(1).map(|change| change.action);
    let names: Vec<_> = shown.changes[0].fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(
        (shown.state, shown.changes[0].action, names.as_slice(), page, shown.notes.len()),
        wanted,
        "{}",
        text(&shown)
    );
}

#[test]
fn without_a_difference_nothing_is_changed() {
    check(|_, _, _| {}, (AlreadyAsItShouldBe, Nothing, &[], Some(Nothing), 0));
}

#[test]
fn a_secret_that_may_differ_makes_its_own_change() {
    let page = Some(Nothing);
    let with =
        |secret: SecretState| move |_: &mut Desired, _: &mut Actual, past: &mut LocalHistory| past.secret = secret;
    check(with(unknown()), (Ready, Change, &["consumer_secret"], page, 0));
    let different = SecretState::Different { ending: String::new() };
    check(with(different), (Ready, Change, &["consumer_secret"], page, 0));
    check(with(SecretState::Absent), (AlreadyAsItShouldBe, Nothing, &[], page, 0));
    check(
        |desired, _, past| {
            desired.client_id = "other".into();
            past.secret = SecretState::Absent;
        },
        (Blocked, Change, &["consumer_key"], page, 0),
    );
}

#[test]
fn each_field_that_differs_makes_its_own_change_and_nothing_else() {
    let page = Some(Nothing);
    check(|desired, _, _| desired.name = "Y".to_owned(), (Ready, Change, &["name"], page, 0));
    check(|desired, _, _| desired.client_id = "other".into(), (Ready, Change, &["consumer_key"], page, 0));
    check(|desired, _, _| desired.enrolment = false, (Ready, Change, &["enrollment_flow"], page, 0));
    check(|desired, _, _| desired.enabled = false, (Ready, Change, &["enabled"], page, 0));
    check(
        |desired, _, _| desired.additional_scopes = "users.email".to_owned(),
        (Ready, Change, &["additional_scopes"], page, 0),
    );
    check(
        |desired, actual, _| {
            desired.additional_scopes = " offline.access  users.email ".to_owned();
            actual.sources[0].additional_scopes = "users.email offline.access".to_owned();
        },
        (AlreadyAsItShouldBe, Nothing, &[], page, 0),
    );
    check(
        |_, actual, _| actual.sources[0].authentication_flow = None,
        (Ready, Change, &["authentication_flow"], page, 0),
    );
    for matching in [Matching::EmailLink, Matching::EmailDeny, Matching::UsernameLink, Matching::UsernameDeny] {
        check(|desired, _, _| desired.matching = matching, (Ready, Change, &["user_matching_mode"], page, 0));
    }
}

#[test]
fn a_login_page_without_the_source_is_changed_and_one_that_isnt_found_left_out() {
    let hide = |actual: &mut Actual| {
        actual.logins[0].page.stage.sources.clear();
    };
    check(|_, actual, _| hide(actual), (Ready, Nothing, &[], Some(Change), 0));
    check(|_, actual, _| actual.logins.clear(), (AlreadyAsItShouldBe, Nothing, &[], Some(LeaveOut), 0));
}

#[test]
fn a_difference_of_somebody_elses_source_needs_consent_and_one_of_another_type_stops_it() {
    let page = Some(Nothing);
    check(
        |desired, _, past| {
            desired.name = "Y".to_owned();
            past.ours = false;
        },
        (NeedsConsent, Change, &["name"], page, 0),
    );
    check(|_, _, past| past.ours = false, (AlreadyAsItShouldBe, Nothing, &[], page, 0));
    check(|_, actual, _| actual.sources[0].provider_type = "github".to_owned(), (Blocked, LeaveOut, &[], None, 0));
}

#[test]
fn where_there_is_no_source_one_is_made_with_every_field() {
    check(
        |_, actual, past| {
            actual.sources.clear();
            past.secret = SecretState::Absent;
        },
        (
            Blocked,
            Create,
            &[
                "slug",
                "provider_type",
                "name",
                "consumer_key",
                "user_matching_mode",
                "authentication_flow",
                "enrollment_flow",
                "additional_scopes",
                "enabled",
            ],
            Some(Change),
            0,
        ),
    );
}

#[test]
fn a_source_that_looks_the_same_is_noted() {
    let page = Some(Nothing);
    let twin = |name: &str, key: &str| Source {
        pk: "2".to_owned(),
        slug: "other".to_owned(),
        name: name.to_owned(),
        consumer_key: key.to_owned(),
        ..source()
    };
    check(|_, actual, _| actual.sources.push(twin("X", "other")), (AlreadyAsItShouldBe, Nothing, &[], page, 1));
    let same = desired().client_id.to_string();
    check(|_, actual, _| actual.sources.push(twin("Y", &same)), (AlreadyAsItShouldBe, Nothing, &[], page, 1));
    check(|_, actual, _| actual.sources.push(twin("Y", "other")), (AlreadyAsItShouldBe, Nothing, &[], page, 0));
}
