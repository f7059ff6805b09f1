//! The browser of a session: a real Chromium that the window opens through `xdg-open`, as on a user's machine.

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

/// Chromium's flags: no dialogs, no requests of its own, no stored state. As root it refuses to run in its sandbox; it
/// opens only the practice servers' pages here.
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

/// The browser that opens the links of this session.
#[derive(Debug)]
pub struct Browser {
    profile: PathBuf,
}

/// An open browser. [`Self::page`] has the steps of its page.
#[derive(Debug)]
pub struct Opened {
    driver: Driver,
    page: Page,
}

impl Browser {
    /// Makes Chromium the default browser of this session. Call it before anything is opened.
    ///
    /// # Errors
    /// If its files can't be written, or `xdg-mime` doesn't accept it.
    pub async fn install(session: &Session, chromium: &Path) -> Result<Self> {
        let profile = session.folder().join("browser");
        let flags = FLAGS.join(" ");
        let (chromium, folder) = (chromium.display(), profile.display());
        // With port 0, Chromium uses a free port and writes it into its profile. If it is started again, it passes the
        // address to the running Chromium.
        let line = format!("exec '{chromium}' {flags} --remote-debugging-port=0 --user-data-dir='{folder}' \"$@\"");
        open_links_with(session, &line).await?;
        Ok(Self { profile })
    }

    /// Waits until something opens the browser, and connects to the page that was opened.
    ///
    /// # Errors
    /// If nothing opens it, or chromedriver can't connect.
    pub async fn opened(&self, session: &Session, environment: &DisplayServer) -> Result<Opened> {
        let port = until(START, async || {
            // The first line is the port. Its line break shows that it is complete.
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
    /// The page that the test controls.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Authorizes the app on X's consent page, as a person does.
    ///
    /// # Errors
    /// If there is no such page.
    pub async fn consent(&self) -> Result<()> {
        let hasty = self.page.patient(Duration::ZERO);
        // The page may not have opened yet, and an earlier page may still be there.
        until(START, async || {
            self.newest().await?;
            hasty.press("Authorize app").await
        })
        .await
    }

    /// Switches to the page that was opened last: a second link of the window opens as a second page.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn newest(&self) -> Result<()> {
        let client = self.page.client();
        let pages = timeout(START, client.windows()).await.context("chromedriver hangs")??;
        let newest = pages.into_iter().last().context("the browser has no page")?;
        timeout(START, client.switch_to_window(newest)).await.context("chromedriver hangs")?.context("the newest page")
    }

    /// Closes the browser with all of its pages, and ends the program.
    ///
    /// # Errors
    /// If it doesn't end.
    pub async fn close(self, session: &Session, browser: &Browser) -> Result<()> {
        // Chromium keeps running after the WebDriver session has ended.
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
        // The file with the port shows that Chromium runs, and the next Chromium has to write its own.
        let _ = fs::remove_file(browser.profile.join("DevToolsActivePort"));
        Ok(())
    }
}

/// Makes a line of shell the default browser of this session. Call it before anything is opened. The address is its
/// `$1`.
///
/// # Errors
/// If its files can't be written, or `xdg-mime` doesn't accept it.
pub(crate) async fn open_links_with(session: &Session, line: &str) -> Result<()> {
    // The variable BROWSER has no effect if a handler for http is registered, and Chromium's package registers one.
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
