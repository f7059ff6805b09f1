//! `POST /2/oauth2/token` and `POST /2/oauth2/revoke`.
//!
//! The answers are X's own words, byte for byte [docs/evidence/x.md §1.5]. Only the first check is known to come before
//! the others [O, docs/evidence/x.md §1.5]; the order of the rest is the one that fits the reports best
//! [I, docs/evidence/x.md §9].

use super::form::FormBody;
use super::profile::blank;
use super::state::{AppGrant, PkceChallenge, PracticeX, XState};
use super::{RevokeAnswer, Unknowns, faulty, ids};
use crate::faults::Fault;
use axum::Json;
use axum::body::Bytes;
use axum::extract;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use sourcerer_core::portal::guide;
use sourcerer_core::portal::scopes::OFFLINE;
use time::OffsetDateTime;

/// A refusal of the token endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TokenRefusal {
    Missing(&'static str),
    GrantType,
    ClientId { status: StatusCode },
    Authorization,
    Code,
    RedirectUri,
    CodeVerifier,
    Token,
    Grant,
}

impl IntoResponse for TokenRefusal {
    fn into_response(self) -> Response {
        let bad = StatusCode::BAD_REQUEST;
        let (status, error, description) = match self {
            // [O, docs/evidence/x.md §1.5, rows 1, 3 and 4]; that the words are the same for other parameters, and the
            // status, are inferred.
            Self::Missing(name) => (bad, "invalid_request", format!("Missing required parameter [{name}].")),
            // [O, docs/evidence/x.md §1.5, row 2].
            Self::GrantType => (
                bad,
                "invalid_request",
                "Value passed for the grant type was invalid. Grant type should be one of [authorization_code, refresh_token]."
                    .to_owned(),
            ),
            // The status is 400, or 401 as some clients expect [R, T, docs/evidence/x.md §1.5, row 5].
            Self::ClientId { status } => (status, "invalid_client", "Value passed for the client id was invalid.".to_owned()),
            // There is no full stop at the end [O, docs/evidence/x.md §1.5, row 6].
            Self::Authorization => {
                (StatusCode::UNAUTHORIZED, "unauthorized_client", "Missing valid authorization header".to_owned())
            }
            // [O, docs/evidence/x.md §1.5, row 7].
            Self::Code => (bad, "invalid_request", "Value passed for the authorization code was invalid.".to_owned()),
            // [D, docs/evidence/x.md §1.5, row 8].
            Self::RedirectUri => (
                bad,
                "invalid_request",
                "Value passed for the redirect uri did not match the uri of the authorization code.".to_owned(),
            ),
            // [O, docs/evidence/x.md §1.5, row 9].
            Self::CodeVerifier => (
                bad,
                "invalid_request",
                "Value passed for the code verifier did not match the code challenge.".to_owned(),
            ),
            // [O, R, docs/evidence/x.md §1.5, row 10].
            Self::Token => (bad, "invalid_request", "Value passed for the token was invalid.".to_owned()),
            // The answer of the standard in place of row 7 [T, docs/evidence/x.md §1.5, row 11].
            Self::Grant => return (bad, Json(json!({ "error": "invalid_grant" }))).into_response(),
        };
        (status, Json(json!({ "error": error, "error_description": description }))).into_response()
    }
}

/// Issues tokens.
pub(crate) async fn token(extract::State(x): extract::State<PracticeX>, headers: HeaderMap, body: Bytes) -> Response {
    let form = FormBody::parse(&body);
    if form.get("grant_type") == Some("authorization_code") {
        // The state must not be locked while this waits.
        let outage = outage(&x.state(), x.now());
        match outage {
            Outage::None => {}
            Outage::Answer(answer) => return answer,
            Outage::Silence => return faulty::never().await,
        }
    }
    answer(grant(&x, &headers, &form))
}

/// How the endpoint fails, if it does.
enum Outage {
    None,
    Answer(Response),
    Silence,
}

