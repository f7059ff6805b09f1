//! What can be chosen, and what becomes of it.

use super::comparison::{actual, source, unknown};
use super::*;
use crate::authentik::fake::STAGE;
use crate::authentik::{Flow, FlowRow, Links, ProductMapping, Source};
use std::collections::BTreeSet;

const OTHER_STAGE: &str = "5c1e9a40-77d3-4f0e-9f2c-0d7b6a1c2e11";

fn plan(desired: &Desired, actual: &Actual, ours: bool) -> Plan {
    compare(desired, actual, &LocalHistory { ours, secret: unknown(), earlier_secrets: Vec::new() }, String::new())
}

fn with(change: impl FnOnce(&mut Choices)) -> Desired {
    let mut desired = desired();
    change(&mut desired.choices);
    desired
}

fn field(plan: &Plan, name: &str) -> Option<String> {
    let field = plan.shown.changes[0].fields.iter().find(|field| field.name == name)?;
    Some(match &field.will {
        DisplayValue::Text(text) => text.clone(),
        DisplayValue::Words(words) => Localizer::english().format(words),
        DisplayValue::List(all) => all.join(", "),
    })
}

fn flow(pk: &str, slug: &str, designation: &str) -> FlowRow {
    FlowRow {
        pk: pk.to_owned(),
        slug: slug.to_owned(),
        name: "Company".to_owned(),
        designation: designation.to_owned(),
    }
}

/// A server with a second login page, which is its partners'.
fn two_pages(sources: Vec<Source>) -> Actual {
    let mut actual = actual(sources, &[]);
    actual.logins[0].page.stage.flow_set = vec![Flow { pk: "6".to_owned(), slug: "login".to_owned() }];
    let mut second = actual.logins[0].clone();
    second.asked = false;
    second.brands = vec!["partners.company".to_owned()];
    OTHER_STAGE.clone_into(&mut second.page.stage.pk);
    "partners-identification".clone_into(&mut second.page.stage.name);
    second.page.stage.flow_set = vec![Flow { pk: "7".to_owned(), slug: "partners".to_owned() }];
    actual.logins.push(second);
    actual
}

fn stages(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|stage| (*stage).to_owned()).collect()
}

#[test]
fn a_server_whose_own_flows_are_gone_works_with_others_that_are_chosen() {
    let mut actual = actual(Vec::new(), &[]);
    actual.flows = vec![
        flow("1", "company-sign-in", "authentication"),
        flow("2", "company-enrolment", "enrollment"),
        flow("3", "company-recovery", "recovery"),
    ];
    let plain = plan(&desired(), &actual, false);
    assert_eq!((plain.shown.state, id(Err::<(), _>(plain.refusal.as_ref().expect("a reason").error(&slug())))), {
        (PlanState::Blocked, "flow-missing".to_owned())
    });
    let offered: Vec<_> = plain.offer.authentication_flow.options.iter().map(|option| option.value.as_str()).collect();
    assert_eq!((offered.as_slice(), &plain.offer.authentication_flow.current), (["company-sign-in"].as_slice(), &None));
    assert!(plain.offer.authentication_flow.says.is_some());

    let desired = with(|choices| {
        choices.merge(PlanChoice::AuthenticationFlow("company-sign-in".to_owned()));
        choices.merge(PlanChoice::EnrolmentFlow("company-enrolment".to_owned()));
    });
    let chosen = plan(&desired, &actual, false);
    assert_eq!(chosen.shown.state, PlanState::Ready);
    assert_eq!(field(&chosen, "authentication_flow").as_deref(), Some("company-sign-in"));
    assert_eq!(field(&chosen, "enrollment_flow").as_deref(), Some("company-enrolment"));
    assert_eq!(chosen.offer.enrolment_flow.and_then(|offer| offer.current).as_deref(), Some("company-enrolment"));
}

#[test]
fn a_source_keeps_the_flows_that_it_has_until_others_are_chosen() {
    let there = Source { authentication_flow: Some("1".to_owned()), enrollment_flow: Some("9".to_owned()), ..source() };
    let mut actual = actual(vec![there], &[]);
    actual.flows.push(flow("1", "company-sign-in", "authentication"));
    let plain = plan(&desired(), &actual, true);
    assert_eq!(field(&plain, "authentication_flow"), None, "it stays");
    // A flow that isn't there any more is as good as none.
    assert_eq!(field(&plain, "enrollment_flow").as_deref(), Some("default-source-enrollment"));
    let back =
        with(|choices| choices.merge(PlanChoice::AuthenticationFlow("default-source-authentication".to_owned())));
    let back = plan(&back, &actual, true);
    assert_eq!(field(&back, "authentication_flow").as_deref(), Some("default-source-authentication"));
    let gone = with(|choices| choices.merge(PlanChoice::AuthenticationFlow("nothing".to_owned())));
    assert_eq!(plan(&gone, &actual, true).shown.state, PlanState::Blocked);
}

