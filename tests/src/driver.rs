//! A WebDriver server in a session: WebKitWebDriver for the window, chromedriver for the browser.
//!
//! Each server has one WebDriver session. The tests connect to it directly, on its own port.

use crate::page::Page;
use crate::patience::{START, until};
use crate::session::Session;
use anyhow::{Context as _, Result, bail, ensure};
use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::{Ipv4Addr, SocketAddr};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Child;
use tokio::time::timeout;

/// A running server. It is ended when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    program: &'static str,
    server: Child,
    port: u16,
}

impl Driver {
    /// Starts `program` with `variables` in addition to the session's own. The programs that it opens inherit them.
    pub(crate) async fn start(session: &Session, program: &'static str, variables: &[(&str, &str)]) -> Result<Self> {
        // Another program may take the free port before the server listens. Then the server ends, and another port is
        // tried.
        for _ in 0..5 {
            let port = free_port().await?;
            let mut command = session.command(program)?;
            command.arg(format!("--port={port}")).envs(variables.iter().copied());
            let server = command.spawn().with_context(|| format!("{program} doesn't start"))?;
            let mut driver = Self { program, server, port };
            if driver.listens().await? {
                return Ok(driver);
            }
        }
        bail!("{program} ended at once: {}", session.said(program))
    }

    /// Whether the server listens; it doesn't if it has ended.
    async fn listens(&mut self) -> Result<bool> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        until(START, async || {
            let answered = TcpStream::connect(address).await.is_ok();
            let ended = self.server.try_wait()?.is_some();
            ensure!(answered || ended, "{} doesn't listen", self.program);
            Ok(!ended)
        })
        .await
    }

    /// Opens what `options` describe. `name` is the capability under which this server expects them.
    pub(crate) async fn open(&self, name: &str, options: Value, axe: &str) -> Result<Page> {
        let mut capabilities = Capabilities::new();
        capabilities.insert(name.to_owned(), options);
        // A script that runs longer than the caller waits would otherwise block the server forever.
        capabilities.insert("timeouts".to_owned(), json!({ "script": 15_000, "pageLoad": 20_000, "implicit": 0 }));
        let address = format!("http://127.0.0.1:{}", self.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let opened = timeout(START, builder.connect(&address)).await;
        let client = opened.with_context(|| format!("{} opens nothing", self.program))??;
        Ok(Page::new(client, axe))
    }

    /// Ends the server.
    pub(crate) async fn end(mut self) -> Result<()> {
        self.server.kill().await.with_context(|| format!("{} doesn't end", self.program))
    }
}

async fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?.port())
}
