//! A visitor's sign-in through a source: the redirect to X, and the callback that X redirects to.

use super::answer::found;
use super::events::{self, Origin, app};
use super::exchange::{ExchangeRequest, ExchangeResult};
use super::people::{User, UserType};
use super::release::Behaviour;
use super::request::RequestContext;
use super::session::{Goal, MappedProfile, PendingUser};
use super::source::{Source, X_TYPE};
use super::state::ServerState as Known;
use super::{RequestState, executor, mapped_profile, pages, planned, source_stage, verbatim};
use axum::extract::{Path, State};
use axum::response::Response;
use secrecy::SecretString;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// `GET /source/oauth/login/<slug>/`: redirects to X with exactly the parameters that a real server sends.
pub(crate) async fn login(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> Response {
    let mut state = app.state();
    let Some(source) = state.enabled_source(&slug).cloned() else {
        drop(state);
        return pages::missing(&app, &visit);
    };
    let pending = PendingUser::new(app.release());
    let (challenge, method) = pending.challenge(app.release());
    let redirect_uri = format!("{}{}", visit.base, source.callback_path());
    let scopes = source.scopes(app.release());
    let parameters = [
        ("client_id", source.consumer_key.as_str()),
        ("redirect_uri", &redirect_uri),
        ("response_type", "code"),
        ("state", &pending.state),
        ("code_challenge", &challenge),
        ("code_challenge_method", method),
        ("scope", &scopes),
    ];
    let query: Vec<_> = parameters.iter().map(|(name, value)| format!("{name}={}", quoted(value))).collect();
    let location = format!("{}?{}", app.x().address("i/oauth2/authorize"), query.join("&"));
    state.session(&visit.session).pending.insert(slug, pending);
    found(&location)
}

/// Percent-encodes as Python's `quote` does: a space becomes `%20`, a slash `%2F`.
fn quoted(value: &str) -> String {
    value.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"_.-~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a string grows");
        }
        out
    })
}

/// `GET /source/oauth/callback/<slug>/`: handles X's redirect back.
pub(crate) async fn callback(
    State(app): State<RequestState>,
    visit: RequestContext,
    Path(slug): Path<String>,
) -> Response {
    let asks_for_email = app.release().has(Behaviour::AsksForEmail);
    let (source, secret, pending) = {
        let state = app.state();
        let pending = state.sessions.get(&visit.session).and_then(|session| session.pending.get(&slug)).cloned();
        let source = state.enabled_source(&slug).cloned();
        let secret = source.as_ref().map(|source| state.secret_of(source)).unwrap_or_default();
        (source, secret, pending)
    };
    let Some(source) = source else { return pages::missing(&app, &visit) };

    // The state is checked before anything else, even before a refusal by X, and a callback doesn't use it up.
    let Some(pending) = pending.filter(|pending| visit.query.get("state") == Some(&pending.state)) else {
        return failed(&app, &visit, verbatim::STATE_CHECK);
    };
    let Some(code) = visit.query.filter("code") else {
        let said = visit.query.filter("error_description").or_else(|| visit.query.filter("error"));
        return failed(&app, &visit, said.unwrap_or(verbatim::NO_CODE));
    };
    // Requests go only to this practice X. A source of another type has no server to send them to.
    if source.provider_type != X_TYPE {
        return failed(&app, &visit, verbatim::NO_TOKEN);
    }

    let redirect_uri = format!("{}{}", visit.base, source.callback_path());
    let exchanged = app.x().token(ExchangeRequest {
        client_id: &source.consumer_key,
        client_secret: &secret,
        redirect_uri: &redirect_uri,
        value: code,
        verifier: &pending.verifier,
    });
    let authorization = match exchanged.await {
        // A wrong secret, a wrong Client ID, an expired code and an outage of X all have the same result, which is in
        // no event and in no log.
        ExchangeResult::Silence | ExchangeResult::Refused => return failed(&app, &visit, verbatim::NO_TOKEN),
        ExchangeResult::NotJson(_) => return pages::broken(&app, &visit),
        ExchangeResult::Json(token) => match authorization(&token) {
            Ok(authorization) => authorization,
            Err(NoToken::Said(error)) => return failed(&app, &visit, &error),
            Err(NoToken::Lacks(key)) => return broke(&app, &visit, "KeyError", &format!("'{key}'")),
        },
    };
    let info = match app.x().profile(&authorization, asks_for_email).await {
        ExchangeResult::Silence => return pages::broken(&app, &visit),
        ExchangeResult::Refused => return failed(&app, &visit, verbatim::NO_PROFILE),
        ExchangeResult::NotJson(raw) => {
            let context = json!({ "message": verbatim::PROFILE_NOT_JSON, "raw_profile": raw });
            let mut state = app.state();
            let visitor = visitor(&state, &visit);
            events::log(&mut state, &Origin::of(&visit), visitor, ("configuration_error", app::CALLBACK), context);
            drop(state);
            return failed(&app, &visit, verbatim::NO_PROFILE);
        }
        ExchangeResult::Json(info) => info,
    };
    let mut profile = match read(&info, asks_for_email) {
        Ok(profile) => profile,
        Err(python_type) => {
            let message = format!("'{python_type}' object has no attribute 'get'");
            return broke(&app, &visit, "AttributeError", &message);
        }
    };
    if let Err(raised) = mapped_profile::apply(&app, &source, &authorization, &mut profile).await {
        return mapping_raised(&app, &visit, &raised);
    }
    arrive(&app, &visit, &source, profile)
}