#[test]
fn what_isnt_chosen_isnt_sent() {
    let plain = plan(&desired(), &actual(Vec::new(), &[]), false);
    for name in ["user_path_template", "group_matching_mode", "icon", "promoted"] {
        assert_eq!(field(&plain, name), None, "{name}");
    }
    let desired = with(|choices| {
        choices.merge(PlanChoice::UserPath(" people/x ".to_owned()));
        choices.merge(PlanChoice::GroupMatching("name_deny".to_owned()));
    });
    let chosen = plan(&desired, &actual(Vec::new(), &[]), false);
    assert_eq!(field(&chosen, "user_path_template").as_deref(), Some("people/x"));
    assert_eq!(field(&chosen, "group_matching_mode").as_deref(), Some("not, if a group with that name exists"));
    let desired = with(|choices| choices.merge(PlanChoice::UserPath("/people".to_owned())));
    let refused = plan(&desired, &actual(Vec::new(), &[]), false);
    assert_eq!(field(&refused, "user_path_template"), None, "what authentik would put aside is never sent");
    assert!(refused.offer.user_path.refused.is_some());
}

#[test]
fn group_matching_is_offered_where_a_source_shows_that_the_server_knows_it() {
    let greyed = |sources| plan(&desired(), &actual(sources, &[]), true).offer.group_matching.greyed;
    assert!(greyed(Vec::new()));
    assert!(greyed(vec![source()]));
    assert!(!greyed(vec![Source { group_matching_mode: Some("identifier".to_owned()), ..source() }]));
}

#[test]
fn the_asked_login_page_is_taken_unless_others_are_chosen() {
    let pages = |desired: &Desired, actual: &Actual| -> Vec<_> {
        let plan = plan(desired, actual, true);
        assert_eq!(plan.steps.len() - 1, plan.shown.changes.iter().skip(1).filter(|one| one.data.is_some()).count());
        plan.shown.changes[1..].iter().map(|one| (one.id.clone(), one.action)).collect()
    };
    let actual = two_pages(Vec::new());
    let (first, second) =
        (("login-page".to_owned(), ChangeAction::Change), ("login-page-2".to_owned(), ChangeAction::Change));
    assert_eq!(pages(&desired(), &actual), std::slice::from_ref(&first));
    let both = with(|choices| choices.merge(PlanChoice::LoginPages(stages(&[STAGE, OTHER_STAGE]))));
    assert_eq!(pages(&both, &actual), [first.clone(), second]);
    let other = with(|choices| choices.merge(PlanChoice::LoginPages(stages(&[OTHER_STAGE]))));
    assert_eq!(pages(&other, &actual), [first]);
    for none in [
        with(|choices| choices.merge(PlanChoice::LoginPages(BTreeSet::new()))),
        with(|choices| choices.merge(PlanChoice::Group(ChangeGroup::LoginPage, false))),
    ] {
        assert_eq!(pages(&none, &actual), [("login-page".to_owned(), ChangeAction::LeaveOut)]);
    }
    let offer = plan(&desired(), &actual, true).offer.login_pages;
    let said: Vec<_> = offer.iter().map(|page| (page.picked, Localizer::english().format(&page.says))).collect();
    let wanted = [
        (true, "Login page of authentik.company, flow login"),
        (false, "Login page of brand partners.company, flow partners"),
    ];
    assert_eq!(said, wanted.map(|(picked, says)| (picked, says.to_owned())));
}

#[test]
fn a_page_that_shows_the_button_already_is_left_alone() {
    let mut actual = two_pages(vec![source()]);
    actual.logins[1].page.stage.sources.push(source().pk);
    let plan = plan(&desired(), &actual, true);
    let page = plan.offer.login_pages.iter().find(|page| page.stage == OTHER_STAGE).expect("it is offered");
    assert!(page.picked && page.greyed.is_some());
    assert_eq!(plan.shown.changes.len(), 2);
}

