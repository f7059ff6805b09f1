//! Who gets in: a list that is typed with a mistake, pushed, tried by the server, and held against two visitors.

use crate::begins::Begun;
use crate::walk::{self, IssuedCredentials, LONG};
use anyhow::{Context as _, Result};
use secrecy::ExposeSecret as _;
use sourcerer_core::signin::BrowserOpener as _;
use sourcerer_practice::PracticeOptions;
use sourcerer_practice::browser::Browser;
use sourcerer_practice::person::VisitEnd;
use sourcerer_practice::x::XAccount;
use sourcerer_tests::page::{Key, Page};
use url::Url;

const LISTED: &str = "Only these X accounts";
const SLUG: &str = "twitter";

#[tokio::test]
async fn only_listed_accounts_get_in_and_the_server_says_so() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(()) };
    let (window, practice) = (begun.window.audited(), &begun.practice);
    begun.enters_the_server().await?;
    walk::check_server(&window).await?;

    window.click("radio", LISTED).await?;
    window.see("Enter at least one X account.").await?;
    window.fill("X accounts", "Ana Lindqvist").await?;
    window.key(Key::Tab).await?;
    window.see("Line 1 has neither an X account ID nor a handle.").await?;
    walk::fit_for_everyone(&window).await?;
    let ana = XAccount::default();
    window.fill("X accounts", &format!("{}  # {}", ana.id, ana.username)).await?;
    window.key(Key::Tab).await?;
    window.see("One X account").await?;
    window.fill("Group of new users", "From X").await?;
    window.press("Additional scopes and test port").await?;
    walk::names_go_on(&window).await?;

    let base = practice.authentik.base();
    let callback = format!("{base}/source/oauth/callback/{SLUG}/");
    let pair = practice.register(vec![callback], "https://company.example".to_owned());
    let client_secret = pair.client_secret.expose_secret().into();
    walk::open_the_last_step(&window).await?;
    let pair = IssuedCredentials { client_id: pair.client_id.clone(), client_secret };
    walk::paste(&window, &pair, "In the keyring").await?;
    window.chord(Key::Alt, '5').await?;
    window.patient(LONG).see("Read at").await?;
    window.see("Create the policy “sourcerer-twitter-allowed”").await?;
    window.see("Only one listed X account can sign in").await?;
    walk::fit_for_everyone(&window).await?;
    pushes(&window).await?;
    window.patient(LONG).arrive(walk::VERIFY).await?;
    window.chord(Key::Alt, '5').await?;
    window.see("authentik tried the policy for").await?;
    walk::fit_for_everyone(&window).await?;

    let login = Url::parse(&format!("{base}/source/oauth/login/{SLUG}/"))?;
    let eve = XAccount { id: "901".to_owned(), username: "eve_other".to_owned(), ..XAccount::default() };
    practice.x.set_person(eve);
    let refused = visits(&Browser::of(practice)?, &login).await?;
    assert!(refused.html.contains("This X account may not sign in here."), "{}", refused.html);
    practice.x.set_person(ana);
    let comes_in = visits(&Browser::of(practice)?, &login).await?;
    assert!(comes_in.html.contains("Successfully authenticated with X!"), "{}", comes_in.html);
    let users = begun.raw().list("/api/v3/core/users/?groups_by_name=From%20X").await?;
    assert!(users.iter().any(|user| user["username"] == "ana_lindqvist"), "{users:?}");
    begun.ends().await
}

/// Presses the filled button of Review and the same in the dialog, whatever the number of changes.
async fn pushes(window: &Page) -> Result<()> {
    let names = window.names("button").await?;
    let push = names.into_iter().find(|name| name.starts_with("Push ")).context("a button to push")?;
    window.press(&push).await?;
    window.see("Changes go live immediately.").await?;
    window.press(&push).await
}

/// The last page of a visit.
async fn visits(browser: &Browser, address: &Url) -> Result<VisitEnd> {
    browser.open(address)?;
    browser.arrived().await.context("a page")
}
