use super::*;
use crate::authentik::fake::{BUILT_IN, FakeFault};
use crate::diagnosis::Right;
use serde_json::json;

const MADE: &str = "ae186809-c688-46f2-89a1-000000000001";

#[tokio::test]
async fn a_push_makes_the_source_and_its_button_and_a_second_one_writes_nothing() {
    let world = World::new().await;
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    world.fake.state().asked.clear();
    let (pushed, told) = Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await.expect("pushed");
    assert_eq!((pushed.written, pushed.source.as_deref()), (2, Some(MADE)));
    assert_eq!(pushed.callback, Some(format!("{}/source/oauth/callback/twitter/", world.fake.server)));
    let told: Vec<_> = told.iter().map(|told| (told.change.as_str(), told.state)).collect();
    assert_eq!(
        told,
        [
            ("source", PushProgressState::Waiting),
            ("login-page", PushProgressState::Waiting),
            ("source", PushProgressState::Writing),
            ("source", PushProgressState::ReadingBack),
            ("source", PushProgressState::Written),
            ("login-page", PushProgressState::Writing),
            ("login-page", PushProgressState::ReadingBack),
            ("login-page", PushProgressState::Written),
        ]
    );
    let state = |world: &World| {
        let state = world.fake.state();
        (state.sources.clone(), state.shown.clone())
    };
    assert_eq!(world.fake.state().shown, [BUILT_IN, MADE]);
    assert_eq!(world.fake.state().secrets, [("twitter".to_owned(), SECRET.to_owned())]);
    assert_eq!(world.fake.state().asked.len(), 7);

    let (before, writes, journal) = (state(&world), world.fake.writes(), world.written());
    let again = world.push(&desired(), SECRET).await.expect("nothing to do");
    assert_eq!(again.written, 0);
    assert_eq!((state(&world), world.fake.writes(), world.written()), (before, writes, journal));
}

#[tokio::test]
async fn a_secret_is_written_again_only_when_it_may_be_another_one() {
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    world.push(&desired(), "another-secret-of-the-same-app").await.expect("pushed");
    world.push(&desired(), SECRET).await.expect("pushed");
    world.push(&desired(), SECRET).await.expect("nothing to do");
    assert_eq!(world.fake.state().secrets.len(), 3);
    assert!(!world.written().contains(SECRET) && !world.written().contains("another-secret"));

    // A machine without the journal can't know.
    let other = World { fake: world.fake.clone(), ..World::new().await };
    let plan = other.plan(&desired(), SECRET).await.expect("a plan");
    assert_eq!(plan.shown.state, PlanState::NeedsConsent);
    assert_eq!(id(Box::pin(other.apply(&plan, SECRET, Confirmation::Plain)).await), "source-differs");
    Box::pin(other.apply(&plan, SECRET, Confirmation::Given)).await.expect("pushed");
    assert_eq!(other.push(&desired(), SECRET).await.expect("nothing to do").written, 0);
}

#[tokio::test]
async fn after_a_fault_at_any_request_a_second_run_converges_without_a_twin() {
    for fault in [FakeFault::Inside, FakeFault::LostBefore, FakeFault::LostAfter] {
        for at in 1.. {
            let world = World::new().await;
            world.fake.state().fault = Some((at, fault));
            let first = world.push(&desired(), SECRET).await;
            let fired = world.fake.state().fault == Some((0, fault));
            assert!(fired || first.is_ok(), "{fault:?} at {at}: {first:?}");
            if !fired {
                break;
            }
            // A fault in what the plan can do without is no failure.
            world.push(&desired(), SECRET).await.unwrap_or_else(|error| panic!("{fault:?} at {at}: {error:?}"));
            let state = world.seen();
            assert_eq!(state, (1, vec![BUILT_IN.to_owned(), MADE.to_owned()]), "{fault:?} at {at}");
            assert!(world.fake.state().secrets.iter().all(|(_, secret)| secret == SECRET));
            assert_eq!(world.push(&desired(), SECRET).await.expect("nothing to do").written, 0);
            // However it came about, one undo puts all of it back.
            world.undo(Confirmation::Plain).await.unwrap_or_else(|error| panic!("{fault:?} at {at}: {error:?}"));
            let state = world.seen();
            assert_eq!(state, (0, vec![BUILT_IN.to_owned()]), "{fault:?} at {at}");
            assert_eq!(id(world.plan_undo().await), "nothing-to-undo");
            assert!(!world.written().contains(SECRET));
        }
    }
}

