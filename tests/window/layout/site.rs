//! The built gallery on loopback, with the page that frames it.

use anyhow::{Result, ensure};
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::AbortHandle;

pub(super) struct Site {
    /// The address of the page with the frame.
    pub(super) address: String,
    serving: AbortHandle,
}

impl Site {
    /// Serves `page` as the first page, and the files of this folder below it.
    pub(super) async fn open(page: &'static str, folder: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("http://{}/", listener.local_addr()?);
        let folder = Arc::new(folder);
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, page, Arc::clone(&folder)));
            }
        });
        Ok(Self { address, serving: serving.abort_handle() })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn answer(mut stream: TcpStream, page: &str, folder: Arc<PathBuf>) -> Result<()> {
    let mut text = Vec::new();
    while !text.ends_with(b"\r\n\r\n") {
        ensure!(stream.read_buf(&mut text).await? > 0, "hung up");
    }
    let asked = String::from_utf8_lossy(&text).into_owned();
    let path = asked.split(' ').nth(1).unwrap_or("/").split('?').next().unwrap_or("/").trim_start_matches('/');
    let found = if path.is_empty() { Some(page.as_bytes().to_vec()) } else { fs::read(folder.join(path)).ok() };
    let (status, body) = found.map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
    let (kind, size) = (kind(path), body.len());
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    Ok(stream.write_all(&body).await?)
}

fn kind(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|ending| ending.to_str()) {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("woff2") => "font/woff2",
        _ => "text/html; charset=utf-8",
    }
}
