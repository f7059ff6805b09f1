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

        // The same applies to a client that sends the form without the page.
        let form: Vec<_> = world.authorize(&[change]).query_pairs().into_owned().collect();
        let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let sent = world.post("/i/oauth2/authorize", &[&form[..], &[("approval", "true")]].concat());
        assert_eq!(answered(sent).await.0, StatusCode::BAD_REQUEST, "{change:?}");
    }
}

#[tokio::test]
async fn a_person_who_agrees_is_sent_back_with_state_and_code() {
    let world = World::new().await;
    let back =
        visitor::answer(&world.client, &world.authorize(&[]), ConsentAnswer::Authorize).await.expect("sent back");
    let rest = back.strip_prefix("http://127.0.0.1:8723/callback?state=a+state+%26+more&code=").expect("state first");
    assert_eq!(rest.len(), 91);
    // authentik's callback keeps its trailing slash, and a missing state stays missing.
    let changes = [("redirect_uri", CALLBACK), ("state", "")];
    let back =
        visitor::answer(&world.client, &world.authorize(&changes), ConsentAnswer::Authorize).await.expect("sent back");
    assert!(back.starts_with(&format!("{CALLBACK}?code=")), "{back}");
}

#[tokio::test]
async fn a_person_who_declines_is_sent_back_too() {
    for (cancel, query) in [
        (Cancel::ErrorAndState, "error=access_denied&state=s"),
        (
            Cancel::ErrorAndDescription,
            "error=access_denied&error_description=The+resource+owner+denied+the+request.&state=s",
        ),
        (Cancel::ErrorOnly, "error=access_denied"),
        (Cancel::Denied, "denied=s"),
    ] {
        let world = World::with(&[], Unknowns { cancel, ..Unknowns::default() }).await;
        let url = world.authorize(&[("state", "s")]);
        let back = visitor::answer(&world.client, &url, ConsentAnswer::Cancel).await.expect("sent back");
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
    // A browser applies `form-action` to the redirect to the callback as well.
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
        let app = world.server.register(AppSpec { request_email, ..web_app() });
        let url = world.authorize(&[scope[0], ("client_id", &app.client_id)]);
        let back = visitor::answer(&world.client, &url, ConsentAnswer::Authorize).await;
        assert_eq!(back.is_ok(), agreed, "{email_scope_needs_switch} {request_email}");
    }
}

/// The result under a fault for a person who authorizes the app.
async fn under(fault: Fault) -> Result<String, visitor::Error> {
    let world = World::with(&[fault], Unknowns::default()).await;
    visitor::answer(&world.client, &world.authorize(&[("state", "s")]), ConsentAnswer::Authorize).await
}

#[tokio::test]
async fn each_fault_of_the_way_back_comes_back_in_its_form() {
    for (fault, query) in [
        (Fault::ConsentCancelled, "error=access_denied&state=s"),
        (Fault::CancelWithoutState, "error=access_denied"),
        (Fault::CancelAsOauth1, "denied=s"),
        (Fault::CallbackServerError, "error=server_error&state=s"),
        (Fault::CallbackWithoutCode, "state=s"),
    ] {
        assert_eq!(under(fault).await.expect("sent back"), format!("{TEST_CALLBACK}?{query}"), "{fault:?}");
    }
    let back = under(Fault::CallbackOtherState).await.expect("sent back");
    assert!(back.contains("?state=somebody-elses-state&code="), "{back}");
    assert!(matches!(under(Fault::NeverComesBack).await, Err(visitor::Error::NotSentBack)));
}

#[tokio::test]
async fn each_fault_of_the_consent_page_shows_what_a_person_would_see() {
    use visitor::VisitorScreen;
    for (fault, shown) in [
        (Fault::CallbackNotRegistered, VisitorScreen::SomethingWrong),
        (Fault::CallbackSlash, VisitorScreen::SomethingWrong),
        (Fault::CallbackPort, VisitorScreen::SomethingWrong),
        (Fault::CallbackLocalhost, VisitorScreen::SomethingWrong),
        (Fault::CallbackScheme, VisitorScreen::SomethingWrong),
        (Fault::FormNotSaved, VisitorScreen::SomethingWrong),
        (Fault::AppDeletedLater, VisitorScreen::SomethingWrong),
        (Fault::AppSuspended, VisitorScreen::SomethingWrong),
        (Fault::NotATester, VisitorScreen::SomethingWrong),
        (Fault::ScopeUnknown, VisitorScreen::SomethingWrong),
        (Fault::XOutage, VisitorScreen::SomethingWrong),
        (Fault::OtherAccount, VisitorScreen::OtherAccount),
        (Fault::BlankPage, VisitorScreen::Blank),
        (Fault::EmailSwitchOff, VisitorScreen::Consent),
        (Fault::WrongSecret, VisitorScreen::Consent),
    ] {
        let world = World::with(&[fault], Unknowns::default()).await;
        let answer = world.client.get(world.authorize(&[])).send().await.expect("an answer");
        assert_eq!(answer.headers().get("location"), None, "{fault:?}");
        assert_eq!(VisitorScreen::of(&answer.text().await.expect("a page")), shown, "{fault:?}");
    }
    let world = World::with(&[Fault::EmailSwitchOff], Unknowns::default()).await;
    let url = world.authorize(&[("scope", "tweet.read users.read users.email")]);
    let page = world.client.get(url).send().await.expect("an answer").text().await.expect("a page");
    assert_eq!(VisitorScreen::of(&page), VisitorScreen::SomethingWrong);
}

