//! The list of jobs: a job gets a name, is duplicated and archived, and all of it is still there after a restart.

use crate::walk;
use anyhow::{Result, ensure};
use sourcerer_tests::display::environment;
use sourcerer_tests::page::Page;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

const START: &str = "What do you want to do?";
const DUPLICATE: &str = "Duplicate For another server or slug. Secrets and results aren’t copied.";
const HOST: &str = "auth.company.example";

/// Chooses an entry in the menu of a job.
async fn choose(window: &Page, job: &str, entry: &str) -> Result<()> {
    window.press(&format!("More for {job}")).await?;
    window.click("menuitem", entry).await
}

#[tokio::test]
async fn a_job_is_renamed_duplicated_and_archived_and_stays_so() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let window = Window::open(&session, &environment).await?;
    walk::begin_job(&window, HOST).await?;
    window.follow("All jobs").await?;
    window.arrive(START).await?;

    choose(&window, HOST, "Rename job").await?;
    window.fill("Name", "The customer's server").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Rename").await?;
    window.find("button", "Continue The customer's server").await?;

    // A secret isn't taken as a name, and the list stays as it is.
    choose(&window, "The customer's server", "Rename job").await?;
    window.fill("Name", &"aZ3".repeat(20)).await?;
    window.press("Rename").await?;
    window.see("A secret is in a field that isn’t secret").await?;
    window.find("button", "Continue The customer's server").await?;

    // A duplicate opens at its first page, with the address of the first job.
    choose(&window, "The customer's server", DUPLICATE).await?;
    window.arrive(walk::SERVER).await?;
    ensure!(window.value("authentik address").await? == format!("https://{HOST}"), "the address isn't copied");
    window.follow("All jobs").await?;
    window.arrive(START).await?;
    choose(&window, "The customer's server", "Rename job").await?;
    window.fill("Name", "").await?;
    window.press("Rename").await?;
    choose(&window, HOST, "Archive").await?;
    window.see("Archived (1)").await?;
    walk::fit_for_everyone(&window).await?;
    window.close(&session).await?;

    let window = Window::open(&session, &environment).await?;
    window.arrive(START).await?;
    window.see("Archived (1)").await?;
    window.find("button", "Continue The customer's server").await?;
    window.close(&session).await
}
