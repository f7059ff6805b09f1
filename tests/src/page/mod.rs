//! A page as a person uses it: by roles, names and words, never by class or id.
//!
//! Every step waits until it can be done, as long as a person would, and every call has a timeout: a WebDriver server
//! that hangs makes the test fail, and not hang.

mod keys;

pub use keys::Key;

use crate::patience::until;
use crate::picture::{Picture, part};
use anyhow::{Context as _, Result, anyhow, bail, ensure};
use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use std::fmt::Debug;
use std::fs;
use std::future::Future;
use std::path::Path;
use std::time::Duration;
use tokio::time::timeout;

const FIND: &str = include_str!("find.js");
const AUDIT: &str = include_str!("audit.js");
const PAINTED: &str = include_str!("painted.js");
const LISTEN: &str = include_str!("listen.js");

/// The timeout of one call to the WebDriver server.
const CALL: Duration = Duration::from_secs(20);
/// How long a step waits until it can be done.
const PATIENCE: Duration = Duration::from_secs(15);

/// The result of a script that needs axe-core on a page without it.
const NO_AXE: &str = "no axe-core";

/// The key under which WebDriver returns an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A page in the window or in the browser.
#[derive(Clone, Debug)]
pub struct Page {
    client: Client,
    axe: String,
    patience: Duration,
    audited: bool,
}

/// An element that was found by its role and name.
#[derive(Debug)]
struct ElementByRole {
    element: Element,
    disabled: bool,
}

impl Page {
    pub(crate) fn new(client: Client, axe: &str) -> Self {
        Self { client, axe: axe.to_owned(), patience: PATIENCE, audited: false }
    }

    /// The same page, with audits in the steps that several journeys share. An audit is the most expensive step of all,
    /// and each page needs it only once, so only this journey audits the shared pages.
    #[must_use]
    pub fn audited(&self) -> Self {
        Self { audited: true, ..self.clone() }
    }

    /// Whether shared steps audit their pages.
    pub fn is_audited(&self) -> bool {
        self.audited
    }

    /// The same page with a longer timeout for slow steps, such as a live test.
    #[must_use]
    pub fn patient(&self, patience: Duration) -> Self {
        Self { patience, ..self.clone() }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Presses the button with this name as soon as it is enabled.
    ///
    /// # Errors
    /// If there is no such button, more than one, or it stays disabled.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.click("button", name).await
    }

    /// Follows the link with this name.
    ///
    /// # Errors
    /// The same as for [`Self::press`].
    pub async fn follow(&self, name: &str) -> Result<()> {
        self.click("link", name).await
    }

