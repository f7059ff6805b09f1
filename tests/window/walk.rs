//! The steps of the job that several journeys share, done as a person does them with the mouse.

use anyhow::{Result, ensure};
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_tests::browser::Opened;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::visitor::Visitor;
use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

/// The text of the link on Start that begins practice.
pub(crate) const PRACTISE: &str = "Practice Try the whole setup with a simulated X and authentik on this computer. No accounts needed, nothing can break.";
pub(crate) const SET_UP: &str =
    "Set up a source Create the X app and the authentik source step by step. About 15 minutes. Your progress is saved.";
pub(crate) const CHECK: &str =
    "Check a source Find out why sign-in with X fails. Enter an address; no access to the server needed.";

/// The headings of the stages before anything is done on them.
pub(crate) const SERVER: &str = "Connect to authentik";
pub(crate) const NAMES: &str = "Name and access";
pub(crate) const X_APP: &str = "Fill in X’s form";
/// The last step at X, in which the client credentials are pasted.
pub(crate) const CREDENTIALS: &str = "Save, then copy both credentials";
/// The policy that lets everybody in, as the page of stage 2 names it.
pub(crate) const ANYONE: &str = "Anyone with an X account";
pub(crate) const SIGN_IN: &str = "Test sign-in";
pub(crate) const VERIFY: &str = "Verify from the outside";

/// The values for the form at X, as the window shows them.
#[derive(Clone, Debug)]
pub(crate) struct Values {
    pub(crate) callback: String,
    pub(crate) test_callback: String,
    pub(crate) website: String,
}

/// The client credentials that X shows after the form was saved.
#[derive(Debug)]
pub(crate) struct IssuedCredentials {
    pub(crate) client_id: String,
    pub(crate) client_secret: SecretString,
}

/// A free port for the live test: several windows may be tested on one machine.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// From Start to a new job that is about this host, which is never asked.
pub(crate) async fn begin_job(window: &Page, host: &str) -> Result<()> {
    window.arrive("What do you want to do?").await?;
    window.follow(SET_UP).await?;
    window.arrive(SERVER).await?;
    window.fill("authentik address", &format!("https://{host}")).await
}

/// Enters a token that no server has, until the window offers to keep it in memory because there is no keyring.
pub(crate) async fn enter_token_without_keyring(window: &Page) -> Result<()> {
    window.fill("API token", "a-token-that-no-server-has").await?;
    window.key(Key::Tab).await?;
    window.find("button", "Keep in memory until Sourcerer closes").await.map(drop)
}

/// Fails if axe-core finds a violation on the current page.
pub(crate) async fn fit_for_everyone(page: &Page) -> Result<()> {
    let mut violations = page.axe().await?;
    if !violations.is_empty() {
        // An answer of the core that arrives during an audit changes the page under it: a button that becomes enabled
        // then has the color of its text already, and not yet that of its face. What is wrong stays wrong.
        violations = page.axe().await?;
    }
    ensure!(violations.is_empty(), "on “{}”: {}", page.heading().await?, violations.join("\n"));
    let squeezed = page.ask(SQUEEZED, Vec::new()).await?;
    ensure!(squeezed == serde_json::json!([]), "on “{}”, about a word wide: {squeezed}", page.heading().await?);
    Ok(())
}

/// The sentences in columns about a word wide. No rule of accessibility forbids such a column, and only WebKitGTK lays
/// some of them out like that.
const SQUEEZED: &str = "return [...document.querySelectorAll('p, li, dd')].filter((box) => {
    const { width, height } = box.getBoundingClientRect();
    return box.innerText.trim().length > 24 && width < 90 && height > 54;
}).map((box) => box.innerText);";

/// Audits a page that several journeys pass. An audit is the most expensive step, so only the journeys that ask for it
/// ([`Page::audited`]) audit these pages: `practice` a practice job, `canary` a real job up to stage 3, `undo` its
/// push. `authority` audits the server check with a private CA, `existing`, `interrupted` and `source_stage` the push
/// of their plans, `handover` the stages of the holder of the X account, and `started` practice from the command line.
async fn fits(page: &Page) -> Result<()> {
    if page.is_audited() { fit_for_everyone(page).await } else { Ok(()) }
}

