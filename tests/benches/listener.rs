//! The callback listener under attack: `cargo xtask bench listener`.
//!
//! The attackers run in their own process, so that their memory isn't counted as the listener's. They know the right
//! state, which no real attacker does: their requests must be refused for other reasons.
#![expect(clippy::print_stdout, reason = "its one line is what it is for")]

use anyhow::{Context as _, Result, ensure};
use secrecy::{ExposeSecret as _, SecretString};
use sourcerer_core::loopback::{CallbackEvent, Listener};
use std::collections::BTreeSet;
use std::process::{ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::process::{ChildStdout, Command};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

const HOSTILE: usize = 10_000;
const SLOW: usize = 500;

/// The number of parallel attackers, in addition to the slow clients. Both together stay below the usual limit of open
/// files.
const AT_ONCE: usize = 400;

const STATE: &str = "right-state-right-state-right-st";

fn main() -> Result<ExitCode> {
    let words: Vec<_> = std::env::args().collect();
    let attacked = words.iter().position(|word| word == "--attack").and_then(|at| words.get(at + 1));
    let runtime = tokio::runtime::Runtime::new()?;
    match attacked {
        Some(port) => {
            let port = port.parse()?;
            runtime.block_on(attack(port))?;
            // The slow clients end with the process.
            runtime.shutdown_background();
            Ok(ExitCode::SUCCESS)
        }
        // Test runners start this program too, to list its tests: it has none.
        None if !words.iter().any(|word| word == "--bench") => Ok(ExitCode::SUCCESS),
        None => runtime.block_on(defend()),
    }
}

/// The result of the attack.
#[derive(Default)]
struct AttackResult {
    sent: BTreeSet<String>,
    taken: BTreeSet<String>,
    forged: usize,
    late: Duration,
}

async fn defend() -> Result<ExitCode> {
    let mut listener = Listener::bind(0).await?;
    let port = listener.port();
    let state = SecretString::from(STATE);
    let mut came = AttackResult::default();

    // What the very first request allocates isn't counted as growth.
    visit(&mut listener, &state, &mut came, true_callback(port, 0)).await?;
    let before = resident();

    #[expect(clippy::disallowed_methods, reason = "a process of their own for the attackers")]
    let command = std::process::Command::new(std::env::current_exe()?);
    let mut command = Command::from(command);
    command.args(["--attack", &port.to_string()]).stdout(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn()?;
    let mut said = BufReader::new(child.stdout.take().context("its output")?).lines();
    // The slow clients are connected before the browser is.
    visit(&mut listener, &state, &mut came, line(&mut said)).await?;
    let counts = {
        let browser = async {
            let mut callbacks = Vec::new();
            let done = line(&mut said);
            tokio::pin!(done);
            loop {
                let next = true_callback(port, callbacks.len() + 1);
                tokio::pin!(next);
                tokio::select! {
                    callback = &mut next => callbacks.push(callback?),
                    counts = &mut done => {
                        // A callback that is under way is awaited.
                        callbacks.push(next.await?);
                        return Ok((counts?, callbacks));
                    }
                }
            }
        };
        let (counts, callbacks) = visit(&mut listener, &state, &mut came, browser).await?;
        for (code, late) in callbacks {
            came.sent.insert(code);
            came.late = came.late.max(late);
        }
        counts
    };
    child.wait().await?;
    // The system's queue still contains the last connections.
    let quiet = async {
        sleep(Duration::from_secs(1)).await;
        Ok(())
    };
    visit(&mut listener, &state, &mut came, quiet).await?;
    let growth = match (before, resident()) {
        (Some(before), Some(after)) => (after - before).to_string(),
        _ => "unknown".to_owned(),
    };
    listener.close().await;

    let (sent, taken) = (came.sent.len(), came.sent.intersection(&came.taken).count());
    let (forged, late) = (came.forged, came.late.as_millis());
    println!("listener {counts} taken={taken}/{sent} forged={forged} late_ms={late} growth_kib={growth}");
    let held = counts == format!("hostile={HOSTILE} slow={SLOW}") && taken == sent && forged == 0;
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs this while the listener accepts whatever arrives.
async fn visit<T>(
    listener: &mut Listener,
    state: &SecretString,
    came: &mut AttackResult,
    work: impl Future<Output = Result<T>>,
) -> Result<T> {
    tokio::pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return done,
            arrival = listener.next(state) => match arrival.event {
                CallbackEvent::Received { code } if code.expose_secret().starts_with("true-") => {
                    came.taken.insert(code.expose_secret().to_owned());
                }
                CallbackEvent::Received { .. } | CallbackEvent::Declined | CallbackEvent::Refused { .. } => came.forged += 1,
                CallbackEvent::RefusedWithoutState { .. } | CallbackEvent::Unclear | CallbackEvent::Foreign => {}
            },
        }
    }
}

/// The browser on its way back from X. Returns its code, and how long it waited for its page.
async fn true_callback(port: u16, number: usize) -> Result<(String, Duration)> {
    let code = format!("true-{number}");
    let began = Instant::now();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let asked = format!(
        "GET /callback?state={STATE}&code={code} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nSec-Fetch-Dest: document\r\n\r\n"
    );
    stream.write_all(asked.as_bytes()).await?;
    let mut answer = String::new();
    // A lost callback is counted as sent, and as not taken.
    let _ = stream.read_to_string(&mut answer).await;
    Ok((code, began.elapsed()))
}

async fn line(said: &mut tokio::io::Lines<BufReader<ChildStdout>>) -> Result<String> {
    said.next_line().await?.context("the attackers ended")
}

/// This process's resident memory in KiB, if the system reports it.
fn resident() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Twelve kinds of requests that don't come from the browser.
fn requests(port: u16) -> [Vec<u8>; 12] {
    let own = format!("Host: 127.0.0.1:{port}\r\n");
    let right = format!("/callback?state={STATE}&code=forged");
    let pipelined =
        format!("GET /callback?state=wrong&code=forged HTTP/1.1\r\n{own}\r\nGET {right} HTTP/1.1\r\n{own}\r\n");
    [
        format!("GET /callback?state=wrong-state-wrong-state-wrong-st&code=forged HTTP/1.1\r\n{own}\r\n").into(),
        format!("GET /callback?code=forged HTTP/1.1\r\n{own}\r\n").into(),
        format!("GET {right} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n").into(),
        format!("GET http://127.0.0.1:{port}{right} HTTP/1.1\r\n{own}\r\n").into(),
        format!("HEAD {right} HTTP/1.1\r\n{own}\r\n").into(),
        format!("POST {right} HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\nffffff\r\n").into(),
        format!("GET {right} HTTP/1.1\r\n{own}Sec-Fetch-Dest: iframe\r\n\r\n").into(),
        format!("GET {right} HTTP/1.1\r\n{own}{}\r\n", "A: b\r\n".repeat(2000)).into(),
        format!("GET {right}&x={} HTTP/1.1\r\n{own}\r\n", "x".repeat(100_000)).into(),
        pipelined.into(),
        [b"GET /callback?\xff\xfe&state=".as_slice(), STATE.as_bytes(), b"\xc0&code=forged HTTP/1.1\r\n\r\n"].concat(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
    ]
}

async fn attack(port: u16) -> Result<()> {
    let held = Arc::new(AtomicUsize::new(0));
    let mut slow = JoinSet::new();
    for _ in 0..SLOW {
        slow.spawn(linger(port, Arc::clone(&held)));
    }
    while held.load(Ordering::Relaxed) < SLOW {
        sleep(Duration::from_millis(10)).await;
    }
    println!("ready");

    let requests = Arc::new(requests(port));
    let next = Arc::new(AtomicUsize::new(0));
    let mut attackers = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (requests, next) = (Arc::clone(&requests), Arc::clone(&next));
        attackers.spawn(async move {
            let mut sent = 0;
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= HOSTILE {
                    return sent;
                }
                sent += usize::from(forge(port, &requests[number % requests.len()]).await.is_ok());
            }
        });
    }
    let mut sent = 0;
    while let Some(done) = attackers.join_next().await {
        sent += done?;
    }
    ensure!(slow.try_join_next().is_none(), "a slow client gave up");
    println!("hostile={sent} slow={}", held.load(Ordering::Relaxed));
    Ok(())
}

