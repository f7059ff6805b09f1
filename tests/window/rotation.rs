//! A rotation in the window, for a pushed practice job. The secret is regenerated in X's portal, the old one and one of
//! another app are refused, leaving in the middle needs a confirmation, and one press pushes the new one.

use crate::walk;
use anyhow::{Result, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_tests::browser::{Browser, Opened};
use sourcerer_tests::display::{DisplayServer, chromium, environment};
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::path::Path;

const RENEWAL: &str = "Renew the Client Secret";

/// A job that was pushed, and X's portal in the browser.
struct Stage {
    session: Session,
    browser: Browser,
    opened: Opened,
    window: Window,
    /// The secret that was pushed.
    old: String,
}

impl Stage {
    async fn pushed(environment: &DisplayServer, chromium: &Path) -> Result<Self> {
        let session = Session::start(Keyring::Absent).await?;
        let browser = Browser::install(&session, chromium).await?;
        let window = Window::open(&session, environment).await?;
        walk::practise(&window).await?;
        walk::practice_server(&window).await?;
        walk::names(&window).await?;
        let values = walk::values(&window).await?;
        window.press("Open the practice portal").await?;
        let opened = browser.opened(&session, environment).await?;
        let pair = walk::fill_in_portal(opened.page(), &values).await?;
        walk::to_the_last_step(&window).await?;
        walk::ask_x(&window, &pair, "In memory until Sourcerer closes").await?;
        window.press("Continue to Test sign-in").await?;
        window.arrive(walk::SIGN_IN).await?;
        window.press("Skip the test").await?;
        walk::push(&window).await?;
        let old = pair.client_secret.expose_secret().to_owned();
        Ok(Self { session, browser, opened, window, old })
    }

    /// From the menu of the job until the check reports that everything is ready.
    async fn begins(&self) -> Result<()> {
        let open =
            "const menu = document.querySelector('[aria-haspopup=\"menu\"]'); menu.focus(); menu.click(); return true";
        self.window.ask(open, vec![]).await?;
        self.window.click("menuitem", "Renew secret").await?;
        self.window.arrive(RENEWAL).await?;
        self.window.patient(walk::LONG).see("practice-admin has permission to change it.").await?;
        walk::fit_for_everyone(&self.window).await
    }

    /// Regenerates the secret in the portal, and returns what the portal shows.
    async fn regenerates(&self) -> Result<String> {
        let portal = self.opened.page();
        portal.press("Regenerate").await?;
        portal.see("The secret is shown only once.").await?;
        portal.value("Client Secret").await
    }

    async fn pastes(&self, secret: &str) -> Result<()> {
        self.window.fill("New Client Secret", secret).await?;
        self.window.key(Key::Enter).await
    }

    async fn ends(self) -> Result<()> {
        self.opened.close(&self.session, &self.browser).await?;
        self.window.close(&self.session).await
    }
}

/// Moves to a button with the keyboard, and presses it.
async fn strikes(window: &Page, name: &str) -> Result<()> {
    window.tab_to("button", name).await?;
    window.key(Key::Enter).await
}

#[tokio::test]
async fn the_new_secret_goes_over_in_one_press_by_the_keyboard_alone() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let Some(chromium) = chromium() else { return Ok(()) };
    let stage = Stage::pushed(&environment, &chromium).await?;
    let window = &stage.window;
    stage.begins().await?;
    let new = stage.regenerates().await?;
    strikes(window, "I pressed Regenerate").await?;
    window.see("Sign-in has been down since you pressed Regenerate").await?;
    walk::fit_for_everyone(window).await?;
    // The field for the new secret has the focus.
    window.find_focus("textbox", "New Client Secret").await?;
    window.write(&new).await?;
    window.key(Key::Enter).await?;
    window.patient(walk::LONG).see("X accepts the new secret.").await?;
    window.see("One write; nothing else in the source changes.").await?;
    walk::fit_for_everyone(window).await?;
    window.chord(Key::Control, Key::Enter).await?;
    window.patient(walk::LONG).see("The secret is renewed").await?;
    window.see("Sign-in was down for").await?;
    window.see("the job that used it now has the new one").await?;
    walk::fit_for_everyone(window).await?;
    let source = window.source().await?;
    ensure!(!source.contains(&new) && !source.contains(&stage.old), "no secret comes back to the page");
    strikes(window, "Close").await?;
    window.arrive("2 changes pushed").await?;
    stage.ends().await
}

#[tokio::test]
async fn what_x_refuses_isnt_pushed_and_leaving_in_the_middle_is_asked_about() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let Some(chromium) = chromium() else { return Ok(()) };
    let stage = Stage::pushed(&environment, &chromium).await?;
    let window = &stage.window;
    stage.begins().await?;
    // Nothing is half done yet, so leaving the page needs no confirmation.
    window.press("Back").await?;
    window.arrive("2 changes pushed").await?;
    stage.begins().await?;

    let first = stage.regenerates().await?;
    stage.opened.page().follow("Done").await?;
    let second = stage.regenerates().await?;
    stage.pastes(&stage.old).await?;
    window.patient(walk::LONG).see("X no longer accepts it").await?;
    walk::fit_for_everyone(window).await?;
    window.press("Replace").await?;
    stage.pastes(&first).await?;
    window.patient(walk::LONG).see("X knows this Client ID but rejects the secret").await?;
    walk::fit_for_everyone(window).await?;

    window.press("Back").await?;
    window.find("dialog", "Sign-in is down until you push the new secret").await?;
    walk::fit_for_everyone(window).await?;
    window.press("Leave").await?;
    window.arrive("2 changes pushed").await?;
    window.see("Secret renewal isn’t finished").await?;
    walk::fit_for_everyone(window).await?;
    window.press("Continue").await?;
    window.arrive(RENEWAL).await?;
    window.press("Replace").await?;
    stage.pastes(&second).await?;
    window.patient(walk::LONG).see("X accepts the new secret.").await?;
    window.press("Push the new secret").await?;
    window.patient(walk::LONG).see("The secret is renewed").await?;
    stage.ends().await
}
