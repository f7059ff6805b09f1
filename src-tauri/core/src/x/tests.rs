use super::fake::{FakeX, PROFILE, REVOKED, SECRET, TOKEN, clock, net, pair};
use super::token::basic;
use super::*;
use crate::diagnosis::{Diagnosed, Peer, Symptom};
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use url::{Url, form_urlencoded};

const CODE: &str = "canary-code-19aa";
const VERIFIER: &str = "canary-verifier-canary-verifier-canary-verifier";

fn oauth(error: &str, description: &str) -> String {
    format!(r#"{{"error":"{error}","error_description":"{description}"}}"#)
}

fn redirect() -> Url {
    Url::parse("http://127.0.0.1:8723/callback").expect("an address")
}

async fn exchanged(x: &FakeX) -> Attempt<Token, OauthError> {
    let (code, verifier, pair) = (SecretString::from(CODE), SecretString::from(VERIFIER), pair());
    let age = Some(Duration::from_secs(2));
    let grant = Grant { pair: &pair, code: &code, verifier: &verifier, redirect: &redirect(), age };
    exchange(&net(), &x.endpoints, grant).await
}

fn form(body: &str) -> BTreeMap<String, String> {
    form_urlencoded::parse(body.as_bytes()).into_owned().collect()
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
    let grant = Grant { pair: &pair, code: &code, verifier: &verifier, redirect: &redirect(), age: None };
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
        (400, taken.clone(), CredentialVerdict::Accepted),
        (401, oauth("unauthorized_client", "Missing valid authorization header"), CredentialVerdict::SecretRefused),
        (
            400,
            oauth("invalid_client", "Value passed for the client id was invalid."),
            CredentialVerdict::ClientIdUnknown,
        ),
        (
            401,
            oauth("invalid_client", "Value passed for the client id was invalid."),
            CredentialVerdict::ClientIdUnknown,
        ),
        (503, String::new(), CredentialVerdict::CannotTell { symptom: Symptom::XUnavailable { status: 503 } }),
        (429, String::new(), CredentialVerdict::CannotTell { symptom: Symptom::XRateLimited { reset: None } }),
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
    assert!(
        matches!(found.pairing, CredentialVerdict::CannotTell { symptom: Symptom::XAnswerUnknown { .. } }),
        "{found:?}"
    );
    assert!(!format!("{found:?}").contains("canary-access"), "{found:?}");
}
