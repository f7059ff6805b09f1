use super::*;
use serde_json::json;

/// Requests a profile under a fault, and returns X's answer.
async fn under(fault: Fault) -> (u16, Value) {
    let world = World::with(&[fault], Unknowns::default()).await;
    let tokens = world.tokens("tweet.read users.read").await;
    let (status, body) = world.me(text(&tokens, "access_token"), "").await;
    (status.as_u16(), body)
}

fn blank(status: u16, title: &str) -> (u16, Value) {
    (status, json!({ "title": title, "type": "about:blank", "status": status, "detail": title }))
}

#[tokio::test]
async fn a_profile_is_id_name_and_user_name() {
    let world = World::new().await;
    let tokens = world.tokens("tweet.read users.read").await;
    let data = json!({ "id": "1583920471165304832", "name": "Ana Lindqvist", "username": "ana_lindqvist" });
    let token = text(&tokens, "access_token");
    assert_eq!(world.me(token, "").await, (StatusCode::OK, json!({ "data": data })));
    // A person with an empty id doesn't exist at X: a client must not accept this as a person.
    world.server.set_person(XAccount { id: String::new(), ..XAccount::default() });
    assert_eq!(world.me(token, "").await.1["data"]["id"], "");
}

#[tokio::test]
async fn a_missing_wrong_or_old_token_is_refused_alike() {
    let world = World::new().await;
    let refused = blank(401, "Unauthorized").1;
    let (status, body) = answered(world.client.get(world.url("/2/users/me"))).await;
    assert_eq!((status, &body), (StatusCode::UNAUTHORIZED, &refused));
    assert_eq!(world.me("nonsense", "").await, (StatusCode::UNAUTHORIZED, refused.clone()));

    let tokens = world.tokens("tweet.read users.read").await;
    world.wait(7199);
    assert_eq!(world.me(text(&tokens, "access_token"), "").await.0, StatusCode::OK);
    world.wait(1);
    assert_eq!(world.me(text(&tokens, "access_token"), "").await, (StatusCode::UNAUTHORIZED, refused));
}

#[tokio::test]
async fn both_scopes_are_needed() {
    let world = World::new().await;
    for scope in ["users.read", "tweet.read", "offline.access"] {
        let tokens = world.tokens(scope).await;
        let (status, body) = world.me(text(&tokens, "access_token"), "").await;
        assert_eq!((status.as_u16(), body), blank(403, "Forbidden"), "{scope}");
    }
}

#[tokio::test]
async fn each_fault_speaks_as_x_does() {
    assert_eq!(under(Fault::X503).await, blank(503, "Service Unavailable"));
    assert_eq!(under(Fault::TweetReadMissing).await, blank(403, "Forbidden"));
    assert_eq!(under(Fault::TokenRefused).await, blank(401, "Unauthorized"));
    assert_eq!(under(Fault::Profile429).await, blank(429, "Too Many Requests"));

    for (fault, host) in [(Fault::ClientNotEnrolled, "api.twitter.com"), (Fault::NotInProduction, "api.x.com")] {
        let (status, body) = under(fault).await;
        assert_eq!((status, text(&body, "reason")), (403, "client-not-enrolled"));
        assert_eq!(text(&body, "type"), format!("https://{host}/2/problems/client-forbidden"));
        assert_eq!(text(&body, "client_id").len(), 8);
        assert_eq!(text(&body, "title"), "Client Forbidden");
    }
    for (fault, status, title, kind) in [
        (Fault::CreditsDepleted, 402, "CreditsDepleted", "https://api.twitter.com/2/problems/credits"),
        (Fault::CreditsDepletedNewer, 402, "Payment Required", "https://api.x.com/2/problems/credits-depleted"),
        (Fault::SpendCapReached, 403, "SpendCapReached", "https://api.twitter.com/2/problems/credits"),
        (Fault::UsageCapExceeded, 429, "UsageCapExceeded", "https://api.twitter.com/2/problems/usage-capped"),
        (Fault::UserNotEnrolled, 403, "Client Forbidden", "https://api.x.com/2/problems/client-forbidden"),
    ] {
        let (got, body) = under(fault).await;
        assert_eq!((got, text(&body, "title"), text(&body, "type")), (status, title, kind));
    }
    assert_eq!(text(&under(Fault::UserNotEnrolled).await.1, "reason"), "user-not-enrolled");
    let (status, body) = under(Fault::AppOnlyToken).await;
    assert_eq!((status, text(&body["errors"][0], "title")), (403, "Unsupported Authentication"));
    let (status, body) = under(Fault::ProfileWithoutId).await;
    assert_eq!((status, body["data"].get("id"), text(&body["data"], "username")), (200, None, "ana_lindqvist"));
    let (status, body) = under(Fault::ProfileHtml).await;
    assert!(status == 403 && body.as_str().is_some_and(|page| page.starts_with("<!DOCTYPE html>")), "{body}");
}

#[tokio::test]
async fn too_many_requests_end_at_a_time_that_is_told() {
    let world = World::with(&[Fault::Profile429], Unknowns::default()).await;
    let answer = world.client.get(world.url("/2/users/me")).send().await.expect("an answer");
    let reset: i64 = answer.headers()["x-rate-limit-reset"].to_str().expect("text").parse().expect("Unix seconds");
    assert_eq!(reset, time::macros::datetime!(2026-08-22 12:15 UTC).unix_timestamp());
}

#[tokio::test]
async fn an_account_without_credits_may_get_its_profile_all_the_same() {
    let unknowns = Unknowns { profile_without_credits: true, ..Unknowns::default() };
    let world = World::with(&[Fault::CreditsDepleted], unknowns).await;
    let tokens = world.tokens("tweet.read users.read").await;
    assert_eq!(world.me(text(&tokens, "access_token"), "").await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_code_that_comes_late_is_refused() {
    let world = World::with(&[Fault::CodeExpired], Unknowns::default()).await;
    let (status, body) = world.exchange(&world.code("tweet.read users.read").await).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(text(&body, "error_description"), "Value passed for the authorization code was invalid.");
}

#[tokio::test]
async fn the_address_comes_only_when_all_four_conditions_hold() {
    let (scope, query) = ("tweet.read users.read users.email", "?user.fields=confirmed_email,name");
    for (request_email, scope, query, confirmed, there) in [
        (true, scope, query, true, true),
        (false, scope, query, true, false),
        (true, "tweet.read users.read", query, true, false),
        (true, scope, "", true, false),
        (true, scope, query, false, false),
    ] {
        let mut world = World::new().await;
        world.app = world.server.register(AppSpec { request_email, ..web_app() });
        if !confirmed {
            world.server.set_person(XAccount { confirmed_email: None, ..XAccount::default() });
        }
        let tokens = world.tokens(scope).await;
        let (status, body) = world.me(text(&tokens, "access_token"), query).await;
        assert_eq!(status, StatusCode::OK);
        let address = body["data"].get("confirmed_email").and_then(Value::as_str);
        assert_eq!(address, there.then_some("ana.lindqvist@example.com"), "{scope} {query}");
    }
}
