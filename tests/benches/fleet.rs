//! The outside checks over a list of 100, 1,000 and 10,000 sources: `cargo xtask bench fleet`.
//!
//! The practice authentik, the run and the load tool are separate processes, so that each has its own memory. The load
//! tool (`wrk`) requests the same addresses in the same proportion, over as many connections that stay open, in turns
//! with the run. Its rate is that of a client that doesn't interpret the answers.
#![expect(clippy::print_stdout, reason = "its lines are what it is for")]
#![expect(clippy::disallowed_methods, reason = "the server, each run and the load tool are processes of their own")]

use anyhow::{Context as _, Result, ensure};
use sourcerer_core::address::HttpPolicy;
use sourcerer_core::clock::Clock;
use sourcerer_core::diagnosis::Severity;
use sourcerer_core::fleet::{self, FleetContext, FleetLimits, FleetTable};
use sourcerer_core::net::{CaFile, HttpClient, PATIENCE, Proxies, Trace};
use sourcerer_practice::authentik::layout::ServerLayout;
use sourcerer_practice::{Practice, PracticeOptions};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use time::OffsetDateTime;
use tokio_util::sync::CancellationToken;

const SIZES: [u32; 3] = [100, 1_000, 10_000];

/// How often the run and the load tool take turns. The median counts.
const ROUNDS: usize = 3;

/// The number of parallel requests, for both. Only one host receives requests, so its own limit is the limit of the
/// run.
const AT_ONCE: usize = 32;

/// How long the load tool runs each time, in seconds.
const LOAD: u32 = 3;

/// The requests that the run sends once to a server, whatever the number of its sources.
const SHARED: [&str; 5] = [
    "/-/health/live/",
    "/api/v3/root/config/",
    "/if/flow/default-authentication-flow/",
    "/api/v3/core/brands/current/",
    "/api/v3/flows/executor/default-authentication-flow/?query=",
];

fn main() -> Result<ExitCode> {
    let words: Vec<_> = std::env::args().collect();
    let after = |word: &str| words.iter().position(|one| one == word).map(|at| &words[at + 1..]);
    if after("--serve").is_some() {
        serve()?;
    } else if let Some([base, count, ..]) = after("--check") {
        check(base, count.parse()?)?;
    } else if after("--bench").is_some() {
        for count in SIZES {
            println!("{}", measured(count)?);
        }
    }
    // Test runners start this program too, to list its tests: it has none.
    Ok(ExitCode::SUCCESS)
}

/// Runs a practice authentik with as many sources as the longest list, until standard input is closed.
fn serve() -> Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let sources = SIZES[SIZES.len() - 1];
    let options = PracticeOptions { layout: ServerLayout::Sources(sources), ..PracticeOptions::default() };
    let practice = runtime.block_on(Practice::start(options))?;
    println!("{}", practice.authentik.base());
    #[expect(clippy::disallowed_methods, reason = "a bench prints for itself")]
    std::io::stdout().flush()?;
    std::io::stdin().lock().read_line(&mut String::new())?;
    Ok(())
}

/// Runs one check over a list and prints its duration, the number of requests, and the peak memory of the process.
fn check(base: &str, count: u32) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new()?;
    let text = (1..=count).fold(String::new(), |mut text, number| {
        let _ = writeln!(text, "{base},x-{number}");
        text
    });
    let began = Instant::now();
    let list = fleet::parse(text.as_bytes(), HttpPolicy::LoopbackOnly, None);
    ensure!(list.remarks.is_empty(), "{:?}", list.remarks);
    let mut table = FleetTable::new(list.entries);
    let trace = Mutex::new(Trace::default());
    let net = |ca_file: Option<&Path>| {
        let ca = ca_file.map(CaFile::load).transpose()?;
        let net =
            HttpClient::for_many_peers(ca.as_ref(), Proxies::None, PATIENCE, Clock::new(OffsetDateTime::now_utc))?;
        *trace.lock().unwrap_or_else(PoisonError::into_inner) = net.trace().clone();
        Ok(net)
    };
    let limits = FleetLimits { total: AT_ONCE, per_host: AT_ONCE };
    let means = FleetContext { net: &net, x_host: None, limits, stop: CancellationToken::new() };
    let (entries, rows) = (table.entries(), table.open());
    runtime.block_on(fleet::run(&means, &entries, &rows, &mut |row| table.set_verdict(row.row, row.result.verdict)));
    let seconds = began.elapsed().as_secs_f64();
    ensure!(table.open().is_empty(), "{} rows have no verdict", table.open().len());
    let works = table.verdicts().iter().flatten().filter(|verdict| verdict.severity == Severity::Fine).count();
    // The other sources have no button, and the check has to find that.
    ensure!(works == 10, "{works} sources work, not the 10 with a button");
    let requests = trace.lock().unwrap_or_else(PoisonError::into_inner).count();
    ensure!(requests as usize == count as usize + SHARED.len(), "{requests} requests");
    println!("{seconds} {requests} {}", peak().context("the most memory")?);
    Ok(())
}

