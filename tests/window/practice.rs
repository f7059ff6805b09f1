//! The whole job in practice mode: from Start to the button on the login page and a visitor who comes in, with a real
//! browser at X's form, at its consent page and on the login page.

use crate::walk::{self, Values};
use anyhow::Result;
use sourcerer_tests::browser::Browser;
use sourcerer_tests::canary::Canary;
use sourcerer_tests::display::{chromium, environment};
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

    walk::practise(&window, "None: everything works").await?;
    walk::practice_server(&window).await?;
    walk::names(&window).await?;

    window.click("radio", "Make a new app").await?;
    let values: Values = walk::values(&window).await?;
    window.press("Open the practice portal").await?;
    let opened = browser.opened(&session, &environment).await?;
    let pair = walk::fill_in_portal(opened.page(), &values).await?;
    walk::tick_actions(&window).await?;

    walk::ask_x(&window, &pair, "In memory until Sourcerer closes").await?;
    window.see("X probably accepts this pair.").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Continue to Test sign-in").await?;
    walk::sign_in(&window, &opened).await?;
    window.press("Continue to Review").await?;
    walk::push(&window).await?;
    window.press("Continue to Verify").await?;
    walk::verify(&window, &opened).await?;
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