#[test]
fn beside_another_source_for_x_nothing_is_made_unless_somebody_says_so() {
    let twin = |slug: &str, name: &str| Source {
        pk: slug.to_owned(),
        slug: slug.to_owned(),
        name: name.to_owned(),
        consumer_key: "other".to_owned(),
        ..source()
    };
    let actual = actual(vec![twin("x", "Old"), twin("x-2", "X")], &[]);
    let asked = plan(&desired(), &actual, false);
    assert_eq!(asked.shown.state, PlanState::NeedsConsent);
    // The one of the same name is named first.
    assert_eq!(asked.refusal, Some(compare::PlanRefusal::Exists { name: "X".to_owned(), slug: "x-2".to_owned() }));
    let existing = asked.offer.existing.expect("it is to be decided");
    let slugs: Vec<_> = existing.change.iter().map(|one| one.slug.as_str()).collect();
    assert_eq!((slugs.as_slice(), existing.another.slug.as_str()), (["x", "x-2"].as_slice(), "twitter"));
    assert_eq!(existing.current, None);

    let another = with(|choices| choices.existing = Some(ExistingSource::Another("twitter".to_owned())));
    let another = plan(&another, &actual, false);
    assert_eq!(another.shown.state, PlanState::Ready);
    assert!(another.offer.existing.is_some_and(|offer| offer.current.is_some()), "it can be decided otherwise");
    // What was said of another slug counts for nothing.
    let stale = with(|choices| choices.existing = Some(ExistingSource::Another("x".to_owned())));
    assert_eq!(plan(&stale, &actual, false).shown.state, PlanState::NeedsConsent);
}

#[test]
fn a_source_of_the_slug_is_changed_only_if_somebody_says_so_and_another_gets_a_free_slug() {
    let there = Source { name: "Ours".to_owned(), ..source() };
    let second = Source { pk: "2".to_owned(), slug: "Twitter-2".to_owned(), ..source() };
    let actual = actual(vec![there, second], &[]);
    let asked = plan(&desired(), &actual, false);
    assert_eq!((asked.shown.state, asked.refusal), (PlanState::NeedsConsent, Some(compare::PlanRefusal::Differs)));
    assert_eq!(asked.offer.existing.expect("it is to be decided").another.slug, "twitter-3");
    let agreed = with(|choices| choices.existing = Some(ExistingSource::Change("twitter".to_owned())));
    assert_eq!(plan(&agreed, &actual, false).shown.state, PlanState::Ready);
    // One that was made from here needs no word.
    assert!(plan(&desired(), &actual, true).offer.existing.is_none());
}

#[test]
fn a_slug_of_a_source_of_another_kind_leaves_the_way_out() {
    let there = Source { provider_type: "github".to_owned(), ..source() };
    let blocked = plan(&desired(), &actual(vec![there], &[]), false);
    assert_eq!(blocked.shown.state, PlanState::Blocked);
    let existing = blocked.offer.existing.expect("a way out");
    assert_eq!((existing.change.len(), existing.another.slug.as_str()), (0, "twitter-2"));
}

#[test]
fn a_free_slug_is_short_enough_for_every_release() {
    let long = "a".repeat(Slug::LONGEST);
    let mut wanted = desired();
    wanted.slug = Slug::parse(&long).expect("a slug");
    let there = Source { slug: long, provider_type: "github".to_owned(), ..source() };
    let offer = plan(&wanted, &actual(vec![there], &[]), false).offer.existing.expect("a way out");
    assert!(Slug::parse(&offer.another.slug).is_ok(), "{}", offer.another.slug);
}

#[test]
fn every_part_but_the_source_can_be_left_out_and_says_what_follows() {
    let mut desired = Desired {
        mappings: ProductMapping::ALL.to_vec(),
        embed: Some(DesiredSourceStage { flow: "company-sign-in".to_owned(), after: None, minutes: 10 }),
        links: vec![LinkToRestore {
            user: 7,
            username: "ana".to_owned(),
            superuser: false,
            id: "2244994945".to_owned(),
        }],
        ..desired()
    };
    let mut actual = actual(Vec::new(), &[]);
    actual.beside = RelatedObjects {
        mappings: Some(Vec::new()),
        embedding: Some(SourceStageContext {
            licence: "valid".to_owned(),
            flows: vec![flow("5", "company-sign-in", "authentication")],
            ..SourceStageContext::default()
        }),
        links: Some(Links { seen: Vec::new(), cut: false }),
        ..RelatedObjects::default()
    };
    let whole = plan(&desired, &actual, false);
    let offered: Vec<_> = whole.offer.groups.iter().map(|offer| (offer.group, offer.left_out)).collect();
    let all = [
        ChangeGroup::Email,
        ChangeGroup::NewUsers,
        ChangeGroup::UserNames,
        ChangeGroup::SourceStage,
        ChangeGroup::Links,
        ChangeGroup::LoginPage,
    ];
    assert_eq!(offered, all.map(|group| (group, false)));
    assert_eq!(whole.steps.len(), 8, "{}", text(&whole.shown));
    for group in all {
        desired.choices = Choices::default();
        desired.choices.merge(PlanChoice::Group(group, false));
        let plan = plan(&desired, &actual, false);
        let of_group = |change: &&Change| change.group == group;
        let gone: BTreeSet<_> = whole.shown.changes.iter().filter(of_group).map(|change| change.id.clone()).collect();
        let left: Vec<_> = plan.steps.iter().map(|step| step.id.clone()).collect();
        let wanted: Vec<_> = whole.steps.iter().map(|step| step.id.clone()).filter(|id| !gone.contains(id)).collect();
        assert_eq!(left, wanted, "{group:?}");
        let line = plan.shown.changes.iter().find(of_group).expect("a line that says so");
        assert!(line.action == ChangeAction::LeaveOut && line.why.is_some() && line.data.is_none(), "{line:?}");
        assert!(plan.offer.groups.iter().any(|offer| offer.group == group && offer.left_out), "{group:?}");
        assert_eq!(plan.shown.state, PlanState::Ready);
    }
    // All at once, the source alone is written, and is bound to nothing.
    for group in all {
        desired.choices.merge(PlanChoice::Group(group, false));
    }
    let bare = plan(&desired, &actual, false);
    assert_eq!(bare.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["source"]);
    let source = bare.shown.changes.iter().find(|change| change.group == ChangeGroup::Source).expect("the source");
    let body = source.data.as_ref().and_then(|data| data.body.clone()).expect("a body");
    assert!(!body.contains("user_property_mappings"), "{body}");
}

