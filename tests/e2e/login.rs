//! A test login through authentik with each possible end, known from the server's events, or from what the visitor
//! reads together with X's answer. A link that was made by accident is shown, removed and read back.

use crate::admin::{Admin, said};
use anyhow::{Context as _, Result, ensure};
use secrecy::SecretString;
use serde_json::{Value, json};
use sourcerer_core::credentials::PasteField;
use sourcerer_core::diagnosis::Symptom;
use sourcerer_core::job::login::{self, LoginCommand, LoginOpening, LoginRequest};
use sourcerer_core::job::model::LoginResult;
use sourcerer_core::job::source_check::{self, SourceCheck};
use sourcerer_core::job::{Environment, SecretLocation};
use sourcerer_core::login::{LoginKind, LoginProgress, VisitorPage};
use sourcerer_core::signin::{BrowserOpener as _, NotOpened};
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::authentik::Role;
use sourcerer_practice::browser::Browser;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::person::VisitEnd;
use sourcerer_practice::x::{TokenAuthentication, XAccount};
use sourcerer_tests::raw::Raw;
use sourcerer_tests::requests::{
    ASK_X, COMPARE, ExpectedRequest, FIRST_CONTACT, LIVE_TEST, OUTSIDE, SIGN_IN, WRITE, authentik,
};
use sourcerer_tests::world::World;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use url::Url;

const UNLINK: &[ExpectedRequest] = &[
    authentik("GET", "/api/v3/sources/user_connections/oauth/*/"),
    authentik("DELETE", "/api/v3/sources/user_connections/oauth/*/"),
    authentik("GET", "/api/v3/core/users/me/"),
    authentik("GET", "/api/v3/core/users/*/"),
    authentik("POST", "/api/v3/propertymappings/source/oauth/"),
    authentik("GET", "/flows/-/default/authentication/"),
];
const ALL: &[&[ExpectedRequest]] = &[FIRST_CONTACT, ASK_X, LIVE_TEST, COMPARE, WRITE, OUTSIDE, SIGN_IN, UNLINK];

/// A pushed source that no visitor has used yet, and its client credentials.
async fn pushed() -> Result<(Admin, TokenAuthentication)> {
    Box::pin(pushed_with(PracticeOptions::default())).await
}

async fn pushed_with(options: PracticeOptions) -> Result<(Admin, TokenAuthentication)> {
    let mut admin = Admin::begins(World::started(options).await?);
    let pair = Box::pin(admin.comes_to_the_live_test()).await?;
    admin.goes_on();
    Box::pin(admin.compares()).await?;
    Box::pin(admin.pushes()).await?;
    Ok((admin, pair))
}

fn raw(admin: &Admin) -> Raw {
    Raw::new(admin.world.practice().authentik.base(), admin.world.token())
}

/// Changes the source outside of the product.
async fn changes(admin: &Admin, fields: &Value) -> Result<()> {
    let slug = admin.world.practice().authentik.slug();
    let mut body = json!({ "provider_type": "twitter" });
    body.as_object_mut().context("an object")?.extend(fields.as_object().cloned().unwrap_or_default());
    raw(admin).patch(&format!("/api/v3/sources/oauth/{slug}/"), &body).await?;
    Ok(())
}

/// Another person uses the browser.
fn sits_down(admin: &Admin, id: &str, username: &str) {
    let person = XAccount { id: id.to_owned(), username: username.to_owned(), ..XAccount::default() };
    admin.world.practice().x.set_person(person);
}

/// What a person enters who supports the source.
async fn given(admin: &Admin, token: bool, pair: Option<&TokenAuthentication>) -> SourceCheck {
    let mut support = SourceCheck::default();
    let base = admin.world.practice().authentik.base();
    let slug = admin.world.practice().authentik.slug();
    support.merge_input(format!("{base}/source/oauth/callback/{slug}/"), String::new(), false);
    if token {
        support.take_token(
            source_check::token(&admin.environment, &support, admin.world.token(), SecretLocation::Memory).await,
        );
    }
    if let Some(pair) = pair {
        let id = SecretString::from(pair.client_id.as_str());
        source_check::pair(&admin.environment, &mut support, PasteField::ClientId, &id);
        source_check::pair(&admin.environment, &mut support, PasteField::ClientSecret, &pair.client_secret);
    }
    support
}