#[tokio::test]
async fn a_hiccup_at_any_request_is_got_over_and_nothing_is_made_twice() {
    for fault in [FakeFault::Inside, FakeFault::LostBefore, FakeFault::LostAfter] {
        for at in 1.. {
            let world = World::patient().await;
            world.fake.state().fault = Some((at, fault));
            let pushed =
                world.push(&desired(), SECRET).await.unwrap_or_else(|error| panic!("{fault:?} at {at}: {error}"));
            let fired = world.fake.state().fault == Some((0, fault));
            // What the plan can do without may be left out: the login page, where its flow can't be found.
            let state = world.seen();
            assert_eq!((state.0, pushed.source.as_deref()), (1, Some(MADE)), "{fault:?} at {at}");
            assert_eq!(state.1, [BUILT_IN, MADE], "{fault:?} at {at}");
            assert_eq!(world.fake.state().secrets.len(), 1, "{fault:?} at {at}");
            assert_eq!(world.journals.interruption(&world.fake.server, &slug()).expect("a journal"), None);
            if !fired {
                break;
            }
        }
    }
}

#[tokio::test]
async fn a_push_that_stopped_is_told_until_it_is_ended_or_undone() {
    let world = World::new().await;
    let stopped = || world.journals.interruption(&world.fake.server, &slug()).expect("a journal");
    assert_eq!(stopped(), None);
    world.fake.state().refused = vec!["PATCH /api/v3/stages/"];
    assert_eq!(id(world.push(&desired(), SECRET).await), "rights-missing");
    let halfway = stopped().expect("a push that stopped");
    assert_eq!((halfway.undoing, halfway.written, halfway.unclear), (false, 1, 0));
    assert_eq!(halfway.left, ["login-page"]);
    // Somebody who may has added the button: the next look at the server ends it.
    world.fake.state().shown.push(MADE.to_owned());
    assert_eq!(world.plan(&desired(), SECRET).await.expect("a plan").shown.state, PlanState::AlreadyAsItShouldBe);
    assert_eq!(stopped(), None);
    // The journal also reports an undo that was interrupted.
    world.fake.state().refused = vec!["DELETE /api/v3/sources/"];
    assert_eq!(id(world.undo(Confirmation::Plain).await), "rights-missing");
    assert!(stopped().is_some_and(|stopped| stopped.undoing));
    world.fake.state().refused.clear();
    world.undo(Confirmation::Plain).await.expect("undone");
    assert_eq!(stopped(), None);
}

#[tokio::test]
async fn a_source_whose_answer_never_came_is_known_with_its_secret_by_finding_it() {
    let mut world = World::new().await;
    world.fake.state().refused = vec!["PATCH /api/v3/stages/"];
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    // The disk of a machine that dies while the source is on its way
    let (disk, then) = (world.folder.path().to_owned(), tempfile::tempdir().expect("a folder"));
    let copy = then.path().to_owned();
    world.fake.state().hook = Some(Box::new(move |_, method, path| {
        if method == "POST" && path.contains("/sources/oauth/") {
            for file in std::fs::read_dir(&disk).expect("a folder") {
                let file = file.expect("a file");
                std::fs::copy(file.path(), copy.join(file.file_name())).expect("a copy");
            }
        }
    }));
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await), "rights-missing");
    world.journals = Journals::new(then.path());
    let stopped =
        || world.journals.interruption(&world.fake.server, &slug()).expect("a journal").expect("a stopped push");
    assert_eq!((stopped().written, stopped().unclear, stopped().left.len()), (0, 1, 2));

    // With another secret it is still told that the source has this one.
    let steps = |plan: &Plan| plan.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
    let other = world.plan(&desired(), "another-secret-of-X").await.expect("a plan");
    assert_eq!(steps(&other), ["source", "login-page"]);
    assert_eq!(steps(&world.plan(&desired(), SECRET).await.expect("a plan")), ["login-page"]);
    assert_eq!((stopped().written, stopped().unclear, stopped().left), (1, 0, vec!["login-page".to_owned()]));
}

#[tokio::test]
async fn a_source_that_another_run_is_pushing_is_left_to_it() {
    let world = World::new().await;
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    let lock = world.journals.lock(&world.fake.server, &slug()).expect("the lock");
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await), "push-elsewhere");
    assert_eq!(world.fake.writes(), Vec::<String>::new());
    drop(lock);
    Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await.expect("pushed");
}

#[tokio::test]
async fn a_push_that_was_refused_leaves_no_trace_in_the_journal() {
    let world = World::new().await;
    world.fake.state().refused = vec!["POST /api/v3/sources/oauth/"];
    assert_eq!(id(world.push(&desired(), SECRET).await), "rights-missing");
    assert_eq!(id(world.plan_undo().await), "nothing-to-undo");
    assert!(!world.journals.has_something_to_undo(&world.fake.server, &slug()).expect("a journal"));
}

