//! An interrupted push: the window opens on it, reads from the server what was written, and either finishes or undoes
//! it, without duplicates.

use crate::begins::Begun;
use crate::walk::{self, LONG};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use sourcerer_practice::log::{Log, LoggedRequest};
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::display::DisplayServer;
use sourcerer_tests::proxy::{Act, Call, Lasts, Order, Proxy};
use sourcerer_tests::raw::Raw;
use sourcerer_tests::session::Session;
use sourcerer_tests::window::Window;
use std::sync::Arc;
use tokio::sync::Notify;
use tokio::time::timeout;

const SOURCES: &str = "/api/v3/sources/oauth/";
const LOGIN_PAGES: &str = "/api/v3/stages/identification/";
const STOPPED: &str = "The push stopped: finish or undo it";

#[tokio::test]
async fn a_push_that_was_killed_between_its_writes_is_finished_where_the_window_opens() -> Result<()> {
    // The source has been created and read back, and the next request has been sent.
    let Some((mut stopped, made)) = killed(|log| since(log, "POST", SOURCES) > 2).await? else { return Ok(()) };
    // The window opens on that page, and has read what was written.
    let window = &stopped.window;
    window.patient(LONG).arrive("Review and push 1 change").await?;
    window.find("heading", STOPPED).await?;
    window.see("One change was written (confirmed on the server). One is left.").await?;
    walk::pushes(&window.audited(), "1 change").await?;
    window.see_no_more(STOPPED).await?;
    assert_eq!(source(&stopped.raw).await?, made, "the very one, untouched and alone");
    assert!(is_on_the_login_page(&stopped.raw, &made).await?);

    // The push is finished: the window opens on Start again.
    stopped.window.close(&stopped.session).await?;
    stopped.window = Window::open(&stopped.session, &stopped.environment).await?;
    stopped.window.arrive("What do you want to do?").await?;
    stopped.ends().await
}

#[tokio::test]
async fn a_push_that_was_killed_before_it_heard_of_its_first_write_makes_no_twin() -> Result<()> {
    let Some((stopped, made)) = killed(|log| since(log, "POST", SOURCES) > 0).await? else { return Ok(()) };
    let window = &stopped.window;
    // A request arrives as a whole or not at all: if the source exists, so does its secret.
    window.patient(LONG).arrive("Review and push 1 change").await?;
    window.find("heading", STOPPED).await?;
    window.see("One change was written (confirmed on the server). One is left.").await?;
    walk::pushes(window, "1 change").await?;
    window.see_no_more(STOPPED).await?;
    assert_eq!(source(&stopped.raw).await?, made, "the very one, untouched and alone");
    assert!(is_on_the_login_page(&stopped.raw, &made).await?);
    stopped.ends().await
}

#[tokio::test]
async fn a_push_that_was_killed_between_its_writes_is_undone_where_the_window_opens() -> Result<()> {
    let Some((stopped, _)) = killed(|log| since(log, "POST", SOURCES) > 2).await? else { return Ok(()) };
    let window = &stopped.window;
    window.patient(LONG).find("heading", STOPPED).await?;
    window.see("One change was written (confirmed on the server). One is left.").await?;
    window.press("Undo…").await?;
    window.patient(LONG).find("dialog", "Undo the last push to 127.0.0.1?").await?;
    window.see("One change to undo").await?;
    window.see("Delete the OAuth source “X”").await?;
    walk::fit_for_everyone(window).await?;
    window.press("Undo").await?;
    window.patient(LONG).see("Undone").await?;
    window.see_no_more(STOPPED).await?;
    walk::fit_for_everyone(window).await?;
    assert_eq!(stands(&stopped.raw).await?, stopped.before);
    stopped.ends().await
}

