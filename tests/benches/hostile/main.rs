//! A hostile server against every command of the terminal that reads a server: `cargo xtask bench hostile`.
//!
//! `SOURCERER_CLI` is the path of the terminal's program, which runs as a process of its own. Each case is a mode of the
//! server, a command, and how many requests the server answers truly before it turns hostile.
//! `hostile cases=… longest_s=… peak_mib=… raw=… panics=…` counts the control and bidirectional characters that reached
//! standard output or standard error, and the cases in which the program panicked or was killed by a signal. The bench
//! fails if there is one, if a secret was printed or written, if a redirect was followed to another server, if a case
//! takes longer than its deadline, or if one takes more memory than [`MEMORY`].
#![expect(clippy::print_stdout, reason = "its lines are what it is for")]

mod modes;
mod server;
mod twist;

use anyhow::{Context as _, Result, ensure};
use modes::Mode;
use secrecy::ExposeSecret as _;
use serde_json::json;
use server::{HostileServer, Trap};
use sourcerer_core::address::{HttpPolicy, ServerUrl, Slug, TEST_PORT, Urls};
use sourcerer_core::i18n::visible;
use sourcerer_practice::{Practice, PracticeOptions};
use sourcerer_tests::canary::Canary;
use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Most of a slow case is waiting.
const SLOW_AT_ONCE: usize = 40;

/// The other cases are work for the machine.
const AT_ONCE: usize = 6;

/// The most memory of the program, in KiB.
const MEMORY: u64 = 64 << 10;

/// A program that takes longer is considered to hang, and is killed.
const HANGS: Duration = Duration::from_secs(500);

/// The longest that all requests of one comparison or one check may take, in seconds (SECURITY.md).
const CHECK: u64 = 45;

/// How long a request may take, with its retries.
const REQUEST: u64 = 30;

/// How long a push and a plan look for the place where the way to the server stops.
const WAY: u64 = 9;

/// How long a fleet waits for a server that asks for fewer requests (FLEET.md), before it looks at it once more.
const PATIENCE: u64 = 300;

/// For the program to start, and for the server to answer what isn't hostile, on a busy machine.
const REST: u64 = 10;

/// How many requests the server answers truly before it turns hostile. The second number is beyond the requests with
/// which a command finds out whom it talks to.
const TURNS: [usize; 2] = [0, 5];

/// A Client Secret that was pushed before a rotation. It has the length of X's.
const OLD: &str = "an-0lder-s3cret-0123456789abcdefghijklmnopqrstuvwx";

/// A command that reads a server.
#[derive(Clone, Copy, Debug)]
struct Task {
    name: &'static str,
    /// The arguments. `SERVER`, `ID`, `LIST` and `PRACTICE` stand for what a case has.
    words: &'static str,
    /// Whether a push comes before, while the server isn't hostile yet.
    after_push: bool,
    /// Whether X is the hostile server, and authentik isn't.
    hostile_x: bool,
    /// The documented deadline, in seconds.
    seconds: u64,
}

const TASKS: [Task; 12] = [
    task("check", "check --server SERVER --slug x", CHECK),
    task("check with a token", "check --server SERVER --slug x --token-stdin", CHECK),
    task("plan", "plan --server SERVER --slug x --name X --client-id ID", CHECK + WAY),
    task("push", "push --server SERVER --slug x --name X --client-id ID --yes", CHECK + WAY + 2 * REQUEST),
    task("export", "export curl --server SERVER --slug x --name X --client-id ID", CHECK + WAY),
    task("runbook", "export runbook --server SERVER --slug x --name X --client-id ID", CHECK + WAY),
    task("login", "login --server SERVER --slug x --token-stdin --timeout 3", CHECK),
    task("fleet", "fleet LIST", PATIENCE + 2 * CHECK + REQUEST),
    task("doctor", "doctor --server SERVER", CHECK),
    Task { after_push: true, ..task("undo", "undo --server SERVER --slug x --yes", CHECK + 2 * REQUEST) },
    Task {
        after_push: true,
        ..task("rotate", "rotate --server SERVER --slug x --yes --practice PRACTICE", CHECK + 2 * REQUEST)
    },
    Task {
        hostile_x: true,
        ..task("check of X", "check --server SERVER --slug x --token-stdin --client-id ID --practice PRACTICE", CHECK)
    },
];

const fn task(name: &'static str, words: &'static str, seconds: u64) -> Task {
    Task { name, words, after_push: false, hostile_x: false, seconds }
}

