//! Each release: its answers contain what the table says, and it behaves as was measured.

use super::rig::{Browser, CLIENT_ID, CLIENT_SECRET, Failure, Rig, TestResult};
use crate::authentik::release::{Behaviour, Call, Release};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::HashMap;

async fn plays(release: Release) -> TestResult<Rig> {
    Rig::started(|options| options.release = release).await
}

/// The name of X's type in the simulated release.
async fn x_type(rig: &Rig) -> TestResult<String> {
    let types = rig.get("/sources/oauth/source_types/").await?;
    let found = types.as_array().into_iter().flatten().find(|kind| kind["verbose_name"] == "Twitter");
    found.and_then(|kind| kind["name"].as_str()).map(str::to_owned).ok_or_else(|| "no type for X".into())
}

/// Creates everything that a call can return: a source on the login page, a user who enrolled through it, a mapping,
/// and a Source stage in a flow.
async fn furnished(release: Release) -> TestResult<(Rig, HashMap<&'static str, String>)> {
    let rig = Rig::started(|options| (options.release, options.licensed) = (release, true)).await?;
    let source = rig.source(json!({ "provider_type": x_type(&rig).await? })).await?;
    rig.show(&[&source]).await?;
    let page = Browser::new(&rig).sign_in().await?;
    assert_eq!(page.status, 200, "{release}");
    let body = json!({ "name": "Practice mapping", "expression": "return None" });
    let (_, mapping) = rig.api(Method::POST, "/propertymappings/source/oauth/", body).await?;
    let body = json!({ "name": "x-source-stage", "source": source });
    let (_, source_stage) = rig.api(Method::POST, "/stages/source/", body).await?;
    let target = rig.flow("default-provider-authorization-implicit-consent").await?;
    let body = json!({ "target": target, "stage": source_stage["pk"], "order": 0 });
    let (_, binding) = rig.api(Method::POST, "/flows/bindings/", body).await?;
    let first = async |path: &str| {
        Ok::<_, Failure>(rig.get(path).await?["results"][0]["pk"].as_str().unwrap_or_default().to_owned())
    };
    let (_, deny) = rig.api(Method::POST, "/stages/deny/", json!({ "name": "deny", "deny_message": "No." })).await?;
    let secrets = rig.get("/crypto/secrets/").await.unwrap_or_default();
    let holes = HashMap::from([
        ("{secret}", secrets["results"][0]["pk"].as_str().unwrap_or_default().to_owned()),
        ("{source_stage}", source_stage["pk"].as_str().unwrap_or_default().to_owned()),
        ("{binding}", binding["pk"].as_str().unwrap_or_default().to_owned()),
        ("{policy}", first("/policies/expression/").await?),
        ("{policy_binding}", first("/policies/bindings/").await?),
        ("{write_stage}", first("/stages/user_write/").await?),
        ("{deny_stage}", deny["pk"].as_str().unwrap_or_default().to_owned()),
        ("{group}", first("/core/groups/").await?),
        ("{target}", target),
        ("{slug}", "x".to_owned()),
        ("{stage}", rig.stage().await?),
        ("{mapping}", mapping["pk"].as_str().unwrap_or_default().to_owned()),
        ("{identifier}", "practice-token".to_owned()),
    ]);
    Ok((rig, holes))
}

/// The path of a call with its placeholders filled in.
fn path(call: Call, holes: &HashMap<&str, String>) -> String {
    let (_, template) = call.name().split_once(' ').unwrap_or_default();
    let filled = holes.iter().fold(template.to_owned(), |path, (hole, value)| path.replace(hole, value));
    match template {
        "/flows/executor/{slug}/" => "/flows/executor/default-authentication-flow/".to_owned(),
        "/flows/instances/{slug}/" => "/flows/instances/default-source-enrollment/".to_owned(),
        "/flows/instances/{slug}/used_by/" => "/flows/instances/default-source-enrollment/used_by/".to_owned(),
        "/core/users/{id}/" => "/core/users/5/".to_owned(),
        _ => filled.replace("{id}", "1"),
    }
}

