//! Property mappings: their effect on a sign-in, and the server's own test of them.

use super::rig::{Browser, Rig, TestResult};
use crate::authentik::Role;
use crate::authentik::release::Release;
use reqwest::Method;
use serde_json::{Value, json};
use sourcerer_core::address::Slug;
use sourcerer_core::authentik::ProductMapping;

const LIST: &str = "/propertymappings/source/oauth/";

async fn made(rig: &Rig, name: &str, expression: &str) -> TestResult<Value> {
    let (status, made) = rig.api(Method::POST, LIST, json!({ "name": name, "expression": expression })).await?;
    assert_eq!(status, 201, "{made}");
    Ok(made["pk"].clone())
}

/// Creates a source with these mappings, and an X account with an email address.
async fn bound(rig: &Rig, mappings: &[ProductMapping]) -> TestResult {
    let mut bound = Vec::new();
    for mapping in mappings {
        bound.push(made(rig, &mapping.name(&Slug::parse("x")?), mapping.expression()).await?);
    }
    rig.source(json!({ "user_property_mappings": bound })).await?;
    let person = json!({ "id": "7", "username": "eve_mail", "name": "Eve", "confirmed_email": "eve@example.test" });
    rig.x.answers("/2/users/me", 200, &json!({ "data": person }));
    Ok(())
}

async fn user(rig: &Rig, name: &str) -> TestResult<Value> {
    Ok(rig.get(&format!("/core/users/?username={name}")).await?["results"][0].clone())
}

#[tokio::test]
async fn the_address_is_asked_for_at_each_sign_in_and_given_to_who_is_new() -> TestResult {
    let rig = Rig::new().await?;
    bound(&rig, &[ProductMapping::Email]).await?;
    Browser::new(&rig).sign_in().await?;
    assert_eq!(user(&rig, "eve_mail").await?["email"], "eve@example.test");
    let asked = || rig.x.asked().into_iter().filter(|one| one.query == "user.fields=confirmed_email").count();
    assert_eq!(asked(), 1);
    Browser::new(&rig).sign_in().await?;
    assert_eq!(asked(), 2, "although nothing comes of it");
    Ok(())
}

#[tokio::test]
async fn without_an_address_the_sign_in_goes_on() -> TestResult {
    for data in [
        json!({ "id": "7", "username": "eve_mail" }),
        json!({ "id": "7", "username": "eve_mail", "confirmed_email": 7 }),
    ] {
        let rig = Rig::new().await?;
        bound(&rig, &[ProductMapping::Email]).await?;
        rig.x.answers("/2/users/me", 200, &json!({ "data": data }));
        Browser::new(&rig).sign_in().await?;
        assert_eq!(user(&rig, "eve_mail").await?["email"], "");
    }
    Ok(())
}

#[tokio::test]
async fn an_internal_user_is_let_in_at_once() -> TestResult {
    let rig = Rig::new().await?;
    bound(&rig, &[ProductMapping::Internal]).await?;
    let page = Browser::new(&rig).sign_in().await?;
    assert!(page.text.contains("Signed in as eve_mail"), "{}", page.text);
    assert_eq!(user(&rig, "eve_mail").await?["type"], "internal");
    Ok(())
}

#[tokio::test]
async fn a_taken_name_gets_the_number_and_stays_the_persons_own() -> TestResult {
    let rig = Rig::new().await?;
    bound(&rig, &[ProductMapping::UserName]).await?;
    rig.x.person("8", "akadmin", "Somebody else");
    Browser::new(&rig).sign_in().await?;
    Browser::new(&rig).sign_in().await?;
    let mine = user(&rig, "akadmin-8").await?;
    let links = rig.get("/sources/user_connections/oauth/").await?;
    assert_eq!((&links["pagination"]["count"], &links["results"][0]["user"]), (&json!(1), &mine["pk"]));
    // A user name that is free doesn't change.
    rig.x.person("9", "free_handle", "Another");
    Browser::new(&rig).sign_in().await?;
    assert_eq!(user(&rig, "free_handle").await?["name"], "Another");
    Ok(())
}

