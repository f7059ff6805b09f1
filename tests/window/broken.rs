//! "Sign in with X is broken": from the opened check to the finding, for what breaks most often. Each says how long it
//! took.

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

const MORE: &str = "With an API token or credentials";

/// What whoever supports the source has at hand.
#[derive(Default)]
struct KnownToSupport<'a> {
    callback: String,
    token: Option<&'a SecretString>,
    pair: Option<(&'a str, &'a SecretString)>,
}

/// From Start: the check is opened, filled in and run, until this heading stands there.
async fn finds(window: &Page, given: &KnownToSupport<'_>, heading: &str) -> Result<()> {
    window.arrive("What do you want to do?").await?;
    let begun = Instant::now();
    window.follow(walk::CHECK).await?;
    window.arrive("Check a source").await?;
    window.fill("Address of authentik", &given.callback).await?;
    window.key(Key::Tab).await?;
    window.see("A callback: the source is “x”.").await?;
    if given.token.is_some() || given.pair.is_some() {
        window.press(MORE).await?;
    }
    if let Some(token) = given.token {
        window.fill("API token", token.expose_secret()).await?;
        window.key(Key::Enter).await?;
        window.see("In memory until Sourcerer closes").await?;
    }
    if let Some((id, secret)) = given.pair {
        window.fill("Client ID", id).await?;
        window.fill("Client Secret", secret.expose_secret()).await?;
        window.key(Key::Enter).await?;
        window.see("In memory until Sourcerer closes").await?;
    }
    window.press("Check").await?;
    window.patient(LONG).find("heading", heading).await?;
    said(heading, begun);
    walk::fit_for_everyone(window).await
}

#[expect(clippy::print_stdout, reason = "the time until the finding is part of what is shown")]
fn said(finding: &str, begun: Instant) {
    println!("{finding}: found in {:.1?}", begun.elapsed());
}

/// An authentik with a source, which somebody changed since.
struct Broken {
    practice: Practice,
    session: Session,
    window: Window,
}

impl Broken {
    async fn by(environment: &DisplayServer, fields: &Value, button: bool) -> Result<Self> {
        let faults = [Fault::SourceOfAnotherApp].into_iter().collect();
        let practice = Practice::start(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
        let mut body = json!({ "provider_type": "twitter" });
        body.as_object_mut().context("an object")?.extend(fields.as_object().cloned().unwrap_or_default());
        let raw = Raw::new(practice.authentik.base(), practice.authentik.token());
        let source = raw.patch("/api/v3/sources/oauth/x/", &body).await?;
        if button {
            let stages = raw.list("/api/v3/stages/identification/").await?;
            let stage = stages.first().context("a login page")?["pk"].as_str().context("its key")?;
            let path = format!("/api/v3/stages/identification/{stage}/");
            raw.patch(&path, &json!({ "sources": [source["pk"]] })).await?;
        }
        Self::of(environment, practice).await
    }

    async fn of(environment: &DisplayServer, practice: Practice) -> Result<Self> {
        let session = Session::start(Keyring::Absent).await?;
        let window = Window::open(&session, environment).await?;
        Ok(Self { practice, session, window })
    }

    fn given(&self) -> KnownToSupport<'_> {
        let callback = format!("{}/source/oauth/callback/x/", self.practice.authentik.base());
        KnownToSupport { callback, token: Some(self.practice.authentik.token()), pair: None }
    }

    async fn ends(self) -> Result<()> {
        self.window.close(&self.session).await?;
        self.practice.stop().await;
        Ok(())
    }
}

#[tokio::test]
async fn a_source_that_is_turned_off() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let broken = Broken::by(&environment, &json!({ "enabled": false }), true).await?;
    finds(&broken.window, &broken.given(), "The source “x” is turned off").await?;
    broken.ends().await
}

#[tokio::test]
async fn an_api_key_in_place_of_the_client_id() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let broken = Broken::by(&environment, &json!({ "consumer_key": "xvz1evFS4wEEPTGEFPHBog123" }), true).await?;
    // What the server sends X is seen by everybody.
    let outside = KnownToSupport { token: None, ..broken.given() };
    finds(&broken.window, &outside, "What the server sends X as Client ID isn’t one").await?;
    broken.window.see("the shape of an API Key").await?;
    broken.ends().await
}

#[tokio::test]
async fn a_matching_mode_that_refuses_everybody_new() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let broken = Broken::by(&environment, &json!({ "user_matching_mode": "email_deny" }), true).await?;
    finds(&broken.window, &broken.given(), "New people are refused for lack of an e-mail address").await?;
    broken.ends().await
}

#[tokio::test]
async fn a_button_that_nobody_put_on_the_login_page() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let broken = Broken::by(&environment, &json!({ "enabled": true }), false).await?;
    finds(&broken.window, &broken.given(), "The button of “x” isn’t on the login page").await?;
    broken.ends().await
}

#[tokio::test]
async fn a_callback_that_the_proxy_broke() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let faults = [Fault::ProxyLosesHttps, Fault::SourceOfAnotherApp].into_iter().collect();
    let practice = Practice::start(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    let file = practice.authentik.ca_file().context("a CA")?.to_owned();
    let broken = Broken::of(&environment, practice).await?;
    // Whose certificate it is has to be said first.
    let ca = broken.session.folder().join("home").join("Private_CA-1.pem");
    fs::copy(file, &ca)?;
    let outside = KnownToSupport { token: None, ..broken.given() };
    finds(&broken.window, &outside, "This machine doesn’t trust the certificate of 127.0.0.1").await?;
    let begun = Instant::now();
    broken.window.press("Choose a CA file…").await?;
    dialog::choose_file(&ca).await?;
    broken.window.see_no_more("doesn’t trust the certificate").await?;
    broken.window.press("Check").await?;
    // Nobody put its button on the login page either, which visitors meet first.
    broken.window.patient(LONG).see("The server sends X an http callback").await?;
    said("The server sends X an http callback", begun);
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
    window.press("Continue to Credentials").await?;
    let own = walk::IssuedCredentials { client_id: pair.client_id.clone(), client_secret: pair.client_secret };
    walk::paste(&window, &own, "In memory until Sourcerer closes").await?;
    window.chord(Key::Alt, '6').await?;
    window.patient(LONG).see("Compared at").await?;
    walk::push(&window).await?;
    window.follow("All jobs").await?;

    let given =
        KnownToSupport { callback: values.callback, token: None, pair: Some((&pair.client_id, &other.client_secret)) };
    finds(&window, &given, "X knows this Client ID but refuses the secret").await?;
    assert!(!window.source().await?.contains(other.client_secret.expose_secret()));
    window.close(&session).await
}
