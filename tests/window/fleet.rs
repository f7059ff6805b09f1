//! The fleet in the real window: a list is pasted, errors in its lines are reported, ten thousand rows are one table of
//! which only a part is drawn, and a row leads to the check of its source. The keyboard is used where it matters.

use crate::walk::{self, LONG};
use anyhow::{Context as _, Result, ensure};
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::{Practice, PracticeOptions, free_port};
use sourcerer_tests::display::environment;
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::fmt::Write as _;

const MANY: &str = "Check many sources Check a whole list (CSV) of sources at once, and see every result in one table.";

/// Sets the text of the list's field as a paste does: typing ten thousand lines would take minutes.
async fn pastes(window: &Page, text: &str) -> Result<()> {
    let script = "const field = document.querySelector('textarea'); field.focus(); field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true })); return true";
    window.ask(script, vec![text.into()]).await.map(|_| ())
}

/// Waits until the numbers of rows that are drawn and that the table reports are as wanted: the table asks for its rows
/// after it has been drawn.
async fn draws(window: &Page, is_wanted: impl Fn(u64, u64) -> bool) -> Result<()> {
    window
        .step("find the rows", async || {
            let (rows, reported) = drawn(window).await?;
            ensure!(is_wanted(rows, reported), "{rows} rows of {reported} are drawn");
            Ok(())
        })
        .await
}

async fn drawn(window: &Page) -> Result<(u64, u64)> {
    let script = "const table = document.querySelector('table');
        return [table.querySelectorAll('tbody tr:not(.space)').length, Number(table.getAttribute('aria-rowcount'))]";
    let found = window.ask(script, vec![]).await?;
    let number = |at: usize| found.get(at).and_then(serde_json::Value::as_u64).context("a number");
    Ok((number(0)?, number(1)?))
}

#[tokio::test]
async fn a_list_is_checked_filtered_and_leads_to_each_source() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let practice =
        Practice::start(PracticeOptions { layout: ServerLayout::Sources(30), ..PracticeOptions::default() }).await?;
    let base = practice.authentik.base().to_owned();
    let closed = free_port().context("a free port")?;
    let session = Session::start(Keyring::Unlocked).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    walk::fit_for_everyone(&window).await?;
    window.follow(MANY).await?;
    window.arrive("Check many sources").await?;
    walk::fit_for_everyone(&window).await?;

    // Errors in a list are reported by line, and the list isn't lost.
    pastes(&window, "auth.company\nauth company,x").await?;
    window.press("Use this list").await?;
    window.see("Nothing in this list can be checked.").await?;
    window.see("The slug for").await?;
    walk::fit_for_everyone(&window).await?;

    let mut text = format!("server;slug;owner\nhttp://127.0.0.1:{closed};x\n");
    for number in 1..=31 {
        let _ = writeln!(text, "{base};x-{number};ada");
    }
    pastes(&window, &text).await?;
    window.press("Use this list").await?;
    window.see("32 sources ready to check.").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Check 32 sources").await?;
    window.patient(LONG).see("32 checked in").await?;
    walk::fit_for_everyone(&window).await?;
    draws(&window, |_, reported| reported == 33).await?;
    window.see("Nothing is listening on port").await?;

    // The worst come first. A filter finds one, and its row leads on by the keyboard.
    window.fill("Filter by address, slug or diagnosis", "x-31").await?;
    let host = base.replace("https://", "");
    let name = format!("Open {host}, x-31");
    window.find("button", &name).await?;
    window.see("No source “x-31”").await?;
    draws(&window, |rows, reported| (rows, reported) == (1, 2)).await?;
    window.tab_to("button", &name).await?;
    window.key(Key::Enter).await?;
    window.arrive("Check a source").await?;
    ensure!(window.value("authentik address").await? == base);
    ensure!(window.value("Source slug").await? == "x-31");
    window.press("Check").await?;
    window.patient(LONG).find("heading", "No source “x-31”").await?;

    // The table is in the state in which it was left.
    window.follow("Many sources").await?;
    window.arrive("Check many sources").await?;
    window.see("32 checked in").await?;
    window.close(&session).await?;
    practice.stop().await;
    Ok(())
}

#[tokio::test]
async fn of_ten_thousand_rows_a_window_is_drawn_and_a_run_is_stopped_and_goes_on() -> Result<()> {
    const ROWS: u64 = 10_000;
    let Some(environment) = environment()? else { return Ok(()) };
    let practice =
        Practice::start(PracticeOptions { layout: ServerLayout::Sources(10_000), ..PracticeOptions::default() })
            .await?;
    let base = practice.authentik.base().to_owned();
    let session = Session::start(Keyring::Unlocked).await?;
    let window = Window::open(&session, &environment).await?;
    window.arrive("What do you want to do?").await?;
    window.follow(MANY).await?;
    window.arrive("Check many sources").await?;
    let mut text = String::new();
    for number in 1..=ROWS {
        let _ = writeln!(text, "{base},x-{number}");
    }
    pastes(&window, &text).await?;
    window.press("Use this list").await?;
    window.see("10,000 sources ready to check.").await?;
    draws(&window, |rows, reported| reported == ROWS + 1 && (1..60).contains(&rows)).await?;

    window.press("Check 10,000 sources").await?;
    // A run that is stopped before its first result has nothing to continue.
    window
        .step("see the first results", async || {
            let text = window.text().await?;
            ensure!(text.contains(" of 10,000 checked") && !text.contains(" 0 of 10,000 checked"), "none yet");
            Ok(())
        })
        .await?;
    window.press("Stop").await?;
    window.see("Stopped at ").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Continue").await?;
    window.see(" of 10,000 checked").await?;
    window.press("Stop").await?;

    // From the first row to the last and back, by the keyboard alone.
    let host = base.replace("https://", "");
    window.press("Server").await?;
    window.tab_to("button", &format!("Open {host}, x-1")).await?;
    window.key(Key::End).await?;
    window.find("button", &format!("Open {host}, x-10000")).await?;
    window.find_focus("button", &format!("Open {host}, x-10000")).await?;
    draws(&window, |rows, _| (1..60).contains(&rows)).await?;
    walk::fit_for_everyone(&window).await?;
    window.key(Key::Home).await?;
    window.find_focus("button", &format!("Open {host}, x-1")).await?;
    window.close(&session).await?;
    practice.stop().await;
    Ok(())
}
