//! The faults that can be turned on, and what the server reports about itself.

use super::rig::{Browser, Rig, TestResult};
use crate::authentik::Role;
use crate::faults::Fault;
use crate::log::{LoggedRequest, ServerKind};
use reqwest::Method;
use serde_json::{Value, json};

const NOT_ALLOWED: &str = "You do not have permission to perform this action.";

async fn buttons(rig: &Rig) -> TestResult<Vec<String>> {
    let seen = Browser::new(rig).get("/api/v3/flows/executor/default-authentication-flow/?query=").await?;
    let body: Value = serde_json::from_str(&seen.text)?;
    let names = body["sources"].as_array().into_iter().flatten();
    Ok(names.filter_map(|source| source["name"].as_str().map(str::to_owned)).collect())
}

#[tokio::test]
async fn a_token_without_rights_reads_what_any_token_reads() -> TestResult {
    let rig = Rig::with(&[Fault::TokenWithoutRights]).await?;
    for (path, status) in [
        ("/core/users/me/", 200),
        ("/admin/version/", 200),
        ("/root/config/", 200),
        ("/core/brands/current/", 200),
        ("/sources/oauth/source_types/", 200),
        ("/enterprise/license/summary/", 200),
        ("/core/tokens/", 200),
        ("/sources/user_connections/oauth/", 200),
        ("/sources/oauth/", 403),
        ("/sources/all/", 403),
        ("/flows/instances/", 403),
        ("/flows/bindings/", 403),
        ("/stages/identification/", 403),
        ("/core/brands/", 403),
        ("/core/users/", 403),
        ("/events/events/", 403),
        ("/propertymappings/source/oauth/", 403),
    ] {
        let (got, body) = rig.api(Method::GET, path, Value::Null).await?;
        assert_eq!(got, status, "{path}");
        if status == 403 {
            assert_eq!(body["detail"], NOT_ALLOWED, "{path}");
        }
    }
    let body = json!({ "name": "X", "slug": "x" });
    let (status, body) = rig.api(Method::POST, "/sources/oauth/", body).await?;
    assert_eq!((status, &body["detail"]), (403, &json!(NOT_ALLOWED)), "rights come before fields");
    assert_eq!(rig.get("/core/users/me/").await?["user"]["is_superuser"], false);
    Ok(())
}

#[tokio::test]
async fn the_least_role_sets_a_source_up_and_takes_it_away() -> TestResult {
    let rig = Rig::started(|options| options.role = Role::Least).await?;
    let source = rig.source(Value::Null).await?;
    assert_eq!(rig.show(&[&source]).await?.0, 200);
    let scopes = json!({ "provider_type": "twitter", "additional_scopes": "users.email" });
    assert_eq!(rig.api(Method::PATCH, "/sources/oauth/x/", scopes).await?.0, 200);
    assert_eq!(rig.get("/sources/oauth/x/used_by/").await?[0]["model_name"], "identificationstage");
    assert_eq!(rig.api(Method::GET, "/core/users/", Value::Null).await?.0, 403);
    assert_eq!(rig.api(Method::DELETE, "/sources/oauth/x/", Value::Null).await?.0, 204);
    Ok(())
}

#[tokio::test]
async fn behind_a_proxy_that_loses_https_its_own_addresses_say_http() -> TestResult {
    let rig = Rig::with(&[Fault::ProxyLosesHttps]).await?;
    assert!(rig.server.base().starts_with("https://"));
    assert!(rig.server.ca_file().is_some_and(std::path::Path::exists));
    rig.source(Value::Null).await?;
    let wanted = format!("{}/source/oauth/callback/x/", rig.server.base().replace("https:", "http:"));
    let source = rig.get("/sources/oauth/x/").await?;
    assert_eq!(source["callback_url"], wanted);
    let sent = Browser::new(&rig).press().await?;
    assert_eq!(sent["redirect_uri"], wanted);
    Ok(())
}

