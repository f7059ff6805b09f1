//! A source embedded in a flow by a Source stage, and the license that it needs.

use super::rig::{Browser, Rig, TestResult, executed, left};
use reqwest::Method;
use serde_json::{Value, json};

/// A flow without stages, for users who are signed in.
const CONSENT: &str = "default-provider-authorization-implicit-consent";
const LOGIN: &str = "default-authentication-flow";

async fn licensed() -> TestResult<Rig> {
    Rig::started(|options| options.licensed = true).await
}

/// Creates a Source stage for the rig's source and binds it. Returns the keys of the stage and the binding.
async fn embed(rig: &Rig, source: &str, flow: &str, order: i64, timeout: &str) -> TestResult<(String, String)> {
    let body = json!({ "name": "x-source-stage", "source": source, "resume_timeout": timeout });
    let (status, made) = rig.api(Method::POST, "/stages/source/", body).await?;
    assert_eq!(status, 201, "{made}");
    let stage = made["pk"].as_str().unwrap_or_default().to_owned();
    let body = json!({ "target": rig.flow(flow).await?, "stage": stage, "order": order });
    let (status, made) = rig.api(Method::POST, "/flows/bindings/", body).await?;
    assert_eq!(status, 201, "{made}");
    Ok((stage, made["pk"].as_str().unwrap_or_default().to_owned()))
}

