//! The findings of a check are saved as a report and read again. The content is shown before it is saved, a damaged
//! report is refused with the reason, and a whole one shows the same page, which sends no requests to any server.

use crate::walk::{self, LONG};
use anyhow::{Result, ensure};
use sourcerer_core::report;
use sourcerer_practice::faults::Fault;
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::dialog;
use sourcerer_tests::display::environment;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::fs;

#[tokio::test]
async fn a_report_is_shown_saved_and_read_again() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let faults = [Fault::SourceOfAnotherApp].into_iter().collect();
    let practice = Practice::start(PracticeOptions { faults, ..PracticeOptions::default() }).await?;
    let base = practice.authentik.base().to_owned();
    let session = Session::start(Keyring::Absent).await?;
    let (whole, damaged) = (session.folder().join("whole.json"), session.folder().join("damaged.json"));

    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.follow(walk::CHECK).await?;
    window.arrive("Check a source").await?;
    window.fill("authentik address", &format!("{base}/source/oauth/callback/x/")).await?;
    window.press("Check").await?;
    window.patient(LONG).see("Not checked").await?;
    window.press("Report…").await?;
    window.find("dialog", "Save report").await?;
    window.see("# Sign in with X on").await?;
    walk::fit_for_everyone(&window).await?;
    window.click("radio", "HTML (for printing or email)").await?;
    window.see("<!doctype html>").await?;
    ensure!(!window.text().await?.contains("# Sign in with X on"), "the preview holds Markdown and HTML");
    window.click("radio", "JSON (can be reopened in Sourcerer)").await?;
    window.see("sourcerer_report").await?;
    window.press("Save file…").await?;
    dialog::save_file(&whole).await?;
    window.close(&session).await?;
    // No server is running.
    practice.stop().await;

    let text = fs::read_to_string(&whole)?;
    let read = report::parse(&text)?;
    ensure!(read.slug == "x" && !read.findings.is_empty() && !read.exchanges.is_empty(), "{text}");
    fs::write(&damaged, text.replacen("\"slug\": \"x\"", "\"slug\": \"y\"", 1))?;

    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.follow(walk::CHECK).await?;
    window.arrive("Check a source").await?;
    window.press("Open report…").await?;
    dialog::choose_file(&damaged).await?;
    window.see("This report can’t be opened").await?;
    window.see("It was changed or truncated since it was written.").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Open report…").await?;
    dialog::choose_file(&whole).await?;
    window.see("Saved report").await?;
    window.see("Not checked").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Close report").await?;
    window.find("button", "Check").await?;
    window.see("Open report…").await?;
    window.close(&session).await
}
