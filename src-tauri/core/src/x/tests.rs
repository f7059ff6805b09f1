use super::error::Handed;
use super::fake::{FakeX, PROFILE, REVOKED, SECRET, TOKEN, clock, net, pair};
use super::token::basic;
use super::*;
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use crate::net::Answer;
use http::HeaderMap;
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use url::{Url, form_urlencoded};

const CODE: &str = "canary-code-19aa";
const VERIFIER: &str = "canary-verifier-canary-verifier-canary-verifier";

fn answer(status: u16, body: &str) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert("x-rate-limit-reset", "1785000000".parse().expect("a value"));
    Answer { status, headers, body: body.as_bytes().to_vec(), exchange: None, took: Duration::ZERO }
}

fn oauth(error: &str, description: &str) -> String {
    format!(r#"{{"error":"{error}","error_description":"{description}"}}"#)
}

fn redirect() -> Url {
    Url::parse("http://127.0.0.1:8723/callback").expect("an address")
}

async fn exchanged(x: &FakeX) -> Attempt<Token, OauthError> {
    let (code, verifier, pair) = (SecretString::from(CODE), SecretString::from(VERIFIER), pair());
    let age = Duration::from_secs(2);
    let grant = Grant { pair: &pair, code: &code, verifier: &verifier, redirect: &redirect(), age };
    exchange(&net(), &x.endpoints, grant).await
}

fn form(body: &str) -> BTreeMap<String, String> {
    form_urlencoded::parse(body.as_bytes()).into_owned().collect()
}

#[test]
fn each_refusal_of_the_token_endpoint_is_told_apart() {
    let invalid_request = |description: &str| oauth("invalid_request", description);
    let rows = [
        (400, invalid_request("Missing required parameter [grant_type]."), Symptom::XGrantTypeMissing),
        (
            400,
            invalid_request(
                "Value passed for the grant type was invalid. Grant type should be one of [authorization_code, refresh_token].",
            ),
            Symptom::XGrantTypeUnknown,
        ),
        (400, invalid_request("Missing required parameter [client_id]."), Symptom::XClientIdMissing),
        (400, invalid_request("Missing required parameter [code_verifier]."), Symptom::XCodeVerifierMissing),
        (400, oauth("invalid_client", "Value passed for the client id was invalid."), Symptom::XClientIdUnknown),
        (401, oauth("invalid_client", "Value passed for the client id was invalid."), Symptom::XClientIdUnknown),
        (401, oauth("unauthorized_client", "Missing valid authorization header"), Symptom::XSecretRefused),
        (
            400,
            invalid_request("Value passed for the authorization code was invalid."),
            Symptom::XCodeInvalid { age_seconds: None },
        ),
        (
            400,
            invalid_request("Value passed for the redirect uri did not match the uri of the authorization code."),
            Symptom::XRedirectDiffers,
        ),
        (
            400,
            invalid_request("Value passed for the code verifier did not match the code challenge."),
            Symptom::XVerifierDiffers,
        ),
        (400, invalid_request("Value passed for the token was invalid."), Symptom::XTokenInvalid),
        // Of no capture of X's, but of the standard
        (400, r#"{"error":"invalid_grant"}"#.to_owned(), Symptom::XCodeInvalid { age_seconds: None }),
        (400, r#"{"error":"invalid_client"}"#.to_owned(), Symptom::XClientIdUnknown),
        (401, r#"{"error":"unauthorized_client"}"#.to_owned(), Symptom::XSecretRefused),
        (400, r#"{"error":"unsupported_grant_type"}"#.to_owned(), Symptom::XGrantTypeUnknown),
        // Other shapes and statuses
        (500, invalid_request("value passed for the token was invalid"), Symptom::XTokenInvalid),
        (
            400,
            r#"{"errors":[{"message":"m"}],"error":"invalid_request","error_description":"Value passed for the token was invalid."}"#.to_owned(),
            Symptom::XTokenInvalid,
        ),
        (
            400,
            r#"{"errors":[{"error":"invalid_client","error_description":"Value passed for the client id was invalid."}]}"#.to_owned(),
            Symptom::XClientIdUnknown,
        ),
        (
            401,
            r#"[{"error":"unauthorized_client","error_description":"Missing valid authorization header"}]"#.to_owned(),
            Symptom::XSecretRefused,
        ),
        (401, oauth("unauthorized_client", "Something newer"), Symptom::XSecretRefused),
        // Not about the request
        (429, String::new(), Symptom::XRateLimited { reset: Some("17:20 UTC".to_owned()) }),
        (503, "<html>busy</html>".to_owned(), Symptom::XUnavailable { status: 503 }),
        (
            400,
            oauth("unauthorized_client", "Something newer"),
            Symptom::XAnswerUnknown { status: 400, said: "unauthorized_client: Something newer".to_owned() },
        ),
        (403, "<b>no</b>".to_owned(), Symptom::XAnswerUnknown { status: 403, said: "<b>no</b>".to_owned() }),
        (400, "null".to_owned(), Symptom::XAnswerUnknown { status: 400, said: "null".to_owned() }),
    ];
    for (status, body, wanted) in rows {
        assert_eq!(OauthError::read(&answer(status, &body), Handed::Code, &[]).symptom(), wanted, "{status} {body}");
    }
    let refresh = OauthError::read(&answer(400, r#"{"error":"invalid_grant"}"#), Handed::Token, &[]);
    assert_eq!(refresh.symptom(), Symptom::XTokenInvalid);
}

#[test]
fn each_refusal_of_the_profile_is_told_apart() {
    let problem =
        |title: &str, detail: &str, kind: &str| format!(r#"{{"title":"{title}","detail":"{detail}","type":"{kind}"}}"#);
    let blank = |words: &str| problem(words, words, "about:blank");
    let enrolled = |reason: &str, host: &str| {
        format!(
            r#"{{"client_id":"28572299","detail":"When authenticating …","title":"Client Forbidden","reason":"{reason}","type":"https://{host}/2/problems/client-forbidden"}}"#
        )
    };
    let not_enrolled = || Symptom::XClientNotEnrolled { app: Some("28572299".to_owned()) };
    let wrapped = |body: &str| format!(r#"{{"errors":[{body}]}}"#);
    let app_only = problem(
        "Unsupported Authentication",
        "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.",
        "https://api.twitter.com/2/problems/unsupported-authentication",
    );
    let credits = |host: &str, kind: &str| problem("x", "y", &format!("https://{host}/2/problems/{kind}"));
    let rows = [
        (401, blank("Unauthorized"), Symptom::XTokenRefused),
        (401, String::new(), Symptom::XTokenRefused),
        (403, blank("Forbidden"), Symptom::XScopeMissing),
        (403, enrolled("client-not-enrolled", "api.twitter.com"), not_enrolled()),
        (403, enrolled("client-not-enrolled", "api.x.com"), not_enrolled()),
        (403, wrapped(&enrolled("client-not-enrolled", "api.x.com")), not_enrolled()),
        (403, enrolled("user-not-enrolled", "api.x.com"), Symptom::XUserNotEnrolled),
        (403, app_only.clone(), Symptom::XAppOnlyToken),
        (403, wrapped(&app_only), Symptom::XAppOnlyToken),
        (402, credits("api.twitter.com", "credits"), Symptom::XCreditsDepleted),
        (402, credits("api.x.com", "credits-depleted"), Symptom::XCreditsDepleted),
        (402, r#"{"account_id":1553086854915936256,"title":"CreditsDepleted"}"#.to_owned(), Symptom::XCreditsDepleted),
        (402, String::new(), Symptom::XCreditsDepleted),
        (403, r#"{"title":"SpendCapReached"}"#.to_owned(), Symptom::XSpendCapReached),
        (429, blank("Too Many Requests"), Symptom::XRateLimited { reset: Some("17:20 UTC".to_owned()) }),
        (
            429,
            problem("UsageCapExceeded", "Usage cap exceeded", "https://api.twitter.com/2/problems/usage-capped"),
            Symptom::XUsageCapReached,
        ),
        (503, blank("Service Unavailable"), Symptom::XUnavailable { status: 503 }),
        (502, String::new(), Symptom::XUnavailable { status: 502 }),
        (200, r#"{"data":{"name":"n"}}"#.to_owned(), Symptom::XProfileWithoutId),
        (200, "{}".to_owned(), Symptom::XProfileWithoutId),
        (200, "<p>hi</p>".to_owned(), Symptom::XAnswerUnknown { status: 200, said: "<p>hi</p>".to_owned() }),
        (403, "<p>no</p>".to_owned(), Symptom::XAnswerUnknown { status: 403, said: "<p>no</p>".to_owned() }),
        (
            403,
            enrolled("region-blocked", "api.x.com"),
            Symptom::XAnswerUnknown { status: 403, said: "Client Forbidden: When authenticating …".to_owned() },
        ),
    ];
    for (status, body, wanted) in rows {
        assert_eq!(ProfileError::read(&answer(status, &body), &[]).symptom(), wanted, "{status} {body}");
    }
}

#[test]
fn a_quotation_is_short_and_without_secrets() {
    let body = format!(
        r#"{{"error":"odd","error_description":"{} {SECRET} line\nbreak code=abcdef {}"}}"#,
        basic(&pair()),
        "x".repeat(600)
    );
    let hide = [SECRET, &basic(&pair())];
    for body in [body.clone(), body.replace("error", "fault")] {
        let error = OauthError::read(&answer(400, &body), Handed::Code, &hide);
        let OauthError::Unknown { said, .. } = &error else { panic!("{error:?}") };
        assert!(said.chars().count() <= 301 && !said.contains('\n'), "{said}");
        assert!(!said.contains(SECRET) && !said.contains(&basic(&pair())) && !said.contains("abcdef"), "{said}");
    }
}

#[tokio::test]
async fn a_code_is_exchanged_as_authentik_does() {
    let x = FakeX::but(|_| None).await;
    let attempt = exchanged(&x).await;
    let token = attempt.outcome.expect("a token");
    assert_eq!(token.access.expose_secret(), "canary-access-token-7f31");
    assert!(token.refresh.is_none());
    assert_eq!(token.scopes.expect("scopes").to_string(), "tweet.read users.read");
    assert_eq!(attempt.exchange, Some(1));

    let [asked] = &x.asked()[..] else { panic!("one request") };
    assert_eq!((asked.method.as_str(), asked.target.as_str()), ("POST", "/2/oauth2/token"));
    assert_eq!(asked.authorization, format!("Basic {}", basic(&pair())));
    let wanted = [
        ("code", CODE),
        ("code_verifier", VERIFIER),
        ("grant_type", "authorization_code"),
        ("redirect_uri", "http://127.0.0.1:8723/callback"),
    ];
    assert_eq!(form(&asked.body), wanted.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
}

#[tokio::test]
async fn a_failed_exchange_says_why_and_keeps_no_secret() {
    let refusal = oauth("invalid_request", "Value passed for the authorization code was invalid.");
    let echo = format!(r#"{{"error":"odd","error_description":"{CODE} {VERIFIER} {SECRET} canary"}}"#);
    for (status, body, wanted) in [
        (400, refusal, Symptom::XCodeInvalid { age_seconds: Some(2) }),
        (503, "busy".to_owned(), Symptom::XUnavailable { status: 503 }),
        (
            200,
            r#"{"access_token":"canary-7"}"#.to_owned(),
            Symptom::XAnswerUnknown {
                status: 200,
                said: r#"{ "access_token": "‹8 characters, removed›" }"#.to_owned(),
            },
        ),
        (
            400,
            echo,
            Symptom::XAnswerUnknown {
                status: 400, said: "odd: ‹removed› ‹removed› ‹removed› canary".to_owned()
            },
        ),
    ] {
        let x = FakeX::answering(move |_| (status, body.clone())).await;
        let error = exchanged(&x).await.outcome.expect_err("a refusal");
        assert!(!format!("{error:?}").contains("canary-"), "{error:?}");
        assert_eq!(error.symptom(), wanted);
    }
}

#[tokio::test]
async fn a_refresh_token_and_a_missing_scope_list_are_read() {
    let body = r#"{"token_type":"BEARER","access_token":"a","refresh_token":"r"}"#;
    let x = FakeX::answering(move |_| (200, body.to_owned())).await;
    let token = exchanged(&x).await.outcome.expect("a token");
    assert_eq!(token.refresh.expect("a refresh token").expose_secret(), "r");
    assert!(token.scopes.is_none());
}

#[tokio::test]
async fn an_unreachable_x_is_a_fault_of_the_way() {
    let x = FakeX::but(|_| None).await;
    let endpoints = x.endpoints.clone();
    drop(x);
    tokio::task::yield_now().await;
    let (code, verifier, pair) = (SecretString::from(CODE), SecretString::from(VERIFIER), pair());
    let grant = Grant { pair: &pair, code: &code, verifier: &verifier, redirect: &redirect(), age: Duration::ZERO };
    let error = exchange(&net(), &endpoints, grant).await.outcome.expect_err("nobody there");
    assert!(matches!(error.symptom(), Symptom::ConnectionRefused { peer: Peer::X, .. }), "{error:?}");
}

#[tokio::test]
async fn the_profile_is_asked_for_as_authentik_does() {
    let token = SecretString::from("canary-access-token-7f31");
    let mail = r#"{"data":{"id":2244994945,"username":"x","confirmed_email":"a@example.com"}}"#;
    let x =
        FakeX::answering(move |asked| (200, if asked.target.contains('?') { mail } else { PROFILE }.to_owned())).await;
    let plain = profile(&net(), &x.endpoints, &token, Email::NotWanted).await.outcome.expect("a profile");
    assert_eq!((plain.id.as_str(), plain.username.as_deref()), ("2244994945", Some("XDevelopers")));
    assert_eq!((plain.name.as_deref(), plain.confirmed_email.as_deref()), (Some("X Developers"), None));
    let with = profile(&net(), &x.endpoints, &token, Email::Wanted).await.outcome.expect("a profile");
    assert_eq!((with.id.as_str(), with.name.as_deref()), ("2244994945", None));
    assert_eq!(with.confirmed_email.as_deref(), Some("a@example.com"));
    assert_eq!(x.targets(), ["/2/users/me", "/2/users/me?user.fields=confirmed_email"]);
    assert!(x.asked().iter().all(|asked| asked.authorization == "Bearer canary-access-token-7f31"));
}

#[tokio::test]
async fn a_token_is_revoked_in_the_apps_name() {
    for (status, body, wanted) in [
        (200, REVOKED, None),
        (200, "", None),
        (
            200,
            r#"{"revoked":false}"#,
            Some(Symptom::XAnswerUnknown { status: 200, said: r#"{ "revoked": false }"#.to_owned() }),
        ),
        (503, "", Some(Symptom::XUnavailable { status: 503 })),
    ] {
        let x = FakeX::answering(move |_| (status, body.to_owned())).await;
        let token = SecretString::from("canary-access-token-7f31");
        let outcome = revoke(&net(), &x.endpoints, &pair(), &token).await.outcome;
        assert_eq!(outcome.err().map(|error| error.symptom()), wanted);
        let [asked] = &x.asked()[..] else { panic!("one request") };
        assert_eq!(asked.target, "/2/oauth2/revoke");
        assert_eq!(asked.authorization, format!("Basic {}", basic(&pair())));
        assert_eq!(asked.body, "token=canary-access-token-7f31");
    }
}

#[tokio::test]
async fn a_pair_is_checked_without_a_sign_in() {
    let taken = oauth("invalid_request", "Value passed for the token was invalid.");
    let rows = [
        (400, taken.clone(), Pairing::Accepted),
        (401, oauth("unauthorized_client", "Missing valid authorization header"), Pairing::SecretRefused),
        (400, oauth("invalid_client", "Value passed for the client id was invalid."), Pairing::ClientIdUnknown),
        (401, oauth("invalid_client", "Value passed for the client id was invalid."), Pairing::ClientIdUnknown),
        (503, String::new(), Pairing::CannotTell { symptom: Symptom::XUnavailable { status: 503 } }),
        (429, String::new(), Pairing::CannotTell { symptom: Symptom::XRateLimited { reset: None } }),
    ];
    for (status, body, wanted) in rows {
        let x = FakeX::answering(move |_| (status, body.clone())).await;
        let found = probe(&net(), &clock(), &x.endpoints, &pair()).await;
        assert_eq!((found.pairing, found.status), (wanted, Some(status)));
        let [asked] = &x.asked()[..] else { panic!("one request") };
        assert_eq!(asked.authorization, format!("Basic {}", basic(&pair())));
        let id = pair().id.to_string();
        assert_eq!(asked.body, format!("grant_type=refresh_token&refresh_token=INVALID&client_id={id}"));
    }
    let x = FakeX::answering(move |_| (400, taken.clone())).await;
    let found = probe(&net(), &clock(), &x.endpoints, &pair()).await;
    assert_eq!(found.said.as_deref(), Some("invalid_request: Value passed for the token was invalid."));
    assert_eq!((found.at.as_str(), found.symptom()), ("1970-01-01T00:00:00Z", None));
}

#[tokio::test]
async fn a_check_that_meets_something_else_proves_nothing() {
    let x = FakeX::answering(|_| (200, TOKEN.to_owned())).await;
    let found = probe(&net(), &clock(), &x.endpoints, &pair()).await;
    assert!(matches!(found.pairing, Pairing::CannotTell { symptom: Symptom::XAnswerUnknown { .. } }), "{found:?}");
    assert!(!format!("{found:?}").contains("canary-access"), "{found:?}");
}
