//! The system's browser of a session: a real Chromium that the window opens as it opens anyone's, through `xdg-open`.

use crate::display::DisplayServer;
use crate::driver::Driver;
use crate::page::Page;
use crate::patience::{START, until};
use crate::processes::Process;
use crate::session::Session;
use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::time::timeout;

/// Chromium among strangers: nothing asked, nothing fetched, nothing remembered. As root it refuses to run in its
/// sandbox; what it opens here are the practice servers' pages.
const FLAGS: [&str; 11] = [
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--password-store=basic",
];

/// The browser that this session's links open in.
#[derive(Debug)]
pub struct Browser {
    profile: PathBuf,
}

/// An open browser; its page's steps are on [`Self::page`].
#[derive(Debug)]
pub struct Opened {
    driver: Driver,
    page: Page,
}

impl Browser {
    /// Makes Chromium the browser of this session, before anything is opened.
    ///
    /// # Errors
    /// If its files can't be written, or `xdg-mime` doesn't agree.
    pub async fn install(session: &Session, chromium: &Path) -> Result<Self> {
        let profile = session.folder().join("browser");
        let flags = FLAGS.join(" ");
        let (chromium, folder) = (chromium.display(), profile.display());
        // Port 0: Chromium takes a free one and writes it into its profile. Opened again, it hands the address over to
        // the one that runs.
        let line = format!("exec '{chromium}' {flags} --remote-debugging-port=0 --user-data-dir='{folder}' \"$@\"");
        open_links_with(session, &line).await?;
        Ok(Self { profile })
    }

    /// Waits until something opens the browser, and joins it on the page that was opened.
    ///
    /// # Errors
    /// If nothing does, or chromedriver can't join.
    pub async fn opened(&self, session: &Session, environment: &DisplayServer) -> Result<Opened> {
        let port = until(START, async || {
            // Its first line is the port; the line's end says that it is written whole.
            let written = fs::read_to_string(self.profile.join("DevToolsActivePort")).unwrap_or_default();
            let (port, _) = written.split_once('\n').context("nothing opened the browser")?;
            Ok(port.to_owned())
        })
        .await?;
        let driver = Driver::start(session, "chromedriver", &[]).await?;
        let options = json!({ "debuggerAddress": format!("127.0.0.1:{port}") });
        let page = driver.open("goog:chromeOptions", options, &environment.axe).await?;
        Ok(Opened { driver, page })
    }
}

impl Opened {
    /// The page that is driven.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Agrees on X's consent page, as a person does.
    ///
    /// # Errors
    /// If there is no such page.
    pub async fn consent(&self) -> Result<()> {
        let hasty = self.page.patient(Duration::ZERO);
        // The page may still be about to open, beside one that is there from before.
        until(START, async || {
            self.newest().await?;
            hasty.press("Authorize app").await
        })
        .await
    }

    /// Goes to the page that was opened last: a window that opens a second link makes a second page of it.
    ///
    /// # Errors
    /// If there is no page any more.
    pub async fn newest(&self) -> Result<()> {
        let client = self.page.client();
        let pages = timeout(START, client.windows()).await.context("chromedriver hangs")??;
        let newest = pages.into_iter().last().context("the browser has no page")?;
        timeout(START, client.switch_to_window(newest)).await.context("chromedriver hangs")?.context("the newest page")
    }

    /// Closes the browser: all of its pages, and the program.
    ///
    /// # Errors
    /// If it can't be ended.
    pub async fn close(self, session: &Session, browser: &Browser) -> Result<()> {
        // Leaving the session of WebDriver lets Chromium run on.
        self.driver.end().await?;
        let profile = browser.profile.display().to_string();
        until(START, async || {
            let left: Vec<_> =
                session.processes().into_iter().filter(|process| process.line.contains(&profile)).collect();
            left.iter().for_each(Process::end);
            ensure!(left.is_empty(), "the browser doesn't end: {left:?}");
            Ok(())
        })
        .await?;
        // The port is its sign of life; the next one is to write its own.
        let _ = fs::remove_file(browser.profile.join("DevToolsActivePort"));
        Ok(())
    }
}

/// Makes a line of shell the browser of this session, before anything is opened: the address is its `$1`.
///
/// # Errors
/// If its files can't be written, or `xdg-mime` doesn't agree.
pub(crate) async fn open_links_with(session: &Session, line: &str) -> Result<()> {
    // The variable BROWSER is ignored where a handler for http is registered, which Chromium's package does.
    let (data, config) = (session.folder().join("data/applications"), session.folder().join("config"));
    let script = session.folder().join("browser.sh");
    fs::write(&script, format!("#!/bin/sh\n{line}\n"))?;
    fs::set_permissions(&script, Permissions::from_mode(0o755))?;
    fs::create_dir_all(&data)?;
    fs::write(data.join("sourcerer-test-browser.desktop"), entry(&script))?;
    fs::write(config.join("mimeapps.list"), ASSOCIATIONS)?;
    for scheme in ["http", "https"] {
        let mut command = session.command("xdg-mime")?;
        command.args(["query", "default", &format!("x-scheme-handler/{scheme}")]);
        command.stdout(Stdio::piped());
        let said = command.output().await.context("xdg-mime (package xdg-utils)")?.stdout;
        let said = String::from_utf8_lossy(&said);
        ensure!(said.trim() == "sourcerer-test-browser.desktop", "{scheme} opens in {said}");
    }
    Ok(())
}

const ASSOCIATIONS: &str = "[Default Applications]
x-scheme-handler/http=sourcerer-test-browser.desktop
x-scheme-handler/https=sourcerer-test-browser.desktop
";

fn entry(script: &Path) -> String {
    format!(
        "[Desktop Entry]
Type=Application
Name=Test browser
Exec={} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;text/html;
",
        script.display()
    )
}
