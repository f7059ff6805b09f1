//! The straight way: how many clicks the whole job takes in the window, in practice mode, from Start to its end:
//! `cargo xtask bench straight`.
//!
//! Every press in Sourcerer's own window counts, by mouse as an admin does it. What happens at X and in the browser
//! doesn't: a simulated visitor does it there. The last line is `straight clicks=… pages=… seconds=…`, and more clicks
//! than [`MOST`] fail.
#![expect(clippy::print_stdout, reason = "its lines are what it is for")]

use anyhow::{Context as _, Result, bail};
use secrecy::ExposeSecret as _;
use sourcerer_tests::display::environment;
use sourcerer_tests::page::Key;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::visitor::Visitor;
use sourcerer_tests::window::Window;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// The most clicks that the straight way may take. By authentik's own guide, by hand, they are about 33.
const MOST: usize = 18;

/// How long other programs may take meanwhile.
const LONG: Duration = Duration::from_mins(1);

/// The window, with every click in it and every page that was shown.
struct Counted<'w> {
    window: &'w Window,
    clicks: Vec<String>,
    pages: usize,
}

impl Counted<'_> {
    async fn clicks(&mut self, role: &str, name: &str) -> Result<()> {
        self.clicks.push(format!("{role} “{name}”"));
        self.window.click(role, name).await
    }

    async fn presses(&mut self, name: &str) -> Result<()> {
        self.clicks("button", name).await
    }

    async fn arrives(&mut self, heading: &str) -> Result<()> {
        self.pages += 1;
        self.window.patient(LONG).arrive(heading).await
    }

    /// Presses the filled button that names the next step at X.
    async fn goes_on(&mut self) -> Result<()> {
        let names = self.window.names("button").await?;
        let next = names.into_iter().find(|name| name.starts_with("Next: ")).context("no next step")?;
        self.presses(&next).await?;
        self.window.see_no_more(&next).await
    }

    /// Copies a value, and returns it.
    async fn copies(&mut self, what: &str) -> Result<String> {
        let button = format!("Copy {what}");
        let value = self.window.described("button", &button).await?;
        self.presses(&button).await?;
        Ok(value)
    }
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    // Test runners start this program too, to list its tests: it has none.
    if !std::env::args().any(|word| word == "--bench") {
        return Ok(ExitCode::SUCCESS);
    }
    let Some(environment) = environment()? else { return Ok(ExitCode::SUCCESS) };
    let session = Session::start(Keyring::Absent).await?;
    let mut visitor = Visitor::install(&session).await?;
    let window = Window::open(&session, &environment).await?;
    let mut way = Counted { window: &window, clicks: Vec::new(), pages: 0 };
    way.arrives("What do you want to do?").await?;
    let began = Instant::now();

    let practice = window.names("link").await?.into_iter().find(|name| name.starts_with("Practice "));
    way.clicks("link", &practice.context("practice")?).await?;
    way.arrives("Connect to authentik").await?;
    window.see("In memory until Sourcerer closes").await?;
    way.presses("Check and continue").await?;
    way.arrives("Name and access").await?;
    way.clicks("radio", "Anyone with an X account").await?;
    way.presses("Continue to X app").await?;

    way.arrives("Fill in X’s form").await?;
    way.presses("Open the practice portal").await?;
    let portal = visitor.opened().await?;
    for _ in 0..3 {
        way.goes_on().await?;
    }
    let callback = way.copies("authentik’s callback").await?;
    let test_callback = way.copies("test callback").await?;
    let website = way.copies("Website URL").await?;
    let pair = visitor.registers(&portal, &[&callback, &test_callback], &website).await?;
    window.fill("Client ID", &pair.client_id).await?;
    window.fill("Client Secret", pair.client_secret.expose_secret()).await?;
    window.key(Key::Enter).await?;
    way.presses("Continue to Test sign-in").await?;

    way.arrives("Test sign-in").await?;
    way.presses("Open the browser").await?;
    visits(&mut visitor).await?;
    window.patient(LONG).see("6 of 6 steps passed").await?;
    way.presses("Continue to Review").await?;
    way.arrives("Review and push 2 changes").await?;
    way.presses("Push 2 changes").await?;
    window.find("dialog", "Push 2 changes to 127.0.0.1?").await?;
    way.presses("Push 2 changes").await?;
    way.arrives("Verify from the outside").await?;
    window.patient(LONG).see("Checked at").await?;
    way.presses("Test as a visitor").await?;
    visits(&mut visitor).await?;
    window.patient(LONG).see("signed in as a new user").await?;
    way.presses("Finish").await?;
    window.find("dialog", "Sign-in with X works").await?;

    let (clicks, pages, seconds) = (way.clicks, way.pages, began.elapsed().as_secs());
    window.close(&session).await?;
    for (nth, click) in clicks.iter().enumerate() {
        println!("{:2} {click}", nth + 1);
    }
    println!("straight clicks={} pages={pages} seconds={seconds}", clicks.len());
    Ok(if clicks.len() <= MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Follows the address that was opened, as somebody who agrees at X.
async fn visits(visitor: &mut Visitor) -> Result<()> {
    let address = visitor.opened().await?;
    if let Err(error) = visitor.visits(&address).await? {
        bail!("the visitor doesn't get through: {error}");
    }
    Ok(())
}