/// What a case came to.
struct CaseEnd {
    name: String,
    took: Duration,
    /// In KiB.
    peak: u64,
    raw: usize,
    is_panic: bool,
    /// Whether the server had the chance to be hostile.
    met: bool,
    faults: Vec<String>,
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let words: Vec<_> = std::env::args().collect();
    // Test runners start this program too, to list its tests: it has none.
    if !words.iter().any(|word| word == "--bench") {
        return Ok(ExitCode::SUCCESS);
    }
    // A part of a case's name runs only the cases whose names contain it, for whoever mends one.
    let only = std::env::var("SOURCERER_HOSTILE_ONLY").unwrap_or_default();
    let program = std::env::var_os("SOURCERER_CLI").context("SOURCERER_CLI names the terminal's program")?;
    let program = Arc::new(PathBuf::from(program).canonicalize()?);
    let modes: Vec<_> = modes::modes().into_iter().map(Arc::new).collect();
    let (slow, quick) = (Arc::new(Semaphore::new(SLOW_AT_ONCE)), Arc::new(Semaphore::new(AT_ONCE)));
    let began = Instant::now();
    let mut running = JoinSet::new();
    for (place, mode) in modes.iter().enumerate() {
        for (number, task) in TASKS.into_iter().enumerate() {
            for (turn, requests) in TURNS.into_iter().enumerate() {
                let name = format!("{}: {}, after {requests} requests", task.name, mode.name);
                // Each command meets each mode at one of the turns, and half of them at the first.
                if !name.contains(&only) || turn != (number + place) % TURNS.len() {
                    continue;
                }
                let (program, mode) = (Arc::clone(&program), Arc::clone(mode));
                let places = Arc::clone(if mode.is_slow { &slow } else { &quick });
                running.spawn(async move {
                    let _place = places.acquire().await?;
                    Box::pin(run(&program, &mode, task, requests, name.clone())).await.context(name)
                });
            }
        }
    }
    let mut ends = Vec::new();
    while let Some(end) = running.join_next().await {
        ends.push(end??);
    }
    Ok(if tell(&ends, modes.len(), began.elapsed()) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints the figures, and whether all of them are as they should be.
fn tell(ends: &[CaseEnd], modes: usize, took: Duration) -> bool {
    let mut by_task: BTreeMap<&str, (usize, Duration, u64)> = BTreeMap::new();
    for end in ends {
        let task = end.name.split(':').next().unwrap_or_default();
        let row = by_task.entry(task).or_default();
        *row = (row.0 + 1, row.1.max(end.took), row.2.max(end.peak));
    }
    for (task, (cases, longest, peak)) in by_task {
        println!("{task}: {cases} cases, longest {:.1} s, most {} MiB", longest.as_secs_f64(), peak >> 10);
    }
    for end in ends {
        for fault in &end.faults {
            println!("fault: {}: {fault}", end.name);
        }
    }
    let spared = ends.iter().filter(|end| !end.met).count();
    println!("{modes} modes, {spared} cases ended before the server was hostile, in {} s", took.as_secs());
    let longest = ends.iter().map(|end| end.took).max().unwrap_or_default().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a few dozen mebibytes")]
    let peak = ends.iter().map(|end| end.peak).max().unwrap_or_default() as f64 / 1024.0;
    let raw: usize = ends.iter().map(|end| end.raw).sum();
    let panics = ends.iter().filter(|end| end.is_panic).count();
    println!("hostile cases={} longest_s={longest:.1} peak_mib={peak:.1} raw={raw} panics={panics}", ends.len());
    ends.iter().all(|end| end.faults.is_empty())
}

async fn run(program: &Path, mode: &Arc<Mode>, task: Task, requests: usize, name: String) -> Result<CaseEnd> {
    let practice = Box::pin(Practice::start(PracticeOptions::default())).await?;
    let folder = tempfile::Builder::new().prefix("sourcerer-hostile-").tempdir()?;
    let trap = Trap::set().await?;
    let world = practice.world();
    let behind = if task.hostile_x { world.x.as_str() } else { practice.authentik.base() };
    let server = HostileServer::start(behind, &trap.base, Arc::clone(mode)).await?;
    let address = if task.hostile_x { practice.authentik.base() } else { &server.base };
    let urls = Urls::new(&ServerUrl::parse(address, HttpPolicy::LoopbackOnly)?.url, &Slug::parse("x")?, TEST_PORT);
    let pair = practice.register(vec![urls.callback, urls.test_callback], urls.website);
    let line = json!({
        "x": { "base": if task.hostile_x { &server.base } else { world.x.as_str() }, "portal": world.portal },
        "authentik": { "base": address, "slug": world.slug, "ca_file": world.ca_file },
        "faults": world.faults,
    });
    let (practice_file, list) = (folder.path().join("practice.json"), folder.path().join("list.csv"));
    std::fs::write(&practice_file, line.to_string())?;
    std::fs::write(&list, format!("{address},x\n{address},y\n"))?;
    let filled = |words: &str| -> Vec<String> {
        let fill = |word: &str| match word {
            "SERVER" => address.to_owned(),
            "ID" => pair.client_id.clone(),
            "LIST" => list.display().to_string(),
            "PRACTICE" => practice_file.display().to_string(),
            other => other.to_owned(),
        };
        words.split(' ').map(fill).collect()
    };
    let token = practice.authentik.token().expose_secret();
    let input = |secret: &str| format!("{token}\n{secret}\n");
    if task.after_push {
        let words = filled("push --server SERVER --slug x --name X --client-id ID --yes");
        let pushed = called(program, folder.path(), &words, &input(OLD)).await?;
        ensure!(pushed.status.success(), "the push before: {}", pushed.text());
    }
    server.turn_after(requests);
    let ran = called(program, folder.path(), &filled(task.words), &input(pair.client_secret.expose_secret())).await?;

    let mut faults = Vec::new();
    let is_raw = |c: &char| *c != '\n' && visible::is_hidden(*c);
    let text = ran.text();
    let raw = text.chars().filter(is_raw).count();
    if raw > 0 {
        let line = text.lines().find(|line| line.contains(visible::is_hidden)).unwrap_or_default();
        faults.push(format!("{raw} characters raw, first in {line:?}"));
    }
    if text.lines().any(|line| line.starts_with("Written and read back: all")) {
        faults.push("a line that the server wrote".to_owned());
    }
    let is_panic = ran.status.signal().is_some() || text.contains("panicked at") || ran.status.code() == Some(101);
    if is_panic {
        faults.push(format!("{}: {}", ran.status, text.chars().take(400).collect::<String>()));
    }
    for secret in [practice.authentik.token().clone(), pair.client_secret.clone(), OLD.into()] {
        let canary = Canary::new(secret);
        faults.extend(canary.in_text("the output", text.as_bytes()).iter().map(|at| format!("a secret in {at}")));
        faults.extend(canary.below(folder.path())?.iter().map(|at| format!("a secret in {at}")));
    }
    if trap.came() > 0 {
        faults.push(format!("another server was asked {} times", trap.came()));
    }
    let most = Duration::from_secs(task.seconds + REST);
    if ran.took > most {
        faults.push(format!("it took {:.1} s, and may take {} s", ran.took.as_secs_f64(), most.as_secs()));
    }
    if ran.peak > MEMORY {
        faults.push(format!("it took {} MiB", ran.peak >> 10));
    }
    let met = server.hostile() > 0;
    drop(server);
    practice.stop().await;
    Ok(CaseEnd { name, took: ran.took, peak: ran.peak, raw, is_panic, met, faults })
}

/// What the program did.
struct Ran {
    status: ExitStatus,
    out: Vec<u8>,
    err: Vec<u8>,
    took: Duration,
    peak: u64,
}

impl Ran {
    fn text(&self) -> String {
        format!("{}\n{}", String::from_utf8_lossy(&self.out), String::from_utf8_lossy(&self.err))
    }
}

/// Calls the program in a session of its own, without a keyring.
async fn called(program: &Path, folder: &Path, words: &[String], input: &str) -> Result<Ran> {
    #[expect(clippy::disallowed_methods, reason = "the program under attack")]
    let command = std::process::Command::new("setsid");
    let mut command = Command::from(command);
    command
        .arg(program)
        .args(words)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder.join("home"))
        .env("XDG_RUNTIME_DIR", folder.join("run"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", folder.join("no-bus").display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    let began = Instant::now();
    let mut child = command.spawn().context("the program, through setsid")?;
    let pid = child.id().context("its number")?;
    let mut stdin = child.stdin.take().context("a pipe")?;
    // A program that doesn't read its input may end before it is written.
    let _ = stdin.write_all(input.as_bytes()).await;
    drop(stdin);
    let (mut stdout, mut stderr) = (child.stdout.take().context("a pipe")?, child.stderr.take().context("a pipe")?);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let peak = Arc::new(AtomicU64::new(0));
    let watch = async {
        loop {
            if let Some(now) = high_water(pid) {
                peak.fetch_max(now, Ordering::Relaxed);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let ends = async {
        let (read, heard) = tokio::join!(stdout.read_to_end(&mut out), stderr.read_to_end(&mut err));
        read.and(heard)?;
        child.wait().await
    };
    let ended = tokio::select! {
        ended = timeout(HANGS, ends) => ended,
        () = watch => unreachable!("it watches until the program ends"),
    };
    let status = if let Ok(status) = ended {
        status?
    } else {
        child.kill().await?;
        child.wait().await?
    };
    Ok(Ran { status, out, err, took: began.elapsed(), peak: peak.load(Ordering::Relaxed) })
}

/// The most memory that this process has used so far, in KiB. The system remembers it, so only what the program takes in
/// its last moments is missed.
fn high_water(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
