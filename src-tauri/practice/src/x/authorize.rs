//! `/i/oauth2/authorize`: the consent page.
//!
//! X never redirects to the app if it refuses a request: it shows "Something went wrong" without a reason
//! [R, docs/evidence/x.md §1.6], and so does the practice X. The page needs no JavaScript and checks neither Origin nor
//! Referer, so that any OAuth client can sign in here.

use super::app::AppEnvironment;
use super::faulty::something_went_wrong;
use super::form::FormBody;
use super::page::{self, say};
use super::state::{AppGrant, PkceChallenge, PracticeX, XState};
use super::{Cancel, LongState, Unknowns, faulty};
use crate::faults::Fault;
use axum::body::Bytes;
use axum::extract::{self, RawQuery};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::html;
use sourcerer_core::i18n::{Message, msg};
use sourcerer_core::portal::scopes::{self, ALWAYS, EMAIL, OFFLINE};
use sourcerer_core::portal::{Layout, Word, guide};
use url::form_urlencoded::byte_serialize;
use url::{Host, Url};

/// The parameters that the page's form repeats in hidden fields.
const PARAMETERS: &[&str] =
    &["response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method"];

/// A request that X accepts.
struct AuthorizationRequest {
    app_name: String,
    website: String,
    organization: String,
    redirect_uri: String,
    state: Option<String>,
    challenge: PkceChallenge,
    grant: AppGrant,
}

/// Shows the consent page.
pub(crate) async fn show(extract::State(x): extract::State<PracticeX>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let form = FormBody::parse(query.as_bytes());
    let mut state = x.state();
    state.before_consent(form.get("client_id").unwrap_or_default());
    if let Some(other) = faulty::instead_of_consent(&state) {
        return other;
    }
    if state.has(Fault::LoginLoop) {
        let back: String = byte_serialize(query.as_bytes()).collect();
        return leads_to(&format!("../flow/login?back={back}"));
    }
    match asked(&state, x.unknowns(), &form) {
        Some(asked) => consent(&asked, &form, &state),
        None => something_went_wrong(),
    }
}

/// Shows the login page. Nobody has a password here: pressing the button is enough.
pub(crate) async fn log_in(RawQuery(query): RawQuery) -> Response {
    faulty::log_in(FormBody::parse(query.unwrap_or_default().as_bytes()).get("back").unwrap_or_default())
}

/// Redirects back to the consent page.
pub(crate) async fn logged_in(body: Bytes) -> Response {
    let form = FormBody::parse(&body);
    leads_to(&format!("../oauth2/authorize?{}", form.get("back").unwrap_or_default()))
}

/// Handles the person's answer.
pub(crate) async fn decide(extract::State(x): extract::State<PracticeX>, body: Bytes) -> Response {
    let form = FormBody::parse(&body);
    let now = x.now();
    let mut state = x.state();
    let Some(asked) = asked(&state, x.unknowns(), &form) else { return something_went_wrong() };
    let mut back = asked.redirect_uri.clone();
    let own_state = asked.state.as_deref();
    let agreed = match form.get("approval") {
        Some("true") => true,
        Some("false") => false,
        _ => return something_went_wrong(),
    };
    match answered(&state, x.unknowns(), agreed) {
        ConsentResult::Agreed { state_kept, with_code } => {
            state.during_consent(asked.grant.app);
            let mut grant = asked.grant;
            if state.has(Fault::TweetReadMissing) {
                grant.scopes.retain(|scope| scope != ALWAYS[0]);
            }
            let code = state.code(grant, asked.redirect_uri, asked.challenge, now);
            // The state is the first parameter [D, docs/evidence/x.md §1.4].
            append(&mut back, "state", if state_kept { own_state } else { Some("somebody-elses-state") });
            append(&mut back, "code", with_code.then_some(&code));
        }
        ConsentResult::Error { error, state_kept } => {
            append(&mut back, "error", Some(error));
            append(&mut back, "state", if state_kept { own_state } else { Some("") });
        }
        ConsentResult::Nothing => return faulty::going_nowhere(),
        // What X sends after "Cancel" isn't known [U, docs/evidence/x.md §1.7]. The first variant is the one that most
        // apps are written for.
        ConsentResult::Declined(cancel) => match cancel {
            Cancel::ErrorAndState => {
                append(&mut back, "error", Some("access_denied"));
                append(&mut back, "state", own_state);
            }
            Cancel::ErrorAndDescription => {
                append(&mut back, "error", Some("access_denied"));
                append(&mut back, "error_description", Some("The resource owner denied the request."));
                append(&mut back, "state", own_state);
            }
            Cancel::ErrorOnly => append(&mut back, "error", Some("access_denied")),
            Cancel::Denied => append(&mut back, "denied", own_state),
        },
    }
    leads_to(&back)
}