/// Logs in with a browser, and reports what its last page shows if that is required.
async fn logs_in(admin: &Admin, asked: &LoginRequest, browser: &Browser) -> Result<(LoginResult, Vec<LoginProgress>)> {
    let environment = Environment { opener: Arc::new(browser.clone()), ..admin.environment.clone() };
    let (says, control) = mpsc::channel(1);
    let (progress, mut heard) = mpsc::unbounded_channel();
    let test = Box::pin(login::run(&environment, asked, LoginOpening::Private, control, progress));
    let person = async {
        let page = browser.arrived().await;
        if let Some(shown) = page.as_ref().and_then(reads) {
            // The events have been read already, or never will be.
            let _ = says.send(LoginCommand::Shows(shown)).await;
        }
        // A person who sees none of the pages in the list keeps waiting.
        std::future::pending::<()>().await;
    };
    let outcome = tokio::select! {
        outcome = test => outcome.map_err(said)?,
        () = person => unreachable!("it never ends"),
    };
    let mut reports = Vec::new();
    while let Ok(report) = heard.try_recv() {
        reports.push(report);
    }
    Ok((outcome, reports))
}

/// The entry of the list that matches a page.
fn reads(page: &VisitEnd) -> Option<VisitorPage> {
    let html = page.html.replace("&#x27;", "'");
    [
        ("only be accessed by internal users", VisitorPage::OnlyInternal),
        ("Could not retrieve token.", VisitorPage::NoToken),
        ("Could not retrieve profile.", VisitorPage::NoProfile),
        ("State check failed.", VisitorPage::StateCheck),
        ("Authentication failed: access_denied", VisitorPage::AccessDenied),
        ("Failed to update user.", VisitorPage::NotWritten),
        ("previously signed up with", VisitorPage::DeniedByMode),
        ("Flow does not apply to current user.", VisitorPage::NotApplicable),
        ("Source is not configured for enrollment.", VisitorPage::NoEnrolment),
        ("Configured flow does not exist.", VisitorPage::NoFlow),
        ("Server Error", VisitorPage::ServerError),
        ("Not Found", VisitorPage::NotFound),
        ("Successfully linked", VisitorPage::Linked),
        ("Authentication failed: ", VisitorPage::OtherFailure),
    ]
    .into_iter()
    .find_map(|(words, shown)| html.contains(words).then_some(shown))
}

fn browser(admin: &Admin) -> Result<Browser> {
    Ok(Browser::of(admin.world.practice())?)
}

/// Logs in with a new browser, and drops the reports.
async fn tries(admin: &Admin, support: &SourceCheck) -> Result<LoginResult> {
    let asked = LoginRequest::for_source_check(support).map_err(said)?;
    Ok(logs_in(admin, &asked, &browser(admin)?).await?.0)
}

#[track_caller]
fn told(login: &LoginResult, wanted: &str) {
    let id = login.symptom.as_ref().map(|symptom| symptom.entry().id);
    assert_eq!(id, Some(wanted), "{login:?}");
    assert!(!login.has_succeeded());
}

