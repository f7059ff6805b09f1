//! The window next to an empty one: `cargo xtask bench window`.
//!
//! Both windows are built together, with the profile of a release. They are started in turns, each with an empty home
//! and a bus of its own, so that a busy machine slows both. The start ends with the second frame that the page draws, and
//! the memory is that of the program and of its web view's processes, in which shared pages count in parts. Then every
//! page of a job is opened with the keyboard, again and again.
//!
//! `window start_ratio=… memory_ratio=… binary_mib=… cli_mib=… deb_mib=… page_ms=…`: the ratios are those of the medians,
//! and `page_ms` is the slowest page's median, from the key until the page is drawn. It doesn't contain the wait for the
//! next frame of the display, in which nothing happens.
#![expect(clippy::print_stdout, reason = "its lines are what it is for")]
#![expect(clippy::cast_precision_loss, reason = "sizes and times are far below 2⁵²")]

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use sourcerer_tests::display::environment;
use sourcerer_tests::kills::{Desktop, Server};
use sourcerer_tests::page::Key;
use sourcerer_tests::processes::Process;
use sourcerer_tests::session::{Keyring, Session};
use sourcerer_tests::window::Window;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};
use std::time::Duration;
use time::OffsetDateTime;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::time::{sleep, timeout};

/// How often each window is started, after one start that only warms the disk's cache.
const ROUNDS: usize = 12;

/// How long a window runs before its memory is measured.
const SETTLE: Duration = Duration::from_secs(2);

/// How often each page is opened.
const VISITS: usize = 7;

/// How long a window may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

const MIB: f64 = 1_048_576.0;

/// What is asked of the figures.
const MOST: [(&str, f64); 6] = [
    ("start_ratio", 1.10),
    ("memory_ratio", 1.10),
    ("binary_mib", 8.5),
    ("cli_mib", 8.0),
    ("deb_mib", f64::INFINITY),
    ("page_ms", 16.7),
];

