use super::*;

#[tokio::test]
async fn what_x_does_not_like_never_comes_back_to_the_app() {
    let world = World::new().await;
    let long = "s".repeat(501);
    for change in [
        ("client_id", ""),
        ("client_id", "rG9n6402A3dbUJKzXTNX4oWHJ"),
        ("redirect_uri", ""),
        ("redirect_uri", "http://127.0.0.1:8723/callback/"),
        ("redirect_uri", "http://127.0.0.1:8724/callback"),
        ("redirect_uri", "http://localhost:8723/callback"),
        ("redirect_uri", "https://authentik.company/source/oauth/callback/twitter"),
        ("redirect_uri", "https://authentik.company/source/oauth/callback/Twitter/"),
        ("response_type", ""),
        ("response_type", "token"),
        ("scope", ""),
        ("scope", "tweet.read users.read account_info.read"),
        ("code_challenge", ""),
        ("code_challenge_method", "S512"),
        ("state", long.as_str()),
    ] {
        let answer = world.client.get(world.authorize(&[change])).send().await.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.headers().get("location")), (400, None), "{change:?}");
        let page = answer.text().await.expect("a page");
        assert!(page.contains("<h1>Something went wrong</h1>"), "{change:?}");
        assert!(page.contains("You weren’t able to give access to the App. Go back and try logging in again."));
        assert!(!page.contains("<form"), "{change:?}");

        // The same holds for whoever sends the form without the page.
        let form: Vec<_> = world.authorize(&[change]).query_pairs().into_owned().collect();
        let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let sent = world.post("/i/oauth2/authorize", &[&form[..], &[("approval", "true")]].concat());
        assert_eq!(answered(sent).await.0, StatusCode::BAD_REQUEST, "{change:?}");
    }
}

#[tokio::test]
async fn a_person_who_agrees_is_sent_back_with_state_and_code() {
    let world = World::new().await;
    let back = visitor::answer(&world.client, &world.authorize(&[]), Answer::Authorize).await.expect("sent back");
    let rest = back.strip_prefix("http://127.0.0.1:8723/callback?state=a+state+%26+more&code=").expect("state first");
    assert_eq!(rest.len(), 91);
    // authentik's callback keeps its last slash, and a missing state stays missing.
    let changes = [("redirect_uri", CALLBACK), ("state", "")];
    let back = visitor::answer(&world.client, &world.authorize(&changes), Answer::Authorize).await.expect("sent back");
    assert!(back.starts_with(&format!("{CALLBACK}?code=")), "{back}");
}

#[tokio::test]
async fn a_person_who_declines_is_sent_back_too() {
    for (cancel, query) in [
        (Cancel::ErrorAndState, "error=access_denied&state=s"),
        (Cancel::ErrorOnly, "error=access_denied"),
        (Cancel::Denied, "denied=s"),
    ] {
        let world = World::with(&[], Unknowns { cancel, ..Unknowns::default() }).await;
        let url = world.authorize(&[("state", "s")]);
        let back = visitor::answer(&world.client, &url, Answer::Cancel).await.expect("sent back");
        assert_eq!(back, format!("{TEST_CALLBACK}?{query}"));
    }
}

#[tokio::test]
async fn the_page_is_one_form_that_any_browser_can_send() {
    let world = World::new().await;
    let url = world.authorize(&[("state", "\"><script>")]);
    let answer = world.client.get(url).send().await.expect("an answer");
    let policy = answer.headers()["content-security-policy"].to_str().expect("text").to_owned();
    let page = answer.text().await.expect("a page");
    assert_eq!(page.matches("<form").count(), 1);
    assert_eq!(page.matches("type=\"hidden\"").count(), 7);
    for part in [
        "<form method=\"post\" action=\"authorize\">",
        "name=\"approval\" value=\"true\">Authorize app</button>",
        "name=\"approval\" value=\"false\">Cancel</button>",
        "Ana Lindqvist",
        "@ana_lindqvist",
        "name=\"state\" value=\"&quot;&gt;&lt;script&gt;\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("<script") && !page.contains("src=\"http") && !page.contains("style=\""));
    // A browser holds `form-action` against the callback as well.
    assert!(policy.contains("default-src 'none'") && !policy.contains("form-action"), "{policy}");
}

#[tokio::test]
async fn an_answer_that_is_neither_button_leads_nowhere() {
    let world = World::new().await;
    let form: Vec<_> = world.authorize(&[]).query_pairs().into_owned().collect();
    let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for approval in [&[][..], &[("approval", "maybe")]] {
        let sent = world.post("/i/oauth2/authorize", &[&form[..], approval].concat());
        assert_eq!(answered(sent).await.0, StatusCode::BAD_REQUEST, "{approval:?}");
    }
}

#[tokio::test]
async fn a_scope_for_addresses_can_need_the_switch() {
    let scope = [("scope", "tweet.read users.read users.email")];
    for (email_scope_needs_switch, request_email, agreed) in
        [(false, false, true), (true, false, false), (true, true, true)]
    {
        let world = World::with(&[], Unknowns { email_scope_needs_switch, ..Unknowns::default() }).await;
        let app = world.server.register(App { request_email, ..web_app() });
        let url = world.authorize(&[scope[0], ("client_id", &app.client_id)]);
        let back = visitor::answer(&world.client, &url, Answer::Authorize).await;
        assert_eq!(back.is_ok(), agreed, "{email_scope_needs_switch} {request_email}");
    }
}