#[tokio::test]
async fn matching_goes_by_what_the_mappings_gave() -> TestResult {
    for (mode, mapping, enrols) in [
        ("email_deny", Some(ProductMapping::Email), true),
        ("email_deny", None, false),
        ("username_deny", Some(ProductMapping::UserName), true),
        ("username_deny", None, false),
    ] {
        let rig = Rig::new().await?;
        bound(&rig, mapping.as_slice()).await?;
        let change = json!({ "provider_type": "twitter", "user_matching_mode": mode });
        rig.api(Method::PATCH, "/sources/oauth/x/", change).await?;
        let person = json!({ "id": "8", "username": "akadmin", "confirmed_email": "new@example.test" });
        if mode == "username_deny" {
            rig.x.answers("/2/users/me", 200, &json!({ "data": person }));
        }
        Browser::new(&rig).sign_in().await?;
        let count = rig.get("/sources/user_connections/oauth/").await?["pagination"]["count"].clone();
        assert_eq!(count == 1, enrols, "{mode} {mapping:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_mapping_that_raises_shows_everybody_a_server_error_and_leaves_two_events() -> TestResult {
    for release in Release::all() {
        let rig = Rig::started(|options| options.release = release).await?;
        let pk = made(&rig, "naive", "raise KeyError(\"data\")").await?;
        let types = rig.get("/sources/oauth/source_types/").await?;
        let kind = types.as_array().into_iter().flatten().find(|kind| kind["verbose_name"] == "Twitter");
        let kind = kind.ok_or("a type for X")?["name"].clone();
        rig.source(json!({ "provider_type": kind, "user_property_mappings": [pk] })).await?;
        let page = Browser::new(&rig).callback().await?;
        assert_eq!(page.status, 500, "{release}");
        let events = rig.get("/events/events/?ordering=created").await?["results"].clone();
        let of = |action: &str| {
            let mut events = events.as_array().into_iter().flatten();
            events.find(|event| event["action"] == action).cloned().unwrap_or_default()
        };
        let raised = of("property_mapping_exception")["context"].clone();
        let structured = release.name() != "2024.12";
        assert_eq!(raised["exception"][0]["exc_value"] == "data", structured, "{release}: {raised}");
        assert_eq!(raised["message"].as_str().is_some_and(|text| text.contains("KeyError: data")), !structured);
        assert!(raised["http_request"]["args"]["code"].is_string(), "{raised}");
        let wrong = of("configuration_error")["context"].clone();
        assert_eq!(wrong["message"], "Failed to evaluate property mapping: 'naive'");
        assert!(wrong.get("http_request").is_none(), "{wrong}");
    }
    Ok(())
}

#[tokio::test]
async fn what_isnt_run_is_noted() -> TestResult {
    let rig = Rig::new().await?;
    let pk = made(&rig, "theirs", "return {'type': 'internal'}").await?;
    rig.source(json!({ "user_property_mappings": [pk] })).await?;
    Browser::new(&rig).sign_in().await?;
    assert_eq!(user(&rig, "ada_practice").await?["type"], "external");
    assert_eq!(rig.log.mappings_not_run(), ["theirs"]);
    Ok(())
}

#[tokio::test]
async fn a_mapping_is_changed_and_its_name_stays_its_own() -> TestResult {
    let rig = Rig::new().await?;
    let pk = made(&rig, "one", "return None").await?;
    made(&rig, "two", "return None").await?;
    let at = format!("{LIST}{}/", pk.as_str().unwrap_or_default());
    let (status, changed) = rig.api(Method::PATCH, &at, json!({ "expression": "return {}\n" })).await?;
    assert_eq!((status, &changed["name"], &changed["expression"]), (200, &json!("one"), &json!("return {}")));
    let taken = json!({ "name": ["Property Mapping with this name already exists."] });
    assert_eq!(rig.api(Method::PATCH, &at, json!({ "name": "two" })).await?, (400, taken));
    assert_eq!(rig.api(Method::PATCH, &at, json!({ "name": "one" })).await?.0, 200);
    let lacking = json!({ "expression": ["This field is required."] });
    assert_eq!(rig.api(Method::PUT, &at, json!({ "name": "one" })).await?, (400, lacking));
    assert_eq!(rig.api(Method::PATCH, &format!("{LIST}none/"), json!({})).await?.0, 404);
    Ok(())
}

#[tokio::test]
async fn the_servers_own_test_runs_at_one_path_and_only_for_who_may() -> TestResult {
    let rig = Rig::new().await?;
    let test = |pk: &Value| format!("/propertymappings/all/{}/test/", pk.as_str().unwrap_or_default());
    let mut first = Value::Null;
    for (mapping, result) in [
        (ProductMapping::Email, "null"),
        (ProductMapping::Internal, r#"{"type":"internal"}"#),
        (ProductMapping::UserName, "null"),
    ] {
        let pk = made(&rig, &mapping.name(&Slug::parse("x")?), mapping.expression()).await?;
        let answer = rig.api(Method::POST, &test(&pk), json!({ "context": {} })).await?;
        assert_eq!(answer, (200, json!({ "result": result, "successful": true })));
        first = pk;
    }
    let broken = made(&rig, "naive", "raise KeyError('data')").await?;
    let (_, said) = rig.api(Method::POST, &test(&broken), json!({})).await?;
    assert!(said["result"].as_str().is_some_and(|text| text.ends_with("KeyError: data")), "{said}");
    assert_eq!(said["successful"], false);

    let elsewhere = format!("{LIST}{}/test/", first.as_str().unwrap_or_default());
    assert_eq!(rig.api(Method::POST, &elsewhere, json!({})).await?, (405, json!("")));
    assert_eq!(rig.api(Method::POST, "/propertymappings/all/none/test/", json!({})).await?.0, 404);

    let limited = Rig::started(|options| options.role = Role::Least).await?;
    let pk = made(&limited, "mine", "return None").await?;
    assert_eq!(limited.api(Method::POST, &test(&pk), json!({})).await?, (405, json!("")));
    Ok(())
}
