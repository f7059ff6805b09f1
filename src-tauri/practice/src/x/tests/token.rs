use super::*;

const INVALID_REQUEST: &str = "invalid_request";

/// Sends one request, and returns X's answer.
async fn refused(world: &World, header: Option<String>, form: &[(&str, &str)]) -> (u16, String, String) {
    let mut request = world.post("/2/oauth2/token", form);
    if let Some(header) = header {
        request = request.header(AUTHORIZATION, header);
    }
    let (status, body) = answered(request).await;
    assert_eq!(body.as_object().map(serde_json::Map::len), Some(2), "{body}");
    (status.as_u16(), text(&body, "error").to_owned(), text(&body, "error_description").to_owned())
}

#[tokio::test]
async fn every_refusal_has_the_words_of_x() {
    let world = World::new().await;
    let (good, id) = (Some(world.basic()), world.app.client_id.as_str());
    let code = world.code("tweet.read users.read").await;
    let secret = world.app.client_secret.expose_secret();
    let with = |name: &'static str, value: &'static str| {
        let mut form = exchange(&code).to_vec();
        form.retain(|(held, _)| *held != name);
        if !value.is_empty() {
            form.push((name, value));
        }
        form
    };
    let missing = |name: &str| (400, INVALID_REQUEST, format!("Missing required parameter [{name}]."));
    let grant_type =
        "Value passed for the grant type was invalid. Grant type should be one of [authorization_code, refresh_token].";
    let code_invalid = "Value passed for the authorization code was invalid.";
    let redirect = "Value passed for the redirect uri did not match the uri of the authorization code.";
    let verifier = "Value passed for the code verifier did not match the code challenge.";
    let client = (400, "invalid_client", "Value passed for the client id was invalid.".to_owned());
    let header = (401, "unauthorized_client", "Missing valid authorization header".to_owned());
    let bad = |words: &str| (400, INVALID_REQUEST, words.to_owned());
    let probe = [("grant_type", "refresh_token"), ("refresh_token", "INVALID"), ("client_id", id)];

    for (row, sent_header, form, said) in [
        // The grant type is checked before the client.
        ("1", None, vec![("client_id", "test")], missing("grant_type")),
        ("2", good.clone(), with("grant_type", "client_credentials"), bad(grant_type)),
        ("2, before the client", None, with("grant_type", "client_credentials"), bad(grant_type)),
        ("3", None, exchange(&code).to_vec(), missing("client_id")),
        ("5", Some(basic("xvz1evFS4wEEPTGEFPHBog", secret)), exchange(&code).to_vec(), client.clone()),
        ("5, in the body", good.clone(), with("client_id", "xvz1evFS4wEEPTGEFPHBog"), client),
        ("6, wrong secret", Some(basic(id, "wrong")), exchange(&code).to_vec(), header.clone()),
        ("6, line end", Some(basic(id, &format!("{secret}\n"))), exchange(&code).to_vec(), header.clone()),
        ("6, no header", None, [&exchange(&code)[..], &[("client_id", id)]].concat(), header.clone()),
        (
            "6, secret in the body",
            None,
            [&exchange(&code)[..], &[("client_id", id), ("client_secret", secret)]].concat(),
            header.clone(),
        ),
        ("4", good.clone(), with("code_verifier", ""), missing("code_verifier")),
        ("7", good.clone(), with("code", "a-code-nobody-made"), bad(code_invalid)),
        ("8", good.clone(), with("redirect_uri", CALLBACK), bad(redirect)),
        ("9", good.clone(), with("code_verifier", "another-verifier"), bad(verifier)),
        // The credential probe: three answers distinguish right credentials, a wrong secret and a wrong Client ID.
        ("10", good, probe.to_vec(), bad("Value passed for the token was invalid.")),
        ("10, bad secret", Some(basic(id, "wrong")), probe.to_vec(), header),
    ] {
        let (status, error, description) = refused(&world, sent_header, &form).await;
        assert_eq!((status, error.as_str(), description), said, "row {row}");
    }
    let (status, tokens) = world.exchange(&code).await;
    assert_eq!(status, StatusCode::OK, "no refused exchange uses the code up: {tokens}");
}

