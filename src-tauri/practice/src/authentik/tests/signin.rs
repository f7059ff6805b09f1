//! The way of a visitor through a source.

use super::rig::{Browser, CLIENT_ID, CLIENT_SECRET, Outcome, Rig, Seen};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;

/// Action, app and context of the events that a case leaves, without the configuration before it.
async fn left(rig: &Rig, before: usize) -> Outcome<Vec<(String, String, Value)>> {
    let part = |event: &Value, name: &str| event[name].as_str().unwrap_or_default().to_owned();
    Ok(rig
        .events()
        .await?
        .into_iter()
        .skip(before)
        .map(|mut event| {
            if let Some(context) = event["context"].as_object_mut() {
                context.remove("http_request");
            }
            (part(&event, "action"), part(&event, "app"), event["context"].take())
        })
        .collect())
}

fn actions(events: &[(String, String, Value)]) -> Vec<&str> {
    events.iter().map(|(action, ..)| action.as_str()).collect()
}

/// Asks the executor until it no longer sends to itself; what it sent, and the last answer.
async fn executed(browser: &mut Browser<'_>, flow: &str) -> Outcome<(usize, Vec<String>, Value)> {
    let path = format!("/api/v3/flows/executor/{flow}/?query=");
    let mut ids = Vec::new();
    for redirects in 0..10 {
        let seen = browser.get(&path).await?;
        ids.push(seen.id.clone());
        if seen.status == 200 {
            return Ok((redirects, ids, serde_json::from_str(&seen.text)?));
        }
        assert_eq!((seen.status, seen.location.as_str()), (302, path.as_str()));
    }
    Err("the executor never ends".into())
}

