//! What came after 2026.2, and what is only drafted.

use super::rig::{Browser, CLIENT_SECRET, Rig, TestResult};
use crate::authentik::Role;
use crate::authentik::release::{Behaviour, Release};
use reqwest::Method;
use secrecy::SecretString;
use serde_json::{Value, json};

const LINKS: &str = "/sources/user_connections/oauth/";

async fn plays(release: &str) -> TestResult<Rig> {
    let release: Release = release.parse()?;
    Rig::started(|options| options.release = release).await
}

/// What `OPTIONS` tells at a path.
async fn told(rig: &Rig, path: &str) -> TestResult<Value> {
    let (status, told) = rig.api(Method::OPTIONS, path, Value::Null).await?;
    if status == 200 { Ok(told) } else { Err(format!("{path}: {status} {told}").into()) }
}

#[tokio::test]
async fn a_link_cant_be_made_from_2026_5_on_and_options_tell_it() -> TestResult {
    for (release, status) in [("2026.2", 201), ("2026.5", 405), ("2026.8", 500), ("2026.11-draft", 500)] {
        let rig = plays(release).await?;
        let source = rig.source(Value::Null).await?;
        let user = &told(&rig, LINKS).await?["actions"]["POST"]["user"];
        let read_only = status != 201;
        assert_eq!((&user["read_only"], &user["required"]), (&json!(read_only), &json!(!read_only)), "{release}");

        let body = json!({ "user": 5, "source": source, "identifier": "7000000001" });
        let (got, answer) = rig.api(Method::POST, LINKS, body).await?;
        assert_eq!(got, status, "{release}: {answer}");
        match status {
            405 => assert_eq!(answer, "", "{release}"),
            500 => assert!(answer.as_str().is_some_and(|page| page.contains("<title>")), "{release}: {answer}"),
            _ => assert_eq!(answer["user"], 5, "{release}"),
        }
        // What a field lacks is told all the same.
        let (got, answer) = rig.api(Method::POST, LINKS, json!({ "user": 5, "identifier": "7" })).await?;
        assert_eq!((got, &answer["source"][0]), (400, &json!("This field is required.")), "{release}");
    }
    Ok(())
}

#[tokio::test]
async fn a_link_moves_to_another_account_and_never_to_another_user() -> TestResult {
    for release in ["2026.2", "2026.8"] {
        let rig = plays(release).await?;
        let source = rig.source(Value::Null).await?;
        Browser::new(&rig).sign_in().await?;
        let link = rig.get(LINKS).await?["results"][0].clone();
        let path = format!("{LINKS}{}/", link["pk"]);
        let (status, moved) = rig.api(Method::PATCH, &path, json!({ "identifier": "7000000009", "user": 4 })).await?;
        assert_eq!((status, &moved["identifier"]), (200, &json!("7000000009")), "{release}: {moved}");
        assert_eq!(moved["user"], link["user"], "{release}");
        let whole = json!({ "source": source, "identifier": "7000000001", "user": 4 });
        let (status, moved) = rig.api(Method::PUT, &path, whole).await?;
        assert_eq!((status, &moved["user"]), (200, &link["user"]), "{release}: {moved}");
    }
    Ok(())
}

#[tokio::test]
async fn a_failed_write_has_its_own_status_from_2026_8_on() -> TestResult {
    for (release, status) in [("2026.5", 405), ("2026.8", 404)] {
        let rig = plays(release).await?;
        let (got, answer) = rig.api(Method::POST, "/nope/", json!({})).await?;
        assert_eq!((got, answer == ""), (status, status == 405), "{release}: {answer}");
        let (got, answer) = rig.api(Method::GET, "/nope/", Value::Null).await?;
        assert!(got == 404 && answer.as_str().is_some_and(|page| page.contains("<title>")), "{release}: {answer}");
    }
    Ok(())
}

#[tokio::test]
async fn the_address_is_asked_for_by_itself_and_matched_without_a_mapping() -> TestResult {
    const ADDRESS: &str = "ada@practice.example";
    for (release, asks) in [("2026.5", false), ("2026.8", true)] {
        for (mode, wanted) in [("identifier", "internal users"), ("email_deny", "internal users")] {
            let rig = plays(release).await?;
            let person = json!({ "data": {
                "id": "7000000001", "username": "ada_practice", "name": "Ada", "confirmed_email": ADDRESS,
            } });
            rig.x.answers("/2/users/me", 200, &person);
            rig.source(json!({ "user_matching_mode": mode })).await?;
            let sent = Browser::new(&rig).press().await?;
            assert_eq!(sent["scope"].contains("users.email"), asks, "{release}");
            let page = Browser::new(&rig).sign_in().await?;
            assert_eq!(page.text.contains(wanted), asks || mode == "identifier", "{release} {mode}");
            let profile = rig.x.asked().into_iter().find(|asked| asked.path == "/2/users/me").ok_or("not asked")?;
            assert_eq!(profile.query, if asks { "user.fields=confirmed_email" } else { "" }, "{release}");
            let made = rig.get("/core/users/?username=ada_practice").await?;
            if asks {
                assert_eq!(made["results"][0]["email"], ADDRESS, "{release} {mode}");
            }

            // Somebody else's account at X with the address of a user here.
            let other = json!({ "data": {
                "id": "7000000002", "username": "eve", "name": "Eve", "confirmed_email": "akadmin@authentik.example",
            } });
            rig.x.answers("/2/users/me", 200, &other);
            let body = json!({ "provider_type": "twitter", "user_matching_mode": "email_link" });
            assert_eq!(rig.api(Method::PATCH, "/sources/oauth/x/", body).await?.0, 200);
            Browser::new(&rig).sign_in().await?;
            let links = rig.get(&format!("{LINKS}?user=4")).await?["pagination"]["count"].clone();
            assert_eq!(links, u8::from(asks), "{release}: a stranger's address signs in as the admin");
        }
    }
    Ok(())
}

