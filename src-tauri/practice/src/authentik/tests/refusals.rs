//! Sign-ins that fail, that link an account, or that are refused.

use super::rig::{Browser, Rig, TestResult, actions, executed, left};
use reqwest::Method;
use serde_json::{Value, json};

#[tokio::test]
async fn a_taken_user_name_stops_the_enrolment_every_time_and_silently() -> TestResult {
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

#[tokio::test]
async fn failures_of_x_look_as_on_a_real_server() -> TestResult {
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

#[tokio::test]
async fn callbacks_without_a_code_say_why() -> TestResult {
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
async fn an_older_tab_and_another_browser_fail_the_state_check() -> TestResult {
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

#[tokio::test]
async fn matching_modes_link_enrol_or_refuse() -> TestResult {
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
async fn username_link_makes_the_holder_of_the_handle_the_admin() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(json!({ "user_matching_mode": "username_link" })).await?;
    rig.x.person("7000000004", "akadmin", "Somebody");
    let before = rig.events().await?.len();
    let mut browser = Browser::new(&rig);
    let page = browser.sign_in().await?;
    assert!(page.text.contains("Signed in as akadmin"), "{}", page.text);
    assert!(page.text.contains("versionFamily: \"2025.12\""));
    assert_eq!(actions(&left(&rig, before).await?), ["login", "model_created", "source_linked"]);

    // Another account with that handle is signed in, and an error is shown as well.
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
async fn who_is_signed_in_links_or_is_refused() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(Value::Null).await?;
    let mut browser = Browser::new(&rig);
    browser.sign_in().await?;

    // The same account signs in again.
    let again = browser.callback().await?;
    assert_eq!(again.status, 200);
    assert!(again.text.contains("Flow does not apply to current user."));

    // A second X account is refused: a user has one connection at a source.
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
async fn without_its_flows_a_source_says_so() -> TestResult {
    let rig = Rig::new().await?;
    rig.source(json!({ "authentication_flow": null, "enrollment_flow": null })).await?;
    let back = Browser::new(&rig).callback().await?;
    assert_eq!(back.status, 400);
    assert!(back.text.contains("Source is not configured for enrollment."));
    Ok(())
}

#[tokio::test]
async fn an_x_that_is_not_there_looks_like_a_refused_code() -> TestResult {
    let nowhere = {
        let tcp = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        url::Url::parse(&format!("http://{}/", tcp.local_addr()?))?
    };
    let rig = Rig::started(|options| options.x_base = nowhere).await?;
    rig.source(Value::Null).await?;
    let before = rig.events().await?.len();
    let page = Browser::new(&rig).sign_in().await?;
    assert!(page.text.contains("Authentication failed: Could not retrieve token."), "{}", page.text);
    assert_eq!(rig.events().await?.len(), before);
    Ok(())
}