#[tokio::test]
async fn a_push_whose_last_answer_was_lost_is_found_whole_and_can_be_undone() -> Result<()> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(()) };
    let proxy = Proxy::start(begun.practice.authentik.base()).await?;
    let raw = begun.raw();
    let before = stands(&raw).await?;
    begun.comes_to_the_review(proxy.base()).await?;
    let Begun { environment, practice, session, window } = begun;
    let arrived = deaf_once(&proxy, practice.log(), |log| since(log, "PATCH", LOGIN_PAGES) > 0).await;
    walk::asks_to_push(&window, "2 changes").await?;
    window.press("Push 2 changes").await?;
    timeout(LONG, arrived.notified()).await.context("the login page is never written")?;
    window.patient(LONG).arrive("The push stopped").await?;
    walk::fit_for_everyone(&window).await?;
    window.close(&session).await?;
    proxy.heal().await;
    assert!(is_on_the_login_page(&raw, &source(&raw).await?).await?, "it was written all the same");

    // The window opens on that page, and finds that nothing is left to do.
    let window = Window::open(&session, &environment).await?;
    window.patient(LONG).arrive("Nothing to push").await?;
    window.see_no_more(STOPPED).await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Undo…").await?;
    window.patient(LONG).find("dialog", "Undo the last push to 127.0.0.1?").await?;
    window.see("2 changes to undo").await?;
    walk::fit_for_everyone(&window).await?;
    window.press("Undo").await?;
    window.patient(LONG).see("Undone").await?;
    walk::fit_for_everyone(&window).await?;
    assert_eq!(stands(&raw).await?, before);

    window.close(&session).await?;
    practice.stop().await;
    Ok(())
}

/// A push that was killed in the middle, with the window opened again, and the source that it has created.
struct KilledPush {
    environment: DisplayServer,
    practice: Practice,
    session: Session,
    window: Window,
    raw: Raw,
    /// The state before the push.
    before: (Vec<Value>, Vec<Value>),
    /// The proxy to the server, whose address is the server's address for the product.
    _proxy: Proxy,
}

impl KilledPush {
    async fn ends(self) -> Result<()> {
        self.window.close(&self.session).await?;
        self.practice.stop().await;
        Ok(())
    }
}

async fn killed(
    once: impl Fn(&[LoggedRequest]) -> bool + Send + Sync + 'static,
) -> Result<Option<(KilledPush, Value)>> {
    let Some(begun) = Begun::with(PracticeOptions::default()).await? else { return Ok(None) };
    let proxy = Proxy::start(begun.practice.authentik.base()).await?;
    let raw = begun.raw();
    let before = stands(&raw).await?;
    begun.comes_to_the_review(proxy.base()).await?;
    let Begun { environment, practice, session, window } = begun;
    let arrived = deaf_once(&proxy, practice.log(), once).await;
    walk::asks_to_push(&window, "2 changes").await?;
    window.press("Push 2 changes").await?;
    timeout(LONG, arrived.notified()).await.context("the source is never written")?;
    window.kill(&session).await?;
    proxy.heal().await;
    let made = source(&raw).await?;
    assert!(!is_on_the_login_page(&raw, &made).await?);
    let window = Window::open(&session, &environment).await?;
    Ok(Some((KilledPush { environment, practice, session, window, raw, before, _proxy: proxy }, made)))
}

/// Blocks all answers once the server has done this, including the answer to it, and then notifies the caller.
async fn deaf_once(
    proxy: &Proxy,
    log: &Log,
    is_done: impl Fn(&[LoggedRequest]) -> bool + Send + Sync + 'static,
) -> Arc<Notify> {
    let (log, arrived) = (log.clone(), Arc::new(Notify::new()));
    let (tells, begins) = (Arc::clone(&arrived), log.all().len());
    let call: Call = Arc::new(move || {
        let is_done = is_done(&log.all()[begins..]);
        if is_done {
            tells.notify_one();
        }
        !is_done
    });
    proxy.order(Order { at: 1, lasts: Lasts::On, act: Act::After(call) }).await;
    arrived
}

/// How many requests the server has answered since the first of this kind, including that one.
fn since(log: &[LoggedRequest], method: &str, below: &str) -> usize {
    let is_it = |asked: &LoggedRequest| asked.method == method && asked.path.starts_with(below);
    log.iter().position(is_it).map_or(0, |at| log.len() - at)
}

/// What a push writes to: the sources and the login pages.
async fn stands(raw: &Raw) -> Result<(Vec<Value>, Vec<Value>)> {
    Ok((raw.list(SOURCES).await?, raw.list(LOGIN_PAGES).await?))
}

/// The only source for X.
async fn source(raw: &Raw) -> Result<Value> {
    let mut found = raw.list(SOURCES).await?;
    found.retain(|source| source["provider_type"] == "twitter");
    assert_eq!(found.len(), 1, "{found:?}");
    found.pop().context("a source")
}

async fn is_on_the_login_page(raw: &Raw, source: &Value) -> Result<bool> {
    let stages = raw.list(LOGIN_PAGES).await?;
    let shown = |stage: &Value| stage["sources"].as_array().is_some_and(|all| all.contains(&json!(source["pk"])));
    Ok(stages.iter().any(shown))
}