/// Sends one request, and reads the answer. A request counts as sent when it reaches a connection; a connection that is
/// cut in the middle is an answer too.
async fn forge(port: u16, request: &[u8]) -> Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let exchange = async {
        let _ = stream.write_all(request).await;
        let _ = stream.read_to_end(&mut Vec::new()).await;
    };
    let _ = timeout(Duration::from_secs(20), exchange).await;
    Ok(())
}

/// A slow client: it sends the head of a right request, one byte per second. If it is disconnected, it reconnects at
/// once.
async fn linger(port: u16, held: Arc<AtomicUsize>) {
    let mut first = true;
    loop {
        let Ok(stream) = TcpStream::connect(("127.0.0.1", port)).await else {
            sleep(Duration::from_millis(10)).await;
            continue;
        };
        if first {
            held.fetch_add(1, Ordering::Relaxed);
            first = false;
        }
        let (mut reader, mut writer) = stream.into_split();
        let mut answer = [0; 512];
        let dripping = async {
            for byte in b"GET /callback?state=right-state-right-state-right-st&code=forged HTTP/1.1\r\n".iter().cycle()
            {
                if writer.write_all(&[*byte]).await.is_err() {
                    break;
                }
                sleep(Duration::from_secs(1)).await;
            }
        };
        tokio::select! {
            () = dripping => {}
            _ = reader.read(&mut answer) => {}
        }
    }
}