#[tokio::test]
async fn every_read_answers_what_its_release_has() -> TestResult {
    for release in Release::all() {
        let (rig, holes) = furnished(release).await?;
        let mut asked = 0;
        for call in Call::all().filter(|call| call.name().starts_with("GET ") && call.is_of(release)) {
            let (status, answer) = rig.api(Method::GET, &path(call, &holes), Value::Null).await?;
            assert_eq!(status, 200, "{release}: {} {answer}", call.name());
            let wrong = call.answer_faults(release, &answer);
            assert_eq!(wrong, Vec::<String>::new(), "{release}: {}", call.name());
            asked += 1;
        }
        assert!(asked > 25, "{asked}");
    }
    Ok(())
}

#[tokio::test]
async fn every_write_answers_what_its_release_has_and_ignores_what_it_doesnt_know() -> TestResult {
    for release in Release::all() {
        let (rig, holes) = furnished(release).await?;
        let kind = x_type(&rig).await?;
        let user = rig.get("/sources/user_connections/oauth/").await?["results"][0]["user"].clone();
        let mut second = json!({ "name": "X again", "slug": "y", "provider_type": kind, "consumer_key": "a" });
        second.as_object_mut().ok_or("no object")?.extend(rig.credential().await?);
        let (status, made) = rig.api(Method::POST, "/sources/oauth/", second).await?;
        assert_eq!(status, 201, "{release}: {made}");
        for (method, at, body) in [
            (
                Method::PATCH,
                "/sources/oauth/{slug}/",
                json!({ "provider_type": kind, "promoted": true, "pkce": "plain" }),
            ),
            (
                Method::PATCH,
                "/stages/identification/{stage}/",
                json!({ "user_fields": ["username"], "enable_remember_me": true }),
            ),
            (
                Method::POST,
                "/sources/user_connections/oauth/",
                json!({
                    "user": user, "source": made["pk"], "identifier": "7000000002", "expires": "2026-01-02T03:04:05Z",
                }),
            ),
            (
                Method::POST,
                "/propertymappings/source/oauth/",
                json!({ "name": "Another", "expression": "return None" }),
            ),
            (
                Method::POST,
                "/stages/source/",
                json!({ "name": "another-source-stage", "source": made["pk"], "resume_timeout": "minutes=5" }),
            ),
            (
                Method::PATCH,
                "/stages/source/{source_stage}/",
                json!({ "resume_timeout": "minutes=5", "resume_on_match_failures": ["missing_property"] }),
            ),
            (Method::PATCH, "/sources/user_connections/oauth/1/", json!({ "identifier": "7000000003" })),
            (Method::PATCH, "/admin/settings/", json!({ "base_url": "https://sso.example" })),
            (
                Method::POST,
                "/flows/bindings/",
                json!({ "target": holes["{target}"], "stage": holes["{source_stage}"], "order": 1 }),
            ),
        ] {
            let path = holes.iter().fold(at.to_owned(), |path, (hole, value)| path.replace(hole, value));
            let call = Call::at(method.as_str(), &path).ok_or(at)?;
            let (status, answer) = rig.api(method, &path, body.clone()).await?;
            if path == "/sources/user_connections/oauth/" && release.has(Behaviour::LinksReadOnly) {
                assert!(matches!(status, 405 | 500), "{release}: {status}");
                continue;
            }
            assert!((200..300).contains(&status), "{release}: {} {status} {answer}", call.name());
            assert_eq!(call.answer_faults(release, &answer), Vec::<String>::new(), "{release}: {}", call.name());
        }
    }
    Ok(())
}

