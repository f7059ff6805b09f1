//! A site with one page on loopback.

use anyhow::{Result, ensure};
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep};

pub(super) struct Site {
    /// The address with a trailing slash.
    pub(super) address: String,
    asked: Arc<Mutex<Vec<String>>>,
    serving: AbortHandle,
}

impl Site {
    /// Answers every request with `page`.
    pub(super) async fn open(page: &'static str) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("http://{}/", listener.local_addr()?);
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A browser opens connections that it never uses, and these must not delay others.
                tokio::spawn(answer(stream, page, Arc::clone(&log)));
            }
        });
        Ok(Self { address, asked, serving: serving.abort_handle() })
    }

    /// Waits for a request: its method, its path and, after a blank, its body.
    pub(super) async fn asked(&self, request: &str) -> Result<()> {
        let until = Instant::now() + Duration::from_secs(20);
        loop {
            let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if asked.iter().any(|one| one == request) {
                return Ok(());
            }
            ensure!(Instant::now() < until, "{request} isn't among {asked:?}");
            sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn answer(mut stream: TcpStream, page: &str, log: Arc<Mutex<Vec<String>>>) -> Result<()> {
    let mut text = Vec::new();
    let (head, body) = loop {
        ensure!(stream.read_buf(&mut text).await? > 0, "hung up");
        let text = String::from_utf8_lossy(&text);
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && body.len() >= length(head)
        {
            break (head.to_owned(), body.to_owned());
        }
    };
    let line = head.split(' ').take(2).chain([body.as_str()]).collect::<Vec<_>>().join(" ");
    log.lock().unwrap_or_else(PoisonError::into_inner).push(line.trim_end().to_owned());
    let (kind, size) = ("text/html; charset=utf-8", page.len());
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    Ok(stream.write_all(page.as_bytes()).await?)
}

/// The length of the body according to the head.
fn length(head: &str) -> usize {
    head.lines()
        .filter_map(|line| line.split_once(": "))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, length)| length.parse().ok())
        .unwrap_or_default()
}
