//! The hostile server: it forwards to a practice server, and answers in its own way from a certain request on.
#![expect(clippy::format_collect, reason = "heads of answers are short, and made for reading")]

use crate::modes::{Mode, Step, Truth};
use anyhow::{Context as _, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;

/// A running hostile server. It ends with this.
pub(crate) struct HostileServer {
    pub(crate) base: String,
    inner: Arc<Inner>,
}

struct Inner {
    base: String,
    /// The practice server's host and port.
    behind: String,
    trap: String,
    mode: Arc<Mode>,
    /// How many requests still get a true answer.
    left: AtomicUsize,
    /// How many requests were answered in the hostile way.
    hostile: AtomicUsize,
    ends: CancellationToken,
}

impl Drop for HostileServer {
    fn drop(&mut self) {
        self.inner.ends.cancel();
    }
}

impl HostileServer {
    /// Starts a server that answers like the one at `behind`, until it is told to be hostile.
    pub(crate) async fn start(behind: &str, trap: &str, mode: Arc<Mode>) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let base = format!("http://{}", listener.local_addr()?);
        let behind = behind.strip_prefix("http://").context("plain http")?.trim_end_matches('/').to_owned();
        let inner = Arc::new(Inner {
            base: base.clone(),
            behind,
            trap: trap.to_owned(),
            mode,
            left: AtomicUsize::new(usize::MAX),
            hostile: AtomicUsize::new(0),
            ends: CancellationToken::new(),
        });
        let own = Arc::clone(&inner);
        tokio::spawn(async move {
            while let Some(Ok((stream, _))) = own.ends.run_until_cancelled(listener.accept()).await {
                let own = Arc::clone(&own);
                tokio::spawn(async move {
                    // A client that has had enough is no fault of the server.
                    let _ = own.ends.run_until_cancelled(serve(&own, stream)).await;
                });
            }
        });
        Ok(Self { base, inner })
    }

    /// Answers this many more requests truly.
    pub(crate) fn turn_after(&self, requests: usize) {
        self.inner.left.store(requests, Ordering::SeqCst);
    }

    /// How many requests were answered in the hostile way.
    pub(crate) fn hostile(&self) -> usize {
        self.inner.hostile.load(Ordering::SeqCst)
    }
}

/// A server that nobody has a reason to ask. It counts who comes.
pub(crate) struct Trap {
    pub(crate) base: String,
    came: Arc<AtomicUsize>,
}

impl Trap {
    pub(crate) async fn set() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let base = format!("http://{}", listener.local_addr()?);
        let came = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&came);
        tokio::spawn(async move {
            while listener.accept().await.is_ok() {
                own.fetch_add(1, Ordering::SeqCst);
            }
        });
        Ok(Self { base, came })
    }

    pub(crate) fn came(&self) -> usize {
        self.came.load(Ordering::SeqCst)
    }
}

async fn serve(inner: &Inner, stream: TcpStream) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut client = BufReader::new(stream);
    while let Some((head, body)) = read(&mut client).await? {
        let truth = truth(inner, &head, &body).await?;
        let turned = inner.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_err();
        if !turned {
            client.write_all(&true_answer(&truth)).await?;
            continue;
        }
        inner.hostile.fetch_add(1, Ordering::SeqCst);
        for step in (inner.mode.answer)(&truth) {
            match step {
                Step::Send(bytes) => client.write_all(&bytes).await?,
                Step::Pause(pause) => tokio::time::sleep(pause).await,
                Step::Endless(bytes, pause) => loop {
                    client.write_all(&bytes).await?;
                    tokio::time::sleep(pause).await;
                },
                Step::Silence => {
                    let mut rest = [0; 512];
                    while client.read(&mut rest).await? > 0 {}
                    return Ok(());
                }
                Step::Close => {
                    client.shutdown().await?;
                    // Without this the system would reset a connection with unread bytes.
                    let mut rest = [0; 512];
                    let _ = tokio::time::timeout(Duration::from_secs(1), client.read(&mut rest)).await;
                    return Ok(());
                }
                Step::Reset => {
                    client.get_ref().set_zero_linger()?;
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

/// The next request: its head without the last line, and its body.
async fn read(client: &mut BufReader<TcpStream>) -> Result<Option<(String, Vec<u8>)>> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if client.read_until(b'\n', &mut head).await? == 0 {
            return Ok(None);
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let length = header(&head, "content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    client.read_exact(&mut body).await?;
    Ok(Some((head.trim_end().to_owned(), body)))
}

fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let lines = head.lines().skip(1).filter_map(|line| line.split_once(':'));
    lines
        .map(|(known, value)| (known, value.trim()))
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}

/// What the practice server answers.
async fn truth(inner: &Inner, head: &str, body: &[u8]) -> Result<Truth> {
    let mut server = TcpStream::connect(&inner.behind).await?;
    let lines = head.lines().filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
    let head: String = lines.map(|line| format!("{line}\r\n")).collect();
    server.write_all(&[head.as_bytes(), b"Connection: close\r\n\r\n", body].concat()).await?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).await?;
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").context("an answer")?;
    let said = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = said.lines().next().and_then(|line| line.split_once(' ')).context("a status")?.1.to_owned();
    let is_kept = |name: &str| !["content-length", "connection", "transfer-encoding"].contains(&name);
    let headers = (said.lines().skip(1))
        .filter_map(|line| line.split_once(": "))
        .filter(|(name, _)| is_kept(&name.to_ascii_lowercase()))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
    let (base, trap) = (inner.base.clone(), inner.trap.clone());
    Ok(Truth { status, headers, body: answer[end + 4..].to_vec(), path, base, trap })
}

fn true_answer(truth: &Truth) -> Vec<u8> {
    let headers: String = truth.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n{headers}\r\n", truth.status, truth.body.len());
    [head.as_bytes(), &truth.body].concat()
}