    /// Clicks the element with this role and name: a checkbox, a radio button, a tab.
    ///
    /// # Errors
    /// The same as for [`Self::press`].
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        self.step(&format!("click the {role} “{name}”"), async || {
            let found = self.found(role, name).await?;
            ensure!(!found.disabled, "it is disabled");
            self.click_element(&found).await
        })
        .await
    }

    async fn click_element(&self, found: &ElementByRole) -> Result<()> {
        let clicked = self.call(found.element.click()).await;
        if clicked.is_err() {
            // An element that is partly in view isn't scrolled to, and its center may be outside: the next attempt finds
            // it in the middle.
            let element = serde_json::to_value(&found.element)?;
            self.ask("arguments[0].scrollIntoView({ block: 'center' });", vec![element]).await?;
        }
        clicked
    }

    /// Chooses an option of the list with this label by the option's text.
    ///
    /// # Errors
    /// The same as for [`Self::press`], or if there is no such option.
    pub async fn choose(&self, label: &str, choice: &str) -> Result<()> {
        self.step(&format!("choose “{choice}” from “{label}”"), async || {
            let found = self.found("combobox", label).await?;
            ensure!(!found.disabled, "it is disabled");
            self.call(found.element.select_by_label(choice)).await
        })
        .await
    }

    /// Replaces the content of the text field with this label by typing `text`.
    ///
    /// # Errors
    /// If there is no such field, more than one, or it stays disabled.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        // The text may be a secret, so no message contains it.
        self.step(&format!("fill “{label}”"), async || {
            let found = self.found("textbox", label).await?;
            ensure!(!found.disabled, "it is disabled");
            self.click_element(&found).await?;
            self.chord(Key::Control, 'a').await?;
            self.key(Key::Delete).await?;
            // WebDriver refuses to type an empty text.
            if text.is_empty() { Ok(()) } else { self.call(found.element.send_keys(text)).await }
        })
        .await
    }

    /// The content of the text field with this label.
    ///
    /// # Errors
    /// If there is no such field, or more than one.
    pub async fn value(&self, label: &str) -> Result<String> {
        self.step(&format!("read “{label}”"), async || {
            let found = self.found("textbox", label).await?;
            Ok(self.call(found.element.prop("value")).await?.unwrap_or_default())
        })
        .await
    }

    /// The accessible description of the element with this role and name.
    ///
    /// # Errors
    /// If there is no such element, more than one, or it has no description.
    pub async fn described(&self, role: &str, name: &str) -> Result<String> {
        self.step(&format!("read what describes the {role} “{name}”"), async || {
            let found = self.found(role, name).await?;
            let ids = self.call(found.element.attr("aria-describedby")).await?.context("nothing describes it")?;
            let script = "return arguments[0].split(' ').map((id) => document.getElementById(id)?.textContent ?? '')
                .join(' ').trim();";
            Ok(self.ask(script, vec![json!(ids)]).await?.as_str().unwrap_or_default().to_owned())
        })
        .await
    }

    /// Whether the element with this role and name can be used.
    ///
    /// # Errors
    /// If there is no such element, or more than one.
    pub async fn is_enabled(&self, role: &str, name: &str) -> Result<bool> {
        self.step(&format!("see whether the {role} “{name}” is enabled"), async || {
            Ok(!self.found(role, name).await?.disabled)
        })
        .await
    }

    /// Waits until an element with this role and name can be reached.
    ///
    /// # Errors
    /// If it never can.
    pub async fn find(&self, role: &str, name: &str) -> Result<()> {
        self.step(&format!("find the {role} “{name}”"), async || self.found(role, name).await.map(drop)).await
    }

    /// The names of all elements with this role that can be reached now, in the page's order.
    ///
    /// # Errors
    /// If the page can't be read.
    pub async fn names(&self, role: &str) -> Result<Vec<String>> {
        let answer = self.look(role, None).await?;
        Ok(answer["names"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Waits until the page shows this text. All white space counts as one blank.
    ///
    /// # Errors
    /// If it never does.
    pub async fn see(&self, words: &str) -> Result<()> {
        self.step(&format!("see “{words}”"), async || {
            ensure!(self.text().await?.contains(words), "it isn't there");
            Ok(())
        })
        .await
    }

    /// Waits until the page doesn't show this text.
    ///
    /// # Errors
    /// If it stays.
    pub async fn see_no_more(&self, words: &str) -> Result<()> {
        self.step(&format!("see “{words}” go"), async || {
            ensure!(!self.text().await?.contains(words), "it is still there");
            Ok(())
        })
        .await
    }

    /// Waits for the page with this first-level heading.
    ///
    /// # Errors
    /// If it never comes, or there is more than one such heading.
    pub async fn arrive(&self, heading: &str) -> Result<()> {
        self.step(&format!("arrive at “{heading}”"), async || {
            let found = self.headings().await?;
            ensure!(found == [heading], "the headings are {found:?}");
            Ok(())
        })
        .await
    }

    /// Waits for the page, and returns its only first-level heading.
    ///
    /// # Errors
    /// If it never comes, or there is more than one such heading.
    pub async fn heading(&self) -> Result<String> {
        self.step("find the page's heading", async || {
            let mut found = self.headings().await?;
            ensure!(found.len() == 1, "the headings are {found:?}");
            Ok(found.remove(0))
        })
        .await
    }

    /// The text of all first-level headings.
    async fn headings(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility())
            .map((one) => one.innerText.replace(/\\s+/g, ' ').trim());";
        let found = self.ask(script, vec![]).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// The title of the document.
    ///
    /// # Errors
    /// If the page can't be read.
    pub async fn title(&self) -> Result<String> {
        self.call(self.client.title()).await
    }

    /// The whole visible text of the page, with all white space as one blank.
    ///
    /// # Errors
    /// If the page can't be read.
    pub async fn text(&self) -> Result<String> {
        let text = self.ask("return document.body?.innerText ?? '';", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The page's current HTML, which must not contain a secret.
    ///
    /// # Errors
    /// If the page can't be read.
    pub async fn source(&self) -> Result<String> {
        self.call(self.client.source()).await
    }

    /// The violations that axe-core finds on the current page, as readable text.
    ///
    /// # Errors
    /// If axe-core can't be run.
    pub async fn axe(&self) -> Result<Vec<String>> {
        let mut violations = self.call(self.client.execute_async(AUDIT, vec![])).await.context("axe-core")?;
        if violations == NO_AXE {
            self.bring_axe().await?;
            violations = self.call(self.client.execute_async(AUDIT, vec![])).await.context("axe-core")?;
        }
        Ok(serde_json::from_value(violations)?)
    }

    /// Takes a screenshot of the current page and stores it as a PNG at `path`.
    ///
    /// # Errors
    /// If there is no screenshot, or it can't be stored.
    pub async fn shot(&self, path: &Path) -> Result<Picture> {
        // Without this the screenshot may show an earlier state of the page.
        self.call(self.client.execute_async(PAINTED, vec![])).await.context("the page isn't painted")?;
        let png = self.call(self.client.screenshot()).await.context("a picture")?;
        fs::write(path, &png).with_context(|| path.display().to_string())?;
        Picture::read(&png)
    }

    /// Gives the window this size, its borders included.
    ///
    /// # Errors
    /// If the driver can't.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.call(self.client.set_window_rect(0, 0, width, height)).await
    }

    /// Takes a screenshot of the upper left part of the current page, and stores it as a PNG at `path`.
    ///
    /// # Errors
    /// If the page shows less, there is no screenshot, or it can't be stored.
    pub async fn shot_of(&self, width: u32, height: u32, path: &Path) -> Result<()> {
        self.call(self.client.execute_async(PAINTED, vec![])).await.context("the page isn't painted")?;
        let png = self.call(self.client.screenshot()).await.context("a picture")?;
        fs::write(path, part(&png, width, height)?).with_context(|| path.display().to_string())
    }

    /// Records from now on what the core sends to the page, until the page is reloaded.
    ///
    /// # Errors
    /// If the page can't be reached, or isn't the window's.
    pub async fn listen(&self) -> Result<()> {
        self.ask(LISTEN, vec![]).await.map(drop)
    }

    /// What the core has sent to the page since [`Self::listen`], each message as JSON.
    ///
    /// # Errors
    /// If the page can't be read, or was reloaded meanwhile.
    pub async fn heard(&self) -> Result<Vec<String>> {
        let heard = self.ask("return window.heard ?? null;", vec![]).await?;
        ensure!(!heard.is_null(), "nobody listens on this page");
        Ok(serde_json::from_value(heard)?)
    }

    /// Runs a script on the page and returns its result.
    ///
    /// # Errors
    /// If it throws, or takes too long.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.call(self.client.execute(script, arguments)).await
    }

    /// Runs a script that calls its last argument with the result, and waits for that.
    ///
    /// # Errors
    /// If it throws, or takes too long.
    pub async fn resolve(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.call(self.client.execute_async(script, arguments)).await
    }

    /// Opens another page in the same webview.
    ///
    /// # Errors
    /// If it can't be opened.
    pub async fn visit(&self, address: &str) -> Result<()> {
        self.call(self.client.goto(address)).await
    }

    async fn found(&self, role: &str, name: &str) -> Result<ElementByRole> {
        let mut answer = self.look(role, Some(name)).await?;
        let mut elements: Vec<Value> = serde_json::from_value(answer["elements"].take())?;
        match elements.len() {
            0 => bail!("there is none; those of this role are {}", answer["names"]),
            1 => {}
            several => bail!("there are {several} of them"),
        }
        let found = elements.remove(0);
        let id = found["element"][ELEMENT].as_str().context("not an element")?.to_owned();
        let element = Element::from_element_id(self.client.clone(), ElementRef::from(id));
        Ok(ElementByRole { element, disabled: found["disabled"] == json!(true) })
    }

    async fn look(&self, role: &str, name: Option<&str>) -> Result<Value> {
        self.ask_with_axe(FIND, &[json!(role), json!(name)]).await
    }

    /// Runs a script that needs axe-core. The script returns [`NO_AXE`] if the page doesn't have it, so that a page
    /// that has it needs only one call.
    async fn ask_with_axe(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let answer = self.ask(script, arguments.to_vec()).await?;
        if answer != NO_AXE {
            return Ok(answer);
        }
        self.bring_axe().await?;
        self.ask(script, arguments.to_vec()).await
    }

    /// Injects axe-core into the page. The window's policy blocks scripts, but not those of WebDriver.
    async fn bring_axe(&self) -> Result<()> {
        self.ask(&self.axe, vec![]).await.context("axe-core").map(drop)
    }

    /// Repeats a step until it succeeds, or the timeout ends. What a page shows may follow a moment after the text that
    /// announces it, so a check of it is such a step as well.
    ///
    /// # Errors
    /// If it never succeeds: the last error, with the page's text.
    pub async fn step<T>(&self, what: &str, attempt: impl AsyncFnMut() -> Result<T>) -> Result<T> {
        match until(self.patience, attempt).await {
            Ok(done) => Ok(done),
            Err(error) => {
                let page = self.text().await.unwrap_or_else(|error| format!("nothing ({error})"));
                Err(error.context(format!("couldn't {what}; the page reads: {page}")))
            }
        }
    }

    async fn call<T, E: Debug>(&self, call: impl Future<Output = Result<T, E>>) -> Result<T> {
        match timeout(CALL, call).await {
            Ok(answer) => answer.map_err(|error| anyhow!("{error:?}")),
            Err(_) => bail!("the WebDriver server hangs"),
        }
    }
}
