//! Every answer of X's that somebody wrote down [docs/evidence/x.md §1.5, §2.2], in every shape it may come in, against
//! what it means; and that nothing else is taken for one of them.

use super::error::GrantInput;
use super::{OauthError, ProfileError};
use crate::diagnosis::{Diagnosed, Symptom};
use crate::net::Response;
use http::{HeaderMap, HeaderValue, header};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::time::Duration;

const RESET: &str = "17:20 UTC";

fn answer(status: u16, body: impl AsRef<[u8]>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert("x-rate-limit-reset", HeaderValue::from_static("1785000000"));
    Response { status, headers, body: body.as_ref().to_vec(), exchange: None, took: Duration::ZERO }
}

fn of_token(answer: &Response) -> Symptom {
    OauthError::read(answer, GrantInput::Code, &[]).symptom()
}

fn of_profile(answer: &Response) -> Symptom {
    ProfileError::read(answer, &[]).symptom()
}

/// [docs/evidence/x.md §1.5, rows 1 to 10], verbatim.
const TOKEN_ROWS: [(u16, &str, &str, Symptom); 10] = [
    (400, "invalid_request", "Missing required parameter [grant_type].", Symptom::XGrantTypeMissing),
    (
        400,
        "invalid_request",
        "Value passed for the grant type was invalid. Grant type should be one of [authorization_code, refresh_token].",
        Symptom::XGrantTypeUnknown,
    ),
    (400, "invalid_request", "Missing required parameter [client_id].", Symptom::XClientIdMissing),
    (400, "invalid_request", "Missing required parameter [code_verifier].", Symptom::XCodeVerifierMissing),
    (400, "invalid_client", "Value passed for the client id was invalid.", Symptom::XClientIdUnknown),
    (401, "unauthorized_client", "Missing valid authorization header", Symptom::XSecretRefused),
    (
        400,
        "invalid_request",
        "Value passed for the authorization code was invalid.",
        Symptom::XCodeInvalid { age_seconds: None },
    ),
    (
        400,
        "invalid_request",
        "Value passed for the redirect uri did not match the uri of the authorization code.",
        Symptom::XRedirectDiffers,
    ),
    (
        400,
        "invalid_request",
        "Value passed for the code verifier did not match the code challenge.",
        Symptom::XVerifierDiffers,
    ),
    (400, "invalid_request", "Value passed for the token was invalid.", Symptom::XTokenInvalid),
];