/// Removes the user login stages from the flow, as a Source stage requires of a source's flow.
async fn without_login(rig: &Rig, flow: &str) -> TestResult {
    let bound = rig.get(&format!("/flows/bindings/?target={}", rig.flow(flow).await?)).await?;
    for one in bound["results"].as_array().into_iter().flatten() {
        if one["stage_obj"]["meta_model_name"] == "authentik_stages_user_login.userloginstage" {
            let path = format!("/flows/bindings/{}/", one["pk"].as_str().unwrap_or_default());
            assert_eq!(rig.api(Method::DELETE, &path, Value::Null).await?.0, 204);
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_licence_says_whether_a_source_stage_can_be_made() -> TestResult {
    for (licensed, status) in [(false, "unlicensed"), (true, "valid")] {
        let rig = Rig::started(|options| options.licensed = licensed).await?;
        assert_eq!(rig.get("/enterprise/license/summary/").await?["status"], status);
        let source = rig.source(Value::Null).await?;
        let body = json!({ "name": "x-source-stage", "source": source });
        let (answer, made) = rig.api(Method::POST, "/stages/source/", body).await?;
        assert_eq!(answer, if licensed { 201 } else { 400 }, "{made}");
        if licensed {
            assert_eq!(made["resume_timeout"], "minutes=10");
        } else {
            let words = "Enterprise is required to create/update this object.";
            assert_eq!(made, json!({ "non_field_errors": [words] }));
        }
        let there = rig.get("/stages/source/").await?;
        assert_eq!(there["results"].as_array().map(Vec::len), Some(usize::from(licensed)));
    }
    Ok(())
}

#[tokio::test]
async fn a_stage_is_made_bound_changed_and_deleted_with_its_places() -> TestResult {
    let rig = licensed().await?;
    let source = rig.source(Value::Null).await?;
    let (stage, binding) = embed(&rig, &source, LOGIN, 15, "minutes=10").await?;

    let target = rig.flow(LOGIN).await?;
    let path = format!("/flows/bindings/?target={target}&ordering=order");
    let names = |found: &Value| -> Vec<String> {
        let rows = found["results"].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["stage_obj"]["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let before = names(&rig.get(&path).await?);
    assert_eq!(before[1], "x-source-stage", "{before:?}");
    assert_eq!(rig.get(&format!("/stages/source/{stage}/")).await?["flow_set"][0]["slug"], LOGIN);

    let again = json!({ "target": target, "stage": stage, "order": 15 });
    let (status, said) = rig.api(Method::POST, "/flows/bindings/", again).await?;
    assert_eq!(
        (status, &said["non_field_errors"][0]),
        (400, &json!("The fields target, stage, order must make a unique set."))
    );
    let (status, said) = rig.api(Method::POST, "/flows/bindings/", json!({ "target": target })).await?;
    assert_eq!(status, 400);
    assert_eq!(said, json!({ "stage": ["This field is required."], "order": ["This field is required."] }));

    let change = json!({ "resume_timeout": "ten minutes" });
    let (status, said) = rig.api(Method::PATCH, &format!("/stages/source/{stage}/"), change).await?;
    assert_eq!(status, 400, "{said}");
    let change = json!({ "resume_timeout": "hours=1" });
    let (status, now) = rig.api(Method::PATCH, &format!("/stages/source/{stage}/"), change).await?;
    assert_eq!((status, &now["resume_timeout"]), (200, &json!("hours=1")));

    assert_eq!(rig.api(Method::DELETE, &format!("/flows/bindings/{binding}/"), Value::Null).await?.0, 204);
    let (status, said) = rig.api(Method::DELETE, &format!("/flows/bindings/{binding}/"), Value::Null).await?;
    assert_eq!((status, &said["detail"]), (404, &json!("No FlowStageBinding matches the given query.")));
    assert!(!names(&rig.get(&path).await?).contains(&"x-source-stage".to_owned()));

    let body = json!({ "target": target, "stage": stage, "order": 15 });
    assert_eq!(rig.api(Method::POST, "/flows/bindings/", body).await?.0, 201);
    assert_eq!(rig.api(Method::DELETE, &format!("/stages/source/{stage}/"), Value::Null).await?.0, 204);
    assert!(!names(&rig.get(&path).await?).contains(&"x-source-stage".to_owned()));
    Ok(())
}

#[tokio::test]
async fn a_deleted_source_takes_its_stage_along() -> TestResult {
    let rig = licensed().await?;
    let source = rig.source(Value::Null).await?;
    embed(&rig, &source, LOGIN, 15, "minutes=10").await?;
    assert_eq!(rig.api(Method::DELETE, "/sources/oauth/x/", Value::Null).await?.0, 204);
    assert_eq!(rig.get("/stages/source/").await?["results"], json!([]));
    let bound = rig.get(&format!("/flows/bindings/?target={}", rig.flow(LOGIN).await?)).await?;
    assert!(!bound.to_string().contains("x-source-stage"));
    Ok(())
}

#[tokio::test]
async fn a_flow_goes_to_x_at_its_source_stage_and_on_where_it_was() -> TestResult {
    let rig = licensed().await?;
    let source = rig.source(Value::Null).await?;
    embed(&rig, &source, LOGIN, 5, "minutes=10").await?;
    without_login(&rig, "default-source-enrollment").await?;
    let mut browser = Browser::new(&rig);
    let (_, _, sent) = executed(&mut browser, LOGIN).await?;
    assert_eq!(sent, json!({ "component": "xak-flow-redirect", "to": "/source/oauth/login/x/" }));
    browser.callback().await?;
    let (_, _, back) = executed(&mut browser, "default-source-enrollment").await?;
    assert_eq!(back, json!({ "component": "xak-flow-redirect", "to": "/if/flow/default-authentication-flow/" }));
    let (_, _, next) = executed(&mut browser, LOGIN).await?;
    assert_eq!(next["component"], "ak-stage-identification", "the stage after it");
    let connected = rig.get("/sources/user_connections/oauth/?source__slug=x").await?;
    assert_eq!(connected["results"][0]["identifier"], "7000000001");
    Ok(())
}

#[tokio::test]
async fn a_flow_left_for_too_long_begins_again() -> TestResult {
    let rig = licensed().await?;
    let source = rig.source(Value::Null).await?;
    embed(&rig, &source, LOGIN, 5, "seconds=-1").await?;
    without_login(&rig, "default-source-enrollment").await?;
    let mut browser = Browser::new(&rig);
    executed(&mut browser, LOGIN).await?;
    browser.callback().await?;
    executed(&mut browser, "default-source-enrollment").await?;
    let (_, _, again) = executed(&mut browser, LOGIN).await?;
    assert_eq!(again["to"], "/source/oauth/login/x/");
    Ok(())
}

#[tokio::test]
async fn a_user_login_stage_in_the_sources_flow_ends_it_there() -> TestResult {
    let rig = licensed().await?;
    let source = rig.source(Value::Null).await?;
    embed(&rig, &source, LOGIN, 5, "minutes=10").await?;
    let mut browser = Browser::new(&rig);
    executed(&mut browser, LOGIN).await?;
    browser.callback().await?;
    let (_, _, last) = executed(&mut browser, "default-source-enrollment").await?;
    assert_eq!(last["to"], "/if/user/", "the suspended flow doesn't go on");
    assert_ne!(browser.get("/if/user/").await?.status, 302, "and the visitor is signed in");
    Ok(())
}

#[tokio::test]
async fn who_is_signed_in_is_connected_and_goes_on() -> TestResult {
    let rig = licensed().await?;
    let source = rig.source(Value::Null).await?;
    let second = json!({ "slug": "second", "name": "Second" });
    let second = rig.source(second).await?;
    embed(&rig, &second, CONSENT, 0, "minutes=10").await?;
    let mut browser = Browser::new(&rig);
    let (_, _, stranger) = executed(&mut browser, CONSENT).await?;
    assert_eq!(stranger["component"], "ak-stage-access-denied", "the flow is for people who are signed in");
    browser.sign_in().await?;
    let (_, _, sent) = executed(&mut browser, CONSENT).await?;
    assert_eq!(sent["to"], "/source/oauth/login/second/");
    let seen = browser.get("/source/oauth/login/second/").await?;
    let state = seen.location.split("state=").nth(1).and_then(|rest| rest.split('&').next()).ok_or("no state")?;
    let back = browser.get(&format!("/source/oauth/callback/second/?state={state}&code=made-up-code")).await?;
    assert_eq!(back.location, format!("/if/flow/{CONSENT}/"));
    let (_, _, last) = executed(&mut browser, CONSENT).await?;
    assert_eq!(last["to"], "/if/user/");
    assert_ne!(source, second);
    Ok(())
}

#[tokio::test]
async fn only_a_licensed_server_keeps_the_numbers_of_connections_in_its_events() -> TestResult {
    for licensed in [false, true] {
        let rig = Rig::started(|options| options.licensed = licensed).await?;
        rig.source(Value::Null).await?;
        let before = rig.events().await?.len();
        Browser::new(&rig).sign_in().await?;
        assert_eq!(rig.api(Method::DELETE, "/sources/oauth/x/", Value::Null).await?.0, 204);
        let contexts: Vec<_> = left(&rig, before)
            .await?
            .into_iter()
            .filter(|(.., context)| context["model"]["model_name"] == "useroauthsourceconnection")
            .map(|(action, _, context)| (action, context))
            .collect();
        let [(made, made_context), (deleted, deleted_context)] = contexts.as_slice() else {
            return Err(format!("{contexts:?}").into());
        };
        assert_eq!((made.as_str(), deleted.as_str()), ("model_created", "model_deleted"));
        let wanted = if licensed { json!("7000000001") } else { Value::Null };
        assert_eq!(made_context.pointer("/diff/identifier/new_value").unwrap_or(&Value::Null), &wanted);
        assert_eq!(deleted_context.pointer("/model_state/identifier").unwrap_or(&Value::Null), &wanted);
    }
    Ok(())
}
