use super::*;
use crate::authentik::fake::{BUILT_IN, FakeFault};
use serde_json::json;

#[tokio::test]
async fn undoing_a_push_takes_the_button_off_and_deletes_what_was_made() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    let plan = world.plan_undo().await.expect("a plan");
    insta::assert_snapshot!(text(&plan.shown));
    world.undo(Confirmation::Plain).await.expect("undone");
    assert_eq!(world.seen(), (0, vec![BUILT_IN.to_owned()]));
    let writes = world.fake.writes();
    assert!(writes[2].starts_with("PATCH /api/v3/stages/") && writes[3].starts_with("DELETE"), "{writes:?}");
    assert_eq!(id(world.plan_undo().await), "nothing-to-undo");
    // And the other way round again, with the secret.
    world.push(&desired(), SECRET).await.expect("pushed");
    assert_eq!(world.fake.state().secrets.len(), 2);
}

#[tokio::test]
async fn a_list_that_becomes_empty_goes_with_the_stages_fields() {
    let world = World::new().await;
    world.fake.state().shown.clear();
    world.push(&desired(), SECRET).await.expect("pushed");
    world.undo(Confirmation::Plain).await.expect("undone");
    assert!(world.fake.state().shown.is_empty());
}

#[tokio::test]
async fn undoing_a_change_puts_the_old_values_back_and_says_that_the_secret_stays() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    let before = world.fake.state().sources.clone();
    let changed = Desired {
        name: "Y".to_owned(),
        matching: Matching::UsernameLink,
        enrolment: false,
        enabled: false,
        ..desired()
    };
    world.push(&changed, "another-secret-of-the-same-app").await.expect("pushed");
    let plan = world.plan_undo().await.expect("a plan");
    insta::assert_snapshot!(text(&plan.shown));
    world.undo(Confirmation::Plain).await.expect("undone");
    assert_eq!(world.fake.state().sources, before);
    // Next comes the push before it.
    world.undo(Confirmation::Plain).await.expect("undone");
    assert!(world.fake.state().sources.is_empty());
}

#[tokio::test]
async fn what_somebody_else_set_since_stays() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    let changed = Desired { name: "Y".to_owned(), enabled: false, ..desired() };
    world.push(&changed, SECRET).await.expect("pushed");
    world.fake.state().sources[0]["name"] = json!("Z");
    let plan = world.plan_undo().await.expect("a plan");
    assert_eq!(plan.shown.notes.len(), 1, "{}", text(&plan.shown));
    world.undo(Confirmation::Plain).await.expect("undone");
    let source = world.fake.state().sources[0].clone();
    assert_eq!((&source["name"], &source["enabled"]), (&json!("Z"), &json!(true)));
    // To delete what somebody else has changed takes a yes.
    assert_eq!(id(world.undo(Confirmation::Plain).await), "changed-since-push");
    world.undo(Confirmation::Given).await.expect("undone");
    assert!(world.fake.state().sources.is_empty());
}

#[tokio::test]
async fn a_source_in_use_is_deleted_only_with_consent() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    let early = world.plan_undo().await.expect("a plan");
    world.fake.state().connections = 2;
    assert_eq!(id(world.undo(Confirmation::Plain).await), "source-in-use");
    // Linked after the plan was shown
    let late =
        Box::pin(undo(&world.client(), &early, Confirmation::Given, &world.journals, &world.clock, &mut |_| {})).await;
    assert_eq!(id(late), "source-in-use");
    assert_eq!(world.fake.state().sources.len(), 1);
    world.undo(Confirmation::Given).await.expect("undone");
    assert!(world.fake.state().sources.is_empty());
}

