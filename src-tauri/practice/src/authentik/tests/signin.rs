//! A visitor's sign-in through a source.

use super::rig::{Browser, BrowserResponse, CLIENT_ID, CLIENT_SECRET, Rig, TestResult, actions, executed, left};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;

#[tokio::test]
async fn the_redirect_to_x_has_what_a_real_one_sends_in_its_order() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(json!({ "additional_scopes": "users.email" })).await?;
    let seen = Browser::new(&rig).get("/source/oauth/login/x/").await?;
    let (address, query) = seen.location.split_once('?').ok_or("no query")?;
    assert!(address.ends_with("/i/oauth2/authorize"), "{address}");
    let names: Vec<_> = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, _)| name).collect();
    let order =
        ["client_id", "redirect_uri", "response_type", "state", "code_challenge", "code_challenge_method", "scope"];
    assert_eq!(names, order);
    let base = rig.server.base().replace(':', "%3A").replace('/', "%2F");
    assert!(query.contains(&format!("redirect_uri={base}%2Fsource%2Foauth%2Fcallback%2Fx%2F&")), "{query}");
    assert!(query.ends_with("&scope=tweet.read%20users.email%20users.read"), "{query}");
    Ok(())
}

#[tokio::test]
async fn a_first_sign_in_enrols_an_external_user_and_leaves_five_events() -> TestResult {
    let rig = Rig::new().await?;
    let source = rig.source(Value::Null).await?;
    let before = rig.events().await?.len();
    let mut browser = Browser::new(&rig);
    let sent = browser.press().await?;
    let state = &sent["state"];
    let query = format!("state={state}&code=made-up-code");
    let back = browser.get(&format!("/source/oauth/callback/x/?{query}")).await?;
    assert_eq!(back.location, format!("/if/flow/default-source-enrollment/?{query}"));

    let (redirects, ids, last) = executed(&mut browser, "default-source-enrollment").await?;
    assert_eq!(redirects, 4);
    assert_eq!(last, json!({ "component": "xak-flow-redirect", "to": "/if/user/" }));

    let events = left(&rig, before).await?;
    let named = json!({
        "pk": source.replace('-', ""), "app": "authentik_sources_oauth", "name": "X", "model_name": "oauthsource",
    });
    let user = rig.get("/core/users/?username=ada_practice").await?["results"][0].clone();
    let pk = &user["pk"];
    let connection = json!({
        "pk": 1,
        "app": "authentik_sources_oauth",
        "name": format!("User-source connection (user={pk}, source={source})"),
        "model_name": "useroauthsourceconnection",
    });
    let person = json!({ "pk": pk, "app": "authentik_core", "name": "Ada Practice", "model_name": "user" });
    let written = json!({
        "name": "Ada Practice",
        "path": "goauthentik.io/sources/x",
        "username": "ada_practice",
        "created": true,
        "attributes": {},
    });
    let wanted = [
        ("model_created", "authentik.events.middleware", json!({ "model": person })),
        ("user_write", "authentik.events.signals", written),
        ("login", "authentik.events.signals", json!({ "source": named })),
        ("model_created", "authentik.events.middleware", json!({ "model": connection })),
        ("source_linked", "authentik.core.sources.stage", json!({ "source": named, "message": "Linked Source" })),
    ]
    .map(|(action, app, context)| (action.to_owned(), app.to_owned(), context));
    assert_eq!(events, wanted);

    // Each event has the executor's request that caused it.
    let all = rig.events().await?;
    let of: Vec<_> = all.iter().skip(before).map(|event| &event["context"]["http_request"]["request_id"]).collect();
    assert_eq!(of, [&ids[0], &ids[0], &ids[1], &ids[2], &ids[2]].map(|id| json!(id)).iter().collect::<Vec<_>>());
    assert_eq!(all[before]["user"]["authenticated_as"]["username"], "AnonymousUser");

    for (name, value) in [
        ("type", json!("external")),
        ("email", json!("")),
        ("path", json!("goauthentik.io/sources/x")),
        ("attributes", json!({ "goauthentik.io/user/sources": ["X"] })),
    ] {
        assert_eq!(user[name], value, "{name}");
    }
    let page = browser.get("/if/user/").await?;
    assert_eq!(page.status, 200);
    for words in [
        "Permission denied",
        "Interface can only be accessed by internal users.",
        "message: \"Successfully authenticated with X!\"",
    ] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(!browser.get("/if/user/").await?.text.contains("Successfully"), "a message is shown once");
    Ok(())
}

