//! The real window, controlled through WebKitWebDriver.

use crate::display::DisplayServer;
use crate::driver::Driver;
use crate::page::Page;
use crate::patience::{START, until};
use crate::processes::Process;
use crate::session::Session;
use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use std::fs;
use std::ops::Deref;
use std::path::PathBuf;
use tokio::time::timeout;

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
