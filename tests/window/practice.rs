//! The whole job in practice mode: from Start to the button on the login page and a visitor who signs in, with a real
//! browser at X's form, at its consent page and on the login page.

use crate::walk::{self, Values};
use anyhow::Result;
use sourcerer_tests::browser::Browser;
use sourcerer_tests::canary::Canary;
use sourcerer_tests::display::{chromium, environment};
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

#[tokio::test]
async fn a_newcomer_practises_the_whole_job_and_a_visitor_comes_in() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let Some(chromium) = chromium() else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let browser = Browser::install(&session, &chromium).await?;
    let before = session.processes();
    let window = Window::open(&session, &environment).await?;

    // This journey audits all pages of a practice job.
    let page = window.audited();
    walk::practise(&page).await?;
    walk::practice_server(&page).await?;
    walk::names(&page).await?;

    window.click("radio", "Create a new app").await?;
    let values: Values = walk::values(&page).await?;
    window.press("Open the practice portal").await?;
    let opened = browser.opened(&session, &environment).await?;
    let pair = walk::fill_in_portal(&opened.page().audited(), &values).await?;
    walk::to_the_last_step(&page).await?;

    walk::ask_x(&page, &pair, "In memory until Sourcerer closes").await?;
    window.see("Client ID and secret match.").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Continue to Test sign-in").await?;
    walk::sign_in(&page, &opened).await?;
    window.press("Continue to Review").await?;
    walk::push(&page).await?;
    window.press("Continue to Verify").await?;
    walk::verify(&page, &opened).await?;
    window.key(Key::Escape).await?;
    window.see("Verified").await?;

    let canary = Canary::new(pair.client_secret);
    let shown = window.source().await?;
    assert_eq!(canary.in_text("the window", shown.as_bytes()), []);
    opened.close(&session, &browser).await?;
    window.close(&session).await?;
    session.runs_only(&before).await?;
    assert_eq!(canary.below(&session.data())?, []);
    for program in ["sourcerer", "WebKitWebDriver"] {
        assert_eq!(canary.in_text(program, session.said(program).as_bytes()), []);
    }
    Ok(())
}