#[tokio::test]
async fn a_later_change_is_a_push_of_its_own_even_after_one_that_stopped_halfway() {
    let world = World::new().await;
    world.fake.state().refused = vec!["PATCH /api/v3/stages/"];
    assert_eq!(id(world.push(&desired(), SECRET).await), "rights-missing");
    let renamed = Desired { name: "Y".to_owned(), ..desired() };
    world.fake.state().refused.clear();
    // Somebody who may has added the button.
    world.fake.state().shown.push(MADE.to_owned());
    world.push(&renamed, SECRET).await.expect("pushed");
    world.undo(Confirmation::Plain).await.expect("undone");
    assert_eq!(world.fake.state().sources[0]["name"], "X");
}

#[tokio::test]
async fn a_token_that_may_not_touch_the_login_page_makes_the_source_once_its_button_is_left_out() {
    let world = World::new().await;
    world.fake.state().refused = vec!["GET /api/v3/stages/"];
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    assert_eq!(plan.shown.state, PlanState::Blocked);
    let missing = plan.shown.diagnosis.as_ref().and_then(|shown| shown.why.args.get("rights"));
    assert_eq!(missing, Some(&Right::ViewStage.codename().into()));
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Given)).await), "rights-missing");
    assert_eq!(world.fake.writes(), Vec::<String>::new());

    let mut without = desired();
    without.choices.merge(PlanChoice::Group(ChangeGroup::LoginPage, false));
    let pushed = world.push(&without, SECRET).await.expect("pushed");
    assert_eq!((pushed.written, world.fake.state().sources.len()), (1, 1));
}

#[tokio::test]
async fn what_the_server_tells_of_its_writes_is_found_in_the_plan_and_what_it_doesnt_is_left_to_the_write() {
    for (refused, right) in
        [("POST /api/v3/sources/oauth/", Right::AddSource), ("PATCH /api/v3/stages/", Right::ChangeStage)]
    {
        for tells in [true, false] {
            let world = World::new().await;
            (world.fake.state().tells_options, world.fake.state().refused) = (tells, vec![refused]);
            let plan = world.plan(&desired(), SECRET).await.expect("a plan");
            let state = if tells { PlanState::Blocked } else { PlanState::Ready };
            assert_eq!(plan.shown.state, state, "{refused}");
            let missing = plan.shown.diagnosis.as_ref().and_then(|shown| shown.why.args.get("rights").cloned());
            assert_eq!(missing, tells.then(|| right.codename().into()), "{refused}");
            assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await), "rights-missing");
            assert_eq!(world.fake.writes().is_empty(), tells, "{refused}: {:?}", world.fake.writes());
        }
    }
}

#[tokio::test]
async fn the_type_for_x_comes_with_the_options_and_is_looked_up_only_where_they_lack_it() {
    for (tells, x_type, looks) in
        [(true, "twitter", false), (true, "x", false), (true, "birds", true), (false, "x", true)]
    {
        let world = World::new().await;
        (world.fake.state().tells_options, world.fake.state().x_type) = (tells, x_type);
        let plan = world.plan(&desired(), SECRET).await.expect("a plan");
        assert_eq!(plan.shown.state, PlanState::Ready);
        let asked = world.fake.state().asked.iter().any(|(_, path, _)| path.contains("source_types"));
        assert_eq!(asked, looks, "{tells} {x_type}");
        Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await.expect("pushed");
        assert_eq!(world.fake.state().sources[0]["provider_type"], x_type);
    }
}

#[tokio::test]
async fn nothing_is_written_where_the_server_changed_after_the_plan_was_shown() {
    type Edit = fn(&World);
    let made: Edit = |world| world.fake.add_source("7", "twitter", &json!({}));
    let shown: Edit = |world| world.fake.state().shown.push("somebody-elses".to_owned());
    for edit in [made, shown] {
        let world = World::new().await;
        let plan = world.plan(&desired(), SECRET).await.expect("a plan");
        edit(&world);
        let sources = world.fake.state().sources.clone();
        assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await), "changed-meanwhile");
        // The server itself refuses a second source of one slug.
        let refused = ["POST /api/v3/sources/oauth/".to_owned()];
        assert!([&[][..], &refused].contains(&world.fake.writes().as_slice()), "{:?}", world.fake.writes());
        assert_eq!(world.fake.state().sources, sources);
        assert!(!world.journals.has_something_to_undo(&world.fake.server, &slug()).expect("a journal"));
    }
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    let plan = world.plan(&Desired { name: "Y".to_owned(), ..desired() }, SECRET).await.expect("a plan");
    let writes = world.fake.writes();
    // What the plan doesn't touch may change.
    world.fake.state().sources[0]["enabled"] = json!(false);
    world.fake.state().sources[0]["name"] = json!("Z");
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await), "changed-meanwhile");
    assert_eq!(world.fake.writes(), writes);
}