/// No browser here can open a private window, so the person pastes the address into one.
#[tokio::test]
async fn by_hand_nothing_is_opened_and_the_events_tell_all_the_same() -> Result<()> {
    let (admin, _) = pushed().await?;
    let asked = LoginRequest::for_job(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    let environment = Environment { opener: Arc::new(|_: &Url| Err(NotOpened)), ..admin.environment.clone() };
    let browser = browser(&admin)?;
    let (progress, mut heard) = mpsc::unbounded_channel();
    let test = login::run(&environment, &asked, LoginOpening::ByHand, crate::admin::says(&[]), progress);
    let person = async {
        heard.recv().await.context("the watch begins")?;
        anyhow::Ok(browser.open(&Url::parse(&asked.urls().login)?)?)
    };
    let (login, opened) = tokio::join!(Box::pin(test), person);
    opened?;
    let login = login.map_err(said)?;
    assert!(login.has_succeeded(), "{login:?}");
    admin.ends(ALL)
}

#[tokio::test]
async fn a_new_person_and_a_known_one_are_told_by_the_events_alone() -> Result<()> {
    let (admin, _) = pushed().await?;
    let asked = LoginRequest::for_job(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    let (first, reports) = logs_in(&admin, &asked, &browser(&admin)?).await?;
    let seen = first.seen.clone().context("a visitor")?;
    assert_eq!((seen.user.as_str(), seen.kind), ("ana_lindqvist", LoginKind::Enrolled));
    assert!(first.has_succeeded() && first.millis > 0 && first.shown.is_none());
    assert_eq!(first.note.map(|note| note.entry().id), Some("user-is-external"));
    assert!(first.link.is_none(), "whoever is new was linked on purpose");
    assert!(reports.first().is_some_and(|report| report.watches && !report.asks), "{reports:?}");

    let (second, _) = logs_in(&admin, &asked, &browser(&admin)?).await?;
    assert_eq!(second.seen.map(|seen| seen.kind), Some(LoginKind::SignedIn), "what was noted before isn't new");

    // The server uses this machine's clock here; the job's clock is years away from it.
    let callbacks = raw(&admin).list("/api/v3/events/events/").await?;
    let secrets = callbacks.iter().filter_map(|event| event["context"]["http_request"]["args"]["code"].as_str());
    let trace = serde_json::to_string(&admin.environment.trace.all())?;
    for secret in secrets {
        ensure!(!trace.contains(secret), "a code is in the trace");
    }
    admin.ends(ALL)
}

/// Somebody else got the handle at X: the user of that name is linked to the account that had it before.
#[tokio::test]
async fn a_visitor_who_is_matched_with_the_user_of_another_account_isnt_told_as_signed_in() -> Result<()> {
    for matching in ["username_link", "identifier"] {
        let (admin, _) = pushed().await?;
        let asked = LoginRequest::for_job(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
        let (first, _) = logs_in(&admin, &asked, &browser(&admin)?).await?;
        let name = first.seen.context("a visitor")?.user;
        changes(&admin, &json!({ "user_matching_mode": matching })).await?;

        // The one who is linked comes in as ever.
        let (known, _) = logs_in(&admin, &asked, &browser(&admin)?).await?;
        ensure!(known.has_succeeded(), "{matching}: {known:#?}");
        assert_eq!(known.seen.map(|seen| seen.kind), Some(LoginKind::SignedIn), "{matching}");
        if matching == "identifier" {
            continue;
        }

        sits_down(&admin, "700000000000000099", &name);
        let (other, _) = logs_in(&admin, &asked, &browser(&admin)?).await?;
        told(&other, "login-linked-elsewhere");
        let seen = other.seen.context("the session's user")?;
        assert_eq!((seen.user, seen.kind), (name, LoginKind::LinkedElsewhere));
        assert!(other.link.is_none() && other.note.is_none());
        admin.ends(ALL)?;
    }
    Ok(())
}

#[tokio::test]
async fn without_a_token_the_page_that_looks_refused_is_told_as_a_sign_in_that_worked() -> Result<()> {
    let (admin, _) = pushed().await?;
    let login = tries(&admin, &given(&admin, false, None).await).await?;
    assert_eq!(login.shown, Some(VisitorPage::OnlyInternal));
    assert!(login.has_succeeded() && login.seen.is_none());
    assert_eq!(login.note.map(|note| note.entry().id), Some("user-is-external"));
    admin.ends(ALL)
}

#[tokio::test]
async fn a_token_that_may_not_see_events_says_so_and_the_person_is_asked() -> Result<()> {
    const RIGHTS: &[&str] = &["authentik_sources_oauth.view_oauthsource"];
    let (admin, _) = pushed().await?;
    admin.world.practice().authentik.give(Role::Rights(RIGHTS));
    let support = given(&admin, true, None).await;
    let asked = LoginRequest::for_source_check(&support).map_err(said)?;
    let (login, reports) = logs_in(&admin, &asked, &browser(&admin)?).await?;
    assert_eq!(login.shown, Some(VisitorPage::OnlyInternal));
    let first = reports.first().context("a report")?;
    assert!(first.asks && !first.watches);
    assert_eq!(first.blind.as_ref().map(|blind| blind.id.as_str()), Some("rights-missing"));
    admin.ends(ALL)
}

#[tokio::test]
async fn one_message_of_authentiks_is_told_apart_by_what_x_says_of_the_pair() -> Result<()> {
    let (admin, pair) = pushed().await?;
    // Another admin writes another secret: authentik only reports that it has no token.
    changes(&admin, &json!({ "consumer_secret": "another-secret-written-by-hand-0123456789" })).await?;
    told(&tries(&admin, &given(&admin, true, None).await).await?, "login-token-refused");
    told(&tries(&admin, &given(&admin, true, Some(&pair)).await).await?, "login-pair-accepted");
    // Without a token, the product can't know which secret was pushed.
    told(&tries(&admin, &given(&admin, false, Some(&pair)).await).await?, "login-token-refused");
    let other = admin.world.register(Vec::new(), String::new());
    let wrong = TokenAuthentication { client_id: pair.client_id.clone(), client_secret: other.client_secret.clone() };
    told(&tries(&admin, &given(&admin, true, Some(&wrong)).await).await?, "x-secret-refused");
    // The client credentials of another app, which X accepts, were never pushed.
    told(&tries(&admin, &given(&admin, true, Some(&other)).await).await?, "login-secret-stale");
    admin.ends(ALL)
}

#[tokio::test]
async fn each_page_that_authentik_shows_without_an_event_has_its_cause() -> Result<()> {
    let (admin, _) = pushed().await?;
    let support = given(&admin, true, None).await;
    sits_down(&admin, "700000000000000001", "akadmin");
    told(&tries(&admin, &support).await?, "user-name-taken");

    sits_down(&admin, "700000000000000002", "grace");
    for (fields, wanted) in [
        (json!({ "user_matching_mode": "email_deny" }), "matching-needs-email"),
        (json!({ "user_matching_mode": "identifier", "enrollment_flow": null }), "enrolment-flow-missing"),
    ] {
        let flow = raw(&admin).get("/api/v3/sources/oauth/x/").await?["enrollment_flow"].clone();
        changes(&admin, &fields).await?;
        told(&tries(&admin, &support).await?, wanted);
        changes(&admin, &json!({ "enrollment_flow": flow })).await?;
    }
    changes(&admin, &json!({ "user_matching_mode": "username_deny" })).await?;
    sits_down(&admin, "700000000000000003", "akadmin");
    told(&tries(&admin, &support).await?, "matching-denies-names");
    told(&tries(&admin, &given(&admin, false, None).await).await?, "login-denied");
    changes(&admin, &json!({ "user_matching_mode": "identifier" })).await?;

    sits_down(&admin, "700000000000000002", "grace");
    assert!(tries(&admin, &support).await?.has_succeeded());
    changes(&admin, &json!({ "authentication_flow": null })).await?;
    told(&tries(&admin, &support).await?, "sign-in-flow-missing");
    admin.ends(ALL)
}

#[tokio::test]
async fn each_fault_at_x_is_told_by_the_page_where_it_ended() -> Result<()> {
    let (admin, _) = pushed().await?;
    let support = given(&admin, true, None).await;
    for (fault, wanted) in [
        (Fault::ConsentCancelled, "consent-declined"),
        (Fault::CallbackServerError, "login-x-refused"),
        (Fault::Token503, "login-token-refused"),
        (Fault::TokenHtml, "login-token-refused"),
        (Fault::CreditsDepleted, "login-profile-refused"),
        (Fault::ProfileHtml, "login-profile-refused"),
    ] {
        admin.world.practice().x.set_faults([fault].into_iter().collect());
        let login = tries(&admin, &support).await?;
        told(&login, wanted);
        assert!(login.shown.is_some(), "{fault:?}: authentik notes none of them: {login:?}");
    }
    // What X shows never reaches authentik.
    let asked = LoginRequest::for_source_check(&support).map_err(said)?;
    let says = crate::admin::says(&[LoginCommand::Shows(VisitorPage::XSomethingWrong)]);
    let environment = Environment { opener: Arc::new(|_: &Url| Ok(())), ..admin.environment.clone() };
    let (progress, _) = mpsc::unbounded_channel();
    told(
        &Box::pin(login::run(&environment, &asked, LoginOpening::Browser, says, progress)).await.map_err(said)?,
        "authorize-page-error",
    );
    admin.ends(ALL)
}

/// A login of which authentik records nothing, and of which nobody says anything.
async fn is_silent(admin: &Admin, asked: &LoginRequest) -> Result<(LoginResult, Vec<LoginProgress>)> {
    let environment = Environment { opener: Arc::new(|_: &Url| Ok(())), ..admin.environment.clone() };
    let (progress, mut heard) = mpsc::unbounded_channel();
    let login = Box::pin(login::run(&environment, asked, LoginOpening::Browser, crate::admin::says(&[]), progress));
    let login = login.await.map_err(said)?;
    let mut reports = Vec::new();
    while let Ok(report) = heard.try_recv() {
        reports.push(report);
    }
    Ok((login, reports))
}

#[tokio::test]
async fn after_silence_x_is_asked_once_and_the_person_is_asked_what_they_see() -> Result<()> {
    const SILENCE: Duration = Duration::from_secs(2);
    let (admin, pair) = pushed().await?;
    let other = admin.world.register(Vec::new(), String::new());
    let wrong = TokenAuthentication { client_id: pair.client_id.clone(), client_secret: other.client_secret };
    let x = &admin.world.practice().x;
    let asked_x = || admin.world.log().all().iter().filter(|asked| asked.path == "/2/oauth2/token").count();
    for (fault, pair, likely, wanted) in [
        (None, None, None, "login-unseen"),
        (None, Some(&pair), Some("login-unseen"), "login-unseen"),
        // The server has another one, of which X's answer to this one says nothing.
        (None, Some(&wrong), None, "login-unseen"),
        (Some(Fault::Token503), Some(&pair), Some("login-unseen"), "login-unseen"),
    ] {
        x.set_faults(fault.into_iter().collect());
        let before = asked_x();
        let asked = LoginRequest::for_source_check(&given(&admin, true, pair).await).map_err(said)?;
        let (login, reports) = is_silent(&admin, &asked.with_timeout(SILENCE)).await?;
        told(&login, wanted);
        assert_eq!(asked_x() - before, usize::from(pair.is_some()), "{fault:?}");
        assert!(reports.iter().any(|report| report.asks), "{reports:?}");
        let found = reports.iter().rev().find_map(|report| report.likely.as_ref());
        assert_eq!(found.map(|found| found.id.as_str()), likely, "{reports:?}");
    }

    // Without a token nobody knows which one the server has, and this one may be it.
    x.set_faults(BTreeSet::new());
    let asked = LoginRequest::for_source_check(&given(&admin, false, Some(&wrong)).await).map_err(said)?;
    told(&is_silent(&admin, &asked.with_timeout(SILENCE)).await?.0, "x-secret-refused");

    // What the live test of the same job showed of the profile stands for the visitor's too.
    let mut admin = admin;
    admin.world.practice().x.set_faults([Fault::CreditsDepleted].into_iter().collect());
    admin.tests_the_sign_in().await.map_err(said)?;
    let asked = LoginRequest::for_job(&admin.environment, &admin.stored_job()?).await.map_err(said)?;
    told(&is_silent(&admin, &asked.with_timeout(SILENCE)).await?.0, "x-credits-depleted");
    admin.ends(ALL)
}

#[tokio::test]
async fn a_mapping_that_raises_is_named_by_the_events() -> Result<()> {
    let (admin, _) = pushed().await?;
    let mapping = json!({ "name": "Company e-mail", "expression": "raise KeyError(\"data\")" });
    let made = raw(&admin).post("/api/v3/propertymappings/source/oauth/", &mapping).await?;
    changes(&admin, &json!({ "user_property_mappings": [made["pk"]] })).await?;
    let login = tries(&admin, &given(&admin, true, None).await).await?;
    assert_eq!(login.symptom, Some(Symptom::LoginMappingRaised { name: "Company e-mail".to_owned() }));
    admin.ends(ALL)
}

#[tokio::test]
async fn a_source_that_cant_be_signed_in_through_is_told_before_anything_is_opened() -> Result<()> {
    let (admin, _) = pushed().await?;
    changes(&admin, &json!({ "enabled": false })).await?;
    let browser = browser(&admin)?;
    let asked = LoginRequest::for_source_check(&given(&admin, true, None).await).map_err(said)?;
    told(&logs_in(&admin, &asked, &browser).await?.0, "source-disabled");
    assert!(browser.seen().is_none());
    let mut nobody = given(&admin, true, None).await;
    nobody.merge_input(nobody.address.clone(), "nobody".to_owned(), false);
    told(&tries(&admin, &nobody).await?, "source-missing");
    // Others can't learn which of the two it is.
    told(&tries(&admin, &given(&admin, false, None).await).await?, "source-unknown-or-disabled");
    admin.ends(ALL)
}

#[tokio::test]
async fn another_browsers_way_back_is_a_lost_state() -> Result<()> {
    let (admin, _) = pushed().await?;
    let support = given(&admin, true, None).await;
    let asked = LoginRequest::for_source_check(&support).map_err(said)?;
    let browser = browser(&admin)?;
    let lost = Url::parse(&format!("{}?state=of-another-tab&code=c", asked.urls().callback))?;
    let opens = {
        let browser = browser.clone();
        move |_: &Url| sourcerer_core::signin::BrowserOpener::open(&browser, &lost)
    };
    let environment = Environment { opener: Arc::new(opens), ..admin.environment.clone() };
    let (says, control) = mpsc::channel(1);
    let (progress, _) = mpsc::unbounded_channel();
    let person = async {
        let page = browser.arrived().await.context("a page")?;
        says.send(LoginCommand::Shows(reads(&page).context("a page of the list")?)).await.context("a test")
    };
    let test = Box::pin(login::run(&environment, &asked, LoginOpening::Browser, control, progress));
    let (login, sent) = tokio::join!(test, person);
    sent?;
    told(&login.map_err(said)?, "login-state-lost");
    admin.ends(ALL)
}

/// A login makes a link by accident, in a browser that was signed in.
async fn links_by_accident(admin: &Admin, support: &SourceCheck) -> Result<LoginResult> {
    let asked = LoginRequest::for_source_check(support).map_err(said)?;
    let signed_in = browser(admin)?;
    let slug = admin.world.practice().authentik.slug();
    let visit = Url::parse(&asked.urls().login)?;
    sourcerer_core::signin::BrowserOpener::open(&signed_in, &visit)?;
    signed_in.arrived().await.context("a page")?;
    // Their first link is removed, and they stay signed in.
    for link in raw(admin).list("/api/v3/sources/user_connections/oauth/").await? {
        let path = format!("/api/v3/sources/user_connections/oauth/{}/", link["pk"]);
        let (status, _) = raw(admin).ask(http::Method::DELETE, &path, None).await?;
        ensure!(status == 204, "{slug}: {status}");
    }
    sits_down(admin, "700000000000000009", "another_account");
    let environment = Environment { opener: Arc::new(signed_in), ..admin.environment.clone() };
    let (progress, _) = mpsc::unbounded_channel();
    Box::pin(login::run(&environment, &asked, LoginOpening::Browser, crate::admin::says(&[]), progress))
        .await
        .map_err(said)
}

#[tokio::test]
async fn a_link_made_by_accident_is_shown_taken_off_by_its_number_and_read_back() -> Result<()> {
    let (admin, _) = pushed().await?;
    let support = given(&admin, true, None).await;
    let asked = LoginRequest::for_source_check(&support).map_err(said)?;
    let login = links_by_accident(&admin, &support).await?;
    told(&login, "login-linked");
    let link = login.link.context("the link is offered")?;
    assert_eq!((link.name.as_str(), link.identifier.as_str()), ("ana_lindqvist", "700000000000000009"));
    assert!(!link.created.is_empty() && !link.removed);

    // If the link is another one meanwhile, it isn't removed.
    let mut other = link.clone();
    other.identifier.push('0');
    let refused = login::unlink(&admin.environment, &asked, &other).await;
    assert!(matches!(refused, Err(Symptom::ChangedMeanwhile { .. })), "{refused:?}");
    let left = async || raw(&admin).list("/api/v3/sources/user_connections/oauth/").await.map(|all| all.len());
    assert_eq!(left().await?, 1);

    assert!(login::unlink(&admin.environment, &asked, &link).await.map_err(said)?.removed);
    assert_eq!(left().await?, 0);
    assert!(login::unlink(&admin.environment, &asked, &link).await.map_err(said)?.removed, "once more does nothing");
    admin.ends(ALL)
}

#[tokio::test]
async fn a_link_that_the_token_may_not_take_off_is_still_there_and_the_right_is_named() -> Result<()> {
    const RIGHTS: &[&str] = &[
        "authentik_sources_oauth.view_oauthsource",
        "authentik_sources_oauth.view_useroauthsourceconnection",
        "authentik_events.view_event",
    ];
    let (admin, _) = pushed().await?;
    let support = given(&admin, true, None).await;
    let asked = LoginRequest::for_source_check(&support).map_err(said)?;
    let link = links_by_accident(&admin, &support).await?.link.context("a link")?;
    admin.world.practice().authentik.give(Role::Rights(RIGHTS));
    let refused = login::unlink(&admin.environment, &asked, &link).await;
    let Err(Symptom::RightsMissing { rights, .. }) = &refused else { panic!("{refused:?}") };
    assert_eq!(rights, &[sourcerer_core::diagnosis::Right::DeleteConnection]);
    admin.ends(ALL)
}

/// Reports what the next page shows, after the page on which the browser is.
async fn comes_to_another_page(browser: &Browser, says: &mpsc::Sender<LoginCommand>) -> Result<()> {
    let first = browser.seen().map(|page| page.html);
    for _ in 0..200 {
        let page = browser.at_rest().await.filter(|page| Some(&page.html) != first.as_ref());
        if let Some(shown) = page.as_ref().and_then(reads) {
            return says.send(LoginCommand::Shows(shown)).await.context("a test");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    anyhow::bail!("the same page")
}

#[tokio::test]
async fn a_signed_in_browser_with_a_linked_account_changes_nothing_and_is_told() -> Result<()> {
    let (admin, _) = pushed().await?;
    let support = given(&admin, true, None).await;
    let asked = LoginRequest::for_source_check(&support).map_err(said)?;
    let browser = browser(&admin)?;
    browser.open(&Url::parse(&asked.urls().login)?)?;
    browser.arrived().await.context("a page")?;
    let environment = Environment { opener: Arc::new(browser.clone()), ..admin.environment.clone() };
    let (says, control) = mpsc::channel(1);
    let (progress, _) = mpsc::unbounded_channel();
    let test = Box::pin(login::run(&environment, &asked, LoginOpening::Browser, control, progress));
    let (login, sent) = tokio::join!(test, comes_to_another_page(&browser, &says));
    sent?;
    told(&login.map_err(said)?, "login-signed-in-already");

    // With another X account, the server has an internal error, and logs no event.
    sits_down(&admin, "700000000000000009", "another_account");
    let (says, control) = mpsc::channel(1);
    let (progress, _) = mpsc::unbounded_channel();
    let test = Box::pin(login::run(&environment, &asked, LoginOpening::Browser, control, progress));
    let (login, sent) = tokio::join!(test, comes_to_another_page(&browser, &says));
    sent?;
    told(&login.map_err(said)?, "login-server-error");
    admin.ends(ALL)
}