/// Why an answer with status 200 contains no token.
enum NoToken {
    Said(String),
    Lacks(&'static str),
}

/// The header for the request of the profile: the token type as X wrote it, and the token.
fn authorization(token: &Value) -> Result<SecretString, NoToken> {
    if let Some(error) = token["error"].as_str() {
        return Err(NoToken::Said(error.to_owned()));
    }
    let part = |key: &'static str| token[key].as_str().ok_or(NoToken::Lacks(key));
    Ok(format!("{} {}", part("token_type")?, part("access_token")?).into())
}

/// The person in X's answer. Without an id it goes on with an empty one, as a real server does; without an object it
/// can't, and Python says what it found instead.
fn read(info: &Value, asks_for_email: bool) -> Result<MappedProfile, &'static str> {
    let none = json!({});
    let userinfo = info.clone();
    let info = info.as_object().ok_or("list")?;
    let data = info.get("data").unwrap_or(&none).as_object().ok_or("NoneType")?;
    let text = |key| data.get(key).and_then(Value::as_str).map(str::to_owned);
    Ok(MappedProfile {
        identifier: text("id").unwrap_or_default(),
        username: text("username").filter(|username| !username.is_empty()),
        name: text("name"),
        // Unless it is asked for, X's answer never holds one.
        email: text("confirmed_email").filter(|_| asks_for_email),
        user_type: UserType::External,
        active: None,
        userinfo,
    })
}

/// A mapping raised an exception: the visitor gets the error page, and two events record it.
fn mapping_raised(app: &RequestState, visit: &RequestContext, raised: &mapped_profile::MappingError) -> Response {
    events::mapping_raised(&mut app.state(), &Origin::of(visit), raised);
    pages::broken(app, visit)
}