#[tokio::test]
async fn x_is_asked_as_a_real_server_asks() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    let mut browser = Browser::new(&rig);
    let sent = browser.press().await?;
    browser.get(&format!("/source/oauth/callback/x/?state={}&code=made-up-code", sent["state"])).await?;

    let asked = rig.x.asked();
    assert_eq!(asked.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["/2/oauth2/token", "/2/users/me"]);
    let basic = STANDARD.encode(format!("{CLIENT_ID}:{CLIENT_SECRET}"));
    assert_eq!(asked[0].authorization, format!("Basic {basic}"));
    assert_eq!(asked[0].user_agent, "authentik@2025.12.4");
    let body: HashMap<String, String> = url::form_urlencoded::parse(asked[0].body.as_bytes()).into_owned().collect();
    let mut names: Vec<_> = body.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["code", "code_verifier", "grant_type", "redirect_uri"], "no client_id in the body");
    assert_eq!(body["redirect_uri"], sent["redirect_uri"]);
    assert_eq!(body["code_verifier"].len(), 128);
    assert_eq!(URL_SAFE_NO_PAD.encode(Sha256::digest(&body["code_verifier"])), sent["code_challenge"]);
    assert_eq!((asked[1].authorization.as_str(), asked[1].query.as_str()), ("bearer made-up-token", ""));
    Ok(())
}

#[tokio::test]
async fn a_second_sign_in_takes_nothing_over_and_leaves_two_events() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    Browser::new(&rig).sign_in().await?;
    let before = rig.events().await?.len();

    rig.x.person("7000000001", "ada_renamed", "Ada Renamed");
    let mut browser = Browser::new(&rig);
    let back = browser.callback().await?;
    assert!(back.location.starts_with("/if/flow/default-source-authentication/?state="), "{}", back.location);
    let (redirects, ..) = executed(&mut browser, "default-source-authentication").await?;
    assert_eq!(redirects, 3);
    assert_eq!(actions(&left(&rig, before).await?), ["login", "model_updated"]);
    assert_eq!(rig.get("/core/users/?username=ada_renamed").await?["pagination"]["count"], 0);
    Ok(())
}

#[tokio::test]
async fn without_a_user_name_the_visitor_is_asked_for_one() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    rig.x.answers("/2/users/me", 200, &json!({ "data": { "id": "7000000007", "name": "No Handle" } }));
    let mut browser = Browser::new(&rig);
    let page = browser.sign_in().await?;
    assert!(page.text.contains("<input name=\"username\""), "{}", page.text);

    let path = "/api/v3/flows/executor/default-source-enrollment/?query=";
    let answer = |name: &str| json!({ "component": "ak-stage-prompt", "username": name }).to_string();
    for (name, words) in [("akadmin", "Username is already taken."), ("", "This field may not be blank.")] {
        let seen = browser.post(path, "application/json", answer(name)).await?;
        let body: Value = serde_json::from_str(&seen.text)?;
        assert_eq!(body["response_errors"]["username"][0]["string"], words);
    }
    let form = "/if/flow/default-source-enrollment/practice/";
    let seen = browser.post(form, "application/x-www-form-urlencoded", "username=picked".to_owned()).await?;
    let page: BrowserResponse = browser.follow(seen).await?;
    assert!(page.text.contains("internal users"), "{}", page.text);
    assert_eq!(rig.get("/core/users/?username=picked").await?["pagination"]["count"], 1);
    Ok(())
}

#[tokio::test]
async fn where_to_go_afterwards_survives_but_only_inside_the_server() -> TestResult {
    for (next, to) in [("/if/admin/", "/if/admin/"), ("//elsewhere.test/", "/if/user/")] {
        let rig = Rig::new().await?;
        rig.source(Value::Null).await?;
        let mut browser = Browser::new(&rig);
        browser.get(&format!("/api/v3/flows/executor/default-authentication-flow/?query=next%3D{next}")).await?;
        browser.callback().await?;
        let (.., last) = executed(&mut browser, "default-source-enrollment").await?;
        assert_eq!(last["to"], to);
    }
    Ok(())
}

#[tokio::test]
async fn signing_out_ends_the_session() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    let mut browser = Browser::new(&rig);
    browser.sign_in().await?;
    assert_eq!(browser.get("/").await?.location, "/if/user/");
    let out = browser.get("/flows/-/cancel/").await?;
    browser.follow(out).await?;
    assert_eq!(browser.get("/if/user/").await?.status, 302);
    Ok(())
}

#[tokio::test]
async fn what_comes_from_elsewhere_stays_text_on_every_page() -> TestResult {
    let hostile = "<img src=x onerror=alert(1)> \"double\" & 'single'";
    let escaped = "&lt;img src=x onerror=alert(1)&gt; &quot;double&quot; &amp; 'single'";
    let rig = Rig::new().await?;
    let source = rig.source(json!({ "name": hostile })).await?;
    rig.show(&[&source]).await?;
    rig.x.person("7000000001", hostile, "Ada Practice");
    // First the button on the login page, then the user name and the message of the sign-in.
    let login = Browser::new(&rig).get("/if/flow/default-authentication-flow/").await?;
    let inside = Browser::new(&rig).sign_in().await?;
    for (page, times) in [(login, 1), (inside, 2)] {
        assert_eq!(page.text.matches(escaped).count(), times, "{}", page.text);
        assert!(!page.text.contains("<img"), "{}", page.text);
    }
    Ok(())
}