/// Returns how the endpoint fails. The client credentials are checked in an earlier stage, so these faults happen only
/// at the exchange. How X's token endpoint behaves under overload isn't known [U, docs/evidence/x.md §1.5]; the bodies
/// are those of the profile, which is inferred.
fn outage(state: &XState, now: OffsetDateTime) -> Outage {
    let unavailable = StatusCode::SERVICE_UNAVAILABLE;
    if state.has(Fault::TokenHangs) {
        Outage::Silence
    } else if state.has(Fault::Token503) {
        Outage::Answer((unavailable, Json(blank(unavailable, "Service Unavailable"))).into_response())
    } else if state.has(Fault::Token429) {
        Outage::Answer(faulty::too_many(now))
    } else if state.has(Fault::TokenHtml) {
        Outage::Answer(faulty::web_page())
    } else if state.has(Fault::TokenOtherError) {
        let body = json!({ "error": "policy_hold", "error_description": "This app is being looked at." });
        Outage::Answer((StatusCode::FORBIDDEN, Json(body)).into_response())
    } else {
        Outage::None
    }
}

/// The refusal by a fault of the exchange, which the app's setup doesn't explain.
fn struck(state: &XState, form: &FormBody) -> Option<TokenRefusal> {
    // In 2021 X required the Client ID in the body, whatever the header contained (row 3).
    let nameless = form.get("client_id").is_none_or(str::is_empty);
    let rows = [
        (Fault::GrantTypeMissing, TokenRefusal::Missing("grant_type")),
        (Fault::GrantTypeUnknown, TokenRefusal::GrantType),
        (Fault::PublicClient, TokenRefusal::Authorization),
        (Fault::VerifierMissing, TokenRefusal::Missing("code_verifier")),
        (Fault::InvalidGrant, TokenRefusal::Grant),
        (Fault::RedirectDiffers, TokenRefusal::RedirectUri),
        (Fault::VerifierDiffers, TokenRefusal::CodeVerifier),
    ];
    let row = rows.into_iter().find(|(fault, _)| state.has(*fault)).map(|(_, refusal)| refusal);
    row.or_else(|| (nameless && state.has(Fault::ClientIdMissing)).then_some(TokenRefusal::Missing("client_id")))
}

/// Revokes a token. X doesn't document the answer; the tests of clients expect `{"revoked":true}`
/// [T, R, docs/evidence/x.md §1.4]. An unknown token isn't an error (RFC 7009 §2.2).
pub(crate) async fn revoke(extract::State(x): extract::State<PracticeX>, headers: HeaderMap, body: Bytes) -> Response {
    let form = FormBody::parse(&body);
    let unknowns = x.unknowns();
    let mut state = x.state();
    let revoked = client(&state, unknowns, &headers, &form).and_then(|app| {
        state.revoke(needed(&form, "token")?, app);
        Ok(())
    });
    match (revoked, unknowns.revoke_answer) {
        (Err(refusal), _) => refusal.into_response(),
        (Ok(()), RevokeAnswer::Revoked) => Json(json!({ "revoked": true })).into_response(),
        (Ok(()), RevokeAnswer::EmptyObject) => Json(json!({})).into_response(),
        (Ok(()), RevokeAnswer::Nothing) => StatusCode::OK.into_response(),
    }
}

fn answer(outcome: Result<Value, TokenRefusal>) -> Response {
    outcome.map_or_else(IntoResponse::into_response, |body| Json(body).into_response())
}

fn needed<'a>(form: &'a FormBody, name: &'static str) -> Result<&'a str, TokenRefusal> {
    form.get(name).filter(|value| !value.is_empty()).ok_or(TokenRefusal::Missing(name))
}