/// [docs/evidence/x.md §2.2], in its order, verbatim.
fn profile_rows() -> Vec<(u16, &'static str, Symptom)> {
    let not_enrolled = Symptom::XClientNotEnrolled { app: Some("28572299".to_owned()) };
    let limited = Symptom::XRateLimited { reset: Some(RESET.to_owned()) };
    vec![
        (
            401,
            r#"{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}"#,
            Symptom::XTokenRefused,
        ),
        (
            401,
            r#"{"detail":"Unauthorized","status":401,"title":"Unauthorized","type":"about:blank"}"#,
            Symptom::XTokenRefused,
        ),
        (
            403,
            r#"{"title":"Forbidden","type":"about:blank","status":403,"detail":"Forbidden"}"#,
            Symptom::XScopeMissing,
        ),
        (
            403,
            r#"{"client_id":"28572299","detail":"When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project. You can create a project via the developer portal.","registration_url":"https://developer.twitter.com/en/docs/projects/overview","title":"Client Forbidden","required_enrollment":"Appropriate Level of API Access","reason":"client-not-enrolled","type":"https://api.twitter.com/2/problems/client-forbidden"}"#,
            not_enrolled,
        ),
        (
            403,
            r#"{"client_id":"28572299","detail":"This request is billed to the authenticated user. Create a developer account at the Developer Console and enroll it in Pay-per-use.","registration_url":"https://console.x.com","title":"Client Forbidden","required_enrollment":"Appropriate Level of API Access","reason":"user-not-enrolled","type":"https://api.x.com/2/problems/client-forbidden"}"#,
            Symptom::XUserNotEnrolled,
        ),
        (
            403,
            r#"{"title":"Unsupported Authentication","detail":"Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].","type":"https://api.twitter.com/2/problems/unsupported-authentication","status":403}"#,
            Symptom::XAppOnlyToken,
        ),
        (
            402,
            r#"{"account_id":1553086854915936256,"title":"CreditsDepleted","detail":"Your enrolled account [1553086854915936256] does not have any credits to fulfill this request.","type":"https://api.twitter.com/2/problems/credits"}"#,
            Symptom::XCreditsDepleted,
        ),
        (
            402,
            r#"{"detail":"credits depleted","status":402,"title":"Payment Required","type":"https://api.x.com/2/problems/credits-depleted"}"#,
            Symptom::XCreditsDepleted,
        ),
        (403, r#"{"title":"SpendCapReached"}"#, Symptom::XSpendCapReached),
        (
            403,
            r#"{"title":"Forbidden","type":"about:blank","status":403,"detail":"Your monthly spend cap has been reached."}"#,
            Symptom::XSpendCapReached,
        ),
        (403, r#"{"title":"Forbidden","detail":"Forbidden","reason":"spend-cap-reached"}"#, Symptom::XSpendCapReached),
        (
            429,
            r#"{"title":"Too Many Requests","detail":"Too Many Requests","type":"about:blank","status":429}"#,
            limited,
        ),
        (
            429,
            r#"{"account_id":0,"product_name":"standard-basic","title":"UsageCapExceeded","period":"Monthly","scope":"Product","detail":"Usage cap exceeded: Monthly product cap","type":"https://api.twitter.com/2/problems/usage-capped"}"#,
            Symptom::XUsageCapReached,
        ),
        (
            503,
            r#"{"title":"Service Unavailable","detail":"Service Unavailable","type":"about:blank","status":503}"#,
            Symptom::XUnavailable { status: 503 },
        ),
    ]
}

/// The same said in the other ways that occur: wrapped, both, in a list, the other host, other keys beside it, in the
/// other order, numbers as strings, without its status.
fn shapes(flat: &Value) -> Vec<Value> {
    let with = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
        let mut changed = flat.clone();
        change(changed.as_object_mut().expect("an object"));
        changed
    };
    let host = |to: &str| {
        with(&|body| {
            if let Some(Value::String(kind)) = body.get_mut("type") {
                *kind = kind.replace("api.twitter.com", to).replace("api.x.com", to);
            }
        })
    };
    vec![
        flat.clone(),
        json!({ "errors": [flat] }),
        json!({ "errors": [{}, flat, { "title": "Another" }], "data": null }),
        json!([flat]),
        with(&|body| drop(body.insert("errors".to_owned(), json!([{ "message": "m", "code": 1 }])))),
        with(&|body| drop(body.insert("errors".to_owned(), json!("none")))),
        with(&|body| drop(body.insert("trace".to_owned(), json!({ "error": "deeper", "title": "deeper" })))),
        with(&|body| drop(body.remove("status"))),
        with(&|body| {
            for value in body.values_mut().filter(|value| value.is_number()) {
                *value = value.to_string().into();
            }
        }),
        host("api.x.com"),
        host("api.twitter.com"),
    ]
}

/// The shapes as text; the last one backwards and with blanks.
fn texts(flat: &Value) -> Vec<String> {
    let mut texts: Vec<_> = shapes(flat).iter().map(Value::to_string).collect();
    let body = flat.as_object().expect("an object");
    let backwards: Vec<_> = body.iter().rev().map(|(name, value)| format!("\n  {name:?} : {value}")).collect();
    texts.push(format!(" {{{}\n}}\n", backwards.join(",")));
    texts
}

#[test]
fn each_refusal_of_the_token_endpoint_is_told_apart() {
    for (status, error, description, wanted) in TOKEN_ROWS {
        for text in texts(&json!({ "error": error, "error_description": description })) {
            // The status is a hint: of most rows nobody has published it, of row 5 there are two.
            for status in [status, 400, 401, 403, 200, 500] {
                assert_eq!(of_token(&answer(status, &text)), wanted, "{status} {text}");
            }
        }
        for reworded in [description.trim_end_matches('.').to_uppercase(), format!("{description}.")] {
            let text = json!({ "error": error, "error_description": reworded }).to_string();
            assert_eq!(of_token(&answer(status, &text)), wanted, "{text}");
        }
    }
}

#[test]
fn each_refusal_of_the_profile_is_told_apart() {
    for (status, body, wanted) in profile_rows() {
        assert_eq!(of_profile(&answer(status, body)), wanted, "{status} {body}");
        let flat: Value = serde_json::from_str(body).expect("a body");
        for text in texts(&flat) {
            for other in [status, 400, 403] {
                let unavailable = matches!(wanted, Symptom::XUnavailable { .. });
                let wanted = if unavailable { Symptom::XUnavailable { status: other } } else { wanted.clone() };
                assert_eq!(of_profile(&answer(other, &text)), wanted, "{other} {text}");
            }
        }
    }
    let number = profile_rows()[3].1.replace(r#""28572299""#, "28572299");
    assert_eq!(of_profile(&answer(403, number)), Symptom::XClientNotEnrolled { app: Some("28572299".to_owned()) });
}

#[test]
fn the_standards_own_codes_count_where_they_mean_the_same() {
    let of = |handed, error: &str| {
        OauthError::read(&answer(400, json!({ "error": error }).to_string()), handed, &[]).symptom()
    };
    assert_eq!(of(GrantInput::Code, "invalid_grant"), Symptom::XCodeInvalid { age_seconds: None });
    assert_eq!(of(GrantInput::Token, "invalid_grant"), Symptom::XTokenInvalid);
    assert_eq!(of(GrantInput::Code, "unsupported_grant_type"), Symptom::XGrantTypeUnknown);
}

fn unknown(status: u16, said: &str) -> Symptom {
    Symptom::XAnswerUnknown { status, said: said.to_owned() }
}

fn foreign(status: u16, said: &str) -> Symptom {
    Symptom::XAnswerForeign { status, said: said.to_owned() }
}

#[test]
fn what_nobody_wrote_down_at_the_token_endpoint_stays_unknown() {
    let oauth =
        |error: &str, description: &str| json!({ "error": error, "error_description": description }).to_string();
    let rows = [
        // X's codes with other words, or none
        (401, oauth("unauthorized_client", "Something newer"), unknown(401, "unauthorized_client: Something newer")),
        (400, oauth("unauthorized_client", "Something newer"), unknown(400, "unauthorized_client: Something newer")),
        (401, json!({ "error": "unauthorized_client" }).to_string(), unknown(401, "unauthorized_client")),
        (401, json!({ "error": "invalid_client" }).to_string(), unknown(401, "invalid_client")),
        (400, oauth("invalid_client", "The app is suspended."), unknown(400, "invalid_client: The app is suspended.")),
        (
            400,
            oauth("invalid_request", "Missing required parameter [scope]."),
            unknown(400, "invalid_request: Missing required parameter [scope]."),
        ),
        (400, oauth("invalid_scope", ""), unknown(400, "invalid_scope")),
        (429, oauth("slow_down", "Not so fast"), unknown(429, "slow_down: Not so fast")),
        // No words of X's
        (400, "null".to_owned(), unknown(400, "null")),
        (401, String::new(), unknown(401, "")),
        (403, "no".to_owned(), unknown(403, "no")),
        (402, "{}".to_owned(), unknown(402, "{}")),
        (200, r#"{"ok":true}"#.to_owned(), unknown(200, r#"{ "ok": true }"#)),
        // Somebody else's
        (401, "<html><b>Proxy log-in</b></html>".to_owned(), foreign(401, "<html><b>Proxy log-in</b></html>")),
        (
            403,
            "\n <!DOCTYPE html>\n<title>Attention Required</title>".to_owned(),
            foreign(403, "<!DOCTYPE html> <title>Attention Required</title>"),
        ),
        (429, "<html>slow</html>".to_owned(), foreign(429, "<html>slow</html>")),
        (200, "\u{feff}<p>hi</p>".to_owned(), foreign(200, "\u{feff}<p>hi</p>")),
        (302, String::new(), foreign(302, "")),
        // The status alone, by the standard
        (429, String::new(), Symptom::XRateLimited { reset: Some(RESET.to_owned()) }),
        (
            429,
            r#"{"errors":[{"code":88,"message":"Rate limit exceeded"}]}"#.to_owned(),
            Symptom::XRateLimited { reset: Some(RESET.to_owned()) },
        ),
        (503, "<html>busy</html>".to_owned(), Symptom::XUnavailable { status: 503 }),
        (502, String::new(), Symptom::XUnavailable { status: 502 }),
    ];
    for (status, body, wanted) in rows {
        assert_eq!(of_token(&answer(status, &body)), wanted, "{status} {body}");
    }
}

#[test]
fn what_nobody_wrote_down_at_the_profile_stays_unknown() {
    let problem = |title: &str, kind: &str| json!({ "title": title, "detail": "d", "type": kind }).to_string();
    let rows = [
        (401, String::new(), unknown(401, "")),
        (401, problem("Unauthorized", "https://api.x.com/2/problems/blocked"), unknown(401, "Unauthorized: d")),
        (402, String::new(), unknown(402, "")),
        (402, problem("Payment Required", "about:blank"), unknown(402, "Payment Required: d")),
        (403, String::new(), unknown(403, "")),
        (403, problem("Forbidden", "about:blank"), unknown(403, "Forbidden: d")),
        (403, problem("Forbidden", "https://api.x.com/2/problems/region"), unknown(403, "Forbidden: d")),
        (
            403,
            json!({ "title": "Client Forbidden", "reason": "region-blocked", "type": "https://api.x.com/2/problems/client-forbidden" }).to_string(),
            unknown(403, "Client Forbidden (region-blocked)"),
        ),
        (404, problem("Not Found Error", "https://api.x.com/2/problems/resource-not-found"), unknown(404, "Not Found Error: d")),
        (200, r#"{"errors":[{"title":"Not Found Error","detail":"d"}]}"#.to_owned(), unknown(200, "Not Found Error: d")),
        (200, "[]".to_owned(), unknown(200, "[]")),
        (200, r#"{"status":"ok"}"#.to_owned(), unknown(200, r#"{ "status": "ok" }"#)),
        (401, "<h1>401 Authorization Required</h1>".to_owned(), foreign(401, "<h1>401 Authorization Required</h1>")),
        (402, "<p>pay</p>".to_owned(), foreign(402, "<p>pay</p>")),
        (403, "<title>Access denied</title>".to_owned(), foreign(403, "<title>Access denied</title>")),
        (429, "<title>Error 1015</title>".to_owned(), foreign(429, "<title>Error 1015</title>")),
        (200, "<p>hi</p>".to_owned(), foreign(200, "<p>hi</p>")),
        (200, r#"{"data":{"name":"n"}}"#.to_owned(), Symptom::XProfileWithoutId),
        (200, "{}".to_owned(), Symptom::XProfileWithoutId),
        (502, String::new(), Symptom::XUnavailable { status: 502 }),
    ];
    for (status, body, wanted) in rows {
        assert_eq!(of_profile(&answer(status, &body)), wanted, "{status} {body}");
    }
}

#[test]
fn a_page_is_known_by_its_type_too() {
    let mut page = answer(403, "Access denied");
    page.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("Text/HTML; charset=utf-8"));
    assert_eq!(of_profile(&page), foreign(403, "Access denied"));
    // X's own words count under a wrong type as well.
    page.body = profile_rows()[2].1.as_bytes().to_vec();
    assert_eq!(of_profile(&page), Symptom::XScopeMissing);
}

const SECRETS: [&str; 2] = ["canary-client-secret-5e12", "Y2FuYXJ5LWNvZGU6c2VjcmV0LTE5YWE="];

/// What the answer is quoted with; none if it isn't quoted.
fn quotation(symptom: &Symptom) -> Option<&str> {
    if let Symptom::XAnswerUnknown { said, .. } | Symptom::XAnswerForeign { said, .. } = symptom {
        Some(said)
    } else {
        None
    }
}

proptest! {
    #[test]
    fn a_known_answer_keeps_its_meaning_in_any_shape(
        row in 0..TOKEN_ROWS.len(),
        shape in 0_usize..11,
        status in 200_u16..600,
        extra in prop::collection::btree_map("[a-z]{12,16}", any::<i64>(), 0..4),
    ) {
        let (_, error, description, wanted) = &TOKEN_ROWS[row];
        let mut flat = json!({ "error": error, "error_description": description });
        let body = flat.as_object_mut().expect("an object");
        body.extend(extra.into_iter().map(|(name, value)| (name, value.into())));
        prop_assert_eq!(&of_token(&answer(status, shapes(&flat)[shape].to_string())), wanted);
    }

    #[test]
    fn any_bytes_get_an_answer(status in 0_u16..1000, body in prop::collection::vec(any::<u8>(), 0..600)) {
        let answer = answer(status, body);
        for symptom in [of_token(&answer), of_profile(&answer)] {
            prop_assert!(quotation(&symptom).is_none_or(|said| said.chars().count() <= 301 && !said.contains('\n')));
        }
    }

    #[test]
    fn any_json_gets_an_answer(
        status in 0_u16..1000,
        names in prop::collection::vec("error|errors|title|type|reason|detail|status|data|error_description", 0..5),
        values in prop::collection::vec("[ -~]{0,20}|null|\\[\\]|\\{\\}|[0-9]{1,25}", 5),
    ) {
        let value = |text: &String| serde_json::from_str(text).unwrap_or_else(|_| Value::from(text.as_str()));
        let body: serde_json::Map<_, _> = names.into_iter().zip(values.iter().map(value)).collect();
        let answer = answer(status, Value::from(body).to_string());
        let _ = (of_token(&answer), of_profile(&answer));
    }

    #[test]
    fn no_secret_is_quoted(
        status in 400_u16..500,
        before in "[ -~\u{0}-\u{9}é]{0,40}",
        after in "(?s).{0,400}",
        which in 0..SECRETS.len(),
        form in 0_u8..5,
        split in 1_usize..20,
    ) {
        // With a control character in its midst it would come together again once those are taken out.
        let (one, other) = SECRETS[which].split_at(split);
        let secret = if form == 4 { format!("{one}\u{1}{other}") } else { SECRETS[which].to_owned() };
        let text = format!("{before}{secret}{after}");
        let body = match form {
            0 => json!({ "error": "odd", "error_description": text }).to_string(),
            1 => json!({ "title": text, "detail": text }).to_string(),
            2 => json!({ "echo": [text] }).to_string(),
            3 => format!("<html>{}{text}", " ".repeat(20_000)),
            _ => text,
        };
        for symptom in [
            OauthError::read(&answer(status, &body), GrantInput::Code, &SECRETS).symptom(),
            ProfileError::read(&answer(status, &body), &SECRETS).symptom(),
        ] {
            let said = quotation(&symptom).unwrap_or_default();
            prop_assert!(!said.contains(SECRETS[which]), "{}", said);
        }
    }
}

#[test]
fn a_secret_is_not_quoted_by_half() {
    // It lies across the place where long bodies are cut.
    let body = format!("<html>{}{}", " ".repeat(16 * 1024 - 18), SECRETS[0]);
    let symptom = OauthError::read(&answer(400, body), GrantInput::Code, &SECRETS).symptom();
    assert!(!quotation(&symptom).expect("a quotation").contains("canary"), "{symptom:?}");
}

#[test]
fn a_quotation_is_short_and_without_named_secrets() {
    let body = json!({ "error": "odd", "error_description": format!("line\nbreak code=abcdef {}", "x".repeat(600)) });
    for body in [body.to_string(), body.to_string().replace("error", "fault")] {
        let symptom = of_token(&answer(400, body));
        let said = quotation(&symptom).expect("a quotation");
        assert!(said.chars().count() == 301 && !said.contains('\n') && !said.contains("abcdef"), "{said}");
    }
}
