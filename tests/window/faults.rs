//! Every fault that can be practised, in the real window: the stage that finds it, and the diagnosis that it shows, are
//! the ones that the list of faults promises.

use crate::walk::{self, LONG};
use anyhow::{Context as _, Result, bail, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_core::signin::BrowserScreen;
use sourcerer_core::stage::Stage;
use sourcerer_practice::faults::{Fault, FaultPlace};
use sourcerer_practice::person::Error;
use sourcerer_tests::display::{DisplayServer, environment};
use sourcerer_tests::page::Page;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::visitor::Visitor;
use sourcerer_tests::window::Window;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// For a sign-in from which nothing comes back.
const SILENCE: &str = "3";
/// For what the window asks a person who sees something: it waits 20 seconds before it does.
const ASKED: &str = "60";

/// What the window found: where, and the ids of the diagnoses that it shows there.
struct ShownDiagnoses {
    stage: Stage,
    shown: Vec<String>,
}

#[tokio::test]
async fn those_of_the_credentials_are_found_in_the_window() -> Result<()> {
    all_of(FaultPlace::Credentials).await
}

#[tokio::test]
async fn those_of_the_consent_page_are_found_in_the_window() -> Result<()> {
    all_of(FaultPlace::Consent).await
}

#[tokio::test]
async fn those_of_the_exchange_are_found_in_the_window() -> Result<()> {
    all_of(FaultPlace::Exchange).await
}

#[tokio::test]
async fn those_of_the_profile_are_found_in_the_window() -> Result<()> {
    all_of(FaultPlace::Profile).await
}

#[tokio::test]
async fn those_of_authentik_are_found_in_the_window() -> Result<()> {
    all_of(FaultPlace::Authentik).await
}

#[expect(clippy::print_stdout, reason = "cargo xtask test shows the table")]
async fn all_of(place: FaultPlace) -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let mut wrong = Vec::new();
    println!("table: {:25} {:11} diagnosis shown in the window", "fault", "stage");
    for fault in Fault::ALL.iter().copied().filter(|fault| fault.row().place == place) {
        let row = fault.row();
        let found = practised(&environment, fault).await.with_context(|| fault.name())?;
        let fits = found.stage == row.stage && found.shown.iter().any(|id| id == row.diagnosis);
        let shown = found.shown.join(" ");
        println!("table: {:25} {:11} {shown}", fault.name(), found.stage.name());
        if !fits {
            wrong.push(format!("{}: {} at {}", fault.name(), shown, found.stage.name()));
        }
    }
    ensure!(wrong.is_empty(), "not as the list says: {wrong:?}");
    Ok(())
}

/// Practises with one fault until the window says what is wrong.
async fn practised(environment: &DisplayServer, fault: Fault) -> Result<ShownDiagnoses> {
    let session = Session::start(Keyring::Absent).await?;
    let mut visitor = Visitor::install(&session).await?;
    let patience = if fault.is_silent() { SILENCE } else { ASKED };
    let arguments = ["--practice", "--fault", fault.name(), "--patience", patience];
    let window = Window::open_with(&session, environment, &arguments).await?;
    let found = job(&window, &mut visitor, fault).await;
    if found.is_ok() {
        window.close(&session).await?;
    }
    found
}