#[tokio::test]
async fn options_tell_what_the_token_may_write() -> TestResult {
    const NOBODY: &[&str] = &["authentik_sources_oauth.view_oauthsource"];
    const ADDS: &[&str] = &["authentik_sources_oauth.add_oauthsource"];
    const CHANGES: &[&str] =
        &["authentik_sources_oauth.view_oauthsource", "authentik_sources_oauth.change_oauthsource"];
    let rig = plays("2026.8").await?;
    let source = rig.source(Value::Null).await?;
    let stage = rig.stage().await?;
    let stages = format!("/stages/identification/{stage}/");
    for (path, method) in [
        ("/sources/oauth/", Some("POST")),
        ("/sources/oauth/x/", Some("PUT")),
        ("/sources/oauth/nobody/", None),
        ("/propertymappings/source/oauth/", Some("POST")),
        ("/stages/source/", Some("POST")),
        (stages.as_str(), Some("PUT")),
        ("/flows/bindings/", Some("POST")),
        (LINKS, Some("POST")),
        ("/core/users/me/", None),
    ] {
        let told = told(&rig, path).await?;
        let actions: Vec<_> =
            told["actions"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        assert_eq!(actions, method.into_iter().collect::<Vec<_>>(), "{path}");
        assert!(told["renders"].is_array() && told["name"].is_string(), "{path}: {told}");
    }
    let fields = &told(&rig, "/sources/oauth/").await?["actions"]["POST"];
    assert_eq!((&fields["slug"]["required"], &fields["pk"]["read_only"]), (&json!(true), &json!(true)));
    assert_eq!(fields["consumer_secret"]["read_only"], false);
    assert!(fields.get("consumer_secret_ref").is_none());

    for (rights, adds, changes) in [(NOBODY, false, false), (ADDS, true, false), (CHANGES, false, true)] {
        rig.server.give(Role::Rights(rights));
        assert_eq!(told(&rig, "/sources/oauth/").await?["actions"]["POST"].is_object(), adds, "{rights:?}");
        assert_eq!(told(&rig, "/sources/oauth/x/").await?["actions"]["PUT"].is_object(), changes, "{rights:?}");
        assert_eq!(rig.api(Method::GET, &stages, Value::Null).await?.0, 403, "{source}");
        assert!(told(&rig, &stages).await?.get("actions").is_none(), "{rights:?}");
    }
    let wrong = SecretString::from("nobody's");
    let (status, _) = rig.call(&wrong, Method::OPTIONS, "/api/v3/sources/oauth/", &Value::Null).await?;
    assert_eq!(status, 403);
    Ok(())
}

#[tokio::test]
async fn the_base_url_is_a_setting_of_2026_8_and_dropped_in_silence_before() -> TestResult {
    const READS: &[&str] = &["authentik_rbac.view_system_settings"];
    for (release, kept) in [("2026.5", false), ("2026.8", true)] {
        let rig = plays(release).await?;
        assert_eq!(rig.get("/admin/settings/").await?.get("base_url").is_some(), kept, "{release}");
        let (status, answer) =
            rig.api(Method::PATCH, "/admin/settings/", json!({ "base_url": "https://sso.example" })).await?;
        assert_eq!((status, answer.get("base_url").is_some()), (200, kept), "{release}: {answer}");

        rig.server.give(Role::Rights(READS));
        let settings = rig.get("/admin/settings/").await?;
        assert_eq!(settings["base_url"] == "https://sso.example", kept, "{release}");
        assert_eq!(rig.get("/core/users/me/").await?["user"]["system_permissions"], json!(["view_system_settings"]));
        assert_eq!(rig.api(Method::PATCH, "/admin/settings/", json!({})).await?.0, 403, "{release}");
        rig.server.give(Role::Least);
        assert_eq!(rig.api(Method::GET, "/admin/settings/", Value::Null).await?.0, 403, "{release}");
    }
    Ok(())
}

#[tokio::test]
async fn as_drafted_a_source_refers_to_its_secret() -> TestResult {
    let rig = plays("2026.11-draft").await?;
    let plain = json!({
        "name": "X", "slug": "y", "provider_type": "twitter", "consumer_key": "a", "consumer_secret": "b",
    });
    let (status, answer) = rig.api(Method::POST, "/sources/oauth/", plain).await?;
    assert_eq!((status, answer), (400, json!({ "consumer_secret_ref": ["This field is required."] })));
    let fields = &told(&rig, "/sources/oauth/").await?["actions"]["POST"];
    assert_eq!(fields["consumer_secret_ref"]["required"], true);
    assert!(fields.get("consumer_secret").is_none());

    rig.source(Value::Null).await?;
    let pk = rig.get("/sources/oauth/x/").await?["consumer_secret_ref"].as_str().unwrap_or_default().to_owned();
    let path = format!("/crypto/secrets/{pk}/");
    let secret = rig.get(&path).await?;
    assert!(secret["name"] == "Of the source" && !secret.to_string().contains(CLIENT_SECRET), "{secret}");
    assert_eq!(rig.get(&format!("{path}view_value/")).await?, json!({ "value": CLIENT_SECRET }));
    assert_eq!(rig.get(&format!("{path}used_by/")).await?[0]["model_name"], "oauthsource");
    assert!(rig.server.has_secret("x", &SecretString::from(CLIENT_SECRET)));
    Browser::new(&rig).sign_in().await?;
    let asked = rig.x.asked();
    assert!(asked.iter().any(|asked| asked.path == "/2/oauth2/token"), "{asked:?}");

    // An empty value keeps the one that is there; another one is sent from then on.
    for (value, known) in [("", CLIENT_SECRET), ("another", "another")] {
        assert_eq!(rig.api(Method::PATCH, &path, json!({ "value": value })).await?.0, 200);
        assert!(rig.server.has_secret("x", &SecretString::from(known)), "{value:?}");
    }
    assert_eq!(rig.api(Method::POST, &format!("{path}rotate/"), json!({})).await?.0, 200);
    assert!(!rig.server.has_secret("x", &SecretString::from("another")));
    assert_eq!(rig.api(Method::DELETE, &path, Value::Null).await?.0, 500, "a source refers to it");
    Ok(())
}

#[tokio::test]
async fn as_drafted_no_role_has_the_rights_of_secrets_by_itself() -> TestResult {
    const RIGHTS: [(&str, &[&str]); 5] = [
        ("add_secret", &["authentik_crypto.add_secret"]),
        ("view_secret", &["authentik_crypto.view_secret"]),
        ("change_secret", &["authentik_crypto.view_secret", "authentik_crypto.change_secret"]),
        ("rotate_secret", &["authentik_crypto.view_secret", "authentik_crypto.rotate_secret"]),
        ("view_secret_value", &["authentik_crypto.view_secret", "authentik_crypto.view_secret_value"]),
    ];
    let rig = plays("2026.11-draft").await?;
    rig.source(Value::Null).await?;
    let pk = rig.get("/sources/oauth/x/").await?["consumer_secret_ref"].as_str().unwrap_or_default().to_owned();
    let path = format!("/crypto/secrets/{pk}/");
    let calls = [
        ("add_secret", Method::POST, "/crypto/secrets/".to_owned(), json!({ "name": "Another" })),
        ("view_secret", Method::GET, path.clone(), Value::Null),
        ("change_secret", Method::PATCH, path.clone(), json!({ "value": "another" })),
        ("rotate_secret", Method::POST, format!("{path}rotate/"), json!({})),
        ("view_secret_value", Method::GET, format!("{path}view_value/"), Value::Null),
    ];
    rig.server.give(Role::Least);
    for (call, method, path, body) in &calls {
        assert_eq!(rig.api(method.clone(), path, body.clone()).await?.0, 403, "{call}");
    }
    for (right, rights) in RIGHTS {
        rig.server.give(Role::Rights(rights));
        for (call, method, path, body) in &calls {
            let allowed = *call == right || (*call == "view_secret" && rights[0].ends_with("view_secret"));
            let (status, answer) = rig.api(method.clone(), path, body.clone()).await?;
            assert_eq!(status < 300, allowed, "{right}: {call} {status} {answer}");
        }
    }
    Ok(())
}

#[test]
fn every_behaviour_after_2026_2_is_tried_here() {
    let newest: Release = "2026.2".parse().expect("a release");
    let drafted: Release = "2026.11-draft".parse().expect("a release");
    let after = [Behaviour::LinksReadOnly, Behaviour::TrueStatus, Behaviour::AsksForEmail, Behaviour::SecretObjects];
    assert!(after.iter().all(|behaviour| !newest.has(*behaviour) && drafted.has(*behaviour)));
}