#[tokio::test]
async fn a_token_that_may_not_see_links_deletes_only_with_consent() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    world.fake.state().superuser = false;
    world.fake.state().connections = 2;
    let plan = world.plan_undo().await.expect("a plan");
    assert_eq!(plan.shown.state, PlanState::NeedsConsent);
    assert_eq!(id(world.undo(Confirmation::Plain).await), "links-unseen");
    assert_eq!(world.seen().0, 1);
    // One that sees others' links is known to see them all.
    world.fake.state().sees_links = true;
    assert_eq!(id(world.undo(Confirmation::Plain).await), "source-in-use");
    world.fake.state().sees_links = false;
    world.undo(Confirmation::Given).await.expect("undone");
    assert!(world.fake.state().sources.is_empty());
}

#[tokio::test]
async fn a_source_in_use_can_be_turned_off_instead_and_on_again() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    world.fake.state().connections = 7;
    let plan = world.plan_undo().await.expect("a plan");
    insta::assert_snapshot!(format!("{}\n{}", text(&plan.shown), text(&plan.instead.expect("another way").shown)));
    world.undo(Confirmation::Instead).await.expect("turned off");
    let state = world.seen();
    assert_eq!(state, (1, vec![BUILT_IN.to_owned()]));
    assert_eq!(world.fake.state().sources[0]["enabled"], json!(false));
    assert_eq!(world.fake.state().connections, 7);
    assert_eq!(id(world.plan_undo().await), "nothing-to-undo");
    // It stays ours, and its secret is known.
    let again = world.push(&desired(), SECRET).await.expect("pushed");
    assert_eq!(again.written, 2);
    assert_eq!(world.fake.state().secrets.len(), 1);
    // What is to be put back now is the source turned off.
    world.undo(Confirmation::Plain).await.expect("undone");
    assert_eq!(world.fake.state().sources[0]["enabled"], json!(false));
}

#[tokio::test]
async fn another_source_of_the_slug_is_left_alone() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    world.fake.state().sources.clear();
    world.fake.state().shown = vec![BUILT_IN.to_owned()];
    world.fake.add_source("7", "twitter", &json!({}));
    let plan = world.plan_undo().await.expect("a plan");
    assert_eq!(plan.shown.state, PlanState::AlreadyAsItShouldBe, "{}", text(&plan.shown));
    world.undo(Confirmation::Plain).await.expect("nothing to do");
    assert_eq!(world.fake.state().sources.len(), 1);
    assert_eq!(id(world.plan_undo().await), "nothing-to-undo");
}

#[tokio::test]
async fn after_a_fault_at_any_request_a_second_undo_ends_it() {
    for fault in [FakeFault::Inside, FakeFault::LostBefore, FakeFault::LostAfter] {
        for at in 1.. {
            let world = World::new().await;
            world.push(&desired(), SECRET).await.expect("pushed");
            world.fake.state().fault = Some((at, fault));
            let first = world.undo(Confirmation::Plain).await;
            let fired = world.fake.state().fault == Some((0, fault));
            world.fake.state().fault = None;
            if first.is_err() {
                world.undo(Confirmation::Plain).await.unwrap_or_else(|error| panic!("{fault:?} at {at}: {error:?}"));
            }
            let state = world.seen();
            assert_eq!(state, (0, vec![BUILT_IN.to_owned()]), "{fault:?} at {at}");
            assert_eq!(id(world.plan_undo().await), "nothing-to-undo");
            if !fired {
                break;
            }
        }
    }
}

#[tokio::test]
async fn a_hiccup_at_any_request_of_an_undo_is_got_over() {
    for fault in [FakeFault::Inside, FakeFault::LostBefore, FakeFault::LostAfter] {
        for at in 1.. {
            let world = World::patient().await;
            world.push(&desired(), SECRET).await.expect("pushed");
            world.fake.state().fault = Some((at, fault));
            world.undo(Confirmation::Plain).await.unwrap_or_else(|error| panic!("{fault:?} at {at}: {error}"));
            assert_eq!(world.seen(), (0, vec![BUILT_IN.to_owned()]), "{fault:?} at {at}");
            assert_eq!(id(world.plan_undo().await), "nothing-to-undo");
            if world.fake.state().fault != Some((0, fault)) {
                break;
            }
        }
    }
}