/// From Start into practice, in which everything works.
pub(crate) async fn practise(window: &Page) -> Result<()> {
    window.arrive("What do you want to do?").await?;
    fits(window).await?;
    window.follow(PRACTISE).await?;
    window.arrive(SERVER).await
}

/// From the practice job to the page on which problems and the server's layout are chosen.
pub(crate) async fn tries_a_problem(window: &Page) -> Result<()> {
    window.follow("Try a problem").await?;
    window.arrive("Practice").await
}

/// Stage 1 with the practice server's token, which is entered already.
pub(crate) async fn practice_server(window: &Page) -> Result<()> {
    window.arrive(SERVER).await?;
    window.see("In memory until Sourcerer closes").await?;
    fits(window).await?;
    check_server(window).await
}

/// The rest of stage 1: a check that leaves nothing to read goes on by itself.
pub(crate) async fn check_server(window: &Page) -> Result<()> {
    window.press("Check and continue").await?;
    window.arrive(NAMES).await
}

/// Stage 2 with a free port for the live test.
pub(crate) async fn names(window: &Page) -> Result<()> {
    window.arrive(NAMES).await?;
    fits(window).await?;
    window.click("radio", ANYONE).await?;
    // The answer adds fields, and what is below them moves.
    window.see("Group of new users").await?;
    window.press("Additional scopes and test port").await?;
    names_go_on(window).await
}

/// The rest of stage 2.
pub(crate) async fn names_go_on(window: &Page) -> Result<()> {
    let port = free_port()?;
    window.fill("Test callback port", &port.to_string()).await?;
    fits(window).await?;
    window.press("Continue to X app").await?;
    window.arrive(X_APP).await
}

/// Reads the values of stage 3 where each can be copied.
pub(crate) async fn values(window: &Page) -> Result<Values> {
    window.click("checkbox", "Show all steps").await?;
    let shown = shown_values(window).await?;
    fits(window).await?;
    window.click("checkbox", "Show all steps").await?;
    Ok(shown)
}

/// Reads the values of stage 3 while all steps are shown.
pub(crate) async fn shown_values(window: &Page) -> Result<Values> {
    Ok(Values {
        callback: window.described("button", "Copy authentik’s callback").await?,
        test_callback: window.described("button", "Copy test callback").await?,
        website: window.described("button", "Copy Website URL").await?,
    })
}

/// Fills in the form of a new app in the practice portal, and returns its client credentials.
pub(crate) async fn fill_in_portal(portal: &Page, values: &Values) -> Result<IssuedCredentials> {
    portal.arrive("Dashboard").await?;
    fits(portal).await?;
    // Two links lead to the apps: the first one that Tab reaches is enough.
    portal.tab_to("link", "Apps").await?;
    portal.key(Key::Enter).await?;
    portal.follow("Create App").await?;
    portal.fill("Application Name", "Company login").await?;
    portal.tab_to("combobox", "Environment").await?;
    portal.key(Key::Down).await?;
    portal.key(Key::Down).await?;
    fits(portal).await?;
    portal.press("Create").await?;
    portal.follow("Done").await?;
    portal.arrive("Company login").await?;
    fits(portal).await?;
    portal.follow("Set up").await?;
    portal.arrive("User authentication settings").await?;
    portal.click("radio", "Read").await?;
    portal.click("radio", "Web App, Automated App or Bot Confidential client").await?;
    portal.fill("Callback URI / Redirect URL 1", &values.callback).await?;
    portal.press("+ Add another URI / URL").await?;
    portal.fill("Callback URI / Redirect URL 2", &values.test_callback).await?;
    portal.fill("Website URL (required)", &values.website).await?;
    fits(portal).await?;
    portal.press("Save Changes").await?;
    portal.see("The secret is shown only once.").await?;
    fits(portal).await?;
    let client_id = portal.value("Client ID").await?;
    let client_secret = portal.value("Client Secret").await?.into();
    portal.follow("Done").await?;
    Ok(IssuedCredentials { client_id, client_secret })
}

