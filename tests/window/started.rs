//! Practice with options: with a license and a layout, chosen on the page and on the command line.

use crate::walk;
use anyhow::{Context as _, Result};
use sourcerer_practice::faults::Fault;
use sourcerer_tests::display::environment;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

const LICENSED: &str = "Enterprise license";
const TWO_BRANDS: &str = "Two brands";
const HELD: &str = "This server has an enterprise license (valid)";

/// An invented value of the right form; no request to X uses it.
const CLIENT_ID: &str = "QUFiYkNDZGRFRWZmR0doaElJamo6MTpjaQ";
const CLIENT_SECRET: &str = "MadeUp-Secret_MadeUp-Secret_MadeUp-Secret_0123x7Qd";

#[tokio::test]
async fn a_licence_and_a_layout_are_chosen_on_the_practice_page() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.follow(walk::PRACTISE).await?;
    window.arrive(walk::SERVER).await?;
    walk::tries_a_problem(&window).await?;
    // With the keyboard alone. A fresh server without a license is the default.
    window.tab_to("radio", "Fresh").await?;
    window.key(Key::Down).await?;
    window.key(Key::Down).await?;
    window.tab_to("checkbox", LICENSED).await?;
    window.key(Key::Space).await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Start over").await?;
    is_as_chosen(&window).await?;
    window.close(&session).await
}

#[tokio::test]
async fn a_licence_and_a_layout_are_taken_from_the_command_line() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let arguments = ["--practice", "--licensed", "--layout", "two-brands"];
    let window = Window::open_with(&session, &environment, &arguments).await?;
    is_as_chosen(&window.audited()).await?;
    window.close(&session).await
}

#[tokio::test]
async fn a_fault_that_there_is_not_is_refused_with_those_that_there_are() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let before = session.processes();
    let status = session.command(&environment.program)?.args(["--practice", "--fault", "rain"]).status().await?;
    assert_eq!(status.code(), Some(2));
    let name = environment.program.file_name().context("a name")?.to_string_lossy();
    let said = session.said(&name);
    assert!(said.starts_with("Invalid value rain for --fault"), "{said}");
    for fault in Fault::ALL {
        assert!(said.contains(fault.name()), "{}: {said}", fault.name());
    }
    session.runs_only(&before).await
}

/// The review has both brands' login pages and the license, and the practice page has the options.
async fn is_as_chosen(window: &Page) -> Result<()> {
    walk::practice_server(window).await?;
    walk::names(window).await?;
    walk::open_the_last_step(window).await?;
    let pair =
        walk::IssuedCredentials { client_id: CLIENT_ID.to_owned(), client_secret: CLIENT_SECRET.to_owned().into() };
    walk::paste(window, &pair, "In memory until Sourcerer closes").await?;
    window.chord(Key::Alt, '5').await?;
    window.patient(walk::LONG).see("Read at").await?;
    window.press("More options").await?;
    window.see("partners-authentication-identification").await?;
    window.see(HELD).await?;
    walk::fit_for_everyone(window).await?;

    walk::tries_a_problem(window).await?;
    // The page requests the layouts when it opens.
    window.see(TWO_BRANDS).await?;
    let chosen =
        "return [...document.querySelectorAll('input:checked')].map((one) => one.labels[0].innerText).join(' | ');";
    let chosen = window.ask(chosen, vec![]).await?.to_string();
    assert!(chosen.contains(LICENSED) && chosen.contains(TWO_BRANDS), "{chosen}");
    Ok(())
}