async fn job(window: &Page, visitor: &mut Visitor, fault: Fault) -> Result<ShownDiagnoses> {
    let found = |stage| move |shown| ShownDiagnoses { stage, shown };
    window.arrive(walk::SERVER).await?;
    window.press("Use the practice token").await?;
    window.see("In memory until Sourcerer closes").await?;
    window.press("Check the server").await?;
    if let Some(shown) = amiss(window, "is ready").await? {
        return Ok(found(Stage::Server)(shown));
    }
    window.press("Continue to Names").await?;
    names(window, fault.needs_email()).await?;

    let values = walk::values(window).await?;
    window.press("Open the practice portal").await?;
    let portal = visitor.opened().await?;
    let callbacks = [values.callback.as_str(), values.test_callback.as_str()];
    let pair = visitor.registers(&portal, &callbacks, &values.website).await?;
    window.press("Continue to Credentials").await?;

    window.arrive(walk::CREDENTIALS).await?;
    window.fill("Client ID", &pair.client_id).await?;
    window.fill("Client Secret", pair.client_secret.expose_secret()).await?;
    window.key(sourcerer_tests::page::Key::Enter).await?;
    window.see("In memory until Sourcerer closes").await?;
    window.press("Ask X").await?;
    if let Some(shown) = amiss(window, "X probably accepts this pair.").await? {
        return Ok(found(Stage::Credentials)(shown));
    }
    window.press("Continue to Test sign-in").await?;

    window.arrive(walk::SIGN_IN).await?;
    window.press("Open the browser").await?;
    let consent = visitor.opened().await?;
    // Nobody answers the browser while the window is asked, so both go on together.
    let (visited, shown) = tokio::join!(visitor.visits(&consent), tested(window, fault));
    if let Err(Error::Sees(sight)) = visited? {
        window.patient(LONG).press(button(sight)).await?;
        return match amiss(window, "6 of 6 legs passed").await? {
            Some(shown) => Ok(found(Stage::SignIn)(shown)),
            None => bail!("the sign-in passed"),
        };
    }
    if let Some(shown) = shown? {
        return Ok(found(Stage::SignIn)(shown));
    }
    window.press("Continue to Review").await?;
    window.patient(LONG).see("Compared at").await?;
    let shown = diagnoses(window).await?;
    if !shown.is_empty() {
        return Ok(found(Stage::Push)(shown));
    }
    walk::push(window).await?;
    window.press("Continue to Verify").await?;
    window.arrive(walk::VERIFY).await?;
    window.press("Check from outside").await?;
    window.patient(LONG).see("Checked at").await?;
    Ok(found(Stage::Verify)(diagnoses(window).await?))
}

async fn names(window: &Page, email: bool) -> Result<()> {
    if !email {
        return walk::names(window).await;
    }
    window.arrive(walk::NAMES).await?;
    window.press("Additional scopes, and the port of the test sign-in").await?;
    window.tab_to("textbox", "Additional scopes").await?;
    window.write("users.email").await?;
    walk::names_go_on(window).await
}

/// What the sign-in came to; nothing yet for a person who has something to say first.
async fn tested(window: &Page, fault: Fault) -> Result<Option<Vec<String>>> {
    let says_so = ["authorize-page-error", "authorize-other-account", "authorize-login-loop", "authorize-page-blank"];
    if says_so.contains(&fault.row().diagnosis) {
        return Ok(None);
    }
    amiss(&window.patient(LONG), "6 of 6 legs passed").await
}

/// What the button says with which a person tells what they see.
fn button(sight: BrowserScreen) -> &'static str {
    match sight {
        BrowserScreen::SomethingWrong => "I see “Something went wrong” on X",
        BrowserScreen::OtherAccount => "“Try signing in with a different account” ends the test",
        BrowserScreen::LoginLoop => "X’s log-in page, again and again ends the test",
        BrowserScreen::Blank => "A blank page ends the test",
    }
}

/// The diagnoses that are shown, or none once the page says that all is well.
async fn amiss(window: &Page, well: &str) -> Result<Option<Vec<String>>> {
    let until = Instant::now() + LONG;
    loop {
        let text = window.text().await?;
        if text.contains(well) {
            return Ok(None);
        }
        let shown = ids(&text);
        // While something is under way, what is shown may still change.
        if !shown.is_empty() && !window.names("button").await?.iter().any(|name| name == "Stop") {
            return Ok(Some(shown));
        }
        ensure!(Instant::now() < until, "neither “{well}” nor a diagnosis: {text}");
        sleep(Duration::from_millis(50)).await;
    }
}

async fn diagnoses(window: &Page) -> Result<Vec<String>> {
    Ok(ids(&window.text().await?))
}

/// Every “Diagnosis x-secret-refused” of a page's text.
fn ids(text: &str) -> Vec<String> {
    let id = |rest: &str| {
        rest.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
            .next()
            .filter(|id| id.contains('-'))
            .map(str::to_owned)
    };
    text.split("Diagnosis ").skip(1).filter_map(id).collect()
}
