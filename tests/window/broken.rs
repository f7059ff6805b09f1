//! "Sign in with X is broken": from the opened check to the finding, for the most frequent problems. Each reports its
//! duration.

use crate::walk::{self, LONG};
use anyhow::{Context as _, Result};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use sourcerer_practice::faults::Fault;
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::dialog;
use sourcerer_tests::display::{DisplayServer, environment};
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::raw::Raw;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::visitor::Visitor;
use sourcerer_tests::window::Window;
use std::fs;
use std::time::Instant;

const MORE: &str = "Add an API token or credentials";

/// What the person knows who supports the source.
#[derive(Default)]
struct KnownToSupport<'a> {
    callback: String,
    pair: Option<(&'a str, &'a SecretString)>,
}

/// From Start: opens, fills in and runs the check, until this heading appears.
async fn finds(window: &Page, given: &KnownToSupport<'_>, heading: &str) -> Result<()> {
    window.arrive("What do you want to do?").await?;
    let begun = Instant::now();
    window.follow(walk::CHECK).await?;
    window.arrive("Check a source").await?;
    window.fill("authentik address", &given.callback).await?;
    window.key(Key::Tab).await?;
    window.see("Callback URL of the source “x”.").await?;
    if let Some((id, secret)) = given.pair {
        window.press(MORE).await?;
        window.fill("Client ID", id).await?;
        window.fill("Client Secret", secret.expose_secret()).await?;
        window.key(Key::Enter).await?;
        window.see("In memory until Sourcerer closes").await?;
    }
    checks(window, "Check", heading, begun).await
}

/// Runs the check again from the page with the last findings, until this heading appears.
async fn finds_next(window: &Page, heading: &str) -> Result<()> {
    checks(window, "Check again", heading, Instant::now()).await
}

async fn checks(window: &Page, button: &str, heading: &str, begun: Instant) -> Result<()> {
    window.press(button).await?;
    window.patient(LONG).find("heading", heading).await?;
    said(heading, begun);
    walk::fit_for_everyone(window).await
}

/// Enters a token on a page that was filled in without one.
async fn gives_token(window: &Page, token: &SecretString) -> Result<()> {
    window.press(MORE).await?;
    window.fill("API token", token.expose_secret()).await?;
    window.key(Key::Enter).await?;
    window.see("In memory until Sourcerer closes").await
}

#[expect(clippy::print_stdout, reason = "the time until the finding is part of what is shown")]
fn said(finding: &str, begun: Instant) {
    println!("{finding}: found in {:.1?}", begun.elapsed());
}

/// An authentik with another admin's source, and the window.
struct Broken {
    practice: Practice,
    session: Session,
    window: Window,
    /// The Client ID that the source had at first.
    client_id: String,
}

impl Broken {
    /// Creates a source for X that works, with its button on the login page.
    async fn begins(environment: &DisplayServer) -> Result<Self> {
        let faults = [Fault::SourceOfAnotherApp].into_iter().collect();
        let practice = Practice::start(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
        let broken = Self::of(environment, practice).await?;
        let source = broken.changes(&json!({ "enabled": true })).await?;
        broken.shows_on_the_login_page(&json!([source["pk"]])).await?;
        let client_id = source["consumer_key"].as_str().context("a Client ID")?.to_owned();
        Ok(Self { client_id, ..broken })
    }

    async fn of(environment: &DisplayServer, practice: Practice) -> Result<Self> {
        let session = Session::start(Keyring::Absent).await?;
        let window = Window::open(&session, environment).await?;
        Ok(Self { practice, session, window, client_id: String::new() })
    }

    fn raw(&self) -> Raw {
        Raw::new(self.practice.authentik.base(), self.practice.authentik.token())
    }

    /// Changes the source outside of the product.
    async fn changes(&self, fields: &Value) -> Result<Value> {
        let mut body = json!({ "provider_type": "twitter" });
        body.as_object_mut().context("an object")?.extend(fields.as_object().cloned().unwrap_or_default());
        self.raw().patch("/api/v3/sources/oauth/x/", &body).await
    }

    async fn takes_the_button_off(&self) -> Result<()> {
        self.shows_on_the_login_page(&json!([])).await
    }

    async fn shows_on_the_login_page(&self, sources: &Value) -> Result<()> {
        let raw = self.raw();
        let stages = raw.list("/api/v3/stages/identification/").await?;
        let stage = stages.first().context("a login page")?["pk"].as_str().context("its key")?;
        // An empty list is refused unless the user fields are sent with it.
        let body = json!({ "sources": sources, "user_fields": ["email", "username"] });
        raw.patch(&format!("/api/v3/stages/identification/{stage}/"), &body).await.map(drop)
    }

    fn given(&self) -> KnownToSupport<'_> {
        let callback = format!("{}/source/oauth/callback/x/", self.practice.authentik.base());
        KnownToSupport { callback, pair: None }
    }

