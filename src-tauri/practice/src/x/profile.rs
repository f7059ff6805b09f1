//! `GET /2/users/me`.
//!
//! Error bodies are X's own, byte for byte except for the app's number [docs/evidence/x.md §2.2]. Its rate limits
//! aren't simulated: a practice job may sign in any number of times.

use super::form::FormBody;
use super::state::{PracticeX, XState as Held};
use super::{Unknowns, faulty};
use crate::faults::Fault;
use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use sourcerer_core::portal::scopes::{ALWAYS, EMAIL};

/// The number of the invented developer account, in X's format.
const ACCOUNT: u64 = 1_553_086_854_915_936_256;

/// Returns the profile of the person to whom the token belongs.
pub(crate) async fn me(State(x): State<PracticeX>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let authorization = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()?.split_once(' '));
    // The scheme's case doesn't matter (RFC 9110 §11.1): authentik sends the token type as X returned it, "bearer".
    let bearer = authorization.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token);
    let query = FormBody::parse(query.unwrap_or_default().as_bytes());
    // The state must not be locked while this waits.
    if x.state().has(Fault::ProfileHangs) {
        return faulty::never().await;
    }
    let refused = |status: StatusCode, title| (status, Json(blank(status, title))).into_response();
    {
        let state = x.state();
        if state.has(Fault::X503) {
            // The status is documented; the body is inferred from similar errors [D, I, docs/evidence/x.md §2.2].
            return refused(StatusCode::SERVICE_UNAVAILABLE, "Service Unavailable");
        }
        if state.has(Fault::Profile429) {
            return faulty::too_many(x.now());
        }
        if state.has(Fault::ProfileHtml) {
            return faulty::web_page();
        }
    }
    let (status, body) = answer(&x, bearer, &query);
    (status, Json(body)).into_response()
}

fn answer(x: &PracticeX, bearer: Option<&str>, query: &FormBody) -> (StatusCode, Value) {
    let now = x.now();
    let state = x.state();
    let unauthorized = || (StatusCode::UNAUTHORIZED, blank(StatusCode::UNAUTHORIZED, "Unauthorized"));
    // A missing token and a wrong one have the same answer [O, docs/evidence/x.md §2.2].
    let Some(bearer) = bearer else { return unauthorized() };
    if state.app_of_bearer(bearer).is_some() {
        return (StatusCode::FORBIDDEN, app_only());
    }
    if state.has(Fault::AppOnlyToken) {
        // The same body inside a list [D, docs/evidence/x.md §2.2].
        return (StatusCode::FORBIDDEN, json!({ "errors": [app_only()] }));
    }
    if state.has(Fault::TokenRefused) {
        return unauthorized();
    }
    let Some(grant) = state.granted(bearer, now).cloned() else {
        return unauthorized();
    };
    // Both scopes are needed [D, docs/evidence/x.md §1.3].
    if !ALWAYS.iter().all(|scope| grant.has(scope)) {
        return (StatusCode::FORBIDDEN, blank(StatusCode::FORBIDDEN, "Forbidden"));
    }
    // The app was deleted meanwhile, so its tokens are invalid. This behavior is inferred.
    let Some(app) = state.app(grant.app) else {
        return unauthorized();
    };
    let asks_for_email = app.oauth.as_ref().is_some_and(|oauth| oauth.settings.request_email);
    if !app.enrolled() {
        // The host in the type has no meaning: both hosts have been seen, so a client must not rely on it.
        let host = if app.pay_per_use { "api.x.com" } else { "api.twitter.com" };
        return (StatusCode::FORBIDDEN, not_enrolled(app.number, host));
    }
    if let Some(problem) = problem(&state, x.unknowns()) {
        return problem;
    }
    // Reported once, of a token without the scope [R, docs/evidence/x.md §2].
    let asks_email =
        query.all("user.fields").flat_map(|fields| fields.split(',')).any(|field| field == "confirmed_email");
    if state.has(Fault::ProfileForbidden) || asks_email && state.has(Fault::EmailFieldRefused) {
        return (StatusCode::FORBIDDEN, blank(StatusCode::FORBIDDEN, "Forbidden"));
    }

    let person = &state.person;
    let mut data = json!({ "id": person.id, "name": person.name, "username": person.username });
    // What X does with a field that it doesn't know isn't in the project's facts; it is ignored here.
    for field in query.all("user.fields").flat_map(|fields| fields.split(',')) {
        match field {
            // There are four conditions; otherwise the key is absent [R, docs/evidence/x.md §2].
            "confirmed_email" if asks_for_email && grant.has(EMAIL) => {
                if let Some(email) = &person.confirmed_email {
                    data[field] = email.as_str().into();
                }
            }
            "description" => data[field] = "".into(),
            "protected" | "verified" => data[field] = false.into(),
            _ => {}
        }
    }
    if state.has(Fault::ProfileWithoutId)
        && let Some(data) = data.as_object_mut()
    {
        data.remove("id");
    }
    (StatusCode::OK, json!({ "data": data }))
}

