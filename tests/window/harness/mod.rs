//! Tests of the tests' own tools, on a small page in a real browser that is opened as the window opens it.

mod site;

use anyhow::Result;
use site::Site;
use sourcerer_tests::browser::{Browser, Opened};
use sourcerer_tests::display::{DisplayServer, chromium, environment};
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use std::path::{Path, PathBuf};
use std::time::Duration;

const PAGE: &str = include_str!("page.html");

/// What a test of the tools needs, in the order in which it has to be dropped.
struct Stage {
    opened: Opened,
    browser: Browser,
    session: Session,
    site: Site,
}

fn wanted() -> Result<Option<(DisplayServer, PathBuf)>> {
    Ok(environment()?.and_then(|environment| Some((environment, chromium()?))))
}

impl Stage {
    async fn open(environment: &DisplayServer, chromium: &Path, page: &'static str) -> Result<Self> {
        let session = Session::start(Keyring::Absent).await?;
        let browser = Browser::install(&session, chromium).await?;
        let site = Site::open(page).await?;
        session.launch("xdg-open", &[&site.address])?;
        let opened = browser.opened(&session, environment).await?;
        Ok(Self { opened, browser, session, site })
    }
}

#[tokio::test]
async fn steps_find_what_a_person_finds_and_say_what_they_miss() -> Result<()> {
    let Some((environment, chromium)) = wanted()? else { return Ok(()) };
    let stage = Stage::open(&environment, &chromium, PAGE).await?;
    let page = stage.opened.page();
    let hasty = page.patient(Duration::ZERO);
    let why = async |name: &str| hasty.press(name).await.map_err(|error| error.root_cause().to_string());

    page.arrive("A page").await?;
    // A field is filled by its label, whatever its content was. This includes a password field.
    page.fill("Server address", "auth.example").await?;
    page.fill("API token", "0123456789").await?;
    assert_eq!(page.value("Server address").await?, "auth.example");
    page.click("checkbox", "I agree").await?;
    page.press("Send it").await?;
    page.see("auth.example 10 true").await?;

    // A step waits until a button is enabled.
    assert_eq!(why("Later").await, Err("it is disabled".to_owned()));
    page.press("Wake it").await?;
    page.press("Later").await?;
    page.see("pressed later").await?;

    // Hidden, ambiguous and missing elements have different errors.
    let missing =
        "there is none; those of this role are [\"Send it\",\"Wake it\",\"Later\",\"Ask\",\"Twice\",\"Twice\"]";
    assert_eq!(why("Hidden").await, Err(missing.to_owned()));
    assert_eq!(why("Twice").await, Err("there are 2 of them".to_owned()));

    // Nothing behind a dialog can be reached.
    page.press("Ask").await?;
    page.find("dialog", "Sure?").await?;
    assert_eq!(page.names("button").await?, ["Yes"]);
    page.key(Key::Escape).await?;
    page.see_no_more("Are you sure").await?;

    // The keyboard alone is enough.
    page.tab_to("checkbox", "I agree").await?;
    page.key(Key::Space).await?;
    page.tab_to("button", "Send it").await?;
    page.key(Key::Enter).await?;
    page.see("auth.example 10 false").await?;
    page.chord(Key::Shift, Key::Tab).await?;
    assert_eq!(page.focused().await?, "checkbox “I agree”");
    stage.opened.close(&stage.session, &stage.browser).await
}

#[tokio::test]
async fn axe_names_what_is_wrong_and_a_blank_picture_is_seen() -> Result<()> {
    let Some((environment, chromium)) = wanted()? else { return Ok(()) };
    let stage =
        Stage::open(&environment, &chromium, "<!doctype html><title>T</title><body style='background: #fff'>").await?;
    let page = stage.opened.page();
    let picture = page.shot(&stage.session.folder().join("blank.png")).await?;
    assert!(picture.is_blank(), "{picture:?}");
    let violations = page.axe().await?;
    assert!(violations.iter().any(|one| one.starts_with("html-has-lang (serious): ")), "{violations:?}");
    Ok(())
}

#[tokio::test]
async fn consent_is_given_on_the_page_that_was_opened_last() -> Result<()> {
    let Some((environment, chromium)) = wanted()? else { return Ok(()) };
    let consent = "<!doctype html><html lang=en><title>X</title>
        <form method=post action=/agreed><button name=approval value=true>Authorize app</button>
        <button name=approval value=false>Cancel</button></form>";
    let stage = Stage::open(&environment, &chromium, consent).await?;
    stage.session.launch("xdg-open", &[&format!("{}again", stage.site.address)])?;
    stage.site.asked("GET /again").await?;
    stage.opened.consent().await?;
    stage.site.asked("POST /agreed approval=true").await?;
    stage.opened.close(&stage.session, &stage.browser).await?;

    // If it is opened again, the test can connect again.
    stage.session.launch("xdg-open", &[&format!("{}third", stage.site.address)])?;
    let opened = stage.browser.opened(&stage.session, &environment).await?;
    opened.page().find("button", "Cancel").await
}