fn grant(x: &PracticeX, headers: &HeaderMap, form: &FormBody) -> Result<Value, TokenRefusal> {
    let now = x.now();
    let mut state = x.state();
    let (grant, renew) = match needed(form, "grant_type")? {
        "authorization_code" => {
            let app = client(&state, x.unknowns(), headers, form)?;
            let grant = exchange(&mut state, x, app, form, now)?;
            // A refresh token is issued with `offline.access` only [D, docs/evidence/x.md §1.3].
            let renew = grant.has(OFFLINE);
            (grant, renew)
        }
        "refresh_token" => {
            let app = client(&state, x.unknowns(), headers, form)?;
            // Every use rotates the refresh token, and the old one is invalid at once [O, R, docs/evidence/x.md §1.4].
            (state.take_refresh(needed(form, "refresh_token")?, app).ok_or(TokenRefusal::Token)?, true)
        }
        _ => return Err(TokenRefusal::GrantType),
    };

    let mut body = json!({
        "token_type": "bearer",
        "expires_in": guide().limits().access_token_seconds.value,
        "access_token": state.access(grant.clone(), now),
        "scope": reordered(&grant.scopes),
    });
    if renew {
        body["refresh_token"] = state.refresh(grant, now).into();
    }
    Ok(body)
}

/// Authenticates the app that sent the request.
fn client(state: &XState, unknowns: Unknowns, headers: &HeaderMap, form: &FormBody) -> Result<u32, TokenRefusal> {
    let basic = headers.get(AUTHORIZATION).and_then(|value| ids::basic(value.to_str().ok()?));
    // With HTTP Basic, the body doesn't need the Client ID [D, docs/evidence/x.md §1.4]; in 2021 X refused that
    // [O, docs/evidence/x.md §1.5, row 3].
    let named = form.get("client_id").filter(|id| !id.is_empty());
    let client_id = named.or(basic.as_ref().map(|(id, _)| id.as_str())).ok_or(TokenRefusal::Missing("client_id"))?;
    let says_401 = unknowns.unknown_client_401 || state.has(Fault::UnknownClientId401);
    let status = if says_401 { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
    let (app, oauth) = state.app_of_client(client_id).ok_or(TokenRefusal::ClientId { status })?;
    // A secret in the body doesn't count [D, R, docs/evidence/x.md §1.4]. Whether X checks the header of a public
    // client isn't known [U, docs/evidence/x.md §1.4].
    let proven = || basic.as_ref().is_some_and(|(id, secret)| id == client_id && oauth.secret.as_ref() == Some(secret));
    let public = !oauth.is_confidential();
    if !public && !proven() || public && unknowns.public_client_secret_checked && basic.is_some() {
        return Err(TokenRefusal::Authorization);
    }
    Ok(app.number)
}

fn exchange(
    state: &mut XState,
    x: &PracticeX,
    app: u32,
    form: &FormBody,
    now: OffsetDateTime,
) -> Result<AppGrant, TokenRefusal> {
    if let Some(refusal) = struck(state, form) {
        return Err(refusal);
    }
    let verifier = needed(form, "code_verifier")?;
    let code = needed(form, "code")?;
    let redirect_uri = needed(form, "redirect_uri")?;
    let held = state.live_code(code, app, now).ok_or(TokenRefusal::Code)?;
    let outcome = if held.redirect_uri != redirect_uri {
        Err(TokenRefusal::RedirectUri)
    } else if !held.challenge.met_by(verifier) {
        Err(TokenRefusal::CodeVerifier)
    } else {
        Ok(held.grant.clone())
    };
    // A code can be exchanged once [R, docs/evidence/x.md §1.4]. Whether a failed exchange counts isn't known
    // [U, docs/evidence/x.md §9].
    if outcome.is_ok() || x.unknowns().failed_exchange_burns_code {
        state.burn_code(code);
    }
    outcome
}

impl PkceChallenge {
    fn met_by(&self, verifier: &str) -> bool {
        match self {
            Self::Plain(challenge) => challenge == verifier,
            Self::S256(challenge) => *challenge == URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)),
        }
    }
}

/// Reorders the scopes, because X returns them in another order than they were requested in
/// [O, docs/evidence/x.md §1.4].
fn reordered(scopes: &[String]) -> String {
    let mut scopes: Vec<_> = scopes.iter().map(String::as_str).collect();
    if let [first, second, ..] = scopes.as_mut_slice() {
        std::mem::swap(first, second);
    }
    scopes.join(" ")
}