/// Handles the profile from X: links the account, signs in, enrolls or refuses.
fn arrive(app: &RequestState, visit: &RequestContext, source: &Source, profile: MappedProfile) -> Response {
    let mut state = app.state();
    let known = state.connection_of_account(&source.pk, &profile.identifier).map(|one| one.pk);
    let signed_in = state.visitor(&visit.session).map(|user| user.pk);

    let goal = match (signed_in, known) {
        (Some(user), None) => {
            // An account is always linked to a user who is signed in, without a question.
            let origin = Origin::of(visit);
            let linked =
                executor::link(&mut state, &source.pk, Some(user), &profile.identifier, &origin, app::FLOW_MANAGER);
            if linked {
                state.session(&visit.session).success(verbatim::linked(&source.name));
            }
            // A suspended flow continues without the source's own flow [D, docs/evidence/authentik.md §4.8].
            let resumed = if linked { source_stage::resume(&mut state, &visit.session, None) } else { None };
            drop(state);
            let to = resumed.as_deref().unwrap_or("/if/user/#/settings;page-sources");
            return if linked { found(to) } else { pages::broken(app, visit) };
        }
        (_, Some(connection)) => Some(Goal::SignIn { connection }),
        (None, None) => newcomer(&state, source, &profile),
    };
    let Some(goal) = goal else {
        drop(state);
        return pages::denied(app, visit, &verbatim::denied_by_mode(&source.name));
    };
    let (flow, lacking) = if goal == Goal::Enroll {
        (&source.enrollment_flow, verbatim::NO_ENROLLMENT)
    } else {
        (&source.authentication_flow, verbatim::NO_AUTHENTICATION)
    };
    let Some(flow) = state.flow_of_key(flow.as_deref()).cloned() else {
        drop(state);
        return pages::bad_request(app, visit, lacking);
    };
    if signed_in.is_some() && flow.authentication == "require_unauthenticated" {
        drop(state);
        return pages::denied(app, visit, verbatim::FLOW_NOT_APPLICABLE);
    }
    match planned::plan(&mut state, &flow, goal, Some(&source.pk), profile, &Origin::of(visit)) {
        Ok(plan) => {
            state.session(&visit.session).plan = Some(plan);
            // The used code and the state remain in the address.
            found(&format!("/if/flow/{}/?{}", flow.slug, visit.raw_query))
        }
        // The refusal is the callback's own page, and leaves no event [M, docs/evidence/authentik.md §8.3].
        Err(words) => {
            drop(state);
            pages::denied(app, visit, &words)
        }
    }
}

/// What the matching mode does with an account that no user is linked to; `None` refuses it.
fn newcomer(state: &Known, source: &Source, profile: &MappedProfile) -> Option<Goal> {
    let (holder, links) = match source.user_matching_mode.as_str() {
        mode @ ("email_link" | "email_deny") => {
            let email = profile.email.as_deref()?;
            (state.users.iter().find(|user| user.email == email), mode == "email_link")
        }
        mode @ ("username_link" | "username_deny") => {
            let username = profile.username.as_deref()?;
            (state.user_named(username), mode == "username_link")
        }
        _ => (None, false),
    };
    match holder {
        None => Some(Goal::Enroll),
        // This applies to any user: an account with the handle `akadmin` at X becomes the admin.
        Some(holder) if links => Some(Goal::SignInAndLink { user: holder.pk }),
        Some(_) => None,
    }
}

/// Redirects to the login page, which shows the reason once. Nothing is logged.
fn failed(app: &RequestState, visit: &RequestContext, reason: &str) -> Response {
    app.state().session(&visit.session).error(reason);
    found("/flows/-/default/authentication/")
}

/// A status 500 that leaves an event.
fn broke(app: &RequestState, visit: &RequestContext, kind: &str, message: &str) -> Response {
    let mut state = app.state();
    let visitor = visitor(&state, visit);
    let file = "/authentik/sources/oauth/views/callback.py";
    events::broke(&mut state, &Origin::of(visit), visitor, kind, message, file);
    drop(state);
    pages::broken(app, visit)
}

fn visitor(state: &Known, visit: &RequestContext) -> Value {
    state.visitor(&visit.session).map_or_else(events::anonymous, User::named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_quoted_as_python_does_it() {
        assert_eq!(quoted("http://127.0.0.1:9000/a b~c\n"), "http%3A%2F%2F127.0.0.1%3A9000%2Fa%20b~c%0A");
    }
}
