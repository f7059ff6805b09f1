//! The real window, controlled through WebKitWebDriver.

use crate::dialog;
use crate::display::DisplayServer;
use crate::driver::Driver;
use crate::page::Page;
use crate::patience::{START, until};
use crate::processes::Process;
use crate::session::Session;
use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::{Value, json};
use std::fs;
use std::ops::Deref;
use std::path::PathBuf;
use tokio::time::timeout;

/// Calls commands as the page does, each with a channel for its progress. The second argument tells whether to wait for
/// the answers.
const INVOKE: &str = "
    const [calls, waits, done] = arguments;
    const inside = window.__TAURI_INTERNALS__;
    const progress = '__CHANNEL__:' + inside.transformCallback(() => {});
    const told = (error) => ({ error: typeof error === 'string' ? error : JSON.stringify(error) });
    const all = calls.map(([name, given]) => inside.invoke(name, { ...given, progress }).then((view) => ({ view }), told));
    if (waits) Promise.all(all).then(done);
    else done(true);";

/// An open window. The steps of its page can be called on the window.
#[derive(Debug)]
pub struct Window {
    program: PathBuf,
    driver: Driver,
    page: Page,
}

impl Window {
    /// Opens the window in this session.
    ///
    /// # Errors
    /// If the window or WebKitWebDriver doesn't start.
    pub async fn open(session: &Session, environment: &DisplayServer) -> Result<Self> {
        Self::open_with(session, environment, &[]).await
    }

    /// Opens the window with arguments, as from a terminal.
    ///
    /// # Errors
    /// If the window or WebKitWebDriver doesn't start.
    pub async fn open_with(session: &Session, environment: &DisplayServer, arguments: &[&str]) -> Result<Self> {
        // Tauri reads this when it starts. Without it, a webview accepts no automation.
        let variables = [("TAURI_WEBVIEW_AUTOMATION", "true")];
        let driver = Driver::start(session, "WebKitWebDriver", &variables).await?;
        let options = json!({ "binary": environment.program, "args": arguments });
        let opened = driver.open("webkitgtk:browserOptions", options, &environment.axe).await;
        let page = opened.with_context(|| format!("no window opens: {}", session.said("WebKitWebDriver")))?;
        Ok(Self { program: environment.program.clone(), driver, page })
    }

    /// Opens the browser that comes with the window's own engine, for pages that aren't the program's: its window shows
    /// no others.
    ///
    /// # Errors
    /// If the browser isn't installed, or doesn't start.
    pub async fn open_engine(session: &Session, environment: &DisplayServer) -> Result<Self> {
        let program = engine()?;
        let driver = Driver::start(session, "WebKitWebDriver", &[]).await?;
        let options = json!({ "binary": program, "args": ["--automation"] });
        let opened = driver.open("webkitgtk:browserOptions", options, &environment.axe).await;
        let page = opened.with_context(|| format!("no browser opens: {}", session.said("WebKitWebDriver")))?;
        Ok(Self { program, driver, page })
    }

    /// Calls commands as the page calls them, all at once. Returns the answer of each, or its error.
    ///
    /// # Errors
    /// If the page doesn't call them, or they take too long.
    pub async fn invoke_together(&self, calls: &[(&str, Value)]) -> Result<Vec<Result<Value, String>>> {
        let answers = self.page.resolve(INVOKE, vec![json!(calls), json!(true)]).await?;
        let answers = answers.as_array().context("answers")?.iter();
        let each = answers.map(|answer| match answer["error"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(answer["view"].clone()),
        });
        Ok(each.collect())
    }

    /// Calls a command as the page calls it.
    ///
    /// # Errors
    /// If it fails.
    pub async fn invoke(&self, command: &str, given: Value) -> Result<Value> {
        let mut answers = self.invoke_together(&[(command, given)]).await?;
        answers.pop().context("an answer")?.map_err(|error| anyhow!("{command}: {error}"))
    }

    /// Calls a command without waiting for its answer.
    ///
    /// # Errors
    /// If the page doesn't call it.
    pub async fn begin(&self, command: &str, given: Value) -> Result<()> {
        self.page.resolve(INVOKE, vec![json!([(command, given)]), json!(false)]).await.map(drop)
    }

    /// Closes the window as a person does, and waits until its program has ended by itself.
    ///
    /// # Errors
    /// If it doesn't end.
    pub async fn close(self, session: &Session) -> Result<()> {
        let running = session.running(&self.program);
        let closed = timeout(START, self.page.client().clone().close()).await;
        closed.context("the window doesn't close")??;
        // A process that ends loses its command line before its name on the bus, which the next window needs.
        until(START, async || {
            let left: Vec<_> = running.iter().filter(|process| !process.is_gone()).collect();
            ensure!(left.is_empty(), "the window is closed, and still there runs {left:?}");
            Ok(())
        })
        .await?;
        self.driver.end().await
    }

    /// Asks the window to close, as a desktop does when a person closes it. The window may refuse.
    ///
    /// # Errors
    /// If there is no window that can be asked.
    pub async fn ask_to_close(&self, session: &Session) -> Result<()> {
        let pids: Vec<_> = session.running(&self.program).iter().map(|process| process.pid).collect();
        dialog::ask_to_close(&pids).await
    }

    /// Waits until the program has ended by itself.
    ///
    /// # Errors
    /// If it doesn't end.
    pub async fn ends(self, session: &Session) -> Result<()> {
        until(START, async || {
            let left = session.running(&self.program);
            ensure!(left.iter().all(Process::is_gone), "there still runs {left:?}");
            Ok(())
        })
        .await?;
        self.driver.end().await
    }

    /// Kills the program, as in a crash or a power failure.
    ///
    /// # Errors
    /// If it has ended before.
    pub async fn kill(self, session: &Session) -> Result<()> {
        let running = session.running(&self.program);
        ensure!(!running.is_empty(), "the window has ended before");
        running.iter().for_each(Process::end);
        // Its name on the bus has to be free, because the next window would otherwise pass its arguments to the process
        // that ends.
        until(START, async || {
            ensure!(running.iter().all(Process::is_gone), "the window doesn't die");
            Ok(())
        })
        .await?;
        self.driver.end().await
    }
}

/// The browser of WebKitGTK, which the packages of the library bring.
fn engine() -> Result<PathBuf> {
    let libraries = fs::read_dir("/usr/lib").context("/usr/lib")?.filter_map(Result::ok).map(|entry| entry.path());
    let mut found = libraries.map(|library| library.join("webkit2gtk-4.1/MiniBrowser"));
    found.find(|path| path.exists()).context("no MiniBrowser of WebKitGTK 4.1 below /usr/lib")
}

impl Deref for Window {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}
