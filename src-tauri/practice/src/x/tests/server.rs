use super::*;
use crate::log::LoggedRequest;

#[tokio::test]
async fn it_listens_on_loopback_and_says_when_a_port_is_taken() {
    let world = World::new().await;
    assert!(world.server.base().starts_with("http://127.0.0.1:"));
    let port = world.server.address.port();
    let taken = start(XOptions { port: Some(port), ..XOptions::default() }).await.expect_err("the port is taken");
    assert_eq!(taken.source.kind(), std::io::ErrorKind::AddrInUse);

    // When it stops, it releases the port even if a connection is open.
    world.me("nonsense", "").await;
    world.server.stop().await;
    let again = start(XOptions { port: Some(port), ..XOptions::default() }).await.expect("a free port");
    assert_eq!(again.base(), format!("http://127.0.0.1:{port}"));
}

#[tokio::test]
async fn the_log_has_every_request_and_nothing_secret() {
    let world = World::new().await;
    let tokens = world.tokens("tweet.read users.read").await;
    world.me(text(&tokens, "access_token"), "?user.fields=name").await;
    let asked = |method: &str, path: &str, status| LoggedRequest {
        side: ServerKind::X,
        method: method.to_owned(),
        path: path.to_owned(),
        status,
    };
    assert_eq!(
        world.log.all(),
        [
            asked("GET", "/i/oauth2/authorize", 200),
            asked("POST", "/i/oauth2/authorize", 302),
            asked("POST", "/2/oauth2/token", 200),
            asked("GET", "/2/users/me", 200),
        ]
    );
    // No debug output contains a secret either.
    let printed = format!("{:?} {:?} {:?}", world.server, world.app, world.log);
    assert!(!printed.contains(world.app.client_secret.expose_secret()));
    assert!(!printed.contains(text(&tokens, "access_token")));
}

#[tokio::test]
async fn a_fault_of_the_set_up_breaks_its_own_leg() {
    for (fault, agreed, token) in [
        (Fault::UnknownClientId, false, Some("Value passed for the client id was invalid.")),
        (Fault::CallbackNotRegistered, false, Some("Value passed for the token was invalid.")),
        (Fault::WrongSecret, true, Some("Missing valid authorization header")),
    ] {
        let world = World::with(&[fault], Unknowns::default()).await;
        let back = visitor::answer(&world.client, &world.authorize(&[]), ConsentAnswer::Authorize).await;
        assert_eq!(back.is_ok(), agreed, "{fault:?}");
        let (_, body) = world.token(&[("grant_type", "refresh_token"), ("refresh_token", "INVALID")]).await;
        assert_eq!(body["error_description"].as_str(), token, "{fault:?}");
    }
}

#[tokio::test]
async fn a_fault_of_the_set_up_hits_the_first_app_only_and_authentiks_callback_stays() {
    let world = World::with(&[Fault::CallbackNotRegistered], Unknowns::default()).await;
    assert!(
        visitor::answer(&world.client, &world.authorize(&[("redirect_uri", CALLBACK)]), ConsentAnswer::Authorize)
            .await
            .is_ok()
    );
    let second = world.server.register(web_app());
    let url = world.authorize(&[("client_id", &second.client_id)]);
    assert!(visitor::answer(&world.client, &url, ConsentAnswer::Authorize).await.is_ok());

    // If the fault is turned on again, it affects the next app.
    world.server.set_faults([Fault::CallbackNotRegistered].into());
    let third = world.server.register(web_app());
    let url = world.authorize(&[("client_id", &third.client_id)]);
    assert!(visitor::answer(&world.client, &url, ConsentAnswer::Authorize).await.is_err());
}
