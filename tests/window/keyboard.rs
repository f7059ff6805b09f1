//! The whole job by the keyboard alone, through all six stages. Each page begins at its heading.

use crate::walk;
use anyhow::{Result, ensure};
use secrecy::ExposeSecret as _;
use sourcerer_tests::browser::Browser;
use sourcerer_tests::display::{chromium, environment};
use sourcerer_tests::page::{Key, Page};
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;

/// Moves to the element with this role and name by Tab, and presses it.
async fn press(window: &Page, role: &str, name: &str) -> Result<()> {
    window.tab_to(role, name).await?;
    is_marked(window).await?;
    window.key(Key::Enter).await
}

/// Waits for a page, and for the focus on its heading, where a screen reader begins.
async fn begins(window: &Page, heading: &str) -> Result<()> {
    window.arrive(heading).await?;
    window.find_focus("heading", heading).await
}

/// The focus is visible as an outline around the element or around its row.
async fn is_marked(window: &Page) -> Result<()> {
    let script = "let left = 3;
        for (let one = document.activeElement; one !== null && left-- > 0; one = one.parentElement) {
            const style = getComputedStyle(one);
            if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return true;
        }
        return false;";
    ensure!(window.ask(script, vec![]).await? == true, "nothing marks the {}", window.focused().await?);
    Ok(())
}

#[tokio::test]
async fn the_keyboard_alone_leads_through_all_six_stages() -> Result<()> {
    let Some(environment) = environment()? else { return Ok(()) };
    let Some(chromium) = chromium() else { return Ok(()) };
    let session = Session::start(Keyring::Absent).await?;
    let browser = Browser::install(&session, &chromium).await?;
    let window = Window::open(&session, &environment).await?;

    begins(&window, "What do you want to do?").await?;
    press(&window, "link", walk::PRACTISE).await?;

    // Enter presses the primary button, unless the focus is on another button.
    begins(&window, walk::SERVER).await?;
    window.see("In memory until Sourcerer closes").await?;
    window.tab_to("textbox", "authentik address").await?;
    is_marked(&window).await?;
    window.key(Key::Enter).await?;

    begins(&window, walk::NAMES).await?;
    window.tab_to("radio", "Only users you have already linked").await?;
    is_marked(&window).await?;
    window.key(Key::Space).await?;
    for next in ["Only these X accounts", "Anyone, after an admin’s approval", walk::ANYONE] {
        window.key(Key::Down).await?;
        window.find_focus("radio", next).await?;
    }
    press(&window, "button", "Additional scopes and test port").await?;
    window.tab_to("textbox", "Test callback port").await?;
    is_marked(&window).await?;
    let port = walk::free_port()?.to_string();
    window.chord(Key::Control, 'a').await?;
    window.write(&port).await?;
    press(&window, "button", "Continue to X app").await?;

    begins(&window, walk::X_APP).await?;
    window.tab_to("radio", "Create a new app").await?;
    window.key(Key::Left).await?;
    window.see_no_more("Create an app").await?;
    window.key(Key::Right).await?;
    window.see("Create an app").await?;
    window.tab_to("checkbox", "Show all steps").await?;
    window.key(Key::Space).await?;
    let values = walk::shown_values(&window).await?;
    press(&window, "button", "Open the practice portal").await?;
    // The accessibility of X's own pages is X's responsibility. From here on the browser's window is in front, and
    // WebKit draws no focus in a window that isn't.
    let opened = browser.opened(&session, &environment).await?;
    let pair = walk::fill_in_portal(opened.page(), &values).await?;

    // Alt and a number open a stage, and there is a shortcut back to the page before.
    window.chord(Key::Alt, '2').await?;
    begins(&window, walk::NAMES).await?;
    window.chord(Key::Alt, Key::Left).await?;
    begins(&window, walk::SERVER).await?;
    window.chord(Key::Alt, '3').await?;
    begins(&window, walk::X_APP).await?;
    window.tab_to("button", walk::CREDENTIALS).await?;
    window.key(Key::Enter).await?;
    window.tab_to("textbox", "Client ID").await?;
    window.write(&pair.client_id).await?;
    window.tab_to("textbox", "Client Secret").await?;
    window.write(pair.client_secret.expose_secret()).await?;
    // Enter stores the secret, and X is asked at once.
    window.key(Key::Enter).await?;
    window.see("In memory until Sourcerer closes").await?;
    window.see("Client ID and secret match.").await?;
    window.tab_to("button", "Continue to Test sign-in").await?;
    window.key(Key::Enter).await?;
    begins(&window, walk::SIGN_IN).await?;

    // Enter presses the primary button here too. The person's part at X is done in the browser.
    window.key(Key::Enter).await?;
    window.see("Your browser is at X.").await?;
    opened.consent().await?;
    window.patient(walk::LONG).see("6 of 6 steps passed").await?;
    window.tab_to("button", "Continue to Review").await?;
    window.key(Key::Enter).await?;

    // The push needs a confirmation, whose initial focus is on the safe answer.
    begins(&window, "Review and push 2 changes").await?;
    window.chord(Key::Control, Key::Enter).await?;
    window.see("Changes go live immediately.").await?;
    window.find_focus("button", "Cancel").await?;
    window.key(Key::Escape).await?;
    window.see_no_more("Changes go live immediately.").await?;
    window.chord(Key::Control, Key::Enter).await?;
    window.see("Changes go live immediately.").await?;
    window.tab_to("button", "Push 2 changes").await?;
    window.key(Key::Enter).await?;
    window.patient(walk::LONG).arrive(walk::VERIFY).await?;
    begins(&window, walk::VERIFY).await?;
    window.patient(walk::LONG).see("9 of 9 checks passed").await?;
    window.tab_to("button", "Test as a visitor").await?;
    window.key(Key::Enter).await?;
    opened.consent().await?;
    window.patient(walk::LONG).see("signed in as a new user").await?;
    window.tab_to("button", "Finish").await?;
    window.key(Key::Enter).await?;
    window.find("dialog", "Sign-in with X works").await?;
    window.tab_to("button", "Close job").await?;
    window.key(Key::Enter).await?;
    begins(&window, "What do you want to do?").await?;

    opened.close(&session, &browser).await?;
    window.close(&session).await
}
