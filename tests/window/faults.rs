//! Faults are reported on the page that detects them: there is one journey for each page of the job that shows
//! diagnoses, and one for each way in which the live test's page gets a diagnosis.
//!
//! That every fault leads to its own diagnosis at its own stage is tested without a window: in the core, up to what the
//! page receives (`tests/e2e/faults.rs`), and in the terminal (`src-tauri/cli/tests/job/walk.rs`). Here one fault
//! represents all that differ from it only in the answers of X or authentik.

use crate::walk::{self, IssuedCredentials, LONG};
use anyhow::{Result, bail, ensure};
use sourcerer_core::stage::Stage;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::person::Error;
use sourcerer_tests::display::environment;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::visitor::Visitor;
use sourcerer_tests::window::Window;

/// How long the live test of the second journey waits for a person. After half of it the window asks what they see.
const PATIENCE: &str = "8";

/// What the page offers to a person who sees something at X, and the resulting diagnosis.
const SIGHTS: [(&str, &str); 3] = [
    ("“Try signing in with a different account” ends the test", "authorize-other-account"),
    ("X’s login page, over and over ends the test", "authorize-login-loop"),
    ("A blank page ends the test", "authorize-page-blank"),
];

#[tokio::test]
async fn the_page_of_each_stage_says_what_the_stage_finds() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let mut visitor = Visitor::install(&session).await?;
    let window = Window::open_with(&session, &environment, &["--practice", "--fault", "token-without-rights"]).await?;

    // The Server stage.
    window.arrive(walk::SERVER).await?;
    window.see("In memory until Sourcerer closes").await?;
    window.press("Check and continue").await?;
    says(&window, Fault::TokenWithoutRights).await?;

    // X app: a regenerated secret is diagnosed before the live test.
    is_practice(&window, &["Outdated Client Secret"]).await?;
    let pair = comes_to_the_credentials(&window, &mut visitor).await?;
    walk::ask_x(&window, &pair, "In memory until Sourcerer closes").await?;
    window.find("heading", "X knows this Client ID but rejects the secret").await?;
    window.see("Usually the secret was regenerated since, or belongs to another app.").await?;
    window.see("Correct the Client ID or secret.").await?;
    // The rail and the window's title show it too.
    window.see("Secret refused").await?;
    window
        .step("find the window titled as an error", async || {
            let title = window.title().await?;
            ensure!(title.starts_with("Error: "), "{title}");
            Ok(())
        })
        .await?;
    says(&window, Fault::WrongSecret).await?;

    // Names: a slug that a push would refuse is said here, four stages before.
    is_practice(&window, &["Slug taken"]).await?;
    walk::practice_server(&window).await?;
    window.see("which isn’t an X source").await?;
    window.click("radio", walk::ANYONE).await?;
    window.see("Group of new users").await?;
    window.see("Choose a slug that isn’t in use.").await?;
    window.see("Slug taken").await?;
    ensure!(!window.is_enabled("button", "Continue to X app").await?, "the names can be agreed to");

    // Sign-in: the person reports that X shows its error page.
    is_practice(&window, &["Not a tester of the app"]).await?;
    comes_to_the_sign_in(&window, &mut visitor).await?;
    window.press("Open the browser").await?;
    let consent = visitor.opened().await?;
    ensure!(matches!(visitor.visits(&consent).await?, Err(Error::Sees(_))), "X lets the person on");
    window.press("I see “Something went wrong” on X").await?;
    says(&window, Fault::NotATester).await?;

    // Verify: the source was changed after the push.
    is_practice(&window, &["Source gets disabled"]).await?;
    comes_to_the_sign_in(&window, &mut visitor).await?;
    window.press("Skip the test").await?;
    walk::push(&window).await?;
    window.press("Continue to Verify").await?;
    window.arrive(walk::VERIFY).await?;
    says(&window, Fault::SourceDisabled).await?;
    window.close(&session).await
}

#[tokio::test]
async fn the_page_of_the_sign_in_says_what_a_person_sees_what_never_comes_and_what_x_answers() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let mut visitor = Visitor::install(&session).await?;
    let window = Window::open_with(&session, &environment, &["--practice", "--patience", PATIENCE]).await?;
    comes_to_the_sign_in(&window, &mut visitor).await?;

    // X doesn't redirect back, so the window asks the person what they see, and accepts the answer.
    let mut begins = "Open the browser";
    for (sight, diagnosis) in SIGHTS {
        window.press(begins).await?;
        visitor.opened().await?;
        window.patient(LONG).press(sight).await?;
        shows(&window, Stage::SignIn, diagnosis).await?;
        begins = "Test again";
    }

    // The person doesn't answer either, until the timeout.
    window.press(begins).await?;
    visitor.opened().await?;
    shows(&window, Stage::SignIn, "callback-silent").await?;

    // X's answer arrives, and the diagnosis uses it.
    is_practice(&window, &["X is overloaded"]).await?;
    comes_to_the_sign_in(&window, &mut visitor).await?;
    window.press("Open the browser").await?;
    let consent = visitor.opened().await?;
    if let Err(error) = visitor.visits(&consent).await? {
        bail!("X doesn't let the person on: {error}");
    }
    says(&window, Fault::X503).await?;
    window.close(&session).await
}

/// Leaves a practice job for a new one in the same window, with these faults in place of the old ones.
async fn is_practice(window: &Page, faults: &[&str]) -> Result<()> {
    walk::tries_a_problem(window).await?;
    window.click("checkbox", "No problem").await?;
    for fault in faults {
        // Most of them are collapsed; the search shows those that match.
        window.tab_to("searchbox", "Search").await?;
        window.chord(Key::Control, 'a').await?;
        window.write(fault).await?;
        window.click("checkbox", fault).await?;
    }
    window.press("Start over").await?;
    window.arrive(walk::SERVER).await
}

async fn comes_to_the_credentials(window: &Page, visitor: &mut Visitor) -> Result<IssuedCredentials> {
    walk::practice_server(window).await?;
    walk::names(window).await?;
    let pair = walk::register(window, visitor).await?;
    walk::open_the_last_step(window).await?;
    Ok(pair)
}

async fn comes_to_the_sign_in(window: &Page, visitor: &mut Visitor) -> Result<()> {
    let pair = comes_to_the_credentials(window, visitor).await?;
    walk::ask_x(window, &pair, "In memory until Sourcerer closes").await?;
    window.see("Client ID and secret match.").await?;
    window.press("Continue to Test sign-in").await?;
    window.arrive(walk::SIGN_IN).await
}

/// The page of the stage that detects this fault shows its diagnosis, and has no accessibility violation.
async fn says(window: &Page, fault: Fault) -> Result<()> {
    let row = fault.row();
    shows(window, row.stage, row.diagnosis).await
}

async fn shows(window: &Page, stage: Stage, diagnosis: &str) -> Result<()> {
    window.patient(LONG).see(&format!("Diagnosis {diagnosis}")).await?;
    let rail = "return [...document.querySelectorAll('ol a[aria-current=\"step\"]')].map((one) => one.href).join(' ');";
    window
        .step("find the stage", async || {
            let open = window.ask(rail, vec![]).await?;
            let open = open.as_str().unwrap_or_default();
            ensure!(open.ends_with(stage.name()), "{diagnosis} is shown at {open} in place of {}", stage.name());
            Ok(())
        })
        .await?;
    walk::fit_for_everyone(window).await
}