#[tokio::test]
async fn the_redirect_to_x_has_what_a_real_one_sends_in_its_order() -> Outcome {
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
async fn a_first_sign_in_enrols_an_external_user_and_leaves_five_events() -> Outcome {
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

    // Each event belongs to the executor's request that did it.
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
async fn x_is_asked_as_a_real_server_asks() -> Outcome {
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
async fn a_second_sign_in_takes_nothing_over_and_leaves_two_events() -> Outcome {
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
async fn a_taken_user_name_stops_the_enrolment_every_time_and_silently() -> Outcome {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    rig.x.person("7000000002", "akadmin", "Somebody");
    let before = rig.events().await?.len();
    for _ in 0..2 {
        let mut browser = Browser::new(&rig);
        browser.callback().await?;
        let (redirects, _, last) = executed(&mut browser, "default-source-enrollment").await?;
        assert_eq!(redirects, 0);
        assert_eq!(last["component"], "ak-stage-access-denied");
        assert_eq!(last["error_message"], "Failed to update user. Please try again later.");
        assert_eq!(last["pending_user"], "akadmin");
    }
    assert_eq!(rig.events().await?.len(), before);
    let page = Browser::new(&rig).sign_in().await?;
    assert!(page.text.contains("Failed to update user."), "{}", page.text);
    Ok(())
}

/// What X does → what the visitor reads, and the events that are left.
#[tokio::test]
async fn failures_of_x_look_as_on_a_real_server() -> Outcome {
    const TOKEN: &str = "/2/oauth2/token";
    const ME: &str = "/2/users/me";
    let no_token = "Authentication failed: Could not retrieve token.";
    let no_profile = "Authentication failed: Could not retrieve profile.";
    let broken = "Server Error";
    let json = |value: Value| value.to_string();
    for (path, status, body, words, events) in [
        (TOKEN, 401, json(json!({ "error": "unauthorized_client" })), no_token, &[][..]),
        (TOKEN, 400, json(json!({ "error": "invalid_request" })), no_token, &[]),
        (TOKEN, 503, String::new(), no_token, &[]),
        (TOKEN, 200, "<html>".to_owned(), broken, &[]),
        (TOKEN, 200, json(json!({ "expires_in": 7200 })), broken, &["system_exception"]),
        (ME, 401, json(json!({ "title": "Unauthorized" })), no_profile, &[]),
        (ME, 402, json(json!({ "title": "CreditsDepleted" })), no_profile, &[]),
        (ME, 403, json(json!({ "reason": "client-not-enrolled" })), no_profile, &[]),
        (ME, 503, String::new(), no_profile, &[]),
        (ME, 200, "<html>".to_owned(), no_profile, &["configuration_error"]),
        (ME, 200, json(json!({ "data": null })), broken, &["system_exception"]),
    ] {
        let rig = Rig::new().await?;
        rig.source(Value::Null).await?;
        let before = rig.events().await?.len();
        rig.x.answers(path, status, &body);
        let mut browser = Browser::new(&rig);
        let back = browser.callback().await?;
        if words == broken {
            assert_eq!(back.status, 500, "{path} {status} {body}");
        } else {
            assert_eq!(back.location, "/flows/-/default/authentication/");
        }
        let page = browser.follow(back).await?;
        assert!(page.text.contains(words), "{path} {status} {body}: {}", page.text);
        assert!(!browser.get("/if/flow/default-authentication-flow/").await?.text.contains("ak-message"));
        assert_eq!(actions(&left(&rig, before).await?), events, "{path} {status} {body}");
        assert_eq!(browser.get("/if/user/").await?.status, 302, "nobody is signed in");
    }
    Ok(())
}

/// What comes back from X → what the visitor reads.
#[tokio::test]
async fn callbacks_without_a_code_say_why() -> Outcome {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    for (query, words) in [
        ("state=STATE&error=access_denied", "Authentication failed: access_denied"),
        ("error=access_denied&error_description=Not+today&state=STATE", "Authentication failed: Not today"),
        ("state=STATE", "Authentication failed: No token received."),
        ("code=made-up-code", "Authentication failed: State check failed."),
        ("code=made-up-code&state=wrong", "Authentication failed: State check failed."),
        ("error=access_denied", "Authentication failed: State check failed."),
    ] {
        let mut browser = Browser::new(&rig);
        let sent = browser.press().await?;
        let query = query.replace("STATE", &sent["state"]);
        let back = browser.get(&format!("/source/oauth/callback/x/?{query}")).await?;
        let page = browser.follow(back).await?;
        assert!(page.text.contains(&format!("level: \"error\",\nmessage: \"{words}\"")), "{query}: {}", page.text);
    }
    assert!(rig.x.asked().is_empty());
    Ok(())
}

#[tokio::test]
async fn an_older_tab_and_another_browser_fail_the_state_check() -> Outcome {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    let mut browser = Browser::new(&rig);
    let old = browser.press().await?;
    browser.press().await?;
    let path = format!("/source/oauth/callback/x/?state={}&code=made-up-code", old["state"]);
    for mut from in [browser, Browser::new(&rig)] {
        let back = from.get(&path).await?;
        assert!(from.follow(back).await?.text.contains("State check failed."));
    }
    Ok(())
}

/// Matching mode, handle at X → the flow that runs, or the words of the refusal.
#[tokio::test]
async fn matching_modes_link_enrol_or_refuse() -> Outcome {
    let enrols = "/if/flow/default-source-enrollment/";
    let signs_in = "/if/flow/default-source-authentication/";
    let refuses = "Request to authenticate with X has been denied.";
    for (mode, handle, wanted) in [
        ("identifier", "free_handle", enrols),
        ("identifier", "akadmin", enrols),
        ("username_link", "free_handle", enrols),
        ("username_link", "akadmin", signs_in),
        ("username_deny", "free_handle", enrols),
        ("username_deny", "akadmin", refuses),
        ("email_link", "free_handle", refuses),
        ("email_deny", "free_handle", refuses),
    ] {
        let rig = Rig::new().await?;
        rig.source(json!({ "user_matching_mode": mode })).await?;
        rig.x.person("7000000003", handle, "Somebody");
        let back = Browser::new(&rig).callback().await?;
        if wanted == refuses {
            assert_eq!(back.status, 200, "{mode} {handle}");
            assert!(back.text.contains(refuses) && back.text.contains("Permission denied"), "{mode} {handle}");
        } else {
            assert!(back.location.starts_with(wanted), "{mode} {handle}: {}", back.location);
        }
    }
    Ok(())
}

#[tokio::test]
async fn username_link_makes_the_holder_of_the_handle_the_admin() -> Outcome {
    let rig = Rig::new().await?;
    rig.source(json!({ "user_matching_mode": "username_link" })).await?;
    rig.x.person("7000000004", "akadmin", "Somebody");
    let before = rig.events().await?.len();
    let mut browser = Browser::new(&rig);
    let page = browser.sign_in().await?;
    assert!(page.text.contains("Signed in as akadmin"), "{}", page.text);
    assert!(page.text.contains("versionFamily: \"2025.12\""));
    assert_eq!(actions(&left(&rig, before).await?), ["login", "model_created", "source_linked"]);

    // The next account with that handle gets the session, and an error on top.
    rig.x.person("7000000005", "akadmin", "Somebody Else");
    let mut other = Browser::new(&rig);
    other.callback().await?;
    let (redirects, ids, last) = executed(&mut other, "default-source-authentication").await?;
    assert_eq!(redirects, 1);
    assert_eq!(last, json!({ "component": "ak-stage-flow-error", "request_id": ids[1] }));
    assert!(other.get("/if/user/").await?.text.contains("Signed in as akadmin"));
    Ok(())
}

#[tokio::test]
async fn who_is_signed_in_links_or_is_refused() -> Outcome {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    let mut browser = Browser::new(&rig);
    browser.sign_in().await?;

    // The same account again.
    let again = browser.callback().await?;
    assert_eq!(again.status, 200);
    assert!(again.text.contains("Flow does not apply to current user."));

    // A second account of X: one user, one connection.
    rig.x.person("7000000006", "ada_second", "Ada Second");
    assert_eq!(browser.callback().await?.status, 500);

    // Without a connection the account is linked at once.
    let (gone, _) = rig.api(Method::DELETE, "/sources/user_connections/oauth/1/", Value::Null).await?;
    assert_eq!(gone, 204);
    let before = rig.events().await?.len();
    let linked = browser.callback().await?;
    assert_eq!(linked.location, "/if/user/#/settings;page-sources");
    let events = left(&rig, before).await?;
    assert_eq!(actions(&events), ["model_created", "source_linked"]);
    assert_eq!(events[1].1, "authentik.core.sources.flow_manager");
    let args = rig.events().await?[before]["context"]["http_request"]["args"].clone();
    assert_eq!(args["code"], "made-up-code", "the code stands in the event, as on a real server");
    assert!(browser.get("/if/user/").await?.text.contains("Successfully linked X!"));
    Ok(())
}

#[tokio::test]
async fn without_its_flows_a_source_says_so() -> Outcome {
    let rig = Rig::new().await?;
    rig.source(json!({ "authentication_flow": null, "enrollment_flow": null })).await?;
    let back = Browser::new(&rig).callback().await?;
    assert_eq!(back.status, 400);
    assert!(back.text.contains("Source is not configured for enrollment."));
    Ok(())
}

#[tokio::test]
async fn without_a_user_name_the_visitor_is_asked_for_one() -> Outcome {
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
    let page: Seen = browser.follow(seen).await?;
    assert!(page.text.contains("internal users"), "{}", page.text);
    assert_eq!(rig.get("/core/users/?username=picked").await?["pagination"]["count"], 1);
    Ok(())
}

#[tokio::test]
async fn a_mapping_makes_users_internal_and_another_fetches_the_address() -> Outcome {
    let rig = Rig::new().await?;
    let mut bound = Vec::new();
    for (name, expression) in [
        ("internal", "return {'type': 'internal'}"),
        ("address", "requests.get(url, params={\"user.fields\": \"confirmed_email\"})"),
    ] {
        let body = json!({ "name": name, "expression": expression });
        let (_, made) = rig.api(Method::POST, "/propertymappings/source/oauth/", body).await?;
        bound.push(made["pk"].clone());
    }
    rig.source(json!({ "user_property_mappings": bound })).await?;
    let person = json!({ "id": "7", "username": "eve_mail", "name": "Eve", "confirmed_email": "eve@example.test" });
    rig.x.answers("/2/users/me", 200, &json!({ "data": person }));
    let page = Browser::new(&rig).sign_in().await?;
    assert!(page.text.contains("Signed in as eve_mail"), "{}", page.text);
    let user = rig.get("/core/users/?username=eve_mail").await?["results"][0].clone();
    assert_eq!((&user["type"], &user["email"]), (&json!("internal"), &json!("eve@example.test")));
    assert_eq!(rig.x.asked().last().map(|one| one.query.clone()), Some("user.fields=confirmed_email".to_owned()));
    Ok(())
}

#[tokio::test]
async fn where_to_go_afterwards_survives_but_only_inside_the_server() -> Outcome {
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
async fn signing_out_ends_the_session() -> Outcome {
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