/// The peak memory of this process, in KiB.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The result line of one list size.
fn measured(count: u32) -> Result<String> {
    let mut server = Server::start()?;
    let base = server.base()?;
    let script = tempfile::Builder::new().suffix(".lua").tempfile()?;
    std::fs::write(script.path(), mix(count))?;
    // The first run of each has no connections in place; neither is counted.
    run(&base, count)?;
    load(&base, script.path(), 1)?;
    let (mut runs, mut loads) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        runs.push(run(&base, count)?);
        loads.push(load(&base, script.path(), LOAD)?);
    }
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    loads.sort_by(f64::total_cmp);
    let Run { seconds, requests, .. } = runs[ROUNDS / 2];
    let peak = runs.iter().map(|run| run.peak).fold(0.0, f64::max) / 1024.0;
    let rate = requests / seconds;
    let load = loads[ROUNDS / 2];
    Ok(format!("fleet n={count} seconds={seconds:.3} rate={rate:.0} load_tool_rate={load:.0} peak_mib={peak:.1}"))
}

/// The measurements of a run.
struct Run {
    seconds: f64,
    requests: f64,
    /// The peak memory in KiB.
    peak: f64,
}

fn run(base: &str, count: u32) -> Result<Run> {
    let output = Command::new(std::env::current_exe()?)
        .args(["--check", base, &count.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    ensure!(output.status.success(), "the run over {count} sources failed");
    let text = String::from_utf8(output.stdout)?;
    let numbers: Vec<f64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let [seconds, requests, peak] = numbers[..] else { anyhow::bail!("{text}") };
    Ok(Run { seconds, requests, peak })
}

/// The load tool's script with the same addresses in the same proportion.
fn mix(count: u32) -> String {
    let mut paths: Vec<_> = SHARED.iter().map(|path| format!("{path:?}")).collect();
    paths.extend((1..=count).map(|number| format!("\"/source/oauth/login/x-{number}/\"")));
    format!(
        "local paths = {{{}}}\nlocal at = 0\nwrk.headers[\"Accept\"] = \"application/json\"\n\
         request = function()\n  at = at % #paths + 1\n  return wrk.format(\"GET\", paths[at])\nend\n",
        paths.join(",")
    )
}

/// The requests per second that the load tool counts. The script reports an answer with an unexpected status.
fn load(base: &str, script: &Path, seconds: u32) -> Result<f64> {
    let output = Command::new("wrk")
        .args(["-t1", &format!("-c{AT_ONCE}"), &format!("-d{seconds}s"), "-s"])
        .arg(script)
        .arg(base)
        .output()
        .context("wrk")?;
    let text = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success() && !text.contains("Non-2xx") && !text.contains("Socket errors"), "{text}");
    let rate = text.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:"));
    Ok(rate.context("what wrk says")?.trim().parse()?)
}

/// The practice authentik's process, which ends when this is dropped.
struct Server(Child);

impl Server {
    fn start() -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        Ok(Self(command.arg("--serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?))
    }

    fn base(&mut self) -> Result<String> {
        let mut line = String::new();
        BufReader::new(self.0.stdout.take().context("its output")?).read_line(&mut line)?;
        Ok(line.trim().to_owned())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