/// The result of the person's answer.
enum ConsentResult {
    Agreed { state_kept: bool, with_code: bool },
    Declined(Cancel),
    Error { error: &'static str, state_kept: bool },
    Nothing,
}

fn answered(state: &XState, unknowns: Unknowns, agreed: bool) -> ConsentResult {
    if !agreed || state.has(Fault::ConsentCancelled) {
        ConsentResult::Declined(unknowns.cancel)
    } else if state.has(Fault::CancelWithoutState) {
        ConsentResult::Declined(Cancel::ErrorOnly)
    } else if state.has(Fault::CancelAsOauth1) {
        ConsentResult::Declined(Cancel::Denied)
    } else if state.has(Fault::CallbackServerError) {
        ConsentResult::Error { error: "server_error", state_kept: true }
    } else if state.has(Fault::ErrorWithoutState) {
        ConsentResult::Error { error: "invalid_request", state_kept: false }
    } else if state.has(Fault::NeverComesBack) {
        ConsentResult::Nothing
    } else {
        ConsentResult::Agreed {
            state_kept: !state.has(Fault::CallbackOtherState),
            with_code: !state.has(Fault::CallbackWithoutCode),
        }
    }
}

/// Redirects to a registered callback. It is a URL without control characters, so it is always a valid header value.
fn leads_to(place: &str) -> Response {
    HeaderValue::from_str(place)
        .map_or_else(|_| something_went_wrong(), |to| (StatusCode::FOUND, [(header::LOCATION, to)]).into_response())
}

fn append(url: &mut String, name: &str, value: Option<&str>) {
    let Some(value) = value else { return };
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(name);
    url.push('=');
    url.extend(byte_serialize(value.as_bytes()));
}

/// Parses and checks the request. It is `None` if X refuses it.
fn asked(state: &XState, unknowns: Unknowns, form: &FormBody) -> Option<AuthorizationRequest> {
    let needed = |name| form.get(name).filter(|value| !value.is_empty());
    needed("response_type").filter(|kind| *kind == "code")?;
    let (app, oauth) = state.app_of_client(needed("client_id")?)?;
    // The comparison is byte by byte, including slashes [D, docs/evidence/x.md §1.2].
    let redirect_uri = form.get("redirect_uri")?;
    let same = |callback: &String| {
        callback == redirect_uri || unknowns.any_loopback_port && differ_in_port(callback, redirect_uri)
    };
    if !oauth.settings.callbacks.iter().any(same) {
        return None;
    }
    // An unknown scope is refused here [R, docs/evidence/x.md §1.6].
    let scopes: Vec<_> = needed("scope")?.split_whitespace().map(str::to_owned).collect();
    let gone = |scope: &str| scope == ALWAYS[0] && state.has(Fault::ScopeUnknown);
    if !scopes.iter().all(|scope| scopes::is_known(scope) && !gone(scope)) {
        return None;
    }
    // This is reported, and contradicted in part [R, docs/evidence/x.md §1.6].
    let email = scopes.iter().any(|scope| scope == EMAIL);
    let minds = unknowns.email_scope_needs_switch || state.has(Fault::EmailSwitchOff);
    if minds && email && !oauth.settings.request_email {
        return None;
    }
    // A limit of 500 characters is documented. What happens beyond it was seen once [O, docs/evidence/x.md §1.2, §1.6].
    let longest = usize::try_from(guide().limits().state_characters.value).unwrap_or(usize::MAX);
    let own_state = match form.get("state") {
        Some(state) if state.chars().count() > longest => match unknowns.long_state {
            LongState::Refused => return None,
            LongState::Taken => Some(state.to_owned()),
            LongState::Cut => Some(state.chars().take(longest).collect()),
        },
        state => state.map(str::to_owned),
    };
    // The method may be in lower case, as X's own SDK sends it [O, docs/evidence/x.md §1.2]. Without a method the
    // challenge is plain (RFC 7636 §4.3).
    let challenge = needed("code_challenge")?.to_owned();
    let challenge = match form.get("code_challenge_method") {
        Some("S256" | "s256") => PkceChallenge::S256(challenge),
        None | Some("" | "plain") => PkceChallenge::Plain(challenge),
        Some(_) => return None,
    };
    // Outside of Production, only testers can continue [R, docs/evidence/x.md §1.6].
    let admitted = unknowns.development_admits_everybody || state.is_tester();
    if app.environment != AppEnvironment::Production && !admitted {
        return None;
    }
    Some(AuthorizationRequest {
        app_name: app.name.clone(),
        website: oauth.settings.website.clone(),
        organization: oauth.settings.organization_name.clone(),
        redirect_uri: redirect_uri.to_owned(),
        state: own_state,
        challenge,
        grant: AppGrant { app: app.number, scopes },
    })
}

/// Whether both URLs are on loopback and differ only in their ports (RFC 8252 §7.3).
fn differ_in_port(registered: &str, asked: &str) -> bool {
    let without = |text: &str| {
        let mut url = Url::parse(text).ok()?;
        let loopback = matches!(url.host(), Some(Host::Ipv4(ip)) if ip.is_loopback());
        url.set_port(None).ok()?;
        loopback.then_some(url)
    };
    without(registered).is_some_and(|registered| without(asked) == Some(registered))
}

fn consent(asked: &AuthorizationRequest, form: &FormBody, state: &XState) -> Response {
    let word = |word| guide().word(word, Layout::Console);
    let person = &state.person;
    let body = html! {
        main class="card consent" {
            h1 { (say(&msg::practice_x_consent(asked.app_name.as_str()))) }
            p.dim { (asked.website) }
            @if !asked.organization.is_empty() { p.dim { (asked.organization) } }
            p.person {
                span.face aria-hidden="true" { (person.name.chars().take(1).collect::<String>()) }
                span {
                    (say(&msg::practice_x_signed_in())) br;
                    b { (person.name) } " " span.dim { "@" (person.username) }
                }
            }
            h2 { (say(&msg::practice_x_may())) }
            ul.scopes {
                @for scope in &asked.grant.scopes { li { (say(&allowed(scope))) " " code { (scope) } } }
            }
            form method="post" action="authorize" {
                @for name in PARAMETERS {
                    @if let Some(value) = form.get(name) { input type="hidden" name=(name) value=(value); }
                }
                div class="buttons wide" {
                    button.main type="submit" name="approval" value="true" { (word(Word::AuthorizeApp)) }
                    button type="submit" name="approval" value="false" { (word(Word::Cancel)) }
                }
            }
            p class="dim small" { (say(&msg::practice_x_back_to(asked.redirect_uri.as_str()))) }
        }
    };
    let title = say(&msg::practice_x_consent_title());
    // The form's answer redirects to the app's callback, and browsers apply `form-action` to that redirect too.
    page::XPage { title: &title, style: "style.css", class: "centre", body, sends: page::FormTarget::Anywhere }
        .answer(StatusCode::OK)
}

/// The message that says what a scope allows, in this product's words.
fn allowed(scope: &str) -> Message {
    match scope {
        "tweet.read" => msg::practice_x_scope_posts(),
        "users.read" => msg::practice_x_scope_profile(),
        EMAIL => msg::practice_x_scope_email(),
        OFFLINE => msg::practice_x_scope_offline(),
        _ => msg::practice_x_scope_other(),
    }
}