/// How bad, and the message.
fn followed(change: impl FnOnce(&mut Desired), secret: SecretState, sources: Vec<Source>) -> Vec<(RiskLevel, String)> {
    let mut desired = desired();
    change(&mut desired);
    let plan = compare(
        &desired,
        &actual(sources, &[]),
        &LocalHistory { ours: true, secret, earlier_secrets: Vec::new() },
        String::new(),
    );
    let said = plan.shown.consequences.into_iter();
    said.map(|one| (one.weight, one.words.id.trim_start_matches("choices-").to_owned())).collect()
}

#[test]
fn what_follows_is_said_and_the_worst_comes_first() {
    use RiskLevel::{Danger, Note, Risk};
    let check = |matching: Matching, wanted: &[(RiskLevel, &str)]| {
        let found = followed(|desired| desired.matching = matching, SecretState::Same, vec![source()]);
        let wanted: Vec<_> = wanted.iter().map(|(weight, id)| (*weight, (*id).to_owned())).collect();
        assert_eq!(found, wanted, "{matching:?}");
    };
    check(Matching::Identifier, &[(Note, "who-anyone")]);
    check(Matching::UsernameLink, &[(Danger, "who-username-link"), (Note, "who-anyone")]);
    check(Matching::UsernameDeny, &[(Note, "who-username-deny")]);
    check(Matching::EmailLink, &[(Danger, "who-email-link"), (Risk, "who-no-email")]);
    check(Matching::EmailDeny, &[(Risk, "who-no-email"), (Note, "who-email-deny")]);
    let ids = |change: fn(&mut Desired), secret, sources| -> Vec<_> {
        followed(change, secret, sources).into_iter().map(|(_, id)| id).collect()
    };
    assert_eq!(ids(|desired| desired.enrolment = false, SecretState::Same, vec![source()]), ["who-linked"]);
    assert_eq!(ids(|desired| desired.enabled = false, SecretState::Same, vec![source()]), ["disabled", "who-anyone"]);
    assert_eq!(ids(|_| {}, unknown(), vec![source()]), ["who-anyone", "secret-final"]);
    assert_eq!(ids(|_| {}, SecretState::Absent, vec![source()]), ["who-anyone", "plan-note-secret-kept"]);
    assert_eq!(ids(|_| {}, unknown(), Vec::new()), ["who-anyone", "undo-deletes"]);
    let without_address = |desired: &mut Desired| {
        desired.matching = Matching::EmailDeny;
        desired.choices.merge(PlanChoice::Group(ChangeGroup::Email, false));
    };
    let said = ids(without_address, SecretState::Same, vec![source()]);
    assert_eq!(said, ["who-no-email", "who-email-left-out", "who-email-deny"]);
}

#[test]
fn an_export_of_a_source_with_a_gate_names_its_own_flows_and_never_the_default_ones() {
    let accounts = crate::authentik::ListedAccount::with_id("101").into_iter().collect();
    let access = DesiredAccess { gate: AccessGate::Listed, accounts, ..DesiredAccess::default() };
    let target = offline_target_state(&Desired { access: Some(access), ..desired() });
    assert_eq!(target.source.enrolment_flow.as_deref(), Some("sourcerer-twitter-enrollment"));
    assert_eq!(target.source.authentication_flow, "sourcerer-twitter-authentication");
    let group = DesiredAccess { group: Some("From X".to_owned()), ..DesiredAccess::default() };
    let target = offline_target_state(&Desired { access: Some(group), ..desired() });
    assert_eq!(target.source.enrolment_flow.as_deref(), Some("sourcerer-twitter-enrollment"));
    assert_eq!(target.source.authentication_flow, AUTHENTICATION);
}