#[tokio::test]
async fn a_failed_exchange_can_use_the_code_up() {
    let unknowns = Unknowns { failed_exchange_burns_code: true, ..Unknowns::default() };
    let world = World::with(&[], unknowns).await;
    let code = world.code("tweet.read users.read").await;
    let mut wrong = exchange(&code);
    wrong[3].1 = "another-verifier";
    world.token(&wrong).await;
    assert_eq!(world.exchange(&code).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_code_is_good_once_and_for_thirty_seconds() {
    let world = World::new().await;
    for (waited, status) in [(0, 200), (30, 200), (31, 400)] {
        let code = world.code("tweet.read users.read").await;
        world.wait(waited);
        assert_eq!(world.exchange(&code).await.0.as_u16(), status, "after {waited} s");
        assert_eq!(world.exchange(&code).await.0, StatusCode::BAD_REQUEST, "a second time");
    }
}

#[tokio::test]
async fn a_code_is_good_for_its_own_app_only() {
    let world = World::new().await;
    let code = world.code("tweet.read users.read").await;
    let other = world.server.register(web_app());
    let header = basic(&other.client_id, other.client_secret.expose_secret());
    let (_, error, description) = refused(&world, Some(header), &exchange(&code)).await;
    assert_eq!((error.as_str(), description.contains("authorization code")), (INVALID_REQUEST, true));
}

#[tokio::test]
async fn tokens_come_as_x_sends_them() {
    let world = World::new().await;
    let tokens = world.tokens("tweet.read users.read offline.access").await;
    assert_eq!(text(&tokens, "token_type"), "bearer");
    assert_eq!(tokens["expires_in"], 7200);
    // The scopes are in another order than in the request.
    assert_eq!(text(&tokens, "scope"), "users.read tweet.read offline.access");
    assert_eq!((text(&tokens, "access_token").len(), text(&tokens, "refresh_token").len()), (91, 91));
    let without = world.tokens("tweet.read users.read").await;
    assert_eq!(without.get("refresh_token"), None);
}

#[tokio::test]
async fn a_refresh_token_is_used_up_by_its_first_use() {
    let world = World::new().await;
    let tokens = world.tokens("tweet.read users.read offline.access").await;
    let refresh = [("grant_type", "refresh_token"), ("refresh_token", text(&tokens, "refresh_token"))];
    let (status, renewed) = world.token(&refresh).await;
    assert_eq!(status, StatusCode::OK);
    assert_ne!(renewed["refresh_token"], tokens["refresh_token"]);
    assert_ne!(renewed["access_token"], tokens["access_token"]);
    let (status, body) = world.token(&refresh).await;
    assert_eq!((status.as_u16(), text(&body, "error_description")), (400, "Value passed for the token was invalid."));
}

#[tokio::test]
async fn a_challenge_is_met_plain_and_hashed() {
    let world = World::new().await;
    for (method, challenge, verifier, good) in [
        ("plain", "challenge", "challenge", true),
        ("", "challenge", "challenge", true),
        ("plain", "challenge", "other", false),
        ("s256", "", VERIFIER, true),
        ("S256", "challenge", "challenge", false),
    ] {
        let hashed = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
        let challenge = if challenge.is_empty() { hashed.as_str() } else { challenge };
        let changes = [("code_challenge_method", method), ("code_challenge", challenge)];
        let back = world.visit(&changes, ConsentAnswer::Authorize).await;
        let mut form = exchange(&back["code"]);
        form[3].1 = verifier;
        assert_eq!(world.token(&form).await.0.is_success(), good, "{method} {challenge} {verifier}");
    }
}

#[tokio::test]
async fn a_native_app_asks_without_a_secret() {
    let world = World::new().await;
    let native = world.server.register(AppSpec { kind: AppType::Native, ..web_app() });
    assert_eq!(native.client_secret.expose_secret(), "");
    assert!(native.client_id.ends_with("6MTpuYQ"));
    let back = world.visit(&[("client_id", &native.client_id)], ConsentAnswer::Authorize).await;
    let form = [&exchange(&back["code"])[..], &[("client_id", &native.client_id)]].concat();
    let (status, tokens) = answered(world.post("/2/oauth2/token", &form)).await;
    assert_eq!(status, StatusCode::OK, "{tokens}");
}

#[tokio::test]
async fn each_fault_of_the_exchange_strikes_there_and_not_at_the_check() {
    let words = |status: u16, error: &str, description: &str| (status, error.to_owned(), description.to_owned());
    let bad = |description| words(400, "invalid_request", description);
    for (fault, refused) in [
        (Fault::GrantTypeMissing, bad("Missing required parameter [grant_type].")),
        (
            Fault::GrantTypeUnknown,
            bad(
                "Value passed for the grant type was invalid. Grant type should be one of [authorization_code, refresh_token].",
            ),
        ),
        (Fault::ClientIdMissing, bad("Missing required parameter [client_id].")),
        (Fault::VerifierMissing, bad("Missing required parameter [code_verifier].")),
        (Fault::PublicClient, words(401, "unauthorized_client", "Missing valid authorization header")),
        (Fault::CodeExpired, bad("Value passed for the authorization code was invalid.")),
        (Fault::CodeUsedTwice, bad("Value passed for the authorization code was invalid.")),
        (Fault::InvalidGrant, words(400, "invalid_grant", "")),
        (
            Fault::RedirectDiffers,
            bad("Value passed for the redirect uri did not match the uri of the authorization code."),
        ),
        (Fault::VerifierDiffers, bad("Value passed for the code verifier did not match the code challenge.")),
        (Fault::TokenOtherError, words(403, "policy_hold", "This app is being looked at.")),
        (Fault::Token503, words(503, "", "")),
        (Fault::Token429, words(429, "", "")),
        (Fault::TokenHtml, words(403, "", "")),
    ] {
        let world = World::with(&[fault], Unknowns::default()).await;
        let check = [("grant_type", "refresh_token"), ("refresh_token", "INVALID")];
        let (_, body) = world.token(&check).await;
        assert_eq!(text(&body, "error_description"), "Value passed for the token was invalid.", "{fault:?}");
        let (status, body) = world.exchange(&world.code("tweet.read users.read").await).await;
        let said = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        assert_eq!((status.as_u16(), said("error"), said("error_description")), refused, "{fault:?}");
    }
}

#[tokio::test]
async fn an_endpoint_that_hangs_keeps_nobody_else_waiting() {
    let world = World::with(&[Fault::TokenHangs], Unknowns::default()).await;
    let code = world.code("tweet.read users.read").await;
    let hangs = tokio::time::timeout(Duration::from_millis(300), world.exchange(&code));
    assert!(hangs.await.is_err());
    let check = [("grant_type", "refresh_token"), ("refresh_token", "INVALID")];
    assert_eq!(world.token(&check).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_unknown_client_is_refused_with_either_status() {
    for (unknown_client_401, status) in [(false, 400), (true, 401)] {
        let world =
            World::with(&[Fault::UnknownClientId], Unknowns { unknown_client_401, ..Unknowns::default() }).await;
        let check = [("grant_type", "refresh_token"), ("refresh_token", "INVALID")];
        let (got, body) = world.token(&check).await;
        assert_eq!((got.as_u16(), text(&body, "error")), (status, "invalid_client"));
    }
}

#[tokio::test]
async fn a_public_clients_secret_is_ignored_or_checked() {
    for public_client_secret_checked in [false, true] {
        let unknowns = Unknowns { public_client_secret_checked, ..Unknowns::default() };
        let mut world = World::with(&[], unknowns).await;
        let native = world.server.register(AppSpec { kind: AppType::Native, ..web_app() });
        world.app = TokenAuthentication { client_secret: "anything".into(), ..native };
        let check = [("grant_type", "refresh_token"), ("refresh_token", "INVALID")];
        let refused = world.token(&check).await.0 == StatusCode::UNAUTHORIZED;
        assert_eq!(refused, public_client_secret_checked);
    }
}

#[tokio::test]
async fn a_revocation_is_answered_in_three_ways() {
    for (revoke_answer, body) in [
        (RevokeAnswer::Revoked, serde_json::json!({ "revoked": true })),
        (RevokeAnswer::EmptyObject, serde_json::json!({})),
        (RevokeAnswer::Nothing, Value::String(String::new())),
    ] {
        let world = World::with(&[], Unknowns { revoke_answer, ..Unknowns::default() }).await;
        let tokens = world.tokens("tweet.read users.read").await;
        let revoke = world.post("/2/oauth2/revoke", &[("token", text(&tokens, "access_token"))]);
        let answer = answered(revoke.header(AUTHORIZATION, world.basic())).await;
        assert_eq!(answer, (StatusCode::OK, body));
    }
}

#[tokio::test]
async fn a_revoked_token_is_dead() {
    let world = World::new().await;
    let tokens = world.tokens("tweet.read users.read").await;
    let token = text(&tokens, "access_token");
    assert_eq!(world.me(token, "").await.0, StatusCode::OK);

    let wrong =
        world.post("/2/oauth2/revoke", &[("token", token)]).header(AUTHORIZATION, basic(&world.app.client_id, "x"));
    assert_eq!(answered(wrong).await.0, StatusCode::UNAUTHORIZED);
    assert_eq!(world.me(token, "").await.0, StatusCode::OK, "nobody else revokes it");

    let revoke = world.post("/2/oauth2/revoke", &[("token", token)]).header(AUTHORIZATION, world.basic());
    assert_eq!(answered(revoke).await, (StatusCode::OK, serde_json::json!({ "revoked": true })));
    assert_eq!(world.me(token, "").await.0, StatusCode::UNAUTHORIZED);
}