/// The reason why X refuses the developer account.
fn problem(state: &Held, unknowns: Unknowns) -> Option<(StatusCode, Value)> {
    let unpaid = |body| (!unknowns.profile_without_credits).then_some((StatusCode::PAYMENT_REQUIRED, body));
    if state.has(Fault::UserNotEnrolled) {
        Some((StatusCode::FORBIDDEN, user_not_enrolled()))
    } else if state.has(Fault::CreditsDepleted) {
        unpaid(credits())
    } else if state.has(Fault::CreditsDepletedNewer) {
        unpaid(credits_newer())
    } else if state.has(Fault::SpendCapReached) {
        Some((StatusCode::FORBIDDEN, spend_cap()))
    } else if state.has(Fault::SpendCapInDetail) {
        Some((StatusCode::FORBIDDEN, spend_cap_in_detail()))
    } else if state.has(Fault::UsageCapExceeded) {
        Some((StatusCode::TOO_MANY_REQUESTS, usage_cap()))
    } else {
        None
    }
}

/// The form of the errors without a type of their own: the keys are in alphabetical order, as in newer answers
/// [O, docs/evidence/x.md §2.2].
pub(super) fn blank(status: StatusCode, title: &str) -> Value {
    json!({ "detail": title, "status": status.as_u16(), "title": title, "type": "about:blank" })
}

/// The error for an app's own Bearer Token, which belongs to no person [O, R, docs/evidence/x.md §2.2].
fn app_only() -> Value {
    json!({
        "title": "Unsupported Authentication",
        "detail": "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].",
        "type": "https://api.twitter.com/2/problems/unsupported-authentication",
        "status": 403,
    })
}

/// The error for an app that isn't enrolled. It was seen with the old host [O, docs/evidence/x.md §2.2]; other problems
/// were seen with either, so a client must not rely on the host.
fn not_enrolled(app: u32, host: &str) -> Value {
    json!({
        "client_id": app.to_string(),
        "detail": "When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project. You can create a project via the developer portal.",
        "registration_url": "https://developer.twitter.com/en/docs/projects/overview",
        "title": "Client Forbidden",
        "required_enrollment": "Appropriate Level of API Access",
        "reason": "client-not-enrolled",
        "type": format!("https://{host}/2/problems/client-forbidden"),
    })
}

/// The error for a person whom X bills for the request, as it does for an app of its own [O, docs/evidence/x.md §2.2].
fn user_not_enrolled() -> Value {
    json!({
        "detail": "This request is billed to the authenticated user. Create a developer account at the Developer Console and enroll it in Pay-per-use.",
        "registration_url": "https://console.x.com",
        "title": "Client Forbidden",
        "required_enrollment": "Appropriate Level of API Access",
        "reason": "user-not-enrolled",
        "type": "https://api.x.com/2/problems/client-forbidden",
    })
}

/// The error for a spending limit that is reached. Its title is reported; the rest of the body isn't known
/// [R, U, docs/evidence/x.md §2.2].
fn spend_cap() -> Value {
    json!({
        "account_id": ACCOUNT,
        "title": "SpendCapReached",
        "detail": "Your enrolled account has reached its billing cycle spend cap.",
        "type": "https://api.twitter.com/2/problems/credits",
    })
}

/// The title says nothing, and the exact words of the detail aren't known [R, U, docs/evidence/x.md §2.2].
fn spend_cap_in_detail() -> Value {
    let mut body = blank(StatusCode::FORBIDDEN, "Forbidden");
    body["detail"] = "Your account's monthly spend cap reached.".into();
    body
}

/// The cap of an old plan [O, docs/evidence/x.md §2.2].
fn usage_cap() -> Value {
    json!({
        "account_id": 0,
        "product_name": "standard-basic",
        "title": "UsageCapExceeded",
        "period": "Monthly",
        "scope": "Product",
        "detail": "Usage cap exceeded: Monthly product cap",
        "type": "https://api.twitter.com/2/problems/usage-capped",
    })
}

/// The error for an account without credits [O, docs/evidence/x.md §2.2].
fn credits() -> Value {
    json!({
        "account_id": ACCOUNT,
        "title": "CreditsDepleted",
        "detail": format!("Your enrolled account [{ACCOUNT}] does not have any credits to fulfill this request."),
        "type": "https://api.twitter.com/2/problems/credits",
    })
}

/// The same error in the newer form [O, docs/evidence/x.md §2.2].
fn credits_newer() -> Value {
    json!({
        "detail": "credits depleted",
        "status": 402,
        "title": "Payment Required",
        "type": "https://api.x.com/2/problems/credits-depleted",
    })
}
