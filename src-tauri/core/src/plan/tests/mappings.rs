//! Tests of the product's own property mappings in a plan.

use super::comparison::{actual, source, unknown};
use super::*;
use crate::authentik::{ApiObject, ObjectKind, ProductMapping, Source};
use crate::plan::ChangeAction::{Change, Create, LeaveOut, Nothing};
use serde_json::json;

const THEIRS: &str = "0d1f7b1e-0000-4000-8000-000000000001";
const OURS: &str = "0d1f7b1e-0000-4000-8000-000000000002";

fn object(pk: &str, name: &str, expression: &str) -> ApiObject {
    let fields = json!({ "pk": pk, "name": name, "expression": expression });
    let fields = fields.as_object().cloned().expect("an object");
    ApiObject { kind: ObjectKind::Mapping, pk: pk.to_owned(), handle: pk.to_owned(), fields }
}

fn ours(mapping: ProductMapping, expression: &str) -> ApiObject {
    object(OURS, &mapping.name(&slug()), expression)
}

fn wants(mappings: &[ProductMapping]) -> Desired {
    Desired { mappings: mappings.to_vec(), additional_scopes: "users.email".to_owned(), ..desired() }
}

/// A plan for a source that this machine pushed, bound to these, on a server with these mappings.
fn plan(desired: &Desired, bound: &[&str], mappings: Vec<ApiObject>) -> Plan {
    let bound = bound.iter().map(|pk| (*pk).to_owned()).collect();
    let there = Source { additional_scopes: "users.email".to_owned(), user_property_mappings: bound, ..source() };
    let pk = there.pk.clone();
    let beside = RelatedObjects { mappings: Some(mappings), ..RelatedObjects::default() };
    let actual = Actual { beside, ..actual(vec![there], &[&pk]) };
    compare(
        desired,
        &actual,
        &LocalHistory { ours: true, secret: SecretState::Same, earlier_secrets: Vec::new() },
        String::new(),
    )
}

fn ids(plan: &Plan) -> Vec<(&str, ChangeAction)> {
    plan.shown.changes.iter().map(|change| (change.id.as_str(), change.action)).collect()
}

#[test]
fn the_mappings_come_first_and_the_source_is_bound_to_what_they_become() {
    let plan = compare(
        &wants(&ProductMapping::ALL),
        &actual(Vec::new(), &[]),
        &LocalHistory { ours: false, secret: unknown(), earlier_secrets: Vec::new() },
        String::new(),
    );
    insta::assert_snapshot!(text(&plan.shown));
}

#[test]
fn what_others_bound_stays_and_ours_joins_it() {
    let plan = plan(&wants(&[ProductMapping::Email]), &[THEIRS], vec![object(THEIRS, "Theirs", "return {}")]);
    insta::assert_snapshot!(text(&plan.shown));
}

#[test]
fn what_is_as_it_should_be_is_left_alone() {
    let there = ours(ProductMapping::Internal, ProductMapping::Internal.expression());
    let plan = plan(&wants(&[ProductMapping::Internal]), &[OURS, THEIRS], vec![there]);

    assert_eq!(ids(&plan), [("mapping-internal", Nothing), ("source", Nothing), ("login-page", Nothing)]);
    assert_eq!(plan.shown.state, PlanState::AlreadyAsItShouldBe);
}

#[test]
fn a_mapping_of_our_name_is_brought_up_to_date_and_bound() {
    let plan = plan(&wants(&[ProductMapping::Email]), &[], vec![ours(ProductMapping::Email, "return None")]);

    assert_eq!(ids(&plan), [("mapping-email", Change), ("source", Change), ("login-page", Nothing)]);
    let body = plan.shown.changes[1].data.as_ref().and_then(|data| data.body.clone()).expect("a body");
    assert!(body.contains(OURS) && !body.contains('‹'), "{body}");
}

#[test]
fn what_isnt_wanted_any_more_is_let_go_and_stays_on_the_server() {
    let there = ours(ProductMapping::UserName, ProductMapping::UserName.expression());
    let plan = plan(&wants(&[]), &[THEIRS, OURS], vec![there, object(THEIRS, "Theirs", "return {}")]);
    insta::assert_snapshot!(text(&plan.shown));
}

#[test]
fn a_mapping_that_is_left_out_stays_bound_where_it_is() {
    let there = ours(ProductMapping::UserName, "an older expression");
    let mut wanted = wants(&[ProductMapping::UserName]);
    wanted.choices.merge(PlanChoice::Group(ChangeGroup::UserNames, false));
    let plan = plan(&wanted, &[THEIRS, OURS], vec![there, object(THEIRS, "Theirs", "return {}")]);
    assert_eq!(ids(&plan), [("mapping-user-name", LeaveOut), ("source", Nothing), ("login-page", Nothing)]);
    assert!(plan.steps.is_empty());
}

#[test]
fn mappings_that_cant_be_seen_are_everybody_elses() {
    let plan = plan(&wants(&[]), &[THEIRS, OURS], Vec::new());
    assert_eq!(plan.shown.state, PlanState::AlreadyAsItShouldBe);
}

#[test]
fn another_source_has_mappings_of_its_own() {
    let other = object(OURS, &ProductMapping::Email.name(&Slug::parse("other").expect("a slug")), "return None");
    let plan = plan(&wants(&[ProductMapping::Email]), &[OURS], vec![other]);

    assert_eq!(ids(&plan), [("mapping-email", Create), ("source", Change), ("login-page", Nothing)]);
    let body = plan.shown.changes[1].data.as_ref().and_then(|data| data.body.clone()).expect("a body");
    assert!(body.contains(OURS) && body.contains("‹Sourcerer: e-mail from X (twitter)›"), "{body}");
}