/// Registers the app without a browser, with a simulated person at the portal.
pub(crate) async fn register(window: &Page, visitor: &mut Visitor) -> Result<IssuedCredentials> {
    let values = values(window).await?;
    window.press("Open the practice portal").await?;
    let portal = visitor.opened().await?;
    let callbacks = [values.callback.as_str(), values.test_callback.as_str()];
    let pair = visitor.registers(&portal, &callbacks, &values.website).await?;
    Ok(IssuedCredentials { client_id: pair.client_id.clone(), client_secret: pair.client_secret })
}

/// Goes through stage 3 to its last step, one step after the other. Each time, the filled button names the next one.
pub(crate) async fn to_the_last_step(window: &Page) -> Result<()> {
    while let Some(next) = window.names("button").await?.into_iter().find(|name| name.starts_with("Next: ")) {
        window.press(&next).await?;
        window.see_no_more(&next).await?;
    }
    fits(window).await
}

/// Opens the last step of stage 3 at once, as with an app that is set up already.
pub(crate) async fn open_the_last_step(window: &Page) -> Result<()> {
    window.press(CREDENTIALS).await
}

/// The last step of stage 3 until the secret is stored in the place that `kept` describes. X is then asked.
pub(crate) async fn paste(window: &Page, pair: &IssuedCredentials, kept: &str) -> Result<()> {
    fits(window).await?;
    window.fill("Client ID", &pair.client_id).await?;
    window.fill("Client Secret", pair.client_secret.expose_secret()).await?;
    window.key(Key::Enter).await?;
    window.see(kept).await?;
    fits(window).await
}

/// The same up to X's answer.
pub(crate) async fn ask_x(window: &Page, pair: &IssuedCredentials, kept: &str) -> Result<()> {
    paste(window, pair, kept).await?;
    window.see("Checked with X, without a sign-in").await
}

/// Stage 4: the person authorizes the app at X.
pub(crate) async fn sign_in(window: &Page, browser: &Opened) -> Result<()> {
    window.arrive(SIGN_IN).await?;
    fits(window).await?;
    window.press("Open the browser").await?;
    window.see("Your browser is at X.").await?;
    fits(window).await?;
    browser.consent().await?;
    window.patient(LONG).see("6 of 6 steps passed").await?;
    browser.page().see("X sent you back").await?;
    if window.is_audited() {
        fit_for_everyone(browser.page()).await?;
    }
    fits(window).await
}

/// Stage 5: reads the plan, confirms it, and pushes.
pub(crate) async fn push(window: &Page) -> Result<()> {
    pushes(window, "2 changes").await
}

/// The same with the number of changes, such as `1 change`.
pub(crate) async fn pushes(window: &Page, changes: &str) -> Result<()> {
    asks_to_push(window, changes).await?;
    // The button in the footer has the same text, but can't be reached behind the dialog.
    window.press(&format!("Push {changes}")).await?;
    // A push that went through leads on to the check from outside; what was pushed is one page back.
    window.patient(LONG).arrive(VERIFY).await?;
    window.chord(Key::Alt, '5').await?;
    window.arrive(&format!("{changes} pushed")).await?;
    fits(window).await
}

/// Up to the last question before anything is written.
pub(crate) async fn asks_to_push(window: &Page, changes: &str) -> Result<()> {
    window.patient(LONG).arrive(&format!("Review and push {changes}")).await?;
    fits(window).await?;
    window.press(&format!("Push {changes}")).await?;
    window.see("Changes go live immediately.").await?;
    fits(window).await
}

/// Stage 6: the checks from outside, which run by themselves, and a visitor's sign-in.
pub(crate) async fn verify(window: &Page, browser: &Opened) -> Result<()> {
    window.arrive(VERIFY).await?;
    window.patient(LONG).see("Checked at").await?;
    fits(window).await?;
    window.press("Test as a visitor").await?;
    window.see("Following the event log").await?;
    fits(window).await?;
    browser.consent().await?;
    window.patient(LONG).see("signed in as a new user").await?;
    browser.page().see("Successfully authenticated with X!").await?;
    window.see("Visitors can sign in with X").await?;
    fits(window).await?;
    window.press("Finish").await?;
    window.find("dialog", "Sign-in with X works").await?;
    fits(window).await
}

/// The timeout for what other programs do meanwhile on a busy machine.
pub(crate) const LONG: Duration = Duration::from_mins(1);