#[tokio::test]
async fn x_is_asked_as_each_release_asks_it() -> TestResult {
    for release in Release::all() {
        let rig = plays(release).await?;
        rig.source(json!({ "provider_type": x_type(&rig).await? })).await?;
        let mut browser = Browser::new(&rig);
        let sent = browser.press().await?;
        let back = format!("/source/oauth/callback/x/?state={}&code=made-up-code", sent["state"]);
        browser.get(&back).await?;
        let asked = rig.x.asked();
        let body: HashMap<String, String> =
            url::form_urlencoded::parse(asked[0].body.as_bytes()).into_owned().collect();
        let method = sent["code_challenge_method"].as_str();
        let said = (method, body["code_verifier"].len(), body.contains_key("client_secret"));
        let wanted = match release.name() {
            "2024.12" | "2025.2" | "2025.6" => ("plain", 40, true),
            "2025.8" => ("plain", 40, false),
            _ => ("S256", 128, false),
        };
        assert_eq!(said, wanted, "{release}");
        assert_eq!(method == "plain", sent["code_challenge"] == body["code_verifier"], "{release}");
        if said.2 {
            assert_eq!((body["client_id"].as_str(), body["client_secret"].as_str()), (CLIENT_ID, CLIENT_SECRET));
        }
        assert!(asked[0].authorization.starts_with("Basic "), "{release}");
        assert_eq!(asked[0].user_agent, format!("authentik@{}", release.version()));
    }
    Ok(())
}

#[tokio::test]
async fn a_release_is_told_by_the_api_and_by_every_page() -> TestResult {
    for release in Release::all() {
        let rig = plays(release).await?;
        assert_eq!(rig.get("/admin/version/").await?["version_current"], release.version());
        let mut browser = Browser::new(&rig);
        let page = browser.get("/if/flow/default-authentication-flow/").await?.text;
        assert!(page.contains(&format!("versionFamily: \"{}\"", release.family())), "{page}");
        let style = format!("static/dist/styles/interface-{}.css", release.version());
        assert!(page.contains(&style), "{page}");
        assert!(browser.get("/nowhere/").await?.text.contains(&style));
        assert_eq!(browser.get(&format!("/{style}")).await?.status, 200);
    }
    Ok(())
}

#[tokio::test]
async fn a_change_without_the_type_breaks_all_before_2026_2() -> TestResult {
    for release in Release::all() {
        let rig = plays(release).await?;
        rig.source(json!({ "provider_type": x_type(&rig).await? })).await?;
        let (status, _) = rig.api(Method::PATCH, "/sources/oauth/x/", json!({ "enabled": false })).await?;
        assert_eq!(status, if release.has(Behaviour::PatchWithoutType) { 200 } else { 405 }, "{release}");
    }
    Ok(())
}

#[tokio::test]
async fn each_release_has_its_types_and_its_filters() -> TestResult {
    for release in Release::all() {
        let rig = plays(release).await?;
        let types = rig.get("/sources/oauth/source_types/").await?;
        let count = types.as_array().map_or(0, Vec::len);
        let wanted = match release.name() {
            "2024.12" | "2025.2" | "2025.6" => 14,
            "2025.8" | "2025.10" => 15,
            // `azuread` is gone; the made-up one knows every type.
            "2026.8" | "2026.11-draft" => 16,
            _ => 17,
        };
        assert_eq!(count, wanted, "{release}");
        let mut slack = json!({ "name": "S", "slug": "s", "provider_type": "slack", "consumer_key": "a" });
        slack.as_object_mut().ok_or("no object")?.extend(rig.credential().await?);
        let (status, _) = rig.api(Method::POST, "/sources/oauth/", slack).await?;
        // The made-up one is asked for by names that nobody knows.
        let knows = release.knows("provider_type", "slack") && !release.is_made_up();
        assert_eq!(status, if knows { 201 } else { 400 }, "{release}");

        rig.source(json!({ "provider_type": x_type(&rig).await? })).await?;
        Browser::new(&rig).sign_in().await?;
        let found = rig.get("/events/events/?actions=login&actions=source_linked").await?;
        let filtered = found["results"]
            .as_array()
            .into_iter()
            .flatten()
            .all(|event| matches!(event["action"].as_str(), Some("login" | "source_linked")));
        assert_eq!(filtered, !matches!(release.name(), "2024.12" | "2025.2" | "2025.6"), "{release}");
    }
    Ok(())
}