    async fn ends(self) -> Result<()> {
        self.window.close(&self.session).await?;
        self.practice.stop().await;
        Ok(())
    }
}

#[tokio::test]
async fn a_source_that_somebody_changed_is_found_by_what_breaks_most_often() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let broken = Broken::begins(&environment).await?;
    let window = &broken.window;
    // Without a token, the check sees what the server sends to X.
    broken.changes(&json!({ "consumer_key": "xvz1evFS4wEEPTGEFPHBog123" })).await?;
    finds(window, &broken.given(), "The Client ID that authentik sends X isn’t a Client ID").await?;
    window.see("looks like an API Key").await?;

    // The rest can be seen with a token, each time with another check.
    gives_token(window, broken.practice.authentik.token()).await?;
    broken.changes(&json!({ "consumer_key": broken.client_id, "user_matching_mode": "email_deny" })).await?;
    let denied = "New users are refused because they have no email address";
    checks(window, "Check", denied, Instant::now()).await?;
    broken.changes(&json!({ "user_matching_mode": "identifier", "enabled": false })).await?;
    finds_next(window, "The source “x” is disabled").await?;
    broken.changes(&json!({ "enabled": true })).await?;
    broken.takes_the_button_off().await?;
    finds_next(window, "The button for “x” isn’t on the login page").await?;
    broken.ends().await
}

#[tokio::test]
async fn a_callback_that_the_proxy_broke() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let faults = [Fault::ProxyLosesHttps, Fault::SourceOfAnotherApp].into_iter().collect();
    let practice = Practice::start(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    let file = practice.authentik.ca_file().context("a CA")?.to_owned();
    let broken = Broken::of(&environment, practice).await?;
    // The CA of the certificate has to be chosen first.
    let ca = broken.session.folder().join("home").join("Private_CA-1.pem");
    fs::copy(file, &ca)?;
    finds(&broken.window, &broken.given(), "This computer doesn’t trust the TLS certificate of 127.0.0.1").await?;
    let begun = Instant::now();
    broken.window.press("Choose a CA file…").await?;
    dialog::choose_file(&ca).await?;
    broken.window.see_no_more("doesn’t trust the TLS certificate").await?;
    broken.window.press("Check").await?;
    // Its button isn't on the login page either, and visitors notice that first.
    broken.window.patient(LONG).see("authentik sends X an HTTP callback").await?;
    said("authentik sends X an HTTP callback", begun);
    walk::fit_for_everyone(&broken.window).await?;
    broken.ends().await
}

#[tokio::test]
async fn a_secret_that_x_refuses() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let mut visitor = Visitor::install(&session).await?;
    let window = Window::open_with(&session, &environment, &["--practice"]).await?;
    walk::practice_server(&window).await?;
    walk::names(&window).await?;
    let values = walk::values(&window).await?;
    window.press("Open the practice portal").await?;
    let portal = visitor.opened().await?;
    let callbacks = [values.callback.as_str(), values.test_callback.as_str()];
    let pair = visitor.registers(&portal, &callbacks, &values.website).await?;
    let other = visitor.registers(&portal, &callbacks, &values.website).await?;
    walk::open_the_last_step(&window).await?;
    let own = walk::IssuedCredentials { client_id: pair.client_id.clone(), client_secret: pair.client_secret };
    walk::paste(&window, &own, "In memory until Sourcerer closes").await?;
    window.chord(Key::Alt, '5').await?;
    window.patient(LONG).see("Read at").await?;
    walk::push(&window).await?;
    window.follow("All jobs").await?;

    let given = KnownToSupport { callback: values.callback, pair: Some((&pair.client_id, &other.client_secret)) };
    finds(&window, &given, "X knows this Client ID but rejects the secret").await?;
    assert!(!window.source().await?.contains(other.client_secret.expose_secret()));
    window.close(&session).await
}