/// Somebody else's edit of the login page's list before the request that `hits` counts; the list afterward.
async fn edited(hits: fn(&str, &str) -> bool, edit: fn(&mut Vec<String>)) -> Vec<String> {
    let world = World::new().await;
    world.fake.add_source("gitlab", "gitlab", &json!({ "name": "GitLab", "provider_type": "gitlab" }));
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    let mut done = false;
    let mut wrote = false;
    world.fake.state().hook = Some(Box::new(move |state, method, path| {
        wrote |= method == "POST";
        if wrote && !done && hits(method, path) {
            done = true;
            edit(&mut state.shown);
        }
    }));
    Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await.expect("pushed");
    world.fake.state().shown.clone()
}

#[tokio::test]
async fn what_others_do_to_the_login_page_meanwhile_is_kept() {
    let just_before = |method: &str, path: &str| method == "GET" && path.contains("/stages/");
    assert_eq!(edited(just_before, |shown| shown.push("gitlab".to_owned())).await, [BUILT_IN, "gitlab", MADE]);
    assert_eq!(edited(just_before, Vec::clear).await, [MADE]);
    // Written over ours from an older list, before it is read back
    let mut seen = 0;
    let world = World::new().await;
    world.fake.add_source("gitlab", "gitlab", &json!({ "name": "GitLab", "provider_type": "gitlab" }));
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    world.fake.state().hook = Some(Box::new(move |state, method, path| {
        seen += usize::from(method == "PATCH" && path.contains("/stages/"));
        if seen == 1 && method == "GET" {
            seen += 1;
            state.shown = vec![BUILT_IN.to_owned(), "gitlab".to_owned()];
        }
    }));
    Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await.expect("pushed");
    assert_eq!(world.fake.state().shown, [BUILT_IN, "gitlab", MADE]);
}

#[tokio::test]
async fn a_list_that_somebody_writes_over_for_ever_is_given_up() {
    let world = World::new().await;
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    world.fake.state().hook = Some(Box::new(|state, method, _| {
        if method == "GET" {
            state.shown = vec![BUILT_IN.to_owned()];
        }
    }));
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await), "read-back-differs");
}

#[tokio::test]
async fn a_value_that_the_server_keeps_differently_is_found_by_reading_back() {
    let world = World::new().await;
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    world.fake.state().hook = Some(Box::new(|state, _, _| {
        for source in &mut state.sources {
            source["enabled"] = json!(false);
        }
    }));
    let error = Box::pin(world.apply(&plan, SECRET, Confirmation::Plain)).await.expect_err("disabled");
    assert_eq!(error.to_string(), "enabled of \"X\" isn't what was written");
}

#[tokio::test]
async fn a_plan_that_cant_be_pushed_writes_nothing_whatever_the_consent() {
    let world = World::new().await;
    let plan = world.plan(&desired(), "").await.expect("a plan");
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Given)).await), "secret-needed");
    world.fake.add_source("7", "twitter", &json!({ "provider_type": "github" }));
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Given)).await), "slug-taken");
    assert_eq!(world.fake.writes(), Vec::<String>::new());
}

#[tokio::test]
async fn a_flow_or_a_type_that_isnt_there_stops_the_plan_by_name() {
    let world = World::new().await;
    world.fake.state().flows.pop();
    let plan = world.plan(&desired(), SECRET).await.expect("a plan");
    assert_eq!(plan.shown.state, PlanState::Blocked);
    assert_eq!(id(Box::pin(world.apply(&plan, SECRET, Confirmation::Given)).await), "flow-missing");
    assert_eq!(world.fake.writes(), Vec::<String>::new());
    world.fake.state().x_type = "mastodon";
    world.fake.state().x_base = "https://mastodon.social/".to_owned();
    assert_eq!(id(world.plan(&desired(), SECRET).await), "type-missing");
}

#[cfg(unix)]
#[tokio::test]
async fn the_journal_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::new().await;
    world.push(&desired(), SECRET).await.expect("pushed");
    for file in std::fs::read_dir(world.folder.path()).expect("a folder") {
        let mode = file.expect("a file").metadata().expect("its mode").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
