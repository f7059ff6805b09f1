//! A test login from the source check, with a real browser at the practice X. The server's events show who signed in. A
//! browser that is signed in already links the account, and the link is shown and removed again. A page that authentik
//! logs nothing about is chosen from the list.

use crate::walk::{self, LONG};
use anyhow::{Context as _, Result, ensure};
use secrecy::ExposeSecret as _;
use serde_json::json;
use sourcerer_practice::x::XAccount;
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::browser::Browser;
use sourcerer_tests::display::{chromium, environment};
use sourcerer_tests::page::Key;
use sourcerer_tests::raw::Raw;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

const CHECK: &str =
    "Check a source Find out why sign-in with X fails. Enter an address; no access to the server needed.";
const LINKS: &str = "/api/v3/sources/user_connections/oauth/";

/// Creates another admin's source.
async fn sets_up(practice: &Practice, raw: &Raw) -> Result<()> {
    let base = practice.authentik.base();
    let pair = practice.register(vec![format!("{base}/source/oauth/callback/x/")], base.to_owned());
    let flow = async |slug: &str| {
        let found = raw.get(&format!("/api/v3/flows/instances/?slug={slug}")).await?;
        found["results"][0]["pk"].as_str().map(str::to_owned).context("a flow")
    };
    let source = json!({
        "name": "X", "slug": "x", "provider_type": "twitter",
        "consumer_key": pair.client_id, "consumer_secret": pair.client_secret.expose_secret(),
        "authentication_flow": flow("default-source-authentication").await?,
        "enrollment_flow": flow("default-source-enrollment").await?,
    });
    raw.post("/api/v3/sources/oauth/", &source).await?;
    Ok(())
}

#[tokio::test]
async fn a_supporter_sees_what_became_of_a_login_and_takes_an_accident_back() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let Some(chromium) = chromium() else { return Ok(()) };
    let practice = Practice::start(PracticeOptions::default()).await?;
    let (base, token) = (practice.authentik.base().to_owned(), practice.authentik.token().clone());
    let raw = Raw::new(&base, &token);
    sets_up(&practice, &raw).await?;
    let session = Session::start(Keyring::Unlocked).await?;
    let browser = Browser::install(&session, &chromium).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.follow(CHECK).await?;
    window.arrive("Check a source").await?;
    window.fill("authentik address", &format!("{base}/source/oauth/login/x/")).await?;
    window.key(Key::Tab).await?;
    window.see("Login URL of the source “x”.").await?;
    window.press("Add an API token or credentials").await?;
    window.fill("API token", token.expose_secret()).await?;
    window.key(Key::Enter).await?;
    window.see("In memory until Sourcerer closes").await?;
    window.press("Check").await?;
    window.patient(LONG).see("Test as a visitor").await?;

    // A visitor signs in, and the server's events show it.
    // The browser here can't open a private window, so copying the link comes first.
    window.find("button", "Copy link").await?;
    window.press("Open in browser").await?;
    window.see("Following the event log").await?;
    walk::fit_for_everyone(&window).await?;
    let opened = browser.opened(&session, &environment).await?;
    opened.consent().await?;
    window.patient(LONG).see("signed in as a new user").await?;
    window.see("is an external user and sees “Permission denied”").await?;
    walk::fit_for_everyone(&window).await?;

    // The same browser is signed in now: another X account is linked to that user.
    for link in raw.list(LINKS).await? {
        let (status, _) = raw.ask(http::Method::DELETE, &format!("{LINKS}{}/", link["pk"]), None).await?;
        ensure!(status == 204, "{status}");
    }
    let other = XAccount { id: "700000000000000009".to_owned(), username: "other".to_owned(), ..XAccount::default() };
    practice.x.set_person(other);
    window.press("Open in browser").await?;
    window.see("Following the event log").await?;
    opened.consent().await?;
    window.patient(LONG).see("An X account was linked to").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Remove link").await?;
    window.see("700000000000000009").await?;
    walk::fit_for_everyone(&window).await?;
    // The page has a button with the same text, but it can't be reached behind the dialog.
    window.press("Remove link").await?;
    window.patient(LONG).see("(confirmed)").await?;
    ensure!(raw.list(LINKS).await?.is_empty());

    // Another admin writes another secret: authentik logs no event, so the visitor's page is chosen from the list.
    let secret = json!({ "provider_type": "twitter", "consumer_secret": "another-secret-written-by-hand-0123456789" });
    raw.patch("/api/v3/sources/oauth/x/", &secret).await?;
    window.press("Open in browser").await?;
    window.see("Following the event log").await?;
    opened.consent().await?;
    opened.page().see("Could not retrieve token.").await?;
    window.patient(LONG).see("What does the browser show?").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("“Authentication failed: Could not retrieve token.”").await?;
    window.patient(LONG).see("authentik got no token from X").await?;
    walk::fit_for_everyone(&window).await?;
    assert!(!window.source().await?.contains(token.expose_secret()));

    opened.close(&session, &browser).await?;
    window.close(&session).await?;
    practice.stop().await;
    Ok(())
}
