use super::fake::{Fake, FakeFault, TOKEN};
use super::*;
use crate::address::Slug;
use crate::diagnosis::{Diagnosed, Diagnosis, Right, Symptom};
use serde_json::json;

fn canned(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a slug")
}

#[tokio::test]
async fn each_answer_means_one_thing_and_a_status_alone_means_none() {
    let denied = r#"{"detail":"You do not have permission to perform this action."}"#;
    for (status, headers, body, wanted) in [
        ("403 x", "", r#"{"detail":"Token invalid/expired"}"#, "api-token-refused"),
        ("403 x", "", r#"{"detail":"Authentication credentials were not provided."}"#, "api-token-missing"),
        ("403 x", "", denied, "rights-missing"),
        ("403 x", "", r#"{"detail":"Something else."}"#, "authentik-answer-unknown"),
        ("403 x", "", "<html>blocked by the firewall", "authentik-not-there"),
        ("200 x", "Content-Type: text/html\r\n", "<html>Sign in to continue", "authentik-not-there"),
        ("200 x", "", r#"{"unknown":1}"#, "authentik-answer-unknown"),
        ("401 x", "", "", "authentik-not-there"),
        ("404 x", "", "<html>", "authentik-not-there"),
        ("302 x", "Location: https://elsewhere.test/login?token=abc\r\n", "", "authentik-redirects"),
        ("302 x", "", "", "authentik-answer-unknown"),
        ("503 x", "Retry-After: 5\r\n", r#"{"error":"authentik starting"}"#, "authentik-starting"),
        ("503 x", "", "<html>Service unavailable", "nothing-behind-proxy"),
        ("503 x", "Retry-After: 60\r\n", "<html>Maintenance", "nothing-behind-proxy"),
        ("522 x", "Server: cloudflare\r\n", "<html>Connection timed out", "nothing-behind-proxy"),
        ("503 x", "cf-mitigated: challenge\r\n", "<html>Just a moment...", "guard-in-front"),
        ("504 x", "", r#"{"message":"upstream"}"#, "authentik-unavailable"),
        ("502 x", "", r#"{"error":"failed to connect to authentik backend: x"}"#, "authentik-core-away"),
        ("502 x", "", "failed to connect to authentik backend: x", "authentik-core-away"),
        ("200 x", "", "<title>Nextcloud</title>", "other-program"),
        ("401 x", "WWW-Authenticate: Basic realm=x\r\n", "", "login-in-front"),
        (
            "302 x",
            "Location: https://company.cloudflareaccess.com/cdn-cgi/access/login?kid=abc\r\n",
            "",
            "login-in-front",
        ),
        ("301 x", "Location: https://127.0.0.1/api/v3/sources/oauth/?token=abc\r\n", "", "redirects-to-https"),
        ("400 x", "", "Client sent an HTTP request to an HTTPS server.", "tls-wanted"),
        ("500 x", "", "<html>", "authentik-unavailable"),
        ("405 x", "Allow: GET\r\n", "", "authentik-write-fault"),
        ("405 x", "", r#"{"detail":"Method \"GET\" not allowed."}"#, "authentik-answer-unknown"),
        ("400 x", "", r#"{"name":["This field may not be blank."]}"#, "authentik-refuses"),
        ("400 x", "", "<html>", "authentik-not-there"),
        ("400 x", "Server: uvicorn\r\n", "<h1>Bad Request (400)</h1>", "host-refused"),
        ("404 x", "Server: uvicorn\r\n", "", "host-refused"),
        ("302 x", "Location: /if/flow/initial-setup/\r\n", "", "authentik-not-set-up"),
        ("302 x", "Location: /setup?next=/\r\n", "", "authentik-not-set-up"),
        ("302 x", "Location: https://elsewhere.test/setup\r\n", "", "authentik-redirects"),
    ] {
        let fake = Fake::start().await;
        fake.state().canned = Some(canned(status, headers, body));
        let error = fake.client().sources().await.expect_err(wanted);
        assert_eq!(Diagnosis::from(&error.symptom()).id, wanted, "{status} {body}: {error:?}");
        assert!(!format!("{error:?} {error}").contains("token=abc"));
    }
}

#[tokio::test]
async fn the_servers_own_throttle_is_told_from_a_proxys_limit_and_both_with_their_seconds() {
    let own = r#"{"detail":"Request was throttled. Expected available in 3 seconds."}"#;
    for (headers, body, wanted) in [
        ("", own, (true, Some(3))),
        ("Retry-After: 7\r\n", own, (true, Some(7))),
        ("", r#"{"detail":"Request was throttled."}"#, (true, None)),
        ("Retry-After: 7\r\n", "<html>Too many requests", (false, Some(7))),
        ("", r#"{"detail":"Slow down for 3 seconds."}"#, (false, None)),
    ] {
        let fake = Fake::start().await;
        fake.state().canned = Some(canned("429 x", headers, body));
        let error = fake.client().sources().await.expect_err("throttled");
        let Symptom::AuthentikBusy { own, seconds, .. } = error.symptom() else { panic!("{error:?}") };
        assert_eq!((own, seconds), wanted, "{headers}{body}");
    }
}

#[tokio::test]
async fn a_fault_inside_and_a_broken_connection_are_told_apart() {
    for (fault, wanted) in [
        (FakeFault::Inside, "authentik-write-fault"),
        (FakeFault::LostBefore, "server-connection-lost"),
        (FakeFault::LostAfter, "server-connection-lost"),
    ] {
        let fake = Fake::start().await;
        fake.add_source("1", "x", &json!({}));
        fake.state().fault = Some((1, fault));
        let error = fake.client().delete(ObjectKind::Source, "x").await.expect_err("a fault");
        assert_eq!(Diagnosis::from(&error.symptom()).id, wanted);
        assert_eq!(fake.state().sources.is_empty(), fault == FakeFault::LostAfter);
    }
}

#[tokio::test]
async fn a_refusal_names_the_user_and_the_right() {
    let fake = Fake::start().await;
    fake.state().refused = vec!["GET /api/v3/sources/oauth/"];
    let error = fake.client().sources().await.expect_err("refused");
    let Error::RightsMissing { user, rights } = error else { panic!("{error:?}") };
    assert_eq!((user.as_str(), rights.as_slice()), ("m.okafor", [Right::ViewSource].as_slice()));
}

#[tokio::test]
async fn of_a_refused_write_only_the_right_that_is_missing_is_named() {
    const DELETE: &str = "DELETE /api/v3/sources/oauth/x/";
    const CHANGE: &str = "PATCH /api/v3/sources/oauth/x/";
    const VIEW: &str = "GET /api/v3/sources/oauth/x/";
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({}));
    for (refused, deletes, wanted) in [
        (vec![DELETE], true, vec![Right::DeleteSource]),
        (vec![DELETE, VIEW], true, vec![Right::ViewSource, Right::DeleteSource]),
        (vec![CHANGE], false, vec![Right::ChangeSource]),
        (vec![CHANGE, VIEW], false, vec![Right::ViewSource, Right::ChangeSource]),
    ] {
        fake.state().refused.clone_from(&refused);
        let client = fake.client();
        let error = if deletes {
            client.delete(ObjectKind::Source, "x").await.map(|_| ()).expect_err("refused")
        } else {
            client.change(ObjectKind::Source, "x", WriteBody::default()).await.map(|_| ()).expect_err("refused")
        };
        let Error::RightsMissing { rights, .. } = error else { panic!("{error:?}") };
        assert_eq!(rights, wanted, "{refused:?}");
    }
}

#[tokio::test]
async fn a_field_that_is_refused_is_named_and_a_taken_slug_told_apart() {
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({}));
    let body = WriteBody { fields: json!({ "slug": "x" }).as_object().cloned().unwrap_or_default(), secret: None };
    let error = fake.client().create(ObjectKind::Source, body).await.expect_err("taken");
    assert!(matches!(error, Error::SlugTaken { .. }), "{error:?}");
    fake.state().canned = Some(canned("400 x", "", r#"{"consumer_key":["May not be blank.","Too short."]}"#));
    let error = fake.client().create(ObjectKind::Source, WriteBody::default()).await.expect_err("refused");
    assert_eq!(error.to_string(), "consumer_key is refused: May not be blank. Too short.");
}

#[tokio::test]
async fn what_isnt_there_is_none_and_not_an_error() {
    let fake = Fake::start().await;
    let client = fake.client();
    assert_eq!(client.source(&slug("nope")).await.expect("an answer"), None);
    assert_eq!(client.flow("nope").await.expect("an answer"), None);
    assert_eq!(client.login_redirect(&slug("nope")).await.expect("an answer"), None);
    assert_eq!(client.delete(ObjectKind::Source, "nope").await.expect("an answer"), DeleteOutcome::Before);
    let gone = client.change(ObjectKind::Source, "nope", WriteBody::default()).await.expect_err("gone");
    assert!(matches!(gone, Error::Gone { .. }), "{gone:?}");
    let gone = client.stage("nope").await.expect_err("gone");
    assert!(matches!(gone, Error::NotThere { .. } | Error::LoginPageNotFound { .. }), "{gone:?}");
}

#[tokio::test]
async fn a_link_that_may_be_seen_and_not_deleted_is_a_missing_right_and_not_gone() {
    let link = json!({ "pk": 4, "user": 7, "identifier": "2244994945" }).to_string();
    let gone = json!({ "detail": "No UserOAuthSourceConnection matches the given query." }).to_string();
    let me = json!({ "user": { "pk": 2, "username": "m.okafor" } }).to_string();
    for (there, wanted) in [(true, "rights-missing"), (false, "")] {
        let fake = Fake::start().await;
        let (link, gone, me) = (link.clone(), gone.clone(), me.clone());
        fake.state().hook = Some(Box::new(move |state, method, path| {
            let (status, body) = match method {
                "GET" if path.contains("/users/me") => ("200 OK", &me),
                "GET" if there => ("200 OK", &link),
                _ => ("404 x", &gone),
            };
            state.canned = Some(canned(status, "", body));
        }));
        let said = match fake.client().delete(ObjectKind::Connection, "4").await {
            Ok(deleted) => {
                assert_eq!(deleted, DeleteOutcome::Before);
                String::new()
            }
            Err(error) => {
                assert!(format!("{error:?}").contains("DeleteConnection"), "{error:?}");
                Diagnosis::from(&error.symptom()).id
            }
        };
        assert_eq!(said, wanted);
    }
}

#[tokio::test]
async fn a_page_with_more_entries_than_any_has_is_refused() {
    for (entries, is_read) in [(1000, true), (1001, false)] {
        let fake = Fake::start().await;
        let body = json!({ "pagination": { "next": 0 }, "results": vec![json!({ "pk": "x" }); entries] }).to_string();
        fake.state().canned = Some(canned("200 x", "", &body));
        let found = fake.client().stages().await;
        assert_eq!(found.as_ref().ok().map(Vec::len), is_read.then_some(entries));
        assert_eq!(
            found.err().map(|error| error.symptom().entry().id),
            (!is_read).then_some("authentik-answer-unknown")
        );
    }
}

#[tokio::test]
async fn a_list_is_read_to_its_last_page() {
    let fake = Fake::start().await;
    let mut page = 0;
    fake.state().hook = Some(Box::new(move |state, _, _| {
        page += 1;
        let next = if page < 3 { page + 1 } else { 0 };
        let body = json!({ "pagination": { "next": next }, "results": [{ "pk": page.to_string() }] }).to_string();
        state.canned = Some(canned("200 OK", "", &body));
    }));
    let sources = fake.client().sources().await.expect("a list");
    let all: Vec<_> = sources.iter().map(|source| source.pk.as_str()).collect();
    assert_eq!(all, ["1", "2", "3"]);
}

#[tokio::test]
async fn the_oldest_and_the_newest_shapes_are_read_alike() {
    for body in [
        json!({ "pk": "1", "name": "X", "slug": "x", "provider_type": "twitter", "consumer_key": "a" }),
        json!({
            "pk": "1", "name": "X", "slug": "x", "provider_type": "twitter", "consumer_key": "a", "enabled": true,
            "additional_scopes": null, "authentication_flow": null, "user_matching_mode": "", "pkce": "none",
            "from_the_future": { "deep": [1] },
        }),
    ] {
        let fake = Fake::start().await;
        fake.state().canned = Some(canned("200 OK", "", &body.to_string()));
        let source = fake.client().source(&slug("x")).await.expect("an answer").expect("a source");
        assert!(source.enabled);
        assert_eq!((source.additional_scopes.as_str(), source.authentication_flow), ("", None));
    }
}

#[tokio::test]
async fn a_server_that_cant_filter_by_several_kinds_is_asked_for_each() {
    let fake = Fake::start().await;
    let event = |pk: &str, action: &str, second: u8| json!({ "pk": pk, "action": action, "created": format!("2026-01-02T03:04:{second:02}.5Z") });
    fake.state().events = vec![event("4", "login", 9), event("2", "user_write", 5), event("1", "login", 3)];
    let events = |client: Client| async move {
        let found = client.events(&["login", "user_write"]).await.expect("events");
        found.into_iter().map(|event| event.pk).collect::<Vec<_>>()
    };
    assert_eq!(events(fake.client()).await, ["4", "2", "1"]);
    assert_eq!(fake.state().asked.len(), 1, "nothing else was there to be left out");

    fake.state().events.insert(1, event("3", "password_set", 7));
    assert_eq!(events(fake.client()).await, ["4", "2", "1"], "newest first, whatever kind");
    let asked: Vec<_> = fake.state().asked.iter().skip(2).map(|(_, path, _)| path.clone()).collect();
    let each = |action: &str| format!("/api/v3/events/events/?ordering=-created&page_size=100&action={action}");
    assert_eq!(asked, [each("login"), each("user_write")]);
}

#[tokio::test]
async fn a_visitors_requests_never_carry_the_token() {
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({}));
    fake.state().brand_flow = None;
    let client = fake.client();
    let flow = client.login_flow().await.expect("a flow");
    client.login_page(&flow).await.expect("a page");
    client.login_redirect(&slug("x")).await.expect("a redirect").expect("a source");
    let (approach, _) = client.approach(&ServerLeg::OUTSIDE, &mut |_| (), async {}).await;
    assert!(approach.error().is_none(), "{approach:?}");
    assert!(fake.state().with_token.iter().all(|with| !with));
    client.version().await.expect("a version");
    assert_eq!(fake.state().with_token.last(), Some(&true));
    assert!(!format!("{client:?}").contains(TOKEN));
}

#[tokio::test]
async fn a_flow_that_redirects_to_itself_is_followed_with_its_cookies_and_not_for_ever() {
    let fake = Fake::start().await;
    let mut asked = 0;
    fake.state().hook = Some(Box::new(move |state, _, path| {
        asked += 1;
        let cookies = "Set-Cookie: authentik_session=abc; Path=/; HttpOnly\r\nSet-Cookie: csrf=d\r\n";
        state.canned = (asked < 4).then(|| canned("302 x", &format!("Location: {path}\r\n{cookies}"), ""));
    }));
    let page = fake.visitor().login_page("default-authentication-flow").await.expect("a page");
    assert_eq!(page.component, "ak-stage-identification");
    assert_eq!(fake.state().asked.len(), 4);

    fake.state().asked.clear();
    fake.state().hook = Some(Box::new(|state, _, path| {
        state.canned = Some(canned("302 x", &format!("Location: {path}\r\n"), ""));
    }));
    let error = fake.visitor().login_page("default-authentication-flow").await.expect_err("a loop");
    assert!(matches!(error, Error::LoginPageNotFound { .. }), "{error:?}");
    assert_eq!(fake.state().asked.len(), 11);

    fake.state().hook = None;
    fake.state().canned = Some(canned("302 x", "Location: https://sso.test/start?rd=1\r\n", ""));
    let error = fake.visitor().login_page("default-authentication-flow").await.expect_err("elsewhere");
    assert_eq!(error.to_string(), "127.0.0.1 redirects to https://sso.test/start");
}

#[tokio::test]
async fn the_way_to_x_is_taken_apart_and_its_state_left_behind() {
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({ "consumer_key": "TTFN", "additional_scopes": "users.email" }));
    let way = fake.visitor().login_redirect(&slug("x")).await.expect("an answer").expect("a redirect");
    assert_eq!(way.host, "twitter.com");
    assert_eq!(way.client_id.as_deref(), Some("TTFN"));
    assert_eq!(way.redirect_uri, Some(format!("{}/source/oauth/callback/x/", fake.server)));
    assert_eq!(way.scopes, ["users.email", "tweet.read", "users.read"]);
    assert_eq!(way.challenge_method.as_deref(), Some("S256"));
    assert!(!format!("{way:?}").contains("XpZTV8"));
}

#[tokio::test]
async fn the_first_contact_tells_all_that_the_first_stage_shows() {
    let fake = Fake::start().await;
    fake.add_source("1", "x", &json!({}));
    fake.add_source("2", "github", &json!({ "provider_type": "github" }));
    let reached = check_server(&fake.client(), &mut |_| ()).await.outcome.expect("reached");
    assert!(reached.problem("host").is_none());
    insta::assert_json_snapshot!(reached);
    assert_eq!(fake.writes(), Vec::<String>::new());
}

#[tokio::test]
async fn the_token_is_not_sent_before_authentik_has_answered() {
    let fake = Fake::start().await;
    fake.state().canned = Some(canned("200 OK", "", "<html>a proxy's sign-in page"));
    let error = check_server(&fake.client(), &mut |_| ()).await.outcome.expect_err("not authentik");
    assert!(matches!(error, Error::NotThere { .. }), "{error:?}");
    assert!(!fake.state().with_token.is_empty() && fake.state().with_token.iter().all(|with| !with));
}

#[tokio::test]
async fn a_token_without_rights_reaches_the_server_and_is_told_what_it_lacks() {
    let fake = Fake::start().await;
    {
        let mut state = fake.state();
        state.superuser = false;
        state.refused = vec!["GET /api/v3/stages/", "GET /api/v3/events/"];
    }
    let reached = check_server(&fake.client(), &mut |_| ()).await.outcome.expect("reached");
    let Some(Error::RightsMissing { user, rights }) = reached.problem("host") else { panic!("{reached:?}") };
    assert_eq!((user.as_str(), rights), ("m.okafor", vec![Right::ViewStage]));
    let state = |right| reached.rights.iter().find(|state| state.right == right).map(|state| state.allowed);
    assert_eq!(state(Right::ViewSource), Some(GrantedRights::Allowed));
    assert_eq!(state(Right::ViewEvents), Some(GrantedRights::Refused));
    assert_eq!(state(Right::ChangeSource), Some(GrantedRights::Unknown));
}

#[test]
fn the_type_for_x_is_found_under_every_name_it_may_have() {
    let kind = |name: &str, url: Option<&str>| SourceType {
        name: name.to_owned(),
        verbose_name: String::new(),
        authorization_url: url.map(str::to_owned),
    };
    let found = |types: &[SourceType]| SourceType::find_x(types).map(|kind| kind.name.clone());
    assert_eq!(found(&[kind("github", None), kind("x", None), kind("twitter", None)]).as_deref(), Some("twitter"));
    assert_eq!(found(&[kind("github", None), kind("x", None)]).as_deref(), Some("x"));
    assert_eq!(found(&[kind("xcom", Some("https://x.com/i/oauth2/authorize"))]).as_deref(), Some("xcom"));
    assert_eq!(found(&[kind("default", Some("https://notx.com/"))]), None);
}

#[tokio::test]
async fn a_request_with_its_retries_takes_no_longer_than_one_may() {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let patience = std::time::Duration::from_millis(300);
    let clock = crate::clock::Clock::new(|| time::OffsetDateTime::UNIX_EPOCH);
    let net =
        crate::net::HttpClient::new(None, crate::net::Proxies::None, patience, crate::net::Trace::default(), clock);
    let server = crate::address::ServerUrl::parse(&address, crate::address::HttpPolicy::LoopbackOnly);
    let client = Client::new(net.expect("a client"), &server.expect("an address").url, None);
    let client = client.with_retries(RetrySchedule::AT_ONCE);
    // A server that takes connections and never answers.
    let connections = async {
        let mut open = Vec::new();
        loop {
            open.extend(listener.accept().await.ok());
            assert_eq!(open.len(), 1, "a second try after all the time was gone");
        }
    };
    let outcome = tokio::select! {
        outcome = client.sources() => outcome,
        never = connections => never,
    };
    let symptom = outcome.expect_err("no answer").symptom();
    assert!(matches!(symptom, crate::diagnosis::Symptom::TimedOut { .. }), "{symptom:?}");
}