#[tokio::test]
async fn a_proxy_that_isnt_trusted_may_say_what_it_likes() -> TestResult {
    let rig = Rig::with(&[Fault::ProxyUntrusted]).await?;
    rig.source(Value::Null).await?;
    let wanted = format!("{}/source/oauth/callback/x/", rig.server.base().replace("https:", "http:"));
    let request = rig.request(Method::GET, "/source/oauth/login/x/").header("x-forwarded-proto", "https");
    let answer = request.send().await?;
    let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
    let sent =
        url::Url::parse(&to)?.query_pairs().find(|(name, _)| name == "redirect_uri").map(|(_, uri)| uri.into_owned());
    assert_eq!(sent, Some(wanted));
    Ok(())
}

#[tokio::test]
async fn a_throttled_address_gets_429_from_the_api_and_its_pages() -> TestResult {
    let rig = Rig::with(&[Fault::Throttled]).await?;
    for path in ["/core/users/me/", "/root/config/"] {
        let (status, answer) = rig.api(Method::GET, path, Value::Null).await?;
        assert_eq!(status, 429, "{path}");
        assert_eq!(answer, json!({ "detail": "Request was throttled. Expected available in 3 seconds." }), "{path}");
    }
    assert_eq!(Browser::new(&rig).get("/if/flow/default-authentication-flow/").await?.status, 200);
    assert_eq!(Browser::new(&rig).get("/-/health/live/").await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn a_server_that_was_never_set_up_sends_everybody_to_its_first_set_up() -> TestResult {
    let rig = Rig::with(&[Fault::NotSetUp]).await?;
    for path in ["/", "/if/admin/", "/api/v3/root/config/", "/source/oauth/login/x/"] {
        let seen = Browser::new(&rig).get(path).await?;
        assert_eq!((seen.status, seen.location.as_str()), (302, "/if/flow/initial-setup/"), "{path}");
    }
    assert_eq!(Browser::new(&rig).get("/-/health/live/").await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn over_tls_without_the_fault_its_own_addresses_say_https() -> TestResult {
    let rig = Rig::started(|options| options.tls = true).await?;
    rig.source(Value::Null).await?;
    let callback = format!("{}/source/oauth/callback/x/", rig.server.base());
    assert_eq!(rig.get("/sources/oauth/x/").await?["callback_url"], callback);
    let file = rig.server.ca_file().ok_or("no CA file")?.to_owned();
    rig.server.stop().await;
    assert!(!file.exists());
    Ok(())
}

#[tokio::test]
async fn a_taken_slug_belongs_to_another_type_or_to_another_app() -> TestResult {
    for (fault, kind) in [(Fault::SlugTaken, "github"), (Fault::SourceOfAnotherApp, "twitter")] {
        let rig = Rig::with(&[fault]).await?;
        let source = rig.get("/sources/oauth/x/").await?;
        assert_eq!(source["provider_type"], kind);
        assert_ne!(source["consumer_key"], super::rig::CLIENT_ID);
        let body = json!({
            "name": "X", "slug": "x", "provider_type": "twitter", "consumer_key": "a", "consumer_secret": "b",
        });
        let (status, body) = rig.api(Method::POST, "/sources/oauth/", body).await?;
        assert_eq!((status, body), (400, json!({ "slug": ["source with this slug already exists."] })));
    }
    Ok(())
}

#[tokio::test]
async fn a_source_is_disabled_once_and_only_after_its_read_back() -> TestResult {
    let rig = Rig::with(&[Fault::SourceDisabled]).await?;
    let source = rig.source(Value::Null).await?;
    assert_eq!(rig.get("/sources/oauth/x/").await?["enabled"], true);
    let (status, stage) = rig.show(&[&source]).await?;
    assert_eq!((status, &stage["sources"]), (200, &json!([source])));
    assert_eq!(rig.get("/sources/oauth/x/").await?["enabled"], false);
    assert!(buttons(&rig).await?.is_empty());
    assert_eq!(Browser::new(&rig).get("/source/oauth/login/x/").await?.status, 404);

    // If it is enabled again, it stays enabled.
    let enabled = json!({ "provider_type": "twitter", "enabled": true });
    rig.api(Method::PATCH, "/sources/oauth/x/", enabled).await?;
    rig.show(&[&source]).await?;
    assert_eq!(buttons(&rig).await?, ["X"]);
    Ok(())
}

#[tokio::test]
async fn buttons_stand_in_the_order_of_their_names_and_lead_to_their_source() -> TestResult {
    let rig = Rig::new().await?;
    let x = rig.source(Value::Null).await?;
    let first = rig.source(json!({ "name": "A first", "slug": "afirst" })).await?;
    let (_, stage) = rig.show(&[&first, &x, &x]).await?;
    assert_eq!(stage["sources"], json!([x, first]), "stored in the order they were made, each once");
    assert_eq!(buttons(&rig).await?, ["A first", "X"]);
    let page = Browser::new(&rig).get("/if/flow/default-authentication-flow/").await?;
    for words in ["versionFamily: \"2025.12\"", "href=\"../../../source/oauth/login/x/\"", "Practice authentik"] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    Ok(())
}

#[tokio::test]
async fn deleting_a_source_locks_its_users_out_until_somebody_connects_them_again() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    Browser::new(&rig).sign_in().await?;
    let owner = rig.get("/sources/user_connections/oauth/?source__slug=x").await?["results"][0]["user"].clone();
    assert_eq!(rig.api(Method::DELETE, "/sources/oauth/x/", Value::Null).await?.0, 204);
    assert_eq!(rig.get("/sources/user_connections/oauth/").await?["pagination"]["count"], 0);

    let source = rig.source(Value::Null).await?;
    assert!(Browser::new(&rig).sign_in().await?.text.contains("Failed to update user."));
    let repair = json!({ "user": owner, "source": source, "identifier": "7000000001" });
    assert_eq!(rig.api(Method::POST, "/sources/user_connections/oauth/", repair).await?.0, 201);
    assert!(Browser::new(&rig).sign_in().await?.text.contains("internal users"));
    Ok(())
}

#[tokio::test]
async fn every_page_links_relatively_only() -> TestResult {
    let rig = Rig::new().await?;
    let source = rig.source(Value::Null).await?;
    rig.show(&[&source]).await?;
    let mut browser = Browser::new(&rig);
    browser.sign_in().await?;
    for path in [
        "/if/flow/default-authentication-flow/",
        "/if/flow/default-source-enrollment/",
        "/if/flow/default-invalidation-flow/",
        "/if/user/",
        "/if/admin/",
        "/nowhere/at/all",
    ] {
        let page = browser.get(path).await?.text;
        for absolute in ["href=\"/", "href=\"http", "action=\"/", "src=\"", "url=/"] {
            assert!(!page.contains(absolute), "{path}: {absolute}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_log_has_every_request_with_its_status_and_no_query() -> TestResult {
    let rig = Rig::new().await?;
    Browser::new(&rig).get("/source/oauth/callback/x/?code=made-up-code").await?;
    let asked = LoggedRequest {
        side: ServerKind::Authentik,
        method: "GET".to_owned(),
        path: "/source/oauth/callback/x/".to_owned(),
        status: 404,
    };
    assert_eq!(rig.log.all(), [asked]);
    Ok(())
}

#[tokio::test]
async fn a_taken_port_is_named() -> TestResult {
    let rig = Rig::new().await?;
    let port = url::Url::parse(rig.server.base())?.port();
    let second = Rig::started(|options| options.port = port).await.err().ok_or("two on one port")?;
    assert!(second.to_string().contains(&port.unwrap_or_default().to_string()), "{second}");
    Ok(())
}