/// Waits for the next key. Then it notes when the page's heading has changed, and when the frame with it is drawn: a
/// message is delivered only after the frame.
const RECORD: &str = "
    const heading = () => document.querySelector('h1')?.textContent;
    window.recorded = undefined;
    addEventListener('keydown', function pressed(event) {
        if (['Alt', 'Control'].includes(event.key)) return;
        removeEventListener('keydown', pressed, true);
        const key = performance.now(), before = heading();
        const observer = new MutationObserver(() => {
            if (heading() === before || heading() === undefined) return;
            observer.disconnect();
            const changed = performance.now() - key;
            requestAnimationFrame(() => {
                const frame = performance.now(), { port1, port2 } = new MessageChannel();
                port1.onmessage = () => { window.recorded = [changed, performance.now() - frame]; };
                port2.postMessage(0);
            });
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    }, true);
    return true";

/// Puts the focus on the link to a page outside of the stages.
const FOCUS: &str = "
    const link = [...document.querySelectorAll('a[href]')].find((link) => link.getAttribute('href') === arguments[0]);
    link?.focus();
    return link !== undefined";

/// How a page is opened by the keyboard.
#[derive(Clone, Copy)]
enum PageOpener {
    /// Alt and the number of a stage.
    Stage(char),
    /// Control and this character.
    Control(char),
    /// Enter on a link.
    Link(&'static str),
}

/// Every page, in an order in which each one differs from the one before, and the link is on it.
const PAGES: [(&str, PageOpener); 10] = [
    ("server", PageOpener::Stage('1')),
    ("names", PageOpener::Stage('2')),
    ("xapp", PageOpener::Stage('3')),
    ("signin", PageOpener::Stage('4')),
    ("push", PageOpener::Stage('5')),
    ("verify", PageOpener::Stage('6')),
    ("settings", PageOpener::Control(',')),
    ("source-check", PageOpener::Link("#/source-check")),
    ("fleet", PageOpener::Link("#/fleet")),
    ("start", PageOpener::Link("#/")),
];

#[tokio::main]
async fn main() -> Result<ExitCode> {
    // Test runners start this program too, to list its tests: it has none.
    if !std::env::args().any(|word| word == "--bench") {
        return Ok(ExitCode::SUCCESS);
    }
    let Some(environment) = environment()? else { return Ok(ExitCode::SUCCESS) };
    let named = |name| std::env::var_os(name).map(PathBuf::from).with_context(|| format!("{name} names a file"));
    let (own, empty) = (environment.program.clone(), named("SOURCERER_EMPTY")?);
    let mib = |path: &Path| Ok::<_, anyhow::Error>(fs::metadata(path)?.len() as f64 / MIB);
    let (binary, cli, deb) = (mib(&own)?, mib(&named("SOURCERER_CLI")?)?, mib(&named("SOURCERER_DEB")?)?);
    println!("binary: {binary:.2} MiB, of the empty window {:.2} MiB", mib(&empty)?);

    let mut starts = [Vec::new(), Vec::new()];
    for round in 0..=ROUNDS {
        for (program, starts) in [&own, &empty].into_iter().zip(&mut starts) {
            let start = start(program).await?;
            if round > 0 {
                starts.push(start);
            }
        }
    }
    let [own, empty] = starts.map(|starts| Typical::of(&starts));
    for (name, typical) in [("this window", &own), ("the empty window", &empty)] {
        let Typical { main, loaded, drawn, processor, mib, parts } = typical;
        println!(
            "{name}: main {main:.0} ms, page loaded {loaded:.0} ms, second frame {drawn:.0} ms, \
             on processors {processor:.0} ms, {mib:.1} MiB"
        );
        for (name, mib) in parts {
            println!("    {mib:5.1} MiB {name}");
        }
    }

    let pages = pages(&environment).await?;
    for (name, visits) in &pages {
        let first = visits.first().copied().unwrap_or_default();
        println!("{name}: {:.1} ms, the first time {first:.1} ms", median(visits.clone()));
    }
    let slowest = pages.into_iter().map(|(_, visits)| median(visits)).fold(0.0, f64::max);
    let figures = [own.drawn / empty.drawn, own.mib / empty.mib, binary, cli, deb, slowest];
    let figures: Vec<_> = MOST.into_iter().zip(figures).map(|((name, most), figure)| (name, most, figure)).collect();
    for (name, most, figure) in &figures {
        if figure > most {
            println!("{name} is {figure:.2}, and should be at most {most}");
        }
    }
    let figures: Vec<_> = figures.iter().map(|(name, _, figure)| format!("{name}={figure:.2}")).collect();
    println!("window {}", figures.join(" "));
    Ok(ExitCode::SUCCESS)
}

/// One start, in milliseconds and MiB.
struct Start {
    main: f64,
    loaded: f64,
    drawn: f64,
    /// The time on a processor until the second frame, of all processes together. It hardly depends on what else runs.
    processor: f64,
    parts: Vec<(String, f64)>,
}

/// The medians of all starts.
struct Typical {
    main: f64,
    loaded: f64,
    drawn: f64,
    processor: f64,
    mib: f64,
    /// By process.
    parts: Vec<(String, f64)>,
}

impl Typical {
    fn of(starts: &[Start]) -> Self {
        let middle = |of: fn(&Start) -> f64| median(starts.iter().map(of).collect());
        let mut names: Vec<_> = starts.iter().flat_map(|start| &start.parts).map(|(name, _)| name.clone()).collect();
        names.sort();
        names.dedup();
        let part = |name: String| {
            let parts = starts.iter().flat_map(|start| &start.parts);
            let mib = median(parts.filter(|(other, _)| *other == name).map(|(_, mib)| *mib).collect());
            (name, mib)
        };
        Self {
            main: middle(|start| start.main),
            loaded: middle(|start| start.loaded),
            drawn: middle(|start| start.drawn),
            processor: middle(|start| start.processor),
            mib: middle(|start| start.parts.iter().map(|(_, mib)| mib).sum()),
            parts: names.into_iter().map(part).collect(),
        }
    }
}

/// Starts a window, and measures it.
async fn start(program: &Path) -> Result<Start> {
    let mut session = Session::start(Keyring::Absent).await?;
    session.set("SOURCERER_MARKS", "1");
    // A display without a graphics card would draw by a software renderer that costs more than everything measured here.
    session.set("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    let others = session.processes();
    let began = micros();
    let mut child = session.command(program)?.stdout(Stdio::piped()).spawn().context("the window")?;
    let mut said = BufReader::new(child.stdout.take().context("its output")?).lines();
    let mut marks = [None; 3];
    while marks.contains(&None) {
        let line = timeout(PATIENCE, said.next_line()).await.context("the window doesn't start")??;
        let line = line.with_context(|| format!("the window ends: {}", session.said(&name(program))))?;
        for (mark, label) in marks.iter_mut().zip(["main", "dcl", "raf2"]) {
            if let Some(at) = line.strip_prefix("MARK ").and_then(|rest| rest.strip_prefix(label)) {
                *mark = Some((at.trim().parse::<i128>()? - began) as f64 / 1000.0);
            }
        }
    }
    let processor = session.processes().iter().filter(|process| !others.contains(process)).map(processor).sum();
    sleep(SETTLE).await;
    let parts =
        session.processes().iter().filter(|process| !others.contains(process)).map(memory).collect::<Result<_>>()?;
    let [main, loaded, drawn] = marks.map(Option::unwrap_or_default);
    Ok(Start { main, loaded, drawn, processor, parts })
}

/// The time of day: the windows' marks have it too.
fn micros() -> i128 {
    OffsetDateTime::now_utc().unix_timestamp_nanos() / 1000
}

/// How long the threads of a process were on a processor, in milliseconds.
fn processor(process: &Process) -> f64 {
    let threads = fs::read_dir(format!("/proc/{}/task", process.pid)).into_iter().flatten().flatten();
    let nanos = threads.filter_map(|thread| {
        let line = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        line.split(' ').next()?.parse::<f64>().ok()
    });
    nanos.sum::<f64>() / 1e6
}

/// What a process has in memory for itself, with its part of what it shares.
fn memory(process: &Process) -> Result<(String, f64)> {
    let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", process.pid)).context("its memory")?;
    let kib = rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB"));
    let program = process.line.split(' ').next().unwrap_or_default();
    let name = if program.contains("WebKit") { name(Path::new(program)) } else { "the program".to_owned() };
    Ok((name, kib.context("no Pss")?.trim().parse::<f64>()? / 1024.0))
}

fn name(program: &Path) -> String {
    program.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The times from the key to the drawn page, for each page.
async fn pages(environment: &sourcerer_tests::display::DisplayServer) -> Result<Vec<(&'static str, Vec<f64>)>> {
    let mut desktop = Desktop::open(environment).await?;
    desktop.enters_everything(&Server::secret(0)).await?;
    desktop.must("push_apply", json!({})).await?;
    let window = desktop.window()?;
    window.ask("location.reload(); return true", Vec::new()).await?;
    let mut times: Vec<_> = PAGES.iter().map(|(name, _)| (*name, Vec::new())).collect();
    for round in 0..VISITS {
        for ((name, way), (_, times)) in PAGES.iter().zip(&mut times) {
            // The page that the program opens by itself isn't a change.
            let before = window.heading().await?;
            let time = change(window, *way).await.with_context(|| format!("{name}, round {round}, after {before}"))?;
            times.push(time);
        }
    }
    desktop.close().await?;
    Ok(times)
}

/// Opens a page, and measures how long it works on that.
async fn change(window: &Window, way: PageOpener) -> Result<f64> {
    if let PageOpener::Link(address) = way {
        window
            .step("find the link", async || {
                let found = window.ask(FOCUS, vec![json!(address)]).await?;
                ensure!(found == true, "there is none to {address}");
                Ok(())
            })
            .await?;
    }
    // What the page before has begun must not be measured.
    sleep(Duration::from_millis(300)).await;
    window.ask(RECORD, Vec::new()).await?;
    match way {
        PageOpener::Stage(number) => window.chord(Key::Alt, number).await?,
        PageOpener::Control(character) => window.chord(Key::Control, character).await?,
        PageOpener::Link(_) => window.key(Key::Enter).await?,
    }
    let recorded = window
        .step("open the page", async || {
            let recorded = window.ask("return window.recorded ?? null", Vec::new()).await?;
            ensure!(recorded.is_array(), "its heading is still {:?}", window.heading().await?);
            Ok(recorded)
        })
        .await?;
    let part = |nth: usize| recorded[nth].as_f64().context("a time");
    Ok(part(0)? + part(1)?)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