#[tokio::test]
async fn a_log_in_loop_leads_from_the_consent_page_to_the_log_in_and_back() {
    let world = World::with(&[Fault::LoginLoop], Unknowns::default()).await;
    let mut url = world.authorize(&[("state", "a & b")]);
    let first = url.clone();
    for _ in 0..3 {
        let answer = world.client.get(url.clone()).send().await.expect("an answer");
        let to = url.join(answer.headers()["location"].to_str().expect("text")).expect("a URL");
        let page = world.client.get(to.clone()).send().await.expect("an answer").text().await.expect("a page");
        assert_eq!(visitor::VisitorScreen::of(&page), visitor::VisitorScreen::LogIn);
        let back = visitor::send(&world.client, &to, &page, ConsentAnswer::Authorize).await.expect("an answer");
        url = to.join(&back.expect("a redirect")).expect("a URL");
        assert_eq!(url, first, "nothing of the request is lost");
    }
}

#[tokio::test]
async fn what_strikes_later_strikes_once_and_can_be_mended() {
    let world = World::with(&[Fault::SecretRegeneratedLater], Unknowns::default()).await;
    let code = world.code("tweet.read users.read").await;
    assert_eq!(world.exchange(&code).await.0, StatusCode::UNAUTHORIZED);

    let mut world = World::with(&[Fault::AppDeletedLater], Unknowns::default()).await;
    let check = [("grant_type", "refresh_token"), ("refresh_token", "INVALID")];
    let (_, body) = world.token(&check).await;
    assert_eq!(text(&body, "error_description"), "Value passed for the token was invalid.", "the pair is good before");
    let url = world.authorize(&[]);
    assert!(visitor::answer(&world.client, &url, ConsentAnswer::Authorize).await.is_err());
    assert_eq!(text(&world.token(&check).await.1, "error"), "invalid_client");
    world.app = world.server.register(web_app());
    world.tokens("tweet.read users.read").await;
}

#[tokio::test]
async fn a_state_that_is_too_long_can_be_taken_or_cut() {
    let long = "s".repeat(600);
    for (long_state, kept) in [(LongState::Refused, None), (LongState::Taken, Some(600)), (LongState::Cut, Some(500))] {
        let world = World::with(&[], Unknowns { long_state, ..Unknowns::default() }).await;
        let back =
            visitor::answer(&world.client, &world.authorize(&[("state", &long)]), ConsentAnswer::Authorize).await;
        let back = back.ok().map(|back| Url::parse(&back).expect("a URL"));
        let state = back.map(|back| back.query_pairs().find(|(name, _)| name == "state").map(|(_, state)| state.len()));
        assert_eq!(state.flatten(), kept, "{long_state:?}");
    }
}

#[tokio::test]
async fn a_port_of_loopback_can_be_any_and_outside_of_production_everybody_can_be_let_in() {
    for (any_loopback_port, uri, agreed) in [
        (false, "http://127.0.0.1:9999/callback", false),
        (true, "http://127.0.0.1:9999/callback", true),
        (true, "http://127.0.0.1:9999/callback/", false),
        (true, "http://localhost:8723/callback", false),
        (true, "https://authentik.company:9999/source/oauth/callback/twitter/", false),
    ] {
        let world = World::with(&[], Unknowns { any_loopback_port, ..Unknowns::default() }).await;
        let url = world.authorize(&[("redirect_uri", uri)]);
        let back = visitor::answer(&world.client, &url, ConsentAnswer::Authorize).await;
        assert_eq!(back.is_ok_and(|back| back.starts_with(uri)), agreed, "{any_loopback_port} {uri}");
    }
    for development_admits_everybody in [false, true] {
        let unknowns = Unknowns { development_admits_everybody, ..Unknowns::default() };
        let world = World::with(&[Fault::NotATester], unknowns).await;
        let back = visitor::answer(&world.client, &world.authorize(&[]), ConsentAnswer::Authorize).await;
        assert_eq!(back.is_ok(), development_admits_everybody);
    }
}

#[tokio::test]
async fn what_comes_from_elsewhere_stays_text_at_x() {
    let world = World::new().await;
    world.server.set_person(XAccount { name: HOSTILE.to_owned(), ..XAccount::default() });
    let hostile_app = AppSpec { name: HOSTILE.to_owned(), website: HOSTILE.to_owned(), ..web_app() };
    let client_id = world.server.register(hostile_app).client_id;
    let consent = world.authorize(&[("client_id", client_id.as_str()), ("state", HOSTILE)]);
    let log_in = Url::parse_with_params(&world.url("/i/flow/login"), [("back", HOSTILE)]).expect("a URL");
    // The page contains the app's name and website, the person's name, and the state. The login page contains only the
    // query that leads back.
    for (url, times) in [(consent, 4), (log_in, 1)] {
        let page = world.client.get(url.clone()).send().await.expect("an answer").text().await.expect("a page");
        assert_eq!(page.matches(ESCAPED).count(), times, "{url}: {page}");
        assert!(!page.contains("<img"), "{url}: {page}");
    }
}
